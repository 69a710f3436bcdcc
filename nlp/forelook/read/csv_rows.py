"""Releases as rows of a CSV file with columns `id` and `text`, or others that the input names, as spreadsheets and data frames write it.

In: an open file. Out: one `Document` per row, or an `InputError` for a bad one; one row is in memory at a time. Commas, semicolons or tabs may
separate the columns; a quoted text may have many lines. Other columns are kept where the input asks for them.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import IO

from forelook.errors import InputError
from forelook.read.decode import decode
from forelook.read.keep import Columns, keep_columns
from forelook.read.paths import Input, printable
from forelook.read.rows import LINE_BYTES_LIMIT, describe_columns, describe_source, make_document
from forelook.records import Document

_SEPARATORS = ",;\t"
_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_csv(stream: IO[bytes], source: Input) -> Iterator[Document | InputError]:
    """Yield the rows of a CSV file, whose columns of ids and texts are read; blank lines are skipped."""
    where = printable(source.path)
    head = stream.readline(LINE_BYTES_LIMIT)
    if head.startswith(_UTF16):
        yield InputError(where, "the CSV file is in UTF-16", "save it as CSV in UTF-8")
        return
    names, separator = _read_head(head.removeprefix(_UTF8_BOM), source.columns)
    missing = describe_columns("CSV file", names, where, source.columns)
    if missing is not None:
        yield missing
        return
    csv.field_size_limit(max(csv.field_size_limit(), LINE_BYTES_LIMIT))  # a global of the process, 131,072 characters by default
    rows = csv.reader(_read_lines(stream), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield InputError(f"{where}, row {number}", f"not a row of CSV: {error}", "quote the text, and double the quotation marks in it")
            continue
        if cells is None:
            return
        if cells:
            yield _read_cells(cells, names, number, source)


def _read_lines(stream: IO[bytes]) -> Iterator[str]:
    """Yield the lines of a file; raises csv.Error, and ends, at one that would fill the memory."""
    while line := stream.readline(LINE_BYTES_LIMIT + 1):
        if len(line) > LINE_BYTES_LIMIT:
            raise csv.Error(f"the line is longer than {LINE_BYTES_LIMIT:,} bytes, so that nothing from here on is read")
        yield line.decode("utf-8", "surrogateescape")


def _read_head(line: bytes, columns: Columns) -> tuple[list[str], str]:
    """Return the names of the columns and their separator: the one that yields those of ids and texts, or else the most names."""
    text = line.decode("utf-8", "replace").strip("\r\n")
    heads = [([name.strip() for name in next(csv.reader([text], delimiter=separator), [])], separator) for separator in _SEPARATORS]
    return max(heads, key=lambda head: ({columns.id, columns.text} <= set(head[0]), len(head[0])))


def _read_cells(cells: list[str], names: list[str], number: int, source: Input) -> Document | InputError:
    path, columns = printable(source.path), source.columns
    where = f"{path}, row {number}"
    if len(cells) != len(names):
        reason = f"the row has {len(cells)} columns, and the first line names {len(names)}"
        return InputError(where, reason, "quote a text with separators in it, and double the quotation marks in it")
    try:
        row, warnings = _decode_strays(dict(zip(names, cells, strict=True)), columns.text, where)
    except InputError as error:
        return error
    id_, text = row[columns.id], row[columns.text]
    return make_document(id_, text, where, describe_source(path, "csv", text.encode()), keep_columns(columns, row, path), warnings)


def _decode_strays(row: dict[str, str], text_column: str, where: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return a row with bytes that are not UTF-8 decoded as those of a text file are, and the warnings about its text."""
    warnings: tuple[str, ...] = ()
    for name, cell in row.items():
        try:
            cell.encode()
        except UnicodeEncodeError:
            row[name], found = decode(cell.encode("utf-8", "surrogateescape"), where)
            warnings = found if name == text_column else warnings
    return row, warnings
