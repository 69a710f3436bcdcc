"""Risks that have come about: kinds of event that a factor presents as possible and the release reports as having happened.

In: a Matter. Out: kind, factor and fact. The kinds are events that either happen or do not: a recall, a fire, a breach.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from forelook.analyze.audit.phrases import loosen, read_data
from forelook.records import Label
from forelook.spans import Span

if TYPE_CHECKING:
    from forelook.analyze.audit.matter import Matter

# A factor with one of these words says itself that the event has happened.

_ADMITTING = re.compile(
    r"""\b(?:
    continued|continuing|continuation|ongoing|current|pending     # "the continuing effects of the recall"
    |recent|recently|previous|previously|last|20\d\d              # "our recent recall"
    |announced|experienced|occurred                               # "the outage that occurred in May"
    |the\s+(?:recall|fire|incident|explosion|breach|outage|restatement)s?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def come_about(matter: Matter) -> list[tuple[str, Span, Span]]:
    """Return each kind of event that a factor presents as possible and a statement as past, with the spans of both."""
    pairs = []
    for kind, (possible, happened) in _kinds().items():
        factor = next(
            (each.span for each in matter.factors if possible.search(matter.text, *each.span) and not _ADMITTING.search(matter.text, *each.span)), None
        )
        if factor is None:
            continue
        for statement in matter.release.statements:
            factual = statement.label in {Label.HISTORICAL_FACT, Label.MANAGEMENT_QUOTE} and not statement.forward_looking and statement.kind != "table"
            if factual and (match := happened.search(matter.text, statement.start, statement.end)):
                pairs.append((kind, factor, match.span()))
                break
    return pairs


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        each["kind"]: (re.compile(loosen(each["possible"]), re.IGNORECASE), re.compile(loosen(each["happened"]), re.IGNORECASE))
        for each in read_data("events")["event"]
    }
