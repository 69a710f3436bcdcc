"""Names of units as one word that an annotator picks: `guidance`, `management_quote_forward`, `guidance_table`, `meta`.

In: a gold unit. Out: a name for it, and back. Every tool has labels but few have attributes, so one name encodes label,
forward-looking and kind; defaults are left out.
"""

from __future__ import annotations

import re

from forelook.corpus.gold import GoldUnit
from forelook.errors import AnnotationError
from forelook.records import Label

_META = "meta"
_KINDS = ("statement", "table", _META)
_NAME = re.compile(rf"(?P<base>{'|'.join([*Label, _META])})(?P<forward>_(?:not_)?forward)?(?:_(?P<kind>{'|'.join(_KINDS)}))?")

NAMES = (
    "guidance",
    "historical_fact",
    "management_quote",
    "management_quote_forward",
    "safe_harbor",
    _META,
    "guidance_table",
    "historical_fact_table",
)
"""The names that the labelling guide allows, in the order in which tools show them; others (a quote that is a table) can be read, too."""


def name_unit(unit: GoldUnit) -> str:
    """Return the name of a unit; raises AnnotationError for an unknown kind."""
    if unit.kind not in _KINDS:
        raise AnnotationError(f"unit at {unit.start}: kind {unit.kind!r}; expected one of {', '.join(_KINDS)}")
    base = unit.label.value if unit.label else _META
    forward = "" if unit.forward_looking == _looks_forward(base) else "_forward" if unit.forward_looking else "_not_forward"
    return base + forward + ("" if unit.kind == _usual_kind(base) else f"_{unit.kind}")


def make_unit(name: str, start: int, end: int, speaker: str | None, where: str) -> GoldUnit:
    """Return the unit that a name and a span describe; raises AnnotationError naming `where` for an unknown name."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise AnnotationError(f"{where}: label {name!r}; expected one of {' '.join(NAMES)}")
    base = match.group("base")
    forward = match.group("forward") == "_forward" if match.group("forward") else _looks_forward(base)
    label = None if base == _META else Label(base)
    return GoldUnit(start, end, match.group("kind") or _usual_kind(base), label, forward, speaker or None)


def _looks_forward(base: str) -> bool:
    return base == Label.GUIDANCE.value


def _usual_kind(base: str) -> str:
    return _META if base == _META else "statement"
