"""Releases that are rows of a table: JSON Lines and Parquet with columns `id` and `text`.

In: an open file. Out: one `Document` a row, or an `InputError` for a bad one; a few rows are in memory at a time. The
text of a row is taken as it is. pyarrow is needed for Parquet only (extra `[parquet]`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import IO

import msgspec
from msgspec import Struct

from forelook.errors import InputError, MissingExtraError
from forelook.read.paths import Input, printable
from forelook.records import Document, Source

LINE_BYTES_LIMIT = 256 * 2**20
"""The longest line of JSON Lines that is read; a longer one is hardly a release."""

_UTF8_BOM = b"\xef\xbb\xbf"
_BATCH_ROWS = 256
_COLUMNS = ["id", "text"]


class _Row(Struct):
    id: str | int
    text: str


_DECODER = msgspec.json.Decoder(_Row)


def read_jsonl(stream: IO[bytes], source: Input) -> Iterator[Document | InputError]:
    """Yield the rows of JSON Lines; blank lines are skipped."""
    number = 0
    while line := stream.readline(LINE_BYTES_LIMIT + 1):
        number += 1
        where = f"{printable(source.path)}, line {number}"
        if len(line) > LINE_BYTES_LIMIT:
            reason = f"the line is longer than {LINE_BYTES_LIMIT:,} bytes, so that nothing from here on is read"
            yield InputError(where, reason, "split the row")
            return
        line = (line.removeprefix(_UTF8_BOM) if number == 1 else line).strip()
        if not line:
            continue
        try:
            row = _DECODER.decode(line)
        except msgspec.ValidationError as error:
            reason = f"not a row with id and text: {error}"
            yield InputError(where, reason, 'each line must be like {"id": "…", "text": "…"}')
        except ValueError as error:  # malformed JSON, or bytes that are not UTF-8
            yield InputError(where, f"not a line of JSON: {error}", "correct it, or leave it out")
        else:
            yield _make_document(row.id, row.text, where, _describe(source, "jsonl", line))


def read_parquet(stream: IO[bytes], source: Input) -> Iterator[Document | InputError]:
    """Yield the rows of a Parquet file, of which the columns `id` and `text` are read."""
    try:
        # An extra: imported when a file asks for it.
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading Parquet", "parquet") from error
    where = printable(source.path)
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        missing = [column for column in _COLUMNS if column not in file.schema_arrow.names]
        if missing:
            held = ", ".join(file.schema_arrow.names)
            reason = f"the Parquet file has no column {' and '.join(missing)}; it has {held}"
            yield InputError(where, reason, "rename its columns to id and text")
            return
        for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=_COLUMNS):
            for id_, text in zip(batch["id"].to_pylist(), batch["text"].to_pylist(), strict=True):
                number += 1
                yield _read_values(id_, text, number, source)
    # pyarrow's own errors derive from these; a damaged file may raise any of them at any row group.
    except (OSError, ValueError, NotImplementedError) as error:
        yield InputError(where, f"the Parquet file is damaged after row {number}: {error}", "write it again")


def _read_values(id_: object, text: object, number: int, source: Input) -> Document | InputError:
    where = f"{printable(source.path)}, row {number}"
    if not isinstance(id_, str | int) or not isinstance(text, str):
        reason = f"id is {type(id_).__name__} and text is {type(text).__name__}"
        return InputError(where, reason, "id must be a string or an integer, text a string, and neither null")
    return _make_document(id_, text, where, _describe(source, "parquet", text.encode()))


def _describe(source: Input, format_: str, data: bytes) -> Source:
    return Source(path=printable(source.path), format=format_, sha256=hashlib.sha256(data).hexdigest())


def _make_document(id_: str | int, text: str, where: str, source: Source) -> Document | InputError:
    if not text.strip():
        return InputError(where, "the text is empty, or blank", "leave the row out")
    return Document(id=str(id_), text=text, source=source)
