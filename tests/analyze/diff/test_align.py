"""Alignment: what stays in order, what moves, what is added or dropped; nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.analyze.diff import align, list_changes
from forelook.analyze.diff.words import find_edits
from forelook.records import Release

Make = Callable[..., Release]
SALES = "[H Sales of pumps rose five percent to $12 million in the quarter.]"
LATER = "[H Sales of pumps rose nine percent to $14 million in the quarter.]"
PLANT = "[H The company opened its second plant in Cedar Falls on Monday.]"
HOPE = "[G> The board expects a dividend of thirty cents a share next year.]"
PROSE = [SALES, LATER, PLANT, HOPE, "[H Yes.]", "[H Yes.]", "Outlook", "* ", "[Q|Jo Fox|We are glad of the new plant.]"]


def changes(old: Release, new: Release) -> list[tuple[list[str], str, str]]:
    return [
        (list(list_changes(pair)), pair.old.text[:14] if pair.old else "", pair.new.text[:14] if pair.new else "")
        for pair in align(old, new)
        if list_changes(pair)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([SALES, PLANT], [SALES, PLANT], [], id="the same"),
        pytest.param([SALES, PLANT], [SALES.replace(" five", "\nfive"), PLANT], [], id="lines broken otherwise"),
        pytest.param([SALES, PLANT], [LATER, PLANT], [(["reworded"], "Sales of pumps", "Sales of pumps")], id="reworded"),
        pytest.param([SALES], [SALES, HOPE], [(["added"], "", "The board expe")], id="added"),
        pytest.param([SALES, HOPE], [SALES], [(["dropped"], "The board expe", "")], id="dropped"),
        pytest.param([SALES, PLANT, HOPE], [HOPE, SALES, PLANT], [(["moved"], "The board expe", "The board expe")], id="moved"),
        pytest.param([SALES, PLANT], [HOPE, PLANT], [(["dropped"], "Sales of pumps", ""), (["added"], "", "The board expe")], id="another in its place"),
        pytest.param([HOPE], [HOPE.replace("G>", "H")], [(["label", "forward_looking"], "The board expe", "The board expe")], id="label"),
        pytest.param(["[Q|Jo Fox|We are glad.]"], ["[Q|Al Orr|We are glad.]"], [(["speaker"], "We are glad.", "We are glad.")], id="speaker"),
        pytest.param(["A HEAD", SALES], ["ANOTHER TITLE", SALES], [(["dropped"], "A HEAD", ""), (["added"], "", "ANOTHER TITLE")], id="other text counts"),
        pytest.param(["* " + SALES], ["- " + SALES], [], id="a bullet does not"),
        pytest.param(["[H Yes.]"] * 3, ["[H Yes.]"] * 4, [(["added"], "", "Yes.")], id="repeated"),
    ],
)
def test_changes(make_release: Make, old: list[str], new: list[str], expected: list[tuple[list[str], str, str]]) -> None:
    assert changes(make_release("\n\n".join(old)), make_release("\n\n".join(new))) == expected


RELEASES = st.lists(st.sampled_from(PROSE), max_size=12)


@given(RELEASES, RELEASES)
def test_each_occurs_once_and_order_is_kept(make_release: Make, old: list[str], new: list[str]) -> None:
    before, after = make_release("\n\n".join(old)), make_release("\n\n".join(new))
    pairs = align(before, after)
    for side, release in ((0, before), (1, after)):
        found = sorted(pair[side].statement for pair in pairs if pair[side] is not None and pair[side].statement is not None)  # type: ignore[union-attr]
        assert found == list(range(len(release.statements)))
    together = [(pair.old.start, pair.new.start) for pair in pairs if pair.old and pair.new and not pair.moved]
    assert together == sorted(together)
    assert [place for _, place in together] == sorted(place for _, place in together)
    news = [pair.new.start for pair in pairs if pair.new]
    assert news == sorted(news)
    assert all(pair.similarity >= 0.5 for pair in pairs if pair.old and pair.new)


@given(RELEASES)
def test_a_release_is_the_same_as_itself(make_release: Make, parts: list[str]) -> None:
    release = make_release("\n\n".join(parts))
    assert changes(release, release) == []


@given(st.text("ab .\n1", max_size=40), st.text("ab .\n1", max_size=40))
def test_edits_give_both_texts_again(old: str, new: str) -> None:
    edits = find_edits(old, new)
    assert "".join(edit.old for edit in edits) == old
    assert "".join(edit.new for edit in edits) == new
    assert all(edit.old.split() == edit.new.split() for edit in edits if edit.same)


def test_edits_are_words() -> None:
    assert [(edit.old, edit.new) for edit in find_edits("up 5% to $1.5 million", "up 7% to $1.9 million") if not edit.same] == [("5", "7"), ("1.5", "1.9")]
