ANY: int
MAYBE_ROW: int
PROSE: int
MARKED: int

def scan_lines(text: str) -> list[tuple[int, int, int, int, int]]: ...
