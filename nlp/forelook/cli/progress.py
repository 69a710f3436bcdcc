"""How far a training is, on standard error: a bar with the time left on a terminal, plain lines anywhere else.

In: steps and shares of the whole. Out: nothing but what a person reads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from forelook.run.voice import is_quiet


@contextmanager
def show_progress() -> Iterator[Callable[[str, float], None]]:
    """Give a function that takes what is being done and which share of the whole is done already."""
    if is_quiet():
        yield lambda _step, _share: None
        return
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich import progress  # noqa: PLC0415 - nothing else needs it here
    from rich.console import Console  # noqa: PLC0415

    columns = (progress.TextColumn("{task.description}"), progress.BarColumn(), progress.TaskProgressColumn(), progress.TextColumn("left"))
    with progress.Progress(*columns, progress.TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)


class _Lines:
    """A line whenever another step begins."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, step: str, _share: float) -> None:
        if step != self._last:
            typer.echo(f"forelook: {step}", err=True)
        self._last = step
