"""Attribution: who is taken for the speaker, and who is not. Rows: a text and the speakers of its utterances."""

from __future__ import annotations

import pytest
from tests.segment.conftest import speakers

SPEECH = "“We fired both kilns in nine weeks and under budget,”"

CUES = [
    pytest.param(f"{SPEECH} {verb} Nora Quist, president.", ["Nora Quist"], id=verb)
    for verb in (
        "confirmed",
        "emphasizes",
        "promised",
        "jokes",
        "quipped",
        "asked",
        "chimed in",
        "admitted",
        "replies",
        "beamed",
        "exulted",
        "concurred",
        "swore",
        "piped up",
    )
]
LEADS = [
    pytest.param("Nora Quist, president, commented: We fired both kilns, and I am proud of the crew.", ["Nora Quist"], id="a colon, and no marks"),
    pytest.param("Plant manager Odile Moe counted: We Tile, Kiln Day and Nine Pots.", [], id="a colon and no person that speaks of itself"),
    pytest.param("Nora Quist, president, thanked the crews, saying, “Nobody missed a shift all winter.”", ["Nora Quist"], id="saying"),
    pytest.param("Nora Quist praised the crew, adding that “nobody missed a shift all winter.”", ["Nora Quist"], id="adding that"),
    pytest.param("Reflecting on the year, Nora Quist noted: “Nobody missed a shift.”", ["Nora Quist"], id="a participle that opens the sentence"),
    pytest.param("As Nora Quist, president, put it, “nobody missed a shift all winter.”", ["Nora Quist"], id="as she put it"),
    pytest.param("The kiln, in the words of plant manager Odile Moe, “runs quieter than a fridge.”", ["Odile Moe"], id="in the words of"),
    pytest.param(
        "Nora Quist, President of Tarn Tile, states\n\n“Our aim was not to build just another kiln.”", ["Nora Quist"], id="a line above without a colon"
    ),
    pytest.param("From the desk of Nora Quist, President.\n\n“We closed the year with two full kilns.”", ["Nora Quist"], id="from the desk of"),
    pytest.param(
        "Peter Lind, Chairman\n\n“We closed the year with two full kilns, and the third is on its way.”", ["Peter Lind"], id="a name with a title above"
    ),
    pytest.param(
        "Nora Quist, president of Tarn Tile, commented:\n\nWe closed the year with two full kilns. We expect a third.\n\nSales rose.",
        ["Nora Quist"],
        id="no marks, first person",
    ),
    pytest.param("Nora Quist, president of Tarn Tile, listed the results:\n\nSales rose to $4 million.\n\nCosts fell.", [], id="no marks, no first person"),
]
SIGNATURES = [
    pytest.param("“The new kiln doubled our output of tile.” – Nora Quist, President", ["Nora Quist"], id="a dash on the same line"),
    pytest.param("“The new kiln doubled our output of tile.” : Nora Quist", ["Nora Quist"], id="a colon on the same line"),
    pytest.param(
        "“The new kiln doubled our output.” -- Nora Quist, President, Tarn Tile “We have two of them, and like both.” -- Mercedes Pastor, Head of Lima Tile",
        ["Nora Quist", "Mercedes Pastor"],
        id="signed quotations in a row",
    ),
    pytest.param(
        "“The new kiln doubled our output.” -- Nora Quist, President, Tarn Tile About Tarn Tile Tarn Tile is a maker of tile.", ["Nora Quist"], id="about below"
    ),
    pytest.param(
        "Industry Quotes: Nora Quist, President, Tarn Tile “The new kiln doubled our output.”\n\nPeter Lind, Head, Lima Tile “We like it a lot.”",
        ["Nora Quist", "Peter Lind"],
        id="quotes announced before the first name",
    ),
    pytest.param("“We regret the loss of heat and have asked for help with it,” said LTC Management.", ["LTC Management"], id="a management"),
    pytest.param("• “It runs quieter than our fridge.” – Denise Moe, Moorhead", ["Denise Moe"], id="a customer's bullet"),
    pytest.param("“The kiln is a platform at the crossing of fire and clay.”\n\nSimon Kerr-Lind\n\nSales rose.", ["Simon Kerr-Lind"], id="a bare name below"),
    pytest.param("“The kiln is a platform at the crossing of fire and clay.”\n\nDuluth Heights\n\nSales rose.", [None], id="a place below is no signature"),
]
ISSUERS = [
    pytest.param("“We regret the loss of heat and have asked for help with it,” the Trust’s CEO said.", ["the Trust’s CEO"], id="an office of the trust"),
    pytest.param("“We regret the loss of heat and have asked for help with it,” the bank said.", ["the bank"], id="the bank"),
    pytest.param("“We regret the loss of heat and have asked for help with it,” the court said.", [], id="a court"),
    pytest.param(
        "“We regret the loss of heat and have asked for help with it,” the Company said in a statement.", ["the Company"], id="the company, after its words"
    ),
    pytest.param(
        "“We regret the loss of heat and have asked for help,” said a Tarn\nspokesperson.", ["a Tarn spokesperson"], id="an office over the end of a line"
    ),
    pytest.param("“We regret the loss of heat and have asked for help with it,” said the company.", ["the company"], id="the same, after the verb"),
    pytest.param(
        "The company said that it was glad of a ruling that let it “... take quick steps to fire both kilns again.”",
        [],
        id="the company, before another's words",
    ),
    pytest.param("“We regret the loss of heat and have asked for help with it,” the company’s Nora Quist said.", ["Nora Quist"], id="the company’s own"),
]
PRONOUNS = [
    pytest.param(
        "Nora Quist opened the kiln on Friday. “It is the first of its kind in the state,” she said.", ["Nora Quist"], id="named in the sentence before"
    ),
    pytest.param(
        f"{SPEECH} said Peter Lind. Kiln chief Nora Quist saw it otherwise. “Nobody missed a shift,” she said.",
        ["Peter Lind", "Nora Quist"],
        id="an officer in the sentence before",
    ),
    pytest.param(
        "Peter Lind, president, fired the kiln with Mayor Nora Quist. “Nobody missed a shift,” he said.", ["Peter Lind"], id="the subject of two named"
    ),
    pytest.param(
        f"{SPEECH} said Peter Lind.\n\nNora Quist opened the second kiln. “Nobody missed a shift,” she said.",
        ["Peter Lind", "Nora Quist"],
        id="not whoever spoke last",
    ),
    pytest.param(
        f"{SPEECH} said Peter Lind.\n\nSales rose.\n\n“Nobody missed a shift,” he added.",
        ["Peter Lind", "Peter Lind"],
        id="whoever spoke last, nobody named since",
    ),
]
CARRIED = [
    pytest.param("“We fired both kilns.\n\n“It cost us clay.”\n\n— Nora Quist, President", ["Nora Quist"], id="short paragraphs above a signature"),
    pytest.param(
        "Nora Quist, president, said:\n\n``We fired both kilns in May.''\n\n``It cost us clay.''\n\nSales rose.",
        ["Nora Quist"],
        id="marks of two characters each",
    ),
    pytest.param("Nora Quist, president, likes the ``Erie 40'' and the ``Lima 20'' kilns, she said.", [], id="names in such marks"),
    pytest.param(
        'Peter Lind said: "We fired both kilns in nine weeks and under budget.\n\n"\n\n"Fargo is next, and we will start there in June of next year.\n\n"\n\nSales rose.',
        ["Peter Lind"],
        id="closing marks on lines of their own",
    ),
    pytest.param("“We did it in nine weeks and nobody was hurt.\n\n“Fargo is next,” said Peter Lind.", ["Peter Lind"], id="named only in the second paragraph"),
    pytest.param(
        f"{SPEECH} said Peter Lind.\n\n“Fargo is next.”\n\n“We start there in June and finish by Labor Day.”",
        ["Peter Lind"],
        id="short paragraphs of one speech",
    ),
    pytest.param(
        f"{SPEECH} said Peter Lind.\n\nSales rose.\n\n“We start in Fargo in June and finish by Labor Day.”",
        ["Peter Lind", "Peter Lind"],
        id="past a paragraph of fact",
    ),
    pytest.param(
        'Sales rose.\n\n"\n\nWe start in Fargo in June," said Peter Lind. "We finish by Labor Day.\n\n"\n\nCosts fell.',
        ["Peter Lind"],
        id="marks on lines of their own",
    ),
    pytest.param("Orders slowed in April, but the backlog held up,” the chief executive officer said.", ["the chief executive officer"], id="no opening mark"),
    pytest.param("‘We fired both kilns,’ said Nora Quist. ‘We expect a third.’", ["Nora Quist"], id="single marks throughout"),
    pytest.param("« We fired both kilns this year », said Hélène Côté.", ["Hélène Côté"], id="guillemets"),
]
NOBODY = [
    pytest.param("The Great Lakes Tile Council said that the kilns “set the standard among mid-sized makers.”", id="an institution"),
    pytest.param("“No maker in the state has done more,” said the jury of the Golden Brick Prize.", id="a jury"),
    pytest.param("One reviewer wrote, “It is so quiet that I thought it was broken when we lit it.”", id="one of many"),
    pytest.param(
        "To round out the figures reported under GAAP, the company gives “Adjusted EBITDA” and “Free Cash Flow” as well.", id="terms after a verb of saying"
    ),
    pytest.param("The deadline stated is November 15, and the answer to “How did our kilns do?” follows.", id="a month"),
    pytest.param("The Harlow Research report added: “North America was the largest market in recent years.”", id="a report"),
    pytest.param('Robert "Bud" Hale joined the board.', id="a nickname"),
    pytest.param(
        "Tarn Tile makes tile.\n\nThe court wrote that Tarn “did not copy any of the kilns on which the plaintiff relied at trial.”", id="whom a court wrote of"
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CUES, *LEADS, *SIGNATURES, *ISSUERS, *PRONOUNS, *CARRIED])
def test_speakers(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_taken_for_a_speaker(text: str) -> None:
    assert not any(speakers(text))


ROWS = [
    pytest.param(
        "Nora Quist, President\n\n“We fired both kilns this year.”\n\nPeter Lind, Chairman\n\n“The third is on its way to us.”",
        ["Nora Quist", "Peter Lind"],
        id="names above",
    ),
    pytest.param(
        "“We fired both kilns this year.”\n\nNora Quist, President\n\n“The third is on its way to us.”\n\nPeter Lind, Chairman",
        ["Nora Quist", "Peter Lind"],
        id="names below",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_first_name_says_where_all_stand(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
