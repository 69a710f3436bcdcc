"""Legend wordings: those by which a sentence certainly belongs to the cautionary apparatus, in the statutes' words or in plain ones.

In: the groups of `data/wordings.txt`. Out: wordings of forecasts that are not to be relied on, of what may come out otherwise and why, and of a duty to update
that is disclaimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forelook.model.phrases import Wording, before_comma, one_of

_DENIED = r"\b(?:do(?:es)? not|will not|undertakes? no|assumes? no|accepts? no|takes? no|takes? on no|disclaims? (?:any|all))\b"
_UPDATED = r"[^.;]{0,60}\b(?:updat(?:e|ing)|revis(?:e|ing)|correct(?:ing)?|(?:bring|keep)(?:ing)? [^.;]{1,40} (?:current|up to date))\b"


def make_warnings(groups: dict[str, list[str]]) -> Iterable[Wording]:
    """Yield the wordings of legends: "do not lean on our forecasts", "much could turn out otherwise", "among the things that could keep us from this"."""
    guided = re.compile(r"\b(?:outlook|guidance|forecasts?|framework|foresee|anticipates?)\b")
    yield Wording(frozenset(("not", "no", "disclaim", "disclaims")), re.compile(f"{_DENIED}{_UPDATED}"), guided)
    about = re.compile(r"\b(?:accuracy|accurate|guaranteed by|prices?|non-gaap|measures?|success|nav)\b")
    leaning = rf"\b{one_of(groups['leave'])}\b[^.;]{{0,40}}\b{one_of(groups['lean'])}\b[^.;]{{0,60}}\b{one_of(groups['foretold'])}\b"
    yield Wording(before_comma(groups["lean"]), re.compile(leaning), re.compile(r"\b(?:covenant|waiver)\b"))
    held = re.compile(rf"\b{one_of(groups['out of control'])}\b")
    yield Wording(
        frozenset(("control", "control,", "hands", "hands,", "our", "company's", "its", "their")),
        held,
        re.compile(rf"{about.pattern}|\b(?:has|have|was|were)\b"),
    )
    sure = re.compile(rf"(?<!with )\b{one_of(groups['not sure'])}\b")
    yield Wording(frozenset(("no", "not", "without", "neither")), sure, about)
    may = r"\b(?:might|could|can|(?<!in )may(?= [a-z]))\b"
    turned = rf"{may} (?:well |yet |still )?{one_of(groups['turn out'])} (?:to be )?(?:materially |very |quite )?{one_of(groups['otherwise'])}\b"
    yield Wording(frozenset(("may", "might", "could", "can")), re.compile(turned), about)
    unlike = rf"{may} (?:well |yet |still )?be (?:quite |very |much |materially |far |better or |rather )?(?:different|otherwise|worse|other)\b"
    yield Wording(frozenset(("may", "might", "could", "can")), re.compile(unlike), re.compile(rf"{about.pattern}|\b(?:other companies|items|report|form)\b"))
    undone = rf"\b(?:may|might|could) (?:well |yet |still )?not (?:{one_of(groups['come about'])})\b|{may} come to nothing\b"
    yield Wording(frozenset(("not", "nothing")), re.compile(undone), re.compile(r"\b(?:receipts|could not be reached)\b"))
    among = rf"\b(?:among|one of) (?:the )?(?:\w+ )?{one_of(groups['causes'])}\b[^.;]{{0,60}}{may}"
    yield Wording(before_comma(groups["causes"]), re.compile(among))
    missed = rf"{may} (?:cause|keep|lead|prevent|make)\b[^.;]{{0,80}}\b(?:differ|fall short|miss|short of|from (?:meeting|reaching|what))\b"
    yield Wording(frozenset(("cause", "keep", "lead", "prevent", "make")), re.compile(missed))
    wrong = r"\b(?:we|it|they|the company|management) (?:may|might|could) (?:well |yet |easily )?be (?:wrong|mistaken)\b|\bprove (?:us|it|them) wrong\b"
    yield Wording(frozenset(("we", "it", "they", "company", "management", "prove")), re.compile(wrong))
