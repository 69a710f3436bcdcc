"""Invented releases with their gold units: hard-wrapped, with CRLF line ends, with astral characters, with odd labels."""

from __future__ import annotations

import pytest

from forelook.corpus.alignment import align
from forelook.corpus.annotated import parse_annotated
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.records import Label

ANNOTATED = """id: {id}
kind: quarterly-results
era: 2004
sector: industrial
size: small
style: edgar exhibit
---
M	Exhibit 99.1

H	Tarn \N{ROCKET} Reports Third Quarter

M	DULUTH, Minn., Oct. 4 --
H	Tarn Corp. earned $4 million \N{CHART WITH UPWARDS TREND} in the quarter.
G	It expects to earn more in 2005.

QF|Ada Berg	"We shall open two mills," said Ada Berg, president.
QN|Ada Berg	"Both are paid for."

TG
\t            2004      2005
\tSales       $ 1.0     $ 1.2
\tIncome        0.1       0.2

S	Results may differ from what is expected.
"""
WRAPPED = """<PAGE>
Exhibit 99.1

          Tarn \N{ROCKET} Reports
              Third Quarter

     DULUTH, Minn., Oct. 4 -- Tarn Corp. earned $4
million \N{CHART WITH UPWARDS TREND} in the quarter. It expects to earn
more in 2005.

"We shall open two mills," said Ada
Berg, president. "Both are paid for."

                2004      2005
    Sales       $ 1.0     $ 1.2
    Income        0.1       0.2

Results may differ from what is
expected.
""".removeprefix("<PAGE>\n")


@pytest.fixture(scope="session")
def annotated() -> str:
    return ANNOTATED.format(id="tarn")


@pytest.fixture(scope="session")
def wrapped() -> str:
    return WRAPPED


@pytest.fixture(scope="session")
def gold() -> list[GoldRelease]:
    """Return the same release in three layouts, and one with labels that the guide does not foresee."""
    releases = [
        align(parse_annotated(ANNOTATED.format(id="tarn"), "tarn.ann"), WRAPPED),
        align(parse_annotated(ANNOTATED.format(id="below/tarn-crlf"), "tarn-crlf.ann"), WRAPPED.replace("\n", "\r\n")),
        align(parse_annotated(ANNOTATED.format(id="tarn-line"), "tarn-line.ann"), " ".join(WRAPPED.split())),
    ]
    odd = [
        GoldUnit(0, 1, "statement", Label.HISTORICAL_FACT, forward_looking=True, speaker=None),
        GoldUnit(3, 5, "table", Label.MANAGEMENT_QUOTE, forward_looking=True, speaker="Zoë \N{ROCKET} Roe"),
        GoldUnit(6, 8, "statement", Label.GUIDANCE, forward_looking=False, speaker="Jo"),
        GoldUnit(9, 12, "table", None, forward_looking=False, speaker=None),
    ]
    return [*releases, GoldRelease("odd.v2", "\N{ROCKET}\r\n\N{ROCKET}x yz\u2028a\nb", odd)]
