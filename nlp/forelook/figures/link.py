"""Linking in prose: which metric a value belongs to.

In: a statement's values and metrics. Out: for each value the best metric by a sum of weights. These are set by hand; what they leave in
doubt is for score.py to say.
"""

from __future__ import annotations

from typing import TypeVar

from forelook.expressions.numbers.hedges import size_of
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.metrics.mentions import Mention

RATIOS = frozenset(("gross_margin", "operating_margin", "ebitda_margin", "tax_rate"))
COUNTED = frozenset(("share_count", "production", "deliveries", "store_openings", "customers"))
PER_SHARE = frozenset(("eps", "ffo", "dividend_per_share"))
_BREAKS_EVEN = frozenset((
    "net_income", "operating_income", "pretax_income", "eps", "ebitda", "ffo", "operating_cash_flow", "free_cash_flow", "operating_margin", "ebitda_margin",
    "other", "all",
))  # fmt: skip
_POINTS = frozenset(("percentage_points", "basis_points"))
RATE_UNITS = frozenset(("percent", "percentage_points", "basis_points"))
_ADJACENT = cue(
    r"\s*+(?:(?:worth|increase|decrease|decline|improvement|reduction|growth|rise|tailwind|headwind|impact|benefit|drag|drop|gain|hit)\s*+)?(?:(?:of"
    r"|in|for|to|from|as|on)\s*+)?(?:(?:its|our|their|the|[\w-]+['’]s|total|overall|annual|annuali[sz]ed|additional|incremental|net|adjusted|gaap|non-gaap|new"
    r"|consolidated|pre-?tax|after-?tax|non-?cash|cash|one-time|quarterly|full-year|year-over-year|organic|estimated|expected|core|full|run-rate"
    r"|fully|diluted|operating|cost|fiscal|q[1-4]|(?:first|second|third|fourth|first-half|second-half)[\s-]quarter|first-year|(?:19|20)\d\d)\s+)*$"
)
_IMPACT_OF = cue(
    r"\s*(?:(?:in|of)\s+)?(?:[\w-]+\s+){0,3}?(?:impacts?|effects?|benefits?|headwinds?|tailwinds?|drag|hit|contributions?)\s+(?:from|of|due\s+to"
    r"|related\s+to|relating\s+to|associated\s+with|attributable\s+to|resulting\s+from)\s+(?:[\w-]+\s+){0,3}$"
)  # "$0.18 of unfavorable impact from transition charges"
_COUNTING_VERBS = frozenset(("deliver", "delivers", "delivering", "produce", "produces", "producing"))
_SHARE_OF, _PERCENT_OF = cue(r"(?:%|percent(?:age)?)\s+of\s+(?:\w+\s+)?$"), cue(r"percent(?:age)?\s+of\s+(?:\w+\s+)?$")
_FROM_CUSTOMERS = cue(r"\b(?:from|to|with|by)\s+(?:[\w'’-]+\s+){0,3}$")  # "sales to our largest customer"
_CHARGED = cue(r"\bcharges?\s+(?:to|against)\s+(?:[\w-]+\s+){0,2}$")
_NAMED_BETWEEN = cue(
    r"\s*(?:worth\s+)?(?:of|in)\s+(?:(?!(?:and|or|to|for|from|by|of|in|on|at|with|as|is|are|the\s+form)\b)[\w&()'’.-]+\s+){0,3}"
)  # "$5 billion in Ceprolan sales"
_OF = cue(r"\s+(?:of|at|to|between|in\s+the\s+range\s+of)\s*")
_RECOGNIZED = cue(r"\s*(?:(?:is|are|will\s+be|to\s+be|be|expected\s+to|of\s+\w+)\s+){1,3}(?:recogni[sz]ed|recorded|reported)\s+as\s+(?:\w+\s+){0,2}")
_SPENT = ("budget", "spent")
_AN_ORDER = cue(r"\b(?:the|this|that|an?|each)\s+(?:\w+\s+)?order$")  # one order, which brings revenue
_GROWTH_IN = cue(
    r"\s+(?:in|of)\s+(?:[a-z-]+\s+){0,2}(?:eps|earnings|income|ebitda|ffo|cash|production|dividends?|profit|orders|bookings|backlog|revenue|sales)\b"
)
_FEW_WORDS = cue(r"\s*(?:(?!(?:and|or|but|while|with)\b)[\w&-]+\s+){0,3}")
_GROWTH = cue(r"\s+(?:growth|increase|decrease|decline|improvement|reduction|expansion)\b")
_LINKS = cue(r"\b(?:of|is|are|be|at|to|between|from|range|approximately|about|total|reach|exceed|by|in|:)\W*$|[:-]\s*$")
_DIRECT = cue(r"(?:\s+(?:of|is|are|at|will|would|should|to|be))+\s*")
_CLAUSE = cue(r";|,\s+(?:and|while|but|with|which|as|compared|up|down|or|including|excluding|versus)\b|\.\s|\s(?:while|but|whereas)\s+|:\s")
_CLAUSE_BEGINS = (",", ";", ".", ":", "while", "but", "whereas")  # one of which stands in each match
LEFT_OUT = cue(
    r"\b(?:excluding|excludes|without|exclusive\s+of|before|net\s+of|deducting|other\s+than|(?<=,\s)after|ex)\s+(?:the\s+(?:effects?|impact)\s+of\s+)?(?:[\w-]+\s+){0,2}$"
    r"|\bexcluding\s+(?:[\w'’-]+\s+){1,4}and\s+$"
)
_UNFIT = -9.0  # the rating of a metric that a value cannot belong to
_SIDES = ("income", "expense", "loss", "profit", "gain")
_IS_A = cue(r"[^,;.\d]{0,60}\bbe\s+an?\s+")
_MOST, _REACH = 2000, 400  # pairs of metrics and values of one statement; characters within which those of a longer one are looked for
T = TypeVar("T", Mention, Value)
_BASE = cue(
    r"\s*(?:of|to|on)\s+(?:(?:its|our|their|the|[\w-]+['’]s|total|net|annual|adjusted|consolidated|quarterly|average|expected|anticipated|operating)\s+)*$"
)
_SETS_IN = cue(
    r"[a-z\d),]\s*,\s+(?:(?:which|that)\s+)?(?:includ\w+|exclud\w+|before|not\s+(?:counting|including)|net\s+of|exclusive\s+of|inclusive\s+of|ex)"
    r"\s(?:[^,;.]|\.\d){0,90}$"
)
_SET_OUT = cue(
    r"(?:[^,;.]|\.\d){0,90},\s+(?:(?:(?:now|still|also)\s+)?(?:is|are|was|will|should|would|may|could|to\s+be|of|in\s+the\s+range|at|between)\b)[^,;.]{0,60}"
)
_IS_A = cue(r"\b(?:be|is|are)\s+an?\s+(?:net\s+)?$")
_SAID_OF = cue(r"\b(?:income|other|ebitda|contribution)\b[^.;,]*\b(?:be|is|are)\s+an?\s+(?:net\s+)?$")
_IN_BRACKETS = 40  # characters before a metric in which its bracket opens
_SET_IN = 120  # characters before a metric in which what sets it in begins
_OF_LEFT_OUT, _OF_CHARGED = watch(LEFT_OUT), watch(_CHARGED)


def count_clauses(between: str) -> int:
    """Return how many clauses end in a stretch of a folded text; most stretches are a few words without a sign."""
    return len(_CLAUSE.findall(between)) if any(map(between.__contains__, _CLAUSE_BEGINS)) else 0


def rate(words: Words, value: Value, metric: Mention, others: list[Value]) -> float:
    """Return how well a metric fits a value: 0 for beside it, down to _UNFIT for not at all."""
    if value.unit not in ("", "count") and words.text[metric.start : metric.end] in _COUNTING_VERBS:
        return _UNFIT  # "deliver a return of 30%"
    score = _rate_name(words, value, metric)
    if metric.end <= value.start:
        return _rate_before(words.text, value, metric, others, score)
    if value.end <= metric.start:
        return _rate_after(words.text, value, metric, others, score)
    return _UNFIT  # a value inside a metric's words


def _rate_name(words: Words, value: Value, metric: Mention) -> float:
    """Return how well a metric fits a value by its name and what it is said of, wherever it stands."""
    text, marks = words.text, words.marks
    if value.kind == "zero" and text.startswith("break", value.start) and metric.name not in _BREAKS_EVEN:
        return -9.0
    score = _fit(value, metric.name) - (0.35 if metric.name == "other" else 0.0)
    if marks & _OF_LEFT_OUT and LEFT_OUT.search(text[max(0, metric.start - 50) : metric.start]):
        score -= 2.0
    if text[metric.start : metric.end] == "growth":
        if value.end <= metric.start and value.unit[:3].isupper():
            return _UNFIT  # "receipts of $9 million, representing growth of 4%"
        score -= 3.0 if _GROWTH_IN.match(text, metric.end) else 1.5  # "growth in earnings per share" is said of those
    if metric.name == "capital_expenditures" and text.startswith(_SPENT, metric.start):
        score -= 1.3  # what is spent or budgeted may be said of any metric
    if metric.name == "bookings" and text.startswith("order of", metric.start) and text.endswith(("on the ", "in the "), 0, metric.start):
        return _UNFIT  # "on the order of $14 million"
    if metric.name == "bookings" and _AN_ORDER.search(text, max(0, metric.start - 20), metric.end):
        score -= 1.5
    if metric.name == "customers" and value.unit not in ("", "count") and _FROM_CUSTOMERS.search(text, max(0, metric.start - 34), metric.start):
        score -= 1.0
    if marks & _OF_CHARGED and _CHARGED.search(text[max(0, metric.start - 34) : metric.start]):
        score -= 2.0  # "charges to operating income of $3 million"
    return score


def _is_set_in(text: str, metric: Mention, value: Value) -> bool:
    """Return whether a metric stands between commas with what another one before it includes: "interest, including a charge of $1, is $9"."""
    if "," not in text[metric.end : value.start] or "," not in text[max(0, metric.start - _SET_IN) : metric.start]:
        return False
    return _SETS_IN.search(text, max(0, metric.start - _SET_IN), metric.start) is not None and _SET_OUT.fullmatch(text, metric.end, value.start) is not None


def _is_in_brackets(text: str, metric: Mention, value: Value) -> bool:
    """Return whether a metric stands in brackets that close before the value, as a part of what they explain: "expenses (R&D plus SG&A) are"."""
    closed = text.find(")", metric.end, value.start)
    opened = text.rfind("(", max(0, metric.start - _IN_BRACKETS), metric.start)
    return 0 <= opened < closed and ("+" in text[opened:closed] or " plus " in text[opened:closed])


def _rate_before(text: str, value: Value, metric: Mention, others: list[Value], score: float) -> float:
    """Return the rating of a metric that stands before the value, given that of its name."""
    between = text[metric.end : value.start]
    if value.unit in RATE_UNITS and _SHARE_OF.search(text[max(0, metric.start - 24) : metric.start]):
        score -= 2.0  # "SG&A as a percentage of sales of 30%"
    score -= min(len(between), 300) / 60
    score -= 0.5 * count_clauses(between)
    if _is_set_in(text, metric, value) or _is_in_brackets(text, metric, value):
        score -= 2.5
    if _IS_A.search(text, max(0, metric.start - 24), metric.start) and _SAID_OF.search(text, max(0, metric.start - _SET_IN), metric.start):
        score -= 2.0  # "interest and other is expected to be a loss of $5 million"
    crossed = [other for other in others if metric.end <= other.start and other.end <= value.start]
    score -= 0.3 * len(crossed)
    if not crossed and _LINKS.search(text[metric.end : value.lead]):
        score += 0.3
        if metric.name == "cost_savings" and _DIRECT.fullmatch(text, metric.end, value.lead):
            score += 0.6  # "savings of $3 million in staff costs"
        if metric.name == "other" and _DIRECT.fullmatch(text, metric.end, value.lead):
            score += 0.35  # no other stands between
    return score


def _rate_after(text: str, value: Value, metric: Mention, others: list[Value], score: float) -> float:
    """Return the rating of a metric that stands after the value, given that of its name."""
    between = text[value.end : metric.start]
    if value.kind == "multiple" and _BASE.fullmatch(between):
        return score + 0.9 - len(between) / 60  # "a doubling of revenue"
    if metric.name in RATIOS and value.unit in _POINTS and _BASE.match(between) and _GROWTH.match(text, metric.end):
        return score + 1.9  # "50 basis points of operating margin expansion"
    if (value.unit in ("percent", "times", "basis_points") and _BASE.match(between) and value.kind != "digits") or _PERCENT_OF.search(between):
        return score - 3.0 - len(between) / 60  # "31 percent of revenue" is said of something else
    if any(metric.end <= other.lead and _OF.fullmatch(text, metric.end, other.lead) for other in others):
        score -= 1.5  # "$12 million on revenue of $80 million"
    if _RECOGNIZED.fullmatch(between):
        return score + 0.9
    if _IMPACT_OF.match(between):  # of a few cents or points, it is said of the earnings or the margin that it moves
        return score + 1.2 - len(between) / 100 if value.scaled else _UNFIT
    if value.kind == "multiple" and _ADJACENT.match(between):
        return score + 1.9 - len(between) / 60  # "is to halve its spending"
    if _ADJACENT.match(between) or (_GROWTH.match(text, metric.end) and _FEW_WORDS.fullmatch(between)):
        return score + (0.9 if between.strip() else 0.7) - len(between) / 60
    if _NAMED_BETWEEN.fullmatch(between):
        return score + (0.1 if metric.name == "other" and between.lstrip().startswith("in ") else 0.4) - len(between) / 60
    score -= 1.0 + min(len(between), 300) / 40
    score -= 0.8 * count_clauses(between)
    return score - sum(value.end <= other.start and other.end <= metric.start for other in others)


def _fit(value: Value, name: str) -> float:
    """Return how far a unit suits a metric: 0 where it does."""
    unit = value.unit
    if name in ("other", "all"):
        return 0.0
    largest = size_of(value.low, value.high)
    if unit.endswith("/share"):
        return (
            0.0 if name in PER_SHARE else -0.4 if name in ("net_income", "charges", "fx_impact", "other_income", "share_repurchases", "cost_savings") else -1.5
        )
    if unit in RATE_UNITS:
        return 0.0 if name in RATIOS or unit == "percent" else -0.2
    if unit == "times":
        return -2.0
    if unit in ("", "count"):
        if value.kind == "zero":
            return 0.0
        return 0.0 if name in COUNTED else -1.2 if name in ("bookings", "backlog", "share_repurchases") else -3.0
    if name in RATIOS:
        return -3.0
    if name in PER_SHARE:
        return 0.0 if largest < 1000 or name == "ffo" else -0.4 if name == "dividend_per_share" else -2.5
    if name in COUNTED:
        return -2.0
    return -1.5 if largest < 1000 and name in ("revenue", "operating_expenses", "capital_expenditures") else 0.0


def _near(value: Value, others: list[T]) -> list[T]:
    """Return the metrics or values near a value, where a statement has so many that each cannot be held against each."""
    return [other for other in others if value.start - _REACH < other.start < value.end + _REACH]


def _is_what_another_is(text: str, one: Mention, other: Mention) -> bool:
    """Return whether a metric only says on which side of zero the one before it is: "other income and expense to be an income of"."""
    return one.name not in ("other", "all") and text[other.start : other.end].endswith(_SIDES) and _IS_A.fullmatch(text, one.end, other.start) is not None


def choose_metric(words: Words, value: Value, metrics: list[Mention], values: list[Value]) -> tuple[Mention | None, float, float]:
    """Return the metric of a value with its rating and by how much it beats the second best; None where none fits."""
    if len(metrics) * len(values) > _MOST:
        metrics, values = _near(value, metrics), _near(value, values)
    if "be an " in words.text or "be a " in words.text:
        metrics = [metric for number, metric in enumerate(metrics) if not (number and _is_what_another_is(words.text, metrics[number - 1], metric))]
    rated = sorted(((rate(words, value, metric, values), -number, metric) for number, metric in enumerate(metrics)), reverse=True)
    if not rated or rated[0][0] < -6:
        return None, -6.0, 0.0
    second = rated[1][0] if len(rated) > 1 else -6.0
    return rated[0][2], rated[0][0], min(rated[0][0] - second, 6.0)
