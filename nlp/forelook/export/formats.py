"""Which formats there are, and which one a file's name asks for.

In: the name of a format, or of a file. Out: the writer of that format, or an OutputError that names what is possible.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Literal, get_args

from forelook.errors import MissingExtraError, OutputError
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


def find_format(out: Path) -> Format:
    """Return the format that the suffix of `out` names."""
    format_ = _SUFFIXES.get(out.suffix.lower())
    if format_ is None:
        raise OutputError(f"{out}: its suffix names no format; use one of {', '.join(_SUFFIXES)}, or say --format")
    return format_


def check_format(format_: Format, *, text: bool, offsets: Offsets) -> None:
    """Raise where a format cannot be written: an extra is missing, or it needs what was left out."""
    if format_ == "parquet" and importlib.util.find_spec("pyarrow") is None:
        raise MissingExtraError("writing Parquet", "parquet")
    if format_ == "docbin" and not text:
        raise OutputError("a DocBin holds the text of each release; leave --no-text out, or choose another format")
    if format_ == "docbin" and offsets != "codepoint":
        raise OutputError(f"a DocBin holds tokens, not offsets in {offsets}; leave --offsets out, or choose another format")


def write_blocks(blocks: Iterable[bytes], stream: IO[bytes], format_: Format) -> None:
    """Write releases to `stream`; a block is any number of whole lines of JSON."""
    # Each format brings its own libraries, which the others do without.
    match format_:
        case "jsonl":
            from forelook.export.json import write_jsonl as write  # noqa: PLC0415
        case "json":
            from forelook.export.json import write_json as write  # noqa: PLC0415
        case "csv":
            from forelook.export.csv import write_csv as write  # noqa: PLC0415
        case "parquet":
            from forelook.export.parquet import write_parquet as write  # noqa: PLC0415
        case "docbin":
            from forelook.export.docbin import write_docbin as write  # noqa: PLC0415
    write(blocks, stream)
