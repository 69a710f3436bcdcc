"""Measure and sign of a figure: an amount or a change, compared with what, and below zero or not.

In: a statement's folded text, a draft and its value. Out: measure, growth basis, and bounds with their sign set in the draft.
"""

from __future__ import annotations

from forelook.expressions.numbers.currency import is_currency
from forelook.expressions.numbers.hedges import negate
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.drafts import Draft
from forelook.figures.link import PER_SHARE, RATE_UNITS, RATIOS
from forelook.figures.metrics.mentions import Mention
from forelook.records import GrowthBasis

GROWN = cue(
    r"\b(?:grow(?:th|s|ing)?|increas\w+|decreas\w+|declin\w+|ris(?:e|es|ing)|(?<!this\s)(?<!next\s)(?<!the\s)fall\w*|eas(?:e|es|ing)|moderat(?:e|es|ing)|drop\w*|improv\w+|reduc\w+|up|(?<!pay\s)(?<!paying\s)down|higher|lower|rais\w+|gain"
    r"|expan\w+|contract(?:s|ing|ion|ed\s+by)?\b(?!\s+(?:revenues?|sales|value|awards?)\b)|shrink\w*|slip|slide|advance|climb|jump|better|worse|add(?:s|ing)?|deleverage|leverage|(?:(?<=\bbe\s)|(?<=\bare\s)|(?<=\bis\s)|(?<=\brun\s)|(?<=,\s))off)\b(?:\s+(?:of|by|at|in|about"
    r"|approximately|a|an|the|range|be|rate|between|year-over-year|year\s+over\s+year|sequentially|organically|revenues?|sales|to\s+be|is"
    r"|expected|comparable|store|an\s+additional|additional|another|further|annual|annually|per\s+year|from|least))*\s*$"
)
_BY_VERB = cue(
    r"\b(?:cut|cuts|cutting|reduc(?:e|es|ed|ing)|lower\w*|decreas\w+|shrink\w*|trim\w*|slash\w*|dilut(?:es?|ing)|increas\w+|rais\w+|grow\w*|boost\w*|expand\w*|lift\w*|improv\w+|limit\w*|erod\w+|curtail\w*|dent\w*|dampen\w*)"
    r"\s+(?:(?!(?:or|to|which|will|while)\b)[\w'’&/,“”\"-]+\s+){1,14}by\s+(?:[a-z]+\s+){0,3}[~$€£]?\s*$"
    r"|\b(?:be|been|being|is|are)\s+(?:cut|trimmed|slashed|pared|scaled\s+back|hurt|reduced|lowered|depressed|penalized)\s+(?:back\s+)?(?:by\s+(?:[a-z]+\s+){0,3})?[~$€£]?\s*$"
    r"|\b(?:adversely|negatively|unfavou?rably)\s+(?:impact|affect)\w*\s+(?:(?!(?:and|or|which|while)\b)[\w'’&/-]+\s+){0,8}by\s+(?:[a-z]+\s+){0,3}[~$€£]?\s*$"
)  # "cut carbon emissions by", "increase its capacity by"
_FALLS_BETWEEN = cue(r"\bfall\s+(?:between|within|in(?:\s+(?:the|a)(?:\s+range)?)?)(?:\s+of)?\s*$")  # "earnings should fall between 74 and 78 cents"
_RATE = cue(
    r"\b(?:rates?|ratio|margins?|churn|occupancy|leverage|utili[sz]ation|yields?|turnover|shrink|vacancy|delinquenc\w+|attrition)$"
)  # what is told in percent
_FALLS_TO = cue(r"\b(?:fall|drop|dip|slip|sink|declin|decreas|com)\w*\s*$")  # below a level: "debt should fall below $9 million"
_OF_SALES = cue(r"\s+of\s+(?:(?:its|our|net|total|the)\s+)*(?:revenues?|sales)\b")
_BELOW = ("below ", "under ")
_CUT_SO = cue(
    r"\b(?:cut|reduc(?:e|es|ing)|lower(?:s|ing)?|slash(?:es|ing)?|trim(?:s|ming)?)\s+(?!(?:its|our|the|their)\s+(?:outlook|guidance|forecast|target))"
    r"(?:(?!(?:to|by|of|or|at|from|with|for|in|on)\b)[\w'’&/-]+\s+){1,8}$"
)  # "cut its emissions 40% by 2030"
_SHEDS = cue(r"\b(?:cut|reduc|eliminat|trim|slash|shed|lay)\w*(?:\s+off)?\s*$")
_OF_STAFF = cue(
    r"\s+of\s+(?:(?:its|our|the|their|global|total)\s+)*(?:workforce|work\s+force|jobs|staff|employees|positions|headcount|payroll)\b"
)  # "cut 12% of its workforce"
_TAKES, _OUT_OF = cue(r"\b(?:tak|cut|shav|knock|lop|trim)\w*\s*$"), cue(r"\s+(?:out\s+of|off(?:\s+of)?|from)\b")  # "takes $0.22 out of earnings"
_TAKES_AWAY, _OF_IT = cue(r"\b(?:tak\w*\s+(?:out|away)|remov\w*|eliminat\w*)\s*$"), cue(r"\s+(?:of|in|from)\b")  # "take out $8 million of revenue"
COSTS_US = cue(
    r"\bcost(?:s|ing)?\s+(?:us|it|the\s+(?:company|group|bank)|(?:its\s+|our\s+)?shareholders)(?:\s+(?:between|an\s+additional|an\s+extra|another))?\s*$"
)
"""What stands before an amount a share by which a burden lowers earnings: "the strike will cost the company"."""
_IMPACT = r"(?:(?P<bad>negative|adverse|unfavou?rable|dilutive)|positive|favou?rable|accretive)\s+(?:impacts?|effects?)"
_IMPACT_AFTER = cue(rf"\s*(?:per\s+(?:diluted\s+)?share\s+)?(?:of\s+)?(?:(?:projected|estimated|expected|anticipated)\s+)?{_IMPACT}")
_IMPACT_BEFORE = cue(rf"\b{_IMPACT}\s+of\s*$")
_TO = cue(r"\b(?:to|(?:lower|higher)\s+at)(?:\s+(?:about|approximately|around|between|a\s+range\s+of|at\s+least|more\s+than|nearly|some))?\s*$")
_SHARES_OF_SALES = frozenset(("sga_expenses", "rd_expenses", "operating_expenses", "cost_of_revenue"))
_MOVES_TO = cue(
    r"\b(?:eas|declin|decreas|fall|drop|improv|ris|increas|mov|return|normali[sz])(?:e|es|ing)?\s+(?:back\s+)?to\s+(?:(?:about|around|roughly|nearly)\s+)?$"
)
_DOWN = cue(
    r"\b(?:declin|decreas|drop|(?<!this\s)(?<!next\s)(?<!the\s)fall|eas(?:e|es|ing)\b|moderat(?:e|es|ing)\b|lower|reduc|(?<!pay\s)(?<!paying\s)down\b|contract(?:ing|ion|(?:ed|s)?\s+by)\b|(?:(?<=to\s)|(?<=will\s)|(?<=should\s))contract\b|eros|compression|deteriorat|shrink|dip\b|slip|less\b(?!\s+than)|below\b|slid|deleverag|worse|fewer"
    r"|soften|loss\b|cut(?:s|ting)?\b|hurt\b|depress|penali[sz]|trim|slash|off\b|dilut(?!ed)|pare|limit|erod|curtail|dent\b|dampen|scaled\s+back|adverse|negative|unfavou?rabl)\w*"
)
_UP = cue(r"\b(?:increas|grow|ris|up\b|improv|higher|gain|expan|add(?:s|ing)?\b|more\b(?!\s+than))\w*")
_LOSS = cue(r"\b(?:loss(?:es)?|lose|losing)\b(?!\s+(?:ratio|reserve|prevention))")
_YEAR_OVER_YEAR = cue(
    r"\b(?:year[\s-](?:over|on)[\s-]year|(?:over|from|than|compared?\s+(?:to|with)|versus|vs\.?|above|below|on)\s+(?:the\s+)?(?:same\s+(?:quarter"
    r"|period)|last\s+year|prior[\s-]year|(?:a\s+)?year[\s-](?:ago|earlier)|previous\s+year|its\s+\d{4}|(?:fiscal\s+)?(?:19|20)\d\d"
    r"|[\w\s$,.-]{0,40}(?:in|for|of)\s+(?:fiscal\s+)?(?:19|20)\d\d|[^.;]{0,50}(?:a\s+year\s+(?:ago|earlier)|last\s+year|prior\s+year)))"
)
_SEQUENTIAL = cue(
    r"\b(?:sequential|quarter[\s-](?:over|on)[\s-]quarter|(?:over|from|than|compared?\s+(?:to|with)|versus)\s+(?:the\s+)?(?:last|previous|prior"
    r"|first|second|third|fourth|just\s+ended)[\s-]quarter)"
)
_CHANGE_IN = cue(r"\b(?:reduction|decrease|decline|drop|increase|growth|improvement|rise|gain)s?\s+(?:in|to|of)\s+(?:[\w-]+\s+){0,3}$")
_GROWTH_AFTER = cue(
    r"(?!\s*(?:or|and)\s+(?:more|better|above|higher|greater|less|lower|fewer|below)\b)\s*(?:\w+[\s-]+){0,2}(?:growth|increase|decrease|decline|reduction|improvement|rise|drop|higher|lower|less|fewer|leaner|smaller|cheaper|more|better|above|below)\b"
)
_FALL_AFTER = cue(r"[\s,]*(?:\w+[\s-]+){0,2}(?:decrease|decline|reduction|drop|lower|less|fewer|leaner|smaller|cheaper|below)\b")
_OF = cue(r"\b(?:of|by|at)\b[^.;]{0,25}$")
_GROWTH = cue(r"growth|grow")
_DILUTIVE = cue(r"dilut(?:ive|ion)\b")
_DILUTIVE_TO = cue(r"\bdilutive\s+to\s+(?:[\w-]+\s+){1,5}(?:by|of)\s*$|\bdilutive\s+to\s+(?:[\w-]+\s+){0,4}[\w-]+\s*$")
_ACCRETIVE = cue(r"accret")
_SAID_AFTER = cue(r"\s*(?:(?:a|per)\s+(?:diluted\s+)?share\s+)?(?:(?P<up>accretive)|dilutive)\b")  # "and $0.10 accretive in 2027"
_LOSES = cue(r"\b(?:loss(?:es)?\s+(?:of|between)|los(?:e|es|ing)(?:\s+between)?)\s*$")  # members
_LOSS_AFTER = cue(r"\s*(?:net\s+)?loss")
_EXPENSE = cue(r"expense|cost")
_OUTFLOW = cue(r"\b(?:us(?:e|ed|ing)|burn|negative|outflow|consum)\w*")
_HEADWIND = cue(r"headwind|\boff\b|negative|reduc|adverse|unfavou?rabl|hurt|lower|drag|hit\b")
_AN_EXPENSE = cue(r"\bbe\s+an?\s+(?:net\s+)?(?:expense|loss)\s+of\s*$")
_LIFT_AFTER = cue(r"[\s-]*(?:favou?rable\s+)?(?:lift|tailwinds?|benefit|boost)\b")
_PROFITS = frozenset(("net_income", "eps", "operating_income", "pretax_income", "ebitda", "ffo"))
_CURTAILS = cue(r"\bcurtail\w*\s*$")
_EARNED = _PROFITS | {"revenue"}
_EFFECTS = frozenset(("cost_savings", "charges", "fx_impact"))
_FAR = 110  # characters before a value in which its verb is looked for
_OF_VERB = watch(_BY_VERB)
_OF_CHANGE, _OF_SEQUENTIAL, _OF_YEARS = watch(_CHANGE_IN), watch(_SEQUENTIAL), watch(_YEAR_OVER_YEAR)
_OF_GROWTH = watch(GROWN, cue(r"(?:growth|decrease|decline|reduction|improvement|rise|drop|less|fewer|leaner|smaller|cheaper|more|above|below)"))


def set_measure(words: Words, draft: Draft, value: Value) -> None:
    """Set measure, growth basis and sign from the words before and after the value."""
    text, marks = words.text, words.marks
    before, after = text[max(0, value.lead - 60) : value.lead], text[value.end : value.end + 45]
    to = _TO.search(before) is not None
    grown = bool(marks & _OF_GROWTH) and not to and bool(GROWN.search(before) or _GROWTH_AFTER.match(after))
    ahead = marks & _OF_CHANGE and draft.metric.end <= value.start
    lead = _CHANGE_IN.search(text[max(0, draft.metric.start - 50) : draft.metric.start]) if ahead else None
    by = _BY_VERB.search(text[max(0, value.start - _FAR) : value.start]) if marks & _OF_VERB else None
    if by and draft.metric.name not in _EFFECTS:
        grown, before = True, by.group().replace("growth", "")  # "trim revenue growth by"
    if lead and not to and _OF.search(text[draft.metric.end : value.start]) and "," not in text[draft.metric.end : value.start]:
        grown, before = True, lead.group() + before
    within = _FALLS_BETWEEN.search(before) or (text.startswith(_BELOW, value.lead) and _FALLS_TO.search(before))
    if within and (value.unit not in RATE_UNITS or draft.metric.name in RATIOS or _is_rate(text, draft.metric, after)):
        grown, before = False, ""
    elif _is_taken(text, value, draft.metric.name, before, after):
        grown, before = True, "down"
    elif draft.metric.name not in _EFFECTS and (impact := _IMPACT_AFTER.match(after) or _IMPACT_BEFORE.search(before)):
        grown, before = True, "down" if impact["bad"] else "up"
    if value.kind == "zero":
        _set_zero(text, draft, value)
    elif to and value.unit == "percent" and draft.metric.name in _SHARES_OF_SALES and _MOVES_TO.search(before):
        before = ""  # "SG&A should ease to about 28%"
    elif _is_change(text, draft, value, grown=grown) and not (to and value.unit == "basis_points"):
        draft.measure = "change"
    if draft.measure == "change":
        draft.growth_basis = find_growth_basis(words, value)
    _set_sign(text, draft, value, before, after)


def _is_rate(text: str, metric: Mention, after: str) -> bool:
    """Return whether a metric is told in percent: a rate, or a share of sales."""
    return _OF_SALES.match(after) is not None or _RATE.search(text, metric.start, metric.end) is not None


def _is_taken(text: str, value: Value, name: str, before: str, after: str) -> bool:
    """Return whether a verb takes a figure away: "takes $0.22 out of earnings", "cut emissions 40% by 2030", "will cost us $0.02 a share"."""
    if name == "production" and _CURTAILS.search(before):
        return True
    if value.unit.endswith("/share") and COSTS_US.search(before):
        return True
    if _SHEDS.search(before) and _OF_STAFF.match(text, value.end):
        return True
    if (_TAKES.search(before) and _OUT_OF.match(after)) or (name in _EARNED and _TAKES_AWAY.search(before) and _OF_IT.match(after)):
        return True
    return value.unit == "percent" and _CUT_SO.search(text, max(0, value.lead - _FAR), value.start) is not None


def _set_zero(text: str, draft: Draft, value: Value) -> None:
    """Set measure and unit of "flat", a change, and "break-even", an amount."""
    flat = text.startswith(("flat", "even", "stable"), value.start)
    draft.measure = "change" if flat and draft.metric.name != "fx_impact" else "level"
    draft.unit = draft.unit or ("percent" if flat else "USD/share" if draft.metric.name in PER_SHARE else "USD")


def _is_change(text: str, draft: Draft, value: Value, *, grown: bool) -> bool:
    name, unit = draft.metric.name, draft.unit or ""
    if name == "fx_impact" or _is_wind(text, draft):
        return value.way != 0
    if value.kind == "multiple" or value.way:
        return True
    if unit == "percent" and name == "other":
        return grown or _GROWTH.search(text, draft.metric.start, draft.metric.end) is not None
    if unit == "percent":
        return grown or (name not in RATIOS and not _OF_SALES.match(text, value.end))
    return unit in ("percentage_points", "basis_points") or (grown and name not in ("cost_savings", "charges"))


def _is_wind(text: str, draft: Draft) -> bool:
    return text.startswith(("headwind", "tailwind"), draft.metric.start)


def find_growth_basis(words: Words, value: Value) -> GrowthBasis | None:
    """Return what a change is compared with, where the words after or just before it say so."""
    around = words.text[max(0, value.start - 50) : value.end + 110]
    if words.marks & _OF_SEQUENTIAL and _SEQUENTIAL.search(around):
        return "sequential"
    return "year_over_year" if words.marks & _OF_YEARS and _YEAR_OVER_YEAR.search(around) else None


def _set_sign(text: str, draft: Draft, value: Value, before: str, after: str) -> None:
    low, high, name = draft.low, draft.high, draft.metric.name
    if (low is not None and low < 0) or (high is not None and high < 0) or value.way > 0 or value.kind == "multiple" or name in ("cost_savings", "charges"):
        return
    words = text[draft.metric.start : draft.metric.end]
    if draft.measure == "level" and name in _PROFITS:
        if said := _SAID_AFTER.match(after):
            draft.measure, negative = "change", said["up"] is None
        elif _DILUTIVE.search(words) or _DILUTIVE_TO.search(before):
            draft.measure, negative = "change", True
        else:
            draft.measure = "change" if _ACCRETIVE.search(words) else "level"
            negative = bool(_LOSS.search(words) or _LOSS.search(before[-45:]) or _LOSS_AFTER.match(after))
    elif draft.measure == "change":
        negative = _falls(before, after) != (name == "other_income" and is_currency(draft.unit) and flows_out(name, words))
    else:
        negative = flows_out(name, words, before, after) or (name.endswith("margin") and "loss" in words) or (name == "other_income" and "loss of" in before)
    if negative:
        draft.low, draft.high = negate(low, high)


def _falls(before: str, after: str) -> bool:
    """Return whether the change that the words around a figure speak of is one downwards: the last word before it, else the first after it."""
    falls = [match.start() for match in _DOWN.finditer(before)]
    ups = [match.start() for match in _UP.finditer(before)]
    if falls and (not ups or falls[-1] > ups[-1]):
        return True
    return not ups and _FALL_AFTER.match(after) is not None


def flows_out(name: str, words: str, before: str = "", after: str = "") -> bool:
    """Return whether an amount of a metric that may be either is an expense, cash used, or a headwind."""
    if name == "other_income":
        return _AN_EXPENSE.search(before) is not None or ("income" not in words.partition("net of")[0] and _EXPENSE.search(words) is not None)
    if name in ("operating_cash_flow", "free_cash_flow"):
        return _OUTFLOW.search(before + words) is not None
    if name == "other":
        return words.startswith("headwind") or words.endswith("deflation")
    if name == "customers":
        return _LOSES.search(before) is not None
    if name == "fx_impact" and _LIFT_AFTER.match(after):
        return False
    return name == "fx_impact" and _HEADWIND.search(before[-50:] + words + after[:35]) is not None
