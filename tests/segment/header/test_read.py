"""The header of whole releases: EDGAR exhibits and wire copy of several kinds."""

from __future__ import annotations

from datetime import date

import pytest

from forelook.records import Header, Ticker
from forelook.segment.header import read_header
from forelook.segment.segmentation import segment

BODY = "\n\nSales rose in every region, and the company opened three plants. It employs 400 people.\n\nAbout Acme\n\nAcme Corp. makes valves."


def header_of(text: str, filed: date | None = None) -> Header:
    return read_header(text, segment(text).units, filed)


GOLDEN = {
    "exhibit": (
        "                                   Exhibit 99.1\n\nFOR IMMEDIATE RELEASE\n\nContact: Jane Roe\n         (401) 555-0100\n\n"
        "             Acme Reports Record Results for the Third Quarter\n\nPROVIDENCE, R.I., July 14, 2000 -- Acme Corp. (NYSE: ACM) today announced results."
        + BODY,
        Header("Acme Reports Record Results for the Third Quarter", "PROVIDENCE, R.I.", "2000-07-14", None, [Ticker("NYSE", "ACM")]),
    ),
    "wire": (
        "Acme Names Jane Roe Chief Executive\n\nAUSTIN, Texas, Feb. 11, 2025 (GLOBE NEWSWIRE) -- Acme Corp. (Nasdaq: ACME) today named Jane Roe." + BODY,
        Header("Acme Names Jane Roe Chief Executive", "AUSTIN, Texas", "2025-02-11", "GlobeNewswire", [Ticker("Nasdaq", "ACME")]),
    ),
    "date above": (
        "Exhibit 99.1\n\nJuly 1, 2025\n\nAcme Comments on Test Results; Plans to Increase Dividend\n\nCHARLOTTE, NC – Acme Corp. today commented on the results."
        + BODY
        + "\n\nAcme Corp. stock is listed on the New York Stock Exchange (NYSE: ACM).",
        Header("Acme Comments on Test Results; Plans to Increase Dividend", "CHARLOTTE, NC", "2025-07-01", None, [Ticker("NYSE", "ACM")]),
    ),
    "archived wire copy": (
        "Acme Halts Pipeline Project\n\n02/15/2002\n\nPR Newswire\n\n(Copyright (c) 2002, PR Newswire)\n\n"
        "HOUSTON, Feb. 15 /PRNewswire-FirstCall/ -- Acme Energy Partners, L.P. (NYSE: AEP) and Bolt Corporation (NYSE: BLT) today announced the end." + BODY,
        Header("Acme Halts Pipeline Project", "HOUSTON", "2002-02-15", "PR Newswire", [Ticker("NYSE", "AEP"), Ticker("NYSE", "BLT")]),
    ),
    "letterhead": (
        "[LOGO]\n\nAcme Controls, Inc.\n\nFOR IMMEDIATE RELEASE\n\nAcme Controls, Inc.\n\nAcme Announces Plan to Restructure Bonds\n\n"
        "Providence, RI, July 14, 2000----Acme Controls, Inc. (OTC Bulletin Board: ACME.OB) today announced a plan." + BODY,
        Header("Acme Announces Plan to Restructure Bonds", "Providence, RI", "2000-07-14", None, [Ticker("OTC Bulletin Board", "ACME.OB")]),
    ),
    "wire's name first": (
        "Acme Announces Debt Settlements\n\n(TheNewswire)\n\nVancouver, British Columbia – February 12, 2025 – TheNewswire - Acme Metals Corp. (TSXV: ACM) announces it."
        + BODY,
        Header("Acme Announces Debt Settlements", "Vancouver, British Columbia", "2025-02-12", "TheNewswire", [Ticker("TSXV", "ACM")]),
    ),
    "date in the address alone": (
        "Acme Opens a Plant\n\n    AUSTIN, Texas--(BUSINESS WIRE)--\nAcme Corp. (NYSE: ACM) opened a plant."
        + BODY
        + "\n\nView source version on businesswire.com: https://www.businesswire.com/news/home/20200302005136/en/",
        Header("Acme Opens a Plant", "AUSTIN, Texas", "2020-03-02", "Business Wire", [Ticker("NYSE", "ACM")]),
    ),
    "another's listing": (
        "Acme Laboratories Completes Acquisition of Bolt\n\nNEW YORK--(BUSINESS WIRE)--February 07, 2025--Acme Laboratories, Inc. announced the closing of its "
        'acquisition of Bolt Therapeutics, Inc. ("Bolt") NASDAQ:BOLT, a biotechnology company.' + BODY,
        Header("Acme Laboratories Completes Acquisition of Bolt", "NEW YORK", "2025-02-07", "Business Wire", []),
    ),
    "nothing": ("Acme expects revenue of $5 million in 2026.", Header()),
}


@pytest.mark.parametrize(("text", "header"), GOLDEN.values(), ids=GOLDEN)
def test_golden(text: str, header: Header) -> None:
    assert header_of(text) == header


def test_the_day_of_filing_helps() -> None:
    bare = GOLDEN["archived wire copy"][0].replace("02/15/2002\n\n", "").replace("(Copyright (c) 2002, PR Newswire)\n\n", "")
    assert header_of(bare).date is None
    assert header_of(bare, date(2002, 2, 19)).date == "2002-02-15"


@pytest.mark.parametrize("text", ["", " \n", "-30-", "(", "NYSE:", "a: " * 50_000, "Jan. 1 " * 20_000, "(NYSE: A) " * 20_000, "symbol " * 30_000])
def test_odd_texts_have_a_header_soon(text: str) -> None:
    assert isinstance(header_of(text), Header)
