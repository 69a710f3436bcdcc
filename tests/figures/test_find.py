"""Figures of whole releases: prose, headlines, quotes, lists, tables; and what is no figure."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import parse_annotated
from forelook.figures import COLUMNS, figure_rows, find_figures
from forelook.figures.tables.grid import split_rows
from forelook.train.figures import as_release


def found(release):
    return [(f.metric.name, f.period.name, f.low, f.high, f.unit, f.form, f.direction) for f in find_figures(release)]


PROSE = {
    "cents to dollars": (
        "The company expects 2026 earnings of 95 cents to $1.05 per diluted share.",
        [("eps", "2026", 0.95, 1.05, "USD/share", "range", "issued")],
    ),
    "debt that falls below a level": (
        "Net debt is expected to fall below $90 million in 2026.",
        [("other", "2026", None, 90e6, "USD", "at_most", "issued")],
    ),
    "a rate that falls within a range": (
        "The tax rate is expected to fall in the 22% to 23% range in 2026.",
        [("tax_rate", "2026", 22, 23, "percent", "range", "issued")],
    ),
    "dilutive first and accretive later": (
        "The deal will be $0.05 dilutive to 2026 earnings and about $0.10 accretive in 2027.",
        [("eps", "2026", -0.05, -0.05, "USD/share", "point", "issued"), ("eps", "2027", 0.1, 0.1, "USD/share", "approximately", "issued")],
    ),
    "subscribers that are lost": (
        "Net subscriber losses of 20,000 to 25,000 are expected in 2026.",
        [("customers", "2026", -25e3, -20e3, "count", "range", "issued")],
    ),
    "what a burden costs a share": (
        "The strike will cost the company about five cents per share in 2026.",
        [("eps", "2026", -0.05, -0.05, "USD/share", "approximately", "issued")],
    ),
    "guidance that is raised by an amount": (
        "FFO guidance for 2026 is raised by $0.02 at the midpoint to $1.84 to $1.88 per share.",
        [("ffo", "2026", 1.84, 1.88, "USD/share", "range", "raised")],
    ),
    "customers with which the year will end": (
        "Halvorsen anticipates ending 2026 with approximately 310,000 broadband customers.",
        [("customers", "2026", 310e3, 310e3, "count", "approximately", "issued")],
    ),
    "stores that are opened and others remodeled": (
        "The company plans to open 12 to 15 new stores and remodel 30 in 2026.",
        [("store_openings", "2026", 12, 15, "count", "range", "issued")],
    ),
    "what a bank earns": (
        "The bank expects to earn roughly $6 million in 2026.",
        [("net_income", "2026", 6e6, 6e6, "USD", "approximately", "issued")],
    ),
    "fees that a bank earns": (
        "The bank expects to earn roughly $6 million in arrangement fees in 2026.",
        [("other", "2026", 6e6, 6e6, "USD", "approximately", "issued")],
    ),
    "costs of leaving": (
        "The plan will result in costs of about $9 million in 2026, consisting of severance and lease termination.",
        [("charges", "2026", 9e6, 9e6, "USD", "approximately", "issued")],
    ),
    "what a strong dollar takes": (
        "The strong dollar will lower 2026 earnings by roughly 12 cents per share.",
        [("fx_impact", "2026", -0.12, -0.12, "USD/share", "approximately", "issued")],
    ),
    "losses to be incurred": (
        "The company expects to incur losses in 2026.",
        [("net_income", "2026", None, None, None, "qualitative", "issued")],
    ),
    "flat with the level of a year": (
        "Capital expenditures are expected to remain flat with 2025 levels.",
        [("capital_expenditures", None, 0, 0, "percent", "point", "issued")],
    ),
    "per quarter in a half": (
        "The company expects an EBITDA of $30 million per quarter in the second half of 2026.",
        [("ebitda", "2026-Q3", 30e6, 30e6, "USD", "point", "issued"), ("ebitda", "2026-Q4", 30e6, 30e6, "USD", "point", "issued")],
    ),
    "in a half": (
        "The company expects an EBITDA of $30 million in the second half of 2026, its best quarter in years.",
        [("ebitda", "2026-H2", 30e6, 30e6, "USD", "point", "issued")],
    ),
    "orders that a headline expects": (
        "Halvorsen Announces That It Expects $2 Million in New Orders in 2026",
        [("bookings", "2026", 2e6, 2e6, "USD", "point", "issued")],
    ),
    "what grows two-fold": (
        "Halvorsen is set to grow its footprint two-fold by 2027 with openings in Lund.",
        [("other", "/2027", 100, 100, "percent", "point", "issued")],
    ),
    "openings that double": ("Halvorsen expects to double openings by 2027.", [("store_openings", "/2027", 100, 100, "percent", "point", "issued")]),
    "what a mill costs to complete": (
        "The mill is planned to open, with costs remaining to complete of $9.2 million.",
        [("capital_expenditures", None, 9.2e6, 9.2e6, "USD", "point", "issued")],
    ),
    "an investment in several deeds": (
        "In 2026, Halvorsen plans to invest over $750 million in tools, training and equipment.",
        [("other", "2026", 750e6, None, "USD", "at_least", "issued")],
    ),
    "cut by more than half": (
        "Halvorsen plans to cut carbon emissions by more than half by 2030.",
        [("other", "/2030", None, -50, "percent", "at_least", "issued")],
    ),
    "growth by less than": ("Halvorsen expects sales to grow by less than 5% in 2026.", [("revenue", "2026", None, 5, "percent", "at_most", "issued")]),
    "a noun with a hyphen": (
        "Halvorsen expects to add 3.2 net in-process wells in 2026.",
        [("other", "2026", 3.2, 3.2, "count", "point", "issued")],
    ),
    "sales that are counted": (
        "Two additional pump sales are planned for 2026.",
        [("deliveries", "2026", 2, 2, "count", "point", "issued")],
    ),
    "dividends of a share of income": (
        "Halvorsen expects dividends equivalent to 20% of the company's anticipated net income in 2026.",
        [("other", "2026", 20, 20, "percent", "point", "issued")],
    ),
    "a goal towards which revenue is increased": (
        "Halvorsen aims to increase its revenue streams and move toward its goal of $7 million in annual revenue.",
        [("revenue", "annual", 7e6, 7e6, "USD", "point", "issued")],
    ),
    "a flattering boost": (
        "The pump is projected to bring revenue of $75 million in 2026, significantly boosting its financial outlook.",
        [("revenue", "2026", 75e6, 75e6, "USD", "point", "issued")],
    ),
    "guidance that is boosted": (
        "Halvorsen expects revenue of $75 million in 2026, boosting its earlier outlook.",
        [("revenue", "2026", 75e6, 75e6, "USD", "point", "raised")],
    ),
    "a year whose outlook has improved for the rest of it": (
        "Our 2026 EPS outlook has improved due to better exchange rates for the second half.",
        [("eps", "2026", None, None, None, "unstated", "raised")],
    ),
    "each of the next quarters": (
        "The company expects revenue of $10 million in each of the next two quarters.",
        [("revenue", "2025-Q4", 10e6, 10e6, "USD", "point", "issued"), ("revenue", "2026-Q1", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "the next quarters together": (
        "The company expects revenue of $20 million over the next two quarters.",
        [("revenue", "2025-Q4/2026-Q1", 20e6, 20e6, "USD", "point", "issued")],
    ),
    "each of two quarters named": (
        "The company expects revenue of $10 million to $12 million in each of the third and fourth quarters of 2026.",
        [("revenue", "2026-Q3", 10e6, 12e6, "USD", "range", "issued"), ("revenue", "2026-Q4", 10e6, 12e6, "USD", "range", "issued")],
    ),
    "both years": (
        "The company expects revenue of $10 million in both 2026 and 2027.",
        [("revenue", "2026", 10e6, 10e6, "USD", "point", "issued"), ("revenue", "2027", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "a way in each quarter is one": (
        "Operating expenses are expected to increase slightly in each of the next two quarters.",
        [("operating_expenses", "2025-Q4/2026-Q1", None, None, None, "qualitative", "issued")],
    ),
    "a year of the next figure": (
        "In 2026 the contract should add $14 million to revenue and in 2027, the first full year, $28 million.",
        [("revenue", "2026", 14e6, 14e6, "USD", "point", "issued"), ("revenue", "2027", 28e6, 28e6, "USD", "point", "issued")],
    ),
    "the periods that name each metric": (
        "The company expects fourth quarter sales of $136 million to $140 million and full year sales of $530 million to $534 million.",
        [("revenue", "2025-Q4", 136e6, 140e6, "USD", "range", "issued"), ("revenue", "2025", 530e6, 534e6, "USD", "range", "issued")],
    ),
    "a period that names the next metric": (
        "For the fourth quarter, the company expects sales of $136 million and full-year sales of $530 million.",
        [("revenue", "2025-Q4", 136e6, 136e6, "USD", "point", "issued"), ("revenue", "2025", 530e6, 530e6, "USD", "point", "issued")],
    ),
    "a period that names no metric": (
        "The outage reduced third-quarter earnings, and the company expects the full year to come to $2.30 to $2.45 per share.",
        [("eps", "2025", 2.30, 2.45, "USD/share", "range", "issued")],
    ),
    "what a plan is to bring": (
        "Cost savings from the plan should reach $40 million by 2027.",
        [("cost_savings", "/2027", 40e6, 40e6, "USD", "point", "issued")],
    ),
    "what is done to stores": (
        "The company expects 85 new store openings and 60 remodels or relocations in 2026.",
        [("store_openings", "2026", 85, 85, "count", "point", "issued"), ("other", "2026", 60, 60, "count", "point", "issued")],
    ),
    "an item that names no noun": ("Student counts of between 1,300 and 1,400;", [("other", None, 1300, 1400, "count", "range", "issued")]),
    "when a second verb's event is": (
        "The plant will cost approximately $465 million and is scheduled to open in the first quarter of 2028.",
        [("capital_expenditures", None, 465e6, 465e6, "USD", "approximately", "issued")],
    ),
    "when what is expected is recorded": (
        "Charges will be $4 million and are expected to be recorded in the first quarter of 2026.",
        [("charges", "2026-Q1", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "a few cents of what earnings include": (
        "The company expects 2026 adjusted EPS of $0.29 to $0.33, including $0.02 of cost from the storm.",
        [("eps", "2026", 0.29, 0.33, "USD/share", "range", "issued"), ("other", "2026", 0.02, 0.02, "USD/share", "point", "issued")],
    ),
    "an amount of what revenue includes": (
        "The company expects 2026 revenue of $29 million, including $0.2 million of sales in Norway.",
        [("revenue", "2026", 29e6, 29e6, "USD", "point", "issued"), ("revenue", "2026", 0.2e6, 0.2e6, "USD", "point", "issued")],
    ),
    "a loss before an impairment": (
        "The company expects a 2026 loss before goodwill impairment of between $1.40 and $1.55 a share.",
        [("eps", "2026", -1.55, -1.4, "USD/share", "range", "issued")],
    ),
    "a loss before taxes": (
        "The company expects a 2026 loss before income taxes of $3 million.",
        [("pretax_income", "2026", -3e6, -3e6, "USD", "point", "issued")],
    ),
    "what stands before a figure between commas": (
        "Diluted earnings per share, before the gain and charges, are expected to be $1.22 in 2026.",
        [("eps", "2026", 1.22, 1.22, "USD/share", "point", "issued")],
    ),
    "what stands before a figure of its own between commas": (
        "Diluted earnings per share, including charges of $0.22, are expected to be $1.44 in 2026.",
        [("charges", "2026", 0.22, 0.22, "USD/share", "point", "issued"), ("eps", "2026", 1.44, 1.44, "USD/share", "point", "issued")],
    ),
    "growth of what is named before": (
        "The company expects 2026 Portfolio Receipts to be between $290 million and $305 million, representing expected growth of 4% to 9%.",
        [("other", "2026", 290e6, 305e6, "USD", "range", "issued"), ("other", "2026", 4, 9, "percent", "range", "issued")],
    ),
    "growth of all beside another figure": (
        "The company expects 2026 Portfolio Receipts of $290 million and, for the company as a whole, growth of 4%.",
        [("other", "2026", 290e6, 290e6, "USD", "point", "issued"), ("revenue", "2026", 4, 4, "percent", "point", "issued")],
    ),
    "expenses that are cut by an amount": (
        "Selling, general and administrative expenses will be cut by $3 million in 2026.",
        [("sga_expenses", "2026", -3e6, -3e6, "USD", "point", "issued")],
    ),
    "what is taken out of earnings": (
        "The sale takes $0.22 out of 2026 earnings per share.",
        [("eps", "2026", -0.22, -0.22, "USD/share", "point", "issued")],
    ),
    "what dilutes earnings": (
        "The merger dilutes 2026 earnings by three cents a share.",
        [("eps", "2026", -0.03, -0.03, "USD/share", "point", "issued")],
    ),
    "growth of diluted earnings": (
        "Diluted EPS should show 5% more in 2026.",
        [("eps", "2026", 5, 5, "percent", "point", "issued")],
    ),
    "earnings that fall between two ends": (
        "Earnings in 2026 are apt to fall between 74 and 78 cents a share.",
        [("eps", "2026", 0.74, 0.78, "USD/share", "range", "issued")],
    ),
    "revenue that falls between two percentages": (
        "Revenue in 2026 is expected to fall between 5% and 7%.",
        [("revenue", "2026", -7, -5, "percent", "range", "issued")],
    ),
    "an impact on earnings": (
        "Our 2026 EPS guidance includes $0.18 of unfavorable impact from transition charges.",
        [("eps", "2026", -0.18, -0.18, "USD/share", "point", "issued")],
    ),
    "a favorable impact on earnings": (
        "Our 2026 EPS guidance includes a favorable impact of $0.05 from tax credits.",
        [("eps", "2026", 0.05, 0.05, "USD/share", "point", "issued")],
    ),
    "an effect of currencies said again": (
        "2026 guidance anticipates an unfavorable impact of $2 million, or 150 basis points, from foreign exchange rates.",
        [("fx_impact", "2026", -2e6, -2e6, "USD", "point", "issued"), ("fx_impact", "2026", -150, -150, "basis_points", "point", "issued")],
    ),
    "dollars of Canada with a blank": (
        "Savings in 2026 are estimated at Cdn $24 million.",
        [("cost_savings", "2026", 24e6, 24e6, "CAD", "point", "issued")],
    ),
    "a share of income that is paid out": (
        "The policy is to pay out 40 percent of net income in 2026.",
        [("other", "2026", 40, 40, "percent", "point", "issued")],
    ),
    "income as a share of sales": (
        "Net income in 2026 is expected to be 4 percent of sales.",
        [("net_income", "2026", 4, 4, "percent", "point", "issued")],
    ),
    "a budget for no plant": (
        "The company budgets $60 million for compliance with those laws in 2026.",
        [("other", "2026", 60e6, 60e6, "USD", "point", "issued")],
    ),
    "inventory that is written off": (
        "The company expects to write down approximately $7 million of inventory in 2026.",
        [("charges", "2026", 7e6, 7e6, "USD", "approximately", "issued")],
    ),
    "what a headline's bank loses a share": (
        "The company expects to lose between 15 and 18 cents a share in 2026.",
        [("eps", "2026", -0.18, -0.15, "USD/share", "range", "issued")],
    ),
    "a record that is reached": (
        "Consolidated earnings are expected to reach a record in 2026.",
        [("net_income", "2026", None, None, None, "qualitative", "issued")],
    ),
    "what a charge reduces": (
        "The charge will reduce 2026 earnings by about $0.08 per share.",
        [("eps", "2026", -0.08, -0.08, "USD/share", "approximately", "issued")],
    ),
    "the cost of closing plants": (
        "Closing the two plants will cost about $16 million in 2026.",
        [("charges", "2026", 16e6, 16e6, "USD", "approximately", "issued")],
    ),
    "the cost of two plants": (
        "The two plants will cost about $16 million in 2026.",
        [("capital_expenditures", "2026", 16e6, 16e6, "USD", "approximately", "issued")],
    ),
    "sales that currencies cut": (
        "Currency is expected to cut 2026 sales by 3 to 4 points.",
        [("fx_impact", "2026", -4, -3, "percentage_points", "range", "issued")],
    ),
    "growth that exchange rates trim": (
        "Unfavorable exchange rates should trim 2026 revenue growth by roughly 150 basis points.",
        [("fx_impact", "2026", -150, -150, "basis_points", "approximately", "issued")],
    ),
    "a share of a budget": (
        "Capex of $1.1 billion is expected, of which about 40% will be spent in the first half of 2026.",
        [("capital_expenditures", None, 1.1e9, 1.1e9, "USD", "point", "issued")],
    ),
    "up from a year": (
        "Silver output is forecast at 3.2 to 3.5 million ounces, up from 2.9 million in 2025.",
        [("production", None, 3.2e6, 3.5e6, "count", "range", "issued")],
    ),
    "guidance that is raised by so much to a count": (
        "The company raised its 2026 production guidance by 5% to 62 Bcfe.",
        [("production", "2026", 62, 62, "count", "point", "raised")],
    ),
    "earnings that are hurt": (
        "EPS will be hurt by about $0.03 from higher freight costs in 2026.",
        [("eps", "2026", -0.03, -0.03, "USD/share", "approximately", "issued")],
    ),
    "sales that a currency's decline reduces": (
        "The euro's decline is expected to reduce 2026 sales by approximately $9 million.",
        [("fx_impact", "2026", -9e6, -9e6, "USD", "approximately", "issued")],
    ),
    "the size of a new store": (
        "The new store is expected to open in March 2026 in a 30,000-square-foot building.",
        [("other", "2026-03", 30e3, 30e3, "count", "point", "issued")],
    ),
    "leverage that is expected": (
        "Leverage is expected to be no more than 3.5 times in 2026.",
        [("other", "2026", None, 3.5, "times", "at_most", "issued")],
    ),
    "a budget for a plant": (
        "The company budgets $60 million for a second line in 2026.",
        [("capital_expenditures", "2026", 60e6, 60e6, "USD", "point", "issued")],
    ),
    "spending on the media": (
        "Media spending in 2026 is expected to be $15 million.",
        [("other", "2026", 15e6, 15e6, "USD", "point", "issued")],
    ),
    "what a product contributes": (
        "The new pump is slated to contribute $40 million in 2026 and better than $250 million in 2027.",
        [("revenue", "2026", 40e6, 40e6, "USD", "point", "issued"), ("revenue", "2027", 250e6, None, "USD", "at_least", "issued")],
    ),
    "what a product contributes to earnings": (
        "The new pump is slated to contribute $40 million to EBITDA in 2026.",
        [("ebitda", "2026", 40e6, 40e6, "USD", "point", "issued")],
    ),
    "what a company gives": (
        "The company will contribute $4 million to schools in 2026.",
        [("other", "2026", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "the size of a brand": (
        "By 2028 we think that it can be a $100 million brand.",
        [("revenue", "/2028", 100e6, 100e6, "USD", "point", "issued")],
    ),
    "emissions cut without a by": (
        "It aims to cut its Scope 1 and 2 emissions 40% by 2030.",
        [("other", "/2030", -40, -40, "percent", "point", "issued")],
    ),
    "emissions cut to a share": (
        "It aims to cut its Scope 1 and 2 emissions to 40% of those of 2020 by 2030.",
        [("other", "/2030", 40, 40, "percent", "point", "issued")],
    ),
    "emissions of many things cut": (
        "It aims to cut the emissions of its buildings, vehicles and “green” mills by 50% by 2030.",
        [("other", "/2030", -50, -50, "percent", "point", "issued")],
    ),
    "down a further": (
        "Revenue in 2026 should be down a further 4 to 5 percent.",
        [("revenue", "2026", -5, -4, "percent", "range", "issued")],
    ),
    "interest expense that shrinks": (
        "Interest expense is expected to decline by $9 million in 2026.",
        [("other_income", "2026", 9e6, 9e6, "USD", "point", "issued")],
    ),
    "interest income that shrinks": (
        "Interest income is expected to decline by $9 million in 2026.",
        [("other_income", "2026", -9e6, -9e6, "USD", "point", "issued")],
    ),
    "what a mill processes": (
        "The mill will process 40,000 pounds a day in 2026.",
        [("production", "2026", 40e3, 40e3, "count", "point", "issued")],
    ),
    "what was cut, and what will be": (
        "It has cut operating costs by 75 percent, and will cut its staff by 20 percent by the end of 2026.",
        [("other", "/2026", -20, -20, "percent", "point", "issued")],
    ),
    "the total cost of a thing": (
        "Tarn puts the total cost of the program at $2 million in 2026.",
        [("other", "2026", 2e6, 2e6, "USD", "point", "issued")],
    ),
    "the total costs of the company": (
        "Tarn puts its total costs at $2 million in 2026.",
        [("operating_expenses", "2026", 2e6, 2e6, "USD", "point", "issued")],
    ),
    "from one range to another": (
        "The company has narrowed its 2026 net loss from $8 million to $10 million to $8.2 million to $9 million.",
        [("net_income", "2026", -9e6, -8.2e6, "USD", "range", "issued")],
    ),
    "from one amount to another": (
        "The company expects to raise its 2026 revenue from $8 million to $10 million.",
        [("revenue", "2026", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "an amount put at a day": (
        "Capital expenditures for 2026, put at $700 million in August, go to $840 million.",
        [("capital_expenditures", "2026", 840e6, 840e6, "USD", "point", "issued")],
    ),
    "an amount put at a year": (
        "Capital expenditures, put at $700 million in 2026, are to be paid from cash.",
        [("capital_expenditures", "2026", 700e6, 700e6, "USD", "point", "issued")],
    ),
    "a part that is hedged": (
        "The company expects 2026 production of 8.2 to 8.6 Bcfe, of which 45% is hedged at an average of $4.71.",
        [("production", "2026", 8.2, 8.6, "count", "range", "issued")],
    ),
    "a part that will be spent": (
        "The company expects 2026 charges of $8 million, of which $3 million will be paid in cash.",
        [("charges", "2026", 8e6, 8e6, "USD", "point", "issued"), ("charges", "2026", 3e6, 3e6, "USD", "point", "issued")],
    ),
    "a year of this figure": (
        "For 2026 it expects revenue of $14 million and in 2027 growth will go on.",
        [("revenue", "2026", 14e6, 14e6, "USD", "point", "issued")],
    ),
    "a comparison that goes on": (
        "Halvorsen expects to earn $0.10 per share in the fourth quarter, compared to $0.02 for the same period last year and a $0.05 per share loss for all of 2024.",
        [("eps", "2025-Q4", 0.1, 0.1, "USD/share", "point", "issued")],
    ),
    "a comparison that is over": (
        "Halvorsen expects revenue of $5 million in the fourth quarter, compared to $3 million last year, and revenue of $30 million for all of 2026.",
        [("revenue", "2025-Q4", 5e6, 5e6, "USD", "point", "issued"), ("revenue", "2026", 30e6, 30e6, "USD", "point", "issued")],
    ),
    "a share of what there is": (
        "With more than 60% of our order book under firm contract, we are optimistic that revenue for 2026 will more than double.",
        [("revenue", "2026", 100, None, "percent", "at_least", "issued")],
    ),
    "a share that is expected": (
        "With 30% to 35% of our revenue expected to come from pumps in 2026, we foresee a gross margin of 40% in 2026.",
        [("revenue", "2026", 30, 35, "percent", "range", "issued"), ("gross_margin", "2026", 40, 40, "percent", "point", "issued")],
    ),
    "the year in brackets": (
        "This supports our previously stated 2026 guidance after a 40% increase in revenue (2024).",
        [("all", "2026", None, None, None, "unstated", "reaffirmed")],
    ),
    "a year to come in brackets": (
        "This supports our guidance of a 40% increase in revenue (2026).",
        [("revenue", "2026", 40, 40, "percent", "point", "issued")],
    ),
    "what was returned in the quarter": (
        "We returned $5 million to shareholders during the quarter, including $2 million in dividends, as we maintain our target of 30 stores in 2026.",
        [("other", "2026", 30, 30, "count", "point", "reaffirmed")],
    ),
    "accretive purchases": ("The company expects to make accretive acquisitions in 2026.", []),
    "accretive to earnings": (
        "The purchase is expected to be accretive to earnings per share in 2026.",
        [("eps", "2026", None, None, None, "qualitative", "issued")],
    ),
    "per certificate": (
        "Halvorsen expects distributions of US$2.45 per certificate in 2026.",
        [("dividend_per_share", "2026", 2.45, 2.45, "USD/share", "point", "issued")],
    ),
    "a sign behind the currency": (
        "The stoppage is expected to have an impact of EUR -15 million on adjusted EBITDA in the first quarter of 2026.",
        [("ebitda", "2026-Q1", -15e6, -15e6, "EUR", "point", "issued")],
    ),
    "a dash behind the currency": (
        "Halvorsen expects EBITDA of EUR 10-15 million in 2026.",
        [("ebitda", "2026", 10e6, 15e6, "EUR", "range", "issued")],
    ),
    "two things that a rate leaves out": (
        "The tax rate for 2026, excluding the Norvale mine and interest expense, is expected to be approximately 30%.",
        [("tax_rate", "2026", 30, 30, "percent", "approximately", "issued")],
    ),
    "two things, one of them left out": (
        "Excluding the Norvale mine, interest expense is expected to be $5 million in 2026.",
        [("other_income", "2026", -5e6, -5e6, "USD", "point", "issued")],
    ),
    "currencies behind what they hold back": (
        "We expect a $20 million headwind to fiscal 2026 revenue as a result of the effect of foreign exchange.",
        [("fx_impact", "2026", -20e6, -20e6, "USD", "point", "issued")],
    ),
    "something else holds it back": (
        "We expect a $20 million headwind to fiscal 2026 revenue as a result of fewer shipping days.",
        [("other", "2026", -20e6, -20e6, "USD", "point", "issued")],
    ),
    "income or expense": (
        "For 2026, Halvorsen expects operating expenses of $9 million and other income/(expense) of $2 million.",
        [("operating_expenses", "2026", 9e6, 9e6, "USD", "point", "issued"), ("other_income", "2026", 2e6, 2e6, "USD", "point", "issued")],
    ),
    "what an outlook excludes": (
        "This outlook for 2026 EPS excludes charges for completed purchases of $0.01 per share.",
        [],
    ),
    "what an outlook excludes, and what it is": (
        "EPS for 2026, which excludes charges for purchases, is expected to be $1.40.",
        [("eps", "2026", 1.4, 1.4, "USD/share", "point", "issued")],
    ),
    "with what is ordered": (
        "With our backlog up 50% to $97 million, we expect revenue of $30 million in 2026.",
        [("revenue", "2026", 30e6, 30e6, "USD", "point", "issued")],
    ),
    "with what will be ordered": (
        "With revenue expected to be up 50% in 2026, we expect a gross margin of 30% in 2026.",
        [("revenue", "2026", 50, 50, "percent", "point", "issued"), ("gross_margin", "2026", 30, 30, "percent", "point", "issued")],
    ),
    "up from what is expected": (
        "Halvorsen is targeting 2026 revenue of $430 million, up 26% from the $340 million it expects to earn in 2025.",
        [
            ("revenue", "2026", 430e6, 430e6, "USD", "point", "issued"),
            ("revenue", "2026", 26, 26, "percent", "point", "issued"),
            ("revenue", "2025", 340e6, 340e6, "USD", "point", "issued"),
        ],
    ),
    "up from what was earned": (
        "Halvorsen is targeting 2026 revenue of $430 million, up from the $340 million it earned in 2024.",
        [("revenue", "2026", 430e6, 430e6, "USD", "point", "issued")],
    ),
    "raised from investors": (
        "Halvorsen aims to raise up to $5 million from accredited investors in 2026.",
        [],
    ),
    "a price of the stock": (
        "The share count assumes an average Halvorsen stock price in the first quarter of 2026 of $100 per share.",
        [],
    ),
    "positioned for later years": (
        "We are well positioned for 2026 and beyond and expect revenue growth of 5% this year.",
        [("revenue", "2025", 5, 5, "percent", "point", "issued")],
    ),
    "a growth of later years": (
        "We expect revenue growth of 5% in 2026 and beyond.",
        [("revenue", "2026/", 5, 5, "percent", "point", "issued")],
    ),
    "the current dividend": (
        "The board intends to increase the quarterly dividend to $1.50 per share (up from the current $1.40 per share) for the first quarter of 2026.",
        [("dividend_per_share", "2026-Q1", 1.5, 1.5, "USD/share", "point", "issued")],
    ),
    "when most of it falls due": (
        "In 2026 pump stations are expected to account for 8 to 10 net wells, with most of them in the second half of 2026.",
        [("other", "2026", 8, 10, "count", "range", "issued")],
    ),
    "a period after a bracket": (
        "Orrin Bank (NYSE: ORN) announced that it intends to raise the quarterly common stock dividend to $1.50 per share (an 8% increase) for the first quarter of 2026.",
        [("dividend_per_share", "2026-Q1", 1.5, 1.5, "USD/share", "point", "issued"), ("dividend_per_share", "2026-Q1", 8, 8, "percent", "point", "issued")],
    ),
    "a period in a bracket": (
        "Halvorsen expects capital expenditures of $60 million (for 2026) and revenue of $900 million in 2027.",
        [("capital_expenditures", "2026", 60e6, 60e6, "USD", "point", "issued"), ("revenue", "2027", 900e6, 900e6, "USD", "point", "issued")],
    ),
    "a fund's own period": (
        "By the end of the first quarter in 2027, the loan fund plans to invest an additional $4 million, collectively, in selected lenders in Ohio.",
        [("other", "/2027-Q1", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "an annual rate before another sentence's day": (
        "Halvorsen is raising its annual dividend to $1.04 per share, to be paid quarterly. It is payable to holders of record on March 31, 2026.",
        [("dividend_per_share", "annual", 1.04, 1.04, "USD/share", "point", "issued")],
    ),
    "a quarterly amount beside the yearly one": (
        "Halvorsen will raise its annual dividend policy to $1.04 per share ($0.26 per share quarterly).",
        [
            ("dividend_per_share", "annual", 1.04, 1.04, "USD/share", "point", "issued"),
            ("dividend_per_share", None, 0.26, 0.26, "USD/share", "point", "issued"),
        ],
    ),
    "the next twelve months": (
        "Halvorsen expects capital expenditures of $5 million over the next twelve months.",
        [("capital_expenditures", "2025-10/2026-09", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "what an increase is from": (
        "Pump stations are expected to account for 8 to 10 net wells, a significant increase from 2024, in the second half of 2026.",
        [("other", "2026-H2", 8, 10, "count", "range", "issued")],
    ),
    "range and prior": (
        "Halvorsen Pumps now expects fiscal 2025 revenue of $342 million to $348 million, up from its earlier forecast of $335 million to $342 million.",
        [("revenue", "2025", 342e6, 348e6, "USD", "range", "raised")],
    ),
    "level and change": (
        "The company expects fourth quarter revenue of approximately $14 million, an increase of 225%.",
        [("revenue", "2025-Q4", 14e6, 14e6, "USD", "approximately", "issued"), ("revenue", "2025-Q4", 225, 225, "percent", "point", "issued")],
    ),
    "loss": (
        "For the fourth quarter, the company expects a net loss of $0.20 to $0.25 per share.",
        [("eps", "2025-Q4", -0.25, -0.2, "USD/share", "range", "issued")],
    ),
    "metric after the value": (
        "Orrin now looks for more than $270 million in free cash flow over the full year.",
        [("free_cash_flow", "2025", 270e6, None, "USD", "at_least", "updated")],
    ),
    "respectively": (
        "Revenue and operating income for 2026 are expected to be $50 million and $5 million, respectively.",
        [("revenue", "2026", 50e6, 50e6, "USD", "point", "issued"), ("operating_income", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "reaffirmed": (
        "The company continues to expect full-year 2025 capital expenditures of $40 million to $45 million.",
        [("capital_expenditures", "2025", 40e6, 45e6, "USD", "range", "reaffirmed")],
    ),
    "qualitative": (
        "Operating expenses are expected to increase slightly in the fourth quarter.",
        [("operating_expenses", "2025-Q4", None, None, None, "qualitative", "issued")],
    ),
    "a currency that acts on a metric": (
        "A stronger dollar is expected to reduce 2026 revenue growth by approximately 2%.",
        [("fx_impact", "2026", -2, -2, "percent", "approximately", "issued")],
    ),
    "an impact from a charge": (
        "The company expects 2025 EPS of $4.70 to $4.80, including $3 million to $4 million of unfavorable impact from severance charges.",
        [("eps", "2025", 4.7, 4.8, "USD/share", "range", "issued"), ("charges", "2025", 3e6, 4e6, "USD", "range", "issued")],
    ),
    "charges to income": (
        "It expects charges to operating income of approximately $13 million in the fourth quarter of 2025.",
        [("charges", "2025-Q4", 13e6, 13e6, "USD", "approximately", "issued")],
    ),
    "what the growth is over": (
        "The company expects 2026 license revenue of $40 million to $42 million, a 5 to 6 percent increase over 2025 license revenue of $39 million.",
        [("revenue", "2026", 40e6, 42e6, "USD", "range", "issued"), ("revenue", "2026", 5, 6, "percent", "range", "issued")],
    ),
    "up from an actual figure": (
        "The company expects 2026 revenue of more than $4 million, up from $1.7 million in 2025.",
        [("revenue", "2026", 4e6, None, "USD", "at_least", "issued")],
    ),
    "a count after of": (
        "For the fourth quarter, the company expects deliveries of 19,500 to 20,500 and a gross margin of 18%.",
        [("deliveries", "2025-Q4", 19500, 20500, "count", "range", "issued"), ("gross_margin", "2025-Q4", 18, 18, "percent", "point", "issued")],
    ),
    "each figure with the period after it": (
        "The company expects revenue of $350 million in the fourth quarter and $360 million in the first quarter of 2026.",
        [("revenue", "2025-Q4", 350e6, 350e6, "USD", "point", "issued"), ("revenue", "2026-Q1", 360e6, 360e6, "USD", "point", "issued")],
    ),
    "two figures with one period": (
        "The company expects revenue of $350 million and operating income of $36 million in the first quarter of 2026.",
        [("revenue", "2026-Q1", 350e6, 350e6, "USD", "point", "issued"), ("operating_income", "2026-Q1", 36e6, 36e6, "USD", "point", "issued")],
    ),
    "up from a range": (
        "The company expects 2025 EPS of $4.10 to $4.20, up from $4.00 to $4.15.",
        [("eps", "2025", 4.1, 4.2, "USD/share", "range", "raised")],
    ),
    "what was planned": (
        "Capital spending for 2025 will be about $30 million, compared with the $45 million previously planned.",
        [("capital_expenditures", "2025", 30e6, 30e6, "USD", "approximately", "lowered")],
    ),
    "an act and its figure": (
        "Halvorsen Raises 2025 Revenue Guidance to $1.36 Billion",
        [("revenue", "2025", 1.36e9, 1.36e9, "USD", "point", "raised")],
    ),
    "an act without its figure beside a figure": (
        "Halvorsen Sees Fourth Quarter U.S. Revenue of $350 Million; Reaffirms 2026 EPS Outlook",
        [("revenue", "2025-Q4", 350e6, 350e6, "USD", "point", "issued"), ("eps", "2026", None, None, None, "unstated", "reaffirmed")],
    ),
    "acts that share a year": (
        "Full-year 2025 sales outlook confirmed; EPS outlook lowered",
        [("revenue", "2025", None, None, None, "unstated", "reaffirmed"), ("eps", "2025", None, None, None, "unstated", "lowered")],
    ),
    "an act that goes on from its figure": (
        "Halvorsen expects 2025 revenue of $350 million, raising its earlier guidance.",
        [("revenue", "2025", 350e6, 350e6, "USD", "point", "raised")],
    ),
    "above guidance": (
        "Revenue for the fourth quarter will surpass the guidance that it gave in July.",
        [("revenue", "2025-Q4", None, None, None, "unstated", "raised")],
    ),
    "causes of a cut": (
        "Halvorsen Lowers 2025 Outlook on Slower Pump Sales",
        [("all", "2025", None, None, None, "unstated", "lowered")],
    ),
    "first guidance": (
        "The company issued initial 2026 production guidance of 130,000 to 135,000 barrels per day.",
        [("production", "2026", 130000, 135000, "count", "range", "initiated")],
    ),
    "earlier guidance said initial": (
        "The company now expects 2025 revenue of $12 million, compared to its initial guidance of $10 million.",
        [("revenue", "2025", 12e6, 12e6, "USD", "point", "raised")],
    ),
    "lower as an adjective": (
        "Assuming 2026 lower fee income, as in its outlook, the company expects revenue of $12 million in 2026.",
        [("revenue", "2026", 12e6, 12e6, "USD", "point", "issued")],
    ),
    "guidance that stands": (
        "All other components of its 2025 guidance remain unchanged.",
        [("all", "2025", None, None, None, "unstated", "reaffirmed")],
    ),
    "guidance that will be missed": (
        "The company does not expect to meet its 2025 revenue guidance.",
        [("revenue", "2025", None, None, None, "unstated", "lowered")],
    ),
    "expenses with others": (
        "General, administrative and other expenses are expected to be $230 million in 2026.",
        [("sga_expenses", "2026", 230e6, 230e6, "USD", "point", "issued")],
    ),
    "growth of something else": (
        "The company expects room growth of 5 percent in 2026.",
        [("other", "2026", 5, 5, "percent", "point", "issued")],
    ),
    "shares to be bought": (
        "The company intends to repurchase up to 2,000,000 class A subordinate voting shares.",
        [("share_repurchases", None, None, 2e6, "count", "at_most", "issued")],
    ),
    "two headings of guidance": (
        "Full-year 2026 sales outlook reaffirmed; 2026 EPS outlook lowered",
        [("revenue", "2026", None, None, None, "unstated", "reaffirmed"), ("eps", "2026", None, None, None, "unstated", "lowered")],
    ),
    "an act on two periods": (
        "The company raised its guidance for the fourth quarter and for 2026.",
        [("all", "2025-Q4", None, None, None, "unstated", "raised"), ("all", "2026", None, None, None, "unstated", "raised")],
    ),
    "cash-flow positive": (
        "The company expects to be cash-flow positive in 2026.",
        [("free_cash_flow", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a small profit": (
        "The company anticipates a small profit for 2026.",
        [("net_income", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a year before its quarter": (
        "For the 2026 first quarter, the company expects revenue of $20 million.",
        [("revenue", "2026-Q1", 20e6, 20e6, "USD", "point", "issued")],
    ),
    "between two years": (
        "The company expects to spend $350 million in capital expenditures between 2026 and 2029.",
        [("capital_expenditures", "2026/2029", 350e6, 350e6, "USD", "point", "issued")],
    ),
    "a rate over some years": (
        "Revenue is expected to grow by 2% annually over the next three years.",
        [("revenue", "2026/2028", 2, 2, "percent", "point", "issued")],
    ),
    "contracts are no decline": (
        "With most of its backlog in take or pay contracts, it is confident that revenue for 2026 will more than double.",
        [("revenue", "2026", 100, None, "percent", "at_least", "issued")],
    ),
    "operating income per share": (
        "The company expects operating income of $3.20 to $3.30 per share for 2026.",
        [("eps", "2026", 3.2, 3.3, "USD/share", "range", "issued")],
    ),
    "growth in another metric": (
        "The company targets 5% to 7% growth in earnings per share in 2026.",
        [("eps", "2026", 5, 7, "percent", "range", "issued")],
    ),
    "ebitda in percent of revenue": (
        "The company expects 2026 adjusted EBITDA of 9% to 10% of revenue.",
        [("ebitda_margin", "2026", 9, 10, "percent", "range", "issued")],
    ),
    "growth without currency": (
        "The company expects 2026 net sales to increase, with constant-currency growth of 2 to 3 percent.",
        [("revenue", "2026", 2, 3, "percent", "range", "issued")],
    ),
    "the cost of a plant": (
        "The new plant will cost approximately $465 million in 2026.",
        [("capital_expenditures", "2026", 465e6, 465e6, "USD", "approximately", "issued")],
    ),
    "close to is no delivery": (
        "Production for 2026 should be close to 44 million barrels.",
        [("production", "2026", 44e6, 44e6, "count", "approximately", "issued")],
    ),
    "barrels measure production": (
        "Oil volumes in the fourth quarter are estimated at 38.5 to 38.9 Mboe per day.",
        [("production", "2025-Q4", 38500, 38900, "count", "range", "issued")],
    ),
    "capital guidance": (
        "The company provides initial 2026 capital and production guidance.",
        [("capital_expenditures", "2026", None, None, None, "unstated", "initiated"), ("production", "2026", None, None, None, "unstated", "initiated")],
    ),
    "annual synergies": (
        "The combined company expects $1 billion in annual run-rate cost synergies by the end of 2027.",
        [("cost_savings", "/2027", 1e9, 1e9, "USD", "point", "issued")],
    ),
    "a margin below last year's": (
        "In 2026, EBITDA margins are expected to be lower than 2025 due to public company costs.",
        [("ebitda_margin", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a loss of EBITDA": (
        "The company expects a 2026 adjusted EBITDA loss of $15 million.",
        [("ebitda", "2026", -15e6, -15e6, "USD", "point", "issued")],
    ),
    "a cut by a percentage": (
        "The company plans to cut its carbon emissions by 40% by 2030.",
        [("other", "/2030", -40, -40, "percent", "point", "issued")],
    ),
    "more of something by an amount": (
        "The company expects to increase the output of its mill by 500 tons in 2026.",
        [("production", "2026", 500, 500, "count", "point", "issued")],
    ),
    "money invested in others": (
        "The fund will invest $10 million in community lenders in 2026.",
        [("other", "2026", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "money invested in a plant": (
        "The company will invest $10 million in a second plant in 2026.",
        [("capital_expenditures", "2026", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "a yield that is earned": (
        "The new properties are expected to earn a yield of 8% in 2026.",
        [("other", "2026", 8, 8, "percent", "point", "issued")],
    ),
    "hotels to be opened": (
        "The company expects to debut more than 30 luxury hotels in 2026.",
        [("store_openings", "2026", 30, None, "count", "at_least", "issued")],
    ),
    "from a number to a number": (
        "The new pipeline would carry from 80 to 120 million cubic feet of gas a day in 2026.",
        [("other", "2026", 80e6, 120e6, "count", "range", "issued")],
    ),
    "sales of a product": (
        "The plan is to add enough capacity for an anticipated $5 billion in Ceprolan sales in 2026.",
        [("revenue", "2026", 5e9, 5e9, "USD", "point", "issued")],
    ),
    "hundreds of jobs": (
        "The company expects to create hundreds of new jobs in 2026.",
        [("other", "2026", 100, None, "count", "at_least", "issued")],
    ),
    "a capacity that may grow": (
        "The company plans to increase capacity to 15,000 in 2026.",
        [("other", "2026", 15000, 15000, "count", "point", "issued")],
    ),
    "a return that is delivered": (
        "The wells are expected to deliver a return of more than 30% in 2026.",
        [("other", "2026", 30, None, "percent", "at_least", "issued")],
    ),
    "earlier guidance in brackets": (
        "Net sales for 2026 are expected to be $49 million to $52 million (previously $47 million to $50 million).",
        [("revenue", "2026", 49e6, 52e6, "USD", "range", "raised")],
    ),
    "earlier guidance that had been": (
        "Revenue for 2026 should now be $41 million; it had been $45 million.",
        [("revenue", "2026", 41e6, 41e6, "USD", "point", "lowered")],
    ),
    "what was spent so far": (
        "Capital expenditures should total $38 million in 2026, of which $24 million was incurred by August.",
        [("capital_expenditures", "2026", 38e6, 38e6, "USD", "point", "issued")],
    ),
    "not expected to be more": (
        "The product is not expected to contribute more than $50 million of revenue in 2026.",
        [("revenue", "2026", None, 50e6, "USD", "at_most", "issued")],
    ),
    "a currency that moves what is counted": (
        "Currency is expected to reduce deliveries by 500 units in 2026.",
        [("deliveries", "2026", -500, -500, "count", "point", "issued")],
    ),
    "two quarters of which only ends are given": (
        "Tarn expects revenue of $5 million by the first quarter and by the second quarter of 2026.",
        [("revenue", "/2026-Q1", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "people beside stores": (
        "Tarn Stores plans to open 25 new stores in 2026 and to hire 400 people.",
        [("store_openings", "2026", 25, 25, "count", "point", "issued"), ("other", "2026", 400, 400, "count", "point", "issued")],
    ),
    "the mark of a footnote before a sentence": (
        "1 Targets assume a share count of about 458 million for fiscal 2026.",
        [("share_count", "2026", 458e6, 458e6, "count", "approximately", "issued")],
    ),
    "a digit that begins a headline": (
        "6 new stores to open in 2026 in Ohio, says Tarn Stores, which expects more to come.",
        [("store_openings", "2026", 6, 6, "count", "point", "issued")],
    ),
    "a draft's brackets round a range": (
        "Tarn expects 2026 revenue of [$80-$90] million and EPS of $[0.40] to $[0.45].",
        [("revenue", "2026", 80e6, 90e6, "USD", "range", "issued"), ("eps", "2026", 0.4, 0.45, "USD/share", "range", "issued")],
    ),
    "the brackets of a note": ("Tarn expects 2026 sales [1] of $5 million.", [("revenue", "2026", 5e6, 5e6, "USD", "point", "issued")]),
    "cents of a share": (
        "The company expects 2026 earnings per share of $1.31 to $1.36, including a charge of $0.07.",
        [("eps", "2026", 1.31, 1.36, "USD/share", "range", "issued"), ("charges", "2026", 0.07, 0.07, "USD/share", "point", "issued")],
    ),
    "dollars of a ton": (
        "The company expects 2026 earnings per share of $1.31, with a margin of $2 a ton.",
        [("eps", "2026", 1.31, 1.31, "USD/share", "point", "issued"), ("other", "2026", 2, 2, "USD", "point", "issued")],
    ),
    "what a product brings in": (
        "The product should bring in about $8 million in 2026.",
        [("revenue", "2026", 8e6, 8e6, "USD", "approximately", "issued")],
    ),
    "an increase in something": (
        "The company anticipates a further increase in operating expenses of $5 million in 2026.",
        [("operating_expenses", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "what is paid out in all": (
        "The company expects to pay dividends of $76 million in 2026.",
        [("other", "2026", 76e6, 76e6, "USD", "point", "issued")],
    ),
    "a dividend": (
        "The company expects to pay a dividend of $0.76 in 2026.",
        [("dividend_per_share", "2026", 0.76, 0.76, "USD/share", "point", "issued")],
    ),
    "a metric after earlier guidance in brackets": (
        "Sales for 2026 are now expected at $27 million to $28 million (previously: $24 million to $26 million) and EBITDA of $1.2 million to $1.3 million.",
        [("revenue", "2026", 27e6, 28e6, "USD", "range", "raised"), ("ebitda", "2026", 1.2e6, 1.3e6, "USD", "range", "updated")],
    ),
    "even with last year": (
        "For 2026, the company expects EPS to be approximately even with the prior year.",
        [("eps", "2026", 0, 0, "percent", "approximately", "issued")],
    ),
    "leading its industry": (
        "The plant is to reach an industry-leading EBITDA margin of 62% in 2026.",
        [("ebitda_margin", "2026", 62, 62, "percent", "point", "issued")],
    ),
    "without a payment": (
        "Free cash flow for 2026, excluding the contingent consideration payment, should be $9 million.",
        [("free_cash_flow", "2026", 9e6, 9e6, "USD", "point", "issued")],
    ),
    "new things of its own": (
        "Tarn's 11 new studios will open in 2026.",
        [("other", "2026", 11, 11, "count", "point", "issued")],
    ),
    "a share of a market": (
        "The market is large, and the company expects revenue of $4 million in 2026.",
        [("revenue", "2026", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "cutting what others cost": (
        "The company will begin cost cutting in view of its forecast, and expects 2026 revenue of $4 million.",
        [("revenue", "2026", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "a target that stands": (
        "The company confirms the revenue target for 2026 that it discussed earlier this year in the range of $250 million to $300 million.",
        [("revenue", "2026", 250e6, 300e6, "USD", "range", "reaffirmed")],
    ),
    "a target that stood": (
        "The company expects 2026 revenue of $310 million, compared with an earlier target of $300 million.",
        [("revenue", "2026", 310e6, 310e6, "USD", "point", "raised")],
    ),
    "a goal that is a number": (
        "The goal for lease signings in 2026 is 375 to 400.",
        [("other", "2026", 375, 400, "count", "range", "issued")],
    ),
    "what may be sold": (
        "The company expects to end 2026 with cash and investments available for sale of approximately $150 million.",
        [("other", "2026", 150e6, 150e6, "USD", "approximately", "issued")],
    ),
    "at first": (
        "The line would initially be capable of carrying from 80 to 120 million cubic feet of gas a day in 2026.",
        [("other", "2026", 80e6, 120e6, "count", "range", "issued")],
    ),
    "costs that were an estimate": (
        "Operating expenses for 2025 were an estimated $9.6 million.",
        [("operating_expenses", "2025", 9.6e6, 9.6e6, "USD", "approximately", "issued")],
    ),
    "a company in its market": (
        "Tarn is a leading player in the valve market, poised to generate over $12 million in revenue in 2026.",
        [("revenue", "2026", 12e6, None, "USD", "at_least", "issued")],
    ),
    "an outlook beside a deal": (
        "Tarn Provides Initial 2026 Production Guidance; Announces $40 Million Bolt-On Acquisition",
        [("production", "2026", None, None, None, "unstated", "initiated")],
    ),
    "growth that is delivered": (
        "The company expects to deliver mid-single-digit growth in 2026.",
        [("revenue", "2026", 4, 6, "percent", "range", "issued")],
    ),
    "pumps that are delivered": (
        "The company expects to deliver 400 pumps in 2026.",
        [("deliveries", "2026", 400, 400, "count", "point", "issued")],
    ),
    "when something else is done": (
        "The yield on cost for the whole project is expected to be approximately 6.6% with completion expected in the third quarter of 2026.",
        [("other", None, 6.6, 6.6, "percent", "approximately", "issued")],
    ),
    "with its own period after it": (
        "The yield on cost is expected to be approximately 6.6% in the third quarter of 2026.",
        [("other", "2026-Q3", 6.6, 6.6, "percent", "approximately", "issued")],
    ),
    "a call about a quarter": (
        "As said on its second quarter 2025 earnings call, it expects revenue of $4 million to $5 million.",
        [("revenue", None, 4e6, 5e6, "USD", "range", "issued")],
    ),
    "a rate over the coming years": (
        "Tarn targets a compound annual growth rate of 30% over the next three to five years.",
        [("revenue", "long-term", 30, 30, "percent", "point", "issued")],
    ),
    "homes that are offered": (
        "The village expects to be offering 106 serviced units in 2026.",
        [("other", "2026", 106, 106, "count", "point", "issued")],
    ),
    "all of what is to be": (
        "The company expects to have all 16 towers standing in 2026.",
        [("other", "2026", 16, 16, "count", "point", "issued")],
    ),
    "a quarter that closed": (
        "For the first quarter of 2026, the company estimates that revenue was about $107 million.",
        [("revenue", "2026-Q1", 107e6, 107e6, "USD", "approximately", "issued")],
    ),
    "a study of its own": (
        "According to the feasibility study, the mine will produce 165,000 tons of concentrate in 2026.",
        [("production", "2026", 165000, 165000, "count", "point", "issued")],
    ),
    "a charge said again a share": (
        "The company will take a one-time charge of $4.5 million, or $0.18 per share, in the fourth quarter, to cover severance and the move.",
        [("charges", "2025-Q4", 4.5e6, 4.5e6, "USD", "point", "issued"), ("charges", "2025-Q4", 0.18, 0.18, "USD/share", "point", "issued")],
    ),
    "breaking even": ("Halvorsen believes that it will break even in 2026.", [("net_income", "2026", 0, 0, "USD", "point", "issued")]),
    "breaking even in cash": (
        "It expects to be break-even on a cash flow basis in 2026.",
        [("free_cash_flow", "2026", 0, 0, "USD", "point", "issued")],
    ),
    "growth of one and of another": (
        "Tarn looks for sales growth of 8 to 10 percent and earnings growth of 12 to 15 percent in 2026.",
        [("revenue", "2026", 8, 10, "percent", "range", "issued"), ("net_income", "2026", 12, 15, "percent", "range", "issued")],
    ),
    "growth of two": (
        "Sales and earnings are expected to grow 10% in 2026.",
        [("net_income", "2026", 10, 10, "percent", "point", "issued"), ("revenue", "2026", 10, 10, "percent", "point", "issued")],
    ),
    "growth of one beside another's figure": (
        "It expects growth of 10% in revenue and EPS of $1.20 in 2026.",
        [("revenue", "2026", 10, 10, "percent", "point", "issued"), ("eps", "2026", 1.2, 1.2, "USD/share", "point", "issued")],
    ),
    "two figures of two": (
        "It expects revenue and EBITDA of $40 million and $4 million in 2026.",
        [("revenue", "2026", 40e6, 40e6, "USD", "point", "issued"), ("ebitda", "2026", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "a market value beside a revenue": (
        "The merged company will have a market capitalization of $3 billion and revenue of $900 million.",
        [("revenue", None, 900e6, 900e6, "USD", "point", "issued")],
    ),
    "growth as reported": (
        "A stronger dollar will reduce 2025 reported revenue growth by 2%.",
        [("fx_impact", "2025", -2, -2, "percent", "point", "issued")],
    ),
    "a currency that has an impact": (
        "Foreign currency is expected to have a negative impact of 2% on 2026 sales.",
        [("fx_impact", "2026", -2, -2, "percent", "point", "issued")],
    ),
    "a currency that is a headwind": (
        "Currency is expected to be a 1 to 2 point headwind to sales growth in 2026.",
        [("fx_impact", "2026", -2, -1, "percentage_points", "range", "issued")],
    ),
    "growth that leaves a currency's impact out": (
        "Excluding the impact of currency, sales growth is expected to be 5% in 2026.",
        [("revenue", "2026", 5, 5, "percent", "point", "issued")],
    ),
    "estimates that it is comfortable with": (
        "Tarn is comfortable with the consensus estimate of $1.45 per share for 2026.",
        [("eps", "2026", 1.45, 1.45, "USD/share", "point", "reaffirmed")],
    ),
    "nothing but a share": ("For 2026, the company expects $1.10 to $1.20 per share.", [("eps", "2026", 1.1, 1.2, "USD/share", "range", "issued")]),
    "what is spent on something": (
        "The company expects to spend $10 million on advertising in 2026.",
        [("other", "2026", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "what is spent on a plant": (
        "The company expects to spend $10 million on a new plant in 2026.",
        [("capital_expenditures", "2026", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "guidance that is met": ("Halvorsen expects to meet its previous guidance for 2025.", [("all", "2025", None, None, None, "unstated", "reaffirmed")]),
    "in line with guidance": (
        "Revenue for 2025 is expected to be in line with its previous guidance.",
        [("revenue", "2025", None, None, None, "unstated", "reaffirmed")],
    ),
    "forecasts as a verb": (
        "It forecasts increased production for 2026.",
        [("production", "2026", None, None, None, "qualitative", "issued")],
    ),
    "an order that brings revenue": (
        "The order is expected to contribute about $5 million to fourth quarter revenue.",
        [("revenue", "2025-Q4", 5e6, 5e6, "USD", "approximately", "issued")],
    ),
    "backlog that becomes revenue": (
        "It has a backlog of $120 million, of which $80 million is expected to be recognized as revenue in 2026.",
        [("revenue", "2026", 80e6, 80e6, "USD", "point", "issued")],
    ),
    "one metric on another": (
        "Tarn expects EBITDA of $12 million on revenue of $80 million in 2026.",
        [("ebitda", "2026", 12e6, 12e6, "USD", "point", "issued"), ("revenue", "2026", 80e6, 80e6, "USD", "point", "issued")],
    ),
    "annual revenue beside a closing": (
        "The purchase, which is expected to add $30 million to annual revenues, will close in December 2025.",
        [("revenue", "annual", 30e6, 30e6, "USD", "point", "issued")],
    ),
    "growth over the year before": (
        "Gold production for 2026 is expected to increase 15% to 20% over 2025.",
        [("production", "2026", 15, 20, "percent", "range", "issued")],
    ),
    "a quarter's figure that it is compared with": (
        "Fourth-quarter revenue will be about 20 percent lower than the third quarter's $60 million.",
        [("revenue", "2025-Q4", -20, -20, "percent", "approximately", "issued")],
    ),
    "more or less, after a comma": ("It expects 2026 revenue of $13.5M, +/- $0.5M.", [("revenue", "2026", 13e6, 14e6, "USD", "range", "issued")]),
    "a consensus beside guidance": ("2026 revenue guidance: $13M-$14M; consensus $13.8M.", [("revenue", "2026", 13e6, 14e6, "USD", "range", "issued")]),
    "a percentage to an amount": (
        "The expansion will increase capacity by 25% to 500,000 tons in 2026.",
        [("other", "2026", 25, 25, "percent", "point", "issued"), ("other", "2026", 500000, 500000, "count", "point", "issued")],
    ),
    "shops opened and closed": (
        "The company plans to open about 40 stores and close 10 in 2026.",
        [("store_openings", "2026", 40, 40, "count", "approximately", "issued")],
    ),
    "shops closed": ("About 40 stores will be closed in 2026.", []),
    "a count without a noun": ("Employment at the plant is expected to grow to 400 in 2026.", [("other", "2026", 400, 400, "count", "point", "issued")]),
    "cash for operations": (
        "It expects to use $40 million in cash for operating activities in 2026.",
        [("operating_cash_flow", "2026", -40e6, -40e6, "USD", "point", "issued")],
    ),
    "a range from which it is raised": (
        "Increases 2025 EBITDA guidance to $80 million to $84 million from $75 million to $80 million",
        [("ebitda", "2025", 80e6, 84e6, "USD", "range", "raised")],
    ),
    "guidance to be delivered": (
        "It remains on track to deliver its 2025 guidance.",
        [("all", "2025", None, None, None, "unstated", "reaffirmed")],
    ),
    "an estimate that goes down": (
        "The company has revised its earnings estimate for the year 2025 downward.",
        [("net_income", "2025", None, None, None, "unstated", "lowered")],
    ),
    "two that are reaffirmed": (
        "It reaffirmed its previously announced 2025 guidance for revenue of $410 million and EPS of $2.10.",
        [("revenue", "2025", 410e6, 410e6, "USD", "point", "reaffirmed"), ("eps", "2025", 2.1, 2.1, "USD/share", "point", "reaffirmed")],
    ),
    "an end of guidance": (
        "It expects 2025 revenue at the low end of its guidance range.",
        [("revenue", "2025", None, None, None, "unstated", "narrowed")],
    ),
    "results beyond guidance": (
        "Tarn anticipates that 2025 results will exceed its previous guidance.",
        [("all", "2025", None, None, None, "unstated", "raised")],
    ),
    "how far guidance is raised": (
        "Tarn is raising its 2025 earnings guidance by 5 cents a share.",
        [("net_income", "2025", None, None, None, "unstated", "raised")],
    ),
    "a dividend that is raised by": (
        "It is raising its target dividend by 23 percent to $3.25 per share for 2026.",
        [("dividend_per_share", "2026", 23, 23, "percent", "point", "issued"), ("dividend_per_share", "2026", 3.25, 3.25, "USD/share", "point", "issued")],
    ),
    "cents of a currency": (
        "Its 2026 outlook reflects a $0.10 headwind from currency.",
        [("fx_impact", "2026", -0.1, -0.1, "USD/share", "point", "issued")],
    ),
    "a headline of a loss": ("Tarn Expects Fourth-Quarter Loss", [("net_income", "2025-Q4", None, None, None, "qualitative", "issued")]),
    "a warning": ("Tarn Warns of Lower Earnings in 2026", [("net_income", "2026", None, None, None, "qualitative", "issued")]),
    "quarters that name their metric": (
        "First quarter revenue is expected to be $90 million, second quarter revenue $100 million.",
        [("revenue", "2026-Q1", 90e6, 90e6, "USD", "point", "issued"), ("revenue", "2026-Q2", 100e6, 100e6, "USD", "point", "issued")],
    ),
    "quarters of a list": (
        "Sales are forecast at $90 million in the third quarter and $110 million in the fourth quarter of 2026.",
        [("revenue", "2026-Q3", 90e6, 90e6, "USD", "point", "issued"), ("revenue", "2026-Q4", 110e6, 110e6, "USD", "point", "issued")],
    ),
    "annual savings beside jobs": (
        "The plan will reduce headcount by about 150 and result in annual savings of $12 million.",
        [("other", None, -150, -150, "count", "approximately", "issued"), ("cost_savings", "annual", 12e6, 12e6, "USD", "point", "issued")],
    ),
    "an aim from what is": (
        "Halvorsen aims to increase sales to $100 million from $50 million by 2028.",
        [("revenue", "/2028", 100e6, 100e6, "USD", "point", "issued")],
    ),
    "what shops cost": (
        "Capital expenditures for 2026 will be $45 million, including $20 million for new stores.",
        [("capital_expenditures", "2026", 45e6, 45e6, "USD", "point", "issued"), ("capital_expenditures", "2026", 20e6, 20e6, "USD", "point", "issued")],
    ),
    "dilutive to earnings": (
        "The purchase is expected to be dilutive to EPS by approximately $0.02 in 2025.",
        [("eps", "2025", -0.02, -0.02, "USD/share", "approximately", "issued")],
    ),
    "distributions of a trust": (
        "The trust expects to pay distributions of at least $0.50 per unit in 2026.",
        [("dividend_per_share", "2026", 0.5, None, "USD/share", "at_least", "issued")],
    ),
    "growth of a level before it": (
        "It expects adjusted EBITDA of $60 million in 2026, representing growth of 5%.",
        [("ebitda", "2026", 60e6, 60e6, "USD", "point", "issued"), ("ebitda", "2026", 5, 5, "percent", "point", "issued")],
    ),
    "earlier figures between": (
        "It narrows its 2025 guidance: revenue of $196 million, formerly $194 million, and EBITDA of $33 million, formerly $32 million.",
        [("revenue", "2025", 196e6, 196e6, "USD", "point", "narrowed"), ("ebitda", "2025", 33e6, 33e6, "USD", "point", "narrowed")],
    ),
    "what was before, in brackets": (
        "It is guiding to 2025 earnings of $1.52 to $1.58 per share (before: $1.78 to $1.84).",
        [("eps", "2025", 1.52, 1.58, "USD/share", "range", "lowered")],
    ),
    "what it expects to report": (
        "For 2025, it expects to report sales of $39 million, in line with its forecast, and earnings of 15 or 16 cents per share.",
        [("revenue", "2025", 39e6, 39e6, "USD", "point", "reaffirmed"), ("eps", "2025", 0.15, 0.16, "USD/share", "range", "reaffirmed")],
    ),
    "a gain on a sale": (
        "It anticipates a gain on the sale of $48 million in 2026.",
        [("other", "2026", 48e6, 48e6, "USD", "point", "issued")],
    ),
    "some of them": ("About 700 of 5,900 positions will be eliminated in 2026.", [("other", "2026", 700, 700, "count", "approximately", "issued")]),
    "a point": ("Gross margin may slip by a point in 2026.", [("gross_margin", "2026", -1, -1, "percentage_points", "point", "issued")]),
    "scopes of emissions": (
        "Tarn is targeting a 50% absolute reduction in Scope 1 and 2 emissions by 2030.",
        [("other", "/2030", -50, -50, "percent", "point", "issued")],
    ),
    "a profitable quarter": ("Expects Profitable First Quarter", [("net_income", "2026-Q1", None, None, None, "qualitative", "issued")]),
    "a quarter beside its year": (
        "Tarn reiterates its guidance for the second quarter and full fiscal year 2027.",
        [("all", "2027-Q2", None, None, None, "unstated", "reaffirmed"), ("all", "2027", None, None, None, "unstated", "reaffirmed")],
    ),
    "what there will be in all": (
        "It will end fiscal 2026 with 172 stores.",
        [("other", "2026", 172, 172, "count", "point", "issued")],
    ),
    "output of its own": (
        "The company estimates that its own zinc output will be approximately 715,000 tonnes in 2026.",
        [("production", "2026", 715000, 715000, "count", "approximately", "issued")],
    ),
    "what is budgeted": ("The company has budgeted $46 million for 2026.", [("capital_expenditures", "2026", 46e6, 46e6, "USD", "point", "issued")]),
    "what is budgeted for something else": (
        "R&D expenses for 2026 are budgeted at $5 million.",
        [("rd_expenses", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "capital for a year": (
        "Wellfield capital for the remainder of 2026 is put at $19 million.",
        [("capital_expenditures", "2026", 19e6, 19e6, "USD", "point", "issued")],
    ),
    "faster than": (
        "It expects 2026 license revenue to grow faster than 50 percent.",
        [("revenue", "2026", 50, None, "percent", "at_least", "issued")],
    ),
    "held flat": ("The rig will hold its 2026 production flat.", [("production", "2026", 0, 0, "percent", "point", "issued")]),
    "flat in its own clause": (
        "It is helped by equipment sales, and operating margin should be flat in 2026.",
        [("operating_margin", "2026", 0, 0, "percent", "point", "issued")],
    ),
    "instead of what it had planned": (
        "It will spend $40 million on the plant in 2026 instead of the $25 million that it had planned.",
        [("capital_expenditures", "2026", 40e6, 40e6, "USD", "point", "raised")],
    ),
    "what was spent": (
        "Capital expenditures for 2026 will be $95 million, below the $310 million spent in 2025.",
        [("capital_expenditures", "2026", 95e6, 95e6, "USD", "point", "issued")],
    ),
    "royalties that are expected": (
        "The company expects to receive royalties of approximately $2 million in 2026.",
        [("other", "2026", 2e6, 2e6, "USD", "approximately", "issued")],
    ),
    "a book value": (
        "Book value per share is expected to be $14 to $15 in 2026.",
        [("other", "2026", 14, 15, "USD/share", "range", "issued")],
    ),
    "a return": (
        "It expects a return on equity of 15% in 2026.",
        [("other", "2026", 15, 15, "percent", "point", "issued")],
    ),
    "a range of earnings": (
        "Tarn narrows its range of expected earnings for 2025.",
        [("net_income", "2025", None, None, None, "unstated", "narrowed")],
    ),
    "rates on two bases in order": (
        "The first quarter and full year fiscal 2026 outlook assume an annual effective tax rate of 21 percent and 16 percent for GAAP and non-GAAP results, respectively.",
        [("tax_rate", "2026", 21, 21, "percent", "point", "issued"), ("tax_rate", "2026", 16, 16, "percent", "point", "issued")],
    ),
    "withdrawn": ("The company is withdrawing its guidance for 2025.", [("all", "2025", None, None, None, "unstated", "withdrawn")]),
    "raised without figures": (
        "The company raised its 2025 outlook for revenue and free cash flow.",
        [("revenue", "2025", None, None, None, "unstated", "raised"), ("free_cash_flow", "2025", None, None, None, "unstated", "raised")],
    ),
    "locations with a plus": (
        "Halvorsen wants 4,100+ locations to stock its pumps by the end of 2026.",
        [("other", "/2026", 4100, None, "count", "at_least", "issued")],
    ),
    "growth over the prior year is no earlier guidance": (
        "Halvorsen expects revenue of $340 million in 2026, which is growth of 7% from the prior year, and an EPS of $0.45.",
        [
            ("revenue", "2026", 340e6, 340e6, "USD", "point", "issued"),
            ("revenue", "2026", 7, 7, "percent", "point", "issued"),
            ("eps", "2026", 0.45, 0.45, "USD/share", "point", "issued"),
        ],
    ),
    "prior guidance is earlier guidance": (
        "Halvorsen now expects revenue of $200 million in 2026, compared with its prior forecast of $190 million.",
        [("revenue", "2026", 200e6, 200e6, "USD", "point", "raised")],
    ),
    "the initial phase": (
        "Halvorsen puts the investment of the initial phase of the factory at an estimated $34 million.",
        [("capital_expenditures", None, 34e6, 34e6, "USD", "approximately", "issued")],
    ),
    "a multiple in years to come": (
        "Halvorsen continues to aim at leverage of c.2x in 2027.",
        [("other", "2027", 2, 2, "times", "approximately", "issued")],
    ),
    "lower at an amount": (
        "Capital expenditures for 2026 are now seen lower at $34 million to $36 million.",
        [("capital_expenditures", "2026", 34e6, 36e6, "USD", "range", "updated")],
    ),
    "fewer shipments": (
        "For 2026, our outlook takes in 3,000 to 4,000 fewer pump shipments.",
        [("deliveries", "2026", -4000, -3000, "count", "range", "issued")],
    ),
    "an adverse impact": (
        "Halvorsen estimates the start-up to adversely impact 2026 operating income by approximately $10 million.",
        [("operating_income", "2026", -10e6, -10e6, "USD", "approximately", "issued")],
    ),
    "adversely impacted by": (
        "Operating income for 2026 is anticipated to be adversely impacted by approximately $10 million.",
        [("operating_income", "2026", -10e6, -10e6, "USD", "approximately", "issued")],
    ),
    "a headwind from something else than currencies": (
        "For 2026, the company expects revenue to bear a 2% to 3% headwind from the plants that it sold.",
        [("other", "2026", -3, -2, "percent", "range", "issued")],
    ),
    "a headwind from currencies": (
        "For 2026, the company expects revenue to bear a 2% to 3% currency headwind.",
        [("fx_impact", "2026", -3, -2, "percent", "range", "issued")],
    ),
    "an increase in what is no listed metric": (
        "Sales in Norway were strong, and the new valves should bring a 15% increase in service visits in 2026.",
        [("other", "2026", 15, 15, "percent", "point", "issued")],
    ),
    "an increase in a listed metric": (
        "The new valves should bring a 15% increase in net sales in 2026.",
        [("revenue", "2026", 15, 15, "percent", "point", "issued")],
    ),
    "costs cut by an amount": (
        "Halvorsen expects to reduce its annual operating costs by more than $3.4 million in 2026.",
        [("cost_savings", "2026", 3.4e6, None, "USD", "at_least", "issued")],
    ),
    "costs cut to an amount": (
        "Halvorsen expects to reduce its operating expenses to $3.4 million in 2026.",
        [("operating_expenses", "2026", 3.4e6, 3.4e6, "USD", "point", "issued")],
    ),
    "bare cash flow is free": (
        "Halvorsen expects cash flow of $40 million and cash flow from operations of $60 million in 2026.",
        [
            ("free_cash_flow", "2026", 40e6, 40e6, "USD", "point", "issued"),
            ("operating_cash_flow", "2026", 60e6, 60e6, "USD", "point", "issued"),
        ],
    ),
    "assets to be sold": (
        "Halvorsen looks for dispositions of $34-36 million in asset sales in 2026.",
        [("other", "2026", 34e6, 36e6, "USD", "range", "issued")],
    ),
    "distributions in all": (
        "The cash distribution guidance for 2026 comes to approximately $34 million.",
        [("other", "2026", 34e6, 34e6, "USD", "approximately", "issued")],
    ),
    "a share of what is earned": (
        "Halvorsen sees an AFFO payout ratio of approximately 71% in 2026.",
        [("other", "2026", 71, 71, "percent", "approximately", "issued")],
    ),
    "royalties in a name": (
        "Fjord Royalty plans to buy back $2 million of its shares in 2026.",
        [("share_repurchases", "2026", 2e6, 2e6, "USD", "point", "issued")],
    ),
    "a retail price": (
        "At a planned retail price of $450, the pump should reach homes in 2026.",
        [("other", "2026", 450, 450, "USD", "point", "issued")],
    ),
    "what will be, beside what was": (
        "Sales in Norway grew over 30%. Halvorsen expects sales to grow 10% in 2026.",
        [("revenue", "2026", 10, 10, "percent", "point", "issued")],
    ),
    "guidance after a semicolon": (
        "Q3 revenue of $340 million; 2026 revenue guidance of $1.4 billion to $1.5 billion",
        [("revenue", "2026", 1.4e9, 1.5e9, "USD", "range", "issued")],
    ),
    "less emissions": (
        "Halvorsen targets reductions in emissions of 20% by 2030.",
        [("other", "/2030", -20, -20, "percent", "point", "issued")],
    ),
    "interest expense, net of income": (
        "Halvorsen now expects interest expense, net of interest income, of approximately $3.4 million in 2026.",
        [("other_income", "2026", -3.4e6, -3.4e6, "USD", "approximately", "updated")],
    ),
    "thousands of barrels": (
        "Halvorsen expects 2026 production of 34.0 to 36.0 MBoe per day and gas of 20 MMcf per day.",
        [("production", "2026", 34e3, 36e3, "count", "range", "issued"), ("production", "2026", 20, 20, "count", "point", "issued")],
    ),
    "a country before a sentence": (
        "In the third quarter of 2025, we invested $34 million in the U.S. We expect to spend $36 million on our plants in 2026.",
        [("capital_expenditures", "2026", 36e6, 36e6, "USD", "point", "issued")],
    ),
    "reached before what is planned": (
        "Halvorsen opened its service to 340 towns, with plans to reach 500 locations by the end of 2026.",
        [("other", "/2026", 500, 500, "count", "point", "issued")],
    ),
    "what it has that will be delivered": (
        "It has a backlog of $120 million, and expects to recognize $80 million as revenue in 2026.",
        [("revenue", "2026", 80e6, 80e6, "USD", "point", "issued")],
    ),
    "a difference to earlier estimates": (
        "Capital expenditures are now expected at $50 million in 2026, a reduction of $20 million relative to previous estimates.",
        [("capital_expenditures", "2026", 50e6, 50e6, "USD", "point", "updated")],
    ),
    "a difference to last year": (
        "Capital expenditures are expected at $50 million in 2026, a reduction of $20 million relative to 2025.",
        [("capital_expenditures", "2026", 50e6, 50e6, "USD", "point", "issued"), ("capital_expenditures", "2026", -20e6, -20e6, "USD", "point", "issued")],
    ),
    "a reduction from last year": (
        "Capital expenditures are expected at $50 million in 2026, a reduction of $20 million from 2025.",
        [("capital_expenditures", "2026", 50e6, 50e6, "USD", "point", "issued"), ("capital_expenditures", "2026", -20e6, -20e6, "USD", "point", "issued")],
    ),
    "from a baseline": (
        "Halvorsen affirms its EPS growth guidance of 7% to 8% for 2026, from an adjusted EPS baseline of $2.10.",
        [("eps", "2026", 7, 8, "percent", "range", "reaffirmed")],
    ),
    "expenses that are deducted": (
        "Halvorsen looks for net proceeds, after deducting expenses, of approximately $34 million in 2026.",
        [("other", "2026", 34e6, 34e6, "USD", "approximately", "issued")],
    ),
    "an assumed exchange rate": (
        "The 2026 guidance assumes an average exchange rate of Ps. 17.10 per dollar.",
        [("other", "2026", 17.1, 17.1, "MXN", "point", "issued")],
    ),
    "other quantities among those in order": (
        "For 2026, depreciation expense, interest expense and the effective tax rate are expected to be $34 million, $12 million and 23 percent, respectively.",
        [
            ("other", "2026", 34e6, 34e6, "USD", "point", "issued"),
            ("other_income", "2026", -12e6, -12e6, "USD", "point", "issued"),
            ("tax_rate", "2026", 23, 23, "percent", "point", "issued"),
        ],
    ),
    "metrics that no list joins": (
        "The EBITDA guidance reflects expected net income of $8 million to $9 million and $18 million to $19 million for the fourth quarter of 2025 and the year 2026, respectively.",
        [("net_income", "2025-Q4", 8e6, 9e6, "USD", "range", "issued"), ("net_income", "2026", 18e6, 19e6, "USD", "range", "issued")],
    ),
    "a noun before of": (
        "This is expected to generate receivables of $7 million and $1 million in fee revenue in 2026.",
        [("other", "2026", 7e6, 7e6, "USD", "point", "issued"), ("revenue", "2026", 1e6, 1e6, "USD", "point", "issued")],
    ),
    "growth of what is guided": (
        "The pump hours guidance implies growth of 6% to 8% in 2026.",
        [("other", "2026", 6, 8, "percent", "range", "issued")],
    ),
    "what one of many brings": (
        "Halvorsen believes that each pump will bring approximately $340 in annual revenue.",
        [("other", "annual", 340, 340, "USD", "approximately", "issued")],
    ),
    "homes that are supplied": (
        "The wind park should produce 8,100 MWh annually, enough to power 700 homes and offset 5,400 tons of carbon.",
        [
            ("production", "annual", 8100, 8100, "count", "point", "issued"),
            ("other", "annual", 700, 700, "count", "point", "issued"),
            ("other", "annual", 5400, 5400, "count", "point", "issued"),
        ],
    ),
    "two figures that differ by as much": (
        "GAAP and non-GAAP gross margins for 2026 are expected to be 66.4% and 67.5%, respectively, plus or minus 50 basis points.",
        [("gross_margin", "2026", 65.9, 66.9, "percent", "range", "issued"), ("gross_margin", "2026", 67, 68, "percent", "range", "issued")],
    ),
    "a share of sales": (
        "Advertising is being held to 4.5% of sales in 2026.",
        [("other", "2026", 4.5, 4.5, "percent", "point", "issued")],
    ),
    "the figure of a year before in brackets": (
        "Halvorsen expects shipments of 3,900 to 4,100 pumps in 2026 (2025: 3,604).",
        [("deliveries", "2026", 3900, 4100, "count", "range", "issued")],
    ),
    "what had been planned": (
        "Capital expenditures for 2026 are expected to reach $75 million, whereas $165 million had been planned.",
        [("capital_expenditures", "2026", 75e6, 75e6, "USD", "point", "lowered")],
    ),
    "a share of savings": (
        "Halvorsen expects annual savings of $325 million by 2026, about 60% of which should be realized in 2027.",
        [("cost_savings", "/2026", 325e6, 325e6, "USD", "point", "issued")],
    ),
    "the price at which a forecast holds": (
        "At $52 per barrel, Halvorsen expects to generate free cash flow of $90 million in 2026.",
        [("free_cash_flow", "2026", 90e6, 90e6, "USD", "point", "issued")],
    ),
    "a forecast price": (
        "Halvorsen expects its realized price to be $52 per barrel in 2026.",
        [("other", "2026", 52, 52, "USD", "point", "issued")],
    ),
    "things made by the hour": (
        "The plant should be able to turn out 60,000 caps an hour by 2027.",
        [("production", "/2027", 60000, 60000, "count", "point", "issued")],
    ),
    "electricity": (
        "Halvorsen expects generation of 415 to 430 gigawatt-hours in 2026.",
        [("production", "2026", 415, 430, "count", "range", "issued")],
    ),
    "guidance that no longer holds": (
        "Halvorsen is suspending its guidance for 2026, which was for sales growth of 5% to 7%.",
        [("revenue", "2026", None, None, None, "unstated", "withdrawn")],
    ),
    "guidance that no longer holds, and new": (
        "Halvorsen withdraws its guidance for 2026, which called for revenue of $50 million, and now expects EBITDA of $7 million in 2026.",
        [("ebitda", "2026", 7e6, 7e6, "USD", "point", "updated"), ("revenue", "2026", None, None, None, "unstated", "withdrawn")],
    ),
    "guidance that is withdrawn without its figures": (
        "Halvorsen withdraws its guidance for 2026, which assumed that prices would hold.",
        [("all", "2026", None, None, None, "unstated", "withdrawn")],
    ),
    "other guidance beside one that is withdrawn": (
        "Halvorsen withdraws its EPS guidance and now expects sales growth of 5% to 7% in 2026.",
        [("revenue", "2026", 5, 7, "percent", "range", "updated"), ("eps", "2026", None, None, None, "unstated", "withdrawn")],
    ),
    "by a third": (
        "Halvorsen expects revenue to grow by about a third in 2026.",
        [("revenue", "2026", 33.3, 33.3, "percent", "approximately", "issued")],
    ),
    "by a fifth": (
        "Halvorsen expects to cut expenses by a fifth in 2026.",
        [("operating_expenses", "2026", -20, -20, "percent", "point", "issued")],
    ),
    "by half": (
        "Halvorsen expects subscription revenue to decline by approximately half in 2026.",
        [("revenue", "2026", -50, -50, "percent", "approximately", "issued")],
    ),
    "in half": (
        "Halvorsen aims to cut emissions in half by 2030.",
        [("other", "/2030", -50, -50, "percent", "point", "issued")],
    ),
    "reported and organic": (
        "Halvorsen expects reported and organic sales growth of 6% to 7.5% in 2026.",
        [("revenue", "2026", 6, 7.5, "percent", "range", "issued"), ("revenue", "2026", 6, 7.5, "percent", "range", "issued")],
    ),
    "a payout": (
        "Halvorsen targets dividend growth in line with earnings and a payout of around 65 percent in 2026.",
        [("other", "2026", 65, 65, "percent", "approximately", "issued")],
    ),
    "what is paid out": (
        "Halvorsen keeps its target of paying out 60 to 65 percent of earnings in 2026.",
        [("other", "2026", 60, 65, "percent", "range", "reaffirmed")],
    ),
    "enough for homes": (
        "The plant will make enough electricity for 78,000 homes in 2026.",
        [("other", "2026", 78000, 78000, "count", "point", "issued")],
    ),
    "restaurants made over": (
        "Halvorsen plans to remodel 150 restaurants to its new design in 2026.",
        [("other", "2026", 150, 150, "count", "point", "issued")],
    ),
    "a market beside a company": (
        "The global market for valves and gripping tools amounts to around EUR 3 billion; Halvorsen aims to generate EUR 50 million in revenue in 2026.",
        [("revenue", "2026", 50e6, 50e6, "EUR", "point", "issued")],
    ),
    "a backlog that there is": (
        "We expect our $130 million sales backlog to bring a 15% increase in revenue in 2026.",
        [("revenue", "2026", 15, 15, "percent", "point", "issued")],
    ),
    "a backlog that there will be": (
        "Halvorsen expects to end 2026 with a backlog of $130 million.",
        [("backlog", "2026", 130e6, 130e6, "USD", "point", "issued")],
    ),
    "with what there is": (
        "With a record backlog of $27 million, we expect revenue growth of 10% in 2026.",
        [("revenue", "2026", 10, 10, "percent", "point", "issued")],
    ),
    "ounces before their number": (
        "Halvorsen forecasts 2026 attributable gold equivalent ounces to be between 75,000 and 85,000.",
        [("production", "2026", 75000, 85000, "count", "range", "issued")],
    ),
    "an annual forecast": (
        "Halvorsen remains on track to meet its annual forecast of $13 million to $14 million in revenue.",
        [("revenue", "2025", 13e6, 14e6, "USD", "range", "reaffirmed")],
    ),
    "annual revenue": (
        "The plant is expected to bring annual revenue of $13 million to $14 million.",
        [("revenue", "annual", 13e6, 14e6, "USD", "range", "issued")],
    ),
    "what one of many spends": (
        "We estimate additional annual spend of $2,400 to $3,600 per client.",
        [("other", "annual", 2400, 3600, "USD", "range", "issued")],
    ),
    "a growth by an amount a gallon": (
        "The project is expected to increase revenue by $0.09 per gallon in 2026.",
        [("revenue", "2026", 0.09, 0.09, "USD", "point", "issued")],
    ),
    "costs of any kind that are cut": (
        "The programme should reduce structural costs by $2-3 million by the end of 2026.",
        [("cost_savings", "/2026", 2e6, 3e6, "USD", "range", "issued")],
    ),
    "savings in a part of the costs": (
        "The move should bring savings of $32 million in staff costs in 2026.",
        [("cost_savings", "2026", 32e6, 32e6, "USD", "point", "issued")],
    ),
    "guidance that is not affected": (
        "The restatement does not affect the company's revenue guidance for fiscal 2026.",
        [("revenue", "2026", None, None, None, "unstated", "reaffirmed")],
    ),
    "guidance that is not provided": ("The restatement does not affect our customers, and we provide no guidance for 2026.", []),
    "confident to meet a target": (
        "We remain confident in our ability to meet our 2026 revenue target.",
        [("revenue", "2026", None, None, None, "unstated", "reaffirmed")],
    ),
    "confident to serve": ("We remain confident in our ability to serve all customers in 2026.", []),
    "the year of a plan": (
        "Halvorsen reaffirms its Year 2 revenue target for 2026.",
        [("revenue", "2026", None, None, None, "unstated", "reaffirmed")],
    ),
    "what a verb moves": (
        "We expect to significantly improve our low carbon fuel revenues in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "what a verb moves beside a metric": ("We expect to improve our revenue mix in 2026.", []),
    "expanding into a state": ("With revenue growth behind it, Halvorsen plans to expand into Ohio in 2026.", []),
    "accelerating": (
        "The launch is expected to accelerate revenue growth in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "feet in metres": (
        "The 2026 programme is planned for 4,400 feet (1,340 meters) of drilling.",
        [("other", "2026", 4400, 4400, "count", "point", "issued")],
    ),
    "another number in brackets": (
        "Halvorsen plans to hire 300 people (40 engineers) in 2026.",
        [("other", "2026", 300, 300, "count", "point", "issued"), ("other", "2026", 40, 40, "count", "point", "issued")],
    ),
    "with plants that are open": (
        "With 30 plants open in Norway and 15 currently under construction, Halvorsen plans to open 40 stores in 2026.",
        [("store_openings", "2026", 40, 40, "count", "point", "issued")],
    ),
    "with plants to come": (
        "With 30 new stores planned in 2026, Halvorsen expects revenue of $5 million in 2026.",
        [("store_openings", "2026", 30, 30, "count", "point", "issued"), ("revenue", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "what remained steady": (
        "Copper production remained steady at 35,300 ounces, with 2026 guidance set at 145,000 to 155,000 ounces.",
        [("production", "2026", 145000, 155000, "count", "range", "issued")],
    ),
    "after a decrease, another clause": (
        "Beside a decrease in copper production, Halvorsen remains on track to meet its guidance of 700 to 800 tonnes for 2026.",
        [("production", "2026", 700, 800, "count", "range", "reaffirmed")],
    ),
    "what a brand boasts": (
        "Halvorsen now boasts nearly 30 open shops and expects to open 40 stores in 2026.",
        [("store_openings", "2026", 40, 40, "count", "point", "issued")],
    ),
    "levels of a year": (
        "Looking forward to fiscal 2026, operating expenses are expected to decline sharply from fiscal 2025 levels.",
        [("operating_expenses", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a backlog that moves revenue": (
        "The backlog will increase revenue in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a number of a name": ("We look forward to offering the new Norvale 4.", []),
    "a number after a name": (
        "The company plans to open in Norway 40 stores in 2026.",
        [("store_openings", "2026", 40, 40, "count", "point", "issued")],
    ),
    "guidance with a participle": (
        "Halvorsen begins the year with raised guidance for 2026.",
        [("all", "2026", None, None, None, "unstated", "raised")],
    ),
    "a budget cut by an amount to another": (
        "Halvorsen has cut its 2026 spending by $40 million to $210 million.",
        [("capital_expenditures", "2026", 210e6, 210e6, "USD", "point", "lowered")],
    ),
    "a budget that has been raised": (
        "The capital budget for 2026 has been increased by about $40 million, to approximately $210 million.",
        [("capital_expenditures", "2026", 210e6, 210e6, "USD", "approximately", "raised")],
    ),
    "a growth by an amount to another": (
        "Halvorsen expects 2026 revenue to increase by $40 million to $210 million.",
        [("revenue", "2026", 40e6, 40e6, "USD", "point", "issued"), ("revenue", "2026", 210e6, 210e6, "USD", "point", "issued")],
    ),
    "the following year": (
        "We expect revenue of $50 million in 2026 and $60 million the following year.",
        [("revenue", "2026", 50e6, 50e6, "USD", "point", "issued"), ("revenue", "2027", 60e6, 60e6, "USD", "point", "issued")],
    ),
    "the year after": (
        "We expect revenue of $50 million in 2026 and $60 million the year after.",
        [("revenue", "2026", 50e6, 50e6, "USD", "point", "issued"), ("revenue", "2027", 60e6, 60e6, "USD", "point", "issued")],
    ),
    "the following year of the report": (
        "We expect revenue of $60 million in the following year.",
        [("revenue", "2026", 60e6, 60e6, "USD", "point", "issued")],
    ),
    "an initial year": (
        "The plant will bring $3 million in revenue in its initial calendar year.",
        [("revenue", None, 3e6, 3e6, "USD", "point", "issued")],
    ),
    "guidance of a sum": (
        "Halvorsen has reiterated its 2026 guidance of $80-120 million.",
        [("revenue", "2026", 80e6, 120e6, "USD", "range", "reaffirmed")],
    ),
    "the day of a call": (
        "The company also reaffirmed the guidance provided on its September 9, 2025, earnings conference call.",
        [("all", None, None, None, None, "unstated", "reaffirmed")],
    ),
    "an effect on earnings due to currencies": (
        "We expect a negative impact of about $0.10 to adjusted earnings per share in 2026 primarily due to fluctuations in the euro.",
        [("fx_impact", "2026", -0.1, -0.1, "USD/share", "approximately", "issued")],
    ),
    "targets of an expansion": (
        "We remain on-track towards our 2026 operating margin expansion targets.",
        [("operating_margin", "2026", None, None, None, "unstated", "reaffirmed")],
    ),
    "guidance that is being raised": (
        "Plant guidance for 2026 is being increased to reflect higher sales expectations in Ohio.",
        [("all", "2026", None, None, None, "unstated", "raised")],
    ),
    "break-even as a target": (
        "Halvorsen has a target break-even by the fourth quarter of 2026.",
        [("net_income", "/2026-Q4", 0, 0, "USD", "point", "issued")],
    ),
    "units that are made": (
        "Halvorsen plans to manufacture at least 100 units per month in 2026.",
        [("production", "2026", 100, None, "count", "at_least", "issued")],
    ),
    "a share of the output in brackets": (
        "The purchase is expected to add 350 barrels a day of production (65% liquids) in 2026.",
        [("production", "2026", 350, 350, "count", "point", "issued")],
    ),
    "the growth of an open bound": (
        "We expect 2026 EPS of at least $8.15, a 7 percent increase compared to 2024.",
        [("eps", "2026", 8.15, None, "USD/share", "at_least", "issued"), ("eps", "2026", 7, None, "percent", "at_least", "issued")],
    ),
    "the growth of a point": (
        "We expect 2026 EPS of $8.15, a 7 percent increase compared to 2024.",
        [("eps", "2026", 8.15, 8.15, "USD/share", "point", "issued"), ("eps", "2026", 7, 7, "percent", "point", "issued")],
    ),
    "from a year onwards": (
        "The plant is expected to contribute to revenue growth from 2027 onwards.",
        [("revenue", "2027/", None, None, None, "qualitative", "issued")],
    ),
    "our raised guidance": (
        "We are confident in our ability to deliver on our raised 2026 guidance.",
        [("all", "2026", None, None, None, "unstated", "raised")],
    ),
    "what was done, and what will be": (
        "In 2024, we invested $90 million in capital expenditures for a series of initiatives. We expect to spend $80 million in 2026.",
        [("capital_expenditures", "2026", 80e6, 80e6, "USD", "point", "issued")],
    ),
    "a goal of a sign": (
        "Our goal is to become cash flow positive in 2026.",
        [("free_cash_flow", "2026", None, None, None, "qualitative", "issued")],
    ),
    "looking forward to": (
        "We look forward to continuing this momentum in 2026, expanding adjusted EBITDA margin through our growth plan.",
        [("ebitda_margin", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a target that is no longer expected": (
        "Halvorsen no longer expects to achieve its 2026 target.",
        [("all", "2026", None, None, None, "unstated", "lowered")],
    ),
    "reductions to a metric": (
        "The company intends to make targeted reductions to operating expenses in 2026.",
        [("operating_expenses", "2026", None, None, None, "qualitative", "issued")],
    ),
    "profitability maintained": (
        "Halvorsen expects continued growth, all while maintaining profitability, in 2026.",
        [("net_income", "2026", None, None, None, "qualitative", "issued")],
    ),
    "what increased revenue brings": (
        "We are confident that our increased revenues will lead to a gross margin of 40% in 2026.",
        [("gross_margin", "2026", 40, 40, "percent", "point", "issued")],
    ),
    "growth from a sum to another": (
        "Halvorsen expects to grow revenue from $2 billion in 2024 to $3 billion in 2027.",
        [("revenue", "2027", 3e9, 3e9, "USD", "point", "issued")],
    ),
    "what was reported, beside an outlook": (
        "In the second quarter, the company reported $4.2 million in revenue, and it reaffirmed its 2026 revenue outlook of at least $25 million.",
        [("revenue", "2026", 25e6, None, "USD", "at_least", "reaffirmed")],
    ),
    "a reported growth": (
        "Halvorsen expects reported revenue growth of 9.5% to 10% in 2026.",
        [("revenue", "2026", 9.5, 10, "percent", "range", "issued")],
    ),
    "what will have been generated": (
        "The pump is expected to have generated $4.2 million in revenue in the fourth quarter of 2025.",
        [("revenue", "2025-Q4", 4.2e6, 4.2e6, "USD", "point", "issued")],
    ),
    "after a purchase": (
        "Following the May purchase of 111 wells across Ohio, Halvorsen plans to hire 300 people in 2026.",
        [("other", "2026", 300, 300, "count", "point", "issued")],
    ),
    "after which more will come": (
        "After we open 40 stores in 2026, revenue should reach $5 million in 2027.",
        [("store_openings", "2026", 40, 40, "count", "point", "issued"), ("revenue", "2027", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "basis points of loans": (
        "Net charge-offs are expected to be 40 to 45 basis points of loans in 2026.",
        [("other", "2026", 40, 45, "basis_points", "range", "issued")],
    ),
    "cash that there will be": (
        "Halvorsen expects to end 2026 with more than $80 million of cash on hand.",
        [("other", "2026", 80e6, None, "USD", "at_least", "issued")],
    ),
    "metres to drill": (
        "Halvorsen plans up to 12,000 metres of drilling at Norvale in 2026.",
        [("other", "2026", None, 12000, "count", "at_most", "issued")],
    ),
    "two cuts by two years": (
        "Halvorsen is committed to reducing its emissions by 80% by 2030 and 100% by 2040.",
        [("other", "/2030", -80, -80, "percent", "point", "issued"), ("other", "/2040", -100, -100, "percent", "point", "issued")],
    ),
    "two rates in two years": (
        "Halvorsen expects a tax rate of 20% in 2026 and 21% in 2027.",
        [("tax_rate", "2026", 20, 20, "percent", "point", "issued"), ("tax_rate", "2027", 21, 21, "percent", "point", "issued")],
    ),
    "a company's own revenue": (
        "We expect that the new plant will help drive a 15% increase in Halvorsen's overall revenue in 2026.",
        [("revenue", "2026", 15, 15, "percent", "point", "issued")],
    ),
    "costs put at an amount a pound": (
        "Cash costs for 2026 are projected at $1.60 to $1.70 per pound.",
        [("other", "2026", 1.6, 1.7, "USD", "range", "issued")],
    ),
    "what it is worth to results": (
        "Halvorsen expects the terminal to be worth about $4 million of EBITDA a year from 2027.",
        [("ebitda", "2027/", 4e6, 4e6, "USD", "approximately", "issued")],
    ),
    "milestone income": (
        "Halvorsen expects milestone income of $10 million to $30 million in 2026.",
        [("other", "2026", 10e6, 30e6, "USD", "range", "issued")],
    ),
    "a distribution raised by a percentage with a point": (
        "The Partnership plans to raise its distribution by 12.5%, to $3.60 per unit, in 2026.",
        [("other", "2026", 12.5, 12.5, "percent", "point", "issued"), ("dividend_per_share", "2026", 3.6, 3.6, "USD/share", "point", "issued")],
    ),
    "openings by their verb": (
        "Halvorsen runs its shops itself and plans to open three more by the end of 2026.",
        [("store_openings", "/2026", 3, 3, "count", "point", "issued")],
    ),
    "sales by their verb": (
        "Last year Halvorsen sold 31 of them, and it expects to sell 75 in 2026.",
        [("deliveries", "2026", 75, 75, "count", "point", "issued")],
    ),
    "what is being made": (
        "Halvorsen aims to be making 10,000 of them a month by the end of 2026.",
        [("production", "/2026", 10000, 10000, "count", "point", "issued")],
    ),
    "some of them to be built": (
        "Halvorsen plans to build 400 of them in 2026.",
        [("production", "2026", 400, 400, "count", "point", "issued")],
    ),
    "initial capital": (
        "Initial capital is put at $925 million.",
        [("capital_expenditures", None, 925e6, 925e6, "USD", "point", "issued")],
    ),
    "what is above earlier guidance": (
        "Revenue in 2026 should be $341 million, above the $330 million to $334 million that we gave in August.",
        [("revenue", "2026", 341e6, 341e6, "USD", "point", "raised")],
    ),
    "what was spent of it": (
        "Halvorsen has spent $4 million and plans capital expenditures of $11 million for 2026.",
        [("capital_expenditures", "2026", 11e6, 11e6, "USD", "point", "issued")],
    ),
    "a part that has been spent": (
        "The program will cost $5 million in 2026, of which $3 million has been spent.",
        [("other", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "more of its own to come": (
        "Halvorsen expects to open its 12 new stores in Norway in 2026.",
        [("store_openings", "2026", 12, 12, "count", "point", "issued")],
    ),
    "costs of a change": (
        "Costs of the transition of $3.5 million will be recorded in 2026.",
        [("charges", "2026", 3.5e6, 3.5e6, "USD", "point", "issued")],
    ),
    "a year more of the same metric": (
        "Halvorsen expects revenue of $38 million to $40 million for 2026 and of at least $55 million for 2027.",
        [("revenue", "2026", 38e6, 40e6, "USD", "range", "issued"), ("revenue", "2027", 55e6, None, "USD", "at_least", "issued")],
    ),
    "cost removed": (
        "Halvorsen plans to remove $140 million a year of cost by 2027.",
        [("cost_savings", "/2027", 140e6, 140e6, "USD", "point", "issued")],
    ),
    "overhead cut": (
        "Halvorsen will cut overhead by $6 million in 2026.",
        [("cost_savings", "2026", 6e6, 6e6, "USD", "point", "issued")],
    ),
    "money put into mills": (
        "Halvorsen intends to invest $260 million to $300 million in new mills in 2026.",
        [("capital_expenditures", "2026", 260e6, 300e6, "USD", "range", "issued")],
    ),
    "money put into stakes": (
        "Halvorsen intends to invest $30 million in minority stakes in 2026.",
        [("other", "2026", 30e6, 30e6, "USD", "point", "issued")],
    ),
    "copies sold": (
        "Halvorsen projects sales of 60,000 copies in 2026.",
        [("deliveries", "2026", 60000, 60000, "count", "point", "issued")],
    ),
    "machines used": (
        "Halvorsen expects to use 2 machines in each plant in 2026.",
        [("other", "2026", 2, 2, "count", "point", "issued")],
    ),
    "guidance of what is mined": (
        "Halvorsen lowered its 2026 copper guidance to 101,000 to 104,000 tonnes.",
        [("production", "2026", 101000, 104000, "count", "range", "lowered")],
    ),
    "pre-opening expenses": (
        "Halvorsen expects pre-opening expenses of $20 million in 2026.",
        [("other", "2026", 20e6, 20e6, "USD", "point", "issued")],
    ),
    "the size of a plant": (
        "Halvorsen plans to scale up to a 1,000-tonne commercial plant in 2026.",
        [("other", "2026", 1000.0, 1000.0, "count", "point", "issued")],
    ),
    "the size of a wind farm": (
        "Halvorsen plans to build a 25-megawatt wind farm in Norvale in 2026.",
        [("other", "2026", 25.0, 25.0, "count", "point", "issued")],
    ),
    "the size of what there is": ("The 25-megawatt wind farm will start in 2026.", []),
    "one more": ("Halvorsen expects to open one additional pump plant in 2026.", [("other", "2026", 1.0, 1.0, "count", "point", "issued")]),
    "one of what there will be": ("Halvorsen expects to open one of its pump plants in 2026.", []),
    "a thousand": ("Halvorsen will create more than a thousand new jobs in 2026.", [("other", "2026", 1000.0, None, "count", "at_least", "issued")]),
    "dozens": ("Halvorsen will create dozens of new jobs in 2026.", [("other", "2026", 12.0, None, "count", "at_least", "issued")]),
    "two dozen": ("Halvorsen will create two dozen new jobs in 2026.", [("other", "2026", 24.0, 24.0, "count", "point", "issued")]),
    "what a company has beside what it opens": (
        "Halvorsen has 40 stores and expects to open 12 more in 2026.",
        [("store_openings", "2026", 12.0, 12.0, "count", "point", "issued")],
    ),
    "what it will have": (
        "Halvorsen expects to open 12 stores and to have 52 stores in 2026.",
        [("store_openings", "2026", 12.0, 12.0, "count", "point", "issued"), ("other", "2026", 52.0, 52.0, "count", "point", "issued")],
    ),
    "beyond what was drilled": (
        "Halvorsen expects to drill 8,000 metres in 2026, beyond the initial 5,000 metres.",
        [("other", "2026", 8000.0, 8000.0, "count", "point", "issued")],
    ),
    "cash on hand that there will be": (
        "Halvorsen expects cash on hand of $13 million at the end of 2026.",
        [("other", "2026", 13e6, 13e6, "USD", "point", "issued")],
    ),
    "a market value aimed at": (
        "Halvorsen aims to reach a market capitalization of $300 million in 2026.",
        [("other", "2026", 300e6, 300e6, "USD", "point", "issued")],
    ),
    "global sales of one company": (
        "Global sales of Halvorsen pumps are projected to reach $2 billion in 2026.",
        [("revenue", "2026", 2e9, 2e9, "USD", "point", "issued")],
    ),
    "revenue that is profitable": (
        "Halvorsen expects $10 million of profitable revenue in 2026.",
        [("revenue", "2026", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "conversion of subscriptions": (
        "Halvorsen expects subscription conversion of 12% or more in 2026.",
        [("other", "2026", 12.0, None, "percent", "at_least", "issued")],
    ),
    "shares that will be outstanding": (
        "Outstanding shares will be reduced from 60,997,373 to 35,997,373 in 2026.",
        [("share_count", "2026", 35997373.0, 35997373.0, "count", "point", "issued")],
    ),
    "what one pump brings": (
        "Halvorsen expects revenue of about $30,000 per pump per year.",
        [("other", "annual", 30e3, 30e3, "USD", "approximately", "issued")],
    ),
    "an effect reduced to points": (
        "This would reduce the effect of the transaction on the capital ratio to below 100 basis points in 2026.",
        [("other", "2026", None, 100.0, "basis_points", "at_most", "issued")],
    ),
    "a minimum without of": ("Halvorsen will operate a minimum 30 stores in 2026.", [("other", "2026", 30.0, None, "count", "at_least", "issued")]),
    "cost of goods": ("Halvorsen expects to improve its cost of goods in 2026.", [("cost_of_revenue", "2026", None, None, None, "qualitative", "issued")]),
    "a fall of sales": ("Sales are expected to fall in 2026.", [("revenue", "2026", None, None, None, "qualitative", "issued")]),
    "a headline of results that expects": (
        "Halvorsen Posts Record Results and Expects Operating Profit of $1.8 Million",
        [("operating_income", None, 1.8e6, 1.8e6, "USD", "point", "issued")],
    ),
    "a deal to build in a headline": (
        "Halvorsen Completes Deal to Build 500 MW Wind Farm in 2026",
        [("other", "2026", 500.0, 500.0, "count", "point", "issued")],
    ),
    "what will be, in line with guidance": (
        "Full-year 2026 AFFO of $2.63 per share, in line with the upper end of guidance.",
        [("ffo", "2026", 2.63, 2.63, "USD/share", "point", "reaffirmed")],
    ),
    "members of a club": (
        "Halvorsen expects to add six members to its club in 2026.",
        [("customers", "2026", 6.0, 6.0, "count", "point", "issued")],
    ),
    "a share of all holdings": (
        "Halvorsen intends to sell about 12% of its total forest holdings of 1.4 million acres in 2026.",
        [("other", "2026", 12.0, 12.0, "percent", "approximately", "issued")],
    ),
    "out of a total": (
        "Halvorsen will build 1.5 GW out of a total of 2 GW in 2026.",
        [("other", "2026", 1.5, 1.5, "count", "point", "issued")],
    ),
    "a capacity that there is": (
        "Halvorsen has an installed capacity of 1,883 MW and expects to add 618 MW in 2026.",
        [("other", "2026", 618.0, 618.0, "count", "point", "issued")],
    ),
    "a goal that there is": (
        "Halvorsen has a goal of 1,883 stores in 2026.",
        [("other", "2026", 1883.0, 1883.0, "count", "point", "issued")],
    ),
    "customers that exceed": (
        "Halvorsen expects its customers to exceed 29 million in 2026.",
        [("customers", "2026", 29e6, None, "count", "at_least", "issued")],
    ),
    "made in a year": (
        "Halvorsen will manufacture up to 100 Norvale 2.0 units per year.",
        [("production", "annual", None, 100.0, "count", "at_most", "issued")],
    ),
    "units supplied": (
        "Halvorsen is expected to supply thousands of units in 2026.",
        [("deliveries", "2026", 1000.0, None, "count", "at_least", "issued")],
    ),
    "homes supplied with power": (
        "Halvorsen will supply 200 homes with power in 2026.",
        [("other", "2026", 200.0, 200.0, "count", "point", "issued")],
    ),
    "up to so many or more": (
        "Halvorsen expects growth of up to 400 megawatts or more in 2026.",
        [("other", "2026", 400.0, None, "count", "at_least", "issued")],
    ),
    "growth of sales": (
        "Halvorsen expects sales growth to accelerate in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a profit that is expected": (
        "Halvorsen expects to become profitable in 2026.",
        [("net_income", "2026", None, None, None, "qualitative", "issued")],
    ),
    "bare costs decline": (
        "Gross profit is expected to expand, while costs are expected to decline in 2026.",
        [("gross_profit", "2026", None, None, None, "qualitative", "issued"), ("operating_expenses", "2026", None, None, None, "qualitative", "issued")],
    ),
    "costs of one kind": (
        "Halvorsen expects labor costs to decline in 2026.",
        [],
    ),
    "positioned for a year": (
        "Halvorsen is positioned to continue strong revenue growth in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "positioned without a time": (
        "Halvorsen is positioned to continue strong revenue growth.",
        [],
    ),
    "able to deliver in a year": (
        "We are confident in our ability to deliver another strong year of revenue growth in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "pushed higher": (
        "We expect strong demand to push our sales and backlog even higher in 2026.",
        [("backlog", "2026", None, None, None, "qualitative", "issued"), ("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "additional revenue": (
        "The new plant will contribute to incremental sales in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "streams of additional revenue": (
        "The new plant will open additional revenue streams in 2026.",
        [],
    ),
    "a turnaround to a profit": (
        "The merger will result in a turnaround to operating income in 2026.",
        [("operating_income", "2026", None, None, None, "qualitative", "issued")],
    ),
    "expected revenues that are higher": (
        "The 2026 expected revenues are substantially higher.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a dividend increase that is announced": (
        "Halvorsen Announces 2026 Dividend Increase",
        [("dividend_per_share", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a dividend increase of last year": (
        "The dividend increase of 2024 was our third.",
        [],
    ),
    "sales that are boosted": (
        "The plants will help boost third-party plasma sales in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "what is enhanced": (
        "The deal is expected to enhance our revenues in 2026.",
        [("revenue", "2026", None, None, None, "qualitative", "issued")],
    ),
    "efforts that are enhanced": (
        "The deal is expected to enhance our R&D efforts in 2026.",
        [],
    ),
    "what is estimated to have been": (
        "Production volumes in the fourth quarter of 2025 are estimated to have averaged 120 barrels per day.",
        [("production", "2025-Q4", 120.0, 120.0, "count", "point", "issued")],
    ),
    "what has been planned": (
        "Halvorsen has planned 20 new stores for 2026.",
        [("store_openings", "2026", 20.0, 20.0, "count", "point", "issued")],
    ),
    "employees to come": (
        "Halvorsen expects its team to reach 200 employees in 2026.",
        [("other", "2026", 200.0, 200.0, "count", "point", "issued")],
    ),
    "a share of a number": (
        "Halvorsen aims to convert 30% of the 2.5 million pumps it makes annually by 2030.",
        [("other", "/2030", 30.0, 30.0, "percent", "point", "issued")],
    ),
    "tons of a year": (
        "Halvorsen expects to mine 5 million tonnes of ore in 2026.",
        [("production", "2026", 5e6, 5e6, "count", "point", "issued")],
    ),
    "a percentage that is planned": (
        "We expect that 27% of our pumps will be made in Norvale in 2026.",
        [("other", "2026", 27.0, 27.0, "percent", "point", "issued")],
    ),
    "accretive by so much": (
        "The deal is expected to be accretive to EPS by $0.05 in 2026.",
        [("eps", "2026", 0.05, 0.05, "USD/share", "point", "issued")],
    ),
    "oil that a company makes": (
        "Halvorsen expects its oil production to reach 83,000 barrels a day in 2026.",
        [("production", "2026", 83e3, 83e3, "count", "point", "issued")],
    ),
    "costs that decline as volumes rise": (
        "Halvorsen expects operating expenses to decline as volumes increase in 2026.",
        [("operating_expenses", "2026", None, None, None, "qualitative", "issued")],
    ),
    "a list with the period of its end": (
        "Halvorsen expects to sell 4 million pounds of copper, 2 million ounces of gold, and 85 million pounds of lead in 2026.",
        [
            ("deliveries", "2026", 4e6, 4e6, "count", "point", "issued"),
            ("deliveries", "2026", 2e6, 2e6, "count", "point", "issued"),
            ("deliveries", "2026", 85e6, 85e6, "count", "point", "issued"),
        ],
    ),
    "a clause with a period and one without": (
        "Halvorsen expects to hire 40 people, and plans to hire 12 people in 2027.",
        [("other", None, 40.0, 40.0, "count", "point", "issued"), ("other", "2027", 12.0, 12.0, "count", "point", "issued")],
    ),
    "cash on a day to come": (
        "Halvorsen expects a cash balance of $12.1 million as of December 31, 2026.",
        [("other", None, 12.1e6, 12.1e6, "USD", "point", "issued")],
    ),
    "cash on a day that is over but not counted": (
        "Halvorsen expects to report a cash balance of $12.1 million as of September 30, 2025.",
        [("other", None, 12.1e6, 12.1e6, "USD", "point", "issued")],
    ),
    "savings of its own": (
        "Halvorsen could save over $1 million by the end of 2026.",
        [("cost_savings", "/2026", 1e6, None, "USD", "at_least", "issued")],
    ),
    "a further ten": (
        "The airline plans to take delivery of eight aircraft in 2026 and a further ten in 2027.",
        [("deliveries", "2026", 8.0, 8.0, "count", "point", "issued"), ("deliveries", "2027", 10.0, 10.0, "count", "point", "issued")],
    ),
    "a further noun": (
        "Halvorsen plans to open 20 stores in 2026 and to hire another 30 people in 2027.",
        [("store_openings", "2026", 20.0, 20.0, "count", "point", "issued"), ("other", "2027", 30.0, 30.0, "count", "point", "issued")],
    ),
    "a bare number after and a verb": (
        "Halvorsen expects to drill 12 to 15 wells next year and complete 10.",
        [("other", "2026", 12.0, 15.0, "count", "range", "issued"), ("other", "2026", 10.0, 10.0, "count", "point", "issued")],
    ),
    "two uses cut": (
        "The upgrade will cut energy use by 30% and water use by 45% in 2026.",
        [("other", "2026", -30.0, -30.0, "percent", "point", "issued"), ("other", "2026", -45.0, -45.0, "percent", "point", "issued")],
    ),
    "one use cut and another figure": (
        "The upgrade will cut energy use by 30% and lift margins to 45% in 2026.",
        [("other", "2026", -30.0, -30.0, "percent", "point", "issued"), ("other", "2026", 45.0, 45.0, "percent", "point", "issued")],
    ),
    "an expected backlog": (
        "Halvorsen expects a backlog of $80 million in 2026.",
        [("backlog", "2026", 80e6, 80e6, "USD", "point", "issued")],
    ),
    "jobs cut": (
        "Tarn will cut ten jobs in 2026.",
        [("other", "2026", 10.0, 10.0, "count", "point", "issued")],
    ),
    "costs that come in at a price": (
        "Unit costs should come in at $900 to $950 per ounce in 2026.",
        [("other", "2026", 900.0, 950.0, "USD", "range", "issued")],
    ),
    "what makes up a share of sales": (
        "Tarn expects electric models to make up 80% of sales in 2026.",
        [("other", "2026", 80.0, 80.0, "percent", "point", "issued")],
    ),
    "an aside that gives a metric": (
        "Capital expenditures, about $5 million in 2026, will fund a new mill.",
        [("capital_expenditures", "2026", 5e6, 5e6, "USD", "approximately", "issued")],
    ),
    "an aside about what is new": (
        "The new plant, with 80 beds, will open in 2026.",
        [("other", "2026", 80.0, 80.0, "count", "point", "issued")],
    ),
    "new pumps": (
        "Tarn will install 400 new meters in 2026.",
        [("other", "2026", 400.0, 400.0, "count", "point", "issued")],
    ),
    "feet to drill": (
        "Tarn plans to drill 1,200 feet in 2026.",
        [("other", "2026", 1200.0, 1200.0, "count", "point", "issued")],
    ),
    "a company's plan to spend": (
        "Tarn plans to spend $5 million on pumps in 2026.",
        [("capital_expenditures", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "emissions to be cut": (
        "Tarn plans to cut emissions by 40% by 2030.",
        [("other", "/2030", -40.0, -40.0, "percent", "point", "issued")],
    ),
    "double from today's": (
        "The fleet will double from today's four ships by 2030.",
        [("other", "/2030", 100.0, 100.0, "percent", "point", "issued")],
    ),
    "an item that is to be accretive": (
        "- Be accretive to earnings in 2026",
        [("eps", "2026", None, None, None, "qualitative", "issued")],
    ),
    "an item that was accretive": (
        "- Was accretive to earnings",
        [],
    ),
    "zero debt": (
        "Tarn expects to have zero debt in 2026.",
        [("other", "2026", 0.0, 0.0, "count", "point", "issued")],
    ),
}


@pytest.mark.parametrize(("sentence", "records"), PROSE.values(), ids=PROSE)
def test_prose(make_release, sentence, records):
    assert found(make_release(f"G\t{sentence}\n")) == records


NOTHING = {
    "orders that a headline announces": "Halvorsen Announces Over $2.1 Million in New Purchase Orders, All Set for Delivery in 2026",
    "a payment at the outset": "The $100 million upfront payment is expected to be made in 2026.",
    "what was reported of a result": "Halvorsen reported an H1 EBITDA of $2.2 million, though there is doubt about 2026.",
    "credit beside cash that there is": "It plans to grow in 2026, ending the quarter with $686 million in cash and $2 billion in available credit.",
    "a correction": "In the news release, Halvorsen Expects Revenue of $5 Million in 2026, issued by Halvorsen over the wire, we are advised that a word is wrong.",
    "what a fund buys": "Halvorsen intends to invest at least 80% of its total assets in mills in 2026.",
    "accretive growth": "Halvorsen believes that the purchase will provide for accretive growth in 2026.",
    "guidance that was exceeded": "We were able to exceed the midpoint of our revenue guidance for 2025.",
    "a commitment of a country": "The mill will contribute toward Norway's commitment to producing 60% renewable energy by 2030.",
    "a market that doubles": "Spending on pumps is forecast to nearly double from $252 billion in 2024 to $441 billion by 2029.",
    "what is paid at closing": "Under the agreement, Halvorsen will pay $45 million in cash at closing.",
    "a condition of a payment": "The bonus will be paid only if EBITDA exceeds $10 million.",
    "a condition of an option": "The option may be exercised once production reaches 10,000 tons.",
    "terms of so many years": "The agreement may be extended for two five-year terms.",
    "losses that are avoided": "The company expects to avoid losses on the contract.",
    "how far below earlier guidance": "Revenue will be $2 million lower than previously expected.",
    "guidance that is not updated": "The company is not updating its guidance for 2026.",
    "guidance to be updated": "The company expects to update its guidance when it reports results.",
    "debt that a buyer takes over": "The buyer will assume $12 million of debt and pay $30 million in cash.",
    "shares for so many dollars": "The notes are exchangeable into 31.25 shares per $1,000 principal amount.",
    "a part of a venture": "Halvorsen will hold 51 percent of the joint venture.",
    "what a lease covers": "The lease covers 45,000 square feet and expires in 2034.",
    "what lenders require": "The credit agreement requires leverage of no more than 3.5 times.",
    "a fee for breaking up": "Halvorsen will pay a break-up fee of $15 million if the merger is terminated.",
    "a dividend of preferred stock": "The preferred stock will pay a dividend of 7% a year.",
    "no change in rates": "The outlook assumes no change in exchange rates.",
    "the size of a market": "The pump will be sold into the $500 million industrial pump market.",
    "capital that is raised": "It expects to raise capital of $5 million.",
    "a range of things": "The partnership promises cutting-edge pumps to clients across a wide range of industries.",
    "royalties on sales": "Under the license, Tarn will receive milestones and royalties of up to 10% on net sales.",
    "a goal that is no guidance": "The company expects to achieve its goal of shops in every town.",
    "what analysts expect of the company": "Analysts expect $1.15 per share.",
    "a date": "The transaction is expected to close by December 31, 2025.",
    "terms of a deal": "Shareholders will receive $31.00 per share in cash.",
    "the size of an offering": "Gross proceeds of the offering should come to approximately $34 million.",
    "the use of proceeds": "The company intends to use $250 million of the net proceeds to redeem notes.",
    "what there is already": "The plan will empower its workforce of over 207,000 employees.",
    "what is so now": "The sites, which currently serve 41,000 customers, will be joined to the network.",
    "distance from earlier guidance": "At its midpoint, revenue is $5 million below the high end of its previous guidance.",
    "a day before its month": "The meeting is expected to be held on or about 7 March 2026.",
    "an address": "Three model homes will be available for touring at 705 Alder Way in Ashby.",
    "what a change would do": "A 10% change in the price of gas moves EBITDA by about $15 million.",
    "a culture": "It is committed to a positive cash flow culture.",
    "what is excluded": "Adjusted EBITDA for 2026, excluding $107 million of prior year development, will be reported.",
    "a market that grows": "The pump market is set to see robust growth, growing from $8.7 billion in 2024 to about $12.6 billion by 2029.",
    "the rate of a sector": "The pump sector is projected to expand to over $1.74 trillion by 2034, at a compound growth rate of 12.5 percent.",
    "studios that there are": "Tarn's 11 studios will bear the name of Halvorsen.",
    "an address that it is located at": "The plant, located at 601 W Elder Blossom Avenue, will move.",
    "what was so": "As of its last report, the budget for the building was approximately $43 million.",
    "no reconciliation": "The company is unable to reconcile its 2026 projected revenue growth to reported revenue growth, which may be lower.",
    "a boost to the outlook": "The contract will be a solid boost to its financial outlook.",
    "viewing": "Users will be able to maintain their lists and view the results.",
    "what analysts expect": "Analysts are projecting earnings of $0.72 per share for 2026.",
    "what a study says": "A new study reveals that such pumps will generate revenue of $13 million in 2030.",
    "what a report says, said after it": "Sales of such pumps are expected to rise 19% by 2028, according to a report of the pump makers.",
    "a dividend that is declared": "The board has declared a quarterly dividend of $0.26 per share, to be paid on March 20, 2026.",
    "how far away": "The line will begin approximately 14 miles north of Ashby.",
    "shares that are offered": "It intends to offer, by way of a private placement, up to 5,000,000 common shares.",
    "a duration": "The program will run for 36 months.",
    "guidance provided": "The company will provide guidance for 2026 in February.",
    "no digit and no way": "The company intends to continue its work with customers.",
    "an analyst's number": "The company will speak at a conference on November 12, 2025 at 10:30 a.m. Eastern Time.",
    "scopes of emissions": "Halvorsen will report its scopes 1 & 2 emissions in 2030.",
    "a quarter that is over": "Sales up 12% to $340 million in the third quarter of 2025.",
    "what a headline reports before a semicolon": "Halvorsen posts Q3 revenue of $340 million, up 12%; expects growth to go on",
    "what was, beside what will be": "Sales in Norway grew over 30%. The new pumps should bring more visitors.",
    "net zero": "Halvorsen has a goal of net zero emissions by 2040.",
    "what is not dilutive": "Halvorsen hopes to receive non-dilutive capital in 2026.",
    "earlier guidance for a quarter that is over": "In July, the company projected that revenue would come to $340 million in the third quarter of 2025.",
    "a share of what was": "From 2026, the new tenants will lift occupancy (88% in the third quarter of 2025).",
    "what an offering brings before expenses": "The gross proceeds of the offering, before deducting underwriting discounts and commissions and other offering expenses payable by Halvorsen Pumps, should come to approximately $34 million.",
    "a third party": "The plant will be run by a third party in 2026, and revenue will be collected by a third of the stores.",
    "half of what there is": "Half of the stores will open in half the time, by half a day.",
    "a country that spends": "In 2026 alone, the United States is expected to generate $17 billion in valve revenues.",
    "a market of so much": "The valve market was US$9.5 billion in 2023 and is expected to reach sales of over $15 billion by 2032.",
    "what a market is valued at": "Valued at $7.8 billion in 2023, it is projected to reach nearly $10.95 billion by 2030.",
    "an addressable market that amounts to": "The addressable market for pumps, valves and tools amounts to around $3 billion in 2026.",
    "a temperature": "The pump is expected to work in 2026 at up to 131°F.",
    "a form": "Halvorsen expects to file its 10-Q for revenue recognition in 2026.",
    "the size of a fund": "With a target size of $125 million, the fund will close in 2026.",
    "a contract's value": "The agreement is based on a revised contract value of $49.8 million for 2026.",
    "an assumed price": "The guidance for 2026 assumes by-product prices of $4.30 per pound of copper.",
    "with the goal of": "The programme will improve the design of pumps, with the goal of helping towns in 2026.",
    "what is up already": "Halvorsen is optimistic about 2026, with licensing income already up by 20%.",
    "what has grown to the current": "The unit will use the processes that let us grow from $1.4 million to the current $5.8 million.",
    "items of a list in a sentence": "The company aims to (1) meet demand, (2) develop pumps and (3) work with others in 2026.",
    "a number and a road": "The new store at 2550 Alder Parkway is set to open in 2026.",
    "stocks": "Four Stocks to Watch in 2026",
    "a standard": "The company intends to commission a new NI 43-101 resource estimate in 2026.",
    "kilometres off": "We plan to drill in 2026 at our Coho target, located 30 kilometres west of the mine.",
    "a goal of a state": "The plant will advance the state's Climate Act goal of 6 GW of solar capacity by 2030.",
    "what leaders were asked": "Of the leaders surveyed, 46% expect a return between $1 million and $5 million in 2026.",
    "what others predict": "Some predict a potential 87% increase in revenue in 2026.",
    "demand of the world": "The global pump demand is projected to account for 4.2 billion units in 2027.",
    "companies of a size": "Halvorsen will continue to buy in 2026, targeting firms with $500,000 to $2 million in revenue.",
    "a market of so much a year": "The pump could be the first of its kind in 2026, with a projected market of up to 4 billion dollars.",
    "what a half closed with": "Halvorsen Closes First Half of 2025 With $98 Million in Revenue; Sees Momentum",
    "growth that it follows": "Following 88% revenue growth, Halvorsen expects the pump to do well in 2026.",
    "what was collected": "Some $350,000 in license revenue collected in July will go into pumps in 2026.",
    "the halving": "The company expects its momentum to continue in 2026, despite the halving.",
    "advice": "His skill to maintain operations will provide us with strategic guidance in 2026.",
    "informed of goals": "The chief will keep our shareholders informed of our goals in 2026.",
    "targets to drill": "The 2026 programme aims to confirm these drill targets.",
    "increased reliance": "The sector is set to do well in 2026, driven by increased reliance on pumps and goals.",
    "a range of prices": "The split will increase interest by bringing shares into a more accessible range in 2026.",
    "an expectation of one thing": "Management reiterated its expectation to move to Ohio in 2026.",
    "delivering growth": "We remain confident to deliver growth in 2026.",
    "growth opportunities": "The approval will improve our revenue growth opportunities in 2026.",
    "expanding a team": "We will invest in 2026 in expanding our sales and service teams.",
    "proceeds of an option": "The company has granted underwriters an option, which could increase proceeds to $287 million in 2026.",
    "a product with a number": "Halvorsen plans to sell the HLV 307 and the ValveDrone 1000 in 2026.",
    "products with numbers": "Production is now under way for the Norvale 1, 2, and 3 in 2026.",
    "a version": "The launch of the Flowpad 2.0 wallet is expected in 2026.",
    "a frequency": "The 6 GHz band is expected to be ready in 2026.",
    "a number of order": "We expect to deliver our 10,000th pump in 2026.",
    "goals of others": "The plan should help clients maintain their standard of living and achieve their financial goals in 2026.",
    "quality expected": "We are raising capital in 2026 while maintaining our high quality expectations.",
    "shares for shares": "Halvorsen expects the distribution in 2026 to be six to eight Tarn shares for every share of Halvorsen.",
    "a price that is a target": "The stock broke through its technical target of $2.20 before 2026.",
    "a market's potential": "The pump is estimated to have a market potential of over $15 billion in 2026.",
    "what an agency says": "According to the agency, there should be around 350 million pumps in use by 2030.",
    "analysts on two figures": "Analysts projected earnings of $1.74 per share on revenues of $1.15 billion for 2026.",
    "demand for what others make": "The demand for natural gas is still expected to reach 30 trillion cubic feet per year by 2030.",
    "gearing up": "With growth behind it, Halvorsen should be gearing up in 2026.",
    "investment analysis": "The tool is set to improve investment analysis in 2026.",
    "terms of a deal that comprises": "The deal comprises $700 million in cash and 11 million shares of Halvorsen and is expected to close in 2026.",
    "what people are said to spend": "Some estimates suggest that Americans are spending about $30 billion a year on pumps.",
    "what an association forecasts": "The pump association in November 2025 forecast an increase to 6,604 wells to be drilled in 2026.",
    "what cannot be predicted": "We do not reconcile net revenue growth because we are unable to predict how revenue will grow in 2026.",
    "targets that are not updated": "Halvorsen does not intend to report on its progress or otherwise update the targets for 2026.",
    "what hurts": "In 2026, the plant will continue to be hurt due to lower sales.",
    "expectations of sales": "Halvorsen will build pumps in 2026, with pressure offset by higher sales expectations.",
    "a range of temperatures": "The pump is expected to deliver heat in 2026, in a range of -50°F to +131°F.",
    "a field that grows": "Messaging is expected to grow from $41 billion in 2023 to $46 billion in 2028.",
    "projects in the backlog": "We expect 2026 to be good, with projects in the backlog totaling approximately $27 million.",
    "an effect on growth": "The closing of the plant is expected to have an immaterial impact on Halvorsen's organic total net revenue growth in 2026.",
    "what analysts maintain": "Several analysts have maintained their positive outlook on the company for 2026.",
    "a model of accretion": "The venture will go on in 2026 through a value accretion model.",
    "a track record": "With a proven track record of over $2 million in sales, the pump will be sold in Ohio in 2026.",
    "standing to benefit": "With production hedged, the company stands to benefit from the pumps in 2026.",
    "targets to drill and an estimate": "This drill programme aims to confirm these targets in 2026, adding to the mineral resource estimate.",
    "a valuation": "The valuation is estimated to be in the range of $1 billion to $2 billion in 2026.",
    "a product of a number": "We plan to make the new Norvale 2 scanner in Ohio in 2026.",
    "a group of a trial": "Planning for group 2 surgeries is under way and will end in 2026.",
    "a purchase price further off": "The purchase price under the letter of intent would be the equity of $150 million in 2026.",
    "cash that there is": "With cash on hand of $60 million, Halvorsen expects to fund operations into 2027.",
    "some of those that there are": "The shops stand in Norway, 32 of them on signed sites, and two of them will face the river.",
    "shares worth an amount": "Tarn will issue shares worth about $4 million, half of which are due in 2026.",
    "milestones to come": "Halvorsen will receive milestones of up to $30 million in 2026.",
    "all of those that there are": "All nine mills are to be kept through 2026, and Halvorsen will combine its 88 shops into regions.",
    "thirds": "About two-thirds of the wells will be in Norway in 2026.",
    "a move of": "Each move of one cent in the euro is worth something to earnings in 2026.",
    "what there is to pay with": "The program for 2026 will be funded from cash on hand of $7.3 million.",
    "a bridge": "Proceeds would be used to pay down a $250 million bridge loan in 2026.",
    "what has been hedged": "The company has hedged approximately 60 percent of its needs for 2026.",
    "members that there are": "Together with more than 200 members, Halvorsen will promote its pumps in 2026.",
    "cash that provides a runway": "Cash on hand of $13 million provides runway into the third quarter of 2026.",
    "a market value that there is": "With a market capitalization of $300 million, Halvorsen expects to grow in 2026.",
    "a crisis of the world": "It is estimated that by 2035 the global obesity crisis could rise to over 4 billion people.",
    "global sales of a kind of goods": "Global sales of counterfeit goods are projected to reach $2 trillion in 2026.",
    "a raise of capital": "Halvorsen will launch a $10 million raise in March 2026.",
    "a share of proceeds that is given": "Halvorsen will donate 10% of its launch weekend proceeds in 2026.",
    "meetings": "Halvorsen expects to hold two key meetings in 2026.",
    "countries with an adjective": "Halvorsen expects to launch in at least five additional European countries in 2026.",
    "packs of four": "Halvorsen will sell its pumps in convenient 4-packs in 2026.",
    "top-line results in the fall": "Top-line results of the trial are expected in the fall of 2026.",
    "stores that there are": "Halvorsen operates 40 stores and expects to grow in 2026.",
    "a result in a headline": "Halvorsen Posts Third-Quarter Operating Profit of $1.8 Million and Sees Strong Demand",
    "a result in a part of a headline": "Halvorsen Closes First Half With $98 Million in Revenue; $1.8 Million Operating Profit; Sees Strong Demand",
    "a total of nothing": "A total of 40.",
    "a result in line with guidance": "AFFO for full-year 2024 was $2.63 per share, in line with the upper end of guidance.",
    "members of a board": "The board of Halvorsen is expected to consist of six members in 2026.",
    "customers that there are": "Halvorsen will serve its more than 29 million customers in 2026.",
    "growth of everything": "This will strengthen Halvorsen and accelerate our long-term growth.",
    "an objective without a number": "Halvorsen's objective is to become a profitable gold producer.",
    "what comes once cash flows": "The program would begin once Halvorsen achieves positive cash flow in 2026.",
    "employees that there are": "The team has scaled to 70 employees and plans to grow in 2026.",
    "teammates that there are": "I look forward to working with our leaders and 213,000 teammates in 2026.",
    "people with an illness": "Each year about 20 million people are diagnosed with gout, and more will be.",
    "ore in the ground": "Total proven reserves are estimated to be 5.9 million tonnes grading 3.1 g/t gold.",
    "answers to a survey": "In 2026, 53% are planning to buy pumps, while 27% are considering it.",
    "cases of an illness": "The number of new cases could soar to 32 million by 2050.",
    "oil that the world needs": "The projections show oil demand reaching roughly 83 million barrels a day by 2050.",
    "spending of the world": "Global spending on oncology medicines will rise to $409 billion by 2028.",
    "a chain of shops": "Halvorsen plans to sell its pumps in 7-Eleven shops in 2026.",
    "a rule of mining": "Halvorsen expects its maiden 43-101 resource estimate in 2026.",
    "a norm": "Halvorsen expects to receive its ISO 27001 certification in 2026.",
    "these businesses": "We look forward to what is ahead for these 12 businesses in 2026.",
    "accretive assets": "Halvorsen intends to add accretive assets in 2026.",
    "cash on a day that is over": "We have a cash balance of $12.1 million as of September 30, 2025, and expect to invest in 2026.",
    "savings of customers": "Customers could save over $1 million by the middle of 2026.",
    "what a plant saves its customers": "The plant will save its customers $1 million in 2026.",
    "a floor of prices": "The coin is expected to establish a floor of $50 million in 2026.",
    "what decreases each one": "If cash exceeds net earnings, the excess would decrease each fund's total assets in 2026.",
    "a backlog that turns into revenue": "Our backlog of $80 million should convert to revenue in 2026.",
    "one in ten": "Tarn will cut roughly one in ten jobs in 2026.",
    "a share of revenue that is recognized": "Roughly 60% of the revenue will be recognized in 2026 and the rest in 2027.",
    "what a company is": "Tarn, a maker of pumps with 4,000 employees and sales of $900 million, expects to complete the merger in 2026.",
    "patents that were acquired": "The company plans to use the 45 patents it acquired last year to develop new valves in 2026.",
    "old meters": "Tarn will replace 400 old meters with smart ones in 2026.",
    "pixels of a display": "Tarn expects to launch a display with a resolution of 3,000 pixels in 2026.",
    "feet long": "The bridge is 1,200 feet long and should open to traffic in 2026.",
    "a plan of the government": "Tarn expects to benefit from the government's plan to spend $50 billion on roads in 2026.",
    "cut since a year": "Tarn remains committed to its 2030 goals and has cut emissions by 40% since 2015.",
    "cities of today": "The network, in 60 cities today, will be expanded in 2026.",
    "what members save": "Members will save 20% on all purchases in 2026.",
    "a goal of no waste": "Tarn intends to send zero waste to landfill in 2026.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING)
def test_what_is_no_figure(make_release, sentence):
    assert found(make_release(f"G\t{sentence}\n")) == []


def test_facts_and_legends_yield_nothing(make_release):
    assert found(make_release("H\tRevenue for 2024 was $300 million.\nS\tRevenue of $400 million in 2026 may not be reached.\n")) == []


def test_bases_in_order(make_release):
    figures = find_figures(make_release("G\tGAAP and non-GAAP gross margins for 2026 are expected to be 63.0% and 63.5%, respectively.\n"))
    assert [(figure.basis, figure.low) for figure in figures] == [("gaap", 63.0), ("non_gaap", 63.5)]


def test_one_figure_on_both_bases(make_release):
    figures = find_figures(make_release("G\tThe GAAP and non-GAAP tax rate for 2026 is expected to be 16%.\n"))
    assert [(figure.basis, figure.low) for figure in figures] == [("gaap", 16.0), ("non_gaap", 16.0)]


def test_a_list_borrows_the_period_of_its_lead_in(make_release):
    release = make_release(
        "M\tOutlook\n\nG\tFor the fourth quarter of 2025, the company expects:\n\nG\t• Revenue of $31.0 million to $32.0 million\n\nG\t• Gross margin of 35 to 36 percent\n"
    )
    assert [record[:4] for record in found(release)] == [("revenue", "2025-Q4", 31e6, 32e6), ("gross_margin", "2025-Q4", 35, 36)]


@pytest.mark.parametrize("mark", ["•", "→", "□", "✓", "--"])
def test_a_list_borrows_the_act_of_its_lead_in_whatever_marks_its_items(make_release, mark):
    lead_in = "M\tOutlook\n\nG\tFor 2026, the company raises its guidance as follows:\n\n"
    release = make_release(f"{lead_in}G\t{mark} Revenue of $31.0 million to $32.0 million\n\nG\t{mark} EBITDA of $3.5 million to $3.6 million\n")
    assert [(figure.metric.name, figure.direction) for figure in find_figures(release)][-2:] == [("revenue", "raised"), ("ebitda", "raised")]


@pytest.mark.parametrize(
    ("before", "metric"),
    [
        pytest.param("Gross margin was 24% in the third quarter.", "gross_margin", id="gross"),
        pytest.param("Gross margin was 24%, and EBITDA margin 12%.", "ebitda_margin", id="the last"),
        pytest.param("Net interest margin was 3.5%.", "other", id="of interest"),
        pytest.param("Sales were $3 million.", "other", id="none"),
    ],
)
def test_a_bare_margin_is_the_one_named_before(make_release, before, metric):
    (figure,) = find_figures(make_release(f"H\t{before}\nG\tIn 2026 margins should be at 25%.\n"))
    assert figure.metric.name == metric


GOES_ON = {
    "the rest of an outlay": ("H	It has spent $9 million on tanks.\nG	The remaining $3 million will be paid in 2026.", [("capital_expenditures", 3e6)]),
    "a part of the total": (
        "G	Halvorsen expects 2026 charges of $10 million.\nG	Of the total, about $4 million will be paid in cash.",
        [("charges", 10e6), ("charges", 4e6)],
    ),
    "an amount with a metric": (
        "G	Halvorsen expects 2026 charges of $10 million.\nG	About $4 million of revenue will be lost in 2026.",
        [("charges", 10e6), ("revenue", 4e6)],
    ),
    "another paragraph": (
        "G	Halvorsen expects 2026 charges of $10 million.\n\nG	About $4 million will be lent to a partner in 2026.",
        [("charges", 10e6), ("other", 4e6)],
    ),
    "a count before": ("G	It will ship 10 units in 2026.\nG	About $4 million will be lent to a partner in 2026.", [("deliveries", 10), ("other", 4e6)]),
}


@pytest.mark.parametrize(("units", "records"), GOES_ON.values(), ids=GOES_ON)
def test_an_amount_goes_on_about_the_statement_before(make_release, units, records):
    assert [(figure.metric.name, figure.low) for figure in find_figures(make_release(units + "\n"))] == records


def test_a_sentence_of_its_own_borrows_no_act(make_release):
    lead_in = "M\tOutlook\n\nG\tFor 2026, the company raises its guidance as follows:\n\nG\tRevenue will be $31.0 million to $32.0 million.\n\n"
    figures = find_figures(make_release(f"{lead_in}G\t→ EBITDA of $3.5 million to $3.6 million\n"))
    assert (figures[-1].metric.name, figures[-1].direction) == ("ebitda", "issued")


def test_the_current_quarter_is_none_that_is_over(make_release):
    fact = "M\tThird Quarter Highlights\n\nH\tRevenue for the third quarter was $9 million.\n\n"
    release = make_release(fact + "G\tThe company expects revenue of $11 million in the current quarter.\n")
    assert [figure.period.name for figure in find_figures(release)] == ["2025-Q4"]


def test_the_quarter_is_that_of_its_heading(make_release):
    release = make_release("M\tFirst Quarter 2026 Outlook\n\nG\tThe company expects revenue of $11 million in the quarter.\n")
    assert [figure.period.name for figure in find_figures(release)] == ["2026-Q1"]


def test_a_second_lead_in_keeps_the_period(make_release):
    release = make_release(
        "M\tOutlook\n\nG\tFor 2026, the company expects:\n\nG\t• Revenue of $31.0 million to $32.0 million\n\n"
        "M\tIn addition, the company expects:\n\nG\t• A core annual effective tax rate of approximately 20 percent\n"
    )
    assert [record[:4] for record in found(release)] == [("revenue", "2026", 31e6, 32e6), ("tax_rate", "2026", 20, 20)]


LENT = {
    "a month in a heading": ("M\tSeptember 2025 Highlights\n\nG\tOnline revenue is expected to grow by 8%.\n", ["2025-09"]),
    "a day in a heading": ("M\tDetroit, September 9, 2025\n\nG\tOnline revenue is expected to grow by 8%.\n", [None]),
    "past a row that looks like a heading": (
        "M\t2026 Outlook\n\nG\tIt expects revenue of $31 million.\n\nM\tsubscription revenue ~$30 million\n\nG\tIt expects a tax rate of 20%.\n",
        ["2026", "2026"],
    ),
    "not past another heading": (
        "M\t2026 Outlook\n\nG\tIt expects revenue of $31 million.\n\nM\tThe Toledo Plant\n\nG\tThe plant is expected to add 40 jobs.\n",
        ["2026", None],
    ),
    "past the head of a page": (
        "M\tFirst Quarter 2026 Outlook\n\nG\t• Revenue of $31 million\n\nM\t<PAGE>\n\nM\tHalvorsen Press Release\n\nG\t• Gross margin of 35%\n",
        ["2026-Q1", "2026-Q1"],
    ),
    "headings of parts below an outlook's": (
        "M\tFirst Quarter 2026 Outlook\n\nM\tRadio Division\n\nG\tSales are expected to rise 3%.\n\nM\tPrint Division\n\nG\tSales are expected to rise 4%.\n",
        ["2026-Q1", "2026-Q1"],
    ),
    "another heading below an outlook's parts": (
        "M\tFirst Quarter 2026 Outlook\n\nM\tRadio Division\n\nG\tSales are expected to rise 3%.\n\nM\tAbout Halvorsen\n\nG\tSales are expected to rise 4%.\n",
        ["2026-Q1", None],
    ),
    "below the first item of a list that looks like a heading": (
        "G\tHalvorsen gives its outlook for the full year 2026 as follows:\n\nM\tNet sales growth of 4% to 6%\n\nG\tEBITDA of $15 million\n",
        ["2026"],
    ),
    "what a lead-in raises, not what it is based on": (
        "M\tOutlook\n\nG\tBased on the first half, Halvorsen raises its forecast for the full year 2026:\n\nG\t• Revenue of $31 million\n",
        ["2026"],
    ),
    "a day on which guidance was given": (
        "G\tThe full year is expected to be at the low end of the range of $2.30 to $2.45 per share given in January.\n",
        ["2025"],
    ),
    "not a clause of reasons": ("G\tGiven its outlook for the fourth quarter, Halvorsen expects revenue growth of 4 percent.\n", [None]),
    "a clause of the forecast itself": ("G\tFor the fourth quarter, Halvorsen expects revenue growth of 4 percent.\n", ["2025-Q4"]),
    "a rate from a year on": ("G\tThe line should bring revenue of $40 million per year starting in 2027.\n", ["2027/"]),
    "the rest of a sentence that borrows": (
        "M\tFull Year 2026\n\nG\tIt expects a 1% to 2% currency headwind, in addition to an approximate 3% headwind from acquisitions.\n",
        ["2026", "2026"],
    ),
    "a heading of results and an outlook": ("M\tThird Quarter Results and 2026 Outlook\n\nG\tIt expects revenue of $31 million.\n", ["2026"]),
    "a base": ("G\tHalvorsen expects EPS growth of 4% to 6% in 2026, based on an updated 2024 EPS baseline.\n", ["2026"]),
    "investments near at hand": ("G\tThe near-term investments should add to revenue of $4 million in 2026.\n", ["2026"]),
}


@pytest.mark.parametrize(("units", "periods"), LENT.values(), ids=LENT)
def test_periods_of_sections_and_clauses(make_release, units, periods):
    assert [figure.period.name for figure in find_figures(make_release(units))] == periods


def test_a_day_on_which_guidance_was_given_is_no_period(make_release):
    table = "M\tOutlook\n\nG\tIt provides the following outlook for 2026:\n\nTG\n\t|  | Provided October 24, 2025 |\n\t| --- | --- |\n\t| Revenue | $90 million to $95 million |\n"
    assert [figure.period.name for figure in find_figures(make_release(table))] == ["2026"]


def test_years_to_come_are_lent_to_no_other_item(make_release):
    release = make_release(
        "M\tOutlook\n\nG\t• Capital expenditures of $50 million over the next several years\n\nG\t• Revenue of $31.0 million to $32.0 million\n"
    )
    assert [record[:4] for record in found(release)] == [("capital_expenditures", "long-term", 50e6, 50e6), ("revenue", None, 31e6, 32e6)]


def test_a_year_by_which_is_lent_to_the_items(make_release):
    release = make_release("G\tUnder goals adopted by its board, the company aims by 2027 to\n\nG\t-- earn at least $3.25 a share;\n")
    assert [record[:4] for record in found(release)] == [("eps", "/2027", 3.25, None)]


TABLE = """M	Outlook

G	The company is providing the following outlook:

TG
	(in millions, except per share)        2024 Actual     2025 Outlook     2026 Outlook
	Total revenue                              16.7         20.5 - 22.0      26.5 - 29.5
	Gross margin                                31%              33%              34%
	Diluted EPS                              $ 0.02       $0.05 - $0.06    $0.10 - $0.13
"""


def test_a_table_of_years_with_its_scale(make_release):
    records = [record[:5] for record in found(make_release(TABLE))]
    assert ("revenue", "2025", 20.5e6, 22e6, "USD") in records
    assert ("revenue", "2026", 26.5e6, 29.5e6, "USD") in records
    assert ("gross_margin", "2026", 34, 34, "percent") in records
    assert ("eps", "2026", 0.1, 0.13, "USD/share") in records
    assert not any(record[2] == 16.7e6 for record in records)


TAB = "\t"
LOW_AND_HIGH = f"""M	Outlook

TG
{TAB}                                       Fourth Quarter 2025
{TAB}                                     Low               High
	GAAP diluted net income per share    $ 3.45            $ 3.50
	Stock-based compensation               1.12              1.12
	Non-GAAP diluted net income per share  $ 4.50          $ 4.55
"""


@pytest.mark.parametrize(
    ("beside", "direction", "prior"),
    [
        pytest.param("(was $123.0 million to $125.0 million)", "raised", 123e6, id="a lower range"),
        pytest.param("(was $126.2 million to $126.7 million)", "reaffirmed", 126.2e6, id="the same"),
        pytest.param("(with services)", "issued", None, id="a note"),
    ],
)
def test_earlier_guidance_in_the_cell(make_release, beside, direction, prior):
    rows = f"\tTotal revenue        $126.2 million to $126.7 million {beside}\n\tCapital expenditures        $9 million to $10 million\n"
    figure, _ = find_figures(make_release(f"M\t2026 Guidance\n\nTG\n{rows}"))
    assert (figure.low, figure.direction, figure.prior and figure.prior.low) == (126.2e6, direction, prior)


def test_low_and_high_columns_make_one_range(make_release):
    figures = find_figures(make_release(LOW_AND_HIGH))
    assert [(f.metric.name, f.basis, f.low, f.high, f.period.name) for f in figures] == [
        ("eps", "gaap", 3.45, 3.5, "2025-Q4"),
        ("eps", "non_gaap", 4.5, 4.55, "2025-Q4"),
    ]


WIDE = f"""M	Outlook

TG
{TAB}                                                   Low                                       High
	Diluted net income per share        $                            3.45                         $  3.50
"""


def test_a_currency_in_a_column_of_its_own(make_release):
    assert [(f.metric.name, f.low, f.high, f.unit) for f in find_figures(make_release(WIDE))] == [("eps", 3.45, 3.5, "USD/share")]


def test_raised_earnings_by_quarter(make_release, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    parquet, arrow = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    release = make_release(
        "G\tHalvorsen Pumps raised its fourth quarter EPS guidance to $0.50 to $0.55 from $0.45 to $0.50.\nG\tIt expects 2026 EPS of $2.10.\n"
    )
    release.figures = find_figures(release)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in figure_rows([release])]
    path = tmp_path / "figures.parquet"
    parquet.write_table(arrow.Table.from_pylist(rows), path)
    query = f"SELECT period, count(*), avg(low) FROM '{path}' WHERE metric = 'eps' AND direction = 'raised' GROUP BY period ORDER BY period"
    assert duckdb.sql(query).fetchall() == [("2025-Q4", 1, 0.5)]


def test_rows_are_tidy(make_release):
    release = make_release("G\tThe company expects 2026 revenue of $342 million to $348 million.\n")
    release.figures = find_figures(release)
    (row,) = figure_rows([release])
    tidy = dict(zip(COLUMNS, row, strict=True))
    assert (tidy["id"], tidy["company"], tidy["date"], tidy["metric"], tidy["low"], tidy["unit"]) == (
        "halvorsen",
        "Halvorsen Pumps",
        "2025-10",
        "revenue",
        342e6,
        "USD",
    )
    assert tidy["text"].startswith("The company expects")


def test_figures_need_the_text(make_release):
    with pytest.raises(ValueError, match="figures need the text"):
        find_figures(make_release("G\tIt will grow.\n").without_text())


LONG = {
    "sentences without a stop": "G\tthe company expects revenue of $4 million in 2026 and {}\n",
    "rows": "TG\n\tRevenue  4  4\n{}\n",
    "cells": "TG\n\tRevenue  {}\n",
}
PARTS = {"sentences without a stop": "EPS of $0.10 and ", "rows": "\tRevenue  4  4\n", "cells": "$4.1  "}


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_the_text(make_release, kind):
    def seconds(parts: int) -> float:
        release = make_release(LONG[kind].format(PARTS[kind] * parts))
        start = time.process_time()
        find_figures(release)
        return time.process_time() - start

    quarter, whole = (min(seconds(parts) for _ in range(2)) for parts in (1000, 4000))
    assert whole <= 10 * quarter + 0.1


WORDS = st.sampled_from(
    [
        "revenue",
        "EPS",
        "of",
        "$5 million",
        "to",
        "10%",
        "2026",
        "the fourth quarter",
        "expects",
        "from",
        "raised",
        "its",
        "guidance",
        "for",
        "by",
        "loss",
        "and",
        ",",
        "(",
        "$0.25",
        ")",
        "respectively",
        "up",
        "\n",
    ]
)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_spans_are_slices_and_ends_are_in_order(make_release, words):
    sentence = " ".join(" ".join(words).split())
    if not sentence:
        return
    release = make_release(f"G\t{sentence}\n")
    for figure in find_figures(release):
        statement = release.statements[figure.statement]
        for place in (figure.metric, figure.value, figure.entity):
            assert place is None or statement.start <= place.start < place.end <= statement.end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert 0.0 <= figure.score <= 1.0


@pytest.mark.parametrize("rule", ["|", "| | |", "====", "\xa0"])
def test_lines_of_bars_and_rules_are_no_rows(rule):
    assert [len(row.cells) for row in split_rows(f"Revenue  $5\n{rule}\nEPS  $1")] == [2, 2]


PRIORS = {
    "a part before the comparison": (
        "For 2026, Tarn expects EPS of $2.31 to $2.37, including a benefit of about $0.12 from tax credits, compared with previous guidance of $2.15 to $2.25.",
        [((2.31, 2.37), (2.15, 2.25), "raised"), ((0.12, 0.12), None, None)],
    ),
    "a part that is compared": (
        "Tarn now expects 2026 revenue of $90 million, including revenue of services of $20 million compared with its earlier guidance of $15 million.",
        [((90e6, 90e6), None, None), ((20e6, 20e6), (15e6, 15e6), "raised")],
    ),
    "a loss that became a profit": (
        "Tarn now expects 2026 net income of $2 million, compared with its earlier forecast of a loss of $3 million.",
        [((2e6, 2e6), (-3e6, -3e6), "raised")],
    ),
    "a profit that became a loss": (
        "Tarn expects a 2026 net loss of $5 million, compared with its earlier forecast of net income of $2 million.",
        [((-5e6, -5e6), (2e6, 2e6), "lowered")],
    ),
    "a loss like the one before": (
        "Tarn now expects a 2026 net loss of $5 million, compared with its earlier forecast of $3 million.",
        [((-5e6, -5e6), (-3e6, -3e6), "lowered")],
    ),
    "growth that became a decline": (
        "Tarn now expects 2026 comparable sales to decline 2% to 3%, compared with its previous expectation of growth of 1% to 2%.",
        [((-3.0, -2.0), (1.0, 2.0), "lowered")],
    ),
    "two figures against two": (
        "For 2026, Tarn looks for sales of $88 million and net income of $.55 per share, compared with its forecast in February of $100 million and $.90 per share.",
        [((88e6, 88e6), (100e6, 100e6), "lowered"), ((0.55, 0.55), (0.9, 0.9), "lowered")],
    ),
    "two figures of a kind against two": (
        "Tarn now projects a diluted share count of 121 million for the third quarter of 2026 and 118 million for the fourth, "
        "compared with 127 million and 126 million assumed in the guidance of July 25.",
        [((121e6, 121e6), (127e6, 127e6), "lowered"), ((118e6, 118e6), (126e6, 126e6), "lowered")],
    ),
    "guidance that is withdrawn": (
        "Tarn withdraws the guidance given on August 2, which called for 2026 revenue of $50 million and EBITDA of $7 million to $8 million.",
        [((None, None), (50e6, 50e6), "withdrawn"), ((None, None), (7e6, 8e6), "withdrawn")],
    ),
    "two figures against one": (
        "For 2026, Tarn looks for sales of $88 million, compared with its forecast in February of $100 million, and net income of $.55 per share.",
        [((88e6, 88e6), (100e6, 100e6), "lowered"), ((0.55, 0.55), None, "issued")],
    ),
    "what it forecast in a month": (
        "Tarn now expects 2026 earnings of $2.05 to $2.30 per share, compared with the $2.85 to $3.10 that it forecast in May.",
        [((2.05, 2.3), (2.85, 3.1), "lowered")],
    ),
    "the range that was, in brackets": (
        "Tarn lowered its 2026 copper guidance to 101,000 to 104,000 tonnes (from 108,000 to 114,000 tonnes).",
        [((101e3, 104e3), (108e3, 114e3), "lowered")],
    ),
    "the range that was, estimated in a month": (
        "The 2026 net loss should narrow to between $48 million and $51 million from the $60 million to $64 million estimated in February.",
        [((-51e6, -48e6), (-64e6, -60e6), "raised")],
    ),
    "a range that had been foreseen": (
        "Capital expenditures in 2026 are now seen at $60 million, where $95 million had been foreseen.",
        [((60e6, 60e6), (95e6, 95e6), "lowered")],
    ),
    "words for a number in quotation marks": (
        "Tarn looks for 2026 earnings growth of 10% to 12%, compared with previous guidance of “high single digit” growth.",
        [((10, 12), (7, 9), "raised")],
    ),
    "a decline to growth": (
        "For 2026, Tarn expects net sales to decline 7% to 9% (previously a decline of 3.5% to growth of 0.5%).",
        [((-9, -7), (-3.5, 0.5), "lowered")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRIORS.values(), ids=PRIORS)
def test_earlier_guidance(make_release, text, expected):
    """A direction of None is left open: that of a part may be carried over from the whole."""
    figures = find_figures(make_release(f"G\t{text}\n"))
    assert [((f.low, f.high), f.prior and (f.prior.low, f.prior.high)) for f in figures] == [(bounds, prior) for bounds, prior, _ in expected]
    assert all(f.direction == direction for f, (_, _, direction) in zip(figures, expected, strict=True) if direction)


@pytest.mark.parametrize("period", ["Full-year", "Third-quarter", "First-half", "Fiscal-year"])
def test_a_period_is_no_part_of_the_company(make_release, period):
    (figure,) = find_figures(make_release(f"G\t{period} revenue is expected to be $30 million.\n"))
    assert figure.entity is None


YEAR_END = """id: halvorsen
---
H	Halvorsen Pumps Reports Fourth Quarter 2025 Results

M	TOLEDO, Ohio, February 12, 2026 /PRNewswire/ --
H	Halvorsen Pumps (NYSE: HLV) today reported results for its fourth quarter ended December 31, 2025.

"""


@pytest.mark.parametrize(("day", "period"), [("As at December 31, 2025", None), ("By December 31, 2026", "/2026")])
def test_a_day_at_which_a_budget_stands_is_no_period(day, period):
    units = f"G\t{day}, the costs to complete the mill are expected to be $9.2 million.\n"
    release = as_release(as_gold(parse_annotated(YEAR_END + units, "halvorsen.ann")))
    assert [figure.period.name for figure in find_figures(release)] == [period]
