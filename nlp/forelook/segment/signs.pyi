SEAM: int
CAPITALS: int
QUOTE: int
SECTION: int
SPACED: int
RUN_IN: int
BEFORE_CAPITALS: int
GLUED: int
TITLE_OPENERS: tuple[str, ...]

def has_seam_sign(text: str, start: int, end: int) -> bool: ...
def find_title_signs(text: str, start: int, end: int) -> int: ...
def may_open_with_heading(text: str, start: int, end: int) -> bool: ...
def may_join(text: str, start: int, end: int, following: int) -> bool: ...
