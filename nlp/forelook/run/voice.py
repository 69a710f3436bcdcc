"""How much forelook says on standard error while it runs from the command line.

In: the wish to hear less. Out: whether messages that nobody must act on are to be left out.
"""

from __future__ import annotations

from contextvars import ContextVar

_QUIET: ContextVar[bool] = ContextVar("quiet", default=False)


def be_quiet() -> None:
    """Leave out progress and sums from now on; what failed is still reported."""
    _QUIET.set(True)


def is_quiet() -> bool:
    """Return whether progress and sums are left out."""
    return _QUIET.get()
