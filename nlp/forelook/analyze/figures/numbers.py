"""Numbers with their currency, scale and unit, and the ranges that two of them make.

In: the text of a statement. Out: Values in order, with bounds as printed (signed by brackets, minus signs and "down"), the unit,
and the form that hedging words give. No library serves: quantulum3 (MIT) gives spans, but took 52 ms for a sentence where
the budget is 0.15 ms for a release, and reads "$342 million to $348 million" as its middle; text2num rewrites the text, so that
spans are lost, and knows no units; price-parser reads one price.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.analyze.figures.cues import cue, fold
from forelook.analyze.figures.number_words import COUNT_WORDS, DIGITS, FIXED, SCALES, read_digits, read_fixed, read_word


class Value(NamedTuple):
    """A figure in a statement: where it stands, what it says."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str  # a currency, the same with /share, percent, percentage_points, basis_points, times, count; "" where none is printed
    form: str
    way: int  # 1 for "up", "plus", -1 for "down", "minus" before it, 0 without; a figure with "down" is negative already
    kind: str  # number, words (a number in words without unit), digits, zero (flat, break-even), multiple (double)
    lead: int  # where its hedges begin
    scaled: bool  # a scale is printed


_CURRENCIES = {
    "US$": "USD", "U.S.$": "USD", "USD": "USD", "$": "USD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "CAD": "CAD", "A$": "AUD", "AU$": "AUD",
    "AUD": "AUD", "HK$": "HKD", "HKD": "HKD", "NT$": "TWD", "S$": "SGD", "SGD": "SGD", "NZ$": "NZD", "R$": "BRL", "€": "EUR", "EUR": "EUR",
    "£": "GBP", "GBP": "GBP", "¥": "JPY", "JPY": "JPY", "CHF": "CHF", "RMB": "CNY", "CNY": "CNY", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK",
    "INR": "INR", "₹": "INR", "ILS": "ILS", "NIS": "ILS", "MXN": "MXN", "ZAR": "ZAR", "KRW": "KRW", "BRL": "BRL",
}  # fmt: skip
_DOLLARS = frozenset(("$", "USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD"))
_AFTER = {"euro": "EUR", "euros": "EUR", "dollars": "$", "dollar": "$", "yen": "JPY", "pounds": "GBP", "canadian dollars": "CAD", "u.s. dollars": "USD"}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d)?|\.\d+"
_AMOUNT = cue(
    rf"""
    (?<![\w$€£¥/.])(?<!\d,)
    (?:
      (?P<digits>{DIGITS})                                                   # mid-single digits, high teens, low-40s
    | (?P<fixed>{FIXED})                                                     # flat, break-even, double
    | (?P<open>\(\s?)?(?P<minus>[-−‑+](?=[\d.$€£¥(])|(?<=\s)[–](?=[\d.$€£¥(]))?
      (?:(?P<currency>US\$|U\.S\.\s?\$|CA?\$|CDN\$|AU?\$|HK\$|NT\$|S\$|NZ\$|R\$|[$€£¥₹]|(?:USD|CAD|EUR|GBP|AUD|CHF|JPY|RMB|CNY|SEK|NOK|DKK|INR|SGD
          |HKD|ILS|NIS|MXN|ZAR|KRW|BRL)\s?\$?(?=\s?[\d.(]))\s*)?
      (?P<inner>\()?(?P<number>{_NUMBER}|(?:{COUNT_WORDS})\b)
      (?:\s*[-‑]?\s*(?P<scale>hundred(?=\s+(?:thousand|million))|thousand|million|billion|trillion|mn\b|mln\b|bn\b|mm\b|(?(currency)(?<=\d)[mbk]\b|(?!))))?
      (?P<close>\))?
      (?P<unit>\s*[-‑]?\s*(?:%|percent\b|per\s+cent\b|pct\b)(?:age[\s-]+points?)?(?:\s+points?\b)?|\s*[-‑]?\s*(?:full\s+)?(?:percentage[\s-]+points?
          |basis[\s-]+points?|bps?\b|bips\b|ppts?\b|pts\b|pp\b|points?\b)
        |\s*[-‑]?\s*(?:cents?\b|¢|penn(?:y|ies)\b)|\s?x\b|\s+times\b|\s+(?:(?:U\.S\.|Canadian)\s+)?(?:dollars?|euros?|yen|pounds(?=\s+sterling))\b
            |\s*(?:EUR|USD|CAD|GBP)\b)?
      (?P<end>\))?(?![^\W_])
    )
    (?P<share>\s*(?:\(|/|per\b|a\b|an\b|on\s+each\b|for\s+each\b)\s*(?:(?:fully[\s-]+)?(?:diluted|basic|common|ordinary|adjusted|limited\s+partner
        |partnership)\s+)*(?:share|unit|ads|adr)\b(?:[-\s]diluted)?)?
    """,
    re.VERBOSE,
)  # "($0.25)", "US$4.5 billion", "one to two cents per share", "35 percent", "31 cents per diluted share"
_HEDGE = cue(
    r"""(?:\b(?P<way>up|down|plus|minus|negative|\+)\s*(?:by\s+|an?\s+additional\s+)?)?
    (?:\b(?P<about>about|approximately|approx\.?|around|roughly|some|nearly|almost|close\s+to|circa|in\s+the\s+(?:neighborhood|vicinity|area
        |order)\s+of|an?\s+estimated|virtually|just\s+(?:under|over|about)|slightly\s+(?:more|less)\s+than|mid-point\s+of|on\s+the\s+order\s+of|~)
    |\b(?P<least>at\s+least|more\s+than|no(?:t)?\s+(?:less|fewer)\s+than|over|exceed(?:s|ing)?|in\s+excess\s+of|greater\s+than|above|north\s+of
        |better\s+than|higher\s+than|a?\s*minimum\s+of|upwards?\s+of|surpass(?:es|ing)?|top(?:ping|s)?)
    |\b(?P<most>up\s+to|(?:no|not)\s+(?:more|greater|higher)\s+than|less\s+than|fewer\s+than|lower\s+than|below|under|at\s+most|a?\s*maximum\s+of
        |as\s+(?:much|many)\s+as|not\s+(?:to\s+)?exceed(?:ing)?|within|as\s+high\s+as))?
    \s*(?:a\s+|the\s+|an\s+|to\s+be\s+|by\s+)?(?P<tilde>~)?\s*$""",
    re.VERBOSE,
)
_NOT_EXCEED = cue(r"\b(?:not|n't|without)\s+(?:be\s+|to\s+)?$")
_OR_MORE = cue(
    r",?\s*(?:(?:or|and)\s+(?P<more>more|better|greater|higher|above|up)|(?:or|and)\s+(?P<less>less|fewer|lower|below)|(?P<plus>\+|[- ]plus\b)"
    r"|(?P<range>\s*(?:percent\s+|%\s+)?range\b))"
)
_LINK = cue(
    r"\s*(?P<word>--|-|–|—|‑|−|to\b|and\b|or\b|through\b|\.\.\.?|,?\s*plus\s+or\s+minus\b|\(?\+\s?/\s?[-–−]|±|,?\s*give\s+or\s+take\b)\s*"
    r"(?:(?:approximately|about|roughly|around|~|almost|nearly|possibly|an?\s+(?:high|maximum|upper\s+end)\s+of|up\s+to|as\s+(?:much|high)\s+as)\s*)?"
    r"(?P<way>(?:an?\s+(?:increase|profit|gain)\s+of|up|plus|down|minus|negative|an?\s+(?:loss|decrease|decline)\s+of)\s+)?$"
)
_BETWEEN = cue(r"\b(?:between|range\s+of|ranging|low\s+of|from)\b[^.;]{0,30}$")
_FROM = cue(r"\bfrom\s+(?:about\s+|approximately\s+|the\s+)?$")
_MOVES = cue(
    r"\b(?:increas|rais|grow|gr[eo]w|ris|rose|lift|boost|lower|reduc|cut|declin|decreas|fall|drop|expand|improv|up\b|down\b|chang|revis|go(?:es"
    r"|ing)?\b|mov|doubl|narrow|adjust)\w*\b[^.;]*$"
)
_RANGED = cue(r"\brang\w*\s+(?:of\s+|is\s+)?(?:from\s+)?$")
_WORD_UNITS = {"%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent"}
_WORD_AND_NUMBER = re.compile(r"[^\W\d_]", re.UNICODE)


class _Amount(NamedTuple):
    start: int
    end: int
    low: float
    high: float | None
    currency: str
    scale: float
    unit: str
    share: bool
    kind: str
    large: bool  # printed with a thousands separator


def find_values(text: str, dollar: str = "USD") -> list[Value]:
    """Return the figures of `text` in order; `dollar` is the currency that a bare dollar sign means."""
    text = fold(text)
    amounts = [_read(match) for match in _AMOUNT.finditer(text)]
    values: list[Value] = []
    index = 0
    while index < len(amounts):
        one = amounts[index]
        other = amounts[index + 1] if index + 1 < len(amounts) else None
        joined = _join(text, one, other, dollar) if other is not None else None
        values.append(joined or _single(text, one, dollar))
        index += 2 if joined else 1
    return values


def _read(match: re.Match[str]) -> _Amount:
    groups = match.groupdict()
    share = bool(groups["share"])
    start, end = match.start(), match.end()
    if groups["digits"]:
        low, high = read_digits(groups["digits"])
        unit = "percent" if low < 1000 else "$" if groups["digits"].lower().endswith("dollars") else ""
        return _Amount(start, end, low, high, "$" if unit == "$" else "", 1, unit.rstrip("$"), share, "digits", large=False)
    if groups["fixed"]:
        number, kind = read_fixed(groups["fixed"])
        return _Amount(start, end, number, None, "", 1, "percent" if kind == "multiple" else "", share, kind, large=False)
    printed = groups["number"]
    words = bool(_WORD_AND_NUMBER.match(printed))
    number = read_word(printed) if words else _read_number(printed)
    scale = SCALES[groups["scale"].lower()] if groups["scale"] else 1.0
    unit = _name_unit(groups["unit"])
    bracketed = bool(groups["open"] and (groups["close"] or groups["end"])) or bool(groups["inner"] and (groups["close"] or groups["end"]))
    if (groups["minus"] and groups["minus"] != "+") or bracketed:
        number = -number
    if groups["open"] and not bracketed:
        start = match.start("minus") if groups["minus"] else match.start("currency") if groups["currency"] else match.start("number")
    if not bracketed and (groups["close"] or groups["end"]):
        end = match.start("close") if groups["close"] else match.start("end")
        unit, share = ("", False) if groups["close"] else (unit, False)
    currency = re.sub(r"\s", "", groups["currency"] or "").upper()
    currency = _CURRENCIES.get(currency, _CURRENCIES.get(currency.rstrip("$"), "")) if currency != "$" else "$"
    if unit in _AFTER.values():
        currency, unit = currency or unit, ""
    return _Amount(start, end, number, None, currency, scale, unit, share, "words" if words else "number", large="," in printed)


def _read_number(printed: str) -> float:
    whole, _, fraction = re.sub(r"[ -](?=\d/)", " ", printed.replace(",", "")).partition(" ")
    above, _, below = fraction.partition("/")
    return float(whole) + (float(above) / float(below) if below and float(below) else 0.0)


def _name_unit(printed: str | None) -> str:
    words = " ".join((printed or "").replace("-", " ").replace("‑", " ").lower().split())
    if not words:
        return ""
    if words.endswith(("point", "points")) or words in ("pp", "ppt", "ppts", "pts"):
        return "basis_points" if words.startswith("basis") else "percentage_points"
    if words in ("bp", "bps", "bips"):
        return "basis_points"
    if words.startswith(("cent", "¢", "penn")):
        return "cents"
    if words in ("x", "times"):
        return "times"
    return _WORD_UNITS.get(words) or _AFTER.get(words) or words.upper()


def _unit(one: _Amount, dollar: str) -> str:
    if one.unit == "cents":
        return dollar + ("/share" if one.share else "")
    if one.currency:
        return (dollar if one.currency == "$" else one.currency) + ("/share" if one.share else "")
    return one.unit


def _number(one: _Amount) -> float:
    number = one.low * one.scale / (100 if one.unit == "cents" else 1)
    return round(number, 2 if abs(number) >= 1000 else 10)


def _single(text: str, one: _Amount, dollar: str) -> Value:
    low = _number(one)
    high = one.high if one.high is not None else low
    form = "range" if high != low else "point"
    if one.kind == "digits" and one.high is None:
        return _hedge(text, one.start, one.end, low, None, one, dollar, "at_least")
    return _hedge(text, one.start, one.end, low, high, one, dollar, form)


def _hedge(text: str, start: int, end: int, low: float | None, high: float | None, one: _Amount, dollar: str, form: str) -> Value:
    """Return the value with the form that the words around it give, and negative where "down" stands before it."""
    before = text[max(0, start - 60) : start]
    hedge = _HEDGE.search(before)
    lead, way = start, 0
    if hedge:
        lead = start - len(before) + hedge.start()
        way = {"up": 1, "plus": 1, "+": 1, "down": -1, "minus": -1, "negative": -1}.get((hedge.group("way") or "").lower(), 0)
        if form == "point":
            if hedge.group("least"):
                form = "at_most" if _NOT_EXCEED.search(before[: hedge.start("least")]) else "at_least"
            elif hedge.group("most"):
                form = "at_most"
            elif hedge.group("about") or hedge.group("tilde"):
                form = "approximately"
    after = _OR_MORE.match(text, end)
    if after and form in ("point", "approximately"):
        form = "at_least" if after.group("more") or after.group("plus") else "at_most" if after.group("less") else "approximately"
    if form == "at_least":
        high = None
    elif form == "at_most":
        low = None
    if way < 0 and (low if low is not None else high or 0) >= 0:
        low, high = (-high if high is not None else None), (-low if low is not None else None)
    return Value(start, end, low, high, _unit(one, dollar), form, way, one.kind, lead, one.scale != 1)


def _join(text: str, one: _Amount, other: _Amount, dollar: str) -> Value | None:
    """Return the range that two neighbours make, None where they make none."""
    if other.start - one.end > 40:
        return None
    link = _LINK.match(text[one.end : other.start])
    if link is None:
        return None
    word = link.group("word").lower()
    if "plus" in word or "/" in word or word == "±" or "give" in word:
        return _spread(text, one, other, dollar)
    if word == "and" and not _BETWEEN.search(text[max(0, one.start - 50) : one.start]):
        return None
    if word == "or" and not (one.kind == other.kind and other.low > one.low):
        return None
    if word == "to" and _moves(text, one):
        return None
    shared = _share_units(one, other)
    if shared is None:
        return None
    one, other = shared
    if word == "or" and one.unit != other.unit and one.unit:
        return None
    way = (link.group("way") or "").lower()
    before = _HEDGE.search(text[max(0, one.start - 60) : one.start])
    first_way = (before.group("way") or "").lower() if before else ""
    low, high = _number(one), (other.high if other.high is not None else _number(other))
    if (
        way.startswith(("down", "minus", "negative"))
        or "loss" in way
        or "decrease" in way
        or "decline" in way
        or (first_way in ("down", "minus", "negative") and not way)
    ):
        high = -abs(high)
    if first_way in ("down", "minus", "negative"):
        low = -abs(low)
    if low > high:
        low, high = high, low
    unit_of = other if other.unit or other.currency else one
    form = "range" if low != high else "point"
    value = _hedge(text, one.start, other.end, low, high, unit_of._replace(share=one.share or other.share), dollar, form)
    if first_way in ("down", "minus", "negative"):
        value = value._replace(low=low, high=high)
    return value._replace(kind="number" if "number" in (one.kind, other.kind) else other.kind, scaled=one.scale != 1 or other.scale != 1)


def _moves(text: str, one: _Amount) -> bool:
    """Tell whether "from X to Y" speaks of two times, not of a range."""
    before = text[max(0, one.start - 90) : one.start]
    return bool(_FROM.search(before)) and not _RANGED.search(before) and bool(_MOVES.search(before))


def _share_units(one: _Amount, other: _Amount) -> tuple[_Amount, _Amount] | None:
    """Return both ends with the unit, scale and currency that one of them gives for both; None where they do not go together."""
    if "zero" in (one.kind, other.kind):
        if one.kind == "zero":
            return one._replace(unit=other.unit, currency=other.currency, share=other.share), other
        return one, other._replace(unit=one.unit, currency=one.currency, share=one.share)
    if one.currency and other.currency and one.currency != other.currency and not {one.currency, other.currency} <= _DOLLARS:
        return None
    if one.currency and not other.currency and other.unit and other.unit != "cents":
        return None
    if other.currency and not one.currency and (one.unit or one.kind == "words"):
        return None
    if one.unit and other.unit and one.unit != other.unit and {one.unit, other.unit} != {"percent", "percentage_points"}:
        return None
    if one.unit and not other.unit and (other.currency or one.scale != other.scale):
        return None
    currency, unit = one.currency or other.currency, other.unit or one.unit
    one, other = one._replace(currency=currency, unit=one.unit or unit), other._replace(currency=currency, unit=unit)
    if one.scale == 1 and other.scale != 1 and not one.large:
        one = one._replace(scale=other.scale)
    return one, other


def _spread(text: str, one: _Amount, other: _Amount, dollar: str) -> Value | None:
    """Return the range of "X plus or minus Y"; a percentage around a percentage counts in points."""
    if other.currency and not one.currency:
        return None
    middle = _number(one)
    if other.unit in ("percent", "percentage_points") and one.unit != "percent":
        spread = middle * other.low / 100
    elif other.unit == "basis_points" and one.unit == "percent":
        spread = other.low / 100
    else:
        scale = other.scale if other.scale != 1 or other.large or other.unit == "cents" else one.scale
        spread = other.low * scale / (100 if other.unit == "cents" or (one.unit == "cents" and not other.unit) else 1)
    if not one.unit and not one.currency and other.unit == "percent":
        one = one._replace(unit="")
    return _hedge(text, one.start, other.end, round(middle - spread, 10), round(middle + spread, 10), one, dollar, "range")
