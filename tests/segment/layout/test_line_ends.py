"""Ends of lines: kept, broken inside words or doubled by the program that wrote them. Rows: a text, and its blocks (blanks folded)."""

from __future__ import annotations

import pytest
from tests.segment.conftest import check_blocks

LINES = [
    pytest.param(
        "New presses will bring sales of at least $4 million a year to the mill OLEAN,\nN.Y., May 3 /PRNewswire/ -- Orrin Paper sold nine presses in the quarter.\n",
        [
            (
                "paragraph",
                "New presses will bring sales of at least $4 million a year to the mill OLEAN, N.Y., May 3 /PRNewswire/ -- Orrin Paper sold nine presses in the quarter.",
            )
        ],
        id="a dateline that a wrapped line splits after its town",
    ),
    pytest.param(
        "Orrin Paper Sells Nine Presses to the Mill of the DYE WORKS\nN.Y., May 3 /PRNewswire/ -- Orrin Paper sold nine presses in the quarter.\n",
        [
            ("heading", "Orrin Paper Sells Nine Presses to the Mill of the DYE WORKS"),
            ("paragraph", "N.Y., May 3 /PRNewswire/ -- Orrin Paper sold nine presses in the quarter."),
        ],
        id="a dateline below capitals without a comma",
    ),
    pytest.param(
        "Orrin Paper was named by the readers of a trade paper as one of the best\nWindow\nEnvelope makers for the third year in a row, ahead of two rivals.\n",
        [
            (
                "paragraph",
                "Orrin Paper was named by the readers of a trade paper as one of the best Window Envelope makers for the third year in a row, ahead of two rivals.",
            )
        ],
        id="a name that a mailer wrapped onto a line of its own",
    ),
    pytest.param(
        "Orrin Paper added that its founder would advise the members of its Board\nDirectors\nMr. Brandt founded the company in Lowell in 1912 with two presses.\n",
        [
            ("paragraph", "Orrin Paper added that its founder would advise the members of its Board Directors"),
            ("paragraph", "Mr. Brandt founded the company in Lowell in 1912 with two presses."),
        ],
        id="a sentence after a line that lost its full stop",
    ),
    pytest.param(
        "Orrin Paper said today that net sales for the quarter rose to $41\n\nmillion, helped by demand for window envelopes in the whole of the\n\nNortheast. The company expects sales of $160 million for the year,\n\nup from $150 million. Costs fell.\n",
        [
            (
                "paragraph",
                "Orrin Paper said today that net sales for the quarter rose to $41 million, helped by demand for window envelopes in the whole of the Northeast. "
                "The company expects sales of $160 million for the year, up from $150 million. Costs fell.",
            )
        ],
        id="a blank line after every printed line",
    ),
    pytest.param(
        "Orrin Paper said today that its sales for the quarter rose by a tenth\n\n\nand that costs fell. It expects sales of $160 million for the year and\n\n\nmore in the next.\n\n\n\nThe board met in May and will meet again in the fall of the year to\n\n\nset the dividend.\n",
        [
            (
                "paragraph",
                "Orrin Paper said today that its sales for the quarter rose by a tenth and that costs fell. It expects sales of $160 million for the year and more in the next.",
            ),
            ("paragraph", "The board met in May and will meet again in the fall of the year to set the dividend."),
        ],
        id="two blank lines after every line, three after a paragraph",
    ),
    pytest.param(
        "oats\n\nwheat\n\nbarley\n",
        [("heading", "oats"), ("heading", "wheat"), ("heading", "barley")],
        id="short lines in small letters are no printed lines",
    ),
    pytest.param(
        "The mill in Lowell counts, as one hears, among the top\n10\nmakers of envelopes, which fill the mail, up and down the valley,\n--\nas one would think -- for more\nthan a year.\n",
        [
            (
                "paragraph",
                "The mill in Lowell counts, as one hears, among the top 10 makers of envelopes, which fill the mail, up and down the valley, -- as one would think -- for more than a year.",
            )
        ],
        id="a word that was wrapped onto a line of its own is no artifact",
    ),
    pytest.param(
        "Grades are\n   Rolled Oats of Lowell to AA from B;\n   Hulled Barley to D from C;\n",
        [("heading", "Grades are"), ("heading", "Rolled Oats of Lowell to AA from B;"), ("heading", "Hulled Barley to D from C;")],
        id="lines that end in a semicolon are items",
        marks=pytest.mark.xfail(reason="in the first 1,000 characters a headline of two clauses looks like that"),
    ),
    pytest.param(
        "The talks of the board with growers can be heard on the web site of the company:\nhttps://www.orrin.example/talks\n",
        [("paragraph", "The talks of the board with growers can be heard on the web site of the company: https://www.orrin.example/talks")],
        id="an address after a colon",
    ),
    pytest.param(
        "When: Friday, May 3\nWhere: Lowell, Mass.\nThe talks are free.\n",
        [("heading", "When: Friday, May 3"), ("heading", "Where: Lowell, Mass."), ("paragraph", "The talks are free.")],
        id="labels begin lines of their own",
    ),
    pytest.param(
        "Orders include, without limitation, that (i)\ngrowers may be unwilling to sell oats to the mill at all, or that\n(ii) the mill may not be able to take what they sell in time.\n",
        [
            (
                "paragraph",
                "Orders include, without limitation, that (i) growers may be unwilling to sell oats to the mill at all, or that (ii) the mill may not be able to take what they sell in time.",
            )
        ],
        id="a numeral that a wrapped line happens to begin with is no item",
    ),
    pytest.param("Costs fell once more. ###\n", [("paragraph", "Costs fell once more."), ("artifact", "###")], id="an end mark on the last line"),
    pytest.param(
        "•\nCosts fell once more.\n\n•\n\nSales rose.\n",
        [("list_item", "• Costs fell once more."), ("list_item", "• Sales rose.")],
        id="a bullet on a line of its own",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_line_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected
