"""Statements in prose, of many trades: what is a figure and what is none, and which words name it."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

M = 1e6
FIGURES = {
    "an amount that is reached by a year": ("Verdelane is on track to reach $90 million by 2028.", [("revenue", "/2028", 90 * M, 90 * M, "USD")]),
    "people that are reached by a year": ("Verdelane plans to reach 90,000 pupils by 2028.", [("other", "/2028", 90e3, 90e3, "count")]),
    "a tax on something": ("Voters will decide on a 10% excise tax on vapes in 2026.", []),
    "a tax rate on income": ("The company expects a 21% tax rate on its income in 2026.", [("tax_rate", "2026", 21, 21, "percent")]),
    "what merchants save": ("The new plan will help merchants cut their fees by 12%.", []),
    "what the company saves": ("The new plan will help the company cut its freight costs by 12%.", [("other", None, -12, -12, "percent")]),
    "what a trade comes to": ("Use of obesity drugs is projected to reach $95 billion by 2030.", []),
    "what a large company itself comes to": ("Our assets are projected to exceed $15 billion in 2026.", [("other", "2026", 15e9, None, "USD")]),
    "a prevalence": ("With a prevalence of 40,000 patients in Europe, the disease may be underdiagnosed.", []),
    "those who take part": ("More data are expected in 2026; about 300 patients are currently participating in the trial.", []),
    "those who are to take part": ("About 300 patients are expected to participate in the trial.", [("other", None, 300, 300, "count")]),
    "what there is now": ("Now with more than 300 employees in Ohio, Tarn expects to open two offices in 2026.", [("other", "2026", 2, 2, "count")]),
    "what there is of two kinds": (
        "With 50 clinics in nine states and more than 400 physicians, Tarn intends to open ten more clinics in 2026.",
        [("store_openings", "2026", 10, 10, "count")],
    ),
    "what there will be of two kinds": (
        "With 50 new clinics and more than 400 new engineers, Tarn will be larger in 2027.",
        [("store_openings", "2027", 50, 50, "count"), ("other", "2027", 400, None, "count")],
    ),
    "cash behind a mark": ("— Cash of $13 million is sufficient to fund operations into 2027", []),
    "tenants that there are": (
        "The buildings, which are leased to seven tenants, should yield a return of 6.8% in 2026.",
        [("other", "2026", 6.8, 6.8, "percent")],
    ),
    "what milestones may bring": ("Tarn may earn up to $210 million in sales milestones.", []),
    "what milestones will bring": ("Tarn expects $4 million in milestones in 2026.", [("other", "2026", 4 * M, 4 * M, "USD")]),
    "a company after its market": (
        "The data center market is projected to reach $310 billion by 2030, and Tarn plans to have 400 megawatts in service by then.",
        [("other", "/2030", 400, 400, "count")],
    ),
    "a market after a market": ("The data center market is projected to grow to $310 billion by 2030, and demand for cooling to rise 12%.", []),
    "a price after the earlier range": (
        "Tarn now expects to close 1,900 homes in 2026, up from its earlier view of 1,750 to 1,850, at an average selling price of $395,000.",
        [("deliveries", "2026", 1900, 1900, "count"), ("other", "2026", 395e3, 395e3, "USD")],
    ),
    "what is doubled": (
        "Tarn intends to double its footprint to 100 clinics in 2028.",
        [("other", "2028", 100, 100, "percent"), ("other", "2028", 100, 100, "count")],
    ),
    "what a manager led before": (
        "She joins from Norvale, where she led 1,100 shops with sales of $9 billion, and will oversee the opening of 40 stores in 2026.",
        [("store_openings", "2026", 40, 40, "count")],
    ),
    "who will lead": ("She will lead 1,100 engineers in 2026.", [("other", "2026", 1100, 1100, "count")]),
    "an amount that was drawn": (
        "Tarn drew $75 million from its credit line; these steps will save $9 million in 2026.",
        [("cost_savings", "2026", 9 * M, 9 * M, "USD")],
    ),
    "an amount that will be borrowed": ("Tarn expects to have borrowed $75 million by 2027.", [("other", "/2027", 75 * M, 75 * M, "USD")]),
    "by how much more than was assumed": (
        "Weak currencies should reduce 2026 earnings by 12 cents a share, 3 cents more than the company assumed in August.",
        [("fx_impact", "2026", -0.12, -0.12, "USD/share")],
    ),
    "by how much more than before": ("In 2026 earnings should be 3 cents a share more than in 2025.", [("eps", "2026", 0.03, 0.03, "USD/share")]),
    "below the guidance of a month": ("Tarn now sees 2026 revenue 8 to 10 percent below its April guidance of $120 million.", []),
    "proceeds that last": ("Net proceeds of about $93 million are expected to last into 2027.", []),
    "proceeds that are expected": ("Tarn expects net proceeds of about $93 million from the plant in 2026.", [("other", "2026", 93 * M, 93 * M, "USD")]),
    "the price of a contract": ("Tarn will sell the output of its plant at $26 per megawatt-hour starting in 2027.", []),
    "a price that is guided": ("Power prices should average $26 per megawatt-hour in 2027.", [("other", "2027", 26, 26, "USD")]),
    "the rate of a contract": ("The rig will begin a contract in 2026 at a dayrate of $385,000.", []),
    "an average rate": ("Tarn expects an average dayrate of $385,000 in 2026.", [("other", "2026", 385e3, 385e3, "USD")]),
    "deflation": ("Tarn sees deflation of 1% to 2% in its egg business in 2026.", [("other", "2026", -2, -1, "percent")]),
    "inflation": ("Tarn sees inflation of 1% to 2% in its egg business in 2026.", [("other", "2026", 1, 2, "percent")]),
    "what a burden costs more": ("Fuel will cost the company an additional 26 cents per share in 2026.", [("eps", "2026", -0.26, -0.26, "USD/share")]),
    "translation": (
        "Translation effects are expected to be a headwind of about two points to 2026 revenue growth.",
        [("fx_impact", "2026", -2, -2, "percentage_points")],
    ),
    "translation of books": ("The translation of twelve books is expected in 2026.", [("other", "2026", 12, 12, "count")]),
    "revenue per seat mile": (
        "Passenger revenue per available seat mile is expected to increase 9 to 10 percent in 2026.",
        [("other", "2026", 9, 10, "percent")],
    ),
    "revenue beside seat miles": (
        "Passenger revenue is expected to increase 9 to 10 percent in 2026.",
        [("revenue", "2026", 9, 10, "percent")],
    ),
    "more that are planned": ("Tarn has opened 11 plants so far and plans 14 to 16 more in 2026.", [("other", "2026", 14, 16, "count")]),
    "more that are planned than things": ("Tarn has opened 11 plants so far and plans more in 2026.", []),
    "each quarter of what is left": (
        "Tarn expects capital expenditures of $5 million each quarter for the next two quarters.",
        [("capital_expenditures", "2025-Q4", 5 * M, 5 * M, "USD"), ("capital_expenditures", "2026-Q1", 5 * M, 5 * M, "USD")],
    ),
    "what it took": (
        "Tarn will take a charge of $60 million in the fourth quarter, in addition to the $110 million it took in the first.",
        [("charges", "2025-Q4", 60 * M, 60 * M, "USD")],
    ),
    "what it will take": ("The charge of $60 million, which it will take in the fourth quarter, is new.", [("charges", "2025-Q4", 60 * M, 60 * M, "USD")]),
    "people who have a disease": ("About 8 million Americans have gout, and Tarn expects to treat many of them.", []),
    "people who will have a service": (
        "About 8 million people in Ohio will have the service in 2026.",
        [("other", "2026", 8 * M, 8 * M, "count")],
    ),
    "a staff that there is": ("It will cut its staff of 130 by a third in 2026.", [("other", "2026", -33.3, -33.3, "percent")]),
    "a share of its market": (
        "The industry is on pace to build 250,000 trucks, and Tarn expects its share to be about 12 percent in 2026.",
        [("other", "2026", 12, 12, "percent")],
    ),
    "how production is weighted": ("Production in 2026 is weighted to the second half, with about 45% expected in the first six months.", []),
    "how production grows": ("Production in 2026 is expected to grow, with about 45% more ounces expected.", [("production", "2026", 45, 45, "percent")]),
    "what will be owned": ("The new company will own 46 stations in 2026.", [("other", "2026", 46, 46, "count")]),
    "shares that will be owned": ("The fund will own 46 million shares in 2026.", []),
    "what is under development": ("Tarn has 23 hotels under development.", [("other", None, 23, 23, "count")]),
    "what it has": ("Tarn has 23 hotels and expects to do well in 2026.", []),
    "what a shelf allows": ("Under a shelf filed today, Tarn may sell up to $150 million of stock.", []),
    "what will be sold": ("Tarn expects to sell $150 million of buildings in 2026.", [("other", "2026", 150 * M, 150 * M, "USD")]),
    "what a facility allows": ("The new facility allows leverage of up to 3.5 times in 2026.", []),
    "what leverage will be": ("With the new facility, leverage should be 3.5 times in 2026.", [("other", "2026", 3.5, 3.5, "times")]),
    "a fee of termination": ("If the merger is terminated, Tarn would have to pay a fee of $12 million.", []),
    "patients that there are": ("The drug is meant for the estimated 2 million patients who fail therapy.", []),
    "patients that are expected": ("Tarn expects to treat an estimated 2 million patients in 2026.", [("other", "2026", 2 * M, 2 * M, "count")]),
    "what is paid for a bank": ("Tarn will pay 1.4 times book value for the bank, which has assets of $310 million.", []),
    "assets that a bank will have": ("The bank will have assets of $310 million in 2026.", [("other", "2026", 310 * M, 310 * M, "USD")]),
    "a speed": ("The new cable will offer speeds of up to 80 megabits to every home.", []),
}
WORDS = {
    "what is doubled": ("Tarn intends to double its footprint in 2028.", ["footprint"]),
    "revenue that is doubled": ("Tarn intends to double its revenue in 2028.", ["revenue"]),
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures(make_release, text, expected):
    found = find_figures(make_release(f"G\t{text}\n"))
    assert [(figure.metric.name, figure.period.name, figure.low, figure.high, figure.unit) for figure in found] == expected


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_words_of_the_metric(make_release, text, expected):
    release = make_release(f"G\t{text}\n")
    assert [release.text[figure.metric.start : figure.metric.end] for figure in find_figures(release)] == expected
