"""Why a line is a heading, a list item, a table, or no statement at all.

In: a Case. Out: a LineReason for each unit that the layout sets apart or that is no statement: the features of its form that the
layout rules use, and the model's part in the decision.
"""

from __future__ import annotations

import re

from forelook.analyze.explain.reasons import Case
from forelook.counting import say_count
from forelook.model.classifier import CLASSES
from forelook.records import LineReason

_META = CLASSES.index("meta")
_MOST = 0.5  # probability of meta from which a unit is no statement
_CELL_GAP = re.compile(r"\t|\s{2,}|\|")
_NUMBER = re.compile(r"[$€£(]?\d[\d,.]*\)?%?$")
_REACH = re.compile(r"@|https?://|www\.|\d{3}[ .–-]\d{4}")
_SET_APART = ("heading", "list_item", "table", "dateline", "title", "artifact", "contact")

_BY_RULE = {
    "dateline": "place, date or wire before a dash: a dateline states nothing",
    "title": "a bare title at the head of a paragraph, cut off from the sentence after it",
    "artifact": "page artifact: a page number, an exhibit head, a rule or an end mark",
}


def explain_lines(case: Case) -> list[LineReason]:
    """Return in order, for each line that the layout sets apart or that is no statement, why it is what it is."""
    statements = {int(unit): number for number, unit in enumerate(case.decisions.units)}
    lines = []
    for index, unit in enumerate(case.segmentation.units):
        statement = statements.get(index)
        if unit.kind in _SET_APART or statement is None:
            lines.append(LineReason(unit.start, unit.end, unit.kind, statement, _why(case, index, stated=statement is not None)))
    return lines


def _why(case: Case, index: int, *, stated: bool) -> list[str]:
    unit = case.segmentation.units[index]
    words = case.text[unit.start : unit.end]
    form = {"heading": _heading, "list_item": _list_item, "table": _table, "contact": _contact}.get(unit.kind)
    reasons = form(words) if form else [_BY_RULE[unit.kind]] if unit.kind in _BY_RULE else []
    if unit.kind in ("heading", "title") and index in case.segmentation.sections:
        count = case.segmentation.sections.count(index)
        reasons.append(f"opens a section of {say_count(count, 'line')}")
    meta = float(case.scores[index, _META])
    if unit.kind not in _BY_RULE:
        reasons.append(f"the model gives {meta:.2f} to its asserting nothing, {'no more than' if stated else 'more than'} {_MOST:.2f}")
    return reasons


def _heading(words: str) -> list[str]:
    long_words = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    reasons = [f"a line of its own, {len(words)} characters long"]
    if words.isupper():
        reasons.append("all in capitals")
    elif long_words:
        reasons.append(f"{capitals} of {len(long_words)} long words begin with a capital")
    last = words.rstrip("\"”’')*")[-1:]
    reasons.append(f"ends in “{last}”" if last in (":", "?", "!", ".", ";") else "ends without a full stop")
    return reasons


def _list_item(words: str) -> list[str]:
    mark = re.match(r"\s*(\W+|\(?\w{1,3}[.)])", words)
    return [f"begins with “{mark[1].strip()}”" if mark and mark[1].strip() else "begins like an item of a list"]


def _table(words: str) -> list[str]:
    rows = [row for row in words.splitlines() if row.strip()]
    cells = [cell.strip() for row in rows for cell in _CELL_GAP.split(row) if cell.strip()]
    numbers = sum(_NUMBER.match(cell) is not None for cell in cells)
    return [f"{len(rows)} rows whose cells stand apart", f"{numbers} of {len(cells)} cells are numbers"]


def _contact(words: str) -> list[str]:
    found = _REACH.search(words)
    return ["an address or a telephone number" if found else "opens like a contact: names, offices, no sentence"]
