"""Features and predictions: the same for a release alone and in any batch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forelook.features.extract import ALL_FAMILIES, CONTEXT_WEIGHT, CUE_WEIGHT, WIDTH, Family, Features, extract
from forelook.features.rows import LONGEST_UNIT, Hasher
from forelook.features.sums import WEIGHT_LANES, sum_rows
from forelook.model.classifier import CLASSES, Classifier, context_matrix
from forelook.model.softmax import softmax
from forelook.model.store import load_model
from forelook.records import Document, Source
from forelook.segment.segmentation import KIND_CODES, Segmentation, segment
from forelook.tagger import load
from forelook.train.dataset import to_csr


def read(texts: list[str]) -> tuple[Features, list[Segmentation]]:
    segmentations = [segment(text) for text in texts]
    return extract(texts, segmentations), segmentations


def rows(features: Features) -> list[tuple[list[int], list[float]]]:
    runs = np.split(features.columns, np.cumsum(features.counts.sum(axis=1))[:-1]) if len(features.counts) else []
    return [(run.tolist(), scales) for run, scales in zip(runs, features.scales.tolist(), strict=True)]


def test_alone_as_in_a_batch(texts: list[str]) -> None:
    together = rows(read(texts[:7])[0])
    alone = [row for text in texts[:7] for row in rows(read([text])[0])]
    assert together == alone


def test_every_unit_has_features(texts: list[str]) -> None:
    features, segmentations = read(texts[:7])
    assert len(features.counts) == sum(len(found.units) for found in segmentations)
    assert (features.counts.sum(axis=1) > 0).all()
    assert features.counts.sum() == len(features.columns)
    assert ((features.columns >= 0) & (features.columns < WIDTH)).all()
    assert np.isfinite(features.scales).all()


@pytest.mark.parametrize("text", ["", " ", "\n\n\u200b\n"], ids=["nothing", "a blank", "blanks"])
def test_a_text_without_units(text: str, small_model: Path) -> None:
    features, _ = read([text])
    assert len(features.counts) == 0
    assert load_model(small_model)[0].predict(features, np.zeros(0, np.uint8), np.array([0])).shape == (0, len(CLASSES))


def test_texts_without_units_among_others(texts: list[str]) -> None:
    assert rows(read(["", texts[0], " ", texts[1], ""])[0]) == rows(read(texts[:2])[0])


@pytest.mark.parametrize("text", ["a", "Oats rose.", "\N{ROCKET}", "...", "$"], ids=ascii)
def test_units_too_short_for_pairs(text: str) -> None:
    assert len(rows(read([text])[0])) == 1


def test_the_layout_of_line_ends_leaves_the_words_the_same() -> None:
    one, other = (rows(read([text])[0]) for text in ("Oats rose  once\nmore in the spring.", "Oats rose  once\r\nmore in the spring."))
    shared = set(one[0][0]) & set(other[0][0])
    assert len(shared) > 0.9 * len(set(one[0][0]))


def test_figures_are_told_by_their_shape() -> None:
    assert rows(read(["Sales rose 4.5% to $12.25 million."])[0]) == rows(read(["Sales rose 7.1% to $98.76 million."])[0])
    assert rows(read(["Sales rose 4.5% to $12.25 million."])[0]) != rows(read(["Costs rose 4.5% to $12.25 million."])[0])


def test_the_end_of_a_long_unit_is_not_looked_at() -> None:
    # of words alone: what the length and the last mark say is looked at, so they are kept the same
    head = "oats and wheat " * (LONGEST_UNIT // 3 + 4)
    assert rows(read([f"The mill takes {head}as of now."])[0]) == rows(read([f"The mill takes {head}so or not."])[0])


@pytest.mark.parametrize("size", [1, 2, 7, 60])
def test_predictions_are_the_same_in_any_batch(size: int, small_model: Path, texts: list[str]) -> None:
    tagger = load(small_model)
    documents = [Document(str(number), text, Source()) for number, text in enumerate(texts)]
    alone = np.concatenate([tagger.predict([document], [segment(document.text)]) for document in documents])
    parts = [documents[k : k + size] for k in range(0, len(documents), size)]
    batched = np.concatenate([tagger.predict(part, [segment(document.text) for document in part]) for part in parts])
    assert batched.tobytes() == alone.tobytes()


def test_probabilities_sum_to_one(small_model: Path, texts: list[str]) -> None:
    features, segmentations = read(texts)
    kinds = np.concatenate([found.kinds for found in segmentations])
    scores = load_model(small_model)[0].predict(features, kinds, np.array([len(found.units) for found in segmentations]))
    assert scores.min() >= 0
    np.testing.assert_allclose(scores.sum(axis=1), 1, rtol=1e-12)


def test_neighbours_do_not_reach_over_the_edge_of_a_release() -> None:
    logits = np.random.default_rng(1).normal(size=(7, len(CLASSES)))
    kinds = np.array([KIND_CODES[kind] for kind in ("title", "list_item", "sentence", "list_item", "list_item", "sentence", "list_item")], np.uint8)
    together = context_matrix(logits, kinds, np.array([3, 0, 4]))
    np.testing.assert_array_equal(together[:3], context_matrix(logits[:3], kinds[:3], np.array([3])))
    np.testing.assert_array_equal(together[3:], context_matrix(logits[3:], kinds[3:], np.array([4])))


def test_softmax_of_great_numbers() -> None:
    np.testing.assert_allclose(softmax(np.array([[1e4, 0.0], [-1e4, -1e4]])), [[1, 0], [0.5, 0.5]])


def test_scores_are_the_sums_that_scipy_gives(small_model: Path, texts: list[str]) -> None:
    features, _ = read(texts[:5])
    weights = np.random.default_rng(1).normal(size=(WIDTH, len(CLASSES))).astype(np.float16)
    found = Classifier({**_arrays(), "weights": weights}).first_pass(features)
    np.testing.assert_allclose(found, to_csr(features) @ weights.astype(np.float64), rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("family", list(Family), ids=lambda family: family.name)
def test_families_make_up_the_whole(family: Family, texts: list[str]) -> None:
    segmentations = [segment(text) for text in texts[:3]]
    whole, without, alone = (extract(texts[:3], segmentations, families) for families in (ALL_FAMILIES, ALL_FAMILIES & ~family, family))
    assert whole.counts.tolist() == (without.counts + alone.counts).tolist()
    assert sorted(whole.columns.tolist()) == sorted([*without.columns.tolist(), *alone.columns.tolist()])
    assert alone.counts.sum() > 0


def test_runs_weigh_as_they_are_meant_to() -> None:
    features, _ = read(["Acme expects sales to rise."])
    words, cues, context = features.counts[0].tolist()
    assert features.scales[0].tolist() == pytest.approx([words**-0.5, CUE_WEIGHT, CONTEXT_WEIGHT])
    assert (words > 6, cues, context > 18) == (True, 10, True)  # one cue, ten windows


def test_groups_beyond_the_table_are_refused() -> None:
    with pytest.raises(ValueError, match=r"3000 words in groups; the table holds \d+"):
        Hasher({f"word{number}": 1 for number in range(3000)}, 1, 19)


def test_sums_want_weights_in_lanes() -> None:
    features, _ = read(["Acme grew."])
    with pytest.raises(ValueError, match=rf"weights have 6 columns; expected {WEIGHT_LANES}"):
        sum_rows(features.columns, features.counts, features.scales, np.zeros((WIDTH, 6), np.float32))


def test_weights_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match=r"weights of shape \(8, 6\); expected \(524288, 6\)"):
        Classifier({**_arrays(), "weights": np.zeros((8, 6))})


def _arrays() -> dict[str, np.ndarray]:
    return {
        "weights": np.zeros((WIDTH, len(CLASSES)), np.float16),
        "intercept": np.zeros(len(CLASSES)),
        "second_weights": np.zeros((len(CLASSES) * 7, len(CLASSES))),
        "second_intercept": np.zeros(len(CLASSES)),
    }
