"""Layout: which lines make a block, and what each block is. Rows: a text, and the blocks a reader sees in it (blanks folded)."""

from __future__ import annotations

import pytest

from forelook.segment.layout import BLOCK_KINDS, find_blocks

INCOME = "  Net sales          $41,206     $38,117\n  Cost of sales       22,140      21,006\n  Net income           3,310       2,954"
INCOME_FOLDED = "Net sales $41,206 $38,117 Cost of sales 22,140 21,006 Net income 3,310 2,954"

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
]

HEADINGS += [
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
]
LINES = [
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

FIRST, SECOND = "Sales of envelopes rose 8%, led by window\n    envelopes for banks", "Sales of paper fell 2%"
BULLETS = ["•", "●", "◦", "■", "▪", "·", "‣", "➢", "✓", "\uf0b7", "*", "-", "--", "–", "—", "o", "(1)", "1.", "(a)", "b)", "(iv)"]
HEADINGS += [
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

ITEMS = [
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
] + [
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
]

ITEMS += [
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
]

ITEMS += [
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

TABLES = [
    pytest.param(f"{INCOME}\n", [("table", INCOME_FOLDED)], id="rows"),
    pytest.param(
        f"Sales of envelopes rose once more.\n\n{INCOME}\n\nSales of paper fell a little.\n",
        [("paragraph", "Sales of envelopes rose once more."), ("table", INCOME_FOLDED), ("paragraph", "Sales of paper fell a little.")],
        id="rows between paragraphs",
    ),
    pytest.param(INCOME.replace("\n", "\n\n"), [("table", INCOME_FOLDED)], id="blank lines between rows"),
    pytest.param(INCOME.replace("\n", "\r\n"), [("table", INCOME_FOLDED)], id="CRLF"),
    pytest.param(
        "Net sales\t41,206\t38,117\nCost of sales\t22,140\t21,006\nNet income\t3,310\t2,954\n",
        [("table", "Net sales 41,206 38,117 Cost of sales 22,140 21,006 Net income 3,310 2,954")],
        id="cells parted by tabs",
    ),
    pytest.param(
        "| Net sales | 41,206 | 38,117 |\n| Cost of sales | 22,140 | 21,006 |\n",
        [("table", "| Net sales | 41,206 | 38,117 | | Cost of sales | 22,140 | 21,006 |")],
        id="cells parted by bars",
    ),
    pytest.param(
        "Net sales............ $41,206     $38,117\nCost of sales........  22,140      21,006\n",
        [("table", "Net sales............ $41,206 $38,117 Cost of sales........ 22,140 21,006")],
        id="dot leaders",
    ),
    pytest.param(
        "                          Three Months Ended\n                          2011        2010\n                         -------     -------\n  Net sales              $41,206     $38,117\n  Cost of sales           22,140      21,006\n                         =======     =======\n",
        [("table", "Three Months Ended 2011 2010 ------- ------- Net sales $41,206 $38,117 Cost of sales 22,140 21,006 ======= =======")],
        id="column heads and rules belong to the table",
    ),
    pytest.param(
        "<TABLE>\n<CAPTION>\n                          2011        2010\n<S>                      <C>         <C>\n  Net sales              $41,206     $38,117\n  Cost of sales           22,140      21,006\n</TABLE>\n",
        [("table", "<TABLE> <CAPTION> 2011 2010 <S> <C> <C> Net sales $41,206 $38,117 Cost of sales 22,140 21,006 </TABLE>")],
        id="EDGAR's table marks belong to the table",
    ),
    pytest.param(
        "  Net sales              $41,206     $38,117\n  Cost of sales           22,140      21,006\n\nOPERATING EXPENSES\n\n  Selling                  6,110       5,980\n  Research                 1,004         870\n",
        [("table", "Net sales $41,206 $38,117 Cost of sales 22,140 21,006 OPERATING EXPENSES Selling 6,110 5,980 Research 1,004 870")],
        id="a caption between rows belongs to the table",
    ),
    pytest.param(
        "The figures of the quarter are given below in thousands, and nobody has audited them so far.\n  Net sales              $41,206     $38,117\n  Cost of sales           22,140      21,006\n",
        [
            ("paragraph", "The figures of the quarter are given below in thousands, and nobody has audited them so far."),
            ("table", "Net sales $41,206 $38,117 Cost of sales 22,140 21,006"),
        ],
        id="prose that touches a table's upper edge",
    ),
]

TABLES += [
    pytest.param(
        "Outlook for the year:\n   Revenue ............ $160 - $165 million\n   EPS ................ $1.20 - $1.30\n",
        [("table", "Outlook for the year: Revenue ............ $160 - $165 million EPS ................ $1.20 - $1.30")],
        id="ranges in words",
    ),
    pytest.param(
        "  Revenue           approximately $5.33 billion   up 8%\n  EPS               $0.31 per diluted share       at least 10 percent\n",
        [("table", "Revenue approximately $5.33 billion up 8% EPS $0.31 per diluted share at least 10 percent")],
        id="amounts in words",
    ),
    pytest.param(
        "| Item | 2025 | 2024 |\n| --- | --- | --- |\n| Sales | 41.0 | 38.2 |\n|  |  |  |\n",
        [("table", "| Item | 2025 | 2024 | | --- | --- | --- | | Sales | 41.0 | 38.2 | | | | |")],
        id="a row of dashes and an empty one between bars",
    ),
]

ARTIFACTS = [
    pytest.param(
        "Figure 2: The drying hall at Lowell, seen from the river. New felts are shown in blue.\n\nFigure 3 shows that sales of envelopes rose once more.\n",
        [
            ("artifact", "Figure 2: The drying hall at Lowell, seen from the river. New felts are shown in blue."),
            ("paragraph", "Figure 3 shows that sales of envelopes rose once more."),
        ],
        id="the caption of a figure, and a sentence about one",
    ),
    pytest.param(
        "This information was brought to you by Cision http://news.example.com.\n\nThis information was brought to the board by its counsel in Lowell.\n",
        [
            ("artifact", "This information was brought to you by Cision http://news.example.com."),
            ("paragraph", "This information was brought to the board by its counsel in Lowell."),
        ],
        id="the line of a wire that brought the release",
    ),
    pytest.param("<PAGE>\n\nSales of envelopes rose once more.\n", [("artifact", "<PAGE>"), ("paragraph", "Sales of envelopes rose once more.")], id="<PAGE>"),
    pytest.param(
        "Exhibit 99.1\n\nSales of envelopes rose once more.\n",
        [("artifact", "Exhibit 99.1"), ("paragraph", "Sales of envelopes rose once more.")],
        id="exhibit number",
    ),
    pytest.param(
        "Exhibit 99.1-1\n\nSales of envelopes rose once more.\n",
        [("artifact", "Exhibit 99.1-1"), ("paragraph", "Sales of envelopes rose once more.")],
        id="exhibit number and page",
    ),
    pytest.param(
        "FOR IMMEDIATE RELEASE\n\nSales of envelopes rose once more.\n",
        [("artifact", "FOR IMMEDIATE RELEASE"), ("paragraph", "Sales of envelopes rose once more.")],
        id="for immediate release",
    ),
    pytest.param(
        "Press Release\n\nSales of envelopes rose once more.\n",
        [("artifact", "Press Release"), ("paragraph", "Sales of envelopes rose once more.")],
        id="press release",
    ),
    pytest.param(
        "Sales of envelopes rose once more.\n\n# # #\n", [("paragraph", "Sales of envelopes rose once more."), ("artifact", "# # #")], id="end mark of hashes"
    ),
    pytest.param(
        "Sales of envelopes rose once more.\n\n-30-\n", [("paragraph", "Sales of envelopes rose once more."), ("artifact", "-30-")], id="end mark -30-"
    ),
    pytest.param(
        "Sales of envelopes rose once more.\n\n                 -more-\n",
        [("paragraph", "Sales of envelopes rose once more."), ("artifact", "-more-")],
        id="-more-",
    ),
    pytest.param(
        "To view this press release online, go to https://news.example.com/7.\n\nTo view this mill from within, write to its miller in Lowell.\n",
        [
            ("artifact", "To view this press release online, go to https://news.example.com/7."),
            ("paragraph", "To view this mill from within, write to its miller in Lowell."),
        ],
        id="where a release can be viewed",
    ),
    *(
        pytest.param(
            f"Sales of envelopes rose once more.\n\n                 {number}\n\nSales of paper fell a little.\n",
            [("paragraph", "Sales of envelopes rose once more."), ("artifact", number), ("paragraph", "Sales of paper fell a little.")],
            id=f"page number {number}",
        )
        for number in ("2", "- 2 -", "-2-", "Page 2", "Page 2 of 5", "F-3", "– 2 –")
    ),
    pytest.param(
        "The company counts more than eleven thousand customers and sells its envelopes in\n\n                    2\n<PAGE>\n\nthirty-one states.\n",
        [("paragraph", "The company counts more than eleven thousand customers and sells its envelopes in 2 <PAGE> thirty-one states.")],
        id="a page break inside a sentence does not cut it",
        marks=pytest.mark.xfail(reason="a paragraph is joined over a blank line only, not over a page number or <PAGE>"),
    ),
    *(
        pytest.param(
            f"Sales of envelopes rose once more.\n\n-more-\n\n{head}\n\nSales of paper fell a little.\n",
            [("paragraph", "Sales of envelopes rose once more."), ("artifact", "-more-"), ("artifact", head), ("paragraph", "Sales of paper fell a little.")],
            id=f"page head {head}",
        )
        for head in ("Orrin Paper/Page 2", "Orrin Paper Reports Results - Page Two", "ORRIN PAPER/ADD 1", "Page 2 - Orrin Paper", "Add One: Orrin Paper")
    ),
    pytest.param(
        "Sales of envelopes rose once more.\n\n-more-\n\nOutlook for Page 2 of the Plan\n\nSales of paper fell a little.\n",
        [
            ("paragraph", "Sales of envelopes rose once more."),
            ("artifact", "-more-"),
            ("heading", "Outlook for Page 2 of the Plan"),
            ("paragraph", "Sales of paper fell a little."),
        ],
        id="a heading after a page mark",
    ),
]

CONTACTS = [
    pytest.param(
        "For further information, please visit:\n\nFor further information about the mill the company names these books:\n",
        [("contact", "For further information, please visit:"), ("heading", "For further information about the mill the company names these books:")],
        id="a lead-in to links, and one to a list",
    ),
    pytest.param(
        "CONTACT: Lena Brandt, Orrin Paper, 978-555-0143\n",
        [("contact", "CONTACT: Lena Brandt, Orrin Paper, 978-555-0143")],
        id="one line",
    ),
    pytest.param(
        "Contacts:\nLena Brandt\nVice President, Investor Relations\n(978) 555-0143\nlena.brandt@orrin.example\n",
        [("contact", "Contacts: Lena Brandt Vice President, Investor Relations (978) 555-0143 lena.brandt@orrin.example")],
        id="a block of lines",
    ),
    pytest.param(
        "Orrin Paper Company                 Hale & Partners\nLena Brandt                         Tom Hale\n978-555-0143                        212-555-0178\n",
        [("contact", "Orrin Paper Company Hale & Partners Lena Brandt Tom Hale 978-555-0143 212-555-0178")],
        id="two columns",
    ),
    pytest.param("SOURCE Orrin Paper Company\n", [("contact", "SOURCE Orrin Paper Company")], id="wire source line"),
    pytest.param(
        "Sales of envelopes rose once more.\n\nlena.brandt@orrin.example\n",
        [("paragraph", "Sales of envelopes rose once more."), ("contact", "lena.brandt@orrin.example")],
        id="an address alone",
    ),
    pytest.param(
        "Media Contact:\n\nlena.brandt@orrin.example\n",
        [("contact", "Media Contact:"), ("contact", "lena.brandt@orrin.example")],
        id="the words above an address",
    ),
    pytest.param(
        "For more information, call Lena Brandt of Orrin Paper at 978-555-0143, who will gladly send a copy of the annual report to anyone.\n",
        [("paragraph", "For more information, call Lena Brandt of Orrin Paper at 978-555-0143, who will gladly send a copy of the annual report to anyone.")],
        id="a sentence with a number is no contact block",
    ),
]


def check_blocks(text: str) -> list[tuple[str, str]]:
    """Return kind and folded text of each block, having checked what holds for every text."""
    blocks = find_blocks(text)
    covered = bytearray(len(text))
    before = 0
    for block in blocks:
        assert block.kind in BLOCK_KINDS
        assert before <= block.start < block.end <= len(text)
        content = text[block.start : block.end]
        assert content == content.strip()
        covered[block.start : block.end] = b"\1" * (block.end - block.start)
        before = block.end
    left = "".join(character for character, inside in zip(text, covered, strict=True) if not inside)
    assert not left.strip(" \t\r\n\f\xa0\u200b\ufeff\u2028\u2029"), "text outside blocks"
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in blocks]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_line_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_list_items(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


@pytest.mark.parametrize(("text", "expected"), ARTIFACTS)
def test_artifacts(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


@pytest.mark.parametrize(("text", "expected"), CONTACTS)
def test_contacts(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected


def test_where_lines_end_makes_no_difference() -> None:
    text = f"BUSINESS OUTLOOK\n\nThe company expects a quiet\nsummer.\n\n  • Sales rise\n  • Costs fall\n\n{INCOME}\n\nContacts:\nLena Brandt\n978-555-0143\n"
    expected = check_blocks(text)
    assert {kind for kind, _ in expected} == {"heading", "paragraph", "list_item", "table", "contact"}
    assert check_blocks(text.replace("\n", "\r\n")) == expected
    assert check_blocks(text.replace("\n", "  \n")) == expected


def test_tables_that_the_reader_knows_of() -> None:
    text = "Targets:\n\nRevenue  $160 million to $165 million\n\nOrrin Paper  Lena Brandt\n\nThe orders of the quarter were these.\n\nBacklog  41.0\n"
    rows = [(text.index("Revenue"), text.index("\n\nOrrin")), (text.index("Orrin"), text.index("\n\nThe orders")), (text.index("Backlog"), len(text) - 1)]
    found = [(block.kind, " ".join(text[block.start : block.end].split())) for block in find_blocks(text, rows)]
    assert found == [
        ("heading", "Targets:"),
        ("table", "Revenue $160 million to $165 million"),
        ("heading", "Orrin Paper Lena Brandt"),
        ("paragraph", "The orders of the quarter were these."),
        ("table", "Backlog 41.0"),
    ]
    assert all(block.kind != "table" for block in find_blocks(text))
