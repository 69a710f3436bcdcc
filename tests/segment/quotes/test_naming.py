"""Naming: the compiled pass over words finds whom the plain loop over the words of an expression finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.segment.quotes.names import NICKNAME, PersonCandidate, precedes_title
from forelook.segment.quotes.naming import make_candidate, scan_people
from forelook.segment.quotes.runs import Token
from forelook.segment.quotes.vocabulary import ADDRESS, GIVEN_NAMES, LINK, TITLE, bare_word, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\s,;:()\[\]\"“”—–/]+|[,;:()\[\]\"“”—–/]")
NAMES = [
    "Jane",
    "Roe",
    "Moe's",
    "Ashworth.",
    "J.",
    "J.C.",
    "M",
    "de",
    "van",
    "la",
    "al-Sayed",
    "d'Arc",
    "O’Neil",
    "ACME",
    "Friday",
    "Chancellor",
    "İx",
    "日本",
    "🚀",
]
BESIDE = [
    "Dr.",
    "Mr.",
    "Dean",
    "CEO",
    "president",
    "chief",
    "officer",
    "PhD",
    "MBA",
    "Jr.",
    "III",
    "Inc.",
    "Corp.",
    "Bank",
    "of",
    "and",
    "the",
    "in",
    "from",
    "said",
]
MARKS = [
    " ",
    ",",
    ";",
    ":",
    "(",
    ")",
    "—",
    "/",
    "\n",
    "\xa0",
    "\u2028",
    "\x00",
    "\ud800",
    "..",
    "'s",
    "®",
    '"Bud"',
    "“Bud”",
    "(Bud)",
    "'Bud'",
    "‘Bud’",
    "“Bud Moe”",
]
PIECES = st.lists(st.sampled_from([*NAMES, *BESIDE, *MARKS]) | st.sampled_from([*NAMES, " "]).map(lambda piece: piece + " "), max_size=12).map("".join)
TEXTS = PIECES | st.lists(st.sampled_from([*NAMES, *BESIDE, *MARKS]), max_size=10).map(" ".join)


def scan_plainly(text: str, start: int, end: int) -> Iterator[PersonCandidate]:
    run: list[Token] = []
    first = ""  # the first word of the run
    address, title_start, skip = False, -1, start
    for match in WORD.finditer(text, start, end):
        place, word = match.start(), match.group()
        if place < skip:
            continue
        if run and word[0] in "\"“('‘" and (nickname := NICKNAME.match(text, place, end)) is not None:
            skip = nickname.end()
            continue
        roles, following = judge(word), word
        surname = len(run) == 1 and roles.can_be_surname and bare_word(first) in GIVEN_NAMES and precedes_title(text, match.end(), end)
        if (roles.goes_on if run else roles.opens) or surname:
            first = first if run else word
            run.append(Token(word, place, match.end()))
            if not roles.ends:
                continue
            following = "."
        elif roles.is_degree or (roles.is_generation and not run):
            continue
        if run:
            candidate = make_candidate(text, run, end, address, title_start, following)
            if candidate is not None:
                yield candidate
            address, title_start, run = False, -1, []
            if following is not word:
                continue
        if roles.role == ADDRESS:
            address = True
        elif roles.role == TITLE:
            title_start = place if title_start < 0 else title_start
        elif roles.role != LINK:
            address, title_start = False, -1
    if run and (candidate := make_candidate(text, run, end, address, title_start, "")) is not None:
        yield candidate


@settings(max_examples=800, deadline=None)
@given(TEXTS, st.just(0) | st.integers(-2, 20), st.just(200) | st.integers(0, 60))
@example(text="Dr. \ud800 Roe, Jr.\x1cJane \u01c5oe", start=0, end=200)
@example(text="Jane Roe", start=-2, end=60)
def test_the_pass_finds_whom_the_plain_loop_finds(text: str, start: int, end: int) -> None:
    assert list(scan_people(text, start, end)) == list(scan_plainly(text, start, end))


def test_more_words_than_are_remembered_have_the_same_roles() -> None:
    many = " ".join(f"Roe{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676)}" for number in range(5000))
    told = list(scan_people("Dr. Jane Roe", 0, 12))
    assert list(scan_people(many, 0, len(many))) == list(scan_plainly(many, 0, len(many)))
    assert list(scan_people("Dr. Jane Roe", 0, 12)) == told != []
