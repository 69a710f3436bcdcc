"""What messages quote."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.verdict import quote

TEXT = "Statements about future  sales\nare forward-looking."


@pytest.mark.parametrize(
    ("span", "words"),
    [
        pytest.param((0, 10), '"Statements"', id="a word"),
        pytest.param((3, 18), '"Statements about future"', id="both ends inside words"),
        pytest.param((17, 31), '"future sales"', id="blanks at an end, a break inside"),
        pytest.param((5, 5), '""', id="nothing"),
        pytest.param((31, len(TEXT)), '"are forward-looking."', id="to the end"),
    ],
)
def test_quote(span: tuple[int, int], words: str) -> None:
    assert quote(TEXT, span) == words


def test_quote_is_cut_where_it_is_long() -> None:
    assert quote("word " * 60, (0, 300)) == f'"{"word " * 32}…"'


MARKS = {
    "whole marks": ("the words “expect” and “will” mark them", "“expect” and “will”", '"‘expect’ and ‘will’"'),
    "from inside the first to inside the last": (
        "words such as “expect,” “plan” and “will” mark them",
        "expect,” “plan” and “will",
        '"‘expect,’ ‘plan’ and ‘will’"',
    ),
    "straight ones": ('words like "expect," "plan" and "will" mark them', 'expect," "plan" and "will', "\"'expect,' 'plan' and 'will'\""),
    "one half": ("see the “Risk Factors in our report", "“Risk Factors", '"Risk Factors"'),
    "the other half after it": ("see “Risk Factors” in our report", "“Risk Factors", '"‘Risk Factors’"'),
    "none inside": ("a “target” of 5%", "target", '"target"'),
}


@pytest.mark.parametrize(("text", "passage", "words"), MARKS.values(), ids=MARKS)
def test_marks_of_quotation_are_paired(text: str, passage: str, words: str) -> None:
    start = text.index(passage)
    assert quote(text, (start, start + len(passage))) == words
