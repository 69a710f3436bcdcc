"""Figures of a statement: amounts with what the words around them make of them, and the ranges that two of them make.

In: the text of a statement. Out: Values in order, with bounds as printed (signed by brackets, minus signs and "down"), the unit,
and the form that hedging words give.
"""

from __future__ import annotations

from forelook.expressions.numbers.amounts import Amount, find_amounts
from forelook.expressions.numbers.hedges import Value, apply_hedge
from forelook.expressions.numbers.ranges import LISTED, SPREAD_EACH, join, spread_value
from forelook.expressions.numbers.repeats import leave_out_repeats
from forelook.expressions.words.cues import fold
from forelook.expressions.words.watching import Words, find_words

__all__ = ["Value", "find_values", "read_values"]


def find_values(text: str, dollar: str = "USD") -> list[Value]:
    """Return the figures of `text` in order; `dollar` is the currency that a bare dollar sign means."""
    words = find_words(fold(text))
    return read_values(words, find_amounts(words), dollar)


def read_values(words: Words, amounts: list[Amount], dollar: str) -> list[Value]:
    """Return the figures that amounts make."""
    values: list[Value] = []
    amounts = leave_out_repeats(words.text, amounts)
    index = 0
    while index < len(amounts):
        one = amounts[index]
        if values and SPREAD_EACH.fullmatch(words.text, values[-1].end, one.start):
            values[-2:] = [spread_value(value, one) for value in values[-2:]]
            index += 1
            continue
        listed = bool(values) and values[-1].form == "range" and LISTED.fullmatch(words.text, values[-1].end, one.start) is not None
        joined = join(words, one, amounts[index + 1], dollar, listed=listed) if index + 1 < len(amounts) else None
        values.append(joined or _single(words, one, dollar))
        index += 2 if joined else 1
    return values


def _single(words: Words, one: Amount, dollar: str) -> Value:
    low = one.number
    if one.kind == "digits" and one.high is None:
        return apply_hedge(words, one, (one.start, one.end), (low, None), "at_least", dollar)
    high = one.high if one.high is not None else low
    return apply_hedge(words, one, (one.start, one.end), (low, high), "range" if high != low else "point", dollar)
