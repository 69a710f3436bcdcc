"""The figure of one or two cells: bounds, unit, scale, measure and sign.

In: a row's metric and label, the words over its cells, and what the table says of all its amounts. Out: a draft.
"""

from __future__ import annotations

from typing import NamedTuple

from forelook.expressions.numbers.currency import is_currency
from forelook.expressions.numbers.hedges import Value, negate, size_of
from forelook.expressions.numbers.quantities import find_quantity_scale
from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft
from forelook.figures.link import COUNTED, PER_SHARE, RATE_UNITS, RATIOS
from forelook.figures.measure import flows_out
from forelook.figures.metrics.mentions import Mention
from forelook.figures.tables.scales import find_scale, find_share_scale

_PERCENT = cue(r"%|percent")
_RATE = cue(r"%|percent|\brate\b|margin")
_NOUN = cue(
    r"\b(shares|units|employees|stores|homes|vehicles|barrels|ounces|tons|tonnes|wells|customers|subscribers|megawatts|MW|rooms|restaurants|openings"
    r"|aircraft|acres|lots|communities|locations|rigs|vessels|positions|jobs|headcount|systems|sensors|sites|patients|clinics|branches|campuses|passengers|seats|(?:units\s+)?(?:installed|shipped)|boe|mcf|bcf|pounds|gallons)\b"
)
_PER_SHARE = cue(r"per\s+(?:[\w-]+\s+)?(?:share|unit)")
_EACH = cue(r"(?:/\s*|\bper\s+)(?:boe|mcfe?|mmbtu|bbl|barrel|tonn?e?|ounce|oz|pounds?|lbs?|gallon|unit|share|mwh|kwh|asm|room|home|vehicle|square\s+foot)\b")
_OUTPUT = cue(r"\b(?:[mk]{0,2}\s?(?:boe|bbls?|bopd|bpd|oz)|m?[mb]?cfe?|barrels|ounces|tonnes|tons|pounds|lbs|mwh|gwh)(?:p?d|/d(?:ay)?)?\b")
_NOT_MADE = cue(
    r"cost|price|sales|sold|shipment|deliver|reserve|resource|capacity|purchas|inventor|throughput|emission|processed|\$|per\s+(?:boe|ounce|oz|ton|lb|pound)"
)
_SHARES_ROW = cue(
    r"\s*(?:(?:weighted|average|diluted|basic|common|fully)[\s-]+)*shares(?:\s+outstanding)?\s*,?\s*(?:\((?:in\s+)?(?:millions|thousands)\))?\s*$"
)
_MONEY = cue(
    r"cost|expen[sd]|pric|income|revenue|sales|spend|capital|cash|charge|fees?\b|debt|interest|tax|amorti|depreci|dividend|loans?\b|assets|equity|proceeds|benefit|severance"
    r"|purchase|acquisition|disposition|saving|gain|loss|profit|invest|compensation|administrative|contribution|funding|credit|value|\$"
)
_GROWTH = cue(r"\b(?:growth|change|increase)\b")
GROWTH_COLUMN = cue(r"\b(?:growth|change|increase|%\s*chg|chg|y/y|yoy|year[\s-]over[\s-]year)\b|%\s*(?:change|growth)")
_LOSS = cue(r"\bloss\b(?!\s*\)|[\s-]+(?:ratios?|rates?|costs?|adjustment|reserves?)\b)")
_OUTLAYS = frozenset(
    ("capital_expenditures", "cost_of_revenue", "operating_expenses", "sga_expenses", "rd_expenses", "charges", "cost_savings", "share_repurchases")
)
_LARGE = 100_000  # amounts above it are printed in full
_MOST_PER_SHARE, _DEAR = 1000, 100  # dollars; what no share earns
_MOST_FFO = 30  # per share; above, funds from operations are a sum
_MOST_SHARES = 5e6  # numbers of shares above it are printed in full


class Amounts(NamedTuple):
    """What a table says of all its amounts."""

    dollar: str
    scale: float | None
    share_scale: float | None
    money: bool  # a currency sign stands somewhere
    quantity: float | None = None  # the scale of what is made, "in thousands of ounces"
    lent: float | None = None  # the scale of what stands above, for amounts that are not printed in full
    of_shares: bool = False  # its amounts are those of a share


def read_cell(text: str, label: str, metric: Mention, members: list[Value], over: str, amounts: Amounts) -> Draft | None:
    """Return the draft of a figure in one cell, or with its ends in two."""
    first, last = members[0], members[-1]
    if metric.name == "other" and not (first.unit or last.unit):
        metric = _name_row(metric, label)
    low, high, form = first.low, (last.high if len(members) > 1 else first.high), first.form
    if len(members) > 1:
        if low is None or high is None:
            return None
        low, high = min(low, high), max(low, high)
        form = "point" if low == high else "range"
    draft = Draft(metric, form, low, high, first.unit or last.unit, None, (first.start, last.end))  # type: ignore[arg-type]
    size = size_of(low, high)
    small = amounts.of_shares and size < _DEAR and "." in text[first.start : first.end]
    if metric.name == "net_income" and (_PER_SHARE.search(label) or (small and not any(member.unit == "percent" or member.scaled for member in members))):
        draft.metric, draft.unit = metric._replace(name="eps"), amounts.dollar + "/share"
    elif first.kind == "zero" and text.startswith("flat", first.start):
        draft.unit = "percent"
    elif not draft.unit:
        draft.unit = _find_unit(label, metric.name, over, size, amounts)
    if draft.metric.name in PER_SHARE and is_currency(draft.unit) and size < _MOST_PER_SHARE and (metric.name != "ffo" or size < _MOST_FFO):
        draft.unit = f"{draft.unit}/share"
    if not any(member.scaled for member in members):
        _scale(draft, label, over, amounts, size, printed=text[first.start : first.end])
    if draft.unit == "count":
        noun = _NOUN.search(label) if metric.name in ("other", "production") else None
        draft.noun = noun.group(1) if noun else " ".join(text[metric.start : metric.end].split())
    _set_measure(draft, label, over)
    _set_sign(draft, label, text[metric.start : metric.end])
    return draft


def _name_row(metric: Mention, label: str) -> Mention:
    """Return the metric of a row without a sign or unit in its cells: what its label measures in barrels or ounces is made, "Shares (millions)" are shares."""
    if _SHARES_ROW.match(label):
        return metric._replace(name="share_count")
    made = _OUTPUT.search(label) is not None and _NOT_MADE.search(label) is None
    return metric._replace(name="production") if made else metric


def _set_sign(draft: Draft, label: str, words: str) -> None:
    """Turn the sign of outlays in brackets, and of expenses and losses that are printed without."""
    if draft.low is None or draft.high is None:
        return
    outlay = draft.metric.name in _OUTLAYS and draft.measure == "level" and draft.high < 0
    loss = draft.low > 0 and (flows_out(draft.metric.name, words) or ("income" not in label and _LOSS.search(label) is not None))
    if outlay or loss:
        draft.low, draft.high = negate(draft.low, draft.high)


def _find_unit(label: str, name: str, over: str, size: float, amounts: Amounts) -> str:
    """Return the unit of a number without one, by head, label and metric."""
    if _PERCENT.search(over) or _RATE.search(label) or name in RATIOS:
        return "percent"
    if name in PER_SHARE and (name != "ffo" or size < _MOST_FFO):
        return amounts.dollar + "/share"
    if name in COUNTED or _NOUN.search(label) or (name == "other" and _counts(label, amounts)):
        return "count"
    return amounts.dollar


def _counts(label: str, amounts: Amounts) -> bool:
    """Return whether a number without a sign is no amount of money: no scale is named and no sign printed, or none is lent and the label names no money."""
    return amounts.scale is None and (not amounts.money or (amounts.lent is None and _MONEY.search(label) is None))


def _scale(draft: Draft, label: str, over: str, amounts: Amounts, size: float, *, printed: str) -> None:
    """Bring an amount to base units by the scale of its row or table; where neither names one, say so."""
    factor = None
    if draft.unit == "count":
        if draft.metric.name == "share_count":
            factor = find_share_scale(label) or amounts.share_scale or (amounts.scale if size < _MOST_SHARES else None)
        else:
            factor = find_scale(label) or find_quantity_scale(f"{label} {over}") or (amounts.quantity if draft.metric.name == "production" else None)
    elif is_currency(draft.unit) and not _EACH.search(label):
        factor = find_scale(label) or amounts.scale or (amounts.lent if size < _LARGE else None)
        draft.scale_missing = factor is None and "," not in printed and size < _LARGE
    if factor:
        draft.low = round(draft.low * factor, 4) if draft.low is not None else None
        draft.high = round(draft.high * factor, 4) if draft.high is not None else None


def _set_measure(draft: Draft, label: str, over: str) -> None:
    """Set the measure: a column or row of growth, or a percentage of what is no ratio, is a change."""
    rate = draft.unit in RATE_UNITS
    column = GROWTH_COLUMN.search(over) is not None
    if column or (rate and (draft.unit != "percent" or draft.metric.name not in (*RATIOS, "other") or _GROWTH.search(label))):
        draft.measure = "change"
