"""The scale of a table's amounts: "(in millions, except per share)".

In: folded words of a caption, head or label. Out: the factor, None where they name none.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue, fold

_MEASURED = r"\s+(?:of\s+)?(?:[a-z]+\s+)?(?:ounces|oz|tonnes|tons|barrels|bbls?|boe|pounds|lbs|gallons|units|vehicles|cases)\b"  # what is no money
_SCALE = cue(
    r"\b(?:in|dollars?(?:\s+in)?|amounts?(?:\s+in)?)\s*\$?\s*(thousand|million|billion)s?\b|\$\s*(thousand|million|billion)s?\b"
    r"|\(\s*(?:in\s+)?\$?\s*(?:US\s?)?(mil\b|MM?|[$€£]?000(?:['’]?s)?(?!['’]?s?"
    rf"{_MEASURED})|mln|bn|(?:millions?|thousands?|billions?)(?!{_MEASURED}))\b"
    r"|\b(?:EUR|CAD|GBP|NOK|SEK|DKK|CHF|AUD|RMB)\s*(million|thousand|billion)s?\b|[€£]\s*(million|thousand|billion)s?\b"
    r"|[$€£](MM?\b|B\b)|\b(thousands|millions|billions)\b"
)
_IN, _CAPTION = cue(r"\bin\s+$"), cue(r"(thousand|million|billion)s\b")
_CAPTIONS = ("thousands", "millions", "billions")
_LONGEST_IN = 20  # characters of "in" with the blanks after it
_SHARES = cue(r"shares\s+$")
_SHARES_SCALE = cue(r"shares(?:\s+outstanding)?,?\s+\(?\s*(?:in\s+)?(thousand|million|billion)s?\b")
_FACTORS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "mil": 1e6, "mm": 1e6, "000": 1e3, "mln": 1e6, "bn": 1e9, "b": 1e9}


_NOTE_BELOW = cue(  # which may name the scale
    r"\(|[*†]|(?:note:\s+)?(?:all\s+)?(?:dollars?\s+)?(?:amounts|figures|numbers|dollars)\b|in\s+(?:millions|thousands|billions)\b"
)
_CURRENCY = cue(
    r"(?P<code>C\$|CA\$|CAD|A\$|AUD|EUR|GBP|NOK|SEK|DKK|CHF|RMB|€|£)\s*(?:in\s+)?(?:millions?|thousands?|billions?|m\b|mm\b|000)"
    r"|(?:millions?|thousands?|billions?)\s+of\s+(?P<of>C\$|CA\$|A\$|euros?|Canadian\s+dollars|Australian\s+dollars|pounds|€|£)"
)  # "(EUR million)", "(millions of C$)"
_CODES = {
    "c$": "CAD", "ca$": "CAD", "a$": "AUD", "euro": "EUR", "euros": "EUR", "€": "EUR", "£": "GBP", "pounds": "GBP", "canadian dollars": "CAD",
    "australian dollars": "AUD",
}  # fmt: skip
_FIGURE = cue(r"(?<!\s)\s{2,}[$€£~(<>]*\s?(?!(?:19|20)\d\d(?!,\d)|[1-4](?:q|st\b|nd\b|rd\b|th\b)|\d{1,2},?\s+(?:19|20)\d\d)\d")


def above_figures(top: str) -> str:
    """Return the lines of a table that bear no figures, in whose words the scale of all its amounts may stand."""
    return "\n".join(line for line in top.splitlines() if not _FIGURE.search(line))


def find_currency(words: str) -> str | None:
    """Return the currency of amounts that stands with their scale; None where none does."""
    match = _CURRENCY.search(words)
    if match is None:
        return None
    name = " ".join((match.group("code") or match.group("of")).split())
    return _CODES.get(name, name.upper())


def find_scale(words: str) -> float | None:
    """Return the factor of amounts, not of shares."""
    for match in _SCALE.finditer(words):
        if not _SHARES.search(words[max(0, match.start() - 8) : match.start()]):
            word = next(group for group in match.groups() if group).strip("$€£").rstrip("s").rstrip("'’")
            return _FACTORS.get(word)
    return None


def find_scale_below(line: str) -> float | None:
    """Return the factor that the line below a table names, where it is a note."""
    words = fold(line)
    return find_scale(words) if _NOTE_BELOW.match(words) else None


def find_last_scale(text: str) -> float | None:
    """Return the factor that the last caption of a stretch of text names."""
    words, last, factor = fold(text), -1, None
    for caption in _CAPTIONS:
        place = words.rfind(caption)
        while place > last:
            if (match := _CAPTION.match(words, place)) and _IN.search(words, max(0, place - _LONGEST_IN), place):
                last, factor = place, _FACTORS[match.group(1)]
            place = words.rfind(caption, 0, place)
    return factor


def find_share_scale(words: str) -> float | None:
    """Return the factor of numbers of shares."""
    match = _SHARES_SCALE.search(words) if "shares" in words else None
    return _FACTORS[match.group(1)] if match else None
