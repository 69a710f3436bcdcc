"""Wire copy and EDGAR text: hard-wrapped lines, indented or not, centred headlines, typewriter marks, page breaks.

In: an annotated release. Out: a gold release.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts.page import Page, find_paragraphs, is_headline, is_item, place_table, straighten


def render_wire(release: AnnotatedRelease, chance: random.Random, *, edgar: bool) -> GoldRelease:
    """Return a release as wire copy, or as text filed with EDGAR."""
    page = Page()
    width = chance.choice((66, 70, 72, 76, 78, 80))
    indent = chance.choice(("", "", "    ", "     "))
    shout = chance.random() < 0.3
    if edgar:
        page.write(chance.choice(("<PAGE>\n", "\n", "<TEXT>\n<PAGE>\n\n")))
    paragraphs = find_paragraphs(release)

    def transform(text: str) -> str:
        return straighten(text).upper() if len(text) < 60 and "@" not in text else straighten(text)

    for index, paragraph in enumerate(paragraphs):
        unit = paragraph[0]
        if unit.is_table:
            page.write("<TABLE>\n<CAPTION>\n<S>            <C>        <C>\n" if edgar and chance.random() < 0.5 else "")
            place_table(page, unit, chance.choice(("", "    ")))
            page.write("</TABLE>\n" if edgar and chance.random() < 0.5 else "")
        elif is_headline(paragraph, index) and chance.random() < 0.7:
            _place_centred(page, unit, width, (lambda text: straighten(text).upper()) if shout else straighten)
        elif is_item(paragraph):
            _place_wrapped(page, paragraph, width, indent or " " * chance.choice((0, 2, 5)), (indent or "") + "  ", straighten)
        elif unit.code == "M" and len(paragraph) == 1 and shout:
            _place_wrapped(page, paragraph, width, "", "", transform)
        else:
            _place_wrapped(page, paragraph, width, indent if len(paragraph) > 1 else "", "", straighten)
        tight = unit.code == "M" and len(paragraph) == 1 and chance.random() < 0.15
        page.write("" if tight else "\n" * chance.choice((1, 1, 1, 2)))
        if edgar and index and chance.random() < 0.06:
            number, margin = index % 9 + 1, " " * 35
            page.write(chance.choice(("<PAGE>\n\n", f"{margin}{number}\n\n<PAGE>\n\n", f"{margin}-{number}-\n\f\n")))
    return page.finish(release, "edgar" if edgar else "wire")


def _place_wrapped(page: Page, paragraph: list[AnnotatedUnit], width: int, indent: str, hanging: str, transform: Callable[[str], str]) -> None:
    """Place a paragraph's units in lines of at most `width` columns."""
    page.write(indent)
    column = len(indent)
    for position, unit in enumerate(paragraph):
        start = -1
        for word in transform(unit.text).split():
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


def _place_centred(page: Page, unit: AnnotatedUnit, width: int, transform: Callable[[str], str]) -> None:
    """Place a headline in centred lines of about the same length."""
    words = transform(unit.text).split()
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
