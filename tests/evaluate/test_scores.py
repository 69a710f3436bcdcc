"""Evaluation: small cases counted by hand, and agreement with the scorer that judges forelook from outside."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit, read_gold
from forelook.evaluate.scores import as_documents, bootstrap, compare, name_key, score
from forelook.records import Header, Label, Model, Release, Scores, Source, Speaker, Statement, Summary
from forelook.tagger import Tagger, load

TEXT = "Oats rose once more. Wheat will rise. Barley held."
GUIDANCE, FACT, QUOTE, LEGEND = Label
Tagged = tuple[int, int, Label]


def gold(*units: Tagged, kind: str = "statement") -> GoldRelease:
    return GoldRelease("tarn", TEXT, [GoldUnit(a, b, kind, label, label is GUIDANCE, "Nora Quist" if label is QUOTE else None) for a, b, label in units])


def tagged(*statements: Tagged, speaker: str = "Nora Quist", certain: float = 1.0) -> Release:
    made = [
        Statement(
            a,
            b,
            TEXT[a:b],
            label,
            certain,
            Scores(0, 0, 0, 0),
            label is GUIDANCE,
            0.0,
            "sentence",
            None,
            Speaker(speaker, None, 0, 1) if label is QUOTE else None,
            None,
        )
        for a, b, label in statements
    ]
    return Release("forelook/1", "tarn", Source(), Header(), {}, Model("m", "0", "0"), "codepoint", TEXT, made, [], [], Summary(0, 0, 0, 0, 0, 0), [])


ONE, TWO, THREE = (0, 20), (21, 37), (38, 50)
WHOLE = [(*ONE, FACT), (*TWO, GUIDANCE), (*THREE, FACT)]


def test_all_right() -> None:
    scores = score(compare([gold(*WHOLE)], [tagged(*WHOLE)]))
    assert (scores.releases, scores.statements) == (1, 3)
    assert (scores.boundary_f1, scores.forward_f1, scores.f1["guidance"], scores.f1["historical_fact"], scores.ece) == (1, 1, 1, 1, 0)


def test_a_wrong_label_counts_against_both() -> None:
    counts = compare([gold(*WHOLE)], [tagged((*ONE, FACT), (*TWO, FACT), (*THREE, FACT))])
    scores = score(counts)
    assert scores.boundary_f1 == 1
    assert scores.f1["guidance"] == 0
    assert scores.f1["historical_fact"] == pytest.approx(4 / 5)  # two right, one false alarm
    assert [(error.expected, error.predicted, error.cause) for error in counts[0].errors] == [("guidance", "historical_fact", "wording")]


def test_a_missing_statement_and_a_false_one() -> None:
    counts = compare([gold(*WHOLE[:2])], [tagged(*WHOLE[1:])])
    scores = score(counts)
    assert scores.boundary_f1 == 0.5
    assert scores.f1["historical_fact"] == 0
    assert counts[0].confusion == {("guidance", "guidance"): 1, ("historical_fact", "none"): 1, ("none", "historical_fact"): 1}


def test_a_wrong_cut_still_pairs_when_half_is_shared() -> None:
    scores = score(compare([gold(*WHOLE)], [tagged((0, 37, FACT), (*THREE, FACT))]))
    assert scores.f1["historical_fact"] == 1
    assert scores.boundary_f1 == pytest.approx(2 / 5)
    assert scores.f1["guidance"] == 0


def test_speakers_are_compared_without_honorifics() -> None:
    units = [(*ONE, QUOTE)]
    assert score(compare([gold(*units)], [tagged(*units, speaker="DR. NORA QUIST, Ph.D.")])).speaker == 1
    assert score(compare([gold(*units)], [tagged(*units, speaker="Peter Lind")])).speaker == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dr. Nora Quist", "nora quist"), ("Nora O'Dell", "Nora ODell"), ("Nora Quist-Lind", "Nora Quist Lind"), ("Nora Quist, M.D.", "Nora Quist")],
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_confidence_is_compared_with_how_often_it_is_right() -> None:
    assert score(compare([gold(*WHOLE)], [tagged(*WHOLE, certain=0.75)])).ece == pytest.approx(0.25)


def test_tables_are_counted_apart() -> None:
    counts = compare([gold((*ONE, FACT), kind="table")], [tagged((*ONE, GUIDANCE))])
    scores = score(counts)
    assert (scores.table, scores.statements) == (0, 0)


def test_intervals_are_the_same_every_time_and_hold_the_score() -> None:
    counts = compare([gold(*WHOLE)] * 6, [tagged(*WHOLE), tagged(*WHOLE[:2]), tagged(*WHOLE[1:])] * 2)
    intervals = bootstrap(counts, resamples=50)
    assert intervals == bootstrap(counts, resamples=50)
    low, high = intervals["boundary_f1"]
    assert low <= score(counts).boundary_f1 <= high


@pytest.fixture(scope="module")
def scorer(real: Path) -> ModuleType:
    path = real.parent / "tools" / "score.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load()


def test_agrees_with_the_scorer_number_for_number(real: Path, scorer: ModuleType, tagger: Tagger) -> None:
    releases = read_gold(real / "dev.jsonl")
    found = list(tagger.pipe(as_documents(releases)))
    ours = score(compare(releases, found))
    lines = (real / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    theirs, _ = scorer.score([json.loads(line) for line in lines], [json.loads(release.to_json()) for release in found])
    assert theirs["not_predicted"] == []
    assert (ours.releases, ours.statements) == (theirs["releases"], theirs["statements"])
    assert {label: round(value, 4) for label, value in ours.f1.items()} == theirs["f1"]
    for name in ("boundary_f1", "macro_f1", "forward_f1", "speaker", "table", "ece"):
        assert round(getattr(ours, name), 4) == pytest.approx(theirs[name], abs=1.01e-4 if name == "macro_f1" else 1e-9), (
            name
        )  # theirs is a mean of rounded values


def test_the_committed_model_is_good_enough(real: Path, tagger: Tagger) -> None:
    releases = read_gold(real / "dev.jsonl")
    scores = score(compare(releases, list(tagger.pipe(as_documents(releases)))))
    assert scores.boundary_f1 >= 0.93
    assert scores.macro_f1 >= 0.82
