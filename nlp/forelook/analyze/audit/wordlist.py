"""The words that a legend lists as markers of forward-looking statements, and which of them the release uses.

In: a Legend and a Matter. Out: words with their spans. Any inflection of a listed word counts as its use.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forelook.analyze.audit.phrases import alternatives, phrase
from forelook.analyze.audit.specific import read_stems, stem
from forelook.spans import Span

if TYPE_CHECKING:
    from forelook.analyze.audit.legend import Legend
    from forelook.analyze.audit.matter import Matter

_QUOTED = re.compile(r"[\"“”‘'’`]{1,2}\s*([A-Za-z][A-Za-z’' -]{0,28}?)\s*,?\s*[\"“”’'`]{1,2}(?![A-Za-z])")
_WORD = re.compile(r"[A-Za-z]+")
_LEAST_QUOTED, _LEAST_PLAIN = 2, 3
_JOINING = frozenset({"and", "or", "such", "as", "like", "the", "words", "to", "of", "is", "be", "not"})
_AUXILIARY = re.compile(r"(?:will|may|could|would|should|might|can)\s+be\s+\w+$")
# What follows a short list without quotation marks, but not "terms such as may be agreed".
_MARKING = re.compile(rf"\W*(?:and\s+|or\s+)?(?:{alternatives('words_mark')})", re.IGNORECASE)
_THE_WORD = re.compile(r"the\s+word\b", re.IGNORECASE)
_ROOM = 600  # characters after its opening in which a list without quotation marks stands


def listed_words(legend: Legend) -> list[tuple[str, Span]]:
    """Return the words that the legend lists: several in quotation marks or at least three without them, or one that the legend calls a word that marks."""
    found: list[tuple[str, Span]] = []
    for start, end in legend.sentences:
        cue = phrase("word_list").search(legend.text, start, end)
        if cue is None:
            continue
        quoted = [(match[1].lower().strip(), match.span(1)) for match in _QUOTED.finditer(legend.text, start, end)]
        quoted = [(word, span) for word, span in quoted if "forward" not in word and word.split()[0] not in {"safe", "risk"}]
        if len(quoted) >= _LEAST_QUOTED and any(_is_marker(word) for word, _ in quoted):
            found += quoted
        elif named := _named_words(legend.text, start, end):
            found += named
        elif opened := phrase("word_list_open").search(legend.text, cue.end(), end):
            plain = _plain_list(legend.text, opened.end(), min(end, opened.end() + _ROOM))
            found += plain if len(plain) >= _LEAST_PLAIN else []
    return found


def _named_words(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Return the one or few words that the sentence `text[start:end]` calls words and says to mark statements: "Words such as “expect” identify them"."""
    if phrase("words_mark").search(text, start, end) is None:
        return []
    opened = [match.end() for name in ("word_named", "word_quoted") for match in phrase(name).finditer(text, start, end)]
    for quoted in _QUOTED.finditer(text, start, end):
        called = quoted.start() in opened and not quoted[1].istitle()  # the term “Plan” is defined
        if (called or phrase("words_alike").match(text, quoted.end(), end)) and _is_all_marker(quoted[1]):
            return [(quoted[1].lower().strip(), quoted.span(1))]
    for named in phrase("word_named").finditer(text, start, end):
        plain = _plain_list(text, named.end(), end)
        if plain and (_THE_WORD.match(named[0]) or _MARKING.match(text, plain[-1][1][1], end)):
            return plain
    return []


def _plain_list(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Return the words of a list without quotation marks: the markers of an unbroken run of markers and conjunctions."""
    found: list[tuple[str, Span]] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower()
        if _is_marker(word):
            found.append((word, match.span()))
        elif word not in _JOINING:
            break
    return found


def used(listed: list[tuple[str, Span]], matter: Matter) -> list[tuple[str, Span]]:
    """Return the uses of listed words in forward-looking statements: the word as listed, and where it is used."""
    # "will be taken" counts as "will", since legends write "state that actions may, could or will be taken, occur or be achieved"
    single = {stem(word.split()[0]): word for word, _ in listed if " " not in word or _AUXILIARY.match(word)}
    found = [(single[stem(word)], span) for word, span in _words(matter) if stem(word) in single]
    several = [word for word, _ in listed if " " in word]
    for forward in matter.forward:
        for word in several:
            expression = re.compile(r"\s+".join(map(re.escape, word.split())), re.IGNORECASE)
            found += [(word, match.span()) for match in expression.finditer(matter.text, forward.statement.start, forward.statement.end)]
    return found


def unlisted_markers(listed: list[tuple[str, Span]], matter: Matter) -> list[tuple[str, Span]]:
    """Return the markers of forward-looking statements that the release uses and the legend does not list."""
    known = {stem(word) for word, _ in listed}
    found = [(word.lower(), span) for word, span in _words(matter) if _is_marker(word) and stem(word) not in known]
    for forward in matter.forward:
        found += [(match[0].lower(), match.span()) for match in phrase("marker_phrases").finditer(matter.text, forward.statement.start, forward.statement.end)]
    return found


def _words(matter: Matter) -> list[tuple[str, Span]]:
    """Return the words of forward-looking statements, without those that say that something cannot be told."""
    found: list[tuple[str, Span]] = []
    for forward in matter.forward:
        start, end = forward.statement.start, forward.statement.end
        idle = [match.span() for match in phrase("no_marker").finditer(matter.text, start, end)]
        found += [(match[0], match.span()) for match in _WORD.finditer(matter.text, start, end) if not any(a <= match.start() < b for a, b in idle)]
    return found


def _is_all_marker(words: str) -> bool:
    """Return whether all that stands in quotation marks marks: "will be", "we expect", but not "estimated reserves"."""
    return _is_marker(words) and all(_is_marker(word) or word in _JOINING or word == "we" for word in words.lower().split())


def _is_marker(word: str) -> bool:
    return any(stem(part) in read_stems("markers") for part in word.split())
