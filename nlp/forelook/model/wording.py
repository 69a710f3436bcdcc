"""Wording: sentences whose own words settle their label, by its definition, where the passes take them for facts.

In: the class probabilities of the units of a batch of releases, their texts and segmentations. Out: the same, in which notes on guidance (what
a range leaves out, assumes or is compared with) are guidance, and warnings that something may not come about are legend. Only such wordings count for
which the labelled releases know hardly an exception, and only where the passes find the label possible.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from forelook.arrays import Floats
from forelook.data_files import read_entries
from forelook.model.classifier import CLASSES
from forelook.segment.layout import LIST_ITEM
from forelook.segment.segmentation import Segmentation
from forelook.segment.sentences import SENTENCE

GUIDANCE, FACT, LEGEND = (CLASSES.index(name) for name in ("guidance", "historical_fact", "safe_harbor"))
POSSIBLE = 0.03  # a label that the passes give less is not settled by words
SETTLED = 0.97  # share of right ones: 75 of 77 notes and 20 of 20 warnings in the corpus and 992 real releases
_KINDS = frozenset([SENTENCE, LIST_ITEM])


class Wordings(NamedTuple):
    """Patterns; the first two begin where a sentence does."""

    note: re.Pattern[str]  # names the guidance it is about
    back: re.Pattern[str]  # points back to it
    warning: re.Pattern[str]


def settle(probabilities: Floats, texts: Sequence[str], segmentations: Sequence[Segmentation]) -> Floats:
    """Return the probabilities of every unit, shape (units, classes), after those have been settled whose words leave no choice."""
    facts = probabilities.argmax(axis=1) == FACT
    doubted = np.flatnonzero(facts & (probabilities[:, [GUIDANCE, LEGEND]] >= POSSIBLE).any(axis=1))
    edges = np.cumsum([0, *(len(found.units) for found in segmentations)])
    releases = np.searchsorted(edges, doubted, side="right") - 1
    settled = probabilities.copy()
    for row, release, unit in zip(doubted.tolist(), releases.tolist(), (doubted - edges[releases]).tolist(), strict=True):
        found = segmentations[release]
        if found.units[unit].kind not in _KINDS or found.quoted_by[unit] >= 0:
            continue
        sentence = texts[release][found.units[unit].start : found.units[unit].end]
        possible = settled[row] >= POSSIBLE
        after_guidance = unit > 0 and settled[row - 1].argmax() == GUIDANCE
        if possible[GUIDANCE] and is_note(sentence, after_guidance=after_guidance):
            _give(settled[row], GUIDANCE)
        elif possible[LEGEND] and is_warning(sentence):
            _give(settled[row], LEGEND)
    return settled


def is_note(sentence: str, *, after_guidance: bool) -> bool:
    """Return whether a sentence is a note on guidance; only after guidance may it do without naming it."""
    wordings = load_wordings()
    return bool(wordings.note.match(sentence) or (after_guidance and wordings.back.match(sentence)))


def is_warning(sentence: str) -> bool:
    """Return whether a sentence warns that something may not come about."""
    return load_wordings().warning.search(sentence) is not None


@cache
def load_wordings() -> Wordings:
    """Return the patterns that `data/wordings.txt` makes."""
    groups = {name: _one_of(phrases) for name, _, phrases in (line.partition(":") for line in read_entries("model", "wordings"))}
    own, back, between, note, denied, warning = (groups[name] for name in ("guidance", "back", "between", "note", "not", "warning"))
    pointing = r"(?:these|those|this|that|the|such|both|all)"
    start = rf"(?:(?:{pointing}|our|its|their|either|neither) )?(?:(?:{between}|(?:fy|q)?\d{{1,4}}) )*{own}"
    backward = rf"(?:{pointing} (?:{between} )*{back}|this|these|that|those)"
    end = rf"(?: of (?:{pointing}|our|its) (?:{between} )*{own})?(?: (?:also|now|still|further|therefore|accordingly|currently))? "
    verb = rf"(?:{note}|do(?:es)? not (?:yet )?{denied})\b"
    return Wordings(_compile(rf"\W*{start}{end}{verb}"), _compile(rf"\W*{backward}{end}{verb}"), _compile(rf"\b{warning}\b"))


def _give(row: Floats, label: int) -> None:
    """Give a label its share of a row of probabilities, in place."""
    row *= (1.0 - SETTLED) / (1.0 - row[label])
    row[label] = SETTLED


def _one_of(phrases: str) -> str:
    words = [re.escape(phrase.strip()).replace("'", "['’]") for phrase in phrases.split(",")]
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("\\ ", " ").replace(" ", r"\s+"), re.IGNORECASE)
