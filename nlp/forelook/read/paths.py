"""The inputs that the PATH arguments of a command name, and the id of each.

In: files, directories, globs, "-" for standard input. Out: one `Input` per file, in sorted order within an argument.
The id of a release is the path of its file below the directory (or the fixed part of the glob) that was named,
without suffix; that of a single file is its stem. Two files of a directory that would share an id keep their suffixes.
A file that cannot be read, such as a dangling link, is an input too: reading it says why. Files that forelook writes are not.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path, PurePath
from typing import Literal

from msgspec import Struct

from forelook.errors import InputError
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.read.outputs import UNFINISHED, Outputs

STDIN = "-"


class Input(Struct, frozen=True, gc=False):
    """One file to read: `path` opens it and names it in messages ("-" is standard input), `id` names its release.

    `columns` says which columns of a table are read.
    """

    path: str
    id: str
    columns: Columns = ID_AND_TEXT


def expand(paths: Iterable[str], outputs: Outputs | None = None) -> Iterator[Input]:
    """Return the inputs that `paths` name, in the order given; `outputs` are left out of directories and globs.

    Raises `InputError` at once, before any input is yielded, for a path that does not exist, a glob that matches
    nothing and a directory without files; directories are walked only while the result is consumed.
    """
    inputs, refused = expand_all(paths, outputs)
    for error in refused:
        raise error
    return inputs


def expand_all(paths: Iterable[str], outputs: Outputs | None = None) -> tuple[Iterator[Input], list[InputError]]:
    """Return the inputs that `paths` name, and an error for each path that names none; raises InputError for an empty path."""
    named = list(paths)
    outputs = outputs or Outputs()
    siblings = Counter(_stem_path(PurePath(path)) for path in dict.fromkeys(named))
    found: list[Iterator[Input]] = []
    refused: list[InputError] = []
    for path in named:
        if not path:
            raise InputError("''", "the argument is empty (an unset variable, perhaps)", "name a file or a directory; this directory is .")
        try:
            found.append(_expand_one(path, siblings, outputs))
        except InputError as error:
            refused.append(error)
        except (OSError, ValueError) as error:  # too long a name, a NUL in it
            refused.append(InputError(printable(path), f"it cannot be looked for: {error}", "check the spelling"))
    return chain.from_iterable(found), refused


def _expand_one(path: str, siblings: Counter[PurePath], outputs: Outputs) -> Iterator[Input]:
    if path == STDIN:
        return iter([Input(path=STDIN, id="stdin")])
    if Path(path).is_dir():
        return _walk_some(path, outputs)
    if os.path.lexists(path):
        name = PurePath(path).name
        return iter([Input(path=path, id=printable(stem(name) if siblings[_stem_path(PurePath(path))] == 1 else name))])
    if glob.has_magic(path):
        return _match(path, outputs)
    raise InputError(printable(path), "there is no such file or directory", "check the spelling, or quote a glob")


def _match(pattern: str, outputs: Outputs) -> Iterator[Input]:
    fixed = PurePath(*_take_fixed(PurePath(pattern).parts[:-1]))
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207 (Path.glob takes no absolute pattern)
    files = sorted((path for path in map(PurePath, found) if _is_wanted(path, outputs)), key=lambda path: path.parts)
    if not files:
        advice = "check the pattern; `**` stands for directories of any depth, `dir/**` for all that is below"
        raise InputError(printable(pattern), "the glob matches no file", advice)
    shared = Counter(map(_stem_path, files))
    return (_below(path, fixed, shared) for path in files)


def _is_wanted(path: PurePath, outputs: Outputs) -> bool:
    """Return whether a path that a glob has found is a file or a dangling link, and not an output of forelook."""
    if not (Path(path).is_file() or (Path(path).is_symlink() and not Path(path).exists())):
        return False
    unfinished = any(outputs.leave_out(str(parent)) for parent in path.parents if parent.name.endswith(UNFINISHED))
    return not (unfinished or outputs.leave_out(str(path)))


def _take_fixed(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _walk_some(directory: str, outputs: Outputs) -> Iterator[Input]:
    inputs = _walk(directory, outputs)
    first = next(inputs, None)
    if first is None:
        raise InputError(printable(directory), "the directory holds no file to read (hidden ones are skipped)", "name another one")
    return chain([first], inputs)


def _walk(base: str, outputs: Outputs) -> Iterator[Input]:
    """Yield the files below `base` in sorted order; links to directories are not followed, so the walk ends.

    A directory that cannot be listed is yielded itself: reading it says why.
    """
    stack = [iter(_list(base, base, outputs))]
    while stack:
        source, is_directory = next(stack[-1], (None, False))
        if source is None:
            stack.pop()
        elif is_directory:
            try:
                stack.append(iter(_list(source.path, base, outputs)))
            except OSError:
                yield source
        else:
            yield source


def _list(directory: str, base: str, outputs: Outputs) -> list[tuple[Input, bool]]:
    """Return the entries of a directory, and whether each is a directory; raises OSError where it cannot be listed."""
    with os.scandir(directory) as found:
        entries = sorted((entry for entry in found if not entry.name.startswith(".") and not outputs.leave_out(entry.path)), key=lambda e: e.name)
    kinds = {entry.path: kind for entry in entries if (kind := _find_kind(entry))}
    shared = Counter(_stem_path(PurePath(path)) for path, kind in kinds.items() if kind == "file")
    return [(_below(PurePath(path), PurePath(base), shared), kind == "directory") for path, kind in kinds.items()]


def _find_kind(entry: os.DirEntry[str]) -> Literal["file", "directory"] | None:
    """Return what an entry is; a dangling link counts as a file, a pipe or a link to a directory as nothing."""
    if entry.is_dir(follow_symlinks=False):
        return "directory"
    try:
        is_readable = entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:  # a link to itself
        is_readable = True
    return "file" if is_readable else None


def _below(path: PurePath, base: PurePath, shared: Counter[PurePath]) -> Input:
    stem_path = _stem_path(path)
    kept = (stem_path if shared[stem_path] == 1 else path).relative_to(base)
    return Input(path=str(path), id=printable(kept.as_posix()))


def stem(name: str) -> str:
    """Return a file's name without its suffix, and without the `.gz` after that."""
    return PurePath(name.removesuffix(".gz")).stem


def printable(path: str) -> str:
    """Return `path` as text that can be encoded as UTF-8: undecodable bytes of a name become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _stem_path(path: PurePath) -> PurePath:
    return path.with_name(stem(path.name)) if path.name else path
