"""Rendering: whatever the layout, each gold unit is exactly at its offsets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit, parse_annotated, read_annotated
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts import LAYOUTS, curl, render, straighten

DATA = Path(__file__).resolve().parents[2] / "training_data"
FILES = sorted(DATA.glob("*.ann"))[::40]  # every fortieth: all kinds and styles of writing are among them
MARKS = str.maketrans({**dict.fromkeys("“”„\x93\x94", '"'), **dict.fromkeys("‘’\x91\x92", "'"), "\x96": "–", "\x97": "—"})
ITEM = re.compile(r"(?:[•●◦○▪■·*–—-]|--|o|\(?\w{1,3}[.)])\s+")
BULLETS = "•●* -"


def bare(text: str) -> str:
    """Return a text without blanks, in small letters and with plain marks, as units are compared over layouts."""
    return "".join(text.split()).translate(MARKS).casefold()


def check(release: AnnotatedRelease, gold: GoldRelease) -> None:
    assert len(gold.units) == len(release.units)
    before = 0
    for unit, placed in zip(release.units, gold.units, strict=True):
        content = gold.text[placed.start : placed.end]
        assert before <= placed.start < placed.end <= len(gold.text)
        assert content == content.strip()
        without_bullet = bare(ITEM.sub("", unit.text, count=1))
        assert bare(content) == bare(unit.text) or bare(content.lstrip(BULLETS)) == without_bullet.lstrip(BULLETS)
        assert (placed.label, placed.forward_looking, placed.speaker) == (unit.label, unit.forward_looking, unit.speaker)
        assert placed.kind == ("table" if unit.is_table else "statement" if unit.label else "meta")
        before = placed.end


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_releases_of_the_corpus(path: Path, layout: str) -> None:
    release = read_annotated(path)
    gold = render(release, layout)
    assert gold.id == f"{release.id}/{layout}"
    check(release, gold)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_every_time(layout: str) -> None:
    release = read_annotated(FILES[0])
    assert render(release, layout) == render(release, layout)


def test_layouts_differ() -> None:
    release = read_annotated(FILES[0])
    assert len({render(release, layout).text for layout in LAYOUTS}) == len(LAYOUTS)


WORDS = st.lists(
    st.sampled_from(["oats", "Tarn", "$4.5", "rose", "caf\xe9", "“clay”", '"tile"', "don't", "8%", "\N{ROCKET}", "&", "<b>", "a-b", "--", "U.S."]),
    min_size=1,
    max_size=30,
)
UNIT = st.builds(
    lambda code, words, mark: AnnotatedUnit(code, " ".join(words) + mark, "Nora Quist" if code[0] == "Q" else None, 1),
    st.sampled_from(["G", "H", "S", "M", "QF", "QN"]),
    WORDS,
    st.sampled_from([".", "", ":", '."']),
)
TABLE = st.builds(
    lambda code, rows: AnnotatedUnit(code, "\n".join(f"{name}   {one:,}   {other:,}" for name, one, other in rows), None, 1),
    st.sampled_from(["TG", "TH"]),
    st.lists(st.tuples(st.sampled_from(["Sales", "Net income", "Tons"]), st.integers(0, 10**6), st.integers(0, 10**6)), min_size=2, max_size=5),
)
PARAGRAPHS = st.lists(st.one_of(st.lists(UNIT, min_size=1, max_size=4), st.lists(TABLE, min_size=1, max_size=1)), min_size=1, max_size=8)


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=40, deadline=None)
@given(paragraphs=PARAGRAPHS)
def test_whatever_is_annotated(layout: str, paragraphs: list[list[AnnotatedUnit]]) -> None:
    release = AnnotatedRelease({"id": "tarn"}, paragraphs, "tarn.ann")
    check(release, render(release, layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_items_keep_a_bullet_or_lose_it(layout: str) -> None:
    release = parse_annotated("---\nH\tThe year in brief:\n\nH\t• Oats rose\n\nG\t• Wheat is to rise\n\nH\tBarley held.\n", "tarn.ann")
    gold = render(release, layout)
    contents = [gold.text[unit.start : unit.end].lstrip(BULLETS).capitalize() for unit in gold.units]
    assert contents == ["The year in brief:", "Oats rose", "Wheat is to rise", "Barley held."]


def test_a_paragraph_that_begins_with_an_abbreviation_is_no_item() -> None:
    release = parse_annotated("---\nH\tOats rose.\n\nH\tMr. Quist runs the mill.\n", "tarn.ann")
    for layout in LAYOUTS:
        gold = render(release, layout)
        assert gold.text[gold.units[1].start : gold.units[1].end] == "Mr. Quist runs the mill."


def test_an_item_is_no_headline() -> None:
    release = parse_annotated("---\nH\t• Oats rose in the spring\n\nH\tBarley held.\n", "tarn.ann")
    for number in range(20):
        gold = render(AnnotatedRelease({"id": f"tarn-{number}"}, release.paragraphs, "tarn.ann"), "wire")
        assert gold.units[0].start < 10


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_that_begins_with_a_rule(layout: str) -> None:
    release = parse_annotated("---\nTH\n\t  -----   -----\n\t  Net sales   41,206   38,117\n\t  Costs   22,140   21,006\n", "tarn.ann")
    check(release, render(release, layout))


def test_marks_curled_and_straightened() -> None:
    text = '"It\'s the "clever" clay," she said. (\'Tile\' too.)'
    assert curl(text) == "“It’s the “clever” clay,” she said. (‘Tile’ too.)"
    assert straighten(curl(text)) == text


ODD = {
    "a bullet before a letter": "• (a) Close the mill",
    "a bullet before an initial": "• A. Smith was named chairman",
    "two bullets": "• - Close the mill",
    "a number before a bullet": "1. • Close the mill",
    "a note": "Sales rose.<sup>1</sup> & 2 &lt; 3",
    "marks alone": "* * *",
    "characters that take no room": "Sales\u200b rose\u00ad again.\ufeff",
    "a mark of private use": "Sales \ue0f1rose.",
    "a control character": "Sales \x0brose\x07.",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_a_line_of_anybodys_can_be_rendered(words, layout):
    release = parse_annotated(f"---\nH\tOats rose.\n\nH\t{words}\n\nG\t• Wheat is to rise\n\nH\t{words}\nH\tBarley held.\n", "tarn.ann")
    gold = render(release, layout)
    contents = [gold.text[unit.start : unit.end] for unit in gold.units]
    assert [contents[0], contents[2].lstrip(BULLETS), contents[4]] == ["Oats rose.", "Wheat is to rise", "Barley held."]
    assert bare(contents[1])[-2:] == bare(contents[3])[-2:]


@pytest.mark.parametrize("words", ["\u200b", "\u00ad\ufeff"])
def test_a_unit_that_takes_no_room_is_no_unit_of_a_page(words):
    release = parse_annotated(f"---\nH\tOats rose.\n\nH\t{words}\n\nH\tBarley held.\n", "tarn.ann")
    gold = render(release, "html")
    assert [gold.text[unit.start : unit.end] for unit in gold.units] == ["Oats rose.", "Barley held."]
