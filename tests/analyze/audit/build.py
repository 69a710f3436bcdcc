"""Invented releases for the audit: units with their labels, put together as the tagger would."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from forelook.analyze.audit import audit
from forelook.records import Header, Label, Model, Release, Scores, Source, Speaker, Statement, Summary

CODES = {
    "G": Label.GUIDANCE,
    "H": Label.HISTORICAL_FACT,
    "QF": Label.MANAGEMENT_QUOTE,
    "QN": Label.MANAGEMENT_QUOTE,
    "S": Label.SAFE_HARBOR,
    "TG": Label.GUIDANCE,
    "TH": Label.HISTORICAL_FACT,
}

HEAD = (
    "M\tHarrow Valve Reports Results",
    "M\tCEDAR FALLS, Iowa, May 6, 2021 -- ",
    "H\tHarrow Valve Corp. (NYSE: HVC), a maker of control valves for refineries, today reported results for the first quarter.",
)
FORWARD = ("G\tHarrow Valve expects sales of control valves to grow in 2021.",)
LEGEND = {
    "says": "This release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995.",
    "which": "All statements other than statements of historical fact are forward-looking statements.",
    "warns": "Actual results could differ materially from those projected.",
    "factors": "Factors that could cause such differences include: demand for control valves from refineries; the price of forged steel; and delays at our Waterloo foundry.",
    "filings": 'More on these risks is found under "Risk Factors" in our Annual Report on Form 10-K for the year ended December 31, 2020.',
    "date": "These statements speak only as of the date of this release.",
    "duty": "Harrow Valve undertakes no obligation to update them.",
}


def legend(**changes: str | None) -> tuple[str, ...]:
    """Return the units of a complete legend, with some of its sentences changed or, with None, left out."""
    pieces = {**LEGEND, **changes}
    return tuple(f"S\t{words}" for words in pieces.values() if words is not None)


def release(*units: str, figures: list[Any] | None = None) -> Release:
    """Return a Release of units "CODE<TAB>words"; "M" is no statement, "QF|Name" a quotation that looks forward."""
    text, statements = "", []
    for unit in units:
        code, _, words = unit.partition("\t")
        code, _, speaker = code.partition("|")
        start = len(text)
        text += words + "\n\n"
        if code != "M":
            forward = code in {"G", "QF", "TG"}
            kind = "table" if code in {"TG", "TH"} else "list_item" if words.startswith("•") else "sentence"
            who = Speaker(speaker, None, 0, 0) if speaker else None
            scores = Scores(0.25, 0.25, 0.25, 0.25)
            statements.append(Statement(start, start + len(words), words, CODES[code], 1.0, scores, forward, 1.0, kind, None, who, None))
    summary = Summary(len(statements), 0, 0, 0, 0, 0)
    model = Model("none", "0", "0")
    return Release("forelook/1", "case", Source(), Header(), {}, model, "codepoint", text, statements, [], UNSET if figures is None else figures, summary, [])


def draft(*forward: str, head: tuple[str, ...] = HEAD, more: tuple[str, ...] = (), figures: list[Any] | None = None, **changes: str | None) -> Release:
    """Return a release with a head, forward-looking units (one by default), more units, and a legend with `changes`."""
    return release(*head, *(forward or FORWARD), *more, *legend(**changes), figures=figures)


def grade(found: Release, check: str) -> str:
    """Return what the check `check` finds in a release."""
    return next(each.finding for each in audit(found).findings if each.check == check)
