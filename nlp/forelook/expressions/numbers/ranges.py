"""Ranges: what two neighbouring amounts make.

In: a folded text, two Amounts. Out: one Value, "$342 million to $348 million", "$100 million plus or minus 3 percent"; None where they make none.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from forelook.expressions.numbers.amounts import Amount
from forelook.expressions.numbers.hedges import Value, apply_hedge, find_hedge
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words

_DOLLARS = frozenset(("$", "USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD"))
_POINTS = frozenset(("percent", "percentage_points"))
_LINK = cue(
    r"\s*+(?:\((?:(?:or|about|approximately|~)\s*)?[a-z]{0,3}[$€£¥a-z]\s?\d[^()]*\)\s*+)?(?P<word>--|-|–|—|‑|−|to\b|and\b|or\b|through\b|\.\.\.?"
    r"|(?:\s*range|(?:sequentially|year[\s-](?:over|on)[\s-]year|quarter[\s-](?:over|on)[\s-]quarter))?,?\s*(?:plus\s+or\s+minus\b|\(?\+\s?/\s?[-–−]|±|give\s+or\s+take\b))\s*"
    r"(?:(?:approximately|about|roughly|around|~|almost|nearly|possibly|an?\s+(?:high|maximum|upper\s+end)\s+of|up\s+to|as\s+(?:much|high)\s+as)\s*)?"
    r"(?P<way>(?:(?:an?\s+)?(?:increase|profit|gain|growth)\s+of|up|plus|positive|down|minus|negative|an?\s+(?:loss|decrease|decline)\s+of)\s+)?$"
)
_NOUN_LINK = cue(r"(?P<noun>\s+(?!to\b)[a-z]+(?:\s+(?!to\b)[a-z]+)?)\s+(?P<word>to)\s+(?P<way>(?!))?")  # "600 MW to 630 MW"
_LONGEST_NOUN, _BEFORE = 40, 60  # characters between the two numbers, and before the first in which a verb stands
_BETWEEN = cue(r"\b(?:between|ranges?\s+of|ranging|low\s+of|from)\b[^.;]{0,30}$")
LISTED = cue(r"\s*,?\s*and\s+")
"""What joins a range with the next one: "between $3 million and $4 million, and 5% and 7%"."""
_RESPECTIVELY = cue(r",?\s+respectively\b")  # "up from $380 million and $1.95, respectively"
SPREAD_EACH = cue(r",?\s+(?:respectively,?\s+(?:in\s+each\s+case,?\s+)?|(?:each|both|in\s+(?:each|both)\s+cases?),?\s+)(?:plus\s+or\s+minus\s+|\+/-\s?)")
"""What stands between two figures and what each may differ by: "41% and 42%, respectively, plus or minus 50 basis points"."""
_FROM = cue(r"\bfrom\s+(?:about\s+|approximately\s+)?$")  # "from the $4 million to $5 million" is one figure
_RANGE_TO = cue(r"\s+to\s+(?:(?:an?\s+)?(?:new\s+)?range\s+of\s+|between\s+|about\s+)?[$€£]?\s?\d")  # "from $8 to $10 million to $8 to $9 million"
_FELL = cue(r"\b(?:loss|decrease|decline|drop)\s+of\s+(?:about\s+|approximately\s+)?$")
_MOVES = cue(
    r"\b(?:increas|rais|grow|gr[eo]w|ris|rose|lift|boost|lower|reduc|cut|declin|decreas|fall|drop|expand|improv|up\b|down\b|chang|revis|go(?:es"
    r"|ing)?\b|mov|doubl|narrow|adjust(?!ed\s+(?!(?:to|up|down|from|by|its|our|the)\b))|shrink|slim|swell|climb|jump|ramp|scal|advanc)\w*\b[^.;]*$"
)
_UP_FROM = cue(
    r"(?:\d[mbk]?|%|million|billion|percent|cents|share|\d\s*(?:per|an?|/)\s*[a-z]+)\)?,?\s+(?:up|down|raised|lowered|increased|reduced|compared)\s+(?:from|with"
    r"|to)\s+(?:(?:a|the|its|our)\s+)?$"
    r"|(?:\d[mbk]?|%|million|billion|percent|cents|share)\)?,?\s+from\s+$"
    r"|\d\s*(?:to|-|–)\s*\d[\d.,]*\s+[a-z]+,?\s+from\s+$"
    r"|\d[\d.,]*(?:[%mbk]|\s+(?:[a-z]+\s+){0,2}[a-z]+)?\s*\((?:(?:up|down|raised|lowered|revised)\s+)?from\s+$"
)  # "$4.10 to $4.20, up from $4.00 to $4.15", "5 to 6 tonnes (from 4 to 5 tonnes)": the range that was
_RANGED = cue(r"\brang\w*\s+(?:of\s+|is\s+)?(?:from\s+)?$")
_BY = cue(r"\bby\s+(?:about\s+|approximately\s+)?$")
_NEAR = 40  # characters before an amount in which "by" stands
_MANIFOLD = 3  # how many times the lower end the upper one of a range is at most where "by" stands before them
_LONGEST_LINK = 70  # characters between the two ends, with the first one in another currency
_APART = " " * 12
_MANIFOLD_BARE = 8  # the same of amounts without a scale, "by $0.05 to $0.30"
_FALLS = ("down", "minus", "negative")


def join(words: Words, one: Amount, other: Amount, dollar: str, *, listed: bool = False) -> Value | None:
    """Return the range that two neighbours make, None where they make none; `listed` after "and" after another range."""
    text = words.text
    link = _LINK.match(text, one.end, other.start) if other.start - one.end <= _LONGEST_LINK else None
    link = link or _match_noun(text, one, other)
    if link is None:
        return None
    word, way = link.group("word"), link.group("way") or ""
    if word == "--" and _APART in text[one.end : other.start]:
        return None  # a column of a table without a figure
    if "plus" in word or "/" in word or word == "±" or "give" in word:
        return _spread(words, one, other, dollar)
    if _stand_apart(text, word, one, other, listed=listed):
        return None
    shared = _share_units(one, other)
    if shared is None or (word == "or" and one.unit and one.unit != shared[1].unit):
        return None
    one, other = shared
    falls = find_hedge(words, one.start).way < 0
    low, high = one.number, other.high if other.high is not None else other.number
    if way.startswith(_FALLS) or any(fall in way for fall in ("loss", "decrease", "decline")) or (falls and not way):
        high = -abs(high)
    if falls or ("growth" in way and _FELL.search(text, max(0, one.start - _NEAR), one.start)):
        low = -abs(low)
    bounds = (low, high) if low <= high else (high, low)
    unit = replace(other if other.unit or other.currency else one, share=one.share or other.share)
    value = apply_hedge(words, unit, (one.start, other.end), bounds, "range" if low != high else "point", dollar)
    if falls:
        value = replace(value, low=bounds[0], high=bounds[1])
    return replace(value, kind="number" if "number" in (one.kind, other.kind) else other.kind, scaled=one.scale != 1 or other.scale != 1)


def _match_noun(text: str, one: Amount, other: Amount) -> re.Match[str] | None:
    """Return the link of two numbers that count the same, "600 MW to 630 MW", where nothing moves from the first to the second."""
    link = _NOUN_LINK.fullmatch(text, one.end, other.start) if other.start - one.end <= _LONGEST_NOUN else None
    if link is None or one.currency or one.unit or not text.startswith(link["noun"], other.end) or _MOVES.search(text, max(0, one.start - _BEFORE), one.start):
        return None
    return link


def _stand_apart(text: str, word: str, one: Amount, other: Amount, *, listed: bool) -> bool:
    """Return whether two amounts are two figures: "X and Y" without "between", "from X to Y" of two times, "X or Y" of two kinds."""
    if word == "and":
        return not listed and (_RESPECTIVELY.match(text, other.end) is not None or not _BETWEEN.search(text[max(0, one.start - 50) : one.start]))
    if word == "or":
        return one.kind != other.kind or other.low <= one.low
    if word != "to":
        return False
    if one.kind == "multiple" or _is_step(text, one, other):
        return True  # "double to 10%", "raise the budget by $2 million to $12 million"
    if one.unit == "percent" and not other.unit and _BY.search(text, max(0, one.start - _NEAR), one.start):
        return True  # "raised its guidance by 5% to 62 barrels"
    before = text[max(0, one.start - 90) : one.start]
    moved = bool(_FROM.search(before)) and not _RANGED.search(before) and not _UP_FROM.search(before) and bool(_MOVES.search(before))
    return moved and not _RANGE_TO.match(text, other.end)


def _is_step(text: str, one: Amount, other: Amount) -> bool:
    """Return whether the first of two amounts is by how much something moves to the second: far smaller, after "by"."""
    cents = one.unit == "cents" and other.unit != "cents"
    manifold = _MANIFOLD if one.scale > 1 else _MANIFOLD_BARE if one.currency or cents else 0
    return manifold > 0 and other.number >= manifold * one.number / (100 if cents else 1) and _BY.search(text, max(0, one.start - _NEAR), one.start) is not None


def _share_units(one: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """Return both ends with the unit, scale and currency that one of them gives for both; None where they do not go together."""
    if "zero" in (one.kind, other.kind):
        if one.kind == "zero":
            return replace(one, unit=other.unit, currency=other.currency, share=other.share), other
        return one, replace(other, unit=one.unit, currency=one.currency, share=one.share)
    if one.unit == "cents" and other.currency in _DOLLARS and not other.unit and other.scale == 1:
        other = replace(other, low=round(100 * other.low, 4), unit="cents", currency=one.currency)  # "95 cents to $1.05"
    if one.currency and other.currency and one.currency != other.currency and not {one.currency, other.currency} <= _DOLLARS:
        return None
    if one.currency and not other.currency and other.unit and other.unit != "cents":
        return None
    if other.currency and not one.currency and (one.unit or (one.kind == "words" and one.low)):
        return None
    if one.unit and other.unit and one.unit != other.unit and {one.unit, other.unit} != {"percent", "percentage_points"}:
        return None
    if one.unit and not other.unit and (other.currency or one.scale != other.scale or other.large):
        return None
    currency, unit = one.currency or other.currency, other.unit or one.unit
    one, other = replace(one, currency=currency, unit=one.unit or unit), replace(other, currency=currency, unit=unit)
    if one.scale == 1 and other.scale != 1 and (other.large or not one.large):
        one = replace(one, scale=other.scale)
    return one, other


def _spread(words: Words, one: Amount, other: Amount, dollar: str) -> Value | None:
    """Return the range of "X plus or minus Y"; a percentage around a percentage counts in points."""
    if other.currency and not one.currency:
        return None
    middle = one.number
    if one.kind == "zero" and not one.unit:
        one = replace(one, unit=other.unit, kind="number")
    if other.unit in _POINTS and one.unit != "percent":
        spread = middle * other.low / 100
    elif other.unit == "basis_points" and one.unit == "percent":
        spread = other.low / 100
    else:
        scale = other.scale if other.scale != 1 or other.large or other.unit == "cents" else one.scale
        spread = other.low * scale / (100 if other.unit == "cents" or (one.unit == "cents" and not other.unit) else 1)
    return apply_hedge(words, one, (one.start, other.end), (round(middle - spread, 10), round(middle + spread, 10)), "range", dollar)


def spread_value(value: Value, other: Amount) -> Value:
    """Return a figure as the range that it makes with what it may differ by; one of another kind as it is."""
    if value.low is None or value.low != value.high or (other.unit in _POINTS or other.unit == "basis_points") != (value.unit == "percent"):
        return value
    spread = other.number / 100 if other.unit == "basis_points" else other.number
    return replace(value, low=round(value.low - spread, 10), high=round(value.low + spread, 10), form="range")
