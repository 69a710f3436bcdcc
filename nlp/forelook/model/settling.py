"""Settling: corrects the class probabilities of units whose own wording decides their label (wording.py), where the passes find that label possible.

In: the class probabilities of the units of a batch of releases, their texts and segmentations. Out: the same, with notes on guidance and plans as guidance,
warnings as legend, what only looks like guidance as fact, and quotations that look forward or do not (flags.py). Questions in the middle of a paragraph, short
sentences with a verb, headlines, and lines that say what, when or where are taken from meta.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from forelook.arrays import Floats, Ints, Mask
from forelook.model.classifier import CLASSES
from forelook.model.decisions import GUIDANCE_ODDS
from forelook.model.flags import find_doubted_flags, settle_flag
from forelook.model.phrases import Folded
from forelook.model.wording import (
    finite_verbs,
    fold,
    gives_amount,
    gives_measure,
    headline_verbs,
    heads_outlook,
    heads_results,
    is_fact,
    is_note,
    is_plan,
    is_warning,
    leads_outlook,
    leads_results,
)
from forelook.segment.breaks import LABEL
from forelook.segment.layout import CONTACT, HEADING, LIST_ITEM, TABLE
from forelook.segment.segmentation import KIND_CODES, Segmentation
from forelook.segment.sentences import DATELINE, SENTENCE, TITLE, Unit

GUIDANCE, FACT, LEGEND, META = (CLASSES.index(name) for name in ("guidance", "historical_fact", "safe_harbor", "meta"))
POSSIBLE = 0.008  # a label to which the passes give less is not settled by wording
HARDLY_POSSIBLE = 0.003  # the same for facts, whose wordings are the most frequent in the labelled releases, and for headlines
# Share of wordings that are right, in the corpus and 992 real releases: 73 of 75 notes, 430 of 440 plans, 479 of 479 warnings, 1,215 of 1,256 facts.
SETTLED = 0.97
SURELY_META = 0.85  # a question in the middle of a paragraph stays meta where the passes give meta more than this
SURELY_NOTHING = 0.995  # the same for a short sentence with a verb and for a line that says what, when or where
STATES = 0.9  # share of the units taken from meta that state something: in the 992 releases, 5 of 6 questions and 3 of 3 lines
LONGEST_LINE = 160  # characters of a line that gives a measure and no more
LONGEST_SHORT = 80  # characters of a short sentence; all 1,425 such sentences with a verb in the 992 releases state something, and 3,061 of 3,068 in the corpus
SHORTEST_VERB = 4  # letters of a verb whose plural form is its singular without the s; "is" and "has" are too short
_VERBS = finite_verbs() | {verb[:-1] for verb in finite_verbs() if verb.endswith("s") and len(verb) > SHORTEST_VERB}  # "Ponds cover nine hectares."
_KINDS = frozenset([SENTENCE, LIST_ITEM, HEADING])
_LABELLED = _KINDS | {CONTACT}  # "Replay: (800) 555-0171" looks like a contact
_HEADS = frozenset([HEADING, TITLE])
MOST_SUB_HEADLINES = 6  # between a headline and its dateline
FARTHEST_HEAD = 12  # units below a heading in which a unit still belongs to it
_STOP = re.compile(r"[A-Za-z\d)%]\.(?:\(\w{1,2}\)|\[\w{1,2}\]|[*†‡¹²³⁰⁴-⁹\d])*$")  # and the marks of notes behind it
_ABOUT_AMOUNT = re.compile(r"About [$€£]?\d[\d,.]*(?:%| [a-z])")  # no title: "About 31 million shares"
_MEASURE = re.compile(r"[A-Z][^:@]{4,60}: (?:about )?[$€£]?\d[\d,.]*(?:%| [a-z])")
_SIGNED = ("Date:", "DATE:")  # what a line above a signature begins with, too


def settle(probabilities: Floats, texts: Sequence[str], segmentations: Sequence[Segmentation]) -> Floats:
    """Return the probabilities of every unit, shape (units, classes), corrected where the wording decides the label."""
    edges = np.cumsum([0, *(len(found.units) for found in segmentations)])
    settled = probabilities.copy()
    _settle_meta(settled, edges, texts, segmentations)
    best = settled.argmax(axis=1)
    heads = np.concatenate([found.kinds for found in segmentations]) == KIND_CODES[HEADING]
    facts = (best == FACT) & (settled[:, [GUIDANCE, LEGEND]] >= np.where(heads, HARDLY_POSSIBLE, POSSIBLE)[:, None]).any(axis=1)
    doubted = facts | ((best == GUIDANCE) & (settled[:, FACT] >= HARDLY_POSSIBLE))
    classes = best.tolist()
    for (row, release, unit), shares in zip(_locate(doubted, edges), settled[doubted].tolist(), strict=True):
        found = segmentations[release]
        if found.units[unit].kind == TABLE:
            label = _choose_table(texts[release], found.units, unit, shares)
        elif found.units[unit].kind in _KINDS and found.quoted_by[unit] < 0:
            label = _choose_line(texts[release], found.units, unit, shares, after_guidance=unit > 0 and classes[row - 1] == GUIDANCE)
        else:
            continue
        if label is not None:
            classes[row] = label
            settled[row] *= (1.0 - SETTLED) / (1.0 - shares[label])
            settled[row, label] = SETTLED
    doubted = find_doubted_flags(settled)
    for row, release, unit in _locate(doubted, edges):
        if segmentations[release].quoted_by[unit] >= 0:
            settle_flag(settled[row], fold(texts[release][segmentations[release].units[unit].start : segmentations[release].units[unit].end]))
    return settled


def _locate(doubted: Mask, edges: Ints) -> Iterator[tuple[int, int, int]]:
    """Return the row, the release and the index in the release of each unit in doubt; `edges` are the rows at which releases begin."""
    rows = np.flatnonzero(doubted)
    releases = np.searchsorted(edges, rows, side="right") - 1
    return zip(rows.tolist(), releases.tolist(), (rows - edges[releases]).tolist(), strict=True)


def _settle_meta(settled: Floats, edges: Ints, texts: Sequence[str], segmentations: Sequence[Segmentation]) -> None:
    """Move, in place, probability from meta to the other classes for units whose place or wording shows that they state something."""
    best = settled.argmax(axis=1)
    unsure = (best == META) & (settled[:, META] <= SURELY_NOTHING)
    for (row, release, unit), share in zip(_locate(unsure, edges), settled[unsure, META].tolist(), strict=True):
        units, text = segmentations[release].units, texts[release]
        if units[unit].kind not in _LABELLED:
            continue
        states = _states_event_detail(text, units, unit) or _heads_release(text, units, unit)
        states = states or (segmentations[release].quoted_by[unit] < 0 and _is_short_sentence(text, units[unit]))
        states = states or _ABOUT_AMOUNT.match(text, units[unit].start, units[unit].end) is not None
        if not states and share <= SURELY_META:
            states = _stands_in_prose(text, units, unit, best[row - 1 : row + 2])
        if states:
            settled[row] *= STATES / (1.0 - share)
            settled[row, META] = 1.0 - STATES


def _stands_in_prose(text: str, units: Sequence[Unit], index: int, best: Ints) -> bool:
    """Return whether a unit is a question or an exclamation between two sentences of its paragraph that state something; `best` has the three classes."""
    unit = units[index]
    if text[unit.end - 1] not in "!?" or not 0 < index < len(units) - 1 or META in (best[0], best[2]):
        return False
    return all(units[k].kind == SENTENCE and units[k].block == unit.block for k in (index - 1, index, index + 1))


def _heads_release(text: str, units: Sequence[Unit], index: int) -> bool:
    """Return whether a unit is a headline above the dateline and its sub-headlines, with a verb of headlines or results.

    In the 992 releases 357 of 358 such right above a dateline state something, and 108 of 111 over others, the rest being a feed's lines in brackets.
    """
    unit = units[index]
    if unit.kind != HEADING or text[unit.start] == "(":
        return False
    below = next((other.kind for other in units[index + 1 : index + 2 + MOST_SUB_HEADLINES] if other.kind not in (HEADING, LIST_ITEM)), "")
    after_first = text[unit.start : unit.end].lower().split()[1:]
    return below == DATELINE and (not headline_verbs().isdisjoint(after_first) or after_first[-1:] == ["results"])


def _is_short_sentence(text: str, unit: Unit) -> bool:
    """Return whether a unit is a short sentence, with a verb or a measure and its amount, and a full stop: "COSTS ROSE.", "Backlog: $4 million."."""
    if unit.kind not in (SENTENCE, HEADING) or unit.end - unit.start > LONGEST_SHORT or text.find(".", unit.start, unit.end) < 0:
        return False
    if _STOP.search(text, unit.start, unit.end) is None:
        return False
    content = text[unit.start : unit.end]
    after_first = (content.lower() if content.isupper() else content).replace(".", " ").split()[1:]
    return not _VERBS.isdisjoint(after_first) or _MEASURE.match(content) is not None


def _states_event_detail(text: str, units: Sequence[Unit], index: int) -> bool:
    """Return whether a unit is a line such as "What: …" or "Dial-in: …"; "Date: …" stands above a signature where no such line stands beside it."""
    if not _is_labelled(text, units[index]):
        return False
    if not text.startswith(_SIGNED, units[index].start):
        return True
    return any(_is_labelled(text, unit) for unit in (*units[index - 1 : index], *units[index + 1 : index + 2]))


def _is_labelled(text: str, unit: Unit) -> bool:
    """Return whether a unit begins with a word that says what, when or where, and a colon."""
    if unit.kind not in _LABELLED or text.find(":", unit.start, unit.end - 1) < 0:
        return False
    return LABEL.match(text, unit.start, unit.end) is not None


def _stands_below(text: str, units: Sequence[Unit], index: int, heads: Callable[[Folded], bool]) -> bool:
    """Return whether the heading that a unit stands below, if there is one near by, is one that `heads` accepts."""
    for unit in reversed(units[max(0, index - FARTHEST_HEAD) : index]):
        if unit.kind in _HEADS:
            head = fold(text[unit.start : unit.end])
            if heads(head) or not (_is_line(text, unit) and gives_measure(head)):
                return heads(head)
    return False


def _is_line(text: str, unit: Unit) -> bool:
    """Return whether a unit is no heading, or one in which most words are small: "Return on capital above 14 percent"."""
    words = [word for word in text[unit.start : unit.end].split()[1:] if word[0].isalpha()]
    return unit.kind not in _HEADS or 2 * sum(word[0].islower() for word in words) > len(words) > 1


def _choose_line(text: str, units: Sequence[Unit], index: int, shares: list[float], *, after_guidance: bool) -> int | None:
    """Return the class that the wording of a sentence, item or heading decides, None where it decides nothing."""
    unit = units[index]
    line = fold(text[unit.start : unit.end])
    label = _choose(line, shares, headline=unit.kind == HEADING, after_guidance=after_guidance)
    if label is None and unit.end - unit.start <= LONGEST_LINE:
        label = _choose_below(line, text, units, index, shares)
    return label


def _choose_table(text: str, units: Sequence[Unit], index: int, shares: list[float]) -> int | None:
    """Return the class that a table's lead-in or the heading right above it decides, None where they decide nothing.

    All 49 tables of the corpus below the heading of an outlook are guidance.
    """
    above = next((unit for unit in reversed(units[max(0, index - 2) : index]) if text[unit.start] != "("), None)  # "(in thousands)"
    if above is None:
        return None
    head = fold(text[above.start : above.end])
    if shares[GUIDANCE] * GUIDANCE_ODDS > shares[FACT]:
        return FACT if above.kind in (SENTENCE, HEADING) and leads_results(head) else None
    return GUIDANCE if shares[GUIDANCE] >= POSSIBLE and above.kind in _HEADS and heads_outlook(head) else None


def _is_led_in(text: str, units: Sequence[Unit], index: int) -> bool:
    """Return whether a line is one of those, without a verb, that a sentence leads in: "For 2027, we anticipate the following:"."""
    for unit in reversed(units[max(0, index - FARTHEST_HEAD) : index]):
        lead = fold(text[unit.start : unit.end])
        if lead.text.endswith(":"):
            return leads_outlook(lead)
        if not gives_measure(lead):
            return False
    return False


def _choose_below(line: Folded, text: str, units: Sequence[Unit], index: int, shares: list[float]) -> int | None:
    """Return the class that a line's wording decides together with the heading above it, or with what leads it in, None where it decides nothing."""
    if shares[GUIDANCE] * GUIDANCE_ODDS > shares[FACT]:
        is_result = units[index].kind == LIST_ITEM and gives_amount(line) and _stands_below(text, units, index, heads_results)
        return FACT if is_result else None
    if shares[GUIDANCE] < POSSIBLE or not gives_measure(line):
        return None
    is_outlook = (_is_line(text, units[index]) and _stands_below(text, units, index, heads_outlook)) or _is_led_in(text, units, index)
    return GUIDANCE if is_outlook else None


def _choose(sentence: Folded, shares: list[float], *, headline: bool, after_guidance: bool) -> int | None:
    """Return the class that a sentence's wording decides, None where it decides nothing."""
    if shares[GUIDANCE] * GUIDANCE_ODDS > shares[FACT]:
        if is_fact(sentence, headline=headline):
            return FACT
    elif shares[GUIDANCE] >= (HARDLY_POSSIBLE if headline else POSSIBLE) and (
        is_plan(sentence, headline=headline) or (not headline and is_note(sentence, after_guidance=after_guidance))
    ):
        return GUIDANCE
    return LEGEND if shares[LEGEND] >= POSSIBLE and not headline and is_warning(sentence) else None
