"""Runs over what nobody would name on purpose: their own output, pipes, links that lead nowhere, names that steer a terminal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from forelook.errors import InputError, OutputError
from forelook.read import limits
from forelook.run.classify import Options, Report, classify_to_file
from forelook.run.journal import Checkpoint, Journal, JournalHeading

TEXT = "Acme grew 5% in 2024.\n"


@pytest.fixture
def options(small_model: Path) -> Options:
    return Options(model=small_model)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # not the one of conftest, which all share
    directory = tmp_path / "in"
    directory.mkdir()
    (directory / "a.txt").write_text(TEXT)
    monkeypatch.chdir(directory)
    return directory


def run(*arguments: object, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-W", "error", "-m", "forelook", *map(str, arguments)], capture_output=True, timeout=600, check=False, **more)


def ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in out.read_bytes().splitlines()]


def errors(out: Path) -> list[dict[str, str]]:
    path = out.with_name(out.name + ".errors.jsonl")
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


@pytest.mark.parametrize("paths", [["."], ["*"], ["**"], ["a.txt", "*.jsonl", "."]], ids=str)
def test_a_run_does_not_read_what_it_writes(folder: Path, options: Options, capsys: pytest.CaptureFixture[str], paths: list[str]) -> None:
    out = Path("tagged.jsonl")
    out.write_text('{"id": "older", "text": "Acme grew."}\n')
    Path("tagged.jsonl.errors.jsonl").write_text("{}\n")
    Path("other.jsonl.partial").mkdir()
    Path("other.jsonl.partial/journal.jsonl").write_text("{}\n")
    Path("other.jsonl.partial/releases.jsonl").write_text('{"id": "half", "text": "Acme grew."}\n')
    report = classify_to_file(paths, out, options)
    assert set(ids(out)) == {"a"}
    assert report.failures == paths.count("*.jsonl")  # it matches nothing else
    if paths != ["a.txt", "*.jsonl", "."]:
        assert capsys.readouterr().err.count("left out, because forelook writes it: ") == 1


def test_a_stream_into_the_folder_is_not_read_either(folder: Path, small_model: Path) -> None:
    with Path("tagged.jsonl").open("wb") as stream:
        process = subprocess.run(
            [sys.executable, "-m", "forelook", "classify", ".", "--model", str(small_model)], stdout=stream, stderr=subprocess.PIPE, check=False
        )
    assert process.returncode == 0, process.stderr
    assert ids(Path("tagged.jsonl")) == ["a"]
    assert b"left out, because forelook writes it: ./tagged.jsonl" in process.stderr


def test_an_output_that_is_an_input_is_refused(folder: Path, options: Options) -> None:
    rows = folder / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "Acme grew."}\n')
    (folder / "link.jsonl").symlink_to("rows.jsonl")
    for path in ("rows.jsonl", str(rows), "link.jsonl"):
        with pytest.raises(OutputError, match=r"rows.jsonl: this is an input|link.jsonl: this is an input"):
            classify_to_file([path], rows, options)
    assert rows.read_text() == '{"id": "a", "text": "Acme grew."}\n'


def test_an_output_that_is_a_link_is_written_where_it_points(folder: Path, tmp_path: Path, options: Options) -> None:
    link, target = tmp_path / "out.jsonl", tmp_path / "elsewhere.jsonl"
    link.symlink_to(target)
    classify_to_file(["a.txt"], link, options)
    assert link.is_symlink()
    assert ids(target) == ["a"]


@pytest.mark.parametrize("size", [1, 200], ids=["shorter than the first look", "longer"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_named_pipe_is_read_once_and_whole(folder: Path, tmp_path: Path, options: Options, size: int, jobs: int) -> None:
    pipe, text = tmp_path / "pipe", TEXT * size
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(text,), daemon=True)
    out = tmp_path / "out.jsonl"
    writer.start()
    assert classify_to_file([str(pipe)], out, Options(model=options.model, jobs=jobs)) == Report(1, 0)
    assert json.loads(out.read_bytes())["text"] == text


def test_standard_input_by_its_path_is_standard_input(folder: Path, small_model: Path) -> None:
    command = f"cat big.txt | {sys.executable} -m forelook classify /dev/stdin --model {small_model}"
    text = TEXT * 500
    (folder / "big.txt").write_text(text)
    for command in (f"cat big.txt | {sys.executable} -m forelook classify /dev/stdin", f"{sys.executable} -m forelook classify <(cat big.txt)"):
        found = subprocess.run(["bash", "-c", f"{command} --model {small_model}"], capture_output=True, check=False)
        assert json.loads(found.stdout)["text"] == text


def test_an_empty_argument_is_refused(folder: Path, options: Options, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"the argument is empty \(an unset variable, perhaps\); name a file"):
        classify_to_file(["a.txt", ""], tmp_path / "out.jsonl", options)


def test_what_cannot_be_read_is_named_and_the_rest_is_done(folder: Path, options: Options, tmp_path: Path) -> None:
    (folder / "dangling.txt").symlink_to("gone.txt")
    (folder / "self").symlink_to("self")
    (folder / "rows.jsonl").write_text('{"id": "deep", "text": "x", "more": ' + "[" * 100_000 + "\n" + '{"id": "row", "text": "Acme grew."}\n')
    (folder / "comment.jsonl").write_text('# rows\n{"id": "commented", "text": "Acme grew."}\n')
    out = tmp_path / "out.jsonl"
    classify_to_file([".", "x" * 5000], out, options)
    assert ids(out) == ["a", "commented", "row"]
    failed = [failure["path"] for failure in errors(out)]
    assert failed == ["x" * 5000, "comment.jsonl, line 1", "dangling.txt", "rows.jsonl, line 1", "self"]
    assert all("report it as a defect" not in failure["advice"] for failure in errors(out))


def test_a_folder_that_goes_while_it_is_walked_is_a_failure(folder: Path, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "below").mkdir()
    scan = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("below"):
            (folder / "below").rmdir()
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    out = tmp_path / "out.jsonl"
    assert classify_to_file(["."], out, options) == Report(1, 1)
    assert errors(out)[0]["path"] == "below"


def test_a_deep_folder_is_walked(folder: Path, options: Options, tmp_path: Path) -> None:
    deep = folder / "/".join("d" * 600)
    deep.mkdir(parents=True)
    (deep / "b.txt").write_text(TEXT)
    assert classify_to_file(["."], tmp_path / "out.jsonl", options) == Report(2, 0)


def test_a_path_that_is_not_utf8_can_be_resumed(folder: Path, options: Options, tmp_path: Path) -> None:
    path = os.fsdecode(b"caf\xe9.txt")
    Path(path).write_text(TEXT)
    out = tmp_path / "out.jsonl"
    assert classify_to_file([path], out, options) == Report(1, 0)
    assert ids(out) == ["caf\ufffd"]


def test_names_do_not_steer_the_terminal(folder: Path, small_model: Path) -> None:
    Path("binary\x1b[2J\nforelook: all well.txt").write_bytes(b"\0")
    Path("rows.jsonl").write_text(json.dumps({"id": "\x1b]0;PWN\x07", "text": "Acme \x1b[31mgrew \u202e5% in 2024."}) + "\n")
    shown, classified = run("show", ".", "--model", small_model), run("classify", ".", "--model", small_model)
    assert not {"\x1b", "\x07", "\u202e"} & set(shown.stdout.decode() + shown.stderr.decode() + classified.stderr.decode())
    assert "binary␛[2J forelook: all well.txt: the file is binary" in classified.stderr.decode()
    assert b"\nforelook: all well" not in classified.stderr


@pytest.mark.parametrize(
    ("redirection", "status", "message"),
    [
        (">/dev/full", 2, "forelook: cannot be read or written: .*No space left on device"),
        (">&-", 2, "forelook: cannot be read or written: .*standard output is closed"),
        ("2>/dev/full", 0, None),
        ("2>&-", 0, None),
        (">/dev/full 2>&-", 2, None),
        ("-o out.jsonl >&- 2>&- <&-", 0, None),
        ("<&- -", 1, "standard input is closed"),
    ],
)
def test_streams_that_are_closed_or_full(folder: Path, small_model: Path, redirection: str, status: int, message: str | None) -> None:
    Path("scan.pdf").unlink(missing_ok=True)
    (folder.parent / "two.jsonl").write_text('{"id": "a", "text": "Acme grew."}\n{"id": "b", "text": "Acme grew."}\n')
    found = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m forelook classify ../two.jsonl --model {small_model} {redirection}"], capture_output=True, check=False
    )
    assert found.returncode == status, found.stderr
    assert b"Traceback" not in found.stderr
    assert b"Exception ignored" not in found.stderr
    if message is not None:
        assert [line for line in found.stderr.decode().splitlines() if re.search(message, line)]
    else:
        assert not found.stderr


def test_a_working_directory_that_is_gone(folder: Path, small_model: Path, tmp_path: Path) -> None:
    command = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m forelook classify . --model {small_model}"
    found = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert found.returncode in {1, 2}
    assert b"Traceback" not in found.stderr


def test_a_killed_group_leaves_nothing_in_shared_memory(tmp_path: Path, folder: Path, small_model: Path) -> None:
    Path("rows.jsonl").write_text("".join(json.dumps({"id": str(number), "text": TEXT * 300}) + "\n" for number in range(2000)))
    before = set(Path("/dev/shm").iterdir())
    process = subprocess.Popen(
        [sys.executable, "-m", "forelook", "classify", "rows.jsonl", "--jobs", "2", "--model", str(small_model)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.read(1000)
    os.killpg(process.pid, 9)
    process.wait()
    process.stdout.close()
    assert set(Path("/dev/shm").iterdir()) <= before


def test_a_link_as_output_locks_its_target(tmp_path: Path, folder: Path, options: Options) -> None:
    link, target = tmp_path / "out.jsonl", tmp_path / "elsewhere.jsonl"
    link.symlink_to(target)
    held = Journal(target, JournalHeading("", "", "", [], "", "", text=True, figures=True), resume=False)
    held.checkpoint(Checkpoint(items=1))
    with pytest.raises(OutputError, match="another run is writing"):
        classify_to_file(["a.txt"], link, options)
    held.close()


def test_ids_that_come_twice_are_named(folder: Path, options: Options, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("one.jsonl").write_text('{"id": "twice", "text": "Acme grew."}\n{"id": "once", "text": "Acme grew."}\n')
    Path("two.jsonl").write_text('{"id": "twice", "text": "Acme grew."}\n' * 9)
    assert classify_to_file([".", "a.txt"], tmp_path / "out.jsonl", options) == Report(13, 0)
    messages = capsys.readouterr().err
    assert messages.count("the id twice is that of an earlier release, too") == 5
    assert "10 releases have the id of an earlier one" in messages


def test_a_text_that_is_no_release_by_its_length_is_a_failure(folder: Path, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS_LIMIT", 30)
    Path("long.txt").write_text(TEXT * 2)
    Path("rows.jsonl").write_text(json.dumps({"id": "long", "text": TEXT * 3}) + "\n")
    out = tmp_path / "out.jsonl"
    assert classify_to_file(["."], out, options) == Report(1, 2)
    assert [failure["reason"] for failure in errors(out)] == [f"the text has {22 * times} characters, more than 30" for times in (2, 3)]
