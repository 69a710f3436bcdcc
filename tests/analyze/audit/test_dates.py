"""Full dates, and months between them."""

from __future__ import annotations

from datetime import date

import pytest

from forelook.analyze.audit.dates import find_dates, months_between

DATES = {
    "month first": ("on May 6, 2021.", [(date(2021, 5, 6), "May 6, 2021")]),
    "day first": ("on 7 June 2021.", [(date(2021, 6, 7), "7 June 2021")]),
    "slashes": ("on 3/4/2022.", [(date(2022, 3, 4), "3/4/2022")]),
    "abbreviated": ("on Sept. 1st, 2020", [(date(2020, 9, 1), "Sept. 1st, 2020")]),
    "in the order of the text": ("3/4/2022 or May 6, 2021", [(date(2022, 3, 4), "3/4/2022"), (date(2021, 5, 6), "May 6, 2021")]),
    "no such day": ("on February 30, 2021", []),
    "no day": ("in May 2021", []),
    "no year": ("on May 6", []),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=DATES)
def test_find_dates(text: str, expected: list[tuple[date, str]]) -> None:
    assert [(day, text[start:end]) for day, (start, end) in find_dates(text, 0, len(text))] == expected


def test_months_between() -> None:
    assert months_between(date(2020, 12, 31), date(2021, 12, 31)) == 12
    assert months_between(date(2020, 12, 31), date(2021, 1, 31)) == 1
    assert 4 < months_between(date(2020, 12, 31), date(2021, 5, 6)) < 5
    assert months_between(date(2021, 5, 6), date(2021, 4, 6)) == -1
