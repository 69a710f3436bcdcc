"""Ways of signs: "accretive to earnings", "a return to profitability", "cash-flow positive", "a small loss".

In: a metric with what stands around it. Out: its way, None where nothing says so.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue
from forelook.figures.way import Metric, Way
from forelook.figures.way_words import ACCRETIVE, ACCRETIVE_OF, AIM, BY_AMOUNT, MODAL, MODAL_WORDS, OF_NUMBER, RETURN
from forelook.records import Trend

_IN_PERIOD = cue(r"\s+(?:(?:first|second|third|fourth|full|fiscal)[\s-]+)?(?:quarter|half|year)\b")  # "expects a profitable first quarter"
_EXPECTED = cue(rf"\b{MODAL_WORDS}\b[^.;]*$")
_SIGN_AFTER = cue(
    r"[\s-]+(?:(?:be|is|to|(?:turn|mov|go|com)(?:e|es|s|ing)?|(?:back\s+)?into|will|should|stay|remain)\s+)*(?P<way>positive|negative)\b(?!\s+(?:impact|effect))"
)  # "cash-flow positive"
_SIGN_BEFORE = cue(r"\b(?P<way>positive|negative)\s+(?:(?:adjusted|operating|free|net|consolidated|quarterly|annual|after-tax)\s+)*$")
_SIGN_MODAL = cue(rf"\b{MODAL_WORDS}\b|\b(?:becom|turn|until|reach|generat|aim)\w*|'d\b")
_IMPACT = cue(r"\s+(?:impact|effect|contribution)")
_RESULT = cue(
    r"\b(?:an?|its\s+first|another)\s+"
    r"(?:(?:small|modest|slight|net|operating|quarterly|annual|substantial|larger|wider|smaller|narrower|first)\s+){0,3}$"
)
_HEADED_RESULT = cue(
    r"\b(?:expects?|sees|projects|anticipates|forecasts|predicts|warns\s+of|to\s+(?:post|report|show))\s+"
    r"(?:(?:first|second|third|fourth|full|half|q[1-4]|quarter(?:ly)?|year|annual|fiscal|net|operating|wider|narrower|smaller|larger|bigger|(?:19|20)\d\d)[\s-]+)*$"
)  # "Expects Fourth-Quarter Loss"
_INCURS = cue(
    r"\b(?:incur|sustain|suffer|post|report|generate|experience)\s+(?:(?:significant|further|additional|substantial|continued|continuing|net|operating|annual|quarterly)\s+)*$"
)  # "expects to incur losses"
_NUMBERED = cue(r"\s*(?:of|per|before|between|in\s+the\s+range|margin|warning|sharing|center|ratio|carry)|\s*,?\s*[$€£(]?\d")
_WIND = cue(r"(?:[a-z]+\s+){1,3}?(?P<way>tailwinds?|headwinds?)\b")
_NUMBER_BEFORE = cue(r"\d[\s-]*(?:%|percent(?:age)?|basis)?[\s-]*(?:points?)?[\s-]*(?:(?:unfavorable|favorable|foreign|net)\s+)?$")
_TURN = cue(r"\b(?P<way>turnaround|return)\s+to\s+(?:an?\s+|positive\s+)?$")  # "a turnaround to operating income"
_TO_BE = cue(r"\W{0,4}(?:to\s+)?be\s+(?:\w+ly\s+)?")  # an item below "is expected to"
_ITEM_SIGN = cue(r"\W*(?:\w{1,2}\)\s*)?(?P<way>positive|negative)\s+(?:(?:adjusted|operating|free|net|consolidated|quarterly|annual)\s+)*")  # an item
_LASTS = cue(r"\s+(?:(?:are|is)\s+(?:expected|likely|anticipated|projected)\s+to|will(?:\s+likely)?|should|may)\s+(?:continue|persist)\b(?!\s+to\b)")
_BULLET = 3  # characters of a bullet
SIGNED = frozenset(
    ("operating_cash_flow", "free_cash_flow", "ebitda", "net_income", "operating_income", "eps", "pretax_income", "gross_margin", "operating_margin")
)
"""Metrics that have a sign."""


def find_currency(metric: Metric) -> Way | None:
    """Return the way of a currency effect: "expected to include a slight currency tailwind"."""
    match = _WIND.match(metric.text, metric.mention.start)
    if match is None or not MODAL.search(metric.before) or _NUMBER_BEFORE.search(metric.before) or OF_NUMBER.match(metric.text, match.end()):
        return None
    return metric.after(match, "sign", "up" if match.group("way").startswith("tail") else "down")


_OF_A_THING = cue(
    r"\s+(?:(?:strategic|tuck-in|bolt-on|add-on)\s+)?(?:acquisitions?|business(?:es)?|deals?|transactions?|opportunit\w+|investments?|projects?|effects?|m&a|capital|loans?|securities|models?|strateg(?:y|ies)|growth)\b"
    r"|\s+(?:of|on|expense)\b"
)  # "accretive businesses", "accretion of the discount"


def find_accretive(metric: Metric) -> Way | None:
    """Return the way of "accretive to earnings" itself."""
    text, start = metric.text, metric.mention.start
    match = ACCRETIVE.match(text, start)
    if match is None or metric.before.endswith("non-") or (start <= _BULLET and not match.group("of")) or BY_AMOUNT.match(text, match.end()):
        return None
    if (start > _BULLET and not _EXPECTED.search(metric.before[-110:]) and not _TO_BE.fullmatch(text, 0, start)) or AIM.search(metric.before[-60:]):
        return None
    if not match.group("of") and _OF_A_THING.match(text, match.end()):
        return None
    of = (match.group("of") or "").split(" ")[0]
    return Way(start, start + len(match.group().split()[0]), "up" if match.group("up") else "down", ACCRETIVE_OF.get(of, "eps"), "accretive")


def find_return(metric: Metric) -> Way | None:
    """Return the way of "a return to profitability"."""
    text, mention = metric.text, metric.mention
    if metric.words == "profitable" and _IN_PERIOD.match(text, mention.end) and MODAL.search(metric.before):
        return Way(mention.start, mention.end, "profit", "net_income", "return")
    match = RETURN.search(text, max(0, mention.start - 90), mention.end)
    if match is None or not MODAL.search(text[: match.start() + 40]):
        return None
    if match.group().startswith("position") or not AIM.search(text[max(0, match.start() - 60) : match.start()]):
        return Way(*match.span("word"), "profit", mention.name, "return")
    return None


def _is_incurred(metric: Metric) -> bool:
    return _INCURS.search(metric.before) is not None and not _NUMBERED.match(metric.text, metric.mention.end)


def find_sign(metric: Metric) -> Way | None:
    """Return the way of a forecast of a sign: "will be cash-flow positive", "expects negative free cash flow", "a small profit"."""
    text, mention = metric.text, metric.mention
    if mention.name not in SIGNED:
        return None
    if (turn := _TURN.search(metric.before)) and _SIGN_MODAL.search(metric.before, 0, turn.start()):
        return metric.ahead(turn, "sign", "profit")
    match = _SIGN_AFTER.match(text, mention.end)
    result = metric.words.endswith(("profit", "loss", "losses"))
    trend: Trend = "profit" if metric.words.endswith("profit") else "loss"
    signed = "positive" in metric.before or "negative" in metric.before
    if not (match or result or signed) or AIM.search(metric.before[-70:].replace("aims to be", "").replace("goal is to", "")):
        return None
    if match and (_SIGN_MODAL.search(metric.before) or _SIGN_MODAL.search(match.group())):
        return metric.after(match, "sign")
    if result and _LASTS.match(text, mention.end):
        return Way(*mention[:2], trend, mention.name, "sign")
    if item := _ITEM_SIGN.fullmatch(text, 0, mention.start):
        return metric.after(item, "sign")
    if not _SIGN_MODAL.search(metric.before):
        return None
    match = _SIGN_BEFORE.search(metric.before)
    if match and not _IMPACT.match(text, mention.end):
        return metric.ahead(match, "sign")
    if metric.words.endswith("losses"):
        return Way(mention.end - len("losses"), mention.end, "loss", mention.name, "sign") if _is_incurred(metric) else None
    if result and (_RESULT.search(metric.before) or _HEADED_RESULT.search(metric.before)) and not _NUMBERED.match(text, mention.end):
        return Way(mention.end - len(trend), mention.end, trend, mention.name, "sign")
    return None
