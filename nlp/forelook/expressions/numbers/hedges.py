"""What the words around a figure make of it: about, at least, up to; up or down.

In: a folded text and where a figure stands. Out: Values: the figure with its form, and signed where "down" stands before it.
"""

from __future__ import annotations

import re

from msgspec import Struct

from forelook.expressions.numbers.amounts import Amount
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch_words


class Value(Struct, frozen=True, gc=False):
    """A figure in a statement: where it stands, what it says."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str  # a currency, the same with /share, percent, percentage_points, basis_points, times, count; "" where none is printed
    form: str
    way: int  # 1 for "up", "plus", -1 for "down", "minus" before it, 0 without; a figure with "down" is negative already
    kind: str  # number, words (a number in words without unit), digits, zero (flat, break-even), multiple (double)
    lead: int  # where its hedges begin
    scaled: bool  # a scale is printed


class Hedge(Struct, frozen=True, gc=False):
    """The words just before a figure."""

    lead: int  # where they begin
    way: int
    form: str  # "" where they give none


_HEDGE = cue(
    r"""(?:\b(?P<way>up|down|plus|minus|negative|\+)\s*(?:by\s+|an?\s+(?:additional|further)\s+)?)?
    (?:\b(?P<about>about|approximately|approx\.?|around|roughly|some|nearly|near|almost|closer?\s+to|nearer\s+to|circa|ca?\.|in\s+the\s+(?:neighborhood|vicinity|area
        |order)\s+of|an?\s+estimated|virtually|just\s+(?:under|over|about)|slightly\s+(?:more|less)\s+than|mid-point\s+of|on\s+the\s+order\s+of
        |approach(?:es|ing)?|(?:to\s+)?approximate[sd]?)
    |\b(?P<least>at\s+least|more\s+(?:than|then)|no(?:t)?\s+(?:less|fewer|worse)\s+than|over(?!\s+the\b)|exceed(?:s|ing)?|in\s+excess\s+of|greater\s+than|above|north\s+of
        |(?:better|faster)\s+than|higher\s+than|a?\s*minimum(?:\s+of)?|upwards?\s+of|surpass(?:es|ing)?|top(?:ping|s)?|past|pass(?:es|ing)?|cross(?:es|ing)?)
    |(?P<greater>[>≥]=?)\s*|(?P<smaller>[<≤]=?)\s*
    |\b(?P<most>up\s+to|(?:no|not)\s+(?:more|greater|higher)\s+than|less\s+than|fewer\s+than|lower\s+than|below|under|at\s+most|a?\s*maximum(?:\s+of)?
        |as\s+(?:much|many)\s+as|not\s+(?:to\s+)?exceed(?:ing)?|within|as\s+high\s+as))?
    \s*(?:a\s+|the\s+|an\s+|to\s+be\s+|by\s+)?(?P<tilde>~)?\s*$""",
    re.VERBOSE,
)
HEDGING = frozenset((
    "up", "down", "plus", "minus", "negative", "by", "a", "an", "additional", "about", "approximately", "approx", "around", "roughly", "some", "nearly",
    "near", "almost", "close", "to", "circa", "c", "ca", "in", "the", "neighborhood", "vicinity", "area", "order", "of", "estimated", "virtually", "just",
    "under", "over", "slightly", "more", "less", "than", "then", "mid", "point", "on", "approach", "approaches", "approaching", "approximate", "approximates",
    "approximated", "at", "least", "no", "not", "fewer", "exceed", "exceeds", "exceeding", "excess", "greater", "above", "north", "better", "faster", "higher",
    "minimum", "upward", "upwards", "surpass", "surpasses", "surpassing", "past", "pass", "passes", "passing",
    "top", "topping", "tops", "lower", "below", "most", "maximum", "as", "much",
    "further", "many", "cross", "crosses", "crossing", "closer", "nearer", "worse", "within", "high", "be",
))  # fmt: skip
"""Words that a hedge is made of."""
_WAYS = {"up": 1, "plus": 1, "+": 1, "down": -1, "minus": -1, "negative": -1}
_NOT_EXCEED = cue(r"(?:\b(?:not(?!\s+only\b)|without|no|never)|n['’]t)\s+(?:(?!but\b|and\b)[\w'’-]+\s+){0,6}$")
_OR_MORE = cue(
    r",?\s*+(?:(?:(?:[a-z][a-z-]+\s+)?or|and)\s+(?P<more>more|better|greater|higher|above|up(?!\s+(?:about\s+)?[$€£]?\d))(?!\s+than\b)"
    r"|(?:or|and)\s+(?P<less>less|fewer|lower|below)|(?P<plus>\+(?!\s?/)|(?:-|(?<= ))plus\b(?!\s+or\s+minus))"
    r"|(?:percent\s+|%\s+)?range\b)"
)
_GOES_UP = cue(
    r"\b(?:(?:scal|ramp|step|gear|build)(?:es?|ing)?|guide|guidance|outlook|forecast|targets?)\s+$"
)  # "scale up to 50 tonnes a day", "take our guidance up to", of which "up" is no hedge
_COMES = cue(r"\b(?:get|mov|inch|step|edg|draw)\w*\s+(?:\w+\s+)?$")  # "moves closer to $1 billion", which it has not reached
_WRITES = cue(r"\b(?:writ(?:es?|ing)|pay(?:s|ing)?)\s+$")  # "write down $7 million", "pay down $5 million", of which "down" is no hedge
_MARK = watch_words(HEDGING.__contains__)
_SIGNS = "~+<>≥≤="  # with which a hedge may begin
_LONGEST_HEDGE, _VERB = 60, 14  # characters of a hedge, and before it


def find_hedge(words: Words, start: int) -> Hedge:
    """Return the hedge before the figure at `start`: the longest run of hedging words that makes one."""
    places = words.hedges_before(start, _MARK, _LONGEST_HEDGE, _SIGNS)
    if len(places) > 1:
        for place in reversed(places):
            match = _HEDGE.match(words.text, place, start)
            if match and not (match.group("way") == "down" and _WRITES.search(words.text, max(0, place - _VERB), place)):
                return Hedge(place, _WAYS.get(match.group("way") or "", 0), _form(words.text, match))
    return Hedge(places[0], 0, "")


def _form(text: str, match: re.Match[str]) -> str:
    if match.group("greater"):
        return "at_least"
    if match.group("least"):
        place = match.start("least")
        return "at_most" if _NOT_EXCEED.search(text[max(0, place - _LONGEST_HEDGE) : place]) else "at_least"
    if match.group("most") == "up to" and _GOES_UP.search(text, max(0, match.start("most") - _VERB), match.start("most")):
        return ""
    if match.group("about") == "closer to" and _COMES.search(text, max(0, match.start("about") - _VERB), match.start("about")):
        return ""
    return "at_most" if match.group("most") or match.group("smaller") else "approximately" if match.group("about") or match.group("tilde") else ""


def apply_hedge(words: Words, amount: Amount, span: tuple[int, int], bounds: tuple[float | None, float | None], form: str, dollar: str) -> Value:
    """Return the figure at `span` with the form that the words around it give, and negative where "down" stands before it."""
    (start, end), (low, high) = span, bounds
    hedge = find_hedge(words, start)
    if form == "point" and hedge.form:
        form = hedge.form
    if form in ("point", "approximately", "at_most") and (after := _OR_MORE.match(words.text, end)):
        form = "at_least" if after.group("more") or after.group("plus") else "at_most" if after.group("less") else "approximately"
    if form == "at_least":
        high = None
    elif form == "at_most":
        low = None
    if hedge.way < 0 and (low if low is not None else high or 0) >= 0:
        low, high = negate(low, high)
    return Value(start, end, low, high, amount.name_unit(dollar), form, hedge.way, amount.kind, hedge.lead, amount.scale != 1)


def size_of(low: float | None, high: float | None) -> float:
    """Return the larger of a figure's bounds, without its sign."""
    return max(abs(low or 0), abs(high or 0))


def negate(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Return the bounds of the same figure below zero."""
    return (0.0 - high if high is not None else None), (0.0 - low if low is not None else None)
