"""Before and after: a person's corrections first, then scores and changes; a stale or worse model is recognized."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import ModelError
from forelook.evaluate.before_after import Correction, compare_taggers, describe, find_corrections
from forelook.evaluate.replace import check_fresh, retrain
from forelook.model.store import METADATA_FILE, read_metadata
from forelook.records import Header, Label, Model, Release, Scores, Source, Statement, Summary
from forelook.tagger import Tagger
from forelook.train.base import Base
from forelook.train.data import read_data

TEXT = "Oats rose once more. Wheat will rise. Barley held."
GUIDANCE, FACT, QUOTE, LEGEND = Label
ANN = """id: tarn-2011-lines
---
H\tTarn Tile opened a kiln in Lima, Ohio, in the first week of the month.

G\tThe company expects the kiln to add some $3 million to sales in 2012.

S\tThese expectations may not come true, and Tarn does not undertake to update them.
"""


@pytest.fixture
def gold(tmp_path: Path) -> list[GoldRelease]:
    (tmp_path / "tarn.ann").write_text(ANN, encoding="utf-8")
    return [read_data([tmp_path])[0].variants()[0]]


def tagged(*statements: tuple[int, int, Label]) -> Release:
    made = [Statement(a, b, TEXT[a:b], label, 0.8, Scores(0, 0, 0, 0), label is GUIDANCE, 0.5, "sentence", None, None, None) for a, b, label in statements]
    return Release("forelook/1", "tarn", Source(), Header(), {}, Model("m", "0", "0"), "codepoint", TEXT, made, [], [], Summary(0, 0, 0, 0, 0, 0), [])


def test_corrections_are_found_by_place() -> None:
    units = [
        GoldUnit(0, 20, "statement", FACT, forward_looking=False, speaker=None),
        GoldUnit(21, 37, "statement", QUOTE, forward_looking=True, speaker="Ada"),
        GoldUnit(38, 50, "meta", None, forward_looking=False, speaker=None),
    ]
    before = tagged((0, 20, FACT), (21, 37, QUOTE), (38, 50, FACT))
    after = tagged((0, 20, FACT), (21, 37, GUIDANCE))
    assert find_corrections(GoldRelease("tarn", TEXT, units), before, after) == [
        Correction("tarn", "Wheat will rise.", "management_quote (forward)", "management_quote", "guidance"),
        Correction("tarn", "Barley held.", "none", "historical_fact", "none"),
    ]


def test_corrections_come_first_and_say_what_did_not_take(small_model: Path, gold: list[GoldRelease]) -> None:
    tagger = Tagger(small_model)
    text = describe(compare_taggers(tagger, tagger, gold, [], gold))
    wrong = text.count("though")
    assert wrong > 0
    assert text.startswith(f"corrections: the model now agrees with 0 of {wrong}\n")


def test_a_model_compared_with_itself_changes_nothing(small_model: Path, gold: list[GoldRelease]) -> None:
    tagger = Tagger(small_model)
    result = compare_taggers(tagger, tagger, [], gold, gold)
    assert [changed for _, changed in result.changed.values()] == [0, 0]
    assert all(before == after for _, before, after in result.scores)
    assert not result.clearly_worse
    assert "gold: 0 of" in describe(result)


def test_a_first_model_has_nothing_to_be_compared_with(small_model: Path, gold: list[GoldRelease]) -> None:
    result = compare_taggers(None, Tagger(small_model), gold, gold, gold)
    assert (result.changed, result.corrections) == ({}, [])
    assert all(before is None for _, before, _ in result.scores)


def test_changes_are_described_in_words(small_model: Path, gold: list[GoldRelease]) -> None:
    tagger = Tagger(small_model)
    tagger._classifier._second_weights = -np.roll(tagger._classifier._second_weights, 1, axis=1)
    result = compare_taggers(Tagger(small_model), tagger, [], gold)
    changed = result.changed["corpus"][1]
    assert len(result.changes) == min(changed, 10)
    assert describe(result).count("→") == len(result.changes)


def test_a_model_of_other_data_is_stale(base: Base, corpus: Path, tmp_path: Path) -> None:
    directory, releases = tmp_path / "model", read_data([corpus])
    retrain(base, releases, directory, version="0")
    check_fresh(base, releases, directory)
    with pytest.raises(ModelError, match="stale: the base, the corpus, settings or features have changed"):
        check_fresh(base, releases[1:], directory)


def test_a_clearly_worse_model_is_not_put_in_place(base: Base, base_directory: Path, corpus: Path, tmp_path: Path) -> None:
    directory = shutil.copytree(base_directory, tmp_path / "model")
    before = read_metadata(directory)
    broken = base._replace(arrays={**base.arrays, "second_weights": -np.asarray(base.arrays["second_weights"])})
    with pytest.raises(ModelError, match=r"kept, because the new model is clearly worse:\n(.|\n)*FORCE=1"):
        retrain(broken, read_data([corpus]), directory, version="0")
    assert json.loads((directory / METADATA_FILE).read_text(encoding="utf-8")) == before
    retrain(broken, read_data([corpus]), directory, version="0", force=True)
    assert read_metadata(directory)["name"] == "press-release"


def test_without_a_model_in_place_it_is_compared_with_the_shipped_one_and_put_there(base: Base, base_directory: Path, corpus: Path, tmp_path: Path) -> None:
    broken = base._replace(arrays={**base.arrays, "second_weights": -np.asarray(base.arrays["second_weights"])})
    told: list[str] = []
    result = retrain(broken, read_data([corpus]), tmp_path / "new", version="0", before=base_directory, progress=lambda step, _: told.append(step))
    assert result.clearly_worse
    assert result.changes
    assert f"comparing with the model in {base_directory}" in told
    assert read_metadata(tmp_path / "new")["name"] == "press-release"
