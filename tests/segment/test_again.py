"""Again: whether a word or a name stands elsewhere in the text, too."""

from __future__ import annotations

import pytest

from forelook.segment.again import stands, stands_again

FAR = "x" * 3100


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("The mill is old. Tarn mills oats.", "Tarn", True, id="after a blank"),
        pytest.param("The mill is old. Tarns are lakes.", "Tarn", False, id="only as the beginning of a word"),
        pytest.param("The mill of xTarn", "Tarn", False, id="only as the end of one"),
        pytest.param("Tarn mills oats", "Tarn", False, id="without a blank before it"),
        pytest.param("mills of Tarn", "Tarn", True, id="at the end of the text"),
        pytest.param("Tarns of Tarn, Inc.", "Tarn", True, id="before a comma"),
        pytest.param(f"mill {FAR} Tarn", "Tarn", False, id="too far away"),
        pytest.param("The mill", "", False, id="no word"),
        pytest.param("Die Mühle von Ångström", "Ångström", True, id="letters with marks"),
    ],
)
def test_words(text: str, word: str, expected: bool) -> None:
    assert stands(text, 0, word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("About LinkedIn. The users of LinkedIn grew.", True, id="a name with a capital inside"),
        pytest.param("About TarnThe mill is old. The Tarn is deep.", False, id="two words that met once"),
        pytest.param(f"LinkedIn {FAR}LinkedIn", False, id="too far away"),
    ],
)
def test_names_of_two_words(text: str, expected: bool) -> None:
    one, other = ("Linked", "In") if "LinkedIn" in text else ("Tarn", "The")
    start = text.index(one + other)
    place = start + len(one)
    assert stands_again(text, start, place, place + len(other)) is expected


def test_before_counts_like_after() -> None:
    text = "The users of LinkedIn grew. About LinkedIn"
    start = text.rindex("LinkedIn")
    assert stands_again(text, start, start + 6, start + 8)
