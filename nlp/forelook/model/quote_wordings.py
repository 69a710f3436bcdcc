"""Quote wordings: those by which the words of a quotation certainly look forward, or certainly do not.

In: the groups of `data/wordings.txt`. Out: wordings of work that a speaker looks forward to and of times to come; and of courtesies, of what listeners are told
or asked, and of conditions that are put to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forelook.model.phrases import MONTH, Wording, before_comma, one_of

_PAST = re.compile(
    r"\b(?:was|were|had|did|been|last|ago|since|began|came|made|rose|fell|grew|cut|sold|paid|spent|lost|won|told|gave|went|took|got|said (?:we|it|they|i)"
    r"|every|each|usually|always|often|there are|meeting|capital markets)\b|\b(?!need\b|speed|seed|feed|exceed|proceed|succeed|indeed|hundred)\w{3,}ed\b"
)


def make_outlooks(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of quotations that look forward: "we look forward to opening the mill", "next year is about margins"."""
    awaited = rf"\blook(?:s|ing)? forward to (?:further |continuing to |continued )?{one_of(groups['awaited'])}\b"
    yield Wording(frozenset(("forward",)), re.compile(awaited), re.compile(r"\bupdates?\b"))
    times = frozenset(("next", "this", "end", *groups["next"]))  # "next" at the beginning has a quotation mark before it
    yield Wording(times, re.compile(rf"\bnext {one_of(groups['next'])}\b"), re.compile(r"\b(?:can't|cannot|see(?:ing)? (?:you|my|our|old))\b"))
    ends = rf"\b(?:later this|by the end of (?:this|next|the)) {one_of(groups['next'])}\b|\bby (?:year-end|christmas|thanksgiving|easter|labor day)\b"
    yield Wording(times | {"by", "year-end"}, re.compile(ends), _PAST)
    best = r"\b(?:the|our) (?:best|biggest) (?:\w+ ){0,2}?(?:is|are|lies?) (?:still |yet )?(?:to come|ahead|before us|in front of us)\b"
    yield Wording(frozenset(("best", "biggest")), re.compile(best))
    day = rf"(?:(?:in|on|from|by|until) (?:early |late |mid-)?{MONTH}\b(?! [12][90][019]\d)|into (?:next year|20[2-9]\d))"
    dated = rf"\b{one_of(groups['is dated'])} (?:[\w$%'-]+ ){{0,8}}?{day}"
    yield Wording(frozenset(groups["is dated"]), re.compile(dated), _PAST)


def make_courtesies(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of quotations that do not look forward: "we wish her well", "we look forward to his counsel", "ask anyone, and they will tell you"."""
    ahead = one_of(groups["ahead"])
    parting = r"\b(?:will (?:be )?(?:\w+ly )?miss(?:ed)?|i'll miss|wish (?:him|her|them|you|everyone|all|[a-z]+ (?:every|all|well|the best)))\b"
    yield Wording(frozenset(("miss", "missed", "wish")), re.compile(parting), re.compile(r"\b(?:expect|plan|intend|growth)\b"))
    counsel = rf"\blook(?:s|ing)? forward to (?:his|her|their|your|[\w.]+'s) (?:[\w-]+,? ){{0,4}}?{one_of(groups['counsel'])}\b"
    yield Wording(frozenset(("forward",)), re.compile(counsel), re.compile(r"\b(?:as we|continue|help\w*|creat\w+|build\w*|grow\w*|platform|innovat\w+)\b"))
    glad = rf"\b{one_of(groups['glad'])} to (?:have|welcome|be|see|join|receive|announce|complete|conclude|recognize|report|share)\b"
    yield Wording(before_comma(groups["glad"]), re.compile(glad), re.compile(rf"\b(?:{ahead}|will|look|{one_of(groups['onward'])}\w*)\b"))
    honored = r"\b(?:honou?r|privilege|pleasure|joy) (?:to|for)\b|\blook(?:s|ing)? forward to (?:learning|getting to know|spending|catching up)\b"
    other = rf"\b(?:{one_of(phrase for phrase in groups['ahead'] if not phrase.startswith('look'))}|will|help|build|grow|forging)"
    yield Wording(before_comma(["honor", "honour", "privilege", "pleasure", "joy", "forward"]), re.compile(honored), re.compile(other))
    yield Wording(frozenset(("last", "ago", "would")), re.compile(r"\b(?:last|ago)\b.*\bwould\b"), re.compile(rf"\b{ahead}\b"))
    told = r"\b(?:tell you|told (?:you|us|me|them)|asks? (?:you|us|me)|asked (?:us|me))\b"
    yield Wording(frozenset(("tell", "told", "ask", "asks", "asked")), re.compile(told), re.compile(rf"\b(?:{ahead}|should|shall|rather|they'll|will be)\b"))
    yield Wording(frozenset(("you",)), re.compile(r"\bif you\b"), re.compile(rf"\b{ahead}\b"))
    yield Wording(frozenset(("whether",)), re.compile(r"\bwhether\b"), re.compile(rf"\b(?:{ahead}|will|want|hopeful)\b"))
