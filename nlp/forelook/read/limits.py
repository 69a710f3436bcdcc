"""How long a text may be, and what reading a PDF may cost.

In: what a reader has found. Out: the same, or an InputError in place of a text far longer than any release.
"""

from __future__ import annotations

from typing import TypeVar

from forelook.errors import InputError
from forelook.records import Document

CHARACTERS_LIMIT = 10 * 2**20
"""The longest text; the longest releases on EDGAR have some three million characters. A text of nothing but bullets takes 600 times its size in memory."""

PDF_PAGES_LIMIT = 1_000
"""The most pages of a PDF; an annual report has some three hundred."""

PDF_GLYPHS_LIMIT = 3_000_000
"""The most characters on the pages of a PDF; each takes 40 bytes until they are grouped into lines."""

PDF_SECONDS_LIMIT = 60
"""The longest time for extracting the glyphs of a PDF; ten pages take a tenth of a second."""

PDF_MEMORY_LIMIT = 2 * 2**30
"""The most memory for that, in bytes: a small file can hold streams that expand to a thousand times its size."""

FoundT = TypeVar("FoundT")


def bound(found: FoundT) -> FoundT | InputError:
    """Return `found`, or an InputError where it is a Document that is too long."""
    if not isinstance(found, Document) or len(found.text) <= CHARACTERS_LIMIT:
        return found
    where = found.source.path or f"text {found.id}"
    return InputError(f"{where}, id {found.id}", f"the text has {len(found.text):,} characters, more than {CHARACTERS_LIMIT:,}", "split it into releases")
