"""Tables: which lines are rows of figures, and which rows make one table.

In: lines and blocks of a text. Out: whether a line is a row; blocks in which rows that only blank lines set apart are joined.
"""

from __future__ import annotations

import re

from forelook.segment.forms import UNSURE, judge_cell, split_cells

CELL_GAP = re.compile(  # every alternative begins after the first character, so that the engine skips to it
    r"""
    [\ \xa0\t.|]
    (?:
        (?<=[\ \xa0])(?:[\ \xa0]*+\t[\ \xa0\t]*+ | [\ \xa0]{2,}+ | [\ \xa0](?=[$(]*\d) | \.{4,}[\ \xa0]* | \|[\ \xa0]?)
      | (?<=\t)[\ \xa0\t]*
      | (?<=\.)\.{3,}[\ \xa0]*
      | (?<=\|)[\ \xa0]?
    )
    """,
    re.VERBOSE,
)
_AMOUNT = r"""
    (?:US|C|A|HK|NT|R)?[$€£¥]?[\ \xa0]?[(\[]?[-−–—+~]?[$€£¥]?[\ \xa0]?\d[\d,.]*
    (?:
        [\ \xa0]?(?:[)\]%xXBMKm]+|bps|pts?\.?|MM|mm|bn)
      | [\ \xa0](?:percent|per[\ ]cent|million|billion|thousand|trillion|basis[\ ]points|(?:percentage[\ ])?points|cents|times|shares|years?|months?)
      | [\ \xa0](?:per|a)[\ ](?:fully[\ ])?(?:diluted[\ ]|basic[\ ])?(?:common[\ ])?(?:share|unit|barrel|ounce|tonne|ton|day|boe)
    )*
"""
_NUMBER = re.compile(
    rf"""
    (?:\()?
    (?:(?:approximately|approx\.?|about|around|roughly|up|down|(?:in|de)crease[ds]?[\ ](?:of|by)|at[\ ]least|up[\ ]to|over|under|between|from
        |greater[\ ]than|less[\ ]than|more[\ ]than|at[\ ]or[\ ](?:above|below)|in[\ ](?:the|a)[\ ]range[\ ]of|\+/-|[<>≤≥±+~])[\ \xa0]*)*
    {_AMOUNT}
    (?:[\ \xa0]?(?:-|–|—|to|and)[\ \xa0]?{_AMOUNT})?
    (?:\+|[\ ]or[\ ](?:more|less|better|higher|lower|above)|[\ ](?:growth|higher|lower|increase|decrease|decline)
      |,?[\ ](?:plus[\ ]or[\ ]minus|\+/-|±)[\ ]?{_AMOUNT})?
    [)\]%*†]*(?:[\ ]?\(\w{{1,2}}\))?$
  | [(\[$€£+~-]*[\ \xa0]*(?:--?|—|–|N/?[AM])[\ \xa0]?[)\]%]*$
  | [$%)€£]$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
LONGEST_MARK = 10  # characters of a cell without a digit that replaces a figure ("N/A", "($--)"), excluded
_KNOWN_GAP = re.compile(r"[ \xa0]{2,}")  # between the cells of rows that are known to be such
_RULE = re.compile(r"[-=_ \t\xa0.|:]+$|(?:\s*<[SC]>)+\s*$|</?TABLE>|<CAPTION>", re.IGNORECASE)


def has_figures(rows: str) -> bool:
    """Return whether rows that are known to be such hold figures: a number in some cell other than a row's first."""
    return any(is_number(cell) and not cell.isspace() for row in rows.split("\n") for cell in _KNOWN_GAP.split(row.strip())[1:])


def is_rule(content: str) -> bool:
    """Return whether a line only divides: dashes, dots, empty cells, or EDGAR's marks of a table."""
    return content[0] in "-=_.<|" and _RULE.match(content) is not None


def is_row(content: str) -> bool:
    """Return whether a line is a row of figures: two number cells, or one that ends a line of two cells."""
    if "  " not in content and "\t" not in content and "...." not in content and "|" not in content:
        return False
    cells = split_cells(content)
    if len(cells) > 3:
        return True
    numbers = count_numbers(cells)
    return numbers >= 2 or (numbers == 1 and len(cells) > 1 and is_number(cells[-1]))


def is_number(cell: str) -> bool:
    """Return whether a cell holds a figure: an amount, a range of two, a mark for none."""
    found = judge_cell(cell)
    if found != UNSURE:
        return bool(found)
    return (len(cell) < LONGEST_MARK or _DIGIT.search(cell) is not None) and _NUMBER.match(cell) is not None


def count_numbers(cells: list[str]) -> int:
    """Return how many of the cells of a row are figures."""
    return sum(map(is_number, cells))
