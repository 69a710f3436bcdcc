"""Speech: which quoted words are speech, and which are terms, titles and words set off."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.marks import QuotedSpan, find_quoted_spans
from forelook.segment.quotes.speech import is_term, last_mark, stands_alone


def only_span(text: str) -> QuotedSpan:
    (span,) = find_quoted_spans(text, find_blocks(text))
    return span


@pytest.mark.parametrize(
    ("text", "attributed", "term"),
    [
        pytest.param("The mill is known as “the nose of the north” and is old.", False, True, id="a name"),
        pytest.param("The paper (“Wye”) sold well.", False, True, id="a defined term"),
        pytest.param("They sang “The Mill on the River” in May.", False, True, id="a title in capitals"),
        pytest.param("It rained. “We sold it all in May.” The board met.", False, False, id="a sentence"),
        pytest.param("She said “we sold it all in May, and more.”", True, False, id="a sentence that somebody speaks"),
        pytest.param("She called it the “nose of the north” in May, she said.", True, True, id="a few words after an article, though somebody speaks"),
        pytest.param("She said “WE SOLD IT ALL IN MAY” aloud.", True, False, id="capitals that somebody speaks"),
        pytest.param("She gave a talk titled “The Art of Clay.”", True, True, id="a title with its full stop inside"),
        pytest.param("She said, “The Art of Clay Is Old.”", True, False, id="capitals that nothing calls a title"),
        pytest.param("She joined the “Fill the Bowl” campaign.", True, True, id="a name before its noun"),
        pytest.param("She said “We fill the bowl” and left.", True, False, id="a clause before a verb"),
        pytest.param("The book “we sold it all in May.” is old.", False, True, id="a sentence after the word book"),
    ],
)
def test_terms(text: str, attributed: bool, term: bool) -> None:
    assert is_term(text, only_span(text), 0, attributed=attributed) is term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We sold the mill at Lowell to the town.”", True, id="a paragraph in marks"),
        pytest.param("“We sold the mill.”", False, id="too short"),
        pytest.param("“We sold the mill at Lowell to the town” was the headline.", False, id="words after it"),
        pytest.param("Lena Brandt: “We sold the mill at Lowell to the town.”", False, id="words before it"),
        pytest.param("“We sold the mill at Lowell to the town and others”", False, id="no end of a sentence"),
    ],
)
def test_paragraphs_in_marks(text: str, expected: bool) -> None:
    assert stands_alone(text, find_blocks(text), only_span(text)) is expected


@pytest.mark.parametrize(("text", "mark"), [("“We sold it.”", "."), ("“We sold it, ”", ","), ("“We sold it”", "t")])
def test_last_marks(text: str, mark: str) -> None:
    assert last_mark(text, QuotedSpan(0, len(text), 0)) == mark
