"""The format of an input, decided by its content, here and nowhere else.

In: the first bytes of a file (`sniff_bytes`; `sniff_zip` looks into a ZIP file), then the decoded text (`sniff_text`).
Out: the name of the format, or an `InputError` that says what the file is instead.
"""

from __future__ import annotations

import re
import zipfile
from typing import IO, Literal

from forelook.errors import InputError

HEAD_BYTES = 4096
"""How many bytes from the beginning `sniff_bytes` needs."""

SEARCHED_CHARACTERS = 65_536
"""How many characters from the beginning `sniff_text` looks at."""

WORD_PART = "word/document.xml"
"""The member that makes a ZIP file a Word document."""

Container = Literal["gzip", "zip", "parquet", "jsonl", "csv", "text", "docx", "rtf", "pdf", "ole", "mail"]
Markup = Literal["edgar", "html", "xml", "json", "text"]

_AS_TEXT = "save it as text or HTML first"
_EXTRACT = "extract it first, and name the files"

_CONTAINERS: tuple[tuple[bytes, Container], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"{\\rtf", "rtf"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)
_UNREADABLE: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG image", _AS_TEXT),
    (b"GIF8", "a GIF image", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _AS_TEXT),
    (b"II*\0", "a TIFF image", _AS_TEXT),
    (b"MM\0*", "a TIFF image", _AS_TEXT),
    (b"BZh", "a bzip2 file", _EXTRACT),
    (b"\xfd7zXZ\0", "an xz file", _EXTRACT),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _EXTRACT),
    (b"\x28\xb5\x2f\xfd", "a zstd file", _EXTRACT),
)
REFUSED_MARKUP: dict[Markup, tuple[str, str]] = {
    "xml": ("this is XML (XBRL data, perhaps), not a release", "name the HTML or text exhibit"),
    "json": ("this is JSON, but not JSON Lines in UTF-8", "write one object a line, with id and text (jq -c does it)"),
}
_TAR_MAGIC = slice(257, 262)

# A mail begins with header lines: some that only mail programs write, some that every reader of mail knows.
_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n][^\n]*\n(?:[ \t][^\n]*\n)*+)+")
_MADE_BY_PROGRAMS = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):", re.IGNORECASE | re.MULTILINE)
_KNOWN_TO_READERS = re.compile(rb"^(?:From|To|Subject|Date|Delivered-To):", re.IGNORECASE | re.MULTILINE)

_UTF8_BOM = b"\xef\xbb\xbf"
# A row is an object with a key on its first line; prose does not begin like that, and an object that is
# spread over several lines, or an array, is JSON of another kind.
_JSON_LINE = re.compile(rb'\s*\{[ \t]*("|\})')
_JSON_OTHER = re.compile(r'\s*(\{\s*"|\[\s*[\[{"])')

_EDGAR = re.compile(r"\s*(-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(SEC|IMS)-(DOCUMENT|HEADER)>|<SUBMISSION>|<DOCUMENT>\s*<TYPE>)")
_XML = re.compile(r"\s*(<XBRL>|<XML>|<\?xml\b)", re.IGNORECASE)
_TAG = (
    r"<(!doctype\s+html|html|head|body|title|meta|p|div|font|span|center|br|hr|h[1-6]|ul|ol|li|tr|td|th|b|i|u|em|strong|"
    r"a|sup|pre|section|article|main|aside|blockquote|header|footer|figure|dl|dt|dd|tbody|thead|img|small|ix:\w+)(\s[^<>]*)?/?>"
)
# Comments are matched atomically: with backtracking to every possible end they would take exponential time.
_COMMENTS = r"(?>\s*<!--.*?-->)*+\s*"
_OPENS_WITH_TAG = re.compile(rf"{_COMMENTS}(<\?xml[^>]*>{_COMMENTS})?{_TAG}", re.IGNORECASE | re.DOTALL)
# <TABLE>, <CAPTION>, <S>, <C>, <PAGE> and <FN> are tags of EDGAR's plain-text exhibits and do not count as HTML.
_ANY_TAG = re.compile(_TAG, re.IGNORECASE)
_FRAGMENT_TAGS = 2


def sniff_bytes(head: bytes, where: str) -> Container:
    """Return the container format by the first `HEAD_BYTES` of a file; "text" where nothing else is recognized.

    Raises InputError, which says what to do, for a format that holds no text.
    """
    for magic, container in _CONTAINERS:
        if head.startswith(magic):
            return container
    for magic, what, advice in _UNREADABLE:
        if head.startswith(magic):
            raise InputError(where, f"this is {what}, not a text", advice)
    if head[_TAR_MAGIC] == b"ustar":
        raise InputError(where, "this is a tar archive, not a text", _EXTRACT)
    head = head.removeprefix(_UTF8_BOM)
    if _JSON_LINE.match(head):
        return "jsonl"
    return "mail" if _is_mail(head) else "text"


def sniff_zip(stream: IO[bytes]) -> Container:
    """Return whether a ZIP file is a Word document or an archive; the position of the stream is restored."""
    begin = stream.tell()
    try:
        with zipfile.ZipFile(stream) as archive:
            return "docx" if WORD_PART in archive.namelist() else "zip"
    finally:
        stream.seek(begin)


def _is_mail(head: bytes) -> bool:
    headers = _HEADER.match(head)
    if headers is None:
        return False
    # Received lines may fill the whole head, so what follows the headers cannot be required.
    return bool(_MADE_BY_PROGRAMS.search(headers[0]) and _KNOWN_TO_READERS.search(headers[0]))


def sniff_name(path: str, head: bytes) -> Container:
    """Return the format of a file that looks like text by its name: JSON Lines (its first line may be a comment or a broken row), CSV, or text."""
    name = path.lower().removesuffix(".gz")
    if not head or head.isspace():
        return "text"
    if name.endswith((".jsonl", ".ndjson")) and b"\0" not in head:
        return "jsonl"
    return "csv" if name.endswith((".csv", ".tsv")) else "text"


def sniff_text(text: str) -> Markup:
    """Return the markup of a decoded text: an EDGAR submission, HTML (a page or a fragment), or plain text.

    "xml" and "json" are not releases; `REFUSED_MARKUP` says why and what to do.
    """
    head = text[:SEARCHED_CHARACTERS]
    if _EDGAR.match(head):
        return "edgar"
    if _OPENS_WITH_TAG.match(head):
        return "html"
    if _XML.match(head):
        return "xml"
    if _JSON_OTHER.match(head):
        return "json"
    tags = sum(1 for _, _tag in zip(range(_FRAGMENT_TAGS), _ANY_TAG.finditer(head), strict=False))
    return "html" if tags == _FRAGMENT_TAGS else "text"
