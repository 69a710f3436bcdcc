"""Numbers of things in messages: "1 release", "1,446 releases".

In: a number and a noun. Out: English.
"""

from __future__ import annotations


def say_count(count: int, noun: str) -> str:
    """Return `count` with commas and its noun, which takes an s unless there is one of it.

    >>> say_count(1, "release"), say_count(1446, "release"), say_count(0, "failed input")
    ('1 release', '1,446 releases', '0 failed inputs')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
