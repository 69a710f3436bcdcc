"""Periods: the words of a text that say for when, and the names they resolve to.

In: a text, and what is known of the release's own date and reporting period (clock.py). Out: mentions in order, each with its
name ("2024-Q3", "/2030", "annual") or None where nothing resolves it. No library serves: dateparser finds single dates (70 ms a
sentence), knows no quarters, halves or fiscal years, and none resolves them by the quarter a release reports.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.analyze.figures.clock import MONTH, Clock
from forelook.analyze.figures.cues import cue, fold
from forelook.analyze.figures.period_names import KINDS, resolve

_YEAR = r"(?:19|20)\d\d"
_FISCAL = r"(?:fiscal(?:\s+and\s+model)?\s+year|fiscal|model\s+year|FY)"
_PERIOD = cue(
    rf"""(?<![\w$€£.,/-])(?:
      (?P<qy>(?P<qy_pre>{_FISCAL}\s*)?(?P<qy_year>{_YEAR})(?:['’]s)?[\s,-]+(?P<qy_fiscal>fiscal[\s-]+)?(?:(?P<qy_nth>first|second|third|fourth|1st
          |2nd|3rd|4th)[\s-]+(?P<qy_kind>quarters?|half)\b|Q(?P<qy_q>[1-4])\b|H(?P<qy_h>[12])\b))
    | (?P<quarter>(?P<q_fiscal>fiscal[\s-]+(?:year[\s-]+)?(?:{_YEAR}\s+)?)?(?:(?P<q_nth>first|second|third|fourth|1st|2nd|3rd
        |4th)(?P<q_mid>[\s-]+fiscal|[\s-]+calendar)?[\s-]+quarters?(?:['’]s)?\b|(?P<q_a>[1-4])Q(?![a-z])|Q(?P<q_b>[1-4])(?!\w))
        (?:,?[\s-]*(?:of\s+|in\s+|for\s+)?(?:the\s+|its\s+|our\s+)?(?P<q_fy>{_FISCAL}|calendar(?:\s+year)?|year)?[\s-]*(?P<q_year>{_YEAR}|['’]\d\d
            |(?<=[QY])\d\d|(?<=[QY][\s-])\d\d)E?\b|,?\s+(?:which\s+)?(?:ending|ended|ends|that\s+ends
            |that\s+will\s+end)\s+(?:on\s+)?(?P<q_month>{MONTH})\s+\d{{1,2}}(?:,\s*(?P<q_ending>{_YEAR}))?)?)
    | (?P<half>(?:(?P<h_nth>first|second|back|latter|1st|2nd)[\s-]+half|H(?P<h_a>[12])(?!\w)|(?P<h_b>[12])H)(?:,?[\s-]*(?:of\s+|in\s+)?(?:the\s+
        |its\s+)?(?P<h_fy>{_FISCAL}|calendar(?:\s+year)?|year|full[\s-]year)?[\s-]*(?P<h_year>{_YEAR}|['’]\d\d|(?<=H)\d\d)?\b)?)
    | (?P<mq>(?:(?P<mq_fiscal>fiscal\s+)?(?P<mq_month>{MONTH})(?P<mq_y>\s+{_YEAR})?\s+quarter\b|(?:fiscal\s+)?quarter\s+(?:that\s+)?(?:ending|ended
        |ends|will\s+end)\s+(?:on\s+)?(?P<me_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<me_year>{_YEAR}))?))
    | (?P<span>(?P<s_n>three|six|nine|twelve|3|6|9|12)[\s-]months?\s+(?:ending|ended)\s+(?P<s_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<s_year>{_YEAR}))?)
    | (?P<fyend>(?:fiscal|full|current)?\s*year\s+(?:that\s+)?(?:ending|ended|ends
        |will\s+end)\s+(?:on\s+)?(?P<fe_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<fe_year>{_YEAR}))?)
    | (?P<years>(?P<ys_fy>{_FISCAL}s?\s+)?(?P<ys_a>{_YEAR})\s*(?:-|–|to|through|until)\s*(?:fiscal\s+|FY\s*)?(?P<ys_b>{_YEAR}|\d\d(?!\d|%|\s*percent
        |\s*million))(?!,\d))
    | (?P<year>(?P<y_pre>(?:full[\s-]+|the\s+)?(?:{_FISCAL}\s*|calendar(?:\s+year)?\s+|full[\s-]+year\s+
        |year\s+)*)?(?P<y_year>{_YEAR})(?P<y_e>E)?(?![\w%]|,\d|\.\d|\s*(?:percent|million|billion)\b)|(?P<fy_pre>FY
        |fiscal\s+(?:year\s+)?)['’]?(?P<fy_short>\d\d)(?!\d|\s*percent|%))
    | (?P<months>(?P<ms_a>{MONTH})(?:\s+(?P<ms_ya>{_YEAR}))?\s*(?:-|–|to|through|and|until)\s*(?P<ms_b>{MONTH})(?:\s+(?:of\s+)?(?P<ms_yb>{_YEAR}))?(?!\s*\d))
    | (?P<bareq2>(?<=\bthe\s)(?P<eq>first|second|third|fourth)(?=[,.;]|\s+and\b|\s*$))
    | (?P<date>(?P<d_month>{MONTH})\.?\s+(?:(?P<d_day>\d{{1,2}})\b(?:,\s*(?P<d_year>{_YEAR}))?|(?:of\s+)?(?P<dm_year>{_YEAR}))
        |(?P<dd_day>\d{{1,2}})\s+(?P<dd_month>{MONTH})(?:\s+(?P<dd_year>{_YEAR}))?|(?P<m_month>{MONTH})(?!\s+\d|\w))
    | (?P<bare>(?:full|whole|entire|current|coming|present|fiscal|calendar|next|this|same|upcoming|following|the)(?:[\s-]+(?:full|fiscal|calendar
        |current|new|coming))*[\s-]+year(?:['’]s)?(?:[\s-]?end)?\b(?!\s+(?:that\s+)?(?:ending|ended|ends|will\s+end|ago|earlier|old|period
        |over\s+year|\d))|year[\s-]?end\b|full[\s-]year\b)
    | (?P<bareq>(?:this|current|next|coming|following|the|present)(?:\s+(?:fiscal|calendar|full|current))*\s+quarter\b(?!\s+(?:that\s+)?(?:ended
        |ending|ends|will|century|of\s+a\b|of\s+an\b)))
    | (?P<nextn>(?:next|coming|following)\s+(?P<n_n>two|three|four|five|six|seven|eight|ten|several|few|\d+)\s+(?:fiscal\s+)?(?P<n_kind>years|quarters|months))
    | (?P<annual>(?:on\s+an\s+)?annuali[sz]ed(?:\s+basis|\s+run[\s-]rate)?\b|annually\b|annual\b(?!\s+(?:meeting|report|results|conference|recurring
        |general|shareholders|stockholders|audit))|per\s+(?:annum|year)\b|(?:a|each|every)\s+year\b(?!\s+(?:ago|earlier|and|from|or))|run[\s-]rate\b
        |yearly\b)
    | (?P<long>long(?:er)?[\s-](?:term|run|range)\b(?!\s+(?:debt|loan|contract|agreement|lease|customer|incentive|relationship|supply|care|borrowings
        |notes|liabilit|asset|investors?|shareholders?|stockholders?|value|capital\s+gain))|over\s+time\b|coming\s+years\b)
    | (?P<near>(?:near|short)(?:er)?[\s-]term\b|coming\s+(?:weeks|months)\b|foreseeable\s+future\b)
    )""",
    re.VERBOSE,
)  # "third quarter of fiscal 2026", "3Q24", "September quarter", "fiscal year ending June 30, 2005", "2024 to 2026", "the full year", "annually"
_BY = cue(
    r"\b(?:by|until|before|through|no\s+later\s+than)(?:\s+(?:the|about|approximately|early|mid|late|calendar))*(?:\s+(?:end|close|beginning"
    r"|start|middle)\s+of)?(?:\s+(?:the|our|its))?[\s-]*$"
)
_SINCE = cue(
    r"\b(?:beginning|starting|commencing|effective|from|as\s+of|begin|start|starts|begins|since|onwards?|after)(?:\s+(?:with|in|on|of|at|as"
    r"|during|late|early|mid))*(?:\s+(?:the|our|its|about|approximately|late|early|fall|end))*(?:\s+of)?[\s-]*$"
)
_COMPARED = cue(
    r"\b(?:(?:compared?(?:\s+(?:to|with))?|versus|vs\.?|against|relative\s+to|same|reported\s+(?:for|in))\b(?:\s+(?:[\w$.%'’-]+)){0,8}?|(?:over"
    r"|from|above|below|prior|previous|last|comparable|corresponding|year[\s-]ago)"
    r"|than\b(?!\s+(?:about\s+|approximately\s+)?[$€£]?\d)(?:\s+[\w$.%'’-]+){0,6}?)\s*(?:\b(?:in|for|of|during|the|a|all|our|its|that|those)\s*){0,4}$"
)
_FASTEN = cue(r"(?:19|20)\d\d|quarter|year|half|annual|[1-4]Q|Q[1-4]|FY|H[12]|[12]H|term|month|time|'\d\d|’\d\d|foreseeable|run|" + MONTH)


class When(NamedTuple):
    """A period's words, and what they mean."""

    start: int
    end: int
    name: str | None
    fiscal: bool
    compared: bool  # it belongs to what a figure is compared with
    year: int | None  # in which it ends
    past: bool  # it was over when the release came out
    kind: str  # the kind of words: quarter, half, year, bare, date, annual …


def find_periods(text: str, clock: Clock) -> list[When]:
    """Return the periods that `text` names, in order."""
    printed, text = text, fold(text)
    if not _FASTEN.search(text):
        return []
    found = []
    for match in _PERIOD.finditer(text):
        kind = next(kind for kind in KINDS if match.group(kind))
        resolved = resolve(kind, match, printed, clock)
        if resolved is None:
            continue
        name, fiscal, year, start = resolved
        before = text[max(0, start - 60) : start]
        compared = bool(_COMPARED.search(before)) and not (year is not None and year >= clock.year and cue(r"\b(?:from|over)\s+(?:the\s+)?$").search(before))
        past = year is not None and year < clock.year - (clock.month <= 4)
        name = _bound(name, before, match)
        end = start + len(text[start : match.end()].rstrip(" ,\t\r\n-"))
        found.append(
            When(
                start,
                end,
                name,
                fiscal or (clock.fiscal_years and match.group("bare") is not None),
                compared or past,
                year,
                past,
                kind,
            )
        )
    return _repeat_quarters(found)


def _repeat_quarters(found: list[When]) -> list[When]:
    """Return the periods with "the quarter" meaning the one named before it."""
    named: When | None = None
    for place, when in enumerate(found):
        if when.kind == "bareq" and named is not None and not when.compared:
            found[place] = when._replace(name=named.name, fiscal=named.fiscal)
        elif when.kind in ("quarter", "mq", "qy") and not when.compared:
            named = when
    return found


def _bound(name: str, before: str, match: re.Match[str]) -> str:
    """Return the name with the slash that "by" or "beginning in" before it gives."""
    if "/" in name or not name[:1].isdigit():
        return name
    if match.group("bare") and cue(r"\bat\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$").search(before):
        return name
    if _BY.search(before):
        return "/" + name
    if _SINCE.search(before) and not cue(r"\bfrom\s+(?:the\s+)?$").search(before):
        return name + "/"
    return name
