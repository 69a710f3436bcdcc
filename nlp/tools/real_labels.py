"""Labels of real releases: ids, places and codes in `training_data/real_labels.tsv`, without their texts.

In: gold releases, or the lines and the texts. Out: the lines, or gold releases.

A line: the id, the first twelve digits of the text's SHA-256, and the labelled units, each `start-end:CODE` in code points (codes
as in annotated text; `?` after a code on which annotators disagreed). With the texts, which are not in the repository, they
become gold releases again. Run as `python -m tools.real_labels GOLD.jsonl… [-o FILE]` to add new ones.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path

from forelook.corpus.gold import GoldRelease, GoldUnit, read_gold
from forelook.errors import AnnotationError
from forelook.read import expand, read
from forelook.records import Document, Label

FILE = Path("training_data") / "real_labels.tsv"
COVERED = 0.9  # the least share of labelled units in a release that was labelled completely
DOUBTED_WEIGHT = 0.3  # of a label on which two annotators disagreed
HEAD = "# Labels of real releases: id, SHA-256 of the text (12 digits), units as start-end:CODE, ? where readers disagreed. No text is kept.\n"

_UNIT = re.compile(r"(\d+)-(\d+):(G|H|S|QF|QN|M|TG|TH)(\??)")
_LABELS = {"G": Label.GUIDANCE, "H": Label.HISTORICAL_FACT, "S": Label.SAFE_HARBOR, "Q": Label.MANAGEMENT_QUOTE}
_CODES = {label: code for code, label in _LABELS.items()}


def read_texts(names: Iterable[str]) -> dict[str, str]:
    """Return the texts of files by id."""
    documents = chain.from_iterable(read(source) for source in expand(list(names)))
    return {entry.id: entry.text for entry in documents if isinstance(entry, Document)}


def read_labels(path: Path, texts: Mapping[str, str] | None = None) -> list[GoldRelease]:
    """Return the labelled releases of a file, those whose text is in `texts` (id to text), or all, without text, where that is None.

    Raises AnnotationError where a line breaks the format, or a text differs from the one that was labelled.
    """
    releases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        identity, digest, *rest = line.split("\t")
        if texts is not None and identity not in texts:
            continue
        text = texts[identity] if texts is not None else ""
        if texts is not None and digest != digest_text(text):
            raise AnnotationError(f"{path}:{number}: the text of {identity} is not the one that was labelled; give that one, or delete the line")
        matches = [_UNIT.fullmatch(unit) for unit in " ".join(rest).split()]
        units = [_make_unit(*match.groups()) for match in matches if match is not None]
        if len(units) != len(matches) or not units:
            raise AnnotationError(f"{path}:{number}: expected units as start-end:CODE, a blank between, with a code of G H S QF QN M TG TH")
        releases.append(GoldRelease(identity, text, units))
    return releases


def write_labels(path: Path, releases: Iterable[GoldRelease]) -> None:
    """Add the labels of releases to a file, replacing earlier ones of the same releases; lines are sorted by id."""
    lines = {}
    if path.is_file():
        lines = {line.split("\t", 1)[0]: line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")}
    for release in releases:
        units = " ".join(f"{unit.start}-{unit.end}:{_code_of(unit)}" for unit in release.units if unit.weight)
        lines[release.id] = f"{release.id}\t{digest_text(release.text)}\t{units}"
    path.write_text(HEAD + "".join(f"{lines[identity]}\n" for identity in sorted(lines)), encoding="utf-8")


def digest_text(text: str) -> str:
    """Return the first twelve digits of a text's SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _code_of(unit: GoldUnit) -> str:
    code = _CODES[unit.label] if unit.label else "M"
    code = f"T{code}" if unit.kind == "table" else code if code != "Q" else "QF" if unit.forward_looking else "QN"
    return code + ("?" if unit.weight < 1 else "")


def _make_unit(start: str, end: str, code: str, doubt: str) -> GoldUnit:
    kind = "meta" if code == "M" else "table" if code[0] == "T" else "statement"
    label = _LABELS.get(code[-1] if code[0] == "T" else code[0])
    return GoldUnit(int(start), int(end), kind, label, code in {"G", "QF", "TG"}, None, DOUBTED_WEIGHT if doubt else 1.0)


def main() -> None:
    """Add the labels of gold files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=FILE)
    options = parser.parse_args()
    write_labels(options.out, [release for path in options.gold for release in read_gold(path)])


if __name__ == "__main__":
    main()
