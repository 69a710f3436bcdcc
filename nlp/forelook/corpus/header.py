"""Headers of annotated text: their keys and allowed values.

In: nothing. Out: the vocabularies by which headers are checked and the corpus is described.
"""

from __future__ import annotations

KEYS = ("id", "kind", "era", "sector", "size", "style")
UNKNOWN = "unknown"  # allowed in users' own files wherever a value is not known

# fmt: off
KINDS = (
    "quarterly-results", "pre-announcement", "guidance-raised", "guidance-lowered", "guidance-reaffirmed", "guidance-withdrawn", "merger",
    "divestiture", "tender-offer", "clinical-trial", "fda", "product", "contract", "financing", "buyback", "dividend", "split", "management-change",
    "restructuring", "layoffs", "litigation", "settlement", "bankruptcy", "monthly-sales", "mining", "energy", "esg", "letter", "promotional",
    "event",
)
# fmt: on
ERAS = ((1995, 2002), (2003, 2009), (2010, 2018), (2019, 2026))
SIZES = ("micro", "small", "mid", "large")


def name_era(value: str) -> str:
    """Return the era ("1995-2002") of a header's value, which is a year, an era or "unknown".

    Raises ValueError for anything else.
    """
    names = {f"{first}-{last}": range(first, last + 1) for first, last in ERAS}
    if value in names or value == UNKNOWN:
        return value
    for name, years in names.items():
        if value.isascii() and value.isdigit() and int(value) in years:
            return name
    raise ValueError(f"era {value!r}: expected a year from {ERAS[0][0]} to {ERAS[-1][1]}, one of {' '.join(names)}, or {UNKNOWN}")
