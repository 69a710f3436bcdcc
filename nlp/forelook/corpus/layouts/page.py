"""A page under construction: a text and the units placed on it so far; and rules for paragraphs and marks that all layouts share.

In: annotated units and the text between them. Out: a gold release.
"""

from __future__ import annotations

import re

from forelook.characters import ITEM_MARK
from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit
from forelook.corpus.gold import GoldRelease, GoldUnit, place_unit

BULLET = re.compile(rf"(?:{ITEM_MARK}|o|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)])\s+")


class Page:
    """A text under construction and the units placed on it so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._statements = 0
        self.units: list[GoldUnit] = []

    def write(self, text: str) -> None:
        """Add text."""
        self._parts.append(text)
        self._length += len(text)

    def place(self, unit: AnnotatedUnit, text: str) -> None:
        """Add a unit that reads `text`."""
        start = self._length
        self.write(text)
        self.mark(unit, start)

    def mark(self, unit: AnnotatedUnit, start: int) -> None:
        """Record that the text written from `start` on is a unit."""
        self.units.append(place_unit(unit, self.text[start:], start, self._statements))
        self._statements += unit.label is not None

    def finish(self, release: AnnotatedRelease, layout: str) -> GoldRelease:
        """Return the page as a gold release."""
        return GoldRelease(f"{release.id}/{layout}", self.text, self.units)

    @property
    def text(self) -> str:
        """The text written so far."""
        self._parts = ["".join(self._parts)]
        return self._parts[0]

    @property
    def length(self) -> int:
        """The number of characters written so far."""
        return self._length


def straighten(text: str) -> str:
    """Return `text` with typewriter quotation marks."""
    return text.translate(str.maketrans("“”„‘’", '"""\'\''))


def curl(text: str) -> str:
    """Return `text` with typographic quotation marks."""
    text = re.sub(r"(^|[\s(\[—–-])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[—–-])'(?=\w)", r"\1‘", text).replace("'", "’")


def find_paragraphs(release: AnnotatedRelease) -> list[list[AnnotatedUnit]]:
    """Return the paragraphs of a release; a bare title, without punctuation at its end, is a paragraph of its own."""
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


def is_headline(paragraph: list[AnnotatedUnit], index: int) -> bool:
    """Return whether a paragraph, the `index`th of its release, is a headline."""
    return (
        len(paragraph) == 1
        and index < 6
        and not is_item(paragraph)
        and paragraph[0].code in ("G", "H")
        and paragraph[0].text[-1] not in ".:"
        and len(paragraph[0].text) < 220
    )


def is_item(paragraph: list[AnnotatedUnit]) -> bool:
    """Return whether a paragraph is a list item."""
    return len(paragraph) == 1 and paragraph[0].code not in ("M", "TG", "TH") and bool(BULLET.match(paragraph[0].text))


def place_table(page: Page, unit: AnnotatedUnit, indent: str, *, gapped: bool = False) -> None:
    """Place the rows of a table unchanged, or with a blank line between them."""
    rows = unit.text.split("\n")
    body = ("\n\n" if gapped else "\n").join(indent + row.rstrip() for row in rows)
    start = len(body) - len(body.lstrip())
    page.write(body[:start])
    page.place(unit, body[start:])
    page.write("\n")
