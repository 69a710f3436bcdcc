"""The progress of a run on standard error: a bar with rate and time left on a terminal, plain lines anywhere else.

In: counts as they grow. Out: text for people only.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from forelook.counting import say_count
from forelook.errors import InputError
from forelook.export.visible import make_line
from forelook.parallel.items import Failure
from forelook.read.outputs import Outputs
from forelook.read.paths import expand_all
from forelook.run.alike import AlikeRows, describe_failure
from forelook.run.seen import SeenIds
from forelook.run.voice import is_quiet

if TYPE_CHECKING:
    from rich.progress import Progress

REPEATED_NAMED = 5  # repeated ids that are named; further ones are only counted
LINE_SECONDS = 10.0  # between two plain lines


class Reporter:
    """Counts releases and failures of a run, and shows them."""

    def __init__(self, paths: Iterable[str], *, bar: bool = True) -> None:
        self.releases = self.failures = 0
        self._paths = list(paths)
        self._begin = self._shown = time.monotonic()
        self._resumed = self._repeated = 0
        self._seen = SeenIds()
        self._alike = AlikeRows()
        self._bar = _make_bar() if bar and sys.stderr.isatty() and not is_quiet() else None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._task = self._bar.add_task("", total=None, rate="", failed="")
            self._bar.start()
            # Counting a million files takes a while; tagging does not wait for it.
            threading.Thread(target=self._measure, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._warn_alike()
        if self._bar is not None:
            self._bar.stop()

    def resume(self, releases: int, failures: int, ids: Iterable[str]) -> None:
        """Record what an earlier run has done, and the ids of its releases."""
        self._repeated += sum(1 for _ in self._seen.add(ids))
        self.releases, self.failures, self._resumed = releases, failures, releases
        self.say(f"continuing after {say_count(releases, 'release')}" + (f" and {say_count(failures, 'failed input')}" if failures else ""))

    def advance(self, ids: Sequence[str], failures: list[Failure], bytes_read: int) -> None:
        """Count more releases, and name the failures; rows that lack a column are named together at the end of the run."""
        self.releases += len(ids)
        self.failures += len(failures)
        self._report_repeated(ids)
        for failure in failures:
            if not self._alike.hold(failure):
                self.warn(describe_failure(failure))
        if self._bar is not None:
            failed = f"{self.failures:,} failed" if self.failures else ""
            description = say_count(self.releases, "release")
            self._bar.update(self._task, completed=bytes_read, description=description, rate=f"{self._rate:,.0f}/s", failed=failed)
        elif time.monotonic() - self._shown >= LINE_SECONDS:
            self._shown = time.monotonic()
            self.say(f"{self._counts}, {self._rate:,.0f} releases a second")

    def _report_repeated(self, ids: Iterable[str]) -> None:
        """Name the first few ids that more than one release has, such as the same exhibit in two files."""
        for id_ in self._seen.add(ids):
            self._repeated += 1
            if self._repeated <= REPEATED_NAMED:
                self.say(f"the id {id_} is that of an earlier release, too")

    def _warn_alike(self) -> None:
        for line in self._alike.release():
            self.warn(line)

    def say(self, message: str) -> None:
        """Write one line to standard error, unless --quiet."""
        if not is_quiet():
            self.warn(message)

    def warn(self, message: str) -> None:
        """Write one line to standard error, even with --quiet; if that fails, the run continues silently."""
        with suppress(OSError, ValueError):
            if self._bar is not None:
                self._bar.console.print(make_line(message), markup=False, highlight=False, soft_wrap=True)
            else:
                print(f"forelook: {make_line(message)}", file=sys.stderr, flush=True)  # noqa: T201 - messages of the command line

    def say_left_out(self, outputs: Outputs) -> None:
        """Name the inputs left out because forelook writes them."""
        if left_out := outputs.left_out:
            more = f" and {len(left_out) - 1:,} more" if left_out[1:] else ""
            self.say(f"left out, because forelook writes it: {left_out[0]}{more}")

    def finish(self) -> None:
        """Write what has been held back, and the summary line."""
        self._warn_alike()
        seconds = time.monotonic() - self._begin
        done = self.releases - self._resumed
        if self._repeated > REPEATED_NAMED:
            self.say(f"{self._repeated:,} releases have the id of an earlier one")
        self.say(f"{self._counts}; {done:,} in {seconds:.1f} s ({self._rate:,.0f} a second)")

    @property
    def _counts(self) -> str:
        return f"{say_count(self.releases, 'release')}, {say_count(self.failures, 'failed input')}"

    @property
    def _rate(self) -> float:
        return (self.releases - self._resumed) / max(time.monotonic() - self._begin, 1e-9)

    def _measure(self) -> None:
        """Set the total size of the inputs, from which the bar estimates the time left."""
        if self._bar is None or "-" in self._paths:
            return
        total = 0
        with suppress(InputError):  # the run reports it
            for source in expand_all(self._paths)[0]:
                with suppress(OSError, ValueError):
                    total += Path(source.path).stat().st_size
        self._bar.update(self._task, total=total)


def _make_bar() -> Progress:
    from rich import progress  # noqa: PLC0415 - only needed on a terminal
    from rich.console import Console  # noqa: PLC0415

    return progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TextColumn("{task.fields[rate]}"),
        progress.TimeElapsedColumn(),
        progress.TextColumn("left"),
        progress.TimeRemainingColumn(),
        progress.TextColumn("[red]{task.fields[failed]}"),
        console=Console(stderr=True),
    )
