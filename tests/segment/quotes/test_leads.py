"""Who speaks, where it is told in ways other than "said Jane Roe": rows of a text and its speakers, and what names nobody."""

from __future__ import annotations

import pytest
from tests.segment.conftest import speakers

SPEECH = "“We fired both kilns in nine weeks and under budget.”"
NAMED = "Nora Quist, president of Tarn Tile, opened a second kiln on Friday."

SURNAMES = [
    pytest.param(f"{NAMED}\n\nQuist {verb}, {SPEECH}", ["Nora Quist"], id=f"Quist {verb}")
    for verb in ("shared", "emphasized", "concluded", "went on to say", "told reporters")
] + [
    pytest.param(f"{NAMED}\n\nAs Quist puts it, {SPEECH}", ["Nora Quist"], id="as Quist puts it"),
    pytest.param(f"{NAMED}\n\n{SPEECH[:-2]},” confesses Quist.", ["Nora Quist"], id="confesses Quist"),
    pytest.param(f"{NAMED}\n\nNora reflects on what drives her: {SPEECH}", ["Nora Quist"], id="a first name and a verb"),
    pytest.param(f"{NAMED}\n\nQuist, entering her third year, expressed joy at the news: {SPEECH}", ["Nora Quist"], id="a single name before a colon"),
    pytest.param(f"{NAMED}\n\n{SPEECH[:-2]},” said Quist, who spoke at the Clay Fair in Cedar Falls, Iowa.", ["Nora Quist"], id="a surname before a place"),
    pytest.param(f"{NAMED}\n\nQuist praised the low cost of clay, noting, {SPEECH}", ["Nora Quist"], id="a surname before a participle"),
    pytest.param(f"{NAMED}\n\nRim praised the low cost of clay, noting, {SPEECH}", [], id="a company before a participle"),
    pytest.param(f"The Tarn offers a kiln tour, {SPEECH[:-2]}” a sign.", [], id="a name that is no person's"),
    pytest.param(f"Rim Point opened.\n\nRim Point offers {SPEECH}", [], id="a company offers"),
    pytest.param(f"{NAMED}\n\n{SPEECH[:-2]},” said Quist, a Rim Point fellow.", ["Nora Quist"], id="a surname before a capitalised apposition"),
    pytest.param(f"{NAMED}\n\nQuist offers further comments, {SPEECH}", ["Nora Quist"], id="offers further comments"),
    pytest.param(f"{NAMED}\n\nPresident Quist praised the low cost of clay, noting, {SPEECH}", ["Nora Quist"], id="a title and a surname before a participle"),
    pytest.param(f"{SPEECH[:-2]},” saidNora Quist, president.", ["Nora Quist"], id="a verb that is glued to the name"),
    pytest.param(f"{SPEECH[:-2]},” said Nora “N.C.” O'Dell, president. It was cold.", ["Nora O'Dell"], id="initials as a nickname"),
    pytest.param(f"{NAMED}\n\nAsked of it, Quist had this to say: {SPEECH}", ["Nora Quist"], id="had this to say"),
    pytest.param(f"{SPEECH[:-2]},” say Nora Quist, president, and Peter Lind.", ["Nora Quist"], id="two who say"),
    pytest.param(f"Critics say {SPEECH[:-2]}” and Nora Quist reads them.", [], id="who say so has no name"),
    pytest.param(f"H.E. Nora al-Quist, minister, said: {SPEECH}", ["Nora al-Quist"], id="her excellency"),
    pytest.param("Financial Result Highlights:\n\nCash Position: Cash was $2 million, and we spent our money on clay.", [], id="the noun of a heading"),
    pytest.param(f"Nora Quist, President, Comments: {SPEECH}", ["Nora Quist"], id="a verb in the capitals of a heading"),
    pytest.param(f"{NAMED}\n\n{SPEECH[:-2]},” said Tarn Tile's Quist.", ["Nora Quist"], id="a company's surname"),
    pytest.param(f"{SPEECH}\n\nNora Quist\nPresident, Tarn Tile\n\nSales rose.", ["Nora Quist"], id="a name over an office"),
    pytest.param(f"{SPEECH}\n\nNora Quist\nTarn Tile, Lima\n\nSales rose.", ["Nora Quist"], id="a name over a company"),
    pytest.param(f"{SPEECH[:-2]},” said Nora Quist, Sr. Analyst at Tarn Tile.", ["Nora Quist"], id="a senior analyst"),
    pytest.param(f"{SPEECH[:-2]},” said Peter Lind, Sr., president.", ["Peter Lind, Sr."], id="a father"),
    pytest.param(f"{NAMED}\n\n{SPEECH[:-2]},” added Quist.FULL-YEAR RESULTSTarn and Rim Point sell tile.", ["Nora Quist"], id="a heading glued to a name"),
    pytest.param(f"{SPEECH[:-2]},” said Chairman-Elect, President and CEO Nora Quist.", ["Nora Quist"], id="three offices before a name"),
    pytest.param(f"{NAMED}\n\nThe Key Findings Below are three. Added Quist, {SPEECH}", ["Nora Quist"], id="a verb that opens its sentence"),
    pytest.param(f"{NAMED}\n\n{SPEECH[:-2]},” Lima-born Quist said.", ["Nora Quist"], id="where she was born"),
    pytest.param(f"{NAMED}\n\nThe paper underscores Quist's {SPEECH[:-2]}” in May.", [], id="what is hers"),
    pytest.param(f"{NAMED}\n\nSenator Lena Moe wrote a bill, which states {SPEECH}", [], id="what a bill states"),
    pytest.param(f"{NAMED}\n\nQuist recalls the day in Cedar, Florida, when it rained. {SPEECH}", ["Nora Quist"], id="a place after the verb"),
]
PRONOUNS = [
    pytest.param(
        f"{SPEECH[:-2]},” said Peter Lind.\n\nProfessor Nora Quist of Tarn College studies how clay sets. “It sets from the rim,” she explains.",
        ["Peter Lind", "Nora Quist"],
        id="a title before the subject of the sentence",
    ),
    pytest.param(
        f"{NAMED}\n\n{SPEECH[:-2]},” said Peter Lind.\n\nQuist believes that clay will win. “It sets from the rim,” she said.",
        ["Peter Lind", "Nora Quist"],
        id="a surname as the subject of the sentence",
    ),
    pytest.param(
        f"{NAMED}\n\n{SPEECH[:-2]},” said Peter Lind.\n\nClay was scarce last year, Ms. Quist said. “It came by rail,” she said.",
        ["Peter Lind", "Nora Quist"],
        id="who was just said to speak",
    ),
    pytest.param(
        f"{NAMED} She praised the crew of the old works, noting, {SPEECH}",
        ["Nora Quist"],
        id="a participle after she",
    ),
    pytest.param(
        f"{SPEECH[:-2]},” said Peter Lind.\n\nThe kiln of Nora Quist stands idle. “It came by rail,” he said.",
        ["Peter Lind", "Peter Lind"],
        id="a name inside the sentence is not meant",
    ),
]
STATEMENTS = [
    pytest.param(
        f"WASHINGTON, May 3 -- In answer to the ruling, Edwin D. Moe, president of the Kiln Workers, issued the following statement.\n\n{SPEECH}",
        ["Edwin D. Moe"],
        id="issued the following statement, with a full stop",
    ),
    pytest.param(
        f"The following is a joint statement from Thomas W. Moe, president of Local 9; Cory Lind, chairman of Local 12; and Ann Roe:\n\n{SPEECH}",
        ["Thomas W. Moe"],
        id="the first of several",
    ),
    pytest.param(f"Lashaun Moe expressed joy at the news, declaring, {SPEECH}", ["Lashaun Moe"], id="a given name not known, before a verb"),
    pytest.param(f"Tarn visionary Haipo Moe, expressed his thanks after the prize was announced: {SPEECH}", ["Haipo Moe"], id="the same before a colon"),
    pytest.param(f"Closing the day, the Guild President said: {SPEECH}", ["the Guild President"], id="an office in capitals"),
    pytest.param(f"Peter Lind, Chairman of the Tarn Inc. Board, said, {SPEECH}", ["Peter Lind"], id="a company's full stop inside a title"),
    pytest.param(
        f"{SPEECH} Peter Lind, chief executive of Tarn Tile, further commented, “Nobody missed a shift.”", ["Peter Lind"], id="who leads in the next one"
    ),
    pytest.param(f"“Nora Quist, president of Tarn Tile, commented, {SPEECH}", ["Nora Quist"], id="a stray mark before the name"),
    pytest.param(
        "The following is an opinion editorial by Nora Quist of Tarn Tile.\n\nWe make tile. Clay is a gift to us all.\n\n"
        "Our works will grow next year.\n\nNora Quist is president of Tarn Tile.\n\nAbout Tarn Tile\n\nTarn Tile makes tile.",
        ["Nora Quist"],
        id="an article with a byline",
    ),
    pytest.param("The following is a list of works by Nora Quist.\n\nWe make tile.\n\nAbout Tarn Tile", [], id="a list is no article"),
]
JOINT = [
    pytest.param(f"{SPEECH[:-2]},” Professor Nora Quist and lead engineer Odile Moe said.", ["Nora Quist"], id="two subjects before the verb"),
    pytest.param(f"{SPEECH[:-2]},” said Nora Quist and Odile Moe.", ["Nora Quist"], id="two subjects after the verb"),
    pytest.param(f"After a talk with Odile Moe, Nora Quist said: {SPEECH}", ["Nora Quist"], id="not whom she talked with"),
]
BESIDE = [
    pytest.param(
        f"Quotes\n\nNora Quist, President, Tarn Tile {SPEECH} Peter Lind, Chairman, Rim Works “Nobody missed a shift all winter.”",
        ["Nora Quist", "Peter Lind"],
        id="names lead in a row",
    ),
    pytest.param(
        f"What they say: {SPEECH} Nora Quist, President, Tarn Tile “Nobody missed a shift all winter.” Peter Lind, Chairman, Rim Works",
        ["Nora Quist", "Peter Lind"],
        id="names sign in a row",
    ),
    pytest.param(f"Quote from Nora Quist, President and CEO, Tarn Tile {SPEECH}", ["Nora Quist"], id="quote from"),
    pytest.param(
        f"Nora Quist, President, Tarn Tile:\n{SPEECH}\n\nPeter Lind, Chairman, Rim Works:\n“Nobody missed a shift all winter.”",
        ["Nora Quist", "Peter Lind"],
        id="a line with a colon leads, it does not sign",
    ),
    pytest.param(
        f"{SPEECH}\n\nNora Quist, President, Tarn Tile “Nobody missed a shift all winter.” Peter Lind, Chairman, Rim Works",
        ["Nora Quist", "Peter Lind"],
        id="the first name signs the paragraph before",
    ),
    pytest.param(f"The Tarn Works, in partnership with Rim, show their film {SPEECH}", [], id="a company in partnership"),
]
OFFICES = [
    pytest.param(f"{SPEECH[:-2]},” said a spokesperson for Rim Works.", ["Rim Works"], id="who speaks for a company"),
    pytest.param(f"{SPEECH[:-2]},” a spokesman for Tarn.io said.", ["Tarn.io"], id="who speaks for a web address"),
    pytest.param(f"{SPEECH[:-2]},” said a company spokesman.", ["a company spokesman"], id="a spokesman of nobody named"),
    pytest.param("Quist will chair the meeting, which Rim says is open to “anyone who cares to come.”", [], id="a verb that is spelt like an office"),
]
NOBODY = [
    pytest.param("The board underscored the role of its adviser Odile Moe, who won what is known as the “Oscar of clay” in May.", id="a byname"),
    pytest.param(
        "CEDAR FALLS, Iowa, May 3, 2019 /PRNewswire/ -- Tarn Tile, a maker of tile, announced that it is one of the “100 best works of 2018.”", id="dateline"
    ),
    pytest.param("TARN (RIM NEWSWIRE) -- Tarn Tile has unveiled its new look: “We fire it up, together.”", id="a wire"),
    pytest.param("Go-To Summer Tiles: “Firing season is big in my family and we love the red ones.”", id="a heading with a colon"),
    pytest.param("Odile Moe filled the hall with her art, reflecting the spirit of a “living kiln.”", id="a word set off inside a sentence"),
    pytest.param("The band of Odile Moe concluded its set with “Good Clay.”", id="a song"),
]


@pytest.mark.parametrize(("text", "names"), SURNAMES + PRONOUNS + STATEMENTS + JOINT + BESIDE + OFFICES)
def test_who_speaks(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(text: str) -> None:
    assert [name for name in speakers(text) if name] == []
