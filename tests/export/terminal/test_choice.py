"""What --only chooses: labels in full or as the gutter writes them."""

from __future__ import annotations

import pytest

from forelook.errors import ForelookError
from forelook.export.terminal.choice import Choice
from forelook.records import Label


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        pytest.param(None, frozenset(), id="nothing"),
        pytest.param(" , ", frozenset(), id="commas alone"),
        pytest.param("guidance", frozenset({Label.GUIDANCE}), id="a label"),
        pytest.param("fact, quote", frozenset({Label.HISTORICAL_FACT, Label.MANAGEMENT_QUOTE}), id="as the gutter writes them"),
        pytest.param("Safe-Harbor", frozenset({Label.SAFE_HARBOR}), id="with a hyphen and capitals"),
    ],
)
def test_choices(only: str | None, expected: frozenset[Label]) -> None:
    choice = Choice.of(only, forward=False)
    assert choice.labels == expected
    assert choice.is_all is (not expected)


def test_another_word_is_refused() -> None:
    with pytest.raises(ForelookError, match="--only outlook: not a label; name some of guidance, "):
        Choice.of("guidance,outlook", forward=False)


def test_what_looks_forward_is_a_choice() -> None:
    assert not Choice.of(None, forward=True).is_all
