"""The phrases by which the audit reads a legend: data files in, compiled expressions out.

In a phrase a blank stands for any white space, and a hyphen or an apostrophe for every form of it, since releases are
hard-wrapped and typeset. Case is ignored, unless a phrase says otherwise with `(?-i:…)`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from forelook.data_files import read_entries

_LOOSE = {" ": r"\s+", "'": "['’‘`]", "-": r"[-‐‑–—]"}


@cache
def read_data(name: str) -> dict[str, Any]:
    """Return the tables of `data/NAME.toml`."""
    return tomllib.loads((files("forelook.analyze.audit") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the words of `data/NAME.txt` without its comments."""
    return frozenset(word for entry in read_entries("analyze.audit", name) for word in entry.split())


def loosen(phrase: str) -> str:
    """Return a phrase as a regular expression that tolerates line breaks and typography."""
    parts, inside = [], False
    characters = iter(phrase)
    for character in characters:
        if character == "\\":
            parts.append(character + next(characters, ""))
            continue
        inside = (inside or character == "[") and character != "]"
        flags = parts[-2:] == ["(", "?"]  # "(?-i:" turns a flag off and holds no hyphen
        parts.append(character if inside or flags else _LOOSE.get(character, character))
    # " ?" is an optional blank; some converters turn "fi" into a ligature
    return "".join(parts).replace(r"\s+?", r"\s*").replace("fi", "(?:fi|ﬁ)")


@cache
def phrase(name: str) -> re.Pattern[str]:
    """Return one expression for all phrases of the list `name`."""
    return re.compile(alternatives(name), re.IGNORECASE)


def alternatives(name: str) -> str:
    """Return all phrases of the list `name` as one alternation, for a larger expression."""
    return "|".join(f"(?:{_bounded(loosen(each))})" for each in read_data("phrases")[name])


def _bounded(expression: str) -> str:
    """Return an expression that begins where a word begins, if it begins with a letter."""
    return rf"\b{expression}" if expression[:1].isalnum() else expression


def words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return one expression for whole words or groups of them; a trailing * stands for any ending."""
    bodies = [loosen(re.sub(r"([&()+.])", r"\\\1", word.removesuffix("*"))) + (r"\w*" if word.endswith("*") else "") for word in words]
    return re.compile(rf"(?<![\w$])(?:{'|'.join(sorted(bodies, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
