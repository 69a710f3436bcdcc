"""The four labels.

In: nothing. Out: Label, in the order that everything else uses.
"""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """The four labels, in the order in which a model stores them."""

    GUIDANCE = "guidance"
    HISTORICAL_FACT = "historical_fact"
    MANAGEMENT_QUOTE = "management_quote"
    SAFE_HARBOR = "safe_harbor"


LABELS: tuple[Label, ...] = tuple(Label)
