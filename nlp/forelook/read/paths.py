"""Which inputs the PATH arguments of a command name, and the id of each.

In: files, directories, globs, "-" for standard input. Out: one `Input` a file, in sorted order within an argument.
A release is called after its file: the path below the directory (or the fixed part of the glob) that was named,
without suffix; a single file after its stem. Two files of one directory that would share an id keep their suffixes.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePath

from msgspec import Struct

from forelook.errors import InputError

STDIN = "-"


class Input(Struct, frozen=True, gc=False):
    """One file to read: `path` opens it and names it in messages ("-" is standard input), `id` names its release."""

    path: str
    id: str


def expand(paths: Iterable[str]) -> Iterator[Input]:
    """Return the inputs that `paths` name, in the order given.

    Raises `InputError` at once, before any input is handed out, for a path that does not exist, a glob that matches
    nothing and a directory that holds no file; directories are walked only while the result is consumed.
    """
    named = list(paths)
    siblings = Counter(_stem_path(PurePath(path)) for path in dict.fromkeys(named))
    return chain.from_iterable([_expand_one(path, siblings) for path in named])


def _expand_one(path: str, siblings: Counter[PurePath]) -> Iterator[Input]:
    if path == STDIN:
        return iter([Input(path=STDIN, id="stdin")])
    if Path(path).is_dir():
        return _walk_some(path)
    if Path(path).exists():
        name = PurePath(path).name
        return iter([Input(path=path, id=printable(stem(name) if siblings[_stem_path(PurePath(path))] == 1 else name))])
    if glob.has_magic(path):
        return _match(path)
    raise InputError(path, "there is no such file or directory", "check the spelling, or quote a glob")


def _match(pattern: str) -> Iterator[Input]:
    fixed = PurePath(*_take_fixed(PurePath(pattern).parts[:-1]))
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207 (Path.glob takes no absolute pattern)
    files = sorted((path for path in map(PurePath, found) if Path(path).is_file()), key=lambda path: path.parts)
    if not files:
        advice = "check the pattern; `**` stands for directories of any depth, `dir/**` for all that is below"
        raise InputError(pattern, "the glob matches no file", advice)
    shared = Counter(map(_stem_path, files))
    return (_below(path, fixed, shared) for path in files)


def _take_fixed(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _walk_some(directory: str) -> Iterator[Input]:
    inputs = _walk(Path(directory), Path(directory))
    first = next(inputs, None)
    if first is None:
        raise InputError(directory, "the directory holds no file to read (hidden ones are skipped)", "name another one")
    return chain([first], inputs)


def _walk(directory: Path, base: Path) -> Iterator[Input]:
    """Yield the files below `directory` in sorted order; links to directories are not followed, so it ends."""
    entries = sorted((entry for entry in os.scandir(directory) if not entry.name.startswith(".")), key=lambda e: e.name)
    shared = Counter(_stem_path(PurePath(entry.path)) for entry in entries if entry.is_file())
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), base)
        elif entry.is_file():
            yield _below(PurePath(entry.path), base, shared)


def _below(path: PurePath, base: PurePath, shared: Counter[PurePath]) -> Input:
    stem_path = _stem_path(path)
    kept = (stem_path if shared[stem_path] == 1 else path).relative_to(base)
    return Input(path=str(path), id=printable(kept.as_posix()))


def stem(name: str) -> str:
    """Return a file's name without its suffix, and without the `.gz` after that."""
    return PurePath(name.removesuffix(".gz")).stem


def printable(path: str) -> str:
    """Return `path` as text that can be written as UTF-8: bytes of a name that are none become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _stem_path(path: PurePath) -> PurePath:
    return path.with_name(stem(path.name)) if path.name else path
