"""Metrics: the words of a text that name what is predicted.

In: the text of a statement. Out: mentions in order, the longest where several begin at one place. The words are data/metrics.txt.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from forelook.analyze.figures.cues import cue, fold

_WORD = re.compile(r"(?:(?<=[^\w&$'’])|(?<=non-)|\A)[a-z][a-z&]*")
_BLANK = re.compile(r"\[[^\]]*\]| ")


class Mention(NamedTuple):
    """A metric's words."""

    start: int
    end: int
    name: str


@cache
def _patterns() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Return the patterns by their first word, in lower case."""
    table: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    text = (files("forelook.analyze.figures") / "data" / "metrics.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, words = line.split("\t")
        for first in _first_words(words):
            pattern = cue(_BLANK.sub(_widen, words) + r"(?![^\W\d_&])(?!-(?:based|related|free|driven))")
            entry = (pattern, name)
            if entry not in table.setdefault(first, []):
                table[first].append(entry)
    return table


def _widen(match: re.Match[str]) -> str:
    """Return what a blank of a pattern stands for: blanks or hyphens; inside a class of characters any blank."""
    return r"[\s-]+" if match.group() == " " else match.group().replace(" ", r"\s")


def _first_words(words: str) -> set[str]:
    """Return what the first word of a pattern may be: "charges?" begins with charge or charges, "(share|stock) count" with either."""
    heads = [words]
    while any(head.startswith("(") for head in heads):
        heads = [more for head in heads for more in (_open(head) if head.startswith("(") else [head])]
    found: set[str] = set()
    for head in heads:
        word = re.split(r"[ (,\[]", head, maxsplit=1)[0]
        rest = head[len(word) :]
        if "?" in word:
            found |= {word.replace("?", ""), re.sub(r".\?", "", word)}
        else:
            found.add(word)
        if rest.startswith(" ?"):
            found |= {word + joined for joined in re.findall(r"^[a-z&]+", rest[2:])} | {
                word + joined for joined in re.findall(r"^\(?([a-z|]+)", rest[2:]) for joined in joined.split("|")
            }
        if rest.startswith("(") and not rest.startswith("(?"):
            found |= {word + ending for ending in rest[1 : rest.index(")")].split("|")} if not rest[1:2].isspace() else set()
    return {word for word in found if word}


def _open(head: str) -> list[str]:
    """Return the patterns that a leading group gives: one for each of its branches, and one without it where it is optional."""
    depth, place = 1, 1
    while depth:
        depth += (head[place] == "(") - (head[place] == ")")
        place += 1
    place -= 1
    inside, rest = head[1:place], head[place + 1 :]
    optional = rest[:1] in ("?", "*")
    rest = rest[1:] if optional else rest
    branches = [branch + rest for branch in inside.split("|")]
    return [*branches, rest] if optional else branches


def find_metrics(text: str) -> list[Mention]:
    """Return the metrics that `text` names, in order, without overlap."""
    text = fold(text)
    patterns = _patterns()
    found: list[Mention] = []
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        candidates = patterns.get(word.group())
        if candidates is None:
            continue
        best: Mention | None = None
        for pattern, name in candidates:
            match = pattern.match(text, word.start())
            if match and (best is None or match.end() > best.end):
                best = Mention(match.start(), match.end(), name)
        if best:
            found.append(best)
            end = best.end
    return found
