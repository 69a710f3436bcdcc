"""Training data as people name it: directories and files, each release with a digest of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.corpus.annotated import read_annotated
from forelook.errors import AnnotationError
from forelook.train.data import read_data, read_scored
from forelook.train.variants import VARIANTS, render_corpus

LINE = '{"id": "lot", "text": "Oats rose.", "units": [{"start": 0, "end": 10, "kind": "statement", "label": "historical_fact"}]}\n'


def test_directories_and_files_together(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(LINE, encoding="utf-8")
    found = read_data([corpus, tmp_path / "more.jsonl"])
    assert len(found) == 11
    assert [release.id for release in found] == sorted(release.id for release in found)
    assert len({release.digest for release in found}) == 11
    assert {len(release.variants()) for release in found} == {VARIANTS}


def test_a_repeated_id_is_refused(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / f"{name}.jsonl").write_text(LINE, encoding="utf-8")
    with pytest.raises(AnnotationError, match="lot: two releases named for training have this id"):
        read_data([tmp_path / "one.jsonl", tmp_path / "other.jsonl"])


def test_what_is_measured_on_may_be_annotated_text_or_a_file_of_labelled_releases(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(LINE, encoding="utf-8")
    assert [release.id for release in read_scored(tmp_path / "gold.jsonl")] == ["lot"]
    assert [release.id for release in read_scored(corpus)] == [release.id for release in read_data([corpus])]
    one = next(iter(sorted(corpus.glob("*.ann"))))
    assert [release.id for release in read_scored(one)] == [release.id for release in read_data([one])] == [read_annotated(one).id]


def test_nothing_to_learn_from(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"no \.ann file in it"):
        read_data([tmp_path])


def test_a_release_counts_once_however_often_it_is_rendered(corpus: Path) -> None:
    rows = render_corpus([release.source for release in read_data([corpus])])
    assert set(rows.weights.tolist()) == {1 / VARIANTS}
    assert len(rows.ids) == VARIANTS * len(set(rows.ids))
