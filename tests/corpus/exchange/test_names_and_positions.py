"""One word for a unit, and positions in UTF-16."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.corpus.exchange.gather import gather
from forelook.corpus.exchange.names import NAMES, make_unit, name_unit
from forelook.corpus.exchange.positions import Utf16
from forelook.corpus.gold import GoldUnit
from forelook.errors import AnnotationError
from forelook.records import Label

UNITS = {
    "guidance": GoldUnit(0, 1, "statement", Label.GUIDANCE, forward_looking=True, speaker=None),
    "historical_fact": GoldUnit(0, 1, "statement", Label.HISTORICAL_FACT, forward_looking=False, speaker=None),
    "management_quote": GoldUnit(0, 1, "statement", Label.MANAGEMENT_QUOTE, forward_looking=False, speaker="Jo"),
    "management_quote_forward": GoldUnit(0, 1, "statement", Label.MANAGEMENT_QUOTE, forward_looking=True, speaker="Jo"),
    "safe_harbor": GoldUnit(0, 1, "statement", Label.SAFE_HARBOR, forward_looking=False, speaker=None),
    "meta": GoldUnit(0, 1, "meta", None, forward_looking=False, speaker=None),
    "guidance_table": GoldUnit(0, 1, "table", Label.GUIDANCE, forward_looking=True, speaker=None),
    "historical_fact_table": GoldUnit(0, 1, "table", Label.HISTORICAL_FACT, forward_looking=False, speaker=None),
    "guidance_not_forward": GoldUnit(0, 1, "statement", Label.GUIDANCE, forward_looking=False, speaker=None),
    "meta_forward_table": GoldUnit(0, 1, "table", None, forward_looking=True, speaker=None),
}


@pytest.mark.parametrize(("name", "unit"), UNITS.items(), ids=UNITS)
def test_name(name, unit):
    assert name_unit(unit) == name


def test_offered_names_are_those_of_the_guide():
    assert tuple(UNITS)[:8] == NAMES


@pytest.mark.parametrize(("kind", "label", "forward"), [*product(("statement", "table", "meta"), [*Label, None], (True, False))])
def test_every_unit_comes_back(kind, label, forward):
    unit = GoldUnit(3, 9, kind, label, forward_looking=forward, speaker="Jo")
    assert make_unit(name_unit(unit), 3, 9, "Jo", "x") == unit


def test_unknown_names_are_refused():
    with pytest.raises(AnnotationError, match=r"tasks\.json: task 2: label 'GUIDANCE'; expected one of guidance historical_fact "):
        make_unit("GUIDANCE", 0, 1, None, "tasks.json: task 2")
    with pytest.raises(AnnotationError, match="unit at 0: kind 'footnote'; expected one of statement, table, meta"):
        name_unit(GoldUnit(0, 1, "footnote", None, forward_looking=False, speaker=None))


@given(st.text(max_size=30))
def test_utf16_agrees_with_the_codec(text):
    place = Utf16(text)
    for position in range(len(text) + 1):
        unit = len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
        assert place.encode(position) == unit
        assert place.decode(unit, "x") == position


@pytest.mark.parametrize("unit", [1, 4, -1], ids=["inside a pair", "behind the end", "before the start"])
def test_no_character_there(unit):
    with pytest.raises(AnnotationError, match=rf"row 1: no character begins at UTF-16 position {unit} of 3; was the text changed\?"):
        Utf16("\N{ROCKET}x").decode(unit, "row 1")


MISPLACED = {
    "outside": ([(0, 5)], "span 0-5 of a text of 4 characters; expected start before end, inside the text"),
    "empty": ([(2, 2)], "span 2-2 of a text of 4 characters"),
    "overlap": ([(0, 3), (2, 4)], "spans overlap at 2: 'c'; leave one of them"),
}


@pytest.mark.parametrize(("places", "message"), MISPLACED.values(), ids=MISPLACED)
def test_misplaced_units(places, message):
    with pytest.raises(AnnotationError, match=message):
        gather("r", "abcd", [make_unit("meta", start, end, None, "x") for start, end in places], "x")
