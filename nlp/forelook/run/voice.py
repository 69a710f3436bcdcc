"""Whether the command line is quiet on standard error (--quiet).

In: the wish for quiet. Out: whether to leave out messages that need no action.
"""

from __future__ import annotations

from contextvars import ContextVar

_QUIET: ContextVar[bool] = ContextVar("quiet", default=False)


def be_quiet() -> None:
    """Leave out progress and summaries from now on; failures are still reported."""
    _QUIET.set(True)


def is_quiet() -> bool:
    """Return whether progress and summaries are left out."""
    return _QUIET.get()
