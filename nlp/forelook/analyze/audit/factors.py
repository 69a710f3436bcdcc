"""Risk factors: the named things that could make results differ, cut out of the sentences of a legend.

In: a text and the spans of its legend's sentences. Out: half-open spans, one a factor: an item of a list, a part between
semicolons or commas, or a sentence that warns of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forelook.analyze.audit.phrases import phrase
from forelook.spans import Span

# "(1)", "(iv)", "(a)", "2)" before an item; not "(the" and not a year
_NUMBERS = re.compile(r"(?<![\w)])(?:\((?:\d{1,2}|[ivx]{1,5}|[a-z]{1,2})\)|(?<=[\s;,:])(?:\d{1,2}|[ivx]{1,5}|[a-h])\))\s*(?=\S)")
_COMMA = re.compile(r",(?=\s)(?!\s+(?:Inc|Ltd|LLC|L\.?P|Corp|N\.?V|S\.?A|plc|Jr|19\d\d|20\d\d)\b)")
_DATE_COMMA = re.compile(r"[A-Z][a-z]{2,8}\.?\s+\d{1,2}$")
_SENTENCE = re.compile(r"(?<=[a-z0-9)%\"”’'])[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Corp|Co|Ltd|No|Dr|Mr|Ms|Mrs|St|vs|Jr|Sr|U\.S|Dec|Jan|Feb|Sept|Oct|Nov|Aug)|\b[A-Z])$")
_LEAD = re.compile(r"[\W_]+|(?:and|or|as well as|including|that)\s+", re.IGNORECASE)
_JOINT = re.compile(r"(?<!\s)\s+(?:and|or)\s+")
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
# "…, including those related to …": the part continues the factor before it
_GOES_ON = re.compile(r"\W+(?:and\s+)?(?:including|particularly|especially|such\s+as)\s+(?:those|that|as\s+a\s+result)\b", re.IGNORECASE)
# ", and as described in our Form 10-K": no part of the list before it, whose last "and" joins two factors
_AS_TOLD = re.compile(
    r"\W*(?:and\s+|each\s+|all\s+)?as\s+(?:\w+\s+){0,2}?(?:described|discussed|detailed|disclosed|set\s+forth|identified|outlined)\b", re.IGNORECASE
)
_FEW, _MANY = 3, 4  # parts between semicolons, commas in one of them
_LIMIT = 2  # marks that make a list
_TAIL = re.compile(r"^\W*(?:(?:and|or)\W+)?(?:including|among them|such as|that|whether)\b", re.IGNORECASE)


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]`: a unit of a legend may hold several."""
    begin = start
    for match in _SENTENCE.finditer(text, start, end):
        if not _ABBREVIATED.search(text[max(begin, match.start() - 6) : match.start()]):
            yield begin, match.start() + 1
            begin = match.end()
    if begin < end:
        yield begin, end


def cut_factors(text: str, start: int, end: int, *, cued: bool = False) -> list[Span]:
    """Return the factors that the sentence `text[start:end]` lists; none if it opens no list of factors.

    `cued` says that the sentence before speaks of factors and this one continues it: "These include …".
    """
    opened = _open(text, start, end, cued=cued)
    return _split(text, opened, end) if opened is not None else []


def cut_subject(text: str, start: int, end: int) -> list[Span]:
    """Return the factors that are the subject of a sentence: "Delays at our foundry and the price of steel could cause results to differ"."""
    caused = phrase("could_cause").search(text, start, end)
    if caused is None or phrase("no_subject").search(text[start : caused.start()]):
        return []
    parts = _without_last_and(text, list(_parts(text, start, caused.start(), ",")))
    return [own for part in parts if _is_factor(text, own := _without_others(text, *part))]


def cut_item(text: str, start: int, end: int) -> list[Span]:
    """Return the factors of a sentence or list item that is a factor, or several between semicolons, as a whole."""
    return [span for span in _parts(text, start, end, ";") if _is_factor(text, span)]


def _open(text: str, start: int, end: int, *, cued: bool) -> int | None:
    """Return where the list begins, after words such as "including, but not limited to"."""
    colon = _colon(text, start, end)
    places = [colon] if colon is not None else [match.end() for match in phrase("factor_open").finditer(text, start, end)]
    for place in places:
        if not cued and phrase("factor_cue").search(text, start, place) is None:
            continue
        if phrase("duty_disclaimed").search(text, start, place):
            return None
        if phrase("told_before").search(text, start, place):
            continue
        while (filler := phrase("factor_filler").match(text, place, end)) and filler.end() > place:
            place = filler.end()  # noqa: PLW2901 - the place moves over the filler
        if not phrase("no_factor_list").match(text, place, end):
            return place
    return None


def _colon(text: str, start: int, end: int) -> int | None:
    """Return the place after the colon that opens a list: it comes before every semicolon. None where there is no such colon."""
    colon = text.find(":", start, end)
    if colon < 0 or ";" in text[start:colon] or end - colon < 15 or not text[colon + 1].isspace():
        return None
    return colon + 1


def _split(text: str, start: int, end: int) -> list[Span]:
    """Return the factors of an open list, cut at its numbers, else at semicolons, else at commas."""
    numbers = list(_NUMBERS.finditer(text, start, end))
    if len(numbers) >= _LIMIT:
        edges = [match.end() for match in numbers]
        stops = [match.start() for match in numbers[1:]] + [end]
        parts = [part for edge, stop in zip(edges, stops, strict=True) for part in _parts(text, edge, stop, ";")]
        return [part for part in parts if _is_factor(text, part)]
    chunks = [chunk for chunk in _parts(text, start, end, ";") if not phrase("reference").search(text[chunk[0] : chunk[1]])]
    if len(chunks) == 1:
        return _split_commas(text, *chunks[0])
    if chunks:
        mixed = len(chunks) <= _FEW  # a list in which a semicolon stands for one of many commas
        found = [part for chunk in chunks for part in (_split_commas(text, *chunk) if mixed and text.count(",", *chunk) >= _MANY else [chunk])]
        return [part for part in found if _is_factor(text, part)]
    return _split_commas(text, start, end)


def _split_commas(text: str, start: int, end: int) -> list[Span]:
    """Return the factors of a list between commas; what follows a reference to filings is not a factor."""
    factors: list[Span] = []
    referred = False
    parts = _join(text, list(_parts(text, start, end, ",")))
    told = len(parts)
    while told > 1 and _AS_TOLD.match(text, *parts[told - 1]):
        told -= 1
    for part in [*_without_last_and(text, parts[:told]), *parts[told:]]:
        own = _without_others(text, *part)
        if phrase("reference").search(text[own[0] : own[1]]) or (referred and not _TAIL.match(text[part[0] : part[1]])):
            referred = True
        elif _is_factor(text, own):
            referred = own != part
            factors.append(own)
    return [] if len(factors) == 1 and phrase("told_elsewhere").search(text, start, end) else factors


def _join(text: str, parts: list[Span]) -> list[Span]:
    """Return the parts, each one that continues the part before it joined to that part."""
    joined: list[Span] = []
    for part in parts:
        if joined and _GOES_ON.match(text, joined[-1][1]):
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined


def _without_others(text: str, start: int, end: int) -> Span:
    """Return a part without a reference to other factors at its end: "the price of steel and other risk factors in our Form 10-K"."""
    match = phrase("and_others").search(text, start, end)
    if match and phrase("reference").search(text[start:end]):
        return _trim(text, start, match.start())
    return start, end


def _without_last_and(text: str, parts: list[Span]) -> list[Span]:
    """Return the parts of a list with the last one cut at its "and", where no comma stands before it: "a, b and c"."""
    if len(parts) < _LIMIT or text[: parts[-1][0]].rstrip().endswith((",and", " and", " or", "\nand", "\nor")):
        return parts
    start, end = parts[-1]
    joints = list(_JOINT.finditer(text, start, end))
    if not joints or _BETWEEN.search(text, start, joints[-1].start()):
        return parts
    return [*parts[:-1], (start, joints[-1].start()), _trim(text, joints[-1].end(), end)]


def _parts(text: str, start: int, end: int, mark: str) -> Iterator[Span]:
    """Yield the parts between marks outside parentheses, without the bullets, conjunctions and blanks at their ends."""
    depth, begin = 0, start
    for place in range(start, end):
        character = text[place]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == mark and depth == 0 and (mark == ";" or _separates(text, begin, place)):
            yield _trim(text, begin, place)
            begin = place + 1
    yield _trim(text, begin, end)


def _separates(text: str, begin: int, place: int) -> bool:
    return _COMMA.match(text, place) is not None and not _DATE_COMMA.search(text[max(begin, place - 14) : place])


def _trim(text: str, start: int, end: int) -> Span:
    while (match := _LEAD.match(text, start, end)) is not None:
        start = match.end()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")®™%"):
        end -= 1
    return start, end


def _is_factor(text: str, span: Span) -> bool:
    """Return whether a part names something: it holds words, and not merely a reference to factors described elsewhere."""
    part = text[span[0] : span[1]]
    return sum(letter.isalpha() for letter in part) >= 4 and not any(phrase(name).search(part) for name in ("reference", "empty"))
