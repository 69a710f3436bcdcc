"""Numbers: what a printed figure says, and what stands beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.expressions.numbers import amounts
from forelook.expressions.numbers.currency import find_dollar
from forelook.expressions.numbers.values import find_values
from forelook.expressions.words.watching import find_words

GOLDEN = {
    "a code before a sign": ("USD $4.5 million", 4.5e6, 4.5e6, "USD", "point"),
    "a code that is no dollar before a sign": ("CHF $ 4.5 million", 4.5e6, 4.5e6, "CHF", "point"),
    "range with two scales": ("$342 million to $348 million", 342e6, 348e6, "USD", "range"),
    "range with one scale": ("$4.5-5 billion", 4.5e9, 5e9, "USD", "range"),
    "scale on the next line": ("$9.7 to $9.9\n   million", 9.7e6, 9.9e6, "USD", "range"),
    "range with one unit": ("35 to 36 percent", 35, 36, "percent", "range"),
    "between": ("between $800,000 and $1 million", 8e5, 1e6, "USD", "range"),
    "percent at both ends": ("20%-30%", 20, 30, "percent", "range"),
    "a code joined to its number": ("RMB7.3 million to RMB22 million", 7.3e6, 22e6, "CNY", "range"),
    "hundreds of": ("hundreds of jobs", 100, None, "", "at_least"),
    "dozens of": ("dozens of jobs", 12, None, "", "at_least"),
    "a dozen": ("a dozen jobs", 12, 12, "", "point"),
    "a thousand": ("a thousand jobs", 1000, 1000, "", "point"),
    "up of a verb": ("scale up to 500 units", 500, 500, "", "point"),
    "up to a count": ("up to 500 units", None, 500, "", "at_most"),
    "a minimum": ("a minimum 30 units", 30, None, "", "at_least"),
    "hundreds in words": ("five hundred", 500, 500, "", "point"),
    "hundreds of thousands in words": ("three hundred thousand dollars", 3e5, 3e5, "USD", "point"),
    "past a mark": ("past the $8 million mark", 8e6, None, "USD", "at_least"),
    "not more than, further before": ("not expected to bring in more than $5 million", None, 5e6, "USD", "at_most"),
    "not only": ("not only expects to sell more than $5 million", 5e6, None, "USD", "at_least"),
    "words and cents": ("one to two cents per share", 0.01, 0.02, "USD/share", "range"),
    "cents on one end": ("between 31 and 33 cents", 0.31, 0.33, "USD", "range"),
    "brackets": ("($0.25) to ($0.20) per share", -0.25, -0.2, "USD/share", "range"),
    "a range of brackets without blanks": ("$(0.04)-$(0.02) per share", -0.04, -0.02, "USD/share", "range"),
    "a minus after brackets": ("diluted (adjusted) -$0.04 per share", -0.04, -0.04, "USD/share", "point"),
    "brackets before a scale": ("$(30) million", -30e6, -30e6, "USD", "point"),
    "a range of brackets before scales": ("$(14)M – $(12)M", -14e6, -12e6, "USD", "range"),
    "down": ("down 4% to 6%", -6, -4, "percent", "range"),
    "flat to up": ("flat to up 1%", 0, 1, "percent", "range"),
    "flat to down": ("flat to down 2%", -2, 0, "percent", "range"),
    "break-even": ("break-even to two cents", 0, 0.02, "USD", "range"),
    "plus or minus points": ("43% plus or minus one point", 42, 44, "percent", "range"),
    "plus or minus a point": ("43%, plus or minus a point", 42, 44, "percent", "range"),
    "plus or minus percent": ("$100 million, plus or minus 3%", 97e6, 103e6, "USD", "range"),
    "plus or minus money": ("$100 million +/- $5 million", 95e6, 105e6, "USD", "range"),
    "low single digits": ("low single digits", 1, 3, "percent", "range"),
    "mid to high single digits": ("mid to high single digits", 4, 9, "percent", "range"),
    "high teens": ("high teens percent", 17, 19, "percent", "range"),
    "mid-60s": ("mid-60% range", 64, 66, "percent", "range"),
    "high-20s": ("high-20s", 27, 29, "percent", "range"),
    "double-digit": ("double-digit", 10, None, "percent", "at_least"),
    "tens of millions": ("tens of millions of dollars", 10e6, None, "USD", "at_least"),
    "at least": ("at least $2.10", 2.1, None, "USD", "at_least"),
    "up to or more": ("up to 400 units or more", 400, None, "", "at_least"),
    "more then": ("more then 500 units", 500, None, "", "at_least"),
    "or more": ("$6.00 or more", 6, None, "USD", "at_least"),
    "plus after it": ("$50 million+", 50e6, None, "USD", "at_least"),
    "up to": ("up to $5 million", None, 5e6, "USD", "at_most"),
    "not exceed": ("will not exceed $5 million", None, 5e6, "USD", "at_most"),
    "approximately": ("approximately $14 million", 14e6, 14e6, "USD", "approximately"),
    "tilde": ("~$460 million", 460e6, 460e6, "USD", "approximately"),
    "in the range of one": ("in the 30% range", 30, 30, "percent", "approximately"),
    "one and a half points": ("a one-and-a-half-point tailwind", 1.5, 1.5, "percentage_points", "point"),
    "half a point": ("a half-point headwind", 0.5, 0.5, "percentage_points", "point"),
    "half a trillion": ("half-a-trillion dollars", 5e11, 5e11, "USD", "point"),
    "even": ("approximately even with the prior year", 0, 0, "", "approximately"),
    "basis points": ("up 70 bps", 70, 70, "basis_points", "point"),
    "times": ("2.5x to 3.0x", 2.5, 3, "times", "range"),
    "Canadian": ("C$12 million", 12e6, 12e6, "CAD", "point"),
    "euros after it": ("12 million euros", 12e6, 12e6, "EUR", "point"),
    "double": ("more than double", 100, None, "percent", "at_least"),
    "two-fold": ("two-fold", 100, 100, "percent", "point"),
    "hyphens between": ("100-million-dollar", 100e6, 100e6, "USD", "point"),
    "halve": ("halve", -50, -50, "percent", "point"),
    "a share": ("10 cents a share", 0.1, 0.1, "USD/share", "point"),
    "from zero": ("zero to $200,000", 0, 200_000, "USD", "range"),
    "flat, give or take": ("flat, plus or minus 2%", -2, 2, "percent", "range"),
    "near": ("near 18%", 18, 18, "percent", "approximately"),
    "to approximate": ("to approximate $115 million", 115e6, 115e6, "USD", "approximately"),
    "a point in words": ("a one-point headwind", 1, 1, "percentage_points", "point"),
    "a sign far from its number": ("$                3.45", 3.45, 3.45, "USD", "point"),
    "plus signs": ("+3.75% to +4.25%", 3.75, 4.25, "percent", "range"),
    "plus or minus after a range": ("44% range, plus or minus 50 basis points", 43.5, 44.5, "percent", "range"),
    "a range without a spread": ("in the 41% range, plus a fee", 41, 41, "percent", "approximately"),
    "two hyphens": ("EUR 340--370 million", 340e6, 370e6, "EUR", "range"),
    "one letter for both ends": ("$35-45M", 35e6, 45e6, "USD", "range"),
    "circa before a multiple": ("leverage of c.2x", 2, 2, "times", "approximately"),
    "circa before a code": ("c. EUR340 million", 340e6, 340e6, "EUR", "approximately"),
    "pesos": ("Ps. 7.15", 7.15, 7.15, "MXN", "point"),
    "more than the number printed": ("4,100+ locations", 4100, None, "", "at_least"),
    "double down": ("double down and spend $5", 5, 5, "USD", "point"),
    "billions of dollars": ("billions of dollars", 1e9, None, "USD", "at_least"),
    "in another currency at both ends": ("between RMB 21.0 billion ($3.0 billion) and RMB 22.9 billion ($3.3 billion)", 21e9, 22.9e9, "CNY", "range"),
    "a range in another currency": ("€21-23 million (about US$24 to US$26 million)", 21e6, 23e6, "EUR", "range"),
    "a decline to growth": ("a decline of 3.5% to growth of 0.5%", -3.5, 0.5, "percent", "range"),
    "growth to growth": ("growth of 3% to growth of 5%", 3, 5, "percent", "range"),
    "from the range that was": ("cut from the $4 million to $5 million", 4e6, 5e6, "USD", "range"),
    "digits after a word": ("three (3) plants", 3, 3, "", "point"),
}


@pytest.mark.parametrize(("text", "low", "high", "unit", "form"), GOLDEN.values(), ids=GOLDEN)
def test_value(text, low, high, unit, form):
    (value,) = find_values(text)
    assert (value.low, value.high, value.unit, value.form) == (low, high, unit, form)


APART = {
    "from, of two times": ("gross margin to increase from 35% to 38%", [35, 38]),
    "and between two things": ("$5 million in cash and $6 million in stock", [5e6, 6e6]),
    "two units": ("$8 million or 5%", [8e6, 5]),
    "different currencies": ("$5 million to €6 million", [5e6, 6e6]),
    "from a range to another": ("narrowed its loss from $8 to $10 million to $8 to $9 million", [8e6, 8e6]),
    "a range that was, in brackets": ("raised to 5 to 6 tonnes (from 4 to 5 tonnes)", [5, 4]),
    "from, of two times in brackets": ("raise growth (from 4% to 5%)", [4, 5]),
    "double to a percentage": ("the return will double to 40%", [100, 40]),
    "by a little to a lot": ("raise the budget by $10 million to $50 million", [10e6, 50e6]),
    "by an amount in a range": ("raise the budget by $10 million to $15 million", [10e6]),
    "earlier guidance with a letter": ("a range of $3.14B to $3.25B, up from $3.11B to $3.22B", [3.14e9, 3.11e9]),
    "the mark of a note": ("EBITDA(1) of $5 million", [5e6]),
    "a loss in brackets": ("a loss of $(1) million", [-1e6]),
    "two ranges in a list": ("ranges of $8 million and $9 million and $18 million and $19 million", [8e6, 18e6]),
    "a share of it in brackets": ("$5 million ($0.25 per share)", [5e6, 0.25]),
    "another number in brackets": ("three (5) plants", [3, -5]),
    "an end in brackets without money": ("$5 million (first half) to $6 million", [5e6, 6e6]),
}


@pytest.mark.parametrize(("text", "lows"), APART.values(), ids=APART)
def test_what_is_no_range(text, lows):
    assert [value.low for value in find_values(text)] == lows


NONE = {
    "a name": "3M will trade",
    "a footnote": "1Targets assume",
    "a model": "the 737-MAX",
    "millimetres": "300mm wafers",
    "a flat fee": "a flat rate",
    "even otherwise": "even with more orders",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_number(text):
    assert all(not value.unit and not value.scaled for value in find_values(text))


def test_a_bare_dollar_is_the_release_s():
    assert find_values("$5 million", "CAD")[0].unit == "CAD"


PIECES = st.sampled_from(
    [
        "$",
        "5",
        "1.5",
        "million",
        "billion",
        "to",
        "-",
        "%",
        "percent",
        "(",
        ")",
        "about",
        "up",
        "down",
        "cents",
        "per share",
        "flat",
        "and",
        ",",
        "10,000",
        "one",
    ]
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_values_stand_in_order_with_ends_in_order(pieces):
    text = " ".join(pieces)
    values = find_values(text)
    for value in values:
        assert 0 <= value.start < value.end <= len(text)
        assert value.low is None or value.high is None or value.low <= value.high
    assert all(one.end <= other.start for one, other in pairwise(values))


@pytest.mark.parametrize("code", sorted(amounts._CURRENCIES))
@pytest.mark.parametrize("sign", ["", "$", " $"])
def test_every_currency_is_named(code: str, sign: str) -> None:
    assert len(find_values(f"{code.upper()}{sign} 4.5 million")) == 1


PIECES = (
    "a",
    "an",
    "$",
    "us$",
    "c$",
    "u.s.",
    "usd",
    "eur5",
    "ps.",
    "5",
    "2026",
    ".5",
    "(",
    ")",
    "-",
    " ",
    "\n",
    "million",
    "penny",
    "full point",
    "percentage point",
)
WORDS = (
    "half a",
    "half-point",
    "twenty-five",
    "one and a half",
    "mid-single digits",
    "high teens",
    "low-40s",
    "tens of millions",
    "hundreds of jobs",
    "flat",
    "break-even",
    "double",
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES + WORDS)).flatmap(lambda parts: st.sampled_from(("", " ")).map(lambda blank: blank.join(parts))))
def test_amounts_stand_only_where_a_word_may_be_their_number(text):
    assert find_words(text).marks & amounts._OF_NUMBERS or amounts._AMOUNT.pattern.search(text) is None


DOLLARS = {
    "said": ("All amounts are in Canadian dollars.", "CAD"),
    "American ones converted": ("Rents of U.S. $21 a foot, at a U.S. dollar to Canadian dollar exchange rate of $1.44", "CAD"),
    "a rate alone": ("It assumes a U.S. dollar to Canadian dollar exchange rate of 1.44.", "USD"),
    "not said": ("Revenue was $5 million, of which U.S. $2 million in Norway.", "USD"),
}


@pytest.mark.parametrize(("text", "currency"), DOLLARS.values(), ids=DOLLARS)
def test_what_a_bare_dollar_is(text, currency):
    assert find_dollar(text) == currency
