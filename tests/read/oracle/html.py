"""HTML to text as a reader sees it, as forelook read it before the walk was compiled: what the reader is compared with.

In: a page or a fragment. Out: text in which blocks are set apart by blank lines (two centred lines without space
between them are one heading and stay together), `<br>` ends a line, a list item has its mark, a table row is a line of
aligned columns (`html_table`), and what is hidden is absent. The non-blank characters are those of the page, in order,
and nothing but the marks of `<ul>` and `<ol>` is added.
"""

from __future__ import annotations

import re

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.read.oracle.html_limits import check_markup
from tests.read.oracle.html_table import TableCell, render_table

from forelook.characters import BULLETS, FONT_BULLETS, PRIVATE_USE
from forelook.read.blocks import VisibleBlock, VisibleKind, VisibleText, join
from forelook.read.html_style import Look, look_at, read_span

# Takes no room on a page: soft hyphen, zero-width space, byte-order mark.
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
_HAS_MARK = re.compile(rf"[{re.escape(BULLETS)}{PRIVATE_USE}\u2013—*-]|[{FONT_BULLETS}]\s|\(?(\d{{1,3}}|[a-zA-Z])[.)]\s")
_START_DIGITS = 9
_NOTE_SIGNS = frozenset("0123456789([*†‡")


class _Table(Struct):
    """A table being read: where its blocks go, and its rows so far."""

    outer: list[VisibleBlock]
    rows: list[list[TableCell]]


class _List(Struct):
    """A list being read: the number of its next item, or None for one with bullets; `mark` as in `<ol type>`."""

    number: int | None
    mark: str


def html_to_text(markup: str, where: str) -> str:
    """Return the visible text of `markup`, "" where there is none; `where` names it in errors."""
    return read_html(markup, where).text


def read_html(markup: str, where: str) -> VisibleText:
    """Return what `markup` shows; `where` names it in errors."""
    check_markup(markup, where)
    root = LexborHTMLParser(markup).root
    if root is None:
        return VisibleText("", ())
    reader = _Reader()
    _walk(root, reader)
    return join(reader.finish())


def _walk(root: LexborNode, reader: _Reader) -> None:
    """Show `reader` every visible element and text below `root` in order, without recursion."""
    ancestors: list[tuple[LexborNode, str, Look]] = []
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        child = None
        if tag == "-text":
            reader.add_text(node.text_content or "")
        elif tag[:1] not in "-!":
            attributes = node.attributes
            style, align = attributes.get("style") or "", attributes.get("align") or ""
            look = look_at(tag, style, align, hidden="hidden" in attributes)
            if not look.hidden:
                reader.open(tag, look, attributes)
                child = node.first_child
                if child is None:
                    reader.close(tag, look)
                else:
                    ancestors.append((node, tag, look))
        following = child or node.next
        while following is None and ancestors:
            node, tag, look = ancestors.pop()
            reader.close(tag, look)
            following = node.next if node.mem_id != root.mem_id else None
        node = following


class _Reader:
    """Collects blocks from the elements and texts of a page, in order."""

    def __init__(self) -> None:
        self._blocks: list[VisibleBlock] = []
        self._sink = self._blocks
        self._lines: list[list[str]] = [[]]
        self._tables: list[_Table | None] = []  # None: a table that holds another, and so only arranges the page
        self._lists: list[_List] = []
        self._mark = ""
        self._centred = [False]
        self._gap = False
        self._preformatted = 0
        self._raised = False

    def add_text(self, text: str) -> None:
        if self._raised:
            # "$5.31" with the note 1 is not "$5.311"; "4th" stays together.
            self._raised = False
            if text[:1] in _NOTE_SIGNS and "".join(self._lines[-1][-1:])[-1:].isdigit():
                self._lines[-1].append(" ")
        if self._preformatted:
            first, *others = text.split("\n")
            self._lines[-1].append(first)
            self._lines.extend([line] for line in others)
        else:
            self._lines[-1].append(text)

    def open(self, tag: str, look: Look, attributes: dict[str, str | None]) -> None:
        if not look.block:
            self._open_inline(tag, look)
            return
        self._flush()
        self._gap = self._gap or look.above
        self._centred.append(self._centred[-1] if look.centred is None else look.centred)
        if tag == "table":
            self._open_table()
        elif tag in {"tr", "td", "th"} and self._tables and (table := self._tables[-1]) is not None:
            if tag == "tr" or not table.rows:
                table.rows.append([])
            if tag != "tr":
                cell = TableCell(blocks=[], columns=read_span(attributes.get("colspan") or ""), rows=read_span(attributes.get("rowspan") or ""))
                table.rows[-1].append(cell)
                self._sink = cell.blocks
        elif tag in {"ul", "ol", "dir", "menu"}:
            start = attributes.get("start") or ""
            number = int(start) if start.isdecimal() and len(start) <= _START_DIGITS else 1
            mark = "" if look.unmarked else "•" if tag != "ol" else attributes.get("type") or "1"
            self._lists.append(_List(number=number if tag == "ol" else None, mark=mark))
        elif tag == "li":
            self._mark = "" if look.unmarked else self._next_mark()
        elif tag == "pre":
            self._preformatted += 1

    def close(self, tag: str, look: Look) -> None:
        if not look.block:
            return
        self._flush()
        self._gap = self._gap or look.below
        self._centred.pop()
        table = self._tables[-1] if self._tables else None
        if tag == "table":
            self._tables.pop()
            if table is not None:
                self._sink = table.outer
                self._sink.extend(render_table(table.rows))
        elif tag in {"td", "th"} and table is not None:
            self._sink = table.outer
        elif tag in {"ul", "ol", "dir", "menu"}:
            self._lists.pop()
        elif tag == "li":
            self._mark = ""
        elif tag == "pre":
            self._preformatted -= 1

    def finish(self) -> list[VisibleBlock]:
        self._flush()
        return self._blocks

    def _open_inline(self, tag: str, look: Look) -> None:
        if tag == "br":
            self._lines.append([])
        elif look.inset:
            self._lines[-1].append(" ")
        self._raised = self._raised or look.raised

    def _open_table(self) -> None:
        if self._tables and (outer := self._tables[-1]) is not None:
            outer.outer.extend(block for row in outer.rows for cell in row for block in cell.blocks)
            self._sink = outer.outer
            self._tables[-1] = None
        self._tables.append(_Table(outer=self._sink, rows=[]))

    def _next_mark(self) -> str:
        if not self._lists:
            return "•"
        innermost = self._lists[-1]
        if innermost.number is None or not innermost.mark:
            return innermost.mark
        number, innermost.number = innermost.number, innermost.number + 1
        lettered = innermost.mark in "aA" and 1 <= number <= len("abcdefghijklmnopqrstuvwxyz")
        return f"{chr(ord(innermost.mark) + number - 1)}." if lettered else f"{number}."

    def _flush(self) -> None:
        """Make blocks of the lines collected so far; an empty line parts two of them, as it does on the page."""
        lines, self._lines = self._lines, [[]]
        block: list[str] = []
        for number, line in enumerate(map("".join, lines), start=1):
            if text := self._clean(line):
                block.append(text)
            elif number < len(lines) or "\xa0" in line:
                # Ended by <br>, or a no-break space: there to make room. Else it is white space of the source.
                self._emit(block)
                block = []
                self._gap = True
        self._emit(block)

    def _clean(self, line: str) -> str:
        if not line.isascii():
            line = _INVISIBLE.sub("", line)
        return line.replace("\xa0", " ").rstrip() if self._preformatted else " ".join(line.split())

    def _emit(self, lines: list[str]) -> None:
        if not lines:
            return
        text = "\n".join(lines)
        kind = VisibleKind.PARAGRAPH
        if self._mark:
            indent = "  " * max(0, len(self._lists) - 1)
            text = indent + (text if _HAS_MARK.match(text) else f"{self._mark} {text}")
            kind, self._mark = VisibleKind.ITEM, ""
        self._sink.append(VisibleBlock(text=text, kind=kind, centred=self._centred[-1], gap=self._gap))
        self._gap = False
