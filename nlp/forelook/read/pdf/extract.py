"""Extracts the glyphs on the pages of a PDF and their positions; a program of its own, run by `pages.py`.

In: the bytes of the file on standard input, the limits as arguments. Out: on standard output, for every page, a head and
the columns of its glyphs (`HEAD`, `COLUMNS`); the exit status says why there are no more.

It imports PDFium and nothing of forelook, so it starts in a tenth of a second.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import struct
import sys
from array import array
from typing import Any

HEAD = struct.Struct("<II")
"""The number of glyphs on the page, and of pictures."""

COLUMNS = "Iffffffff"
"""Types of the columns: code point; x and y of the origin, then left, bottom, right and top (points, from the lower left corner); size (points);
angle (degrees)."""

DONE, TOO_LONG, LOCKED, DAMAGED = 0, 3, 4, 5  # 1 and 2 are Python's own
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE
_LINE_ENDS = (0x0A, 0x0D)
_BULLET = 0x2022
# Browsers draw list bullets as outlines of two to eight points.
_SMALLEST, _LARGEST = 2.0, 8.0
_OBJECTS_LOOKED_AT = 20_000


def main(pages_limit: int, glyphs_limit: int, memory_limit: int, seconds_limit: int) -> int:
    """Write the glyphs of the PDF on standard input, within limits of pages, glyphs, memory (bytes) and CPU time (seconds); return the exit status."""
    # An extra: imported only by this program.
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    _bound(memory_limit, seconds_limit)
    data = sys.stdin.buffer.read()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return LOCKED if pdfium.FPDF_GetLastError() == _PASSWORD_ERROR else DAMAGED
    pages = pdfium.FPDF_GetPageCount(document)
    if pages > pages_limit:
        return TOO_LONG
    out = sys.stdout.buffer
    for number in range(pages):
        page = pdfium.FPDF_LoadPage(document, number)
        glyphs = [array(code) for code in COLUMNS]
        pictures = _read_page(pdfium, page, glyphs, glyphs_limit) if page else 0  # a damaged page has no text
        pdfium.FPDF_ClosePage(page)
        if pictures is None:
            return TOO_LONG
        glyphs_limit -= len(glyphs[0])
        out.write(HEAD.pack(len(glyphs[0]), pictures))
        for column in glyphs:
            column.tofile(out)
    return DONE if pages else DAMAGED


def _bound(memory_limit: int, seconds_limit: int) -> None:
    """Let the system end this process if it exceeds its limits, even if nobody waits for it any longer."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limits, and macOS does not enforce them
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds_limit, seconds_limit))
        resource.setrlimit(resource.RLIMIT_AS, (memory_limit, memory_limit))


def _read_page(pdfium: Any, page: Any, glyphs: list[array[Any]], limit: int) -> int | None:
    """Add the glyphs of a page to the columns; return how many pictures it shows, None where it has more than `limit` glyphs."""
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text) if text else 0
    if count > limit:
        return None
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _LINE_ENDS:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        _add(glyphs, (code, x.value, y.value, box.left, box.bottom, box.right, box.top, size, angle))
    pdfium.FPDFText_ClosePage(text)
    return _look_at_objects(pdfium, page, glyphs)


def _look_at_objects(pdfium: Any, page: Any, glyphs: list[array[Any]]) -> int:
    """Return how many pictures the page shows, and add drawn bullets to its glyphs."""
    pictures = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS_LOOKED_AT)):
        found = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(found)
        pictures += kind == _IMAGE
        if kind != _PATH or not pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        if min(width, height) >= _SMALLEST and max(width, height) <= min(_LARGEST, 1.2 * min(width, height)):
            size = 2.5 * height  # of a font whose bullet is this large
            base = bottom.value - height / 2
            _add(glyphs, (_BULLET, left.value, base, left.value, base, right.value, base + size, size, 0.0))
    return pictures


def _add(glyphs: list[array[Any]], values: tuple[float, ...]) -> None:
    for column, value in zip(glyphs, values, strict=True):
        column.append(value)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
