"""Amounts that are said again in brackets: "three (3)", "RMB 21 billion ($3 billion)", "4,400 feet (1,340 meters)".

In: a folded text and its Amounts. Out: the Amounts without those that only repeat the one before them, as digits, in another currency or measure.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from forelook.expressions.numbers.amounts import Amount
from forelook.expressions.words.cues import cue

_OPENS = cue(r"\s*(?:\(\s*(?:(?:or|about|approximately|approx\.?|around|roughly|some|nearly|over|equivalent\s+to|~)\s*)*)?")
_GOES_ON = cue(r"\s*(?:-|–|—|to|and)\s*")
_MEASURE = (
    r"(?:square\s+|cubic\s+|sq\.?\s*)?(?:feet|foot|ft\.?|met(?:er|re)s?|m2?|km2?|kilomet(?:er|re)s?|miles?|acres?|hectares?|ha|pounds?|lbs?|kg"
    r"|kilograms?|tons?|tonnes?"
    r"|gallons?|lit(?:er|re)s?|barrels?|ounces?|oz)"
)
_OF_MEASURE = cue(rf"[\s-]*{_MEASURE}\s*\(\s*(?:(?:or|about|approximately|approx\.?|~)\s*)*")
_MEASURE_CLOSES = cue(rf"[\s-]*{_MEASURE}\s*\)")


def leave_out_repeats(text: str, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts that say something of their own; digits after the same number in words lengthen that one."""
    if len(amounts) < 2 or "(" not in text:
        return amounts
    found, repeats, money = [amounts[0]], False, amounts[0].currency
    for one, other in pairwise(amounts):
        goes_on = not text.endswith(")", 0, one.end) and _GOES_ON.fullmatch(text, one.end, other.start) is not None
        repeats = (repeats and goes_on) or (_is_in_another(other, money) and _stands_in_brackets(text, one, other)) or _is_measured_again(text, one, other)
        if _is_spelled_out(text, one, other):
            found[-1] = replace(found[-1], end=other.end)
        elif not repeats:
            found.append(other)
            money = other.currency or (money if goes_on else "")
    return found


def _is_in_another(amount: Amount, money: str) -> bool:
    """Return whether an amount is in another currency than the one before it."""
    return bool(money and amount.currency and amount.currency != money)


def _is_measured_again(text: str, one: Amount, other: Amount) -> bool:
    """Return whether the second of two numbers stands in brackets after the first one's unit of measure, before one of its own."""
    if one.unit or other.unit or one.currency or other.currency:
        return False
    return _OF_MEASURE.fullmatch(text, one.end, other.start) is not None and _MEASURE_CLOSES.match(text, other.end) is not None


def _is_spelled_out(text: str, one: Amount, other: Amount) -> bool:
    """Return whether the second of two amounts is the first one in digits."""
    same = one.kind == "words" and other.kind == "number" and one.low == abs(other.low) and one.unit in ("", other.unit)
    return same and _stands_in_brackets(text, one, other)


def _stands_in_brackets(text: str, one: Amount, other: Amount) -> bool:
    return "(" in text[one.end : other.start + 1] and _OPENS.fullmatch(text, one.end, other.start) is not None
