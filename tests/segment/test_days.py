"""Days: the compiled filter lets through whatever the expressions after it find."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.segment.days import find_day_signs
from forelook.segment.header.dates import _DIGITS_FIRST, _MONTH_FIRST, _match_at

MONTHS = "January Feb. Mar APRIL May June JULY. Aug Sept SEPTEMBER oct Nov. December Dec J Sep anuary"
OTHERS = "1 7 12 31 123 2024 1999 20245 st nd rd th ٣ x 日 🚀 , . / - $"
PIECES = [*MONTHS.split(), *OTHERS.split(), " ", "\n", "\xa0", "  ", ", "]
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=16).map("".join), st.text(max_size=40))


@settings(max_examples=1000, deadline=None)
@given(TEXT, st.integers(0, 12), st.integers(0, 60))
@example(text="5\u0663 May 2024, \u0663/5/2024", start=0, end=60)
@example(text="MAY\x1c5,\u20282024", start=1, end=60)
@example(text="2024-05-051", start=0, end=10)
def test_the_same_dates_are_found_as_by_the_expressions_alone(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    for expression, places in zip((_MONTH_FIRST, _DIGITS_FIRST), find_day_signs(text, start, end), strict=True):
        assert [match.span() for match in _match_at(expression, text, places, end)] == [match.span() for match in expression.finditer(text, start, end)]


def test_a_figure_far_after_a_month_is_looked_for_in_linear_time() -> None:
    assert find_day_signs("May" + " " * 200_000 + "May 5", 0, 200_008) == ([200_003], [])
