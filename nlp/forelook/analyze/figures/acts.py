"""Acts on guidance: raised, lowered, narrowed, reaffirmed, withdrawn, updated, initiated; and figures named by such an act alone.

In: the text of a statement and its drafts. Out: the direction that the text gives each draft, and drafts of the form `unstated`
for what is raised or withdrawn without its figure.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from forelook.analyze.figures.drafts import Draft, Frame
from forelook.analyze.figures.link import choose_period
from forelook.analyze.figures.metrics import Mention
from forelook.analyze.figures.words import find_basis, find_entity
from forelook.records import Direction

if TYPE_CHECKING:
    from forelook.analyze.figures.sentence import Sentence

_GUIDANCE = r"(?:guidance|outlooks?|forecasts?|targets?|estimates?|projections?|expectations?|views?|goals?|range)"


Act = tuple[Direction, int, int]
_MAY_ACT = re.compile(
    rf"\b(?:{_GUIDANCE}|now|still|continue[sd]?|continuing|unchanged|previously|track|remains?|change|first\s+look|line\s+with|from\s+its)\b", re.IGNORECASE
)
_STILL = re.compile(
    r"\b(?:continues?\s+to\s+(?:expect|anticipat|project|forecast|estimat|believ|target|see|plan|guide)\w*|still\s+(?:expect|anticipat|project"
    r"|forecast|see|estimat|plan|target|believ|look)\w*|remains?\s+(?:unchanged|on\s+track|comfortable|at\b)|(?:is|are)\s+unchanged|no\s+change\b"
    r"|in\s+line\s+with\s+(?:its\s+|our\s+|the\s+)?(?:previous|prior|earlier|original)|(?:consistent|unchanged)\s+(?:with|from)\s+(?:its\s+"
    r"|our\s+|the\s+)?(?:previous|prior|earlier|original)|as\s+previously\s+(?:announced|stated|guided|forecast|indicated|disclosed))",
    re.IGNORECASE,
)
_GUIDE = re.compile(rf"\b{_GUIDANCE}\b|\bfirst\s+look\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:low|high|top|bottom|upper|lower)\s+end\b", re.IGNORECASE)
_LEADS = re.compile(r":\s*$|\b(?:as\s+follows|the\s+following|set\s+forth\s+below|table\s+below|below)\b[^.]*[.:]?\s*$", re.IGNORECASE)
_GIVEN_BY_OTHERS = re.compile(r"\b(?:analysts?|consensus|street|first\s+call|market|industry|fda|customers?|tax|rating)\b[\w\s'’]*$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:\b(?:the|its|our|their|this|an?)|['’]s)\s+$", re.IGNORECASE)  # "the increase in", "its revised guidance reflects"
_SAID_OF_FIGURES = re.compile(r"(?:(?:is|are)\s+)?now\b|continue|still|remain|as\s+prev|in\s+line|consistent|on\s+track", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<=[a-z)%\d])[.;]\s+(?=[A-Z“\"])")


@cache
def _act() -> re.Pattern[str]:
    """Return the pattern of all acts, a group a direction."""
    table: dict[str, list[str]] = {}
    for line in (files("forelook.analyze.figures") / "data" / "acts.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, words = line.split("\t")
            table.setdefault(name, []).append(words.replace(" ", r"\s+"))
    return re.compile("|".join(rf"(?P<{name}>\b(?:{'|'.join(words)})\b)" for name, words in table.items()), re.IGNORECASE)


def find_acts(text: str) -> list[Act]:
    """Return the acts whose object is guidance, in order: the verb stands within eighty characters of the word, or says so by itself."""
    if not _MAY_ACT.search(text):
        return []
    found: list[Act] = [("reaffirmed", match.start(), match.end()) for match in _STILL.finditer(text)]
    guides = [match.start() for match in _GUIDE.finditer(text)]
    for match in _act().finditer(text):
        name: Direction = match.lastgroup  # type: ignore[assignment]
        if name == "updated" and "now" in match.group().lower().split():
            found.append((name, match.start(), match.end()))
            continue
        if name in ("raised", "lowered") and re.match(r"(?:surpass|exceed|above|below|ahead|short|higher|lower\s+than)", match.group(), re.IGNORECASE):
            near = [place for place in guides if 0 <= place - match.end() < 60]
        else:
            near = [
                place
                for place in guides
                if 0 <= place - match.end() < 90
                or (
                    0 <= match.start() - place < 60
                    and re.search(r"\b(?:been|was|were|is|are|has|have)\s+(?:\w+\s+)?$", text[max(0, match.start() - 25) : match.start()]) is not None
                )
            ]
        near = [
            place
            for place in near
            if not re.search(r"[.;]\s", text[min(place, match.end()) : max(place, match.end())])
            and not _GIVEN_BY_OTHERS.search(text[max(0, place - 30) : place])
        ]
        if near or (name == "withdrawn" and guides and "no longer" in match.group().lower()):
            found.append((name, match.start(), match.end()))
    return sorted(found, key=lambda act: act[1])


def direct(sentence: Sentence, drafts: list[Draft]) -> Direction | None:
    """Give the drafts of a statement their directions, by its words and by comparing with the earlier figure; return the act on the whole."""
    text, acts = sentence.text, sentence.acts
    for draft in drafts:
        place = draft.value[0] if draft.value else draft.metric.start
        near = [act for act in acts if not _NEXT_SENTENCE.search(text, *((act[2], place) if act[1] <= place else (place, act[1])))]
        before = [act for act in near if act[1] <= place]
        if near:
            act = before[-1] if before else near[0]
            draft.direction = act[0]
            draft.own_act = True
        moved = (
            re.search(
                r"\b(?P<up>rais|increas|lift|boost|up\b|hik)\w*\b(?=[^.;]*\bfrom\b)|\b(?P<down>lower|reduc|cut|trim|down\b|decreas)\w*\b(?=[^.;]*\bfrom\b)",
                text[max(0, place - 90) :],
                re.IGNORECASE,
            )
            if draft.prior
            else None
        )
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
        return (
            "raised"
            if len(ends) == 1 or all(new > old for new, old in ends) or low == high
            else "narrowed"
            if low is not None and old_low is not None and low > old_low
            else "raised"
        )
    if all(new <= old for new, old in ends):
        return (
            "lowered"
            if len(ends) == 1 or all(new < old for new, old in ends) or low == high
            else "narrowed"
            if high is not None and old_high is not None and high < old_high
            else "lowered"
        )
    if low is not None and high is not None and old_low is not None and old_high is not None and low >= old_low and high <= old_high:
        return "narrowed"
    return "updated"


def find_unstated(sentence: Sentence, *, leads_in: bool, has_figures: bool) -> list[Draft]:
    """Return a draft for each metric whose guidance a text acts on without its figure; `all` where it names none."""
    text, acts = sentence.text, sentence.acts
    if not acts or leads_in or (has_figures and not re.search(r"^[^.]{0,160}$", text)):
        return []
    if not _GUIDE.search(text):
        return []
    metrics, periods = sentence.metrics, sentence.periods
    drafts: list[Draft] = []
    for number, (name, start, end) in enumerate(acts):
        if _ADJECTIVE.search(text[max(0, start - 14) : start]) or text[start:end].lower().startswith(
            ("now", "is now", "are now", "continue", "still", "remain", "as prev", "in line", "consistent", "on track")
        ):
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
            behind = [when for when in periods if when.start >= start - 2 and when.start < stop] or [
                when for when in periods if when.end <= start and start - when.end < 40
            ]
            when = choose_period((metric.start, metric.end), behind)
            draft = Draft(
                metric,
                "unstated",
                period=Frame(when.name, when.fiscal, when.start, when.end) if when and when.name else None,
                direction=direction,
                own_act=True,
            )
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
        if (
            place <= metric.start < stop
            and metric.name != "other"
            and len(text[place : metric.start]) < 60
            and not re.search(r"[.;:]|\b(?:to|citing|because|due|as|on|which|that|it)\b", text[place : metric.start])
        ):
            found.append(metric)
            place = metric.end
    return found
