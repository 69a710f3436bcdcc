"""Quotation marks that some program has read as another encoding are marks, and nothing moves."""

from __future__ import annotations

import pytest

from forelook.segment.mojibake import mend_marks
from forelook.segment.segmentation import segment


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("â€œSales rose,â€\x9d said she.", "“““Sales rose,””” said she."),
        ("â€œSales rose.â€", "“““Sales rose.””"),
        ("â€œSales rose,â€ said she.", "“““Sales rose,”” said she."),
        ("â\x80\x9cSales rose.â\x80\x9d", "“““Sales rose.”””"),
        ("the mill’s chÃ¢teau â€“ and â€™s", "the mill’s chÃ¢teau â€“ and â€™s"),
        ("a pâté at €5, âge 3", "a pâté at €5, âge 3"),
    ],
)
def test_marks_by_their_mojibake(text: str, mended: str) -> None:
    assert mend_marks(text) == mended
    assert len(mended) == len(text)


def test_what_stands_between_them_is_a_quotation() -> None:
    text = "Costs fell in May. â€œWe like it. It is a good year,â€\x9d said Dana Holt, president.\n\nShe spoke of â€œshareâ€\x9d in the market.\n"
    found = segment(text)
    assert [text[unit.start : unit.end] for unit in found.units] == [
        "Costs fell in May.",
        "â€œWe like it.",
        "It is a good year,â€\x9d said Dana Holt, president.",
        "She spoke of â€œshareâ€\x9d in the market.",
    ]
    (quote,) = [utterance for utterance in found.utterances if utterance.speaker]
    assert quote.speaker is not None
    assert [text[start:end] for start, end in quote.fragments] == ["â€œWe like it. It is a good year,â€\x9d"]


def test_a_few_words_between_them_are_a_quotation_where_someone_says_them() -> None:
    found = segment("Costs fell in May. â€œTiles sold,â€\x9d said Dana Holt, president.\n")
    assert [utterance.speaker.name for utterance in found.utterances if utterance.speaker] == ["Dana Holt"]
