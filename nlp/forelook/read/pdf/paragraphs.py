"""Paragraphs, list items and tables from the lines of a frame.

In: lines. Out: `PrintedPart`s in order: lines that belong together. A paragraph ends at space below it, before an
indented line, another size or a mark, or at a line that ends although the next word would have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from forelook.read.blocks import VisibleBlock
from forelook.read.pdf.hyphens import WordsOfText, join_lines
from forelook.read.pdf.lines import PrintedLine, write
from forelook.read.pdf.marks import PrintedMark, find_mark, is_bullet
from forelook.read.pdf.tables import find_tables, read_table

# Sizes are ems.
_APART = 1.18  # times the usual step between lines: space below a paragraph
_FAR = 2.2  # times the usual step: a sentence does not continue across a larger gap
_USUAL_STEP = 1.15  # between lines, where there is no prose to measure
_STEP_GRAIN = 0.05
_INDENT = 0.8
_ROOM = 0.75  # a blank, and what a typesetter may give up to keep words together
_FEWEST = 4  # lines that begin at one place are at a margin, not centred
_CENTRED = 0.6  # the most that a centred line is off the middle
_SIZE = 0.08  # share of the size by which a heading differs
_SHORT = 0.6  # share of the frame's width: shorter lines with forced breaks are one block (an address)
_LONG = 0.6  # share of the frame's width: longer lines serve to measure the usual step
_MARGIN = 0.1  # tolerance for lines that end, or begin, at one place

_FINAL = re.compile(r"[.!?:;][)\"'”’\]]*(?: ?\(\d{1,2}\))?\Z")
_SPLIT_WORD = re.compile(r"[^\W\d][-\u00ad]\Z")


class PrintedPart(Struct):
    """Lines that are one paragraph, list item or table.

    `texts` are the texts of the lines, without the mark of an item; `forced` are the indices of lines after a forced break.
    `edge` is how far lines may extend to the right, in points; `gap` says that there is space above; `blocks` are those of a table.
    """

    lines: list[PrintedLine]
    texts: list[str]
    edge: float
    forced: set[int]
    mark: PrintedMark | None = None
    centred: bool = False
    gap: bool = True
    blocks: list[VisibleBlock] | None = None

    def join(self, vocabulary: WordsOfText) -> str:
        """Return the text, with line ends only at forced breaks."""
        begins = [0, *sorted(self.forced), len(self.texts)]
        return "\n".join(join_lines(self.texts[begin:end], vocabulary) for begin, end in pairwise(begins))

    def extend(self, other: PrintedPart) -> None:
        """Add the lines of a part that continues this one."""
        self.forced |= {len(self.lines) + number for number in other.forced}
        self.lines += other.lines
        self.texts += other.texts
        self.edge = other.edge

    def is_ended(self) -> bool:
        """Return whether the text so far ends like a sentence."""
        return _FINAL.search(self.texts[-1]) is not None

    def is_stretched(self) -> bool:
        """Return whether all lines end at the margin, even the last, which in a complete justified paragraph does not."""
        return len(self.lines) > 2 and all(abs(self.edge - line.right) < _MARGIN * line.size for line in self.lines)

    def has_room(self, line: PrintedLine, edge: float | None = None) -> bool:
        """Return whether the first word of `line` would have fitted at the end of this part, before `edge`: the break is a forced one."""
        if _SPLIT_WORD.search(self.texts[-1]):
            return False
        word = line.words[0]
        return self.lines[-1].right + (word.right - word.left) + _ROOM * line.size < (self.edge if edge is None else edge)


class _Turn(Enum):
    """How a line relates to the part before it."""

    CONTINUES = auto()
    NEW_LINE = auto()
    NEW_PART = auto()


class _Shape(NamedTuple):
    """The left and right ends of a frame (points), the step between its lines of prose (ems), and where several lines begin (whole points)."""

    left: float
    right: float
    step: float
    margins: frozenset[int]


def find_step(frames: list[list[PrintedLine]]) -> float:
    """Return the usual step between lines of prose in these frames, in ems."""
    steps: Counter[int] = Counter()
    for frame in frames:
        width = max(line.right for line in frame) - min(line.left for line in frame)
        for before, line in pairwise(frame):
            if before.size == line.size and before.right - before.left >= _LONG * width:
                steps[round((line.base - before.base) / line.size / _STEP_GRAIN)] += 1
    return max(steps, key=lambda step: (steps[step], -step)) * _STEP_GRAIN if steps else _USUAL_STEP


def find_parts(frame: list[PrintedLine], step: float) -> list[PrintedPart]:
    """Return the parts of a frame whose lines of prose are `step` ems apart."""
    begins = Counter(round(line.left) for line in frame)
    margins = frozenset(place for place, count in begins.items() if count >= _FEWEST)
    shape = _Shape(min(line.left for line in frame), max(line.right for line in frame), step, margins)
    parts: list[PrintedPart] = []
    at = 0
    for begin, end in [*find_tables(frame), (len(frame), len(frame))]:
        parts += _find_paragraphs(frame[at:begin], shape)
        if rows := frame[begin:end]:
            parts.append(PrintedPart(rows, [], shape.right, set(), blocks=read_table(rows)))
        at = end
    return parts


def continues(part: PrintedPart, after: PrintedPart) -> bool:
    """Return whether the paragraph at the end of a frame continues in the first part of the next."""
    if part.blocks is not None or after.blocks is not None or after.mark or after.centred or is_other_size(after.lines[0], part.lines[-1]):
        return False
    if after.lines[0].base > part.lines[-1].base:  # below it on the page: text above or under the columns
        return False
    if len(after.lines) > 1 and after.lines[0].left - after.lines[1].left > _INDENT * after.lines[0].size:
        return False
    if part.is_ended():
        return part.is_stretched() and len(after.lines) > 1  # one line may be a heading
    return after.texts[0][0].islower() or not part.has_room(after.lines[0])


def _find_paragraphs(lines: list[PrintedLine], shape: _Shape) -> list[PrintedPart]:
    parts: list[PrintedPart] = []
    for line, edge in zip(lines, _find_edges(lines, shape.step), strict=True):
        mark = None if parts and _continues_prose(parts[-1], line, shape) else find_mark(line)
        text = mark.rest if mark else write(list(line.words), line)
        centred = _is_centred(line, shape)
        turn = _Turn.NEW_PART if mark or not parts else _turn(parts[-1], line, text, shape, centred=centred)
        if turn is _Turn.NEW_PART:
            gap = not parts or _is_apart(line, parts[-1].lines[-1], shape.step)
            parts.append(PrintedPart([line], [text], edge, set(), mark=mark, centred=centred, gap=gap))
            continue
        part = parts[-1]
        if turn is _Turn.NEW_LINE:
            part.forced.add(len(part.lines))
        part.lines.append(line)
        part.texts.append(text)
        part.centred = part.centred and centred
    return parts


def _find_edges(lines: list[PrintedLine], step: float) -> list[float]:
    """Return for each line how far to the right the lines of its block extend, where a block has no space within it."""
    edges: list[float] = []
    begin = 0
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if after is None or is_other_size(after, line) or _is_apart(after, line, step):
            edges += [max(each.right for each in lines[begin : number + 1])] * (number + 1 - begin)
            begin = number + 1
    return edges


def _turn(part: PrintedPart, line: PrintedLine, text: str, shape: _Shape, *, centred: bool) -> _Turn:
    """Return how `line`, which begins no item, relates to the part before it."""
    before = part.lines[-1]
    full = not part.has_room(line)
    if is_other_size(line, before) or line.base <= before.base:
        return _Turn.NEW_PART
    if _is_apart(line, before, shape.step):
        flows = full and not part.is_ended() and text[0].islower() and line.base - before.base <= _FAR * shape.step * line.size
        return _Turn.CONTINUES if flows else _Turn.NEW_PART
    if part.mark is None and centred and _is_even(before, shape):
        return _Turn.CONTINUES if full else _Turn.NEW_PART
    if not _is_in_line(part, line, full=full):
        return _Turn.NEW_PART
    short = part.mark is None and max(before.right, line.right) - before.left <= _SHORT * (shape.right - shape.left)
    if short and abs(line.left - before.left) < _MARGIN * line.size and (not full or (part.has_room(line, shape.right) and not text[0].islower())):
        return _Turn.NEW_LINE
    return _Turn.CONTINUES if full else _Turn.NEW_PART


def _is_in_line(part: PrintedPart, line: PrintedLine, *, full: bool) -> bool:
    """Return whether the left end of `line` is where another line of the part would begin."""
    indent = (line.left - part.lines[-1].left) / line.size
    if part.mark is not None:
        return line.left > part.mark.left - _INDENT * line.size and (full or indent > -_INDENT)
    if len(part.lines) > 1 and len(part.lines) - 1 not in part.forced:
        return abs(indent) <= _INDENT
    return indent <= _INDENT or (full and not part.is_ended())


def _is_apart(line: PrintedLine, before: PrintedLine, step: float) -> bool:
    return line.base - before.base > _APART * step * line.size


def is_other_size(line: PrintedLine, before: PrintedLine) -> bool:
    """Return whether two lines differ in size as much as a heading from its text."""
    return abs(line.size - before.size) > _SIZE * max(line.size, before.size)


def _is_centred(line: PrintedLine, shape: _Shape) -> bool:
    return round(line.left) not in shape.margins and min(line.left - shape.left, shape.right - line.right) > line.size and _is_even(line, shape)


def _is_even(line: PrintedLine, shape: _Shape) -> bool:
    """Return whether a line has the same margin on both sides."""
    return abs(line.left - shape.left - (shape.right - line.right)) / 2 <= _CENTRED * line.size


def _continues_prose(part: PrintedPart, line: PrintedLine, shape: _Shape) -> bool:
    """Return whether a line that begins with a number, a letter or a dash continues a sentence rather than beginning an item."""
    ended = part.is_ended() and not part.texts[-1].endswith(";")
    if part.mark is not None or part.blocks is not None or ended or part.has_room(line) or is_bullet(line.words[0].text):
        return False
    return not _is_apart(line, part.lines[-1], shape.step) and not is_other_size(line, part.lines[-1]) and line.left - part.lines[-1].left < line.size
