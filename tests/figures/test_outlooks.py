"""Outlooks as companies have worded them since 2019: bullets, both bases, ranges around a middle, what is left over from a comparison."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures


def found(release):
    return [(f.metric.name, f.period.name, f.low, f.high, f.unit, f.direction) for f in find_figures(release)]


PROSE = {
    "a year before the verb of a range": (
        "Halvorsen projects revenue for the full year 2026 to range from $612 million to $622 million.",
        [("revenue", "2026", 612e6, 622e6, "USD", "issued")],
    ),
    "an initial outlook that is introduced": (
        "Halvorsen today also introduced its initial outlook for 2026, calling for revenue growth of 9% to 11%.",
        [("revenue", "2026", 9, 11, "percent", "initiated")],
    ),
    "an initial outlook that is left": (
        "Halvorsen now expects 2026 revenue growth of 9% to 11%, up from its initial outlook of 8% to 10%.",
        [("revenue", "2026", 9, 11, "percent", "raised")],
    ),
    "cash and investments at the end of a year": (
        "Halvorsen expects to end 2026 with at least $180 million in cash and investments.",
        [("other", "2026", 180e6, None, "USD", "issued")],
    ),
    "a week that is worth points": (
        "The extra week in 2026 is worth about 1.5 points of growth.",
        [("revenue", "2026", 1.5, 1.5, "percentage_points", "issued")],
    ),
    "a year-ago quarter is no year": (
        "At the midpoint of the range, revenue would be up 21% from the year-ago quarter.",
        [("revenue", None, 21, 21, "percent", "issued")],
    ),
    "levels that a change is counted from": (
        "Deposits should be up 1% to 3% from year-end levels.",
        [("other", None, 1, 3, "percent", "issued")],
    ),
    "a fiscal year without a number": (
        "Trims FY Sales Growth Outlook to 1%-2%",
        [("revenue", "2025", 1, 2, "percent", "lowered")],
    ),
    "the holiday quarter": (
        "Comparable sales for the holiday quarter are planned down low single digits.",
        [("comparable_sales", "2025-Q4", -3, -1, "percent", "issued")],
    ),
    "a quarterly dividend and its annual rate": (
        "The board expects to declare a fourth-quarter dividend of $0.46 per share, an annualized rate of $1.84.",
        [("dividend_per_share", "2025-Q4", 0.46, 0.46, "USD/share", "issued"), ("dividend_per_share", "annual", 1.84, 1.84, "USD/share", "issued")],
    ),
    "what each figure may differ by": (
        "For 2026 Halvorsen expects a GAAP gross margin of 54.5% and a non-GAAP gross margin of 56%, each plus or minus 50 basis points.",
        [("gross_margin", "2026", 54, 55, "percent", "issued"), ("gross_margin", "2026", 55.5, 56.5, "percent", "issued")],
    ),
    "an income that other income and expense will be": (
        "Other income and expense is expected to be an income of approximately $18 million in 2026.",
        [("other_income", "2026", 18e6, 18e6, "USD", "issued")],
    ),
    "an expense that other income and expense will be": (
        "Other income and expense is expected to be an expense of approximately $18 million in 2026.",
        [("other_income", "2026", -18e6, -18e6, "USD", "issued")],
    ),
    "a loss that results will be": (
        "The result for 2026 is expected to be a loss of $18 million.",
        [("net_income", "2026", -18e6, -18e6, "USD", "issued")],
    ),
    "a dilutive effect": (
        "The purchase will have a dilutive effect of about one cent on 2026 earnings per share.",
        [("eps", "2026", -0.01, -0.01, "USD/share", "issued")],
    ),
    "a drag and a lift": (
        "Sales for 2026 are expected to decline 3% to 1%, with a two-point drag from divestitures and a one-point lift from currency.",
        [
            ("revenue", "2026", -3, -1, "percent", "issued"),
            ("revenue", "2026", -2, -2, "percentage_points", "issued"),
            ("fx_impact", "2026", 1, 1, "percentage_points", "issued"),
        ],
    ),
    "an expected cost that a project has": (
        "The pump line has a total expected cost of $1.1 billion.",
        [("capital_expenditures", None, 1.1e9, 1.1e9, "USD", "issued")],
    ),
    "churn": (
        "Net new ARR of about $24 million is expected in 2026, with churn holding near 6%.",
        [("arr", "2026", 24e6, 24e6, "USD", "issued"), ("other", "2026", 6, 6, "percent", "issued")],
    ),
    "coins that are mined": (
        "Halvorsen anticipates mining 14 to 16 bitcoin per day in 2026.",
        [("production", "2026", 14, 16, "count", "issued")],
    ),
    "above the middle of the earlier range": (
        "EPS for 2026 is now expected to be $2.19 to $2.21, $0.02 above the midpoint of the earlier range.",
        [("eps", "2026", 2.19, 2.21, "USD/share", "raised")],
    ),
    "a second act without the word guidance": (
        "Halvorsen lowered its 2026 revenue guidance to between $1.6 billion and $1.7 billion and reaffirmed adjusted EBITDA of $250 million.",
        [("revenue", "2026", 1.6e9, 1.7e9, "USD", "lowered"), ("ebitda", "2026", 250e6, 250e6, "USD", "reaffirmed")],
    ),
    "about break-even": (
        "Halvorsen expects adjusted EBITDA to be around breakeven in 2026.",
        [("ebitda", "2026", 0, 0, "USD", "issued")],
    ),
    "a share of revenue that falls below a level": (
        "Stock-based compensation is projected to fall below 10% of revenue in 2026.",
        [("other", "2026", None, 10, "percent", "issued")],
    ),
    "a growth that falls below a level": (
        "Sales growth is projected to slow to below 10% in 2026.",
        [("revenue", "2026", None, 10, "percent", "issued")],
    ),
    "another subject that stays flat": (
        "Subscribers should grow in the low teens in 2026, while ad load stays flat.",
        [("customers", "2026", 11, 13, "percent", "issued"), ("other", "2026", 0, 0, "percent", "issued")],
    ),
    "costs of acquiring traffic": (
        "Traffic acquisition costs are expected to be 32% of revenue in 2026.",
        [("other", "2026", 32, 32, "percent", "issued")],
    ),
    "a growth and what it may differ by": (
        "For 2026 Halvorsen expects revenue to increase about 6% sequentially, plus or minus 350 basis points.",
        [("revenue", "2026", 2.5, 9.5, "percent", "issued")],
    ),
    "a list of acts after the word guidance": (
        "Halvorsen raises its 2026 revenue growth guidance to 8.5%, narrows adjusted EPS to $3.46 to $3.50 and maintains capital spending of $40 million.",
        [
            ("revenue", "2026", 8.5, 8.5, "percent", "raised"),
            ("eps", "2026", 3.46, 3.5, "USD/share", "narrowed"),
            ("capital_expenditures", "2026", 40e6, 40e6, "USD", "reaffirmed"),
        ],
    ),
    "figures that are the subject of one verb": (
        "Starts of $150 million to $200 million and dispositions of roughly $90 million are assumed in the outlook for 2026.",
        [("other", "2026", 150e6, 200e6, "USD", "issued"), ("other", "2026", 90e6, 90e6, "USD", "issued")],
    ),
    "two subjects with verbs of their own": (
        "Sales should reach $90 million in 2027, and dispositions of $9 million are assumed in the outlook for 2026.",
        [("revenue", "2027", 90e6, 90e6, "USD", "issued"), ("other", "2026", 9e6, 9e6, "USD", "issued")],
    ),
    "what is spent on each home": (
        "Capital expenditures are budgeted at $1,350 per unit in 2026.",
        [("other", "2026", 1350, 1350, "USD", "issued")],
    ),
    "charges that are left out": (
        "Expenses for 2026 are projected to be approximately $755 million, excluding merger charges of about $20 million.",
        [("operating_expenses", "2026", 755e6, 755e6, "USD", "issued")],
    ),
    "a tailwind": (
        "Freight should be a tailwind of 30 to 40 basis points to gross margin in 2026.",
        [("other", "2026", 30, 40, "basis_points", "issued")],
    ),
    "a headwind": (
        "Tariffs will be a headwind of $30 million in 2026.",
        [("other", "2026", -30e6, -30e6, "USD", "issued")],
    ),
    "contracted revenue is no decline": (
        "The campus is expected to generate contracted revenue of about $290 million in 2026.",
        [("revenue", "2026", 290e6, 290e6, "USD", "issued")],
    ),
    "revenue that contracts": (
        "Revenue is expected to contract by 3% in 2026.",
        [("revenue", "2026", -3, -3, "percent", "issued")],
    ),
    "debt that is paid down": (
        "Halvorsen plans to pay down $500 million of debt in 2026.",
        [("other", "2026", 500e6, 500e6, "USD", "issued")],
    ),
    "a decline that is said again": (
        "Sales for 2026 are expected to decline 5% to 7% from $1.88 billion, or 3% to 5% excluding the exit from boilers.",
        [("revenue", "2026", -7, -5, "percent", "issued"), ("revenue", "2026", -5, -3, "percent", "issued")],
    ),
    "a decline and a rise without currency": (
        "Sales for 2026 are expected to decline 2%, or up 1% in constant currency.",
        [("revenue", "2026", -2, -2, "percent", "issued"), ("revenue", "2026", 1, 1, "percent", "issued")],
    ),
    "counts of two times": (
        "Halvorsen expects to ship up to 60,000 pumps in the first half of 2026 and at least 150,000 in all of 2026.",
        [("other", "2026-H1", None, 60e3, "count", "issued"), ("other", "2026", 150e3, None, "count", "issued")],
    ),
    "from a fall to a rise in words": (
        "Halvorsen expects comparable sales growth of negative 1% to positive 1% in 2026.",
        [("comparable_sales", "2026", -1, 1, "percent", "issued")],
    ),
    "stable to up": (
        "Net interest income for 2026 is expected to be stable to up 1%.",
        [("other", "2026", 0, 1, "percent", "issued")],
    ),
    "about a point": (
        "Halvorsen expects gross margin to dip by about a point in 2026.",
        [("gross_margin", "2026", -1, -1, "percentage_points", "issued")],
    ),
    "currency between commas": (
        "Foreign currency, at today's rates, would be a benefit of roughly one percentage point to sales in 2026.",
        [("fx_impact", "2026", 1, 1, "percentage_points", "issued")],
    ),
    "two metrics that are reduced": (
        "The outage will reduce 2026 revenue by $60 million and gross margin by about 150 basis points.",
        [("revenue", "2026", -60e6, -60e6, "USD", "issued"), ("gross_margin", "2026", -150, -150, "basis_points", "issued")],
    ),
    "one metric that is reduced and one that grows": (
        "The sale will reduce 2026 revenue by 2% and increase gross margin by 150 basis points.",
        [("revenue", "2026", -2, -2, "percent", "issued"), ("gross_margin", "2026", 150, 150, "basis_points", "issued")],
    ),
    "a margin that contracts": (
        "Gross margin will contract 80 to 100 basis points in 2026.",
        [("gross_margin", "2026", -100, -80, "basis_points", "issued")],
    ),
    "expenses that leverage": (
        "SG&A will leverage by about 30 basis points in 2026.",
        [("sga_expenses", "2026", 30, 30, "basis_points", "issued")],
    ),
    "a leverage ratio": (
        "Net leverage of 2.5 times is expected at the end of 2026.",
        [("other", "2026", 2.5, 2.5, "times", "issued")],
    ),
    "what will total a number": (
        "Pump placements are expected to total 8,000 to 8,400 in 2026.",
        [("other", "2026", 8000, 8400, "count", "issued")],
    ),
    "stores with which the year ends": (
        "Halvorsen plans new shops and will end 2026 with around 870 stores.",
        [("other", "2026", 870, 870, "count", "issued")],
    ),
    "guidance that is narrowed, without the word": (
        "Halvorsen narrowed 2026 FFO per share to $4.18 to $4.20.",
        [("ffo", "2026", 4.18, 4.2, "USD/share", "narrowed")],
    ),
    "a gap that narrows": (
        "The company is narrowing the gap to 2 percentage points of margin in 2026.",
        [("other", "2026", 2, 2, "percentage_points", "issued")],
    ),
    "a target that remains": (
        "The target for the payout ratio remains 35% to 40% in 2026.",
        [("other", "2026", 35, 40, "percent", "reaffirmed")],
    ),
    "what we estimate is no guidance": (
        "The increase in rates, which we estimate will add $22 million to revenue in 2026, is final.",
        [("revenue", "2026", 22e6, 22e6, "USD", "issued")],
    ),
    "a figure between two of one quarter": (
        "Halvorsen expects fourth-quarter revenue of $560 million, a pump margin of 46% and EBITDA of $40 million in the fourth quarter.",
        [
            ("revenue", "2025-Q4", 560e6, 560e6, "USD", "issued"),
            ("other", "2025-Q4", 46, 46, "percent", "issued"),
            ("ebitda", "2025-Q4", 40e6, 40e6, "USD", "issued"),
        ],
    ),
    "the day on which notes fall due": (
        "Proceeds of about $600 million will be used to retire notes due 2028.",
        [("other", None, 600e6, 600e6, "USD", "issued")],
    ),
    "a dividend that will be payable": (
        "The board expects to declare a dividend of $0.27 per share, payable in March 2026.",
        [("dividend_per_share", "2026-03", 0.27, 0.27, "USD/share", "issued")],
    ),
    "guidance that moves up by an amount": (
        "Revenue guidance for 2026 moves up by $15 million to $905 million to $915 million.",
        [("revenue", "2026", 905e6, 915e6, "USD", "raised")],
    ),
    "a guide that is taken up": (
        "We are taking our 2026 free cash flow guide up to $1.05 billion from $1 billion.",
        [("free_cash_flow", "2026", 1.05e9, 1.05e9, "USD", "raised")],
    ),
    "flat at a level": (
        "Total headcount will be held flat at approximately 2,900 in 2026.",
        [("other", "2026", 2900, 2900, "count", "issued")],
    ),
    "a share of the workforce that is cut": (
        "Halvorsen will cut 12% of its workforce in 2026.",
        [("other", "2026", -12, -12, "percent", "issued")],
    ),
    "revenue from a customer": (
        "Revenue from the largest customer is expected to decline to less than 20% of sales in 2026.",
        [("revenue", "2026", None, 20, "percent", "issued")],
    ),
    "shipments that are limited": (
        "Shortages are likely to limit 2026 shipments by approximately 10%.",
        [("deliveries", "2026", -10, -10, "percent", "issued")],
    ),
    "research that was acquired": (
        "Acquired in-process R&D of about $180 million will be recorded in 2026.",
        [("rd_expenses", "2026", 180e6, 180e6, "USD", "issued")],
    ),
    "spending that is cut beside guidance that is suspended": (
        "Halvorsen is suspending its 2026 guidance, cutting capital spending by $80 million.",
        [("capital_expenditures", "2026", -80e6, -80e6, "USD", "issued"), ("all", "2026", None, None, None, "withdrawn")],
    ),
    "an average price": (
        "Halvorsen expects an average price of $525,000 in 2026.",
        [("other", "2026", 525e3, 525e3, "USD", "issued")],
    ),
    "a margin and a few points": (
        "The net interest margin is expected at 3.05% in 2026, plus or minus a few basis points.",
        [("other", "2026", 3.05, 3.05, "percent", "issued")],
    ),
    "a share of sales that moves by points": (
        "SG&A as a percent of sales is planned to be 50 to 70 basis points lower in 2026.",
        [("sga_expenses", "2026", -70, -50, "basis_points", "issued")],
    ),
    "notes that are retired and the interest they cost": (
        "Halvorsen will retire $275 million of notes in 2026, reducing annual interest costs.",
        [("other", "2026", 275e6, 275e6, "USD", "issued")],
    ),
    "bare interest": (
        "Please assume 2026 depreciation of $140 million and interest of $60 million.",
        [("other", "2026", 140e6, 140e6, "USD", "issued"), ("other_income", "2026", 60e6, 60e6, "USD", "issued")],
    ),
}


@pytest.mark.parametrize(("sentence", "records"), PROSE.values(), ids=PROSE)
def test_prose(make_release, sentence, records):
    assert found(make_release(f"G\t{sentence}\n")) == records


NOTHING = {
    "cash that funds what is planned": "Cash, cash equivalents and marketable securities of $212 million are expected to fund operations into the second half of 2027.",
    "what may still be bought back": "About $900 million remains available under the repurchase authorization.",
    "the size of an accelerated repurchase": "The accelerated share repurchase of $350 million is expected to be completed by January 2026.",
    "what was paid for what will arrive": "The rigs, bought for $62 million, are scheduled to arrive between January and April.",
    "a research firm's forecast": "Gartner forecasts worldwide spending on pumps of $5.7 billion in 2026, up 9.8%.",
    "an addressable market": "The TAM for pump telemetry is estimated to reach $62 billion by 2027.",
    "what a measure affected": "These statements cover the measures of September, which affected about 240 positions.",
    "a conversion price and its premium": "The notes will convert at $148.20 per share, a 32.5% premium.",
    "a salary and a bonus": "The chief executive will receive a base salary of $900,000 and a target bonus of 120% of salary.",
    "guidance that a result is ahead of": "Revenue for the third quarter came in at $98 million, ahead of our guidance of $94 million to $96 million.",
    "what customers save": "Our customers are expected to save an average of 31% on pumping.",
    "patients": "An estimated 38,000 patients are treated each year, and some 12,000 could be candidates.",
    "a share of the spending of a year": "About 55% of the full-year spend will fall into the first two quarters.",
    "what a movement of rates would do": "Each 25 basis point cut would reduce annual net interest income by about $6 million.",
    "a condition": "The bonus is paid if copper averages $9,000.",
    "damages": "The lawsuit seeks damages of $40 million and will be heard in 2026.",
    "a dividend with its day of record": "The dividend of $0.2625 per share will be paid on January 15, 2026 to holders of record on December 31, 2025.",
    "what the Street expects": "Wall Street expects EPS of $0.44 in 2026.",
    "what customers are helped to do": "The pump is expected to help customers cut waste by 60%.",
    "what a company is valued at": "Each share will be exchanged for $18.50 in cash and 0.42 shares, valuing Tarn at approximately $2.9 billion.",
    "options": "Options to purchase 1.1 million shares at $12.40 will vest over four years.",
    "what guidance does not include": "Guidance does not include the impact of repurchases or the $12 million litigation accrual.",
    "a dividend that is declared": "The dividend rises by a cent to $0.27 per share, payable on December 12.",
    "an outlook to come, as in prior years": "Consistent with prior years, Halvorsen will provide its 2026 outlook in February.",
    "a distribution that there is": "Investment income is expected to cover the $0.38 quarterly distribution.",
    "the terms of a tender": "The tender offer for up to 5 million shares at $52 to $58 per share will expire on November 20.",
    "what each more would bring": "Each additional 1,000 subscribers adds roughly $2.4 million of recurring revenue.",
    "a rate of exchange": "The 2026 plan assumes a Canadian dollar at 73 cents.",
    "what happens first": "The trial will have an interim look after 90 events.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING)
def test_what_is_no_figure(make_release, sentence):
    assert found(make_release(f"G\t{sentence}\n")) == []


def test_guidance_that_no_longer_holds(make_release):
    release = make_release("G\tThe guidance range of $1.10 to $1.20 issued in July should no longer be relied upon.\n")
    assert [(f.metric.name, f.form, f.direction) for f in find_figures(release)] == [("all", "unstated", "withdrawn")]


def test_earlier_guidance_of_a_headwind(make_release):
    sentence = "Foreign exchange is now expected to be a 60-basis-point tailwind in 2026, compared with a prior assumption of a 50-basis-point headwind."
    (figure,) = find_figures(make_release(f"G\t{sentence}\n"))
    assert (figure.low, figure.prior.low, figure.direction) == (60, -50, "raised")


def test_one_figure_of_other_income_on_both_bases(make_release):
    release = make_release("G\tGAAP and non-GAAP other income and expense are expected to be an income of approximately $18 million.\n")
    assert [(f.metric.name, f.basis, f.low) for f in find_figures(release)] == [("other_income", "gaap", 18e6), ("other_income", "non_gaap", 18e6)]


TABLES = {
    "low and high over two blocks of rows": (
        """TG
	(in thousands)                  Low            High
	Three months ending December 31, 2025
	Total revenue                  $ 61,500       $ 62,500
	Twelve months ending December 31, 2025
	Total revenue                  $ 238,900      $ 239,900
""",
        [("revenue", "2025-12Q", 61.5e6, 62.5e6), ("revenue", "2025", 238.9e6, 239.9e6)],
    ),
    "heads of its own over the second block": (
        """TG
	(in thousands)                  Low            High
	Three months ending December 31, 2025
	Total revenue                  $ 61,500       $ 62,500
	Fiscal years
	Year                            2026           2027
	Total revenue                  $ 238,900      $ 249,900
""",
        [("revenue", "2025-12Q", 61.5e6, 62.5e6), ("revenue", "2026", 238.9e6, 238.9e6), ("revenue", "2027", 249.9e6, 249.9e6)],
    ),
    "a column without figures between two bases": (
        """TG
	December 2025 quarter          GAAP              Reconciling items      Non-GAAP
	Diluted shares (in millions)   541                   --                 547
""",
        [("share_count", "2025-12Q", 541e6, 541e6), ("share_count", "2025-12Q", 547e6, 547e6)],
    ),
    "the middle of a range": (
        """TG
	For 2026                            Low            Midpoint          High
	Core FFO per share                  $2.02            $2.04           $2.06
	Interest expense (millions)         $61              $62             $63
""",
        [("ffo", "2026", 2.02, 2.06), ("other_income", "2026", -63e6, -61e6)],
    ),
    "from net income to funds from operations": (
        """TG
	For 2026                          Low           High
	Net income per share             $   1.02      $   1.06
	Depreciation and amortization        1.84          1.84
	Gains on sale of real estate        (0.12)        (0.12)
	NAREIT FFO per share             $   2.74      $   2.78
	Merger costs                         0.03          0.03
	Core FFO per share               $   2.77      $   2.81
""",
        [("eps", "2026", 1.02, 1.06), ("ffo", "2026", 2.74, 2.78), ("ffo", "2026", 2.77, 2.81)],
    ),
    "depreciation that is guided beside funds from operations": (
        """TG
	For 2026                          Low           High
	Core FFO per share               $   2.77      $   2.81
	Depreciation and amortization    $   184       $   190
""",
        [("ffo", "2026", 2.77, 2.81), ("other", "2026", 184, 190)],
    ),
}


@pytest.mark.parametrize(("table", "records"), TABLES.values(), ids=TABLES)
def test_tables(make_release, table, records):
    release = make_release(f"M\tOutlook\n\n{table}\n")
    assert [(f.metric.name, f.period.name, f.low, f.high) for f in find_figures(release)] == records
