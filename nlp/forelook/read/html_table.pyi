from forelook.read.blocks import VisibleBlock

class TableCell:
    blocks: list[VisibleBlock]
    columns: int
    def __init__(self, blocks: list[VisibleBlock], columns: int = 1) -> None: ...

def render_table(rows: list[list[TableCell]]) -> list[VisibleBlock]: ...
