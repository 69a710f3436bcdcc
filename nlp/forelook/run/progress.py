"""How far a run is, on standard error: a bar with rate and time left on a terminal, plain lines anywhere else.

In: counts as they grow. Out: nothing but what a person reads.
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

from forelook.errors import InputError
from forelook.export.visible import make_line
from forelook.parallel.items import Failure
from forelook.read.outputs import Outputs
from forelook.read.paths import expand_all
from forelook.run.seen import SeenIds
from forelook.run.voice import is_quiet

if TYPE_CHECKING:
    from rich.progress import Progress

REPEATED_NAMED = 5  # ids that are named, before they are counted only
LINE_SECONDS = 10.0  # between two plain lines


class Reporter:
    """Counts releases and failures of a run, and shows them."""

    def __init__(self, paths: Iterable[str], *, bar: bool = True) -> None:
        self.releases = self.failures = 0
        self._paths = list(paths)
        self._begin = self._shown = time.monotonic()
        self._resumed = self._repeated = 0
        self._seen = SeenIds()
        self._bar = _make_bar() if bar and sys.stderr.isatty() and not is_quiet() else None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._task = self._bar.add_task("", total=None, rate="", failed="")
            self._bar.start()
            # A million files take a while to be counted; tagging does not wait for that.
            threading.Thread(target=self._measure, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def resume(self, releases: int, failures: int, ids: Iterable[str]) -> None:
        """Note what an earlier run has done, and the ids of its releases."""
        self._repeated += sum(1 for _ in self._seen.add(ids))
        self.releases, self.failures, self._resumed = releases, failures, releases
        self.say(f"going on after {releases:,} releases" + (f" and {failures:,} failed inputs" if failures else ""))

    def advance(self, ids: Sequence[str], failures: list[Failure], bytes_read: int) -> None:
        """Count more releases, and name the failures."""
        self.releases += len(ids)
        self.failures += len(failures)
        self._tell_repeated(ids)
        for failure in failures:
            self.warn(f"failed: {failure.path}: {failure.reason}; {failure.advice}")
        if self._bar is not None:
            failed = f"{self.failures:,} failed" if self.failures else ""
            description = f"{self.releases:,} releases"
            self._bar.update(self._task, completed=bytes_read, description=description, rate=f"{self._rate:,.0f}/s", failed=failed)
        elif time.monotonic() - self._shown >= LINE_SECONDS:
            self._shown = time.monotonic()
            self.say(f"{self.releases:,} releases, {self.failures:,} failed inputs, {self._rate:,.0f} releases a second")

    def _tell_repeated(self, ids: Iterable[str]) -> None:
        """Name the first few ids that more than one release has: the same exhibit in two files, say."""
        for id_ in self._seen.add(ids):
            self._repeated += 1
            if self._repeated <= REPEATED_NAMED:
                self.say(f"the id {id_} is that of an earlier release, too")

    def say(self, message: str) -> None:
        """Write one line to standard error, unless --quiet."""
        if not is_quiet():
            self.warn(message)

    def warn(self, message: str) -> None:
        """Write one line to standard error, even with --quiet; where that is full or gone, the run goes on in silence."""
        with suppress(OSError, ValueError):
            if self._bar is not None:
                self._bar.console.print(make_line(message), markup=False, highlight=False, soft_wrap=True)
            else:
                print(f"forelook: {make_line(message)}", file=sys.stderr, flush=True)  # noqa: T201 - the command line's own voice

    def say_left_out(self, outputs: Outputs) -> None:
        """Name what was left out because forelook writes it."""
        if left_out := outputs.left_out:
            more = f" and {len(left_out) - 1:,} more" if left_out[1:] else ""
            self.say(f"left out, because forelook writes it: {left_out[0]}{more}")

    def finish(self) -> None:
        """Write the line that sums up."""
        seconds = time.monotonic() - self._begin
        done = self.releases - self._resumed
        if self._repeated > REPEATED_NAMED:
            self.say(f"{self._repeated:,} releases have the id of an earlier one")
        self.say(f"{self.releases:,} releases, {self.failures:,} failed inputs; {done:,} in {seconds:.1f} s ({self._rate:,.0f} a second)")

    @property
    def _rate(self) -> float:
        return (self.releases - self._resumed) / max(time.monotonic() - self._begin, 1e-9)

    def _measure(self) -> None:
        """Find the size of all inputs, for the time left."""
        if self._bar is None or "-" in self._paths:
            return
        total = 0
        with suppress(InputError):  # the run says so
            for source in expand_all(self._paths)[0]:
                with suppress(OSError, ValueError):
                    total += Path(source.path).stat().st_size
        self._bar.update(self._task, total=total)


def _make_bar() -> Progress:
    from rich import progress  # noqa: PLC0415 - a run without a terminal does without
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
