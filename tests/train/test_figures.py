"""The models behind figures: what they learn from, and what they keep."""

from __future__ import annotations

import pytest

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import parse_annotated
from forelook.figures.drafts import Candidate, Frame
from forelook.figures.period_choice import KINDS, describe_candidate
from forelook.train.figures import ANNOTATED, LEAST_RELEASES, FigureExample, as_example, fit_periods, fit_scores, score_rows

TEXT = "Norvale expects 2026 revenue of $10 million, and capital expenditures of $2 million in 2027."
NONE, OWN, LENT = ((0.5,) * size for size in sorted(KINDS))


@pytest.fixture(name="example")
def make_example() -> FigureExample:
    return as_example(as_gold(parse_annotated(f"id: norvale\n---\nG\t{TEXT}\n", "norvale.ann")))


def test_annotated_releases_are_marked_and_real_ones_are_not(example: FigureExample) -> None:
    assert [features[ANNOTATED] for features, _ in score_rows(example)] == [1.0, 1.0]
    assert [ANNOTATED in features for features, _ in score_rows(example._replace(read=[(0, 99)]))] == [False, False]


def test_drafts_where_nobody_looked_for_records_teach_nothing(example: FigureExample) -> None:
    assert len(score_rows(example._replace(read=[(0, 40)]))) == 1
    assert score_rows(example._replace(read=[])) == []


def test_names_that_few_releases_have_are_left_out() -> None:
    rows = [({"b oats": 1.0, ANNOTATED: 1.0}, True), ({"b rye": 1.0, ANNOTATED: 1.0}, False)] * 9
    rare = [({"b halvorsen": 1.0, "b oats": 1.0}, True)] * 9
    weights = fit_scores([rows] * LEAST_RELEASES + [rare] * (LEAST_RELEASES - 1))
    assert weights.keys() == {"b oats", "b rye"}
    assert weights["b oats"] > 0 > weights["b rye"]


CANDIDATES = {
    "a year": (OWN, "2026", {"own eps", "own year eps"}),
    "a quarter": (LENT, "2026-Q1", {"lent eps", "lent quarter eps"}),
    "a quarter by its month": (LENT, "2026-03Q", {"lent eps", "lent quarter eps"}),
    "a half": (OWN, "2026-H1", {"own eps", "own half eps"}),
    "a month": (OWN, "2026-04", {"own eps", "own month eps"}),
    "a day": (OWN, "2026-04-01", {"own eps", "own day eps"}),
    "by a year": (OWN, "/2026", {"own eps", "own by eps"}),
    "since a quarter": (OWN, "2026-Q1/", {"own eps", "own since eps"}),
    "several years": (OWN, "2026/2028", {"own eps", "own span eps"}),
    "a word": (OWN, "annual", {"own eps", "own annual eps"}),
    "none": (NONE, None, {"none eps", "none None eps"}),
}


@pytest.mark.parametrize(("features", "period", "names"), CANDIDATES.values(), ids=CANDIDATES)
def test_a_candidate_is_described_by_its_numbers_and_names(features: tuple[float, ...], period: str | None, names: set[str]) -> None:
    described = describe_candidate(Candidate(features, Frame(period, False, 0, 4) if period else None), "eps")
    assert {name for name in described if not name.split()[-1].isdigit()} == names
    assert len(described) == len(features) + len(names)


def test_periods_are_learned_from_figures_that_are_records() -> None:
    units = "".join(
        f"""G\tNorvale expects {year} revenue of ${amount} million, and {year + 1} revenue of ${amount + 3} million.
=\trevenue "revenue"; period {year} "{year}"; point {amount}000000 USD "${amount} million"
=\trevenue "revenue"; period {year + 1} "{year + 1}"; point {amount + 3}000000 USD "${amount + 3} million"
"""
        for amount, year in enumerate(range(2001, 2006), 11)
    )
    release = as_example(as_gold(parse_annotated(f"id: norvale\n---\n{units}", "norvale.ann")))
    weights = fit_periods([release] * LEAST_RELEASES)
    assert [len(weights[kind]) for kind in KINDS.values()] == list(KINDS)
    assert any(weights["own"])
    assert fit_periods([release] * LEAST_RELEASES) == weights
