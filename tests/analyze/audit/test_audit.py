"""The audit as a whole: its order, its JSON, its evidence, its messages."""

from __future__ import annotations

import time
from typing import get_args

import jsonschema
import msgspec
import pytest
from tests.analyze.audit.build import HEAD, draft, legend, release

import forelook
from forelook.analyze.audit import GRADES, checks
from forelook.analyze.audit.phrases import phrase, read_data
from forelook.errors import InputError
from forelook.records import Audit, Grade, Release, json_schema

# As the specification numbers them.
NAMES = [
    "legend",
    "identified",
    "marker_words",
    "differ_materially",
    "specific_factors",
    "factors_match",
    "filings_named",
    "filings_current",
    "as_of_date",
    "update_duty",
    "act_cited",
    "issuer_eligible",
    "transaction_eligible",
    "quotes_covered",
    "call_covered",
    "non_gaap_reconciled",
    "deal_factors",
    "product_factors",
    "hypothetical_risk",
    "local_rules",
    "needed",
]
ROLES = {
    "legend": {"legend"},
    "identified": {"legend"},
    "marker_words": {"word"},
    "differ_materially": {"warning"},
    "specific_factors": {"factor"},
    "factors_match": {"statement", "factor"},
    "filings_named": {"form"},
    "filings_current": {"form", "date"},
    "as_of_date": {"date"},
    "update_duty": {"duty"},
    "act_cited": {"act"},
    "issuer_eligible": {"listing", "act"},
    "transaction_eligible": {"statement", "act"},
    "quotes_covered": {"quote"},
    "call_covered": {"call"},
    "non_gaap_reconciled": {"figure", "table"},
    "deal_factors": {"statement", "factor"},
    "product_factors": {"statement", "factor"},
    "hypothetical_risk": {"factor", "fact"},
    "local_rules": {"factor", "assumption", "listing"},
    "needed": {"legend"},
}
RELEASES = {
    "complete": draft(),
    "bare": release(*HEAD, "G\tSales will grow."),
    "nothing": release(*HEAD),
    "no statement": release("M\tHarrow Valve"),
    "legend alone": release(*HEAD, *legend()),
    "much": draft(
        "QF|Jane Roe\t“We expect adjusted EBITDA of $5 million,” said Jane Roe of Tidewater.",
        "G\tThe tender offer will close in June.",
        more=("H\tA conference call will be held at 5 p.m.", "H\tHarrow Valve recalled 400 units."),
        factors="Risks include recalls and the economy.",
        filings="See our Form 10-K for the year ended December 31, 2011.",
        warns=None,
        duty=None,
    ),
}


@pytest.fixture(params=RELEASES.values(), ids=RELEASES)
def found(request: pytest.FixtureRequest) -> Release:
    return request.param


def test_all_findings_come_in_order(found: Release) -> None:
    findings = forelook.audit(found).findings
    assert [each.check for each in findings] == NAMES
    assert [each.number for each in findings] == list(range(1, 22))
    assert [check.name for check in checks()] == NAMES


def test_counts_and_worst_follow_from_the_findings(found: Release) -> None:
    audit = forelook.audit(found)
    grades = [each.finding for each in audit.findings]
    assert {grade: getattr(audit.counts, grade) for grade in GRADES} == {grade: grades.count(grade) for grade in GRADES}
    assert audit.worst == min(grades, key=GRADES.index)
    assert get_args(Grade) == GRADES


def test_evidence_is_a_passage_of_the_text_in_a_role_of_the_check(found: Release) -> None:
    for finding in forelook.audit(found).findings:
        assert finding.message
        assert bool(finding.evidence) == (finding.finding != "not_applicable")
        assert {each.role for each in finding.evidence} <= ROLES[finding.check]
        for each in finding.evidence:
            assert 0 <= each.start < each.end <= len(found.text)
            assert found.text[each.start : each.end].strip()


def test_json_is_the_release_with_its_audit(found: Release) -> None:
    audited = msgspec.structs.replace(found, audit=forelook.audit(found))
    line = audited.to_json()
    jsonschema.validate(msgspec.json.decode(line), json_schema())
    assert Release.from_json(line).to_json() == line
    assert b'"audit"' not in found.to_json()


def test_a_fault_is_reported_once() -> None:
    findings = forelook.audit(RELEASES["bare"]).findings
    assert [each.check for each in findings if each.finding != "not_applicable"] == ["legend"]


def test_the_complete_draft_is_fine() -> None:
    audit = forelook.audit(RELEASES["complete"])
    assert audit.worst == "fine"
    assert [RELEASES["complete"].text[each.start : each.end][:12] for each in audit.legend] == ["This release"]


def test_a_release_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="case: an audit needs the release's text, which was left out; tag it again without --no-text"):
        forelook.audit(RELEASES["complete"].without_text())


def test_every_phrase_compiles() -> None:
    for name in read_data("phrases"):
        assert phrase(name).pattern


def test_the_cost_grows_with_the_text() -> None:
    """Four times the legend, about four times the work: less than ten, where a square would be sixteen."""

    def seconds(times: int) -> float:
        many = release(*HEAD, *("G\tSales will grow.",) * 20, *legend() * times)
        best = []
        for _ in range(3):
            start = time.process_time()
            forelook.audit(many)
            best.append(time.process_time() - start)
        return min(best)

    assert seconds(80) < 10 * seconds(20)


def test_audit_is_public() -> None:
    assert isinstance(forelook.audit(RELEASES["complete"]), Audit)
