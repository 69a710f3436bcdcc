"""Periods of one text that bear on each other: "the quarter" for one named before it, quarters in a row of one year, "during that time".

In: the periods of a text, in order, and its words. Out: the same with what the others say of them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from forelook.expressions.periods.clock import YEAR
from forelook.expressions.periods.period import When
from forelook.expressions.periods.spans import SAME
from forelook.expressions.words.cues import cue

_OF = cue(r"\s*(?:of\s+|in\s+)?(?:the\s+)?")
_FOLLOWING = cue(r"(?:the\s+)?(?:following\s+(?:fiscal\s+)?year\b|year\s+after(?:\s+that)?\s*(?:[.,;)]|and\b|$))")
_BY = cue(r"\bby\s+(?:the\s+)?(?:(?:end|close|middle)\s+of\s+)?$")
_THE_YEAR = cue(r"(?:the\s+)?(?:full[\s-]+|whole\s+|entire\s+)?year")
_OPENS = cue(r"(?:^|[.;]\s+)[^a-z]*(?:(?:[a-z]+\s+){1,4})?(?:in|for|during)\s+(?:(?:fiscal|calendar)\s+(?:year\s+)?)?$")
_SENTENCE, _PART = re.compile(r"[a-z%)\d][.!?]\s"), re.compile(r"\d{4}-([QH]\d)")
_OF_A_YEAR = cue(r"\s+of\s+(?:the\s+|this\s+|next\s+|last\s+)?year\b")
_BESIDE = 10  # characters between a quarter and its year
_LISTED = 80  # characters between the quarters of a list
EACH_OF = cue(r"\b(?:each|both)(?:\s+of)?\s+(?:(?:the|its|our|these)\s+)?$")
"""What stands before periods of which each is meant."""
_AND = cue(r"\s*(?:and|&)\s+(?:(?:the|its|our|in)\s+)*")
_QUARTER = re.compile(r"(\d{4})(?:-Q([1-4]))?")
_IS_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_YEAR = re.compile(YEAR)
_BEFORE = 60  # characters in which words before a period bear on it


def relate(text: str, found: list[When]) -> list[When]:
    """Return the periods of a folded text as the others among them make them out."""
    if len(found) < 2:
        return [when for when in found if when.name != SAME]
    found = _within_years(text, found)
    found = _list_quarters(text, _repeat_quarters(text, _repeat_spans(text, found)))
    if "year" in text:
        found = _follow_years(text, found)
    return join_rows(text, found, each=True) if "each" in text or "both" in text else found


def _within_years(text: str, found: list[When]) -> list[When]:
    """Return the periods with quarters and halves in the year that opens their sentence: "In 2026, sales should rise, with profits in the second half"."""
    opening: When | None = None
    for place, when in enumerate(found):
        if when.kind == "year" and _OPENS.search(text, max(0, when.start - _LISTED), when.start) and (when.name or "").isdigit() and not when.past:
            opening = when
        elif opening is not None and _SENTENCE.search(text, opening.end, when.start):
            opening = None
        elif opening is not None and when.kind in ("quarter", "half") and not when.compared and not _YEAR.search(text, when.start, when.end):
            shared = _PART.fullmatch(when.name or "")
            if shared and opening.year and not _OF_A_YEAR.match(text, when.end):
                found[place] = replace(when, name=f"{opening.name}-{shared.group(1)}", year=opening.year, past=False, over=False)
    for place, (one, other) in enumerate(pairwise(found), 1):
        if other.kind == "bareq2" and one.kind == "half" and (other.name or "")[4:6] == "-H":
            found[place] = replace(other, name=f"{(one.name or '')[:4]}{(other.name or '')[4:]}", year=one.year, past=one.past, kind="half")
    return found


def _repeat_spans(text: str, found: list[When]) -> list[When]:
    """Return the periods with "during that time" meaning the one named before it, "that year" the year of that one, without them where none is."""
    kept = list[When]()
    for when in found:
        if when.name != SAME:
            kept.append(when)
        elif text.endswith("year", when.start, when.end):
            if kept and kept[-1].year and not kept[-1].past:
                bound = "/" if _BY.search(text, max(0, when.start - _BEFORE), when.start) else ""
                kept.append(replace(kept[-1], start=when.start, end=when.end, name=f"{bound}{kept[-1].year}", kind="year", compared=False, over=False))
        elif kept and not kept[-1].compared:
            kept.append(replace(kept[-1], start=when.start, end=when.end, kind="nextn"))
    return kept


def _repeat_quarters(text: str, found: list[When]) -> list[When]:
    """Return the periods with "the quarter" meaning the one named before it, "the year" after a quarter or half of a named year that one's."""
    named: When | None = None
    for place, when in enumerate(found):
        if when.kind == "bareq" and named is not None and not when.compared:
            found[place] = replace(when, name=named.name, fiscal=named.fiscal)
        elif when.kind == "bare" and place and (_ends(found[place - 1], when) or _is_part_of(text, found[place - 1], when)):
            found[place] = replace(when, name=str(found[place - 1].year), year=found[place - 1].year, past=found[place - 1].past)
        elif when.kind in ("quarter", "mq", "qy") and not when.compared:
            named = when
    return found


def _follow_years(text: str, found: list[When]) -> list[When]:
    """Return the periods with "of next year" as words of its quarter or half, and "the following year" as the one after the year named before it."""
    named, kept = 0, list[When]()
    for when in found:
        part = kept[-1] if kept else None
        if when.kind != "bare":
            named = when.year if when.year and (when.name or "").isdigit() and not when.compared else named
            kept.append(when)
        elif part and part.kind in ("quarter", "half") and _OF.fullmatch(text, part.end, when.start):
            kept[-1] = replace(part, end=when.end)
        elif named and _FOLLOWING.match(text, when.start):
            kept.append(replace(when, name=str(named + 1), year=named + 1, past=False, over=False))
        else:
            kept.append(when)
    return kept


def _ends(quarter: When, year: When) -> bool:
    """Return whether a year is named beside the last quarter of one: "the fourth quarter and the full year"."""
    return (quarter.name or "").endswith("-Q4") and 0 <= year.start - quarter.end < _BESIDE and year.name != str(quarter.year)


def _is_part_of(text: str, part: When, year: When) -> bool:
    """Return whether "the year" is the one that a quarter or half before it names: "a weak first half of 2026, but growth for the year as a whole"."""
    named = part.kind in ("quarter", "qy", "half") and not part.compared and not part.past and _YEAR.search(text, part.start, part.end) is not None
    return named and _THE_YEAR.fullmatch(text, year.start, year.end) is not None


def _list_quarters(text: str, found: list[When]) -> list[When]:
    """Return the periods with the quarters of a list in the year that its last one names: "in the first, second and third quarters of 2026"."""
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place : place + 2]
        if other.kind == "quarter" and one.kind in ("quarter", "bareq2") and other.start - one.end < _LISTED and not one.compared and not other.compared:
            if not (_IS_QUARTER.fullmatch(one.name or "") and _IS_QUARTER.fullmatch(other.name or "")):
                continue  # "by the first quarter", which has a beginning or an end only
            year, later = (other.name or "").split("-Q")
            number = (one.name or "").split("-Q")[1]
            listed = _YEAR.search(text, other.start, other.end) or (place + 2 < len(found) and found[place + 2].name == f"{year}-Q{int(later) + 1}")
            if listed and number < later and not _YEAR.search(text, one.start, one.end):
                found[place] = replace(one, name=f"{year}-Q{number}", year=int(year), past=False, over=False)
    return found


def join_rows(text: str, found: list[When], *, each: bool) -> list[When]:
    """Return the periods with those in a row as one: "in the third and fourth quarters", "in 2026 and 2027"; if `each`, only those with "each of" before."""
    joined: list[When] = []
    for when in found:
        one = joined[-1] if joined else None
        meant = one is not None and (not each or EACH_OF.search(text[max(0, one.start - _BEFORE) : one.start]))
        if one is not None and meant and _AND.fullmatch(text, one.end, when.start) and _follow(one.name, when.name):
            joined[-1] = replace(when, start=one.start, name=f"{one.name}/{when.name}", fiscal=one.fiscal or when.fiscal, kind="nextn")
        else:
            joined.append(when)
    return joined


def _follow(one: str | None, other: str | None) -> bool:
    """Return whether a quarter or year is the one right after another."""
    first, last = (_QUARTER.fullmatch(name or "") for name in (one, other))
    if not first or not last:
        return False
    if first.group(2) and last.group(2):
        return int(last.group(1)) * 4 + int(last.group(2)) - int(first.group(1)) * 4 - int(first.group(2)) == 1
    return not (first.group(2) or last.group(2)) and int(last.group(1)) - int(first.group(1)) == 1
