"""Signs: the compiled filters let through whatever the expressions after them find."""

from __future__ import annotations

import re
from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.characters import skip_blank, trim_blank
from forelook.segment import again, joins, seams, titles
from forelook.segment.blocks import HEADING, LIST_ITEM, PARAGRAPH, Block
from forelook.segment.gaps import find_joinable
from forelook.segment.signs import (
    BEFORE_CAPITALS,
    CAPITALS,
    LATER_TITLES,
    QUOTE,
    RUN_IN,
    SEAM,
    SECTION,
    SPACED,
    find_opening_signs,
    find_title_signs,
)

PIECES = [
    "Oats rose",
    "flakes",
    ". ",
    ".",
    "! ",
    "? ",
    ": ",
    ":",
    '"',
    "“",
    "”",
    "(",
    ")",
    "1",
    "2.5",
    "A ",
    "TARN",
    "Inc",
    "…",
    ".com",
    "\n",
    "www.tarn",
    "®",
    "é",
    "  ",
    "About Tarn",
    "The mill",
    "Forward-Looking Statements",
    " and ",
    "OF",
    ",",
    " – ",
    "-",
    "Ph.",
    "D.",
    " www.",
    "said:",
    "o",
]
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=50))
GLUED = ((CAPITALS, seams._CAPITALS_SEAM), (QUOTE, seams._QUOTE_SEAM))
GLUED_CAPITAL = re.compile(r"[A-Z“\"](?<=[a-z)®™?\d][A-Z“\"])")
ALL = 511  # every sign
PARTED = (titles._IN_CAPITALS, titles._WIDE_GAP, titles._IN_TITLE_CASE)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_where_a_seam_is_there_is_a_sign(text: str) -> None:
    signs = find_title_signs(text, 0, len(text))
    reach = min(len(text), seams.SEAM_REACH)
    for bit, expression in GLUED:
        assert signs & bit or expression.search(text, 1, reach) is None
    for bit, expression in ((SEAM, seams._SEAM), (BEFORE_CAPITALS, seams._SEAM_BEFORE_CAPITALS)):
        assert signs & bit or not any(seams._weigh_clause(text, 0, seam.start()) for seam in expression.finditer(text, 1, reach))
    assert signs & SECTION or seams._SECTION.match(text, 0, reach) is None


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_where_a_title_ends_without_a_seam_there_is_a_sign(text: str) -> None:
    signs = find_title_signs(text, 0, len(text))
    reach = min(len(text), titles.LONGEST_SPACED + titles.SPACED_REACH)
    assert signs & SPACED or not any(pattern.match(text, 0, reach) for pattern in PARTED)
    found = titles.RUN_IN_TITLE.match(text, 0, min(len(text), 200))
    assert signs & RUN_IN or found is None or found.end() >= len(text) or not titles.is_title(found, text, len(text))


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_a_sentence_opens_with_a_heading_where_a_sign_of_one_stands(text: str) -> None:
    opens = len(text) > 1 and (text.startswith(("(", *LATER_TITLES)) or GLUED_CAPITAL.search(text, 1, min(len(text), seams.SEAM_REACH)) is not None)
    assert find_opening_signs(text, 0, len(text)) == (find_title_signs(text, 0, len(text)) if opens else 0)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_without_a_sign_no_title_is_found(text: str) -> None:
    assert find_title_signs(text, 0, len(text)) or not text or not titles.match_title(text, 0, len(text), ALL)


@settings(max_examples=2000, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "About",
                "ABOUT",
                " ",
                " ",
                " ",
                "Tarn",
                "Towers",
                "Foods",
                "Mills",
                "T",
                "Ta",
                "a",
                "The",
                "the",
                "of",
                "&",
                ",",
                "Inc.",
                ":",
                "(",
                "Founded",
                "5",
                "’s",
            ]
        ),
        max_size=14,
    )
)
@example(["About", " ", "Tarn", " ", "T"])
@example(["About", " ", "TarnTarn", " "])
@example(["the", " ", "Tarn", " ", "Towers", " ", "T"])
def test_what_is_but_a_name_has_no_title_inside(parts: list[str]) -> None:
    text = "About " + "".join(parts)
    assert titles.NAME_ALONE.match(text) is None or titles.ABOUT.match(text) is None


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_blocks_that_belong_together_pass_the_filter(first: str, second: str) -> None:
    text = f"{first}\n\n{second}"
    start, end = skip_blank(text, 0, len(first)), trim_blank(text, 0, len(first))
    following, last = skip_blank(text, len(first), len(text)), trim_blank(text, 0, len(text))
    if start >= end or following >= last or find_joinable(text, [Block(start, end, PARAGRAPH), Block(following, last, PARAGRAPH)]):
        return
    assert text[following] != '"'
    for one, other in product((PARAGRAPH, HEADING, LIST_ITEM), repeat=2):
        assert joins._choose_kind(text, Block(start, end, one), Block(following, last, other)) is None


@settings(max_examples=300, deadline=None)
@given(TEXT, st.integers(0, 60), st.sampled_from(["Oats", "mill", "TARN", "é", ""]), st.sampled_from(["rose", "Inc", "A"]))
def test_a_word_stands_again_as_str_find_tells(text: str, place: int, left: str, right: str) -> None:
    place = min(place, len(text))
    text = f"{text[:place]}{left}{right}{text[place:]}{left}{right} {left}"
    place += len(left)
    name = left + right
    assert again.stands(text, place, right) == (re.search(rf" {right}(?!\w)|(?<= {right})_", text) is not None)
    assert again.stands_again(text, place - len(left), place, place + len(right)) == (name in text[place + len(right) :] or name in text[: place - len(left)])
