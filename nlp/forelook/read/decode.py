"""Decodes bytes: UTF-8 (with or without a byte-order mark), UTF-16 with one, else Windows-1252.

In: the bytes of one document. Out: the text, unchanged down to its line ends, because every offset refers to it, and
warnings about guesses; or an `InputError` for bytes that are not text, or blank.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from forelook.errors import InputError
from forelook.read.control import count_control_bytes

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Old filings have stray control bytes, but not one in a hundred.
_CONTROL_SHARE = 0.01


_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT_OFF = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_UTF8_MARK = codecs.BOM_UTF8


class Decoded(NamedTuple):
    """A text, and warnings about its bytes."""

    text: str
    warnings: tuple[str, ...]


def read_text(data: bytes, where: str) -> str:
    """Return `data` decoded; raises InputError naming `where`."""
    return decode(data, where).text


def decode(data: bytes, where: str) -> Decoded:
    """Return `data` decoded, with a warning where it mixes encodings; raises InputError naming `where`."""
    decoded = Decoded(_decode_utf16(data, where), ()) if data.startswith(_UTF16) else _decode(data, where)
    if not decoded.text or decoded.text.isspace():
        raise InputError(where, "the file is empty, or blank", "leave it out, or fetch it again")
    return decoded


def _decode_utf16(data: bytes, where: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        reason = f"it is marked as UTF-16, but byte {error.start} is not that"
        raise InputError(where, reason, "fetch it again, or save it as UTF-8") from error
    if "\0" in text:
        raise InputError(where, "the file is binary, not a text", "name a text or HTML file")
    return text


def _decode(data: bytes, where: str) -> Decoded:
    if b"\0" in data:
        advice = "name a text or HTML file; save UTF-16 without byte-order mark as UTF-8"
        raise InputError(where, "the file is binary (it holds NUL bytes), not a text", advice)
    control_bytes = count_control_bytes(data)
    if control_bytes > _CONTROL_SHARE * len(data):
        reason = f"the file is binary ({control_bytes} of {len(data)} bytes are control characters), not a text"
        raise InputError(where, reason, "name a text or HTML file")
    try:
        return Decoded(data.decode("utf-8-sig"), ())
    except UnicodeDecodeError:
        return _decode_mixed(data)


def _decode_mixed(data: bytes) -> Decoded:
    """Return bytes that are not valid UTF-8 decoded: as UTF-8 with stray bytes of Windows-1252, or as Windows-1252 throughout.

    The five bytes that Windows-1252 leaves undefined become the control characters of Latin 1, as browsers read them.
    """
    valid = sum(1 for _ in _MULTIBYTE.finditer(data))
    body = data.removeprefix(_UTF8_MARK)
    cut = _CUT_OFF.search(body) if valid else None
    if cut is not None:
        body = body[: cut.start()]
    strays = len(_MULTIBYTE.sub(b"", body).translate(None, bytes(range(128))))
    if valid < max(1, strays):
        undefined = [byte for byte in _UNDEFINED if byte in data]
        named = ", ".join(f"0x{byte:02X}" for byte in undefined)
        return Decoded(_windows(data), (f"read as Windows-1252, which does not define the byte {named}",) if undefined else ())
    warnings = [f"UTF-8 with {strays} stray bytes, read as Windows-1252"] if strays else []
    if cut is not None:
        warnings.append("the file ends inside a character, which is left out")
    return Decoded(body.decode("utf-8", errors=_STRAY), tuple(warnings))


def _windows(data: bytes) -> str:
    return data.decode("cp1252", errors=_STRAY)


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """Return the character of a byte that a codec refused: by Windows-1252, or by Latin 1 where that leaves it undefined."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return (byte.decode("latin-1") if byte[0] in _UNDEFINED else byte.decode("cp1252")), error.start + 1


_STRAY = "forelook_stray"
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
codecs.register_error(_STRAY, _read_stray)
