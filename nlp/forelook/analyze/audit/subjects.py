"""What a forward-looking statement or a risk factor is about.

In: words, and the metrics guided in a statement. Out: subjects such as "sales" or "deals". The subject "approval" narrows
"products": a factor that names only approvals is about what has to be approved, not about every product.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from forelook.analyze.audit.phrases import read_data, words_pattern

APPROVAL = "approval"
LEADERSHIP = "leadership"
_NEVER = re.compile(r"(?!)")


@cache
def groups() -> tuple[str, ...]:
    """Return the names of the groups, in the order in which they are shown."""
    return tuple(name for name in read_data("subjects") if name != "ignored")


@cache
def _pattern(group: str, *lists: str) -> re.Pattern[str]:
    words = tuple(word for name in lists for word in read_data("subjects")[group].get(name, ()))
    return words_pattern(words) if words else _NEVER


@cache
def _by_metric() -> dict[str, frozenset[str]]:
    data = read_data("subjects")
    return {
        metric: frozenset(group for group in groups() if metric in data[group].get("metrics", ()))
        for group in groups()
        for metric in data[group].get("metrics", ())
    }


def statement_subjects(words: str, metrics: Iterable[str] = ()) -> frozenset[str]:
    """Return the subjects of a statement, by its words and the metrics of its figures."""
    words = _pattern("ignored", "words").sub(" ", words)
    found = {group for group in groups() if _pattern(group, "words", "statement").search(words)}
    found.update(*(_by_metric().get(metric, frozenset()) for metric in metrics))
    # Where a board plans a dividend, the subject is the dividend, not the board.
    return frozenset(found - {LEADERSHIP} or found)


def factor_subjects(words: str) -> frozenset[str]:
    """Return the subjects of a factor: those that it names, and those that what it names affects directly."""
    return frozenset(group for group in groups() if _pattern(group, "words", "causes").search(words))


def shown(subjects: frozenset[str]) -> list[str]:
    """Return the subjects as users see them: in order, without the one that only narrows another."""
    return [group for group in groups() if group in subjects and group != APPROVAL]
