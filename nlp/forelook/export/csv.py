"""CSV of statements, one a row, for spreadsheets.

In: blocks of JSON lines. Out: UTF-8 with a byte-order mark, by which Excel knows it. A text that a spreadsheet would take for a
formula gets an apostrophe before it; the exact text is in the other formats.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import IO

from forelook.export.json import decode_lines
from forelook.records import LABELS, Release

COLUMNS = (
    "id",
    "path",
    "start",
    "end",
    "label",
    "score",
    *(f"score_{label}" for label in LABELS),
    "forward_looking",
    "forward_looking_score",
    "kind",
    "section",
    "speaker",
    "speaker_title",
    "quote",
    "text",
)
# What spreadsheets take for the start of a formula, also after blanks, and in the wide forms that Excel reads alike.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def write_csv(blocks: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write one row a statement."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        text.write("\ufeff")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for release in decode_lines(blocks):
            writer.writerows(_make_rows(release))
    finally:
        text.detach()


def _make_rows(release: Release) -> Iterable[tuple[str | int | float | bool | None, ...]]:
    for statement in release.statements:
        speaker = statement.speaker
        yield (
            _defuse(release.id),
            _defuse(release.source.path),
            statement.start,
            statement.end,
            statement.label.value,
            statement.score,
            *(getattr(statement.scores, label) for label in LABELS),
            str(statement.forward_looking).lower(),
            statement.forward_looking_score,
            statement.kind,
            _defuse(statement.section),
            _defuse(speaker.name if speaker else None),
            _defuse(speaker.title if speaker else None),
            statement.quote,
            _defuse(statement.text),
        )


def _defuse(text: str | None) -> str | None:
    return "'" + text if text and _FORMULA.match(text) else text
