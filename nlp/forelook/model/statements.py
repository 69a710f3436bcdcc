"""Statements: from decisions to the records that forelook hands out.

In: a document, its segmentation and the decisions on its units. Out: a Release.
"""

from __future__ import annotations

from datetime import date

from forelook.model.decisions import QUOTE, Decisions
from forelook.records import LABELS, SCHEMA_VERSION, Document, Fragment, Kind, Model, Quote, Release, Scores, Speaker, Statement, Summary
from forelook.segment.header import read_header
from forelook.segment.quotes.names import Person
from forelook.segment.segmentation import Segmentation

_KIND: dict[str, Kind] = {"heading": "heading", "list_item": "list_item", "table": "table"}


def build_release(document: Document, segmentation: Segmentation, decisions: Decisions, model: Model) -> Release:
    """Return the tagged release of `document`."""
    text = document.text
    quotes = [
        Quote(_speaker(utterance.speaker), utterance.cue, [Fragment(start, end) for start, end in utterance.fragments]) for utterance in segmentation.utterances
    ]
    statements = _build_statements(text, segmentation, decisions, quotes)
    labels = decisions.labels.tolist()
    summary = Summary(len(statements), labels.count(0), labels.count(1), labels.count(2), labels.count(3), decisions.forward.tolist().count(True))
    warnings = [*document.warnings, *([] if statements else ["no statement found: the text holds only titles, contacts or marks"])]
    filed = document.source.filing.filed if document.source.filing is not None else None
    header = read_header(text, segmentation.units, date.fromisoformat(filed) if filed is not None else None)
    origin = (document.id, document.source, header, document.meta)
    return Release(SCHEMA_VERSION, *origin, model, "codepoint", text, statements, quotes, [], summary, warnings)


def _build_statements(text: str, segmentation: Segmentation, decisions: Decisions, quotes: list[Quote]) -> list[Statement]:
    units, headings, quoted_by = segmentation.units, segmentation.sections, segmentation.quoted_by
    sections: dict[int, str] = {}
    statements: list[Statement] = []
    for index, label, scores, forward, forward_score in zip(*(column.tolist() for column in decisions), strict=True):
        unit = units[index]
        start, end = unit.start, unit.end
        heading = headings[index]
        if heading >= 0 and heading not in sections:
            sections[heading] = " ".join(text[units[heading].start : units[heading].end].split())
        quote = quoted_by[index] if label == QUOTE else -1
        statements.append(
            Statement(
                start,
                end,
                text[start:end],
                LABELS[label],
                scores[label],
                Scores(*scores),
                forward,
                forward_score,
                _KIND.get(unit.kind, "sentence"),
                sections.get(heading),
                quotes[quote].speaker if quote >= 0 else None,
                quote if quote >= 0 else None,
            )
        )
    return statements


def _speaker(person: Person | None) -> Speaker | None:
    return Speaker(*person) if person is not None else None
