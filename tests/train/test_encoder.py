"""An encoder learns from a few releases, and what is kept of it says what it said in floats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the extra [teacher] is not installed")

import torch

from forelook.corpus.annotated import read_annotated
from forelook.corpus.layouts import render
from forelook.features.encoder import TextEncoder
from forelook.features.subwords import FIRST_PIECE, Subwords
from forelook.train import cross_fit, encoder
from forelook.train.batches import read_pieces
from forelook.train.passages import Passage, read_labelled
from forelook.train.vocabulary import Vocabulary, make_vocabulary

FILES = sorted((Path(__file__).resolve().parents[2] / "training_data").glob("*.ann"))


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return [read_labelled(render(read_annotated(path), "lines")) for path in FILES[:30]]


@pytest.fixture(scope="module")
def vocabulary(passages: list[Passage]) -> Vocabulary:
    return make_vocabulary(passages, width=encoder.WIDTH)


def test_the_vocabulary_has_what_the_texts_use(vocabulary: Vocabulary) -> None:
    assert len(set(vocabulary.keys.tolist())) == len(vocabulary.keys)
    assert vocabulary.vectors.shape == (FIRST_PIECE + len(vocabulary.keys), encoder.WIDTH)
    assert not vocabulary.vectors[0].any()


def test_learning_and_what_is_kept(passages: list[Passage], vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "BATCH", 1000)
    read = read_pieces(passages, Subwords(vocabulary.keys))
    torch.manual_seed(0)
    network = encoder.Network(vocabulary.vectors)
    encoder.fit(network, read, seed=0, epochs=3, progress=lambda _: None)
    truth = np.concatenate([passage.targets.argmax(axis=1) for passage in passages])
    floats = encoder.predict(network, read)
    assert (floats.argmax(axis=1) == truth).mean() > 0.7
    kept = TextEncoder(encoder.export(network, vocabulary, read))
    scores = kept.encode([passage.text for passage in passages], [passage.segmentation for passage in passages]).astype(np.float64)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    assert np.abs(np.exp(scores) - np.exp(floats)).max() < 0.1
    assert np.abs(np.exp(scores) - np.exp(floats)).mean() < 0.005


def test_the_same_seed_gives_the_same_arrays(passages: list[Passage], vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "EPOCHS", 1)
    one, other = (encoder.train_encoder(passages[:6], vocabulary, seed=3) for _ in range(2))
    for name, array in one.items():
        np.testing.assert_array_equal(array, other[name], err_msg=name)


def test_scores_come_from_an_encoder_that_has_not_learned_from_the_release(
    passages: list[Passage], vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[set[str]] = []
    train = encoder.train_encoder

    def watch(some: list[Passage], *args: object, **settings: object) -> dict[str, object]:
        learned.append({passage.text for passage in some})
        return train(some, *args, **settings)

    monkeypatch.setattr(encoder, "EPOCHS", 1)
    monkeypatch.setattr(cross_fit, "FOLD_EPOCHS", 1)
    monkeypatch.setattr(cross_fit, "train_encoder", watch)
    folds = [0, 1] * 5
    made_over = [passage._replace(text=passage.text.upper()) for passage in passages[1:3]]
    found = cross_fit.train_cross_fitted(passages[:10], vocabulary, folds, made_over)
    texts = [passage.text for passage in passages[:10]]
    assert learned == [{*texts[1::2], made_over[0].text}, {*texts[::2], made_over[1].text}, {*texts, *(made.text for made in made_over)}]
    assert [own.shape for own in found.scores] == [passage.targets.shape for passage in passages[:10]]
    TextEncoder(found.arrays)
