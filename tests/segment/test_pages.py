"""Pages: a sentence that the end of a page cuts in two is one sentence for whoever labels it."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.model.decisions import decide
from forelook.records import LABELS, Label
from forelook.segment.segmentation import segment

FIRST = "The company expects that capital spending for the year will be between $4 million and"
SECOND = "$5 million, most of it for the new mill in Oregon."

CONTINUED = [
    pytest.param(f"{FIRST}\n\n                   3\n<PAGE>\n\n{SECOND}", id="a number and a page mark"),
    pytest.param(f"{FIRST}\n\n- 3 -\n\n{SECOND}", id="a number between dashes"),
    pytest.param(f"{FIRST[:-4]}\n\n<PAGE>\n\nand {SECOND}", id="a small letter goes on"),
    pytest.param(f"- {FIRST}\n\n<PAGE>\n\n{SECOND}", id="an item goes on"),
]
NOT_CONTINUED = [
    pytest.param(f"{FIRST} $5 million.\n\n<PAGE>\n\n{SECOND}", id="a full stop before the page's end"),
    pytest.param(f"{FIRST[:-4]}\n\n<PAGE>\n\nOats rose once more in the spring of the year.", id="a capital after it"),
    pytest.param(f"Tarn Foods and\n\n<PAGE>\n\n{SECOND}", id="a few words before it"),
]


@pytest.mark.parametrize("text", CONTINUED)
def test_the_second_piece_names_the_first(text: str) -> None:
    found = segment(text)
    pieces = [index for index, unit in enumerate(found.units) if unit.kind != "artifact"]
    assert [found.continues[index] for index in pieces] == [-1, pieces[0]]


@pytest.mark.parametrize("text", NOT_CONTINUED)
def test_what_only_stands_beside_a_page_mark_goes_on_with_nothing(text: str) -> None:
    assert set(segment(text).continues) == {-1}


def test_both_pieces_bear_the_label_of_the_whole() -> None:
    found = segment(f"{FIRST}\n\n<PAGE>\n\n{SECOND}\n\nOats rose once more in the spring of the year.")
    scores = np.zeros((len(found.units), len(CLASSES)))
    scores[:, CLASSES.index("historical_fact")] = 1.0
    scores[0] = [float(name == "guidance") for name in CLASSES]
    decisions = decide([found], scores)[0]
    assert [LABELS[label] for label in decisions.labels] == [Label.GUIDANCE, Label.GUIDANCE, Label.HISTORICAL_FACT]
    assert decisions.forward.tolist() == [True, True, False]
    assert decisions.scores[0].tolist() == decisions.scores[1].tolist()
    assert 0.5 < decisions.scores[0, LABELS.index(Label.GUIDANCE)] < 1  # the mean by length: the first piece is the longer


def test_both_pieces_are_spoken_by_one_person() -> None:
    text = '"We are glad of the quarter, and we expect to grow in\n\n2\n<PAGE>\n\nthe second half of the year," said Nora Quist, president.'
    found = segment(text)
    speakers = [found.utterances[index].speaker for index, unit in zip(found.quoted_by, found.units, strict=True) if unit.kind != "artifact"]
    assert [speaker.name if speaker else None for speaker in speakers] == ["Nora Quist", "Nora Quist"]


def test_a_quotation_goes_on_under_the_head_of_a_page() -> None:
    text = '"We are glad of the quarter, and of all who\n\n-more-\n\nTarn Foods/Page 2\n\nworked in it," said Nora Quist, president.'
    found = segment(text)
    assert [len(utterance.fragments) for utterance in found.utterances] == [2]
