"""Wording: sentences whose own words leave no doubt about their label, by its definition.

In: a sentence, and whether it heads something or follows guidance. Out: whether it is a note on guidance, a plan, a warning, or a fact that only looks
like guidance. Only those wordings count to which the labelled releases hold hardly an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from forelook.data_files import read_entries
from forelook.months import MONTH_NAMES
from forelook.segment.words import words

LONGEST_COMPANY = 5  # words of a company's name in a headline

_POINTING = r"(?:these|those|this|that|the|such|both|all)"
_MONTH = rf"(?:{'|'.join(MONTH_NAMES).lower()})"
_VIEW = r"(?:outlook|guidance|forecasts?|expectations)"
_PAST = r"\b(?:was|were|came|rose|fell|grew|exceeded|beat|topped|surpassed|missed|finished|ended|reached|totaled|reported)\b"
_SEASON = r"(?:spring|summer|fall|autumn|winter)\b"
_WHEN = (
    rf"(?:(?:in|on|by|during|around|from) (?:early |late |mid-|the )?(?:{_MONTH}\b|(?:199|20\d)\d\b|(?:first|second|third|fourth) (?:quarter|half)|{_SEASON})"
    rf"|{_MONTH} \d|next (?:year|month|week|quarter|{_SEASON})|(?:later )?this {_SEASON}|later this (?:year|month)\b)"
)


class Folded(NamedTuple):
    """A sentence in small letters, with single blanks and straight apostrophes, and those of its words that are signs of a wording."""

    text: str
    words: frozenset[str]


class Wording(NamedTuple):
    """What a sentence holds whose label it leaves no doubt about."""

    signs: frozenset[str]  # words of which it holds one at least, which is quick to check
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None  # what leaves the label open beside it

    def settles(self, sentence: Folded) -> bool:
        """Return whether a sentence that holds one of the signs is worded so."""
        return self.pattern.search(sentence.text) is not None and (self.unless is None or self.unless.search(sentence.text) is None)


class Wordings(NamedTuple):
    """The wordings of `data/wordings.txt`; `note` and `back` begin where a sentence does."""

    note: re.Pattern[str]  # names the guidance it is about
    back: re.Pattern[str]  # points back to it
    warning: re.Pattern[str]
    plans: dict[str, list[Wording]]  # by each of their signs, as are the facts
    facts: dict[str, list[Wording]]
    move: re.Pattern[str]  # in a headline: "Tarn Foods to Double Its Mill"
    deal: re.Pattern[str]  # in a headline: "Tarn Foods to Buy Mill"


def fold(text: str) -> Folded:
    """Return a sentence as its words are asked about."""
    parts = text.rstrip(".").replace("’", "'").lower().split()  # in this order: without its apostrophes most text is ASCII, which is quick to fold
    return Folded(" ".join(parts), _load_signs().intersection(parts))


def is_note(sentence: Folded, *, after_guidance: bool) -> bool:
    """Return whether a sentence is a note on guidance; only after guidance may it do without naming it."""
    wordings = load_wordings()
    return bool(wordings.note.match(sentence.text) or (after_guidance and wordings.back.match(sentence.text)))


def is_plan(sentence: Folded, *, headline: bool) -> bool:
    """Return whether a sentence tells a plan: works that start on a day, a pledge with a year, a paper that binds nobody, a belief about what will be."""
    wordings = load_wordings()
    if headline and (match := wordings.move.match(sentence.text)) is not None:
        who = match["who"].split()
        return len(who) <= LONGEST_COMPANY and _load_headline_verbs().isdisjoint(who)
    return _is_settled(sentence, wordings.plans)


def is_warning(sentence: Folded) -> bool:
    """Return whether a sentence warns that something may not come about."""
    return load_wordings().warning.search(sentence.text) is not None


def is_fact(sentence: Folded, *, headline: bool) -> bool:
    """Return whether a sentence looks forward only in appearance: an occasion, an outsider's forecast, a past expectation, a deal's terms, what is done."""
    wordings = load_wordings()
    if headline and wordings.deal.match(sentence.text) is not None:
        return True
    return _is_settled(sentence, wordings.facts)


def _is_settled(sentence: Folded, wordings: dict[str, list[Wording]]) -> bool:
    return any(wording.settles(sentence) for word in sentence.words if word in wordings for wording in wordings[word])


@cache
def load_wordings() -> Wordings:
    """Return the patterns that `data/wordings.txt` makes."""
    groups: dict[str, list[str]] = {}
    for name, _, phrases in (line.partition(":") for line in read_entries("model", "wordings")):
        groups[name] = [phrase.strip() for phrase in phrases.split(",")]
    own, back, between, note, denied = (_one_of(groups[name]) for name in ("guidance", "back", "between", "note", "not"))
    start = rf"(?:(?:{_POINTING}|our|its|their|either|neither) )?(?:(?:{between}|(?:fy|q)?\d{{1,4}}) )*{own}"
    backward = rf"(?:{_POINTING} (?:{between} )*{back}|this|these|that|those)"
    end = rf"(?: of (?:{_POINTING}|our|its) (?:{between} )*{own})?(?: (?:also|now|still|further|therefore|accordingly|currently))? "
    verb = rf"(?:{note}|do(?:es)? not (?:yet )?{denied})\b"
    return Wordings(
        note=re.compile(rf"\W*{start}{end}{verb}"),
        back=re.compile(rf"\W*{backward}{end}{verb}"),
        warning=re.compile(rf"\b{_one_of(groups['warning'])}\b"),
        plans=_sort_by_sign(_read_plans(groups)),
        facts=_sort_by_sign(_read_facts(groups)),
        move=re.compile(rf"(?P<who>[^;.,:]{{3,60}}?) to {_one_of(groups['move'])}\b"),
        deal=re.compile(rf"(?!.*\b(?:plans?|outlook|guidance)\b)[^;.]{{3,80}}? to {_one_of(groups['deal'])}\b(?! back\b)[^;.]*$"),
    )


@cache
def _load_headline_verbs() -> frozenset[str]:
    """Return the verbs of headlines, before which a "to" says what for: "Tarn Foods Introduces Scale to Boost Sales"."""
    return frozenset(words("announcing")) | frozenset(words("headline_verbs"))


@cache
def _load_signs() -> frozenset[str]:
    """Return all words that are signs of a wording."""
    wordings = load_wordings()
    return frozenset().union(wordings.plans, wordings.facts)


def _sort_by_sign(wordings: Iterable[Wording]) -> dict[str, list[Wording]]:
    """Return wordings by each of their signs."""
    found: dict[str, list[Wording]] = {}
    for wording in wordings:
        for word in wording.signs:
            found.setdefault(word, []).append(wording)
    return found


def _read_plans(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of plans: "the depot opens in June", "is committed to halving its use of water by 2030", "under the memorandum, Tarn will"."""
    works, starts, paper, pledge = (_one_of(groups[name]) for name in ("works", "starts", "paper", "pledge"))
    done = re.compile(r"\b(?:was|were|had|did|began|rose|fell|ended|(?<!this )(?<!next )year|meeting|dividend|agreement|notes)\b(?! (?:or|and|round)\b)")
    named = rf"(?:{works}(?:e?s)?|\w{{3,}}er(?:y|ies))(?: (?:of|at|in|to|near|on|for|with) [^,.;]{{1,60}}?)?"
    started = rf"\b{named} {starts} (?:(?!(?:after|before|when)\b)[\w-]+ ){{0,5}}?{_WHEN}"
    yield Wording(_sign(groups["starts"]), re.compile(started), done)
    yield Wording(
        _sign(groups["pledge"]),
        re.compile(rf"\b(?:is|are|remains?|has|have) (?:\w+ )?{pledge} .{{0,150}}\bby (?:the end of |the year |fiscal )?20[2-9]\d\b"),
    )
    drafted = rf"\bunder (?:the |a |an |this |that )?(?:terms of (?:the |a |this )?)?(?:[\w-]+ ){{0,2}}{paper}\b.{{0,300}}\b(?:will|intends?)\b"
    yield Wording(frozenset(("under",)), re.compile(drafted))
    believed = rf"\b(?:we|the company|management) (?:\w+ )?{_one_of(groups['belief'])} (?:that )?[^.;]{{0,120}}\bwill\b"
    measure = r"\b(?:measures?|results are|non-gaap|ebitda|excluding|could|might|although|forward-looking|reasonable|no assurance)\b"
    yield Wording(frozenset(("believe", "believes", "confident")), re.compile(believed), re.compile(measure))
    seen = rf"\b{_one_of(groups['forecast'])}\b[^.;]{{0,80}}(?:[$€£]|\d ?%|\bpercent\b|\bcents\b)"
    yield Wording(_sign(groups["forecast"]), re.compile(seen), re.compile(rf"\b(?:{_one_of(groups['outsiders'])}|researcher|research|advisors|agency|firm)\b"))
    paid = rf"\b(?:will|intends to|plans to|expects to) {_one_of(groups['pay'])} (?:\w+ )?{_one_of(groups['bought'])}\b"
    yield Wording(_sign(groups["pay"]), re.compile(paid))
    exercised = r"\bif (?:[\w-]+ ){0,3}?(?:warrants|options)\b[^.;]{0,40}\bexercised\b[^.;]{0,60}\b(?:will|would|could) (?:receive|bring|raise|yield)\b"
    yield Wording(frozenset(("warrants", "options")), re.compile(exercised))
    yield _read_taking_back(groups["take back"])


def _read_taking_back(verbs: list[str]) -> Wording:
    """Return the wording of guidance that is taken back: "is suspending its outlook", "no longer gives guidance", "the forecast should not be relied on"."""
    forms = [form for verb in verbs for form in (verb + "s", verb.removesuffix("e") + "ing", verb.removesuffix("e") + ("n" if verb == "withdraw" else "ed"))]
    given = r"(?:guidance|outlook|forecasts?)"
    now = rf"(?:is|are|has|have) (?:\w+ )?{_one_of(forms)}|{_one_of(verb + 's' for verb in verbs)}|no longer (?:giv|provid|issu|expects? to meet)\w*"
    taking = rf"\b(?:{now})\b[^.;]{{0,60}}\b{given}\b"
    taken = rf"\b{given}\b[^.;]{{0,60}}\b(?:no longer|(?:is|are) {_one_of(forms)}|should (?:not|no longer) be relied)\b"
    return Wording(frozenset((*forms, "longer", "relied")), re.compile(f"{taking}|{taken}"), re.compile(r"\bremains?\b"))


def _read_facts(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of what is no guidance although it may look so."""
    yield from _read_occasions(groups)
    yield from _read_expectations(groups)
    still_open = _open_beside(groups)
    merged, measured, done = (_one_of(groups[name]) for name in ("merged", "measured", "done"))
    poised = re.compile(r"\b(?:poised (?:to|for)|(?:has|have|having) the potential)\b")
    promised = rf"{still_open.pattern}|[$€£%]|\b(?:percent|million|billion|double|triple|20\d\d)\b"
    yield Wording(frozenset(("poised", "well-poised", "potential")), poised, re.compile(promised))
    yield Wording(frozenset(("merge", "merged", "become", "cease")), re.compile(rf"\bwill (?:then )?{merged}\b"))
    yield Wording(frozenset(("believe", "believes")), re.compile(rf"\bbelieves? (?:that )?{measured}\b"), re.compile(r"[$%]|\brange\b"))
    yield from _read_reached(groups)
    defined = rf"^\W*+{_one_of(groups['measure'])}\b[^.;:]{{0,60}}? {_one_of(groups['define'])}\b"
    yield Wording(_sign(groups["define"]), re.compile(defined), re.compile(r"[$€£]|\b(?:guidance|outlook|forecasts?|targets?|above|below|will)\b"))
    yield Wording(frozenset(("use",)), re.compile(r"\b(?:is|are) (?:intended|indicated|approved|cleared) for use\b"), still_open)
    outlook = r"\b(?:memorandum|guidance|forecasts?|targets?|between|to (?:be|begin))\b|\d ?(?:to|-|–) ?[$€£]?\d"
    yield Wording(_sign(groups["done"]), re.compile(rf"^\W*+{done} (?!{_one_of(groups['named'])}\b)"), re.compile(rf"{still_open.pattern}|{outlook}"))


def _read_reached(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of what was spent, as had been planned or not, and of work that goes as planned without a word on what is to come."""
    spent = (
        rf"^\W*+(?:[\w&'.-]+ ){{1,5}}(?:{_one_of(groups['expected'])} [^;]{{1,90}} (?:and|but) )?(?<!be ){_one_of(groups['spent'])} (?:[a-z]+ ){{0,2}}[$€£]\d"
    )
    yield Wording(_sign(groups["spent"]), re.compile(spent), _open_beside(groups))
    going = r"\b(?:is|are|remains?) (?:\w+ )?on (?:schedule|track|time)(?: and (?:on|within|under) budget)?$"
    yield Wording(frozenset(("schedule", "track", "time")), re.compile(going), _open_beside(groups, "remain", "remains", "on track"))


def _read_occasions(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of logistics: "expects to release its results on July 30", "will give its outlook on the call of May 3"."""
    tell, occasion = _one_of(groups["tell"]), _one_of(groups["occasion"])
    amount = _one_of(groups["amount"])
    told = rf"\b(?:will|to) {tell}"
    yield Wording(_sign(groups["tell"]), re.compile(rf"{told} (?:[^.;]{{0,90}}? )?{occasion}\b"), re.compile(amount))
    given = rf"{told} (?:[^.;]{{0,60}}? )?{_VIEW}\b[^.;]{{0,80}}\b(?:on|at|during|with|when|in) [^.;]{{0,120}}(?:{occasion}|call|results|coming weeks)\b"
    yield Wording(_sign(groups["tell"]), re.compile(given), re.compile(rf"{amount}|\b(?:not|able|duty|obligation|continues)\b"))


def _read_expectations(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of expectations that are another's or past: "analysts expect", "had expected", "exceeded the range that we gave"."""
    outsiders, houses, foresee, expected, against = (_one_of(groups[name]) for name in ("outsiders", "houses", "foresee", "expected", "against"))
    own = re.compile(r"\b(?:we|our|the company|comfortable|is expected|are expected)\b")
    cited = rf"^\W*+according to (?:[^,]{{0,80}} )?(?:{outsiders}|{houses})\b"
    yield Wording(frozenset(("according",)), re.compile(cited))
    house = rf"^\W*+(?:[\w&'.-]+ ){{1,4}}{houses} (?:now )?{foresee} .{{0,80}}\b{_one_of(groups['markets'])}\b"
    yield Wording(_sign(groups["foresee"]), re.compile(house), own)
    seen = rf"^\W*+(?:[\w-]+ ){{0,3}}?{outsiders}\b[^.;]{{0,60}}?\b{foresee}\b"
    yield Wording(_sign(groups["foresee"]), re.compile(seen), own)
    had = rf"\bhad (?:been )?(?:\w+ly )?{expected}\b"
    yield Wording(frozenset(("had",)), re.compile(had), re.compile(rf"{_open_beside(groups).pattern}|\bbe\b"))
    measured_by = rf"^(?=.*{_PAST}).*\b{against} (?:[\w'-]+ ){{0,6}}?(?:{_VIEW}|range|projections?|estimates?)\b"
    yield Wording(_sign(groups["against"]), re.compile(measured_by), _open_beside(groups, "outlook"))


def _open_beside(groups: dict[str, list[str]], *left_out: str) -> re.Pattern[str]:
    """Return an expression for the words that leave a label open."""
    return re.compile(rf"\b{_one_of(phrase for phrase in groups['open'] if phrase not in left_out)}\b")


def _sign(phrases: list[str]) -> frozenset[str]:
    """Return the longest word of each phrase."""
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


def _one_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))})".replace(r"\ ", " ")
