"""Blocks: stretches of a release with one layout role, and what roles there are.

In: nothing. Out: `Block`, and the names of the roles.
"""

from __future__ import annotations

from msgspec import Struct

PARAGRAPH, HEADING, LIST_ITEM, TABLE, CONTACT, ARTIFACT = "paragraph", "heading", "list_item", "table", "contact", "artifact"
BLOCK_KINDS = (PARAGRAPH, HEADING, LIST_ITEM, TABLE, CONTACT, ARTIFACT)


class Block(Struct, frozen=True, gc=False):
    """A stretch of text with one layout role; its first and last characters are not blank."""

    start: int
    end: int
    kind: str
