"""Whether a risk factor is specific: it names something of the issuer's business, and could not stand in just any company's legend.

In: the words of a factor. Out: whether it is specific. Words found in every legend weigh 0, words common to nearly every
industry 0.5, all others 1; a factor that weighs 1 or more is specific, and so is one about a transaction under way.
"""

from __future__ import annotations

import re
from functools import cache

from forelook.analyze.audit.phrases import read_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# A transaction of the issuer's own: "the merger", "the proposed private placement"
_DEAL = re.compile(
    r"""
    \b(?:the|this|our|proposed|pending|planned|contemplated)\s+(?:[\w-]+\s+){0,2}?
    (?:mergers?|transactions?|acquisition|spin-?off|combination|separation|divestiture|settlement
    |tender\s+offer|private\s+placement|public\s+offering|offering)\b
    |\bthe\s+acquired\s+\w+          # "the acquired clinics"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_ENOUGH = 1.0
_VOWELS = frozenset("aeiouy")


def stem(word: str) -> str:
    """Return a word in lower case without its inflection: "planned", "plans" and "planning" have the same stem."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2 and not (ending == "s" and word.endswith("ss")) and _VOWELS & set(word[: -len(ending)]):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def read_stems(name: str) -> frozenset[str]:
    """Return the stems of the words of `data/NAME.txt`."""
    return frozenset(stem(word) for word in read_words(name))


def is_specific(factor: str, own_name: frozenset[str]) -> bool:
    """Return whether a factor is specific; words of the issuer's name (`own_name`, as stems) weigh nothing."""
    if _DEAL.search(factor):
        return True
    weights = {}
    for word in _WORD.findall(factor):
        short = stem(word)
        if len(short) > 1 and not (word[0].isupper() and short in own_name):
            weights[short] = 0.0 if short in read_stems("generic") else 0.5 if short in read_stems("common") else 1.0
    return sum(weights.values()) >= _ENOUGH
