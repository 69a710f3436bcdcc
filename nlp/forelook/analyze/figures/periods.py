"""Periods: the words of a text that say for when, and the names they resolve to.

In: a text, and what is known of the release's own date and reporting period (clock.py). Out: mentions in order, each with its
name ("2024-Q3", "/2030", "annual") or None where nothing resolves it. No library serves: dateparser finds single dates (70 ms a
sentence), knows no quarters, halves or fiscal years, and none resolves them by the quarter a release reports.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.analyze.figures.clock import MONTH, MONTHS, Clock, quarter_of

_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
_YEAR = r"(?:19|20)\d\d"
_SHORT = rf"(?:{_YEAR}|['’]\d\d)"
_FISCAL = r"(?:fiscal(?:\s+and\s+model)?\s+year|fiscal|model\s+year|FY)"
_PERIOD = re.compile(
    rf"""(?<![\w$€£.,/-])(?:
      (?P<qy>(?P<qy_pre>{_FISCAL}\s*)?(?P<qy_year>{_YEAR})(?:['’]s)?[\s,-]+(?P<qy_fiscal>fiscal[\s-]+)?(?:(?P<qy_nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?P<qy_kind>quarters?|half)\b|Q(?P<qy_q>[1-4])\b|H(?P<qy_h>[12])\b))
    | (?P<quarter>(?P<q_fiscal>fiscal[\s-]+(?:year[\s-]+)?(?:{_YEAR}\s+)?)?(?:(?P<q_nth>first|second|third|fourth|1st|2nd|3rd|4th)(?P<q_mid>[\s-]+fiscal|[\s-]+calendar)?[\s-]+quarters?(?:['’]s)?\b|(?P<q_a>[1-4])Q(?![a-z])|Q(?P<q_b>[1-4])(?!\w))
        (?:,?[\s-]*(?:of\s+|in\s+|for\s+)?(?:the\s+|its\s+|our\s+)?(?P<q_fy>{_FISCAL}|calendar(?:\s+year)?|year)?[\s-]*(?P<q_year>{_YEAR}|['’]\d\d|(?<=[QY])\d\d|(?<=[QY][\s-])\d\d)E?\b|,?\s+(?:which\s+)?(?:ending|ended|ends|that\s+ends|that\s+will\s+end)\s+(?:on\s+)?(?P<q_month>{MONTH})\s+\d{{1,2}}(?:,\s*(?P<q_ending>{_YEAR}))?)?)
    | (?P<half>(?:(?P<h_nth>first|second|back|latter|1st|2nd)[\s-]+half|H(?P<h_a>[12])(?!\w)|(?P<h_b>[12])H)(?:,?[\s-]*(?:of\s+|in\s+)?(?:the\s+|its\s+)?(?P<h_fy>{_FISCAL}|calendar(?:\s+year)?|year|full[\s-]year)?[\s-]*(?P<h_year>{_YEAR}|['’]\d\d|(?<=H)\d\d)?\b)?)
    | (?P<mq>(?:(?P<mq_fiscal>fiscal\s+)?(?P<mq_month>{MONTH})(?P<mq_y>\s+{_YEAR})?\s+quarter\b|(?:fiscal\s+)?quarter\s+(?:that\s+)?(?:ending|ended|ends|will\s+end)\s+(?:on\s+)?(?P<me_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<me_year>{_YEAR}))?))
    | (?P<span>(?P<s_n>three|six|nine|twelve|3|6|9|12)[\s-]months?\s+(?:ending|ended)\s+(?P<s_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<s_year>{_YEAR}))?)
    | (?P<fyend>(?:fiscal|full|current)?\s*year\s+(?:that\s+)?(?:ending|ended|ends|will\s+end)\s+(?:on\s+)?(?P<fe_month>{MONTH})(?:\s+\d{{1,2}})?(?:,?\s*(?P<fe_year>{_YEAR}))?)
    | (?P<years>(?P<ys_fy>{_FISCAL}s?\s+)?(?P<ys_a>{_YEAR})\s*(?:-|–|to|through|until)\s*(?:fiscal\s+|FY\s*)?(?P<ys_b>{_YEAR}|\d\d(?!\d|%|\s*percent|\s*million))(?!,\d))
    | (?P<year>(?P<y_pre>(?:full[\s-]+|the\s+)?(?:{_FISCAL}\s*|calendar(?:\s+year)?\s+|full[\s-]+year\s+|year\s+)*)?(?P<y_year>{_YEAR})(?P<y_e>E)?(?![\w%]|,\d|\.\d|\s*(?:percent|million|billion)\b)|(?P<fy_pre>FY|fiscal\s+(?:year\s+)?)['’]?(?P<fy_short>\d\d)(?!\d|\s*percent|%))
    | (?P<months>(?P<ms_a>{MONTH})(?:\s+(?P<ms_ya>{_YEAR}))?\s*(?:-|–|to|through|and|until)\s*(?P<ms_b>{MONTH})(?:\s+(?:of\s+)?(?P<ms_yb>{_YEAR}))?(?!\s*\d))
    | (?P<bareq2>(?<=\bthe\s)(?P<eq>first|second|third|fourth)(?=[,.;]|\s+and\b|\s*$))
    | (?P<date>(?P<d_month>{MONTH})\.?\s+(?:(?P<d_day>\d{{1,2}})\b(?:,\s*(?P<d_year>{_YEAR}))?|(?:of\s+)?(?P<dm_year>{_YEAR}))|(?P<dd_day>\d{{1,2}})\s+(?P<dd_month>{MONTH})(?:\s+(?P<dd_year>{_YEAR}))?|(?P<m_month>{MONTH})(?!\s+\d|\w))
    | (?P<bare>(?:full|whole|entire|current|coming|present|fiscal|calendar|next|this|same|upcoming|following|the)(?:[\s-]+(?:full|fiscal|calendar|current|new|coming))*[\s-]+year(?:['’]s)?(?:[\s-]?end)?\b(?!\s+(?:that\s+)?(?:ending|ended|ends|will\s+end|ago|earlier|old|period|over\s+year|\d))|year[\s-]?end\b|full[\s-]year\b)
    | (?P<bareq>(?:this|current|next|coming|following|the|present)(?:\s+(?:fiscal|calendar|full|current))*\s+quarter\b(?!\s+(?:that\s+)?(?:ended|ending|ends|will|century|of\s+a\b|of\s+an\b)))
    | (?P<nextn>(?:next|coming|following)\s+(?P<n_n>two|three|four|five|six|seven|eight|ten|several|few|\d+)\s+(?:fiscal\s+)?(?P<n_kind>years|quarters|months))
    | (?P<annual>(?:on\s+an\s+)?annuali[sz]ed(?:\s+basis|\s+run[\s-]rate)?\b|annually\b|annual\b(?!\s+(?:meeting|report|results|conference|recurring|general|shareholders|stockholders|audit))|per\s+(?:annum|year)\b|(?:a|each|every)\s+year\b(?!\s+(?:ago|earlier|and|from|or))|run[\s-]rate\b|yearly\b)
    | (?P<long>long(?:er)?[\s-](?:term|run|range)\b(?!\s+(?:debt|loan|contract|agreement|lease|customer|incentive|relationship|supply|care|borrowings|notes|liabilit|asset|investors?|shareholders?|stockholders?|value|capital\s+gain))|over\s+time\b|coming\s+years\b)
    | (?P<near>(?:near|short)(?:er)?[\s-]term\b|coming\s+(?:weeks|months)\b|foreseeable\s+future\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)  # "third quarter of fiscal 2026", "3Q24", "September quarter", "fiscal year ending June 30, 2005", "2024 to 2026", "the full year", "annually"
_BY = re.compile(r"\b(?:by|until|before|through|no\s+later\s+than)(?:\s+(?:the|about|approximately|early|mid|late|calendar))*(?:\s+(?:end|close|beginning|start|middle)\s+of)?(?:\s+(?:the|our|its))?[\s-]*$", re.IGNORECASE)
_THROUGH = re.compile(r"\bthrough(?:out)?\b[^,;]*$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:beginning|starting|commencing|effective|from|as\s+of|begin|start|starts|begins|since|onwards?|after)(?:\s+(?:with|in|on|of|at|as|during|late|early|mid))*(?:\s+(?:the|our|its|about|approximately|late|early|fall|end))*(?:\s+of)?[\s-]*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:(?:compared?(?:\s+(?:to|with))?|versus|vs\.?|against|relative\s+to|same|reported\s+(?:for|in))\b(?:\s+(?:[\w$.%'’-]+)){0,8}?|(?:over|from|above|below|prior|previous|last|comparable|corresponding|year[\s-]ago)|(?<!more\s)(?<!less\s)(?<!better\s)(?<!higher\s)(?<!lower\s)(?<!greater\s)(?<!fewer\s)(?<!rather\s)than\b(?:\s+[\w$.%'’-]+){0,6}?)\s*(?:\b(?:in|for|of|during|the|a|all|our|its|that|those)\s*){0,4}$",
    re.IGNORECASE,
)
_EXPECTS = re.compile(r"\b(?:expect|anticipat|project|estimat|forecast|guidance|outlook|will|should)\w*", re.IGNORECASE)
_FASTEN = re.compile(r"(?:19|20)\d\d|quarter|year|half|annual|[1-4]Q|Q[1-4]|FY|H[12]|[12]H|term|month|time|'\d\d|’\d\d|foreseeable|run|" + MONTH, re.IGNORECASE)
_WORD_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}


_KINDS = ("qy", "quarter", "half", "mq", "span", "fyend", "years", "year", "months", "bareq2", "date", "bare", "bareq", "nextn", "annual", "long", "near")


class When(NamedTuple):
    """A period's words, and what they mean."""

    start: int
    end: int
    name: str | None
    fiscal: bool
    compared: bool  # it belongs to what a figure is compared with
    year: int | None  # in which it ends
    kind: str  # the kind of words: quarter, half, year, bare, date, annual …


def find_periods(text: str, clock: Clock) -> list[When]:
    """Return the periods that `text` names, in order."""
    if not _FASTEN.search(text):
        return []
    found = []
    for match in _PERIOD.finditer(text):
        if match.group("annual") and re.match(r"a\s", match.group(), re.IGNORECASE) is None and match.end() == match.start():
            continue
        resolved = _resolve(match, text, clock)
        if resolved is None:
            continue
        name, fiscal, year, start = resolved
        before = text[max(0, start - 60) : start]
        compared = bool(_COMPARED.search(before)) and not (year is not None and year >= clock.year and re.search(r"\b(?:from|over)\s+(?:the\s+)?$", before, re.IGNORECASE)) or (year is not None and year < clock.year - (clock.month <= 4))
        name = _bound(name, before, match)
        end = start + len(text[start : match.end()].rstrip(" ,\t\r\n-"))
        found.append(When(start, end, name, fiscal or (clock.fiscal_years and match.group("bare") is not None), compared, year, next(kind for kind in _KINDS if match.group(kind))))
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
    if match.group("bare") and re.search(r"\bat\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$", before, re.IGNORECASE):
        return name
    if _BY.search(before):
        return "/" + name
    if _SINCE.search(before) and not re.search(r"\bfrom\s+(?:the\s+)?$", before, re.IGNORECASE):
        return name + "/"
    return name


def _resolve(match: re.Match[str], text: str, clock: Clock) -> tuple[str, bool, int | None, int] | None:
    """Return name, whether fiscal, year and start of the words; None where they are no period of a figure."""
    get = match.group
    fiscal = bool(re.search(r"fiscal|FY|model\s+year", get(), re.IGNORECASE))
    start = match.start()
    if get("qy"):
        year = int(get("qy_year"))
        if get("qy_q") or (get("qy_kind") or "").lower().startswith("quarter"):
            return f"{year}-Q{get('qy_q') or _NTH[get('qy_nth').lower()]}", fiscal, year, start
        return f"{year}-H{get('qy_h') or _NTH.get(get('qy_nth').lower(), 2)}", fiscal, year, start
    if get("quarter"):
        number = int(get("q_a") or get("q_b") or _NTH[get("q_nth").lower()])
        inner = re.search(_YEAR, get("q_fiscal") or "")
        if get("q_year") or inner:
            year = _full_year(get("q_year") or inner.group())  # type: ignore[union-attr]
        elif get("q_month"):
            year = clock.fiscal_year(number, MONTHS[get("q_month")[:3].lower()], int(get("q_ending")) if get("q_ending") else None)
        else:
            year = clock.year_of_quarter(number)
        return f"{year}-Q{number}", fiscal, year, start
    if get("half"):
        number = int(get("h_a") or get("h_b") or _NTH.get((get("h_nth") or "").lower(), 2))
        year = _full_year(get("h_year")) if get("h_year") else clock.year_of_half(number)
        return f"{year}-H{number}", fiscal, year, start
    if get("mq"):
        month = MONTHS[(get("mq_month") or get("me_month"))[:3].lower()]
        printed = get("mq_y") or get("me_year")
        year = int(printed) if printed else clock.year_of_month(month)
        if get("me_month") and clock.end_month == 12 and not fiscal:
            day = re.search(r"\d{1,2}", get())
            early = day is not None and int(day.group()) <= 7
            return f"{year}-Q{quarter_of((month - 2) % 12 + 1 if early else month)}", fiscal, year, start
        return f"{year}-{month:02}Q", fiscal, year, start
    if get("span"):
        month, count = MONTHS[get("s_month")[:3].lower()], {"three": 3, "six": 6, "nine": 9, "twelve": 12}.get(get("s_n").lower()) or int(get("s_n"))
        year = int(get("s_year")) if get("s_year") else clock.year_of_month(month)
        first = year * 12 + month - count
        if count == 3:
            return f"{year}-{month:02}Q", fiscal, year, start
        return f"{first // 12}-{first % 12 + 1:02}/{year}-{month:02}", fiscal, year, start
    if get("fyend"):
        month = MONTHS[get("fe_month")[:3].lower()]
        year = int(get("fe_year")) if get("fe_year") else clock.year_of_month(month)
        start += len(get()) - len(get().lstrip())
        return str(clock.name_year(year, month)), fiscal or month != 12, year, start
    if get("years"):
        first, last = int(get("ys_a")), get("ys_b")
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        return (f"{first}/{end}", fiscal, end, start) if first < end < first + 40 else None
    if get("year"):
        year = int(get("y_year")) if get("y_year") else _full_year("'" + get("fy_short"))
        lead = re.match(r"the\s+|year\s+(?=\d)", get(), re.IGNORECASE)
        return str(year), fiscal, year, start + (lead.end() if lead else 0)
    if get("months"):
        first, last = MONTHS[get("ms_a")[:3].lower()], MONTHS[get("ms_b")[:3].lower()]
        end = int(get("ms_yb")) if get("ms_yb") else clock.year_of_month(last)
        begin = int(get("ms_ya")) if get("ms_ya") else end - (first > last)
        return f"{begin}-{first:02}/{end}-{last:02}", fiscal, end, start
    if get("bareq2"):
        number = _NTH[get("eq").lower()]
        if "quarter" not in text.lower():
            return None
        return f"{clock.year_of_quarter(number)}-Q{number}", fiscal, clock.year_of_quarter(number), start
    if get("date"):
        return _resolve_date(match, text, clock)
    if get("bare"):
        return _resolve_bare(match, text, clock)
    if get("bareq"):
        words = get().lower()
        quarter, year = clock.next_quarter(2 if "next" in words or "following" in words else 1)
        lead = re.match(r"the\s+|this\s+(?=quarter)", get(), re.IGNORECASE)
        return f"{year}-Q{quarter}", fiscal, year, start + (lead.end() if lead and words.startswith("the") else 0)
    if get("nextn"):
        return _resolve_next(match, clock)
    if get("annual"):
        return "annual", False, None, start
    if get("long"):
        return "long-term", False, None, start
    return "near-term", False, None, start


def _resolve_date(match: re.Match[str], text: str, clock: Clock) -> tuple[str, bool, int | None, int] | None:
    get = match.group
    month = MONTHS[(get("d_month") or get("dd_month") or get("m_month"))[:3].lower()]
    day = get("d_day") or get("dd_day")
    printed = get("d_year") or get("dm_year") or get("dd_year")
    year = int(printed) if printed else clock.year_of_month(month)
    before = text[max(0, match.start() - 30) : match.start()]
    if get("m_month") and (not re.search(r"\b(?:in|by|for|through|until|from|of|during|before|early|late|mid|since|beginning|ending)[\s-]+$", before, re.IGNORECASE) or (get("m_month").lower() == "may" and get("m_month")[0] != "M")):
        return None
    if day and re.search(r"\b(?:effective|beginning|starting|commencing|from)(?:\s+(?:on|with|as\s+of))?\s+$", before, re.IGNORECASE):
        return f"{year}-{month:02}-{int(day):02}/", False, year, match.start()
    if day and re.search(r"\b(?:on|dated|of|since)\s+(?:or\s+about\s+)?$", before, re.IGNORECASE):
        return None
    if clock.month and (year, month) < (clock.year, clock.month) and not printed:
        return None
    if day and month == clock.end_month and int(day) >= 28:
        return str(clock.name_year(year, month)), False, year, match.start()
    return f"{year}-{month:02}", False, year, match.start()


def _resolve_bare(match: re.Match[str], text: str, clock: Clock) -> tuple[str, bool, int | None, int] | None:
    words = " ".join(re.split(r"[\s-]+", match.group().lower()))
    if re.search(r"\bfirst\s+$", text[max(0, match.start() - 7) : match.start()], re.IGNORECASE):
        return None
    start = match.start()
    if words.startswith(("the ", "same ")) and not words.startswith(("the full", "the fiscal", "the current", "the coming", "the new", "the calendar")):
        before = text[max(0, start - 14) : start]
        if words.startswith("same"):
            return None
        if words == "the year" and re.search(r"\b(?:of|earlier\s+in|later\s+in|during)\s+$", before, re.IGNORECASE) and re.search(r"\b(?:beginning|start|time)\s+of\s+$", text[max(0, start - 20) : start], re.IGNORECASE):
            return None
    year = clock.full_year
    if words.startswith(("next", "coming", "the coming", "upcoming", "following")):
        year = clock.full_year if clock.reports_full_year else clock.current_year + 1
    elif words.startswith(("this", "current", "the current", "present")):
        year = clock.current_year
    lead = re.match(r"the\s+(?=year\b|full\b|fiscal\b|whole|entire|current|coming|new|calendar)", match.group(), re.IGNORECASE)
    return str(year), "fiscal" in words, year, start + (lead.end() if lead and words != "the year" else 4 if words == "the year end" else 0)


def _resolve_next(match: re.Match[str], clock: Clock) -> tuple[str, bool, int | None, int] | None:
    count = _WORD_NUMBERS.get(match.group("n_n").lower()) or (int(match.group("n_n")) if match.group("n_n").isdigit() else 0)
    kind = match.group("n_kind").lower()
    if not count:
        return ("near-term" if kind == "months" else "long-term" if kind == "years" else "near-term"), False, None, match.start()
    if kind == "years":
        first = clock.full_year if clock.reports_full_year else clock.current_year
        return f"{first}/{first + count - 1}", False, first + count - 1, match.start()
    if kind == "quarters":
        (one, year), (last, end) = clock.next_quarter(1), clock.next_quarter(count)
        return f"{year}-Q{one}/{end}-Q{last}", False, end, match.start()
    if count == 12:
        first = clock.month_index + 1
        return f"{first // 12}-{first % 12 + 1:02}/{(first + 11) // 12}-{(first + 11) % 12 + 1:02}", False, (first + 11) // 12, match.start()
    return None


def _full_year(printed: str) -> int:
    digits = printed.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) < 70 else 1900) + int(digits)


