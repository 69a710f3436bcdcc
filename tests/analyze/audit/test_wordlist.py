"""The words that legends list, with and without quotation marks."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.legend import Legend
from forelook.analyze.audit.wordlist import listed_words

LISTS = {
    "in quotation marks": ("Words such as “expect,” “believe” and “will” identify them.", ["expect", "believe", "will"]),
    "without marks": ("They are identified by words such as may, will, should and expect.", ["may", "will", "should", "expect"]),
    "two without marks": ("Words such as may and will identify them.", []),
    "a single word": ("The word believe identifies such statements.", ["believe"]),
    "other words in marks": ("Words like “apple” and “pear” grow.", []),
    "names in marks": ("They are called “forward-looking statements” under the “safe harbor”.", []),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_listed_words(text: str, expected: list[str]) -> None:
    found = listed_words(Legend(text, ((0, len(text)),), ((0, len(text)),), (), speaks=True))
    assert [word for word, _ in found] == expected
    assert [text[start:end].lower() for _, (start, end) in found] == expected
