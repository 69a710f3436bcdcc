"""The text of a mail (.eml), and its attachments.

In: the bytes of a MIME message. Out: the body (plain text preferred, else HTML) and the attachments by name; headers
are never part of the text. The standard library does the parsing.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import NamedTuple, cast

from forelook.errors import InputError
from forelook.read.html import read_html
from forelook.spans import Span

_FLOWED = re.compile(r"(?<! ) \n(?!>)")


class Mail(NamedTuple):
    """The body of a mail ("" where it has none), the spans of its tabular rows, and its attachments as (name, content)."""

    text: str
    tables: tuple[Span, ...]
    attachments: tuple[tuple[str, bytes], ...]


def read_mail(data: bytes, where: str) -> Mail:
    """Return the body and the attachments of a mail; raises InputError naming `where`."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        attachments = tuple(_take_attachments(message))
        if body is None:
            return Mail("", (), attachments)
        text, is_html = _decode(cast("EmailMessage", body)), body.get_content_type() == "text/html"
    # Damaged headers and encodings raise any of these in the standard library.
    except (MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise InputError(where, f"the mail is damaged: {error}", "open it in a mail program and save its text") from error
    if is_html:
        return Mail(*read_html(text, where), attachments)
    if body.get_param("format") == "flowed":
        text = _FLOWED.sub(" ", text)
    return Mail(text if text.strip() else "", (), attachments)


def _decode(body: EmailMessage) -> str:
    """Return the text of a part; an unknown charset is read as Windows-1252."""
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        text = content.decode(body.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n")


def _take_attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    attachments: list[tuple[str, bytes]] = []
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = part.get_filename() or f"attachment {number}"
        content = part.get_payload(decode=True)
        attachments.append((name, content if isinstance(content, bytes) else b""))
    return attachments
