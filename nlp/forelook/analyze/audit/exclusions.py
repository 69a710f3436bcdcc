"""Issuers and transactions that the Act leaves out, as far as a release shows them.

In: a Matter. Out: who or what is left out, in words and by the passages that show it; None where nothing is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.verdict import quote
from forelook.records import Statement
from forelook.spans import Span

if TYPE_CHECKING:
    from forelook.analyze.audit.matter import Matter

_OPENING = 2  # statements in which a release says what it is about
_UNREGISTERED = "issuers that do not report to the SEC"
_OTHERS = (
    ("fraud_order", "issuers under an order for securities fraud", "an order for securities fraud"),
    ("private_issuer", _UNREGISTERED, "an issuer that does not report to the SEC"),
)


class Exclusion(NamedTuple):
    """An issuer that the Act leaves out: its kind in words, what the audit says of it, and the passages that show it."""

    kind: str
    message: str
    spans: tuple[Span, ...]


def only_in_canada(matter: Matter) -> bool:
    """Return whether the shares are listed only in Canada and nothing shows that the issuer reports to the SEC."""
    return matter.issuer.only_canada and not matter.registrant


def excluded_issuer(matter: Matter) -> Exclusion | None:
    """Return the issuer of a release if the Act leaves it out."""
    issuer = matter.issuer
    where = quote(matter.text, issuer.listing[0]) if issuer.listing else ""
    if issuer.only_otc:
        message = f"The shares are quoted only over the counter ({where}); the Act leaves out issuers of penny stock. Rely on bespeaks caution."
        return Exclusion("issuers of penny stock", message, issuer.listing)
    if only_in_canada(matter):
        message = f"The shares are listed only in Canada ({where}), and nothing shows that the issuer reports to the SEC, as the Act asks. Cite Canadian law."
        return Exclusion(_UNREGISTERED, message, issuer.listing)
    if issuer.partnership and issuer.name_span:
        message = f"{issuer.name} is a partnership, an LLC or a fund; the Act leaves out statements about its operations. Rely on bespeaks caution."
        return Exclusion("partnerships, LLCs and funds", message, (issuer.name_span,))
    for name, kind, what in _OTHERS:
        found = _first_outside(matter, name) if not issuer.markets or name == "fraud_order" else None
        if found is not None:
            message = f"The release speaks of {what} ({quote(matter.text, found)}), which the Act leaves out. Do not rely on it."
            return Exclusion(kind, message, (found,))
    return None


def excluded_deal(matter: Matter) -> tuple[list[Statement], str]:
    """Return the forward-looking statements about an excluded deal, and the words that name it, in them or in the headline."""
    for each in matter.forward:
        if match := phrase("excluded_deal").search(matter.text, each.statement.start, each.statement.end):
            return [each.statement], quote(matter.text, match.span())
    opening = matter.release.statements[:_OPENING]
    named = next((match for each in opening if (match := phrase("excluded_deal").search(matter.text, each.start, each.end))), None)
    if named is None:
        return [], ""
    return [each.statement for each in matter.forward if phrase("offering_words").search(each.statement.text)], quote(matter.text, named.span())


def _first_outside(matter: Matter, name: str) -> Span | None:
    """Return where the first phrase of the list `name` occurs outside the legend, None if there is none."""
    for match in phrase(name).finditer(matter.text):
        if not any(start <= match.start() < end for start, end in matter.legend.spans):
            return match.span()
    return None
