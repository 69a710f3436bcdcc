"""Freshness: the digest depends on all that a model is made from, and a base whose releases are cut otherwise now is outdated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from forelook.corpus.annotated import read_annotated
from forelook.errors import ModelError
from forelook.evaluate.replace import check_fresh
from forelook.train.base import Base
from forelook.train.data import read_data
from forelook.train.freshness import Sources, digest_rows, read_sources


def test_the_digest_depends_on_words_codes_raw_text_and_base(base: Base, corpus: Path, tmp_path: Path) -> None:
    before = read_sources(base, read_data([corpus])).digest
    assert read_sources(base, read_data([corpus])).digest == before
    assert read_sources(base._replace(digest="0"), read_data([corpus])).digest != before
    path = max(corpus.glob("*.ann"))
    for number, (old, new) in enumerate([("\nH\t", "\nG\t"), (" the ", " a "), ("\n\n", "\n# a remark\n\n")]):
        directory = shutil.copytree(corpus, tmp_path / str(number))
        (directory / path.name).write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        assert (read_sources(base, read_data([directory])).digest != before) is (number < 2)
    directory = shutil.copytree(corpus, tmp_path / "raw")
    (directory / path.with_suffix(".txt").name).write_text(" ".join(unit.text for unit in read_annotated(path).units), encoding="utf-8")
    assert read_sources(base, read_data([directory])).digest != before
    assert read_sources(base, read_data([corpus])[:-1]).digest != before


def test_the_digest_depends_on_settings(base: Base, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_sources(base, read_data([corpus])).digest
    monkeypatch.setattr("forelook.train.fit.OWN_WEIGHT", 7.0)
    assert read_sources(base, read_data([corpus])).digest != before


def test_the_digest_depends_on_what_features_make_of_any_release(base: Base, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    releases = read_data([corpus])
    before, rows = read_sources(base, releases), digest_rows(releases)
    assert (before.known, before.outdated) == (len(releases), 0)
    monkeypatch.setattr("forelook.segment.segmentation.LONGEST_SECTION", 12)
    changed = [one != other for one, other in zip(rows, digest_rows(releases), strict=True)]
    after = read_sources(base, releases)
    assert 0 < sum(changed) == after.outdated
    assert after.digest != before.digest
    assert after.base_is_outdated


def test_rows_do_not_depend_on_the_other_releases(corpus: Path) -> None:
    releases = read_data([corpus])
    assert digest_rows(releases) == [digest for release in releases for digest in digest_rows([release])]


@pytest.mark.parametrize(("outdated", "is_outdated"), [(0, False), (5, False), (6, True)])
def test_a_few_outdated_releases_are_no_reason_to_make_a_base_anew(outdated: int, is_outdated: bool) -> None:
    assert Sources("", 100, outdated).base_is_outdated is is_outdated


def test_an_outdated_base_is_said(base: Base, small_model: Path, corpus: Path) -> None:
    with pytest.raises(ModelError, match=r"10 releases of the base, 10 have changed in segmentation .*make base"):
        check_fresh(base._replace(known=dict.fromkeys(base.known, "0")), read_data([corpus]), small_model)
