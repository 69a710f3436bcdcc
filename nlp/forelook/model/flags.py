"""Flags: corrects whether a quotation looks forward where its own wording decides that (quote_wordings.py).

In: the class probabilities of units, and the quotations among them. Out: the same, with what is given to the two classes of quotations shared out anew between
them; whether a unit is a quotation is left as it was.
"""

from __future__ import annotations

import numpy as np

from forelook.arrays import Floats, Mask
from forelook.model.classifier import CLASSES
from forelook.model.decisions import FORWARD_THRESHOLD
from forelook.model.phrases import Folded
from forelook.model.wording import is_courtesy, looks_forward

FORWARD, PLAIN = (CLASSES.index(name) for name in ("quote_forward", "quote_plain"))
DOUBTED = 0.01  # a flag to which the passes give a smaller share is not settled by wording
SHARE = 0.97  # of these wordings that are right: 539 of 544 in the corpus and in 3,779 real releases, many of them labelled in part


def find_doubted_flags(probabilities: Floats) -> Mask:
    """Return which units are quotations whose flag is in doubt, given probabilities of shape (units, classes)."""
    forward, plain = probabilities[:, FORWARD], probabilities[:, PLAIN]
    doubted: Mask = (forward + plain > 0.5) & (np.minimum(forward, plain) > DOUBTED * (forward + plain))
    return doubted


def settle_flag(six: Floats, quotation: Folded) -> None:
    """Share out, in place, what the six classes of a unit give quotations where the wording says that it looks forward, or that it does not."""
    quoted = six[FORWARD] + six[PLAIN]
    if six[FORWARD] > FORWARD_THRESHOLD * quoted:
        if is_courtesy(quotation):
            six[FORWARD], six[PLAIN] = quoted * (1.0 - SHARE), quoted * SHARE
    elif looks_forward(quotation):
        six[FORWARD], six[PLAIN] = quoted * SHARE, quoted * (1.0 - SHARE)
