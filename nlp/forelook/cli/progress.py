"""The progress of a training on standard error: a bar with the time left on a terminal, plain lines anywhere else.

In: steps, and the share that is done. Out: text for people only.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from forelook.run.voice import is_quiet


@contextmanager
def show_progress() -> Iterator[Callable[[str, float], None]]:
    """Yield a function that takes the current step and the share (0 to 1) that is done."""
    if is_quiet():
        yield lambda _step, _share: None
        return
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich import progress  # noqa: PLC0415 - only needed on a terminal
    from rich.console import Console  # noqa: PLC0415

    columns = (progress.TextColumn("{task.description}"), progress.BarColumn(), progress.TaskProgressColumn(), progress.TextColumn("left"))
    with progress.Progress(*columns, progress.TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)


class _Lines:
    """Prints a line whenever another step begins."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, step: str, _share: float) -> None:
        if step != self._last:
            typer.echo(f"forelook: {step}", err=True)
        self._last = step
