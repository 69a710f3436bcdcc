"""Whole runs: identity, errors, and that nothing is lost, whenever a run is killed."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import jsonschema
import msgspec
import pytest

from forelook.errors import InputError, MissingExtraError, ModelError, OutputError
from forelook.export import Layout
from forelook.read import Input, JsonLine, decode_line, read_undecoded
from forelook.records import Document, json_schema
from forelook.run import classify, inputs, worker
from forelook.run.classify import Options, Report, classify_to_file

FAILED = ["binary.txt", "empty.txt", "scan.pdf", "table.jsonl, line 8"]


class Killed(BaseException):
    """Simulates a SIGKILL inside one process: nothing catches it."""


@pytest.fixture(scope="module")
def options(small_model: Path) -> Options:
    return Options(model=small_model, batch_size=5)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory, folder: Path, options: Options) -> Path:
    out = tmp_path_factory.mktemp("reference") / "out.jsonl"
    assert classify_to_file([str(folder)], out, options) == Report(60, 4)
    return out


def errors_of(out: Path) -> Path:
    return out.with_name(out.name + ".errors.jsonl")


def assert_same(out: Path, reference: Path) -> None:
    assert out.read_bytes() == reference.read_bytes()
    assert errors_of(out).read_bytes() == errors_of(reference).read_bytes()
    assert not out.with_name(out.name + ".partial").exists()


def test_every_line_is_valid_and_every_failure_is_named(reference: Path, folder: Path) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    lines = reference.read_bytes().splitlines()
    for line in lines:
        release = json.loads(line)
        validator.validate(release)
        assert all(release["text"][item["start"] : item["end"]] == item["text"] for item in release["statements"])
    ids = [json.loads(line)["id"] for line in lines]
    assert ids[:2] == ["below/release-01", "below/release-03"]
    assert ids[-1] == "row-29"
    failures = [json.loads(line) for line in errors_of(reference).read_bytes().splitlines()]
    assert [failure["path"] for failure in failures] == [str(folder / name) for name in FAILED]
    assert all(failure["reason"] and failure["advice"] for failure in failures)


@pytest.mark.parametrize(("jobs", "batch_size"), [(1, 1), (1, 64), (2, 7)])
def test_the_bytes_do_not_depend_on_jobs_or_batches(tmp_path: Path, folder: Path, options: Options, reference: Path, jobs: int, batch_size: int) -> None:
    out = tmp_path / "new" / "directory" / "out.jsonl"
    changed = msgspec.structs.replace(options, jobs=jobs, batch_size=batch_size)
    assert classify_to_file([str(folder)], out, changed) == Report(60, 4)
    assert_same(out, reference)


@pytest.mark.parametrize("suffix", ["json", "csv", "parquet", "spacy"])
def test_other_formats_do_not_depend_on_jobs_either(tmp_path: Path, folder: Path, options: Options, suffix: str) -> None:
    contents = []
    for jobs, batch_size in ((1, 4), (2, 9)):
        out = tmp_path / f"out-{jobs}.{suffix}"
        format_ = "docbin" if suffix == "spacy" else suffix
        classify_to_file([str(folder)], out, msgspec.structs.replace(options, layout=Layout(format_), jobs=jobs, batch_size=batch_size))
        contents.append(out.read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
def test_killed_at_every_sync_and_resumed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path, options: Options, reference: Path, format_: str
) -> None:
    monkeypatch.setattr(classify, "CHECKPOINT_SECONDS", 0.0)
    options = msgspec.structs.replace(options, batch_size=13, layout=Layout(format_), resume=True)
    undisturbed = tmp_path / "undisturbed"
    classify_to_file([str(folder)], undisturbed, options)
    expected = undisturbed.read_bytes()
    assert format_ != "jsonl" or expected == reference.read_bytes()
    tagged: list[int] = []
    watch_work(monkeypatch, tagged)
    sync = os.fsync
    kills = 0
    while True:
        out = tmp_path / f"out-{kills}"
        left = kills

        def fsync(descriptor: int) -> None:
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", fsync)
        try:
            classify_to_file([str(folder)], out, options)
        except Killed:
            pass
        else:
            break  # it ended before the kill: every place has been tried
        finally:
            monkeypatch.setattr(os, "fsync", sync)
        if format_ == "jsonl" and kills % 3 == 0 and (released := out.with_name(out.name + ".partial") / "releases.jsonl").exists():
            with released.open("ab") as file:
                file.write(b'{"torn')
        done = last_checkpoint(out)
        tagged.clear()
        classify_to_file([str(folder)], out, options)
        assert out.read_bytes() == expected
        assert errors_of(out).read_bytes() == errors_of(reference).read_bytes()
        assert sum(tagged) == 64 - done  # nothing that a checkpoint covers is done twice
        kills += 1
    assert kills > 12


def watch_work(monkeypatch: pytest.MonkeyPatch, tagged: list[int]) -> None:
    work = worker.Worker.__call__

    def count(self: worker.Worker, items: Any) -> worker.Outcome:
        tagged.append(len(items))
        return work(self, items)

    monkeypatch.setattr(worker.Worker, "__call__", count)


def last_checkpoint(out: Path) -> int:
    journal = out.with_name(out.name + ".partial") / "journal.jsonl"
    if not journal.is_file():
        return 0
    records = [json.loads(line) for line in journal.read_bytes().splitlines()]
    return int(records[-1].get("items", 0)) if records else 0


COMMAND = "import forelook.run.classify as c; c.CHECKPOINT_SECONDS = 0; from forelook.cli.main import main; main()"
# So slow that the run does not end before the signal that this process sends, however busy the machine is.
SLOWLY = "import time; from forelook.tagger import Tagger as T; tag = T.tag; T.tag = lambda self, texts: time.sleep(0.05) or tag(self, texts); "


def start(arguments: list[str], command: str = COMMAND, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", command, "classify", *arguments], stderr=subprocess.PIPE, **more)


def listen() -> None:
    """Take SIGINT as usual: what a shell starts in the background, this suite perhaps, ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until(is_true: Callable[[], object], seconds: float = 300) -> None:
    limit = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < limit, "it did not happen in time"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.jsonl"
    rows = (json.dumps({"id": str(number), "text": texts[number % len(texts)]}) + "\n" for number in range(1500))
    path.write_text("".join(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def large_reference(tmp_path_factory: pytest.TempPathFactory, large: Path, options: Options) -> bytes:
    out = tmp_path_factory.mktemp("large") / "out.jsonl"
    classify_to_file([str(large)], out, options)
    return out.read_bytes()


def test_killed_for_real_and_resumed(tmp_path: Path, large: Path, small_model: Path, large_reference: bytes) -> None:
    out = tmp_path / "out.jsonl"
    arguments = [str(large), "-o", str(out), "--jobs", "2", "--batch-size", "8", "--model", str(small_model)]
    process = start(arguments)
    wait_until(lambda: last_checkpoint(out) > 100 or process.poll() is not None)
    children = list_children(process.pid)
    assert len(children) == 2
    process.kill()
    process.communicate()
    assert not out.exists()
    done = last_checkpoint(out)
    wait_until(lambda: not any(Path(f"/proc/{child}").exists() for child in children))
    again = start([*arguments, "--resume"])
    _, messages = again.communicate(timeout=600)
    assert again.returncode == 0
    assert f"continuing after {done:,} releases".encode() in messages
    assert out.read_bytes() == large_reference


def test_what_resumes_nothing_says_so(tmp_path: Path, options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Sales rose.")
    out = tmp_path / "out.jsonl"
    for resume, said in ((False, False), (True, True)):
        classify_to_file([str(tmp_path / "a.txt")], out, msgspec.structs.replace(options, resume=resume))
        assert (f"no unfinished run for {out} is here; beginning anew" in capsys.readouterr().err) is said


def list_children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False).stdout
    return [int(line) for line in listed.split()]


def test_a_killed_worker_costs_nothing(tmp_path: Path, large: Path, small_model: Path, large_reference: bytes) -> None:
    out = tmp_path / "out.jsonl"
    process = start([str(large), "-o", str(out), "--jobs", "2", "--batch-size", "8", "--model", str(small_model)])
    wait_until(lambda: last_checkpoint(out) > 100)
    for child in list_children(process.pid)[:1]:
        os.kill(child, signal.SIGKILL)
    _, messages = process.communicate(timeout=600)
    assert process.returncode == 0, messages
    assert out.read_bytes() == large_reference


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_runs_say_how_to_go_on(tmp_path: Path, large: Path, small_model: Path, number: signal.Signals) -> None:
    out = tmp_path / "out.jsonl"
    process = start([str(large), "-o", str(out), "--batch-size", "8", "--model", str(small_model)], SLOWLY + COMMAND, preexec_fn=listen)
    wait_until(lambda: last_checkpoint(out) > 10)
    process.send_signal(number)
    _, messages = process.communicate(timeout=600)
    assert process.returncode == 128 + number
    assert f"interrupted; {last_checkpoint(out):,} releases kept: run the same command with --resume to continue".encode() in messages


def test_a_full_disk_is_reported_and_the_run_is_resumed_later(tmp_path: Path, large: Path, small_model: Path, large_reference: bytes) -> None:
    out = tmp_path / "out.jsonl"
    arguments = [str(large), "-o", str(out), "--batch-size", "8", "--model", str(small_model)]
    limit = len(large_reference) // 3
    process = start(arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    _, messages = process.communicate(timeout=600)
    assert process.returncode == 2
    assert b"File too large; free some space, then run the same command with --resume: what is finished is kept" in messages
    assert last_checkpoint(out) > 100
    _, messages = (again := start([*arguments, "--resume"])).communicate(timeout=600)
    assert again.returncode == 0, messages
    assert out.read_bytes() == large_reference


def test_a_worker_that_dies_leaves_the_rest_of_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path, options: Options, reference: Path, poison: type[Document]
) -> None:
    def read_poisoned(source: Input, *, watch: Callable[[IO[bytes]], None]) -> Iterator[Document | JsonLine | InputError]:
        for found in read_undecoded(source, watch=watch):
            row = decode_line(found) if isinstance(found, JsonLine) else found
            yield poison(row.id, row.text, row.source) if isinstance(row, Document) and row.id == "row-3" else found

    monkeypatch.setattr(inputs, "read_undecoded", read_poisoned)
    out = tmp_path / "out.jsonl"
    assert classify_to_file([str(folder)], out, msgspec.structs.replace(options, jobs=2)) == Report(59, 5)
    assert out.read_bytes().splitlines() == [line for line in reference.read_bytes().splitlines() if b'"id":"row-3"' not in line]
    assert json.loads(errors_of(out).read_bytes().splitlines()[3])["path"].endswith("table.jsonl, id row-3")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"text": False}, "its text was True, and is False now", id="other text option"),
        pytest.param({"offsets": "utf16"}, "its offsets was 'codepoint', and is 'utf16' now", id="other offsets"),
        pytest.param({"layout": Layout("csv")}, "its format was 'jsonl', and is 'csv' now", id="other format"),
        pytest.param({"id_col": "accession"}, "its id_col was 'id', and is 'accession' now", id="other columns"),
        pytest.param({"resume": False}, "an unfinished run for .* is here; add --resume to continue it, or delete", id="no --resume"),
    ],
)
def test_another_run_is_not_gone_on_with(unfinished: Callable[[], tuple[Path, Path]], options: Options, change: dict[str, Any], message: str) -> None:
    folder, out = unfinished()
    changed = msgspec.structs.replace(options, **{"resume": True, **change})
    with pytest.raises(OutputError, match=message):
        classify_to_file([str(folder)], out, changed)


@pytest.mark.parametrize("change", ["touched", "added", "removed", "model", "paths"])
def test_other_inputs_are_not_gone_on_with(
    tmp_path: Path, unfinished: Callable[[], tuple[Path, Path]], options: Options, small_model: Path, change: str
) -> None:
    folder, out = unfinished()
    message = "its first 10 inputs have changed since .* put them back, or delete the directory"
    paths = [str(folder)]
    options = msgspec.structs.replace(options, resume=True)
    match change:
        case "touched":
            os.utime(folder / "below" / "release-03.txt", (1, 1))
        case "added":
            (folder / "below" / "release-02.txt").write_text("Acme grew.")
        case "removed":
            (folder / "below" / "release-05.txt").unlink()
        case "paths":
            paths, message = [str(folder / "below")], "its paths was .*, and is .* now"
        case "model":
            other = tmp_path / "other"
            shutil.copytree(small_model, other)
            rewrite_model(other)
            options, message = msgspec.structs.replace(options, model=other), "its model was '.*', and is '.*' now"
    with pytest.raises(OutputError, match=message):
        classify_to_file(paths, out, options)


def rewrite_model(directory: Path) -> None:
    import joblib

    from forelook.model.store import save_model

    arrays = joblib.load(directory / "model.joblib")
    arrays["intercept"] = arrays["intercept"] + 1.0
    save_model(directory, arrays, {"name": "other", "version": "0"})


@pytest.fixture
def unfinished(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path, options: Options) -> Callable[[], tuple[Path, Path]]:
    """Return what makes a run over a copy of the folder that was killed after its second batch."""

    def make() -> tuple[Path, Path]:
        copied, out = tmp_path / "inputs", tmp_path / "out.jsonl"
        shutil.copytree(folder, copied)
        with monkeypatch.context() as patch:
            patch.setattr(classify, "CHECKPOINT_SECONDS", 0.0)
            save = classify.Journal.checkpoint

            def checkpoint(self: classify.Journal, reached: classify.Checkpoint) -> None:
                save(self, reached)
                if reached.items >= 10:
                    raise Killed

            patch.setattr(classify.Journal, "checkpoint", checkpoint)
            with pytest.raises(Killed):
                classify_to_file([str(copied)], out, options)
        return copied, out

    return make


def test_an_older_output_stays_until_the_run_is_complete(unfinished: Callable[[], tuple[Path, Path]], tmp_path: Path, options: Options) -> None:
    (tmp_path / "out.jsonl").write_text("older")
    folder, out = unfinished()
    assert out.read_text() == "older"
    classify_to_file([str(folder)], out, msgspec.structs.replace(options, resume=True))
    assert len(out.read_bytes().splitlines()) == 60


def test_two_runs_do_not_write_one_output(unfinished: Callable[[], tuple[Path, Path]], options: Options) -> None:
    folder, out = unfinished()
    held = classify.Journal(out, read_heading(out), resume=True)
    with pytest.raises(OutputError, match=r"another run is writing .* now; wait for it, or name another output"):
        classify_to_file([str(folder)], out, msgspec.structs.replace(options, resume=True))
    held.close()


def read_heading(out: Path) -> classify.JournalHeading:
    journal = out.with_name(out.name + ".partial") / "journal.jsonl"
    return msgspec.json.decode(journal.read_bytes().splitlines()[0], type=classify.JournalHeading)


def test_errors_of_an_older_run_do_not_stay(tmp_path: Path, folder: Path, options: Options) -> None:
    out = tmp_path / "out.jsonl"
    errors_of(out).write_text("older")
    assert classify_to_file([str(folder / "below")], out, options) == Report(15, 0)
    assert not errors_of(out).exists()


def test_a_path_that_names_nothing_is_a_failed_input(tmp_path: Path, folder: Path, options: Options) -> None:
    out = tmp_path / "out.jsonl"
    missing = str(tmp_path / "missing.txt")
    assert classify_to_file([missing, str(folder / "below")], out, options) == Report(15, 1)
    assert json.loads(errors_of(out).read_bytes())["path"] == missing


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        pytest.param({"layout": Layout("docbin"), "text": False}, OutputError, "a DocBin holds the text", id="DocBin without text"),
        pytest.param({"layout": Layout("docbin"), "offsets": "utf8"}, OutputError, "a DocBin holds tokens, not offsets in utf8", id="DocBin in bytes"),
        pytest.param({"model": Path("/nowhere")}, ModelError, "/nowhere: no model here", id="no model"),
    ],
)
def test_wrong_usage_is_reported_before_anything_is_written(
    tmp_path: Path, folder: Path, options: Options, change: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        classify_to_file([str(folder)], tmp_path / "new" / "out", msgspec.structs.replace(options, **change))
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_its_extra_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path, options: Options) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"writing Parquet needs .*; run: pip install 'forelook\[parquet\]'"):
        classify_to_file([str(folder)], tmp_path / "out.parquet", msgspec.structs.replace(options, layout=Layout("parquet")))


def test_a_directory_is_no_output(tmp_path: Path, folder: Path, options: Options) -> None:
    with pytest.raises(OutputError, match="this is a directory; name a file in it"):
        classify_to_file([str(folder)], tmp_path, options)


def test_every_raw_submission_goes_through(tmp_path: Path, real: Path, options: Options) -> None:
    out = tmp_path / "out.jsonl"
    report = classify_to_file([str(real / "raw" / "*.txt")], out, msgspec.structs.replace(options, jobs=2))
    assert report.failures == 0
    assert report.releases >= 27
