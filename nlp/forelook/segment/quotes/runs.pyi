from collections.abc import Callable

class Roles: ...

class Token:
    def __init__(self, text: str, start: int, end: int) -> None: ...

judge_word: Callable[[str], Roles]
