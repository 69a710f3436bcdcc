"""Guidance records: what a statement predicts, for which period, and how much.

In: nothing. Out: Figure and its parts, as frozen structs with a description of every field.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from forelook.records.places import Place

MetricName = Literal[
    "revenue",
    "comparable_sales",
    "bookings",
    "backlog",
    "arr",
    "cost_of_revenue",
    "gross_profit",
    "gross_margin",
    "operating_expenses",
    "sga_expenses",
    "rd_expenses",
    "operating_income",
    "operating_margin",
    "ebitda",
    "ebitda_margin",
    "other_income",
    "pretax_income",
    "tax_rate",
    "net_income",
    "eps",
    "ffo",
    "share_count",
    "operating_cash_flow",
    "free_cash_flow",
    "capital_expenditures",
    "cost_savings",
    "charges",
    "fx_impact",
    "dividend_per_share",
    "share_repurchases",
    "production",
    "deliveries",
    "store_openings",
    "customers",
    "all",
    "other",
]
Basis = Literal["gaap", "non_gaap", "constant_currency", "organic", "unknown"]
Measure = Literal["level", "change"]
Form = Literal["point", "approximately", "range", "at_least", "at_most", "qualitative", "unstated"]
Trend = Literal["up", "down", "flat", "profit", "loss", "record"]
GrowthBasis = Literal["year_over_year", "sequential", "other"]
Direction = Literal["issued", "initiated", "raised", "lowered", "narrowed", "reaffirmed", "withdrawn", "updated"]


class FigureMetric(Struct, frozen=True, gc=False):
    """What is predicted, and the words that name it."""

    name: Annotated[MetricName, Meta(description="The metric; `other` for a quantity that is not in this list, `all` for guidance as a whole.")]
    start: Annotated[int, Meta(description="Where the metric's words begin, without basis, part and growth words.")]
    end: Annotated[int, Meta(description="Where the metric's words end.")]


class FigurePeriod(Struct, frozen=True, gc=False):
    """The period that a figure is predicted for, resolved, and the words that give it; all null where there are none."""

    name: Annotated[
        str | None,
        Meta(
            description="2024, 2024-Q3, 2024-H2, 2024-06, 2003-09Q (the quarter that ends then), from/to, from/, /by, annual, near-term, long-term, next-year."
        ),
    ] = None
    fiscal: Annotated[bool | None, Meta(description='True if the release calls the period "fiscal", else null.')] = None
    start: Annotated[int | None, Meta(description="Where the words that give the period begin; they may be in an earlier statement or heading.")] = None
    end: Annotated[int | None, Meta(description="Where those words end.")] = None


class FigurePrior(Struct, frozen=True, gc=False):
    """The earlier guidance that a figure replaces or repeats."""

    low: Annotated[float | None, Meta(description="Its low end, in base units; null where open.")]
    high: Annotated[float | None, Meta(description="Its high end, in base units; null where open.")]
    start: Annotated[int, Meta(description="Where its figure begins.")]
    end: Annotated[int, Meta(description="Where its figure ends.")]


class Figure(Struct, frozen=True, gc=False):
    """One guidance record: for one metric, period, part of the company, measure and basis."""

    statement: Annotated[int, Meta(description="Index into `statements`.")]
    metric: Annotated[FigureMetric, Meta(description="What is predicted.")]
    basis: Annotated[Basis, Meta(description="The accounting basis that the words name.")]
    entity: Annotated[Place | None, Meta(description="The segment, product, subsidiary or partner meant; null for the whole company.")]
    period: Annotated[FigurePeriod, Meta(description="The period that it is predicted for.")]
    measure: Annotated[Measure, Meta(description="`level`: the amount itself; `change`: growth, decline or difference to another period.")]
    form: Annotated[
        Form, Meta(description="How the figure is given; `qualitative` is a trend without a number, `unstated` an act on guidance without its figure.")
    ]
    low: Annotated[float | None, Meta(description="The low end, signed, in base units (12 million = 12000000, 5 % = 5, 70 bps = 70); null where open.")]
    high: Annotated[float | None, Meta(description="The high end; that of a point is its low end.")]
    unit: Annotated[
        str | None,
        Meta(description="An ISO currency, the same with `/share`, percent, percentage_points, basis_points, times or count; null without numbers."),
    ]
    noun: Annotated[str | None, Meta(description="For `count`: what is counted, in lower case; else null.")]
    scale_missing: Annotated[bool, Meta(description="True if a table prints amounts without their scale; the numbers are then as printed.")]
    trend: Annotated[Trend | None, Meta(description="For `qualitative`: the trend; else null.")]
    growth_basis: Annotated[GrowthBasis | None, Meta(description="For `change`: what is compared with; null where not said.")]
    direction: Annotated[Direction, Meta(description="How the figure relates to earlier guidance; `issued` where the text mentions none.")]
    prior: Annotated[FigurePrior | None, Meta(description="The earlier guidance for the same thing, if its figure is printed.")]
    value: Annotated[Place | None, Meta(description="The figure's words with sign, currency, unit and scale; for `qualitative` the word that gives the trend.")]
    score: Annotated[float, Meta(description="The probability that metric, period, low, high and unit are all right.")]
