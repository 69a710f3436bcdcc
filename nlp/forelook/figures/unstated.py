"""Figures named by an act alone: "raised its outlook for revenue", "withdraws its guidance".

In: one statement. Out: drafts of the form `unstated`, for each metric whose guidance is acted on without its figure.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from forelook.expressions.words.cues import cue
from forelook.figures.acts import AT_END, COMPARES, GUIDE, HEADED, LONGEST_HEAD, OF_GUIDES, Act
from forelook.figures.drafts import Draft, Frame
from forelook.figures.metrics.basis import find_basis
from forelook.figures.metrics.entity import find_entity
from forelook.figures.metrics.mentions import Mention
from forelook.figures.period_link import choose_period, is_of_news
from forelook.figures.withdrawn import find_withdrawn
from forelook.records import Direction

if TYPE_CHECKING:
    from forelook.expressions.periods.period import When
    from forelook.figures.sentence import Sentence

_ENDS = cue(r"\b(?:low|high|top|bottom|upper|lower)\s+end\b")
_ADJECTIVE = cue(r"(?:\b(?:the|its|our|their|this|an?)|['’]s)\s+$")  # "the increase in", "its revised guidance reflects"
_THIS_DOES = cue(r"this\s[a-z]+s\b")  # "this supports our"
_TO_COME = cue(r"\b(?:will|to|would|shall)\s+(?:\w+\s+)?(?:provide|issue|give|publish|present|share|announce|offer)\s+(?:an?\s+)?$")  # "will provide updated"
_MIGHT = cue(r"\b(?:potential|possib\w+|upside|opportunit\w+|chance|able)\b[^.;]{0,30}\bto\s+(?:\w+\s+)?$")  # "upside for us to raise our outlook"
_WILL = cue(r"\b(?:will|would|(?:expects?|plans?|intends?)\s+to)\s+$")  # "expects to update"
_OF_FIGURE = cue(r"\s+of\s+(?:[a-z$€£.]{1,4}\s*)?\d")  # guidance that is named, if in a currency that is not known
_SAID_OF_FIGURES = ("now", "is now", "are now", "continue", "still", "as prev")
_WAS_ABLE = cue(r"\b(?:was|were|been)\s+able\s+to\s+(?:\w+\s+)?$")  # "were able to exceed our guidance"
_LIKE = ("in line", "consistent", *AT_END)  # said of metrics before it, of the whole where none is
_SAID_OF_EITHER = ("remain", "on track", "is unchanged", "are unchanged", "unchanged")
_ON_TRACK = cue(r"on[\s-]*track\s+(?:to\s+\w+|towards?|for)\s+(?:its|our|the|all|these)\s+[^.;]{0,60}\b(?:guidance|outlook|targets?|goals)\b(?!\s+date)")
_CONFIDENT = cue(
    r"remains?\s+confident\s+in\s+(?:its|our|the)\s+ability\s+to\s+\w+\s+(?:its|our|the|all|these)\s+[^.;]{0,60}\b(?:guidance|outlook|targets?|forecasts?)\b(?!\s+date)"
)
_COMMITTED = cue(r"remains?\s+committed\s+to\b")
_OF_ONE = cue(
    r"\s+(?:its|our|the)\s+(?:(?!(?:and|to|of|for|by)\b)[\w-]+\s+){1,6}?(?:guidance|outlook|forecast)(?:\s+range)?(?:\s+for\s+(?:the\s+)?[\w-]+(?:\s+year)?)?,?\s+and\s+(?:(?:now|also|currently)\s+)?(?:expects?|anticipates?|projects?|sees?)\b"
)
_EARNINGS = frozenset(("eps", "net_income", "revenue"))  # of which guidance for "earnings" or "sales" may be
_HOPE = cue(r"expectations?\s+(?:to|that|of\s+\w+ing)\b")  # of one thing, not of the whole
_MOVED = cue(r"(?:raised|lowered|increased|narrowed|reaffirmed)\s+(?:(?:full[\s-]year|fiscal|financial|annual|(?:19|20)\d\d)\s+){1,3}(?:guidance|outlook)\b")
_SHORT = re.compile(r"^(?:[^.]|\.\d|(?<=\bu)\.s\.){0,160}$")
_LIST = re.compile(r"[\s,;/&]*(?:\w++[\s,-]*+){0,6}")
_NEXT_CLAUSE = cue(
    r"\b(?:and|but|while)\s+(?:(?:it|we|they|the\s+company)\s+)?(?:also\s+|now\s+)?(?:will|would|has|have|is|are|plans?|intends?|hopes?|aims?)\b"
)  # "is suspending its guidance and will close three stores by April"
_LAST = re.compile(r"(?!\s(?:the|its|our)\s)[^.;:]*\s(?:and|&)\s")  # of a list
_FOR = re.compile(r"\s+(?:\w+\s+){0,4}?(?:for|of)\s+")
_AND = cue(r"\W*(?:and|&)\W*(?:for\s+)?(?:the\s+|its\s+|our\s+)?")
_VERB = re.compile(r"(?:deliver|produc|earn|invest|spend|sav)(?:s|e|es|ing)?")
_RESULTS = cue(r"\b(?:results|performance)\b")
_LONGEST_TO_COME = 40  # characters before a verb, or between it and a figure of which it is said
_AND_HAS = cue(r"\band\s+(?:has|have|had|will)\s+(?:\w+ly\s+)?$")  # "remains committed to its goals and has cut emissions"
_APART = re.compile(
    r"[.;:]|\band\s+(?:(?:now|also|currently)\s+)?(?:expects?|anticipates?|projects|forecasts|sees|plans|will)\b|\b(?:to|citing|because|due|as|on|which|that|it|after|amid|following)\b|,\s+\w+ing\b"
)


def find_unstated(sentence: Sentence, figured: list[Mention], *, leads_in: bool) -> list[Draft]:
    """Return a draft for each metric whose guidance a text acts on without its figure, `all` where it names none; `figured` metrics have theirs."""
    text, acts = sentence.text, sentence.acts
    if not acts or leads_in or not sentence.words.search(GUIDE, OF_GUIDES, 0, len(text)):
        return []
    if figured and not _SHORT.search(text):
        acts = [act for act in acts if act[0] == "withdrawn" or _is_apart(text, act, figured)]
    drafts: list[Draft] = []
    for number, act in enumerate(acts):
        stop = min([later[1] for later in acts[number + 1 :]] + [len(text)])
        for draft in _drafts_of(sentence, act, stop, has_figures=bool(figured)):
            first = 0 if COMPARES.match(text, act[1]) else min(act[1], draft.metric.start)
            said = any(mention.name == draft.metric.name and first <= mention.start < stop for mention in figured)
            if not said and not any(other.metric == draft.metric and (_name(other) == _name(draft) or other.direction != draft.direction) for other in drafts):
                drafts.append(draft)
    return drafts


def _is_apart(text: str, act: Act, figured: list[Mention]) -> bool:
    """Return whether an act has a metric of its own, and the figures follow a verb of theirs: "tightens its FFO guidance and expects rents to rise"."""
    match = _OF_ONE.match(text, act[2])
    return match is not None and all(match.end() <= metric.start for metric in figured) and not any(metric.name in _EARNINGS for metric in figured)


def _name(draft: Draft) -> str | None:
    return draft.period.name if draft.period else None


def _stands(text: str, start: int) -> bool:
    """Return whether guidance itself is said to stand: "our outlook remains unchanged", "remain confident in our ability to meet our margin targets"."""
    if text.startswith("on", start):
        return _ON_TRACK.match(text, start) is not None
    if _CONFIDENT.match(text, start) or _COMMITTED.match(text, start):
        return True
    return "unchanged" in text[start : start + 22] and GUIDE.search(text, max(0, start - 50), start) is not None


def _is_of_another(sentence: Sentence, start: int, *, has_figures: bool) -> bool:
    """Return whether the act at `start` is said of a figure, promised for later, or no verb."""
    text = sentence.text
    if text.startswith(_LIKE, start) and (has_figures or any(start - _LONGEST_TO_COME < value.end <= start for value in sentence.values)):
        return True  # said of that figure, were it one that was reached
    if text.startswith(_SAID_OF_EITHER, start) and (has_figures or not _stands(text, start)):
        return True
    before = text[max(0, start - _LONGEST_TO_COME) : start]
    if text.startswith("updat", start) and _WILL.search(before):
        return True
    if _TO_COME.search(before) or _WAS_ABLE.search(before) or _MIGHT.search(before):
        return True
    noun = _ADJECTIVE.search(text[max(0, start - 14) : start]) and not _THIS_DOES.match(text, max(0, start - 5)) and not _MOVED.match(text, start)
    return bool(noun) or text.startswith(_SAID_OF_FIGURES, start)


def _drafts_of(sentence: Sentence, act: Act, stop: int, *, has_figures: bool) -> list[Draft]:
    """Return the drafts of one act, whose words reach to `stop`."""
    text, (name, start, end) = sentence.text, act
    if _is_of_another(sentence, start, has_figures=has_figures):
        return []
    headed = [match for match in GUIDE.finditer(text, max(0, start - LONGEST_HEAD), start) if HEADED.match(text, match.start(), start)]
    guide = headed[-1] if headed else sentence.words.search(GUIDE, OF_GUIDES, start, stop) or sentence.words.search(GUIDE, OF_GUIDES, 0, start)
    if guide is None or _AND_HAS.search(text, guide.end(), max(start, guide.end())) or (name != "withdrawn" and _OF_FIGURE.match(text, guide.end())):
        return []
    ends = _ENDS.search(text, end, stop)
    direction: Direction = name
    if ends and name in ("raised", "lowered"):
        top = ends.group().startswith(("high", "top", "upper"))
        direction = name if top == (name == "raised") else "narrowed"
    first = min(start, guide.start()) if guide.start() > start else _find_first(text, sentence.metrics, guide.start())
    periods = [when for when in sentence.periods if not when.over and when.kind != "plan" and not is_of_news(text, when)]
    if clause := _NEXT_CLAUSE.search(text, max(end, guide.end()), stop):
        periods = [when for when in periods if when.start < clause.start()]
    after = [when for when in periods if start - 2 <= when.start < stop] or [when for when in periods if 0 <= start - when.end < 40]
    after = [when for when in periods if headed and first <= when.start < guide.start()] or after
    after = after or [when for when in periods if first <= when.start < stop] or (periods[:1] if _SHORT.search(text) else [])
    drafts = []
    compares = COMPARES.match(text, start) is not None
    if compares and not any(when.kind != "date" for when in after):
        after = [when for when in sentence.periods if when.start < start and when.kind != "date"] or after
    like = text.startswith(_LIKE, start)
    objects = _compared(text, sentence.metrics, start) if compares or like else _objects(text, sentence.metrics, first, guide, stop)
    was = find_withdrawn(sentence, guide.end(), objects) if name == "withdrawn" else {}
    objects = [next((one for one in was if one.start == metric.start), metric) for metric in objects] or list(was)
    whole = (not compares or _RESULTS.search(text, max(0, start - 60), start)) and not _HOPE.match(text, guide.start())
    for metric in objects or ([Mention(guide.start(), guide.end(), "all")] if whole else []):
        for when in _with_companions(text, choose_period((metric.start, metric.end), after), after):
            draft = Draft(metric, "unstated", direction=direction, own_act=True)
            draft.period = Frame(when.name, when.fiscal, when.start, when.end) if when and when.name else None
            if old := was.get(metric):
                draft.prior = (old.low, old.high, old.start, old.end)
            if metric.name != "all":
                draft.basis, draft.entity = find_basis(sentence.words, metric, None), find_entity(sentence.printed, metric)
            drafts.append(draft)
    return drafts


def _find_first(text: str, metrics: list[Mention], guide: int) -> int:
    """Return where the words before "guidance" begin that say of what it is, over the commas of a list: "Revenue, EPS and cash flow guidance"."""
    first = max(text.rfind(mark, 0, guide) for mark in ".;,:") + 1
    listed = _LAST.match(text, first, guide) is not None
    for metric in reversed(metrics):
        if listed and metric.end == first - 1 and metric.name not in ("other", "all"):
            first = max(text.rfind(mark, 0, metric.start) for mark in ".;,:") + 1
    return first


def _with_companions(text: str, chosen: When | None, periods: list[When]) -> list[When | None]:
    """Return a period and those that "and" joins to it: "for the fourth quarter and the full year"."""
    group: list[When | None] = [chosen]
    for one, other in pairwise(periods):
        if _AND.fullmatch(text, one.end, other.start) and other.name and one.name and not other.compared and chosen in (one, other):
            group = [one, other]
    return group


def _compared(text: str, metrics: list[Mention], start: int) -> list[Mention]:
    """Return the metrics that are said to come out above or below their guidance: those before the verb, in its clause."""
    first = max(text.rfind(mark, 0, start) for mark in ".;:") + 1
    return [metric for metric in metrics if first <= metric.start < start and metric.name not in ("other", "all")]


def _is_no_object(text: str, metric: Mention, before: Mention | None) -> bool:
    """Return whether guidance is not of a metric's words: of no listed one, verbs, and "growth", which is said of the metric right before it."""
    grows = before is not None and text.startswith("growth", metric.start) and metric.start - before.end == 1
    return metric.name == "other" or grows or _VERB.fullmatch(text, metric.start, metric.end) is not None


def _objects(text: str, metrics: list[Mention], start: int, guide: re.Match[str], stop: int) -> list[Mention]:
    """Return the metrics whose guidance it is: those between verb and word, or those after "for" or "of" after it."""
    metrics = [metric for number, metric in enumerate(metrics) if not _is_no_object(text, metric, metrics[number - 1] if number else None)]
    inside = [metric for metric in metrics if start <= metric.start and metric.end <= guide.start()]
    inside = [metric for metric in inside if _LIST.fullmatch(text, metric.end, guide.start())]
    if inside:
        return inside
    link = _FOR.match(text, guide.end(), guide.end() + 60)
    if link is None:
        return []
    found: list[Mention] = []
    place = link.end()
    for metric in metrics:
        near = place <= metric.start < min(stop, place + 60)
        if near and not _APART.search(text, place, metric.start):
            found.append(metric)
            place = metric.end
    return found
