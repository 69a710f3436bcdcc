"""Microsoft's compound files: Outlook messages (.msg) are read, old and encrypted Office documents refused.

In: the bytes of a compound file. Out: a `Mail`, or an `InputError` that says what the file is instead. Needs olefile
(extra `[office]`). The streams of a message are named by property and type (MS-OXMSG 2.1).
"""

from __future__ import annotations

import io
import re
from typing import Any

from forelook.errors import InputError, MissingExtraError
from forelook.read.html import read_html
from forelook.read.mail import Mail

_UNICODE, _BYTES, _BINARY = "001F", "001E", "0102"
_BODY, _HTML, _RTF = "1000", "1013", "1009"
_LONG_NAME, _SHORT_NAME, _CONTENT = "3707", "3704", "3701"
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_SAVE_DOCX = "save it as .docx"
_REFUSED = (
    ("EncryptedPackage", "the Office document is encrypted", "save it without a password"),
    ("WordDocument", "this is a Word document of before 2007 (.doc)", _SAVE_DOCX),
    ("Workbook", "this is an Excel workbook, not a text", "name the release"),
    ("PowerPoint Document", "this is a PowerPoint presentation, not a text", "name the release"),
)


def read_outlook(data: bytes, where: str) -> Mail:
    """Return the body and the attachments of an Outlook message; raises InputError naming `where`."""
    try:
        # An extra: imported when a file asks for it.
        import olefile  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading Outlook's messages", "office") from error
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            for stream, reason, advice in _REFUSED:
                if file.exists(stream):
                    raise InputError(where, reason, advice)
            if not file.exists("__properties_version1.0"):
                raise InputError(where, "this is an old Office document, not a text", _SAVE_DOCX)
            return _read_message(file, where)
    # olefile raises OSError for damage that it checks for; other damage raises any of the rest.
    except (OSError, ValueError, IndexError, TypeError) as error:
        raise InputError(where, f"the compound file is damaged: {error}", "save it again, or fetch it again") from error


def _read_message(file: Any, where: str) -> Mail:
    folders = sorted({path[0] for path in file.listdir() if path[0].startswith("__attach_version1.0_")})
    attachments = tuple(_read_attachment(file, folder, number) for number, folder in enumerate(folders, start=1))
    text = (_read_text(file, _BODY) or "").replace("\r\n", "\n")
    if text.strip():
        return Mail(text, (), attachments)
    html = _take(file, _HTML, _BINARY)
    if html is not None:
        charset = _CHARSET.search(html)
        return Mail(*read_html(_decode(html, charset[1].decode() if charset else "cp1252"), where), attachments)
    if written := _read_text(file, _HTML):
        return Mail(*read_html(written, where), attachments)
    if _take(file, _RTF, _BINARY) is not None:
        raise InputError(where, "the message holds its text as compressed RTF only", "save it from Outlook as text or HTML")
    return Mail("", (), attachments)


def _read_attachment(file: Any, folder: str, number: int) -> tuple[str, bytes]:
    name = _read_text(file, _LONG_NAME, folder) or _read_text(file, _SHORT_NAME, folder) or f"attachment {number}"
    return name.rstrip("\0"), _take(file, _CONTENT, _BINARY, folder) or b""


def _read_text(file: Any, property_: str, folder: str = "") -> str | None:
    content = _take(file, property_, _UNICODE, folder)
    if content is not None:
        return content.decode("utf-16-le", errors="replace")
    content = _take(file, property_, _BYTES, folder)
    return None if content is None else _decode(content, "cp1252")


def _take(file: Any, property_: str, type_: str, folder: str = "") -> bytes | None:
    path = [*([folder] if folder else []), f"__substg1.0_{property_}{type_}"]
    if not file.exists(path):
        return None
    content = file.openstream(path).read()
    return content if isinstance(content, bytes) else None


def _decode(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, errors="replace")
    except LookupError:
        return content.decode("cp1252", errors="replace")
