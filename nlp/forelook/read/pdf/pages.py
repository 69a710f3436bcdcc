"""The glyphs on the pages of a PDF, extracted by PDFium in a process of its own.

In: the bytes of the file. Out: a `PdfPage` per page, its glyphs in the order in which the file draws them.

Why PDFium (pypdfium2) and not pdfminer.six or pdfplumber: it is the reader in Chromium, so it shows what people see, of
damaged files and odd fonts too, and takes a tenth of a second for ten pages of 34,000 characters, where they take 0.5 and
0.8. It is native code that threads must not share and that cannot be interrupted, hence the process (another tenth of a
second): a file that crashes it, fills the memory or never ends is an error like any other.
"""

from __future__ import annotations

import importlib.util
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forelook.arrays import Singles
from forelook.errors import InputError, MissingExtraError
from forelook.read.limits import PDF_GLYPHS_LIMIT, PDF_MEMORY_LIMIT, PDF_PAGES_LIMIT, PDF_SECONDS_LIMIT
from forelook.read.pdf import extract

_PRINT_AGAIN = "print it to a new PDF, or save it as text"
_REFUSED = {
    extract.TOO_LONG: (
        f"the PDF has more than {PDF_PAGES_LIMIT:,} pages or {PDF_GLYPHS_LIMIT:,} characters",
        "print the pages of the release to a PDF of their own",
    ),
    extract.LOCKED: ("the PDF is encrypted", "save it without a password"),
    extract.DAMAGED: ("the PDF is damaged", "fetch it again, or print it to a new PDF"),
}


class PdfPage(NamedTuple):
    """The glyphs of a page as columns (see `extract.COLUMNS`), and how many pictures it shows."""

    codes: NDArray[np.uint32]
    places: tuple[Singles, ...]
    pictures: int


def take_pages(data: bytes, where: str) -> list[PdfPage]:
    """Return the pages of a PDF; raises InputError naming `where`."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise MissingExtraError("reading PDF", "office")
    limits = map(str, (PDF_PAGES_LIMIT, PDF_GLYPHS_LIMIT, PDF_MEMORY_LIMIT, math.ceil(PDF_SECONDS_LIMIT) + 1))
    # -P: modules beside the program must not shadow others of the same name.
    command = [sys.executable, "-P", str(Path(extract.__file__)), *limits]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(command, input=data, capture_output=True, env=environment, timeout=PDF_SECONDS_LIMIT, check=False)  # noqa: S603 (our own program)
    except subprocess.TimeoutExpired as error:
        raise InputError(where, f"reading the PDF takes longer than {PDF_SECONDS_LIMIT} seconds", _PRINT_AGAIN) from error
    if done.returncode in _REFUSED:
        raise InputError(where, *_REFUSED[done.returncode])
    if done.returncode != extract.DONE:
        raise InputError(where, f"PDFium cannot read the PDF, or not within {PDF_MEMORY_LIMIT // 2**30} GiB of memory", _PRINT_AGAIN)
    return _unpack(done.stdout)


def _unpack(written: bytes) -> list[PdfPage]:
    pages: list[PdfPage] = []
    at = 0
    while at < len(written):
        count, pictures = extract.HEAD.unpack_from(written, at)
        at += extract.HEAD.size
        columns = [np.frombuffer(written, code, count, at + 4 * count * number) for number, code in enumerate(extract.COLUMNS)]
        at += 4 * count * len(columns)
        pages.append(PdfPage(columns[0], tuple(columns[1:]), pictures))
    return pages
