"""Progress: lines on standard error that count, name what failed, and end with a sum."""

from __future__ import annotations

import re

import pytest

from forelook.parallel.items import Failure
from forelook.read.outputs import Outputs
from forelook.run import progress, voice
from forelook.run.progress import REPEATED_NAMED, Reporter

FAILED = Failure("a.txt", "the text is empty, or blank", "leave it out")


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    found = capsys.readouterr()
    assert found.out == "", "standard output is for results"
    return found.err.splitlines()


def test_failures_are_named_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(["a"]) as reporter:
        reporter.advance(["one", "two"], [FAILED], 10)
        reporter.finish()
    first, last = lines(capsys)
    assert first == "forelook: failed: a.txt: the text is empty, or blank; leave it out"
    assert re.fullmatch(r"forelook: 2 releases, 1 failed input; 2 in \d+\.\d s \([\d,]+ a second\)", last)
    assert (reporter.releases, reporter.failures) == (2, 1)


def test_what_was_done_before_is_counted_apart(capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(["a"]) as reporter:
        reporter.resume(5, 2, ["one", "two"])
        reporter.advance(["three", "one"], [], 0)
        reporter.finish()
    said = lines(capsys)
    assert said[0] == "forelook: continuing after 5 releases and 2 failed inputs"
    assert said[1] == "forelook: the id one is that of an earlier release, too"
    assert said[2].startswith("forelook: 7 releases, 2 failed inputs; 2 in ")


def test_only_the_first_repeated_ids_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    ids = [str(number) for number in range(REPEATED_NAMED + 3)]
    with Reporter(["a"]) as reporter:
        reporter.advance([*ids, *ids], [], 0)
        reporter.finish()
    said = lines(capsys)
    assert sum("is that of an earlier release" in line for line in said) == REPEATED_NAMED
    assert f"forelook: {REPEATED_NAMED + 3} releases have the id of an earlier one" in said


def test_a_line_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with Reporter(["a"]) as reporter:
        reporter.advance(["one"], [], 0)
        assert lines(capsys) == []
        monkeypatch.setattr(progress, "LINE_SECONDS", 0.0)
        reporter.advance(["two"], [], 0)
    (said,) = lines(capsys)
    assert re.fullmatch(r"forelook: 2 releases, 0 failed inputs, [\d,]+ releases a second", said)


def test_messages_are_one_line_without_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter(["a"]).warn("a name\nwith \x1b[31mcolour")
    (said,) = lines(capsys)
    assert "\x1b" not in said


def test_quiet_leaves_only_failures(capsys: pytest.CaptureFixture[str]) -> None:
    token = voice._QUIET.set(False)
    try:
        assert not voice.is_quiet()
        voice.be_quiet()
        with Reporter(["a"]) as reporter:
            reporter.advance(["one", "one"], [FAILED], 0)
            reporter.finish()
    finally:
        voice._QUIET.reset(token)
    assert lines(capsys) == ["forelook: failed: a.txt: the text is empty, or blank; leave it out"]
    assert not voice.is_quiet()


@pytest.mark.parametrize(("count", "more"), [(1, ""), (3, " and 2 more")])
def test_own_outputs_are_left_out_aloud(tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], count: int, more: str) -> None:
    folder = tmp_path_factory.mktemp("out")
    paths = [folder / f"{number}.jsonl" for number in range(count)]
    for path in paths:
        path.touch()
    outputs = Outputs(paths)
    assert all(outputs.leave_out(str(path)) for path in paths)
    Reporter(["a"]).say_left_out(outputs)
    assert lines(capsys) == [f"forelook: left out, because forelook writes it: {paths[0]}{more}"]
