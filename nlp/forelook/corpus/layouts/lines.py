"""One paragraph a line, with or without blank lines between: the layout of newsrooms and databases.

In: an annotated release. Out: a gold release.
"""

from __future__ import annotations

import random

from forelook.corpus.annotated import AnnotatedRelease
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts.page import BULLET, Page, curl, find_paragraphs, is_item, place_table, straighten


def render_lines(release: AnnotatedRelease, chance: random.Random, *, dense: bool) -> GoldRelease:
    """Return a release with one paragraph a line; `dense` is without blank lines."""
    page = Page()
    transform = chance.choice((curl, curl, straighten, str, _garble) if not dense else (curl, straighten, str))
    lead = chance.choice(("", "", " ", "  "))
    blank = chance.choice(("\n", "\n", "\n\n", " \n"))
    bullet = chance.choice(("•", "* ", "• ", "- ", "●  ", "", ""))
    paragraphs = find_paragraphs(release)
    for index, paragraph in enumerate(paragraphs):
        page.write(lead if index else "")
        item = is_item(paragraph)
        if paragraph[0].is_table:
            place_table(page, paragraph[0], lead, gapped=not dense and chance.random() < 0.1)
        else:
            for position, unit in enumerate(paragraph):
                page.write(" " if position else "")
                text = transform(unit.text)
                page.place(unit, bullet + text[BULLET.match(text).end() :] if item and bullet and BULLET.match(text) else text)  # type: ignore[union-attr]
            page.write("\n")
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else paragraph
        together = item and is_item(following) and lead != "  "
        page.write("" if dense or together else blank)
    return page.finish(release, "dense" if dense else "lines")


def _garble(text: str) -> str:
    """Return `text` with the quotation marks of a Windows-1252 page that was decoded as Latin-1."""
    return curl(text).translate(str.maketrans("“”’‘–—", "\x93\x94\x92\x91\x96\x97"))
