"""The audit in the terminal."""

from __future__ import annotations

from msgspec.structs import replace
from rich.console import Console
from tests.analyze.audit.build import draft

import forelook
from forelook.export.audit import render_audit


def shown(*forward: str, **changes: str | None) -> str:
    release = draft(*forward, **changes)
    console = Console(width=120, record=True, force_terminal=False)
    with console.capture() as captured:
        console.print(render_audit(release, forelook.audit(release), 1))
    return captured.get()


def test_gravest_first_with_the_evidence_and_no_advice() -> None:
    table = shown("G\tWe expect a tax rate of 21%.", duty=None, filings=None)
    places = [table.index(words) for words in ("missing │ 6", "missing │ 7", "note    │ 10", "fine    │ 1 ")]
    assert places == sorted(places)
    assert "statement at" in table
    assert "“We expect a tax rate of 21%.”" in table
    assert "No factor speaks of:\n    1  We expect a tax rate of 21%." in table
    assert "not legal advice" in table


def test_warnings_of_reading_are_below() -> None:
    release = replace(draft("G\tWe expect a tax rate of 21%."), warnings=["comments left out (1)"])
    console = Console(width=120, record=True, force_terminal=False)
    with console.capture() as captured:
        console.print(render_audit(release, forelook.audit(release), 1))
    assert "\nwarning: comments left out (1)\n\nA reviewer's checklist" in captured.get()


def test_nothing_steers_the_terminal() -> None:
    assert "\x1b" not in shown("G\tWe expect \x1b[31ma tax rate\x1b[0m of 21%.", factors=None)
