"""When a release came out.

In: its folded head, and what it states as fact and predicts. Out: year and month of its date; the year guessed where a dateline gives none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from forelook.expressions.periods.clock import MONTH, YEAR
from forelook.expressions.periods.near_dates import find_near_year
from forelook.expressions.periods.quarters import read_year
from forelook.expressions.periods.reported_quarter import find_ended
from forelook.expressions.words.cues import cue, fold
from forelook.months import MONTHS

_DATE = cue(
    rf"\b({MONTH})\s+(\d{{1,2}})(?:(?:st|nd|rd|th)\b)?(?:,?\s+({YEAR}))?(?!\d)|\b(\d{{1,2}})\s+({MONTH})\s+({YEAR})"
    rf"|\b(\d{{1,2}})/(\d{{1,2}})/((?:19|20)?\d\d)\b"
)
_MONTH_BEFORE = re.compile(r"([a-z]{3})[a-z]*\.?\s+$")
_DIGITS = re.compile(r"\d+")
_MOST_DIGITS = 2  # of a day or a month
_DATELINE = re.compile(r"\s*(?:/|--|—|–|\()")
_ALONE = re.compile(rf"(?<![0-9,.$]){YEAR}(?![\d,%])")
_CENTURIES = ("19", "20")
_FAR = cue(r"\b(?:until|by|through|due|expires?|before|since|beyond|matur\w+|founded|incorporated|established)\s+(?:\w+\s+){0,3}$")
_ENDING = cue(rf"\bquarter,?\s+(?:that\s+)?(?:ending|ends|will\s+end)\s+(?:on\s+)?({MONTH})\s+\d{{1,2}},?\s+({YEAR})")
_ENDED_BEFORE = cue(r"\bended[^.]{0,25}$")
_OTHER_DATE = re.compile(r"\b(?:ended|ending|ends|through|of|at|since|on|by|until|effective|from|beginning|before|after|dated)\s+$")
_LONGEST_MONTH = 24  # characters, with blanks after it
_LONGEST = 12000  # characters whose years are counted
_BYLINE = 900  # characters in which a date that opens no dateline counts


def find_date(head: str, text: Callable[[], str], history: Callable[[], str], forecast: Callable[[], str]) -> tuple[int, int]:
    """Return year and month of the first full date; of a dateline without a year, the month with the year that dates near it tell, or that is named often.

    `text` gives the folded release, `history` and `forecast` what it states as fact and predicts.
    """
    month = 0
    for match in _find_dates(head):
        dated = _DATELINE.match(head, match.end()) is not None
        if not dated and _OTHER_DATE.search(head[max(0, match.start() - 12) : match.start()]):
            continue
        if not dated and match.start() > _BYLINE:
            break
        if full := _read_full(match):
            return full
        month = MONTHS[match.group(1)[:3]] if dated else month or MONTHS[match.group(1)[:3]]
        if dated:
            break
    if month and (ending := _ENDING.search(head)) and month <= MONTHS[ending.group(1)[:3]]:
        return int(ending.group(2)), month
    ended = find_ended(head)
    if ended and ended.group(3):
        return int(ended.group(3)) + (0 < month < MONTHS[ended.group(1)[:3]]), month
    guessed = _guess_year(history(), forecast())
    return (find_near_year(text(), month, guessed) if month and guessed else guessed), month


def _find_dates(head: str) -> Iterator[re.Match[str]]:
    """Return the dates of a text in order; each has digits, which are rarer than letters."""
    end = 0
    for digits in _DIGITS.finditer(head):
        start, stop = digits.span()
        if start < end or stop - start > _MOST_DIGITS:
            continue
        spaced = start and head[start - 1].isspace()
        month = _MONTH_BEFORE.search(head, max(end, start - _LONGEST_MONTH), start) if spaced else None
        match = (month and month.group(1) in MONTHS and _DATE.match(head, month.start())) or _DATE.match(head, start)
        if match:
            end = match.end()
            yield match


def _read_full(match: re.Match[str]) -> tuple[int, int] | None:
    """Return year and month of a date, None where it gives no year."""
    if match.group(3):
        return int(match.group(3)), MONTHS[match.group(1)[:3]]
    if match.group(6):
        return int(match.group(6)), MONTHS[match.group(5)[:3]]
    if match.group(9):
        return read_year(match.group(9)), min(int(match.group(7)), 12)
    return None


def _guess_year(history: str, forecast: str) -> int:
    """Return the latest year that the facts name often, or the first of the forecasts where the facts stop long before it or go beyond it; 0 for none."""
    facts = _count_years(history)
    often = max(facts.values(), default=0)
    past = max((found for found in facts if facts[found] * 4 >= often), default=0)
    ahead = min(_count_years(forecast), default=0)
    if not ahead:
        return past
    return past if past and 0 <= ahead - past <= 1 else ahead


def _count_years(words: str) -> Counter[int]:
    years: Counter[int] = Counter()
    for place in find_years(words[:_LONGEST]):
        before = fold(words[max(0, place - 30) : place])
        if not _FAR.search(before):
            years[int(words[place : place + 4])] += 2 if _ENDED_BEFORE.search(before) else 1
    return years


def find_years(text: str) -> list[int]:
    """Return where the years stand in a text that are no part of an amount, those of one century after those of the other."""
    found: list[int] = []
    for century in _CENTURIES:
        place = text.find(century)
        while place >= 0:
            if _ALONE.match(text, place):
                found.append(place)
            place = text.find(century, place + 2)
    return found
