"""The corpus to every tool and back, through files."""

from __future__ import annotations

import pytest

from forelook.corpus.alignment import align, write_gold
from forelook.corpus.annotated import read_corpus
from forelook.corpus.exchange.convert import Tool, export_corpus, import_corpus, load_gold, read_gold_corpus
from forelook.errors import AnnotationError


@pytest.fixture
def data(gold, annotated, tmp_path):
    for release in gold[:3]:
        write_gold(tmp_path / "data", release)
    (tmp_path / "data" / "lone.ann").write_text(annotated.replace("id: tarn", "id: lone"), encoding="utf-8")
    return tmp_path / "data"


@pytest.mark.parametrize("tool", Tool)
def test_export_and_import(data, tool, tmp_path):
    written = export_corpus(data, tool, tmp_path / "out")
    assert written == sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())
    import_corpus(tmp_path / "out", tool, tmp_path / "back")
    assert [align(release, release.raw) for release in read_corpus(tmp_path / "back")] == read_gold_corpus(data)
    assert [release.id for release in read_gold_corpus(data)] == ["below/tarn-crlf", "lone", "tarn", "tarn-line"]


@pytest.mark.parametrize("tool", [Tool.BRAT, Tool.WEB_ANNOTATION])
def test_one_file_brings_its_text_along(data, tool, tmp_path):
    export_corpus(data, tool, tmp_path / "out")
    suffix = {Tool.BRAT: ".ann", Tool.WEB_ANNOTATION: ".jsonld"}[tool]
    assert [release.id for release in load_gold(tmp_path / "out" / f"tarn{suffix}", tool)] == ["tarn"]


def test_nothing_there(tmp_path):
    with pytest.raises(AnnotationError, match="no such file or directory"):
        load_gold(tmp_path / "nowhere", Tool.BRAT)
    with pytest.raises(AnnotationError, match="no release of prodigy in it"):
        load_gold(tmp_path, Tool.PRODIGY)


def test_a_collection_of_brats_is_no_annotated_text(data, tmp_path):
    before = read_corpus(data)
    export_corpus(data, Tool.BRAT, data / "brat")
    assert read_corpus(data) == before
    with pytest.raises(AnnotationError, match=r"no \.ann file in it"):
        read_corpus(data / "brat")
    with pytest.raises(AnnotationError, match=r"holds annotated text, whose files end in \.ann as brat's do; name a directory of its own"):
        export_corpus(data, Tool.BRAT, data)
    with pytest.raises(AnnotationError, match="a collection of brat's, in which annotated text would not be found; name another directory"):
        import_corpus(data / "brat", Tool.BRAT, data / "brat")
    assert read_corpus(data) == before
