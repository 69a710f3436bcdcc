"""Progress of a long program on standard error.

In: the current step, and the share that is done, if known. Out: a line on standard error.
"""

from __future__ import annotations

import sys


def report(step: str, share: float | None = None) -> None:
    """Print the current step and, if known, the share of it that is done (0 to 1)."""
    print(step if share is None else f"{step}: {share:.0%}", file=sys.stderr, flush=True)
