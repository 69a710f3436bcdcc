"""Two versions beside each other, in the terminal and as a page."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser

import forelook
from forelook.export.page import render_comparison
from forelook.export.terminal.comparison import render_diff
from forelook.records import Release
from forelook.run.show import print_lines

Make = Callable[..., Release]


@pytest.fixture
def versions(make_release: Make) -> tuple[Release, Release]:
    old = make_release(
        "[H# RESULTS]\n\n[H Sales rose 5% to $12 million <b>net</b>.] [Q|Jo Fox|We are glad of it.]\n\n[G> We expect sales to grow next year.]", "first"
    )
    new = make_release(
        "[H# RESULTS]\n\n[H Sales rose 7% to $14 million <b>net</b>.] [Q>|Jo Fox|We are glad of it.]\n\n[S A legend with forward-looking words\x1b.]", "second"
    )
    return old, new


def test_text(versions: tuple[Release, Release]) -> None:
    shown = print_lines(render_diff(forelook.diff(*versions), *versions, 100), Console(file=io.StringIO(), width=100, color_system=None))
    assert "── first → second\n1 reworded, 1 forward-looking, 1 dropped, 1 added" in shown
    assert "reworded         fact  Sales rose [-5-]{+7+}% to $[-12-]{+14+} million <b>net</b>." in shown
    assert "dropped          guidance →  We expect sales to grow next year." in shown
    assert "now looks forward" in shown
    assert "\x1b" not in shown


def test_a_quotation_is_separated_from_the_name_of_its_speaker(make_release: Make) -> None:
    versions = tuple(make_release(f"[Q|Jo Fox|“We are {words} of it,” said Jo Fox.]", words) for words in ("glad", "proud"))
    shown = print_lines(render_diff(forelook.diff(*versions), *versions, 100), Console(file=io.StringIO(), width=100, color_system=None))
    assert "quote  Jo Fox: “We are [-glad-]{+proud+} of it,” said Jo Fox." in shown


def test_findings_bear_the_titles_of_their_checks(make_release: Make) -> None:
    legend = "[G> We expect sales to grow.]\n\n[S Forward-looking statements are subject to risks that could cause results to differ{}.]"
    versions = tuple(make_release(legend.format(words), name) for words, name in (("", "a"), (" materially", "b")))
    shown = print_lines(render_diff(forelook.diff(*versions), *versions, 120), Console(file=io.StringIO(), width=120, color_system=None))
    assert "It warns that results may differ materially (weak → fine)." in shown


def test_warnings_of_reading_are_above_both_versions(make_release: Make) -> None:
    old, new = (make_release("[H Sales rose 5%.]", name) for name in ("a", "b"))
    new = replace(new, warnings=["tracked changes taken as accepted (1 insertion)"])
    shown = print_lines(render_diff(forelook.diff(old, new), old, new, 100), Console(file=io.StringIO(), width=100, color_system=None))
    assert shown.splitlines()[1:] == ["No difference.", "warning: b: tracked changes taken as accepted (1 insertion)"]
    page = LexborHTMLParser(render_comparison(old, new, forelook.diff(old, new)))
    assert [node.text() for node in page.css(".warning")] == ["b: tracked changes taken as accepted (1 insertion)"]


def test_factors_that_only_one_version_names_are_shown(make_release: Make) -> None:
    legend = "[G> We expect sales to grow.]\n\n[S Forward-looking statements are subject to risks that could cause results to differ, including {}; and competition.]"
    versions = tuple(make_release(legend.format(words), words[:5]) for words in ("the price of forged steel", "the loss of our lease in Waterloo"))
    found = forelook.diff(*versions)
    shown = print_lines(render_diff(found, *versions, 100), Console(file=io.StringIO(), width=100, color_system=None))
    assert "factors: 1 added, 1 dropped" in shown
    assert "Risk factors\nadded            the loss of our lease in Waterloo\ndropped          the price of forged steel" in shown
    page = LexborHTMLParser(render_comparison(*versions, found))
    assert "the loss of our lease in Waterloo" in page.html[page.html.index("Risk factors") :]


def test_nothing_differs(versions: tuple[Release, Release]) -> None:
    shown = print_lines(render_diff(forelook.diff(versions[0], versions[0]), versions[0], versions[0], 100), Console(color_system=None))
    assert shown.splitlines()[1:] == ["No difference."]


def test_page(versions: tuple[Release, Release]) -> None:
    page = LexborHTMLParser(render_comparison(*versions, forelook.diff(*versions)))
    rows = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in page.css(".versions tbody tr")]
    assert rows[0] == ["the same", "Fact: RESULTS", "Fact: RESULTS"]
    assert rows[1] == ["reworded", "Fact: Sales rose 5% to $12 million <b>net</b>.", "Fact: Sales rose 7% to $14 million <b>net</b>."]
    assert [node.text() for node in page.css("del")] == ["5", "12", "We expect sales to grow next year."]
    assert [node.text() for node in page.css("ins")][:2] == ["7", "14"]
    assert "\x1b" not in page.html
    assert len(page.css("script")) == 1


def test_the_first_row_of_a_table_keeps_its_place(make_release: Make) -> None:
    release = make_release("[H Sales follow.]\n\n           [T 2026  2027\nNet sales   $12   $14]", "one")
    page = LexborHTMLParser(render_comparison(release, release, forelook.diff(release, release)))
    assert [node.text() for node in page.css(".table")] == ["           2026  2027\nNet sales   $12   $14"] * 2
