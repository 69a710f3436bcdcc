"""Figures without numbers: a metric of which the forecast says only the way.

In: the text of a statement, and the metrics that already have a figure there. Out: drafts of the form `qualitative`.
"""

from __future__ import annotations

import re

from forelook.analyze.figures.basis import find_basis
from forelook.analyze.figures.cues import cue
from forelook.analyze.figures.drafts import Draft
from forelook.analyze.figures.entity import find_entity
from forelook.analyze.figures.metrics import METRIC_MARK, Mention
from forelook.analyze.figures.period_link import own_periods
from forelook.analyze.figures.sentence import Sentence
from forelook.analyze.figures.words import watch
from forelook.records import GrowthBasis, Trend

_UP = (
    r"increase[sd]?|increasing|grow(?:s|n|ing)?|rise[sn]?|rising|improve[sd]?|improving|strengthen(?:s|ed|ing)?|expand(?:s|ed|ing)?|accelerate[sd]?"
    r"|higher|greater|up|benefit(?:s|ed)?|exceed(?:s|ed)?|better|step(?:s|ped)?\s+up|more|above|larger|gain(?:s|ed)?|climb(?:s|ed)?"
)
_DOWN = (
    r"decrease[sd]?|decreasing|decline[sd]?|declining|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|lower|reduced?|down|below|weaken(?:s|ed|ing)?|fewer|less"
    r"|worse|shrink(?:s|ing)?|soften(?:s|ed)?|contract(?:s|ed)?|slow(?:s|ed|er)?|step(?:s|ped)?\s+down|smaller|compress(?:ed)?"
)
_FLAT = r"flat|stable|unchanged|level|in\s+line\s+with|similar|comparable|consistent|steady|neutral|constant|the\s+same"
_WAY = cue(
    rf"\b(?:(?P<record>record)|(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>{_FLAT})|(?P<profit>positive|profitable|profitability)|(?P<loss>negative|unprofitable))\b"
)
_MODAL = (
    r"(?:expect(?:s|ed|ing)?|anticipat(?:e|es|ed|ing)|project(?:s|ed|ing)?|estimat(?:e|es|ed)|forecast(?:s|ed|ing)?|will|should|would|likely"
    r"|intend(?:s)?|plan(?:s|ned)?|believe(?:s)?|see[sn]?|is\s+to|are\s+to|going\s+to|look(?:s|ing)?\s+(?:for|to)|on\s+track|optimistic|confident"
    r"|set\s+to|continue(?:s)?|predict(?:s|ed)?|remain|could|may)"
)
_MODALS = watch(cue(rf"\b{_MODAL}\b")) | watch(cue(r"\b(?:becom|turn|until|reach|to\b)")) | watch(cue(r"\baccreti"))
_AFTER = cue(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?!\bto\s+(?:meet|pay)\b)[\w$%.,'’-]+\s+){{0,9}}?\b{_MODAL}\b\s+(?:(?!\b(?:and|but|while|because|due|so|which|that"
    rf"|if)\b)[\w'’,-]+\s+){{0,6}}?(?P<way>{_UP}|{_DOWN}|{_FLAT}|positive|profitable|negative)\b"
)  # "expenses are expected to increase", "backlog …, and is expected to strengthen"
_BEFORE = cue(
    rf"\b{_MODAL}\b\s+(?:[\w'’,$-]+\s+){{0,8}}?(?P<way>(?:{_UP}|{_DOWN}|record|positive)|increases?|decreases?|growth|improvement|decline"
    rf"|reduction|expansion)\s+(?:in\s+|of\s+|to\s+|for\s+)?(?:(?:the|its|our|total|net|annual|quarterly|quarter|adjusted|operating|diluted|common"
    rf"|stock|full[\s-]year|fourth|first|second|third|fiscal|year|consolidated|both|gross|reported|non-gaap|gaap|cash)\s+|(?:19|20)\d\d\s+)*$"
)  # "expects higher revenue", "expects an increase in operating expenses"
_NOUN = cue(r"\s+(?P<way>increases?|growth|decreases?|declines?|improvements?|reductions?|expansion)\b")
_RETURN = cue(
    r"\b(?:return(?:s|ing)?\s+to|achiev(?:e|es|ing)|reach(?:es|ing)?|becom(?:e|es|ing)|be|turn(?:s|ing)?|attain(?:s"
    r"|ing)?)\s+(?:\w+\s+){0,2}?(?P<word>profitability|profitable|positive)\b"
)
_ACCRETIVE = cue(
    r"\b(?:(?P<up>accretive|accretion)|(?P<down>dilutive|dilution)|(?P<flat>neutral))\b(?:\s+(?:to"
    r"|of)\s+(?:[\w'’-]+\s+){0,5}?(?P<of>earnings(?:\s+per\s+(?:diluted\s+)?share)?|EPS|FFO(?:\s+per\s+share)?|funds\s+from\s+operations"
    r"|free\s+cash\s+flow|cash\s+flow(?:\s+per\s+share)?|net\s+income|margins?|results))?"
)
_WAYS = watch(_WAY) | watch(_ACCRETIVE) | watch(cue(r"\b(?:profit|loss)\b"))
_AIM = cue(
    r"\b(?:focus(?:ed|ing)?\s+on|committed\s+to|in\s+order\s+to|help(?:s|ing)?\s+(?:us|to|the\s+company)|designed\s+to|able\s+to|ability\s+to"
    r"|can\b|opportunit\w+\s+(?:to|for)|strateg\w+\s+to|efforts?\s+to|by\s+(?:\w+ing)|goal\s+is|aim\w*|seek\w*|position\w*\s+(?:us|the|to)"
    r"|potential\s+to|if\b|could|may)\s*(?:[\w'’-]+\s+){0,8}$"
)
_SIGN_AFTER = cue(r"[\s-]+(?P<way>positive|negative)\b(?!\s+(?:impact|effect))")  # "cash-flow positive"
_SIGN_BEFORE = cue(r"\b(?P<way>positive|negative)\s+(?:(?:adjusted|operating|free|net|consolidated|quarterly|annual|after-tax)\s+)*$")
_RESULT = cue(r"\b(?:an?|its\s+first|another)\s+(?:(?:small|modest|slight|net|operating|quarterly|annual|substantial|larger|first)\s+){0,3}$")
_NUMBERED = cue(r"\s*(?:of|per|before|between|in\s+the\s+range|margin|warning|sharing|center|ratio|carry)|\s*,?\s*[$€£(]?\d")
_TO_WAY = cue(rf"(?:[^.;:]{{0,60}}?[\s,])?\bto\s+(?:be\s+)?(?:\w+ly\s+)?(?P<way>{_UP}|{_DOWN}|{_FLAT})\b(?!\s+(?:by\s+)?[$€£]?\d)")
_BULLET = 3  # characters of a bullet
_ITEM_ENDS = 60  # characters from the beginning within which an item or headline names its metric
_SIGNED = frozenset(
    ("operating_cash_flow", "free_cash_flow", "ebitda", "net_income", "operating_income", "eps", "pretax_income", "gross_margin", "operating_margin")
)
_THAN = cue(r"\b(?:than|from|over|compared|versus|as\s+(?:in|last)|with|year[\s-]over[\s-]year|sequential|below|above)\b")
_SEQUENTIAL = cue(r"sequential|(?:last|previous|prior|first|second|third|fourth|preceding)\s+quarter|in\s+the\s+(?:first|second|third|fourth)\b")
_YEARLY = cue(
    r"year[\s-]over[\s-]year|last\s+year|prior[\s-]year|previous\s+year|year\s+(?:ago|earlier)|(?:than|from|over|compared\s+(?:to"
    r"|with))\s+(?:the\s+\w+\s+)?(?:in\s+)?(?:fiscal\s+)?(?:19|20)\d\d"
)
_OTHERS = cue(r"\b(?:than|from|over)\s+(?:amounts?|those|originally|previously|the\s+amounts?)\b")


_BY_NUMBER = cue(r"(?:\s+[\w-]+){0,2}\s+by\s+(?:about\s+|approximately\s+|an\s+estimated\s+|roughly\s+|some\s+|up\s+to\s+|nearly\s+)?[$€£]?\d")


def find_qualitative(sentence: Sentence, taken: list[Mention]) -> list[Draft]:
    """Return a draft for each listed metric whose way a text forecasts without a number; `taken` metrics have theirs."""
    text = sentence.text
    marks = sentence.words.marks
    if not marks & _WAYS or not marks & _MODALS or not marks & METRIC_MARK:
        return []
    metrics = [
        metric for metric in sentence.metrics if metric.name not in ("other", "all", "fx_impact", "comparable_sales") or metric.name == "comparable_sales"
    ]
    drafts: list[Draft] = []
    for number, metric in enumerate(metrics):
        if any(other.start == metric.start or (other.name == metric.name) for other in taken):
            continue
        stop = metrics[number + 1].start if number + 1 < len(metrics) else len(text)
        found = _way(text, metric, stop)
        if found is None:
            continue
        start, end, trend, name = found
        draft = Draft(metric._replace(name=name), "qualitative", value=(start, end), trend=trend)
        draft.growth_basis = _compared(text[end : end + 90])
        if draft.growth_basis:
            draft.measure = "change"
        draft.choices = own_periods(text, (start, end), metric, None, sentence.periods, [])
        draft.basis, draft.entity = find_basis(sentence.words, metric, None), find_entity(sentence.printed, metric)
        if not any(other.value == draft.value for other in drafts):
            drafts.append(draft)
    return drafts


def _way(text: str, metric: Mention, stop: int) -> tuple[int, int, Trend, str] | None:
    """Return place and trend of the way that a forecast gives a metric, and the metric's name."""
    words = text[metric.start : metric.end]
    if words.startswith(("accret", "dilut")):
        match = _ACCRETIVE.match(text, metric.start)
        if (
            match is None
            or text[max(0, metric.start - 4) : metric.start].lower() == "non-"
            or not (metric.start <= _BULLET or cue(rf"\b{_MODAL}\b[^.;]*$").search(text[max(0, metric.start - 110) : metric.start]))
            or _AIM.search(text[max(0, metric.start - 60) : metric.start])
        ):
            return None
        of = match.group("of") or ""
        name = (
            "ffo"
            if of.startswith(("ffo", "funds"))
            else "free_cash_flow"
            if of.startswith("free")
            else "operating_cash_flow"
            if of.startswith("cash")
            else "eps"
        )
        return match.start(), match.start() + len(match.group().split()[0]), "up" if match.group("up") else "down", name
    if words in ("profitability", "profitable"):
        match = _RETURN.search(text, max(0, metric.start - 40), metric.end)
        if match and cue(rf"\b{_MODAL}\b").search(text[: match.start() + 1]) and not _AIM.search(text[max(0, match.start() - 60) : match.start()]):
            return match.start("word"), match.end("word"), "profit", "net_income"
        if words == "profitable":
            return None
    before = text[max(0, metric.start - 130) : metric.start]
    if _AIM.search(before[-70:]):
        return None
    signed = _sign(text, metric, before)
    if signed:
        return signed
    match = _AFTER.match(text, metric.end, min(stop + 40, len(text)))
    if match and match.start("way") < stop + 1 and not re.match(r"\s+(?:than\s+)?\$?(?!(?:19|20)\d\d\b)\d", text[match.end() : match.end() + 8]):
        return (*match.span("way"), _trend(match.group("way")), metric.name)
    match = _NOUN.match(text, metric.end)
    if (
        match
        and cue(rf"\b{_MODAL}\b[\w\s,'’-]{{0,60}}$").search(before)
        and not re.match(r"\s+(?:of|to|by|in\s+the\s+range)\b[^.;]{0,30}\d", text[match.end() :])
    ):
        return (*match.span("way"), "down" if cue(r"de|re").match(match.group("way")) else "up", metric.name)
    match = _BEFORE.search(before)
    if match and not _BY_NUMBER.match(text, metric.end):
        offset = metric.start - len(before)
        return offset + match.start("way"), offset + match.end("way"), _trend(match.group("way")), metric.name
    match = _TO_WAY.match(text, metric.end, stop) if metric.start < _ITEM_ENDS and not cue(_MODAL).search(before) else None
    return (*match.span("way"), _trend(match.group("way")), metric.name) if match else None


def _sign(text: str, metric: Mention, before: str) -> tuple[int, int, Trend, str] | None:
    """Return place and trend of a forecast of a sign: "will be cash-flow positive", "expects negative free cash flow", "a small profit"."""
    if metric.name not in _SIGNED or not cue(rf"\b{_MODAL}\b|\b(?:becom|turn|until|reach)\w*").search(before):
        return None
    match = _SIGN_AFTER.match(text, metric.end)
    if match:
        return (*match.span("way"), _trend(match.group("way")), metric.name)
    match = _SIGN_BEFORE.search(before)
    if match and not cue(r"\s+(?:impact|effect|contribution)").match(text, metric.end):
        offset = metric.start - len(before)
        return offset + match.start("way"), offset + match.end("way"), _trend(match.group("way")), metric.name
    if text[metric.start : metric.end].endswith(("profit", "loss")) and _RESULT.search(before) and not _NUMBERED.match(text, metric.end):
        trend: Trend = "profit" if text.endswith("profit", 0, metric.end) else "loss"
        return metric.end - (6 if trend == "profit" else 4), metric.end, trend, metric.name
    return None


def _trend(word: str) -> Trend:
    match = _WAY.search(word)
    if match is None:
        return "down" if cue(r"decreas|declin|reduct").match(word) else "up"
    return match.lastgroup  # type: ignore[return-value]


def _compared(after: str) -> GrowthBasis | None:
    """Return what the words behind a way compare with, None where they name nothing."""
    clause = re.split(r"[.;]", after, maxsplit=1)[0]
    if _SEQUENTIAL.search(clause) and _THAN.search(clause):
        return "sequential"
    if _YEARLY.search(clause):
        return "year_over_year"
    return "other" if _OTHERS.search(clause) else None
