"""Marks: which quotation marks open and which close. Rows: a text, and the stretches between marks, one a paragraph."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.marks import find_quoted_spans

SPANS = [
    pytest.param('Lena Brandt said, "We sold it."\n', ['"We sold it."'], id="straight"),
    pytest.param("Lena Brandt said, “We sold it.”\n", ["“We sold it.”"], id="curly"),
    pytest.param("Lena Brandt said, ``We sold it.''\n", ["``We sold it.''"], id="typewritten"),
    pytest.param("Lena Brandt said, \x93We sold it.\x94\n", ["\x93We sold it.\x94"], id="Windows-1252 read as Latin-1"),
    pytest.param("Lena Brandt said, «We sold it.»\n", ["«We sold it.»"], id="guillemets"),
    pytest.param("Lena Brandt said, 'We sold it.'\n", ["'We sold it.'"], id="single, where there are no others"),
    pytest.param("The mill's buyers' offers weren't high.\n", [], id="apostrophes"),
    pytest.param("'We sold it,'said Lena Brandt.\n", ["'We sold it,'"], id="single, glued to who speaks"),
    pytest.param("The mill's growers,'said to be kin, sold it in '99.\n", [], id="one that none opens"),
    pytest.param("Lena Brandt said, \"We call it 'Wye' here.\"\n", ["\"We call it 'Wye' here.\""], id="single ones inside double ones"),
    pytest.param("Lena Brandt said, “We call it “Wye” here.”\n", ["“We call it “Wye” here.”"], id="double ones inside double ones"),
    pytest.param('"We sold it," she said. "It was old."\n', ['"We sold it,"', '"It was old."'], id="two"),
    pytest.param('She said, "We sold it.\n\n"It was old."\n', ['"We sold it.', '"It was old."'], id="each paragraph opens anew"),
    pytest.param("She said, “We sold it.\n\nIt was old. The roof leaked.”\n", ["“We sold it.", "It was old. The roof leaked.”"], id="closed a paragraph later"),
    pytest.param("She said, “We sold it.\n\nThe board met in May.\n\nSales rose.\n", ["“We sold it."], id="never closed"),
    pytest.param('We sold it. It was old," said Lena Brandt.\n', ['It was old,"'], id="never opened"),
    pytest.param('The 12" rolls and 8" sheets sold well.\n', [], id="inches"),
    pytest.param('Robert "Bud" Hale runs the mill.\n', [], id="a nickname"),
    pytest.param('Robert calls the "Bud" mill his own.\n', ['"Bud"'], id="a term, which is no nickname"),
    pytest.param('"\n\nWe sold the mill at Lowell," said Lena Brandt.\n', ['" We sold the mill at Lowell,"'], id="the opening mark on a line of its own"),
    pytest.param("She said: ““We sold it all in May.” It was old.\n", ["““We sold it all in May.”"], id="a mark that is typed twice"),
    pytest.param("She said: “““We sold it all in May.””” It was old.\n", ["“““We sold it all in May.”””"], id="mojibake's three marks"),
    pytest.param('She said, “The roll is 12" wide and old.”\n', ['“The roll is 12" wide and old.”'], id="inches inside curly marks"),
    pytest.param("No marks at all.\n", [], id="none"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans(text: str, expected: list[str]) -> None:
    blocks = find_blocks(text)
    spans = find_quoted_spans(text, blocks)
    assert [" ".join(text[span.start : span.end].split()) for span in spans] == expected
    assert all(blocks[span.block].start <= span.start < span.end <= blocks[span.block].end for span in spans)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("She said, “We sold it.\n\nIt was old. The roof leaked.”\n", [(False, False), (True, False)], id="open when its paragraph began"),
        pytest.param('We sold it. It was old," said Lena Brandt.\n', [(False, True)], id="the opening mark is missing"),
        pytest.param('"We sold it," said Lena Brandt.\n', [(False, False)], id="neither"),
    ],
)
def test_what_is_known_of_a_span(text: str, flags: list[tuple[bool, bool]]) -> None:
    assert [(span.continues, span.guessed) for span in find_quoted_spans(text, find_blocks(text))] == flags


def test_a_lost_mark_costs_only_its_own_quotation() -> None:
    text = 'She said, "We sold it. The board met in May.\n\nThe mill, said Lena Brandt, was old: "The roof leaked."\n'
    assert [text[span.start : span.end] for span in find_quoted_spans(text, find_blocks(text))][-1] == '"The roof leaked."'
