"""Guidance records of real releases: ids, places and codes in `training_data/real_figures.tsv`, without their texts.

In: records that annotators wrote, or the lines and the texts. Out: the lines, or releases with their records.

A line: the id, the first twelve digits of the text's SHA-256, the places of the statements that were read, and the records: `metric@start-end`, basis,
period, measure, form, low, high, unit, direction and `start-end` of the value, separated by commas, with `-` for a missing one. Places count code points.
Run as `python -m tools.real_figures READ.jsonl… [-o FILE]` to add new ones: `id`, `text`, `read` (a list of [start, end]) and `records` a line.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from forelook.errors import AnnotationError
from forelook.records import Figure
from tools.real_labels import digest_text

FILE = Path("training_data") / "real_figures.tsv"
HEAD = "# Guidance records of real releases: id, SHA-256 of the text (12 digits), places read, records (tools/real_figures.py). No text is kept.\n"

_PLACE = re.compile(r"(\d+)-(\d+)")
_RECORD = re.compile(
    r"""
    (?P<metric>[a-z_]+)@(?P<place>\d+-\d+)                                    # revenue@120-127
    ,(?P<basis>[a-z_]+),(?P<period>[\w/-]+),(?P<measure>[a-z]+)               # gaap,2024-Q3,level
    ,(?P<form>[a-z_]+),(?P<low>[\d.e+-]+),(?P<high>[\d.e+-]+),(?P<unit>[\w/-]+)  # range,5e+06,6e+06,USD
    ,(?P<direction>[a-z]+),(?P<value>[\d-]+)                                  # raised,140-160
    """,
    re.VERBOSE,
)


class ReadRelease(NamedTuple):
    """A release with its records, and the places of the statements that were searched for them."""

    id: str
    text: str
    read: list[tuple[int, int]]
    figures: list[Figure]


def read_figures(path: Path, texts: Mapping[str, str] | None = None) -> list[ReadRelease]:
    """Return the releases of a file whose text is in `texts` (id to text), or all, without text, where that is None.

    Raises AnnotationError where a line breaks the format, or a text differs from the one that was read.
    """
    releases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        identity, digest, read, records = (*line.split("\t"), "", "", "")[:4]
        if texts is not None and identity not in texts:
            continue
        text = texts[identity] if texts is not None else ""
        if texts is not None and digest != digest_text(text):
            raise AnnotationError(f"{path}:{number}: the text of {identity} is not the one that was read; give that one, or delete the line")
        places, matches = [_PLACE.fullmatch(place) for place in read.split()], [_RECORD.fullmatch(record) for record in records.split()]
        if not all(places) or not all(matches):
            raise AnnotationError(f"{path}:{number}: expected places as start-end and records as metric@start-end,basis,…, blanks between")
        figures = [_make_figure(match.groupdict()) for match in matches if match]
        releases.append(ReadRelease(identity, text, [(int(place[1]), int(place[2])) for place in places if place], figures))
    return releases


def write_figures(path: Path, releases: Iterable[ReadRelease]) -> None:
    """Add the records of releases to a file, replacing earlier ones of the same releases; lines are sorted by id."""
    lines = {}
    if path.is_file():
        lines = {line.split("\t", 1)[0]: line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")}
    for release in releases:
        read = " ".join(f"{start}-{end}" for start, end in release.read)
        lines[release.id] = f"{release.id}\t{digest_text(release.text)}\t{read}\t{' '.join(map(_write_figure, release.figures))}"
    path.write_text(HEAD + "".join(f"{lines[identity]}\n" for identity in sorted(lines)), encoding="utf-8")


def _make_figure(fields: dict[str, Any]) -> Figure:
    """Return the record of a line's fields; fields that the file does not keep are null."""
    fields = {name: None if words == "-" else words for name, words in fields.items()}
    start, end = map(int, fields["place"].split("-"))
    value = dict(zip(("start", "end"), map(int, fields["value"].split("-")), strict=True)) if fields["value"] else None
    bounds = {name: None if fields[name] is None else float(fields[name]) for name in ("low", "high")}
    said = {name: fields[name] for name in ("basis", "measure", "form", "unit", "direction")}
    unsaid = dict.fromkeys(("entity", "noun", "trend", "growth_basis", "prior"))
    metric, period = {"name": fields["metric"], "start": start, "end": end}, {"name": fields["period"]}
    return msgspec.convert(
        {"statement": 0, "metric": metric, "period": period, "value": value, "scale_missing": False, "score": 1.0, **bounds, **said, **unsaid}, Figure
    )


def _write_figure(figure: Figure) -> str:
    low, high = ("-" if bound is None else f"{bound:.12g}" for bound in (figure.low, figure.high))
    value = f"{figure.value.start}-{figure.value.end}" if figure.value else "-"
    said = (figure.basis, figure.period.name or "-", figure.measure, figure.form, low, high, figure.unit or "-", figure.direction, value)
    return f"{figure.metric.name}@{figure.metric.start}-{figure.metric.end},{','.join(said)}"


def main() -> None:
    """Add the records of files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=FILE)
    options = parser.parse_args()
    rows = [msgspec.json.decode(line) for path in options.files for line in path.read_bytes().splitlines()]
    releases = []
    for row in rows:
        records = [msgspec.convert({"score": 1.0, **record, "period": record["period"] or {}}, Figure) for record in row["records"]]
        releases.append(ReadRelease(row["id"], row["text"], [(start, end) for start, end in row["read"]], records))
    write_figures(options.out, releases)


if __name__ == "__main__":
    main()
