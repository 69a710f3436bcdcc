"""Checks 7 to 10: filings, their age, the date, the duty to update."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade

NAMED = {
    "a form": ({}, "fine"),
    "an annual report": ({"filings": "See our most recent annual report and quarterly reports filed with the SEC."}, "fine"),
    "a section": ({"filings": "See “Risk Factors” in our filings with the Securities and Exchange Commission."}, "fine"),
    "a prospectus": ({"filings": "See the prospectus filed with the SEC."}, "fine"),
    "a foreign form": ({"filings": "See our annual report on Form 20-F."}, "fine"),
    "filings at large": ({"filings": "More is told in our filings with the Securities and Exchange Commission."}, "weak"),
    "periodic reports": ({"filings": "Other factors are detailed from time to time in the Company's periodic reports filed with the SEC."}, "weak"),
    "the SEC with its stops": ({"filings": "Factors are set forth in the Company's S.E.C. reports."}, "weak"),
    "a section of what no one reviews": ({"filings": "See the “Risk Factors” section of our periodic filings with the OTC Markets."}, "weak"),
    "none": ({"filings": None}, "missing"),
    "compliance is no filing": ({"filings": None, "factors": "Risks include achieving compliance with SEC requirements."}, "missing"),
}


@pytest.mark.parametrize(("changes", "expected"), NAMED.values(), ids=NAMED)
def test_filings_named(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "filings_named") == expected


def filed(words: str) -> dict[str, str | None]:
    return {"filings": f"See “Risk Factors” in {words}."}


CURRENT = {
    "last year's": (filed("our Form 10-K for the year ended December 31, 2020"), "fine"),
    "too old": (filed("our Form 10-K for the year ended December 31, 2018"), "weak"),
    "sixteen months old": (filed("our Form 10-K for the fiscal year ended December 31, 2019"), "weak"),
    "the newer one counts": (filed("our Forms 10-K for the year ended December 31, 2018 and 10-K for the year ended December 31, 2020"), "fine"),
    "a bare year": (filed("our Annual Report on Form 10-K for fiscal 2018"), "weak"),
    "the year before the report": (filed("our 2018 Annual Report on Form 10-K"), "weak"),
    "by its filing date": (filed("our Form 10-K filed with the SEC on March 2, 2021"), "fine"),
    "by an old filing date": (filed("our Form 10-K filed with the SEC on March 2, 2018"), "weak"),
    "most recent": (filed("our most recent Annual Report on Form 10-K"), "fine"),
    "no year": (filed("our Form 10-K"), "fine"),
    "still to be filed": ({"filings": "See the Form 10-K that we expect to file in June."}, "weak"),
    "one filed, one to come": ({"filings": "See our most recent Form 10-K, and the Form 10-Q to be filed in May."}, "fine"),
    "a section without a form": ({"filings": "See “Risk Factors” in our filings with the SEC."}, "not_applicable"),
    "a blank for the year": (filed("our Form 10-K for the year ended December 31, 20[__]"), "weak"),
    "a blank with a bullet": (filed("our Annual Report on Form 10-K for fiscal [●]"), "weak"),
    "brackets that hold words": (filed("our Form 10-K [File No. 1-2345] for the year ended December 31, 2020"), "fine"),
    "a blank for something else": ({"duty": "We undertake no obligation to update them, said [name]."}, "fine"),
    "no form": ({"filings": "See our filings with the SEC."}, "not_applicable"),
    "a foreign issuer has a month more": (filed("our annual report on Form 20-F for the year ended January 31, 2020"), "fine"),
}


@pytest.mark.parametrize(("changes", "expected"), CURRENT.values(), ids=CURRENT)
def test_filings_current(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "filings_current") == expected


def test_an_undated_release_is_not_held_to_a_date() -> None:
    head = (HEAD[0], HEAD[2])
    assert grade(draft(head=head, **filed("our Form 10-K for the year ended December 31, 2011")), "filings_current") == "fine"


AS_OF = {
    "as of the date": ({}, "fine"),
    "hereof": ({"date": "They are made as of the date hereof."}, "fine"),
    "their dates": ({"date": "They speak as of their dates."}, "fine"),
    "information available on": ({"date": "They are based on information available to us on the date of this release."}, "fine"),
    "a date": ({"date": "All information is current as of May 6, 2021."}, "fine"),
    "when the statements are made": ({"date": "They rest on our estimates at the time the statements are made."}, "fine"),
    "at the time statements are made": ({"date": "They rest on opinions of management at the time statements are made."}, "fine"),
    "at the date such statements are made": ({"date": "They rest on what we know at the date such statements are made."}, "fine"),
    "a blank for the date": ({"date": "They speak only as of [●], 2021."}, "note"),
    "none": ({"date": None}, "note"),
    "currently available": ({"date": "They are based on information currently available to management."}, "note"),
    "after the date": ({"date": None, "duty": "We undertake no obligation to update them after the date of this release."}, "note"),
}


@pytest.mark.parametrize(("changes", "expected"), AS_OF.values(), ids=AS_OF)
def test_as_of_date(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "as_of_date") == expected


DUTY = {
    "no obligation": ({}, "fine"),
    "disclaims": ({"duty": "We expressly disclaim any duty to revise them."}, "fine"),
    "does not intend": ({"duty": "The Company does not intend to update these statements."}, "fine"),
    "neither nor": ({"duty": "Neither Harrow nor Ashby assumes any obligation to update them."}, "fine"),
    "no one": ({"duty": "No one undertakes any obligation to revise any statement."}, "fine"),
    "but for the law": ({"duty": "Except as required by law, we assume no responsibility to publicly release revisions."}, "fine"),
    "none": ({"duty": None}, "note"),
    "promised": ({"duty": "We will update these statements when they change."}, "weak"),
    "undertaken": ({"duty": "The Company undertakes to update these statements."}, "weak"),
}


@pytest.mark.parametrize(("changes", "expected"), DUTY.values(), ids=DUTY)
def test_update_duty(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "update_duty") == expected
