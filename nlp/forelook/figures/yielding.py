"""Which statements may bear records, where the body of a release begins, and what is printed as a table is.

In: statements. Out: whether they yield, by their label and look.
"""

from __future__ import annotations

import re

from forelook.expressions.words.cues import cue
from forelook.records import Label, Statement

_CLOSING = "\"”’')]"  # marks after the end of a sentence
_CORRECTS = cue(r"in\s+the\s+(?:news|press)\s+release,[^;]{0,400}?\bwe\s+are\s+advised\b")  # how a wire says what a release should have read
COLUMNS = re.compile(r"\S {3,}\S")
"""A gap between two columns."""


def find_body(statements: list[Statement]) -> int:
    """Return the number of the first statement that ends as a sentence does, before which stand headlines."""
    ended = (number for number, statement in enumerate(statements) if statement.text.rstrip().rstrip(_CLOSING).endswith((".", "!", "?")))
    return next(ended, len(statements))


def yields(statement: Statement) -> bool:
    """Return whether a statement may bear records, after the guide to guidance records."""
    if statement.text.startswith("In the ") and _CORRECTS.match(statement.text.lower()):
        return False
    if statement.label is Label.GUIDANCE:
        return statement.forward_looking or statement.kind == "table"
    return statement.label is Label.MANAGEMENT_QUOTE and statement.forward_looking


def looks_tabular(text: str) -> bool:
    """Return whether most lines of a text are parted by wide gaps, as rows of a table are."""
    if "\n" not in text or "   " not in text:
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 2 and sum(bool(COLUMNS.search(line)) for line in lines) > len(lines) / 2


def is_in_columns(text: str) -> bool:
    """Return whether every line of a text that is not blank is parted by a wide gap."""
    return all(COLUMNS.search(line) for line in text.splitlines() if line.strip())
