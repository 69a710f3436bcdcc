"""Lines that tabs part into columns, as word processors have them.

In: the text of a paragraph. Out: its cells, for `html_table.render_table`.
"""

from __future__ import annotations

from forelook.read.blocks import Kind, VisibleBlock
from forelook.read.html_table import Cell


def split_tabs(text: str) -> list[Cell]:
    """Return the cells of a one-line `text` that tabs part, [] where none do."""
    if "\t" not in text or "\n" in text:
        return []
    return [Cell(blocks=[VisibleBlock(text=piece, kind=Kind.PARAGRAPH)] if piece else []) for piece in map(str.strip, text.split("\t"))]
