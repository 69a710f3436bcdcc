"""HTML: a release as a page, read back like any other page.

In: an annotated release. Out: a gold release, whose text is what the HTML reader makes of the page.
"""

from __future__ import annotations

import html
import random
import re

from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts.page import BULLET, Page, curl, find_paragraphs, is_headline, is_item, straighten
from forelook.read.html import html_to_text

END = "\ue0f1"  # ends each unit on the page, and is removed again; a private-use character, which the reader keeps
_CELLS = re.compile(r" {2,}|\t+")


def render_html(release: AnnotatedRelease, chance: random.Random) -> GoldRelease:
    """Return a release as an HTML page that was read back.

    The reader adds bullets and drops zero-width characters, so units are found again by the mark that ends each: a unit is
    the text between two marks, apart from blanks.
    """
    transform = chance.choice((curl, curl, straighten))
    parts = ["<html><body>"]
    in_list = False
    paragraphs = find_paragraphs(release)
    for index, paragraph in enumerate(paragraphs):
        item = is_item(paragraph)
        if item is not in_list:
            parts.append("<ul>" if item else "</ul>")
        in_list = item
        parts.append(_write_paragraph(paragraph, index, [transform(unit.text.replace(END, "")) for unit in paragraph]))
    marked = html_to_text("".join(parts) + ("</ul>" if in_list else "") + "</body></html>", release.id)
    page = Page()
    *bodies, rest = marked.split(END)
    for unit, body in zip((unit for paragraph in paragraphs for unit in paragraph), bodies, strict=True):
        words = body.lstrip()
        page.write(body[: len(body) - len(words)])
        if words:  # a unit of nothing but zero-width characters is gone
            page.place(unit, words.rstrip())
            page.write(words[len(words.rstrip()) :])
    page.write(rest)
    return page.finish(release, "html")


def _write_paragraph(paragraph: list[AnnotatedUnit], index: int, texts: list[str]) -> str:
    """Return the markup of a paragraph; `texts` are the words of its units."""
    if paragraph[0].is_table:
        rows = [[html.escape(cell) for cell in _CELLS.split(row.strip())] for row in paragraph[0].text.replace(END, "").split("\n")]
        rows[-1][-1] += END
        return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
    if is_item(paragraph):
        bullet = BULLET.match(texts[0])
        return f"<li>{html.escape(texts[0][bullet.end() if bullet else 0 :])}{END}</li>"
    words = " ".join(html.escape(text) + END for text in texts)
    return f'<p style="text-align:center"><b>{words}</b></p>' if is_headline(paragraph, index) else f"<p>{words}</p>"
