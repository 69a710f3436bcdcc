"""Checks 4 to 6 and 17 to 19: the warning, the factors, and the statements that they address."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade, legend, release

from forelook import audit

WARNS = {
    "differ materially": ({}, "fine"),
    "materially different": ({"warns": "Results may be materially different from those projected."}, "fine"),
    "vary, materially": ({"warns": "Results may vary from our forecasts, and such variations may be material."}, "fine"),
    "across a line break": ({"warns": "Actual results could differ\nmaterially from those projected."}, "fine"),
    "may differ": ({"warns": "Actual results may differ from those projected."}, "weak"),
    "differ significantly": ({"warns": "Actual results may differ significantly."}, "weak"),
    "no assurance": ({"warns": "There is no assurance that these expectations will be met."}, "weak"),
    "subject to risks": ({"warns": "They are subject to risks and uncertainties."}, "weak"),
    "subject to material risks": ({"warns": "They are subject to material risks and uncertainties."}, "weak"),
    "no warning": ({"warns": None, "factors": None}, "missing"),
    "risk factors of a filing are no warning": (
        {"warns": None, "factors": None, "filings": "We encourage you to read the risk factors in our Form 10-K."},
        "missing",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), WARNS.values(), ids=WARNS)
def test_differ_materially(changes: dict[str, str | None], expected: str) -> None:
    changes = {"factors": "We name demand for control valves from refineries, steel prices and delays at our Waterloo foundry.", **changes}
    assert grade(draft(**changes), "differ_materially") == expected


SPECIFIC = {
    "three of the trade": ({}, "fine"),
    "in a numbered list": (
        {"factors": "They include risks such as (1) the price of nickel ore, (2) the grade of the Larch deposit, and (3) drilling results at Kettle Lake."},
        "fine",
    ),
    "commas": (
        {"factors": "Results may differ because of late enrollment of melanoma patients, toxicity of AVX-11, and vial shortages at our packager."},
        "fine",
    ),
    "boilerplate": (
        {"factors": "Factors include economic conditions, competition, changes in regulation, the availability of financing and loss of key personnel."},
        "weak",
    ),
    "what no one is without": (
        {"factors": "Risks include the ability to secure regulatory approvals, internal testing, market acceptance of the product, and competition."},
        "weak",
    ),
    "two only": ({"factors": "Risks include the price of forged steel; delays at our Waterloo foundry; and general economic conditions."}, "weak"),
    "by reference alone": ({"factors": None}, "weak"),
    "neither factor nor reference": ({"factors": None, "filings": None}, "missing"),
    "a variety of factors": ({"factors": "Results may differ due to a variety of factors.", "filings": None}, "missing"),
    "a transaction": (
        {
            "factors": "Risks include the risk that the merger may not close; that the proposed merger is delayed; and that customers leave because of the merger."
        },
        "fine",
    ),
    "what the statements are about": (
        {"factors": "Forward-looking statements include statements regarding our foundry, our steel supply and our refineries.", "filings": None},
        "missing",
    ),
    "their subject first": (
        {
            "factors": "The price of forged steel, delays at our Waterloo foundry, and weak orders from refineries could cause actual results to differ materially."
        },
        "fine",
    ),
    "are factors that": (
        {"factors": "Foundry delays, the price of forged steel, and orders for actuators are among the factors that could cause results to differ."},
        "fine",
    ),
    "no subject of its own": (
        {"factors": "However, a variety of factors, many of them known, could cause actual results to differ materially.", "filings": None},
        "missing",
    ),
    "a reference at the end of a factor": (
        {
            "factors": "Factors include weak orders for actuators, the price of forged steel, delays at our Waterloo foundry and other risk factors in our Form 10-K."
        },
        "fine",
    ),
    "one factor before a reference": (
        {"factors": "Risks that may cause results to differ include delays at our Waterloo foundry and other risks that are described in our Form 10-K."},
        "weak",
    ),
    "those are part of the factor before": (
        {
            "factors": "Factors include our refinery customers, steel from Norland, including those related to the dispute between Norland and Ashby, and interest rates."
        },
        "weak",
    ),
    "told before": (
        {
            "factors": "Factors include refinery orders and foundry delays. For information on these and other risks associated with actuators, see our website.",
        },
        "weak",
    ),
    "what names nothing": (
        {
            "factors": "Risks include underlying assumptions, those risks which are unknown, and Harrow's business. These risks are not exhaustive.",
            "filings": None,
        },
        "missing",
    ),
    "commodities and margins": ({"factors": "Factors include commodity prices, supply chain delays, lower margins and impairment charges."}, "weak"),
    "a risk before what others are told": (
        {"factors": "Forward-looking statements are subject to risks, including risks inherent in valve casting and risks described in our Form 10-K."},
        "weak",
    ),
    "kinds of risk": (
        {"factors": "They are inherently subject to significant business, economic, competitive, political and social risks.", "filings": None},
        "weak",
    ),
    "risks of no kind": ({"factors": "They are inherently subject to significant, known and unknown risks.", "filings": None}, "missing"),
    "quotations are no factors": (
        {
            "factors": "These forward-looking statements involve risks and uncertainties, including quotations from management, our goals, and our strategies.",
            "filings": None,
        },
        "missing",
    ),
    "several factors, without limitation": (
        {"factors": "Results may differ because of several factors, including (without limitation) steel prices, refinery orders and foundry delays."},
        "fine",
    ),
    "subject to change": (
        {"factors": "These opinions are subject to change based on market conditions, competitive factors, and other risks.", "filings": None},
        "weak",
    ),
    "one factor and those told elsewhere": (
        {"factors": "Important factors that could cause results to differ include market conditions and those set forth in our reports.", "filings": None},
        "weak",
    ),
    "what no one may rely on": (
        {
            "factors": "There can be no assurance that our estimates will be met. The complete loss of your investment may result. "
            "The distribution of this document may be restricted by law.",
            "filings": None,
        },
        "missing",
    ),
    "what factors may do": (
        {"factors": "These forward-looking statements are subject to factors that could delay, divert or change any of them, as anticipated.", "filings": None},
        "missing",
    ),
    "the risk of any small share": (
        {"factors": "Investing in micro-cap securities is highly speculative and carries an extremely high degree of risk.", "filings": None},
        "missing",
    ),
    "by reference to a section": (
        {"factors": None, "filings": "Risks are described under “Risk Factors” in what we have filed."},
        "weak",
    ),
    "additional closings are no reference": (
        {"factors": "Risks include steel prices, that additional kiln closings may not occur if certain conditions are not met, and refinery orders."},
        "fine",
    ),
    "commas before a semicolon and a reference": (
        {"factors": "Factors include weak refinery orders, forged steel prices and delays at our Waterloo foundry; see “Risk Factors” in our Form 10-K."},
        "fine",
    ),
    "what any company does": (
        {
            "factors": "Factors include organizational streamlining, changes in methods of marketing, regulatory oversight, the ability to locate and acquire "
            "complementary businesses, and investments in other entities. Developments may not be those that Harrow has anticipated."
        },
        "weak",
    ),
    "words of every legend": (
        {"factors": "Factors include the development of a liquid trading market; collaborative alliances; and the severity of unusual events."},
        "weak",
    ),
    "a list that goes on": (
        {"factors": "There are many risks. These include the price of forged steel, delays at our Waterloo foundry and weak orders for actuators."},
        "fine",
    ),
}


@pytest.mark.parametrize(("changes", "expected"), SPECIFIC.values(), ids=SPECIFIC)
def test_specific_factors(changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(**changes), "specific_factors") == expected


def test_factors_in_list_items_are_cut_one_by_one() -> None:
    found = release(
        *HEAD,
        "G\tSales will grow.",
        *legend(factors=None, filings=None, date=None, duty=None),
        "S\tFactors that could cause results to differ include the following:",
        "S\t• the loss of our lease in Waterloo;",
        "S\t• orders from refineries for actuators; and",
        "S\t• other risks described in our filings.",
    )
    factors = [found.text[each.start : each.end] for each in audit(found).matches[0].factors]
    assert factors == ["orders from refineries for actuators"]
    assert grade(found, "specific_factors") == "weak"


GENERAL = "Factors include economic conditions and competition."
MATCH = {
    "its subject": (("G\tWe expect sales of valves to grow.",), {}, "fine"),
    "a cause": (("G\tWe expect gross margin of 31%.",), {"factors": "Factors include the price of forged steel."}, "fine"),
    "earnings go with costs": (("G\tWe expect net income of $4 million.",), {"factors": "Factors include the cost of freight."}, "fine"),
    "one without": (("G\tWe expect sales to grow.", "G\tWe expect a tax rate of 21%."), {}, "weak"),
    "all without": (("G\tWe expect a tax rate of 21%.",), {}, "missing"),
    "the economy bears on sales": (("G\tWe expect revenue to grow.",), {"factors": GENERAL}, "fine"),
    "but not on a launch": (("G\tWe plan to launch a smart actuator in May.",), {"factors": GENERAL}, "missing"),
    "no factor at all": (("G\tWe expect revenue to grow.",), {"factors": None}, "missing"),
    "approvals bear on trials": (("G\tWe plan to begin the Phase 2 trial in May.",), {"factors": "Factors include regulatory approvals."}, "fine"),
    "but not on software": (("G\tWe plan to launch a reporting app.",), {"factors": "Factors include dependence upon regulatory approvals."}, "missing"),
    "too vague, specific factors": (("QF|Jane Roe\t“The best is ahead of us,” said Jane Roe, CEO of Harrow Valve.",), {}, "fine"),
    "too vague, general factors": (("QF|Jane Roe\t“The best is ahead of us,” said Jane Roe.",), {"factors": GENERAL}, "missing"),
    "a board that plans a dividend": (
        ("G\tThe board intends to raise the dividend.",),
        {"factors": "Factors include the loss of members of management."},
        "missing",
    ),
    "what is projected is no project": (
        ("G\tDemand for valves is projected to double.",),
        {"factors": "Risks include delays of our construction projects at Waterloo."},
        "missing",
    ),
    "a project": (("G\tOur Waterloo project will start in May.",), {"factors": "Risks include delays of construction at Waterloo."}, "fine"),
    "no promise of delivery": (
        ("G\tWe plan to launch a smart actuator in May.",),
        {"factors": "These are no promise or guarantee of future delivery of products or features."},
        "fine",
    ),
    "a combined worth is no deal": (("G\tOur addressable markets will be worth a combined $2 billion.",), {"factors": GENERAL}, "fine"),
    "in order to": (("G\tWe will hire in order to serve refineries.",), {"factors": "Risks include demand for valves."}, "missing"),
    "an expanding reach is sales": (("G\tWe will expand our reach in Texas.",), {"factors": GENERAL}, "fine"),
    "rollouts": (("G\tWe will have more rollouts in Texas.",), {"factors": "Risks include delays of the actuator's development."}, "fine"),
    "features that are not out yet": (
        ("G\tWe plan to launch a smart actuator in May.",),
        {"factors": "Any unreleased services or features referenced in this or other press releases may not be delivered on time or at all."},
        "fine",
    ),
    "a combination is a deal": (
        ("G\tThe combination of our valves with Ashby's pumps will help refineries.",),
        {"factors": "Risks include the failure to integrate Ashby."},
        "fine",
    ),
    "what typewriter marks quote": (
        ("QF|Jane Roe\tJane Roe of the board stated, ''The new actuator should be out in May.''",),
        {"factors": "Risks include defects of new products."},
        "fine",
    ),
    "a factor outside the legend": (
        ("G\tThe merger will close in June.", "S\tThere can be no assurance that the merger will be approved."),
        {"factors": None},
        "fine",
    ),
}


@pytest.mark.parametrize(("forward", "changes", "expected"), MATCH.values(), ids=MATCH)
def test_factors_match(forward: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(*forward, **changes), "factors_match") == expected


DEALS = {
    "with a factor": (
        ("G\tThe acquisition of Ashby Pumps is expected to close in June.",),
        {"factors": "Risks include the failure to satisfy closing conditions."},
        "fine",
    ),
    "integration": (("G\tThe merger will be accretive in 2022.",), {"factors": "Risks include difficulties in integrating the two workforces."}, "fine"),
    "without": (("G\tThe acquisition of Ashby Pumps is expected to close in June.",), {}, "missing"),
    "effects without": (("QF|Jane Roe\t“This acquisition will expand our reach in Texas,” said Jane Roe, CEO.",), {}, "missing"),
    "no deal": ((), {}, "not_applicable"),
    "acquisitions at large": (("G\tWe intend to grow through targeted acquisitions.",), {}, "not_applicable"),
    "shares of two classes": (("G\tWe intend to repurchase a combination of our Class A stock and Class B stock.",), {}, "not_applicable"),
    "two companies": (("G\tThe combination of Harrow and Ashby will help refineries.",), {}, "missing"),
    "a combination therapy": (("G\tThe study will go on to the combination therapy of AVX-11.",), {}, "not_applicable"),
    "a product in a plant": (("G\tRefineries will integrate Kestrel actuators in their pipes.",), {}, "not_applicable"),
    "two workforces": (("G\tWe will integrate Ashby employees by June.",), {}, "missing"),
    "assets to be bought some day": (("G\tWe will need to acquire new furnaces.",), {}, "not_applicable"),
    "a company to be bought": (("G\tWe plan to acquire Ashby Pumps in June.",), {}, "missing"),
    "notes that are sold": (("G\tWe estimate net proceeds from the sale of the notes of $7 million.",), {}, "not_applicable"),
    "an ideal partner": (("G\tAshby is an ideal partner and should help to expand our reach.",), {}, "not_applicable"),
    "a technology in a product": (("G\tBy integrating AI with our actuators we will save refineries time.",), {}, "not_applicable"),
    "a placement is financing": (("G\tThe private placement is expected to close in June.",), {}, "not_applicable"),
}


@pytest.mark.parametrize(("forward", "changes", "expected"), DEALS.values(), ids=DEALS)
def test_deal_factors(forward: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(*forward, **changes), "deal_factors") == expected


PRODUCTS = {
    "trial with a factor": (
        ("G\tEnrollment in the Phase 3 trial of AVX-11 will begin in May.",),
        {"factors": "Risks include slow enrollment and clinical results."},
        "fine",
    ),
    "approval with approvals": (("G\tWe expect FDA approval of AVX-11 in 2022.",), {"factors": "Risks include regulatory approvals."}, "fine"),
    "launch without": (("G\tWe plan to launch the Kestrel app in May.",), {"factors": "Factors include the price of steel and interest rates."}, "missing"),
    "approvals do not bear on an app": (("G\tWe plan to launch the Kestrel app in May.",), {"factors": "Factors include regulatory approvals."}, "missing"),
    "launch, market acceptance": (("G\tWe plan to launch the Kestrel app in May.",), {"factors": "Factors include market acceptance of the product."}, "fine"),
    "a study that will evaluate": (("G\tAURORA, a Phase 1/2 study, will evaluate AVX-11 in adults.",), {"factors": "Risks include clinical results."}, "fine"),
    "marketing applications": (("G\tWe plan to submit marketing applications this year.",), {"factors": "Risks include clinical results."}, "fine"),
    "methods that are developed": (("G\tWe are developing new methods for gas sensing.",), {"factors": "Risks include new products."}, "fine"),
    "approval of a deal": (("G\tThe transaction is expected to close in June, subject to regulatory approvals.",), {}, "not_applicable"),
    "markets are no product": (("G\tThis plant will play a role in the development of new markets and of our platforms.",), {}, "not_applicable"),
    "a debut": (("G\tHarrow Valve will debut its new Kestrel platform in May.",), {}, "missing"),
    "a phase of drilling": (("G\tProceeds will pay for a phase 3 drill program at Kettle Lake.",), {}, "not_applicable"),
    "a study of a mine": (("G\tWe will decide upon the completion of our feasibility study.",), {}, "not_applicable"),
    "a platform for growth": (("G\tWe will build a solid platform for long-term growth.",), {}, "not_applicable"),
    "a platform": (("G\tWe will build a solid platform for gas sensing.",), {}, "missing"),
    "set for release": (("G\tOur AL4 cover is set for release in December.",), {}, "missing"),
    "its first": (("G\tHarrow Valve expects to launch its first exchange this year.",), {}, "missing"),
    "a campaign": (("G\tHarrow Valve expects to launch a new advertising campaign.",), {}, "not_applicable"),
    "innovation at large": (("G\tWe will keep innovating for our customers.",), {}, "not_applicable"),
    "sales of what is there": ((), {}, "not_applicable"),
    "land is no product": (("G\tWe will continue business development in Texas.",), {}, "not_applicable"),
}


@pytest.mark.parametrize(("forward", "changes", "expected"), PRODUCTS.values(), ids=PRODUCTS)
def test_product_factors(forward: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(*forward, **changes), "product_factors") == expected


RECALL = "H\tIn April Harrow Valve recalled 4,000 units of its gas regulator."
HAPPENED = {
    "told as possible, happened": ((RECALL,), {"factors": "Risks include product recalls; the price of steel; and weather."}, "note"),
    "a fire": (("H\tA fire at the Waterloo foundry destroyed two furnaces.",), {"factors": "Risks include fires, floods and strikes."}, "note"),
    "told as happened": ((RECALL,), {"factors": "Risks include the recent recall of gas regulators; the price of steel; and weather."}, "fine"),
    "told as happened, several": (
        ("H\tHarrow Valve will restate its results for 2019.",),
        {"factors": "Risks include the impact of the restatements; the price of steel; and weather."},
        "fine",
    ),
    "another kind": ((RECALL,), {"factors": "Risks include fires at our foundry; and the price of steel."}, "fine"),
    "only planned for": (("H\tThe foundry has a new fire brigade.",), {"factors": "Risks include fires at our foundry."}, "fine"),
    "no factor": ((RECALL,), {"factors": None}, "not_applicable"),
}


@pytest.mark.parametrize(("more", "changes", "expected"), HAPPENED.values(), ids=HAPPENED)
def test_hypothetical_risk(more: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(more=more, **changes), "hypothetical_risk") == expected


def test_matches_name_subjects_and_factors() -> None:
    found = draft("G\tWe expect a tax rate of 21%.", "G\tWe expect sales of valves to grow.")
    bare, matched = audit(found).matches
    assert (bare.statement, bare.subjects, bare.factors) == (1, ["tax"], [])
    assert matched.subjects == ["sales"]
    assert [found.text[each.start : each.end] for each in matched.factors] == ["demand for control valves from refineries", "the price of forged steel"]
    assert all(each.specific for each in matched.factors)


def test_the_ticker_is_no_subject() -> None:
    """A dateline names the exchange of every issuer; only what is said of listing and trading asks for factors on them."""
    plain, listed = (audit(release(*HEAD, f"G\tHarrow Valve {ticker}expects to open a plant in Ohio next year.", *legend())) for ticker in ("", "(NYSE: HVC) "))
    assert [one.subjects for one in listed.matches] == [one.subjects for one in plain.matches]


def test_the_issuers_name_is_no_subject() -> None:
    """A company called after its trade does not speak of it wherever it says its name."""
    head = (HEAD[0], HEAD[1], "H\tHarrow Technology, Inc. (NYSE: HVC) today reported results.")
    found = audit(release(*head, "G\tHarrow Technology expects a tax rate of 21%.", "G\tNew technology of Harrow will come in May.", *legend()))
    assert [one.subjects for one in found.matches] == [["tax"], ["products"]]


def test_audiences_are_no_subject() -> None:
    found = draft("G\tWe look forward to his success for our customers, employees and shareholders.", "G\tOur employees will be 400 by June.")
    assert [one.subjects for one in audit(found).matches] == [[], ["expenses"]]
