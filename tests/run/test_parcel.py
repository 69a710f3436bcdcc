"""Long outcomes travel through files, short ones as they are; where no file can be written, nothing is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from forelook.run.parcel import PIPE_BYTES, Parcel, make_directory, pack, unpack
from forelook.run.tasks import Failure, Outcome

FAILURES = [Failure("a.txt", "it is empty", "leave it out")]
LONG = Outcome(b"x" * PIPE_BYTES + b"\n", 1, FAILURES)


def test_a_long_outcome_goes_through_a_file_that_is_deleted(tmp_path: Path) -> None:
    parcel = pack(LONG, str(tmp_path))
    assert isinstance(parcel, Parcel)
    assert parcel.outcome.lines == b""
    assert Path(parcel.path).read_bytes() == LONG.lines
    assert unpack(parcel) == LONG
    assert list(tmp_path.iterdir()) == []


def test_a_short_outcome_goes_as_it_is(tmp_path: Path) -> None:
    short = Outcome(b"x\n", 1, FAILURES)
    assert pack(short, str(tmp_path)) is short
    assert unpack(short) is short
    assert list(tmp_path.iterdir()) == []


def test_without_a_directory_a_long_outcome_goes_as_it_is(tmp_path: Path) -> None:
    assert pack(LONG, str(tmp_path / "gone")) is LONG


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_on_a_full_disk_a_long_outcome_goes_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def open_full(**_: object) -> tuple[int, str]:
        (tmp_path / "part").touch()
        return os.open("/dev/full", os.O_WRONLY), str(tmp_path / "part")

    monkeypatch.setattr(tempfile, "mkstemp", open_full)
    assert pack(LONG, str(tmp_path)) is LONG
    assert list(tmp_path.iterdir()) == []


def test_the_directory_goes_with_its_owner() -> None:
    with make_directory() as directory:
        place = Path(directory)
        assert place.is_dir()
        pack(LONG, directory)
    assert not place.exists()
