"""Progress of a long program, for whoever waits at a terminal.

In: what is being done, and the share that is done, if known. Out: a line on standard error.
"""

from __future__ import annotations

import sys


def report(step: str, share: float | None = None) -> None:
    """Print what is being done and, where it is known, how much of it is done (0 to 1)."""
    print(step if share is None else f"{step}: {share:.0%}", file=sys.stderr, flush=True)
