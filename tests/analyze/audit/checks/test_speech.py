"""Checks 14 and 15: people quoted, and calls."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import draft, grade

from forelook import audit


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


BLANK_CHECK = "Larch Acquisition Corp. (NASDAQ: LACQ)"
TARGET = "Ashby Robotics, Inc. (“Ashby”), a maker of robots,"
TOGETHER = {
    "target first": f"Ashby Robotics, Inc. and {BLANK_CHECK}",
    "target first, without its form": f"Ashby Robotics and {BLANK_CHECK}",
    "target first, defined": f"{TARGET} and {BLANK_CHECK} (“Larch”)",
    "target last, short form before the ticker": f"Larch Acquisition Corp. (“Larch”) (NASDAQ: LACQ), a blank-check company, and {TARGET}",
    "target last": f"{BLANK_CHECK} (“Larch”) and {TARGET}",
}
PARTIES = {
    "the target's founder": ("Jane Roe, founder and CEO of Ashby Robotics", {}, (), "note"),
    "its founder, by the short name": ("Jane Roe, Ashby’s founder and chief executive", {}, (), "note"),
    "its founder, before the name": ("Ashby founder Jane Roe", {}, (), "note"),
    "a subsidiary to come": ("Jane Roe, founder of Ashby", {}, ("G\tAshby will become a wholly owned subsidiary of Larch.",), "note"),
    "a subsidiary to come, well after its name": (
        "Jane Roe, founder of Ashby",
        {},
        ("G\tAshby will become a wholly owned subsidiary of Larch.", "H\tThe boards agree, and so do the holders of Ashby."),
        "note",
    ),
    "merging with a subsidiary": ("Jane Roe, founder of Ashby", {}, ("H\tAshby is to merge with a subsidiary of Larch.",), "note"),
    "a subsidiary already": ("Jane Roe, founder of Ashby", {}, ("H\tAshby is a wholly owned subsidiary of Larch.",), "fine"),
    "the blank-check company's chair": ("Jane Roe, chairman of Larch", {}, (), "fine"),
    "the legend speaks for both": ("Jane Roe, founder of Ashby", {"duty": "Neither Larch nor Ashby undertakes any obligation to update them."}, (), "fine"),
}


@pytest.mark.parametrize("names", TOGETHER.values(), ids=TOGETHER)
@pytest.mark.parametrize(("introduction", "changes", "more", "expected"), PARTIES.values(), ids=PARTIES)
def test_the_parties_of_a_joint_release(names: str, introduction: str, changes: dict[str, str | None], more: tuple[str, ...], expected: str) -> None:
    head = ("M\tA Combination", "M\tTULSA, Okla., May 6, 2021 -- ", f"H\t{names} today announced a business combination.")
    changes = {"duty": "No obligation to update them is undertaken.", **changes}
    assert grade(draft(*said(introduction), head=head, more=more, **changes), "quotes_covered") == expected


def test_a_name_with_and_in_it_is_one_company() -> None:
    head = ("M\tResults", "M\tTULSA, Okla., May 6, 2021 -- ", "H\tRoper and Vale Corp. (NYSE: RVC) today reported results.")
    assert grade(draft(*said("Jane Roe, founder of Roper"), head=head), "quotes_covered") == "fine"


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


def test_the_message_names_who_is_not_covered() -> None:
    found = next(each for each in audit(draft(*said("Jane Roe, vice president at Tidewater Refining"))).findings if each.check == "quotes_covered")
    assert found.message.startswith("Jane Roe speaks for neither the issuer")
    assert [each.role for each in found.evidence] == ["quote"]
