"""Paragraphs: which lines are one, and where one ends. Rows: a text, and the blocks that a reader sees in it (blanks folded)."""

from __future__ import annotations

import pytest
from tests.segment.conftest import check_blocks

PROSE = [
    pytest.param(
        "Orrin Paper Company reported today that its mill at Lowell ran at full\ncapacity for the ninth month in a row and shipped eleven thousand tons.\n",
        [
            (
                "paragraph",
                "Orrin Paper Company reported today that its mill at Lowell ran at full capacity for the ninth month in a row and shipped eleven thousand tons.",
            )
        ],
        id="hard-wrapped lines are one paragraph",
    ),
    pytest.param(
        "On May 7, 2025, Nora Quist, age 80, was appointed as a Member of the\n\nBoard of the mill, on which she will serve for a year.\n",
        [("heading", "On May 7, 2025, Nora Quist, age 80, was appointed as a Member of the Board of the mill, on which she will serve for a year.")],
        id="a line that ends in an article goes on over a blank line",
    ),
    pytest.param(
        "Orrin Paper bought a second mill last spring.\n\nThe mill makes envelopes and writing paper.\n",
        [("paragraph", "Orrin Paper bought a second mill last spring."), ("paragraph", "The mill makes envelopes and writing paper.")],
        id="a blank line parts paragraphs",
    ),
    pytest.param(
        "Orrin Paper bought a second mill last spring, and it has spent four million dollars on new drying cylinders, felts and a boiler since then, which the board approved.\n"
        "The mill makes envelopes and writing paper, which it sells through wholesalers in thirty-one states and to four Canadian provinces, under the names Orrin and Wye.\n",
        [
            (
                "paragraph",
                "Orrin Paper bought a second mill last spring, and it has spent four million dollars on new drying cylinders, felts and a boiler since then, which the board approved.",
            ),
            (
                "paragraph",
                "The mill makes envelopes and writing paper, which it sells through wholesalers in thirty-one states and to four Canadian provinces, under the names Orrin and Wye.",
            ),
        ],
        id="one-line paragraphs need no blank line between them",
    ),
    pytest.param(
        "     Orrin Paper Company reported today that its mill at Lowell ran at full\ncapacity for the ninth month in a row and shipped eleven thousand tons.\n"
        "     The company also said that it had hired forty people for a night shift,\nwhich is to begin after Labor Day.\n",
        [
            (
                "paragraph",
                "Orrin Paper Company reported today that its mill at Lowell ran at full capacity for the ninth month in a row and shipped eleven thousand tons.",
            ),
            ("paragraph", "The company also said that it had hired forty people for a night shift, which is to begin after Labor Day."),
        ],
        id="an indented first line opens a paragraph without a blank line",
        marks=pytest.mark.xfail(reason="the last line of the paragraph above runs full, and the indent of the next is not looked at"),
    ),
    pytest.param(
        "The company counts more than eleven thousand customers and sells its envelopes in\n\nthirty-one states.\n",
        [("paragraph", "The company counts more than eleven thousand customers and sells its envelopes in thirty-one states.")],
        id="a blank line in mid-sentence is no boundary",
    ),
    pytest.param(
        "LOWELL, Mass.--(BUSINESS WIRE)--March 5, 2004 via Mill News and others  -\nAt 9:00 a.m.\ntoday, Orrin Paper opened a second mill there.\n",
        [("paragraph", "LOWELL, Mass.--(BUSINESS WIRE)--March 5, 2004 via Mill News and others - At 9:00 a.m. today, Orrin Paper opened a second mill there.")],
        id="a short line that ends in an abbreviation",
    ),
    pytest.param(
        "The call of the mill with all of its growers and neighbors will be held in Lowell.\nIt begins at 9:00 a.m.\nhttps://www.orrin.example/call\n",
        [
            ("paragraph", "The call of the mill with all of its growers and neighbors will be held in Lowell. It begins at 9:00 a.m."),
            ("contact", "https://www.orrin.example/call"),
        ],
        id="a short line that ends in an abbreviation before an address",
    ),
    pytest.param(
        "Sales of envelopes rose to $41 million in the quarter.\r\n\r\nSales of paper fell a little.\r\n",
        [("paragraph", "Sales of envelopes rose to $41 million in the quarter."), ("paragraph", "Sales of paper fell a little.")],
        id="CRLF",
    ),
    pytest.param(
        "Sales of envelopes rose to $41 million in the quarter.\r\rSales of paper fell a little.\r",
        [("paragraph", "Sales of envelopes rose to $41 million in the quarter."), ("paragraph", "Sales of paper fell a little.")],
        id="CR alone, as old Macintosh files have it",
    ),
    pytest.param(
        "\tSales of envelopes rose in the quarter.\n\n\tSales of paper fell a little.",
        [("paragraph", "Sales of envelopes rose in the quarter."), ("paragraph", "Sales of paper fell a little.")],
        id="tabs as indents",
    ),
    pytest.param(
        "\xa0\xa0Sales of envelopes rose\xa0to $41\xa0million.\n\xa0\nSales of paper fell a little.\n",
        [("paragraph", "Sales of envelopes rose to $41 million."), ("paragraph", "Sales of paper fell a little.")],
        id="NBSP indents, and a line of NBSP is blank",
    ),
    pytest.param(
        "\ufeff\u200bSales of envelopes rose in the quarter.\u200b\n\u200b\nSales of paper fell a little.\u200b",
        [("paragraph", "Sales of envelopes rose in the quarter."), ("paragraph", "Sales of paper fell a little.")],
        id="a zero-width blank belongs to no block",
    ),
    pytest.param(
        "Paper sales fell.\n\nSales of envelopes rose once more.\n",
        [("paragraph", "Paper sales fell."), ("paragraph", "Sales of envelopes rose once more.")],
        id="a sentence of three words",
    ),
    pytest.param("", [], id="nothing"),
    pytest.param(" \n\t\r\n\xa0\u200b\n", [], id="only blanks"),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected
