"""Lines with columns separated by tabs, as in word processors.

In: the text of a paragraph. Out: its cells, for `html_table.render_table`.
"""

from __future__ import annotations

from forelook.read.blocks import VisibleBlock, VisibleKind
from forelook.read.html_table import TableCell


def split_tabs(text: str) -> list[TableCell]:
    """Return the cells of a one-line `text` separated by tabs, [] where it has no tabs."""
    if "\t" not in text or "\n" in text:
        return []
    return [TableCell(blocks=[VisibleBlock(text=piece, kind=VisibleKind.PARAGRAPH)] if piece else []) for piece in map(str.strip, text.split("\t"))]
