from forelook.read.blocks import Block

class Cell:
    blocks: list[Block]
    columns: int
    def __init__(self, blocks: list[Block], columns: int = 1) -> None: ...

def lay_out(rows: list[list[Cell]]) -> list[Block]: ...
