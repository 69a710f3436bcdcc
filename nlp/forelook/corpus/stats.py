"""Statistics of the corpus for its data card: the kinds, eras, sizes and sectors that it covers, and the counts of each code.

In: annotated releases. Out: tables as dictionaries, and as Markdown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from forelook.corpus import header
from forelook.corpus.annotated import CODES, AnnotatedRelease
from forelook.export.markdown import markdown_table

Table = dict[str, dict[str, int]]  # rows of columns of counts


def coverage(releases: Sequence[AnnotatedRelease]) -> dict[str, Table]:
    """Return the tables of the data card by title: releases by kind and era, kind and size, sector and era; units; lengths.

    Missing and unrecognized values of headers count as "unknown". Lengths are in units per release, words per statement and rows per table.
    """
    return {
        "kind by era": _cross(releases, _value("kind"), _era, header.KINDS, _eras()),
        "kind by size": _cross(releases, _value("kind"), _value("size"), header.KINDS, header.SIZES),
        "sector by era": _cross(releases, _value("sector"), _era, (), _eras()),
        "units by code": _count_codes(releases),
        "lengths": _measure(releases),
    }


def render_coverage(tables: Mapping[str, Table]) -> str:
    """Return the tables of `coverage` as Markdown, each under its title; tables that count releases have totals."""
    return "\n\n".join(f"**{title[0].upper()}{title[1:]}**\n\n{_render_table(title, table)}" for title, table in tables.items()) + "\n"


def _render_table(title: str, table: Table) -> str:
    corner, by, across = title.partition(" by ")
    counted = bool(by) and across != "code"
    columns = list(dict.fromkeys(column for row in table.values() for column in row))
    rows = {name: [row.get(column, 0) for column in columns] for name, row in table.items()}
    if counted:
        rows = {name: [*row, sum(row)] for name, row in rows.items()}
        rows["total"] = [sum(column) for column in zip(*rows.values(), strict=True)]
        columns.append("total")
    return markdown_table([corner, *columns], [[name, *(f"{value:,}" for value in row)] for name, row in rows.items()])


def _value(key: str) -> Callable[[AnnotatedRelease], str]:
    return lambda release: release.header.get(key) or header.UNKNOWN


def _era(release: AnnotatedRelease) -> str:
    try:
        return header.name_era(release.header.get("era") or header.UNKNOWN)
    except ValueError:
        return header.UNKNOWN


def _eras() -> tuple[str, ...]:
    return tuple(f"{first}-{last}" for first, last in header.ERAS)


def _cross(
    releases: Sequence[AnnotatedRelease],
    row_of: Callable[[AnnotatedRelease], str],
    column_of: Callable[[AnnotatedRelease], str],
    rows: tuple[str, ...],
    columns: tuple[str, ...],
) -> Table:
    """Return the number of releases by row and column: the planned rows and columns in order, including empty ones, then any others."""
    counts = Counter((row_of(release), column_of(release)) for release in releases)
    all_rows = dict.fromkeys([*rows, *sorted({row for row, _ in counts})])
    all_columns = dict.fromkeys([*columns, *sorted({column for _, column in counts})])
    return {row: {column: counts[row, column] for column in all_columns} for row in all_rows}


def _count_codes(releases: Sequence[AnnotatedRelease]) -> Table:
    units = Counter(unit.code for release in releases for unit in release.units)
    holders = Counter(code for release in releases for code in {unit.code for unit in release.units})
    return {code: {"units": units[code], "releases with one": holders[code]} for code in CODES}


def _measure(releases: Sequence[AnnotatedRelease]) -> Table:
    measures = {
        "units a release": [len(release.units) for release in releases],
        "statements a release": [sum(unit.label is not None for unit in release.units) for release in releases],
        "words a statement": [len(unit.text.split()) for release in releases for unit in release.units if unit.label and not unit.is_table],
        "rows a table": [unit.text.count("\n") + 1 for release in releases for unit in release.units if unit.is_table],
    }
    return {name: {"least": min(values), "median": round(median(values)), "most": max(values)} for name, values in measures.items() if values}
