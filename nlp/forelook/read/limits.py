"""How long one text may be.

In: what a reader has found. Out: the same, or an InputError in place of a text that no release comes near.
"""

from __future__ import annotations

from typing import TypeVar

from forelook.errors import InputError
from forelook.records import Document

CHARACTERS_LIMIT = 10 * 2**20
"""The longest text; the longest releases on EDGAR have some three million characters. A text of bullets alone takes 600 times its size in memory."""

Found = TypeVar("Found")


def bound(found: Found) -> Found | InputError:
    """Return `found`, or an InputError where it is a Document that is too long."""
    if not isinstance(found, Document) or len(found.text) <= CHARACTERS_LIMIT:
        return found
    where = found.source.path or f"text {found.id}"
    return InputError(f"{where}, id {found.id}", f"the text has {len(found.text):,} characters, more than {CHARACTERS_LIMIT:,}", "split it into releases")
