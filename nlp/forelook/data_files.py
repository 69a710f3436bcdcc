"""Word lists: small data files beside the modules that use them, one entry per line, with their source on the first lines.

In: a room and a file's name. Out: its entries.
"""

from __future__ import annotations

from importlib.resources import files


def read_entries(room: str, name: str) -> tuple[str, ...]:
    """Return the lines of `data/NAME.txt` of a room ("segment", "analyze.audit", "" for the package itself), without comments and blank lines."""
    package = f"forelook.{room}" if room else "forelook"
    lines = (files(package) / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))
