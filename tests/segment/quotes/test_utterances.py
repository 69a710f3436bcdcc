"""Quotations: what counts as speech, and who speaks. Rows: a text, and its utterances as (speaker, the fragments' words)."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.utterances import Utterance, find_quotes

Expected = list[tuple[str | None, list[str]]]

ATTRIBUTIONS = [
    pytest.param('"Our kilns ran day and night," said Nora Quist.', [("Nora Quist", ['"Our kilns ran day and night,"'])], id="after, verb first"),
    pytest.param('"Our kilns ran day and night," Nora Quist said.', [("Nora Quist", ['"Our kilns ran day and night,"'])], id="after, name first"),
    pytest.param('Nora Quist said, "Our kilns ran day and night."', [("Nora Quist", ['"Our kilns ran day and night."'])], id="before, with a comma"),
    pytest.param('Nora Quist commented: "Our kilns ran day and night."', [("Nora Quist", ['"Our kilns ran day and night."'])], id="before, with a colon"),
    pytest.param(
        'Nora Quist, the founder of Tarn Tile, said that "our kilns ran day and night this year."',
        [("Nora Quist", ['"our kilns ran day and night this year."'])],
        id="before, with that",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist, "and we sold all that they made."',
        [("Nora Quist", ['"Our kilns ran day and night,"', '"and we sold all that they made."'])],
        id="interrupted inside a sentence",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist. "We sold all that they made. Next year we build more."',
        [("Nora Quist", ['"Our kilns ran day and night,"', '"We sold all that they made. Next year we build more."'])],
        id="interrupted between sentences",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist. "Tiles sold well," she added. "Bricks did not sell."',
        [("Nora Quist", ['"Our kilns ran day and night,"', '"Tiles sold well,"', '"Bricks did not sell."'])],
        id="she added, in the same paragraph",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist.\n\nShe added, "We sold all that they made."',
        [("Nora Quist", ['"Our kilns ran day and night,"']), ("Nora Quist", ['"We sold all that they made."'])],
        id="she added, in the next paragraph",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist.\n\n"We sold all that they made," she continued.',
        [("Nora Quist", ['"Our kilns ran day and night,"']), ("Nora Quist", ['"We sold all that they made,"'])],
        id="she continued, after",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist. Peter Lind, who runs sales, noted, "We sold all that they made."',
        [("Nora Quist", ['"Our kilns ran day and night,"']), ("Peter Lind", ['"We sold all that they made."'])],
        id="two speakers in a paragraph",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist. She said that tiles sold well. Sales of brick fell.',
        [("Nora Quist", ['"Our kilns ran day and night,"'])],
        id="indirect speech is no quotation",
    ),
    pytest.param(
        "“Our kilns ran day and night,” said Nora Quist. “We sold all that they made.”",
        [("Nora Quist", ["“Our kilns ran day and night,”", "“We sold all that they made.”"])],
        id="curly marks",
    ),
    pytest.param(
        "``Our kilns ran day and night,'' said Nora Quist. ``We sold all that they made.''",
        [("Nora Quist", ["``Our kilns ran day and night,''", "``We sold all that they made.''"])],
        id="doubled single marks of the wire",
    ),
    pytest.param(
        "\x93Our kilns ran day and night,\x94 said Nora Quist.",
        [("Nora Quist", ["\x93Our kilns ran day and night,\x94"])],
        id="marks of Windows-1252 read as Latin-1",
    ),
    pytest.param(
        '"Our kilns ran\nday and night, and we sold all that\nthey made," said Nora\nQuist, president.',
        [("Nora Quist", ['"Our kilns ran day and night, and we sold all that they made,"'])],
        id="a name over the end of a line",
    ),
]

NAMES = [
    pytest.param(
        'Dr. Nora B. Quist, president of Tarn Tile, opened the plant.\n\n"Our kilns ran day and night," said Dr. Quist.',
        [("Nora B. Quist", ['"Our kilns ran day and night,"'])],
        id="a surname with an honorific",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora B. Quist, president of Tarn Tile.\n\nQuist added, "We sold all that they made."',
        [("Nora B. Quist", ['"Our kilns ran day and night,"']), ("Nora B. Quist", ['"We sold all that they made."'])],
        id="a bare surname",
    ),
    pytest.param(
        'Nora B. Quist founded Tarn Tile.\n\n"Our kilns ran day and night," said Nora Quist.',
        [("Nora B. Quist", ['"Our kilns ran day and night,"'])],
        id="the initial that stands elsewhere",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Mr. Jan van der Berg, chairman.', [("Jan van der Berg", ['"Our kilns ran day and night,"'])], id="particles"
    ),
    pytest.param(
        '"Our kilns ran day and night," said Seán O’Dell-Quist, chairman.',
        [("Seán O’Dell-Quist", ['"Our kilns ran day and night,"'])],
        id="accent, apostrophe and hyphen",
    ),
    pytest.param('"Our kilns ran day and night," said NORA QUIST, president.', [("NORA QUIST", ['"Our kilns ran day and night,"'])], id="capitals"),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist, Ph.D., chief scientist.',
        [("Nora Quist", ['"Our kilns ran day and night,"'])],
        id="a degree is no part of the name",
    ),
    pytest.param('"Our kilns ran day and night," said Management.', [("Management", ['"Our kilns ran day and night,"'])], id="Management"),
    pytest.param(
        'Tarnfire, Inc. lost its kiln.\n\n"We are glad that nobody was hurt," Tarnfire said in a statement.',
        [("Tarnfire", ['"We are glad that nobody was hurt,"'])],
        id="a company of one word",
    ),
    pytest.param(
        'Tarn Fire Tile, Inc. lost its kiln.\n\n"We are glad that nobody was hurt," Tarn Fire said in a statement.',
        [("Tarn Fire", ['"We are glad that nobody was hurt,"'])],
        id="a company of two words",
    ),
    pytest.param(
        '"This is our largest kiln," Tarn Tile CEO Nora Quist and Rim Works CEO Owen Strand said in a joint statement.',
        [("Nora Quist", ['"This is our largest kiln,"'])],
        id="two offices of two companies, jointly",
    ),
    pytest.param(
        'As the founder, Owen Strand, liked to say, "a tile is a promise to a floor."',
        [("Owen Strand", ['"a tile is a promise to a floor."'])],
        id="liked to say",
    ),
    pytest.param(
        'Tarn Fire Tile, Inc. lost its kiln.\n\n"We are glad that nobody was hurt," said Tarn Fire in a statement.',
        [("Tarn Fire", ['"We are glad that nobody was hurt,"'])],
        id="the same after the verb",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Owen Strand. Its manager, Nora Quist, comes from Lima. "I brought nine men with me," she said.',
        [("Owen Strand", ['"Our kilns ran day and night,"']), ("Nora Quist", ['"I brought nine men with me,"'])],
        id="a pronoun for the person in apposition",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Owen Strand. He thanked the manager, Nora Quist, for it. "I brought nine men with me," he said.',
        [("Owen Strand", ['"Our kilns ran day and night,"', '"I brought nine men with me,"'])],
        id="a pronoun past an apposition that is no subject",
    ),
    pytest.param(
        '"Our kilns ran day and night," a company spokesman said.',
        [("a company spokesman", ['"Our kilns ran day and night,"'])],
        id="a spokesman without a name",
    ),
    pytest.param(
        '"Their tiles never crack," said Ada Moe, who buys for Moe Homes, a customer of Tarn Tile.',
        [("Ada Moe", ['"Their tiles never crack,"'])],
        id="a customer",
    ),
    pytest.param(
        '"Our kilns ran day and night and we sold all that they made."\n\n-- Nora Quist, President, Tarn Tile',
        [("Nora Quist", ['"Our kilns ran day and night and we sold all that they made."'])],
        id="a signed line below",
    ),
    pytest.param(
        "Nora Quist, President of Tarn Tile, commented:\n\n“Our kilns ran day and night, and we sold all that they made.”",
        [("Nora Quist", ["“Our kilns ran day and night, and we sold all that they made.”"])],
        id="a lead-in with a colon in the paragraph above",
    ),
]

TITLES = [
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist, president and chief executive officer.', "president and chief executive officer", id="after the name"
    ),
    pytest.param('"Our kilns ran day and night," said Chief Financial Officer Nora Quist.', "Chief Financial Officer", id="before the name"),
    pytest.param(
        'Nora Quist, president of Tarn Tile, commented, "Our kilns ran day and night."', "president of Tarn Tile", id="after the name, before the cue"
    ),
    pytest.param('"Our kilns ran day and night," said Nora Quist, Ph.D., chief scientist.', "chief scientist", id="after a degree"),
    pytest.param('"Our kilns ran day and night," said Nora Quist. "We sold all that they made."', None, id="none"),
    pytest.param(
        'Nora Quist, President of Tarn Tile, said, "Our kilns ran day and night."\n\nMs. Quist continued, "We sold all that they made."',
        "President of Tarn Tile",
        id="told once, kept for later quotations",
    ),
]

NESTED = [
    pytest.param(
        'Nora Quist commented, "As the last "all-clay" maker of tile in the state, we\nsell abroad. Our kilns ran day and night."',
        [("Nora Quist", ['"As the last "all-clay" maker of tile in the state, we sell abroad. Our kilns ran day and night."'])],
        id="straight marks inside straight marks",
    ),
    pytest.param(
        "Nora Quist commented, “As the last “all-clay” maker of tile in the state, we sell abroad.”",
        [("Nora Quist", ["“As the last “all-clay” maker of tile in the state, we sell abroad.”"])],
        id="curly marks inside curly marks",
    ),
    pytest.param(
        "Nora Quist commented, “As the last ‘all-clay’ maker of tile in the state, we sell abroad.”",
        [("Nora Quist", ["“As the last ‘all-clay’ maker of tile in the state, we sell abroad.”"])],
        id="single marks inside curly marks",
    ),
    pytest.param(
        '"We make a 12" tile and a 16" tile," said Nora Quist. "Both sell well abroad."',
        [("Nora Quist", ['"We make a 12" tile and a 16" tile,"', '"Both sell well abroad."'])],
        id="inches inside a quotation",
        marks=pytest.mark.xfail(reason="an inch mark inside a quotation ends it"),
    ),
    pytest.param(
        'The new 12" tile weighs two pounds. "Our kilns ran day and night," said Nora Quist.',
        [("Nora Quist", ['"Our kilns ran day and night,"'])],
        id="inches before a quotation",
    ),
]

PARAGRAPHS = [
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist. "We sold all that they made.\n\n"Next year we will build a third kiln.\n\n"It will burn gas."\n\nSales rose once more.',
        [("Nora Quist", ['"Our kilns ran day and night,"', '"We sold all that they made.', '"Next year we will build a third kiln.', '"It will burn gas."'])],
        id="marks opened again in each paragraph",
    ),
    pytest.param(
        'Nora Quist said, "Our kilns ran day and night.\n\nWe sold all that they made, and more.\n\nNext year we will build a third kiln."\n\nSales rose once more.',
        [("Nora Quist", ['"Our kilns ran day and night.', "We sold all that they made, and more.", 'Next year we will build a third kiln."'])],
        id="marks not opened again",
    ),
    pytest.param(
        "Nora Quist said, “Our kilns ran day and night.\n\n“Next year we will build a third kiln.”\n\nSales rose once more.",
        [("Nora Quist", ["“Our kilns ran day and night.", "“Next year we will build a third kiln.”"])],
        id="curly marks opened again",
    ),
    pytest.param(
        'Nora Quist said, "Our kilns ran day and night.\n\n<PAGE>\n\n"Next year we will build a third kiln."\n\nSales rose once more.',
        [("Nora Quist", ['"Our kilns ran day and night.', '"Next year we will build a third kiln."'])],
        id="over the end of a page",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist.\n\n"We sold all that they made. Next year we will build a third kiln."',
        [("Nora Quist", ['"Our kilns ran day and night,"', '"We sold all that they made. Next year we will build a third kiln."'])],
        id="a whole quoted paragraph after the speaker's",
    ),
]

ODD = [
    pytest.param(
        'Nora Quist said, "Our kilns ran day and night. We sold all that they made.\n\nSales rose once more to $4 million.\n\nCosts fell a little in May.',
        [("Nora Quist", ['"Our kilns ran day and night. We sold all that they made.'])],
        id="a mark that never closes ends with its paragraph",
    ),
    pytest.param(
        'Nora Quist said, "Our kilns ran day and night.\n\nSales rose once more to $4 million.\n\nPeter Lind said, "We sold all that they made."',
        [("Nora Quist", ['"Our kilns ran day and night.']), ("Peter Lind", ['"We sold all that they made."'])],
        id="a mark that never closes does not swallow the next quotation",
    ),
    pytest.param(
        '"Our kilns ran day and night," said Nora Quist. We sold all that they made."',
        [("Nora Quist", ['"Our kilns ran day and night,"', 'We sold all that they made."'])],
        id="a missing opening mark",
    ),
    pytest.param(
        'Sales rose.\ufeff"Our kilns ran day and night," said Nora Quist. \u200b"We sold all that they made."\u200b',
        [("Nora Quist", ['"Our kilns ran day and night,"', '"We sold all that they made."'])],
        id="beside characters that take no room",
    ),
    pytest.param('Sales rose once more." Costs fell a little in May.', [], id="a lone closing mark"),
    pytest.param('"', [], id="nothing but a mark"),
    pytest.param('" " " "', [], id="nothing but marks and blanks"),
    pytest.param("”””“““", [], id="nothing but curly marks, the wrong way round"),
]

NO_QUOTES = [
    pytest.param('Tarn Tile, Inc. lost its kiln.\n\n"The kiln that burned for nine years," Winter said again.', id="a word that begins no company's name"),
    pytest.param('The firm sells what it calls "clever clay" in nine states.', id="scare quotes"),
    pytest.param('Tarn Tile, Inc. ("Tarn" or the "Company") makes tile in Lima, Ohio.', id="defined terms"),
    pytest.param('Words such as "expects," "plans to," "will" and "may" mark such statements.', id="listed words"),
    pytest.param('Its brochure "The Tile That Never Cracks in Winter" was printed in May.', id="a title"),
    pytest.param('See "Risk Factors That May Affect Our Future Results" in the annual report.', id="a section of a filing"),
    pytest.param('These statements are made under the "safe harbor" provisions of the law.', id="a legal term"),
    pytest.param('Its shares trade in New York under the symbol "TRN" and in London as "TRNL".', id="ticker symbols"),
    pytest.param("Nora Quist runs Tarn Tile. She said that sales rose once more.", id="no marks at all"),
]

LETTER = """Dear Shareholders,

Our kilns ran day and night this year, and we sold all that they made.

Next year we will build a third kiln.

Sincerely,

Nora B. Quist
President, Tarn Tile

About Tarn Tile

Tarn Tile has made tile in Lima, Ohio since 1901.
"""


def find(text: str) -> list[Utterance]:
    """Return the utterances of a text, having checked what holds for every text."""
    utterances = find_quotes(text, find_blocks(text))
    starts = []
    for utterance in utterances:
        assert utterance.fragments
        before = 0
        for start, end in utterance.fragments:
            assert before <= start < end <= len(text)
            before = end
        starts.append(utterance.fragments[0][0])
        if utterance.speaker is not None:
            assert 0 <= utterance.speaker.start < utterance.speaker.end <= len(text)
            assert " ".join(text[utterance.speaker.start : utterance.speaker.end].split()) == utterance.speaker.name
        if utterance.cue is not None:
            assert utterance.cue in text
    assert starts == sorted(starts)
    return utterances


def tell(text: str) -> Expected:
    return [(u.speaker.name if u.speaker else None, [" ".join(text[start:end].split()) for start, end in u.fragments]) for u in find(text)]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTIONS)
def test_attributions(text: str, expected: Expected) -> None:
    assert tell(text) == expected


@pytest.mark.parametrize("nickname", ['"Nan"', "“Nan”", "(Nan)"])
def test_a_nickname_is_no_quotation_at_which_a_name_ends(nickname: str) -> None:
    text = f'"Our kilns ran day and night," said Nora J. {nickname} van der Quist Jr., president.'
    assert [u.speaker.name for u in find_quotes(text, find_blocks(text)) if u.speaker] == ["Nora J. van der Quist Jr."]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: Expected) -> None:
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str | None) -> None:
    for utterance in find(text):
        assert utterance.speaker is not None
        assert (utterance.speaker.name, utterance.speaker.title) == ("Nora Quist", title)


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_nested_marks(text: str, expected: Expected) -> None:
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_quotations_over_paragraphs(text: str, expected: Expected) -> None:
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_odd_marks(text: str, expected: Expected) -> None:
    assert tell(text) == expected


@pytest.mark.parametrize("text", NO_QUOTES)
def test_what_is_no_quotation(text: str) -> None:
    assert tell(text) == []


@pytest.mark.parametrize("text", NO_QUOTES)
def test_what_is_no_quotation_in_curly_marks(text: str) -> None:
    parts = text.split('"')
    curly = parts[0] + "".join(("“" if number % 2 else "”") + part for number, part in enumerate(parts[1:], 1))
    assert tell(curly) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param('"Our kilns ran day and night," said Nora Quist.', "said", id="said"),
        pytest.param('Nora Quist pointed out, "Our kilns ran day and night."', "pointed out", id="pointed out"),
        pytest.param('"Our kilns ran day and night," Nora Quist explained.', "explained", id="explained"),
        pytest.param('"Our kilns ran day and night and all is sold."\n\n-- Nora Quist, President', None, id="signed"),
    ],
)
def test_cues(text: str, cue: str | None) -> None:
    assert [utterance.cue for utterance in find(text)] == [cue]


SIGNED: Expected = [("Nora B. Quist", ["Our kilns ran day and night this year, and we sold all that they made.", "Next year we will build a third kiln."])]


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Shareholders,",
        "Dear Fellow Shareholders:",
        "To Our Shareholders,",
        "To our stockholders:",
        "Fellow Shareholders,",
        "To all employees of Tarn Tile:",
        pytest.param("Dear Ms. Moe:", marks=pytest.mark.xfail(reason="the full stop of 'Ms.' is taken for the end of a sentence, so this is no greeting")),
    ],
)
def test_a_signed_letter_quotes_its_signer(greeting: str) -> None:
    assert tell(LETTER.replace("Dear Shareholders,", greeting)) == SIGNED


@pytest.mark.parametrize("farewell", ["Best regards,", "Respectfully,", "Thank you,", "With gratitude,", "Very truly yours,", "Yours sincerely,"])
def test_farewells(farewell: str) -> None:
    assert tell(LETTER.replace("Sincerely,", farewell)) == SIGNED


@pytest.mark.parametrize("signature", ["Nora", "NORA"])
def test_a_first_name_signs_a_letter(signature: str) -> None:
    letter = LETTER.replace("Sincerely,\n\nNora B. Quist\nPresident, Tarn Tile", signature)
    (utterance,) = find(letter)
    assert utterance.speaker is not None
    assert utterance.speaker.name == signature


def test_an_unsigned_letter_quotes_nobody() -> None:
    assert tell(LETTER.replace("Nora B. Quist\nPresident, Tarn Tile\n\n", "")) == []
