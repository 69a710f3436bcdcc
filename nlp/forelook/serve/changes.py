"""Changes to a sheet: another code, another speaker, a unit cut in two or joined with the next, a doubt settled.

In: a Sheet and a Change as the browser sends it. Out: the next Sheet; or a ChangeError that says why there is none.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from forelook.corpus.check import find_missing_words, list_words
from forelook.corpus.gold import GoldUnit
from forelook.corpus.header import UNKNOWN
from forelook.errors import ForelookError
from forelook.records import Figure, Label
from forelook.serve.sheet import Entry, Sheet, find_pieces

LONGEST_SPEAKER = 100  # characters

Code = Literal["G", "H", "S", "QF", "QN", "M", "TG", "TH"]
_LABELS: dict[Code, Label | None] = {
    "G": Label.GUIDANCE,
    "H": Label.HISTORICAL_FACT,
    "S": Label.SAFE_HARBOR,
    "QF": Label.MANAGEMENT_QUOTE,
    "QN": Label.MANAGEMENT_QUOTE,
    "M": None,
    "TG": Label.GUIDANCE,
    "TH": Label.HISTORICAL_FACT,
}


class ChangeError(ForelookError):
    """A change that cannot be made to this sheet."""


class _Change(Struct, frozen=True, forbid_unknown_fields=True, tag_field="do"):
    unit: int


class SetCode(_Change, frozen=True, tag="code"):
    """Give a unit another code; a quotation keeps its speaker, or gets that of a quotation just before it."""

    code: Code


class SetTable(_Change, frozen=True, tag="table"):
    """Say whether a unit is a table."""

    table: bool


class SetSpeaker(_Change, frozen=True, tag="speaker"):
    """Say who speaks a quotation."""

    speaker: str


class Confirm(_Change, frozen=True, tag="confirm"):
    """Say that a unit is right as it is."""


class Cut(_Change, frozen=True, tag="cut"):
    """Cut a unit in two before one of its pieces."""

    piece: int


class Join(_Change, frozen=True, tag="join"):
    """Join a unit with the one after it; the code of the first stays."""


Change = SetCode | SetTable | SetSpeaker | Confirm | Cut | Join


def apply(sheet: Sheet, change: Change) -> Sheet:
    """Return the sheet after a change; a change settles the doubt about its unit, since the user has looked at it.

    Raises ChangeError, with a message for the user, for a change that cannot be made.
    """
    if not 0 <= change.unit < len(sheet.entries):
        raise ChangeError(f"there is no unit {change.unit + 1}; the release has {len(sheet.entries)}")
    entry = sheet.entries[change.unit].settled()
    if isinstance(change, Join):
        return _splice(sheet, change.unit, 2, _join(sheet, change.unit))
    if isinstance(change, SetCode):
        made = (replace(entry, unit=_set_code(sheet, change.unit, change.code)),)
    elif isinstance(change, SetTable):
        made = (replace(entry, unit=_set_table(entry.unit, is_table=change.table)),)
    elif isinstance(change, SetSpeaker):
        made = (replace(entry, unit=_set_speaker(sheet, entry.unit, change.speaker)),)
    elif isinstance(change, Cut):
        return _splice(sheet, change.unit, 1, _cut(sheet, entry, change.piece))
    else:
        made = (entry,)
    return _splice(sheet, change.unit, 1, made)


def _splice(sheet: Sheet, at: int, removed: int, made: tuple[Entry, ...]) -> Sheet:
    return replace(sheet, entries=sheet.entries[:at] + made + sheet.entries[at + removed :])


def _set_code(sheet: Sheet, number: int, code: Code) -> GoldUnit:
    unit = sheet.entries[number].unit
    label, is_table = _LABELS[code], code in ("TG", "TH")
    if unit.kind == "table" and label is not None and not is_table:
        raise ChangeError("a table is guidance, facts or meta; mark it as no table first, or cut off the part that is none")
    speaker = (unit.speaker or _speaker_before(sheet, number)) if label is Label.MANAGEMENT_QUOTE else None
    kind = "table" if is_table else "statement" if label is not None else "meta"
    return _give(unit, kind, label, forward=code in ("G", "QF", "TG"), speaker=speaker)


def _set_table(unit: GoldUnit, *, is_table: bool) -> GoldUnit:
    label = Label.GUIDANCE if unit.label is Label.GUIDANCE else Label.HISTORICAL_FACT
    return _give(unit, "table" if is_table else "statement", label, forward=label is Label.GUIDANCE, speaker=None)


def _give(unit: GoldUnit, kind: str, label: Label | None, *, forward: bool, speaker: str | None) -> GoldUnit:
    """Return a unit with another code; only a forward-looking unit keeps its guidance records."""
    return replace(unit, kind=kind, label=label, forward_looking=forward, speaker=speaker, figures=unit.figures if forward else ())


def _speaker_before(sheet: Sheet, number: int) -> str | None:
    """Return the speaker of the quotation just before a unit, None if the unit before it is no quotation."""
    before = sheet.entries[number - 1].unit if number else None
    return before.speaker if before is not None and before.label is Label.MANAGEMENT_QUOTE else None


def _set_speaker(sheet: Sheet, unit: GoldUnit, words: str) -> GoldUnit:
    speaker = " ".join(words.split())
    if unit.label is not Label.MANAGEMENT_QUOTE:
        raise ChangeError("only a quotation has a speaker; give the unit the code QF or QN first")
    if not speaker or len(speaker) > LONGEST_SPEAKER or not speaker.isprintable():
        raise ChangeError(f"a speaker is a name of 1 to {LONGEST_SPEAKER} characters, or 'unknown', or 'management'")
    if missing := find_missing_words(speaker, list_words([sheet.text])):
        raise ChangeError(f"{' '.join(missing)} occurs nowhere in the text; write the name as the release has it")
    return replace(unit, speaker=None if speaker == UNKNOWN else speaker)


def _cut(sheet: Sheet, entry: Entry, piece: int) -> tuple[Entry, ...]:
    unit, pieces = entry.unit, find_pieces(sheet.text, entry.unit)
    if not 0 < piece < len(pieces):
        raise ChangeError(f"a unit is cut before one of its pieces 2 to {len(pieces)}, not before piece {piece + 1}")
    halves = ((pieces[0][0], pieces[piece - 1][1]), (pieces[piece][0], pieces[-1][1]))
    first, second = (replace(unit, start=start, end=end, figures=_keep(unit.figures, start, end)) for start, end in halves)
    return replace(entry, unit=first), Entry(second)


def _keep(figures: tuple[Figure, ...], start: int, end: int) -> tuple[Figure, ...]:
    """Return the guidance records whose words, apart from those of the period, all lie between `start` and `end`."""
    kept = []
    for figure in figures:
        places = [each for each in (figure.metric, figure.entity, figure.prior, figure.value) if each is not None]
        if all(start <= each.start and each.end <= end for each in places):
            kept.append(figure)
    return tuple(kept)


def _join(sheet: Sheet, number: int) -> tuple[Entry, ...]:
    if number + 1 == len(sheet.entries):
        raise ChangeError("this is the last unit; there is none to join it with")
    one, other = (entry.settled() for entry in sheet.entries[number : number + 2])
    kinds = {one.unit.kind, other.unit.kind}
    if "table" in kinds and "statement" in kinds:
        raise ChangeError("a table and a sentence do not make one unit; change the code of one of them first")
    figures = one.unit.figures + other.unit.figures if one.unit.forward_looking else ()
    return (Entry(replace(one.unit, end=other.unit.end, figures=figures), one.notes + other.notes),)
