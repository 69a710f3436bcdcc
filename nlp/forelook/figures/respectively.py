"""Figures in order: "revenue and income of $5 million and $1 million, respectively".

In: the drafts of a statement, its metrics and periods. Out: the drafts with the metric, the period or the basis that stands in their place
in the order.
"""

from __future__ import annotations

from itertools import pairwise

from forelook.expressions.numbers.currency import is_currency
from forelook.expressions.numbers.hedges import negate, size_of
from forelook.expressions.periods.period import When
from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft, Frame
from forelook.figures.link import PER_SHARE, RATIOS
from forelook.figures.measure import flows_out
from forelook.figures.metrics.entity import find_entity
from forelook.figures.metrics.mentions import Mention
from forelook.figures.sentence import Sentence
from forelook.records import Basis

_BOTH: tuple[Basis, ...] = ("gaap", "non_gaap")  # in the order in which "GAAP and non-GAAP" names them
_AND = cue(r"\s+and\s+(?:(?:adjusted|net|operating|its|total)\s+)*")
_OF_BASES = cue(r"\bgaap\s+and\s+non-?gaap\b[\w\s-]{0,30},?\s*$")  # "for GAAP and non-GAAP results, respectively"
_LISTED = cue(r"[,;&]|\band\b")
_DEAR = 1000  # what no share earns
_MOST = 4  # figures that are matched with as many words


def match_in_order(sentence: Sentence, drafts: list[Draft]) -> None:
    """Match values in order with the metrics, or the periods, that stand before them in as many words."""
    end = sentence.text.find("respectively")
    if end < 0:
        _match_pairs(sentence, drafts)
        return
    clause = [draft for draft in drafts if draft.value and draft.value[1] <= end + 13 and end + 1 - draft.value[1] < 250]
    for size in range(_MOST, 1, -1):
        group = clause[-size:]
        spans = [draft.value for draft in group if draft.value]
        if len(group) < size or len(set(spans)) < size or spans[-1][1] - spans[0][0] > 60 * size + 40:
            continue
        named, timed = _words_for(sentence, spans[0][0], spans[-1][1])
        named = _fitting(sentence.text, named, group)
        if named:
            for draft, metric in zip(group, named, strict=True):
                if flows_out(*_words_of(sentence, draft.metric)) != flows_out(*_words_of(sentence, metric)):
                    draft.low, draft.high = negate(draft.low, draft.high)
                draft.metric, draft.entity = metric, find_entity(sentence.printed, metric)
            return
        if len(timed) >= size and not _OF_BASES.search(sentence.text, 0, end):
            for draft, when in zip(group, timed[-size:], strict=True):
                draft.period, draft.choices = Frame(when.name or "", when.fiscal, when.start, when.end), []
            return


def _fitting(text: str, named: list[Mention], group: list[Draft]) -> list[Mention]:
    """Return the last metrics of a list, as many as the figures: listed ones if they suit, else with those of other quantities between them."""
    listed = [metric for metric in named if metric.name != "other"]
    for metrics in (listed, named):
        last = metrics[-len(group) :]
        if len(last) == len(group) and all(map(_suits, last, group)) and all(_LISTED.search(text, one.end, other.start) for one, other in pairwise(last)):
            return last
    return []


def _words_of(sentence: Sentence, metric: Mention) -> tuple[str, str]:
    return metric.name, sentence.text[metric.start : metric.end]


def _suits(metric: Mention, draft: Draft) -> bool:
    """Return whether a figure may be one of a metric: an amount of money is no ratio, a large one is not earned by a share."""
    money = is_currency(draft.unit)
    return not money or (metric.name not in RATIOS and (metric.name not in PER_SHARE or size_of(draft.low, draft.high) < _DEAR))


def _match_pairs(sentence: Sentence, drafts: list[Draft]) -> None:
    """Match two values with the two metrics before them, each two joined by "and" alone: "revenue and EBITDA of $40 million and $4 million"."""
    for one, other in pairwise(drafts):
        if one.metric != other.metric or one.unit != other.unit or not one.value or not other.value or one.value[0] < one.metric.end:
            continue
        before = [metric for metric in sentence.metrics if metric.start < one.metric.start][-1:]
        if before and _AND.fullmatch(sentence.text, one.value[1], other.value[0]) and _AND.fullmatch(sentence.text, before[0].end, one.metric.start):
            one.metric, one.entity = before[0], find_entity(sentence.printed, before[0])


def part_bases(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the second basis of each of two figures: "GAAP and non-GAAP margins of 63.0% and 63.5%, respectively"."""
    if "respectively" not in sentence.text:
        return drafts
    both = [draft for draft in drafts if draft.basis in _BOTH]
    places = sorted({draft.value for draft in both if draft.value})
    if len(both) != len(_BOTH) * len(places) or len(places) != len(_BOTH):
        return drafts
    basis_at = dict(zip(places, _BOTH, strict=True))
    return [draft for draft in drafts if draft not in both or (draft.value and basis_at[draft.value] == draft.basis)]


def _words_for(sentence: Sentence, first: int, last: int) -> tuple[list[Mention], list[When]]:
    """Return the metrics before the first figure, and the periods before it or after the last."""
    before = [metric for metric in sentence.metrics if metric.end <= first]
    timed = [when for when in sentence.periods if when.name and when.kind != "annual" and not when.compared and (when.end <= first or when.start >= last)]
    return before, timed
