"""Statements: from decisions to the records of a release."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.decisions import Decisions
from forelook.model.statements import build_release
from forelook.records import Document, Filing, Label, Model, Release, Source
from forelook.segment.segmentation import segment

TEXT = """\
Second Quarter Outlook

Tarn Foods expects sales of $5 million.

"Oats sell well," said Jane Roe, president. Sales rose.
"""
GUIDANCE, FACT, QUOTE = 0, 1, 2
SCORES = np.array([0.7, 0.1, 0.1, 0.1])


def build(labels: list[int], text: str = TEXT, source: Source | None = None) -> Release:
    """Return the release of a text whose last units have these labels."""
    found = segment(text)
    first = len(found.units) - len(labels)
    kept = len(labels)
    decisions = Decisions(
        np.arange(first, first + kept),
        np.array(labels, np.int64),
        np.tile(SCORES, (kept, 1)),
        np.array([label == GUIDANCE for label in labels]),
        np.full(kept, 0.25),
    )
    document = Document("tarn", text, source or Source(), warnings=("odd bytes",), meta={"sector": "food"})
    return build_release(document, found, decisions, Model("small", "0", "ab"))


def test_a_statement_has_its_text_label_and_scores() -> None:
    first, *_ = build([GUIDANCE, QUOTE, FACT]).statements
    assert TEXT[first.start : first.end] == first.text == "Tarn Foods expects sales of $5 million."
    assert (first.label, first.score, first.forward_looking, first.forward_looking_score) == (Label.GUIDANCE, 0.7, True, 0.25)
    assert first.scores.historical_fact == 0.1
    assert (first.kind, first.section) == ("sentence", "Second Quarter Outlook")


def test_only_what_is_labelled_a_quote_has_a_speaker() -> None:
    release = build([GUIDANCE, QUOTE, FACT])
    quoted = release.statements[1]
    assert quoted.speaker is not None
    assert (quoted.speaker.name, quoted.speaker.title, quoted.quote) == ("Jane Roe", "president", 0)
    assert release.quotes[0].speaker == quoted.speaker
    unquoted = build([GUIDANCE, FACT, FACT]).statements[1]
    assert (unquoted.speaker, unquoted.quote) == (None, None)


@pytest.mark.parametrize(
    ("labels", "counts"), [([GUIDANCE, QUOTE, FACT], (3, 1, 1, 1, 0, 1)), ([FACT], (1, 0, 1, 0, 0, 0)), ([3, 3], (2, 0, 0, 0, 2, 0)), ([], (0, 0, 0, 0, 0, 0))]
)
def test_the_summary_counts(labels: list[int], counts: tuple[int, ...]) -> None:
    summary = build(labels).summary
    assert tuple(getattr(summary, name) for name in summary.__struct_fields__) == counts


def test_what_the_document_brings_is_kept() -> None:
    release = build([FACT])
    assert (release.id, release.meta, release.warnings) == ("tarn", {"sector": "food"}, ["odd bytes"])
    assert (release.model.name, release.offsets, release.text) == ("small", "codepoint", TEXT)


def test_a_release_without_a_statement_says_so() -> None:
    assert build([]).warnings == ["odd bytes", "no statement found: the text holds only titles, contacts or marks"]


def test_the_day_of_filing_gives_a_date_without_a_year_its_year() -> None:
    text = "LOWELL, Mass., May 5 -- Tarn Foods opened a mill.\n"
    filed = build([FACT], text, Source(filing=Filing(filed="2003-05-06")))
    assert filed.header.date == "2003-05-05"
    assert build([FACT], text).header.date != "2003-05-05"
