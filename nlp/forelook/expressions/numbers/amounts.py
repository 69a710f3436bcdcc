"""Printed amounts: a number with its currency, scale and unit.

In: a folded text and its words. Out: Amounts in order. No library serves: quantulum3 (MIT) gives spans, but took 52 ms for a sentence where
the budget is 0.15 ms for a release, and reads "$342 million to $348 million" as its middle; text2num rewrites the text, so that
spans are lost, and knows no units; price-parser reads one price.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from msgspec import Struct

from forelook.expressions.numbers.number_words import COUNT_WORDS, DIGITS, FIXED, SCALES, read_digits, read_fixed, read_word
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch_words

_CURRENCIES = {
    "us$": "USD", "u.s.$": "USD", "usd": "USD", "$": "$", "c$": "CAD", "ca$": "CAD", "cdn$": "CAD", "cad": "CAD", "a$": "AUD", "au$": "AUD",
    "aud": "AUD", "hk$": "HKD", "hkd": "HKD", "nt$": "TWD", "s$": "SGD", "sgd": "SGD", "nz$": "NZD", "r$": "BRL", "€": "EUR", "eur": "EUR",
    "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "chf": "CHF", "rmb": "CNY", "cny": "CNY", "sek": "SEK", "nok": "NOK", "dkk": "DKK",
    "inr": "INR", "₹": "INR", "ils": "ILS", "nis": "ILS", "mxn": "MXN", "zar": "ZAR", "krw": "KRW", "brl": "BRL", "ps.": "MXN", "rs.": "INR",
}  # fmt: skip
_UNITS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent", "x": "times", "times": "times", "bp": "basis_points",
    "bps": "basis_points", "bips": "basis_points", "pp": "percentage_points", "ppt": "percentage_points", "ppts": "percentage_points",
    "pts": "percentage_points", "euro": "EUR", "euros": "EUR", "dollars": "$", "dollar": "$", "yen": "JPY", "pounds": "GBP",
    "canadian dollars": "CAD", "u.s. dollars": "USD", "eur": "EUR", "usd": "USD", "cad": "CAD", "gbp": "GBP",
}  # fmt: skip
_MONEY = frozenset(_CURRENCIES.values())
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d)?(?!,\d{3})|\.\d+"
_ALONE = r"(?<![\w$€£¥/])(?<!(?<!\bc)\.)(?<!\d,)"  # no part of a longer word or number
_PRINTED = rf"""
      (?P<open>\(\s?)?(?P<minus>(?<![%)-])[-−‑+](?=[\d.$€£¥(])|(?<=\s)[–](?=[\d.$€£¥(]))?
      (?:(?P<currency>US\$|U\.S\.\s?\$|CA?\$|CDN\s?\$|AU?\$|HK\$|NT\$|S\$|NZ\$|R\$|[$€£¥₹]|(?:USD|CAD|EUR|GBP|AUD|CHF|JPY|RMB|CNY|SEK|NOK|DKK|INR|SGD
          |HKD|ILS|NIS|MXN|ZAR|KRW|BRL)\s?\$?(?=\s?[-−\d.(])|(?:Ps|Rs)\.(?=\s?\d))\s*)?
      (?P<inner>\()?(?P<below>(?<=\s)[-−](?=[\d.]))?(?P<number>{_NUMBER}|(?:{COUNT_WORDS})\b)
      (?P<closed>(?(open)|(?(inner)|(?!)))\)(?=\s?(?:thousand|million|billion|trillion|mn|mm?|bn?|k)\b))?  # $(12) million, ($12) million
      (?:(?![ ]{{6}})\s*+[-‑]?+\s*+(?P<scale>hundred\s+(?:thousand|million)|(?<=[a-z][\s-])hundred(?!\s+(?:percent|and\b))|(?<=[a-z][\s-])dozen\b
          |thousand|million|billion|trillion|mn\b|mln\b|bn\b|(?(currency)(?:mm|(?<=[\d)])[mbk])\b|(?<=[\d])(?<!\b3)[mb]\b(?![-/]))))?
      (?P<close>\))?
      (?P<unit>(?![ ]{{6}})\s*+[-‑]?+\s*+(?:(?:%|percent\b|per\s+cent\b|pct\b)(?:age[\s-]+points?)?(?:\s+points?\b)?
          |(?:full\s+)?(?:percentage[\s-]+points?|basis[\s-]+points?|bps?\b|bips\b|ppts?\b|pts\b|pp\b|points?\b)|cents?\b|¢|penn(?:y|ies)\b)
        |\s?x\b|\s+times\b|[\s-]+(?:(?:U\.S\.|Canadian)\s+)?(?:dollars?|euros?|yen|pounds(?=\s+sterling))\b|\s*+(?:EUR|USD|CAD|GBP)\b)?
      (?P<end>\))?(?![^\W_])"""  # "($0.25)", "US$4.5 billion", "one to two cents", "35 percent"
_SHARE = r"""
    (?P<share>\s*+(?:\(|/|per\b|an?\b|on\s+each\b|for\s+each\b)\s*+(?:(?:fully[\s-]+)?(?:diluted|basic|common|ordinary|adjusted|limited\s+partner
        |partnership)\s+)*(?:share|unit|ads|adr|cbfi|certificate(?!\s+of\b))\b(?:[-\s]diluted)?)?"""  # "per share", "per diluted share"
_NUMERIC = cue(f"{_ALONE}{_PRINTED}{_SHARE}", re.VERBOSE)  # what begins with a digit or a sign
_GROUPS = 12  # of it, which come last in _AMOUNT
_AMOUNT = cue(
    rf"""{_ALONE}(?:
      (?P<digits>{DIGITS})                                                   # mid-single digits, high teens, low-40s
    | (?P<fixed>{FIXED})                                                     # flat, break-even, double
    | {_PRINTED}){_SHARE}""",
    re.VERBOSE,
)
_WORDS = cue(
    r"(?:low|mid|middle|high|upper|single|double|triple|tens|dozens|hundreds|thousands|millions|billions|flat|stable|even|break\w*|doubl\w+|tripl\w+|quadrupl\w+"
    rf"|halv\w+|half|\w+fold|{COUNT_WORDS})"
)
_CODES = frozenset(code.rstrip("$") for code in _CURRENCIES if code[0].isalpha()) | {"a", "u", "ps", "rs"}
_AFTER_A = ("dozen", "couple", "hundred", "thousand", "million", "billion", "penny", "full", "percentage", "point", "third", "fifth", "tenth")
_CODE = re.compile(rf"[a-z.]{{1,4}}\s?\$|[pr]s\.\s?\d|[a-z]{{3}}\s?[-−]?[\d.(]|a\s+(?:{'|'.join(_AFTER_A)})")
_NOTE = re.compile(r"[a-z]\(\d{1,2}\)")  # a footnote's mark: "EBITDA(1)"
_FORM = re.compile(r"(?:8|10|20|40)-[kqf]\b|43-101\b|7-eleven\b")
_LONGEST_CODE = 6  # characters with the dollar sign
_SIGNS = frozenset("$€£¥₹.(-−‑+–")
_BLANKS = " \n\t\xa0"
_LEAD = _BLANKS + "".join(_SIGNS)
_BEFORE_AMOUNT = frozenset("$€£¥₹")
_AFTER_YEAR = cue(r"[.,]\d|\s?%|[\s-]+(?:percent|basis|bps|million|billion|thousand|dollars|cents|euros)|\s?[mb]\b")
_LONGEST_LEAD = 60  # characters between the beginning of an amount and its first digit


class Amount(Struct, frozen=True, gc=False):
    """A printed amount."""

    start: int
    end: int
    low: float
    high: float | None  # of a band in words; None where that is open, or there is one number
    currency: str
    scale: float
    unit: str
    share: bool
    kind: str  # number, words, digits (a band in words), zero (flat, break-even), multiple (double)
    large: bool  # printed with a thousands separator

    @property
    def number(self) -> float:
        """The lower number in base units."""
        number = self.low * self.scale / (100 if self.unit == "cents" else 1)
        return round(number, 2 if abs(number) >= 1000 else 10)

    def name_unit(self, dollar: str) -> str:
        """Return the unit's name; `dollar` is what a bare dollar sign means."""
        if self.unit != "cents" and not self.currency:
            return self.unit
        currency = dollar if self.currency in ("$", "") else self.currency
        return currency + ("/share" if self.share else "")


@lru_cache(4096)
def _may_start(word: str) -> str:
    """Return what an amount that begins with a word would be: number, year, words, code (a currency's), "" where none begins so."""
    if word[0].isdigit():
        return "year" if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() else "number"
    if word in _CODES or (word[:3] in _CODES and word[3:].isdigit()):
        return "code"
    return "words" if _WORDS.fullmatch(word) else ""


def _is_code(text: str, start: int, word: str, following: str) -> bool:
    """Return whether a word is a currency's code before a number or a dollar sign, or the "a" of "a million"; most are just "a" and "s"."""
    if len(word) == 1 and not following.startswith(_AFTER_A) and "$" not in text[start : start + _LONGEST_CODE]:
        return False
    return _CODE.match(text, start) is not None


def _is_amount(text: str, start: int) -> bool:
    """Return whether the four digits at `start` are an amount by the signs around them, and no year."""
    return text[start - 1 : start] in _BEFORE_AMOUNT or _AFTER_YEAR.match(text, start + 4) is not None


def _bears_number(word: str) -> bool:
    """Return whether a word is the number of an amount, or what makes one of the "a" before it: without one of these a text has no amount."""
    kind = _may_start(word)
    return kind not in ("", "code") or word.startswith(_AFTER_A) or (kind == "code" and word not in _CODES)


_MARK, _OF_NUMBERS = watch_words(lambda word: bool(_may_start(word))), watch_words(_bears_number)


def find_amounts(words: Words) -> list[Amount]:
    """Return the amounts of a text in order."""
    text, end = words.text, 0
    found: list[Amount] = []
    if not words.marks & _OF_NUMBERS:
        return found
    for start, word, following in words.at(_MARK):
        if start < end:
            continue
        kind = _may_start(word)
        if kind == "number" and (form := _FORM.match(text, start)):
            end = form.end()
            continue
        if kind == "number" and (_NOTE.match(text, start - 2) or word == "000"):
            continue  # a footnote's mark, or thousands: "(000's)"
        if (kind == "code" and not _is_code(text, start, word, following)) or (kind == "year" and not _is_amount(text, start)):
            continue
        match = _match_number(text, start, end) if kind in ("number", "year") else _AMOUNT.match(text, start)
        if match:
            amount = _read(match)
            found.append(amount)
            end = match.end()
    return found


def _match_number(text: str, start: int, after: int) -> re.Match[str] | None:
    """Return the amount whose first digit is at `start`: signs and brackets before it are tried from the first."""
    before = text[max(after, start - _LONGEST_LEAD) : start]
    signs = before[len(before.rstrip(_LEAD)) :].lstrip(_BLANKS)
    for place in range(start - len(signs), start):
        if text[place] in _SIGNS and (match := _NUMERIC.match(text, place)):
            return match
    return _NUMERIC.match(text, start)


def _read(match: re.Match[str]) -> Amount:
    opened, minus, currency, inner, below, printed, closed, scale, close, unit, end, share = match.groups()[-_GROUPS:]
    if printed is None:
        return _read_words(match, *match.group("digits", "fixed"), shared=bool(share))
    words = printed[0].isalpha()
    number = read_word(printed) if words else _read_number(printed)
    bracketed = bool(closed or ((close or end) and (opened or inner)))
    if bracketed or below or (minus and minus != "+"):
        number = -number
    start, stop = match.span()
    name = _name_unit(unit) if unit else ""
    if opened and not bracketed:
        start = match.start("minus" if minus else "currency" if currency else "number")
    if (close or end) and not bracketed:
        stop = match.start("close" if close else "end")
        name, share = "" if close else name, None
    money = _name_currency(currency) if currency else ""
    if name in _MONEY:
        money, name = money or name, ""
    return Amount(
        start,
        stop,
        number,
        None,
        money,
        math.prod(SCALES[word] for word in scale.split()) if scale else 1.0,
        name,
        bool(share),
        "words" if words else "number",
        "," in printed,
    )


def _name_currency(printed: str) -> str:
    """Return the currency of a sign, of a code, or of a code with a dollar sign after it."""
    code = "".join(printed.split())
    return _CURRENCIES[code if code in _CURRENCIES else code.rstrip("$")]


def _read_words(match: re.Match[str], digits: str | None, fixed: str | None, *, shared: bool) -> Amount:
    """Return the amount that a band in words, or a word for a number, says."""
    start, end = match.span()
    if digits:
        low, high = read_digits(digits)
        money = "$" if digits.endswith("dollars") else ""
        return Amount(
            start, end, low, high, money, 1.0, "percent" if low < 1000 and digits not in ("dozens", "hundreds") else "", shared, "digits", large=False
        )
    number, kind = read_fixed(f"in {fixed}" if fixed == "half" and match.string.endswith("in ", 0, start) else fixed or "")
    return Amount(start, end, number, None, "", 1.0, "percent" if kind != "zero" else "", shared, kind, large=False)


def _read_number(printed: str) -> float:
    plain = printed.replace(",", "")
    if "/" not in plain:
        return float(plain)
    whole, _, fraction = plain.replace("-", " ").partition(" ")
    above, _, below = fraction.partition("/")
    return float(whole) + (float(above) / float(below) if float(below) else 0.0)


@lru_cache(1024)
def _name_unit(printed: str) -> str:
    words = " ".join(printed.replace("-", " ").replace("‑", " ").split())
    if words.endswith(("point", "points")):
        return "basis_points" if words.startswith("basis") else "percentage_points"
    return "cents" if words.startswith(("cent", "¢", "penn")) else _UNITS[words]
