"""Ways: the words by which a forecast says without a number where a metric goes.

In: a folded text and a metric in it. Out: the way: where its words stand, its trend, the metric's name, and the pattern that found it. The patterns
are tried in the order of WAYS; what they leave in doubt is for score.py to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.metrics.mentions import Mention
from forelook.figures.passive_ways import CHANGE_WORDS, find_passive, find_unchanged
from forelook.figures.sign_ways import SIGNED, find_accretive, find_currency, find_return, find_sign
from forelook.figures.way import Metric, Way
from forelook.figures.way_words import AIM, BY_NUMBER, DOWN, FLAT, HIGHEST, LIKE_BEFORE, MODAL, MODAL_WORDS, NOUN_GOES_ON, OF_NUMBER, RECORD_TIME, TO_GO, UP

_AFTER = cue(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?!\bto\s+(?:meet|pay)\b)[\w$%.,'’-]+\s+){{0,9}}?\b{MODAL_WORDS}\b\s+(?:(?!\b(?:and|but|while|because|due|so|which|that|when|once|as(?!\s+(?:much|high|low))"
    rf"|if|no|not)\b)[\w'’,-]+\s+){{0,6}}?(?P<way>{UP}|{DOWN}|{FLAT}|positive|profitable|negative|record(?=\s*(?:[.,;]|in\b|for\b|this\b|next\b|$))|{HIGHEST})\b"
)  # "expenses are expected to increase", "backlog …, and is expected to strengthen"
_BEFORE = cue(
    rf"\b{MODAL_WORDS}\b\s+(?:(?!(?:no|not)\b)[\w'’,$-]+\s+){{0,8}}?(?P<way>(?:{UP}|{DOWN}|more|record|positive|enhance)|increases?|decreases?|growth"
    rf"|improvements?|declines?"
    rf"|reductions?|expansion)\s+(?:in\s+|of\s+|to\s+|for\s+)?(?:(?:the|its|our|total|net|annual|quarterly|quarter|adjusted|operating|diluted|common"
    r"|stock|full[\s-]year|(?:first|second|third|fourth)-quarter|(?:first|second)-half|fourth|first|second|third|fiscal|year|consolidated|both|gross|reported|non-gaap|gaap|cash|sequential)\s+|(?:19|20)\d\d\s+)*"
    r"(?P<free>(?:(?!(?:in|of|to|for|from|and|or|but|on|by|through|with|as|at|our|the|a|an|their|your|that|than|which|is|are|will|be"
    r"|was)\b)[\w&'’-]+\s+){1,4})?$"
)  # "expects higher revenue", "expects an increase in operating expenses"
_NOUN = cue(r"\s+(?P<way>increases?|growth|decreases?|declines?|improvements?|reductions?|expansion)\b")
_NOUN_MODAL = cue(rf"\b{MODAL_WORDS}\b[\w\s,'’-]{{0,60}}$")
_OUTDONE = cue(r"\b(?:exceed(?:s|ing)?|outpac(?:e|es|ing)|than|above|below|surpass(?:es|ing)?)\s+(?:(?:the|its|our|total|net|reported)\s+)*$")
_OF_FIGURE = cue(r"\s+(?:of|to|by|in\s+the\s+range)\b[^.;]{0,30}\d")  # growth "of about 5%"
_AS_BEFORE = cue(
    r"\s+(?:to\s+(?:be|remain)\s+)?(?:\w+ly\s+)?(?P<way>consistent|in\s+line|similar|comparable)\s+(?:with|to)\b"
)  # growth "consistent with the third quarter"
_RATES = cue(
    r"\s+(?:rates?\s+)?(?:is|are|will|should)\s+(?:(?:be|expected|likely|to)\s+){0,3}(?:\w+ly\s+)?(?P<way>higher|lower|slower|faster|flat)\b"
)  # "growth rates will be dramatically higher"
_CHANGE = cue(CHANGE_WORDS)
_FALLS = cue(r"de|re")
_WEIGHS = cue(
    rf"\b{MODAL_WORDS}\b[^.;]{{0,60}}?\b(?:(?P<up>upward)\s+|downward\s+)?(?P<way>pressure|weigh(?:s|ing)?)\s+on\s+(?:(?:the|our|its|reported|near-term)\s+)*$"
)  # "will put pressure on gross margin"
_NEUTRAL = cue(r"\b(?P<way>neutral)\s+to\s+(?:(?:the|its|our|reported|adjusted|cash)\s+)*$")
_ADDS = cue(r"\b(?P<way>add|(?:positively\s+)?contribute)(?:s|ing)?\s+(?:positively\s+)?to\s+(?:(?:the|its|our|net|adjusted)\s+)*$")
_TO_WAY = cue(rf"(?:[^.;:]{{0,60}}?[\s,])?\bto\s+(?:be\s+)?(?:\w+ly\s+)?(?P<way>{UP}|{DOWN}|{FLAT})\b(?!\s+(?:(?:by\s+)?[$€£]?\d|(?:our|its|their|the)\b))")
_NOT_TO = cue(r"\b(?:unlikely|fail(?:s|ed)?|too\s+early|too\s+soon|unable)\b")  # "sales are unlikely to improve"
_EXPECTS_TO = cue(
    r"\b(?:expect|anticipat|project|forecast|estimat|predict|foresee|see|budget|want|look(?:s|ing)?\s+for)(?:s|ed|ing|es|e)?\b(?:\s+(?!(?:to|which|that|will|is|are"
    r"|but)\b)[\w$%.,'’&-]+){0,10}(?:\s+to\s+(?:(?!(?:to|which|that|and|but)\b)[\w$%.'’&-]+\s+){1,10}?and(?:\s+(?:(?:the|our|its|total|net|adjusted)\b)){0,2})?\s*$"
)
_OF_BEFORE = cue(
    r"(?!\s+(?:[\w-]+\s+){0,4}(?:guidance|outlook|forecast|expectations)\b)"
    r"\s+(?:those|that|(?:the|its|our)\s+(?:same|prior|previous|levels?|fiscal|record)|last|prior|previous|fiscal|(?:19|20)\d\d)\b"
)
_EFFECT_ON = cue(
    r"\b(?:headwinds?|tailwinds?|impacts?|effects?|drag|hit)\s+(?:of\s+(?:[\w$%.-]+\s+){1,4})?(?:to|on|for)\s+(?:[\w'’-]+\s+){0,5}$"
)  # "a headwind to sales growth"
_NEGATED = cue(r"(?:\bnot|n['’]t|\bno\s+longer)\s+(?:expect|anticipate|plan|see|believe|foresee)\w*\b(?:(?!\bbut\b)[^.;])*$")
_NEGATIONS = ("no", "n't", "n’t")  # of which each negation has one
_OF_MODAL, _OF_EFFECT, _OF_EXPECTS = watch(MODAL), watch(_EFFECT_ON), watch(_EXPECTS_TO)
_VERB_BEFORE = cue(r"\b(?:(?<!stands\s)(?<!stand\s)to|will|should|would|be|also|further|and)\s+(?:\w+ly\s+)?$")
_PARTICIPLES = frozenset(("projected", "expected", "anticipated", "estimated", "forecast", "forecasted"))
_DETERMINER = cue(r"\b(?:the|our|its|this|of|to|for|in|and)\s+$")
_TRANSITIVE = cue(
    r"(?:reduce|increase|improve|expand|grow|strengthen|lower|accelerate|decrease)\s+(?:(?:the|our|its|their|your|each|any|both)\b"
    r"|[\w-]+['’]s\b)(?!\s+(?:amount|level|rate)\b)"
)  # "which will reduce the footprint"
_ELSEWHERE = cue(r"(?:expand|grow)(?:s|ed|ing|n)?\s+(?:further\s+)?(?:into|across)\b")  # "expand into Norway", no growth of a metric
_ENDS = cue(r"\s*(?:[,.;]|(?:in|by|for|over|as|to|and|from|while|with|through|during|year|this|next|each|further|again|due|on)\b|$)")
_PROSPECT = cue(
    r"\s+(?:opportunit|prospect|potential|targets?\b|guidance|outlook|goals?\b|objective|expectation|strateg|trajector|initiativ|project"
    r"|platform|engine|stor(?:y|ies)\b)"
)  # "revenue growth opportunities"
_PARTICLE = cue(r"\b(?:gear|set|open|line|back|follow|sign|team|wind|end|pick|start)\w*\s+(?:back\s+)?$")  # "gearing up", which is no way
_SET = cue(r"(?:position|ability\s+to\s+(?:deliver|achieve|continue|generate|drive))")
_IN_TIME = cue(
    r"[^.;]{0,60}?\b(?:in|by|for|during|throughout)\s+(?:the\s+)?(?:(?:fiscal|full[\s-]year|calendar|fy|(?:second|back)\s+half\s+of)\s*)?(?:20)?\d\d\b"
)
_PUSHED = cue(r"\s+(?:(?:even|much|still|significantly|further)\s+)?(?P<way>higher|lower)\b")
_PUSHES = cue(r"\b(?:push|driv|bring|send|mov|tak|keep)\w*\s+(?:(?:the|its|our|[\w&’'-]+)\s+){0,2}(?:[\w-]+\s+and\s+)?$")
_EXPECTED = cue(r"\b(?:expected|projected|anticipated|estimated)\s+(?:(?:net|total|adjusted|organic)\s+)*$")
_IS = cue(r"(?:\s+(?!(?:and|but|which|that)\b)[\w'’-]+){0,6}?\s+(?:is|are)\s+(?:\w+ly\s+|much\s+)?(?P<way>higher|lower|flat|unchanged|similar|up|down)\b")
_ADDED = cue(rf"\b{MODAL_WORDS}\b[^.;]{{0,90}}?\b(?P<way>additional|incremental)\s+(?:(?:net|product|annual|recurring)\s+)?$")
_SOURCE = cue(r"\s+(?:cent(?:er|re)s?|streams?|sources?|opportunit|channels?|lines?|models?)")  # "additional revenue streams", which may bring some
_PAYS_MORE = cue(
    r"\b(?:announces?|declares?|proposes?|plans|intends|expects)\s+(?:(?:an?|its|the|annual|quarterly|cash|common|stock|further|(?:19|20)\d\d)\s+)*$"
)
_DRIVEN = cue(r"\bdriven\s+by\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$")
_ABLE = cue(r"\b(?:ability|position\w*\s+(?:us|it|the\s+company))\s+to\s+(?:\w+ly\s+)?$")  # "growth will help our ability to expand"
_MOVES_NEXT = cue(r"\s+(?:(?:our|its|the|total|net|future|annual|(?:(?:first|second|third|fourth|full)[\s-])?(?:quarter(?:ly)?|year)|(?:19|20)\d\d)\s+)*")
_OWNED = cue(r"[\w-]+['’]s\s")
_CAUSE = cue(
    r"\b(?:due\s+to|because\s+of|by|from|(?<!look\s)(?<!looks\s)(?<!looking\s)(?<!call\s)(?<!calls\s)for)\s+(?:an?\s+|the\s+)?$"
)  # "is hurt by lower sales"
_OWN_ALREADY = cue(r"\b(?:our|its|the|this|these)\s+(?:increas|improv|reduc|expand|lower|strengthen)ed$")
_FEW, _OWNED_REACH = 2, 12  # words; characters before a way
_LONGEST_MODAL = 40  # characters after the next metric in which a way still counts
_ITEM_ENDS = 60  # characters from the beginning within which an item or headline names its metric
_MEASURED_BY = ("pick", "exceed", "above", "below", "benefit", "up", "down")  # what another metric does beside this one
_SIGNS = frozenset(("positive", "negative", "profitable"))


def find_way(words: Words, mention: Mention, stop: int) -> Way | None:
    """Return the way that a forecast gives a metric, None where it gives none; the next metric begins at `stop`."""
    metric = Metric(words, mention, words.text[max(0, mention.start - 130) : mention.start], stop)
    if unchanged := find_unchanged(metric):
        return unchanged
    found = _find(metric)
    return None if found is None or _is_denied(metric) else found


def _is_denied(metric: Metric) -> bool:
    """Return whether a forecast says no, or speaks of an effect on the metric."""
    negated = any(word in metric.before for word in _NEGATIONS) and _NEGATED.search(metric.before) is not None
    return negated or metric.search(_EFFECT_ON, _OF_EFFECT) is not None


def _find(metric: Metric) -> Way | None:
    """Return the first way that a pattern finds, none where it is an aim."""
    text, words = metric.text, metric.words
    if metric.mention.name == "fx_impact":
        return find_currency(metric)
    if words.startswith(("accret", "dilut")):
        return find_accretive(metric)
    if words in ("profitability", "profitable", "operating profitability") and ((found := find_return(metric)) or words == "profitable"):
        return found
    if signed := find_sign(metric):
        return signed
    for find in _FINDERS:
        found = find(metric)
        if found and text.startswith("exceed", found.start) and not _OF_BEFORE.match(text, found.end):
            continue
        if found and (_ELSEWHERE.match(text, found.start) or (_TRANSITIVE.match(text, found.start) and not _is_object(metric, found))):
            continue
        if found and metric.mention.end < found.start and _MOVES_NEXT.fullmatch(text, found.end, metric.stop):
            continue  # "the backlog will increase revenue"
        if found and (_DRIVEN.search(text, metric.mention.end, found.start) or _is_particle(text, found)):
            continue
        if found and found.end <= metric.mention.start and _OWN_ALREADY.search(text, max(0, found.start - _OWNED_REACH), found.end):
            continue  # "our increased revenues will"
        if found and text.startswith("benefit", found.start) and not _VERB_BEFORE.search(text[max(0, found.start - 20) : found.start]):
            continue  # "a tax benefit"
        if found and not OF_NUMBER.match(text, found.end) and (text[found.start : found.end] not in _SIGNS or metric.mention.name in SIGNED):
            aim = AIM.search(metric.before[-70:])
            return (
                None if (aim and not _is_set_for_a_time(metric, aim)) or _ABLE.search(text, metric.mention.end, max(found.start, metric.mention.end)) else found
            )
    return None


def _is_set_for_a_time(metric: Metric, aim: re.Match[str]) -> bool:
    """Return whether an aim for which a company says that it is set has a year or a quarter: "positioned to deliver revenue growth in 2026"."""
    return _SET.match(aim.group()) is not None and _IN_TIME.match(metric.text, metric.mention.end) is not None


def _is_particle(text: str, way: Way) -> bool:
    """Return whether "up" belongs to a verb: "things are gearing up"."""
    return text[way.start : way.end] == "up" and _PARTICLE.search(text, max(0, way.start - 20), way.start) is not None


def _is_object(metric: Metric, way: Way) -> bool:
    """Return whether a metric is what a verb moves: "will improve our gross margin", but not "will reduce the footprint", "improve our revenue mix"."""
    return way.end <= metric.mention.start and metric.mention.name != "capital_expenditures" and _ENDS.match(metric.text, metric.mention.end) is not None


def _after(metric: Metric) -> Way | None:
    """Return the way of "expenses are expected to increase"."""
    if _EXPECTED.search(metric.before) and (match := _IS.match(metric.text, metric.mention.end, metric.stop)):
        return metric.after(match, "after")
    if _PUSHES.search(metric.before) and metric.search(MODAL, _OF_MODAL) and (match := _PUSHED.match(metric.text, metric.mention.end)):
        return metric.after(match, "after")
    stop = min(metric.stop + _LONGEST_MODAL, len(metric.text))
    if not metric.sentence.has(_OF_MODAL, metric.mention.end, stop):
        return None
    match = _AFTER.match(metric.text, metric.mention.end, stop)
    return metric.after(match, "after") if match and match.start("way") < metric.stop + 1 else None


def _noun(metric: Metric) -> Way | None:
    """Return the way of "expects revenue growth"."""
    match = _NOUN.match(metric.text, metric.mention.end)
    if match and (after := _RATES.match(metric.text, match.end())):
        return metric.after(after, "after")
    if match and metric.mention.name == "dividend_per_share" and match.group("way").startswith("increase") and _PAYS_MORE.search(metric.before):
        return metric.after(match, "noun", "up")
    if match and (_OUTDONE.search(metric.before) or _is_mentioned(metric.before)):
        return None
    if match and NOUN_GOES_ON.match(metric.text, match.end()):
        return metric.after(match, "noun", "down" if _FALLS.match(match.group("way")) else "up")
    if (
        match
        and (as_before := _AS_BEFORE.match(metric.text, match.end()))
        and (_NOUN_MODAL.search(metric.before) or MODAL.search(metric.text[: match.start()]))
    ):
        return metric.after(as_before, "after", "flat")
    if match is None or _PROSPECT.match(metric.text, match.end()) or not _NOUN_MODAL.search(metric.before) or _OF_FIGURE.match(metric.text, match.end()):
        return None
    return metric.after(match, "noun", "down" if _FALLS.match(match.group("way")) else "up")


def _is_mentioned(before: str) -> bool:
    """Return whether a growth is only mentioned as expected, by an adjective: "effects on the projected revenue growth"."""
    *_, last = (None, *MODAL.finditer(before))
    return last is not None and last.group() in _PARTICIPLES and _DETERMINER.search(before, 0, last.start()) is not None


def _before(metric: Metric) -> Way | None:
    """Return the way of "expects higher revenue", of "neutral to earnings", of "will add to earnings", of "will bring additional revenue"."""
    if metric.mention.name == "revenue" and not _SOURCE.match(metric.text, metric.mention.end) and (added := metric.search(_ADDED, _OF_MODAL)):
        return metric.after(added, "before", "up")
    if weighs := metric.search(_WEIGHS, _OF_MODAL):
        return metric.after(weighs, "before", "up" if weighs["up"] else "down")
    if record := metric.search(RECORD_TIME, _OF_MODAL):
        return metric.after(record, "before", "record")
    match = metric.search(_BEFORE, _OF_MODAL)
    if match and (_PROSPECT.match(metric.text, metric.mention.end) or _CAUSE.search(match.string, match.start(), match.start("way"))):
        return None
    if match and match.group("way") == "enhance" and not _ENDS.match(metric.text, metric.mention.end):
        return None  # "enhance our R&D efforts"
    if match and (match.group("way").startswith(_MEASURED_BY) or not _is_named_freely(match)):
        return None
    if match:
        return None if BY_NUMBER.match(metric.text, metric.mention.end) else metric.after(match, "before", "up" if match.group("way") == "more" else None)
    if not metric.search(MODAL, _OF_MODAL):
        return None
    for pattern, trend in ((_NEUTRAL, "flat"), (_ADDS, "up")):
        if metric.mention.name in SIGNED | {"ffo"} and (match := pattern.search(metric.before)):
            return metric.ahead(match, "before", trend)  # type: ignore[arg-type]
    return None


def _is_named_freely(match: re.Match[str]) -> bool:
    """Return whether the words between a way and its metric may stand there: one or two after a noun, more where "our" or "its" opens them."""
    if match["free"] is None:
        return True
    if match.string[match.end("way") : match.start("free")].endswith((" our ", " its ")) or _OWNED.match(match["free"]):
        return True
    return len(match["free"].split()) <= _FEW and (_CHANGE.fullmatch(match["way"]) is not None or match["way"] == "boost")


def _to_way(metric: Metric) -> Way | None:
    """Return the way of "expects shipments to rise", and of a headline or an item: "Shipments to Rise"."""
    if metric.search(_EXPECTS_TO, _OF_EXPECTS):
        match = TO_GO.match(metric.text, metric.mention.end, metric.stop)
        match = match or (None if metric.words.endswith("growth") else LIKE_BEFORE.match(metric.text, metric.mention.end))
    elif metric.mention.start < _ITEM_ENDS and not metric.search(MODAL, _OF_MODAL):
        match = _TO_WAY.match(metric.text, metric.mention.end, metric.stop)
        match = None if match and _NOT_TO.search(metric.text, metric.mention.end, match.start("way")) else match
    else:
        return None
    return metric.after(match, "to") if match else None


_FINDERS: tuple[Callable[[Metric], Way | None], ...] = (_after, _noun, _before, _to_way, find_passive)
PATTERNS = ("accretive", "return", "sign", "after", "noun", "before", "to")
