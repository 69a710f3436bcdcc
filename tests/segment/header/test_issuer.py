"""The issuer's listings, among all that a release names."""

from __future__ import annotations

import pytest
from tests.segment.conftest import cut

from forelook.segment.header.read import read_header

HEAD = "Tarn Tile Lights a Second Kiln\n\nLIMA, Ohio, May 3, 2019 -- "

LISTINGS = [
    pytest.param(f"{HEAD}Tarn Tile Co. (NYSE: TRN) today announced that its kiln burns.\n", ["TRN"], id="before the verb that announces"),
    pytest.param(
        f"{HEAD}Tarn Tile Co. (NYSE: TRN) today announced that it sold its pits to Rim Clay Inc. (Nasdaq: RIMC).\n",
        ["TRN"],
        id="another company after the verb",
    ),
    pytest.param(f"{HEAD}Tarn Tile Co. (NYSE: TRN; TSX: TNT) today announced that its kiln burns.\n", ["TRN", "TNT"], id="two listings of one company"),
    pytest.param(
        f"{HEAD}Tarn Tile today announced that its kiln burns.\n\nAbout Tarn Tile\n\nTarn Tile Co. (NYSE: TRN) burns clay.\n",
        ["TRN"],
        id="at the end, after its name",
    ),
    pytest.param(
        f"{HEAD}Tarn Tile today announced that its kiln burns.\n\nThe kiln was built by Rim Clay Inc. (Nasdaq: RIMC).\n",
        [],
        id="another company alone is listed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTINGS)
def test_listings(text: str, expected: list[str]) -> None:
    assert [ticker.symbol for ticker in read_header(text, cut(text)).tickers] == expected
