"""The slow tables of the model card on toy data: ablation, robustness."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.evaluate.ablation import ablate
from forelook.evaluate.robustness import VARIANTS, robustness
from forelook.evaluate.scores import as_documents, compare, score
from forelook.tagger import Tagger
from forelook.train.data import read_data


@pytest.fixture(autouse=True)
def _few_iterations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forelook.train.first_pass.MOST_ITERATIONS", 5)


def test_the_last_row_of_the_ablation_is_the_model(base_directory: Path, corpus: Path) -> None:
    releases = [release.variants()[0] for release in read_data([corpus])]
    tagger = Tagger(base_directory)
    rows = ablate(releases, releases[:2], tagger)
    assert [row["name"] for row in rows][:3] == ["baseline: majority", "baseline: keyword list", "baseline: TF-IDF and logistic regression"]
    own = score(compare(releases[:2], tagger.tag_all(as_documents(releases[:2]))))
    assert rows[-1]["name"].endswith("the model")
    assert rows[-1]["macro F1"] == round(own.macro_f1, 4)
    assert rows[0]["guidance"] == 0


def test_robustness_counts_each_variant(base_directory: Path, texts: list[str]) -> None:
    rows = robustness(Tagger(base_directory), texts[:3])
    assert [row["name"] for row in rows] == list(VARIANTS)
    assert all(row["share"] == round(row["another label"] / row["statements"], 4) for row in rows)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_of_the_layout_keeps_every_character(name: str, texts: list[str]) -> None:
    def letters(text: str) -> list[str]:
        return [character for character in text.lower() if character.isalnum()]

    for text in texts[:6]:
        assert letters(VARIANTS[name](text)) == letters(text)
        assert len("".join(VARIANTS[name](text).split())) == len("".join(text.split()))
