"""The word lists of segmentation: small data files, each with its source on the first lines.

In: a file's name. Out: its words, or a regular expression built of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from forelook.data_files import read_entries


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the entries of `data/NAME.txt`, one a line, without comments and blank lines."""
    return tuple(map(str.strip, read_entries("segment", name)))


def alternatives(name: str) -> str:
    """Return the entries of a list as one alternation."""
    return join_alternatives(words(name))


def join_alternatives(entries: Iterable[str]) -> str:
    """Return entries as one alternation, longest first, any blank between the words of an entry."""
    longest_first = sorted(dict.fromkeys(entries), key=len, reverse=True)
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in longest_first)


@cache
def wire_forms() -> dict[str, str]:
    """Return the usual name of a news wire by each way in which datelines write it."""
    named = [entry.partition(" = ") for entry in words("wires")]
    return {form: name for name, _, written in named for form in written.split(", ")}


def function_words() -> tuple[str, ...]:
    """Return the words that neither end nor begin a line of a headline that is complete."""
    return words("function_words")
