"""Linking in prose: which metric and period a value belongs to.

In: a statement's values, metrics and periods. Out: for each value the best metric by a sum of weights, and the period by the
nearest fitting words. The weights are set by hand; what they leave in doubt is for score.py to say.
"""

from __future__ import annotations

import re

from forelook.analyze.figures.cues import cue
from forelook.analyze.figures.drafts import Frame
from forelook.analyze.figures.metrics import Mention
from forelook.analyze.figures.numbers import Value
from forelook.analyze.figures.periods import When
from forelook.analyze.figures.words import Words, watch

RATIOS = frozenset(("gross_margin", "operating_margin", "ebitda_margin", "tax_rate"))
COUNTED = frozenset(("share_count", "production", "deliveries", "store_openings", "customers"))
PER_SHARE = frozenset(("eps", "ffo", "dividend_per_share"))
MONEY = frozenset((
    "revenue", "bookings", "backlog", "arr", "cost_of_revenue", "gross_profit", "operating_expenses", "sga_expenses", "rd_expenses", "operating_income",
    "ebitda", "other_income", "pretax_income", "net_income", "operating_cash_flow", "free_cash_flow", "capital_expenditures", "cost_savings", "charges",
    "fx_impact", "share_repurchases",
))  # fmt: skip
_ADJACENT = cue(
    r"\s*(?:(?:worth|increase|decrease|decline|improvement|reduction|growth|rise|tailwind|headwind|impact|benefit|drag|drop|gain|hit)\s*)?(?:of"
    r"|in|for|to|from|as|on)?\s*(?:(?:its|our|their|the|total|annual|annuali[sz]ed|additional|incremental|net|adjusted|gaap|non-gaap|new"
    r"|consolidated|pre-?tax|after-?tax|non-?cash|cash|one-time|quarterly|full-year|year-over-year|organic|estimated|expected|core|full|run-rate"
    r"|fully|diluted|operating|cost)\s+)*$"
)
_SPREAD = cue(r"\W*(?:over|in|during|through|for|from)?\s*(?:the|each\s+of\s+the)?\s*")
_IMPACT_OF = cue(
    r"\s*(?:(?:in|of)\s+)?(?:[\w-]+\s+){0,3}?(?:impacts?|effects?|benefits?|headwinds?|tailwinds?|drag|hit|contributions?)\s+(?:from|of|due\s+to"
    r"|related\s+to|relating\s+to|associated\s+with|attributable\s+to|resulting\s+from)\s+(?:[\w-]+\s+){0,3}$"
)  # "$0.18 of unfavorable impact from transition charges"
_CHARGED = cue(r"\bcharges?\s+(?:to|against)\s+(?:[\w-]+\s+){0,2}$")
_GROWTH_IN = cue(
    r"\s+(?:in|of)\s+(?:[a-z-]+\s+){0,2}(?:eps|earnings|income|ebitda|ffo|cash|production|dividends?|profit|orders|bookings|backlog|revenue|sales)\b"
)
_GROWTH = cue(r"\s+(?:growth|increase|decrease|decline|improvement|reduction|expansion)\b")
_LINKS = cue(r"\b(?:of|is|are|be|at|to|between|from|range|approximately|about|total|reach|exceed|by|in|:)\W*$|[:-]\s*$")
_EVENT = cue(
    r"\b(?:start|starts|begin|begins|beginning\s+production|complete[ds]?|completion|open|opens|opening|lapse[sd]?|expires?|launch(?:es|ed)?"
    r"|commence[sd]?|in\s+service|on\s+line|online|available|effect|scheduled|lasts?|runs?|close[sd]?|renew\w*|matur\w+|due|ship(?:s|ped)?"
    r"|arrives?)\b(?:\s+\w+){0,3}\s+(?:in|on|by|for|during|before|from|until)\s+(?:the\s+)?(?:\w+\s+(?:of\s+)?)?$"
)
_CLAUSE = cue(r";|,\s+(?:and|while|but|with|which|as|compared|up|down|or|including|excluding|versus)\b|\.\s|\s+(?:while|but|whereas)\s+|:\s")
_WHEN_AFTER = cue(
    r"\W*(?:\([^)]*\)\W*)?(?:(?:or\s+\w+\s+)?(?:in|for|during|by|over|at|per|on|through|of|from|beginning|starting|as\s+of|effective"
    r"|within)\b\W*(?:\w+\W+){0,4}|(?:[\w-]+\W+){0,6}(?:in|for|during|by|over|within|through|across|between)\s+(?:\w+\s+){0,2})?$"
)
_LEFT_OUT = cue(r"\b(?:excluding|without|exclusive\s+of|before|net\s+of|other\s+than|ex)\s+(?:the\s+(?:effects?|impact)\s+of\s+)?(?:[\w-]+\s+){0,2}$")
_BASE = cue(r"\s*(?:of|to)\s+(?:(?:its|our|their|the|total|net|annual|adjusted|consolidated|quarterly)\s+)*$")
_OF_LEFT_OUT = watch(_LEFT_OUT)


def rate(words: Words, value: Value, metric: Mention, others: list[Value]) -> float:
    """Return how well a metric fits a value: 0 for beside it, down to -9 for not at all."""
    text, marks = words.text, words.marks
    score = _fit(value, metric.name) - (0.35 if metric.name == "other" else 0.0)
    if marks & _OF_LEFT_OUT and _LEFT_OUT.search(text[max(0, metric.start - 34) : metric.start]):
        score -= 2.0
    if text[metric.start : metric.end] == "growth":
        score -= 3.0 if _GROWTH_IN.match(text, metric.end) else 1.5  # "growth in earnings per share" is said of those
    if metric.name == "fx_impact" and text.endswith(("constant ", "constant-", "local ", "local-"), 0, metric.start):
        score -= 3.0
    if _CHARGED.search(text[max(0, metric.start - 34) : metric.start]):
        score -= 2.0  # "charges to operating income of $3 million"
    if metric.end <= value.start:
        between = text[metric.end : value.start]
        if value.unit == "percent" and cue(r"(?:%|percent(?:age)?)\s+of\s+(?:\w+\s+)?$").search(text[max(0, metric.start - 24) : metric.start]):
            score -= 2.0  # "SG&A as a percentage of sales of 30%"
        score -= min(len(between), 300) / 60
        score -= 0.5 * len(_CLAUSE.findall(between))
        crossed = [other for other in others if metric.end <= other.start and other.end <= value.start]
        score -= 0.3 * len(crossed)
        if not crossed and _LINKS.search(text[metric.end : value.lead]):
            score += 0.3
        return score
    if value.end <= metric.start:
        between = text[value.end : metric.start]
        if (value.unit in ("percent", "times") and _BASE.match(between) and value.kind != "digits") or cue(r"percent(?:age)?\s+of\s+(?:\w+\s+)?$").search(
            between
        ):
            return score - 3.0 - len(between) / 60  # "31 percent of revenue" is said of something else
        if _IMPACT_OF.match(between):
            return score + 1.2 - len(between) / 100
        if _ADJACENT.match(between) or (_GROWTH.match(text, metric.end) and re.fullmatch(r"\s*(?:[\w&-]+\s+){0,3}", between)):
            return score + (0.9 if between.strip() else 0.7) - len(between) / 60
        score -= 1.0 + min(len(between), 300) / 40
        score -= 0.8 * len(_CLAUSE.findall(between))
        return score - sum(value.end <= other.start and other.end <= metric.start for other in others)
    return -9.0  # a value inside a metric's words


def _fit(value: Value, name: str) -> float:
    """Return how far a unit suits a metric: 0 where it does."""
    unit = value.unit
    if name in ("other", "all"):
        return 0.0
    largest = max(abs(value.low or 0), abs(value.high or 0))
    if unit.endswith("/share"):
        return (
            0.0 if name in PER_SHARE else -0.4 if name in ("net_income", "charges", "fx_impact", "other_income", "share_repurchases", "cost_savings") else -1.5
        )
    if unit in ("percent", "percentage_points", "basis_points"):
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


def choose_metric(words: Words, value: Value, metrics: list[Mention], values: list[Value]) -> tuple[Mention | None, float, float]:
    """Return the metric of a value with its rating and how far the second one stands behind; None where none fits."""
    rated = sorted(((rate(words, value, metric, values), -number, metric) for number, metric in enumerate(metrics)), reverse=True)
    if not rated or rated[0][0] < -6:
        return None, -6.0, 0.0
    second = rated[1][0] if len(rated) > 1 else -6.0
    return rated[0][2], rated[0][0], min(rated[0][0] - second, 6.0)


_NEAR = 24  # characters between an adjective and the metric
Candidate = tuple[tuple[float, ...], Frame | None]


def own_periods(text: str, value: tuple[int, int], metric: Mention, unit: str | None, periods: list[When], values: list[Value]) -> list[Candidate]:
    """Return the periods of a statement that may be a figure's, each with what weighs for it; places count in the statement."""
    start, end = value
    usable = [when for when in periods if when.name and not (start <= when.start < end) and when.kind]
    usable = [when for number, when in enumerate(usable) if when.kind != "annual" or not _is_spread(text, when, usable[number + 1 : number + 2])]
    usable = [when for when in usable if when.kind != "annual" or not _is_adjective(text, when, metric, periods)]
    if any((when.name or "").startswith("/") and when.start >= end for when in usable):  # "$60 million a year by the end of 2027"
        usable = [when for when in usable if when.kind != "annual"]
    nearest = min((_distance(when, start, end) for when in usable), default=0)
    found: list[Candidate] = []
    late = metric.name in ("other", "charges", "capital_expenditures", "cost_savings", "production")
    for number, when in enumerate(usable):
        before = when.end <= start
        between = text[when.end : start] if before else text[end : when.start]
        clauses = min(len(_CLAUSE.findall(between)), 3)
        crossed = sum(when.end <= other.start and other.end <= start if before else end <= other.start and other.end <= when.start for other in values)
        name = when.name or ""
        features = (
            1.0,
            float(before),
            min(len(between), 200) / 100,
            0.0 if before else min(len(between), 200) / 100,
            clauses * float(before),
            clauses * float(not before),
            min(crossed, 3) * float(before),
            min(crossed, 3) * float(not before),
            float(not before and len(between) < 60 and _WHEN_AFTER.match(between) is not None),
            float(not before and len(between.strip()) < 4),
            float(before and when.end <= metric.start and len(text[when.end : metric.start]) < 12),
            float(when.start < 15),
            float(when.kind == "annual"),
            float(when.kind == "annual" and unit == "percent" and not before and not between.strip()),
            float(when.kind in ("date", "months")),
            float(when.kind in ("long", "near")),
            float(when.kind in ("bare", "bareq", "bareq2")),
            float(when.kind in ("quarter", "qy", "mq")),
            float(name.startswith("/")),
            float(name.endswith("/")),
            float(_EVENT.search(text[max(0, when.start - 48) : when.start]) is not None),
            float(when.compared),
            float(late and not before and clauses > 0),
            float(late and before),
            float(metric.name == "other"),
            float(unit == "count"),
            float(len(usable) == 1),
            float(number == 0),
            float(number == len(usable) - 1),
            float(metric.end <= when.start and before),
            float(when.end <= metric.start and not before),
            float(when.kind in ("nextn", "years", "between")),
            float(_distance(when, start, end) == nearest),
        )
        found.append((features, Frame(name, when.fiscal, when.start, when.end, when.past)))
    return found


def _distance(when: When, start: int, end: int) -> int:
    return start - when.end if when.end <= start else when.start - end


def _is_spread(text: str, when: When, following: list[When]) -> bool:
    """Tell whether "annually" only spreads a figure over the years named right behind it: "annually over the next three years"."""
    return any(other.kind in ("nextn", "years", "between") and _SPREAD.fullmatch(text, when.end, other.start) for other in following)


def _is_adjective(text: str, when: When, metric: Mention, periods: list[When]) -> bool:
    """Tell whether "annual" only belongs to the metric's words, in a statement that names a year or quarter: "annual effective tax rate"."""
    if not text.startswith("annual ", when.start) or not 0 <= metric.start - when.end < _NEAR:
        return False
    return any(other.name and other.name[0].isdigit() and not other.compared for other in periods)


def choose_period(value: tuple[int, int], periods: list[When]) -> When | None:
    """Return the period of a word without a number: the nearest one, those before it first."""
    usable = [when for when in periods if when.name and not when.compared]
    return min(usable, key=lambda when: (when.start - value[1] if when.start >= value[1] else (value[0] - when.end) * 0.6, when.start), default=None)
