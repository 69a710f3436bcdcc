"""Numbers in words: "twenty-five", "mid-single digits", "high teens", "low-40s", "flat", "double".

In: the folded words. Out: bounds, as an analyst reads them. The patterns are parts of the one of amounts.py.
"""

from __future__ import annotations

import re

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {word: float(value) for value, word in enumerate((*_ONES, *_TEENS))} | {word: 10.0 * value for value, word in enumerate(_TENS, 2)} | {"a": 1.0, "half": 0.5}
)

_SMALL = "|".join(sorted((*_ONES, *_TEENS), key=len, reverse=True))
COUNT_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[1:])}))?|(?:{_SMALL})(?:[-\s]and[-\s]a[-\s]half)?"
    r"|a\s+couple\s+of(?=\s+(?:hundred|thousand|million|billion|(?:percentage\s+)?points)\b)"
    r"|half[-\s]+a[-\s]+(?=trillion)|half(?=[-\s](?:percentage[-\s])?point\b)|half\s+a(?=\s+(?:million|billion|cent|percent|point"
    r"|percentage))|(?:(?<=by\s)|(?<=by\sabout\s)|(?<=by\sroughly\s)|(?<=by\sapproximately\s)|(?<=by\snearly\s)|(?<=minus\s))a(?=\s+point\b)|a(?=\s+(?:dozen(?!s)|hundred(?!s)|thousand(?!s)|million|billion|penny|full\s+point|percentage\s+point"
    r"|full\s+percentage\s+point))"
)
"""A number in words, up to ninety-nine, "one and a half", "half a" and "a" before a scale or unit."""

_LEVEL = r"(?:low|mid|middle|high|upper)"
_LEVELS = rf"{_LEVEL}(?:[-\s]*to[-\s]*{_LEVEL})?"
DIGITS = (
    rf"(?:{_LEVELS}[-\s]+)?(?:single|double|triple)[-\s]digits?(?!\s+(?:thousands|millions|billions)\b)(?:\s+(?:percentages?|percent|%))?"
    rf"|{_LEVELS}[-\s]+teens?\b(?:\s+(?:percentages?|percent|%))?"
    rf"|{_LEVELS}[-\s]+(?:[2-9]0s\b(?:\s*(?:percent|%))?|[2-9]0(?:\s*(?:percent\b|%)))(?:\s+range)?"
    r"|(?:dozens|hundreds|thousands|millions)(?=\s+of\s+(?!thousands|millions|billions|dollars)[a-z])"
    r"|(?:thousands|millions|billions)\s+of\s+dollars"
    r"|(?:tens|hundreds)\s+of\s+(?:thousands|millions|billions)(?:\s+of\s+dollars)?"
)
"""Bounds in words: "low to mid single digits", "high-teens percent", "mid-60% range", "tens of millions"."""

FIXED = (
    r"even\b(?=\s+with\s+(?:the\s+|its\s+|our\s+)?(?:prior|last|previous|(?:fiscal\s+)?(?:19|20)\d\d\b)|\s+year\s+over\s+year)"
    r"|stable(?=\s+to\s+(?:slightly\s+)?(?:up|down|plus|minus)\s+[$\d])|flat\b(?!\s+(?:rate|fee|screen|panel|roll|glass|bed))|break[-\s]?even\b(?!\s+(?:points?|analys[ei]s|prices?|load|levels?|costs?|occupancy|volumes?)\b)|(?<!-)doubl(?:e|es|ing)\b(?![-\s]digit|\s+down\b)|tripl(?:e|es|ing)\b|quadrupl(?:e|es"
    r"|ing)\b|(?<!the\s)(?<!bitcoin\s)halv(?:e|es|ing)\b|(?:(?<=by\s)|(?<=by\sabout\s)|(?<=by\snearly\s)|(?<=by\sapproximately\s)|(?<=by\sroughly\s)|(?<=by\smore\sthan\s)|(?<=by\sover\s)|(?<=by\sat\sleast\s)|(?<=in\s))half\b(?!\s+(?:of|an?|the)\b)|(?:two|three|four|five)-?fold\b"
    r"|(?:(?<=by\s)|(?<=by\sabout\s)|(?<=by\snearly\s)|(?<=by\sapproximately\s)|(?<=by\sroughly\s)|(?<=of\sabout\s))a\s+(?:third|fifth|tenth)\b"
    r"(?![\s-]+(?:of|part(?:y|ies)|time)\b)"
)
"""Words that are a number by themselves: none for flat and break-even, a growth for the rest."""

SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mm": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
}

_BANDS: dict[str, dict[str, tuple[int, int | None]]] = {
    "single": {"low": (1, 3), "mid": (4, 6), "high": (7, 9), "": (1, 9)},
    "double": {"low": (10, 13), "mid": (14, 16), "high": (17, 19), "": (10, None)},
    "triple": {"": (100, None), "low": (100, None), "mid": (100, None), "high": (100, None)},
    "teen": {"low": (11, 13), "mid": (14, 16), "high": (17, 19)},
    "tens": {"low": (1, 3), "mid": (4, 6), "high": (7, 9)},
}
_SOME_OF, _OF_DOLLARS = re.compile(r"(tens|hundreds)\s+of\s+(thousand|million|billion)"), re.compile(r"(thousand|million|billion)s\s+of\s+dollars")
_LEVEL_WORD, _TENS_DIGITS = re.compile(_LEVEL), re.compile(r"([2-9]0)")
_LINKS = re.compile(r"[-\s]+")
_OPEN = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6}
_PARTS = {"third": 33.3, "fifth": 20.0, "tenth": 10.0}
_MULTIPLES = {"doubl": 100.0, "tripl": 200.0, "quadrupl": 300.0, "halv": -50.0}


def read_word(words: str) -> float:
    """Return the number that words up to "ninety-nine and a half" name."""
    parts = _LINKS.split(words)
    half = 0.5 if parts[-1] == "half" and len(parts) > 1 else 0.0
    if half:
        parts = parts[:-3]
    if parts[0] == "half":
        return 0.5
    if "couple" in parts:
        return 2.0
    return sum(_VALUES[part] for part in parts) + half


def read_digits(words: str) -> tuple[float, float | None]:
    """Return the bounds of a band in words; the upper one is None where it is open."""
    if match := _SOME_OF.match(words):
        return (10.0 if match.group(1) == "tens" else 100.0) * SCALES[match.group(2)], None
    if match := _OF_DOLLARS.match(words):
        return SCALES[match.group(1)], None
    if words in _OPEN:
        return _OPEN[words], None
    levels = [{"middle": "mid", "upper": "high"}.get(level, level) for level in _LEVEL_WORD.findall(words)] or [""]
    kind = next((kind for kind in ("single", "double", "triple", "teen") if kind in words), "tens")
    base = float(found.group(1)) if kind == "tens" and (found := _TENS_DIGITS.search(words)) else 0.0
    low, high = _BANDS[kind][levels[0]][0], _BANDS[kind][levels[-1]][1]
    return base + (low or 0), None if high is None else base + high


def read_fixed(word: str) -> tuple[float, str]:
    """Return the number of a word that is one by itself, and its kind: zero or multiple."""
    if word.endswith("fold"):
        return 100.0 * (_VALUES[word.removesuffix("fold").rstrip("-")] - 1), "multiple"
    if word.endswith("half"):
        return (50.0, "number") if word == "half" else (-50.0, "multiple")  # "by half", "in half"
    if part := _PARTS.get(word[-5:]):
        return part, "number"  # "by a third"
    for stem, number in _MULTIPLES.items():
        if word.startswith(stem):
            return number, "multiple"
    return 0.0, "zero"
