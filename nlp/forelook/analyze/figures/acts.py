"""Acts on guidance: raised, lowered, narrowed, reaffirmed, withdrawn, updated, initiated; and figures named by such an act alone.

In: the text of a statement and its drafts. Out: the direction that the text gives each draft, and drafts of the form `unstated`
for what is raised or withdrawn without its figure.
"""

from __future__ import annotations

import re

from forelook.analyze.figures.clock import Clock
from forelook.analyze.figures.drafts import Draft, Frame
from forelook.analyze.figures.link import choose_period
from forelook.analyze.figures.metrics import Mention, find_metrics
from forelook.analyze.figures.periods import find_periods
from forelook.analyze.figures.words import find_basis, find_entity
from forelook.records import Direction

_GUIDANCE = r"(?:guidance|outlooks?|forecasts?|targets?|estimates?|projections?|expectations?|views?|goals?|range)"
_VERBS: tuple[tuple[Direction, str], ...] = (
    ("withdrawn", r"withdraw(?:s|n|ing)?|withdrew|suspend(?:s|ed|ing)?|rescind(?:s|ed|ing)?|pull(?:s|ed|ing)?|no\s+longer\s+(?:applies|valid|be\s+relied\s+upon|provid\w+|stands?)|discontinu\w+|retract\w*"),
    ("narrowed", r"narrow(?:s|ed|ing)?|tighten(?:s|ed|ing)?"),
    ("reaffirmed", r"re-?affirm(?:s|ed|ing|ation)?|re-?iterat(?:es?|ed|ing|ion)|re-?confirm(?:s|ed|ing)?|affirm(?:s|ed|ing)?|maintain(?:s|ed|ing)?|confirm(?:s|ed|ing)?|stand(?:s|ing)?\s+by|unchanged|comfortable\s+with|on\s+track\s+(?:to\s+(?:meet|achieve|reach)|for)|repeat(?:s|ed|ing)?|re-?states?(?=\s+(?:its|our|full|20))|holds?\s+to|keeps?\s+(?:its|our)"),
    ("raised", r"rais(?:es|ed|ing|e)|increas(?:es|ed|ing|e)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|hik(?:es|ed|ing|e)|improv(?:es|ed|ing|e)|upgrad(?:es|ed|ing|e)|rais(?:es|e)\s+and\s+narrows|revis\w+\s+(?:\w+\s+){0,6}upwards?|upward(?:ly)?(?:\s+revis\w+)?|higher\s+than\s+(?:previous|its\s+previous|earlier)|exceed(?:s|ing)?(?=\s+(?:its|the|our|previous|prior|earlier)\s)|surpass(?:es|ing)?|ahead\s+of(?=\s+(?:its|the|our|previous|prior|earlier)\s)|above(?=\s+(?:its|the|our)?\s*(?:previous|prior|earlier|original|high|upper))"),
    ("lowered", r"lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:es|ed|ing|e)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|decreas(?:es|ed|ing|e)|revis\w+\s+(?:\w+\s+){0,6}downwards?|downward(?:ly)?(?:\s+revis\w+)?|below(?=\s+(?:its|the|our|current|analysts)?\s*(?:previous|prior|earlier|original|low|lower|expectations|guidance|range))|short\s+of|scal(?:es|ed|ing)\s+back|lower\s+than\s+(?:previous|its|earlier|expected|anticipated|forecast)"),
    ("initiated", r"initiat(?:es|ed|ing|e)|introduc(?:es|ed|ing|e)|establish(?:es|ed|ing)?(?=\s+(?:\w+\s+){0,4}(?:guidance|outlook|targets?))|first\s+look|for\s+the\s+first\s+time|preliminary\s+(?:view|plan|outlook|look)(?=[^.;]*\b(?:19|20)\d\d)|sets\s+(?=(?:\w+\s+){0,3}(?:guidance|outlook|targets?))"),
    ("updated", r"updat(?:es|ed|ing|e)|revis(?:es|ed|ing|e)|adjust(?:s|ing)?(?=\s+(?:\w+\s+){0,4}(?:guidance|outlook|forecast|targets?))|now\s+(?:expect|anticipat|project|forecast|see|estimat|believ|plan|look|target|call|stand|range)\w*|(?:is|are)\s+now\s+(?:expected|projected|anticipated|estimated|forecast|seen)|chang(?:es|ed|ing)(?=\s+(?:\w+\s+){0,4}(?:guidance|outlook|forecast|targets?))"),
)  # fmt: skip
_ACT = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _VERBS), re.IGNORECASE)
_STILL = re.compile(r"\b(?:continues?\s+to\s+(?:expect|anticipat|project|forecast|estimat|believ|target|see|plan|guide)\w*|still\s+(?:expect|anticipat|project|forecast|see|estimat|plan|target|believ|look)\w*|remains?\s+(?:unchanged|on\s+track|comfortable|at\b)|(?:is|are)\s+unchanged|no\s+change\b|in\s+line\s+with\s+(?:its\s+|our\s+|the\s+)?(?:previous|prior|earlier|original)|(?:consistent|unchanged)\s+(?:with|from)\s+(?:its\s+|our\s+|the\s+)?(?:previous|prior|earlier|original)|as\s+previously\s+(?:announced|stated|guided|forecast|indicated|disclosed))", re.IGNORECASE)
_GUIDE = re.compile(rf"\b{_GUIDANCE}\b|\bfirst\s+look\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:low|high|top|bottom|upper|lower)\s+end\b", re.IGNORECASE)
_LEADS = re.compile(r":\s*$|\b(?:as\s+follows|the\s+following|set\s+forth\s+below|table\s+below|below)\b[^.]*[.:]?\s*$", re.IGNORECASE)
_GIVEN_BY_OTHERS = re.compile(r"\b(?:analysts?|consensus|street|first\s+call|market|industry|fda|customers?|tax|rating)\b[\w\s'’]*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)


def find_act(text: str) -> tuple[Direction, int, int] | None:
    """Return the first act on guidance of a text and where its words stand, None where there is none."""
    acts = _acts(text)
    return acts[0] if acts else None


def _acts(text: str) -> list[tuple[Direction, int, int]]:
    """Return the acts whose object is guidance: the verb stands within eighty characters of the word, or says so by itself."""
    found: list[tuple[Direction, int, int]] = []
    for match in _STILL.finditer(text):
        found.append(("reaffirmed", match.start(), match.end()))
    guides = [match.start() for match in _GUIDE.finditer(text)]
    for match in _ACT.finditer(text):
        name: Direction = match.lastgroup  # type: ignore[assignment]
        if name == "updated" and "now" in match.group().lower().split():
            found.append((name, match.start(), match.end()))
            continue
        if name in ("raised", "lowered") and re.match(r"(?:surpass|exceed|above|below|ahead|short|higher|lower\s+than)", match.group(), re.IGNORECASE):
            near = [place for place in guides if 0 <= place - match.end() < 60]
        else:
            near = [place for place in guides if 0 <= place - match.end() < 90 or (0 <= match.start() - place < 60 and re.search(r"\b(?:been|was|were|is|are|has|have)\s+(?:\w+\s+)?$", text[max(0, match.start() - 25) : match.start()]) is not None)]
        near = [place for place in near if not re.search(r"[.;]\s", text[min(place, match.end()) : max(place, match.end())]) and not _GIVEN_BY_OTHERS.search(text[max(0, place - 30) : place])]
        if near or (name in ("withdrawn",) and guides and "no longer" in match.group().lower()):
            found.append((name, match.start(), match.end()))
    return sorted(found, key=lambda act: act[1])


def direct(text: str, drafts: list[Draft]) -> Direction | None:
    """Give the drafts of a statement their directions, by its words and by comparing with the earlier figure; return the act on the whole."""
    acts = _acts(text)
    for draft in drafts:
        place = draft.value[0] if draft.value else draft.metric.start
        before = [act for act in acts if act[1] <= place]
        act = (before or acts or [None])[-1 if before else 0]
        if act is not None:
            draft.direction = act[0]
            draft.own_act = True
        moved = re.search(r"\b(?P<up>rais|increas|lift|boost|up\b|hik)\w*\b(?=[^.;]*\bfrom\b)|\b(?P<down>lower|reduc|cut|trim|down\b|decreas)\w*\b(?=[^.;]*\bfrom\b)", text[max(0, place - 90) :], re.IGNORECASE) if draft.prior else None
        if draft.prior is not None:
            compared = compare(draft)
            said = "raised" if moved and moved.group("up") else "lowered" if moved else None
            if draft.direction in ("issued", "updated"):
                draft.direction = compared if compared != "updated" else said or "updated"  # type: ignore[assignment]
                draft.own_act = True
    return acts[0][0] if acts else None


def compare(draft: Draft) -> Direction:
    """Return how a figure stands to the earlier one that is printed beside it."""
    low, high, old_low, old_high = draft.low, draft.high, *(draft.prior or (None, None))[:2]
    if (low, high) == (old_low, old_high):
        return "reaffirmed"
    ends = [(new, old) for new, old in ((low, old_low), (high, old_high)) if new is not None and old is not None]
    if not ends:
        return "updated"
    if all(new >= old for new, old in ends):
        return "raised" if len(ends) == 1 or all(new > old for new, old in ends) or low == high else "narrowed" if low is not None and old_low is not None and low > old_low else "raised"
    if all(new <= old for new, old in ends):
        return "lowered" if len(ends) == 1 or all(new < old for new, old in ends) or low == high else "narrowed" if high is not None and old_high is not None and high < old_high else "lowered"
    if low is not None and high is not None and old_low is not None and old_high is not None and low >= old_low and high <= old_high:
        return "narrowed"
    return "updated"


def find_unstated(text: str, clock: Clock, *, leads_in: bool, has_figures: bool) -> list[Draft]:
    """Return a draft for each metric whose guidance a text acts on without its figure; `all` where it names none."""
    acts = _acts(text)
    if not acts or leads_in or (has_figures and not re.search(r"^[^.]{0,160}$", text)):
        return []
    metrics = find_metrics(text)
    periods = find_periods(text, clock)
    drafts: list[Draft] = []
    for number, (name, start, end) in enumerate(acts):
        if text[start:end].lower().startswith(("now", "is now", "are now", "continue", "still", "remain", "as prev", "in line", "consistent", "on track")):
            continue
        stop = min([act[1] for act in acts[number + 1 :]] + [len(text)])
        guide = next((match for match in _GUIDE.finditer(text, end, stop)), None) or next((match for match in _GUIDE.finditer(text, 0, start)), None)
        if guide is None:
            continue
        named = _objects(text, metrics, min(start, guide.start()), guide, stop)
        ends = _ENDS.search(text, end, stop)
        direction: Direction = name
        if ends and name in ("raised", "lowered"):
            top = ends.group().lower().startswith(("high", "top", "upper"))
            direction = name if top == (name == "raised") else "narrowed"
        for metric in named or [Mention(guide.start(), guide.end(), "all")]:
            behind = [when for when in periods if when.start >= start - 2 and when.start < stop] or [when for when in periods if when.end <= start and start - when.end < 40]
            when = choose_period(text, (metric.start, metric.end), behind)
            draft = Draft(metric, "unstated", period=Frame(when.name, when.fiscal, when.start, when.end) if when and when.name else None, direction=direction, own_act=True)
            if metric.name != "all":
                draft.basis, draft.entity = find_basis(text, metric, None), find_entity(text, metric)
            if not any(other.metric == draft.metric for other in drafts):
                drafts.append(draft)
    return drafts


def _objects(text: str, metrics: list[Mention], start: int, guide: re.Match[str], stop: int) -> list[Mention]:
    """Return the metrics whose guidance it is: those between verb and word, or those behind "for" or "of" after it."""
    inside = [metric for metric in metrics if start <= metric.start and metric.end <= guide.start() and metric.name != "other"]
    inside = [metric for metric in inside if re.fullmatch(r"[\s,;/&]*(?:\w+[\s,-]*){0,6}", text[metric.end : guide.start()])]
    if inside:
        return inside
    link = re.match(r"\s+(?:\w+\s+){0,4}?(?:for|of|on)\s+", text[guide.end() : guide.end() + 60])
    if link is None:
        return []
    found: list[Mention] = []
    place = guide.end() + link.end()
    for metric in metrics:
        if place <= metric.start < stop and metric.name != "other" and len(text[place : metric.start]) < 60 and not re.search(r"[.;:]|\b(?:to|citing|because|due|as|on|which|that|it)\b", text[place : metric.start]):
            found.append(metric)
            place = metric.end
    return found


