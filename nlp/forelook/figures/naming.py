"""What a value makes of the metric that stands nearest: its name in view of the unit, and the quantity that the value's own words name.

In: a statement's folded text, a value and its metric. Out: the metric's name; "a 10% increase in orders on hand" as its own quantity.
"""

from __future__ import annotations

from forelook.expressions.numbers.currency import is_currency
from forelook.expressions.numbers.hedges import size_of
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.costs import BUILT, COSTS, settle_costs
from forelook.figures.link import PER_SHARE
from forelook.figures.measure import GROWN
from forelook.figures.metrics.mentions import Mention
from forelook.figures.metrics.nearest import fall_back
from forelook.figures.sentence import Sentence

_DEAR = 100  # what no share earns
_FEW = 10
_OF_A_SHARE = frozenset(("charges", "fx_impact"))  # a few cents of which are those of a share
_PER_UNIT = cue(r"\s*(?:/|an?\b|per\b|each\b)")  # "$4 a pound"
_PER_SHARE = cue(r"per\s+(?:\w+\s+)?share")
_OF_SHARES = cue(r"per\s+(?:\w+\s+)?share|\bEPS\b")
_MARGINS = {"gross_profit": "gross_margin", "ebitda": "ebitda_margin", "operating_income": "operating_margin"}
_OF_SALES = cue(r"\s*(?:of\s+(?:net\s+|total\s+|its\s+|our\s+)*(?:sales|revenues?)|margin)\b")
_DEEDS = r"(?:marketing|media|advertis|promot|research|training|education|salar|wages|communit|program|content|campaign|complian|explor|land)\w*"
_SPENT_ON = cue(rf"\s+(?:(?:this|next)\s+year\s+|in\s+\d{{4}}\s+)?(?:on|for|in)\s+(?:[\w-]+,?\s+){{0,2}}?{_DEEDS}")
_GROWS = cue(
    r"\b(?:grow|expand|increase|rais|boost|multiply)(?:e|es|s|ing)?\s+(?:(?:its|our|their|the)\s+)(?:(?!(?:by|to|and|in|of)\b)[\w'’&.-]+\s+){0,4}?(?P<what>[a-z][\w-]*)(?:\s+(?:about|nearly|more|than|at|least))*\s*$"
)  # "grow its footprint two-fold"
_DEED_BEFORE = cue(rf"\b{_DEEDS}\s+$")  # "its advertising budget"
_PAID_FROM = frozenset(("net_income", "operating_income", "pretax_income", "eps", "free_cash_flow", "operating_cash_flow", "ebitda"))
_OF_IT = cue(r"\s+of\s+(?:(?:its|our|the|total|annual|core|adjusted|consolidated|expected|net|fiscal|this\s+year['’]s|(?:19|20)\d\d)\s+)*")
_OF_EARNINGS = cue(
    r"\s+of\s+(?:(?:its|our|the|[\w-]+['’]s|total|annual|core|adjusted|consolidated|expected|anticipated|net)\s+)*(?:income|earnings|profits?|cash\s+flow|ffo|affo)\b"
)
_VERB = 12  # letters: "earn", "investment", but not "earnings per share", "investment income"
_EARNED = cue(
    r"\s*(?:$|[.;]|,\s+(?:or|up|down|compared|versus)\b|after[\s-]tax|(?:(?:in|for|during|over)\s+)?(?:the\s+|all\s+of\s+)?(?:(?:full|fiscal|current|fourth|third|second|first|next|this)\s+)*"
    r"(?:(?:19|20)\d\d|quarter|half|year)\b)"
)  # "expects to earn $6 million in 2026", but no fees
_WRITES_OFF = cue(r"\b(?:to|will|would|and)\s+writ(?:e|ing)\s+(?:off|down)\s*$")  # "expects to write off $7 million of inventory"
_CHANGE_IN = cue(
    r"\s*(?:[\w-]+\s+){0,2}?(?:growth|increase|decrease|decline|reduction|improvement|rise|drop|gain)\s+in\s+(?:(?:the|its|our|their|total|number\s+of)\s+)*"
    r"(?P<what>[a-z][\w'’&-]*(?:\s+(?!(?:in|of|for|to|by|at|on|per|and|or|with|from|this|next|the|an?|over|during|that|which|will|is|are|as|compared|year)\b)"
    r"[a-z][\w'’&-]*){0,3})"
)
_GUIDES = cue(
    r"\b(?P<what>(?!(?:the|our|its|their|this|above|updated|current|new|full-year|annual)\b)[a-z][\w-]*(?:\s+[a-z][\w-]*)?)\s+(?:guidance"
    r"|outlook|forecast|target)\s+(?:represents?|implies|equates|reflects|corresponds|assumes)\b[^.;]*$"
)
_NAMED_OF = cue(
    r"\b(?P<what>(?:[a-z][\w-]*\s+)?(?!(?:excess|range|total|increase|growth|decrease|decline|reduction|rise|guidance|targets?|outlook|forecasts?|level|rate|sum"
    r"|amount|average|minimum|maximum|value|valuations?|discount|premium|capitalization|cap|cost|price|end|order|result|basis|goal|estimates?"
    r"|budget|impact|effect|contribution|benefit|improvement|expansion"
    r"|out|because|each|all|some|most|half|neighborhood|vicinity|area|midpoint|run-rate|rates?|investments?|consist\w*|compris\w*"
    r"|those|and|or|but|plus)\b)[a-z][\w-]*s?)\s+of\s*$"
)
_BRINGS = cue(
    r"\b(?:to|will|should|would|could|can|may)\s+(?P<word>(?:contribute|do|bring\s+(?:us|in)|translate\s+into))(?:\s+(?:an?|additional|another|further|and|better))*\s*$"
)
_REACHES = cue(
    r"\b(?:plans?|aims?|targets?|goals?|track|on\s+pace|intends?|hopes?|expects?|ambition|way)\s+(?:is\s+|are\s+)?to\s+(?P<word>reach|hit|get\s+to|achieve)\s*$"
)  # "plans to reach $1 billion by 2032"
_BY_A_YEAR = cue(r"\s+(?:by|in)\s+(?:the\s+end\s+of\s+)?(?:fiscal\s+)?(?:(?:19|20)\d\d|next\s+year)\b")
_LOSES = cue(
    r"\b(?:to|will|would|could|likely|should|may|probably)\s+(?P<word>lose)(?:\s+(?:about|approximately|around|roughly|some|up\s+to|between|as\s+much\s+as|nearly|another))*\s*$"
)  # "is expected to lose $2 million in the quarter"
_IN_TIME = cue(
    r"\s*(?:(?:in|during|annually|yearly|per\s+year|a\s+year|each\s+year|over\s+the|this|next|by)\b|[.,;]|$)(?!\s+(?:cash|kind|stock|shares|debt)\b)"
)
_BECOMES = cue(r"\b(?:be|becom(?:e|es|ing)|grow(?:s|ing)?\s+(?:in)?to|as|build(?:s|ing)?)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}$")
_A_BUSINESS = cue(r"[\s-]+(?P<word>(?:[a-z-]+\s+)?(?:brand|business|franchise|product|company))\b")
_RATE_AFTER = cue(r"[\s-]+(?:annual(?:i[sz]ed)?\s+)?(?P<word>run[\s-]rate)\b(?!\s+(?!(?:by|in|at|before|during|for|within|next|this)\b)[a-z])")
_RATE_BEFORE = cue(
    r"\b(?P<word>run[\s-]rate)\s+(?:(?:of|should|will|would|could|is|at|to|be|reach|approach|exceed|expected|projected|anticipated|now|by|the|end|year|20\d\d)\s+)*$"
)
_IS_HELD = cue(r"(?:\s+(?:is|are|be|being|been|will|would|should|to|at|of|held|between|around|about))+\s*")
_MAKES_UP = cue(
    r"\b(?P<what>(?:mak|account|represent|compris|constitut)\w*(?:\s+(?:up|for))?)(?:\s+(?:about|approximately|over|more\s+than|at\s+least|nearly|up\s+to|some|an?|roughly))*\s*$"
)  # "to make up 80% of sales"
_OF_SALES_SHARE = cue(
    r"\s+of\s+(?:(?:our|its|the|total|net|all|company|group|annual|new)\s+)*(?:[\w-]+\s+)?(?:sales|revenues?|earnings|profits?|deliveries|production)\b"
)
_OF_STAFF = cue(r"\s+of\s+(?:its|our|the|their|[\w-]+['’]s)\s+(?:[\w-]+\s+){0,2}?(?P<what>work\s?force|employees|staff|positions|headcount|jobs|personnel)\b")
_EACH = cue(r"\beach\s+(?:[\w-]+\s+){1,3}?(?:may|will|would|could|can|should|is|to)\b[^.;]*$")
_PER_ONE = cue(
    r"\s*(?:annually\s+|(?:a|per|each)\s+(?:year|month|annum)\s+)?(?:per|/|for\s+each|from\s+each)\s*"
    r"(?!(?:year|annum|month|quarter|week|day|hour|share|ads|adr|diluted|basic|common|ordinary|fully|limited|partnership|annual)\b)[a-z]"
)
OF_ALL = frozenset(("revenue", "cost_of_revenue", "operating_expenses", "sga_expenses", "capital_expenditures"))
"""Metrics of a whole company, of which what one unit brings or costs is none."""
A_UNIT = ("per unit", "a unit")
"""How an amount of one home or one product ends."""
_IN_ALL = ("dividends", "distribution", "distributions")
_PAYOUTS = frozenset(("share_repurchases", "dividend_per_share"))
_RETURNS, _TO_HOLDERS = cue(r"\breturn(?:s|ing)?\s*$"), cue(r"\s+to\s+(?:(?:its|our|the)\s+)?(?:share|stock|unit)holders\b")
_GUIDANCE = ("guidance", "outlook", "forecast")
_FAR, _REACH = -0.9, 40
_LONGEST_SUBJECT = 100  # characters
_AFAR = -1.5  # a metric rated below it is not that of a value whose own words name another


def settle_name(text: str, metric: Mention, value: Value, unit: str) -> str:
    """Return the metric's name in view of the unit: earnings in dollars per share are eps, gross profit in percent is a margin."""
    name = metric.name
    if name in ("net_income", "operating_income"):
        small = is_currency(unit) and 0 < size_of(value.low, value.high) < _DEAR and not value.scaled
        if unit.endswith("/share") or (small and (name == "net_income" or _PER_SHARE.search(text))):
            return "eps"
    if _is_paid_out(text, metric, value, unit):
        return "other"
    if unit == "percent" and name in _MARGINS and not value.way and value.kind != "multiple" and not GROWN.search(text[max(0, value.lead - 40) : value.lead]):
        return _MARGINS[name] if name == "gross_profit" or _OF_SALES.match(text, value.end) else name
    if name in OF_ALL and is_currency(unit) and not value.scaled and (_is_of_one(text, value) or text.endswith(A_UNIT, value.start, value.end)):
        return "other"  # what one of many brings or costs
    if name == "other" and is_currency(unit) and value.scaled and text.endswith(_GUIDANCE, metric.start, metric.end):
        return "revenue"  # "guidance of $80 million to $120 million", without more
    if name == "store_openings" and is_currency(unit):
        return "capital_expenditures"
    if name == "eps" and is_currency(unit) and value.scaled and _is_verb(text, metric) and _EARNED.match(text, value.end):
        return "net_income"
    if name in ("eps", "capital_expenditures") and _is_other(text, metric, value, unit):
        return "other"
    if name == "other" and is_currency(unit) and _WRITES_OFF.search(text, max(0, value.lead - _REACH), value.lead):
        return "charges"
    return settle_costs(text, metric, value, unit) if text.endswith(COSTS, metric.start, metric.end) else name


def _is_paid_out(text: str, metric: Mention, value: Value, unit: str) -> bool:
    """Return whether a value is what is paid out in all, by dividends and buybacks, or of earnings: "return $5 million to shareholders", "40% of income"."""
    name = metric.name
    if name == "dividend_per_share" and is_currency(unit) and value.scaled and text.endswith(_IN_ALL, metric.start, metric.end):
        return True
    if name in _PAYOUTS and value.end <= metric.start and "dividends" in text and _TO_HOLDERS.match(text, value.end):
        return _RETURNS.search(text, max(0, value.lead - _REACH), value.lead) is not None
    if unit != "percent" or value.kind == "multiple":
        return False
    if name in _PAID_FROM and value.end <= metric.start and _OF_IT.fullmatch(text, value.end, metric.start):
        return True
    return name == "dividend_per_share" and _OF_EARNINGS.match(text, value.end) is not None


def _is_of_one(text: str, value: Value) -> bool:
    """Return whether an amount is what one of many brings or costs: "each plant may earn $5,000", "$2,000 a year per client", "$900 per tonne"."""
    if _EACH.search(text, max(0, value.lead - _LONGEST_SUBJECT), value.lead):
        return True
    return _PER_ONE.match(text, value.end) is not None and "by " not in text[max(0, value.lead - 3) : value.start]


def _is_verb(text: str, metric: Mention) -> bool:
    return text.startswith("earn", metric.start) and metric.end - metric.start < _VERB


def _is_other(text: str, metric: Mention, value: Value, unit: str) -> bool:
    """Return whether "earns" or "invests" says something else than earnings per share and capital expenditures: a yield, fees, gifts, stakes."""
    if _is_verb(text, metric):
        return unit == "percent" or (is_currency(unit) and value.scaled)
    if not text.startswith(("invest", "spend", "budget", "earmark"), metric.start) or metric.end - metric.start >= _VERB:
        return False
    if _DEED_BEFORE.search(text, max(0, metric.start - _REACH), metric.start) or _SPENT_ON.match(text, value.end):
        return True
    return text.startswith("invest", metric.start) and not BUILT.search(text)


def is_a_share(sentence: Sentence, value: Value, metric: Mention) -> bool:
    """Return whether a few dollars or cents of something else are those of a share, in a statement that speaks of earnings per share before them."""
    if value.scaled or not 0 < size_of(value.low, value.high) < _FEW or _PER_UNIT.match(sentence.text, value.end):
        return False
    if metric.name in _OF_A_SHARE:
        return True
    return any(one.name in PER_SHARE and one.end <= value.start for one in sentence.metrics) and _OF_SHARES.search(sentence.text) is not None


def find_changed(sentence: Sentence, value: Value, rating: float) -> Mention | None:
    """Return the quantity whose change a value is by the words after it, "a 10% increase in orders on hand", where these name no listed metric; the staff.

    `rating` is that of the metric that fits best; words with a capital may be a place and hold only where that one stands far off.
    """
    if staff := _OF_STAFF.match(sentence.text, value.end) if value.unit == "percent" else None:
        return Mention(*staff.span("what"), "other")
    match = _CHANGE_IN.match(sentence.text, value.end)
    if match is None or (sentence.printed[match.start("what")].isupper() and rating > _AFAR):
        return None
    start, end = match.span("what")
    if any(start <= one.start < end for one in sentence.metrics) or any(start <= when.start < end for when in sentence.periods):
        return None
    return Mention(start, end, "other")


def find_grown(text: str, value: Value) -> Mention | None:
    """Return what a verb before a multiple makes larger: "grow its footprint two-fold"."""
    match = _GROWS.search(text, max(0, value.lead - _LONGEST_SUBJECT), value.lead) if value.kind == "multiple" else None
    return Mention(*match.span("what"), "other") if match else None


def find_named(sentence: Sentence, value: Value, rating: float) -> Mention | None:
    """Return the noun right before "of" and a value whose metrics all stand far off, "receivables of $7 million"."""
    match = _NAMED_OF.search(sentence.text, max(0, value.lead - _REACH), value.lead) if rating < _FAR else None
    return Mention(*match.span("what"), "other") if match else None


def find_brought(text: str, value: Value) -> Mention | None:
    """Return the words by which an amount is revenue or a loss: "is slated to contribute $40 million in 2026", "a $100 million brand", "run rate"."""
    if match := _BRINGS.search(text, max(0, value.lead - _REACH), value.lead):
        return Mention(*match.span("word"), "revenue") if _IN_TIME.match(text, value.end) else None
    if (match := _REACHES.search(text, max(0, value.lead - _REACH), value.lead)) and _BY_A_YEAR.match(text, value.end):
        return Mention(*match.span("word"), "revenue")
    if match := _LOSES.search(text, max(0, value.lead - _REACH), value.start):
        return Mention(*match.span("word"), "net_income") if _IN_TIME.match(text, value.end) else None
    if rate := _RATE_AFTER.match(text, value.end) or _RATE_BEFORE.search(text, max(0, value.lead - _LONGEST_SUBJECT), value.lead):
        return Mention(*rate.span("word"), "revenue")
    match = _A_BUSINESS.match(text, value.end) if _BECOMES.search(text, max(0, value.lead - _REACH), value.start) else None
    return Mention(*match.span("word"), "revenue") if match else None


def find_guided(text: str, value: Value) -> Mention | None:
    """Return the words before "guidance" whose growth a value is: "the pump hours guidance represents growth of 5%"."""
    match = _GUIDES.search(text, max(0, value.lead - _LONGEST_SUBJECT), value.lead)
    return Mention(*match.span("what"), "other") if match else None


def find_shared(text: str, value: Value) -> Mention | None:
    """Return what is a share of a metric after it: "advertising is being held to 4.5% of sales", "to make up 80% of sales"."""
    if (made_up := _MAKES_UP.search(text, max(0, value.lead - _REACH), value.lead)) and _OF_SALES_SHARE.match(text, value.end):
        return Mention(*made_up.span("what"), "other")
    subject = fall_back(text, value)
    return subject if subject and subject.end <= value.lead and _IS_HELD.fullmatch(text, subject.end, value.lead) else None
