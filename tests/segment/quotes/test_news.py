"""News articles: their ways to say who speaks. Rows: a passage and (speaker, the first words of each fragment)."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.utterances import find_quotes

LEAD = (
    "TARN, Iowa — The town council voted on Tuesday to close the old kiln, the last of nine that once lit the river at night.\n\n"
    "Mayor Ruth Okafor cast the deciding vote after four hours of debate. Daniel Vance, who has fired tile there since 1988, listened from the back row.\n\n"
)
PASSAGES = [
    pytest.param("“It was never going to be easy,” Okafor said. “But the roof is gone.”", [("Ruth Okafor", ["“It was", "“But the"])], id="surname, then more"),
    pytest.param("Okafor told reporters “there is no money left for a new roof.”", [("Ruth Okafor", ["“there is"])], id="told reporters, no comma"),
    pytest.param("“There is no money left for a new roof,” the mayor said.", [("Ruth Okafor", ["“There is"])], id="the mayor said"),
    pytest.param("“I gave that kiln my knees,” Mr. Vance said with a shrug.", [("Daniel Vance", ["“I gave"])], id="with a form of address"),
    pytest.param("“I gave that kiln my knees,” said Vance, 61, of Tarn.", [("Daniel Vance", ["“I gave"])], id="an age after the name"),
    pytest.param("Vance shook his head. “I gave that kiln my knees,” he said.", [("Daniel Vance", ["“I gave"])], id="the subject of the sentence before"),
    pytest.param("“I gave it my knees,” Vance said, “and it gave me a house.”", [("Daniel Vance", ["“I gave", "“and it"])], id="interrupted"),
    pytest.param("“The clay is as good as it ever was,” according to Vance.", [("Daniel Vance", ["“The clay"])], id="according to"),
    pytest.param("Vance, asked whether he would move, said: “Where would I go?”", [("Daniel Vance", ["“Where would"])], id="asked whether"),
    pytest.param("“Where would I go?” Vance asked.", [("Daniel Vance", ["“Where would"])], id="a question"),
    pytest.param("“We lost nine kilns in my lifetime!” Vance exclaimed.", [("Daniel Vance", ["“We lost"])], id="an exclamation"),
    pytest.param("“You could see them from the bridge.” Vance smiled. The bridge is gone too.", [("Daniel Vance", ["“You could"])], id="smiled"),
    pytest.param(
        "“I gave that kiln my knees,” said Vance, whose father fired tile there.\n\n“My father gave it his lungs.\n\n“I would do it again,” he added.",
        [("Daniel Vance", ["“I gave", "“My father", "“I would"])],
        id="open at the end of a paragraph",
    ),
    pytest.param("Residents called the old kiln “the lantern” and “the ninth.”", [], id="nicknames"),
    pytest.param("Okafor, whose book “A Town of Tile” came out in May, said nothing.", [], id="a book"),
    pytest.param("Okafor said that the roof was gone and that “no money” was left.", [], id="two words set off"),
]


@pytest.mark.parametrize(("passage", "expected"), PASSAGES)
def test_passages(passage: str, expected: list[tuple[str, list[str]]]) -> None:
    text = LEAD + passage
    found = [
        (utterance.speaker and utterance.speaker.name, [" ".join(text[start:end].split()[:2]) for start, end in utterance.fragments])
        for utterance in find_quotes(text, find_blocks(text))
    ]
    assert found == expected
