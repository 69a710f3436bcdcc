"""Evaluation on rows (sentence, label), as public data sets publish them, with a mapping file that says what their labels mean.

In: a `.csv`, `.tsv` or `.jsonl` of rows and a mapping in TOML. Out: counts and F1 by class. Every sentence is tagged as a
text of its own, without its neighbours and section, so scores are lower than those on whole releases.
"""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from forelook.errors import AnnotationError
from forelook.evaluate.measures import f1
from forelook.records import Document, Label, Release
from forelook.tagger import Tagger

FORWARD, OTHER = "forward_looking", "other"
CLASSES = (*(label.value for label in Label), FORWARD, OTHER)
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_EXPECTED = 'expected text = "its column", label = "its column", and a table [labels] from the labels of the set to ' + ", ".join(CLASSES)


class Mapping(Struct, forbid_unknown_fields=True):
    """The columns of sentences and labels, and the class of each label of the data set; rows with other labels are skipped."""

    labels: dict[str, str]
    text: str = "sentence"
    label: str = "label"


class RowScores(Struct, frozen=True):
    """The counts of (expected, found) classes, the number of rows skipped, and F1 by class."""

    pairs: Counter[tuple[str, str]]
    skipped: int

    @property
    def classes(self) -> list[str]:
        """The classes that the mapping names, in the order of CLASSES."""
        named = {name for pair in self.pairs for name in pair}
        return [name for name in CLASSES if name in named]

    def f1(self, name: str) -> float:
        """Return the F1 of one class."""
        right = self.pairs[name, name]
        expected = sum(count for (one, _), count in self.pairs.items() if one == name)
        return f1(right, sum(count for (_, other), count in self.pairs.items() if other == name), expected)


def read_mapping(path: Path) -> Mapping:
    """Return the mapping in a TOML file; raises AnnotationError naming what was expected."""
    if not path.is_file():
        raise AnnotationError(f"{path}: no such file; {_EXPECTED}")
    try:
        mapping = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Mapping)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: {error}; {_EXPECTED}") from error
    if unknown := sorted(set(mapping.labels.values()) - set(CLASSES)):
        raise AnnotationError(f"{path}: labels maps to {', '.join(unknown)}; {_EXPECTED}")
    return mapping


def score_rows(path: Path, mapping: Mapping, tagger: Tagger) -> RowScores:
    """Return the scores of a tagger on the rows of a file; raises AnnotationError naming file, row and what was expected."""
    rows, skipped = [], 0
    for sentence, label in _read_rows(path, mapping):
        expected = mapping.labels.get(label)
        if expected is None or not sentence.strip():
            skipped += 1
        else:
            rows.append((sentence, expected))
    if not rows:
        raise AnnotationError(f"{path}: no row has one of the labels {', '.join(mapping.labels)}; look at the column {mapping.label!r} and the mapping")
    asked = set(mapping.labels.values())
    found = tagger.pipe(Document(str(number), sentence) for number, (sentence, _) in enumerate(rows))
    return RowScores(Counter((expected, find_class(release, asked)) for (_, expected), release in zip(rows, found, strict=True)), skipped)


def find_class(release: Release, asked: Iterable[str]) -> str:
    """Return the class of a sentence tagged alone: that of its longest statement, or OTHER if that is not among `asked`."""
    wanted = set(asked)
    if FORWARD in wanted and any(statement.forward_looking for statement in release.statements):
        return FORWARD
    longest = max(release.statements, key=lambda statement: statement.end - statement.start, default=None)
    return longest.label.value if longest is not None and longest.label.value in wanted else OTHER


def _read_rows(path: Path, mapping: Mapping) -> Iterator[tuple[str, str]]:
    if not path.is_file():
        raise AnnotationError(f"{path}: no such file; name a .csv, .tsv or .jsonl of sentences and labels")
    if path.suffix == ".jsonl":
        yield from _take(path, mapping, _decode(path))
        return
    if path.suffix not in _DELIMITERS:
        raise AnnotationError(f"{path}: expected a name that ends in .csv, .tsv or .jsonl")
    with path.open(newline="", encoding="utf-8-sig") as file:
        yield from _take(path, mapping, csv.DictReader(file, delimiter=_DELIMITERS[path.suffix]))


def _decode(path: Path) -> Iterator[Any]:
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line)
            except msgspec.DecodeError as error:
                raise AnnotationError(f"{path}:{number}: {error}; expected an object a line") from error


def _take(path: Path, mapping: Mapping, rows: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(rows, 1):
        columns: Sequence[str] = list(row) if isinstance(row, dict) else []
        if missing := [name for name in (mapping.text, mapping.label) if name not in columns]:
            raise AnnotationError(f"{path}: row {number} has no column {missing[0]!r}; it has {', '.join(columns)}; say which in the mapping")
        yield str(row[mapping.text] or ""), str(row[mapping.label])


def describe_rows(scores: RowScores) -> list[str]:
    """Return lines of scores: F1 by class, then the confusions by frequency."""
    total = sum(scores.pairs.values())
    passed = f", {scores.skipped} passed over" if scores.skipped else ""
    lines = [f"{total} rows{passed}, each tagged alone; right {sum(scores.pairs[name, name] for name in scores.classes) / total:.4f}"]
    lines += [f"f1 {name:19}{scores.f1(name):.4f}" for name in scores.classes]
    wrong = [(count, pair) for pair, count in scores.pairs.most_common() if pair[0] != pair[1]]
    return [*lines, *(f"{count:4} {expected} → {found}" for count, (expected, found) in wrong)]
