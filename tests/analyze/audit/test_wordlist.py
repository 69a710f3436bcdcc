"""The words that legends list, with and without quotation marks."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.legend import Legend
from forelook.analyze.audit.wordlist import listed_words

LISTS = {
    "in quotation marks": ("Words such as “expect,” “believe” and “will” identify them.", ["expect", "believe", "will"]),
    "without marks": ("They are identified by words such as may, will, should and expect.", ["may", "will", "should", "expect"]),
    "two without marks": ("Words such as may and will identify them.", ["may", "will"]),
    "two that mark nothing": ("We borrow on terms such as may be agreed.", []),
    "no words, though marks follow": ("We borrow on terms such as may be agreed, and are forward-looking.", []),
    "a single word": ("The word believe identifies such statements.", ["believe"]),
    "a single term": ("The term anticipate, and other similar terms, mark them.", ["anticipate"]),
    "a single word in marks": ("Words such as “expect” identify them.", ["expect"]),
    "a single word in other marks": ("Verbs like ‘expect’ signal such statements.", ["expect"]),
    "a single word by its use": ("They can be identified by the use of “expects” in a sentence.", ["expects"]),
    "a defined term in marks": ("The term “Plan” means our incentive plan.", []),
    "a defined term that identifies": ("The term “Plan” identifies our incentive plan.", []),
    "a term of the trade in marks": ("The term “estimated reserves” is forward-looking.", []),
    "a single word and those like it": ("“Expects” and words like it identify such statements.", ["expects"]),
    "a section and those like it": ("“Risk Factors” and other terms identify sections.", []),
    "the word, and what it does": ("Look for the word expect: it marks such statements.", ["expect"]),
    "sentences with a word": ("Sentences with “expects” in them look ahead.", ["expects"]),
    "sentences with a name": ("Sentences with “Estimates” above them are forward-looking.", []),
    "several words in one pair of marks": ("Any sentence that starts with “We expect” is forward-looking.", ["we expect"]),
    "a section in marks": ("The term “Risk Factors” identifies a section.", []),
    "what we say": ("When we say that we expect, plan or hope for something, we look ahead.", ["expect", "plan", "hope"]),
    "what we say of one thing": ("When we say that we expect rain, we look ahead.", []),
    "other words in marks": ("Words like “apple” and “pear” grow.", []),
    "names in marks": ("They are called “forward-looking statements” under the “safe harbor”.", []),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_listed_words(text: str, expected: list[str]) -> None:
    found = listed_words(Legend(text, ((0, len(text)),), ((0, len(text)),), (), speaks=True))
    assert [word for word, _ in found] == expected
    assert [text[start:end].lower() for _, (start, end) in found] == expected
