"""The journal: what a killed run leaves is valid up to the last whole line, and only the same run continues it."""

from __future__ import annotations

import errno
from pathlib import Path

import msgspec
import pytest

from forelook.errors import OutputError
from forelook.run.journal import Checkpoint, Journal, JournalHeading, explain_full_disk, partial_directory, place

HEADING = JournalHeading("0.1.0", "forelook/1", "ab", ["filings"], "jsonl", "codepoint", text=True, figures=True)
ONE = Checkpoint(items=1, digest="d1", releases=1, release_bytes=4)
TWO = Checkpoint(items=2, digest="d2", releases=2, failures=1, release_bytes=8, failure_bytes=3)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def begin(out: Path) -> None:
    """Leave an unfinished run with two checkpoints, and a release that none covers."""
    journal = Journal(out, HEADING, resume=False)
    journal.write(b"one\n", b"")
    journal.checkpoint(ONE)
    journal.write(b"two\n", b"no\n")
    journal.checkpoint(TWO)
    journal.write(b"thr", b"")
    journal.close()


def test_a_run_goes_on_from_its_last_checkpoint(out: Path) -> None:
    begin(out)
    journal = Journal(out, HEADING, resume=True)
    assert journal.last == TWO
    journal.write(b"three\n", b"")
    journal.checkpoint(msgspec.structs.replace(TWO, items=3, releases=3, release_bytes=14, complete=True))
    assert journal.releases_path.read_bytes() == b"one\ntwo\nthree\n"
    assert journal.failures_path.read_bytes() == b"no\n"
    journal.close()


@pytest.mark.parametrize("cut", range(1, 12))
def test_half_a_line_is_as_if_it_were_not_there(out: Path, cut: int) -> None:
    begin(out)
    path = partial_directory(out) / "journal.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    journal = Journal(out, HEADING, resume=True)
    assert journal.last == ONE
    journal.close()
    assert (partial_directory(out) / "releases.jsonl").read_bytes() == b"one\n"


def test_a_heading_alone_begins_anew(out: Path) -> None:
    Journal(out, HEADING, resume=False).close()
    other = msgspec.structs.replace(HEADING, model="cd")
    journal = Journal(out, other, resume=False)
    assert journal.last == Checkpoint()
    journal.close()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"model": "cd"}, r"its model was 'ab', and is 'cd' now; run the same command as before", id="another model"),
        pytest.param({"paths": ["filings", "more"]}, "its paths was", id="other paths"),
        pytest.param({"keep": ["sector"]}, r"its keep was \[\], and is \['sector'\] now", id="other columns to keep"),
        pytest.param({"text_col": "body"}, "its text_col was 'text', and is 'body' now", id="another column of texts"),
    ],
)
def test_another_run_does_not_go_on(out: Path, change: dict, message: str) -> None:
    begin(out)
    with pytest.raises(OutputError, match=message):
        Journal(out, msgspec.structs.replace(HEADING, **change), resume=True)


def test_an_unfinished_run_is_not_overwritten(out: Path) -> None:
    begin(out)
    with pytest.raises(OutputError, match=r"out\.jsonl is here; add --resume to continue it, or delete the directory to start again"):
        Journal(out, HEADING, resume=False)


def test_a_damaged_journal_is_named(out: Path) -> None:
    begin(out)
    path = partial_directory(out) / "journal.jsonl"
    path.write_bytes(b"not JSON\n" + path.read_bytes())
    with pytest.raises(OutputError, match=r"journal\.jsonl: damaged: .*; delete .*out\.jsonl\.partial to start again"):
        Journal(out, HEADING, resume=True)


def test_two_runs_do_not_write_one_output(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forelook.run.journal._LOCK_SECONDS", 0.02)
    journal = Journal(out, HEADING, resume=False)
    with pytest.raises(OutputError, match=r"another run is writing .* now; wait for it, or name another output"):
        Journal(out, HEADING, resume=False)
    journal.close()


def test_a_finished_run_leaves_nothing(out: Path) -> None:
    begin(out)
    journal = Journal(out, HEADING, resume=True)
    place(journal.releases_path, out)
    journal.close()
    journal.delete()
    assert out.read_bytes() == b"one\ntwo\n"
    assert not partial_directory(out).exists()


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "cannot be written: full; free some space, then run the same command with --resume: what is finished is kept"),
        (errno.EDQUOT, "free some space"),
        (errno.EFBIG, "free some space"),
        (errno.EACCES, r"out\.jsonl: cannot be written: full; choose a place that can be written"),
    ],
)
def test_what_the_system_refuses_says_what_to_do(out: Path, number: int, message: str) -> None:
    with pytest.raises(OutputError, match=message), explain_full_disk(out):
        raise OSError(number, "full")
