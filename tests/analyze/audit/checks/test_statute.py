"""Checks 11 to 13: the Act, the issuer, the transaction."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade

from forelook import audit

PLAIN = "This release contains forward-looking statements."


def head(words: str, *, title: str = "Harrow Valve Reports Results") -> tuple[str, ...]:
    return (f"M\t{title}", HEAD[1], f"H\t{words}")


CANADIAN = head("Harrow Valve Corp. (TSXV: HVC) today reported results.")
CITED = {
    "in full": ({}, "fine"),
    "both sections": (
        {
            "says": "These are forward-looking statements under Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange Act of 1934."
        },
        "fine",
    ),
    "without Private": ({"says": "These are forward-looking statements as defined under The Securities Litigation Reform Act of 1995."}, "note"),
    "without its year": ({"says": "These are forward-looking statements under the Private Securities Litigation Reform Act."}, "note"),
    "not at all": ({"says": PLAIN}, "note"),
    "federal securities laws": ({"says": "These are forward-looking statements within the meaning of the federal securities laws."}, "note"),
    "wrong year": ({"says": "These are forward-looking statements under the Private Securities Litigation Reform Act of 1996."}, "weak"),
    "wrong name": ({"says": "These are forward-looking statements under the Private Securities Reform Litigation Act of 1995."}, "weak"),
    "wrong section": ({"says": "These are forward-looking statements under Section 27A of the Securities Exchange Act of 1934."}, "weak"),
    "Canadian law alone": ({"says": "These are forward-looking statements under applicable Canadian securities laws."}, "not_applicable"),
}


@pytest.mark.parametrize(("changes", "expected"), CITED.values(), ids=CITED)
def test_act_cited(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "act_cited") == expected


def test_a_section_of_the_other_act_is_distinguished_from_a_wrong_name() -> None:
    exchanged = audit(draft(says="These are forward-looking statements under Section 21E of the Securities Act of 1933.")).findings[10]
    assert exchanged.message.startswith(
        '"Section 21E of the Securities Act" is not where the safe harbor stands. Section 27A is of the Securities Act of 1933,'
    )
    misnamed = audit(draft(says="These are forward-looking statements under the Private Securities Litigation Reform Act of 1996.")).findings[10]
    assert misnamed.message.endswith('is no name of the Act. It is the "Private Securities Litigation Reform Act of 1995".')


def test_the_act_may_be_in_the_heading() -> None:
    found = draft(more=("M\tSafe Harbor Statement under the Private Securities Litigation Reform Act of 1995",), says=PLAIN)
    assert grade(found, "act_cited") == "fine"
    assert grade(found, "issuer_eligible") == "fine"


def test_a_heading_invokes_the_safe_harbor() -> None:
    found = draft(more=("M\tSafe Harbor Statements",), says=PLAIN)
    assert grade(found, "issuer_eligible") == "fine"
    assert grade(draft(more=("M\tForward-Looking Statements",), says=PLAIN), "issuer_eligible") == "not_applicable"


ISSUERS = {
    "listed": (HEAD, {}, "fine"),
    "over the counter": (head("Harrow Valve Corp. (OTCQB: HVCP) today reported results."), {}, "weak"),
    "bulletin board": (head("Harrow Valve Corp. (OTC Bulletin Board: HVCP.OB) today reported results."), {}, "weak"),
    "Canada alone": (CANADIAN, {"filings": "See our annual information form."}, "weak"),
    "Canada, reporting to the SEC": (CANADIAN, {"filings": "See our annual report on Form 40-F filed with the SEC."}, "fine"),
    "also over the counter": (head("Harrow Valve Corp. (TSX: HVC) (OTCQX: HVCPF) today reported results."), {}, "fine"),
    "partnership": (head("Harrow Pipeline Partners, L.P. (NYSE: HPP) today reported results."), {}, "weak"),
    "another's ticker": (head("Harrow Valve Corp. (NYSE: HVC) sold its foundry to Ashby Pumps, Inc., which trades as (OTC: ASHB)."), {}, "fine"),
    "private": (head("Harrow Valve Corp., a privately held company, today reported results."), {}, "weak"),
    "nothing invoked": (head("Harrow Valve Corp. (OTC: HVCP) today reported results."), {"says": PLAIN}, "not_applicable"),
    "applicable laws invoke nothing": (
        head("Harrow Valve Corp. (OTC: HVCP) today."),
        {"says": f"{PLAIN[:-1]} under applicable securities laws."},
        "not_applicable",
    ),
    "a safe harbor invokes": (head("Harrow Valve Corp. (OTC: HVCP) today."), {"says": f"{PLAIN[:-1]} under the safe harbor of the securities laws."}, "weak"),
    "an incomplete name invokes": (
        head("Harrow Valve Corp. (OTC: HVCP) today."),
        {"says": f"{PLAIN[:-1]} under the Securities Litigation Reform Act of 1995."},
        "weak",
    ),
}


@pytest.mark.parametrize(("first", "changes", "expected"), ISSUERS.values(), ids=ISSUERS)
def test_issuer_eligible(first: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(head=first, **changes), "issuer_eligible") == expected


DEALS = {
    "none": (("G\tSales will grow.",), {}, "fine"),
    "a merger": (("G\tThe merger is expected to close in June.",), {}, "fine"),
    "a public offering": (("G\tThe initial public offering is expected to close in June.",), {}, "weak"),
    "a tender offer": (("G\tThe tender offer will expire in June unless it is extended.",), {}, "weak"),
    "a SPAC": (("G\tThe business combination with Larch Acquisition Corp. will close in June.",), {}, "weak"),
    "not invoked": (("G\tThe initial public offering is expected to close in June.",), {"says": PLAIN}, "not_applicable"),
    "a spin-off": (("G\tThe spin-off of the foundry is expected in June.",), {}, "fine"),
}


@pytest.mark.parametrize(("forward", "changes", "expected"), DEALS.values(), ids=DEALS)
def test_transaction_eligible(forward: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(*forward, **changes), "transaction_eligible") == expected


def test_an_offering_that_the_headline_names_is_the_statements_too() -> None:
    first = ("H\tHarrow Valve Prices Initial Public Offering", *HEAD[1:])
    assert grade(draft("G\tThe offering is expected to close on May 10, 2021.", head=first), "transaction_eligible") == "weak"


def test_canada_alone_needs_no_act() -> None:
    assert grade(draft(head=CANADIAN, says=PLAIN), "act_cited") == "not_applicable"
    assert grade(draft(head=CANADIAN, filings="See our annual information form."), "act_cited") == "not_applicable"
