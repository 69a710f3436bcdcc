"""What two figures or two metrics share: a figure said again on another scale, metrics joined by "and".

In: a statement's text, its values, metrics and drafts. Out: whether a value says another one again, the metrics joined with one, drafts for those
that share a figure; and what two figures have in common: an open bound with its growth, measure and sign of two changes, the metric of a level and its growth.
"""

from __future__ import annotations

from copy import copy
from itertools import pairwise

from forelook.expressions.numbers.hedges import negate
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import Cue, cue
from forelook.figures.drafts import Draft
from forelook.figures.link import RATE_UNITS
from forelook.figures.metrics.basis import find_basis
from forelook.figures.metrics.entity import find_entity
from forelook.figures.metrics.mentions import Mention
from forelook.figures.objects import AND_IN_TIME, is_further
from forelook.figures.roles import Role
from forelook.figures.sentence import Sentence

_OR = cue(r"\s*+(?:,\s*+)?(?:\(\s*+)?(?:or|i\.e\.,?|equivalent\s+to|equal\s+to)\s*(?:an?\s+)?(?:(?:about|approximately|roughly|nearly|around)\s+)?")
_AND = cue(r"\s*+(?:,\s*+)?(?P<and>(?:and|&|as\s+well\s+as)\s+)?(?:(?:its|our|the|net|total|operating|adjusted|gross|diluted|annual|higher|lower)\s+){0,3}")
_OR_SHARE = cue(
    r"(?:\s+(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*)?(?:\s*,\s*|\s+\(\s*|\s+)or\s+(?:(?:about|approximately|roughly|nearly|around|some)\s+)?"
)  # "45 positions, or 12 percent of its workforce"
_APPOSED = cue(r",\s+(?:an?|or\s+an?)\s+")
_THEN = cue(
    r"\s+(?:by|in|for)\s+(?:the\s+)?(?:end\s+of\s+)?(?:(?:fiscal\s+)?(?:19|20)\d\d|(?:first|second|third|fourth|current|next)[\s-](?:quarter|half|year)(?:\s+of\s+(?:19|20)\d\d)?),?\s+and\s+(?:then\s+)?(?:by\s+)?(?:(?:at\s+least|about|approximately|up\s+to)\s+)?"
)
_AND_LATER = cue(
    r"\s+(?:in|for|during|this|next|by)\s+(?:[\w-]+\s+){0,5}?[\w-]+,?\s+and\s+(?:(?:then|another|about|approximately|some|roughly|nearly|up\s+to|at\s+least"
    r"|over|more\s+than|better\s+than)\s+)*"
)
_GROWN_SO = cue(
    r",?\s+(?:\(\s*)?(?:or|representing|reflecting|implying|equating\s+to|equivalent\s+to|(?:which|that)\s+(?:represents|implies|is|equates\s+to))\s+"
    r"(?:(?:an?|the|expected|implied|anticipated|projected|annual|year-over-year|organic)\s+)*"
)
_A_RISE = cue(
    r"(?:\s+(?:[\w-]+\s+){0,4}[\w-]+)?,\s+(?:(?:or\s+)?an?\s+(?:[\w-]+\s+)?(?:increase|rise|gain|jump|decrease|decline|drop|improvement|reduction)\s+of|up|down)\s+"
    r"(?:(?:about|approximately|around|roughly|some|nearly|at\s+least|more\s+than|over|up\s+to)\s+)?"
)  # "ounces in 2027, a rise of about"
_AND_BY = cue(r"\s+and\s+(?:[\w-]+\s+){1,4}by\s+(?:(?:at\s+least|about|approximately|up\s+to|some|over|more\s+than|nearly)\s+)*")
_AND_MORE = cue(
    r"\s(?:[^.;]|\.\d){0,60}?\b(?:and|with|plus)\s+(?:then\s+)?"
    r"(?:(?:a\s+further|another|an\s+additional|the\s+(?:remaining|other|final|next|last)|about|up\s+to|at\s+least|some)\s+)*"
)
_SAID_AGAIN = cue(
    r"(?:[^.;%]|\.\d){0,90},\s+or\s+(?:(?:about|approximately)\s+)?|\s+in\s+[a-z]+\s+and\s+"
)  # "decline 5% to 7% from $9, or 3% to 5% excluding", "down 5% in dollars and 8% in units"
_AND_TOO = cue(
    r"\s+and\s+(?!(?:increas|rais|boost|improv|grow|add|expand|lift)\w*\s)(?:[\w-]+\s+){1,4}by\s+(?:(?:at\s+least|about|approximately|up\s+to|some|over|nearly)\s+)*"
)  # "reduce revenue by $6 million and gross margin by up to 150 basis points"
_OWN = 30  # characters after a metric in which a figure is its own


def chain(text: str, values: list[Value], roles: list[Role]) -> list[tuple[int, int]]:
    """Return for each value the stretch of those that say it again in another unit: "$4.5 million, or $0.18 per share"."""
    spans = [(value.start, value.end) for value in values]
    for number in range(1, len(values)):
        one, other = values[number - 1], values[number]
        if roles[number - 1] == roles[number] == "figure" and _says_again(text, one, other):
            spans[number - 1] = spans[number] = (spans[number - 1][0], other.end)
    return spans


def _says_again(text: str, one: Value, other: Value) -> bool:
    """Return whether the second of two values says the first one in another unit, a count as its share."""
    if not one.unit:
        return other.unit == "percent" and _OR_SHARE.fullmatch(text, one.end, other.lead) is not None
    return other.unit not in ("", one.unit) and _OR.fullmatch(text, one.end, other.lead) is not None


def joined(text: str, metrics: list[Mention], number: int, step: int) -> list[Mention]:
    """Return the metrics that "and" joins with one, before it (step -1) or after it (step 1), and those of the list that they end."""
    found: list[Mention] = []
    parted = False
    while 0 <= number + step < len(metrics):
        first, second = sorted((metrics[number], metrics[number + step]))
        link = _AND.fullmatch(text, first.end, second.start)
        if link is None or not (link.group("and") or found):
            break
        parted = parted or (not found and text[first.end : second.start].lstrip().startswith(","))
        number += step
        found.append(metrics[number])
    return [] if parted and len(found) == 1 else found  # ", and" begins another clause, or ends a list of three


def share_bounds(text: str, drafts: list[Draft]) -> None:
    """Give a growth the open bound of the figure whose growth it is: "EPS of at least $8.15, a 7% increase"."""
    for one, other in pairwise(drafts):
        open_bound = one.form in ("at_least", "at_most") and other.form == "point" and other.measure == "change" and one.metric == other.metric
        if open_bound and one.value and other.value and _APPOSED.fullmatch(text, one.value[1], other.value[0]):
            other.form = one.form
            other.low, other.high = (other.low, None) if one.form == "at_least" else (None, other.high)


def share_changes(text: str, drafts: list[Draft]) -> None:
    """Give the second of two percentages the measure and the sign of the first: "by 80% by 2030 and 100% by 2040", "use of energy by 3% and of water by 5%"."""
    for one, other in pairwise(drafts):
        alike = one.unit == other.unit and one.unit in RATE_UNITS and (one.measure, other.measure) == ("change", "level")
        if not (alike and one.value and other.value):
            continue
        if (one.metric == other.metric and _THEN.fullmatch(text, one.value[1], other.value[0])) or _AND_BY.fullmatch(text, one.value[1], other.value[0]):
            other.measure = "change"
            if (one.high if one.high is not None else one.low or 0) < 0:
                other.low, other.high = negate(other.low, other.high)


def share_metric(text: str, drafts: list[Draft]) -> None:
    """Give the second of two amounts in a row the metric of the first: "should contribute $4 million in 2026 and about $9 million in 2027"."""
    for one, other in pairwise(drafts):
        if other.metric.name != "other" or one.unit != other.unit or not (one.value and other.value):
            continue
        between = one.value[0] <= other.metric.start and other.metric.end <= other.value[0]  # words that name nothing
        if between and _AND_LATER.fullmatch(text, one.value[1], other.value[0]):
            other.metric, other.basis, other.entity = one.metric, one.basis, one.entity


def share_noun(text: str, drafts: list[Draft]) -> None:
    """Give a bare number the metric and the noun of the count before it: "eight aircraft in 2026 and a further ten in 2027"."""
    for one, other in pairwise(drafts):
        counted = one.unit == other.unit == "count" and one.value is not None and other.value is not None and is_further(text, other.value)
        if counted and any(link.fullmatch(text, one.value[1], other.value[0]) for link in (_AND_MORE, AND_IN_TIME)):  # type: ignore[index]
            other.metric, other.noun = one.metric, one.noun


def share_growth(text: str, drafts: list[Draft]) -> None:
    """Give a bare growth the metric of the amount before it: "receipts of $9 million, representing expected growth of 4%", "5 tons in 2027, a rise of 4%"."""
    for one, other in pairwise(drafts):
        apposed = other.unit in RATE_UNITS and other.metric.name == "other" and one.unit not in RATE_UNITS and one.value and other.value
        if apposed and other.metric.start > one.value[1] and _A_RISE.fullmatch(text, one.value[1], other.value[0]):  # type: ignore[index]
            other.metric, other.basis, other.entity, other.measure = one.metric, one.basis, one.entity, "change"
            other.choices = [choice for choice in other.choices if choice[1] and choice[1].start >= other.value[1]] or one.choices  # type: ignore[index]
        bare = other.unit in RATE_UNITS and text.startswith("growth", other.metric.start)
        if bare and one.unit not in RATE_UNITS and one.value and _GROWN_SO.fullmatch(text, one.value[1], max(one.value[1], other.metric.start)):
            other.metric, other.basis, other.entity = one.metric, one.basis, one.entity


def share_signs(text: str, drafts: list[Draft]) -> None:
    """Give an effect, a cut or a rate that is said again its sign: "an unfavorable impact of $2 million, or 150 basis points", "down 5%, or 3% excluding"."""
    for one, other in pairwise(drafts):
        falls = (one.high if one.high is not None else one.low or 0) < 0 < (other.low if other.low is not None else other.high or 0)
        link = _find_link(one, other) if falls else None
        if link and one.value and other.value and link.fullmatch(text, one.value[1], other.value[0]):
            other.low, other.high = negate(other.low, other.high)
            other.measure = one.measure


def _find_link(one: Draft, other: Draft) -> Cue | None:
    """Return what stands between two figures of which the second has the sign of the first, None where it cannot have that."""
    if one.metric[:2] == other.metric[:2] and one.measure == "change" and (other.unit or "").endswith("/share"):
        return _OR  # "reduce earnings by $2 million, or $0.04 per share"
    if one.metric != other.metric:
        return _AND_TOO if one.measure == other.measure == "change" else None
    if one.unit == other.unit == "percent":
        return _SAID_AGAIN
    signed = one.metric.name == "fx_impact" or (one.measure == "change" and (other.measure == "change" or other.unit == "percent"))
    return (_OR_SHARE if one.unit == "count" else _OR) if signed and one.unit != other.unit else None


def share_figures(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return drafts for the metrics that are joined with the one of a growth: "growth of 10% in revenue and earnings"."""
    found: list[Draft] = []
    taken = {draft.metric[:2] for draft in drafts}
    for draft in drafts:
        if draft.measure != "change" or draft.unit not in RATE_UNITS or draft.metric.name == "other" or draft.value is None:
            continue
        number = next((place for place, metric in enumerate(sentence.metrics) if metric[:2] == draft.metric[:2]), None)
        if number is None:
            continue
        step = -1 if draft.metric.end <= draft.value[0] else 1
        for metric in joined(sentence.text, sentence.metrics, number, step):
            own = any(metric.end <= value.start < metric.end + _OWN for value in sentence.values)
            growth = sentence.text.startswith("growth", metric.start)
            if growth or metric.name in ("other", "fx_impact", draft.metric.name) or metric[:2] in taken or (step > 0 and own):
                break
            other = copy(draft)
            other.metric, other.basis, other.entity = metric, find_basis(sentence.words, metric, None), find_entity(sentence.printed, metric)
            found.append(other)
    return found
