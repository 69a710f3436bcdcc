"""Figures in prose: headlines, sentences, quoted words, list items.

In: the text of one statement. Out: drafts with metric, bounds, unit, form, measure, basis, entity and period, as this text alone
gives them; and the values that are earlier guidance or no figure at all are told apart.
"""

from __future__ import annotations

import re

from forelook.analyze.figures.drafts import Draft, Frame
from forelook.analyze.figures.link import COUNTED, PER_SHARE, RATIOS, choose_metric, own_periods
from forelook.analyze.figures.metrics import Mention
from forelook.analyze.figures.nouns import fall_back, metric_of_noun, read_noun
from forelook.analyze.figures.numbers import Value
from forelook.analyze.figures.periods import When
from forelook.analyze.figures.sentence import Sentence
from forelook.analyze.figures.words import (
    DOWN,
    EARLIER,
    GROWN,
    LOSS,
    NO_FIGURE_AFTER,
    NO_FIGURE_BEFORE,
    PAST_AFTER,
    PAST_BEFORE,
    TO,
    find_basis,
    find_entity,
    growth_basis,
)

_CHANGE_IN = re.compile(r"\b(?:reduction|decrease|decline|drop|increase|growth|improvement|rise|gain)\s+(?:in|to|of)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_MARKET = re.compile(
    r"\b(?:market|industry|(?:global|worldwide|U\.S\.|world)\s+(?:demand|spending|economy))s?\b(?!\s+(?:conditions|share|price|value|prices))[^.;]{0,90}"
    r"\b(?:expected|projected|forecast(?:ed)?|estimated|anticipated|valued|poised|reach|grow|exceed|generate)\b",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\s*\(\d\)\s")
Prior = tuple[float | None, float | None, int, int]


def read_prose(sentence: Sentence) -> list[Draft]:
    """Return the drafts of a statement, places counting in its text."""
    text = sentence.text
    if not any(_may_count(text, value) for value in sentence.numbers):
        return []
    metrics, values = sentence.metrics, sentence.values
    roles = [_role(text, value, metrics) for value in values]
    if "figure" not in roles:
        return []
    periods = sentence.periods
    drafts: list[Draft] = []
    for number, (value, role) in enumerate(zip(values, roles, strict=True)):
        if role == "prior":
            _add_prior(drafts, value)
        elif role == "figure":
            others = [other for place, other in enumerate(values) if place != number and roles[place] != "none"]
            drafts += _draft(text, value, others, metrics, periods)
    if "espectively" in text:
        _match_respectively(text, drafts, metrics, periods)
    return drafts


def _may_count(text: str, value: Value) -> bool:
    """Tell whether a number may be a figure, without a look at periods: one with a unit, or one that counts something."""
    return bool(value.unit) or value.kind == "zero" or read_noun(text, value) != ""


def _role(text: str, value: Value, metrics: list[Mention]) -> str:
    """Return figure, prior (earlier guidance), past (what a figure is compared with) or none (terms, dates, ages, counts of nothing)."""
    before, after = text[max(0, value.lead - 90) : value.lead], text[value.end : value.end + 70]
    if (
        value.kind == "zero"
        and not re.search(r"\b(?:be|remain|to|of|at|or|and|approximately|about|roughly|essentially|relatively|than|:)\W*$", before, re.IGNORECASE)
        and value.start > 30
    ):
        return "none"
    if _MARKET.search(text[max(0, value.start - 160) : value.start]) or (value.start < 4 and _FOOTNOTE.match(text)):
        return "none"
    if EARLIER.search(before):
        return "prior"
    if PAST_BEFORE.search(before) or PAST_AFTER.match(after):
        return "past"
    if NO_FIGURE_BEFORE.search(before) or NO_FIGURE_AFTER.match(after):
        return "none"
    if value.unit == "times" and re.match(r"\s+(?:a|per|an|each|in|the|as|more|faster|higher|larger)\b", text[value.end :], re.IGNORECASE):
        return "none"
    if value.unit == "" and value.kind != "zero":
        noun = read_noun(text, value)
        if noun is None and not any(metric.name in COUNTED for metric in metrics):
            return "none"
        if noun == "":
            return "none"
    return "figure"


def _add_prior(drafts: list[Draft], value: Value) -> None:
    """Give the last draft of the same kind of unit its earlier guidance."""
    for draft in reversed(drafts):
        if draft.prior is None and draft.unit is not None and _kind(draft.unit) == _kind(value.unit):
            low, high = value.low, value.high
            if (draft.high is not None and draft.high < 0) or (draft.low is not None and draft.low < 0 and low is not None and low > 0):
                low, high = (-high if high is not None else None), (-low if low is not None else None)
            draft.prior = (low, high, value.start, value.end)
            return


def _kind(unit: str) -> str:
    return unit.removesuffix("/share") if unit[:3].isupper() else "percent" if unit.startswith(("percent", "basis")) else unit


def _draft(text: str, value: Value, others: list[Value], metrics: list[Mention], periods: list[When]) -> list[Draft]:
    metric, rating, margin = choose_metric(text, value, metrics, others)
    noun = None
    unit = value.unit
    if unit in ("", "times") and value.kind != "zero":
        noun = read_noun(text, value) if unit == "" else None
        named = metric_of_noun(text, value, noun) if noun else None
        if named and (metric is None or metric.name not in COUNTED or named.name == metric.name or abs(metric.start - value.end) > 40):
            metric, rating = named, max(rating, -0.2)
        unit = unit or "count"
        if noun is None and metric is not None and unit == "count":
            noun = " ".join(text[metric.start : metric.end].lower().split())
    if metric is None:
        metric = fall_back(text, value)
        if metric is None:
            return []
    name = _settle_name(text, metric, value, unit)
    metric = metric._replace(name=name)
    if name in PER_SHARE and re.fullmatch(r"[A-Z]{3}", unit) and max(abs(value.low or 0), abs(value.high or 0)) < 1000:
        unit += "/share"
    draft = Draft(metric, value.form, value.low, value.high, unit, noun, (value.start, value.end))  # type: ignore[arg-type]
    draft.choices = own_periods(text, (value.start, value.end), metric, unit, periods, others)
    draft.basis = find_basis(text, metric, value)
    draft.entity = find_entity(text, metric)
    _measure(text, draft, value)
    draft.words = _words(text, value, metric)
    draft.features = _features(text, value, metric, rating, margin, dated=bool(draft.choices))
    return _both_bases(text, draft)


def _settle_name(text: str, metric: Mention, value: Value, unit: str) -> str:
    """Return the metric's name in view of the unit: earnings in dollars per share are eps, gross profit in percent is a margin."""
    name = metric.name
    if unit.endswith("/share") and name == "net_income":
        return "eps"
    if (
        name == "net_income"
        and re.fullmatch(r"[A-Z]{3}", unit)
        and 0 < max(abs(value.low or 0), abs(value.high or 0)) < 100
        and not value.scaled
        and re.search(r"per\s+(?:\w+\s+)?share", text[metric.start : value.end + 60], re.IGNORECASE)
    ):
        return "eps"
    if unit == "percent" and not value.way:
        percents = {"gross_profit": "gross_margin"}
        if name in percents and not GROWN.search(text[max(0, value.lead - 40) : value.lead]):
            return percents[name]
    return name


def _measure(text: str, draft: Draft, value: Value) -> None:
    """Set measure, growth basis and sign from the words before and after the value."""
    before, after = text[max(0, value.lead - 60) : value.lead], text[value.end : value.end + 45]
    name, unit = draft.metric.name, draft.unit or ""
    grown = bool(GROWN.search(before)) or bool(
        re.match(
            r"\s*(?:\w+[\s-]+){0,2}(?:growth|increase|decrease|decline|reduction|improvement|rise|drop|higher|lower|less|more|better|above|below)\b",
            after,
            re.IGNORECASE,
        )
    )
    grown = grown and not TO.search(before)
    lead = _CHANGE_IN.search(text[max(0, draft.metric.start - 50) : draft.metric.start]) if draft.metric.end <= value.start else None
    if lead and re.search(r"\b(?:of|by|at)\b[^.;]{0,25}$", text[draft.metric.end : value.start], re.IGNORECASE) and not TO.search(before):
        grown, before = True, lead.group() + before
    rate_of_itself = name in RATIOS or name == "other"
    if (
        value.kind == "multiple"
        or value.way
        or (unit == "percent" and not rate_of_itself)
        or (unit in ("percentage_points", "basis_points") and name != "fx_impact")
        or (grown and name not in ("cost_savings", "charges"))
    ):
        draft.measure = "change"
    if value.kind == "zero":
        flat = text[value.start : value.start + 4].lower() == "flat"
        draft.measure = "change" if flat else "level"
        draft.unit = draft.unit or ("percent" if flat else "USD/share" if name in PER_SHARE else "USD")
    if (
        unit == "percent"
        and name == "other"
        and not value.way
        and not grown
        and not re.search(r"growth|grow", text[draft.metric.start : draft.metric.end], re.IGNORECASE)
    ):
        draft.measure = "level"
    if name == "fx_impact" and not value.way:
        draft.measure = "level"
    if draft.measure == "change":
        draft.growth_basis = growth_basis(text, value)
    _sign(text, draft, value, before, after)


def _sign(text: str, draft: Draft, value: Value, before: str, after: str) -> None:
    low, high, name = draft.low, draft.high, draft.metric.name
    if (low is not None and low < 0) or (high is not None and high < 0) or value.way > 0 or name in ("cost_savings", "charges"):
        return
    words = text[draft.metric.start : draft.metric.end]
    negative = False
    if draft.measure == "change":
        falls = list(DOWN.finditer(before))
        ups = list(re.finditer(r"\b(?:increas|grow|ris|up\b|improv|higher|gain|expan|more\b)\w*", before, re.IGNORECASE))
        negative = bool(falls) and (not ups or falls[-1].start() > ups[-1].start())
        negative = negative or (
            bool(re.match(r"[\s,]*(?:\w+[\s-]+){0,2}(?:decrease|decline|reduction|drop|lower|less|fewer|below)\b", after, re.IGNORECASE)) and not ups
        )
    elif name in ("net_income", "eps", "operating_income", "pretax_income", "ebitda", "ffo"):
        negative = bool(LOSS.search(words)) or bool(LOSS.search(before[-45:])) or bool(re.match(r"\s*(?:net\s+)?loss", after, re.IGNORECASE))
        if re.search(r"dilut(?:ive|ion)\b", words, re.IGNORECASE) and value.form != "unstated":
            negative, draft.measure = True, "change"
        elif re.search(r"accret", words, re.IGNORECASE):
            draft.measure = "change"
    elif name == "other_income":
        negative = bool(re.search(r"expense|cost", words, re.IGNORECASE)) and "income" not in words.lower()
    elif name in ("operating_cash_flow", "free_cash_flow"):
        negative = bool(re.search(r"\b(?:us(?:e|ed|ing)|burn|negative|outflow|consum)\w*", before + words, re.IGNORECASE))
    elif name == "fx_impact":
        negative = bool(re.search(r"headwind|negative|reduc|adverse|unfavorable|hurt|lower|drag", before[-50:] + words + after[:35], re.IGNORECASE))
    if negative:
        draft.low, draft.high = (-high if high is not None else None), (-low if low is not None else None)


def _both_bases(text: str, draft: Draft) -> list[Draft]:
    """Return a draft for each basis where "GAAP and non-GAAP" stands before the metric, else the draft itself."""
    if re.search(
        r"\bGAAP\s+and\s+non[-\s]?GAAP\W+(?:\w+\W+){0,3}$|\bboth\s+GAAP\s+and\s+non", text[max(0, draft.metric.start - 50) : draft.metric.start], re.IGNORECASE
    ):
        from copy import copy  # noqa: PLC0415

        one, other = copy(draft), copy(draft)
        one.basis, other.basis = "gaap", "non_gaap"
        return [one, other]
    return [draft]


def _match_respectively(text: str, drafts: list[Draft], metrics: list[Mention], periods: list[When]) -> None:
    """Match values in order with the metrics, or the periods, that stand before them in as many words."""
    end = text.index("espectively")
    clause = [draft for draft in drafts if draft.value and draft.value[1] <= end + 12 and end - draft.value[1] < 250]
    for size in (4, 3, 2):
        group = clause[-size:]
        if len(group) < size or len({draft.value for draft in group}) < size:
            continue
        first, last = group[0].value[0], group[-1].value[1]  # type: ignore[index]
        if last - first > 60 * size + 40:
            continue
        named = [metric for metric in metrics if metric.end <= first and metric.name != "other"] or [metric for metric in metrics if metric.end <= first]
        timed = [when for when in periods if when.name and not when.compared and (when.end <= first or when.start >= last)]
        if len(timed) >= size and len(named) < size:
            for draft, when in zip(group, timed[-size:], strict=True):
                draft.period = Frame(when.name or "", when.fiscal, when.start, when.end)
                draft.choices = []
            return
        if len(named) >= size:
            for draft, metric in zip(group, named[-size:], strict=True):
                draft.metric = metric
                draft.entity, draft.basis = find_entity(text, metric), draft.basis
            return


def _features(text: str, value: Value, metric: Mention, rating: float, margin: float, *, dated: bool) -> tuple[float, ...]:
    """Return what score.py weighs: how the value was found, and what it is."""
    sentence = text[max(0, value.start - 150) : value.end + 60]
    money = value.unit[:3].isupper()
    return (
        rating,
        margin,
        float(metric.name == "other"),
        float(metric.end <= value.start),
        float(value.unit in {"", "count"}),
        float(value.kind == "words" and not value.unit),
        float(money),
        float(value.unit == "percent"),
        float(value.form == "range"),
        float(value.form == "approximately"),
        float(value.form == "at_most"),
        float(value.lead < value.start - 1),
        float(dated),
        float(
            bool(
                re.search(
                    r"\b(?:expect|anticipat|project|forecast|guid|outlook|target|estimat|plan|should|will|would|intend|budget|see[ns]?\b|look)\w*",
                    sentence,
                    re.IGNORECASE,
                )
            )
        ),
        float(len(text) < 110),
        min(len(text) / 300, 2.0),
    )


_TOKEN = re.compile(r"[A-Za-z]+|[%$;:,()]")


def _words(text: str, value: Value, metric: Mention) -> tuple[str, ...]:
    """Return the words around a value that score.py weighs, marked by side and distance."""
    before = [word.lower() for word in _TOKEN.findall(text[max(0, value.start - 70) : value.start])][-7:]
    after = [word.lower() for word in _TOKEN.findall(text[value.end : value.end + 50])][:5]
    return (
        *(f"b {word}" for word in before[:-2]),
        *(f"bb {word}" for word in before[-2:]),
        *(f"aa {word}" for word in after[:1]),
        *(f"a {word}" for word in after[1:]),
        f"m {metric.name}",
        f"m {metric.name} {value.unit}",
    )
