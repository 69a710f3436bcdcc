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
def opening_words() -> dict[str, int]:
    """Return the words that open a sentence whatever precedes it, each with the number of words in small letters that must follow it."""
    return {word: int(count) for word, _, count in (entry.partition("\t") for entry in words("opening_words"))}


DATED_OPENINGS = ("In", "On")
"""Words that open a sentence before a year or a day."""


@cache
def wire_forms() -> dict[str, str]:
    """Return the usual name of a news wire by each way in which datelines write it."""
    named = [entry.partition(" = ") for entry in words("wires")]
    return {form: name for name, _, written in named for form in written.split(", ")}


SERVICES = ("FirstCall", "EDGAR Online")
"""What datelines name beside a wire, and is none."""


@cache
def wire_signs() -> tuple[str, ...]:
    """Return letters of which every form of a wire or a service, in capitals or without its blanks too, holds one: those of "wire", or its first word."""
    signs: list[str] = []
    for form in sorted({written for named in (*wire_forms(), *SERVICES) for written in (named, named.upper())}, key=len):
        sign = next((letters for letters in ("ire", "IRE") if letters in form), form.split()[0])
        if not any(sign.startswith(known) for known in signs):
            signs.append(sign)
    return tuple(sorted(signs))


def function_words() -> tuple[str, ...]:
    """Return the words that neither end nor begin a line of a headline that is complete."""
    return words("function_words")
