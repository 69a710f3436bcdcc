"""Plan wordings: sentences that are certainly guidance, each with one that only looks so."""

from __future__ import annotations

import pytest

from forelook.model.phrases import read_groups
from forelook.model.plan_wordings import make_plans
from forelook.model.wording import fold

PLANS = tuple(make_plans(read_groups()))


def settle(sentence: str) -> bool:
    folded = fold(sentence)
    return any(wording.settles(folded) for wording in PLANS)


@pytest.mark.parametrize(
    ("plan", "other"),
    [
        pytest.param("The tannery opens in June.", "The tannery opened in June.", id="what opens"),
        pytest.param("The tannery in Olean opens next spring.", "The tannery in Olean opens at nine.", id="at a time, not an hour"),
        pytest.param(
            "Harrow Leather is committed to halving its use of water by 2030.", "Harrow Leather is committed to its tanners.", id="a pledge with a year"
        ),
        pytest.param(
            "Under the memorandum of understanding, Harrow will buy hides.", "Under the agreement, Harrow will buy hides.", id="a paper that does not bind"
        ),
        pytest.param("Harrow Leather is suspending its outlook for 2026.", "Harrow Leather is suspending its dividend.", id="guidance taken back"),
        pytest.param("Harrow Leather no longer gives guidance.", "Harrow Leather no longer tans goat hides.", id="no longer given"),
        pytest.param("Earlier guidance should no longer be relied upon.", "Earlier accounts were relied upon.", id="not to be relied upon"),
        pytest.param("Hide prices rise 3 percent on May 1.", "Hide prices rose 3 percent on May 1.", id="a price that rises on a day"),
    ],
)
def test_plans(plan: str, other: str) -> None:
    assert settle(plan)
    assert not settle(other)


def test_a_sentence_without_a_sign_is_never_worded_so() -> None:
    """Signs are what lets most sentences be passed over: each wording needs one of its own."""
    folded = fold("The tannery opens in June.")
    assert all(wording.signs for wording in PLANS)
    assert any(sign in folded.words for wording in PLANS if wording.settles(folded) for sign in wording.signs)
