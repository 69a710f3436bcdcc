"""Symbols after the names of exchanges."""

from __future__ import annotations

import pytest

from forelook.segment.header.tickers import find_listings, find_symbols


@pytest.mark.parametrize(
    ("text", "listings"),
    [
        ("Acme (NYSE: ACM) grew", ["NYSE ACM"]),
        ("Acme (NASDAQ:ACME) grew", ["Nasdaq ACME"]),
        ("Acme (Nasdaq Global Select Market: ACME)", ["Nasdaq ACME"]),
        ("Acme (Nasdaq GS: ACME)", ["Nasdaq ACME"]),
        ("Acme [Nasdaq: ACME]", ["Nasdaq ACME"]),
        ("Acme (NYSE American: ACM)", ["NYSE American ACM"]),
        ("Acme (OTC Bulletin Board: ACME.OB)", ["OTC Bulletin Board ACME.OB"]),
        ("Acme (OTC\nBulletin Board:   ACME.OB)", ["OTC Bulletin Board ACME.OB"]),
        ("Acme (OTCPK:ACME)", ["OTC Pink ACME"]),
        ("Acme (TSX.V: ACM)", ["TSXV ACM"]),
        ("Acme (TSXV: ACM)(OTCQB: ACMEF) (FSE: A3D8AK)", ["TSXV ACM", "OTCQB ACMEF", "Frankfurt A3D8AK"]),
        ("TSX: SIL | NYSE American: SILV", ["TSX SIL", "NYSE American SILV"]),
        ("Acme (NYSE AMERICAN, AIM and VFEX: CMCL)", ["NYSE American CMCL", "AIM CMCL", "VFEX CMCL"]),
        ("Acme (NYSE/TSX: ACM)", ["NYSE ACM", "TSX ACM"]),
        ("Acme (Nasdaq: GOOG, GOOGL)", ["Nasdaq GOOG", "Nasdaq GOOGL"]),
        ("Acme (ASX: IFM; Nasdaq: IFMX)", ["ASX IFM", "Nasdaq IFMX"]),
        ("Acme (“Acme” or the “Company”) NASDAQ:ACME, a firm", ["Nasdaq ACME"]),
        ("NYSE symbol: JPM", ["NYSE JPM"]),
        ("Acme (NYSE: BRK.A)", ["NYSE BRK.A"]),
        ("Acme (NYSE: PGL <http://x.example/q?s=pgl> - news)", ["NYSE PGL"]),
        ("Acme (NASDAQ: “ACME”)", ["Nasdaq ACME"]),
        ("Acme (HKEX: 9988)", ["HKEX 9988"]),
    ],
)
def test_listings(text: str, listings: list[str]) -> None:
    found = find_listings(text, 0, len(text))
    assert [f"{each.exchange} {each.symbol}" for each in found] == listings
    for each in found:
        assert text[each.start : each.end].rstrip("”").endswith(each.symbol)


@pytest.mark.parametrize(
    "text",
    [
        "CONTACT: John Doe",
        "Source: ACME",
        "starts at 10:30 a.m. New York time",
        "Date: March 5",
        "New York: A city",
        "the exchange: Nasdaq",
        "(the six: A and B)",
        "NYSE: Acme",
        "https://nyse: 80/x",
        "fell in London: 12:30 p.m.",
    ],
)
def test_what_is_no_listing(text: str) -> None:
    assert find_listings(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "listings"),
    [
        ("Its shares trade on the New York Stock Exchange under the symbol “ACM.”", ["NYSE ACM"]),
        ("ASML is traded on Euronext Amsterdam and NASDAQ under the symbol ASML.", ["Euronext Amsterdam ASML", "Nasdaq ASML"]),
        ("It is listed on Nasdaq, symbol: ACME.", ["Nasdaq ACME"]),
        ("traded under the symbol ACME", []),
        ("the symbol of a new era on Nasdaq", []),
    ],
)
def test_symbols_in_sentences(text: str, listings: list[str]) -> None:
    assert [f"{each.exchange} {each.symbol}" for each in find_symbols(text)] == listings
