"""The files of a release: kept as they are but for what was changed, written whole, never over what another program wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.serve.conftest import ANN, TEXT

from forelook.corpus.annotated import read_corpus
from forelook.corpus.check import check
from forelook.errors import AnnotationError
from forelook.records import Document, Source
from forelook.serve.changes import Cut, SetCode
from forelook.serve.desk import Desk, OpenRelease, StaleError
from forelook.serve.files import ConflictError
from forelook.tagger import Tagger


@pytest.fixture
def release(document: Document, folder: Path, tagger: Tagger) -> OpenRelease:
    return OpenRelease(document, folder, tagger)


def test_header_comments_and_records_are_kept(release: OpenRelease, read_ann: Callable[[], str]) -> None:
    release.change(SetCode(7, "H"), 0)
    assert read_ann() == ANN.replace("S\tResults", "H\tResults")
    release.undo(1)
    assert read_ann() == ANN


def test_nothing_is_written_before_something_is_changed(tmp_path: Path, document: Document, tagger: Tagger) -> None:
    release = OpenRelease(document, tmp_path / "new", tagger)
    assert not (tmp_path / "new").exists()
    release.change(SetCode(0, "H"), 0)
    assert (tmp_path / "new" / "tarn.txt").read_bytes() == TEXT.encode()
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["tarn.ann", "tarn.txt"]
    assert OpenRelease(document, tmp_path / "new", tagger).sheet == release.sheet


@pytest.mark.parametrize("number", range(6))
def test_what_is_saved_passes_the_check(tmp_path: Path, texts: list[str], tagger: Tagger, number: int) -> None:
    release = OpenRelease(Document("below/acme", texts[number], Source()), tmp_path, tagger)
    release.change(Cut(0, 1), 0)
    release.change(SetCode(0, "QF"), 1)
    assert [finding for finding in check(read_corpus(tmp_path)) if "two sentences" not in finding] == []
    assert (tmp_path / "below" / "acme.ann").is_file()


def test_another_programs_change_is_reported_and_neither_version_is_lost(release: OpenRelease, folder: Path, read_ann: Callable[[], str]) -> None:
    theirs = ANN.replace("M\tDULUTH", "H\tDULUTH")
    (folder / "tarn.ann").write_text(theirs, encoding="utf-8")
    before = release.sheet
    with pytest.raises(ConflictError, match="has been changed by another program since it was read here"):
        release.change(SetCode(0, "G"), 0)
    assert (release.sheet, release.revision, read_ann()) == (before, 0, theirs)


def test_theirs_is_read_and_mine_is_a_step_back(release: OpenRelease, folder: Path, read_ann: Callable[[], str]) -> None:
    (folder / "tarn.ann").write_text(ANN.replace("M\tDULUTH", "H\tDULUTH"), encoding="utf-8")
    assert release.settle("theirs") is None
    release.change(SetCode(0, "G"), 1)
    assert "H\tDULUTH" in read_ann()
    release.undo(2)
    release.undo(3)
    assert read_ann() == ANN


def test_mine_is_written_and_theirs_set_aside(release: OpenRelease, folder: Path, read_ann: Callable[[], str]) -> None:
    for number in range(2):
        (folder / "tarn.ann").write_text(f"theirs {number}", encoding="utf-8")
        aside = release.settle("mine")
        assert aside is not None
        assert aside.read_text(encoding="utf-8") == f"theirs {number}"
        assert read_ann() == ANN
    assert len(read_corpus(folder)) == 1


def test_a_file_that_is_gone_or_new_is_a_conflict(release: OpenRelease, folder: Path, tmp_path: Path, document: Document, tagger: Tagger) -> None:
    (folder / "tarn.ann").unlink()
    with pytest.raises(ConflictError, match="is gone since"):
        release.change(SetCode(0, "G"), 0)
    assert release.settle("theirs") is None  # nothing of theirs to read
    assert (folder / "tarn.ann").is_file()
    other = OpenRelease(document, tmp_path / "new", tagger)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "tarn.ann").write_text("x", encoding="utf-8")
    with pytest.raises(ConflictError, match="has been made by another program"):
        other.change(SetCode(0, "G"), 0)


def test_their_broken_file_is_not_taken(release: OpenRelease, folder: Path) -> None:
    (folder / "tarn.ann").write_text("no bar", encoding="utf-8")
    with pytest.raises(AnnotationError, match="no line '---'"):
        release.settle("theirs")
    assert (folder / "tarn.ann").read_text(encoding="utf-8") == "no bar"


def test_a_page_that_is_behind_changes_nothing(release: OpenRelease, read_ann: Callable[[], str]) -> None:
    release.change(SetCode(0, "G"), 0)
    with pytest.raises(StaleError, match="has changed since the page read it"):
        release.change(SetCode(0, "S"), 0)
    assert "G\tTarn Pumps Reports" in read_ann()


REFUSED = {
    "another text": ("tarn", "Another text.", "exists already, with another text beside it"),
    "broken": ("broken", TEXT, "no line '---'"),
    "not UTF-8": ("latin", TEXT, "not UTF-8 at byte"),
    "blank": ("blank", " \n", "blank: no text in it"),
}


@pytest.mark.parametrize(("id_", "text", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_opened_is_reported_and_does_not_stop_the_rest(folder: Path, tagger: Tagger, id_: str, text: str, message: str) -> None:
    for name, content in (("broken", b"x"), ("latin", "---\nH\t\u00e9".encode("latin-1"))):
        (folder / f"{name}.ann").write_bytes(content)
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    desk = Desk(folder)
    (refused,) = desk.open([Document(id_, text, Source()), Document("other", TEXT, Source())], tagger)
    assert message in refused
    assert [release.sheet.id for release in desk.releases] == ["other"]


def test_two_releases_of_one_name(folder: Path, tagger: Tagger) -> None:
    refused = Desk(folder).open([Document("a:b", TEXT, Source()), Document("a_b", TEXT, Source())], tagger)
    assert "a_b: another release is to be saved as" in refused[0]
