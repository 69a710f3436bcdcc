"""Legend wordings: sentences that certainly warn, each with one that only looks so."""

from __future__ import annotations

import pytest

from forelook.model.legend_wordings import make_warnings
from forelook.model.phrases import read_groups
from forelook.model.wording import fold

WARNINGS = tuple(make_warnings(read_groups()))


def settle(sentence: str) -> bool:
    folded = fold(sentence)
    return any(wording.settles(folded) for wording in WARNINGS)


@pytest.mark.parametrize(
    ("warning", "other"),
    [
        pytest.param("We do not undertake to bring this up to date.", "We do not plan to update our outlook before May.", id="no duty to update"),
        pytest.param("Please do not lean on our forecasts.", "Please do not lean on the vats.", id="not to be leaned on"),
        pytest.param("Readers should not place too much weight on such statements.", "Harrow asks its lenders for a waiver.", id="weight, no covenant"),
        pytest.param("Rain is out of our hands.", "Costs rose for reasons that were outside our control.", id="out of our hands, not what was"),
        pytest.param("There is no certainty that the sale will take place.", "There is no guarantee of the accuracy of these prices.", id="not certain"),
        pytest.param("Much could turn out otherwise.", "Hides could turn out softer.", id="could turn out otherwise"),
        pytest.param("Rain is among the things that could hurt us.", "Rain is among the things that hurt us in May.", id="among the things that could"),
        pytest.param("Rain might keep us from reaching these goals.", "Rain kept us from reaching our goals.", id="what might keep us from it"),
        pytest.param("What happens may be quite different.", "Our measures may be different from those of other companies.", id="may be different"),
        pytest.param("All this might not come about.", "Not all of this came about.", id="might not come about"),
        pytest.param("Plans can come to nothing.", "The plan came to nothing.", id="can come to nothing"),
        pytest.param("We may well be wrong.", "We were wrong.", id="we may be wrong"),
    ],
)
def test_warnings(warning: str, other: str) -> None:
    assert settle(warning)
    assert not settle(other)


def test_every_wording_has_signs_in_lower_case() -> None:
    signs = [sign for wording in WARNINGS for sign in wording.signs]
    assert all(wording.signs for wording in WARNINGS)
    assert [sign.lower() for sign in signs] == signs
