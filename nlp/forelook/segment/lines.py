"""Lines: where the lines of a text stand and what each looks like by itself.

In: a text. Out: its lines that are not blank, each with a role: text, list_item, table (a row), furniture, note or rule.
"""

from __future__ import annotations

import re

from msgspec import Struct

from forelook.segment.scan import scan_lines

LIST_ITEM, TABLE, FURNITURE = "list_item", "table", "furniture"


class Line(Struct, frozen=True, gc=False):
    """A line without the blanks around it."""

    start: int  # of the first non-blank character
    end: int  # behind the last one
    indent: int
    gap: bool  # a blank line or a page break stands before it
    role: str


LONGEST_LOOK = 400  # characters of a line that are looked at, here and in scan.pyx
_BULLET = (
    r"(?:[•●◦○▪■□·∙‣⁃►➢✓✔❖\uf0b7\uf0a7]\s*|[*+»]\s+|[-–—]{1,2}\s+(?!-)|[–—•](?=[A-Z0-9$])|o\s{1,8}(?=[A-Z$0-9])"
    r"|\(?(?:\d{1,2}|(?-i:[a-z])|(?-i:[A-H])(?=[.)]\s+(?![A-Z]\.))|[ivx]{1,5})[.)]\s+(?=\S))"
)
_ROLE = re.compile(
    r"""
    (?P<furniture>
        </?(?:PAGE|TABLE|CAPTION|TEXT|PRE|HTML|BODY|DOCUMENT|FN|F\d+|S|C)>[\s<>SC/]*$
      | (?:Page\s+|-\s*|–\s*|F-)?\d{1,3}(?:\s*[-–]|\s+of\s+\d{1,3})?$
      | [\W_]*(?:more|end|continued|over|30|-0-)[\W_]*$
      | [\W_]+$
      | -\s?0\s?-.*$
      | (?:exhibit|ex-?)\s*99[.\d]*(?:\s*\(?[a-z]\)?)?$
      | (?:for\s+)?immediate\s+release[:.]?$ | (?:press|news|media)\s+release[:.]?$
      | \[?(?:logo|graphic|image)[^\]]{0,40}\]?$
    )
    | (?P<note>\((?:\d{1,2}|\*{1,3})\)(?=\S)|\(\*{1,3}\)\s)
    | (?P<list_item>"""
    + _BULLET
    + r""")
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Every alternative begins behind the first character, so that the engine skips to it.
CELL_GAP = re.compile(
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
_NUMBER = re.compile(r"(?:US|C|[(\[~$€£+-]|[ \xa0])*(?:\d[\d,.]*|--?|—|N/?[AM])[ \xa0]?(?:[)\]%xXBMK]|bps|pts)*$|[$%)€£]$")
_RULE = re.compile(r"[-=_ \t\xa0.]+$|(?:\s*<[SC]>)+\s*$|</?TABLE>|<CAPTION>", re.IGNORECASE)


def find_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order."""
    return [
        Line(start, end, indent, gap, "text" if prose else _role(text[start : min(end, start + LONGEST_LOOK)]))
        for start, end, indent, gap, prose in scan_lines(text)
    ]


def _role(content: str) -> str:
    match = _ROLE.match(content)
    if match is not None:
        if match.lastgroup == LIST_ITEM and ("  " not in content or count_numbers(CELL_GAP.split(content)) < 2):
            return LIST_ITEM
        if match.lastgroup == "note":
            return "note"
        if match.lastgroup == FURNITURE and not _is_rule(content):
            return FURNITURE
    if _is_row(content):
        return TABLE
    return "rule" if _is_rule(content) else "text"


def _is_rule(content: str) -> bool:
    return content[0] in "-=_.<" and _RULE.match(content) is not None


def _is_row(content: str) -> bool:
    """Tell whether a line is a row of figures: two number cells, or one that ends a line of two cells."""
    if "  " not in content and "\t" not in content and "...." not in content and "|" not in content:
        return False
    cells = CELL_GAP.split(content)
    numbers = count_numbers(cells)
    return numbers >= 2 or (numbers == 1 and len(cells) > 1 and bool(_NUMBER.match(cells[-1]))) or len(cells) > 3


def count_numbers(cells: list[str]) -> int:
    """Return how many of the cells of a row are figures."""
    return sum(_NUMBER.match(cell) is not None for cell in cells)
