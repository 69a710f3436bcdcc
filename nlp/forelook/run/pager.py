"""Shows long text in a pager, where standard output is a terminal.

In: texts as they come. Out: text on standard output, or in the program that PAGER names, `less` by default.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain


def write_paged(texts: Iterator[str], height: int, *, terminal: bool) -> None:
    """Write texts to standard output as they come, through a pager once they fill a `terminal` of `height` lines."""
    pager = _find_pager() if terminal else None
    held: list[str] = []
    lines = 0
    while pager is not None and lines < height:
        text = next(texts, None)
        if text is None:
            pager = None
        else:
            held.append(text)
            lines += text.count("\n")
    if pager is None:
        for text in chain(held, texts):
            sys.stdout.write(text)
            sys.stdout.flush()
    else:
        _page(pager, chain(held, texts))


def _find_pager() -> list[str] | None:
    """Return the command of the pager, None if there is none."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return None
    command = shlex.split(os.environ.get("PAGER") or "less")
    return command if command and shutil.which(command[0]) else None


def _page(command: list[str], texts: Iterable[str]) -> None:
    environment = {"LESS": "FRX", **os.environ}  # as git does: quit if everything fits, keep colours, do not clear the screen
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8") as pager:  # noqa: S603 - what the user named
        if pager.stdin is None:
            return
        try:
            for text in texts:
                pager.stdin.write(text)
                pager.stdin.flush()
            pager.stdin.close()
        except BrokenPipeError:  # the user has quit the pager
            return
