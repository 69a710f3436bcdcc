"""Reads the releases of one input, whatever its format.

In: an `Input`. Out: a `Document` per release, and an `InputError` in place of one that cannot be read, so that one bad
member never loses its neighbours. JSON Lines, CSV, Parquet and archives are streamed; a single text is read as a whole.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Literal, TypeVar, cast

import msgspec

from forelook.errors import InputError, MissingExtraError
from forelook.read.archive import DAMAGE, ExpansionError, open_members
from forelook.read.csv_rows import read_csv
from forelook.read.decode import decode
from forelook.read.drafts import KINDS, read_draft
from forelook.read.edgar import read_submission
from forelook.read.html import read_html
from forelook.read.keep import keep_columns
from forelook.read.limits import bound
from forelook.read.paths import STDIN, Input, printable
from forelook.read.rows import JsonLine, decode_line, read_parquet, split_jsonl
from forelook.read.sniff import HEAD_BYTES, REFUSED_MARKUP, sniff_bytes, sniff_name, sniff_text, sniff_zip
from forelook.read.stream import count_left, make_seekable, take_head
from forelook.records import Document, Source
from forelook.spans import Span

TEXT_BYTES_LIMIT = 256 * 2**20
"""The largest single text, HTML page or submission; EDGAR's own limit for a submission is 200 MB."""

_Entry = TypeVar("_Entry")
_Wrapping = Literal["gzip file", "ZIP archive", "mail"]


def read(source: Input, *, watch: Callable[[IO[bytes]], None] | None = None) -> Iterator[Document | InputError]:
    """Yield the releases of one input in order, with errors among them as values.

    `watch` is called with the file once it is open, so that a progress bar can ask how far it has been read.
    The only exception raised is `MissingExtraError`: where a library is missing, every input of that kind would fail.
    """
    for entry in read_undecoded(source, watch=watch):
        yield decode_line(entry) if isinstance(entry, JsonLine) else entry


def read_undecoded(source: Input, *, watch: Callable[[IO[bytes]], None] | None = None) -> Iterator[Document | JsonLine | InputError]:
    """Yield what `read` yields, but leave the lines of JSON Lines undecoded."""
    return map(bound, _contain(_read_file(source, watch), source))


def _contain(entries: Iterator[_Entry], source: Input) -> Iterator[_Entry | InputError]:
    """Yield `entries`, and whatever exception ends them early as an error of `source`: no input ends a run, whatever its reader raises."""
    try:
        yield from entries
    except (MissingExtraError, ExpansionError):
        raise
    except InputError as error:
        yield error
    except DAMAGE as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield InputError(printable(source.path), f"it cannot be read: {reason}", "check it, or fetch it again")
    except Exception as error:  # noqa: BLE001 - see above
        reason = f"reading failed: {type(error).__name__}: {error}"
        yield InputError(printable(source.path), reason, "report it as a defect, with the file")


def _read_file(source: Input, watch: Callable[[IO[bytes]], None] | None) -> Iterator[Document | JsonLine | InputError]:
    try:
        if source.path == STDIN:
            if sys.stdin is None:
                raise InputError(STDIN, "standard input is closed", "send something to it, or name a file")
            yield from _read_stream(sys.stdin.buffer, source)
        else:
            with Path(source.path).open("rb") as file:
                if watch is not None:
                    watch(file)
                yield from _read_stream(file, source)
    except ExpansionError as error:
        yield error


def _read_stream(
    stream: IO[bytes],
    source: Input,
    inside: _Wrapping | None = None,
) -> Iterator[Document | JsonLine | InputError]:
    where = printable(source.path)
    head, stream = take_head(stream, HEAD_BYTES)
    container = sniff_bytes(head, where)
    if container == "text":
        container = sniff_name(source.path, head)
    if container == "zip":
        with make_seekable(stream) as file:
            if sniff_zip(file) == "docx":
                yield from _read_draft("docx", file, source)
                return
            if not inside:
                yield from _read_members(file, source)
                return
    if inside and container not in {"text", "jsonl", "csv", *KINDS}:
        reason = f"a {container} file inside a {inside} is not read"
        raise InputError(where, reason, "extract it first, and name the files")
    if container == "gzip":
        with gzip.GzipFile(fileobj=stream) as unzipped:
            yield from _read_stream(cast("IO[bytes]", unzipped), source, "gzip file")
    elif container == "parquet":
        with make_seekable(stream) as file:
            yield from read_parquet(file, source)
    elif container == "jsonl":
        yield from split_jsonl(stream, source)
    elif container == "csv":
        yield from read_csv(stream, source)
    elif container in KINDS:
        yield from _read_draft(container, stream, source)
    elif container == "text":
        yield from _read_one_text(stream, source)
    else:
        raise InputError(where, f"this is a {container.upper()} file, not a text", "save it as text or HTML first")


def _read_draft(container: str, stream: IO[bytes], source: Input) -> Iterator[Document | JsonLine | InputError]:
    """Yield the text of an office document, or the body of a mail and the releases attached to it."""
    data = _take_all(stream, source)
    document, attached = read_draft(container, data, source)
    if document is not None:
        yield document
    for inner, content in attached:
        yield from _contain(_read_stream(io.BytesIO(content), inner, "mail"), inner)


def _take_all(stream: IO[bytes], source: Input) -> bytes:
    left = count_left(stream, TEXT_BYTES_LIMIT)
    data = stream.read(left + 1)
    if left < len(data) <= TEXT_BYTES_LIMIT:  # it has grown
        data += stream.read(TEXT_BYTES_LIMIT + 1 - len(data))
    if len(data) > TEXT_BYTES_LIMIT:
        raise InputError(printable(source.path), f"the text is larger than {TEXT_BYTES_LIMIT:,} bytes", "split it into releases")
    return data


def _read_one_text(stream: IO[bytes], source: Input) -> Iterator[Document | InputError]:
    where = printable(source.path)
    data = _take_all(stream, source)
    sha256 = hashlib.sha256(data).hexdigest()
    text, warnings = decode(data, where)
    markup = sniff_text(text)
    if markup in REFUSED_MARKUP:
        raise InputError(where, *REFUSED_MARKUP[markup])
    if markup == "edgar":
        meta = keep_columns(source.columns, {}, where)
        for found in read_submission(text, source, sha256, warnings):
            yield msgspec.structs.replace(found, meta=meta) if meta and isinstance(found, Document) else found
        return
    tables: tuple[Span, ...] = ()
    if markup == "html":
        text, tables = read_html(text, where)
        if not text:
            raise InputError(where, "the page shows no text (an image of the release, perhaps)", "leave it out")
    meta = keep_columns(source.columns, {}, where)
    yield Document(id=source.id, text=text, source=Source(path=where, format=markup, sha256=sha256), tables=tables, warnings=warnings, meta=meta)


def _read_members(stream: IO[bytes], source: Input) -> Iterator[Document | JsonLine | InputError]:
    for member in open_members(stream, source):
        if isinstance(member, InputError):
            yield member
            continue
        inner, content = member
        yield from _contain(_read_stream(content, inner, "ZIP archive"), inner)
