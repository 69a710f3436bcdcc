"""What a row of a table is about: its metric, its part, its basis; and whether it is one of a reconciliation's adjustments.

In: a row's label and the heading that it stands under. Out: the row's Subject.
"""

from __future__ import annotations

from typing import NamedTuple

from forelook.expressions.words.cues import Cue, cue, fold
from forelook.expressions.words.watching import Words, find_words
from forelook.figures.metrics.basis import find_basis
from forelook.figures.metrics.entity import find_entity
from forelook.figures.metrics.mentions import Mention, read_metrics
from forelook.figures.tables.heads import ColumnHead
from forelook.records import Basis
from forelook.spans import Span

_ADJUSTING = cue(
    r"\b(?:adjustments?|amortization|stock-based|share-based|compensation|depreciation|acquisition|restructuring|impairments?|charges?|deferred"
    r"|tax\s+(?:effects?|impact|adjustments?)|effects?\s+of|loss\s+contingency|excluded|add\s*back|less:|plus:|intangibles?|gain|provision"
    r"|interest|(?:merger|transaction|integration|separation)[\s-]+(?:related\s+)?costs?)\b"
)
_MEASURES = cue(r"GAAP|adjusted|EBITDA|shares|net\s+(?:income|loss|earnings)|earnings\s+per")
_SHARE_OF = cue(r"(?:%|percent(?:age)?)\s+of\s+(?:net\s+|total\s+)?$")  # "spending as a percent of revenue"
_OF_GROWTH = cue(r"\b(?:admissions?|traffic|enrol+ment|volumes?|capacity|ridership|visits?|patients?|procedures?|transactions?|visitors?)\s+$")  # no revenue
_SEGMENT = cue(r"\s*(?:exploration|refining|gathering)\s+(?:&|and)\s+[a-z]+\s*")  # "Exploration & Production", a part of the company
_LONGEST_CAPTION = 80
_NAME = cue(r"[^()\s](?:[^()]*[^()\s])?")
_WHOLE = cue(r"\b(?:total|consolidated|company|companywide|group|overall)\b")
_NON_GAAP, _GAAP, _CONSTANT = cue(r"non[\s-]?GAAP|\badjusted\b"), cue(r"\bGAAP\b"), cue(r"constant\s+currency")
_IN_HEADS: tuple[tuple[Basis, Cue], ...] = (("non_gaap", _NON_GAAP), ("gaap", _GAAP), ("constant_currency", _CONSTANT))
_NON_GAAP_BEFORE, _GAAP_BEFORE = cue(r"non[\s-]?GAAP:?\s*~?\$?$"), cue(r"GAAP:?\s*~?\$?$")
_TO_NON_GAAP = cue(r"(?<!non.)GAAP[\s\S]{0,4000}?non-GAAP")
_NET_INCOME, _ADDED = cue(r"net\s+income"), cue(r"depreciation|interest")
_RECONCILED = cue(r"ebitda|\b(?:ffo|funds\s+from\s+operations)\b")
_RECONCILED_IN = 4000  # characters from net income to what is added to it, and from there to EBITDA
_CAPITAL = cue(r"\W*(?P<word>capital(?:\s+budget)?)\s*(?:\(|:|,|$)")
_CAPITAL_PLAN = cue(
    r"(?:\W|\d{4}|planned|estimated|projected|expected|forecast)*capital\s+(?:budget|plan|program|spending|expenditures?|investments?)\b(?!\s+(?:and|&))"
)
_PER_SHARE, _NET = cue(r"\beps\b|\b(?:earnings|income|loss)\s+per\b"), cue(r"\bnet\s+(?:income|loss|earnings)\b")
PERIOD_LABEL = cue(  # "2026", "2027-2029 (options)", "fiscal 2026", "Q1 2026"
    r"\s*(?:(?:full[\s-]year|fiscal(?:\s+year)?|FY|Q[1-4]|[1-4]Q|(?:first|second|third|fourth)\s+quarter(?:\s+of)?(?:\s+fiscal)?)\s*)?"
    r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?E?(?:\s*\((?:[a-z][a-z\s]*|\d)\))?\s*$"
)


NOTE_ALONE = cue(r"\s*\(\d{1,2}\)$")
"""The mark of a note alone, which ends the label of the line above."""
_GOES_ON = cue(r"\s*(?:growth|increase|change|\(loss\)|per\s+(?:diluted\s+)?share)\W*$")
_LOWER_CASE = cue(r"\s*\(?[a-z]")


class Heading(NamedTuple):
    """A line of a table that heads the rows below it."""

    text: str  # folded
    start: int


class Subject(NamedTuple):
    """What a row is about; places count in the table."""

    metric: Mention
    entity: Span | None
    basis: Basis
    label: str  # folded, of its row
    named: bool = True  # the label names a metric


def begins_above(printed: str, folded: str) -> bool:
    """Return whether the first words of a label stand on the line above, which holds nothing else: "Same-store sales", "Growth"."""
    return bool(_LOWER_CASE.match(printed) or NOTE_ALONE.match(printed) or _GOES_ON.match(folded))


def find_subject(printed: str, words: Words, start: int, heading: Heading | None) -> Subject | None:
    """Return what the row with a label at `start` is about: its own metric, or as a part that of its heading; None without words."""
    label = words.text
    metrics = [] if _SEGMENT.fullmatch(label) else [one for one in read_metrics(words) if not _SHARE_OF.search(label, 0, one.start)]
    metric = next((one for one in metrics if one.name != "other"), metrics[0] if metrics else None)
    if metric is not None and label.startswith("growth", metric.start) and _OF_GROWTH.search(label, 0, metric.start):
        metric = Mention(len(label) - len(label.lstrip()), metric.end, "other")
    if metric is not None:
        entity = find_entity(printed, metric)
        placed = (start + entity[0], start + entity[1]) if entity else None
        return Subject(metric.move(start), placed, find_basis(words, metric, None), label)
    bare = label.strip(" .:*\t")
    if not bare:
        return None
    at = start + label.index(bare)
    if heading and (above := _read_heading(heading.text)):
        return Subject(above.move(heading.start), None if PERIOD_LABEL.match(label) else (at, at + len(bare)), "unknown", label)
    return Subject(Mention(at, at + len(bare), "other"), None, find_basis(words, Mention(0, len(label), "other"), None), label, named=False)


def find_caption(words: str) -> Heading | None:
    """Return the last line above a table where it heads the rows as what will be spent, "Capital Plan (in millions)"; places count back from the table."""
    line = words.rstrip().rpartition("\n")[2]
    if len(line) > _LONGEST_CAPTION or not _CAPITAL_PLAN.match(fold(line)):
        return None
    return Heading(fold(line), len(words.rstrip()) - len(line) - len(words))


def _read_heading(text: str) -> Mention | None:
    """Return the metric that heads rows; "Capital ($ MM)" is what will be spent."""
    if plan := _CAPITAL_PLAN.match(text):
        return Mention(plan.start() + text[: plan.end()].rfind("capital"), plan.end(), "capital_expenditures")
    if capital := _CAPITAL.match(text):
        return Mention(*capital.span("word"), "capital_expenditures")
    return next((one for one in read_metrics(find_words(text)) if one.name not in ("other", "all")), None)


def take_column_metric(subject: Subject, heads: list[ColumnHead]) -> Subject:
    """Return the subject with the metric of its column where the row's label is a part of the company: "Net Sales" over "Industrial"."""
    if subject.metric.name != "other" or subject.named:
        return subject
    for head in heads:
        for metric in read_metrics(words := find_words(head.words)):
            if metric.name not in ("other", "all") and head.words[metric.start : metric.end] != "growth":
                part = None if _WHOLE.search(subject.label) or PERIOD_LABEL.match(subject.label) else (subject.metric.start, subject.metric.end)
                return Subject(metric.move(head.cell.start), part, find_basis(words, metric, None), subject.label)
    if heads and PERIOD_LABEL.match(subject.label) and (name := _NAME.search(heads[0].words)):
        return Subject(Mention(*name.span(), "other").move(heads[0].cell.start), None, "unknown", subject.label)
    return subject


def is_adjustment(label: str, metric: Mention) -> bool:
    """Return whether a row of a reconciliation is none of the measures at its ends."""
    return metric.name == "other" or (_ADJUSTING.search(label) is not None and not _MEASURES.search(label))


def find_cell_basis(subject: Subject, before: str, over: str, heading: Heading | None) -> Basis:
    """Return the basis of a figure: by the words just before it, its row, its column or the heading above."""
    if _NON_GAAP_BEFORE.search(before):
        return "non_gaap"
    if _GAAP_BEFORE.search(before):
        return "gaap"
    if subject.basis != "unknown":
        return subject.basis
    for place in (over, heading.text if heading else ""):
        for basis, pattern in _IN_HEADS:
            if pattern.search(place):
                return basis
    return "unknown"


def reconciles(words: str) -> bool:
    """Return whether the folded words of a table and above it are those of a reconciliation."""
    if "reconcil" in words or ("non-gaap" in words and _TO_NON_GAAP.search(words)):
        return True
    return _RECONCILED.search(words) is not None and any(
        _RECONCILED.search(words, added.end(), added.end() + _RECONCILED_IN) is not None
        and _NET_INCOME.search(words, max(0, added.start() - _RECONCILED_IN), added.start()) is not None
        for added in _ADDED.finditer(words)
    )


def find_bridge(words: str) -> Span:
    """Return where a folded table leads from a measure to the same one on another basis by rows that adjust it: "GAAP EPS", …, "Adjusted EPS"."""
    ends: dict[str, tuple[int, bool]] = {}
    adjusting, start = 0, 0
    for line in words.splitlines(keepends=True) if _NON_GAAP.search(words) else ():
        kind = "share" if _PER_SHARE.search(line) else "net" if _NET.search(line) else ""
        adjusted = _NON_GAAP.search(line) is not None
        earlier = ends.get(kind)
        if earlier and earlier[1] != adjusted and adjusting > earlier[0]:
            return earlier[0], start
        if kind:
            ends[kind] = (start, adjusted)
        elif _ADJUSTING.search(line):
            adjusting = start
        start += len(line)
    return 0, 0
