"""Cues: folded patterns, and the letters with which the words begin that they may match at."""

from __future__ import annotations

import gc
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.expressions.numbers import hedges
from forelook.expressions.periods import patterns
from forelook.expressions.words.cues import Cue, cue, fold
from forelook.expressions.words.heads import HeadIndex
from forelook.expressions.words.watching import find_words, watch
from forelook.figures import acts, link, measure, others, past, qualitative, roles, way_words
from forelook.figures.metrics import basis, mentions

HEADS = {
    "a word": (r"\bGuidance\b", {"guidance|"}),
    "a beginning": (r"\bguid", {"guid"}),
    "a long word": (r"\bapproximately\b", {"approximatel"}),
    "branches": (r"\b(?:up|down|raised)\b", {"up|", "down|", "raised|"}),
    "an optional ending": (r"\bcomps?\b", {"comp|", "comps|"}),
    "an optional beginning": (r"\b(?:net )?sales", {"net|", "sales"}),
    "blanks before it": (r"(?:full)?\s*year", {"full|", "fullyear", "year"}),
    "an ampersand inside": (r"\bSG&A\b", {"sg&a|"}),
    "a hyphen inside": (r"\bre-?affirm", {"re|", "reaffirm"}),
    "a sign after it": (r"\byear['’]s", {"year|"}),
    "a class": (r"\bq[1-3]\b", {"q1|", "q2|", "q3|"}),
    "any letters": (r"\bgrow\w*\b", {"grow|", "grow"}),
    "digits, too many to be told apart": (r"\b(?:19|20)\d\d", {f"{century}{year}" for century in ("19", "20") for year in range(10)}),
    "anything": (r"\b\w+ing\b", {""}),
    "looking back": (r"(?<!more\s)than", {"than"}),
    "no letter after": (r"sales(?![^\W\d_&])", {"sales|"}),
    "no word after": (r"sales(?!\s+tax)", {"sales"}),
}


@pytest.mark.parametrize(("pattern", "heads"), HEADS.values(), ids=HEADS)
def test_heads(pattern, heads):
    assert {head.letters + head.end.strip("*") for head in cue(pattern).heads} == heads


@pytest.mark.parametrize(
    ("word", "found"),
    [("sales", [0, 1]), ("salesman", [0]), ("sales&", [0, 1]), ("sales2", [0, 1]), ("sale", []), ("net", [2]), ("", [])],
)
def test_words_find_the_patterns_that_they_may_begin(word, found):
    index = HeadIndex(cue(pattern).heads for pattern in (r"\bsales", r"\bsales\b", r"\bnet\s+sales"))
    assert [number for number, _ in index.find(word)] == found


PAIRS = {
    "two words": (r"\bnet\s+sales", {"net sa"}),
    "an optional first one": (r"(?:the\s+)?year\b", {"the ye", "year|"}),
    "blanks that may be left out": (r"\be[\s-]*commerce", {"e co", "ecommerce"}),
    "words that repeat": (r"\bthe\s+(?:full\s+)*year", {"the fu", "the ye"}),
    "any word": (r"\bthe\s+\w+", {"the "}),
    "any letters": (r"\bgrow\w*\s+to", {"grow", "grow to"}),
    "one or two of a class": (r"\b[12]{1,2}\s+may", {f"{digits} ma" for digits in ("1", "2", "11", "12", "21", "22")}),
}


@pytest.mark.parametrize(("pattern", "pairs"), PAIRS.values(), ids=PAIRS)
def test_pairs(pattern, pairs):
    assert {head.letters + head.end.strip("*") for head in cue(pattern).pairs} == pairs


def test_all_patterns_compile():
    cues = [mentions._pattern(words) for _, words in mentions._rows()] + [one for one in gc.get_objects() if isinstance(one, Cue)]
    assert all(isinstance(one.pattern, re.Pattern) for one in cues)


def test_the_short_patterns_of_metrics_have_the_heads_of_the_whole_ones():
    assert all(mentions._beginning(words).pairs >= mentions._pattern(words).pairs for _, words in mentions._rows())


def test_a_cue_has_the_methods_of_patterns_alone():
    assert cue(r"\bnet\b").match("net")
    assert not hasattr(cue(r"\bnet\b"), "sub")


def test_capitals_fold_but_not_those_of_classes():
    assert cue(r"\bQ[1-4]\b\W\S").pattern.pattern == r"\bq[1-4]\b\W\S"


@pytest.mark.parametrize("text", ["Q3 \u0130stanbul GAAP", "", "\N{KELVIN SIGN}elvin"])
def test_folded_texts_keep_their_places(text):
    assert len(fold(text)) == len(text)


def fold_plainly(text):
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


@pytest.mark.parametrize("beside", ["", "\N{RIGHT SINGLE QUOTATION MARK}S", "\N{GRINNING FACE}A"])
def test_every_letter_folds_as_it_does_alone(beside):
    letters = [chr(code) + beside for code in range(sys.maxunicode + 1)]
    assert [letter for letter in letters if fold(letter) != fold_plainly(letter)] == []


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text() | st.text("AaΣσςİiKÅ’É \ud800\0"))
def test_texts_fold_as_they_do_letter_by_letter(text):
    assert fold(text) == fold_plainly(text)
    assert hash(fold(text)) == hash(fold_plainly(text))


WATCHED = {
    **{f"period {kind}": pattern for kind, pattern in zip(patterns.KINDS, patterns._CUES, strict=True)},
    "acts": acts._MAY_ACT,
    "still": acts._STILL,
    "basis": basis._NON_GAAP,
    "both bases": basis._BOTH,
    "excluded": link.LEFT_OUT,
    "growth": measure.GROWN,
    "sequential": measure._SEQUENTIAL,
    "ways": way_words.WAY,
    "earlier guidance": roles._EARLIER,
    "comparison": past._PAST_BEFORE,
    "terms": others._NO_FIGURE_BEFORE,
}


@pytest.mark.parametrize("pattern", WATCHED.values(), ids=WATCHED)
@settings(max_examples=25, derandomize=True, deadline=None)
@given(data=st.data())
def test_a_match_begins_with_one_of_the_heads(pattern: Cue, data):
    text = fold(data.draw(st.from_regex(re.compile(pattern.pattern.pattern, re.ASCII))))
    match = pattern.search(text)
    if match is None:
        return
    first, following, *_ = [*re.findall(r"[a-z0-9&]+", text[match.start() :]), "", ""]
    assert HeadIndex([pattern.heads]).find(first)
    assert any(following.startswith(nexts) for _, nexts in HeadIndex([pattern.pairs]).find(first))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.from_regex(re.compile(way_words.WAY.pattern.pattern, re.ASCII)) | st.from_regex(re.compile(way_words.ACCRETIVE.pattern.pattern, re.ASCII)))
def test_every_way_has_a_word_of_ways(text):
    match = way_words.WAY.search(fold(text)) or way_words.ACCRETIVE.search(fold(text))
    assert match is None or qualitative._ANY_WAY.search(fold(text))


def test_hedges_are_made_of_hedging_words():
    words = set(re.findall(r"[a-z]{2,}", re.sub(r"\(\?P<\w+>|\\\w", " ", hedges._HEDGE.pattern.pattern)))
    endings = {"es", "ing", "ed", "ping", "sd"}
    assert words - endings <= hedges.HEDGING | {"approache", "approximate"}


def test_words_know_what_is_watched():
    mark = watch(cue(r"\brevenues?\b"))
    words = find_words("its revenue, and revenue’s growth")
    assert words.marks & mark
    assert words.at(mark) == [(4, "revenue", "and"), (17, "revenue", "s")]
    assert not find_words("its income").marks & mark
