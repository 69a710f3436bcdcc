"""People: who is named in a stretch of text, with a title, and how surely."""

from __future__ import annotations

import pytest

from forelook.segment.quotes.people import find_people, find_person

ADDRESS, TITLED, NAMED, SINGLE = 3, 2, 1, 0


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("said Lena Brandt, president of Orrin Paper", [("Lena Brandt", "president of Orrin Paper", ADDRESS)], id="a given name and a title"),
        pytest.param("said Mr. Brandt", [("Brandt", None, ADDRESS)], id="a form of address"),
        pytest.param("said Zorvan Quillby, president", [("Zorvan Quillby", "president", TITLED)], id="a title beside an unknown name"),
        pytest.param("said Zorvan Quillby", [("Zorvan Quillby", None, NAMED)], id="two capitalised words"),
        pytest.param("said Quillby", [("Quillby", None, SINGLE)], id="one"),
        pytest.param("said the president of the mill", [], id="nobody by name"),
        pytest.param("Lena Brandt and Tom Hale said", [("Lena Brandt", None, ADDRESS), ("Tom Hale", None, ADDRESS)], id="two"),
    ],
)
def test_candidates(text: str, people: list[tuple[str, str | None, int]]) -> None:
    assert [(each.person.name, each.person.title, each.strength) for each in find_people(text, 0, len(text))] == people


@pytest.mark.parametrize(
    ("text", "lone", "name"),
    [
        pytest.param("Quillby", True, "Quillby", id="a surname alone"),
        pytest.param("Quillby", False, None, id="a surname alone where it may be anything"),
        pytest.param("Mr. Quillby", False, "Quillby", id="a surname after a form of address"),
        pytest.param("Quillby, who met Lena Brandt", True, "Lena Brandt", id="a full name is surer than a single one"),
        pytest.param("Lena Brandt and Tom Hale", False, "Lena Brandt", id="the first of two"),
        pytest.param("Zorvan Grocers Vice President Lena Brandt", False, "Lena Brandt", id="a company before its officer"),
        pytest.param("Lena Brandt, president of Zorvan Grocers", False, "Lena Brandt", id="a company after its officer"),
        pytest.param("the Boston-based mill", True, None, id="nobody"),
        pytest.param("Daniel Park.", False, "Daniel Park", id="a surname that is a place's word too"),
        pytest.param("CEO Zorvan Park stated", False, "Zorvan Park", id="the same after a title, without a known given name"),
        pytest.param("Park Jin-woo, chief executive", False, "Park Jin-woo", id="the same before its given name"),
        pytest.param("Zorvan Park and its lake", False, None, id="a place"),
        pytest.param("Lena Brandt Orrin Oat Farm's president", False, "Lena Brandt", id="a company's name right after its officer's"),
        pytest.param("Lena BrandtCEO of Orrin", False, "Lena Brandt", id="an office that is glued to a name"),
        pytest.param("Lena McCoy of Orrin", False, "Lena McCoy", id="a name with a capital inside"),
        pytest.param("The Orrin Times", True, None, id="a newspaper"),
        pytest.param("Judge Zorvan Quillby", False, "Zorvan Quillby", id="a judge"),
    ],
)
def test_whom_the_words_name_first(text: str, lone: bool, name: str | None) -> None:
    person = find_person(text, 0, len(text), lone=lone)
    assert (person and person.name) == name
    if person is not None:
        assert text[person.start : person.end] == person.name


def test_only_the_stretch_asked_for_counts() -> None:
    text = "Lena Brandt met Tom Hale"
    assert find_person(text, 16, len(text), lone=False) == find_people(text, 16, len(text))[0].person
    assert find_person(text, 0, 4, lone=False) is None
