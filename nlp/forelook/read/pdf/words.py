"""The words of a page and their positions.

In: the glyphs of a `PdfPage`. Out: `PrintedWord`s, with x in the direction of the text and y down the page, however the
page is rotated. Text at an angle to the rest (watermarks, stamps in the margin) is left out; ligatures are expanded; a
word drawn twice (the bold of old programs) is returned once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forelook.arrays import Mask, Singles
from forelook.read.pdf.pages import PdfPage

# Sizes are ems, of the font at that place.
_GAP = 0.25  # between words: as wide as most blanks
_NARROW_GAP, _NO_GAP = 0.12, 0.04  # the first suffices where the gaps on either side are narrower than the second: L A in tightly set text
_BACK = 0.6  # a step back: the text continues farther left
_RAISED = 0.05  # a change of the baseline or the size
_ASKEW = 3.0  # degrees
_LARGEST_PLACE = 1e6  # points; larger values are damage

_BLANKS = np.array([0x00, *range(0x09, 0x0E), 0x20, 0x85, 0xA0, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF], dtype=np.uint32)
_REPLACED = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u2010": "-",
        "\u2011": "-",
        "\x02": "-",  # PDFium's code for a hyphen at the end of a line
        "\ufffe": "-",
        **dict.fromkeys([*map(chr, range(0x03, 0x20)), "\x01", "\x7f", "\u200b", "\u2060"]),
    }
)


class PrintedWord(NamedTuple):
    """A word, from `left` to `right` on a baseline `base` down the page, in points; `spaced` says that a blank is drawn before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool


def find_words(page: PdfPage) -> list[PrintedWord]:
    """Return the words of `page` in the order in which they are drawn."""
    x, y, left, bottom, right, top, size, angle = page.places
    blank = np.isin(page.codes, _BLANKS)
    turns = np.round(angle / 90)
    sane = np.isfinite(angle) & (size > 0) & (np.abs(x) < _LARGEST_PLACE) & (np.abs(y) < _LARGEST_PLACE) & (size < _LARGEST_PLACE)
    straight = sane & (np.abs(angle - 90 * turns) <= _ASKEW) & ~blank
    if not straight.any():
        return []
    quarter = (np.where(sane, turns, 0).astype(np.int64)) % 4
    main = int(np.bincount(quarter[straight], minlength=4).argmax())
    begin, end, base = ((left, right, -y), (bottom, top, x), (-right, -left, y), (-top, -bottom, -x))[main]
    shown = np.flatnonzero(straight & (quarter == main))
    words = _cut(page.codes[shown], begin[shown], end[shown], base[shown], size[shown], np.diff(shown, prepend=-1) > 1)
    return _drop_doubles(words)


def _cut(
    codes: NDArray[np.uint32],
    begin: Singles,
    end: Singles,
    base: Singles,
    size: Singles,
    spaced: Mask,
) -> list[PrintedWord]:
    """Return the words of non-blank glyphs, given as columns; `spaced` says before which glyphs something else was drawn."""
    larger = np.maximum(size[1:], size[:-1])
    step = (begin[1:] - end[:-1]) / larger
    closed = np.concatenate(([True], step < _NO_GAP, [True]))
    moved = (step > _GAP) | ((step > _NARROW_GAP) & closed[:-2] & closed[2:]) | (step < -_BACK) | (np.abs(np.diff(base)) > _RAISED * larger)
    begins = np.flatnonzero(np.concatenate(([True], moved | (np.abs(np.diff(size)) > _RAISED * larger) | spaced[1:])))
    ends = np.append(begins[1:], len(codes))
    written = codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    rights = np.maximum.reduceat(end, begins)
    rows = zip(
        begins.tolist(),
        ends.tolist(),
        begin[begins].tolist(),
        rights.tolist(),
        base[begins].tolist(),
        size[begins].tolist(),
        spaced[begins].tolist(),
        strict=True,
    )
    words = [PrintedWord(_expand_ligatures(written[first:last]), *places) for first, last, *places in rows]
    return [word for word in words if word.text]


def _expand_ligatures(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_REPLACED).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _drop_doubles(words: list[PrintedWord]) -> list[PrintedWord]:
    """Return `words` without those drawn a second time, offset by a fraction of their size."""
    seen: set[tuple[str, int, int]] = set()
    kept: list[PrintedWord] = []
    for word in words:
        across, down = round(4 * word.left / word.size), round(4 * word.base / word.size)
        if any((word.text, across + dx, down + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            continue
        seen.add((word.text, across, down))
        kept.append(word)
    return kept
