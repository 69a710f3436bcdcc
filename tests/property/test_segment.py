"""Segmentation of any text at all: what is found lies in order, covers everything, and is the same however lines end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.fuzz.growth import SLACK, TIMES, grow
from tests.segment.conftest import UNIT_KINDS

from forelook.segment.datelines import match_dateline
from forelook.segment.layout import BLOCK_KINDS, find_blocks
from forelook.segment.segmentation import Segmentation, segment

PIECES = st.sampled_from(
    [
        "Oats rose once more in the spring of the year. ",
        "It will rise again, as Tarn Tile expects, by 4.5% to $12.25 million",
        "LIMA, Ohio, March 5 /PRNewswire/ -- ",
        '"We will build," said Nora Quist, president. "It is time."',
        "“We will build,” she added. “It is time.",
        "Dear Shareholders,",
        "Sincerely,\nNora Quist",
        "About Tarn: Tarn is a mill. ",
        "BUSINESS OUTLOOK",
        "  Net sales   $41,206   $38,117",
        "• an item",
        "(a) an item; ",
        "Contact: Nora Quist, 978-555-0143",
        "http://www.tarn.example .",
        "<PAGE>",
        "<TABLE>",
        "- 2 -",
        "# # #",
        "A. B. ",
        "e.g. ",
        "\N{ROCKET}",
        *'"“”().,:;-–—\t\xa0\u200b ',
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
    ]
)
PIECED = st.lists(PIECES, max_size=30).map("".join)
ANY = st.one_of(PIECED, st.text(max_size=120))


def check(text: str) -> Segmentation:
    found = segment(text)
    for places, kinds in ((found.blocks, set(BLOCK_KINDS)), (found.units, UNIT_KINDS)):
        before = 0
        between = []
        for place in places:
            assert before <= place.start < place.end <= len(text)
            assert place.kind in kinds
            between.append(text[before : place.start])
            before = place.end
        assert not "".join([*between, text[before:]]).translate({0x200B: None, 0xFEFF: None}).strip(), "text in no block or unit"
    for unit in found.units:
        block = found.blocks[unit.block]
        assert block.start <= unit.start
        assert unit.end <= block.end
    for utterance in found.utterances:
        assert utterance.fragments
        assert all(0 <= start < end <= len(text) for start, end in utterance.fragments)
        assert utterance.fragments == sorted(utterance.fragments)
    assert len(found.quoted_by) == len(found.sections) == len(found.states) == len(found.units)
    assert all(-1 <= number < len(found.utterances) for number in found.quoted_by)
    assert all(-1 <= number < index for index, number in enumerate(found.sections))
    return found


@settings(max_examples=300, deadline=None)
@given(ANY)
@example(text="\x1c\u200b\n\ufeff\r\r\n\x85")
@example(text="“\ud800”\u2028\N{ROCKET}\x00")
@example(text="•")
def test_in_order_and_without_loss(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(PIECED)
def test_line_ends_of_windows_change_nothing(text: str) -> None:
    text = text.replace("\r\n", "\n")
    other = text.replace("\n", "\r\n")
    one, two = (([(" ".join(t[u.start : u.end].split()), u.kind) for u in check(t).units]) for t in (text, other))
    assert one == two


@settings(max_examples=100, deadline=None)
@given(PIECED)
def test_blank_lines_around_a_text_change_nothing(text: str) -> None:
    shifted = [(unit.start - 4, unit.end - 4, unit.kind) for unit in check(f"\n\n\n\n{text}\n\n").units]
    plain, opened = ([(unit.start, unit.end, unit.kind) for unit in check(each).units] for each in (text, f"\n{text}"))
    assert shifted in (plain, opened)


def repeat(piece: str) -> Callable[[int], str]:
    return lambda times: piece * times


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(repeat("Oats rose once more in the spring, by 4.5% to $12.25 million, as Tarn Tile had said. "), id="one long paragraph"),
        pytest.param(repeat("a“Aa"), id="glued marks"),
        pytest.param(repeat("____ ______a"), id="rules inside a paragraph"),
        pytest.param(repeat("wordThe mill has "), id="words that lost the blank between them"),
        pytest.param(repeat("oats.1 Wheat.2 "), id="notes"),
        pytest.param(repeat("www." * 100), id="addresses inside an address"),
        pytest.param(repeat(" About Tarn" * 20), id="joints"),
        pytest.param(repeat("The mill has these:\n\nOats: they grow.\n\nWheat: it grows.\n\n" * 10), id="lists without marks"),
        pytest.param(repeat('.\n\n"\n\n'), id="parted marks"),
        pytest.param(repeat('"We will build," said Nora Quist, president of Tarn Tile.\n\nShe added, "It is time to build."\n\n'), id="quotations"),
        pytest.param(
            lambda times: "".join(
                f'"We will build," said Nora {"ABCDEFGHIJ"[k % 10].lower().capitalize()}{"abcdefghij"[k // 10 % 10]}quist.\n\n' for k in range(times)
            ),
            id="many speakers",
        ),
        pytest.param(repeat("  Net sales   $41,206   $38,117\n\nOPERATING COSTS\n\n"), id="one table with captions"),
        pytest.param(repeat("• Oats rose once more\n"), id="items"),
        pytest.param(repeat('"We will build the mill in the spring of next year.\n\n'), id="quotations that never close"),
        pytest.param(repeat("Dear Shareholders,\n\nOats rose once more in the spring.\n\nSincerely,\n\nNora Quist\nPresident\n\n"), id="letters"),
    ],
)
def test_linear_in_the_length_of_the_text(make: Callable[[int], str]) -> None:
    assert grow(segment, make, 100) < TIMES * SLACK


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(repeat("-"), id="dashes"),
        pytest.param(repeat("—"), id="long dashes"),
        pytest.param(repeat(". "), id="dots"),
        pytest.param(repeat("1:11  "), id="times of day"),
        pytest.param(repeat("Jan. 5 "), id="days"),
        pytest.param(repeat("5 Jan. 2019 "), id="days before their month"),
        pytest.param(repeat("BusinessWire."), id="wires"),
    ],
)
def test_a_row_that_is_nearly_a_dateline_is_read_once(make: Callable[[int], str]) -> None:
    def match_often(text: str) -> None:
        for _ in range(20):
            assert match_dateline(text, 0, len(text)) is None

    assert grow(match_often, lambda times: f"{make(times)}x of oats", 3) < TIMES * SLACK


def test_blocks_of_a_text_do_not_hang_on_what_was_read_before() -> None:
    text = "BUSINESS OUTLOOK\n\nOats will rise once more in the spring.\n"
    before = find_blocks(text)
    segment('"' * 500)
    assert find_blocks(text) == before
