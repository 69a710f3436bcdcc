"""Flat rows, one per release, statement or figure, for data frames, CSV and anyone who does not want nested columns.

In: a Release. Out: dicts with the columns of `COLUMNS`, followed by the user's own columns that were kept. Every row has the
keys for joins: date, tickers, company, CIK, SIC, form and date of filing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args

from forelook.export.names import list_figures
from forelook.records import LABELS, Figure, Release, Statement

Rows = Literal["releases", "statements", "figures"]
ROWS: tuple[Rows, ...] = get_args(Rows)
ColumnType = Literal["string", "int", "float", "bool"]

_RELEASE: dict[str, ColumnType] = {
    "id": "string",
    "path": "string",
    "date": "string",
    "tickers": "string",
    "company": "string",
    "cik": "string",
    "sic": "string",
    "filing_form": "string",
    "filed": "string",
}
COLUMNS: dict[Rows, dict[str, ColumnType]] = {
    "releases": {
        **_RELEASE,
        "accession": "string",
        "items": "string",
        "period_of_report": "string",
        "exhibit": "string",
        "headline": "string",
        "place": "string",
        "wire": "string",
        "statements": "int",
        **{label.value: "int" for label in LABELS},
        "forward_looking": "int",
        "quotes": "int",
        "figures": "int",
        "warnings": "string",
        "text": "string",
    },
    "statements": {
        **_RELEASE,
        "start": "int",
        "end": "int",
        "label": "string",
        "score": "float",
        **{f"score_{label}": "float" for label in LABELS},
        "forward_looking": "bool",
        "forward_looking_score": "float",
        "kind": "string",
        "section": "string",
        "speaker": "string",
        "speaker_title": "string",
        "quote": "int",
        "text": "string",
    },
    "figures": {
        **_RELEASE,
        "statement": "int",
        "metric": "string",
        "basis": "string",
        "entity": "string",
        "period": "string",
        "fiscal": "bool",
        "measure": "string",
        "form": "string",
        "low": "float",
        "high": "float",
        "unit": "string",
        "noun": "string",
        "scale_missing": "bool",
        "trend": "string",
        "growth_basis": "string",
        "direction": "string",
        "prior_low": "float",
        "prior_high": "float",
        "score": "float",
        "value": "string",
        "value_start": "int",
        "value_end": "int",
        "text": "string",
    },
}
"""The columns of each kind of row with their types; any value may be missing."""


def flatten(release: Release, rows: Rows) -> Iterator[dict[str, Any]]:
    """Yield the rows of a release: one for itself, or one for each of its statements or figures."""
    origin = describe_origin(release)
    kept = {name_kept(name, rows): value for name, value in release.meta.items()}
    match rows:
        case "releases":
            yield origin | _describe_release(release) | kept
        case "statements":
            for statement in release.statements:
                yield origin | _describe_statement(statement) | kept
        case "figures":
            cut = _make_cutter(release)
            for figure in list_figures(release):
                yield origin | _describe_figure(figure, release, cut) | kept


def name_kept(name: str, rows: Rows) -> str:
    """Return the name of a kept column in flat rows: its own, with `meta_` before it if that is one of COLUMNS."""
    return f"meta_{name}" if name in COLUMNS[rows] else name


def describe_origin(release: Release) -> dict[str, Any]:
    """Return the columns about the release that every flat row has."""
    filing = release.source.filing
    return {
        "id": release.id,
        "path": release.source.path,
        "date": release.header.date,
        "tickers": " ".join(f"{ticker.exchange}:{ticker.symbol}" for ticker in release.header.tickers) or None,
        "company": filing.company if filing is not None else None,
        "cik": filing.cik if filing is not None else None,
        "sic": filing.sic if filing is not None else None,
        "filing_form": filing.form if filing is not None else None,
        "filed": filing.filed if filing is not None else None,
    }


def _describe_release(release: Release) -> dict[str, Any]:
    filing, header, summary = release.source.filing, release.header, release.summary
    return {
        "accession": filing.accession if filing is not None else None,
        "items": " ".join(filing.items) or None if filing is not None else None,
        "period_of_report": filing.period if filing is not None else None,
        "exhibit": release.source.exhibit,
        "headline": header.headline,
        "place": header.place,
        "wire": header.wire,
        "statements": summary.statements,
        **{label.value: getattr(summary, label) for label in LABELS},
        "forward_looking": summary.forward_looking,
        "quotes": len(release.quotes),
        "figures": len(release.figures) if isinstance(release.figures, list) else None,
        "warnings": "; ".join(release.warnings) or None,
        "text": release.text if isinstance(release.text, str) else None,
    }


def _describe_statement(statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "start": statement.start,
        "end": statement.end,
        "label": statement.label.value,
        "score": statement.score,
        **{f"score_{label}": getattr(statement.scores, label) for label in LABELS},
        "forward_looking": statement.forward_looking,
        "forward_looking_score": statement.forward_looking_score,
        "kind": statement.kind,
        "section": statement.section,
        "speaker": speaker.name if speaker is not None else None,
        "speaker_title": speaker.title if speaker is not None else None,
        "quote": statement.quote,
        "text": statement.text,
    }


def _describe_figure(figure: Figure, release: Release, cut: Callable[[int, int], str | None]) -> dict[str, Any]:
    entity, prior, value = figure.entity, figure.prior, figure.value
    return {
        "statement": figure.statement,
        "metric": figure.metric.name,
        "basis": figure.basis,
        "entity": cut(entity.start, entity.end) if entity is not None else None,
        "period": figure.period.name,
        "fiscal": figure.period.fiscal,
        "measure": figure.measure,
        "form": figure.form,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "noun": figure.noun,
        "scale_missing": figure.scale_missing,
        "trend": figure.trend,
        "growth_basis": figure.growth_basis,
        "direction": figure.direction,
        "prior_low": prior.low if prior is not None else None,
        "prior_high": prior.high if prior is not None else None,
        "score": figure.score,
        "value": cut(value.start, value.end) if value is not None else None,
        "value_start": value.start if value is not None else None,
        "value_end": value.end if value is not None else None,
        "text": release.statements[figure.statement].text,
    }


def _make_cutter(release: Release) -> Callable[[int, int], str | None]:
    """Return a function that returns the words between two offsets as the release counts them; it looks in the statements where the text was left out."""
    encoding, unit = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}[release.offsets]
    pieces = [(0, release.text)] if isinstance(release.text, str) else [(each.start, each.text) for each in release.statements]
    encoded = [(start, text.encode(encoding)) for start, text in pieces]

    def cut(start: int, end: int) -> str | None:
        for first, data in encoded:
            if first <= start and (end - first) * unit <= len(data):
                return data[(start - first) * unit : (end - first) * unit].decode(encoding)
        return None

    return cut
