"""The filings that a legend names: which form, which year, and whether they have been filed yet.

In: a Matter. Out: spans, and AnnualReports with the ends of their fiscal years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from forelook.analyze.audit.dates import YEAR, find_dates
from forelook.analyze.audit.phrases import phrase
from forelook.spans import Span

if TYPE_CHECKING:
    from forelook.analyze.audit.legend import Legend
    from forelook.analyze.audit.matter import Matter

# An annual report is filed some ten weeks after the year that it covers.
FILING_LAG = timedelta(days=75)
_FOLLOWING, _NEAR = 170, 60  # characters after the name of a report, and before it or a year
_SAME = 12  # characters between two words for one report
_FILED = re.compile(r"(?:filed|dated|submitted|furnished)\b[^.;]{0,90}?$", re.IGNORECASE)
_YEAR_END = re.compile(r"(?:year|period|months)\b[^.;]{0,30}?end(?:ed|ing)[^.;]{0,20}$", re.IGNORECASE)
_FISCAL = re.compile(r"(?:fiscal(?:\s+year)?|for\s+(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?|year\s+(?:ended\s+)?)$", re.IGNORECASE)


@dataclass(frozen=True)
class AnnualReport:
    """An annual report that the legend names: its span, the end of its year (None if the legend does not say), the span that says so."""

    span: Span
    year_end: date | None
    year_span: Span | None


def named_filings(matter: Matter) -> list[Span]:
    """Return the forms and sections that the legend names; sections of documents filed only with an over-the-counter market do not count."""
    forms = list(matter.legend.find("form"))
    if forms:
        return forms
    return [span for span in matter.legend.find("risk_section_named") if not _elsewhere(matter.legend, span)]


def _elsewhere(legend: Legend, span: Span) -> bool:
    start, end = next(each for each in legend.sentences if each[0] <= span[0] < each[1])
    return phrase("otc_filings").search(legend.text, start, end) is not None


def blank_filings(matter: Matter) -> list[Span]:
    """Return the blanks that a draft has left open after the name of a form: "Form 10-K for the year ended December 31, 20[__]"."""
    found = []
    for start, end in matter.legend.sentences:
        named = phrase("form").search(matter.text, start, end)
        if named and (blank := phrase("blank").search(matter.text, named.start(), end)):
            found.append(blank.span())
    return found


def annual_reports(matter: Matter) -> list[AnnualReport]:
    """Return the annual reports that the legend names, in order."""
    found: list[AnnualReport] = []
    for start, end in matter.legend.sentences:
        for match in phrase("annual_form").finditer(matter.text, start, end):
            if found and 0 <= match.start() - found[-1].span[1] < _SAME:
                continue  # "Annual Report on Form 10-K" is one
            found.append(_read_report(matter.text, match.span(), max(start, match.start() - _NEAR), min(end, match.end() + _FOLLOWING)))
    return found


def only_to_come(matter: Matter) -> bool:
    """Return whether every document that the legend names is still to be filed."""
    named = list(matter.legend.find("form"))
    sentences = [each for each in matter.legend.sentences if any(each[0] <= span[0] < each[1] for span in named)]
    return bool(sentences) and all(
        phrase("still_to_file").search(matter.text, *each) and not phrase("on_file").search(matter.text, *each) for each in sentences
    )


def _read_report(text: str, span: Span, start: int, end: int) -> AnnualReport:
    """Return a report with the end of its fiscal year, which the words around it give."""
    if phrase("most_recent").search(text, start, span[1]):
        return AnnualReport(span, None, None)
    filed: tuple[date, Span] | None = None
    for day, place in find_dates(text, span[0], end):
        if phrase("quarterly_form").search(text, span[1], place[0]):
            break
        before = text[max(span[0], place[0] - 110) : place[0]]
        if _YEAR_END.search(before):
            return AnnualReport(span, day, place)
        if filed is None and _FILED.search(before):
            filed = (day - FILING_LAG, place)
    if year := _fiscal_year(text, span, start, end):
        return year
    return AnnualReport(span, *filed) if filed else AnnualReport(span, None, None)


def _fiscal_year(text: str, span: Span, start: int, end: int) -> AnnualReport | None:
    """Return a report named by a bare year ("2019 Annual Report", "Form 10-K for fiscal 2019"), None if there is no such year."""
    for match in YEAR.finditer(text, start, end):
        before = match.end() <= span[0] and not text[match.end() : span[0]].strip(" \n'’s")
        after = match.start() >= span[1] and match.start() - span[1] < _NEAR and _FISCAL.search(text[span[1] : match.start()]) is not None
        if (before or after) and int(match[0]) > 1990:
            return AnnualReport(span, date(int(match[0]), 12, 31), match.span())
    return None
