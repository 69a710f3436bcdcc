"""Ways: what a forecast says of a metric without a number, and what is none."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from forelook.expressions.periods.clock import Clock
from forelook.figures.qualitative import find_qualitative
from forelook.figures.sentence import Sentence

BACKGROUND = SimpleNamespace(dollar="USD", clock=Clock(2025, 10, 3, 2025, 12))

GOLDEN = {
    "after the metric": ("Operating expenses are expected to increase slightly in 2026.", [("operating_expenses", "increase", "up")]),
    "before the metric": ("The company expects lower capital expenditures in 2026.", [("capital_expenditures", "lower", "down")]),
    "more of it": ("We expect more revenue from services in 2026.", [("revenue", "more", "up")]),
    "adds to what is adjusted": ("The purchase is expected to positively contribute to adjusted EBITDA in 2026.", [("ebitda", "positively contribute", "up")]),
    "contributes to something else": ("The purchase is expected to contribute to the growth of its network in 2026.", []),
    "a noun": ("Halvorsen anticipates sales growth in the fourth quarter.", [("revenue", "growth", "up")]),
    "a growth as before": ("We expect fourth-quarter revenue growth to be consistent with the third quarter.", [("revenue", "consistent", "flat")]),
    "a record": ("We are guiding to another record revenue year for 2026.", [("revenue", "record", "record")]),
    "the highest ever": ("Management expects revenue to be the highest in the company's history in 2026.", [("revenue", "highest", "record")]),
    "the highest service": ("We will offer the highest level of service to all revenue classes in 2026.", []),
    "under pressure": ("Gross margin will come under pressure in 2026.", [("gross_margin", "pressure", "down")]),
    "softer": ("Fourth-quarter sales will be softer than usual.", [("revenue", "softer", "down")]),
    "a record in the passive": ("Record earnings are anticipated for fiscal 2026.", [("net_income", "record", "record")]),
    "an increase in the passive": ("An increase in orders is expected in 2026.", [("bookings", "increase", "up")]),
    "what higher sales are expected to do": ("Higher sales are expected to help our customers in 2026.", []),
    "little changed": ("Revenues are not expected to change materially in 2026.", [("revenue", "change", "flat")]),
    "looked for": ("It looks for sales to improve in 2026.", [("revenue", "improve", "up")]),
    "positive territory": ("The company sees EBITDA moving into positive territory in 2026.", [("ebitda", "positive", "profit")]),
    "pressure on a margin": ("The shift will put downward pressure on gross margin in 2026.", [("gross_margin", "pressure", "down")]),
    "hurt by": ("Sales will be hurt by the strike in 2026.", [("revenue", "hurt", "down")]),
    "picks up": ("Deliveries should pick up in 2026.", [("deliveries", "pick up", "up")]),
    "picks up something": ("Drivers will pick up deliveries at the plant in 2026.", []),
    "near current levels": ("Backlog is expected to remain at or near current levels.", [("backlog", "at or near current levels", "flat")]),
    "losses that go on": ("Losses will continue through at least the first half of 2026.", [("net_income", "losses", "loss")]),
    "losses that go on to do something": ("Losses will continue to be covered by the reserve.", []),
    "a headline": ("Shipments to Rise in Fourth Quarter", [("deliveries", "rise", "up")]),
    "a sign": ("The company will be cash-flow positive in 2026.", [("free_cash_flow", "positive", "profit")]),
    "a sign that turns": ("We see free cash flow turning positive in the second half of 2027.", [("free_cash_flow", "positive", "profit")]),
    "a return": ("It expects to return to profitability in 2026.", [("net_income", "profitability", "profit")]),
    "accretive": ("The purchase is expected to be accretive to earnings per share in 2026.", [("eps", "accretive", "up")]),
    "neutral to": ("The merger is expected to be neutral to earnings in 2026.", [("net_income", "neutral", "flat")]),
    "adds to": ("The purchase will add to earnings per share in fiscal 2026.", [("eps", "add", "up")]),
    "what is expected of it": ("The company expects operating expenses to increase slightly in 2026.", [("operating_expenses", "increase", "up")]),
    "what it is expected to be": ("We expect revenue in the fourth quarter to be higher than last year.", [("revenue", "higher", "up")]),
    "more than the year before": ("It expects earnings for 2026 to exceed those of 2025.", [("net_income", "exceed", "up")]),
    "a loss that narrows": ("The loss is expected to narrow in 2026.", [("net_income", "narrow", "down")]),
    "a growth that goes on": ("Sales growth in its shops is expected to continue in 2026.", [("revenue", "growth", "up")]),
    "growth of a part": ("Tarn expects strong growth in aftermarket service revenue.", [("revenue", "growth", "up")]),
    "two that go one way": (
        "Revenue and net income are expected to increase in 2026.",
        [("net_income", "increase", "up"), ("revenue", "increase", "up")],
    ),
    "one way before two": ("Management projects higher sales and earnings.", [("revenue", "higher", "up"), ("net_income", "higher", "up")]),
    "being profitable": ("It anticipates being profitable in 2026.", [("net_income", "profitable", "profit")]),
    "a tailwind of currencies": ("Its sales are expected to include a slight currency tailwind.", [("fx_impact", "tailwind", "up")]),
    "rates of growth": ("We believe 2026 will be better, as revenue growth rates will be dramatically higher.", [("revenue", "higher", "up")]),
    "what an outlook is for": ("Its 2026 outlook is for strong revenue growth.", [("revenue", "growth", "up")]),
    "hurt": ("Operating profit will continue to be negatively impacted.", [("operating_income", "negatively impacted", "down")]),
    "growth of two": (
        "The deal is expected to drive free cash flow and production growth.",
        [("production", "growth", "up"), ("free_cash_flow", "growth", "up")],
    ),
    "the volume of sales": ("It expects sales volume to be lower in 2026.", [("deliveries", "lower", "down")]),
    "the number of customers": ("The number of customers is expected to grow in 2026.", [("customers", "grow", "up")]),
}


@pytest.mark.parametrize(("text", "records"), GOLDEN.values(), ids=GOLDEN)
def test_way(text, records):
    drafts = find_qualitative(Sentence(text, BACKGROUND), [])
    assert [(draft.metric.name, text[slice(*draft.value)].lower(), draft.trend) for draft in drafts] == records


NONE = {
    "a tailwind with its number": "Its sales are expected to include a 2% currency tailwind.",
    "an object": "The production target is 3,000 megawatts, which will reduce the footprint.",
    "a mere mention": "See the note for effects of currencies on the projected full year 2026 revenue growth.",
    "a tax benefit": "Its tax rate will reflect a significant tax benefit.",
    "a level of something": "The dividend will represent a sustainable level of capital distribution.",
    "a profile of growth": "Its growth profile will drive greater value to shareholders.",
    "an aim": "The company is focused on growing sales.",
    "priorities": "Its priorities are to accelerate revenue growth.",
    "what goes on meanwhile": "As we continue to grow revenue, its value will be seen.",
    "whether it will": "The question is whether expenses will increase in 2026.",
    "what enables": "The plant will enable it to increase production.",
    "what is left out": "It expects margins excluding special items to be flat.",
    "a metric that another exceeds": "Growth in earnings should exceed sales growth.",
    "something else of theirs": "The site will offer higher kilowatt output.",
    "channels of revenue": "The shops should expand Tarn's revenue channels.",
    "customers beside sales": "The shops are expected to increase the use and the loyalty of customers.",
    "customers themselves": "Customers will benefit from a higher limit.",
    "an industry": "Capital spending for the industry is expected to be down.",
    "an outlay that is no plant": "Memory investment will improve, and construction costs will be lower in 2026.",
    "a number after the way": "Revenue will fall roughly one-third in 2026.",
    "an amount after accretive": "The deal is expected to be accretive by $0.05 in 2026.",
    "more of a quality": "Sales teams will offer a more balanced range.",
    "what is not expected": "Halvorsen does not expect higher revenue in 2026.",
    "an outcome that has no sign": "Capital expenditures will yield positive returns.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_way(text):
    assert find_qualitative(Sentence(text, BACKGROUND), []) == []
