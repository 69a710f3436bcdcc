"""Drafts in the formats of law offices: Word, PDF, RTF and mail, each with its own reader.

In: the bytes of one file, and its format. Out: its `Document`; for a mail also the releases attached to it, as inputs
of their own. The libraries for these formats come with the extra `[office]`.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

from forelook.errors import InputError
from forelook.read.archive import DAMAGE
from forelook.read.blocks import OfficeText
from forelook.read.mail import Mail, read_mail
from forelook.read.outlook import read_outlook
from forelook.read.paths import Input, printable, stem
from forelook.read.pdf import read_pdf
from forelook.read.rtf import read_rtf
from forelook.read.sniff import HEAD_BYTES, sniff_bytes, sniff_zip
from forelook.read.word import read_docx
from forelook.records import Document, Source

_PAPERS: dict[str, Callable[[bytes, str], OfficeText]] = {"docx": read_docx, "rtf": read_rtf, "pdf": read_pdf}
_MAILS: dict[str, Callable[[bytes, str], Mail]] = {"mail": read_mail, "ole": read_outlook}
KINDS = frozenset({*_PAPERS, *_MAILS})
"""The formats read here, by the names that `sniff_bytes` and `sniff_zip` return."""

_TEXT_SUFFIXES = (".txt", ".htm", ".html")


def read_draft(container: str, data: bytes, source: Input) -> tuple[Document | None, list[tuple[Input, bytes]]]:
    """Return the text of a file (None for a mail with an empty body), and the releases attached to it.

    Raises InputError for a mail with neither a text nor a release attached.
    """
    where = printable(source.path)
    sha256 = hashlib.sha256(data).hexdigest()
    if container in _PAPERS:
        text, tables, warnings = _PAPERS[container](data, where)
        described = Source(path=where, format=container, sha256=sha256)
        return Document(id=source.id, text=text, source=described, tables=tables, warnings=warnings), []
    mail = _MAILS[container](data, where)
    attached, warnings = _sort_attachments(mail, source)
    if not mail.text and not attached:
        raise InputError(where, "the mail says nothing, and no release is attached to it", "leave it out")
    described = Source(path=where, format="mail", sha256=sha256)
    body = Document(id=source.id, text=mail.text, source=described, tables=mail.tables, warnings=warnings)
    return (body if mail.text else None), attached


def _sort_attachments(mail: Mail, source: Input) -> tuple[list[tuple[Input, bytes]], tuple[str, ...]]:
    """Return the attachments that can be releases as inputs of their own, and a warning about every attachment."""
    attached: list[tuple[Input, bytes]] = []
    warnings: list[str] = []
    for name, content in mail.attachments:
        inner = Input(path=f"{source.path}/{name}", id=f"{source.id}/{stem(name)}", columns=source.columns)
        if content and _can_be_release(name, content):
            attached.append((inner, content))
            warnings.append(f"attachment read as {inner.id}: {name}")
        else:
            warnings.append(f"attachment not read: {name}")
    return attached, tuple(warnings)


def _can_be_release(name: str, content: bytes) -> bool:
    """Return whether an attachment is a text document; attached mails, archives, pictures and calendar entries are not."""
    try:
        container = sniff_bytes(content[:HEAD_BYTES], name)
        if container == "zip":
            return sniff_zip(io.BytesIO(content)) == "docx"
    except InputError:
        return False
    except DAMAGE:
        return False
    return container in _PAPERS or (container == "text" and name.lower().endswith(_TEXT_SUFFIXES))
