"""Wording: whether a sentence's own words decide its label, by the definition of the label.

In: a folded sentence, and whether it is a headline or follows guidance. Out: whether it is a note on guidance, a plan, a warning, or a fact that only looks
like guidance. Only wordings that have hardly an exception in the labelled releases are used; plan_wordings.py and fact_wordings.py hold most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from forelook.model.fact_wordings import make_facts
from forelook.model.folding import Folder
from forelook.model.legend_wordings import make_warnings
from forelook.model.phrases import Folded, Wording, match_open, one_of, read_groups
from forelook.model.plan_wordings import make_plans
from forelook.model.quote_wordings import make_courtesies, make_outlooks
from forelook.segment.words import words

LONGEST_COMPANY = 5  # words of a company's name in a headline

_POINTING = r"(?:these|those|this|that|the|such|both|all)"

_OUTLOOK_FOLLOWS = re.compile(
    r"^(?!.*\b(?:was|were|had|analysts)\b).*\b(?:expects?|anticipates?|projects?|forecasts?|foresees?|expectations|guidance|outlook)\b[^.;]*:$"
)
_RESULTS_FOLLOW = re.compile(
    r"^(?!.*\b(?:estimated|future|expected|projected|scheduled)\b).*(?:\b(?:was|were) as follows|\b(?:reported|recorded|posted|achieved)\b[^.;]*):$"
)

_ByWord = dict[str, list[tuple[list[str], Wording]]]
"""Wordings, with their signs, by a word of each sign."""


class Wordings(NamedTuple):
    """The wordings of `data/wordings.txt`; `note` and `back` begin where a sentence does."""

    note: re.Pattern[str]  # names the guidance it is about
    back: re.Pattern[str]  # points back to it
    warning: re.Pattern[str]
    warnings: _ByWord
    plans: _ByWord
    facts: _ByWord
    outlooks: _ByWord  # in a quotation
    courtesies: _ByWord  # in a quotation
    move: re.Pattern[str]  # in a headline: "Tarn Foods to Double Its Mill"
    turns: _ByWord  # in a headline: "Tarn Foods Lifts Profit View", "Tarn Foods Warns of Weak Quarter"
    deal: re.Pattern[str]  # in a headline: "Tarn Foods to Buy Mill"
    amount: re.Pattern[str]  # a measure and an amount, without a verb: "Sales of $66 million", and no range
    outlook_line: re.Pattern[str]  # a measure without a verb, with a figure or a word of growth
    past_head: re.Pattern[str]  # what heads results and no outlook
    outlook_head: re.Pattern[str]  # what heads an outlook and no results


def fold(text: str) -> Folded:
    """Return a sentence in the form in which the questions below take it."""
    return Folded(*_load_folder().fold(text))


def is_note(sentence: Folded, *, after_guidance: bool) -> bool:
    """Return whether a sentence is a note on guidance; only after guidance may it do without naming it."""
    wordings = load_wordings()
    return bool(wordings.note.match(sentence.text) or (after_guidance and wordings.back.match(sentence.text)))


def is_plan(sentence: Folded, *, headline: bool) -> bool:
    """Return whether a sentence states a plan: something that starts on a day, a pledge with a year, a non-binding agreement, a belief about the future."""
    wordings = load_wordings()
    if headline and " to " in sentence.text and (match := wordings.move.match(sentence.text)) is not None:
        who = match["who"].split()
        return len(who) <= LONGEST_COMPANY and "with" not in who and headline_verbs().isdisjoint(who)
    return (headline and _is_settled(sentence, wordings.turns)) or _is_settled(sentence, wordings.plans)


def is_warning(sentence: Folded) -> bool:
    """Return whether a sentence warns that something may not come about, or disclaims a duty to update earlier statements."""
    wordings = load_wordings()
    return wordings.warning.search(sentence.text) is not None or _is_settled(sentence, wordings.warnings)


def is_fact(sentence: Folded, *, headline: bool) -> bool:
    """Return whether a sentence looks forward only in appearance: an occasion, an outsider's forecast, a past expectation, a deal's terms, what was done."""
    wordings = load_wordings()
    if headline and " to " in sentence.text and wordings.deal.match(sentence.text) is not None:
        return True
    return _is_settled(sentence, wordings.facts)


def looks_forward(quotation: Folded) -> bool:
    """Return whether a quoted sentence certainly looks forward."""
    return _is_settled(quotation, load_wordings().outlooks)


def is_courtesy(quotation: Folded) -> bool:
    """Return whether a quoted sentence certainly does not look forward, whatever its words: a courtesy, or what is told to or asked of somebody."""
    return _is_settled(quotation, load_wordings().courtesies)


def gives_amount(item: Folded) -> bool:
    """Return whether an item of a list gives a measure and an amount, as one of results does."""
    return load_wordings().amount.match(item.text) is not None


def gives_measure(line: Folded) -> bool:
    """Return whether a line without a verb gives a measure, as one of an outlook does."""
    return _line_verbs().isdisjoint(line.text.split()) and load_wordings().outlook_line.match(line.text) is not None


def heads_results(head: Folded) -> bool:
    """Return whether a heading announces results and no outlook."""
    return load_wordings().past_head.match(head.text) is not None


def heads_outlook(head: Folded) -> bool:
    """Return whether a heading announces an outlook and no results."""
    return load_wordings().outlook_head.match(head.text) is not None


def leads_outlook(lead: Folded) -> bool:
    """Return whether a sentence that ends in a colon leads in an outlook: "For 2027, we anticipate the following:"."""
    return _OUTLOOK_FOLLOWS.search(lead.text) is not None


def leads_results(lead: Folded) -> bool:
    """Return whether a sentence that ends in a colon leads in results: "Sales by region were as follows:"."""
    return _RESULTS_FOLLOW.search(lead.text) is not None and match_open().search(lead.text) is None


def _is_settled(sentence: Folded, wordings: _ByWord) -> bool:
    for word in sentence.words:
        for signs, wording in wordings.get(word, ()):
            if any(map(sentence.text.__contains__, signs)) and wording.settles(sentence):
                return True
    return False


@cache
def load_wordings() -> Wordings:
    """Return the patterns built from `data/wordings.txt`."""
    groups = read_groups()
    own, back, between, note, denied = (one_of(groups[name]) for name in ("guidance", "back", "between", "note", "not"))
    start = rf"(?:(?:{_POINTING}|our|its|their|either|neither) )?(?:(?:{between}|(?:fy|q)?\d{{1,4}}) )*{own}"
    backward = rf"(?:{_POINTING} (?:{between} )*{back}|this|these|that|those)"
    end = rf"(?: of (?:{_POINTING}|our|its) (?:{between} )*{own})?(?: (?:also|now|still|further|therefore|accordingly|currently))? "
    verb = rf"(?:{note}|do(?:es)? not (?:yet )?{denied})\b"
    results, ahead = (rf"\b{one_of(groups[name])}\b" for name in ("results head", "outlook head"))
    turns = (
        Wording(frozenset(verbs), re.compile(rf"^(?:[\w&'.-]+ ){{1,{LONGEST_COMPANY}}}{one_of(verbs)} [^;:.]{{0,40}}\b{one_of(groups[what])}\b"))
        for verbs, what in ((groups["turn"], "view"), (groups["sees"], "seen"), (["says"], "to come"))
    )
    return Wordings(
        note=re.compile(rf"\W*{start}{end}{verb}"),
        back=re.compile(rf"\W*{backward}{end}{verb}"),
        warning=re.compile(rf"\b{one_of(groups['warning'])}\b"),
        warnings=_sort_by_word(make_warnings(groups)),
        plans=_sort_by_word(make_plans(groups)),
        facts=_sort_by_word(make_facts(groups)),
        outlooks=_sort_by_word(make_outlooks(groups)),
        courtesies=_sort_by_word(make_courtesies(groups)),
        move=re.compile(rf"(?P<who>[^;.,:]{{3,60}}?) to {one_of(groups['move'])}\b"),
        turns=_sort_by_word(turns),
        deal=re.compile(rf"(?!.*\b(?:plans?|outlook|guidance)\b)[^;.]{{3,80}}? to {one_of(groups['deal'])}\b(?! back\b)[^;.]*$"),
        amount=re.compile(
            rf"(?=.{{5,150}}$)(?!.*(?:{match_open().pattern}|{ahead}|\d[^,;]*(?: to |-|–)[$€£]?\d))"
            r"\W*(?:[a-z][^.;:$€£\d]{2,60}(?: of |: ?|, ?)[($€£]{0,2}\d|\d[\d.,]* (?:(?:million|billion|thousand) )?[a-z])[^;]{0,60}$"
        ),
        outlook_line=re.compile(
            r"(?=\W*+[a-z\d][^;]{5,90}+$)(?!.*\b(?:please|call|visit|see|report)\b)\W*[a-z\d].*(?:\d|\b(?:growth|digits?|flat|higher|lower)\b)"
        ),
        past_head=re.compile(rf"(?=.*{results})(?!.*{ahead})"),
        outlook_head=re.compile(rf"(?=.*{ahead})(?!.*{results})"),
    )


@cache
def finite_verbs() -> frozenset[str]:
    """Return the verbs that make a line a sentence."""
    return frozenset(words("finite_verbs")) | frozenset(words("headline_verbs"))


@cache
def _line_verbs() -> frozenset[str]:
    """Return the verbs that a line without a verb lacks; "shares" is a noun there: "31 million diluted shares"."""
    return finite_verbs() - {"shares"}


@cache
def headline_verbs() -> frozenset[str]:
    """Return the verbs of headlines; a "to" after one states a purpose, no plan: "Tarn Foods Introduces Scale to Boost Sales"."""
    return frozenset(words("announcing")) | frozenset(words("headline_verbs"))


@cache
def _load_folder() -> Folder:
    """Return the folder that knows the signs of all wordings."""
    wordings = load_wordings()
    return Folder(frozenset().union(wordings.plans, wordings.facts, wordings.turns, wordings.warnings, wordings.outlooks, wordings.courtesies))


def _sort_by_word(wordings: Iterable[Wording]) -> _ByWord:
    """Return wordings, each with its signs, by the longest word of each sign."""
    found: _ByWord = {}
    for wording in wordings:
        longest: dict[str, list[str]] = {}
        for sign in wording.signs:
            longest.setdefault(max(sign.split(), key=len), []).append(sign)
        for word, signs in longest.items():
            found.setdefault(word, []).append((signs, wording))
    return found
