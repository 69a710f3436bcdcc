"""Lines: where the lines of a text are and what each looks like by itself.

In: a text. Out: its lines that are not blank, each with a role: text, list_item, table (a row), artifact, note or rule.
"""

from __future__ import annotations

import re

from msgspec import Struct

from forelook.characters import BULLETS, DASHES, FONT_BULLETS, PRIVATE_USE
from forelook.segment.blocks import ARTIFACT, LIST_ITEM, TABLE
from forelook.segment.forms import split_cells
from forelook.segment.quotes.vocabulary import GIVEN_NAMES
from forelook.segment.scan import ANY, MARKED, MAYBE_ROW, PROSE, scan_lines
from forelook.segment.tables import count_numbers, is_row, is_rule


class Line(Struct, frozen=True, gc=False):
    """A line without the blanks around it."""

    start: int  # of the first non-blank character
    end: int  # after the last one
    indent: int
    gap: int  # blank lines before it; a page break counts for many, and so does the beginning of the text
    role: str


LONGEST_LOOK = 400  # characters of a line that are looked at, here and in scan.pyx
_BULLET = (
    rf"(?:[{re.escape(BULLETS)}{PRIVATE_USE}]\ufe0f?\s*|(?-i:[{FONT_BULLETS}]\s{{1,8}}(?=[A-Z$0-9“\"])|o\s{{1,8}}(?=[a-z]))|[*+]\s+"
    rf"|[{DASHES}]{{1,2}}\s+(?!-)|[–—•](?=[A-Z0-9$])"
    r"|\(?(?:\d{1,2}|(?-i:[a-z])|(?-i:[A-H])(?=[.)]\s+(?![A-Z]\.))|[ivx]{1,5})[.)]\s+(?=\S))"
)
_ROLE = re.compile(
    r"""
    (?P<artifact>
        </?(?:PAGE|TABLE|CAPTION|TEXT|PRE|HTML|BODY|DOCUMENT|FN|F\d+|S|C)>[\s<>SC/]*$
      | (?:Page\s+|-\s*|–\s*|F-)?\d{1,3}(?:\s*[-–]|\s+of\s+\d{1,3})?$
      | [\W_]*(?:more|end|continued|over|30|-0-)[\W_]*$
      | [\W_]+$
      | -\s?0\s?-.*$
      | (?:exhibit|ex-?)\s*99[.\d]*(?:-\d{1,2}|\s*\(?[a-z]\)?)?$
      | (?:for\s+)?immediate\s+release[:.]?$ | (?:press|news|media)\s+release(?:\s+from\s+the\s+(?:issuing\s+)?company)?[:.]?$
      | \[?(?:logo|graphic|image)[^\]]{0,40}\]?$
    )
    | (?P<note>\((?:\d{1,2}|\*{1,3})\)(?=\S)|\(\*{1,3}\)\s)
    | (?P<list_item>"""
    + _BULLET
    + r""")
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_END_MARK = 14  # characters, blanks before it included
END_MARK = re.compile(  # on the line of the last sentence
    r"(?<=[.!?\"”)])(?P<blank>\s+)(?:#(?:\s?#)*|-\s?30\s?-|\*\s?\*\s?\*|-+\s?more\s?-+|-0-|\(end\)|-\s?end\s?-)$", re.IGNORECASE
)
_SECTION = re.compile(r"§§?\s?\d[\w.()-]*\s(?:of|and|et)\s")  # "§ 382 of the Code limits the losses"
_LONE_BULLETS = frozenset(BULLETS)  # the text of the item is on the next line


def find_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order."""
    return [
        Line(start, end, indent, gap, "text" if look == PROSE else find_role(text[start : min(end, start + LONGEST_LOOK)], look))
        for start, end, indent, gap, look in scan_lines(text)
    ]


def _only_looks_like_item(content: str) -> bool:
    """Return whether an initial, with the given name and the surname after it, or a section of the law begins the line ("H. Amos Reed, baker")."""
    if content[0] == "§":
        return _SECTION.match(content) is not None
    if content[1] != "." or not "A" <= content[0] <= "H":
        return False
    first = content.split(None, 3)[1:]
    return len(first) > 1 and first[0] in GIVEN_NAMES and first[1][0].isupper() and (first[1][-1] == "," or first[-1][0].islower())


def find_role(content: str, look: int = ANY) -> str:
    """Return the role of a line by its content, of which LONGEST_LOOK characters are enough; `look` says what `scan_lines` leaves possible."""
    match = _ROLE.match(content) if look != MAYBE_ROW else None
    if match is not None:
        if match.lastgroup == LIST_ITEM and ("  " not in content or count_numbers(split_cells(content)) < 2):
            return "text" if _only_looks_like_item(content) else LIST_ITEM
        if match.lastgroup == "note":
            return "note"
        if match.lastgroup == ARTIFACT and not is_rule(content):
            return LIST_ITEM if content in _LONE_BULLETS else ARTIFACT
    if look != MARKED and is_row(content):
        return "rule" if is_rule(content) else TABLE
    return "rule" if is_rule(content) else "text"
