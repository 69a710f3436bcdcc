"""Which periods of a statement may be a figure's: those near it, however long the statement is."""

from __future__ import annotations

from forelook.figures.reader import Reader


def test_a_long_statement_offers_only_periods_near_a_figure(make_release):
    years = [2027 + number % 9 for number in range(60)]
    release = make_release(f"G\tHalvorsen expects {', '.join(f'revenue of ${number + 10} million in {year}' for number, year in enumerate(years))}.\n")
    trace = []
    drafts = Reader(release, trace).read()
    assert [draft.period and draft.period.name for draft in drafts] == [str(year) for year in years]
    assert max(len(candidates) for _, candidates in trace) < len(years) / 2


def test_a_period_at_the_head_of_a_short_statement_is_offered_to_every_figure(make_release):
    release = make_release("G\tFor 2027, Halvorsen expects revenue of $10 million, EBITDA of $2 million and capital expenditures of $1 million.\n")
    assert [draft.period and draft.period.name for draft in Reader(release).read()] == ["2027", "2027", "2027"]
