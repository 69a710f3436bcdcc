from forelook.read.blocks import VisibleBlock

class Cell:
    blocks: list[VisibleBlock]
    columns: int
    def __init__(self, blocks: list[VisibleBlock], columns: int = 1) -> None: ...

def render_table(rows: list[list[Cell]]) -> list[VisibleBlock]: ...
