"""Robustness: how many labels change with the layout.

In: a tagger and texts. Out: rows for the model card.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from forelook.corpus.layouts import curl, straighten
from forelook.records import Label
from forelook.segment.layout import HEADING, LIST_ITEM, PARAGRAPH, find_blocks
from forelook.spans import match_spans, overlap, span_of
from forelook.tagger import Tagger

COLUMNS = 70  # of a hard-wrapped text


class _Labelled(NamedTuple):
    """A statement: its span, counted in non-blank characters, and its label."""

    start: int
    end: int
    label: Label


def _render(text: str, lay: Callable[[str], str], following: str) -> str:
    """Return a text with each paragraph rendered by `lay`, and `following` after those of several lines."""
    parts, last = [], 0
    for block in find_blocks(text):
        if block.kind in (PARAGRAPH, LIST_ITEM):
            body = lay(" ".join(text[block.start : block.end].split()))
            parts += [text[last : block.start], body, following if "\n" in body else ""]
            last = block.end
    return "".join([*parts, text[last:]])


def _shout(text: str) -> str:
    """Return a text with its headings in capitals."""
    for block in find_blocks(text):
        if block.kind == HEADING and len(loud := text[block.start : block.end].upper()) == block.end - block.start:
            text = text[: block.start] + loud + text[block.end :]
    return text


VARIANTS: dict[str, Callable[[str], str]] = {
    f"hard-wrapped at {COLUMNS} columns": lambda text: _render(
        text, lambda body: textwrap.fill(body, COLUMNS, break_on_hyphens=False, break_long_words=False), "\n"
    ),
    "one paragraph a line": lambda text: _render(text, str, ""),
    "curly quotation marks": curl,
    "straight quotation marks": straighten,
    "CRLF line ends": lambda text: re.sub(r"\r?\n", "\r\n", text),
    "headings in capitals": _shout,
}


def robustness(tagger: Tagger, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return, for each variant of the layout, how many statements get another label or none; spans are compared without blanks."""
    plain = [_labels(tagger, text) for text in texts]
    total = sum(len(one) for one in plain)
    rows = []
    for name, change in VARIANTS.items():
        varied = [_labels(tagger, change(text)) for text in texts]
        changed = sum(_count_changed(one, other) for one, other in zip(plain, varied, strict=True))
        rows.append({"name": name, "statements": total, "another label": changed, "share": round(changed / max(1, total), 4)})
    return rows


def _labels(tagger: Tagger, text: str) -> list[_Labelled]:
    before = np.concatenate([[0], np.cumsum([not character.isspace() for character in text])])
    return [_Labelled(int(before[each.start]), int(before[each.end]), each.label) for each in tagger(text).statements]


def _count_changed(one: list[_Labelled], other: list[_Labelled]) -> int:
    """Return how many statements of `one` have another label, or none, in `other`: the label of the statement that covers at least half of them."""
    same = 0
    for each, index in zip(one, match_spans(one, other), strict=True):
        if index >= 0 and 2 * overlap(span_of(each), span_of(other[index])) >= each.end - each.start:
            same += other[index].label is each.label
    return len(one) - same
