"""Stops: the compiled pass lets through what the expression of ends finds, and is sure only where the rules would say yes."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.segment import ends, joint_signs, joints
from forelook.segment.abbreviations import BEFORE_OPENER, HARD, LONG_WORD
from forelook.segment.stops import find_stops

PIECES = [
    "Oats rose",
    "flakes",
    "the Item three",
    "Sections 5a",
    "Tarn Inc",
    "inc",
    "No",
    "U.S",
    "at 5 p.m",
    "Ph.D",
    "2024",
    "5",
    "4.5%",
    "$1,200",
    "Phase II",
    "(see",
    ")",
    "[",
    ". ",
    ".  ",
    ".",
    ".\n",
    ".\u200b ",
    "! ",
    "? ",
    ":",
    "…",
    '"',
    '." ',
    "“",
    ".” ",
    "’s",
    "Wheat fell",
    "The mill",
    " The mill",
    " With all of it",
    " To be of use",
    " Founded by growers in",
    " During the year",
    " In May 2019, ",
    " On May 5, 2019, ",
    "\xa0",
    "A",
    "é",
    "-",
    "/",
    ".comTarn ",
    "\U0001f680",
    "View original content",
    "© 2019",
    "About Tarn",
    "Forward-Looking Statements",
    "------",
    "www.tarn.example",
    "https://",
    "easyMill said",
    " 2019.1 ",
    "oats.iv ",
    ".[2] ",
    "millsThe ",
    ")Wheat ",
    "\u2009— Jane Roe, Tarn ",
    "“We like it.”",
    '."--Jane Roe "We like oats."',
]
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=16).map("".join), st.text(max_size=50))

FINDERS = (
    (joint_signs.ADDRESS, joints._find_after_addresses),
    (joint_signs.LEAD_IN, joints._find_after_lead_ins),
    (joint_signs.SEAM, joints._find_glued),
    (joint_signs.STOP, joints._find_after_stops),
    (joint_signs.OPENING, joints._find_openings),
    (joint_signs.SIGNED, joints._find_after_signed),
)


@settings(max_examples=500, deadline=None)
@given(TEXT)
@example(text="rose.\u200bThen it fell.\x85It")
@example(text="U.S.\x1cThe")
def test_where_a_sentence_may_end_there_is_a_stop(text: str) -> None:
    stops = find_stops(text, 0, len(text))
    for match in ends._choose_pattern(text, 0, len(text)).finditer(text):
        assert match.start() in stops or (match.start("blank"), match.end()) in stops


@settings(max_examples=500, deadline=None)
@given(TEXT)
@example(text="rose…\u2028Then")
def test_an_end_that_is_sure_is_one_by_the_rules(text: str) -> None:
    found = ends.find_ends(text, 0, len(text))
    with patch.object(ends, "find_stops", lambda text, start, end: [place for place in range(start, end) if text[place] in ".!?…:"]):
        assert found == ends.find_ends(text, 0, len(text))


def test_no_abbreviation_ends_in_as_many_small_letters_as_a_plain_word() -> None:
    assert not [word for word in HARD | BEFORE_OPENER if word[-LONG_WORD:].islower() and len(word) >= LONG_WORD and word[-LONG_WORD:].isalpha()]


@settings(max_examples=500, deadline=None)
@given(TEXT)
def test_where_something_may_begin_without_a_stop_there_is_a_sign(text: str) -> None:
    signs = joint_signs.find_joint_signs(text, 0, len(text))
    assert bool(signs & joint_signs.FEED) == ("View " in text[1:] or "©" in text[1:-1])
    assert bool(signs & joint_signs.ABOUT) == ("About " in text[1:])
    assert bool(signs & joint_signs.LEGEND) == ("Looking " in text[1:])
    assert bool(signs & joint_signs.RULE) == ("------" in text[1:] or "______" in text[1:])
    for bit, find in FINDERS:
        assert signs & bit or not list(find(text, 0, len(text)))
