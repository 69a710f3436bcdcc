"""Bytes to text: UTF-8 (with or without mark), UTF-16 with its mark, else Windows-1252.

In: the bytes of one document. Out: the text, in which nothing is changed, line ends included, because every offset
counts in it; or an `InputError` for bytes that are no text, or blank.
"""

from __future__ import annotations

import codecs

from forelook.errors import InputError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Control characters without NUL, tab, the line ends, form feed, and the Ctrl-Z that DOS put at the end of a file.
_CONTROL = bytes(set(range(1, 32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A})
# A stray control byte happens in old filings; one in a hundred bytes does not.
_CONTROL_SHARE = 0.01


def read_text(data: bytes, where: str) -> str:
    """Return `data` decoded; `where` names it in errors."""
    text = _decode_utf16(data, where) if data.startswith(_UTF16) else _decode(data, where)
    if not text or text.isspace():
        raise InputError(where, "the file is empty, or blank", "leave it out, or fetch it again")
    return text


def _decode_utf16(data: bytes, where: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        reason = f"it is marked as UTF-16, but byte {error.start} is not that"
        raise InputError(where, reason, "fetch it again, or save it as UTF-8") from error
    if "\0" in text:
        raise InputError(where, "the file is binary, not a text", "name a text or HTML file")
    return text


def _decode(data: bytes, where: str) -> str:
    if b"\0" in data:
        advice = "name a text or HTML file; save UTF-16 without byte-order mark as UTF-8"
        raise InputError(where, "the file is binary (it holds NUL bytes), not a text", advice)
    control_bytes = len(data) - len(data.translate(None, _CONTROL))
    if control_bytes > _CONTROL_SHARE * len(data):
        reason = f"the file is binary ({control_bytes} of {len(data)} bytes are control characters), not a text"
        raise InputError(where, reason, "name a text or HTML file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as not_utf8:
        return _decode_windows(data, where, not_utf8)


def _decode_windows(data: bytes, where: str, not_utf8: UnicodeDecodeError) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        reason = f"neither UTF-8 (see byte {not_utf8.start}) nor Windows-1252 (see byte {error.start})"
        raise InputError(where, reason, "save it as UTF-8") from error
