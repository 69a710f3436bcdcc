"""Releases as rows of a table: JSON Lines and Parquet with columns `id` and `text`, or others that the input names (CSV: `csv_rows.py`).

In: an open file. Out: one `Document` per row, or an `InputError` for a bad one; a few rows are in memory at a time. Lines of
JSON Lines come undecoded at first, so that a worker may decode them. The text of a row is not changed. Parquet needs
pyarrow (extra `[parquet]`). Other columns are kept where the input asks for them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from typing import IO, Any

import msgspec
from msgspec import Struct

from forelook.errors import InputError, MissingExtraError
from forelook.read.keep import ALL, ID_AND_TEXT, Columns, choose_columns, keep_columns, read_partition
from forelook.read.limits import bound
from forelook.read.paths import Input, printable
from forelook.records import Document, Source
from forelook.texts import replace_surrogates

LINE_BYTES_LIMIT = 256 * 2**20
"""The longest line of JSON Lines that is read, in bytes; a longer one is hardly a release."""

_UTF8_BOM = b"\xef\xbb\xbf"
_BATCH_ROWS = 256
NAME_COLUMNS = "say --id-col and --text-col, or rename its columns, so that there is one of ids and one of texts"
_SHOWN_COLUMNS = 20  # of a table that lacks one of those, in the message


_LONE = b"\\ud"  # half of a surrogate pair, perhaps unpaired; strict decoders refuse the whole line


class JsonLine(Struct, frozen=True, gc=False):
    """An undecoded line of JSON Lines; `path` names its file, `where` the line in it."""

    path: str
    where: str
    content: bytes
    columns: Columns = ID_AND_TEXT


def split_jsonl(stream: IO[bytes], source: Input) -> Iterator[JsonLine | InputError]:
    """Yield the lines of JSON Lines; blank lines are skipped."""
    path = printable(source.path)
    number = 0
    while line := stream.readline(LINE_BYTES_LIMIT + 1):
        number += 1
        where = f"{path}, line {number}"
        if len(line) > LINE_BYTES_LIMIT:
            reason = f"the line is longer than {LINE_BYTES_LIMIT:,} bytes, so that nothing from here on is read"
            yield InputError(where, reason, "split the row")
            return
        line = (line.removeprefix(_UTF8_BOM) if number == 1 else line).strip()
        if line:
            yield JsonLine(path, where, line, source.columns)


def decode_line(line: JsonLine) -> Document | InputError:
    """Return the release of a line, or an InputError for a line that is no row with id and text."""
    try:
        id_, text = _decode(line.content, line.columns)
        others = _decode_others(line.content) if line.columns.keep else {}
    except msgspec.ValidationError as error:
        return _describe_row(line, error)
    except (ValueError, RecursionError) as error:  # malformed JSON, bytes that are not UTF-8, a thousand nested lists
        return InputError(line.where, f"not a line of JSON: {error}", "correct it, or leave it out")
    return make_document(id_, text, line.where, describe_source(line.path, "jsonl", line.content), keep_columns(line.columns, others, line.path))


def _describe_row(line: JsonLine, error: msgspec.ValidationError) -> InputError:
    """Return the error of a line of JSON that is no row: a column that is missing, or of the wrong type."""
    try:
        found = _decode_others(line.content)
    except ValueError:
        found = {}
    id_, text = line.columns.id, line.columns.text
    missing = describe_columns("row", list(found), line.where, Columns(id_, text)) if isinstance(found, dict) and found else None
    return missing or InputError(line.where, f"not a row with {id_} and {text}: {error}", f'each line must be like {{"{id_}": "…", "{text}": "…"}}')


def describe_columns(table: str, names: list[str], where: str, columns: Columns) -> InputError | None:
    """Return the error of a table that lacks one of `columns`, or has two of ids or texts; None where there is nothing wrong."""
    held = ", ".join(names[:_SHOWN_COLUMNS]) + (f" and {len(names) - _SHOWN_COLUMNS} more" if len(names) > _SHOWN_COLUMNS else "")
    for column in (columns.id, columns.text):
        if names.count(column) != 1:
            count = "no column" if column not in names else f"{names.count(column)} columns"
            return InputError(where, f"the {table} has {count} {column}; it has {held}", NAME_COLUMNS)
    missing = [column for column in columns.keep if column != ALL and column not in names and column not in read_partition(where)]
    return InputError(where, f"the {table} has no column {' and '.join(missing)} to keep; it has {held}", "correct --keep") if missing else None


@cache
def _make_decoder(id_column: str, text_column: str) -> msgspec.json.Decoder[Any]:
    """Return the decoder of rows with these columns: of structs with `id` and `text`."""
    return msgspec.json.Decoder(msgspec.defstruct("Row", [("id", str | int), ("text", str)], rename={"id": id_column, "text": text_column}))


def _decode(content: bytes, columns: Columns) -> tuple[str | int, str]:
    """Return the id and the text of a row."""
    decoder = _make_decoder(columns.id, columns.text)
    try:
        row = decoder.decode(content)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        if _LONE not in content.lower():
            raise
        row = msgspec.convert(json.loads(content), decoder.type)  # the tagger replaces unpaired surrogates
    return row.id, row.text


def _decode_others(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(content.decode("utf-8")) if _LONE in content.lower() else msgspec.json.decode(content)
    return found


def read_parquet(stream: IO[bytes], source: Input) -> Iterator[Document | InputError]:
    """Yield the rows of a Parquet file; only the columns of ids and texts and those to keep are read.

    Raises MissingExtraError without pyarrow (extra `[parquet]`).
    """
    try:
        # An extra: imported when a file asks for it.
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading Parquet", "parquet") from error
    where, columns = printable(source.path), source.columns
    # pyarrow's own errors derive from ValueError and the like; a damaged file can make it raise anything.
    try:
        file = parquet.ParquetFile(stream)
        names = file.schema_arrow.names
    except Exception as error:  # noqa: BLE001 - see above
        yield _describe_damage(where, 0, error)
        return
    missing = describe_columns("Parquet file", names, where, columns)
    if missing is not None:
        yield missing
        return
    own = (columns.id, columns.text)
    kept = [name for name in choose_columns(columns, names) if name not in own]
    number = 0
    for group in range(file.num_row_groups):
        begin = number
        try:
            for batch in file.iter_batches(batch_size=_BATCH_ROWS, row_groups=[group], columns=[*own, *kept]):
                for id_, text, *others in zip(*(batch[name] for name in (*own, *kept)), strict=True):
                    number += 1
                    yield _read_values(id_, text, dict(zip(kept, others, strict=True)), number, source)
        except Exception as error:  # noqa: BLE001 - see above; the other row groups are still read
            yield _describe_damage(where, number, error)
        number = begin + file.metadata.row_group(group).num_rows


def _describe_damage(where: str, number: int, error: Exception) -> InputError:
    return InputError(where, f"the Parquet file is damaged after row {number}: {error}", "write it again")


def _read_values(id_scalar: Any, text_scalar: Any, others: dict[str, Any], number: int, source: Input) -> Document | InputError:
    where = f"{printable(source.path)}, row {number}"
    try:
        id_, text = id_scalar.as_py(), text_scalar.as_py()
        row = {name: scalar.as_py() for name, scalar in others.items()}
    except Exception as error:  # noqa: BLE001 - an impossible date, bytes that are not UTF-8
        return InputError(where, f"not a row with {source.columns.id} and {source.columns.text}: {error}", "correct it, or leave it out")
    if not isinstance(id_, str | int) or not isinstance(text, str):
        reason = f"{source.columns.id} is {type(id_).__name__} and {source.columns.text} is {type(text).__name__}"
        return InputError(where, reason, "ids must be strings or integers, texts strings, and neither null")
    return make_document(
        id_, text, where, describe_source(printable(source.path), "parquet", text.encode()), keep_columns(source.columns, row, printable(source.path))
    )


def describe_source(path: str, format_: str, data: bytes) -> Source:
    """Return where a row stands: its table, that one's format, and the digest of what the row holds."""
    return Source(path=path, format=format_, sha256=hashlib.sha256(data).hexdigest())


def make_document(id_: str | int, text: str, where: str, source: Source, meta: dict[str, Any], warnings: tuple[str, ...] = ()) -> Document | InputError:
    """Return the release of a row, or an InputError for a text that is blank or too long."""
    if not text.strip():
        return InputError(where, "the text is empty, or blank", "leave the row out")
    return bound(Document(id=replace_surrogates(str(id_)), text=text, source=source, warnings=warnings, meta=meta))
