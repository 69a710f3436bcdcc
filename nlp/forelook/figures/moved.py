"""Guidance that moves: "lowered its guidance to $5 million from $6 million", "cut its budget by $2 million to $8 million".

In: a statement, its values with their roles. Out: the values that are earlier guidance, each with the value that takes its place; the amounts by which
guidance moves made no figures.
"""

from __future__ import annotations

from forelook.expressions.numbers.hedges import size_of
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.acts import BUDGET_MOVED, GUIDE, PLAN_MOVED
from forelook.figures.results import EARNED, IN_YEAR_AFTER, PAST_AFTER
from forelook.figures.roles import Role
from forelook.figures.sentence import Sentence

_HEDGES = (
    r"(?:\s+(?:an?|the|its|our|new|revised|updated|previous|prior|earlier|original|range|of|between|about|approximately|around|roughly|at|least"
    r"|up|down|more|less|than|over|loss|growth|guidance|outlook|forecast|estimate|target|view))*\s*"
)
_FROM = cue(rf"(?:\s+(?!and\b|or\b)[a-z]+){{0,3}}\)?,?\s*\(?(?:(?:up|down|raised|lowered|increased|reduced|revised|changed|compared)\s+)?\bfrom\b{_HEDGES}")
_VERSUS = cue(rf"\)?,?\s*\(?(?:compared\s+(?:to|with)|versus|vs\.?|against){_HEDGES}")
_AND_NOW = cue(r",?\s+(?:and|but)\s+(?:(?:it|we|the\s+company)\s+)?now\s+[a-z]+\s+(?:[a-z]+\s+){0,5}")
_TO = cue(rf"(?:\s+(?!and\b|or\b)[a-z]+){{0,3}}?,?\s+to\b{_HEDGES}")
_BEGINS = cue(r"\bfrom(?:\s+(?:an?|the|its|range|of|between|about|approximately|at|least|earlier|previous|prior))*\s*$")
_BY = cue(
    r"(?<!dividend\s)(?<!dividends\s)\bby(?:\s+(?:an?|about|additional|further|approximately|roughly|some))*\s*$"
)  # a raised dividend is no raised guidance
_OTHER_ACT = cue(
    r"[;]|\.\s|\b(?:will|would|which|while|because|due|after|following|reflect\w*|driven|grow|rise|rising|with|includ\w+|an?\s+increase|and\s+(?:now\s+|also\s+)?"
    r"(?:expect|anticipat|forecast|see|project)\w*)\b"
)  # between an act and a figure that is not its own
_SOURCE = cue(r"\s+(?:\w+\s+)?from\s")  # "$5 million from services"
_NEAR = 40  # characters before a value in which "from" and "by" stand
_REACH = 400  # characters between an act and a figure that it moves
_MANIFOLD = 10  # how many times smaller or larger guidance becomes at most
_MOVES = ("raised", "lowered", "narrowed", "updated")


def find_moved(sentence: Sentence, values: list[Value], roles: list[Role]) -> dict[int, int]:
    """Return for values of earlier guidance, by number, the one that takes their place, and tell both by their roles."""
    found: dict[int, int] = {}
    for number in range(len(values) - 1 if sentence.acts else 0):
        one, other = values[number], values[number + 1]
        if number in found or "none" in (roles[number], roles[number + 1]) or one.unit[:3] != other.unit[:3]:
            continue
        if roles[number] == "figure" and _is_from(sentence.text, one, other) and _is_moved(sentence, one, points=other.form != "range"):
            found[number + 1], roles[number + 1] = number, "prior"
        elif _is_from_to(sentence, one, other, was=roles[number] == "prior" and "figure" not in roles[:number]):
            found[number], roles[number], roles[number + 1] = number + 1, "prior", "figure"
    return found


def leave_out_differences(sentence: Sentence, values: list[Value], roles: list[Role]) -> None:
    """Make the amount by which guidance moves to another that is printed beside it no figure."""
    for number in range(len(values) - 1 if sentence.acts else 0):
        one, other = values[number], values[number + 1]
        to = roles[number] != "none" and _TO.fullmatch(sentence.text, one.end, other.start)
        if to and _BY.search(sentence.text, max(0, one.lead - _NEAR), one.start) and _is_moved(sentence, one, points=True):
            roles[number] = "none"


def _is_from(text: str, one: Value, other: Value) -> bool:
    """Return whether only "from" stands between two values of one order, and no past time or source after the second."""
    link = _FROM.fullmatch(text, one.end, other.start) or (one.form == other.form == "range" and _VERSUS.fullmatch(text, one.end, other.start))
    if not link or not _is_as_large(one, other):
        return False
    return not any(after.match(text, other.end) for after in (PAST_AFTER, IN_YEAR_AFTER, EARNED, _SOURCE))


def _is_from_to(sentence: Sentence, one: Value, other: Value, *, was: bool) -> bool:
    """Return whether guidance moves from the first value to the second, or the first one `was` guidance and the second now is."""
    text = sentence.text
    if not _is_as_large(one, other):
        return False
    if was and _AND_NOW.fullmatch(text, one.end, other.start):
        return True
    begins = _BEGINS.search(text, max(0, one.start - _NEAR), one.start) and _TO.fullmatch(text, one.end, other.start)
    return begins is not None and _is_moved(sentence, one, points=True)


def _is_as_large(one: Value, other: Value) -> bool:
    first, second = size_of(one.low, one.high), size_of(other.low, other.high)
    return one.unit.startswith("percent") or (first <= _MANIFOLD * second and second <= _MANIFOLD * first)


def _is_moved(sentence: Sentence, value: Value, *, points: bool) -> bool:
    """Return whether an act on guidance moves a value; "now expects" does where the earlier figure is a range, as no result is."""
    text = sentence.text
    for name, start, end in reversed(sentence.acts):
        if name not in _MOVES or not value.start - _REACH < end <= value.start or _OTHER_ACT.search(text, end, value.start):
            continue
        if not points or GUIDE.search(text, max(0, start - _NEAR), value.start) or any(moved.match(text, start) for moved in (BUDGET_MOVED, PLAN_MOVED)):
            return True
    return False
