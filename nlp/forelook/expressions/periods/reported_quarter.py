"""The quarter or year that a release reports.

In: its folded head. Out: the quarter's number and printed year; when the reported period ended.
"""

from __future__ import annotations

import re

from forelook.expressions.periods.clock import MONTH, SLIP, YEAR
from forelook.expressions.periods.quarters import last_year
from forelook.expressions.words.cues import cue
from forelook.months import MONTHS

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTER = cue(
    rf"\b(?:(?P<fy0>fiscal|FY)?[\s-]*(?:year\s+)?(?P<year0>{YEAR}(?!\s*\n\s*\n))?[\s,-]*(?P<fy1>fiscal\s+)?(?:(?P<nth>first|second|third"
    rf"|fourth)(?P<fy2>[\s-]+fiscal)?[\s-]+quarter|Q(?P<q>[1-4])\b|(?P<q2>[1-4])Q))"
    rf"(?:(?:\s+and\s+(?:full[\s-]|fiscal[\s-])?(?:year|annual|twelve|six|nine|first)[\w\s-]{{0,8}}?)?[\s,-]*(?:(?:of|for|in)\s+)?(?:the\s+"
    rf"|its\s+)?(?P<fy3>fiscal(?:\s+year)?|FY|year|calendar(?:\s+year)?)?[\s-]*(?P<year>{YEAR}(?:[-–/]\d\d(?![\d/]))?|(?<=FY)\d\d|(?<=Q)\d\d|['’]\d\d)\b)?"
)
_ENDED = cue(rf"\b(?:quarter|half|months|period|year|weeks)[\w\s,()-]{{0,30}}?\s+ended\s+({MONTH})\s+(\d{{1,2}})(?:,?\s*({YEAR}))?")
_ENDING = cue(rf",?\s+(?:which\s+)?(?:ending|ends|that\s+ends|that\s+will\s+end|will\s+end)\s+(?:on\s+)?({MONTH})\s+(\d{{1,2}})(?:,?\s*({YEAR}))?")
_ANCHOR = cue(r"q(?:(?<=[1-4]q)|uarter\b|[1-4]\b)")  # begins with one letter, to which the engine skips
REPORTS = cue(
    r"\b(?:reports?|reported|reporting|announces?|announced|posts?|posted|delivers|provides?|provided|releases?|records?|recorded|achieves?|releasing)\b[^.]*$"
)
_RESULTS = cue(r"\b(?:results|earnings|revenues?|sales|income|loss|profits?|EPS|shareholder\s+letter)\b")
_RESULTS_OF = cue(r"\b(?:results|earnings|revenues?|sales|income|loss|profits?)\s+(?:for|of|in)\s+(?:the\s+|its\s+)?(?:\w+\s+)?$")
_EVENT = cue(
    r"\b(?:clos|complet|begin|start|commenc|launch|deliver|occur|effective|dividend|conference|meeting|compared|versus|over|from|than)\w*\b[^.]{0,45}$"
)
_AHEAD = cue(
    r"\b(?:preliminary|expects?|sees|anticipates?|outlook|guidance|estimates?|forecasts?|will|to\s+(?:report|exceed)|warns?|revises?|lowers?"
    r"|raises?|updates?|comment)\b"
)
_SEES = cue(r"\b(?:expects?|sees|anticipates?|estimates?|forecasts?|warns?|to\s+(?:report|post))\s+(?:[\w'’-]+\s+){0,4}$")
_TITLED = cue(r"\s+[-–—]\s+\S")
_GUIDED = cue(r"\s*(?:guidance|outlook|forecasts?|targets?)\b")
_EXPECTED = cue(r"\b(?:expected|preliminary)\b")
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n\s*\n")
_OF_FISCAL = cue(r"\b(?:fiscal|fy)")
_AHEAD_MONTHS = 6  # from a release to the end of a calendar quarter that it forecasts
_LONGEST_NTH = 32  # characters before "quarter" in which its number and year stand
_LONGEST_ENDED = 40  # characters before and after the word
_TITLE = 80  # characters of a title before its quarter: "Halvorsen fourth quarter 2025 - high activity"
_WHERE = 1800  # characters of the head in which the quarter is named


def find_ended(head: str) -> re.Match[str] | None:
    """Return the first words that say when a period ended."""
    place = head.find("ended")
    while place >= 0:
        if match := _ENDED.search(head, max(0, place - _LONGEST_ENDED), place + _LONGEST_ENDED):
            return match
        place = head.find("ended", place + 1)
    return None


def find_end(head: str, year: int, month: int) -> tuple[int, int, bool]:
    """Return month and year in which the reported period ended (0 where nothing says so), and whether it is a year; a week's slip is mended."""
    match = find_ended(head)
    if match is None:
        return 0, 0, False
    ended = MONTHS[match.group(1)[:3]]
    ended_year = int(match.group(3)) if match.group(3) else year - (0 < month < ended)
    if int(match.group(2)) <= SLIP:
        ended, ended_year = (ended - 1, ended_year) if ended > 1 else (12, ended_year - 1)
    words = match.group()
    return ended, ended_year, ("year" in words or "twelve" in words) and "quarter" not in words


def find_ending(head: str, quarter: re.Match[str], year: int) -> tuple[int, int]:
    """Return month and year in which a quarter will end, by the words right after it: "third quarter, ending March 28"; 0 where they do not say so."""
    match = _ENDING.match(head, quarter.end())
    if match is None:
        return 0, 0
    month, ends = MONTHS[match.group(1)[:3]], int(match.group(3)) if match.group(3) else year
    return (month - 1, ends) if int(match.group(2)) <= SLIP and month > 1 else (month, ends)


def find_quarter(head: str, year: int, month: int) -> tuple[re.Match[str] | None, bool]:
    """Return the quarter that a release reports, or expects to report, and whether it is the latter."""
    best, expected = None, False
    for anchor in _ANCHOR.finditer(head, 0, _WHERE):
        start = anchor.start() - (anchor.group() == "q")
        if start and head[start - 1].isalnum():
            continue
        if anchor.group() == "quarter" and not any(nth in head[max(0, start - _LONGEST_NTH) : start] for nth in _NTH):
            continue
        match = _QUARTER.search(head, max(0, start - _LONGEST_NTH), anchor.end() + 60)
        if match is None or match.start() > start:
            continue
        start = match.end() - len(match.group().lstrip(" \t\r\n,-"))
        before, after = head[max(0, start - 110) : start], head[match.end() : match.end() + 60]
        before = _SENTENCE_ENDS.split(before)[-1]
        if _EVENT.search(before) or _is_ahead(match, year, month):
            continue
        titled = match.start() < _TITLE and year_in(match) and _TITLED.match(after) and "invit" not in before
        headed = match.start() < 400 and bool(titled or _RESULTS.search(after.split("\n")[0])) and not _SEES.search(before)
        reports = (bool(REPORTS.search(before)) and not _GUIDED.match(after)) or bool(_RESULTS_OF.search(before)) or headed
        expects = bool(_AHEAD.search(before)) or bool(_EXPECTED.search(after))
        if not reports and (not expects or (not _OF_FISCAL.search(match.group()) and _is_ahead(match, year, month, _AHEAD_MONTHS))):
            continue
        if best is None or (not year_in(best) and year_in(match) and number_of(match) == number_of(best)):
            expected = expects and not reports if best is None else expected
            best = match
        if year_in(best):
            break
    return best, expected


def _is_ahead(match: re.Match[str], year: int, month: int, months: int = 12) -> bool:
    """Return whether a quarter with its year ends more months after the release than one that is reported may; fiscal years run less than a year ahead."""
    printed = year_in(match)
    return bool(printed and month) and printed * 12 + 3 * number_of(match) > year * 12 + month + months


def number_of(match: re.Match[str]) -> int:
    """Return the number of a quarter."""
    return int(match.group("q") or match.group("q2") or _NTH[match.group("nth")])


def year_in(match: re.Match[str]) -> int:
    """Return the year that stands with a quarter, 0 where none does."""
    printed = match.group("year") or match.group("year0")
    if not printed:
        return 0
    return last_year(printed)
