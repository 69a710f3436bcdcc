"""Headings and headlines, of one line or several. Rows: a text, and its blocks (blanks folded)."""

from __future__ import annotations

import pytest
from tests.segment.conftest import check_blocks

HEADINGS = [
    pytest.param(
        "Tarn Foods Reports First Quarter Results\nSales Up 8 Percent on Strong Demand\n\nLIMA, Ohio -- Tarn Foods said that its sales rose again.",
        [
            ("heading", "Tarn Foods Reports First Quarter Results"),
            ("heading", "Sales Up 8 Percent on Strong Demand"),
            ("paragraph", "LIMA, Ohio -- Tarn Foods said that its sales rose again."),
        ],
        id="a headline and its sub-headline, both short",
    ),
    pytest.param(
        "LIMA TILE POSTS RECORD QUARTER\nCOMPANY TO CLOSE OMAHA KILN BY YEAR-END\n",
        [("heading", "LIMA TILE POSTS RECORD QUARTER"), ("heading", "COMPANY TO CLOSE OMAHA KILN BY YEAR-END")],
        id="a headline and what the company is to do",
    ),
    pytest.param(
        "Tarn Foods Reports First Quarter Results\nOrders Reach a Record in Ohio\nBacklog Tops $98 Million\n\nLIMA, Ohio -- Tarn Foods said that its sales rose again.",
        [
            ("heading", "Tarn Foods Reports First Quarter Results"),
            ("heading", "Orders Reach a Record in Ohio"),
            ("heading", "Backlog Tops $98 Million"),
            ("paragraph", "LIMA, Ohio -- Tarn Foods said that its sales rose again."),
        ],
        id="a headline and two sub-headlines",
    ),
    pytest.param(
        "Tarn Foods Reports Record Quarter and Raises\nOutlook for Sales to Rise Again\n\nLIMA, Ohio -- Tarn Foods said that its sales rose again.",
        [
            ("heading", "Tarn Foods Reports Record Quarter and Raises Outlook for Sales to Rise Again"),
            ("paragraph", "LIMA, Ohio -- Tarn Foods said that its sales rose again."),
        ],
        id="a headline that wraps after its verb",
    ),
    pytest.param(
        "TARN FOODS TO BUY\nLAKOTA OATS OF NORTH DAKOTA\n\nLIMA, Ohio -- Tarn Foods said that its sales rose again.",
        [("heading", "TARN FOODS TO BUY LAKOTA OATS OF NORTH DAKOTA"), ("paragraph", "LIMA, Ohio -- Tarn Foods said that its sales rose again.")],
        id="a headline that wraps after what is to be done",
    ),
    pytest.param(
        "Tarn Foods Chief to Retire\nBoard Names Nora Quist the New Head of Its Mills\n\nLIMA, Ohio -- Tarn Foods said that its sales rose again.",
        [
            ("heading", "Tarn Foods Chief to Retire"),
            ("heading", "Board Names Nora Quist the New Head of Its Mills"),
            ("paragraph", "LIMA, Ohio -- Tarn Foods said that its sales rose again."),
        ],
        id="a headline that ends in what is to be done",
    ),
    pytest.param(
        "Business Outlook\n\nThe company expects a quiet summer.\n",
        [("heading", "Business Outlook"), ("paragraph", "The company expects a quiet summer.")],
        id="title case",
    ),
    pytest.param(
        "SAFE HARBOR STATEMENT\nStatements in this release look forward.\n",
        [("heading", "SAFE HARBOR STATEMENT"), ("paragraph", "Statements in this release look forward.")],
        id="capitals, no blank line below",
    ),
    pytest.param(
        "About Orrin Paper:\n\nOrrin Paper makes envelopes and paper.\n",
        [("heading", "About Orrin Paper:"), ("paragraph", "Orrin Paper makes envelopes and paper.")],
        id="ending in a colon",
    ),
    pytest.param(
        "            ORRIN PAPER COMPANY REPORTS HIGHER SALES OF ENVELOPES\n                 AND RAISES ITS DIVIDEND BY A PENNY\n\nSales of envelopes rose once more.\n",
        [
            ("heading", "ORRIN PAPER COMPANY REPORTS HIGHER SALES OF ENVELOPES AND RAISES ITS DIVIDEND BY A PENNY"),
            ("paragraph", "Sales of envelopes rose once more."),
        ],
        id="a centred headline of two lines is one",
    ),
    pytest.param(
        "            Orrin Paper Reports Higher Sales of Envelopes\n\n         Company Raises Quarterly Dividend to Eleven Cents\n\nSales of envelopes rose once more.\n",
        [
            ("heading", "Orrin Paper Reports Higher Sales of Envelopes"),
            ("heading", "Company Raises Quarterly Dividend to Eleven Cents"),
            ("paragraph", "Sales of envelopes rose once more."),
        ],
        id="a headline and its sub-headline are two",
    ),
    pytest.param(
        "Orrin Paper to Buy Wye Envelope for\n$12 Million in Cash\n\nSales of envelopes rose once more.\n",
        [("heading", "Orrin Paper to Buy Wye Envelope for $12 Million in Cash"), ("paragraph", "Sales of envelopes rose once more.")],
        id="a headline that breaks after a linking word goes on",
    ),
    pytest.param(
        "Orrin Paper Inc. Reports Higher Sales\n\nSales of envelopes rose once more.\n",
        [("heading", "Orrin Paper Inc. Reports Higher Sales"), ("paragraph", "Sales of envelopes rose once more.")],
        id="a headline that holds Inc.",
    ),
    pytest.param(
        "Orrin Paper to Buy Wye Envelope and Its Mill in\nLowell\n   LOWELL, Mass.--(BUSINESS WIRE)--March 5, 2004--Orrin Paper will buy\nWye Envelope.\n",
        [
            ("heading", "Orrin Paper to Buy Wye Envelope and Its Mill in Lowell"),
            ("paragraph", "LOWELL, Mass.--(BUSINESS WIRE)--March 5, 2004--Orrin Paper will buy Wye Envelope."),
        ],
        id="a headline that breaks before its last word, no blank line above the dateline",
    ),
    pytest.param(
        "       ORRIN PAPER AND WYE ENVELOPE\n\n       AND THEIR MILLS JOIN FORCES\n\nSales of envelopes rose once more.\n",
        [("heading", "ORRIN PAPER AND WYE ENVELOPE AND THEIR MILLS JOIN FORCES"), ("paragraph", "Sales of envelopes rose once more.")],
        id="a headline in capitals that goes on after a blank line with AND",
    ),
    pytest.param(
        "Outlook\nThe company expects a quiet summer at the mill in Lowell and elsewhere.\n",
        [("heading", "Outlook"), ("paragraph", "The company expects a quiet summer at the mill in Lowell and elsewhere.")],
        id="a heading on the line above its paragraph",
    ),
    pytest.param(
        "MARCH QUARTER OUTLOOK\n    The following statements rest on what is known today. They look forward\nand may differ.\n",
        [("heading", "MARCH QUARTER OUTLOOK"), ("paragraph", "The following statements rest on what is known today. They look forward and may differ.")],
        id="a heading in capitals above an indented paragraph",
    ),
    pytest.param(
        "ORRIN MAKES ENVELOPES AT TWO MILLS IN LOWELL AND IN WYE. IT WAS FOUNDED IN 1950.\n",
        [("paragraph", "ORRIN MAKES ENVELOPES AT TWO MILLS IN LOWELL AND IN WYE. IT WAS FOUNDED IN 1950.")],
        id="a paragraph in capitals is no heading",
    ),
    pytest.param("We reaffirm our guidance.\n", [("paragraph", "We reaffirm our guidance.")], id="a sentence of four words"),
    pytest.param("The merger has closed.\n", [("paragraph", "The merger has closed.")], id="a short sentence with a verb"),
    pytest.param("Conference Call.\n", [("heading", "Conference Call.")], id="a title with a full stop"),
    pytest.param(
        "Nora Quist, president of Orrin Paper, said:\n\n“We are glad of the quarter. It was a good one.”\n",
        [("paragraph", "Nora Quist, president of Orrin Paper, said: “We are glad of the quarter. It was a good one.”")],
        id="who speaks and what is said, a blank line between them",
    ),
    pytest.param(
        "The mill offers the following:\n\n“Oat” envelopes come in three sizes and in white.\n",
        [("heading", "The mill offers the following:"), ("paragraph", "“Oat” envelopes come in three sizes and in white.")],
        id="a lead-in that names nobody",
    ),
    pytest.param(
        "Orrin Paper Names a New Head of Its Mill at Lowell\x0f=\nNora Quist Joins the Board of the Mill\n\nOrrin Paper makes paper.\n",
        [
            ("heading", "Orrin Paper Names a New Head of Its Mill at Lowell\x0f="),
            ("heading", "Nora Quist Joins the Board of the Mill"),
            ("paragraph", "Orrin Paper makes paper."),
        ],
        id="what a mailer left of a dash between a headline and its sub-headline",
    ),
    pytest.param(
        "Orrin Paper Names a New Head of Its Mill at Lowell\x0f=\n\nOrrin Paper makes paper.\n",
        [("heading", "Orrin Paper Names a New Head of Its Mill at Lowell\x0f="), ("paragraph", "Orrin Paper makes paper.")],
        id="what a mailer left of a dash at a headline's end",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected
