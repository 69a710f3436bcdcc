"""A desk with one release of known codes and one of a model's, and a client that speaks to its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forelook.corpus.alignment import write_pair
from forelook.records import Document, Source
from forelook.tagger import Tagger

TEXT = """Tarn Pumps Reports Third Quarter

DULUTH, Minn., Oct. 4, 2004 -- Tarn Pumps earned $4 million in the quarter. It expects revenue of
$30 million in 2005, and Mr. Berg hopes for more.

"We shall open two mills," said Ada Berg, president. "Both are paid for."

                2004      2005
    Sales       $ 1.0     $ 1.2
    Income        0.1       0.2

Results may differ from what is expected.
"""
ANN = """id: tarn
kind: quarterly-results
era: 2004
sector: industrial
size: small
style: wire
source: a colleague
---
# first look: J.
H	Tarn Pumps Reports Third Quarter

M	DULUTH, Minn., Oct. 4, 2004 --
H	Tarn Pumps earned $4 million in the quarter.
# 0.53 G or H: does it state the company's future?
# a second comment
G	It expects revenue of $30 million in 2005, and Mr. Berg hopes for more.
=	revenue "revenue"; period 2005 "2005"; point 30000000 USD "$30 million"

QF|Ada Berg	"We shall open two mills," said Ada Berg, president.
QN|Ada Berg	"Both are paid for."

TH
\t                2004      2005
\t    Sales       $ 1.0     $ 1.2
\t    Income        0.1       0.2

S	Results may differ from what is expected.
# the end
"""


@pytest.fixture
def document() -> Document:
    return Document("tarn", TEXT, Source())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that contains the release with its codes."""
    directory = tmp_path / "corrections"
    write_pair(directory, TEXT, ANN)
    return directory


@pytest.fixture(scope="session")
def tagger(small_model: Path) -> Tagger:
    return Tagger(small_model)


@pytest.fixture
def read_ann(folder: Path) -> Callable[[], str]:
    return lambda: (folder / "tarn.ann").read_text(encoding="utf-8")
