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
    "what happens first": "The trial will have an interim look after 90 events.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING)
def test_what_is_no_figure(make_release, sentence):
    assert found(make_release(f"G\t{sentence}\n")) == []


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
