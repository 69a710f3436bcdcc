"""Reading takes time in proportion to what is read, whatever that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fuzz.growth import PAGES, SLACK, TIMES, grow, read_page


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_pages(tmp_path: Path, make: object) -> None:
    path = tmp_path / "page"

    def read_markup(markup: str) -> None:
        path.write_text(markup)
        read_page(path)

    assert grow(read_markup, make, 100) < TIMES * SLACK  # type: ignore[arg-type]
