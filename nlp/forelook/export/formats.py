"""The output formats, and the one that a file's name asks for.

In: the name of a format or of a file, and a `Layout`. Out: the file written in that format, or an OutputError that lists the possible ones.
"""

from __future__ import annotations

import gzip
import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Literal, cast, get_args

from msgspec import Struct

from forelook.errors import MissingExtraError, OutputError
from forelook.export.flat import Rows
from forelook.records import Offsets

Format = Literal["json", "jsonl", "parquet", "csv", "docbin"]
FORMATS: tuple[Format, ...] = get_args(Format)

_SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".csv": "csv",
    ".spacy": "docbin",
}


STATEMENTS = "statements"
_GZIP = ".gz"
_MAY_BE_GZIP: tuple[Format, ...] = ("json", "jsonl", "csv")


class Layout(Struct, frozen=True):
    """How releases are laid out in a file: its format, what a row is (None for the default of the format), and the user's own columns.

    `partition_by` are the columns that partition a directory of Parquet files, `is_gzip` says that the file is compressed, `spans_key` is the
    key of the statements in the Docs of a DocBin.
    """

    format: Format = "jsonl"
    rows: Rows | None = None
    keep: tuple[str, ...] = ()
    partition_by: tuple[str, ...] = ()
    is_gzip: bool = False
    spans_key: str = STATEMENTS

    @property
    def row(self) -> Rows:
        """What a row is; by default a statement in CSV, a release elsewhere."""
        return self.rows or ("statements" if self.format == "csv" else "releases")

    @property
    def is_plain(self) -> bool:
        """Whether the file is the lines of JSON unchanged."""
        return self.format == "jsonl" and self.row == "releases" and not self.is_gzip


def find_format(out: Path) -> Format:
    """Return the format that the suffix of `out` names, apart from a final `.gz`; raises OutputError where it names none."""
    name = out.with_suffix("") if is_gzip(out) else out
    format_ = _SUFFIXES.get(name.suffix.lower())
    if format_ is None or (is_gzip(out) and format_ not in _MAY_BE_GZIP):
        raise OutputError(f"{out}: its suffix names no format; use one of {', '.join(_SUFFIXES)} (JSON and CSV with .gz, too), or say --format")
    return format_


def is_gzip(out: Path) -> bool:
    """Return whether the name of `out` asks for compression."""
    return out.suffix.lower() == _GZIP


def check_layout(layout: Layout, *, text: bool, offsets: Offsets) -> None:
    """Raise MissingExtraError or OutputError for a layout that cannot be written: the format lacks an extra, a text, or such rows."""
    if layout.format == "parquet" and importlib.util.find_spec("pyarrow") is None:
        raise MissingExtraError("writing Parquet", "parquet")
    if layout.partition_by and layout.format != "parquet":
        raise OutputError(f"--partition-by makes a directory of Parquet files, and the format is {layout.format}; say --format parquet")
    if layout.format != "docbin":
        if layout.spans_key != STATEMENTS:
            raise OutputError(f"--spans-key names the spans of a DocBin, and the format is {layout.format}; say --format docbin, or leave --spans-key out")
        return
    if not text:
        raise OutputError("a DocBin holds the text of each release; leave --no-text out, or choose another format")
    if offsets != "codepoint":
        raise OutputError(f"a DocBin holds tokens, not offsets in {offsets}; leave --offsets out, or choose another format")
    if layout.row != "releases":
        raise OutputError(f"a DocBin holds a Doc a release, not {layout.row}; leave --rows out, or choose another format")


def write_blocks(blocks: Iterable[bytes], stream: IO[bytes], layout: Layout | Format) -> None:
    """Write releases to `stream`; a block is any number of whole lines of JSON."""
    layout = layout if isinstance(layout, Layout) else Layout(layout)
    if layout.is_gzip:
        # Without name and time, so that the same releases make the same bytes.
        with gzip.GzipFile(fileobj=stream, mode="wb", filename="", mtime=0) as packed:
            _write(blocks, cast("IO[bytes]", packed), layout)
        return
    _write(blocks, stream, layout)


def write_directory(blocks: Iterable[bytes], directory: Path, layout: Layout) -> None:
    """Write releases as Parquet files below `directory`, partitioned by `layout.partition_by`."""
    from forelook.export.kept import find_columns  # noqa: PLC0415 - see below
    from forelook.export.partitions import write_partitions  # noqa: PLC0415 - see below

    with find_columns(blocks) as (again, kept):
        write_partitions(again, directory, layout.partition_by, layout.row, kept)


def _write(blocks: Iterable[bytes], stream: IO[bytes], layout: Layout) -> None:
    # Each format imports libraries that the others do not need.
    match layout.format:
        case "jsonl":
            from forelook.export.json import write_jsonl  # noqa: PLC0415

            write_jsonl(blocks, stream, layout.row)
        case "json":
            from forelook.export.json import write_json  # noqa: PLC0415

            write_json(blocks, stream, layout.row)
        case "docbin":
            from forelook.export.docbin import write_docbin  # noqa: PLC0415

            write_docbin(blocks, stream, layout.spans_key)
        case "csv" | "parquet":
            _write_table(blocks, stream, layout)


def _write_table(blocks: Iterable[bytes], stream: IO[bytes], layout: Layout) -> None:
    if layout.format == "csv":
        from forelook.export.csv import write_csv as write  # noqa: PLC0415
    else:
        from forelook.export.parquet import write_parquet as write  # noqa: PLC0415
    if not layout.keep:
        write(blocks, stream, layout.row)
        return
    from forelook.export.kept import find_columns  # noqa: PLC0415

    with find_columns(blocks) as (again, kept):
        write(again, stream, layout.row, kept)
