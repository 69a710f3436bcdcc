"""Markdown tables, as cards and the command line show them.

In: a header and rows of cells. Out: a table.
"""

from __future__ import annotations

from collections.abc import Sequence


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, words: bool = False) -> str:
    """Return a table; columns after the first are right-aligned, as for numbers, unless they hold `words`."""
    lines = ["| " + " | ".join(header) + " |", "|---|" + ("---|" if words else "---:|") * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])
