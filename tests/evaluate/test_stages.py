"""Stages: boundaries, quotes and speakers of toy releases, counted by hand."""

from __future__ import annotations

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.evaluate.scores import compare
from forelook.evaluate.stages import score_stages
from forelook.records import Header, Label, Model, Release, Scores, Source, Speaker, Statement, Summary

TEXT = "Oats rose in May. Wheat will rise in June.\n\n“We mill both of them all year,” said Nora Quist."
FIRST, SECOND, SPOKEN = (0, 17), (18, 42), (44, len(TEXT))
GUIDANCE, FACT, QUOTE, LEGEND = Label


def gold(*units: tuple[tuple[int, int], Label]) -> GoldRelease:
    made = [GoldUnit(*place, "statement", label, label is GUIDANCE, "Nora Quist" if label is QUOTE else None) for place, label in units]
    return GoldRelease("tarn", TEXT, made)


def tagged(*statements: tuple[tuple[int, int], Label]) -> Release:
    made = [
        Statement(
            a,
            b,
            TEXT[a:b],
            label,
            1.0,
            Scores(0, 0, 0, 0),
            label is GUIDANCE,
            0.0,
            "sentence",
            None,
            Speaker("Nora Quist", None, 0, 1) if label is QUOTE else None,
            None,
        )
        for (a, b), label in statements
    ]
    return Release("forelook/1", "tarn", Source(), Header(), {}, Model("m", "0", "0"), "codepoint", TEXT, made, [], [], Summary(0, 0, 0, 0, 0, 0), [])


WHOLE = ((FIRST, FACT), (SECOND, GUIDANCE), (SPOKEN, QUOTE))


def stages(wanted: GoldRelease, found: Release) -> dict[str, dict[str, float | None]]:
    return score_stages([wanted], [found], compare([wanted], [found]))


def test_all_right() -> None:
    assert stages(gold(*WHOLE), tagged(*WHOLE)) == {
        "boundaries": {"alone, exact": 1, "alone, overlap": 1, "end to end, exact": 1, "end to end, overlap": 1},
        "quotes": {"alone, exact": None, "alone, overlap": 1, "end to end, exact": 1, "end to end, overlap": 1},
        "speakers": {"alone, exact": 1, "alone, overlap": None, "end to end, exact": 1, "end to end, overlap": None},
    }


def test_units_that_gold_cuts_elsewhere_are_near_and_not_cut() -> None:
    found = stages(gold(((0, 42), FACT), (SPOKEN, QUOTE)), tagged(*WHOLE))["boundaries"]
    assert (found["alone, exact"], found["alone, overlap"]) == (0.5, 1)  # "Wheat …" is more than half of the two


def test_a_missed_statement_counts_end_to_end_alone() -> None:
    found = stages(gold(*WHOLE), tagged(*WHOLE[:2]))
    assert found["boundaries"]["alone, exact"] == 1
    assert found["boundaries"]["end to end, overlap"] == 0.8  # two of two, two of three
    assert found["quotes"]["alone, overlap"] == 1
    assert found["quotes"]["end to end, exact"] == 0


def test_a_false_quote_counts_against_quotes_end_to_end() -> None:
    found = stages(gold(*WHOLE), tagged((FIRST, QUOTE), *WHOLE[1:]))["quotes"]
    assert found["alone, overlap"] == 1
    assert round(found["end to end, exact"] or 0, 3) == 0.667  # one right of two tagged and one wanted
