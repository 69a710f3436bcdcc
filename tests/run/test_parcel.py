"""Long outcomes travel through files, short ones as they are; where no file can be written, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.run.parcel import KEPT_BYTES, PIPE_BYTES, Parcel, make_directory, pack, unpack
from forelook.run.tasks import Failure, Outcome

FAILURES = [Failure("a.txt", "it is empty", "leave it out")]
LONG = Outcome(b"x" * PIPE_BYTES + b"\n", 1, FAILURES)
LONGER = Outcome(b"y" * PIPE_BYTES * 2 + b"\n", 1, FAILURES)


def test_a_long_outcome_goes_through_a_file_that_is_used_again(tmp_path: Path) -> None:
    place = tmp_path / "0"
    for outcome in (LONGER, LONG):
        parcel = pack(outcome, str(place))
        assert isinstance(parcel, Parcel)
        assert parcel.outcome.lines == b""
        assert unpack(parcel, str(place)) == outcome
        assert place.stat().st_size == len(LONGER.lines)


def test_a_very_long_outcome_leaves_no_file(tmp_path: Path) -> None:
    place = tmp_path / "0"
    outcome = Outcome(b"x" * KEPT_BYTES + b"\n", 1, FAILURES)
    assert unpack(pack(outcome, str(place)), str(place)) == outcome
    assert list(tmp_path.iterdir()) == []


def test_a_short_outcome_goes_as_it_is(tmp_path: Path) -> None:
    short = Outcome(b"x\n", 1, FAILURES)
    place = tmp_path / "0"
    assert pack(short, str(place)) is short
    assert unpack(short, str(place)) is short
    assert list(tmp_path.iterdir()) == []


def test_without_a_directory_a_long_outcome_goes_as_it_is(tmp_path: Path) -> None:
    assert pack(LONG, str(tmp_path / "gone" / "0")) is LONG


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_on_a_full_disk_a_long_outcome_goes_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "0"
    place.symlink_to("/dev/full")
    assert pack(LONG, str(place)) is LONG
    assert list(tmp_path.iterdir()) == []


def test_the_directory_goes_with_its_owner() -> None:
    with make_directory() as directory:
        place = Path(directory)
        assert place.is_dir()
        pack(LONG, str(place / "0"))
    assert not place.exists()
