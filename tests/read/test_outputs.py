"""Outputs: files that a run writes are no inputs of it, under whatever name."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.errors import OutputError
from forelook.read.outputs import Outputs, is_unfinished_run


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "tagged.jsonl"
    path.write_text("{}")
    return path


def test_an_output_is_left_out_and_noted(out: Path) -> None:
    outputs = Outputs([out])
    assert outputs.leave_out(str(out))
    assert not outputs.leave_out(str(out.with_name("other.jsonl")))
    assert outputs.left_out == [str(out)]


def test_a_link_to_an_output_is_one(out: Path) -> None:
    link = out.with_name("link.jsonl")
    link.symlink_to(out)
    assert Outputs([out]).leave_out(str(link))


def test_a_file_of_that_name_elsewhere_is_none(out: Path) -> None:
    (out.parent / "below").mkdir()
    assert not Outputs([out]).leave_out(str(out.parent / "below" / out.name))


def test_the_file_that_a_stream_goes_to_is_one(out: Path) -> None:
    with out.open("ab") as stream:
        assert Outputs(stream=stream.fileno()).leave_out(str(out))


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000], ids=["nothing", "a NUL", "too long"])
def test_what_is_no_path_is_no_output(out: Path, path: str) -> None:
    assert not Outputs([out]).leave_out(path)


def test_an_input_that_would_be_written_over_is_refused(out: Path) -> None:
    with pytest.raises(OutputError, match="this is an input, and would be written over; name another output"):
        Outputs([out]).check([str(out)])


def test_a_run_that_has_not_ended_is_left_out(tmp_path: Path) -> None:
    run = tmp_path / "tagged.jsonl.partial"
    run.mkdir()
    assert not is_unfinished_run(str(run))
    (run / "journal.jsonl").write_text("")
    assert is_unfinished_run(str(run))
    assert Outputs().leave_out(str(run))
