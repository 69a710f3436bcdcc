"""What a model says of a unit when something is taken away: words, neighbours, a heading, quotation marks.

In: a text, its segmentation, and the model's scores as a function. Out: the score of a label without each thing. Features are
hashed n-grams, so that a weight belongs to no word alone; blanking the word in place, where every offset stays, and scoring
once more says exactly what all weights that it takes part in are worth together.
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

FLOOR = 1e-4  # the least probability that a score tells apart
_BATCH = 32  # texts scored at once
_WORD = re.compile(r"\S+")


class Occlusion(NamedTuple):
    """Words to be blanked, and the segmentation that goes with them where it differs."""

    blanks: tuple[Span, ...]
    segmentation: Segmentation


def score_occlusions(predict: Predict, text: str, changes: Iterable[Occlusion], unit: int, label: int) -> list[float]:
    """Return the score of `label` for the unit of index `unit` under each change; 0 where it would state nothing."""
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
    """Return `text` with blanks in place of the words of `spans`; line ends and offsets stay."""
    for start, end in spans:
        text = text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
    return text


def words_of(text: str, start: int, end: int, most: int) -> list[Span]:
    """Return the places of the first `most` words of a stretch, without the marks around them."""
    spans = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].strip("\"“”‘’'.,;:!?()[]*•-–—")
        if word:
            begin = match.start() + match[0].index(word)
            spans.append((begin, begin + len(word)))
    return spans[:most]


def fall(before: float, after: float) -> float:
    """Return by how much the log-odds fall from one probability to another."""
    return log_odds(before) - log_odds(after)


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, held off from 0 and 1 by FLOOR."""
    held = min(max(probability, FLOOR), 1 - FLOOR)
    return math.log(held / (1 - held))
