"""Checks 1 to 3 and 21: the legend, what it means, the words it lists, whether it is needed."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade, legend, release

from forelook import audit
from forelook.records import Release

WARNING = "S\tThere can be no assurance that the merger will close."


LEGENDS = {
    "there": (draft(), "fine"),
    "none": (release(*HEAD, "G\tHarrow Valve expects sales to grow."), "missing"),
    "a lone risk warning": (release(*HEAD, "G\tThe merger is expected to close in June.", WARNING), "weak"),
    "no forward-looking statement": (release(*HEAD, *legend()), "not_applicable"),
    "by its heading alone": (release(*HEAD, "G\tHarrow Valve expects sales to grow.", "M\tForward-Looking Statements", "S\tResults may vary."), "fine"),
    "of all that is not historical": (release(*HEAD, "G\tSales will grow.", "S\tMatters that are not historical involve risks."), "fine"),
}


@pytest.mark.parametrize(("found", "expected"), LEGENDS.values(), ids=LEGENDS)
def test_legend(found: Release, expected: str) -> None:
    assert grade(found, "legend") == expected


IDENTIFIED = {
    "other than historical fact": ({}, "fine"),
    "bare": ({"which": None}, "weak"),
    "future events": (
        {"which": None, "says": "This release contains forward-looking statements regarding future events and the future performance of the Company."},
        "weak",
    ),
    "plans and expectations": ({"which": None, "says": "This release may contain forward-looking statements about our plans and expectations."}, "weak"),
    "based on expectations": ({"which": "These forward-looking statements are based on the current plans and expectations of management."}, "weak"),
    "by a subject": ({"which": "Forward-looking statements include statements regarding growth in sales of control valves."}, "fine"),
    "by a subject that is not there": (
        {"which": None, "says": "This release contains forward-looking statements regarding enrollment in our oncology trials."},
        "weak",
    ),
    "by reach": ({"which": "Statements relating to our plans, expectations and beliefs are forward-looking statements."}, "fine"),
    "by caption": ({"which": "Forward-looking statements include those under the caption “Outlook for 2021”."}, "fine"),
    "by one word": ({"which": "Words such as “expect” identify them."}, "fine"),
    "by one word of Canadian law": (
        {"which": None, "says": "Forward-looking information under Canadian securities legislation is often identified by the word “expects”."},
        "fine",
    ),
    "by a term that marks nothing": ({"which": "The term “Plan” means our incentive plan."}, "weak"),
    "by words": ({"which": "Words such as “expect,” “believe” and “will” identify them."}, "fine"),
    "two sentences": (
        {"says": "This release contains statements about sales of control valves.", "which": "These statements are forward-looking statements."},
        "fine",
    ),
    "another document": ({"factors": "They include completion of the sale of the shares offered hereunder."}, "weak"),
    "a presentation": ({"warns": "The statements in this presentation may differ materially from results."}, "weak"),
    "an offering that is not there": (
        {"factors": "They include statements about completion of the offering and the use of proceeds from the offering."},
        "weak",
    ),
    "release and presentation": ({"says": "This press release and the accompanying slides of this presentation contain forward-looking statements."}, "fine"),
}


@pytest.mark.parametrize(("changes", "expected"), IDENTIFIED.values(), ids=IDENTIFIED)
def test_identified(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "identified") == expected


WORDS = {
    "no list": ({}, "not_applicable"),
    "listed and used": ({"which": "The words “expect,” “plan” and “believe” identify such statements."}, "fine"),
    "another inflection": ({"which": "Words like “expecting,” “planned” or “estimates” identify such statements."}, "fine"),
    "listed, not used": ({"which": "The words “anticipate,” “plan” and “believe” identify such statements."}, "weak"),
    "not used, list open": ({"which": "The words “anticipate,” “plan” and similar expressions identify such statements."}, "note"),
    "not used, not historical": (
        {"which": "Statements that are not historical, and those with the words “anticipate” or “plan”, are forward-looking."},
        "note",
    ),
    "without quotation marks": ({"which": "They may be known by words such as expects, believes, plans and intends."}, "fine"),
    "one word in marks": ({"which": "Words such as “expect” identify them."}, "fine"),
    "one word in marks, not used": ({"which": "Words such as “anticipate” identify them."}, "weak"),
    "one word in marks, list open": ({"which": "The word “anticipate” and similar expressions identify them."}, "note"),
    "one word": ({"which": "These include statements that hold the word believe or similar expressions."}, "note"),
    "may, could or will be taken": (
        {"which": "They use words such as “plans” or “budget”, or state that actions “may” or “will be taken”, and are not historical."},
        "note",
    ),
    "those that use them": ({"which": "Forward-looking statements, such as those that use “expects” or “plans”, are made in good faith."}, "fine"),
    "what is used is no marker": ({"which": "The products that use “Aqualock” or “Softseal” fittings are forward-looking."}, "not_applicable"),
    "other quoted words": ({"which": "Our “Risk Factors” and “Annual Report” tell more."}, "not_applicable"),
}


@pytest.mark.parametrize(("changes", "expected"), WORDS.values(), ids=WORDS)
def test_marker_words(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "marker_words") == expected


def test_words_that_are_used_but_not_listed_are_shown() -> None:
    found = draft("G\tWe expect to open the foundry, and are on track.", which="The words “expect” and “believe” identify such statements.")
    words = next(each for each in audit(found).findings if each.check == "marker_words")
    assert "on track" in words.message
    assert "on track" in {found.text[each.start : each.end] for each in words.evidence}


UNMARKED = {
    "cannot predict": ("but cannot predict the price of steel", ""),
    "is unable to predict": ("although it is unable to accurately predict prices", ""),
    "no assurance": ("but no assurance can be given", ""),
    "not possible to forecast": ("yet it is not possible to forecast the price of steel", ""),
    "cannot be predicted": ("and prices cannot yet be predicted", ""),
    "predicts": ("and predicts a lower price of steel", " Used but not listed: predicts."),
    "does not intend": ("and does not intend to borrow", " Used but not listed: intend."),
}


@pytest.mark.parametrize(("words", "expected"), UNMARKED.values(), ids=UNMARKED)
def test_what_cannot_be_told_is_no_marker(words: str, expected: str) -> None:
    found = audit(draft(f"G\tHarrow Valve expects sales to grow, {words}.", which="The words “expect” and “believe” identify such statements."))
    assert found.findings[2].message == f"expect: listed and used.{expected}"


def test_a_listed_word_that_only_says_what_cannot_be_told_is_not_used() -> None:
    found = draft("G\tHarrow Valve cannot predict when the foundry reopens.", which="The words “predict” and “believe” identify such statements.")
    assert grade(found, "marker_words") == "weak"


def issued(words: str, *units: str) -> Release:
    return release("M\tHarrow Valve in the News", HEAD[1], f"H\tHarrow Valve Corp. {words}.", *units)


OFFERING = "G\tThe initial public offering is expected to close on May 10, 2021."
SALES = "G\tSales will grow."
WITHOUT_ACT = {
    "an initial public offering": (issued("today began an offering", OFFERING), 'leaves out "initial public offering".'),
    "a tender offer": (issued("(NYSE: HVC) today began it", "G\tThe tender offer will expire in June."), 'leaves out "tender offer".'),
    "penny stock": (issued("(OTCQB: HVCP) today reported results", SALES), "leaves out issuers of penny stock."),
    "a private company": (issued(", a privately held company, today reported results", SALES), "leaves out issuers that do not report to the SEC."),
    "a risk warning on an offering": (issued("today began an offering", OFFERING, "S\tThere can be no assurance that it will close."), "leaves out"),
}


@pytest.mark.parametrize(("found", "words"), WITHOUT_ACT.values(), ids=WITHOUT_ACT)
def test_whom_the_act_leaves_out_is_not_sent_to_it(found: Release, words: str) -> None:
    first = audit(found).findings[0]
    assert first.finding in {"missing", "weak"}
    assert "Rely on bespeaks caution and do not cite the Private Securities Litigation Reform Act" in first.message
    assert words in first.message
    assert "78u-5(c)" not in first.source


def test_who_is_listed_in_canada_alone_is_sent_to_its_law() -> None:
    first = audit(issued("(TSXV: HVC) today reported results", SALES)).findings[0]
    assert first.message.endswith("Add one. Under Canadian law it states the factors and the assumptions made.")
    assert first.source == "NI 51-102 4A.3"


@pytest.mark.parametrize("words", ["The merger", "The public offering", "The spin-off"])
def test_whom_the_act_covers_is_sent_to_it(words: str) -> None:
    first = audit(issued("(NYSE: HVC) today began it", f"G\t{words} is expected to close in June.")).findings[0]
    assert first.message == "1 statement looks forward and no legend covers it. Add one."
    assert first.source == "15 U.S.C. 78u-5(c)(1)(A)(i)"


NEEDED = {
    "both": (draft(), "fine"),
    "legend alone": (release(*HEAD, *legend()), "note"),
    "neither": (release(*HEAD), "not_applicable"),
    "statement alone": (release(*HEAD, "G\tSales will grow."), "not_applicable"),
    "a risk warning alone": (release(*HEAD, WARNING), "not_applicable"),
}


@pytest.mark.parametrize(("found", "expected"), NEEDED.values(), ids=NEEDED)
def test_needed(found: Release, expected: str) -> None:
    assert grade(found, "needed") == expected
