"""Figures in prose: headlines, sentences, quoted words, list items.

In: one statement. Out: drafts with metric, bounds, unit, form, measure, basis, entity and period, as this text alone gives them;
earlier guidance goes into the draft before it.
"""

from __future__ import annotations

from copy import copy
from itertools import takewhile
from typing import NamedTuple

from forelook.expressions.numbers.currency import is_currency
from forelook.expressions.numbers.hedges import size_of
from forelook.expressions.numbers.quantities import find_quantity_scale
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.acts import AT_END
from forelook.figures.drafts import Draft
from forelook.figures.durations import is_rate, is_without_time
from forelook.figures.effects import acts_on, find_effect, find_headwind, set_effect
from forelook.figures.evidence import describe_value, words_around
from forelook.figures.link import COUNTED, PER_SHARE, RATIOS, choose_metric
from forelook.figures.measure import COSTS_US, set_measure
from forelook.figures.metrics.basis import find_basis, find_both_bases
from forelook.figures.metrics.entity import find_entity
from forelook.figures.metrics.mentions import Mention
from forelook.figures.metrics.nearest import fall_back
from forelook.figures.metrics.nouns import DONE_TO, MEASURES, PEOPLE, is_a_size, is_of_another_act, is_of_name, is_ordered, metric_of_noun, read_noun
from forelook.figures.moved import find_moved, leave_out_differences
from forelook.figures.naming import A_UNIT, OF_ALL, find_brought, find_changed, find_grown, find_guided, find_named, find_shared, is_a_share, settle_name
from forelook.figures.objects import find_verb
from forelook.figures.period_link import own_periods
from forelook.figures.priors import add_prior, give_moved, list_priors
from forelook.figures.respectively import match_in_order, part_bases
from forelook.figures.roles import Role, find_role, may_count
from forelook.figures.sentence import Sentence
from forelook.figures.shared import chain, share_bounds, share_changes, share_figures, share_growth, share_metric, share_noun, share_signs
from forelook.figures.tense import tells_what_was

_MOST_A_SHARE = 1000
_OF_ANOTHER = -2.5  # what a metric's rating is below of which a value is a share
_BESIDE = -0.8  # what a metric's rating is at least that stands beside a value
_ON_A = cue(r"\s+on\s+(?:an?|its)\s+")  # "break-even on a cash flow basis"
_ANOTHER_SUBJECT = cue(
    r"\b(?:while|but|whereas)\s+(?!(?:it|they|we)\b)(?:[\w-]+\s+){1,4}?(?:stay|remain|hold|be|is|are|will|should)s?\b[^.;,]{0,30}$"
)  # "users should grow, while ad load stays flat"
_EARNED = cue(r"\b(?:earn\w*|translat\w+|equat\w+|estimates?|consensus|results|guidance|expects?|sees|looks?|outlook|forecasts?)\b")
_DEAL = cue(r"\b(?:prices?|value[ds]?|worth|offer\w*|purchas\w+|trad\w+|tender|merg\w+|acqui\w+|stock|receive|distribut\w+|dividends?|pay\w*)\b")
_PAID = cue(r"\b(?P<word>distribut(?:e|es|ing|ions?))\b(?:[^.;]|\.\d)*$")
_CENTS, _OF_ONE = cue(r"\b(?:cents?|penn(?:y|ies))\b|\$0?\.\d\d"), cue(r"\s*(?:/|an?\b|per\b|each\b)")  # "a penny or two better", but not "4 cents a pound"
_NONE_A_SHARE = COUNTED | RATIOS | {"comparable_sales", "bookings", "backlog", "arr"}
"""Metrics of which no amount a share is given."""
_AT_END_OF = cue(r"[^.;,]{0,40},\s+(?:at|near|in|toward)\s+the\s+(?:low|high|lower|upper|top|bottom|middle)\b[^.;]{0,60}")
_FAR = 40  # characters before a value, or between it and what a noun after it counts


def read_prose(sentence: Sentence, lent: Mention | None = None) -> list[Draft]:
    """Return the drafts of a statement, places counting in its text; its amounts are of the metric `lent` by the statement before."""
    text = sentence.text
    if not any(may_count(text, amount) for amount in sentence.amounts):
        return []
    told = {value.start: _find_role(sentence, value) for value in sentence.numbers}
    if "figure" not in told.values() and "prior" not in told.values():
        return []
    values = sentence.values
    roles: list[Role] = ["past" if told[value.start] == "figure" and tells_what_was(sentence, value) else told[value.start] for value in values]
    list_priors(text, values, roles)
    leave_out_differences(sentence, values, roles)
    moved = find_moved(sentence, values, roles)
    drafts: list[Draft] = []
    spans = chain(text, values, roles)
    for number, (value, role) in enumerate(zip(values, roles, strict=True)):
        if number in moved:
            continue
        if role == "prior" and not _stands(sentence, value, drafts):
            following = takewhile(lambda place: roles[place] == "prior", range(number + 1, len(values)))
            add_prior(sentence.text, drafts, value, [values[place] for place in following])
        elif role in ("figure", "prior"):
            span = spans[number]
            others = [other for place, other in enumerate(values) if roles[place] != "none" and not span[0] <= other.start < span[1]]
            given = lent if value.unit[:3].isupper() or value.unit == "percent" else None
            same = drafts[-1].metric if drafts and span[0] < value.start and not _is_share(drafts[-1], value) else given
            drafts += _draft(sentence, value, others, span, same)
    give_moved(text, drafts, {values[new].start: values[old] for old, new in moved.items()})
    match_in_order(sentence, drafts)
    share_bounds(text, drafts)
    share_changes(text, drafts)
    share_noun(text, drafts)
    share_metric(text, drafts)
    share_growth(text, drafts)
    share_signs(text, drafts)
    drafts += share_figures(sentence, drafts)
    return part_bases(sentence, drafts)


def _is_share(draft: Draft, value: Value) -> bool:
    """Return whether a percentage after a count of a listed metric is a share of something: "34,000 barrels, or 30% of production"."""
    return draft.unit == "count" and value.unit == "percent" and draft.metric.name != "other"


def _find_role(sentence: Sentence, value: Value) -> Role:
    """Return the role of a value by the words around it."""
    return "none" if is_of_name(sentence.printed, value) else find_role(sentence.words, value, sentence.metrics)


def _stands(sentence: Sentence, value: Value, drafts: list[Draft]) -> bool:
    """Return whether earlier guidance is the figure itself: "confirms the revenue target given earlier of $5 million"."""
    before = [act[0] for act in sentence.acts if act[1] < value.start]
    if drafts and (drafts[-1].unit or "")[:3] == value.unit[:3] and drafts[-1].value and _AT_END_OF.fullmatch(sentence.text, drafts[-1].value[1], value.lead):
        return False  # "expects $14 to $16, at the low end of its earlier guidance of $14 to $18"
    stands = any(value.end <= start < value.end + _FAR and sentence.text.startswith("still stand", start) for _, start, _ in sentence.acts)
    return stands or before[-1:] == ["reaffirmed"] or (before[-1:] == ["narrowed"] and any(sentence.text.startswith(AT_END, act[1]) for act in sentence.acts))


def _draft(sentence: Sentence, value: Value, others: list[Value], span: tuple[int, int], same: Mention | None) -> list[Draft]:
    """Return the draft of a value, two where it is given on both bases, none where nothing says of what it is.

    `span` reaches over the values that say it again, `same` is the metric of those before it.
    """
    text = sentence.text
    named = _choose(sentence, value, others, same)
    if named is None:
        return []
    metric, rating, margin, unit, noun, effect = named
    draft = Draft(metric, value.form, value.low, value.high, unit, noun, (value.start, value.end))  # type: ignore[arg-type]
    if noun and not value.scaled and (factor := find_quantity_scale(noun)):
        draft.low, draft.high = (None if bound is None else round(bound * factor, 4) for bound in (value.low, value.high))
    timeless = is_without_time(text, span[1])
    draft.choices = [] if timeless else own_periods(text, span, metric, unit, sentence.periods, others)
    draft.borrows = not timeless and not is_rate(text, value.start, span[1])
    draft.basis = find_basis(sentence.words, metric, value)
    draft.entity = find_entity(sentence.printed, metric)
    set_measure(sentence.words, draft, value)
    if effect and effect.end < value.lead and acts_on(text, value, effect):
        set_effect(text, draft, value)
    draft.words = words_around(sentence.words, value, metric)
    draft.features = describe_value(sentence.words, value, metric, rating, margin, dated=bool(draft.choices))
    bases = find_both_bases(sentence.words, metric)
    if bases is None:
        return [draft]
    other = copy(draft)
    draft.basis, other.basis = bases
    return [draft, other]


class _Named(NamedTuple):
    """What a value is of: the metric and how well it fits, by how much better than the next, its unit, what it counts, and the effect it measures."""

    metric: Mention
    rating: float
    margin: float
    unit: str
    noun: str | None
    effect: Mention | None


def _choose(sentence: Sentence, value: Value, others: list[Value], same: Mention | None) -> _Named | None:
    """Return what a value is of, None where nothing says it."""
    text = sentence.text
    metric, rating, margin = choose_metric(sentence.words, value, sentence.metrics, others)
    metric, rating = (same, max(rating, 2 * _BESIDE)) if same else (metric, rating)
    if (
        value.kind == "zero"
        and text.startswith("break", value.start)
        and (metric is None or (rating < _BESIDE and not _ON_A.fullmatch(text, value.end, metric.start)))
    ):
        metric, rating = Mention(value.start, value.end, "net_income"), 0.0
    metric = metric and _of_growth(text, value, metric, sentence.metrics, others)
    if metric and text.startswith("growth", metric.start) and (guided := find_guided(text, value)):
        metric = guided
    if (metric is None or (value.unit == "percent" and metric.name != "fx_impact")) and (changed := find_changed(sentence, value, rating)):
        metric, rating = changed, 0.0
    elif is_currency(value.unit) and same is None and (of := find_named(sentence, value, rating)):
        metric, rating = of, max(rating, 2 * _BESIDE)
    if metric and metric.start >= value.end and value.unit == "percent" and rating < _OF_ANOTHER:
        metric = find_shared(text, value) or metric
    if (metric is None or metric.start >= value.end) and (grown := find_grown(text, value)):
        metric, rating = grown, 0.0
    effect = find_effect(text, value, sentence.metrics) or find_headwind(text, value, sentence.metrics)
    if effect:
        metric, rating = effect, max(rating, 0.0)
    unit, noun = value.unit, None
    if unit in ("", "times") and value.kind != "zero" and same is None:
        metric, rating, noun = _count(text, value, metric, rating)
        unit = unit or "count"
    metric = _of_a_unit(text, value, metric, rating) if unit.endswith("/share") else metric
    if value.scaled and is_currency(value.unit) and (metric is None or rating < _OF_ANOTHER) and (brought := find_brought(text, value)):
        metric, rating = brought, _BESIDE
    metric = metric or _of_cents(text, value) or fall_back(text, value)
    if metric is None:
        return None
    metric, unit = _settle(sentence, value, metric, unit)
    return _Named(metric, rating, margin, unit, noun, effect)


def _settle(sentence: Sentence, value: Value, metric: Mention, unit: str) -> tuple[Mention, str]:
    """Return a value's metric with its name in view of the unit, and the unit in view of the metric."""
    text = sentence.text
    if metric.name in OF_ALL and text.endswith(A_UNIT, value.start, value.end):
        unit = unit.removesuffix("/share")
    metric = metric._replace(name=settle_name(text, metric, value, unit))
    of_a_share = metric.name in PER_SHARE or text.endswith("per share", metric.start, metric.end) or text.startswith(" per share", metric.end)
    if is_currency(unit) and (size_of(value.low, value.high) < _MOST_A_SHARE if of_a_share else is_a_share(sentence, value, metric)):
        unit += "/share"
    return metric, unit


def _of_a_unit(text: str, value: Value, metric: Mention | None, rating: float) -> Mention | None:
    """Return the metric of an amount a share: what is paid or earned, where no better one is named."""
    if (metric is None or metric.name == "other") and (paid := _PAID.search(text, max(0, value.lead - _FAR), value.lead)):
        metric = Mention(*paid.span("word"), "dividend_per_share")
    if COSTS_US.search(text, max(0, value.lead - _FAR), value.lead):
        return Mention(value.start, value.end, "eps")
    open_to_it = metric is None or metric.name in _NONE_A_SHARE or (metric.name == "other" and rating < 2 * _BESIDE)
    if open_to_it and _EARNED.search(text) and not _DEAL.search(text):
        return Mention(value.start, value.end, "eps")
    return metric


def _of_cents(text: str, value: Value) -> Mention | None:
    """Return earnings per share as the metric of a few cents of which nothing says what they are: "a penny or two better than the third"."""
    if not is_currency(value.unit) or not _CENTS.search(text, value.start, value.end) or _OF_ONE.match(text, value.end) or _DEAL.search(text):
        return None
    return Mention(value.start, value.end, "eps") if "$" not in text[value.start : value.end] or _EARNED.search(text) else None


def _of_growth(text: str, value: Value, metric: Mention, metrics: list[Mention], others: list[Value]) -> Mention:
    """Return the metric whose growth a bare "growth" is: that of the level before it, "EPS of $6.00, growth of 13 percent"; and what stays "flat"."""
    if value.kind == "zero" and metric.end <= value.start and _ANOTHER_SUBJECT.search(text, metric.end, value.start):
        return fall_back(text, value) or metric
    if not text.startswith("growth", metric.start) or metric.end > value.start:
        return metric
    before = [one for one in metrics if one.end <= metric.start and one.name != "other" and not text.startswith("growth", one.start)][-1:]
    level = before and any(before[0].end <= other.start and other.end <= metric.start and other.unit != "percent" for other in others)
    return before[0] if level else metric


def _count(text: str, value: Value, metric: Mention | None, rating: float) -> tuple[Mention | None, float, str | None]:
    """Return metric, rating and noun of a number without a unit: what is counted names the metric, unless a better one stands near."""
    noun = read_noun(text, value) if value.unit == "" else None
    named = metric_of_noun(text, value, noun) if noun else None
    measured = noun is not None and metric is not None and metric.name in COUNTED and metric.end <= value.start and MEASURES.match(noun) is not None
    measured = measured or (noun is not None and metric is not None and rating > _OF_ANOTHER and is_ordered(text, metric, value, noun))
    measured = measured and not is_of_another_act(text, value) and not is_a_size(text, value)
    counted = (
        metric is not None and metric.name in COUNTED and abs(metric.start - value.end) <= _FAR and not (noun and (PEOPLE.match(noun) or DONE_TO.match(noun)))
    )
    if named and not measured and (metric is None or not counted or named.name == metric.name or is_a_size(text, value)):
        metric, rating = named, max(rating, -0.2)
    if noun is None and value.unit == "" and (metric is None or metric.name not in COUNTED) and (verb := find_verb(text, value)):
        metric, rating = verb, 0.0
    if noun is None and metric is not None and value.unit == "":
        noun = " ".join(text[metric.start : metric.end].split())
    return metric, rating, noun
