"""The name book: the fullest form of each name in a release, and what else the release says of it."""

from __future__ import annotations

import pytest

from forelook.segment.quotes.namebook import NameBook
from forelook.segment.quotes.names import Person


def find(text: str, name: str) -> Person:
    """Return the last place of a name in a text as a person without a title."""
    start = text.rindex(name)
    return Person(name, None, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        pytest.param("Jane Q. Roe is president. Ms. Roe said", "Roe", "Jane Q. Roe", id="a surname"),
        pytest.param("Jane Q. Roe is president. Jane Roe said", "Jane Roe", "Jane Q. Roe", id="an initial more"),
        pytest.param("Robert Roe is president. Bob Roe said", "Bob Roe", "Robert Roe", id="a short form"),
        pytest.param("J. Roe said. Jane Roe is president. J. Roe said", "J. Roe", "Jane Roe", id="an initial in place of a name"),
        pytest.param("John Roe is president, Jane Roe his sister. Jane Roe said", "Jane Roe", "Jane Roe", id="another person's name"),
        pytest.param("John Roe is president. Jane Roe joined him. Ms. Roe said", "Roe", "Jane Roe", id="of two, the one named last"),
        pytest.param("Mariela Roe is president. Mariela said", "Mariela", "Mariela Roe", id="a given name"),
        pytest.param("The mill is old. Ms. Roe said", "Roe", "Roe", id="nobody in full"),
        pytest.param("Jane\n   Roe is president. Ms. Roe said", "Roe", "Jane Roe", id="a name over two lines"),
        pytest.param("Zorva van 't Roe spoke. Ms. van 't Roe left. Zorva van 't Roe said", "Zorva van 't Roe", "Zorva van 't Roe", id="particles"),
        pytest.param("Robert (“Bob”) Roe spoke. Bob Roe said", "Bob Roe", "Robert Roe", id="a nickname in brackets and marks"),
        pytest.param("N. C. “Nora” Van Der Roe spoke. Van Der Roe said", "Roe", "N. C. Van Der Roe", id="initials, a nickname, and particles in capitals"),
        pytest.param("Jane al-Roe spoke. Jane said", "Jane", "Jane al-Roe", id="a given name before a particle"),
        pytest.param("Jane Roe Moe, president, spoke. Jane Roe said", "Jane Roe", "Jane Roe Moe", id="a second surname"),
        pytest.param("Dr. Roe Min Moe, co-founder, spoke. Roe said", "Roe", "Roe Min Moe", id="a surname that comes first"),
        pytest.param("Jane Roe Fires Kilns, and sells tiles. Jane Roe said", "Jane Roe", "Jane Roe", id="a headline's words"),
        pytest.param("J.L. Roe sells tiles. Jane Roe said", "Jane Roe", "Jane Roe", id="a company of initials"),
        pytest.param("Jane\n\nRoe is a mill. Ms. Roe said", "Roe", "Roe", id="a blank line parts names"),
    ],
)
def test_fullest_form(text: str, name: str, full: str) -> None:
    assert NameBook(text).resolve(find(text, name)).name == full


def test_the_first_title_is_kept() -> None:
    text = "Jane Q. Roe, president, spoke. Ms. Roe said"
    book = NameBook(text)
    first = find(text, "Jane Q. Roe")._replace(title="president")
    assert book.resolve(find(text, "Roe")).title is None
    assert book.resolve(first).title == "president"
    assert book.resolve(find(text, "Roe")).title == "president"
    assert book.resolve(find(text, "Roe")._replace(title="founder")).title == "founder"


@pytest.mark.parametrize(
    ("text", "known", "titled", "company"),
    [
        pytest.param("Jane Tarn is president. Tarn said", True, False, False, id="a person"),
        pytest.param("President Tarn spoke. Tarn said", False, True, False, id="a name after a title"),
        pytest.param("Tarn Tile Works, Inc. sells tiles. Tarn said", True, False, True, id="a company with its form"),
        pytest.param("Tarn Tile (NYSE: TRN) sells tiles. Tarn said", True, False, True, id="a company with its listing"),
        pytest.param("Tarn sells tiles. Tarn said", False, False, False, id="nothing more"),
    ],
)
def test_what_a_single_name_is(text: str, known: bool, titled: bool, company: bool) -> None:
    book, person = NameBook(text), find(text, "Tarn")
    assert (book.is_known(person), book.is_titled(person), book.is_company(person)) == (known, titled, company)
