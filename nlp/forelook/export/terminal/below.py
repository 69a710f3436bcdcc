"""The lines below a release: its figures as a table, and the most serious findings of its audit.

In: a Release and its audit. Out: lines of Rich text, none where there are no figures or findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from forelook.analyze.audit import GRADES, NO_ADVICE
from forelook.export.names import list_figures, name_metric, name_period, write_amount, write_with_prior
from forelook.export.terminal.gutter import GUTTER, WIDEST, wrap
from forelook.export.terminal.palette import META_COLOUR
from forelook.export.visible import make_line, shorten
from forelook.records import Audit, Figure, Release

MOST_FINDINGS = 5
_GRADE = len("missing")
_HEADS = ("metric", "period", "amount", "direction", "score")


def render_figures(release: Release, width: int, title: str = "Figures") -> Iterator[Text]:
    """Yield the table of figures under its title; in a narrow terminal without earlier guidance, and if that is not enough with its widest columns cut."""
    figures = list_figures(release)
    if not figures:
        return
    for write in (write_with_prior, write_amount):
        rows = [_HEADS, *(_cells(release, each, make_line(write(each))) for each in figures)]
        sizes = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
        room = width - sum(sizes[1:2] + sizes[3:]) - 2 * (len(_HEADS) - 1)
        if sizes[0] + sizes[2] <= room:
            break
    sizes[2] = min(sizes[2], max(12, room - 12))
    sizes[0] = min(sizes[0], max(12, room - sizes[2]))
    yield Text(title, "bold")
    for number, row in enumerate(rows):
        yield Text(_row(row, sizes), META_COLOUR if number == 0 else "")


def _cells(release: Release, figure: Figure, amount: str) -> tuple[str, ...]:
    return make_line(name_metric(figure, release)), name_period(figure), amount, figure.direction, f"{figure.score:.2f}"


def render_findings(audit: Audit, width: int) -> Iterator[Text]:
    """Yield the findings graded missing or weak, most serious first, at most MOST_FINDINGS; and a line for the rest."""
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
