"""The words that say for when: one pattern a kind of period.

In: the words of a folded text. Out: the matches of periods, in order, each with its kind; the first kind that fits wins.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from forelook.expressions.periods.clock import MONTH, YEAR
from forelook.expressions.periods.spans import NUMBER
from forelook.expressions.words.cues import Cue, cue
from forelook.expressions.words.heads import HeadIndex
from forelook.expressions.words.watching import Words, watch

_FISCAL = r"(?:fiscal(?:\s+and\s+model)?\s+year|fiscal|model\s+year|FY)"
_ALONE = r"(?:(?<![\w$€£.,/-])|(?<=\bmid-)|(?<=\bend-)|(?<=\bearly-)|(?<=\blate-))"  # no part of an amount, a date in digits, or a longer word
_YEAR_END_OF = (  # beside a year's end, what it is about
    r"audits?\b|(?:[a-z]+\s+)?(?:sales|orders|demand|buying|spending|purchas\w+)\b"
    r"|clos(?:e|ing)\b|review|inventor|part(?:y|ies)\b|holiday"
)
_SPLIT = r"[-–/]\d\d(?![\d%])"  # the second half of a fiscal year's name: "2024-25"
_PATTERNS = {
    "qy": rf"""(?:the\s+)?(?:{_FISCAL}\s*)?(?P<qy_year>{YEAR})(?:['’]s)?(?![ ]{{3}})[\s,-]+(?:fiscal[\s-]+)?(?:
          (?P<qy_nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?P<qy_kind>quarters?|half)\b|Q(?P<qy_q>[1-4])\b|H(?P<qy_h>[12])\b)""",
    "quarter": rf"""(?P<q_fiscal>fiscal[\s-]+(?:year[\s-]+)?(?:{YEAR}\s+)?)?(?:(?P<q_nth>first|second|third|fourth|final|holiday|1st|2nd|3rd
        |4th)(?:[\s-]+fiscal|[\s-]+calendar)?[\s-]+(?:quarters?(?:['’]s)?|qtrs?)\b|(?P<q_a>[1-4])Q(?![a-z])|Q(?P<q_b>[1-4])(?!\w))
        (?:,?[\s-]*(?:/\s*)?(?:of\s+|in\s+|for\s+)?(?:the\s+|its\s+|our\s+)?(?:{_FISCAL}|calendar(?:\s+year)?|year)?[\s-]*(?P<q_year>{YEAR}(?:{_SPLIT})?|['’]\d\d
            |(?<=[QY])\d\d|(?<=[QY][\s-])\d\d|(?<=Q[1-4]-)\d\d)E?\b|,?\s+(?:which\s+)?(?:ending|ended|ends|that\s+ends
            |that\s+will\s+end)\s+(?:on\s+)?(?P<q_month>{MONTH})\s+(?P<q_day>\d{{1,2}})(?:,\s*(?P<q_ending>{YEAR}))?)?""",
    "quarters": rf"""(?P<qs_nth>first|last|final|next)[\s-]+(?P<qs_n>two|three)[\s-]+quarters\s+(?:of|in)\s+(?:(?:the|our|its)\s+)?
        (?:{_FISCAL}|calendar(?:\s+year)?|year)?[\s-]*(?P<qs_year>{YEAR})?\b""",
    "half": rf"""(?:(?P<h_nth>first|second|back|latter|1st|2nd)[\s-]+(?:half|(?:six|6)[\s-]+months
        (?=\s+of\s+(?:(?:the|this|fiscal|calendar)\s+)*(?:year|20\d\d)))|H(?P<h_a>[12])(?!\w)|(?P<h_b>[12])H)(?:,?[\s-]*(?:/\s*)?(?:of\s+|in\s+)?(?:the\s+
        |its\s+)?(?:{_FISCAL}|calendar(?:\s+year)?|year|full[\s-]year)?[\s-]*(?P<h_year>{YEAR}(?:{_SPLIT})?|['’]\d\d|(?<=H)\d\d)?\b)?""",
    "mq": rf"""(?:(?:fiscal\s+)?(?P<mq_month>{MONTH})(?P<mq_y>\s+{YEAR})?[\s-]+quarter\b|(?:fiscal\s+)?quarter\s+(?:that\s+)?(?:ending|ended
        |ends|will\s+end)\s+(?:on\s+)?(?P<me_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<me_year>{YEAR}))?)""",
    "span": rf"""(?:(?P<s_n>three|six|nine|twelve|3|6|9|12)[\s-]months?|(?P<s_w>13|14|26|39|52|53|thirteen|fourteen)[\s-]weeks?)\s+(?:ending|ended)
        \s+(?P<s_month>{MONTH})(?:\s+(?P<s_day>\d{{1,2}}))?(?:,?\s*(?P<s_year>{YEAR}))?""",
    "fyend": rf"""(?:fiscal|full|current)?\s*year\s+(?:that\s+)?(?:ending|ended|ends
        |will\s+end)\s+(?:on\s+)?(?P<fe_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<fe_year>{YEAR}))?""",
    "years": rf"""(?:the\s+)?(?P<ys_fy>(?:full[\s-]+year\s+|{_FISCAL}s?\s+))?(?P<ys_a>{YEAR})\s*(?:-|–|/(?=\d\d\b(?!/))|to|through|until)
        \s*(?:fiscal\s+|FY\s*)?(?P<ys_b>{YEAR}|\d\d(?!\d|%|\s*percent
        |\s*million))(?!,\d)(?P<ys_end>[\s-]+fiscal[\s-]+year\b)?""",
    "between": rf"""between\s+(?:{_FISCAL}\s*)?(?P<b_a>{YEAR}(?:{_SPLIT})?)\s+and\s+(?:{_FISCAL}\s*)?(?P<b_b>{YEAR}(?:{_SPLIT})?)(?![\w%]|,\d)""",
    "now": rf"""(?:between\s+)?now\s+(?:and|through|until)\s+(?:the\s+end\s+of\s+)?(?:{_FISCAL}\s*)?(?P<now_year>{YEAR})(?![\w%]|,\d)""",
    "rest": rf"""(?:rest|balance|remainder)\s+of\s+(?:(?:the|this|our)\s+)?(?:(?:fiscal|calendar|full)[\s-]+)*(?:year
        (?:\s+(?P<r_a>{YEAR}))?|(?P<r_b>{YEAR}))(?![\w%]|,\d)""",
    "year": rf"""(?:(?:full[\s-]+|the\s+)?(?:{_FISCAL}\s*|calendar(?:\s+year)?\s+|CY\s*|full[\s-]+year\s+
        |year(?:[\s-]?end)?\s+)*)?(?P<y_year>{YEAR})E?(?:[\s-]+(?:fiscal|calendar|full)[\s-]+year\b)?(?!(?:['’]s)?[\s,-]+(?:fiscal[\s-]+)?(?:(?:first|second|third|fourth)[\s-]+(?:quarter|half)\b
        |Q[1-4]\b|H[12]\b))(?![\w%]|,\d|\.\d|\s{0, 2}(?:percent|million|billion)\b)|(?:(?:FY|CY)[ ]?
        |fiscal\s+(?:year\s+)?)['’]?(?P<fy_short>\d\d)(?!\d|\s*percent|%)""",
    "months": rf"""(?P<ms_a>{MONTH})(?:\s+(?P<ms_ya>{YEAR}))?\s*(?:-|–|to|through|and|until)\s*(?P<ms_b>{MONTH})(?:\s+(?:of\s+)?(?P<ms_yb>{YEAR}))?(?!\s*\d)""",
    "bareq2": r"""(?<=\bthe\s)(?P<eq>first|second|third|fourth)(?=[,.;]|\s+(?:and|to|should|will|because)\b|\s*$)""",
    "date": rf"""(?P<d_month>{MONTH})\.?\s+(?:(?P<d_day>\d{{1,2}})\b(?:,\s*(?P<d_year>{YEAR}))?|(?:of\s+)?(?P<dm_year>{YEAR}))
        |(?P<dd_day>\d{{1,2}})\s+(?P<dd_month>{MONTH})(?:\s+(?P<dd_year>{YEAR}))?|(?P<m_month>{MONTH})(?!\s+\d|\w)""",
    "bare": rf"""(?:full|whole|entire|current|coming|present|fiscal|calendar|next|this|same|upcoming|following|the)(?:[\s-]+(?:full|fiscal|calendar
        |current|new|coming))*[\s-]+year(?:['’]s)?(?:[\s-]?end)?\b(?!-(?:ago|earlier)\b)(?!\s+(?:that\s+)?(?:ending|ended|ends|will\s+end|ago|earlier|old|period
        |over\s+year|(?:19|20)\d\d(?![\d,])|(?:end\s+)?(?:{_YEAR_END_OF})))|(?:end\s+of\s+year|year[\s-]?end)\b(?!\s+(?:{_YEAR_END_OF}))|full[\s-]year\b|FY\b(?![\s-]*['’]?\d)""",
    "bareq": r"""(?:this|current|next|coming|following|the|present)(?:\s+(?:fiscal|calendar|full|current))*\s+quarter\b(?!\s+(?:that\s+)?(?:ended
        |ending|ends|will|century|of\s+a\b|of\s+an\b|in\s+which\b|when\b))""",
    "nextn": rf"""within\s+(?:(?:the|about|approximately)\s+)*(?:(?:next|coming|following)\s+)?(?P<w_n>{NUMBER})[\s-]+(?P<w_kind>years|months)\b
        (?!\s+(?:of|after|following|from|prior|before)\b)
        |(?:next|coming|following)\s+(?P<n_n>(?:one|{NUMBER})(?:[\s-]+(?:to|or)[\s-]+|\s*[-–]\s*){NUMBER}|{NUMBER}|several|few|couple\s+of)\s+(?:fiscal\s+)?(?P<n_kind>years
        |quarters|months)\b""",
    "plan": rf"""(?P<p_n>{NUMBER})-year\s+(?=(?:[\w-]+\s+){{0,2}}?(?:plans?|goals?|targets?|objectives?|roadmap|vision|ambition)\b)""",
    "season": r"""(?:holiday\s+quarter\b|(?:(?:this|next|coming|upcoming|early|late|mid)(?:[\s-]+(?:coming|upcoming))?[\s-]+(?:spring|summer|autumn|winter
        |fall(?!\s+(?:in|of|to|from)\b)|holiday
        \s+(?:shopping\s+|travel\s+|selling\s+)?season)|holiday\s+(?:shopping\s+|travel\s+|selling\s+)?season|(?:(?<=\bby\s)|(?<=\bby\sthe\s)|(?<=\buntil\s))(?:spring|summer|autumn|fall|winter)
        |(?<=\bin\sthe\s)(?:spring|summer|autumn|fall|winter)(?!\s+(?:in|of|to|from)\b))\b(?!,?\s+(?:of\s+)?(?:19|20)\d\d)
        |(?:spring|autumn|fall)\s+(?:of\s+)?(?P<sn_year>(?:19|20)\d\d)(?![\w%]|,\d|[-–/]\d))""",
    "holiday": r"""(?:next\s+)?(?P<hd_day>christmas|thanksgiving|labor\s+day|memorial\s+day|election\s+day|fourth\s+of\s+july
        |new\s+year['’]s)\b(?!['’])""",
    "same": r"""(?:that|the\s+same|this|those|these)(?:\s+(?:same|three|four|five|two))?\s+(?:time(?!\s+last)|timeframe|time\s+frame|period|years|months)\b
        |(?:that(?:\s+same)?|the\s+same)\s+year\b""",
    "decade": r"""(?P<dc_part>end|close|middle)\s+of\s+(?:the|this)\s+decade\b|(?:this|next|coming)\s+decade\b|(?:early[\s-]+|late[\s-]+|mid[\s-]+)?20\d0s\b""",
    "annual": r"""(?:on\s+an\s+)?annuali[sz]ed(?:\s+basis|\s+run[\s-]rate)?\b|annually\b
        |(?<!compound\s)(?<!compounded\s)(?<!consecutive\s)annual\b(?!\s+(?:meeting|report|results|conference|recurring
        |general|shareholders|stockholders|audit))|per\s+(?:annum|year)\b|(?:a|each|every)\s+year\b(?!-|\s+(?:over\s+year|ago|earlier|and\s+a\s+half|from\s+(?:now|today)|or\s+(?:so|two|more)|of\b|in\s+which|when\b))|run[\s-]rate\b
        |yearly\b""",
    "long": r"""(?<=under\sits\s)long-term(?=\s+(?:strategy|plan))
        |long(?:er)?[\s-](?:term|run|range)\b(?!\s+(?:debt|loan|contract|agreement|lease|customer|incentive|relationship|supply|care|borrowings
        |notes|liabilit|asset|investors?|shareholders?|stockholders?|value|capital\s+gain|(?:\w+\s+)?(?:models?|algorithm|plans?|strateg)))|over\s+time\b|coming\s+years\b|medium[\s-]term\b""",
    "near": r"""(?:near|short)(?:er)?[\s-]term\b|coming\s+(?:weeks|months|quarters)\b|foreseeable\s+future\b
        |(?<!as\s)(?<!how\s)(?<!too\s)(?<!would\s)soon\b(?!\s+(?:as|after|enough|to\s+be)\b)""",
}
"""Verbose patterns of the kinds, in the order in which they are tried."""
KINDS = tuple(_PATTERNS)


_CUES = [cue(rf"{_ALONE}(?:{pattern})", re.VERBOSE) for pattern in _PATTERNS.values()]


@cache
def _index() -> HeadIndex:
    """Return the index of the patterns' heads."""
    return HeadIndex(pattern.pairs for pattern in _CUES)


@lru_cache(4096)
def _kinds(word: str) -> tuple[tuple[Cue, str, tuple[str, ...]], ...]:
    """Return the patterns of periods that may begin with a word, with their kinds and what the next word must begin with."""
    return tuple((_CUES[number], KINDS[number], following) for number, following in _index().find(word))


MARK = watch(*_CUES)


def match_periods(words: Words) -> list[tuple[str, re.Match[str]]]:
    """Return the periods of a text, each with its kind, in order and without overlap."""
    return words.match_all(MARK, _kinds, "", longest=False)
