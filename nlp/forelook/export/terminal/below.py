"""What stands below a release: its figures as a table, and the gravest findings of its audit.

In: a Release, its audit. Out: lines of Rich text, none where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from forelook.analyze.audit import GRADES, NO_ADVICE
from forelook.export.names import list_figures, name_metric, name_period, write_amount
from forelook.export.terminal.gutter import GUTTER, WIDEST, wrap
from forelook.export.terminal.palette import META_COLOUR
from forelook.export.visible import make_line, shorten
from forelook.records import Audit, Release

MOST_FINDINGS = 5
_GRADE = len("missing")
_HEADS = ("metric", "period", "amount", "direction", "score")


def render_figures(release: Release, width: int) -> Iterator[Text]:
    """Yield the table of figures, the widest columns cut where the terminal is narrow."""
    rows = [
        (make_line(name_metric(each, release)), name_period(each), make_line(write_amount(each)), each.direction, f"{each.score:.2f}")
        for each in list_figures(release)
    ]
    if not rows:
        return
    sizes = [max(cell_len(row[column]) for row in [_HEADS, *rows]) for column in range(len(_HEADS))]
    room = width - sum(sizes[1:2] + sizes[3:]) - 2 * (len(_HEADS) - 1)
    sizes[2] = min(sizes[2], max(12, room - 12))
    sizes[0] = min(sizes[0], max(12, room - sizes[2]))
    yield Text("Figures", "bold")
    yield Text(_row(_HEADS, sizes), META_COLOUR)
    for row in rows:
        yield Text(_row(row, sizes))


def render_findings(audit: Audit, width: int) -> Iterator[Text]:
    """Yield what is missing or weak, gravest first, at most MOST_FINDINGS; a line for all the rest."""
    grave = [each for grade in GRADES[:2] for each in audit.findings if each.finding == grade]
    counts = ", ".join(f"{getattr(audit.counts, grade)} {grade.replace('_', ' ')}" for grade in GRADES if getattr(audit.counts, grade))
    yield Text("Audit of the safe-harbor legend", "bold").append(f"  {counts}", META_COLOUR)
    for finding in grave[:MOST_FINDINGS]:
        grade = Text(f"{finding.finding:>{_GRADE}}  ", "bold")
        for number, line in enumerate(wrap(Text(make_line(finding.message)), min(width, WIDEST + GUTTER) - _GRADE - 2)):
            yield Text.assemble(grade if number == 0 else " " * (_GRADE + 2), line)
    if len(grave) > MOST_FINDINGS:
        yield Text(f"{'':{_GRADE}}  and {len(grave) - MOST_FINDINGS} more; see `forelook audit`", META_COLOUR)
    yield from wrap(Text(NO_ADVICE, META_COLOUR), width)


def _row(cells: tuple[str, ...], sizes: list[int]) -> str:
    return "  ".join(set_cell_size(cell if cell_len(cell) <= size else shorten(cell, size), size) for cell, size in zip(cells, sizes, strict=True)).rstrip()
