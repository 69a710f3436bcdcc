"""The page of `forelook view` in a real browser: filters, keys, evidence, print, narrow screens, hostile text, no barriers."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from tests.export.page.test_page import HOSTILE

from forelook.export.page import render_fragment, render_page
from forelook.records import Release


def seen(page: Any) -> int:
    """Return how many statements are on the page, those hidden not counted."""
    return int(page.evaluate("[...document.querySelectorAll('.st')].filter((each) => each.getClientRects().length).length"))


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_labels_by_click_and_key(page: Any, one: str, looked_at: Release) -> None:
    page.goto(one)
    total = len(looked_at.statements)
    assert page.inner_text("#count") == f"{total} statements"
    page.click(".chip.historical_fact input")
    left = sum(statement.label != "historical_fact" for statement in looked_at.statements)
    assert (seen(page), page.inner_text("#count")) == (left, f"{left} of {total} statements")
    page.keyboard.press("2")
    assert seen(page) == total
    page.keyboard.press("1")
    page.keyboard.press("4")
    assert seen(page) == sum(statement.label not in ("guidance", "safe_harbor") for statement in looked_at.statements)
    page.keyboard.press("Escape")
    assert seen(page) == total


def test_forward_speaker_score_and_words(page: Any, one: str, looked_at: Release) -> None:
    page.goto(one)
    page.keyboard.press("f")
    assert seen(page) == sum(statement.forward_looking for statement in looked_at.statements)
    page.select_option("#speaker", "Ines Calloway")
    assert seen(page) == sum(statement.forward_looking and statement.speaker is not None for statement in looked_at.statements)
    page.click("#reset")
    page.fill("#score", "0.95")
    assert seen(page) == sum(statement.score >= 0.95 for statement in looked_at.statements)
    page.click("#reset")
    page.focus("body")
    page.keyboard.press("/")
    page.keyboard.type("expect that")
    assert seen(page) == sum("expect that" in " ".join(statement.text.split()) for statement in looked_at.statements)
    page.check("#context")
    assert seen(page) == len(looked_at.statements)
    page.reload()
    assert seen(page) == len(looked_at.statements)


def test_keys_walk_through_what_is_shown(page: Any, one: str, looked_at: Release) -> None:
    page.goto(one)
    page.keyboard.press("f")
    ahead = [number for number, statement in enumerate(looked_at.statements) if statement.forward_looking]
    walked = []
    for key in "jjk":
        page.keyboard.press(key)
        walked.append(focused(page))
    assert walked == [f"r0-s{ahead[0]}", f"r0-s{ahead[1]}", f"r0-s{ahead[0]}"]
    page.click(".keys summary")
    page.uncheck("#shortcuts")
    page.keyboard.press("f")
    assert page.is_checked("#forward")


def test_evidence_is_lit_even_where_it_was_filtered_out(page: Any, one: str) -> None:
    page.goto(one)
    page.keyboard.press("1")
    link = page.locator(".figures td a").first
    link.click()
    assert link.inner_text() == "$842 to $850 million"
    assert page.inner_text(".mark.lit") == "$842 million to $850 million"
    assert page.locator(".mark.lit").is_visible()
    page.locator(".speakers a").first.click()
    assert focused(page).startswith("r0-s")


def test_an_index_leads_to_each_release(page: Any, two: str) -> None:
    page.goto(two)
    page.click(".index a >> text=second")
    assert page.url.endswith("#r1")
    assert page.evaluate("Math.abs(document.querySelector('#r1').getBoundingClientRect().top) < innerHeight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["one", "two", "comparison"])
def test_no_barriers(page: Any, request: pytest.FixtureRequest, find_barriers: Callable[[Any], list[str]], name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(request.getfixturevalue(name))
    assert find_barriers(page) == []


def test_no_barriers_in_a_notebook(page: Any, audited: Release, write: Callable[[str], str], find_barriers: Callable[[Any], list[str]]) -> None:
    page.goto(write(f"<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{render_fragment(audited)}</main></html>"))
    assert find_barriers(page) == []


@pytest.mark.parametrize("width", [320, 700, 1000])
@pytest.mark.parametrize("name", ["one", "two", "comparison"])
def test_nothing_is_cut_off_on_narrow_screens(page: Any, request: pytest.FixtureRequest, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(request.getfixturevalue(name))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough(page: Any, one: str) -> None:
    page.goto(one)
    small = "[...document.querySelectorAll('.bar label, .bar button, .bar select, summary')].filter((each) => each.getClientRects().length && each.getBoundingClientRect().height < 24)"
    assert page.evaluate(f"{small}.map((each) => each.outerHTML)") == []


def test_print_holds_the_text_and_the_panel_but_no_controls(page: Any, one: str, looked_at: Release) -> None:
    pdfplumber = pytest.importorskip("pdfplumber", reason="the extra [office] is not installed")
    page.goto(one)
    page.emulate_media(media="print")
    content = page.pdf(format="A4", print_background=True)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        printed = " ".join(" ".join(sheet.extract_text() or "" for sheet in pdf.pages).split())
    assert "Safe-harbor audit" in printed
    assert "Forward-looking only" not in printed
    assert looked_at.statements[2].text.split()[0] in printed


def test_a_hostile_release_runs_nothing(page: Any, make_release: Callable[..., Release], write: Callable[[str], str]) -> None:
    dialogs: list[str] = []
    asked: list[str] = []

    def note_dialog(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    def note_request(request: Any) -> None:
        asked.append(request.url)

    page.on("dialog", note_dialog)
    page.on("request", note_request)
    address = write(render_page([make_release(HOSTILE, '"><script>alert(5)</script>')]))
    page.goto(address)
    for key in "f1jk":
        page.keyboard.press(key)
    page.remove_listener("dialog", note_dialog)
    page.remove_listener("request", note_request)
    assert dialogs == []
    assert asked == [address]
    page.keyboard.press("Escape")
    assert "<script>alert(1)</script>" in page.inner_text(".text")


def test_a_long_release_is_laid_out_only_where_one_looks(page: Any, make_release: Callable[..., Release], write: Callable[[str], str]) -> None:
    paragraph = "[H0.9 " + "Sales of pumps rose in the quarter by five percent. " * 2 + "] [G>0.8 We expect more of them.]\n\n"
    count = 300_000 // len(paragraph)
    page.goto(write(render_page([make_release(paragraph * count)])))
    assert page.inner_text("#count") == f"{2 * count} statements"
    laid_out = "[...document.querySelectorAll('.st')].filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length"
    assert 0 < page.evaluate(laid_out) < count / 10
    page.keyboard.press("f")
    assert page.inner_text("#count") == f"{count} of {2 * count} statements"
