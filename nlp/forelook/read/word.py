"""The text of the final version of a Word document (.docx).

In: the bytes of the package. Out: an `OfficeText`: paragraphs, list items with their marks, tables in aligned columns, text
boxes after the paragraph that they are anchored to, footnotes at the end. Tracked changes are taken as accepted; comments,
headers and footers are left out. Needs lxml (extra `[office]`).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import Any

from forelook.characters import INVISIBLE
from forelook.errors import InputError, MissingExtraError
from forelook.read.archive import DAMAGE, EXPANSION_LIMIT, FREE_BYTES
from forelook.read.blocks import OfficeText, VisibleBlock, VisibleKind, join, tell_revisions
from forelook.read.html_table import TableCell, render_table
from forelook.read.tabs import split_tabs
from forelook.read.word_lists import ItemMark, Lists, W

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = ("document", "styles", "numbering", "footnotes", "endnotes", "comments")
_LEFT_OUT = frozenset({f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText", f"{W}del", f"{W}moveFrom", f"{W}sectPr", _FALLBACK})
_SIGNS = {f"{W}noBreakHyphen": "-", f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n"}
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_DEPTH_LIMIT = 200
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def read_docx(data: bytes, where: str) -> OfficeText:
    """Return the text that a Word document shows; raises InputError naming `where`."""
    parts = _open(data, where)
    document = parts["document"]
    body = document.find(f"{W}body")
    if body is None:
        raise InputError(where, "the Word document has no body", "open it in Word and save it again")
    reader = _Reader(parts)
    blocks = reader.read_blocks(body)
    blocks += reader.read_notes()
    page = join(blocks)
    if not page.text:
        raise InputError(where, "the Word document shows no text (an image of the release, perhaps)", "leave it out")
    return OfficeText(page.text, page.tables, _warn(parts))


def _open(data: bytes, where: str) -> dict[str, Any]:
    try:
        # An extra: imported when a file asks for it.
        from lxml import etree  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading Word documents", "office") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parts: dict[str, Any] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [f"word/{part}.xml" for part in _PARTS]
            held = {info.filename: info.file_size for info in package.infolist() if info.filename in names}
            if sum(held.values()) > max(FREE_BYTES, EXPANSION_LIMIT * len(data)):
                raise InputError(where, "the Word document expands to more than 100 times its size", "open it in Word and save it again")
            for name in held:
                parts[name.removeprefix("word/").removesuffix(".xml")] = etree.fromstring(package.read(name), parser)
    except (*DAMAGE, etree.XMLSyntaxError, RuntimeError) as error:  # RuntimeError: a member with a password
        raise InputError(where, f"the Word document is damaged: {error}", "open it in Word and save it again") from error
    if "document" not in parts:
        raise InputError(where, "the Word document has no text part", "open it in Word and save it again")
    return parts


def _warn(parts: dict[str, Any]) -> tuple[str, ...]:
    counts = Counter(element.tag for part in ("document", "footnotes", "endnotes") if part in parts for element in parts[part].iter(*_CHANGES))
    inserted = counts[f"{W}ins"] + counts[f"{W}moveTo"]
    deleted = counts[f"{W}del"] + counts[f"{W}moveFrom"]
    comments = len(parts["comments"].findall(f"{W}comment")) if "comments" in parts else 0
    warnings = tell_revisions(inserted, deleted)
    return (*warnings, f"comments left out ({comments})") if comments else warnings


class _Reader:
    """Collects the blocks of a document's parts; notes are numbered in the order in which the text refers to them."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self._parts = parts
        self._lists = Lists(parts.get("numbering"), parts.get("styles"))
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Any] = []
        self._carried = ""  # the text of a paragraph whose end was deleted: it continues in the next

    def read_blocks(self, container: Any, depth: int = 0) -> list[VisibleBlock]:
        """Return the blocks of an element that contains paragraphs and tables."""
        blocks: list[VisibleBlock] = []
        tabbed: list[list[TableCell]] = []
        gap = False
        for element in _find_content(container):
            found, cells = self._read_paragraph(element, gap=gap) if element.tag == f"{W}p" else ([], [])
            gap = element.tag == f"{W}p" and not found
            if cells:
                tabbed.append(cells)
                continue
            blocks += render_table(tabbed)
            tabbed = []
            blocks += found
            if element.tag == f"{W}tbl" and depth < _DEPTH_LIMIT:
                blocks += render_table([self._read_row(row, depth + 1) for row in _find_rows(element)])
            boxes, self._boxes = self._boxes, []
            for box in boxes if depth < _DEPTH_LIMIT else []:
                blocks += self.read_blocks(box, depth + 1)
        return blocks + render_table(tabbed)

    def read_notes(self) -> list[VisibleBlock]:
        """Return the notes that the text refers to, each with its number; a note may refer to further notes."""
        blocks: list[VisibleBlock] = []
        for number, (part, id_) in enumerate(self._notes, start=1):
            notes = self._parts.get(part)
            for note in () if notes is None else notes:
                if note.get(f"{W}id") == id_ and (content := self.read_blocks(note)):
                    blocks.append(VisibleBlock(text=f"({number}) {content[0].text}", kind=VisibleKind.PARAGRAPH))
                    blocks += content[1:]
        return blocks

    def _read_row(self, row: Any, depth: int) -> list[TableCell]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells = [TableCell(blocks=[], columns=_value(before, 1))] if before is not None else []
        for cell in _find_content(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            columns = _value(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            cells.append(TableCell(blocks=[] if continues else self.read_blocks(cell, depth), columns=columns))
        return cells

    def _read_paragraph(self, paragraph: Any, *, gap: bool) -> tuple[list[VisibleBlock], list[TableCell]]:
        """Return the blocks of a paragraph, or its cells where tabs separate them."""
        properties = paragraph.find(f"{W}pPr")
        text, self._carried = self._carried + self._read_text(paragraph), ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = text
            return [], []
        lines = [" ".join(line.replace("\t", "\0").split()).replace("\0", "\t").strip("\t ") for line in text.split("\n")]
        text = "\n".join(lines).strip("\n")
        if not text:
            return [], []
        mark = self._lists.mark(properties)
        if mark is None and (cells := split_tabs(text)):
            return [], cells
        return self._make_blocks(text.replace("\t", " "), mark, properties, gap=gap), []

    def _make_blocks(self, text: str, mark: ItemMark | None, properties: Any | None, *, gap: bool) -> list[VisibleBlock]:
        if mark is not None:
            text = re.sub(r"\n{2,}", "\n", text)
            return [VisibleBlock(text=f"{'  ' * mark.level}{mark.text} {text}", kind=VisibleKind.ITEM)]
        aligned = self._lists.find(properties, f"{W}jc")
        centred = aligned is not None and aligned.get(f"{W}val") == "center"
        spacing = self._lists.find(properties, f"{W}spacing")
        room = gap or (spacing is not None and any(spacing.get(f"{W}{side}", "0") != "0" for side in ("before", "after")))
        return [VisibleBlock(text=part, kind=VisibleKind.PARAGRAPH, centred=centred, gap=room) for part in re.split(r"\n{2,}", text)]

    def _read_text(self, paragraph: Any) -> str:
        """Return the visible characters of a paragraph; text boxes are set aside."""
        pieces: list[str] = []
        waiting = list(reversed(paragraph))
        while waiting:
            element = waiting.pop()
            tag = element.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag in {f"{W}t", _MATH_TEXT}:
                pieces.append(_INVISIBLE.sub("", element.text or ""))
            elif tag in _SIGNS:
                pieces.append(_SIGNS[tag])
            elif tag == f"{W}br":
                pieces.append("\n" if element.get(f"{W}type", "textWrapping") == "textWrapping" else " ")
            elif tag == f"{W}sym":
                pieces.append(_read_symbol(element.get(f"{W}char", "")))
            elif tag in _NOTES:
                pieces.append(self._number_note(_NOTES[tag], element.get(f"{W}id", ""), "".join(pieces[-1:])))
            elif tag == f"{W}txbxContent":
                self._boxes.append(element)
            elif tag != f"{W}r" or not _is_hidden(element):
                waiting.extend(reversed(element))
        return "".join(pieces)

    def _number_note(self, part: str, id_: str, before: str) -> str:
        self._notes.append((part, id_))
        # "$5.31 (1)" is not a figure of "$5.31(1)".
        return f"{' ' if before[-1:].isdigit() else ''}({len(self._notes)})"


def _find_content(container: Any, *wanted: str) -> list[Any]:
    """Return the paragraphs and tables (or `wanted` elements) in a container, including those in content controls and tracked moves."""
    tags = wanted or (f"{W}p", f"{W}tbl")
    found: list[Any] = []
    waiting = list(reversed(container))
    while waiting:
        element = waiting.pop()
        if element.tag in tags:
            found.append(element)
        elif element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}:
            waiting.extend(reversed(element))
    return found


def _find_rows(table: Any) -> list[Any]:
    return [row for row in _find_content(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "true") not in {"0", "false", "off"}


def _read_symbol(code: str) -> str:
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) else ""


def _value(element: Any | None, default: int) -> int:
    digits = "" if element is None else element.get(f"{W}val", "")
    return min(int(digits), 1000) if digits.isdecimal() and len(digits) <= len("1000") else default
