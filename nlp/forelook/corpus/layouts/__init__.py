"""Layouts: renders annotated releases as real ones look, with the exact place of every unit.

In: an annotated release and the name of a layout. Out: a text and gold units with offsets into it. The classifier is
trained on the segmentation of these texts, so it sees hard-wrapped wire copy, EDGAR's tags, paragraphs on one line,
text without blank lines, HTML, and straight, curly or mis-encoded quotation marks.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from hashlib import sha256

from forelook.corpus.annotated import AnnotatedRelease
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts.lines import render_lines
from forelook.corpus.layouts.markup import render_html
from forelook.corpus.layouts.page import curl, straighten
from forelook.corpus.layouts.wire import render_wire

__all__ = ["LAYOUTS", "curl", "render", "straighten"]

LAYOUTS: dict[str, Callable[[AnnotatedRelease, random.Random], GoldRelease]] = {
    "wire": lambda release, chance: render_wire(release, chance, edgar=False),
    "edgar": lambda release, chance: render_wire(release, chance, edgar=True),
    "lines": lambda release, chance: render_lines(release, chance, dense=False),
    "dense": lambda release, chance: render_lines(release, chance, dense=True),
    "html": render_html,
}


def render(release: AnnotatedRelease, layout: str) -> GoldRelease:
    """Return `release` rendered in `layout`, one of LAYOUTS; deterministic for a release and a layout."""
    chance = random.Random(sha256(f"{release.id} {layout}".encode()).digest())
    return LAYOUTS[layout](release, chance)
