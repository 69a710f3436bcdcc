"""Forward-looking statements about a deal or a future product, and the factors that address them.

In: a Matter, or a factor's words. Out: statements, or whether a factor is of that kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forelook.analyze.audit.phrases import phrase

if TYPE_CHECKING:
    from forelook.analyze.audit.matter import Forward, Matter


def deal_statements(matter: Matter) -> list[Forward]:
    """Return the forward-looking statements about the closing or the effects of a particular deal, not about deals in general."""
    return [each for each in matter.forward if _holds(matter, each, "deal") and not _holds(matter, each, "no_deal")]


def product_statements(matter: Matter) -> list[Forward]:
    """Return the forward-looking statements about trials, approval, development or launch of something in particular, not about "innovation" in general."""
    return [each for each in matter.forward if _holds(matter, each, "product_to_come") and not _holds(matter, each, "no_product")]


def is_deal_factor(words: str) -> bool:
    """Return whether a factor is about conditions, approvals or integration of deals."""
    return phrase("deal_factor").search(words) is not None


def is_product_factor(words: str, *, approval: bool) -> bool:
    """Return whether a factor is about development or launch; with `approval`, also whether it is about approvals."""
    return phrase("product_factor").search(words) is not None or (approval and phrase("approval_factor").search(words) is not None)


def _holds(matter: Matter, forward: Forward, name: str) -> bool:
    return phrase(name).search(matter.text, forward.statement.start, forward.statement.end) is not None
