"""What a training changed is told in one table, and a stale or worse model is told apart."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from forelook.corpus.annotated import read_corpus
from forelook.errors import ModelError
from forelook.model.store import METADATA_FILE
from forelook.tagger import Tagger
from forelook.train.fit import render_variants
from forelook.train.replace import check_fresh, compare_taggers, describe

ANN = """id: tarn-2011-lines
kind: product
era: 2011
sector: industrial
size: small
style: own newsroom
---
H\tTarn Tile opened a kiln in Lima, Ohio, in the first week of the month.

G\tThe company expects the kiln to add some $3 million to sales in 2012.

S\tThese expectations may not come true, and Tarn does not undertake to update them.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    directory = tmp_path / "data"
    directory.mkdir()
    (directory / "tarn.ann").write_text(ANN, encoding="utf-8")
    return directory


def test_a_model_compared_with_itself_changes_nothing(small_model: Path, data: Path) -> None:
    tagger, corpus = Tagger(small_model), read_corpus(data)
    result = compare_taggers(tagger, tagger, corpus, render_variants(corpus[0])[:1])
    assert [changed for _, changed in result.changed.values()] == [0, 0]
    assert all(before == after for _, before, after in result.scores)
    assert not result.clearly_worse
    assert "gold: 0 of" in describe(result)


def test_a_first_model_has_nothing_to_be_compared_with(small_model: Path, data: Path) -> None:
    corpus = read_corpus(data)
    result = compare_taggers(None, Tagger(small_model), corpus, render_variants(corpus[0])[:1])
    assert result.changed == {}
    assert all(before is None for _, before, _ in result.scores)


def test_a_model_of_other_data_is_stale(small_model: Path, data: Path, tmp_path: Path) -> None:
    directory = tmp_path / "model"
    shutil.copytree(small_model, directory)
    metadata = json.loads((directory / METADATA_FILE).read_text(encoding="utf-8"))
    (directory / METADATA_FILE).write_text(json.dumps({**metadata, "digest": "0" * 64}), encoding="utf-8")
    with pytest.raises(ModelError, match="stale: the corpus, settings or features have changed"):
        check_fresh(data, directory)


def test_changes_are_told_in_words(small_model: Path, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(small_model, other)
    tagger = Tagger(other)
    tagger._classifier._second_weights = -np.roll(tagger._classifier._second_weights, 1, axis=1)
    result = compare_taggers(Tagger(small_model), tagger, read_corpus(data), [])
    changed = result.changed["corpus"][1]
    assert len(result.changes) == min(changed, 10)
    assert describe(result).count("→") == len(result.changes)
