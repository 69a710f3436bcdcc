"""Wording: sentences that can be nothing but notes on guidance or warnings, and those that only look so."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.model.wording import POSSIBLE, SETTLED, is_note, is_warning, settle
from forelook.segment.segmentation import segment

GUIDANCE, FACT, LEGEND = (CLASSES.index(name) for name in ("guidance", "historical_fact", "safe_harbor"))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The ranges leave out the tannery in Olean, which is for sale.", id="left out"),
        pytest.param("Guidance does not yet reflect the fire at Olean.", id="denied"),
        pytest.param("The new full-year 2026 forecast assumes hides at 71 cents a pound.", id="assumed, with what lies between"),
        pytest.param("The high end of this range implies growth of 9 percent.", id="an end of a range"),
        pytest.param("• Our outlook also excludes legal fees", id="a list item"),
        pytest.param("The Company's earnings\nguidance compares with $1.12 in 2025.", id="over the end of a line"),
    ],
)
def test_a_sentence_about_guidance_itself_is_a_note(sentence: str) -> None:
    assert is_note(sentence, after_guidance=False)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Analysts' forecasts exclude the charge.", id="somebody else's"),
        pytest.param("The state's outlook assumes a dry summer.", id="a state's"),
        pytest.param("The price range excludes taxes.", id="another sort of range"),
        pytest.param("The range includes three models for small kitchens.", id="a range of products"),
        pytest.param("Net sales exclude stores that were closed.", id="results"),
        pytest.param("In May the guidance did not include Olean.", id="the past"),
    ],
)
def test_what_is_no_note_stays_as_it_is(sentence: str) -> None:
    assert not is_note(sentence, after_guidance=True)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("These figures do not include the tannery.", id="figures"),
        pytest.param("This compares with $88 million a year ago.", id="a bare pronoun"),
        pytest.param("The above estimates are before the cost of moving.", id="estimates"),
    ],
)
def test_what_points_back_is_a_note_only_after_guidance(sentence: str) -> None:
    assert is_note(sentence, after_guidance=True)
    assert not is_note(sentence, after_guidance=False)


@pytest.mark.parametrize(
    ("sentence", "warns"),
    [
        pytest.param("A sale of the tannery cannot be assured.", True, id="cannot be assured"),
        pytest.param("The purchase may never be completed.", True, id="may never be completed"),
        pytest.param("Consent of the lenders is by no means certain.", True, id="by no means"),
        pytest.param("The notes are guaranteed by its subsidiaries.", False, id="guaranteed notes"),
        pytest.param("The gate cannot be opened from the street.", False, id="cannot"),
        pytest.param("The sale was not completed in May.", False, id="the past"),
        pytest.param("Cards that may never be used are counted as sales.", False, id="may never, of something else"),
    ],
)
def test_warnings(sentence: str, *, warns: bool) -> None:
    assert is_warning(sentence) is warns


TEXT = """Harrow Leather expects sales of $90 million to $95 million in 2026.

These figures do not include the tannery.

The sale of the tannery cannot be assured.

"The outlook assumes nothing," said Ada Lund, president of Harrow Leather.
"""


def settled(**second: float) -> list[float]:
    """Return what guidance and legend are given in the second unit and the third when the passes find guidance first, and facts behind it."""
    found = segment(TEXT)
    rows = np.zeros((len(found.units), len(CLASSES)))
    rows[0, GUIDANCE] = 1.0
    for name, probability in {"historical_fact": 1.0 - sum(second.values()), **second}.items():
        rows[1:, CLASSES.index(name)] = probability
    made = settle(rows, [TEXT], [found])
    assert made.sum(axis=1) == pytest.approx(1.0)
    assert made[0].tolist() == rows[0].tolist()
    assert made[3].tolist() == rows[3].tolist()  # what is quoted is never settled
    return [float(made[1, GUIDANCE]), float(made[2, LEGEND])]


def test_facts_are_settled_by_their_words_where_the_label_is_possible() -> None:
    assert settled(guidance=0.2, safe_harbor=0.2) == pytest.approx([SETTLED, SETTLED])
    assert settled(guidance=POSSIBLE / 2, safe_harbor=0.2) == pytest.approx([POSSIBLE / 2, SETTLED])


def test_what_the_passes_do_not_take_for_a_fact_stays_as_it_is() -> None:
    assert settled(meta=0.6, guidance=0.2, safe_harbor=0.1) == pytest.approx([0.2, 0.1])
