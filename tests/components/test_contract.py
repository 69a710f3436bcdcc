"""The span contract: what is written onto a Doc is read back as it was, wherever tokens begin and end, and what no component wrote is computed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from forelook.components.contract import (
    QUOTES,
    STATEMENTS,
    UNITS,
    read_blocks,
    read_segmentation,
    write_blocks,
    write_release,
    write_units,
    write_utterances,
)
from forelook.components.tokenizer import ReleaseTokenizer
from forelook.records import Release
from forelook.segment.segmentation import segment

TEXTS = {
    "a release": 'LIMA, Ohio, May 5, 2026 -- "We expect growth," said Nora Quist, president. "It is time."\n\nOutlook\n\n• Oats will rise.\n',
    "units that begin inside a token": "Oats rose.Wheat fell.\n\nRye rose5.Then it fell.",
    "nothing": "",
    "blanks": " \n\n ",
    "characters beyond U+FFFF": "\N{ROCKET}\N{ROCKET} “We expect growth,” said Nora Quist.",
}


def coarse(text: str) -> Doc:
    """Return a text as a Doc of one token a paragraph."""
    words = text.split("\n\n") if text else []
    return Doc(Vocab(), words=[word for word in words if word], spaces=[False] * sum(map(bool, words)))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_written_is_read_back(text: str) -> None:
    doc, found = ReleaseTokenizer(Vocab())(text), segment(text)
    write_blocks(doc, found.blocks)
    write_units(doc, found.units)
    write_utterances(doc, found.utterances)
    again = read_segmentation(doc)
    assert (again.blocks, again.units, again.utterances) == (found.blocks, found.units, found.utterances)
    assert [span.label_ for span in doc.spans[UNITS]] == [unit.kind for unit in found.units]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_nobody_wrote_is_found_anew(text: str) -> None:
    doc = ReleaseTokenizer(Vocab())(text)
    assert read_blocks(doc) == segment(text).blocks
    assert read_segmentation(doc).units == segment(text).units


def test_places_are_exact_where_tokens_are_coarse() -> None:
    doc = coarse("Oats rose. Wheat fell.")
    units = segment(doc.text).units
    write_units(doc, units)
    assert [(span.start_char, span.end_char) for span in doc.spans[UNITS]] == [(0, len(doc.text))] * 2
    assert read_segmentation(doc).units == units


def test_a_statement_has_the_attributes_of_the_contract(make_release: Callable[..., Release]) -> None:
    release = make_release('[H0.9 Oats rose.] [Q>0.8|Nora Quist, president|"We expect growth."]')
    doc = ReleaseTokenizer(Vocab())(release.text)
    write_release(doc, release)
    fact, quote = doc.spans[STATEMENTS]
    assert (fact.label_, fact._.score, fact._.forward_looking, fact._.kind, fact._.speaker) == ("historical_fact", 0.9, False, "sentence", None)
    assert (quote.label_, quote._.forward_looking, quote._.speaker) == ("management_quote", True, "Nora Quist")
    assert quote._.scores["management_quote"] == 0.8
    assert [(span.text, span._.speaker) for span in doc.spans[QUOTES]] == [('"We expect growth."', "Nora Quist")]


def test_statements_at_another_key_leave_quotes_as_they_are(make_release: Callable[..., Release]) -> None:
    release = make_release('[Q>0.8|Nora Quist, president|"We expect growth."]')
    doc = ReleaseTokenizer(Vocab())(release.text)
    write_utterances(doc, [])
    write_release(doc, release, key="mine")
    assert list(doc.spans[QUOTES]) == []
    assert [span.label_ for span in doc.spans["mine"]] == ["management_quote"]
