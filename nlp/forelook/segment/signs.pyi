SEAM: int
CAPITALS: int
QUOTE: int
SECTION: int
SPACED: int
RUN_IN: int
BEFORE_CAPITALS: int
ABOUT: int
CREDIT: int
GLUED: int
LATER_TITLES: tuple[str, ...]

def find_title_signs(text: str, start: int, end: int) -> int: ...
def find_opening_signs(text: str, start: int, end: int) -> int: ...
