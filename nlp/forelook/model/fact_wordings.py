"""Fact wordings: those by which a sentence only looks like guidance.

In: the groups of `data/wordings.txt`. Out: wordings of occasions, outsiders' forecasts and plans, past expectations, terms of a deal, offices, measures and
completed actions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forelook.model.phrases import COUNT, MONTH, VIEW, WHEN, Wording, before_comma, match_open, one_of


def make_facts(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of what looks like guidance and is none."""
    yield from _make_occasions(groups)
    yield from _make_expectations(groups)
    still_open = match_open()
    merged, measured, done = (one_of(groups[name]) for name in ("merged", "measured", "done"))
    poised = re.compile(r"\b(?:poised (?:to|for)|(?:has|have|having) the potential)\b")
    promised = rf"{still_open.pattern}|[$€£%]|\b(?:percent|million|billion|double|triple|introduce|launch|reach|open|begin|20\d\d)\b"
    yield Wording(frozenset(("poised", "well-poised", "potential")), poised, re.compile(promised))
    yield Wording(frozenset(("merge", "merged", "become", "cease")), re.compile(rf"\bwill (?:then )?{merged}\b"))
    yield Wording(frozenset(("believe", "believes")), re.compile(rf"\bbelieves? (?:that )?{measured}\b"), re.compile(r"[$%]|\brange\b"))
    yield from _make_terms(groups)
    yield from _make_people(groups)
    yield from _make_others(groups)
    able = re.compile(r"^\W*+(?:[\w'&.-]+ ){1,5}can\b")
    yield Wording(frozenset(("can",)), able, re.compile(rf"{still_open.pattern}|\b(?:goals?|targets?|may|might|hopes?|by 20\d\d|{WHEN})"))
    lives = r"\b(?:useful|expected|estimated|remaining) (?:useful |service |average )?(?:life|lives|terms?|volatility|credit losses|return on)\b"
    yield Wording(frozenset(("life", "lives", "term", "terms", "volatility", "losses", "return")), re.compile(lives), re.compile(r"\b(?:mine|reserves?)\b"))
    yield from _make_reached(groups)
    defined = rf"^\W*+{one_of(groups['measure'])}\b[^.;:]{{0,60}}? {one_of(groups['define'])}\b"
    yield Wording(frozenset(groups["define"]), re.compile(defined), re.compile(r"[$€£]|\b(?:guidance|outlook|forecasts?|targets?|above|below|will)\b"))
    yield Wording(frozenset(("use",)), re.compile(r"\b(?:is|are) (?:intended|indicated|approved|cleared) for use\b"), still_open)
    at_once = r"\b(?:take|takes|taking|took) effect (?:immediately|at once|today)\b"
    yield Wording(frozenset(("effect",)), re.compile(at_once), re.compile(r"\b(?:expect|will reduce|save)\w*\b|[$€£%]"))
    outlook = r"\b(?:memorandum|guidance|forecasts?|targets?|between|to (?:be|begin))\b|\d ?(?:to|-|–) ?[$€£]?\d"
    yield Wording(frozenset(groups["done"]), re.compile(rf"^\W*+{done} (?!{one_of(groups['named'])}\b)"), re.compile(rf"{still_open.pattern}|{outlook}"))


def _make_terms(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of terms ("under the agreement, Tarn will", "the notes mature in", "holders will receive") and of what a plant makes per day."""
    bound = rf"\bunder (?:the|an?|its|this|our) (?:terms of (?:the|an?|its|this) )?(?:[\w-]+ ){{0,3}}?{one_of(groups['binding'])}\b[^;]{{0,200}}\bwill\b"
    yield Wording(frozenset(("under",)), re.compile(bound), match_open("will"))
    owed = rf"^\W*+(?:[\w'.%$-]+ ){{0,5}}?{one_of(groups['owed'])} (?:(?:with|of|for|to|on) [^,;]{{1,40}}? )?{one_of(groups['due'])} "
    yield Wording(frozenset(("due", "mature", "matures", "expire", "expires")), re.compile(owed), match_open())
    rendered = rf"^\W*+(?:[\w'-]+ ){{0,3}}?{one_of(groups['parties'])} (?:of [^,;]{{1,40}} )?will (?:also |then |each )?{one_of(groups['rendered'])}\b"
    yield Wording(frozenset(groups["rendered"]), re.compile(rendered), match_open("will"))
    per_period = r"(?:a|an|per) (?:hour|day|week|month|year)$"
    makes = rf"^\W*+(?:the|our|its) (?:[\w-]+ ){{0,3}}?{one_of(groups['works'])} [a-z]+s [^.;]{{0,40}}?{COUNT}[^.;]{{0,40}} {per_period}"
    yield Wording(frozenset(("hour", "day", "week", "month", "year")), re.compile(makes), match_open())


def _make_people(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of what people in an office will do ("in her new role, she will lead"), and what those invited will get."""
    task = r"\b(?:project|effort|phases?|replacement|program|build|scale|open|charged|planned|scheduled|over the next|within|(?:by|during) (?:19|20)\d\d)\b"
    planned = re.compile(rf"{match_open('will', 'now', 'continue', 'remain', 'remains', 'likely').pattern}|[$€£%]|{task}")
    office = r"\b(?:in|as) (?:this|her|his|that|the|their) (?:new |expanded |current )?(?:role|position|capacity|post)\b[^;]{0,160}?\bwill\b"
    yield Wording(before_comma(["role", "position", "capacity", "post"]), re.compile(office), planned)
    duty = rf"^\W*+(?:(?:mr|ms|mrs|dr)\. [\w'-]+(?: [\w'-]+)?|he|she) will (?:also |now |continue to |initially )?{one_of(groups['serve'])}\b"
    yield Wording(frozenset(groups["serve"]), re.compile(duty), planned)
    invited = r"^\W*+(?:[\w'-]+ ){1,3}?who [^.;,]{2,60} will\b"
    yield Wording(frozenset(("who",)), re.compile(invited), match_open("will"))
    yield Wording(frozenset(("tickets", "admission", "seats")), re.compile(r"^\W*+(?:tickets|admission|seats)\b"))


def _make_others(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of governments' plans and laws, of missions, of what people asked in a survey say, and of pledges that were met."""
    some = r"^\W*+(?:the )?+(?!(?:agency|commission|department|authority|council)\b)(?:[\w-]+ ){0,3}?"
    told = rf"{some}{one_of(groups['government'])} {one_of(groups['governs'])}\b"
    yield Wording(frozenset(groups["government"]), re.compile(told), re.compile(r"\b(?:we|our|the company|the deal|the merger)\b"))
    ruling = rf"\b{one_of(groups['rule'])}\b[^.;]{{0,60}}\b(?:(?:takes?|to take|went|goes|comes?|enters?|came) (?:into )?(?:effect|force)|requires?)\b"
    yield Wording(before_comma(groups["rule"]), re.compile(ruling), match_open("is to", "are to", "due to"))
    calling = r"\b(?:mission|purpose)\b[^.;]{0,40}\bis to (?!(?:become|confirm|realize|grow|be)\b)"
    yield Wording(before_comma(("mission", "purpose")), re.compile(calling), re.compile(r"\b(?:split|spin-off|will|shareholders|hopes?)\b"))
    people, state = one_of(groups["surveyed"]), one_of(groups["state"])
    asked = rf"\b(?:respondents|said they|of those (?:polled|surveyed)|(?:percent|%) (?:say|said|of {people})\b)|^\W*+\d[\d.]*(?:%| percent) {state}\b"
    shares = {f"{sign} {word}" for sign in ("%", "percent") for word in (*groups["state"], "say", "said", "of")}
    yield Wording(frozenset(("respondents", "said they", "of those", *shares)), re.compile(asked))
    met = rf"\b{one_of(groups['met'])} (?:its|their|our|his|her|the|a)\b[^.;]{{0,60}}\b(?:pledges?|goals?|targets?|commitments?|promises?)\b"
    yield Wording(frozenset(groups["met"]), re.compile(met), match_open())


def _make_reached(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of money spent, as planned or not, and of work on schedule without a word about the future."""
    budgeted = r"^\W*+(?:[\w&'.-]+ ){1,5}(?<!has )(?<!have )(?<!is )(?<!are )budgeted [$€£]\d"
    yield Wording(frozenset(("budgeted",)), re.compile(budgeted), match_open())
    spent = rf"^\W*+(?:[\w&'.-]+ ){{1,5}}(?:{one_of(groups['expected'])} [^;]{{1,90}} (?:and|but) )?(?<!be ){one_of(groups['spent'])} (?:[a-z]+ ){{0,2}}[$€£]\d"
    yield Wording(frozenset(groups["spent"]), re.compile(spent), match_open())
    running = r"\b(?:is|are) (?:\w+ )?(?:running )?[^.;]{0,20}\b(?:ahead of|above|below|behind|higher than|lower than) (?:those of )?(?:last|a|the prior) year"
    yield Wording(frozenset(("ahead", "above", "below", "behind", "higher", "lower")), re.compile(running), match_open())
    going = r"\b(?:is|are|remains?) (?:\w+ )?(?:on|ahead of|behind) (?:schedule|track|time|plan)(?: and (?:on|within|under) budget)?$"
    yield Wording(frozenset(("schedule", "track", "time", "plan")), re.compile(going), match_open("remain", "remains", "on track"))


def _make_occasions(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of logistics: "expects to release its results on July 30", "will give its outlook on the call of May 3"."""
    tell, occasion = one_of(groups["tell"]), one_of(groups["occasion"])
    amount = one_of(groups["amount"])
    told = rf"\b(?:will|to) {tell}"
    yield Wording(frozenset(groups["tell"]), re.compile(rf"{told} (?:[^.;]{{0,90}}? )?{occasion}\b"), re.compile(amount))
    day = rf"(?:on|before|after|at) (?:or about )?(?:(?:mon|tues|wednes|thurs|fri)day|{MONTH} \d|the (?:opening|close)|\d)"
    reported = rf"\b(?:will|to) (?:report|release|publish|announce) (?:[^.;$%]{{0,60}} )?{day}"
    yield Wording(frozenset(("report", "release", "publish", "announce")), re.compile(reported))
    given = rf"{told} (?:[^.;]{{0,60}}? )?{VIEW}\b[^.;]{{0,80}}\b(?:on|at|during|with|when|in) [^.;]{{0,120}}(?:{occasion}|call|results|coming weeks)\b"
    yield Wording(frozenset(groups["tell"]), re.compile(given), re.compile(rf"{amount}|\b(?:not|able|duty|obligation|continues)\b"))
    passed = rf"\b{VIEW}\b[^.;]{{0,60}} will be {one_of(groups['given'])} (?:on|with|at|during|when|together with|in conjunction with|along with) "
    yield Wording(frozenset(groups["given"]), re.compile(passed), re.compile(amount))


def _make_expectations(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of expectations that are somebody else's or past: "analysts expect", "had expected", "exceeded the range that we gave"."""
    outsiders, houses, foresee, expected, against = (one_of(groups[name]) for name in ("outsiders", "houses", "foresee", "expected", "against"))
    own = re.compile(r"\b(?:we|our|the company|management|comfortable|reasonable|is expected|are expected)\b")
    cited = rf"^\W*+according to (?:[^,]{{0,80}} )?(?:{outsiders}|{houses})\b"
    yield Wording(frozenset(("according",)), re.compile(cited))
    house = rf"^\W*+(?:[\w&'.-]+ ){{1,4}}{houses} (?:now )?{foresee} .{{0,80}}\b{one_of(groups['markets'])}\b"
    yield Wording(frozenset(groups["foresee"]), re.compile(house), own)
    body = (
        rf"^\W*+(?:the )?(?!(?:our|its|the|an?|this)\b)[\w&'.-]+ (?:[\w&'.-]+ ){{0,5}}?{one_of(groups['bodies'])}"
        rf"(?: (?:of|for|on) (?:[\w'-]+ ){{0,3}}?[\w'-]+)? (?:now )?{foresee}\b"
    )
    lender = re.compile(rf"{own.pattern}|\b(?:loan|savings|mortgage|marketing) association\b")
    yield Wording(frozenset(groups["foresee"]), re.compile(body), lender)
    seen = rf"^\W*+(?:[\w-]+ ){{0,3}}?{outsiders}\b[^.;]{{0,60}}?\b{foresee}\b"
    yield Wording(frozenset(groups["foresee"]), re.compile(seen), own)
    consensus = r"^\W*+(?:[\w&'.-]+ ){0,5}?consensus (?:estimates?|forecasts?|view)?\b[^.;]{0,40}\b(?:is|are|was|were|stands|stood|calls)\b"
    yield Wording(frozenset(("consensus",)), re.compile(consensus), own)
    had = rf"\bhad (?:been )?(?:\w+ly )?{expected}\b"
    yield Wording(frozenset(("had",)), re.compile(had), re.compile(rf"{match_open().pattern}|\bbe\b"))
    measured_by = rf"^(?=.*\b{one_of(groups['past'])}\b).*\b{against} (?:[\w'-]+ ){{0,6}}?(?:{VIEW}|range|projections?|estimates?)\b"
    yield Wording(frozenset(groups["against"]), re.compile(measured_by), match_open("outlook"))
