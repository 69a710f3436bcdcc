"""Ways: the words by which a forecast says without a number where a metric goes.

In: a folded text and a metric in it. Out: the way: where its words stand, its trend, the metric's name, and the pattern that found it. The patterns
are tried in the order of WAYS; what they leave in doubt is for score.py to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from forelook.analyze.figures.cues import cue
from forelook.analyze.figures.metrics import Mention
from forelook.records import Trend

_UP = (
    r"increase[sd]?|increasing|grow(?:s|n|ing)?|rise[sn]?|rising|improve[sd]?|improving|strengthen(?:s|ed|ing)?|expand(?:s|ed|ing)?|accelerate[sd]?"
    r"|higher|greater|up|benefit(?:s|ed)?|exceed(?:s|ed)?|better|step(?:s|ped)?\s+up|above|larger|gain(?:s|ed)?|climb(?:s|ed)?"
)
_DOWN = (
    r"decrease[sd]?|decreasing|decline[sd]?|declining|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|lower|reduced?|down|below|weaken(?:s|ed|ing)?|fewer|less"
    r"|worse|shrink(?:s|ing)?|soften(?:s|ed)?|contract(?:s|ed)?|slow(?:s|ed|er)?|step(?:s|ped)?\s+down|smaller|compress(?:ed)?"
)
_FLAT = r"flat|stable|unchanged|level|in\s+line\s+with|similar|comparable|consistent|steady|neutral|constant|the\s+same"
WAY = cue(
    rf"\b(?:(?P<record>record)|(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>{_FLAT})|(?P<profit>positive|profitable|profitability)"
    r"|(?P<loss>negative|unprofitable))\b"
)
_MODAL = (
    r"(?:expect(?:s|ed|ing)?|anticipat(?:e|es|ed|ing)|project(?:s|ed|ing)?|estimat(?:e|es|ed)|forecast(?:s|ed|ing)?|will|should|would|likely"
    r"|intend(?:s)?|plan(?:s|ned)?|believe(?:s)?|see[sn]?|foresee[sn]?|is\s+to|are\s+to|going\s+to|look(?:s|ing)?\s+(?:for|to)|on\s+track|optimistic"
    r"|confident|set\s+to|continue(?:s)?|predict(?:s|ed)?|remain|could|may|guid(?:es|ed|ing)|ought)"
)
MODAL = cue(rf"\b{_MODAL}\b")
_AFTER = cue(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?!\bto\s+(?:meet|pay)\b)[\w$%.,'’-]+\s+){{0,9}}?\b{_MODAL}\b\s+(?:(?!\b(?:and|but|while|because|due|so|which|that"
    rf"|if|no|not)\b)[\w'’,-]+\s+){{0,6}}?(?P<way>{_UP}|{_DOWN}|{_FLAT}|positive|profitable|negative)\b"
)  # "expenses are expected to increase", "backlog …, and is expected to strengthen"
_BEFORE = cue(
    rf"\b{_MODAL}\b\s+(?:(?!(?:no|not)\b)[\w'’,$-]+\s+){{0,8}}?(?P<way>(?:{_UP}|{_DOWN}|more|record|positive)|increases?|decreases?|growth|improvement|decline"
    rf"|reduction|expansion)\s+(?:in\s+|of\s+|to\s+|for\s+)?(?:(?:the|its|our|total|net|annual|quarterly|quarter|adjusted|operating|diluted|common"
    rf"|stock|full[\s-]year|fourth|first|second|third|fiscal|year|consolidated|both|gross|reported|non-gaap|gaap|cash|sequential)\s+|(?:19|20)\d\d\s+)*$"
)  # "expects higher revenue", "expects an increase in operating expenses"
_NOUN = cue(r"\s+(?P<way>increases?|growth|decreases?|declines?|improvements?|reductions?|expansion)\b")
_NOUN_MODAL = cue(rf"\b{_MODAL}\b[\w\s,'’-]{{0,60}}$")
_AS_BEFORE = cue(
    r"\s+(?:to\s+(?:be|remain)\s+)?(?:\w+ly\s+)?(?P<way>consistent|in\s+line|similar|comparable)\s+(?:with|to)\b"
)  # growth "consistent with the third quarter"
_FALLS = cue(r"de|re")
_RETURN = cue(
    r"\b(?:return(?:s|ing)?\s+to|achiev(?:e|es|ing)|reach(?:es|ing)?|becom(?:e|es|ing)|be|turn(?:s|ing)?|attain(?:s|ing)?"
    r"|position\w*\s+(?:us|it|the\s+company)\s+(?:\w+\s+){0,9}?for)\s+(?:[\w-]+\s+){0,2}?(?P<word>profitability|profitable|positive)\b"
)
ACCRETIVE = cue(
    r"\b(?:(?P<up>accretive|accretion)|(?P<down>dilutive|dilution))\b(?:\s+(?:to"
    r"|of)\s+(?:[\w'’-]+\s+){0,5}?(?P<of>earnings(?:\s+per\s+(?:diluted\s+)?share)?|EPS|FFO(?:\s+per\s+share)?|funds\s+from\s+operations"
    r"|free\s+cash\s+flow|cash\s+flow(?:\s+per\s+share)?|net\s+income|margins?|results))?"
)
_ACCRETIVE_OF = {"ffo": "ffo", "funds": "ffo", "free": "free_cash_flow", "cash": "operating_cash_flow"}
_EXPECTED = cue(rf"\b{_MODAL}\b[^.;]*$")
_NEUTRAL = cue(r"\b(?P<way>neutral)\s+to\s+(?:(?:the|its|our|reported|adjusted|cash)\s+)*$")
_ADDS = cue(r"\b(?P<way>add|contribute)(?:s|ing)?\s+to\s+(?:(?:the|its|our|net)\s+)*$")
AIM = cue(
    r"\b(?:focus(?:ed|ing)?\s+on|committed\s+to|in\s+order\s+to|help(?:s|ing)?\s+(?:us|to|the\s+company)|designed\s+to|able\s+to|ability\s+to"
    r"|can\b|opportunit\w+\s+(?:to|for)|strateg\w+\s+to|efforts?\s+to|by\s+(?:\w+ing)|goal\s+is|aim\w*|seek\w*|position\w*\s+(?:us|the|to)"
    r"|potential\s+to|priorit\w+|whether|as\s+we\b|if\b|could|may)\s*(?:[\w'’-]+\s+){0,8}$"
)
_SIGN_AFTER = cue(
    r"[\s-]+(?:(?:be|is|to|turn(?:s|ing)?|will|should|stay|remain)\s+)*(?P<way>positive|negative)\b(?!\s+(?:impact|effect))"
)  # "cash-flow positive"
_SIGN_BEFORE = cue(r"\b(?P<way>positive|negative)\s+(?:(?:adjusted|operating|free|net|consolidated|quarterly|annual|after-tax)\s+)*$")
_SIGN_MODAL = cue(rf"\b{_MODAL}\b|\b(?:becom|turn|until|reach|generat|aim)\w*|'d\b")
_IMPACT = cue(r"\s+(?:impact|effect|contribution)")
_RESULT = cue(r"\b(?:an?|its\s+first|another)\s+(?:(?:small|modest|slight|net|operating|quarterly|annual|substantial|larger|first)\s+){0,3}$")
_NUMBERED = cue(r"\s*(?:of|per|before|between|in\s+the\s+range|margin|warning|sharing|center|ratio|carry)|\s*,?\s*[$€£(]?\d")
_TO_WAY = cue(rf"(?:[^.;:]{{0,60}}?[\s,])?\bto\s+(?:be\s+)?(?:\w+ly\s+)?(?P<way>{_UP}|{_DOWN}|{_FLAT})\b(?!\s+(?:by\s+)?[$€£]?\d)")
_BY_NUMBER = cue(r"(?:\s+[\w-]+){0,2}\s+by\s+(?:about\s+|approximately\s+|an\s+estimated\s+|roughly\s+|some\s+|up\s+to\s+|nearly\s+)?[$€£]?\d")
_OF_NUMBER = cue(
    r"(?:\s+(?:by|of|to|at|in\s+the\s+range\s+of|about|approximately|roughly|nearly|some|more|less|than|faster|average|shares|outstanding|further,?|between))*"
    r"\s+(?:[$€£]?(?!(?:19|20)\d\d\b)\d|one-|two-|three-|an?\s+(?:third|quarter\s+of|half|fifth)|half\b)"
)
_BY_AMOUNT = cue(r"[^.;]{0,40}\bby\s+(?:[\w-]+\s+){0,3}?[$€£]?\d")
_NEGATED = cue(r"(?:\bnot|n['’]t|\bno\s+longer)\s+(?:expect|anticipate|plan|see|believe|foresee)\w*\b[^.;]*$")
_LONGEST_MODAL = 40  # characters behind the next metric in which a way still counts
_BULLET = 3  # characters of a bullet
_ITEM_ENDS = 60  # characters from the beginning within which an item or headline names its metric
_SIGNED = frozenset(
    ("operating_cash_flow", "free_cash_flow", "ebitda", "net_income", "operating_income", "eps", "pretax_income", "gross_margin", "operating_margin")
)
_SIGNS = frozenset(("positive", "negative", "profitable"))


class Way(NamedTuple):
    """Where a forecast says a metric goes; places count in the text."""

    start: int
    end: int
    trend: Trend
    name: str  # of the metric
    pattern: str


class _Metric(NamedTuple):
    """A metric with what stands around it."""

    text: str
    mention: Mention
    before: str
    stop: int  # where the next metric begins

    @property
    def words(self) -> str:
        """The metric's own words."""
        return self.text[self.mention.start : self.mention.end]

    def behind(self, match: re.Match[str], pattern: str, trend: Trend | None = None) -> Way:
        """Return the way of a match in the text."""
        return Way(*match.span("way"), trend or _trend(match.group("way")), self.mention.name, pattern)

    def ahead(self, match: re.Match[str], pattern: str, trend: Trend | None = None) -> Way:
        """Return the way of a match in the words before the metric."""
        offset = self.mention.start - len(self.before)
        start, end = match.span("way")
        return Way(offset + start, offset + end, trend or _trend(match.group("way")), self.mention.name, pattern)


def find_way(text: str, mention: Mention, stop: int) -> Way | None:
    """Return the way that a forecast gives a metric, None where it gives none; the next metric begins at `stop`."""
    metric = _Metric(text, mention, text[max(0, mention.start - 130) : mention.start], stop)
    if _NEGATED.search(metric.before):
        return None
    if metric.words.startswith(("accret", "dilut")):
        return _accretive(metric)
    if metric.words in ("profitability", "profitable") and ((found := _return(metric)) or metric.words == "profitable"):
        return found
    signed = _sign(metric)
    if signed or AIM.search(metric.before[-70:]):
        return signed
    for find in _FINDERS:
        found = find(metric)
        if found and not _OF_NUMBER.match(text, found.end) and (text[found.start : found.end] not in _SIGNS or mention.name in _SIGNED):
            return found
    return None


def _accretive(metric: _Metric) -> Way | None:
    """Return the way of "accretive to earnings" itself."""
    text, start = metric.text, metric.mention.start
    match = ACCRETIVE.match(text, start)
    if match is None or metric.before.endswith("non-") or (start <= _BULLET and not match.group("of")) or _BY_AMOUNT.match(text, match.end()):
        return None
    if (start > _BULLET and not _EXPECTED.search(metric.before[-110:])) or AIM.search(metric.before[-60:]):
        return None
    of = (match.group("of") or "").split(" ")[0]
    return Way(start, start + len(match.group().split()[0]), "up" if match.group("up") else "down", _ACCRETIVE_OF.get(of, "eps"), "accretive")


def _return(metric: _Metric) -> Way | None:
    """Return the way of "a return to profitability"."""
    text, mention = metric.text, metric.mention
    match = _RETURN.search(text, max(0, mention.start - 90), mention.end)
    if match is None or not MODAL.search(text[: match.start() + 40]):
        return None
    if match.group().startswith("position") or not AIM.search(text[max(0, match.start() - 60) : match.start()]):
        return Way(*match.span("word"), "profit", "net_income", "return")
    return None


def _sign(metric: _Metric) -> Way | None:
    """Return the way of a forecast of a sign: "will be cash-flow positive", "expects negative free cash flow", "a small profit"."""
    text, mention = metric.text, metric.mention
    if mention.name not in _SIGNED or AIM.search(metric.before[-70:].replace("aims to be", "")):
        return None
    match = _SIGN_AFTER.match(text, mention.end)
    if match and (_SIGN_MODAL.search(metric.before) or _SIGN_MODAL.search(match.group())):
        return metric.behind(match, "sign")
    if not _SIGN_MODAL.search(metric.before):
        return None
    match = _SIGN_BEFORE.search(metric.before)
    if match and not _IMPACT.match(text, mention.end):
        return metric.ahead(match, "sign")
    if metric.words.endswith(("profit", "loss")) and _RESULT.search(metric.before) and not _NUMBERED.match(text, mention.end):
        trend: Trend = "profit" if metric.words.endswith("profit") else "loss"
        return Way(mention.end - len(trend), mention.end, trend, mention.name, "sign")
    return None


def _after(metric: _Metric) -> Way | None:
    """Return the way of "expenses are expected to increase"."""
    match = _AFTER.match(metric.text, metric.mention.end, min(metric.stop + _LONGEST_MODAL, len(metric.text)))
    return metric.behind(match, "after") if match and match.start("way") < metric.stop + 1 else None


def _noun(metric: _Metric) -> Way | None:
    """Return the way of "expects revenue growth"."""
    match = _NOUN.match(metric.text, metric.mention.end)
    if (
        match
        and (as_before := _AS_BEFORE.match(metric.text, match.end()))
        and (_NOUN_MODAL.search(metric.before) or MODAL.search(metric.text[: match.start()]))
    ):
        return metric.behind(as_before, "after", "flat")
    if match is None or not _NOUN_MODAL.search(metric.before) or re.match(r"\s+(?:of|to|by|in\s+the\s+range)\b[^.;]{0,30}\d", metric.text[match.end() :]):
        return None
    return metric.behind(match, "noun", "down" if _FALLS.match(match.group("way")) else "up")


def _before(metric: _Metric) -> Way | None:
    """Return the way of "expects higher revenue", of "neutral to earnings", of "will add to earnings"."""
    match = _BEFORE.search(metric.before)
    if match:
        return None if _BY_NUMBER.match(metric.text, metric.mention.end) else metric.ahead(match, "before", "up" if match.group("way") == "more" else None)
    if not MODAL.search(metric.before):
        return None
    for pattern, trend in ((_NEUTRAL, "flat"), (_ADDS, "up")):
        if metric.mention.name in _SIGNED | {"ffo"} and (match := pattern.search(metric.before)):
            return metric.ahead(match, "before", trend)  # type: ignore[arg-type]
    return None


def _to_way(metric: _Metric) -> Way | None:
    """Return the way of a headline or an item: "Shipments to Rise"."""
    if metric.mention.start >= _ITEM_ENDS or MODAL.search(metric.before):
        return None
    match = _TO_WAY.match(metric.text, metric.mention.end, metric.stop)
    return metric.behind(match, "to") if match else None


_FINDERS: tuple[Callable[[_Metric], Way | None], ...] = (_after, _noun, _before, _to_way)
PATTERNS = ("accretive", "return", "sign", "after", "noun", "before", "to")


def _trend(word: str) -> Trend:
    match = WAY.search(word)
    if match is None:
        return "down" if cue(r"decreas|declin|reduct").match(word) else "up"
    return match.lastgroup  # type: ignore[return-value]
