"""Releases made over keep the layout of the real ones, take words and sentences from where they may, and survive a file."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import numpy as np
import pytest

from forelook.errors import AnnotationError
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import segment
from forelook.train import augmentation
from forelook.train.augmentation import MadeOver, Predicted, exchange_words, find_near, is_hard, load_made_over, make_over, save_made_over
from forelook.train.passages import read_made_over, read_passage

TEXT = "Harlow Inc. Reports Results\n\nSales rose sharply in the quarter. Harlow expects sales to grow in 2027.\n\nCosts fell by a tenth in May.\n"
NEAR = {"sales": [("revenue", 1.0)], "expects": [("anticipates", 1.0)]}


def tell(text: str) -> Predicted:
    found = segment(text)
    return Predicted(text, found, np.tile(np.eye(len(CLASSES))[CLASSES.index("historical_fact")], (len(found.units), 1)))


def test_words_give_way_to_near_ones_in_the_same_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augmentation, "EXCHANGED_SHARE", 1.0)
    assert exchange_words("SALES rose; Sales, sales-force.", NEAR, random.Random(0)) == "REVENUE rose; Revenue, revenue-force."
    monkeypatch.setattr(augmentation, "EXCHANGED_SHARE", 0.0)
    assert exchange_words("SALES rose", NEAR, random.Random(0)) == "SALES rose"


def test_near_words_are_those_whose_vectors_point_alike() -> None:
    numbers = {"sales": 0, "revenue": 1, "mill": 2, "plant": 3}
    vectors = np.array([[1, 0.1], [1, -0.1], [-1, 0.1], [-1, -0.1]], np.float32)
    near = find_near(["Sales revenue mill plant of plants"], numbers, vectors)
    assert {word: [other for other, _ in others] for word, others in near.items()} == {
        "sales": ["revenue"],
        "revenue": ["sales"],
        "mill": ["plant"],
        "plant": ["mill"],
    }
    assert find_near(["nothing known"], numbers, vectors) == {}


def test_the_layout_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augmentation, "EXCHANGED_SHARE", 1.0)
    monkeypatch.setattr(augmentation, "DROPPED_SHARE", 0.0)
    other = "Marlin Corp. Opens a Mill\n\nIt will open a second one in the spring of 2031.\n"
    releases = {"a": tell(TEXT), "b": tell(other)}
    seen = set()
    for seed in range(20):
        for made, told in zip(make_over(releases, NEAR, seed=seed), releases.values(), strict=True):
            assert len(made.places) == len(told.segmentation.units)
            assert (np.diff(made.places.ravel()) >= 0).all()
            assert made.places[-1, 1] <= len(made.text)
            between = [made.text[end:start] for end, start in zip(made.places[:-1, 1], made.places[1:, 0], strict=True)]
            starts, ends = told.segmentation.starts, told.segmentation.ends
            assert between == [told.text[end:start] for end, start in zip(ends[:-1], starts[1:], strict=True)]
            seen |= {made.text[start:end] for start, end in made.places}
    assert {"Revenue rose sharply in the quarter.", "Harlow anticipates revenue to grow in 2027.", "It will open a second one in the spring of 2031."} <= seen
    assert make_over(releases, NEAR, seed=3)[0].text == make_over(releases, NEAR, seed=3)[0].text


@pytest.mark.parametrize(
    ("probabilities", "hard"),
    [
        ([0.04, 0.96, 0, 0, 0, 0], True),
        ([0.02, 0.98, 0, 0, 0, 0], False),
        ([0, 0, 0.5, 0.5, 0, 0], True),
        ([0, 0, 0.02, 0.98, 0, 0], False),
        ([0, 0.8, 0.1, 0.1, 0, 0], False),
        ([0, 0, 0, 0, 0, 1], False),
    ],
)
def test_hard_sentences(probabilities: list[float], hard: bool) -> None:
    assert is_hard(np.array(probabilities)) is hard


def test_a_file_gives_back_what_it_was_given(tmp_path: Path) -> None:
    rows = np.array([[0.25, 0.75, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1.0]])
    save_made_over(tmp_path / "made.jsonl.gz", [MadeOver("a", "“Ja”\nNo", np.array([[0, 4], [5, 7]]), rows)])
    (made,) = load_made_over(tmp_path / "made.jsonl.gz")
    assert (made.id, made.text, made.places.tolist()) == ("a", "“Ja”\nNo", [[0, 4], [5, 7]])
    np.testing.assert_allclose(made.probabilities, rows)


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(b"{}\n"), gzip.compress(b'{"id":"a","text":"b","places":[[0,1]],"probabilities":[]}\n')])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "made").write_bytes(content)
    with pytest.raises(AnnotationError, match="expected releases made over"):
        list(load_made_over(tmp_path / "made"))


def test_a_release_made_over_is_a_passage_where_it_is_cut_alike() -> None:
    (made,) = make_over({"a": tell(TEXT)}, {}, seed=1)
    made = made._replace(probabilities=np.eye(len(CLASSES))[np.zeros(len(made.places), np.int64)])
    passage = read_made_over(read_passage("a", TEXT), made, weight=0.5)
    assert passage is not None
    assert passage.text == made.text
    assert passage.segmentation.starts.flags.c_contiguous, "the compiled loops take no other arrays"
    assert passage.weights.tolist() == [0.5] * len(made.places)
    assert passage.segmentation.kinds.tolist() == segment(TEXT).kinds.tolist()
    assert read_made_over(read_passage("a", TEXT + "\nOne more."), made) is None
