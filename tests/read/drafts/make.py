"""Make the drafts in this directory out of a release of training_data, by the programs that people use.

Run from the root of the repository: python tests/read/drafts/make.py
It needs LibreOffice Writer (soffice; Debian: libreoffice-writer-nogui) and Chromium (chromium-headless-shell).
"""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from forelook.corpus.annotated import AnnotatedUnit, read_annotated
from forelook.corpus.layouts.page import find_paragraphs

HERE = Path(__file__).parent
RELEASE = HERE.parents[2] / "training_data" / "loopdesk-2022-q3.ann"
STYLE = """@page { size: letter; margin: 1in } body { font: 11pt "Liberation Serif"; text-align: justify; hyphens: auto }
.two { columns: 2; column-gap: 2em } table { width: 100% } td { text-align: right } td:first-child { text-align: left } h1 { text-align: center }"""


def take_paragraphs() -> list[list[AnnotatedUnit]]:
    return find_paragraphs(read_annotated(RELEASE))


def join(paragraph: list[AnnotatedUnit]) -> str:
    return " ".join(unit.text for unit in paragraph)


def split_rows(unit: AnnotatedUnit) -> list[list[str]]:
    rows = [re.split(r"\s{3,}", line.strip()) for line in unit.text.split("\n")]
    width = max(map(len, rows))
    return [[""] * (width - len(row)) + row for row in rows]


def add_field(paragraph: object, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def write_word(path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Loopdesk, Inc. – draft of November 28, for the disclosure committee only"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Page ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(11)
    hyphenation = OxmlElement("w:autoHyphenation")
    document.settings.element.append(hyphenation)
    for number, paragraph in enumerate(take_paragraphs()):
        if paragraph[0].code in {"TG", "TH"}:
            write_table(document, split_rows(paragraph[0]))
        elif join(paragraph).startswith("• "):
            document.add_paragraph(join(paragraph)[2:], style="List Bullet")
        elif number == 0:
            document.add_heading(join(paragraph), 1).alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif paragraph[0].code == "M" and len(join(paragraph)) < 60 and "@" not in join(paragraph):
            document.add_heading(join(paragraph), 2)
        else:
            document.add_paragraph(join(paragraph)).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    document.save(str(path))


def write_table(document: object, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for number, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            cell.text = text
            if number:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def write_page(path: Path, *, columns: bool) -> None:
    pieces: list[str] = []
    items: list[str] = []
    for number, paragraph in enumerate(take_paragraphs()):
        text = html.escape(join(paragraph))
        if text.startswith("• "):
            items.append(f"<li>{text[2:]}")
            continue
        if items:
            pieces.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if paragraph[0].code in {"TG", "TH"}:
            rows = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}' for cell in row)}" for row in split_rows(paragraph[0]))
            pieces.append(f"<table>{rows}</table>")
        elif number == 0:
            pieces.append(f"<h1>{text}</h1><div class={'two' if columns else 'one'}>")
        else:
            pieces.append(f"<p>{text}")
    path.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Loopdesk</title><style>{STYLE}</style>{''.join(pieces)}</div></html>", encoding="utf-8"
    )


def convert(path: Path, suffix: str) -> None:
    subprocess.run(["soffice", "--headless", "--convert-to", suffix, "--outdir", str(HERE), str(path)], check=True, capture_output=True)


def print_page(path: Path, to: Path) -> None:
    command = ["chromium-headless-shell", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={to}", path.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    write_word(HERE / "draft.docx")
    for suffix in ("pdf", "rtf", "odt", "doc"):
        convert(HERE / "draft.docx", suffix)
    for name, columns in (("browser", False), ("columns", True)):
        page = HERE / f"{name}.html"
        write_page(page, columns=columns)
        print_page(page, HERE / f"{name}.pdf")
        page.unlink()


if __name__ == "__main__":
    main()
