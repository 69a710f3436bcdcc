"""The `.ann` and `.txt` of one release in the user's folder: written atomically, and never over changes of another program.

In: a folder, a Document, Sheets. Out: the sheet in the file; a ConflictError where the file has changed since it was read.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from forelook.corpus.alignment import align, locate
from forelook.corpus.annotate import write_annotated, write_units
from forelook.corpus.annotated import AnnotatedRelease, parse_annotated
from forelook.errors import AnnotationError, ForelookError, InputError
from forelook.read.decode import read_text
from forelook.records import Document
from forelook.run.each import open_whole
from forelook.serve.sheet import Sheet

BAR = "---"
THEIRS = ".theirs"  # suffix for the copy of a file of another program that the user chose to replace


class ConflictError(ForelookError):
    """A file that another program has changed since it was read; nothing has been written."""


class ReleaseFiles:
    """The two files of a release. Comments and the header are preserved."""

    def __init__(self, folder: Path, document: Document) -> None:
        self.path = folder / locate(document.id)
        self._text = document.text
        self._head: str | None = None  # everything above the bar, of an existing file
        self._tail: list[str] = []  # comments below the last unit
        self._digest: str | None = None  # of the file as it was read or written last

    @property
    def is_saved(self) -> bool:
        """Whether the sheet has been saved to a file."""
        return self._digest is not None

    def read(self) -> Sheet | None:
        """Return the sheet in the folder, None where there is none yet.

        Raises AnnotationError where the file breaks the format, or belongs to another text.
        """
        content = self._read_bytes()
        if content is None:
            return None
        raw = self.path.with_suffix(".txt")
        try:
            if not raw.is_file() or read_text(raw.read_bytes(), str(raw)) != self._text:
                raise AnnotationError(f"{self.path}: exists already, with another text beside it; name another folder with -o")
            words = content.decode()
        except InputError as error:
            raise AnnotationError(str(error)) from error
        except UnicodeDecodeError as error:
            raise AnnotationError(f"{self.path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
        annotated = parse_annotated(words, str(self.path))
        gold = align(annotated, self._text)
        lines = [line.rstrip("\r") for line in words.split("\n")]
        comments, self._tail = _find_comments(lines, annotated)
        notes = {unit.start: found for unit, found in zip(gold.units, comments, strict=True) if found}
        self._head, self._digest = "\n".join(lines[: lines.index(BAR)]), _digest_of(content)
        return Sheet.of(gold, notes)

    def write(self, sheet: Sheet) -> None:
        """Write the sheet, and the text beside it unless it exists.

        Raises ConflictError where the file has changed since it was last read or written, AnnotationError for a sheet that could not be read back.
        """
        found = self._read_bytes()
        if (None if found is None else _digest_of(found)) != self._digest:
            what = "is gone" if found is None else "has been changed by another program" if self._digest else "has been made by another program"
            raise ConflictError(f"{self.path} {what} since it was read here. Nothing was written: neither version is lost.")
        gold = sheet.to_gold()
        if self._head is None:
            content = write_annotated(gold, notes=sheet.notes())
        else:
            content = f"{self._head}\n{BAR}\n{write_units(gold, sheet.notes())}" + "".join(line + "\n" for line in self._tail)
        align(parse_annotated(content, str(self.path)), self._text)
        raw = self.path.with_suffix(".txt")
        if not raw.is_file():
            _place(raw, self._text.encode())
        elif read_text(raw.read_bytes(), str(raw)) != self._text:
            raise AnnotationError(f"{raw}: exists already with another text; name another folder with -o")
        encoded = content.encode()
        _place(self.path, encoded)
        self._digest = _digest_of(encoded)

    def set_aside(self) -> Path | None:
        """Copy the file of another program beside it, so that the next `write` may replace it; return the path of the copy."""
        content = self._read_bytes()
        self._digest = None if content is None else _digest_of(content)
        if content is None:
            return None
        number, aside = 1, self.path.with_name(self.path.name + THEIRS)
        while aside.exists():
            number += 1
            aside = self.path.with_name(f"{self.path.name}{THEIRS}-{number}")
        _place(aside, content)
        return aside

    def _read_bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None


def _find_comments(lines: list[str], annotated: AnnotatedRelease) -> tuple[list[tuple[str, ...]], list[str]]:
    """Return the comment lines above each unit, and those below the last one."""
    found: list[tuple[str, ...]] = []
    first = lines.index(BAR) + 1
    for unit in annotated.units:
        found.append(tuple(line for line in lines[first : unit.line - 1] if line.startswith("#")))
        first = unit.line
    return found, [line for line in lines[first:] if line.startswith("#")]


def _digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def _place(path: Path, content: bytes) -> None:
    with open_whole(path) as file:
        file.write(content)
