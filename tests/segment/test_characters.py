"""Characters: the compiled scan and the sets say the same, and fast filters let nothing pass by that the expressions after them would find."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.characters import BULLETS, FONT_BULLETS, LINE_ENDS, is_blank, skip_blank, trim_blank
from forelook.segment import datelines, headings
from forelook.segment.dateline_signs import find_glued_capitals
from forelook.segment.layout import find_blocks
from forelook.segment.lines import find_lines, find_role
from forelook.segment.scan import PROSE, scan_lines

WORDS = st.sampled_from(
    [
        *"-–—/.:|,()*\t ",
        "  ",
        "\xa0",
        "LIMA, Ohio",
        "Sept. 5",
        "5 May 2019",
        "10:30 a.m.",
        "2019: ",
        "(NYSE: TRN) –",
        "24-7PressRelease",
        "Newsfile Corp.",
        "of",
        "March 5, 2019",
        "5/3/19",
        "(GLOBE NEWSWIRE)",
        "/PRNewswire/",
        "via Tarn Wire",
        "TheNewswire",
        "EDGAR Online",
        "Tarn Foods",
        "TARN",
        "oats rose",
        "Outlook",
        "About Tarn",
        "We expect",
        "Page 2 of 5",
        "more",
        "end",
        "exhibit 99.1",
        "press release",
        "$4.5",
        "1.",
        "(iv)",
        "o ",
        "ii)",
        "image",
        "978-555-0143",
        "nora@tarn.example",
        "www.tarn.example",
        "Tel.",
        "E-MAIL:",
        "Contact:",
        "Investor Inquiries",
        "SOURCE Tarn",
        "....",
        "\N{ROCKET}",
        *BULLETS[:4],
        *FONT_BULLETS[:3],
    ]
)
GLUED = re.compile(r"[A-Z](?:(?<=[a-z)\d%”:][A-Z])|(?<=[a-z)\d%”:]\s[A-Z]))[A-Z]{2}")
LINE = st.one_of(st.lists(WORDS, max_size=8).map("".join), st.text(max_size=60))


def test_the_scan_calls_blank_what_the_sets_call_blank() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        found = scan_lines(f"a{character}") if character not in LINE_ENDS else []
        ends = not found or found[0][1] == 1
        assert ends == (is_blank(character) or character in LINE_ENDS), hex(code)


def test_blanks_are_skipped_and_trimmed_between_bounds() -> None:
    text = " \u200b\xa0oats\ufeff \n"
    assert skip_blank(text, 0, len(text)) == 3
    assert trim_blank(text, 0, len(text)) == 7
    assert skip_blank(text, 0, 2) == 2
    assert trim_blank(text, 7, 9) == 7


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from([*LINE_ENDS, " ", "\t", "\x1c", "\u200b", "oats", "(é", "\u2030", "\ud800", "\N{ROCKET}"]), LINE), max_size=12).map(
        "".join
    )
)
@example(text="\ufeffoats\x1c\u2028\u200b\x85\r\nrose")
def test_the_scan_finds_what_stands_between_the_ends_of_lines(text: str) -> None:
    bounds = [match.span() for match in re.finditer(f"[^{''.join(LINE_ENDS)}]+", text)]
    lines = [(skip_blank(text, start, end), trim_blank(text, start, end)) for start, end in bounds]
    assert [(start, end) for start, end, *_ in scan_lines(text)] == [(start, end) for start, end in lines if start < end]


@settings(max_examples=400, deadline=None)
@given(LINE)
def test_a_line_that_the_scan_takes_for_prose_has_no_role(text: str) -> None:
    for (start, end, _, _, look), line in zip(scan_lines(text), find_lines(text), strict=True):
        if look == PROSE:
            assert find_role(text[start:end]) == "text"
        assert line.role == find_role(text[start:end]) == find_role(text[start:end], look)


@settings(max_examples=400, deadline=None)
@given(LINE)
def test_what_opens_as_a_dateline_passes_the_filter(text: str) -> None:
    found = datelines.DATELINE.match(text)
    if found is not None and datelines.make_part(found, len(text), 0) is not None:
        assert datelines.has_tail_sign(text, 0, len(text))
        assert datelines.TAIL_END.search(text)
    assert find_glued_capitals(text, 1, len(text)) == [glued.start() for glued in GLUED.finditer(text, 1)]


@settings(max_examples=400, deadline=None)
@given(LINE)
def test_an_address_or_a_number_passes_the_filter(text: str) -> None:
    assert (headings.find_reach(text) is not None) == (headings.EMAIL_OR_PHONE.search(text) is not None)


@pytest.mark.parametrize("bullet", [pytest.param(bullet, id=f"{bullet!a}") for bullet in [*BULLETS, "\uf0a8", "\ue001"]])
def test_marks_begin_items(bullet: str) -> None:
    text = f"The quarter in brief:\n{bullet} Oats rose.  They had fallen.\n{bullet}Wheat fell.\n"
    assert [block.kind for block in find_blocks(text)] == ["heading", "list_item", "list_item"]


@pytest.mark.parametrize("bullet", [pytest.param(bullet, id=f"{bullet!a}") for bullet in FONT_BULLETS])
def test_letters_of_symbol_fonts_begin_items_before_a_capital_only(bullet: str) -> None:
    assert [block.kind for block in find_blocks(f"{bullet} Oats rose\n{bullet} $4 million\n")] == ["list_item", "list_item"]
    assert bullet == "o" or [block.kind for block in find_blocks(f"{bullet} oats rose in the whole of the valley, as the growers in it had hoped.\n")] == [
        "paragraph"
    ]
