"""Tables: rows of figures in columns, and what only looks like one. Rows: a text, and its blocks (blanks folded)."""

from __future__ import annotations

import pytest
from tests.segment.conftest import check_blocks

INCOME = "  Net sales          $41,206     $38,117\n  Cost of sales       22,140      21,006\n  Net income           3,310       2,954"
INCOME_FOLDED = "Net sales $41,206 $38,117 Cost of sales 22,140 21,006 Net income 3,310 2,954"

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


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected
