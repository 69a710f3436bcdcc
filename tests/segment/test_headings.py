"""Headings and contacts by their form: a block's text, and what it is."""

from __future__ import annotations

import pytest

from forelook.segment.headings import LONGEST_HEADING, find_kind, find_reach, is_capitalised, is_contact_group

KINDS = [
    ("Out of Oats? Tarn Says It Has Some", "heading"),
    ("Out of oats? Tarn says that it has some in its mill.", "paragraph"),
    ("Oats Are Out. Tarn Says It Has Some", "paragraph"),
    ("Orrin Paper Names a New Head of Its Mill", "heading"),
    ("ORRIN PAPER REPORTS RECORD SALES FOR THE SECOND QUARTER, AND RAISES ITS DIVIDEND FOR THE NINTH YEAR.", "heading"),
    ("Second quarter", "heading"),
    ("What is new at the mill this year?", "heading"),
    ("The board sees three tasks for the year that lies ahead of the mill at Lowell:", "heading"),
    ("The board sees three tasks for the year that lies ahead of the mill at Lowell, of which one is urgent", "paragraph"),
    ("Costs rose.", "paragraph"),
    ("Sales of envelopes rose by a tenth in the quarter.", "paragraph"),
    ("Orrin Paper Company sells envelopes. The Mill Is at Lowell", "paragraph"),
    ("Orrin Paper, Inc. Names a New Head of Its Mill", "heading"),
    ("Monday, May 5, 2025", "heading"),
    ("Contact: Lena Brandt, 978-555-0143", "contact"),
    ("Investor inquiries:", "contact"),
    ("lena.brandt@orrin.example", "contact"),
    ("www.orrin.example", "contact"),
    ("For more information:", "contact"),
    ("For more information, see the annual report of the mill.", "paragraph"),
    ("Contact lenses sold well in the quarter, and the plant ran at full capacity.", "paragraph"),
    ("The mill can be reached at 978-555-0143 on all days of the week, at all hours, in winter and in summer.", "paragraph"),
    ("Figure 2: The mill at Lowell", "artifact"),
    ("Figures rose in the quarter", "heading"),
    ("View source version on a wire's page", "artifact"),
    ("View of the mill from the river", "heading"),
    ("Updated on May 5 2025 at noon", "artifact"),
    ("This press release features multimedia. View the full release here", "artifact"),
    ("This press release is about the mill, which was sold in the summer of last year.", "paragraph"),
]


@pytest.mark.parametrize(("content", "kind"), [pytest.param(*row, id=row[0]) for row in KINDS])
def test_kinds(content: str, kind: str) -> None:
    assert find_kind(content, 0, len(content)) == kind
    assert find_kind(f"Before. {content} After.", 8, 8 + len(content)) == kind, "only the block counts"


def test_nothing_long_is_a_heading() -> None:
    """Not even in capitals, or in title case."""
    title = "Orrin Paper Names a New Head " * 20
    assert find_kind(title, 0, LONGEST_HEADING - 2) == "heading"
    assert find_kind(title, 0, LONGEST_HEADING + 1) == "paragraph"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("Orrin Paper Company\nLena Brandt\n(978) 555-0143", True, id="a name and a number"),
        pytest.param("Media Relations:\nLena Brandt", False, id="a name without an address"),
        pytest.param("Contacts:\nLena Brandt", True, id="the word above a name"),
        pytest.param("Lena Brandt can be reached at lena@orrin.example.", False, id="a sentence"),
        pytest.param("The mill was sold. Lena Brandt\n(978) 555-0143", False, id="a sentence before a name"),
    ],
)
def test_groups_of_lines(content: str, expected: bool) -> None:
    assert is_contact_group(content, max(map(len, content.split("\n")))) is expected


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("write to lena@orrin.example today", "lena@orrin.e"),
        ("call (978) 555-0143", "(978) 555-0143"),
        ("call +1 978 555 0143", "+1 978 555 0143"),
        ("Tel.: see below", "Tel."),
        ("https://orrin.example", "https://"),
        ("the order of 978-555-01434 sheets", None),
        ("sales of 978 555 tons", None),
        ("a telephone in every room", None),
    ],
)
def test_addresses_and_numbers(content: str, found: str | None) -> None:
    match = find_reach(content)
    assert (match and match.group()) == found


@pytest.mark.parametrize(
    ("content", "expected"), [("SECOND QUARTER", True), ("Sales of the Second Quarter", True), ("Sales rose in the quarter", False), ("12", True)]
)
def test_capitals(content: str, expected: bool) -> None:
    assert is_capitalised(content) is expected
