"""Acts on guidance: raised, lowered, narrowed, reaffirmed, withdrawn, updated, initiated.

In: the folded text of a statement. Out: the acts whose object is guidance, each with the place of its verb.
"""

from __future__ import annotations

import re
from functools import cache

from forelook.data_files import read_entries
from forelook.expressions.words.cues import Cue, cue
from forelook.expressions.words.watching import Words, watch, watch_heads
from forelook.records import Direction

Act = tuple[Direction, int, int]
_OF_THINGS = r"(?!between|from|about|approximately|expected|earnings|revenues?|sales|income|eps)[a-z]"  # "a range of products", no guidance
_GUIDANCE = (
    r"(?:(?<!strategic\s)(?<!regulatory\s)(?<!dietary\s)(?<!clinical\s)(?<!medical\s)(?<!technical\s)guidance|outlooks?|forecasts?"
    r"|(?<!dual-)targets?|(?<!resource\s)(?<!reserve\s)(?<!\bwe\s)(?<!\bit\s)(?<!company\s)(?<!management\s)estimates?|projections?|(?<!quality\s)expectations?"
    r"|guide(?=\s+(?:up|down)\b)|views?(?!\s+(?:an?|the|this|that|these|all|it|their|your)\b)|(?<!with\sthe\s)(?<!with\sa\s)goals?"
    rf"|(?<!accessible\s)(?<!price\s)(?<!trading\s)range(?!\s+of\s+{_OF_THINGS})"
    r"|objectives(?:(?<=financial\sobjectives)|(?<=margin\sobjectives)|(?<=year\sobjectives)|(?<=annual\sobjectives)|(?<=these\sobjectives)|(?<=\d\sobjectives)"
    r"|(?=\s+for\s+(?:the\s+)?(?:full|fiscal|year|20\d\d))))"
)
GUIDE = cue(rf"\b(?:{_GUIDANCE}\b|first\s+look\b)")
"""Words for guidance itself."""
_MAY_ACT = cue(
    rf"\b(?:{_GUIDANCE}|now|still|confirm\w*|affirm\w*|planned|budget\w*|capex|spending|tracking|continue[sd]?|continuing|unchanged|previously"
    rf"|track|remains?|guide\s+(?:up|down)|narrow(?:s|ed|ing)|changed?|sticks?|sticking|holds?|holding|expenditures?|first\s+look|line\s+with|from\s+its)\b"
)
_MARK = watch(_MAY_ACT)
_STILL = cue(
    r"\b(?:continues?\s+to\s+(?:expect|anticipat|project|forecast|estimat|believ|target|see|plan|guide|foresee|call|look\s+for)\w*|still\s+(?:expect|anticipat|project"
    r"|forecast|see|estimat|plan|target|believ|look|intend|budget)\w*|remains?\s+(?:unchanged|on\s+track|comfortable|at\b(?!\s+(?:or\s+near|(?:current|present|existing)\s+levels)))|(?:is|are)\s+unchanged"
    r"|(?<=guidance\s)remains?(?=\s+[~$€£]?\d)|(?<=20\d\d\s)remains?(?=\s+[~$€£]?\d)|still\s+stands?\b|(?:guidance|outlook|forecast)\s+(?:does|do|has|have|will)\s+not\s+changed?\b"
    r"|(?:no|(?:does|do|did)\s+not\s+(?:foresee|anticipate|expect|see|plan|intend)\s+(?:any|a))\s+changes?\s+(?:to|in)(?=\s+(?:[\w-]+\s+){0,5}(?:guidance|outlook|forecast|target|estimate|expectation))"
    r"|(?:does|do|will|would|should)\s+not\s+(?:expect\s+(?:[\w-]+\s+){1,5}to\s+)?(?:affect|change|impact|alter)(?=\s+(?:[\w'’-]+\s+){1,5}?(?:guidance|outlook|forecasts?|targets?|projections?)\b)"
    r"|(?:re)?(?:confirm|affirm|iterat)\w*\s+that\s+(?:it|we|the\s+company)\s+(?:expect|see|anticipat|foresee|project)\w*"
    r"|(?:re)?(?:confirm|affirm|iterat)(?:s|ed|ing|es)?\s+(?:[\w-]+\s+){0,4}?(?:plan|potential|commitment)\s+(?:of|for|in\s+excess\s+of|to\s+\w+)\s+(?:[\w-]+\s+){0,4}?(?=[$€£a-z]{0,3}\s?\d)"
    r"|(?:stick|sticks|sticking|hold|holds|holding)\s+(?:to|by|with)\s+(?:(?:its|our|the|fiscal)\s+)*(?:20\d\d|full|annual|forecast|guidance|outlook|goal|target|budget|plan)"
    r"|remains?\s+committed\s+to\s+(?:(?:meeting|achieving|delivering)\s+)?(?:its|our|the)(?=\s+(?:[\w-]+\s+){0,4}(?:guidance|outlook|forecast)\b)"
    r"|remains?\s+as\s+(?:set\s+out|given|announced|stated|published|before)\b"
    r"|remains?\s+confident\s+in\s+(?:our|its|the)\s+ability\s+to\s+(?:deliver|achieve|meet|reach|hit)\b|still\s+on\s+(?:the|its|our|a|track|course)\b"
    r"|(?:is|are|be|was)\s+tracking\s+(?:well\s+)?(?:towards?|to)\s+(?:its|our|the)\b"
    r"|(?:progress|advanc|support|reinforc|underpin|underscor|back)\w*\s+(?:[\w'’]+\s+){0,2}previously\s+(?:announced|stated|issued|given"
    r"|communicated|disclosed)"
    r"\s+(?:[\w-]+\s+){0,4}?(?:plans?|targets?|goals?|objectives?|guidance|outlook|forecasts?)\b"
    r"|in\s+line\s+with\s+(?:its\s+|our\s+|the\s+)?(?:previous|prior|earlier|original)|(?:consistent|unchanged)\s+(?:with|from)\s+(?:its\s+"
    r"|our\s+|the\s+)?(?:previous|prior|earlier|original)(?!\s+(?:years?|periods?|quarters?|practice)\b)"
    r"|\b(?:target|goal|guidance|outlook|forecast)s?\s+(?:[\w-]+\s+){0,8}?remains?\s+(?=[$€£]?\d)|as\s+previously\s+(?:announced|stated|guided|forecast|indicated|disclosed))"
)
_GIVEN_BY_OTHERS = cue(r"\b(?:analysts?|consensus|street|first\s+call|market|industry|published|fda|customers?|tax|rating)\b[\w\s'’\"“”]*$")
AT_END = ("at the ", "near the ", "in the ", "toward")
"""How acts begin that say at which end of its guidance a metric comes out."""
COMPARES = cue(r"(?:surpass|exceed|above|below|ahead|short|fall\w*\s+short|higher|lower\s+than)")
"""Verbs that compare what will be with guidance, at their beginning."""
_A_BOOST = cue(r"\b(?:an?|the|this|another)\s+(?:[\w-]+\s+){0,2}$")
_AN_UPDATE = cue(r"\b(?:an?|the|this|corporate|business|operational|operations|strategic|shareholder|company|clinical|quarter(?:ly)?|trading)\s+$")
_PARTICIPLE = cue(r"(?:increas|improv|reduc|rais|lower|boost|narrow|maintain|confirm)ed$")
_OF_SOMETHING = cue(r"\b(?:by|with|from|through|despite|due\s+to|of|on|for)\s+$")
_OF_GUIDANCE = cue(rf"\s+(?:(?!(?:on|of|in|and|or|by|for|with|to)\b)[\w-]+\s+){{0,5}}?{_GUIDANCE}\b")
_PASSIVE = cue(r"\b(?:be|been|was|were|is|are|has|have)\s+(?:(?!to\b)\w+\s+)?$")
_VERB_BEFORE = cue(r"(?:^|\b(?:to|will|would|and|we|they|may|could|must|not|also|either|or|company)\s+|[,;:-]\s*)$")  # else "lower" is an adjective
HEADED = cue(rf"\b{_GUIDANCE}\s+(?:for\s+(?:[\w-]+\s+){{1,4}}?)?(?:(?:has|have|is|are|was|were|been|being)\s+){{0,3}}(?:\w+ly\s+)?$")
"""Guidance right before its participle: "full-year outlook raised"."""
_NOT = cue(r"\bor\s+otherwise\s+$|\b(?:not|n['’]t|never)\s+(?:\w+ly\s+)?$")  # "is not updating its guidance"
_AFFIRMS = ("reaffirm", "re-affirm", "reiterat", "re-iterat", "confirm", "affirm", "repeat")
_NO_PARTICIPLE = frozenset(("increase", "decrease", "boost", "cut", "lift", "hike"))  # after "forecast": a noun
_TO_RANGE = cue(r"\s+(?:to|in|by|within|at)\s+(?:(?:an?|the)\s+)?(?:\w+\s+)?")  # "expenses will increase to a range of": what moves is the metric
_TOWARDS = cue(r"\b(?:towards?|reach(?:ing)?|achiev(?:e|ing)|attain(?:ing)?)\s+(?:[\w'’-]+\s+){0,3}$")  # "increase its revenue streams and reach its goal"
_FLATTERS = cue(r",\s+(?:significantly|greatly|substantially|further|dramatically)\s+$")  # ", significantly boosting its outlook"
_AND_ACTS = cue(
    r"\b(?:(?<=and\s)|(?<=,\s))(?:(?P<reaffirmed>(?:re)?affirm(?:s|ed)|reiterat(?:es|ed)|maintain(?:s|ed))|(?P<raised>rais(?:es|ed)|increas(?:es|ed)|lift(?:s|ed))"
    r"|(?P<lowered>lower(?:s|ed)|reduc(?:es|ed)|cuts?)|(?P<narrowed>narrow(?:s|ed)))\s+(?:(?:its|our|the)\s+)?(?:(?!(?:by|and|or|to|of|in|on)\b)[\w-]+\s+){1,6}"
    r"(?:of|to|at|between)\s+(?:[a-z]+\s+){0,3}[$€£(-]*\d"
)  # "lowered its guidance for sales to $5 million and reaffirmed adjusted EBITDA of $1 million"
_NARROWS = cue(
    r"\bnarrow(?:s|ed|ing)\s+(?:(?:its|our|the)\s+)?(?:(?!(?:by|and|or|to|of|gap|loss)\b)[\w-]+\s+){1,7}to\s+(?=[$€£]?\d)"
)  # "narrowed full-year FFO per share to $4.18 to $4.20", which is guidance that was wider
_VIEWS = ("outlook", "view")
_ANY = cue(r"\s+an?\s+(?:[\w-]+\s+){0,3}$")  # "maintains a cautious outlook", of which there may be others
_VERBS_TOO = ("forecasts", "targets", "estimates", "forecast")
_OBJECT = cue(r"\s+(?!(?:to|for|from|by|on|in|at|as|after|amid|due|and|again|with)\b)[a-z]")  # "forecasts increased production"
LONGEST_HEAD = 45  # characters from the word for guidance to its participle
_TITLE = cue(r"\brelease,?\s+(?:(?:en)?titled\s+)?[“\"][^”\"]*$")
_THEIRS = cue(r"\b(?:their|your|his|her)\s+(?:[\w-]+\s+)?$")
_OF_ANALYSTS = cue(r"\banalysts?\s+(?:at\s+\w+\s+)?(?:(?:have|has|had|also|recently)\s+)*$")
_PLANS = ("planned", "budgeted")
PLAN_MOVED = cue(
    r"\b(?:have|has|we|is|are|company)\s+(?:(?P<raised>rais(?:ed|es|ing)|increas(?:ed|es|ing))|(?P<lowered>cut(?:s|ting)?|(?:lower|reduc"
    r"|trimm)(?:ed|es|s|ing)))"
    r"\s+(?:its|our|the)\s+(?:planned|budgeted)\b(?=[^.;]{0,80}?\bto\s+(?:\w+\s+)?[$€£a-z]*\s?\d)"
)
"""A plan that has been moved: "we have cut our planned capital expenditure to"."""
_BUDGET = r"(?:budget|spending(?:\s+plans?)?|capex|capital\s+(?:expenditures?|investments?|program(?:me)?))"
_MOVED = r"(?:cut|trimmed|reduced|lowered|decreased|raised|increased|boosted)"
BUDGET_MOVED = cue(
    rf"\b(?:{_BUDGET}\s+(?:(?:for|in)\s+)?(?:fiscal\s+)?(?:\d{{4}}\s+)?(?:has|have|was|were|is|are)\s+(?:being\s+|been\s+)?(?P<passive>{_MOVED})"
    rf"|(?<!\bto\s)(?<!\bwill\s)(?P<active>{_MOVED})\s+(?:its|our|the)\s+[^.;]{{0,40}}?{_BUDGET}(?:\s+(?:for"
    rf"|in)\s+(?:fiscal\s+)?\d{{4}})?)(?:\s+by\b(?=[^.;]{{2,40}}?\s+to\s)|(?:\s+again)?,?\s+to\b(?=[^.;]{{1,90}}?\s+from\s))"
)
"""A budget that has been moved to another: "has cut its 2026 spending by $40 million to", "spending has been cut to $4 million from"."""
_STOPS = re.compile(r"[.;]\s")
_LONGEST_TITLE = 160
_COMPARED, _AHEAD, _BEHIND = 60, 90, 60  # characters between a comparison, a verb or a passive verb and the word for guidance


@cache
def _act() -> Cue:
    """Return the pattern of all acts, a group a direction."""
    table: dict[str, list[str]] = {}
    for entry in read_entries("figures", "acts"):
        name, words = entry.split("\t")
        table.setdefault(name, []).append(words.replace(" ", r"\s+"))
    return cue(r"\b(?:" + "|".join(rf"(?P<{name}>{'|'.join(words)})" for name, words in table.items()) + r")\b")


_OF_ACTS, _OF_STILL, OF_GUIDES = watch_heads(lambda: _act().heads), watch(_STILL), watch(GUIDE)


def find_acts(words: Words) -> list[Act]:
    """Return the acts whose object is guidance, in order: the verb stands within ninety characters of the word, or says so by itself."""
    text = words.text
    if not words.search(_MAY_ACT, _MARK, 0, len(text)):
        return []
    found: list[Act] = [("reaffirmed", match.start(), match.end()) for match in words.find_all(_STILL, _OF_STILL, 0, len(text))]
    guides = [match.start() for match in words.find_all(GUIDE, OF_GUIDES, 0, len(text))]
    for match in words.find_all(_act(), _OF_ACTS, 0, len(text)) if guides or "now" in text else []:
        name: Direction = match.lastgroup  # type: ignore[assignment]
        verb = match.group()
        if (name == "updated" and "now" in verb.split()) or (name == "withdrawn" and guides and "no longer" in verb) or _has_object(text, match, guides):
            found.append((name, match.start(), match.end()))
    if "narrow" in text and not found:
        found = [("narrowed", *match.span()) for match in _NARROWS.finditer(text)]
    if found and " and " in text:
        found += [(match.lastgroup, *match.span()) for match in _AND_ACTS.finditer(text) if _follows(text, found, match.start())]  # type: ignore[misc]
    if found and "release" in text:
        found = [act for act in found if not _TITLE.search(text, max(0, act[1] - _LONGEST_TITLE), act[1])]
    if any(word in text for word in _PLANS):
        found += [(match.lastgroup, *match.span()) for match in PLAN_MOVED.finditer(text)]  # type: ignore[misc]
    if " by " in text or " from " in text:
        found += [(_way_of(match), *match.span()) for match in BUDGET_MOVED.finditer(text)]
    return sorted(found, key=lambda act: act[1])


def _follows(text: str, acts: list[Act], start: int) -> bool:
    """Return whether an act on guidance stands before a place of the same sentence."""
    return any(end <= start and not _STOPS.search(text, end, start) for _, _, end in acts) and not any(first == start for _, first, _ in acts)


def _way_of(match: re.Match[str]) -> Direction:
    return "raised" if (match["passive"] or match["active"]).startswith(("raised", "increased", "boosted")) else "lowered"


def _is_no_verb(text: str, match: re.Match[str]) -> bool:
    """Return whether a verb's form is another word here: "a lower forecast", "a solid boost", "cost cutting"."""
    start, verb = match.start(), match.group()
    if text.startswith("-", match.end()):
        return True  # "cutting-edge"
    if verb == "update":
        return text.startswith(":", match.end()) or _AN_UPDATE.search(text, max(0, start - 30), start) is not None
    if verb == "lower":
        return not _VERB_BEFORE.search(text[max(0, start - 10) : start])
    if verb in ("boosting", "improving") and _FLATTERS.search(text, max(0, start - 20), start):
        return True
    if verb == "boost":
        return _A_BOOST.search(text[max(0, start - 30) : start]) is not None
    if _PARTICIPLE.match(verb) and _OF_SOMETHING.search(text, max(0, start - 12), start) and not _OF_GUIDANCE.match(text, match.end()):
        return True  # "driven by increased reliance on"
    return match.lastgroup == "lowered" and text.endswith(("cost ", "cost-"), 0, start)


def _has_object(text: str, match: re.Match[str], guides: list[int]) -> bool:
    """Return whether a verb acts on guidance of the company itself, in the same sentence: "raised its outlook", "guidance has been raised"."""
    start, end = match.span()
    if _is_no_verb(text, match) or ((match.lastgroup != "reaffirmed" or match.group().startswith(_AFFIRMS)) and _NOT.search(text[max(0, start - 25) : start])):
        return False
    if _OF_ANALYSTS.search(text, max(0, start - 30), start):
        return False
    compares = match.lastgroup in ("raised", "lowered") and COMPARES.match(match.group()) is not None
    headed = HEADED.search(text[max(0, start - LONGEST_HEAD) : start])
    if headed and (match.group() in _NO_PARTICIPLE or (headed.group().split()[0] in _VERBS_TOO and _OBJECT.match(text, end))):
        headed = None
    passive = not compares and (_PASSIVE.search(text[max(0, start - 25) : start]) is not None or headed is not None)
    return any(
        (start <= place < end + (_COMPARED if compares else _AHEAD) or (passive and 0 <= start - place < _BEHIND))
        and not _STOPS.search(text[min(place, end) : max(place, end)])
        and not (text.startswith("range", place) and _TO_RANGE.fullmatch(text, end, place))
        and not (match.lastgroup == "reaffirmed" and text.startswith(_VIEWS, place) and place > end and _ANY.fullmatch(text, end, place))
        and not (text.startswith("target", place) and "drill" in text)
        and not (match.lastgroup in ("raised", "lowered") and place > end and _TOWARDS.search(text, end, place))
        and not (text.startswith(("goal", "objective"), place) and _THEIRS.search(text, max(0, place - 20), place))
        and (match.group().startswith("comfortable") or not _GIVEN_BY_OTHERS.search(text[max(0, place - 30) : place]))
        for place in guides
    )
