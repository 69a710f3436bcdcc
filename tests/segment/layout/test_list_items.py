"""List items: their marks, their further lines, and the lead-in above them. Rows: a text, and its blocks (blanks folded)."""

from __future__ import annotations

import pytest
from tests.segment.conftest import check_blocks

FIRST, SECOND = "Sales of envelopes rose 8%, led by window\n    envelopes for banks", "Sales of paper fell 2%"
BULLETS = ["•", "●", "◦", "■", "▪", "·", "‣", "➢", "✓", "\uf0b7", "*", "-", "--", "–", "—", "o", "(1)", "1.", "(a)", "b)", "(iv)"]

ITEMS = [
    *[
        pytest.param(
            f"The quarter in brief:\n\n  {bullet} {FIRST}\n  {bullet} {SECOND}\n\nThe board met in May.\n",
            [
                ("heading", "The quarter in brief:"),
                ("list_item", f"{bullet} Sales of envelopes rose 8%, led by window envelopes for banks"),
                ("list_item", f"{bullet} Sales of paper fell 2%"),
                ("paragraph", "The board met in May."),
            ],
            id=f"items after {bullet!a}, the first wrapped",
        )
        for bullet in BULLETS
    ],
    pytest.param(
        "•Sales of envelopes rose 8%\n•Sales of paper fell 2%\n",
        [("list_item", "•Sales of envelopes rose 8%"), ("list_item", "•Sales of paper fell 2%")],
        id="no blank after the bullet",
    ),
    pytest.param(
        "•\tSales of envelopes rose 8%\n•\tSales of paper fell 2%\n",
        [("list_item", "• Sales of envelopes rose 8%"), ("list_item", "• Sales of paper fell 2%")],
        id="a tab after the bullet",
    ),
    pytest.param(
        "Orders of the night shift came to $4 million, of which window envelopes made up\n-- so the mill's manager reckons -- some 60 percent.\n",
        [("paragraph", "Orders of the night shift came to $4 million, of which window envelopes made up -- so the mill's manager reckons -- some 60 percent.")],
        id="a dash that a wrapped line happens to begin with is no bullet",
    ),
    pytest.param(
        "The mill said of the state of its work:\n\n--  A total of 11,500 tons worth of paper remains\n\n\nunsold today with shops closed\n\n\n--  Prices fell\n\n\nof late\n",
        [
            ("heading", "The mill said of the state of its work:"),
            ("list_item", "-- A total of 11,500 tons worth of paper remains unsold today with shops closed"),
            ("list_item", "-- Prices fell"),
            ("heading", "of late"),
        ],
        id="an item of which blank lines part the lines, and one that is too short for it",
    ),
    pytest.param(
        "Growers knew of it before they learned of the sale of the mill at Lima.\nH. Amos Reed, president and head baker of the mill, said that it was right.\n",
        [
            (
                "paragraph",
                "Growers knew of it before they learned of the sale of the mill at Lima. H. Amos Reed, president and head baker of the mill, said that it was right.",
            )
        ],
        id="an initial at a line's beginning",
    ),
    pytest.param(
        "Growers knew of these parts of the sale of the mill at Lima:\nA. Amos Reed\nB. Peel Oats and the land of the mill, with all that is on it.\n",
        [
            ("heading", "Growers knew of these parts of the sale of the mill at Lima:"),
            ("list_item", "A. Amos Reed"),
            ("list_item", "B. Peel Oats and the land of the mill, with all that is on it."),
        ],
        id="letters of items",
    ),
    pytest.param(
        "§ 382 of the Code limits the losses that the mill may use in a year.\n\n§ 3 mills were opened\n",
        [("paragraph", "§ 382 of the Code limits the losses that the mill may use in a year."), ("list_item", "§ 3 mills were opened")],
        id="a section of the law is no item",
    ),
    pytest.param(
        "What: Oat fair of the mill\nWhen: Friday, May 5\nDial-in: 978-555-0143; no code is needed. Please call ten minutes early.\n",
        [
            ("heading", "What: Oat fair of the mill"),
            ("heading", "When: Friday, May 5"),
            ("list_item", "Dial-in: 978-555-0143; no code is needed. Please call ten minutes early."),
        ],
        id="lines of an event are one unit each",
    ),
    pytest.param(
        "What It Is: The mill sells oats.\n\nWhy It Matters: The growers have no other mill. They like this one.\n",
        [("paragraph", "What It Is: The mill sells oats."), ("paragraph", "Why It Matters: The growers have no other mill. They like this one.")],
        id="run-in headings are no lines of an event",
    ),
    pytest.param(
        "The fund to which growers of all nine states gave oats, flakes and money is held by a board of nine, of whom six are growers and three run mills, as its charter has it.\n* A grant of two tons over five years to fund regional\n      work at the house of Tarn\n      Oats. It is given at the mill.\nGrowers like it.\n",
        [
            (
                "paragraph",
                "The fund to which growers of all nine states gave oats, flakes and money is held by a board of nine, of whom six are growers and three run mills, as its charter has it.",
            ),
            ("list_item", "* A grant of two tons over five years to fund regional work at the house of Tarn Oats. It is given at the mill."),
            ("heading", "Growers like it."),
        ],
        id="hanging lines of an item below a wide line",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_list_items(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected
