"""Why a statement has its label, explained with the scores of a model that relies on known words."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from forelook.analyze.explain import Case, Known, Nearest, explain, explain_lines, explain_span
from forelook.analyze.explain.occlusion import blank, fall, words_of
from forelook.errors import InputError
from forelook.records import Document, Explanation, Label, Source
from forelook.segment.segmentation import Segmentation

TEXT = """Harrow Valve Reports Results

CEDAR FALLS, Iowa, May 6, 2021 -- Harrow Valve Corp. today reported sales of $40 million.

Outlook

Harrow Valve expects sales of $160 million in 2021.

"We opened the foundry in May," said Jane Roe, chief executive officer. "Orders are strong."

                      2021        2020
Sales                $40.1       $37.3
Net income             3.2         2.9
"""


class Model:
    """Gives guidance to what expects, the more below the heading Outlook; meta to headings; fact to all else."""

    def predict(self, documents: list[Document], segmentations: list[Segmentation]) -> Any:
        return np.concatenate([self._one(document.text, found) for document, found in zip(documents, segmentations, strict=True)])

    def _one(self, text: str, found: Segmentation) -> Any:
        rows = []
        for unit, section in zip(found.units, found.sections, strict=True):
            below = section >= 0 and "Outlook" in text[found.units[section].start : found.units[section].end]
            guidance = 0.05 + 0.6 * ("expects" in text[unit.start : unit.end]) + 0.2 * below
            meta = 0.9 if unit.kind == "heading" and "Reports" not in text[unit.start : unit.end] else 0.02
            row = np.array([guidance, 0.3, 0.01, 0.02, 0.01, meta])
            rows.append(row / row.sum())
        return np.array(rows)


@pytest.fixture
def case() -> Case:
    return Case(Document("draft", TEXT, Source()), Model().predict)


def find(case: Case, words: str) -> int:
    units = case.decisions.units.tolist()
    return next(number for number, unit in enumerate(units) if words in TEXT[case.segmentation.units[unit].start : case.segmentation.units[unit].end])


def test_words_and_heading_in_the_order_of_their_weight(case: Case) -> None:
    found = explain(case, find(case, "expects"))
    assert (found.label, found.runner_up) == (Label.GUIDANCE, Label.HISTORICAL_FACT)
    assert [(reason.kind, reason.words) for reason in found.reasons[:2]] == [("word", "“expects” (an expectation)"), ("heading", "stands under “Outlook”")]
    word = found.reasons[0]
    assert TEXT[word.start : word.end] == "expects"
    assert word.effect == pytest.approx(fall(found.score, word.without), abs=1e-3)
    assert found.rest < word.without < found.score


def test_what_says_nothing_is_left_out(case: Case) -> None:
    words = {reason.words for reason in explain(case, find(case, "expects")).reasons}
    assert not any("$160" in each for each in words)


def test_a_quotation_by_definition_says_so(case: Case) -> None:
    found = explain(case, find(case, "We opened"))
    assert found.label is Label.MANAGEMENT_QUOTE
    assert found.reasons[0].kind == "rule"
    assert any(reason.words == "quotes Jane Roe" and reason.without == 0 for reason in found.reasons)


def test_an_explanation_is_json_that_reads_back(case: Case) -> None:
    found = explain(case, 0, [])
    assert msgspec.json.decode(msgspec.json.encode(found), type=Explanation) == found
    assert found.text == TEXT[found.start : found.end]


def test_a_statement_that_is_not_there_is_named(case: Case) -> None:
    last = len(case.decisions.units) - 1
    with pytest.raises(InputError, match=f"draft: there is no statement 99; name one from 0 to {last}"):
        explain(case, 99)


def test_lines_say_why(case: Case) -> None:
    lines = {" ".join(TEXT[line.start : line.end].split())[:20]: line for line in explain_lines(case)}
    outlook = lines["Outlook"]
    assert (outlook.kind, outlook.statement) == ("heading", None)
    assert "ends without a full stop" in outlook.why
    assert any(each.startswith("opens a section") for each in outlook.why)
    assert any("asserting nothing" in each for each in outlook.why)
    table = next(line for line in lines.values() if line.kind == "table")
    assert table.statement is not None
    assert "6 of 8 cells are numbers" in table.why
    assert any(line.kind == "dateline" and "states nothing" in line.why[0] for line in lines.values())
    assert not any("expects" in words for words in lines)


def test_short_reasons_for_a_label() -> None:
    found = explain_span(Model(), TEXT, TEXT.index("expects"), "guidance")
    assert found[0].startswith("“expects” (an expectation) +")
    assert explain_span(Model(), TEXT, TEXT.index("expects"), "meta") == []
    assert explain_span(Model(), TEXT, len(TEXT), "guidance") == []


def test_blanking_keeps_every_offset() -> None:
    assert blank("one two\nthree", [(4, 9)]) == "one    \n hree"
    assert len(blank(TEXT, [(0, len(TEXT))])) == len(TEXT)
    assert blank(TEXT, [(0, len(TEXT))]).count("\n") == TEXT.count("\n")


def test_words_lose_the_marks_around_them() -> None:
    assert [TEXT[start:end] for start, end in words_of(TEXT, TEXT.index('"We opened'), TEXT.index(", chief"), 6)] == [
        "We",
        "opened",
        "the",
        "foundry",
        "in",
        "May",
    ]


def test_nearest_examples_are_the_likest_in_wording() -> None:
    known = [Known("a", Label.GUIDANCE, "Acme expects sales of $12 million."), Known("b", Label.HISTORICAL_FACT, "The mill burned down.")]
    found = Nearest(known).find("Harrow expects sales of $160 million in 2021.")
    assert [each.release for each in found] == ["a"]
    assert 0 < found[0].similarity < 1
    assert Nearest([]).find("anything") == []
    assert Nearest(known).find("anything else") == []
