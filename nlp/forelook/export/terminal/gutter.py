"""Paragraphs with a gutter: label, score and the arrow of forward-looking statements on the left, the words reflowed on the right.

In: a Paragraph. Out: lines of Rich text. A table keeps its lines; one too wide to fit beside the gutter is put below its label.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from forelook.analyze.paragraphs import Paragraph, Stretch
from forelook.export.names import ARROW, LABEL_NAMES, name_speaker
from forelook.export.terminal.choice import Choice
from forelook.export.terminal.palette import LABEL_COLOURS, META_COLOUR
from forelook.export.visible import make_line, make_visible
from forelook.records import Label, Release, Statement

WIDEST = 100  # columns of text; longer lines are hard to read
_NAME = max(len(name) for name in LABEL_NAMES.values())
GUTTER = _NAME + len(" 0.98 → ") + 1
_NARROWEST = 24  # columns of text, however narrow the terminal
_MEASURE = Console(width=WIDEST, force_terminal=False, color_system=None)


def render_paragraph(release: Release, text: str, paragraph: Paragraph, width: int, choice: Choice) -> list[Text]:
    """Return the lines of a paragraph; none where none of its statements is chosen."""
    room = min(WIDEST, max(_NARROWEST, width - GUTTER))
    lines: list[Text] = []
    before: list[Stretch] = []
    for number, piece in enumerate(paragraph.pieces):
        if piece.statement is None:
            before.append(piece)
            if paragraph.kind == "other" or number == len(paragraph.pieces) - 1:
                lines += _render_other(text, before, room) if choice.is_all else []
                before = []
            continue
        statement = release.statements[piece.statement]
        if choice.takes(statement):
            lines += _render_statement(text, statement, before if choice.is_all else [], room)
        before = []
    return lines


def _render_other(text: str, pieces: list[Stretch], room: int) -> list[Text]:
    words = " ".join(make_line(text[piece.start : piece.end]) for piece in pieces)
    return [_beside(Text(), line) for line in wrap(Text(words, META_COLOUR), room)]


def _render_statement(text: str, statement: Statement, before: list[Stretch], room: int) -> list[Text]:
    gutter = _gutter(statement)
    if statement.kind == "table":
        return _render_table(text, statement, gutter, room)
    body = Text()
    for piece in before:
        body.append(make_line(text[piece.start : piece.end]) + " ", META_COLOUR)
    if statement.label is Label.MANAGEMENT_QUOTE:
        body.append(make_line(name_speaker(statement)) + ": ", "bold")
    body.append(make_line(statement.text), META_COLOUR if statement.kind == "heading" else "")
    return [_beside(gutter if number == 0 else Text(), line) for number, line in enumerate(wrap(body, room))]


def _render_table(text: str, statement: Statement, gutter: Text, room: int) -> list[Text]:
    begin = text.rfind("\n", 0, statement.start) + 1
    indent = text[begin : statement.start]  # the first line starts after it
    rows = make_visible((indent if indent.isspace() else "") + statement.text).expandtabs().splitlines()
    margin = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    rows = [row[margin:].rstrip() for row in rows if row.strip()]
    if max(map(cell_len, rows), default=0) <= room:
        return [_beside(gutter if number == 0 else Text(), Text(row)) for number, row in enumerate(rows)]
    return [gutter, *map(Text, rows)]


def _gutter(statement: Statement) -> Text:
    name = LABEL_NAMES[statement.label]
    arrow = f" {ARROW}" if statement.forward_looking else ""
    return Text(f"{name:>{_NAME}} {statement.score:.2f}{arrow}", f"bold {LABEL_COLOURS[statement.label]}")


def _beside(gutter: Text, line: Text) -> Text:
    return Text.assemble(gutter, " " * (GUTTER - gutter.cell_len), line)


def wrap(body: Text, room: int) -> list[Text]:
    """Return `body` broken into lines of at most `room` columns."""
    lines = list(body.wrap(_MEASURE, room))
    for line in lines:
        line.rstrip()
    return lines
