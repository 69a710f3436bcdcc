"""The text of a PDF in reading order.

In: the bytes of the file. Out: an `OfficeText`: paragraphs whose lines are joined, across pages and columns too, list
items with their marks, tables in aligned columns, footnotes at the end. Running heads and page numbers are left out.
Needs pypdfium2 (extra `[office]`).
"""

from __future__ import annotations

import re
from itertools import groupby

from forelook.characters import PRIVATE_USE
from forelook.errors import InputError
from forelook.read.blocks import OfficeText, VisibleBlock, VisibleKind, join
from forelook.read.pdf.columns import order_pages
from forelook.read.pdf.heads import leave_out_heads
from forelook.read.pdf.hyphens import WordsOfText, join_lines
from forelook.read.pdf.lines import PrintedLine, make_lines, write
from forelook.read.pdf.notes import read_note, separate_notes
from forelook.read.pdf.pages import PdfPage, take_pages
from forelook.read.pdf.paragraphs import PrintedPart, continues, find_parts, find_step
from forelook.read.pdf.words import find_words

_ILLEGIBLE = re.compile(rf"[{PRIVATE_USE}\ufffd]")
_ILLEGIBLE_SHARE = 0.3
_LEVEL = 1.0  # ems: the least indent of a nested list


def read_pdf(data: bytes, where: str) -> OfficeText:
    """Return the text that the pages show; raises InputError naming `where`."""
    pages = take_pages(data, where)
    lines = [make_lines(find_words(page)) for page in pages]
    _check(pages, lines, where)
    texts: list[list[PrintedLine]] = []
    notes: list[list[str]] = []
    for page in leave_out_heads(lines):
        text, below = separate_notes(page)
        texts.append(text)
        notes += [read_note(number, note) for number, note in below]
    frames = order_pages(texts)
    vocabulary = WordsOfText(write(list(line.words), line) for frame in frames for line in frame)
    parts = _find_all_parts(frames)
    blocks = _make_blocks(parts, vocabulary)
    blocks += [VisibleBlock(text=join_lines(note, vocabulary), kind=VisibleKind.PARAGRAPH) for note in notes]
    return OfficeText(*join(blocks), _warn(pages, lines))


def _check(pages: list[PdfPage], lines: list[list[PrintedLine]], where: str) -> None:
    """Raise InputError where the pages show no text, or no legible one."""
    if not any(lines):
        if any(page.pictures for page in pages):
            raise InputError(
                where, "the PDF shows only pictures of text (a scan)", "run it through text recognition (ocrmypdf does it), or ask for the original"
            )
        raise InputError(where, "the PDF shows no text (drawn letters, perhaps)", "ask for the original, or leave it out")
    texts = [word.text for page in lines for line in page for word in line.words]
    characters = sum(map(len, texts))
    if sum(len(_ILLEGIBLE.findall(text)) for text in texts) > _ILLEGIBLE_SHARE * characters:
        raise InputError(
            where, "the fonts of the PDF do not say which letters they show", "run it through text recognition (ocrmypdf does it), or ask for the original"
        )


def _warn(pages: list[PdfPage], lines: list[list[PrintedLine]]) -> tuple[str, ...]:
    bare = [str(number) for number, (page, shown) in enumerate(zip(pages, lines, strict=True), start=1) if page.pictures and not shown]
    return (f"pages without text, pictures of it perhaps: {', '.join(bare)}",) if bare else ()


def _find_all_parts(frames: list[list[PrintedLine]]) -> list[PrintedPart]:
    """Return the parts of all frames; a paragraph that continues in the next frame is one part."""
    step = find_step(frames)
    parts: list[PrintedPart] = []
    for frame in frames:
        found = find_parts(frame, step)
        if parts and continues(parts[-1], found[0]):
            parts[-1].extend(found.pop(0))
        parts += found
        parts[-1].edge = max((line.right for part in found if part.blocks is None for line in part.lines), default=parts[-1].edge)
    return parts


def _make_blocks(parts: list[PrintedPart], vocabulary: WordsOfText) -> list[VisibleBlock]:
    blocks: list[VisibleBlock] = []
    for is_item, group in groupby(parts, lambda part: part.mark is not None):
        items = list(group)
        levels = _find_levels(items) if is_item else [0] * len(items)
        for part, level in zip(items, levels, strict=True):
            if part.blocks is not None:
                blocks += part.blocks
                continue
            text = part.join(vocabulary)
            if part.mark:
                blocks.append(VisibleBlock(text=f"{'  ' * level}{part.mark.text} {text}", kind=VisibleKind.ITEM))
            else:
                blocks.append(VisibleBlock(text=text, kind=VisibleKind.PARAGRAPH, centred=part.centred, gap=part.gap))
    return blocks


def _find_levels(items: list[PrintedPart]) -> list[int]:
    """Return how deeply each item of a list is nested, by its indent."""
    levels: list[int] = []
    open_at: list[float] = []
    for item in items:
        left = item.mark.left if item.mark else 0.0
        room = _LEVEL * item.lines[0].size
        while open_at and left < open_at[-1] - room:
            open_at.pop()
        if not open_at or left > open_at[-1] + room:
            open_at.append(left)
        levels.append(len(open_at) - 1)
    return levels
