"""Seams: where a heading or a byline ends that lost the line's end before its paragraph. A bar shows the seam."""

from __future__ import annotations

import pytest

from forelook.segment.seams import first_word, is_capitalised, match_seam, opens_clause, states
from forelook.segment.signs import find_title_signs

SEAMS = [
    pytest.param("About Tarn¦The company mills oats in Lowell.", id="an article after a name"),
    pytest.param("Second Quarter Outlook¦The mill expects sales to rise in the second quarter.", id="an article"),
    pytest.param("Forward-Looking Statements¦ This release contains statements about the future.", id="a section's name and a blank"),
    pytest.param("SECOND QUARTER¦Tarn Foods milled more oats. The mill of Tarn Foods is old.", id="capitals"),
    pytest.param("Jane Roe, President¦“We mill more oats than ever, and we hope to mill more.”", id="a byline and the words spoken"),
]
NONE = [
    pytest.param("LinkedIn users of the mill grew in number, as LinkedIn said.", id="a name with a capital inside"),
    pytest.param("The McDonald mill was sold in May to Tarn Foods.", id="a surname with a capital inside"),
    pytest.param("Tarn Foods mills oats in Lowell. The mill is old.", id="a sentence"),
    pytest.param("Tarn Foods called it “Oats for Everyone”, which is a slogan.", id="a quotation inside a sentence"),
    pytest.param("The iPhone app of the mill was renewed in May.", id="a product's name"),
]


@pytest.mark.parametrize("marked", SEAMS)
def test_seams(marked: str) -> None:
    place, text = marked.index("¦"), marked.replace("¦", "")
    assert match_seam(text, 0, len(text), find_title_signs(text, 0, len(text))) == place


@pytest.mark.parametrize("text", NONE)
def test_no_seam(text: str) -> None:
    assert match_seam(text, 0, len(text), find_title_signs(text, 0, len(text))) == 0


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Sales rise in the second quarter", False),
        ("Mill closed in Lowell", True),
        ("The mill is old", True),
        ("Closed Mills of Lowell", False),
        ("Shares of the mill", False),
    ],
)
def test_what_a_heading_asserts(heading: str, expected: bool) -> None:
    """A finite verb or a past form after the first word."""
    assert states(heading) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarn mills that were sold in May", True),
        ("Tarn also has a mill", True),
        ("Tarn (NYSE: TRN) also has a mill", True),
        ("Tarn Foods has a mill", False),
        ("Tarn of oats. It has a mill", False),
    ],
)
def test_clauses(text: str, expected: bool) -> None:
    assert opens_clause(text, 0) is expected


@pytest.mark.parametrize(("text", "word"), [("Tarn’s mill", "Tarn’s"), ("AT&T said", "AT&T"), ("“Tarn", ""), ("", "")])
def test_first_words(text: str, word: str) -> None:
    assert first_word(text, 0) == word


@pytest.mark.parametrize(
    ("words", "share", "expected"),
    [
        pytest.param("Sales of the Second Quarter", 1.0, True, id="small words do not count"),
        pytest.param("Sales rose this Quarter", 0.6, False, id="half of them"),
        pytest.param("“Sales 2025 (Second)", 1.0, True, id="marks and figures"),
        pytest.param("of the", 1.0, True, id="no long word"),
    ],
)
def test_capitals(words: str, share: float, expected: bool) -> None:
    assert is_capitalised(words.split(), share) is expected
