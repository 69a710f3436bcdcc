"""Plan wordings: those by which a sentence is certainly guidance.

In: the groups of `data/wordings.txt`. Out: wordings of what starts on a day, pledges with a year, non-binding agreements, beliefs about the future,
forecasts before an amount, how something will be paid for, and withdrawn guidance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forelook.model.phrases import COUNT, MONTH, WHEN, Wording, before_comma, one_of

_TO_COME = (
    rf"(?:(?:in|on|from|by) (?:early |late |mid-)?{MONTH}\b(?! (?:199\d|200\d|201\d))|next (?:year|month|week|quarter|spring|summer|fall|autumn|winter|{MONTH})"
    r"|in the (?:spring|summer|fall|autumn|winter) of (?:next year|20[2-9]\d)"
    r"|(?:later )?this (?:coming )?(?:spring|summer|fall|autumn|winter)\b|later this (?:year|month)|by (?:year-end|the end of (?:next|this|the) year))"
)


def make_plans(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of plans: "the depot opens in June", "is committed to halving its use of water by 2030", "under the memorandum, Tarn will"."""
    works, starts, paper, pledge = (one_of(groups[name]) for name in ("works", "starts", "paper", "pledge"))
    done = re.compile(r"\b(?:was|were|had|did|began|rose|fell|ended|(?<!this )(?<!next )year|meeting|dividend|agreement|notes)\b(?! (?:or|and|round)\b)")
    named = rf"(?:{works}(?:e?s)?|\w{{3,}}er(?:y|ies))(?: (?:of|at|in|to|near|on|for|with) (?:[^,.;]|[.,](?=\d)){{1,60}}?)?"
    starting = rf" {starts} (?:(?!(?:after|before|when)\b)[\w-]+ ){{0,5}}?{WHEN}"
    starting = rf"(?:{starting}| {starts} [^.;]{{1,60}}, {WHEN})"
    started = rf"^(?=.*{starting}).*?\b{named}{starting}"  # what starts, of which there are many kinds, is looked for last
    yield Wording(frozenset(groups["starts"]), re.compile(started), done)
    yield from _make_dated(groups, done)
    yield from _make_conditional(groups)
    yield Wording(
        frozenset((*groups["pledge"], *groups["pledges"])),
        re.compile(
            rf"\b(?:(?:is|are|remains?|has|have) (?:\w+ )?{pledge}|{one_of(groups['pledges'])} (?:itself )?to) "
            r".{0,150}\b(?:by|from|until|through|before) (?:the end of |the year |fiscal )?20[2-9]\d\b"
        ),
        re.compile(r"\b(?:met|kept|fulfilled)\b"),
    )
    promised = r"(?:(?!\bwould\b).){0,300}\b(?:will|would(?! be\b)|intends?)\b"
    drafted = rf"\bunder (?:the |a |an |this |that )?(?:terms of (?:the |a |this )?)?(?:[\w-]+ ){{0,2}}{paper}\b{promised}"
    yield Wording(frozenset(("under",)), re.compile(drafted))
    outlined = rf"^\W*+(?:the|a|an|this) (?:[\w-]+ ){{0,2}}{paper} {one_of(groups['calls for'])}\b"
    yield Wording(frozenset(groups["calls for"]), re.compile(outlined), re.compile(r"\bpurchase price\b"))
    believing = rf"(?:\b(?:we|the company|management) (?:\w+ )?{one_of(groups['belief'])}|^\W*+(?:[\w&'.-]+ ){{1,4}}?(?:believes|is confident)) (?:that )?"
    unsure = re.compile(rf"\b(?:{one_of(groups['no belief'])}|{one_of(groups['outsiders'])})\b")
    yield Wording(frozenset(("believe", "believes", "confident")), re.compile(rf"{believing}[^.;]{{0,120}}\bwill\b"), unsure)
    seen = rf"\b{one_of(groups['forecast'])}\b[^.;]{{0,80}}(?:[$€£]|\d ?%|\bpercent\b|\bcents\b)"
    yield Wording(
        frozenset(groups["forecast"]), re.compile(seen), re.compile(rf"\b(?:{one_of(groups['outsiders'])}|researcher|research|advisors|agency|firm)\b")
    )
    bought = rf"(?:the|this|its) (?:\w+ )?{one_of(groups['bought'])}\b|[^.;]{{3,60}} (?:with|from|out of|through) "
    paid = rf"\b(?:will|intends to|plans to|expects to) {one_of(groups['pay'])} (?:{bought})"
    yield Wording(frozenset(groups["pay"]), re.compile(paid), re.compile(r"\b(?:under|contract|grant|customer)\b"))
    exercised = (
        r"\b(?:if|were) (?:[\w-]+ ){0,3}?(?:warrants|options)\b[^.;]{0,40}\bexercised\b[^.;]{0,60}\b(?:will|would|could) (?:receive|bring|raise|yield)\b"
    )
    yield Wording(frozenset(("warrants", "options")), re.compile(exercised))
    yield from _make_guided(groups)


def _make_dated(groups: dict[str, list[str]], done: re.Pattern[str]) -> Iterable[Wording]:
    """Yield the wordings of launches at a time, of what a plant will do, and of prices that change on a day: "fares rise 3 percent on May 1"."""
    built, will_do = one_of(groups["built"]), one_of(groups["will do"])
    to_do = rf"^\W*+(?:the|its|this|our|each) (?:[\w-]+ ){{0,3}}?{built} will (?:also )?{will_do} [^.;]{{0,40}}?{COUNT}"
    yield Wording(frozenset(groups["will do"]), re.compile(to_do))
    to_come = (
        rf"^\W*+(?:the|its|this|our|each|a|an) (?:new|planned|proposed|future) (?:[\w-]+ ){{0,3}}?{built} [^.;]{{0,40}}?\b(?:is|was) designed to {will_do}\b"
    )
    yield Wording(frozenset(("designed",)), re.compile(to_come))
    changing = rf"^(?!\W*(?:in|on|during|as|when|if|with) )[^;]*?\b{one_of(groups['changes'])} (?:(?!(?:after|before|when)\b)[\w$%&',.-]+ ){{0,12}}?{_TO_COME}"
    yield Wording(
        frozenset(groups["changes"]),
        re.compile(changing),
        re.compile(rf"\b(?:{one_of(groups['no change'])}|(?:expect|plan|intend|register)\w*|\w{{3,}}ed)\b|;"),
    )
    spent = rf"\b{one_of(groups['portion'])} [^.;]{{0,40}}\bgo(?:es)? (?:into|to|towards?)\b"
    yield Wording(frozenset(("go", "goes")), re.compile(spent), re.compile(rf"{done.pattern}|\b(?:charit\w+|each|every|benefit)\b"))
    bound = r"\b(?:is|are) to (?:be )?[a-z]+\b"
    aimless = re.compile(r"\b(?:mission|goal|aim|purpose|strategy|law|act|rule|meeting|call|conference|webcast|lease|was|were)\b")
    to_be = r"\b(?:that|which) (?:is|are) to (?:be (?:built|opened|used|completed|finished|placed)\b|(?!be\b)[a-z]+)"
    yield Wording(frozenset(("that is to", "that are to", "which is to", "which are to")), re.compile(to_be), aimless)
    by_year = r"\b(?:by|in|from) (?:fiscal )?20\d\d\b"
    yield Wording(
        frozenset(("is to", "are to")),
        re.compile(rf"^(?=.*{bound})(?=.*{by_year})"),
        re.compile(r"\b(?:mission|founded|if (?:we|they|it)|according|purpose|held)\b"),
    )
    launched = rf"\b{one_of(groups['launches'])} (?:(?:\w+ly|\w+wide|(?:in|on|at|to|for) [^.,;]{{2,40}}?),? ){{0,2}}?{WHEN}"
    yield Wording(frozenset(groups["launches"]), re.compile(launched), re.compile(rf"{done.pattern}|\b(?:which|that)\b"))
    first = rf"\b{one_of(groups['has first'])} (?:its|their|the) first [^.;]{{1,40}} {WHEN}"
    yield Wording(frozenset(groups["has first"]), re.compile(first), done)
    brought = r"^\W*+(?:the )?next (?:\w+ ){1,2}?(?:brings|sees|offers)\b"
    yield Wording(frozenset(("brings", "sees", "offers")), re.compile(brought), re.compile(r"\b(?:generation|level|chapter)\b"))
    moved = rf"^\W*+(?:[\w'-]+ ){{0,6}}?{one_of(groups['prices'])}\b[^.;]{{0,40}}? {one_of(groups['move up'])} [^.;]{{0,30}}?\b(?:on|from|in) {MONTH} \d"
    yield Wording(frozenset(groups["move up"]), re.compile(moved), done)


def _make_conditional(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of what follows completion or consent: "once complete, the dam will", "pending a permit, Tarn would"; the terms of a deal are none."""
    terms = re.compile(
        r"\b(?:own|owned|(?:share|stock|unit)?holders|subsidiary|shares|merge[rd]?|acquisition|transaction|replay|split|agreement|delisted|combined company)\b"
    )
    completed = rf"\b(?:when|once|upon|on|after) (?:(?:it is|they are|fully) )?{one_of(groups['until'])}\b[^;]{{0,140}}\b(?:will|would|should)\b"
    yield Wording(before_comma(groups["until"]), re.compile(completed), terms)
    deal = r"(?:merger|closing|acquisition|transaction|purchase|combination|completion|close|spin-off|deal)"
    merged = rf"^\W*+(?:after|following|upon|once|with) (?:the |its |completion of the )?(?:\w+ ){{0,2}}?{deal}\b[^.;]*\bwill (?:also |then )?"
    owned = re.compile(r"\b(?:subsidiary|own|owned|directors?|listed|under the symbol)\b")
    yield Wording(frozenset(groups["go on"]), re.compile(rf"{merged}{one_of(groups['go on'])}\b"), owned)
    tried = rf"\b{one_of(groups['subjects'])} (?:\([^()]{{1,20}}\) )?will (?:then |also )?{one_of(groups['undergo'])}\b"
    yield Wording(frozenset(groups["subjects"]), re.compile(tried), re.compile(r"\b(?:in which|call|webcast|conference|e-?mail|refund|dividend)\b"))
    allowed = (
        rf"^\W*+(?:pending|subject to|assuming|provided|if|once) [^,;]{{0,80}}?\b{one_of(groups['consent'])}\b[^,;]{{0,60}}, [^;]*\b(?:will|would|could)\b"
    )
    yield Wording(before_comma(groups["consent"]), re.compile(allowed), terms)


def _make_guided(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of guidance that is changed, kept, explained, not reconciled or withdrawn."""
    turned = rf"^\W*+(?:[\w&'.-]+ ){{1,5}}?{one_of(groups['turn'])} (?:its|our) [^.;]{{0,40}}?\b{one_of(groups['view'])}\b"
    yield Wording(frozenset(groups["turn"]), re.compile(turned))
    kept = rf"\b{one_of(groups['stand by'])} (?:its|our|the) [^.;]{{0,60}}\b(?:guidance|outlook|forecasts?)\b"
    yield Wording(frozenset(groups["stand by"]), re.compile(kept))
    unreconciled = rf"\b{one_of(groups['unreconciled'])} (?:its|our) [^.;]{{0,60}}?\b(?:outlook|guidance|forecasts?|range|targets?)\b"
    yield Wording(frozenset(groups["unreconciled"]), re.compile(unreconciled))
    guided = r"^\W*+(?:our|this|the company's) (?:[\w-]+ ){0,3}?(?:guidance|outlook|forecast)\b"
    settled = r"\b(?:reconcil\w+|call|prior|previous\w*|was|were|had|available|posted|measures?|tables?|called|assumed|presented|appears)\b"
    yield Wording(frozenset(("guidance", "outlook", "forecast", "forecasts")), re.compile(guided), re.compile(settled))
    yield _make_taking_back(groups["take back"])


def _make_taking_back(verbs: list[str]) -> Wording:
    """Return the wording of withdrawn guidance: "is suspending its outlook", "no longer gives guidance", "the forecast should not be relied on"."""
    forms = [form for verb in verbs for form in (verb + "s", verb.removesuffix("e") + "ing", verb.removesuffix("e") + ("n" if verb == "withdraw" else "ed"))]
    given = r"(?:guidance|outlook|forecasts?)"
    now = rf"(?:is|are|has|have) (?:\w+ )?{one_of(forms)}|{one_of(verb + 's' for verb in verbs)}|no longer (?:giv|provid|issu|expects? to meet)\w*"
    taking = rf"\b(?:{now})\b[^.;]{{0,60}}\b{given}\b"
    taken = rf"\b{given}\b[^.;]{{0,60}}\b(?:no longer|(?:is|are) {one_of(forms)}|should (?:not|no longer) be relied)\b"
    return Wording(frozenset((*forms, "longer", "relied")), re.compile(f"{taking}|{taken}"), re.compile(r"\bremains?\b"))
