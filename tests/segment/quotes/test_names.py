"""Names: whom the words beside a quotation name, and under which name. Rows: a text and the name."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.people import find_person
from forelook.segment.quotes.utterances import find_quotes

PEOPLE = [
    ("Dr. Michael Chancellor, co-founder of Tarn Tile", "Michael Chancellor"),
    ("Bob Friday, CTO of Tarn Tile", "Bob Friday"),
    ("Friday, May 3", None),
    ("Sioux Honey Association President and CEO Kevin Moe", "Kevin Moe"),
    ("Karl Jones, Head of Analytics, Willis Re International", "Karl Jones"),
    ("Cedar Falls-based Tarn", None),
    ("Robert “Bud” Hale, president", "Robert Hale"),
    ("Robert (Bud) Hale, president", "Robert Hale"),
    ("Robert (“Bud”) Hale, president", "Robert Hale"),
    ("Robert 'Bud' Hale, president", "Robert Hale"),
    ("Björk d’Arcy, president", "Björk d’Arcy"),
    ("Thomas al-Rashid, president", "Thomas al-Rashid"),
    ("KIM Min-jun, country head", "KIM Min-jun"),
    ("R. van 't Hoff, who runs the kiln", "R. van 't Hoff"),
    ("Juan Pablo de la Fuente y Ríos, president", "Juan Pablo de la Fuente y Ríos"),
    ("María del Carmen Ibáñez, president", "María del Carmen Ibáñez"),
    ("van den Berg, who joined in 2019", "van den Berg"),
    ("J.C. Berry, president", "J.C. Berry"),
    ("Harlan Whitcombe Jr., president", "Harlan Whitcombe Jr."),
    ("Ronald L. Moe, Jr., president", "Ronald L. Moe, Jr."),
    ("Monroe A. Lind III, president", "Monroe A. Lind III"),
    ("Guidepost Solutions CEO Julie Wood", "Julie Wood"),
    ("Grace Hill CEO Kendall Lind", "Kendall Lind"),
    ("Vice President of Marketing for Harlow Grocers, Nora Quist", "Nora Quist"),
    ("Director of Real Estate Nora Quist", "Nora Quist"),
    ("Chief Geologist Jim Quist", "Jim Quist"),
    ("Dean Moe, President of Tarn Tile", "Dean Moe"),
    ("J. Nelson, Westell Inc.", "J. Nelson"),
    ("Nick Farrow and Burton Hale, co-presidents", "Nick Farrow"),
    ("His Excellency Eng. Nora Quist", "Nora Quist"),
    ("Larkmoor", None),
    ("November", None),
    ("Another", None),
    ("the Baker Prize", None),
    ("the Great Lakes Water Council", None),
    ("Natural Grocers", None),
]
FULLEST = [
    ("Barbara D. Moe, Ph.D., runs it.\n\nDean Moe opened it.\n\n“We fired both kilns this year,” Moe said.", "Barbara D. Moe"),
    ("Trent Clews-de Moe runs it.\n\n“We fired both kilns this year,” said Mr. Clews-de Moe.", "Trent Clews-de Moe"),
    ("“We fired both kilns this year,” said María del Carmen Ibáñez, president.", "María del Carmen Ibáñez"),
    ("Having Nora Quist is a joy.\n\nNora Quist runs it.\n\n“We fired both kilns this year,” said Nora Quist.", "Nora Quist"),
    ("Timothy M. Moe founded it.\n\n“We fired both kilns this year,” said Tim Moe.", "Timothy M. Moe"),
    ("Robert A. Roe, president of Tarn Tile, opened the kiln.\n\n“We fired both kilns this year,” said Bob Roe, president.", "Robert A. Roe"),
    ("Eric J. van der Walde runs it.\n\n“We fired both kilns this year,” said van der Walde.", "Eric J. van der Walde"),
    ("Michael Roe sells.\n\nJohn Roe, president, opened it.\n\n“We fired both kilns this year,” said Roe.", "John Roe"),
    ("Mariela Garcia chose it.\n\n“We fired both kilns this year,” Mariela shared.", "Mariela Garcia"),
    ("Robert Roe sells.\n\n“We fired both kilns this year,” said Richard Roe, president.", "Richard Roe"),
]


@pytest.mark.parametrize(("text", "name"), PEOPLE, ids=[text for text, _ in PEOPLE])
def test_the_name_in_a_few_words(text: str, name: str | None) -> None:
    person = find_person(text, 0, len(text), lone=False)
    assert (person and person.name) == name


@pytest.mark.parametrize(("text", "name"), FULLEST, ids=[name for _, name in FULLEST])
def test_the_fullest_name_in_the_release(text: str, name: str) -> None:
    (utterance,) = find_quotes(text, find_blocks(text))
    assert utterance.speaker is not None
    assert utterance.speaker.name == name
