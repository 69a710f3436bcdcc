"""How a figure stands to earlier guidance: by the acts of its statement, by the earlier figure beside it, by the rest of the release.

In: a statement and its drafts; all drafts of a release. Out: each draft's direction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from forelook.expressions.words.cues import cue
from forelook.figures.acts import AT_END, Act
from forelook.figures.drafts import Draft
from forelook.figures.link import RATE_UNITS
from forelook.records import Direction
from forelook.spans import Span

if TYPE_CHECKING:
    from forelook.figures.sentence import Sentence

_COMPARES = ("above ", "below ", "higher than ", "lower than ")
_AFTER = 100  # characters from a figure to a comparison with the earlier one
_NEAR = 60  # characters between "as before" and its figure
_NEXT_SENTENCE = re.compile(r"(?<=[a-z)%\d])[.;]\s+(?=[A-Z“\"])")
_ANOTHER = cue(r"[;,–—]\s*(?:and\s+)?(?P<who>(?:also\s+)?(?:it|we|they|the\s+company)\s+)?$")
_SAME = frozenset(("is", "has", "was", "remains", "stays"))  # which go on about the subject before the comma
_OF_GUIDANCE = cue(r"\b(?:guidance|outlook|forecast)\b")
_AS_BEFORE = cue(
    r"[^.;,()\d]{0,40}[,(–—]\s*(?:(?:the\s+)?same\s+as\s+(?:before|previously|earlier)|as\s+(?:before|earlier)|no\s+change|unchanged)\s*(?:[.,;)]|$|since\b)"
)  # "$5 million, the same as before"
_STILL = cue(r"\bas\s+before,\s+[^.;,\d]*$")
_GOVERNS = ("continue", "still", "now", "remain")  # acts that are no more than an adverb of a verb
_ANOTHER_VERB = cue(
    r"\band\s+(?:(?:it|we|they|management|the\s+company)\s+)?(?:also\s+)?(?:believes?|expects?|plans?|anticipates?|aims?|hopes?|intends?|forecasts|projects|estimates)\b"
)
_MOVED = cue(r"\b(?P<up>rais|increas|lift|boost|up\b|hik)\w*\b(?=[^.;]*\bfrom\b)|\b(?:lower|reduc|cut|trim|down\b|decreas)\w*\b(?=[^.;]*\bfrom\b)")


def direct(sentence: Sentence, drafts: list[Draft]) -> None:
    """Give the drafts of a statement their directions, by its words and by comparing with the earlier figure."""
    stand = "before" in sentence.text or "change" in sentence.text
    if not drafts or not (stand or sentence.acts or any(draft.prior for draft in drafts)):
        return
    acts = [act for act in sentence.acts if not sentence.text.startswith(AT_END, act[1])]
    stops = [match.span() for match in _NEXT_SENTENCE.finditer(sentence.printed)]
    for draft in drafts:
        place = draft.value[0] if draft.value else draft.metric.start
        near = [act for act in acts if not _is_between(stops, *((act[2], place) if act[1] <= place else (place, act[1])))]
        near = [act for act in near if not _is_said_alone(sentence.text, act, place)]
        if draft.value and draft.unit is not None:
            near = [act for act in near if act[0] != "withdrawn"]  # what is withdrawn gives no figure
        before = [act for act in near if act[1] <= place]
        if not before and near and _is_another(sentence.text, near[0][1]):
            near = []
        if draft.metric.name == "dividend_per_share" and not _OF_GUIDANCE.search(sentence.text):
            near = [act for act in near if act[0] not in ("raised", "lowered")]  # a raised dividend is no raised guidance
            before = [act for act in before if act in near]
        if near and (before or not (draft.prior and near[0][0] == "reaffirmed")):
            draft.direction, draft.own_act = _last(before) if before else near[0][0], True
            if draft.direction == "updated":
                draft.direction = _find_way_after(sentence.text, near, place) or "updated"
        if stand and draft.value and draft.prior is None and _stands(sentence.text, draft.value):
            draft.direction, draft.own_act = "reaffirmed", True
        if draft.prior is not None and draft.direction in ("issued", "updated"):
            draft.direction, draft.own_act = _compare_or_hear(sentence.text, draft, place), True


def _is_between(stops: list[Span], start: int, end: int) -> bool:
    """Return whether a sentence ends, and another begins, between two places."""
    number = bisect_left(stops, (start, 0))
    return number < len(stops) and stops[number][1] < end


def _stands(text: str, value: Span) -> bool:
    """Return whether the words right beside a figure say that it is what it was before."""
    return bool(_AS_BEFORE.match(text, value[1]) or _STILL.search(text, max(0, value[0] - _NEAR), value[0]))


def _is_said_alone(text: str, act: Act, place: int) -> bool:
    """Return whether an act before a figure governs only what comes before another verb: "still expects growth of 5% and believes that margins will be 10%"."""
    return text.startswith(_GOVERNS, act[1]) and _ANOTHER_VERB.search(text, act[2], max(act[2], place)) is not None


def _last(acts: list[Act]) -> Direction:
    """Return the direction of the last act before a figure; "now expects" after one that gives the way adds nothing to it."""
    ways = [act[0] for act in acts if act[0] != "updated"]
    return ways[-1] if acts[-1][0] == "updated" and ways and ways[-1] in ("raised", "lowered", "narrowed") else acts[-1][0]


def _find_way_after(text: str, acts: list[Act], place: int) -> Direction | None:
    """Return the way that an act soon after a figure says of it: "now expects $2.19 to $2.21, two cents above the midpoint of the earlier range"."""
    after = next((act for act in acts if act[1] > place), None)
    if after is None or after[0] not in ("raised", "lowered") or after[1] - place > _AFTER or not text.startswith(_COMPARES, after[1]):
        return None
    return after[0]


def _is_another(text: str, start: int) -> bool:
    """Return whether an act after a figure begins what has its own object: "Wins $18 Million Order, Raises Outlook", not "…, raising its outlook"."""
    found, verb = _ANOTHER.search(text[max(0, start - 30) : start]), text[start:].split(None, 1)[0].rstrip(",;")
    return found is not None and (found["who"] is not None or (verb.endswith("s") and verb not in _SAME))


def _compare_or_hear(text: str, draft: Draft, place: int) -> Direction:
    """Return how a figure stands to the earlier one; where its ends do not say, what the verb before it says."""
    compared = compare(draft)
    moved = _MOVED.search(text[max(0, place - 90) :]) if compared == "updated" else None
    return compared if moved is None else "raised" if moved.group("up") else "lowered"


def compare(draft: Draft) -> Direction:
    """Return how a figure stands to the earlier one that is printed beside it."""
    low, high, old_low, old_high = draft.low, draft.high, *(draft.prior or (None, None))[:2]
    if (low, high) == (old_low, old_high):
        return "reaffirmed"
    if (old_low is None) != (old_high is None) and low in (old_low, old_high) and low == high:
        return "narrowed"  # "4 percent, previously at least 4 percent"
    ends = [(new, old) for new, old in ((low, old_low), (high, old_high)) if new is not None and old is not None]
    if not ends:
        return "updated"
    moves = [(new > old) - (new < old) for new, old in ends]
    both = len(ends) == 2 and low != high
    if min(moves) >= 0:
        return "narrowed" if both and moves == [1, 0] else "raised"
    if max(moves) <= 0:
        return "narrowed" if both and moves == [0, -1] else "lowered"
    return "narrowed" if moves == [1, -1] else "updated"


def _years_of(draft: Draft) -> list[tuple[str, str]]:
    """Return the metric and each year of a draft for the whole company, "2025 to 2027" being three."""
    if draft.period is None or draft.entity or draft.metric.name in ("other", "all"):
        return []
    first, _, last = draft.period.name.partition("/")
    years = range(int(first), int(last) + 1) if first.isdigit() and last.isdigit() else [first]
    return [(draft.metric.name, str(year)) for year in years]


def _is_part(draft: Draft) -> bool:
    """Return whether a figure is an amount by which something moves its metric, of which nothing was guided before: "benefits of $0.17 to EPS"."""
    return draft.measure == "change" and draft.unit is not None and draft.unit not in RATE_UNITS


def carry_directions(text: str, drafts: list[Draft]) -> None:
    """Give every record of one metric, period and part the direction that is said of it anywhere in the release.

    A table's records take it from guidance for the whole that is reaffirmed, too, of which they are parts and years.
    """

    def key(draft: Draft) -> tuple[str, str | None, str]:
        part = " ".join(text[slice(*draft.entity)].lower().split()).removesuffix(" segment") if draft.entity else ""
        words = " ".join(text[draft.metric.start : draft.metric.end].lower().split()) if draft.metric.name == "other" else ""
        return draft.metric.name + words, draft.period.name.lstrip("/") if draft.period else None, part

    said: dict[tuple[str, str | None, str], Direction] = {}
    for draft in drafts:
        if draft.own_act and draft.direction not in ("issued", "updated"):
            said.setdefault(key(draft), draft.direction)
    whole: dict[tuple[str, str], Direction] = {
        name: "reaffirmed" for draft in drafts if draft.form == "unstated" and draft.direction == "reaffirmed" for name in _years_of(draft)
    }
    for draft in drafts:
        direction = said.get(key(draft)) or (whole.get((draft.metric.name, draft.period.name)) if whole and draft.period and draft.place == "table" else None)
        if direction and not draft.marked and draft.direction in ("issued", "updated") and not _is_part(draft):
            draft.direction = direction
