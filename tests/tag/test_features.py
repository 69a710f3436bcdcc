"""Features and predictions: the same for a release alone and in any batch."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from forelook.pipeline import load
from forelook.records import Document, Source
from forelook.segment.outline import Outline, outline
from forelook.segment.tokenizer import ReleaseTokenizer, has_digit, lean_vocab
from forelook.tag.classifier import CLASSES, Classifier, context_matrix, softmax
from forelook.tag.features import LONGEST_UNIT, WIDTH, Features, extract
from forelook.tag.store import load_model


def read(texts: list[str]) -> tuple[Features, list[Outline]]:
    vocab = lean_vocab()
    flag = vocab.add_flag(has_digit)
    outlines = [outline(text) for text in texts]
    return extract([ReleaseTokenizer(vocab)(text) for text in texts], outlines, flag), outlines


def rows(features: Features) -> list[tuple[list[int], list[float]]]:
    ends = features.pointers.tolist()
    return [(features.columns[a:b].tolist(), features.values[a:b].tolist()) for a, b in pairwise(ends)]


def test_alone_as_in_a_batch(texts: list[str]) -> None:
    together = rows(read(texts[:7])[0])
    alone = [row for text in texts[:7] for row in rows(read([text])[0])]
    assert together == alone


def test_every_unit_has_features(texts: list[str]) -> None:
    features, outlines = read(texts[:7])
    assert len(features.pointers) - 1 == sum(len(found.units) for found in outlines)
    assert (np.diff(features.pointers) > 0).all()
    assert ((features.columns >= 0) & (features.columns < WIDTH)).all()
    assert np.isfinite(features.values).all()


@pytest.mark.parametrize("text", ["", " ", "\n\n\u200b\n"], ids=["nothing", "a blank", "blanks"])
def test_a_text_without_units(text: str, small_model: Path) -> None:
    features, _ = read([text])
    assert len(features.pointers) == 1
    assert load_model(small_model)[0].predict(features, np.array([0])).shape == (0, len(CLASSES))


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
    alone = np.concatenate([tagger.predict([document], [outline(document.text)]) for document in documents])
    parts = [documents[k : k + size] for k in range(0, len(documents), size)]
    batched = np.concatenate([tagger.predict(part, [outline(document.text) for document in part]) for part in parts])
    assert batched.tobytes() == alone.tobytes()


def test_probabilities_sum_to_one(small_model: Path, texts: list[str]) -> None:
    features, outlines = read(texts)
    scores = load_model(small_model)[0].predict(features, np.array([len(found.units) for found in outlines]))
    assert scores.min() >= 0
    np.testing.assert_allclose(scores.sum(axis=1), 1, rtol=1e-12)


def test_neighbours_do_not_reach_over_the_edge_of_a_release() -> None:
    logits = np.random.default_rng(1).normal(size=(7, len(CLASSES)))
    together = context_matrix(logits, np.array([3, 0, 4]))
    np.testing.assert_array_equal(together[:3], context_matrix(logits[:3], np.array([3])))
    np.testing.assert_array_equal(together[3:], context_matrix(logits[3:], np.array([4])))


def test_softmax_of_great_numbers() -> None:
    np.testing.assert_allclose(softmax(np.array([[1e4, 0.0], [-1e4, -1e4]])), [[1, 0], [0.5, 0.5]])


def test_contributions_sum_to_the_score(small_model: Path, texts: list[str]) -> None:
    features, outlines = read(texts[:1])
    classifier = load_model(small_model)[0]
    scores = classifier.first_pass(features)
    bare = Classifier({**_arrays(), "intercept": np.zeros(len(CLASSES))})
    assert bare.first_pass(features).tolist() == np.zeros_like(scores).tolist()
    intercept = scores[0] - classifier.contributions(features, 0).sum(axis=0)
    for row in range(len(outlines[0].units)):
        np.testing.assert_allclose(classifier.contributions(features, row).sum(axis=0) + intercept, scores[row], atol=1e-3)


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
