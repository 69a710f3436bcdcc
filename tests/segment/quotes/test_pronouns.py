"""Pronouns: whom "she" means beside a quotation, and who is the subject of the sentence before one."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.namebook import NameBook
from forelook.segment.quotes.names import Person
from forelook.segment.quotes.pronouns import find_meant, find_subject_before, opens_sentence

TOM = Person("Tom Hale", "president", 0, 8)


@pytest.mark.parametrize(
    ("before", "previous", "name"),
    [
        pytest.param("Lena Brandt runs the mill. ", None, "Lena Brandt", id="named in the sentence before"),
        pytest.param("Lena Brandt runs the mill. ", TOM, "Lena Brandt", id="the subject before, rather than who spoke last"),
        pytest.param("The mill was sold to Lena Brandt. ", TOM, "Tom Hale", id="no subject: who spoke last"),
        pytest.param("The mill was old. ", TOM, "Tom Hale", id="nobody: who spoke last"),
        pytest.param("The mill was old. ", None, None, id="nobody at all"),
        pytest.param("Its manager, Lena Brandt, came in May. ", TOM, "Lena Brandt", id="a subject after her title"),
    ],
)
def test_whom_she_means(before: str, previous: Person | None, name: str | None) -> None:
    text = f'{before}"We sold it," she said.'
    spoke = (0, previous) if previous else None
    meant = find_meant(text, find_blocks(text), text.index('"'), 0, spoke, NameBook(text))
    assert (meant and meant.name) == name


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        pytest.param("Lena Brandt was pleased. ", "We sold our mill.", "Lena Brandt", id="a subject"),
        pytest.param("President Lena Brandt was pleased. ", "We sold our mill.", "Lena Brandt", id="a subject after her title"),
        pytest.param("Lena Brandt was pleased. ", "The mill was sold.", None, id="words of nobody in the first person"),
        pytest.param("Lena Brandt and Tom Hale were pleased. ", "We sold our mill.", None, id="two people"),
        pytest.param("The town council of Lowell, Massachusetts, pleased Lena Brandt. ", "We sold our mill.", None, id="a name far from the beginning"),
        pytest.param("", "We sold our mill.", None, id="nothing before"),
    ],
)
def test_the_subject_before(before: str, words: str, name: str | None) -> None:
    text = f'{before}"{words}"'
    (block,) = find_blocks(text)
    found = find_subject_before(text, block, text.index('"'), len(text), words[-1])
    assert (found and found.name) == name


def test_words_that_end_with_a_comma_belong_to_a_verb_of_saying() -> None:
    text = 'Lena Brandt was pleased. "We sold our mill," said Tom Hale.'
    (block,) = find_blocks(text)
    assert find_subject_before(text, block, text.index('"'), text.rindex('"') + 1, ",") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tom Hale spoke", True, id="at the beginning"),
        pytest.param("It rained. Tom Hale spoke", True, id="after a full stop"),
        pytest.param("The mill of Tom Hale", False, id="inside"),
        pytest.param("It rained. President Tom Hale spoke", True, id="after a title"),
        pytest.param("It rained. Its president, Tom Hale, spoke", True, id="after a title with its article"),
        pytest.param("We met its president Tom Hale", False, id="a title inside"),
        pytest.param("News of the mill\n\nTom Hale spoke", True, id="after a blank line"),
    ],
)
def test_subjects(text: str, expected: bool) -> None:
    start = text.index("Tom")
    assert opens_sentence(text, Person("Tom Hale", None, start, start + 8)) is expected
