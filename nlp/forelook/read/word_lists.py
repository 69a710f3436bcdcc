"""The marks of list items in a Word document, which are not part of its text.

In: `word/numbering.xml` and `word/styles.xml` as parsed trees. Out: for each paragraph in turn, the mark that Word shows
before it ("•", "3.", "(b)") and its level.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from forelook.characters import SHOWN_MARKS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_STYLES_DEEP = 20  # bounds the chain of a style that is based on itself


class ItemMark(NamedTuple):
    """The mark before a list item, and how deeply the item is nested (0: not at all)."""

    text: str
    level: int


class _Level(NamedTuple):
    format: str
    text: str
    start: int


class Lists:
    """Counts the items of a document's lists; `mark` must be called once for every paragraph, in order."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._styles = {} if styles is None else {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if numbering is not None:
            self._read_numbering(numbering)

    def mark(self, properties: Any | None) -> ItemMark | None:
        """Return the mark of the paragraph with these `w:pPr`, None where it is no list item."""
        number, level = self._find_list(properties)
        levels = self._levels.get(number, {})
        if level not in levels:
            return None
        counts = self._counts.setdefault(self._abstract[number], {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _show(levels, counts, level)

    def find(self, properties: Any | None, path: str) -> Any | None:
        """Return the element at `path` of a paragraph's own properties, or of the nearest style that has it."""
        if properties is None:
            return None
        style = properties.find(f"{W}pStyle")
        found = properties.find(path)
        for _ in range(_STYLES_DEEP):
            if found is not None or style is None:
                return found
            named = self._styles.get(style.get(f"{W}val"))
            if named is None:
                return None
            found, style = named.find(f"{W}pPr/{path}"), named.find(f"{W}basedOn")
        return found

    def _find_list(self, properties: Any | None) -> tuple[str, int]:
        number = self.find(properties, f"{W}numPr/{W}numId")
        level = self.find(properties, f"{W}numPr/{W}ilvl")
        digits = "0" if level is None else level.get(f"{W}val", "0")
        return ("0" if number is None else number.get(f"{W}val", "0")), int(digits) if digits.isdecimal() else 0

    def _read_numbering(self, numbering: Any) -> None:
        abstract = {each.get(f"{W}abstractNumId"): each for each in numbering.findall(f"{W}abstractNum")}
        for number in numbering.findall(f"{W}num"):
            id_, based_on = number.get(f"{W}numId"), number.find(f"{W}abstractNumId")
            name = "" if based_on is None else based_on.get(f"{W}val")
            if id_ is None or name not in abstract:
                continue
            levels = dict(map(_read_level, abstract[name].findall(f"{W}lvl")))
            overrides = number.findall(f"{W}lvlOverride")
            for override in overrides:
                at = int(override.get(f"{W}ilvl", "0"))
                start, level = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
                if level is not None:
                    levels[at] = _read_level(level)[1]
                if start is not None and at in levels:
                    levels[at] = levels[at]._replace(start=int(start.get(f"{W}val", "1")))
            self._levels[id_] = levels
            # Lists that share a definition continue its count, unless one overrides where it begins.
            self._abstract[id_] = f"{name}/{id_}" if overrides else name


def _read_level(level: Any) -> tuple[int, _Level]:
    def value(name: str, default: str) -> str:
        element = level.find(f"{W}{name}")
        return default if element is None else element.get(f"{W}val", default)

    return int(level.get(f"{W}ilvl", "0")), _Level(value("numFmt", "decimal"), value("lvlText", ""), int(value("start", "1")))


def _show(levels: dict[int, _Level], counts: dict[int, int], level: int) -> ItemMark | None:
    format_, text, _ = levels[level]
    if format_ == "none" or not text.strip():
        return None
    if format_ == "bullet":
        return ItemMark(text if text in SHOWN_MARKS else "•", level)

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        return _format(counts.get(at, levels[at].start), levels[at].format) if at in levels else ""

    return ItemMark(_PLACE.sub(number, text).strip(), level)


def _format(number: int, format_: str) -> str:
    if format_.endswith("Letter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if format_.startswith("upper") else letters
    if format_.endswith("Roman"):
        numeral, left = "", number
        for value, letters in _ROMAN:
            numeral, left = numeral + letters * (left // value), left % value
        return numeral.upper() if format_.startswith("upper") else numeral
    return f"{number:02d}" if format_ == "decimalZero" else str(number)
