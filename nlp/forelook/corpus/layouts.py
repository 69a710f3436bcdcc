"""Rendering: annotated releases laid out as real ones are, with the exact place of every unit.

In: an annotated release and the name of a layout. Out: a text and gold units with offsets into it. The classifier is
trained on what segmentation makes of these texts, so it meets hard-wrapped wire copy, EDGAR's marks, one-line paragraphs,
blank-line-free text, HTML, and straight, curly or mis-encoded quotation marks.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable
from hashlib import sha256

from msgspec import Struct

from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit
from forelook.corpus.figure_writing import carry_figures
from forelook.read.html import html_to_text
from forelook.records import Figure, Label


class GoldUnit(Struct, frozen=True):
    """A stretch of text with what the annotation says of it; `label` is None for meta."""

    start: int
    end: int
    kind: str
    label: Label | None
    forward_looking: bool
    speaker: str | None
    weight: float = 1.0  # how much the annotation counts in training, from 0 to 1
    taught: tuple[float, ...] | None = None  # the probabilities of the classes that a teacher gives (train/distill.py)
    figures: tuple[Figure, ...] = ()  # places count in the release's text, `statement` its units that are not meta


class GoldRelease(Struct, frozen=True):
    """A text with its gold units, in order."""

    id: str
    text: str
    units: list[GoldUnit]


_BULLET = re.compile(r"(?:[•●◦○▪■·*–—-]|--|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_CELLS = re.compile(r" {2,}|\t+")


def render(release: AnnotatedRelease, layout: str) -> GoldRelease:
    """Return `release` laid out in `layout`, one of LAYOUTS; the same for the same release every time."""
    chance = random.Random(sha256(f"{release.id} {layout}".encode()).digest())
    return LAYOUTS[layout](release, chance)


class _Page:
    """A text under construction and the units placed on it so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._statements = 0
        self.units: list[GoldUnit] = []

    def write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def place(self, unit: AnnotatedUnit, text: str) -> None:
        start = self._length
        self.write(text)
        self.mark(unit, start)

    def mark(self, unit: AnnotatedUnit, start: int) -> None:
        kind = "table" if unit.is_table else "statement" if unit.label else "meta"
        figures = carry_figures(unit.figures, unit.text, "".join(self._parts)[start:], start, self._statements) if unit.figures else ()
        self._statements += kind != "meta"
        self.units.append(GoldUnit(start, self._length, kind, unit.label, unit.forward_looking, unit.speaker, figures=figures))

    def finish(self, release: AnnotatedRelease, layout: str) -> GoldRelease:
        return GoldRelease(f"{release.id}/{layout}", "".join(self._parts), self.units)

    @property
    def length(self) -> int:
        return self._length


def straighten(text: str) -> str:
    """Return `text` with typewriter quotation marks."""
    return text.translate(str.maketrans("“”„‘’", '"""\'\''))


def curl(text: str) -> str:
    """Return `text` with typographic quotation marks."""
    text = re.sub(r"(^|[\s(\[—–-])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[—–-])'(?=\w)", r"\1‘", text).replace("'", "’")


def _garble(text: str) -> str:
    """Return `text` with the quotation marks of a page that was decoded as Latin-1."""
    return curl(text).translate(str.maketrans("“”’‘–—", "\x93\x94\x92\x91\x96\x97"))


def _paragraphs(release: AnnotatedRelease) -> list[list[AnnotatedUnit]]:
    """Return the paragraphs of a release; a bare title, which no mark ends, stands in one of its own."""
    paragraphs: list[list[AnnotatedUnit]] = []
    for paragraph in release.paragraphs:
        rest: list[AnnotatedUnit] = []
        for unit in paragraph:
            rest.append(unit)
            if unit.code == "M" and (unit.text[-1].isalnum() or unit.text[-1] in ",;)" or (len(rest) > 1 and rest[-2].code == "M")):
                paragraphs.append(rest)
                rest = []
        if rest:
            paragraphs.append(rest)
    return paragraphs


def _is_headline(paragraph: list[AnnotatedUnit], index: int) -> bool:
    return (
        len(paragraph) == 1
        and index < 6
        and not _is_item(paragraph)
        and paragraph[0].code in ("G", "H")
        and paragraph[0].text[-1] not in ".:"
        and len(paragraph[0].text) < 220
    )


def _is_item(paragraph: list[AnnotatedUnit]) -> bool:
    return len(paragraph) == 1 and paragraph[0].code not in ("M", "TG", "TH") and bool(_BULLET.match(paragraph[0].text))


def _place_wrapped(page: _Page, paragraph: list[AnnotatedUnit], width: int, indent: str, hanging: str, mend: Callable[[str], str]) -> None:
    """Place a paragraph's units in lines of at most `width` columns."""
    page.write(indent)
    column = len(indent)
    for position, unit in enumerate(paragraph):
        start = -1
        for word in mend(unit.text).split():
            if column > len(indent) and column + 1 + len(word) > width:
                page.write("\n" + hanging)
                column = len(hanging)
            elif column > len(indent) or start >= 0 or position:
                page.write(" ")
                column += 1
            if start < 0:
                start = page.length
            page.write(word)
            column += len(word)
        page.mark(unit, start)
    page.write("\n")


def _place_centred(page: _Page, unit: AnnotatedUnit, width: int, mend: Callable[[str], str]) -> None:
    """Place a headline in lines as even as can be, each centred."""
    words = mend(unit.text).split()
    lines = [""]
    limit = min(width - 8, max(24, len(unit.text) // (1 + len(unit.text) // (width - 8)) + 8))
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > limit:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    start = -1
    for number, line in enumerate(lines):
        page.write(("\n" if number else "") + " " * ((width - len(line)) // 2))
        if start < 0:
            start = page.length
        page.write(line)
    page.mark(unit, start)
    page.write("\n")


def _place_table(page: _Page, unit: AnnotatedUnit, indent: str, *, gapped: bool = False) -> None:
    rows = unit.text.split("\n")
    body = ("\n\n" if gapped else "\n").join(indent + row.rstrip() for row in rows)
    start = len(body) - len(body.lstrip())
    page.write(body[:start])
    page.place(unit, body[start:])
    page.write("\n")


def _render_wire(release: AnnotatedRelease, chance: random.Random, *, edgar: bool) -> GoldRelease:
    page = _Page()
    width = chance.choice((66, 70, 72, 76, 78, 80))
    indent = chance.choice(("", "", "    ", "     "))
    shout = chance.random() < 0.3
    if edgar:
        page.write(chance.choice(("<PAGE>\n", "\n", "<TEXT>\n<PAGE>\n\n")))
    paragraphs = _paragraphs(release)

    def mend(text: str) -> str:
        return straighten(text).upper() if len(text) < 60 and "@" not in text else straighten(text)

    for index, paragraph in enumerate(paragraphs):
        unit = paragraph[0]
        if unit.is_table:
            page.write("<TABLE>\n<CAPTION>\n<S>            <C>        <C>\n" if edgar and chance.random() < 0.5 else "")
            _place_table(page, unit, chance.choice(("", "    ")))
            page.write("</TABLE>\n" if edgar and chance.random() < 0.5 else "")
        elif _is_headline(paragraph, index) and chance.random() < 0.7:
            _place_centred(page, unit, width, (lambda text: straighten(text).upper()) if shout else straighten)
        elif _is_item(paragraph):
            _place_wrapped(page, paragraph, width, indent or " " * chance.choice((0, 2, 5)), (indent or "") + "  ", straighten)
        elif unit.code == "M" and len(paragraph) == 1 and shout:
            _place_wrapped(page, paragraph, width, "", "", mend)
        else:
            _place_wrapped(page, paragraph, width, indent if len(paragraph) > 1 else "", "", straighten)
        tight = unit.code == "M" and len(paragraph) == 1 and chance.random() < 0.15
        page.write("" if tight else "\n" * chance.choice((1, 1, 1, 2)))
        if edgar and index and chance.random() < 0.06:
            number, margin = index % 9 + 1, " " * 35
            page.write(chance.choice(("<PAGE>\n\n", f"{margin}{number}\n\n<PAGE>\n\n", f"{margin}-{number}-\n\f\n")))
    return page.finish(release, "edgar" if edgar else "wire")


def _render_lines(release: AnnotatedRelease, chance: random.Random, *, dense: bool) -> GoldRelease:
    page = _Page()
    mend = chance.choice((curl, curl, straighten, str, _garble) if not dense else (curl, straighten, str))
    lead = chance.choice(("", "", " ", "  "))
    blank = chance.choice(("\n", "\n", "\n\n", " \n"))
    bullet = chance.choice(("•", "* ", "• ", "- ", "●  ", "", ""))
    paragraphs = _paragraphs(release)
    for index, paragraph in enumerate(paragraphs):
        page.write(lead if index else "")
        item = _is_item(paragraph)
        if paragraph[0].is_table:
            _place_table(page, paragraph[0], lead, gapped=not dense and chance.random() < 0.1)
        else:
            for position, unit in enumerate(paragraph):
                page.write(" " if position else "")
                text = mend(unit.text)
                page.place(unit, bullet + text[_BULLET.match(text).end() :] if item and bullet and _BULLET.match(text) else text)  # type: ignore[union-attr]
            page.write("\n")
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else paragraph
        together = item and _is_item(following) and lead != "  "
        page.write("" if dense or together else blank)
    return page.finish(release, "dense" if dense else "lines")


def _render_html(release: AnnotatedRelease, chance: random.Random) -> GoldRelease:
    """Lay a release out as HTML and read it back; units are found again by counting characters that are not blank."""
    mend = chance.choice((curl, curl, straighten))
    parts, placed = ["<html><body>"], []
    count = 0
    in_list = False
    paragraphs = _paragraphs(release)
    for index, paragraph in enumerate(paragraphs):
        unit = paragraph[0]
        item = _is_item(paragraph)
        if in_list and not item:
            parts.append("</ul>")
        if item and not in_list:
            parts.append("<ul>")
        in_list = item
        texts = [unit.text] if unit.is_table else [mend(each.text) for each in paragraph]
        if item:
            texts = [texts[0][_BULLET.match(texts[0]).end() :]]  # type: ignore[union-attr]
        for each, text in zip(paragraph, texts, strict=True):
            size = len("".join(text.split())) + item
            placed.append((each, count, count + size))
            count += size
        if unit.is_table:
            rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in _CELLS.split(row.strip())) + "</tr>" for row in unit.text.split("\n"))
            parts.append(f"<table>{rows}</table>")
        elif item:
            parts.append(f"<li>{html.escape(texts[0])}</li>")
        elif _is_headline(paragraph, index):
            parts.append(f'<p style="text-align:center"><b>{html.escape(texts[0])}</b></p>')
        else:
            parts.append(f"<p>{html.escape(' '.join(texts))}</p>")
    text = html_to_text("".join(parts) + ("</ul>" if in_list else "") + "</body></html>", release.id)
    places = [place for place, character in enumerate(text) if not character.isspace()]
    page = _Page()
    page.write(text)
    units: list[GoldUnit] = []
    for each, first, last in placed:
        kind = "table" if each.is_table else "statement" if each.label else "meta"
        start, end = places[first], places[last - 1] + 1
        figures = carry_figures(each.figures, each.text, text[start:end], start, sum(unit.kind != "meta" for unit in units))
        units.append(GoldUnit(start, end, kind, each.label, each.forward_looking, each.speaker, figures=figures))
    return GoldRelease(f"{release.id}/html", text, units)


LAYOUTS: dict[str, Callable[[AnnotatedRelease, random.Random], GoldRelease]] = {
    "wire": lambda release, chance: _render_wire(release, chance, edgar=False),
    "edgar": lambda release, chance: _render_wire(release, chance, edgar=True),
    "lines": lambda release, chance: _render_lines(release, chance, dense=False),
    "dense": lambda release, chance: _render_lines(release, chance, dense=True),
    "html": _render_html,
}
