"""What was reached, or is so now: figures that others are compared with, and those that a company has already.

In: the words of a statement, a value, and the folded text right before it. Out: whether the value is one of these.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.beside import is_of_what_stands
from forelook.figures.results import GUIDANCE

_PAST_BEFORE = cue(
    rf"\b(?:compared?(?:\s+(?:to|with))?|versus|vs\.?|as\s+against|against|relative\s+to"
    rf"|(?<!more\s)(?<!less\s)(?<!better\s)(?<!faster\s)(?<!higher\s)(?<!lower\s)(?<!greater\s)(?<!fewer\s)than|up\s+from|down\s+from|from)(?:\s+(?:the|a|an"
    rf"|last\s+year['’]s|last\s+quarter['’]s|net|(?:{chr(39)}|’)s|actual|reported|record|loss|losses|income|earnings|revenues?|sales|margin|profit"
    rf"|of|about|approximately|nearly|breakeven|results|year-ago|prior-year|in|fiscal|first|second|third|fourth|quarter|year|\d{{4}}|['’]s|same"
    rf"|period|for|pro|forma))*\s*\(?\s*$"
    rf"|\b(?:last\s+year['’]s|last\s+quarter['’]s|prior[-\s]year['’]?s?|year-ago|(?:fy\s?)?\d{{4}}['’]s|fy\s?\d\d['’]s)(?:\s+\w+){{0,3}}\s*$"
    rf"|(?<!have\s)(?<!be\s)\b(?:reported|posted)\s+(?:an?\s+)(?:[\w-]+\s+){{1,5}}of\s*$"
    rf"|(?<!have\s)(?<!be\s)\b(?:reported|posted|recorded|achieved|totaled|generated)\s*$"
)
_OF_YEAR = cue(r"\(\s*(?:in\s+)?(?:q[1-4]\s+|fy\s*|fiscal\s+)?(?:19|20)\d\d(?:/\d\d)?\s*:\s*$")  # "12% (2013: 9.6%)"
_FROM_PAST = cue(
    r"\b(?:from|than|versus|vs\.?|against|compared?\s+(?:to|with)|(?:increase|decrease|growth|improvement|decline|reduction|rise|gain)\s+(?:over"
    r"|on))\s+(?:[\w-]+\s+){0,5}(?:year|quarter|period|half|month)['’]s(?:\s+(?:[\w-]+\s+){0,3})?$"
    r"|\b(?:higher|lower|more|less|better)\s+than\s+(?:[\w-]+\s+){0,3}(?:quarter|year)\s+(?:(?!guid|outlook|forecast|expect|estimat|plan|target|range)[\w&-]+\s+){1,4}of\s*$"
    r"|\b(?:from|than|versus|vs\.?|against|compared?\s+(?:to|with)|(?:increase|decrease|growth|improvement|decline|reduction|rise|gain)\s+(?:over"
    r"|on))\s+(?:[\w%'’&-]+\s+){0,7}?(?:(?:19|20)\d\d|(?:last|prior|previous)[\s-]year)(?:['’]s)?\s+(?:(?!to\b|expect|will\b|is\b|are\b"
    r"|be\b|and\b)[\w&'’-]+\s+){1,6}(?:of|at)\s*$"
)  # "an increase over first quarter 2025 fee revenue of"
_IS_SO = cue(
    r"\b(?:currently|presently|already|to\s+date)\s+(?!are\s+worth\b|expect|anticipat|estimat|project|forecast|plan|target|see|believ|guid|intend|model)\w+"
    r"(?:\s+\w+){0,3}\s*$|\b(?:currently|presently|already)\s*$|\b(?:which|that)\s+(?:(?:account|make|makes|accounts|accounted|represents?|represented)(?:\s+(?:for|up))?|was|were|averaged|totaled|affected|impacted|eliminated|involved)\s*$|\b(?:where|who|which)\s+(?:(?:he|she|they)\s+)?(?:led|ran|managed|oversaw|headed|supervised)\b(?:[^.;,]|[.,]\d)*$|(?<!to\s)(?<!have\s)(?<!be\s)\b(?:drew(?:\s+down)?|furloughed|repaid|borrowed)(?:\s+(?:about|approximately|some|roughly|nearly))?\s*$|(?<!be\s)\b(?:bought|purchased|acquired)\s+for(?:\s+(?:a\s+total\s+of|some))?\s*$|\b(?:amounted\s+to|leased\s+to|stood\s+at|as\s+(?:of"
    r"|at)\b[^.;]{0,80}\b(?:was|were))\s*$|^(?:following|after|building\s+on|despite)(?:\s+(?:an?|its|our))?(?:\s+(?!(?:we|it"
    r"|they)\b)[\w-]+){0,2}\s*$|\b(?:now\s+(?:has|have|operates?|serves?|exceeds?|tops)|boasts?)\s*$|\b(?:reach|network"
    r"|footprint)\s+(?:extending|spanning|stretching)\s+(?:to|over|across)\s*$|\b(?:surpassed|topped|enrolled|(?<!to\s)(?:closes|closed|ends"
    r"|finished|finishes)\s+(?:[\w'’-]+\s+){1,4}with|involving|(?<!capital\s)employed|ended\s+(?:\w+\s+){0,3}with"
    r"|(?<!expects\s)(?<!anticipates\s)(?<!projects\s)(?<!forecasts\s)(?<!sees\s)ending\s+(?:\w+\s+){0,3}with(?:\s+[$€£][^;,]{1,50}?\band)?"
    r"|has\s+an?\s+(?:[\w-]+\s+)?backlog\s+of)"
    r"(?:\s+[\w'’-]+){0,4}\s*$"
    r"|\b(?:has|have)\s+(?:(?:so\s+far|already|now|also)\s+)?(?:hedged|spent|invested|drilled|opened|signed|sold|received|prepaid|repurchased|shipped"
    r"|recorded|incurred|been\s+(?:running|averaging|tracking)(?:\s+at)?)(?:\s+(?:about|approximately|some|over|nearly|more\s+than))?\s*$"
)
_RANGES = cue(r"\b(?:to|will|should|would)\s+range\s+from\s*$")  # "revenue for 2026 to range from"
_RANGE, _AND_RANGES = cue(r"\b(?:to|will|should|would)\s+range\s+from\b"), cue(r",?\s+and\s+(?:[a-z-]+\s+){1,8}from\s*$")
_NOW, _EXCEEDS = ("now ", "already ", "currently "), ("exceeds", "tops", "surpasses", "passes")
_OF_WHICH = cue(r"\bof\s+which(?:\s+(?:about|some|approximately|roughly|nearly))?\s*$")
_OF_WHICH_HAS = cue(r",?\s+of\s+which\s+(?:has|have|had|was|were)\s+(?:already\s+|now\s+)?(?!not\b)[a-z]+")  # "$90 million of which has been achieved"
_HAD = cue(
    r"\b(?:orders?|backlog|cash|debt|liquidity|head\s?count|reserves|order\s+book|pipeline)\b[^.;]{0,40}\b(?:stands?|stood)\s+at\s*$"
    r"|\bto\s+be\s+(?:sold|divested|acquired|closed|disposed\s+of|spun\s+off)\b[^.;]{0,60}\b(?:have|has|had|generates?|employs?)\b[^.;]{0,60}$"
    r"|\bhad\s+(?:(?!(?:expected|planned|forecast|projected|anticipated|estimated|budgeted|guided|given|issued|been|set|said)\b)[\w-]+\s+){1,4}of"
    r"(?:\s+(?:about|approximately|nearly|some|roughly|more\s+than|over))?\s*$"
)  # "had sales of $64 million", "the business to be sold has sales of"
_HAS_BEEN = cue(
    r"\s+(?:(?:has|have|had|was|were|remains?)\b(?!\s+(?:to|yet)\b)|(?:is|are)\s+(?:(?:already|now)\s+)?(?:hedged|contracted|committed|sold|booked|under\s+contract)\b)"
)  # "of which $3 million has been spent", "of which 45% is hedged"
_RUNS = cue(r"\b(?:is|are)\s+(?:currently\s+|now\s+)?running(?:\s+at)?\s*$")  # "sales are running about 5% ahead of last year"
_FURTHER = cue(
    r"\s(?:and|but)\s+(?:will|should|is\s+to|is\s+expected\s+to|to)\s+(?:\w+\s+){0,2}further\b"
)  # "has been cut to $4 million and should fall further"
_WAS_CUT = cue(r"\b(?:has|have)\s+(?:(?:already|now|recently)\s+)?been\s+(?:cut|brought|reduced|trimmed|lowered|expanded|pared)(?:\s+down)?\s+to\s*$")
_HAS_CUT = cue(r"\b(?:has|have)\s+(?:(?:already|also|now)\s+)?(?:cut|reduced|lowered|trimmed|slashed)\s+(?:[\w&'’-]+\s+){1,5}by\s*$")  # "has cut costs by"
_HEDGED_AT = cue(r"\bhedged\s+(?:[\w-]+\s+){0,3}?at(?:\s+an?\s+average(?:\s+price)?(?:\s+of)?)?\s*$")
_OF_COMPARED, _OF_FROM, _OF_SO = watch(_PAST_BEFORE), watch(_FROM_PAST), watch(_IS_SO)
_NEAR = 30  # characters before "from" in which no other figure stands
_REACH = 90  # characters before a value in which words bear on it


def is_past(words: Words, value: Value, before: str) -> bool:
    """Return whether the words before a value make it one that was reached, or is so now."""
    if before.endswith(_NOW) and words.text.startswith(_EXCEEDS, value.lead):
        return True  # "our pipeline now exceeds $4 million"
    if _OF_YEAR.search(before) or _RUNS.search(before) or is_of_what_stands(words, value) or ("hedged" in before and _HEDGED_AT.search(before)):
        return True
    if _FURTHER.search(words.text, value.lead) and _WAS_CUT.search(before) and not GUIDANCE.search(words.text, 0, value.lead):
        return True
    if "by" in words.text[value.lead : value.start] and _HAS_CUT.search(words.text, max(0, value.start - _REACH), value.start):
        return True
    if _OF_WHICH_HAS.match(words.text, value.end) or _HAD.search(before):
        return True
    if _HAS_BEEN.match(words.text, value.end) and _OF_WHICH.search(before):
        return True
    first, last = value.lead - _REACH, value.lead
    compared = words.search(_PAST_BEFORE, _OF_COMPARED, first, last)
    return bool((compared and not _is_from_to(words.text, value, before)) or words.search(_FROM_PAST, _OF_FROM, first, last)) or (
        words.search(_IS_SO, _OF_SO, first, last) is not None and "estimated" not in words.text[value.lead : value.start]
    )


def _is_from_to(text: str, value: Value, before: str) -> bool:
    """Return whether "from" only begins a range: "from 80 to 120 million cubic feet", but not "to $5 from $3 to $4"."""
    if value.form != "range" or not before.rstrip().endswith("from"):
        return False
    if _RANGES.search(before) or (_AND_RANGES.search(before) and _RANGE.search(text, 0, value.lead)):
        return True
    return not any(letter.isdigit() for letter in before[-_NEAR:])
