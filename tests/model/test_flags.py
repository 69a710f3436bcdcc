"""Flags: what is given to quotations is shared out anew where their words leave no doubt, and only there."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.model.flags import FORWARD, PLAIN, SHARE, find_doubted_flags, settle_flag
from forelook.model.wording import fold


def settle(quotation: str, forward: float) -> float:
    six = np.zeros(len(CLASSES))
    six[[FORWARD, PLAIN]] = forward, 0.9 - forward
    settle_flag(six, fold(quotation))
    assert six.sum() == pytest.approx(0.9)
    return float(six[FORWARD])


def test_a_flag_follows_the_words_of_a_quotation() -> None:
    assert settle("“Next year is about hides.”", 0.1) == pytest.approx(0.9 * SHARE)
    assert settle("“We will miss Ada.”", 0.6) == pytest.approx(0.9 * (1.0 - SHARE))


def test_a_flag_that_is_right_or_that_no_words_decide_stays() -> None:
    assert settle("“Next year is about hides.”", 0.7) == pytest.approx(0.7)
    assert settle("“We will miss Ada.”", 0.1) == pytest.approx(0.1)
    assert settle("“Hides are dear.”", 0.5) == pytest.approx(0.5)


def test_only_quotations_whose_flag_is_in_doubt_are_looked_at() -> None:
    rows = np.zeros((4, len(CLASSES)))
    rows[:, FORWARD], rows[:, PLAIN] = [0.4, 0.001, 0.999, 0.1], [0.5, 0.9, 0.001, 0.1]
    assert find_doubted_flags(rows).tolist() == [True, False, False, False]
