"""Directions: acts on guidance, marks after paragraphs, earlier figures; and acts that are none."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures


def found(release):
    return [(f.metric.name, f.period.name, f.low, f.direction) for f in find_figures(release)]


GOLDEN = {
    "objectives confirmed": (
        "Full-year revenue and EBITDA margin objectives confirmed.",
        [("revenue", "2025", None, "reaffirmed"), ("ebitda_margin", "2025", None, "reaffirmed")],
    ),
    "objectives for the year": ("It confirms its objectives for the full year.", [("all", "2025", None, "reaffirmed")]),
    "objectives that are none of the year": ("It maintains its objectives of care and safety.", []),
    "a growth is its metric's": (
        "Halvorsen Raises Full-Year Outlook for Revenue Growth and Free Cash Flow",
        [("revenue", "2025", None, "raised"), ("free_cash_flow", "2025", None, "raised")],
    ),
    "costs that rise to a range": (
        "Operating expenses are expected to increase to a range of $9.0 million to $9.3 million in 2026.",
        [("operating_expenses", "2026", 9e6, "issued")],
    ),
    "guidance that rises to a range": (
        "It raised its 2026 operating expense guidance to a range of $9.0 million to $9.3 million.",
        [("operating_expenses", "2026", 9e6, "raised")],
    ),
    "now after what gives the way": (
        "We are raising our full-year view of free cash flow, which we now expect to be more than $12 million.",
        [("free_cash_flow", "2025", 12e6, "raised")],
    ),
    "now alone": ("We now expect free cash flow of more than $12 million in 2025.", [("free_cash_flow", "2025", 12e6, "updated")]),
    "at least, made a number": (
        "For 2026, it now expects revenue growth of approximately 4 percent (previously at least 4 percent).",
        [("revenue", "2026", 4, "narrowed")],
    ),
    "results of a quarter, guidance of none": ("Halvorsen Reports Third Quarter Results; Reiterates Guidance", [("all", None, None, "reaffirmed")]),
    "the outlook of a rating": ("The agency confirmed its BBB rating with a “stable” outlook for 2026.", []),
    "a cautious outlook": ("Halvorsen maintains a cautious outlook on its shops for 2026.", []),
    "a plan that is confirmed": ("Halvorsen Confirms Full-Year Plan of $20 Million in Revenue", [("revenue", "2025", 20e6, "reaffirmed")]),
    "a plan that is only told": ("Halvorsen Has a Full-Year Plan of $20 Million in Revenue", [("revenue", "2025", 20e6, "issued")]),
    "a confirmed plan of something else": (
        "Halvorsen confirms its plan for the new works and expects revenue of $20 million in 2026.",
        [("revenue", "2026", 20e6, "issued")],
    ),
    "what is confirmed": ("The company confirms that it sees revenue of $14 million in 2026.", [("revenue", "2026", 14e6, "reaffirmed")]),
    "expectations that remain": ("Its expectations for 2026 remain as set out in March: a tax rate of 20%.", [("tax_rate", "2026", 20, "reaffirmed")]),
    "expectations for the month in which they are met": (
        "Its expectations for March 2026 are a tax rate of 20%.",
        [("tax_rate", "2026-03", 20, "issued")],
    ),
    "confident in its ability": (
        "For 2026, we remain confident in our ability to deliver revenue growth of 5%.",
        [("revenue", "2026", 5, "reaffirmed")],
    ),
    "confident, no more": ("We are confident, and for 2026 expect revenue growth of 5%.", [("revenue", "2026", 5, "issued")]),
    "still on the path": ("It is still on the path to its goal of revenue of $10 million in 2026.", [("revenue", "2026", 10e6, "reaffirmed")]),
    "tracking towards": ("We are tracking towards our 2026 objective of $20 million in revenue.", [("revenue", "2026", 20e6, "reaffirmed")]),
    "plans announced before": (
        "The sale advances Halvorsen's previously announced plans to reach revenue of $20 million in 2026.",
        [("revenue", "2026", 20e6, "reaffirmed")],
    ),
    "what was planned, cut": ("We have cut our planned capital expenditure to $16 million for 2026.", [("capital_expenditures", "2026", 16e6, "lowered")]),
    "what is planned, cut": ("We plan to cut our capital expenditure to $16 million in 2026.", [("capital_expenditures", "2026", 16e6, "issued")]),
    "a target to lower something": ("Our target is to decrease costs by 42% by 2030.", [("other", "/2030", -42, "issued")]),
    "a target that is lowered": ("Our target for 2026 revenue is now lowered to $5 million.", [("revenue", "2026", 5e6, "lowered")]),
    "guidance of a list": (
        "Production, EPS and capital expenditure guidance for 2026 remains unchanged.",
        [("production", "2026", None, "reaffirmed"), ("eps", "2026", None, "reaffirmed"), ("capital_expenditures", "2026", None, "reaffirmed")],
    ),
    "guidance behind another metric": (
        "Despite strong sales, our EPS guidance for 2026 remains unchanged.",
        [("eps", "2026", None, "reaffirmed")],
    ),
    "a title": (
        'EPS guidance for 2026 is unchanged from the News Release "Halvorsen Announces Preliminary Results and 2026 Guidance".',
        [("eps", "2026", None, "reaffirmed")],
    ),
    "this supports it": ("This supports our previously stated 2026 guidance.", [("all", "2026", None, "reaffirmed")]),
    "this revised guidance": ("This revised 2026 guidance reflects lower prices.", []),
    "plans announced": ("The sale advances Halvorsen's plans to reach revenue of $20 million in 2026.", [("revenue", "2026", 20e6, "issued")]),
    "still foreseen": ("For 2026, the company continues to foresee sales of $14 million.", [("revenue", "2026", 14e6, "reaffirmed")]),
    "guidance for a year, raised": ("Sales guidance for 2026 raised to $280 million to $295 million", [("revenue", "2026", 280e6, "raised")]),
    "a corporate update": (
        "Halvorsen Provides Corporate Update: Company Targets Revenue of $10 Million by End of 2026",
        [("revenue", "/2026", 10e6, "issued")],
    ),
    "now put at": ("Capital spending for 2026 is now put at $14 million.", [("capital_expenditures", "2026", 14e6, "updated")]),
    "a target that stands": ("Halvorsen maintains a target yield of 9% on its costs in 2026.", [("other", "2026", 9, "reaffirmed")]),
    "the outlook": ("Halvorsen maintains its outlook for 2026.", [("all", "2026", None, "reaffirmed")]),
    "guidance to come": ("It will provide updated 2026 guidance at its meeting in November.", []),
    "a forecast increase": ("The new line should contribute to the forecast increase in drilling in 2026.", []),
    "the same as before": (
        "For 2026 it sees revenue of $14 million to $15 million, raised from $12 million to $13 million, and a tax rate of 20%, the same as before.",
        [("revenue", "2026", 14e6, "raised"), ("tax_rate", "2026", 20, "reaffirmed")],
    ),
    "as before": (
        "It sees 2026 revenue of $14 million (previously $12 million) and, as before, a tax rate of 20%.",
        [("revenue", "2026", 14e6, "raised"), ("tax_rate", "2026", 20, "reaffirmed")],
    ),
    "unchanged from a year": ("It sees a 2026 tax rate of 20%, unchanged from 2025.", [("tax_rate", "2026", 20, "issued")]),
    "targets that are the same": ("Its targets are the same as before: revenue of $14 million in 2026.", [("revenue", "2026", 14e6, "reaffirmed")]),
    "guidance left where it was": (
        "The sale leaves 2026 guidance, given in March, where it was: revenue of $14 million.",
        [("revenue", "2026", 14e6, "reaffirmed")],
    ),
    "a sale that leaves something": ("The sale leaves 2026 revenue of $14 million.", [("revenue", "2026", 14e6, "issued")]),
    "not expected to alter it": (
        "Halvorsen does not expect the sale to alter its 2026 guidance of $14 million in revenue.",
        [("revenue", "2026", 14e6, "reaffirmed")],
    ),
    "sticking to it": ("The company is sticking to 2026 revenue of $14 million.", [("revenue", "2026", 14e6, "reaffirmed")]),
    "still intended": ("The company still intends to open 40 stores in 2026.", [("store_openings", "2026", 40, "reaffirmed")]),
    "within guidance": ("We will be within our 2026 guidance of $14 million in revenue.", [("revenue", "2026", 14e6, "reaffirmed")]),
    "still, of the first verb": (
        "It still expects 2026 revenue of $14 million and believes that its tax rate will be 20%.",
        [("revenue", "2026", 14e6, "reaffirmed"), ("tax_rate", "2026", 20, "issued")],
    ),
    "still, of both": (
        "It still expects 2026 revenue of $14 million and a tax rate of 20%.",
        [("revenue", "2026", 14e6, "reaffirmed"), ("tax_rate", "2026", 20, "reaffirmed")],
    ),
    "and it confirmed another": (
        "Halvorsen expects 2026 revenue of $14 million, and it confirmed its forecast of $12 million for 2025.",
        [("revenue", "2026", 14e6, "issued"), ("revenue", "2025", 12e6, "reaffirmed")],
    ),
    "is, after a comma": ("Its target of $14 million in revenue, set in 2024, is unchanged for 2026.", [("revenue", "2026", 14e6, "reaffirmed")]),
    "spending cut to, from": (
        "Capital expenditures for 2026 have been cut again, to $16 million from the $20 million announced in March.",
        [("capital_expenditures", "2026", 16e6, "lowered")],
    ),
    "spending that is cut": ("Capital expenditures are cut to $16 million in 2026.", [("capital_expenditures", "2026", 16e6, "issued")]),
    "rather than": ("Revenue in 2026 will be $14 million to $15 million rather than $16 million to $17 million.", [("revenue", "2026", 14e6, "lowered")]),
    "short of what it spoke of": (
        "Revenue for 2026 looks to be $14 million to $15 million, short of the $16 million to $17 million it talked about in March.",
        [("revenue", "2026", 14e6, "lowered")],
    ),
    "from a range, in brackets": (
        "Revenue of $14 million to $15 million (from $12 million to $13 million) is expected in 2026.",
        [("revenue", "2026", 14e6, "raised")],
    ),
    "what reduces a result by something": (
        "The launch will reduce 2026 EPS by $0.03, which its range of $2.85 to $3.00 takes in.",
        [("eps", "2026", -0.03, "issued"), ("eps", "2026", 2.85, "issued")],
    ),
    "a range that is reduced by something": (
        "It reduced its 2026 EPS range by $0.10, to $2.85 to $3.00.",
        [("eps", "2026", 2.85, "lowered")],
    ),
    "what had been planned on": ("The 2026 tax rate should be 20% rather than the 22% the company had planned on.", [("tax_rate", "2026", 20, "lowered")]),
    "above guidance, with its figure": (
        "Its 2026 revenue outlook is $900 million to $905 million; at mid-point the revenue outlook is $5 million above its previous guidance.",
        [("revenue", "2026", 900e6, "raised")],
    ),
}


@pytest.mark.parametrize(("sentence", "records"), GOLDEN.values(), ids=GOLDEN)
def test_direction(make_release, sentence, records):
    assert found(make_release(f"G\t{sentence}\n")) == records


MARKS = {
    "updated": ("G\tHalvorsen expects 2026 revenue of $5 million. — Updated\n", [("revenue", "2026", 5e6, "updated")]),
    "no update, after the paragraph": (
        "G\tHalvorsen expects 2026 revenue of $5 million.\nG\tThis excludes currencies. — No Update\n\nG\tIt expects a 2026 tax rate of 20%.\n",
        [("revenue", "2026", 5e6, "reaffirmed"), ("tax_rate", "2026", 20, "issued")],
    ),
    "in brackets": ("G\t• Revenue of $5 million in 2026 (unchanged)\n", [("revenue", "2026", 5e6, "reaffirmed")]),
    "of a heading": ("M\tFirst Quarter 2026 Considerations — New\n\nG\tHalvorsen expects revenue of $5 million.\n", [("revenue", "2026-Q1", 5e6, "initiated")]),
    "with the earlier figure": (
        "G\tIt expects 2026 free cash flow of $9 million.\nG\tThis comes from cash flow from operations of $12 million and capital expenditures of $3 million. — Updated from $8 million\n",
        [("free_cash_flow", "2026", 9e6, "raised"), ("operating_cash_flow", "2026", 12e6, "issued"), ("capital_expenditures", "2026", 3e6, "issued")],
    ),
    "a lead-in to a table": (
        "G\tEBITDA for 2026 is expected to exceed its previous guidance, as outlined in the table below.\n\nTG\n\tRevenue in 2026        $90 million to $95 million\n",
        [("revenue", "2026", 90e6, "raised")],
    ),
    "no mark": ("G\tHalvorsen expects 2026 revenue of $5 million, and margins are new.\n", [("revenue", "2026", 5e6, "issued")]),
}


@pytest.mark.parametrize(("units", "records"), MARKS.values(), ids=MARKS)
def test_marks(make_release, units, records):
    assert found(make_release(units)) == records


def test_a_note_below_a_table_shares_its_act(make_release):
    table = "M\tOutlook\n\nG\tIt is raising its 2026 outlook as follows:\n\nTG\n\tRevenue        $90 million to $95 million\n\tTax rate       20%\n\n"
    note = "G\t(1) Targets assume a share count of 30 million for 2026.\n\nG\tIt expects capital expenditures of $4 million in 2026.\n"
    assert [record[3] for record in found(make_release(table + note))] == ["raised", "raised", "raised", "issued"]


def test_parts_of_a_moved_figure_share_no_direction(make_release):
    release = make_release(
        "G\tIt is raising its 2026 EPS guidance to $3.10.\n\nG\tTax benefits are expected to increase EPS by $0.05 per share in 2026.\n\n"
        "G\tThis is EPS growth of 8% in 2026.\n"
    )
    assert [record[2:] for record in found(release)] == [(3.1, "raised"), (0.05, "issued"), (8, "raised")]


def test_other_quantities_share_no_direction(make_release):
    release = make_release(
        "G\tIt reaffirms its 2026 outlook of 30 million square feet of space.\n\nG\tIn 2026 the park is expected to comprise a total of 40 megawatts.\n"
    )
    assert [record[2:] for record in found(release)] == [(30e6, "reaffirmed"), (40, "issued")]


@pytest.mark.parametrize(("act", "direction"), [("remains unchanged", "reaffirmed"), ("has been provided", "issued")])
def test_a_table_takes_what_is_said_of_the_whole(make_release, act, direction):
    lead = f"G\tProduction guidance for 2026 to 2027 {act}.\n\nG\tThe tax rate for 2026 is expected to be 20%.\n\n"
    release = make_release(f"M\tOutlook\n\n{lead}TG\n\tProduction (tonnes)    2026      2027\n\tNorthfield    16 - 19    18 - 21\n")
    assert [record[3] for record in found(release) if record[2] in (16, 18)] == [direction] * 2


def test_initial_guidance_of_a_column_is_initiated(make_release):
    release = make_release(
        "M\tOutlook\n\nTG\n\t                 Initial 2026 Guidance     2025 Actual\n\tRevenue          $90 million               $80 million\n"
    )
    assert found(release) == [("revenue", "2026", 90e6, "initiated")]
