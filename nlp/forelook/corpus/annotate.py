"""Writes annotated text (`.ann`) from tagged or gold releases, to be corrected in any editor.

In: a text and a tagger, or a gold release. Out: the content of an `.ann` file that covers the whole text, with the codes of
the labelling guide; the units of which the model is least certain have a comment line before them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from forelook.corpus.figure_writing import carry_figures, move_figure, write_figure
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.corpus.header import KEYS, UNKNOWN
from forelook.errors import InputError
from forelook.read import expand, read
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.records import Document, Figure, FigurePeriod, Label, Release, Source, Statement
from forelook.segment.layout import find_blocks
from forelook.segment.sentences import cut_units
from forelook.tagger import Tagger, load

DOUBT = 0.7  # a code less probable than this gets a comment
DOUBTED_SHARE = 10  # so does the least certain one in ten, since there is always something to correct

_CODES = {Label.GUIDANCE: "G", Label.HISTORICAL_FACT: "H", Label.SAFE_HARBOR: "S"}
_QUOTES = {"QF", "QN"}


def annotate(text: str | Document, tagger: Tagger) -> str:
    """Return `.ann` content that covers the whole of a text, with the codes that `tagger` predicts.

    Text that is no statement gets M. A Document keeps its id; a bare text gets the id "unknown".
    """
    document = text if isinstance(text, Document) else Document(UNKNOWN, text, Source())
    release = tagger(document)
    return write_annotated(to_gold(release), notes=find_doubts(release))


def annotate_paths(
    paths: Iterable[str], *, model: Path | None = None, precise: bool = False, columns: Columns = ID_AND_TEXT
) -> Iterator[tuple[Document, str] | InputError]:
    """Yield each release that `paths` name with its `.ann` content, or an InputError in place of one that cannot be read."""
    tagger = load(model, precise=precise)
    for source in expand(paths):
        for document in read(msgspec.structs.replace(source, columns=columns)):
            yield document if isinstance(document, InputError) else (document, annotate(document, tagger))


def to_gold(release: Release) -> GoldRelease:
    """Return a tagged release as a gold release, as if a person had labelled it so.

    It has every unit of the text: statements and tables with the model's labels, all others as meta.

    Raises ValueError for a release without its text, or whose offsets do not count code points.
    """
    if not isinstance(release.text, str) or release.offsets != "codepoint":
        raise ValueError(f"release {release.id}: annotation needs the text, and positions in code points")
    tagged = {statement.start: statement for statement in release.statements}
    records: dict[int, list[Figure]] = {}
    for figure in release.figures or ():
        records.setdefault(release.statements[figure.statement].start, []).append(msgspec.structs.replace(figure, score=1.0))  # as sure as a person's
    units = []
    for unit in cut_units(release.text, find_blocks(release.text)):
        statement = tagged.get(unit.start)
        if statement is None:
            units.append(GoldUnit(unit.start, unit.end, "meta", None, forward_looking=False, speaker=None))
        else:
            kind = "table" if statement.kind == "table" else "statement"
            speaker = " ".join(statement.speaker.name.split()) if statement.speaker else None
            figures = tuple(records.get(unit.start, ()))
            units.append(GoldUnit(unit.start, unit.end, kind, statement.label, statement.forward_looking, speaker, figures=figures))
    return GoldRelease(release.id, release.text, units)


def find_doubts(release: Release) -> dict[int, str]:
    """Return a comment for each statement whose code is uncertain, by the start of the statement."""
    ranked = sorted((_rank_codes(statement), statement.start) for statement in release.statements)
    doubted = max(sum(certainty < DOUBT for (certainty, *_), _ in ranked), len(ranked) // DOUBTED_SHARE)
    return {start: f"# {certainty:.2f} {code} or {other}: {_ask(code, other)}" for (certainty, code, other), start in ranked[:doubted]}


def _rank_codes(statement: Statement) -> tuple[float, str, str]:
    """Return the probability of a statement's code, the code, and the most probable other code."""
    scores = statement.scores
    forward = min(max(statement.forward_looking_score - scores.guidance, 0.0), scores.management_quote)
    if statement.kind == "table":
        chances = {"TG": scores.guidance, "TH": 1.0 - scores.guidance}
    else:
        chances = {"G": scores.guidance, "H": scores.historical_fact, "S": scores.safe_harbor, "QF": forward, "QN": scores.management_quote - forward}
    code = code_of(statement.label, is_table=statement.kind == "table", forward_looking=statement.forward_looking)
    return chances[code], code, max((other for other in chances if other != code), key=chances.__getitem__)


def code_of(label: Label | None, *, is_table: bool, forward_looking: bool) -> str:
    """Return the code of the labelling guide for a unit; the label None is meta."""
    if is_table:
        return "TG" if label is Label.GUIDANCE else "TH"
    if label is Label.MANAGEMENT_QUOTE:
        return "QF" if forward_looking else "QN"
    return _CODES[label] if label else "M"


def _ask(code: str, other: str) -> str:
    """Return the question that decides between two codes, in the words of the labelling guide."""
    pair = {code, other}
    if pair == _QUOTES:
        return "do the words quoted look forward?"
    if pair & _QUOTES:
        return "are these a named speaker's own words?"
    if "S" in pair:
        return "is it part of the cautionary apparatus?"
    return "does it give outlook figures?" if "TG" in pair else "does it state the company's future?"


def write_annotated(gold: GoldRelease, *, header: Mapping[str, str] | None = None, notes: Mapping[int, str] | None = None) -> str:
    """Return the `.ann` content of a gold release.

    `header` is what is known of the release (kind, era, sector, size, style; missing ones become "unknown"), `notes` are comment
    lines by the start of their unit. Paragraphs end where the layout of the text ends them.
    """
    known = {**(header or {}), "id": gold.id}
    lines = [f"{key}: {' '.join(known.get(key, UNKNOWN).split())}" for key in KEYS] + ["---"]
    return "\n".join(lines) + "\n" + write_units(gold, notes or {})


def write_units(gold: GoldRelease, notes: Mapping[int, str]) -> str:
    """Return the part of the `.ann` content of a gold release below the header."""
    lines: list[str] = []
    starts = [block.start for block in find_blocks(gold.text)]
    block = -1
    for unit in gold.units:
        found = bisect_right(starts, unit.start)
        if found != block and block >= 0:
            lines.append("")
        block = found
        if unit.start in notes:
            lines.append(notes[unit.start])
        lines += _write_unit(gold.text, unit)
    return "\n".join(lines) + "\n"


def _write_unit(text: str, unit: GoldUnit) -> list[str]:
    code = code_of(unit.label, is_table=unit.kind == "table", forward_looking=unit.forward_looking)
    if unit.kind == "table":
        indent = text[max(text.rfind("\n", 0, unit.start), text.rfind("\r", 0, unit.start)) + 1 : unit.start]
        rows = ((indent if indent.isspace() else "") + text[unit.start : unit.end]).splitlines()
        lines = [row.rstrip() for row in rows if row.strip()]
        written = "\n".join(lines)
        lines = [code, *("\t" + row for row in lines)]
    else:
        if code in ("QF", "QN"):
            code += f"|{' '.join((unit.speaker or UNKNOWN).split())}"
        written = " ".join(text[unit.start : unit.end].split())
        lines = [f"{code}\t{written}"]
    if not unit.figures:
        return lines
    placed = _place_in_unit(unit)
    return [*lines, *(write_figure(figure, written) for figure in carry_figures(placed, text[unit.start : unit.end], written, 0, 0))]


def _place_in_unit(unit: GoldUnit) -> tuple[Figure, ...]:
    """Return a unit's guidance records with places relative to it; the place of a period outside the unit is dropped."""
    figures = []
    for figure in unit.figures:
        period = figure.period
        if period.start is None or not unit.start <= period.start < unit.end:
            period = FigurePeriod(period.name, period.fiscal)
        figures.append(move_figure(msgspec.structs.replace(figure, period=period), 0, lambda place: place - unit.start))
    return tuple(figures)
