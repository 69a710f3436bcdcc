"""Risks that have come about: events of one kind that a factor presents as possible and the release as having happened.

In: a Matter. Out: kind, factor and fact. The kinds are events that happen or do not: a recall, a fire, a breach.
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


def come_about(matter: Matter) -> list[tuple[str, Span, Span]]:
    """Return each kind of event that both a factor and a statement of fact tell, with the words of both."""
    pairs = []
    for kind, (possible, happened) in _kinds().items():
        factor = next((each.span for each in matter.factors if possible.search(matter.text, *each.span) and not _admits(matter.text[slice(*each.span)])), None)
        if factor is None:
            continue
        for statement in matter.release.statements:
            told = statement.label in {Label.HISTORICAL_FACT, Label.MANAGEMENT_QUOTE} and not statement.forward_looking and statement.kind != "table"
            if told and (match := happened.search(matter.text, statement.start, statement.end)):
                pairs.append((kind, factor, match.span()))
                break
    return pairs


def _admits(factor: str) -> bool:
    """Return whether a factor itself says that the event has happened."""
    return (
        re.search(
            r"\b(?:continued|continuing|continuation|recent|recently|previous|previously|ongoing|current|pending|announced|experienced"
            r"|occurred|last|the\s+(?:recall|fire|incident|explosion|breach|outage|restatement)s?|20\d\d)\b",
            factor,
            re.IGNORECASE,
        )
        is not None
    )


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        each["kind"]: (re.compile(loosen(each["possible"]), re.IGNORECASE), re.compile(loosen(each["happened"]), re.IGNORECASE))
        for each in read_data("events")["event"]
    }
