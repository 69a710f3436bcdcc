"""The plan of the corpus: what a header may say, and how much of everything there is to be.

In: nothing. Out: the vocabularies and numbers by which the corpus is checked and described.
"""

from __future__ import annotations

from typing import NamedTuple

UNKNOWN = "unknown"  # allowed in users' own files, wherever nobody has said what it is

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


class Target(NamedTuple):
    """A number that the corpus is to reach, and what is counted."""

    name: str
    least: int


RELEASES = Target("releases", 600)
STATEMENTS = Target("statements", 18_000)
TABLES = Target("tables", 250)
BY_CODE = {"G": Target("guidance statements (G)", 3_600), "S": Target("legend statements (S)", 2_500), "H": Target("factual statements (H)", 7_000)}
QUOTES = Target("quoted statements (QF and QN)", 3_000)
OUTLOOK_TABLES = Target("outlook tables (TG)", 70)
FORWARD_QUOTES = 0.45  # least share of forward-looking ones among the quoted statements; half of them is the aim
REPEATED = 0.03  # greatest share of statements that nearly repeat another one


def name_era(value: str) -> str:
    """Return the era ("1995-2002") of a header's value, which is a year or an era already; "unknown" stays.

    Raises ValueError for anything else.
    """
    names = {f"{first}-{last}": range(first, last + 1) for first, last in ERAS}
    if value in names or value == UNKNOWN:
        return value
    for name, years in names.items():
        if value.isascii() and value.isdigit() and int(value) in years:
            return name
    raise ValueError(f"era {value!r}: expected a year from {ERAS[0][0]} to {ERAS[-1][1]}, one of {' '.join(names)}, or {UNKNOWN}")
