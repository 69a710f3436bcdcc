"""What a number in a statement is: a figure of the forecast, earlier guidance, what it is compared with, or no figure at all.

In: a statement's folded text and a value. Out: the value's role, by the words before and after it.
"""

from __future__ import annotations

import re
from typing import Literal

from forelook.expressions.numbers.amounts import Amount
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.beside import is_difference_of_budget, is_left_out, is_of_subject, is_share_of_another, is_still_expected
from forelook.figures.earlier import is_prior
from forelook.figures.link import COUNTED
from forelook.figures.metrics.mentions import Mention
from forelook.figures.metrics.nouns import read_noun
from forelook.figures.objects import find_verb, is_further
from forelook.figures.offers import is_offered
from forelook.figures.others import OF_MARKET, is_assumed_price, is_of_market, is_of_public, is_of_terms, is_of_world, is_said_by_others
from forelook.figures.past import is_past
from forelook.figures.results import GUIDANCE, IN_YEAR_AFTER, PAST_AFTER, is_result

Role = Literal["figure", "prior", "past", "none"]
_HEDGES = r"(?:\s+(?:about|approximately|around|roughly|some|nearly|almost|a|the|its|our|net|loss|of|earnings|revenue|sales|record|only|just))*"
_EARLIER = cue(
    r"\b(?:previous(?:ly)?(?!\s+(?:year|quarter|period)\b)|prior(?![\s-]+(?:year|quarter|period)\b)|(?<!year\s)(?<!no\s)(?<!not\s)earlier|former(?:ly)?"
    r"|original(?:ly)?|initially(?=\s+(?:plan|expect|forecast|announc|anticipat|budget|guid"
    r"|estimat|project|target|said|set|provid|indicat|issu|given))|(?<=\bits\s)initial|(?<=\bour\s)initial|(?<=\bthe\s)initial(?!\s+(?:phase"
    r"|stage|step|part)\b)|old"
    r"|instead\s+of|in\s+place\s+of"
    rf"|rather\s+than)\b[^.;)]{{0,80}}?(?:guidance|outlook|forecast|estimates?d?|expectations?|projections?|projected|targets?|targeted|range|plan"
    rf"|planned|expected|guided|announced|issued|provided|stated|given|predicted|view|indicated|budget|of|from|than)\b(?:[\w\s,'’-]{{0,30}}\b(?:of"
    rf"|at|from|was|is|were|for|to|between)\b)?{_HEDGES}\s*[\"“]?\s*$"
    rf"|\b(?:rais|increas|lower|reduc|revis|cut|lift|up\b|down\b|chang|boost|narrow|trim|adjust(?!ed\s+(?!(?:its|our|the|to|up\w*|down\w*|from|by|for|guidance|outlook)\b))|widen|updat"
    rf"|tighten)\w*\b(?:[^.;]|\.\d){{0,80}}\bfrom(?:\s+(?:a|the|its|our|about|approximately|between|range|of|at\s+least|earlier))*\s*$"
    rf"|\b(?:compared?\s+(?:to|with)|versus|vs\.?|from|against|than|(?<!the\s)above|(?<!the\s)below|ahead\s+of|over)\s+(?:the\s+|its\s+|our\s+"
    rf"|a\s+)?(?:[\w\s-]{{0,40}}\s)?(?:guidance|outlook|forecast|projection|estimate|target|expectation|plan)s?\b"
    rf"(?!\s+(?:should|will|would|could|can|may|is|are|to\s+(?:be|reach|total))\b)[\w\s,-]{{0,40}}?{_HEDGES}\s*[\"“]?\s*$"
)
_FORMERLY = cue(
    r"\b(?:previously|formerly|(?:previous|prior|earlier|former|original)(?:\s+(?:outlook|guidance|forecast|range|target|estimate))?|as\s+opposed\s+to)"
    r"\s*:?\s*[“\"(]?\s*(?:an?\s+)?$"
    r"|\bhad\s+(?:(?:previously|earlier|originally)\s+)?(?:said|guided|expected|forecast|projected|anticipated|estimated|planned|targeted|been)\b(?:(?!,\s+and\b)[^.;]){0,80}$"
)  # "(previously $47 million", "it had been", "had guided to earnings of"
_SENSITIVE = cue(
    r"\b(?:each|every|an?)\s+(?:[$€£]?[\w.%-]+\s+){1,3}?(?:change|movement|move)\s+(?:in|of)\b[^.;]*$"
    r"|\b(?:each|every)\s+[\w$%.-]+\s+of\s+change\b[^.;]*$"
    r"|\b(?:each|every)(?:\s+additional)?\s*$|\b(?:each|every)\s+(?:additional\s+)?[\d,.]+\s+[a-z]+\s+(?:adds|would|contributes|reduces|costs|changes)\b[^.;]*$|\b(?:each|every)\s+(?:additional\s+)?(?:[$€£]?\d[\d.,]*(?:%|[\s-]+(?:basis|percent\w*|cent|million)[\s-]*(?:points?)?)?\s+)(?:rate\s+)?(?:cut|hike|increase|decrease|rise|decline|drop|reduction)s?\b[^.;]*$"
    r"|\b(?:an?|each|every)\s+(?:change|movement|move|swing)\s+(?:of|in\s+[^.;]{0,30}\bof)\s*$"
)  # "a 10% change in prices moves EBITDA by": what if, no forecast
_ON_ITS_OWN = cue(r"(?:million|billion|percent|cents|%|\d)\)?,\s+(?:and|at\s+an\s+average)\s")  # "formerly $2 million to $3 million, and EBITDA of"
_GIVES = cue(
    r"\b(?:introduc(?:es|ed|ing)|(?:provid|giv|issu|offer|shar|announc)(?:es|s|ing)|(?:today|also)\s+(?:provided|gave|issued|offered|shared|announced|set))"
    r"\s+(?:(?:its|our|the)\s+)?$"
)  # "introduced its initial outlook"
_REVISES = cue(r"\b(?:guidance|outlook|forecast|estimate|expectation|projection|target|range|budget|goal|now|revis\w*|updat\w*|instead)s?\b")
_DIFFERENCE = cue(
    r"\b(?:rais|increas|lower|reduc|cut|lift|boost|narrow|trim|revis|adjust|updat|short\s+of|exceed|miss|surpass"
    r"|beat)\w*\s+(?:[\w$%.,'’-]+\s+){0,8}?(?:guidance|outlook|forecast"
    r"|range|estimate|target|expectation|projection)s?\s+(?:(?!dividends?\b)[\w'’-]+\s+){0,5}?by\s+(?:(?:an?|about|approximately|an\s+additional"
    r"|at\s+least|roughly)\s+)*$"
    r"|\b(?:guidance|outlook|forecast|range|estimate|target)s?\b[^.;]{0,60}\b(?:is|are|was|were|been|being)\s+(?:now\s+)?"
    r"(?:raised|increased|lowered|reduced|cut|lifted|boosted|trimmed)\s+by\s+(?:(?:an?|about|approximately|roughly)\s+)*$"
)  # "raises its range by": how far, which the new range says by itself
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DIFFERS = cue(
    r"\s*(?:per\s+(?:diluted\s+)?share\s+)?(?:above|below|higher\s+than|lower\s+than|more\s+than|less\s+than|better\s+than|worse\s+than)\s+"
    r"(?:was\s+|were\s+)?(?:(?:previously|originally|initially|earlier)\s+(?:expect|anticipat|forecast|project|estimat|plan|guid)\w*"
    r"|(?:the\s+(?:mid-?point|high\s+end|low\s+end|top|bottom)\s+of\s+)?(?:its|our|the|their)?\s*(?:previous|prior|earlier|original|initial|last|former"
    r"|existing|current)\s+(?:[\w-]+\s+){0,3}(?:guidance|outlook|forecast|range|estimate|target|expectation|projection|budget|plan|view)"
    rf"|(?:its|our|the)\s+(?:{_MONTHS})\s+(?:[\w-]+\s+){{0,2}}(?:guidance|outlook|forecast|range|estimate|target)"
    r"|(?:than\s+)?(?:the\s+company|it|we|management)\s+(?:had\s+)?(?:assumed|expected|forecast|projected|planned|anticipated|guided|estimated)\b"
    r"|(?:its\s+|our\s+|the\s+)?(?:plan|budget|target)\b(?!\s+of\b)|the\s+(?:low|high|top|bottom|lower|upper)(?:\s+end)?\s+of\s+(?:its|our|the|their)\s+(?:[\w-]+\s+){0,3}(?:guidance|outlook|forecast|range|estimates?))"
)
_FROM_EARLIER = cue(
    r"\s*(?:relative\s+to|compared?\s+(?:to|with)|versus|from|on)\s+(?:its|our|the)?\s*(?:previous|prior|earlier|original|last|former)\s+(?:[\w-]+\s+){0,2}"
    r"(?:guidance|outlook|forecast|range|estimates?|target|expectations?|projections?)\b"
)
_CHANGE_OF = cue(r"\b(?:reduction|increase|decrease|cut|rise|change|improvement)\s+of\s*$")  # "a reduction of $5 million relative to earlier estimates"
_BASED_ON = cue(r"\b(?:baseline|base(?:\s+(?:year|period|level|amount))?)\s+(?:of|at)\s*$")
_CURRENTLY = cue(
    r"\b(?:from|than|versus|vs\.?|compared\s+(?:to|with)|against)\s+(?:the\s+|its\s+|our\s+|an?\s+)?(?:current|present|existing)(?:\s+\w+){0,3}?(?:\s+of)?\s*$"
    r"|\bto\s+(?:the|its|our)\s+(?:current|present|existing)\s*$"
)  # "up from the current $1.40", "has grown to the current $1.40"
_NO_HARM = cue(r"[\s-]+(?:waste|emissions?|carbon|accidents?|injur|fatalit|harm|defects?|landfill|tolerance|trust|turn|sum|coupon)")  # "zero waste"
_SIZE = cue(
    r"(?:capacity|(?:store|restaurant|branch|shop|club|hotel|unit)\s+count|head\s?count|work\s?force|employment|employees|enrol+ment|staff|positions|jobs)\b"
)
_OTHERS_EXPECTED = cue(r"\b(?:consensus|analysts?['’]?|first\s+call|wall\s+street['’]?s?|street)\s+(?:\w+\s+)?(?:estimates?|expectations?|forecasts?|view)\b")
_FOOTNOTE = re.compile(r"\s*\(\d\)\s")
_BREAKS = cue(
    r"\b(?:to|will|should|would|could|may|reach\w*|achiev\w+|attain\w*|approach\w*|near\w*|target\w*|hit\w*)\s+(?:(?:\w+ly|adjusted|operational"
    r"|ebitda|cash[\s-]flow|cash|operating|profit|net\s+income|earnings)\s+)*$|[;:]\s+$"
)  # "will break even", "Sees Revenue of $5 Million; Breakeven"
_BREAK_EVEN_RESULTS = cue(r"break-?\s?even\s+(?:results|earnings|operations|performance|bottom\s+line|net\s+income)\b")
_COMES_IN = cue(r"\b(?:comes?\s+in|stays?|holds?|held|keeps?|runs?|looks?)\s+(?:\w+ly\s+)?$")
_STAYS = cue(
    r"\b(?:be|remain|to|of|at|or|and|approximately|about|around|near|roughly|essentially|relatively|than|:)\W*$"
    r"|\b(?:up|down)\s[^.;,]*(?:%|percent)[^.;,]{0,40},\s+(?:(?:and|but|then)\s+)?$"
)  # "down 4 percent in the first half, flat in the second"
_SECURITY = cue(r"\b(?:shares?|warrants?|securities|notes|debentures)\b")
_SOLD = cue(r"\b(?:offer(?:ing|s)?|placement|underwrit\w+|subscription)\b(?:[^.;]|\.\d)*$")
_AT_LEVEL = cue(r"\s+at\s+(?:(?:about|approximately|around|roughly)\s+)?[$€£]?\d")  # "flat at 2,900", which says all
_REDONE = cue(
    r"\b(?:remodel|renovat|refurbish|upgrad|relocat|convert|retrofit|refresh|repair|clos)(?:e|ing)?(?:\s+(?:about|some|another|up\s+to))*\s*$"
)  # "open 12 stores and remodel 30"
_ENDED = cue(
    r"\b(?:clos(?:e|ing|ure\s+of)(?:\s+or\s+sell)?|sell\s+or\s+close|shut(?:ter)?(?:ting|ing)?(?:\s+down)?|idl(?:e|ing)|retir(?:e|ing|ement\s+of)|ground(?:ing)?|mothball(?:ing)?|decommission(?:ing)?|divest(?:ing)?"
    r"|sale-?leaseback\s+of)(?:\s+(?:about|approximately|some|roughly|up\s+to|another|as\s+many\s+as|an\s+additional|the))*\s*$"
)  # "will close 14 stores", which there are
_THERE = cue(
    r"(?:[\w-]+\s+){0,2}(?:stores|restaurants|branches|offices|plants|mills|mines|factories|facilities|warehouses|locations|outlets|sites|centers|centres"
    r"|furnaces|smelters|units|aircraft|planes|jets|airplanes|hotels|clinics|hospitals|terminals|lines)\b"
)
_CLOSINGS = cue(r"(?:[\w-]+\s+){0,2}?(?:stores?|restaurants?|branch(?:es)?|plants?|mills?|offices?|outlets?|clubs?)\s+clos(?:ings?|ures?)\b")
_WILL_BE_DONE = cue(
    r"(?:\s+(?!(?:will|would|may)\b)[\w-]+){1,4}(?:,\s+or\s+[^,.;]{1,60},)?\s+(?:will|would|may|are\s+(?:expected|scheduled|slated)\s+to)\s+be\s+"
    r"(?:sold|closed|shut|idled|streamlined|consolidated|divested|retired|mothballed|shuttered|remodeled|refurbished|renovated|upgraded|relocated)\b"
)  # "20 plants, or 17 percent of the total, will be closed"
_GOAL_IS = cue(r"\b(?:goal|target|guidance|forecast)\s+(?:for|of|in)\s+[^.;,]{0,60}\b(?:is|are|remains?)\s*$")
_ONCE = cue(r"\b(?:after|following|upon)(?:\s+(?:the\s+)?(?:first|initial))?\s*$")  # "an interim look after 90 events"
_TIMES_A = cue(r"\s+(?:a|per|an|each|in(?!\s+(?:the\s+)?(?:\w+[\s-]term\b|fiscal\b|(?:19|20)\d\d))|the|as|more|faster|higher|larger|(?:tangible\s+)?book)\b")
_ITEM_OF, _ITEM_ENDS = cue(r"\W*(?:[a-z][\w/&'’-]*\s+){1,6}of(?:\s+between)?\s*"), cue(r"[\s.;,]*(?:and\s*)?$")
_MANY = 100  # what an item that names no noun may count
_OF_EARLIER = watch(_EARLIER)
_OF_SOLD = watch(_SOLD)
_OF_FORMER, _OF_CHANGE = watch(_FORMERLY), watch(_SENSITIVE)
_OF_DIFFERENCE = watch(_DIFFERENCE)
_OF_NOW, _OF_BASE = watch(_CURRENTLY), watch(_BASED_ON)
_MARKET_REACH = 260  # characters before a value in which a market is spoken of
_NEAR, _REACH = 30, 90  # characters before an act, and before a value, in which words bear on it


def may_count(text: str, amount: Amount) -> bool:
    """Return whether an amount may be a figure, without a look at periods: one with a unit, or one that counts something."""
    return bool(amount.unit or amount.currency) or amount.kind == "zero" or read_noun(text, amount) != ""


def find_role(words: Words, value: Value, metrics: list[Mention]) -> Role:
    """Return figure, prior (earlier guidance), past (what a figure is compared with) or none (terms, dates, ages, counts of nothing)."""
    text, market = words.text, value.start - _MARKET_REACH
    first, last = value.lead - _REACH, value.lead
    before, after = text[max(0, first) : last], text[value.end : value.end + 70]
    if value.kind == "zero" and ((value.start > 30 and not _stands_still(text, value, metrics)) or _AT_LEVEL.match(text, value.end)):
        return "none"
    if (words.has(OF_MARKET, market, value.start) and is_of_market(text[max(0, market) : value.start])) or (value.start < 4 and _FOOTNOTE.match(text)):
        return "none"
    if is_still_expected(text, value.end):
        return "figure"
    if earlier := words.search(_EARLIER, _OF_EARLIER, first, last):
        if after.startswith(",") and IN_YEAR_AFTER.match(after) and _REVISES.search(text):
            after = ""  # "a revised budget of $9 million, down from $12 million, for 2027": the year of the budget
        if _ON_ITS_OWN.search(earlier.group()) or _GIVES.search(text, max(0, earlier.start() - _NEAR), earlier.start()):
            return "figure"
        if is_result(earlier.group(), after) or _OTHERS_EXPECTED.search(earlier.group()):
            return "past"
        acted = GUIDANCE.search(earlier.group()) is not None
        compared = not acted and (PAST_AFTER.match(after) or IN_YEAR_AFTER.match(after) or (value.form != "range" and not _REVISES.search(text)))
        return "past" if compared else "prior"
    if words.search(_FORMERLY, _OF_FORMER, first, last) or is_prior(words, value, before, after):
        return "prior"
    if is_past(words, value, before) or PAST_AFTER.match(after) or (value.form != "range" and words.search(_CURRENTLY, _OF_NOW, first, last)):
        return "past"
    if _is_no_forecast(words, value, metrics, after):
        return "none"
    if value.unit or value.kind == "zero":
        return "figure"
    return "figure" if _counts(words, value, metrics, before) else "none"


def _is_no_forecast(words: Words, value: Value, metrics: list[Mention], after: str) -> bool:
    """Whether a value is what others say, is declared, offered or a term, measures a difference, or is the share of something that is so now."""
    text, first, last = words.text, value.lead - _REACH, value.lead
    if (
        (value.unit[:3].isupper() and is_assumed_price(text, value))
        or is_said_by_others(words, value)
        or is_of_public(text, value)
        or is_of_world(text, value, metrics)
        or is_of_subject(text, value, metrics)
    ):
        return True
    if is_offered(words, value) or words.search(_SENSITIVE, _OF_CHANGE, first, last):
        return True
    if words.search(_DIFFERENCE, _OF_DIFFERENCE, value.start - 140, value.start) or _DIFFERS.match(after):
        return True
    before = text[max(0, first) : last]
    if words.search(_BASED_ON, _OF_BASE, first, last) or (_FROM_EARLIER.match(after) and _CHANGE_OF.search(before)):
        return True
    if is_of_terms(words, value, metrics) or (value.unit == "times" and _TIMES_A.match(text, value.end)):
        return True
    return is_left_out(words, value) or is_difference_of_budget(text, value) or (value.unit == "percent" and is_share_of_another(text, value))


def _counts(words: Words, value: Value, metrics: list[Mention], before: str) -> bool:
    """Whether a number without a unit counts something that may be forecast."""
    text = words.text
    if text.startswith("zero", value.start) and (before.rstrip().endswith("net") or _NO_HARM.match(text, value.end)):
        return False  # a goal without a number
    noun = read_noun(text, value)
    if noun and _ONCE.search(before):
        return False
    if noun and words.marks & _OF_SOLD and _SECURITY.search(noun) and _SOLD.search(text[max(0, value.start - 120) : value.start]):
        return False
    if noun and _THERE.match(noun) and (_ENDED.search(before) or _WILL_BE_DONE.match(text, value.end)):
        return False
    if noun and _CLOSINGS.match(noun):
        return False
    if noun is None:
        if _REDONE.search(before):
            return False
        if find_verb(text, value) or is_further(text, (value.start, value.end)) or _GOAL_IS.search(before):
            return True
        if (value.low or 0) >= _MANY and _ITEM_OF.fullmatch(text, 0, value.lead) and _ITEM_ENDS.match(text, value.end):
            return True  # "Student counts of 1,300 to 1,400;", which says nothing else
        return not text.startswith(" of th", value.end) and any(metric.name in COUNTED or _SIZE.match(text, metric.start) for metric in metrics)
    return noun != ""


def _stands_still(text: str, value: Value, metrics: list[Mention]) -> bool:
    """Return whether "flat" or "break even" is what something stays or does, and no word of another use."""
    before = text[max(0, value.start - 90) : value.start]
    if _BREAK_EVEN_RESULTS.match(text, value.start):
        return True
    held = any(metric.end < value.start and not text[metric.end : value.start].strip() for metric in metrics)
    return bool(held or _STAYS.search(before) or _COMES_IN.search(before) or (text.startswith("break", value.start) and _BREAKS.search(before)))
