"""Headers of annotated text: years and the eras they belong to."""

from __future__ import annotations

import itertools

import pytest

from forelook.corpus.header import ERAS, name_era


@pytest.mark.parametrize(
    ("value", "era"),
    [("1995", "1995-2002"), ("2002", "1995-2002"), ("2003", "2003-2009"), ("2026", "2019-2026"), ("2010-2018", "2010-2018"), ("unknown", "unknown")],
)
def test_eras(value: str, era: str) -> None:
    assert name_era(value) == era


@pytest.mark.parametrize("value", ["1994", "2027", "2010-2011", "", "²⁰¹⁰", "the nineties"])
def test_what_is_no_era(value: str) -> None:
    with pytest.raises(ValueError, match="expected a year from 1995 to 2026"):
        name_era(value)


def test_eras_follow_one_another() -> None:
    assert all(after == last + 1 for (_, last), (after, _) in itertools.pairwise(ERAS))
