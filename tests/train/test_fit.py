"""Training: the same data give the same arrays and the same digest, in whatever order they are found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from forelook.corpus.annotated import read_corpus
from forelook.errors import AnnotationError
from forelook.features.extract import WIDTH
from forelook.model.classifier import CLASSES
from forelook.model.store import save_model
from forelook.tagger import load
from forelook.train.fit import FOLDS, Fit, data_digest, number_of, render_corpus, spread, train

DATA = Path(__file__).resolve().parents[2] / "training_data"
CHOSEN = sorted(DATA.glob("*.ann"))[7::60][:10]  # ten releases, in which every class is found in every fold


@pytest.fixture(scope="module", autouse=True)
def _few_iterations() -> Iterator[None]:
    """Stop each fit early: whether it is the same every time shows as well after two steps as after a hundred."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("forelook.train.fit.MOST_ITERATIONS", 2)
        yield


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("corpus")
    for path in CHOSEN:
        shutil.copy(path, directory)
    return directory


@pytest.fixture(scope="module")
def trained(corpus: Path) -> tuple[Fit, dict[str, object]]:
    return train(corpus, jobs=1)


def same(one: Fit, other: Fit) -> bool:
    return all(np.array_equal(one.arrays[name], other.arrays[name]) for name in one.arrays)


def test_what_is_made(trained: tuple[Fit, dict[str, object]]) -> None:
    fit, metadata = trained
    assert fit.arrays["weights"].shape == (WIDTH, len(CLASSES))
    assert fit.held_out.shape == (len(fit.corpus.classes), len(CLASSES))
    np.testing.assert_allclose(fit.held_out.sum(axis=1), 1)
    assert metadata["releases"] == 10


def test_twice_gives_the_same_and_so_does_another_order_of_files(corpus: Path, trained: tuple[Fit, dict[str, object]], tmp_path: Path) -> None:
    for number, path in enumerate(sorted(corpus.glob("*.ann"), reverse=True)):
        (tmp_path / f"part{number % 3}").mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / f"part{number % 3}" / f"{number:02d}-{path.name}")
    fit, metadata = train(tmp_path, jobs=1)
    assert metadata == trained[1]
    assert same(fit, trained[0])


def test_the_file_of_a_model_is_the_same_byte_for_byte(trained: tuple[Fit, dict[str, object]], tmp_path: Path) -> None:
    fit, metadata = trained
    digests = {save_model(tmp_path / name, fit.arrays, {"name": name, "version": "0", **metadata}) for name in ("one", "other")}
    assert len(digests) == 1
    assert len(load(tmp_path / "one")("Tarn Tile expects to sell more tile next year.").statements) == 1


def test_the_digest_hangs_on_the_words_and_the_codes(corpus: Path) -> None:
    releases = read_corpus(corpus)
    before = data_digest(releases, corpus)
    assert data_digest(releases, corpus) == before
    unit = releases[0].paragraphs[0][0]
    for changed in (_replace(unit, text=unit.text + " x"), _replace(unit, code="S")):
        other = [_with_first(releases[0], changed), *releases[1:]]
        assert data_digest(other, corpus) != before
    assert data_digest(releases[:-1], corpus) != before


def test_a_release_counts_once_however_often_it_is_laid_out(corpus: Path) -> None:
    releases = read_corpus(corpus)
    rows = render_corpus(releases)
    assert set(rows.weights.tolist()) == {len(releases) / len(rows.sizes)}


def test_a_number_hangs_on_the_id_alone() -> None:
    assert [number_of(name, FOLDS) for name in ("a", "b", "c", "a")] == [number_of(name, FOLDS) for name in ("a", "b", "c", "a")]
    assert {number_of(f"release-{k}", FOLDS) for k in range(50)} == set(range(FOLDS))


def test_too_little_to_learn_from(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("id: a\n---\nH\tOats rose once more.\nG\tWheat will rise.\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"too few training units of class .*meta: each of 4 folds .*; add releases with such units"):
        train(tmp_path, jobs=1)


def test_nothing_to_learn_from(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"no \.ann file in it"):
        train(tmp_path, jobs=1)


def _replace(unit, **changes):
    import msgspec

    return msgspec.structs.replace(unit, **changes)


def _with_first(release, unit):
    return _replace(release, paragraphs=[[unit, *release.paragraphs[0][1:]], *release.paragraphs[1:]])


def test_probabilities_are_spread_over_rows() -> None:
    targets = np.array([[0.6, 0.39, 0.01], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    rows, classes, weights = spread(targets, np.array([2.0, 1.0, 0.0]))
    assert rows.tolist() == [0, 0, 1]
    assert classes.tolist() == [0, 1, 1]
    np.testing.assert_allclose(weights, [1.2, 0.78, 1.0])
