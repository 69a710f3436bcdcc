"""Writes JSON and JSON Lines, and reads them back.

In: blocks of JSON lines. Out: the same lines; or one JSON text: for one release the object itself, indented; for several or
none an array with one release a line.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

import msgspec

from forelook.errors import InputError
from forelook.export.flat import Rows, flatten
from forelook.records import Release


def split_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of `blocks`, one release each, without line ends."""
    for block in blocks:
        yield from block.splitlines()


def decode_lines(blocks: Iterable[bytes]) -> Iterator[Release]:
    """Yield the releases of `blocks` as records."""
    return map(Release.from_json, split_lines(blocks))


def read_releases(path: Path) -> Iterator[Release]:
    """Yield the releases that `forelook classify` has written to a JSON Lines file; raises InputError naming file and line for anything else."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                yield Release.from_json(line)
            except msgspec.DecodeError as error:
                raise InputError(f"{path}, line {number}", f"not a tagged release: {error}", "name JSON Lines that `forelook classify` has written") from error


def flatten_blocks(blocks: Iterable[bytes], rows: Rows) -> Iterator[bytes]:
    """Yield the blocks with one line per statement or figure instead of per release."""
    if rows == "releases":
        yield from blocks
        return
    for block in blocks:
        yield b"".join(msgspec.json.encode(row) + b"\n" for release in decode_lines([block]) for row in flatten(release, rows))


def write_jsonl(blocks: Iterable[bytes], stream: IO[bytes], rows: Rows = "releases") -> None:
    """Write one release, statement or figure a line; each block is flushed at once, so that the reader of a pipe sees it."""
    for block in flatten_blocks(blocks, rows):
        if block:
            stream.write(block)
            stream.flush()


def write_json(blocks: Iterable[bytes], stream: IO[bytes], rows: Rows = "releases") -> None:
    """Write an object for one release (or row), an array for several or none."""
    lines = split_lines(flatten_blocks(blocks, rows))
    first, second = next(lines, None), next(lines, None)
    if first is None:
        stream.write(b"[]\n")
    elif second is None:
        stream.write(msgspec.json.format(first, indent=2) + b"\n")
    else:
        stream.write(b"[\n" + first)
        for line in chain([second], lines):
            stream.write(b",\n" + line)
        stream.write(b"\n]\n")
    stream.flush()
