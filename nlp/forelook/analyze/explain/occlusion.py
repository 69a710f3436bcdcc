"""Scores of a unit with parts of its input occluded: words, neighbours, a heading, quotation marks.

In: a text, its segmentation, and the model's scores as a function. Out: the score of a label without each part. Features are
hashed n-grams, so no weight belongs to a single word; replacing a word with blanks, which keeps every offset, and scoring
again shows the joint effect of all weights in which it takes part.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, NamedTuple

from forelook.model.decisions import Decisions, decide
from forelook.records import Document, Source
from forelook.segment.segmentation import Segmentation
from forelook.spans import Span

Predict = Callable[[list[Document], list[Segmentation]], Any]

FLOOR = 1e-4  # probabilities closer to 0 or 1 are not told apart
_BATCH = 32  # texts scored at once
_WORD = re.compile(r"\S+")


class Occlusion(NamedTuple):
    """The spans to blank, and the segmentation to score the result with."""

    blanks: tuple[Span, ...]
    segmentation: Segmentation


def score_occlusions(predict: Predict, text: str, changes: Iterable[Occlusion], unit: int, label: int) -> list[float]:
    """Return the score of `label` for the unit of index `unit` under each change; 0 where the unit would not be a statement."""
    scores: list[float] = []
    waiting = iter(changes)
    while batch := list(islice(waiting, _BATCH)):
        documents = [Document(str(number), blank(text, change.blanks), Source()) for number, change in enumerate(batch)]
        segmentations = [change.segmentation for change in batch]
        decided = decide(segmentations, predict(documents, segmentations))
        scores += [_score(decisions, unit, label) for decisions in decided]
    return scores


def _score(decisions: Decisions, unit: int, label: int) -> float:
    rows = (decisions.units == unit).nonzero()[0]
    return float(decisions.scores[rows[0], label]) if len(rows) else 0.0


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with blanks for the visible characters of `spans`; line ends and offsets are kept."""
    for start, end in spans:
        text = text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
    return text


def words_of(text: str, start: int, end: int, most: int) -> list[Span]:
    """Return the spans of the first `most` words of a stretch, without the punctuation around them."""
    spans = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].strip("\"“”‘’'.,;:!?()[]*•-–—")
        if word:
            begin = match.start() + match[0].index(word)
            spans.append((begin, begin + len(word)))
    return spans[:most]


def fall(before: float, after: float) -> float:
    """Return the decrease in log-odds from one probability to another."""
    return log_odds(before) - log_odds(after)


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, clipped to FLOOR and 1 - FLOOR."""
    clipped = min(max(probability, FLOOR), 1 - FLOOR)
    return math.log(clipped / (1 - clipped))
