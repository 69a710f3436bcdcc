"""Earlier guidance beside new: the figure to which it belongs.

In: a statement's folded text, its values with their roles, the drafts so far. Out: values listed with earlier guidance told as such, and the
bounds of each given to the draft before it that is of its kind and size.
"""

from __future__ import annotations

from forelook.expressions.numbers.hedges import negate, size_of
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft
from forelook.figures.link import RATE_UNITS
from forelook.figures.roles import Role

_INCLUDING = cue(r"\b(?:including|includes?|of\s+which|inclusive\s+of)\b")
_AND_PRIOR = cue(r"(?:\s+(?:per\s+(?:diluted\s+)?share|[a-z]+))?,?\s+and(?:\s+(?:the|of|a|about|approximately))*\s*")
_GAINED_OR_LOST = cue(
    r"\b(?:(?P<lost>loss(?:es)?|outflows?|decline|decrease|drop)|income|profits?|earnings|inflows?|growth|increase|gain)"
    r"(?:\s+(?:of|by|between))?(?:\s+(?:about|around|approximately|roughly|between|up\s+to|at\s+least))?\s*$"
)  # before earlier guidance
_HEADWIND = cue(r"[\s-]*(?:[\w-]+\s+)?headwind\b")
_RISES = cue(r"\b(?:up|plus|growth|increase|gain|profit)\b")  # "flat to up 2%"
_BETTER_THAN_THE = cue(r"\bthan\s+the\s*$")  # a comparison, and no open bound: "better than the $380 million it had forecast"
_FAR = 40  # characters before earlier guidance in which its sign is said
_MANIFOLD = 10  # how many times smaller or larger a figure is at most than what was planned before


def list_priors(text: str, values: list[Value], roles: list[Role]) -> None:
    """Make what "and" joins with earlier guidance such guidance, too, where figures of both kinds stand before: "$9 and 5%, against $8 and 4%"."""
    for number in range(len(values) - 1, 1, -1):  # "compared with 127 and 126 million assumed in May"
        one, other = values[number - 1], values[number]
        if roles[number] == "prior" and roles[number - 1] == "past" and _AND_PRIOR.fullmatch(text, one.end, other.lead):
            roles[number - 1] = "prior"
    for number in range(2, len(values)):
        one, other = values[number - 1], values[number]
        if roles[number - 1] == "prior" and roles[number] == "figure" and _AND_PRIOR.fullmatch(text, one.end, other.lead):
            kinds = [_kind(value.unit) for value, role in zip(values[: number - 1], roles, strict=False) if role == "figure"]
            if _kind(one.unit) in kinds and kinds.count(_kind(other.unit)) > (_kind(one.unit) == _kind(other.unit)):
                roles[number] = "prior"


def add_prior(text: str, drafts: list[Draft], value: Value, following: list[Value]) -> None:
    """Give the last draft of the same kind of unit its earlier guidance, skipping parts of a larger figure: "$5 million, including $1 million, up from".

    `following` is the earlier guidance that comes right after it: "121 and 118 million, against 127 and 126 million" is matched in order.
    """
    alike = [draft for draft in drafts if draft.prior is None and draft.value and draft.unit is not None and _is_alike(draft, value)]
    while len(alike) > 1 and (_is_part(text, alike[-2], alike[-1], value) or not _is_as_large(alike[-1], value)):
        alike.pop()
    more = sum(_kind(other.unit) == _kind(value.unit) for other in following)
    alike = alike[: len(alike) - more] or alike
    if alike:
        _give(text, alike[-1], value)


def give_moved(text: str, drafts: list[Draft], earlier: dict[int, Value]) -> None:
    """Give drafts the earlier guidance whose place their values take; `earlier` by where the values begin."""
    for draft in drafts:
        if draft.value and (value := earlier.get(draft.value[0])):
            _give(text, draft, value)


def _give(text: str, draft: Draft, value: Value) -> None:
    """Give a draft its earlier guidance, with its sign."""
    low, high = value.low, value.high
    if _BETTER_THAN_THE.search(text, value.lead, value.start):
        low = high = low if low is not None else high
    if _is_less(text, draft, value):
        low, high = negate(low, high)
    draft.prior = (low, high, value.start, value.end)


def _is_as_large(draft: Draft, value: Value) -> bool:
    """Return whether a figure is of the order of earlier guidance, as one of earnings per share is not of that of sales."""
    one, other = size_of(draft.low, draft.high), size_of(value.low, value.high)
    return one <= _MANIFOLD * other and other <= _MANIFOLD * one


def _is_part(text: str, one: Draft, other: Draft, value: Value) -> bool:
    """Return whether the second of two drafts is a part of the first, to whose whole a comparison applies: a comma stands before it."""
    begin, end = (one.value or (0, 0))[1], (other.value or (0, 0))[0]
    return begin <= end and _INCLUDING.search(text, begin, end) is not None and "," in text[(other.value or (0, 0))[1] : value.lead]


def _is_less(text: str, draft: Draft, value: Value) -> bool:
    """Return whether earlier guidance is of a loss or decline: as its own words say, or else as the new figure is."""
    if value.low is None or value.low < 0 or (value.high is not None and value.high < 0):
        return False
    if value.way > 0 or _RISES.search(text, value.start, value.end) or not size_of(value.low, value.high):
        return False
    if _HEADWIND.match(text, value.end):
        return True
    if said := _GAINED_OR_LOST.search(text, max(0, value.lead - _FAR), value.lead):
        return said.group("lost") is not None
    return (draft.high is not None and draft.high < 0) or (draft.low is not None and draft.low < 0 < value.low)


def _is_alike(draft: Draft, value: Value) -> bool:
    """Return whether earlier guidance may be that of a figure by its kind of unit; "flat" is that of a change in percent."""
    flat = value.kind == "zero" and not value.unit and draft.measure == "change"
    return _kind(draft.unit or "") == ("percent" if flat else _kind(value.unit))


def _kind(unit: str) -> str:
    return unit.removesuffix("/share") if unit[:3].isupper() else "percent" if unit in RATE_UNITS else unit or "count"
