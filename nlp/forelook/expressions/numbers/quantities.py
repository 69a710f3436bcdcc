"""Quantities of oil and metals: units that bear their scale.

In: the folded words of a noun or of a row's label. Out: the factor: "MBoe" is a thousand barrels, "koz" a thousand ounces; those of
gas ("MMcf") are units by themselves, as megawatts are.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue

_SCALED = cue(
    r"\b(?:(?P<thousand>[mk]\s?(?=boe|oeb|bbl|bopd|bpd|bo?/d)|k\s?(?=oz))|(?P<million>mm\s?(?=boe|bbl|bopd|bpd|bo?/d)|m\s?(?=oz|lbs?\b)))[a-z/]+\b"
    r"|\b(?P<kilo>kt(?:pa)?)\b|(?:^|\n|\|)\W*(?P<zeros>000['’]?s)\s*(?:\||\s{3})"
    r"|\b(?P<thousands>000['’]?s?)\s+(?:of\s+)?(?:[a-z]+\s+)?(?:ounces?|oz|tonnes?|tons?|barrels?|bbls?|boe|pounds?|lbs?)\b"
    r"|\b(?P<words>thousand|million|billion)s?\s+(?:of\s+)?(?:(?:troy|metric|payable|cubic)\s+)?(?:ounces?|oz|tonnes?|tons?|barrels?|bbls?|boe|pounds?"
    r"|lbs?|gallons?|feet|units)\b"
)
_BEARING = (
    "boe", "oeb", "bbl", "bopd", "bpd", "/d", "oz", "lb", "kt", "000", "ounce", "ton", "barrel", "pound", "gallon", "feet", "units",
)  # fmt: skip
"""Letters of which each such unit bears some."""
_FACTORS = {"thousand": 1e3, "kilo": 1e3, "zeros": 1e3, "thousands": 1e3, "million": 1e6, "billion": 1e9}


def find_quantity_scale(words: str) -> float | None:
    """Return the factor of the first such unit, None where there is none."""
    match = _SCALED.search(words) if any(map(words.__contains__, _BEARING)) else None
    return _FACTORS[match["words"] or match.lastgroup or ""] if match else None
