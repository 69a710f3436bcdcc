"""JSON and JSON Lines, written and read back.

In: blocks of JSON lines. Out: the same lines; or one JSON text: the object itself for one release, laid out over lines, an
array with one release a line for several or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

import msgspec

from forelook.errors import InputError
from forelook.records import Release


def split_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the releases of `blocks`, a line each, without its end."""
    for block in blocks:
        yield from block.splitlines()


def decode_lines(blocks: Iterable[bytes]) -> Iterator[Release]:
    """Yield the releases of `blocks` as records."""
    return map(Release.from_json, split_lines(blocks))


def read_releases(path: Path) -> Iterator[Release]:
    """Yield the releases that `forelook classify` has written to a JSON Lines file."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                yield Release.from_json(line)
            except msgspec.DecodeError as error:
                raise InputError(f"{path}, line {number}", f"not a tagged release: {error}", "name JSON Lines that `forelook classify` has written") from error


def write_jsonl(blocks: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write one release a line; each block is handed on at once, so that a reader of a pipe sees it."""
    for block in blocks:
        if block:
            stream.write(block)
            stream.flush()


def write_json(blocks: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write an object for one release, an array for several or none."""
    lines = split_lines(blocks)
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
