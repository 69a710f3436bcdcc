"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from forelook.counting import say_count


@pytest.mark.parametrize(("count", "words"), [(0, "0 releases"), (1, "1 release"), (2, "2 releases"), (1_446, "1,446 releases")])
def test_one_of_a_thing_takes_no_s(count: int, words: str) -> None:
    assert say_count(count, "release") == words
