"""A whole run: PATH arguments in, tagged releases out, to one file or a stream: `forelook classify`.

In: paths, a model, and options. Out: OUT (written under another name, then renamed), OUT.errors.jsonl with the failures, and a
Report. A run that is killed at any moment and resumed ends in the same bytes as an undisturbed one.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from forelook import __version__
from forelook.counting import say_count
from forelook.errors import OutputError
from forelook.export import Layout, check_layout, write_blocks, write_directory
from forelook.export.kept import read_blocks
from forelook.model.precise import find_precise, load_precise
from forelook.model.store import default_directory, load_model
from forelook.parallel import BATCH_SIZE
from forelook.parallel.items import Failure
from forelook.read.keep import Columns
from forelook.read.outputs import Outputs
from forelook.records import SCHEMA_VERSION, Offsets
from forelook.run.inputs import Batch, Items, make_batches
from forelook.run.journal import Checkpoint, Journal, JournalHeading, explain_full_disk, partial_directory, place, place_directory
from forelook.run.progress import Reporter
from forelook.run.worker import Job, Outcome, tag_batches

CHECKPOINT_SECONDS = 1.0  # of work that a kill may lose


class Options(Struct, frozen=True):
    """Options of a run: how to run and what to write."""

    layout: Layout = Layout()
    jobs: int = 1
    resume: bool = False
    model: Path | None = None
    text: bool = True
    offsets: Offsets = "codepoint"
    batch_size: int = BATCH_SIZE
    figures: bool = True
    precise: bool = False
    id_col: str = "id"
    text_col: str = "text"

    @property
    def columns(self) -> Columns:
        """The columns of tables to read."""
        return Columns(self.id_col, self.text_col, self.layout.keep)


class Report(Struct, frozen=True):
    """The counts of a finished run."""

    releases: int
    failures: int


def classify_to_stream(paths: Sequence[str], stream: IO[bytes], options: Options) -> Report:
    """Write the releases of `paths` to `stream` as they are tagged; return the counts.

    Raises OutputError with `options.resume`: a stream cannot be resumed.
    """
    check_layout(options.layout, text=options.text, offsets=options.offsets)
    if options.resume:
        raise OutputError("a stream cannot be resumed: what was written to it is gone; name a file with -o, or leave --resume out")
    outputs = Outputs(stream=_find_file(stream))
    outputs.check(paths)
    job, _ = _prepare(options)
    items = Items(paths, outputs, columns=options.columns)
    with (
        Reporter(paths, bar=not stream.isatty()) as reporter,
        closing(tag_batches(make_batches(items, options.batch_size, items), job, jobs=options.jobs)) as results,
    ):
        write_blocks(_report_blocks(results, reporter), stream, options.layout)
        reporter.say_left_out(outputs)
        if reporter.failures or reporter.releases != 1:
            reporter.finish()
    return Report(reporter.releases, reporter.failures)


def classify_to_file(paths: Sequence[str], out: Path, options: Options) -> Report:
    """Write the releases of `paths` to `out`, which is replaced when the run is complete; return the counts.

    Raises OutputError where `out` cannot be written, or the run to resume was a different one.
    """
    check_layout(options.layout, text=options.text, offsets=options.offsets)
    _check_place(out, options.layout)
    out = out.resolve() if out.is_symlink() else out  # the target is replaced, not the link
    outputs = Outputs([out, _errors_path(out), partial_directory(out)])
    outputs.check(paths)
    job, digest = _prepare(options)
    with explain_full_disk(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
    journal = Journal(out, _head(paths, options, digest), resume=options.resume)
    try:
        with Reporter(paths) as reporter:
            if options.resume and journal.last.items:
                reporter.resume(journal.last.releases, journal.last.failures, _read_ids(journal.releases_path))
            elif options.resume:
                reporter.say(f"no unfinished run for {out} is here; beginning anew")
            if not journal.last.complete:
                _run(Items(paths, outputs, columns=options.columns), job, options, journal, reporter)
            if not journal.is_placed:
                _place_all(journal, out, options.layout)
            reporter.say_left_out(outputs)
            reporter.finish()
            if journal.last.failures:
                reporter.warn(f"the failed inputs are listed in {_errors_path(out)}")
    finally:
        journal.close()
    journal.delete()
    return Report(journal.last.releases, journal.last.failures)


def _head(paths: Sequence[str], options: Options, digest: str) -> JournalHeading:
    """Return the heading of a run's journal; `digest` is that of its model."""
    names, layout = [_encode_path(path) for path in paths], options.layout
    settings = (options.offsets, options.text, options.figures, *_list_layout(layout), options.id_col, options.text_col)
    return JournalHeading(__version__, SCHEMA_VERSION, digest, names, layout.format, *settings)


def _prepare(options: Options) -> tuple[Job, str]:
    """Return the job and the digest of the model and transformer; raises ModelError for a missing or damaged model before any input is read."""
    directory = options.model if options.model is not None else default_directory()
    precise = find_precise(options.precise)
    _, model = load_model(directory) if precise is None else load_precise(directory, precise)
    job = Job(str(directory), options.offsets, options.text, options.figures, str(precise) if precise is not None else None)
    return job, model.sha256 if precise is None else f"{model.sha256} {model.precise}"


def _report_blocks(results: Iterator[tuple[Batch, Outcome]], reporter: Reporter) -> Iterator[bytes]:
    for batch, outcome in results:
        yield outcome.lines
        reporter.advance(outcome.ids, outcome.failures, batch.bytes_read)


def _run(items: Items, job: Job, options: Options, journal: Journal, reporter: Reporter) -> None:
    """Tag the inputs that the journal does not cover yet."""
    entries = iter(items)
    _skip(items, entries, journal)
    saved = time.monotonic()
    reached = journal.last
    with closing(tag_batches(make_batches(entries, options.batch_size, items), job, jobs=options.jobs)) as results:
        try:
            for batch, outcome in results:
                failures = _encode_failures(outcome.failures)
                journal.write(outcome.lines, failures)
                reporter.advance(outcome.ids, outcome.failures, batch.bytes_read)
                reached = Checkpoint(
                    reached.items + len(batch.items),
                    batch.digest,
                    reached.releases + outcome.releases,
                    reached.failures + len(outcome.failures),
                    reached.release_bytes + len(outcome.lines),
                    reached.failure_bytes + len(failures),
                )
                if time.monotonic() - saved >= CHECKPOINT_SECONDS:
                    journal.checkpoint(reached)
                    saved = time.monotonic()
        except (KeyboardInterrupt, SystemExit):
            journal.checkpoint(reached)
            reporter.warn(f"interrupted; {say_count(journal.last.releases, 'release')} kept: run the same command with --resume to continue")
            raise
    journal.checkpoint(msgspec.structs.replace(reached, complete=True))


def _skip(items: Items, entries: Iterator[object], journal: Journal) -> None:
    """Skip the inputs that the journal covers; raises OutputError where they have changed."""
    last = journal.last
    skipped = sum(1 for _ in islice(entries, last.items))
    if skipped != last.items or items.digest != last.digest:
        raise OutputError(
            f"{journal.directory}: cannot resume this run: its first {last.items:,} inputs have changed since "
            f"(a file was added, removed, or changed); put them back, or delete the directory to start again"
        )


def _find_file(stream: IO[bytes]) -> int | None:
    """Return the descriptor of the regular file behind a stream, None where there is none."""
    try:
        number = stream.fileno()
        return number if stat.S_ISREG(os.fstat(number).st_mode) else None
    except (OSError, ValueError):
        return None


def _encode_path(path: str) -> str:
    """Return a path encodable as UTF-8, different for every path."""
    return path.encode("utf-8", "backslashreplace").decode()


def _encode_failures(failures: list[Failure]) -> bytes:
    return b"".join(msgspec.json.encode(failure) + b"\n" for failure in failures)


def _place_all(journal: Journal, out: Path, layout: Layout) -> None:
    """Make the final files from the complete journal, each under a temporary name first."""
    errors = _errors_path(out)
    finished = journal.directory / "finished"
    with explain_full_disk(out):
        if journal.last.failures:
            shutil.copyfile(journal.failures_path, finished)
            place(finished, errors)
        else:
            errors.unlink(missing_ok=True)
        if layout.is_plain:
            place(journal.releases_path, out)
            return
        with journal.releases_path.open("rb") as lines:
            if layout.partition_by:
                shutil.rmtree(finished, ignore_errors=True)
                finished.mkdir()
                write_directory(read_blocks(lines), finished, layout)
                place_directory(finished, out)
                return
            with finished.open("wb") as file:
                write_blocks(read_blocks(lines), file, layout)
        place(finished, out)


def _list_layout(layout: Layout) -> tuple[str, list[str], list[str], bool, str]:
    return layout.row, list(layout.keep), list(layout.partition_by), layout.is_gzip, layout.spans_key


def _check_place(out: Path, layout: Layout) -> None:
    if layout.partition_by and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise OutputError(f"{out}: --partition-by makes a directory, and this is there already; name a new one")
    if out.is_dir() and not layout.partition_by:
        raise OutputError(f"{out}: this is a directory; name a file in it, or say --partition-by")


class _Id(Struct):
    id: str


def _read_ids(path: Path) -> Iterator[str]:
    """Yield the ids of the releases in a file that may be gone already."""
    decoder = msgspec.json.Decoder(_Id)
    with suppress(FileNotFoundError), path.open("rb") as file:
        yield from (decoder.decode(line).id for line in file)


def _errors_path(out: Path) -> Path:
    return out.with_name(out.name + ".errors.jsonl")
