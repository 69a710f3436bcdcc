"""Titles: the run-in heading with which a paragraph begins. A bar shows where it ends."""

from __future__ import annotations

import pytest

from forelook.segment.signs import find_title_signs
from forelook.segment.titles import is_about, match_title

TITLES = [
    pytest.param("Capital Spending.¦ The mill spent $4 million on boilers.", id="a full stop"),
    pytest.param("Capital Spending:¦ The mill spent $4 million on boilers.", id="a colon"),
    pytest.param("Highlights of What We Include in Costs:¦ The mill spent $4 million on boilers.", id="such words inside it"),
    pytest.param("Capital Spending --¦ The mill spent $4 million on boilers.", id="a dash"),
    pytest.param("About Tarn Foods:¦Meet the mill that makes oats.", id="about, with a colon and no blank"),
    pytest.param("About Tarn Foods¦Tarn Foods mills oats in Lowell.", id="about, glued"),
    pytest.param("About Tarn Foods, Inc.¦ Founded in 1912, the mill makes oats.", id="about, an opening word"),
    pytest.param("PRELIMINARY FIGURES¦ The mill expects to report sales of $5 million.", id="capitals"),
    pytest.param("Outlook and Harvest¦   The mill expects a good year.", id="a wide gap"),
    pytest.param("Cautionary note on forward-looking statements:¦ This release contains some.", id="a legend's name"),
]
NONE = [
    pytest.param("The mill spent $4 million. It has new boilers.", id="a sentence"),
    pytest.param("Highlights also include: The mill at Lowell, which has four boilers, and a hall that was built in May.", id="words that lead in a list"),
    pytest.param("Where: The mill at Lowell has a hall for guests.", id="a line of an event"),
    pytest.param("Date and Time: The call begins at noon in Lowell.", id="two words of an event"),
    pytest.param("Tarn Foods Inc. The mill spent $4 million on boilers.", id="an abbreviation"),
    pytest.param("Boilers, Felts and Cylinders. The mill spent $4 million on them.", id="a list of things"),
    pytest.param("Capital (Spending. The mill spent $4 million on boilers.)", id="an open bracket"),
    pytest.param("Capital Spending is Up. The mill spent $4 million on boilers.", id="a verb"),
    pytest.param("capital spending: The mill spent $4 million on boilers.", id="small letters"),
]


@pytest.mark.parametrize("marked", TITLES)
def test_titles(marked: str) -> None:
    place, text = marked.index("¦"), marked.replace("¦", "")
    assert match_title(text, 0, len(text), find_title_signs(text, 0, len(text))) == place


@pytest.mark.parametrize("text", NONE)
def test_no_title(text: str) -> None:
    assert match_title(text, 0, len(text), find_title_signs(text, 0, len(text))) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("About Tarn Foods Tarn Foods mills oats.", True, id="a company and a sentence about it"),
        pytest.param("ABOUT Tarn Foods: Tarn Foods mills oats.", True, id="in capitals"),
        pytest.param("About Tarn Foods", False, id="the heading alone"),
        pytest.param("About half of the oats were milled.", False, id="an amount"),
    ],
)
def test_about(text: str, expected: bool) -> None:
    assert is_about(text, 0, len(text)) is expected
