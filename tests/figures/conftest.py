"""A release made of labelled statements, without a tagger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import parse_annotated
from forelook.records import Release
from forelook.train.figures import as_release

Make = Callable[[str], Release]
HEAD = """id: halvorsen
---
H	Halvorsen Pumps Reports Third Quarter Results

M	TOLEDO, Ohio, October 24, 2025 /PRNewswire/ --
H	Halvorsen Pumps (NYSE: HLV) today reported results for its third quarter ended September 30, 2025.

"""


@pytest.fixture(scope="session")
def make_release() -> Make:
    """Return what makes a release of annotated units below a headline, a dateline and a fact of October 2025."""
    return lambda units: as_release(as_gold(parse_annotated(HEAD + units, "halvorsen.ann")))
