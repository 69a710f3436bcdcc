"""The scale of a table's amounts: "(in millions, except per share)".

In: folded words of a caption, head or label. Out: the factor, None where they name none.
"""

from __future__ import annotations

from forelook.analyze.figures.cues import cue

_SCALE = cue(
    r"\b(?:in|dollars?(?:\s+in)?|amounts?(?:\s+in)?)\s*\$?\s*(thousand|million|billion)s?\b|\$\s*(?P<sign>thousand|million|billion)s?\b"
    r"|\(\s*(?:in\s+)?\$?\s*(?:US\s?)?(?P<short>MM?|[$€£]?000s?|[$€£]?000['’]s|mln|bn|millions?|thousands?|billions?)\b"
    r"|[$€£](?P<dollar>MM?\b|B\b)|\b(?P<plain>thousands|millions|billions)\b"
)
_SHARES = cue(r"shares\s+$")
_SHARES_SCALE = cue(r"shares\s+in\s+(thousand|million|billion)s?")
_FACTORS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "mm": 1e6, "000": 1e3, "mln": 1e6, "bn": 1e9, "b": 1e9}


def find_scale(words: str) -> float | None:
    """Return the factor of amounts, not of shares."""
    for match in _SCALE.finditer(words):
        if not _SHARES.search(words[max(0, match.start() - 8) : match.start()]):
            word = next(group for group in match.groups() if group).strip("$€£").rstrip("s").rstrip("'’")
            return _FACTORS.get(word)
    return None


def find_share_scale(words: str) -> float | None:
    """Return the factor of numbers of shares."""
    match = _SHARES_SCALE.search(words)
    return _FACTORS[match.group(1)] if match else None
