"""Currencies: what a bare dollar sign means in a release, and which units are amounts of money.

In: the text. Out: USD, unless the release says that its figures are in another country's dollars, or that U.S. dollars are converted to them.
"""

from __future__ import annotations

import re

_SAID = re.compile(r"\bin\s+(Canadian|Australian|Hong\s+Kong|Singapore|New\s+Zealand)\s+$", re.IGNORECASE)
_CONVERTED = re.compile(r"\bU\.?S\.?\s+dollars?\s+to\s+(Canadian|Australian)\s+dollars?\s+exchange\s+rate", re.IGNORECASE)
_AMERICAN = re.compile(r"\bU\.?S\.?\s?\$\s?\d")
_CODES = {"canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD", "new zealand": "NZD"}
_LENGTH = 3  # letters of an ISO code
_LONGEST = 24  # characters from "in" to the word


def find_dollar(text: str) -> str:
    """Return the ISO currency of figures with a bare dollar sign."""
    place = text.find("dollars")
    while place >= 0:
        match = _SAID.search(text[max(0, place - _LONGEST) : place])
        if match:
            return _CODES[" ".join(match.group(1).lower().split())]
        place = text.find("dollars", place + 1)
    if "dollar exchange rate" in text and (match := _CONVERTED.search(text)) and _AMERICAN.search(text):
        return _CODES[match.group(1).lower()]
    return "USD"


def is_currency(unit: str | None) -> bool:
    """Return whether a unit is an amount of money, and not an amount a share."""
    return unit is not None and len(unit) == _LENGTH and unit.isupper()
