"""Checks 14 to 16: people quoted, calls, and non-GAAP guidance."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade

from forelook import audit
from forelook.records import Figure, FigureMetric, FigurePeriod, Place


def said(introduction: str) -> tuple[str]:
    return (f"QF|Jane Roe\t“We expect sales of valves to grow,” said {introduction}.",)


QUOTES = {
    "the chief executive": (said("Jane Roe, chief executive officer"), {}, "fine"),
    "with the company's name": (said("Jane Roe, president of Harrow Valve"), {}, "fine"),
    "a customer": (said("Jane Roe, vice president at Tidewater Refining"), {}, "note"),
    "a partner": (said("Jane Roe, co-founder and CEO, Ashby Pumps"), {}, "note"),
    "the head of another company": (said("Jane Roe, President and CEO of Tidewater Refining"), {}, "note"),
    "a founder of another company": (said("Jane Roe, Founder and President of Growing Tall"), {}, "note"),
    "an officer of another company": (said("Jane Roe, Chief Revenue Officer for Hudson Ports"), {}, "note"),
    "an officer of a department": (said("Jane Roe, Chief Technology Officer for Cloud"), {}, "fine"),
    "two offices": (said("Jane Roe, co-CEO and CTO of Ashby"), {}, "note"),
    "an office before Ms.": (
        ("H\tAshby Founder and CEO, Ms. Jane Roe, will stay.", "QF|Jane Roe\t“We expect sales to grow,” said Jane Roe."),
        {},
        "note",
    ),
    "the head of a department": (said("Jane Roe, Head of Oncology"), {}, "fine"),
    "the head of a region": (said("Jane Roe, CEO of North America"), {}, "fine"),
    "two founders of another company": (
        ("H\tAshby co-founders John Poe and Jane Roe will stay.", "QF|Jane Roe\t“We expect sales to grow,” said Roe."),
        {},
        "note",
    ),
    "by the issuer's ticker": (said("Jane Roe, president of HVC"), {}, "fine"),
    "a company of the issuer's": ((*said("Jane Roe, CEO of Larch Castings"), "H\tLarch Castings, a Harrow Valve company, makes bodies."), {}, "fine"),
    "an office alone": (("QF|Jane Roe\t“We expect sales to grow,” said co-CEO Dr. Jane Roe, a physician.",), {}, "fine"),
    "an incoming chief": (("QF|Jane Roe\t“We expect sales to grow,” said incoming CEO Jane Roe.",), {}, "fine"),
    "a physician": (said("Jane Roe, physician"), {}, "note"),
    "a physician who leads the company": (
        ("H\tThe physician Jane Roe came in May.", *said("Jane Roe, CEO of Harrow Valve")),
        {},
        "fine",
    ),
    "a mayor": (said("Waterloo Mayor Jane Roe"), {}, "note"),
    "in whose name the legend speaks": (
        said("Jane Roe, CEO of Ashby Pumps"),
        {"duty": "Neither Harrow Valve nor Ashby Pumps undertakes to update them."},
        "fine",
    ),
    "a subsidiary": ((*said("Jane Roe, president of Larch Castings"), "H\tLarch Castings is a wholly owned subsidiary of Harrow Valve."), {}, "fine"),
    "a degree is no company": (said("Jane Roe, M.D., Ph.D., chief medical officer"), {}, "fine"),
    "nobody quoted": ((), {}, "not_applicable"),
    "not looking forward": (("G\tSales will grow.", "QN|Jane Roe\t“Sales grew,” said Jane Roe of Tidewater."), {}, "not_applicable"),
    "predictions only": (said("Jane Roe, president"), {"which": "Forward-looking statements are only predictions, and may prove wrong."}, "fine"),
    "a closed list": (said("Jane Roe, president"), {"which": "The forward-looking statements in this release are limited to the outlook for 2021."}, "weak"),
}


@pytest.mark.parametrize(("forward", "changes", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotes_covered(forward: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(*forward, **changes), "quotes_covered") == expected


CALL = ("H\tHarrow Valve will host a conference call today at 10 a.m.",)
CALLS = {
    "not reached": (CALL, {}, "note"),
    "webcast": (("H\tA live webcast can be heard on the company's website.",), {}, "note"),
    "an investor day": (("H\tHarrow Valve will hold its Investor Day in June.",), {}, "note"),
    "an investor day by its date": (("H\tHarrow Valve will give more detail on guidance at its Investor Day in Waterloo on June 12.",), {}, "note"),
    "an investor day in the past": (("H\tMore was said at our Investor Day in Waterloo.",), {}, "not_applicable"),
    "reached": (CALL, {"says": "This release and the conference call contain forward-looking statements."}, "fine"),
    "oral statements": (CALL, {"duty": "All written and oral forward-looking statements are so qualified; we do not update them."}, "fine"),
    "none": ((), {}, "not_applicable"),
    "put off": (("H\tThe earnings release and the conference call scheduled for May 12 will be delayed.",), {}, "not_applicable"),
    "put off to a day": (("H\tThe conference call is postponed and will now be held on May 20.",), {}, "note"),
    "a call in the past": (("H\tOn April 29, as part of our first quarter earnings call, we issued guidance for sales.",), {}, "not_applicable"),
    "a call on request": (("H\tTo schedule a conference call with management, please email Ashby at 10 a.m.",), {}, "not_applicable"),
    "a conference of investors": (("H\tHarrow Valve will present at the Norland Small-Cap Conference on June 3.",), {}, "note"),
    "a conference of engineers": (("H\tHarrow Valve will present at the Norland Valve Congress on June 3.",), {}, "not_applicable"),
    "calls at large": (("H\tWe use press releases, public conference calls and social media as channels to reach investors.",), {}, "not_applicable"),
}


@pytest.mark.parametrize(("more", "changes", "expected"), CALLS.values(), ids=CALLS)
def test_call_covered(more: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(more=more, **changes), "call_covered") == expected


ADJUSTED = ("G\tHarrow Valve expects 2021 adjusted EBITDA of $44 million to $47 million.",)
OLD = (HEAD[0], "M\tCEDAR FALLS, Iowa, May 6, 2002 -- ", HEAD[2])
MEASURES = {
    "nothing said": (HEAD, ADJUSTED, (), "missing"),
    "a table": (HEAD, ADJUSTED, ("M\tReconciliation of guidance for 2021", "TG\tNet income 20 to 22\nInterest 24\nAdjusted EBITDA 44 to 47"), "fine"),
    "unreasonable efforts": (HEAD, ADJUSTED, ("H\tWe cannot reconcile adjusted EBITDA without unreasonable efforts.",), "fine"),
    "not provided": (HEAD, ADJUSTED, ("H\tA reconciliation of this outlook is not provided.",), "weak"),
    "elsewhere": (HEAD, ADJUSTED, ("H\tReconciliations are found on our website.",), "weak"),
    "a past reconciliation": (HEAD, ADJUSTED, ("TH\tNet income 5 4\nAdjusted EBITDA 11 9",), "missing"),
    "GAAP measures": (HEAD, ("G\tHarrow Valve expects 2021 revenue of $44 million.",), (), "not_applicable"),
    "no number": (HEAD, ("G\tHarrow Valve expects adjusted EBITDA to grow.",), (), "not_applicable"),
    "before Regulation G": (OLD, ADJUSTED, (), "not_applicable"),
    "free cash flow": (HEAD, ("G\tWe expect free cash flow of more than $12 million.",), (), "missing"),
}


@pytest.mark.parametrize(("first", "forward", "more", "expected"), MEASURES.values(), ids=MEASURES)
def test_non_gaap_reconciled(first: tuple[str, ...], forward: tuple[str, ...], more: tuple[str, ...], expected: str) -> None:
    assert grade(draft(*forward, head=first, more=more), "non_gaap_reconciled") == expected


def test_net_proceeds_are_no_measure() -> None:
    """Their figure has a basis by the words "before expenses"; a core measure without a name of its own has one by itself."""
    found = {}
    for words in ("net proceeds of $7 million before expenses", "core earnings of $7 million"):
        said = f"We expect {words}."
        start = said.index("$7")
        place = {"statement": 1, "metric": FigureMetric("other", 10, start - 4), "basis": "non_gaap", "value": Place(start, start + 10)}
        figure = Figure(
            **place, entity=None, period=FigurePeriod("2021"), measure="level", form="point", low=7e6, high=7e6, unit="USD", noun=None,
            scale_missing=False, trend=None, growth_basis=None, direction="issued", prior=None, score=0.9,
        )  # fmt: skip
        found[words[:4]] = grade(draft(f"G\t{said}", figures=[figure]), "non_gaap_reconciled")
    assert found == {"net ": "not_applicable", "core": "missing"}


def test_the_message_names_who_is_not_covered() -> None:
    found = next(each for each in audit(draft(*said("Jane Roe, vice president at Tidewater Refining"))).findings if each.check == "quotes_covered")
    assert found.message.startswith("Jane Roe speaks for neither the issuer")
    assert [each.role for each in found.evidence] == ["quote"]
