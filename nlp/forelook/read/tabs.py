"""Lines that tabs part into columns, as word processors have them.

In: the text of a paragraph. Out: its cells, for `html_table.lay_out`.
"""

from __future__ import annotations

from forelook.read.blocks import Block, Kind
from forelook.read.html_table import Cell


def split_tabs(text: str) -> list[Cell]:
    """Return the cells of a one-line `text` that tabs part, [] where none do."""
    if "\t" not in text or "\n" in text:
        return []
    return [Cell(blocks=[Block(text=piece, kind=Kind.PARAGRAPH)] if piece else []) for piece in map(str.strip, text.split("\t"))]
