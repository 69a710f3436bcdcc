"""The records that forelook hands out, and the JSON that they make: one release, one object.

Every position is a half-open range of code points into the text as read: `text[start:end]`. The JSON Schema of
`forelook schema` is generated from these classes, so what stands here is the contract (version `forelook/1`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

SCHEMA_VERSION = "forelook/1"

Kind = Literal["sentence", "heading", "list_item", "table"]
Grade = Literal["missing", "weak", "note", "fine", "not_applicable"]
ReasonKind = Literal["word", "heading", "neighbours", "quotation", "layout", "rule"]
Offsets = Literal["codepoint", "utf16", "utf8"]


class Label(StrEnum):
    """The four labels, in the order in which a model stores them."""

    GUIDANCE = "guidance"
    HISTORICAL_FACT = "historical_fact"
    MANAGEMENT_QUOTE = "management_quote"
    SAFE_HARBOR = "safe_harbor"


LABELS: tuple[Label, ...] = tuple(Label)


class Source(Struct, frozen=True, gc=False):
    """Where a text came from.

    `sha256` is the digest of the bytes of the file (or member, or row) that held it, `exhibit` the type of the
    EDGAR document ("EX-99.1"), `start` the position of a plain-text exhibit in its decoded submission.
    """

    path: str | None = None
    format: str = "text"
    exhibit: str | None = None
    sha256: str | None = None
    start: int | None = None


class Document(Struct, frozen=True, gc=False):
    """One text to be tagged, before tagging.

    `tables` are the spans of tabular rows that the reader knows of (HTML says so; a plain text does not), `warnings` what
    it had to guess.
    """

    id: str
    text: str
    source: Source
    tables: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()


class Model(Struct, frozen=True, gc=False):
    """Which model tagged a release; `sha256` is that of `model.joblib`."""

    name: str
    version: str
    sha256: str


class Speaker(Struct, frozen=True, gc=False):
    """Who is quoted: the fullest name in the release, without honorifics, and where that name stands."""

    name: str
    title: str | None
    start: int
    end: int


class Fragment(Struct, frozen=True, gc=False):
    """One unbroken stretch of quoted words, its quotation marks included."""

    start: int
    end: int


class Quote(Struct, frozen=True):
    """One utterance: all its fragments, who speaks, and the cue ("said", "added") that says so."""

    speaker: Speaker | None
    cue: str | None
    fragments: list[Fragment]


class Scores(Struct, frozen=True, gc=False):
    """Calibrated probabilities of the four labels; they sum to 1."""

    guidance: float
    historical_fact: float
    management_quote: float
    safe_harbor: float


class Statement(Struct, frozen=True, gc=False):
    """One tagged sentence, heading, list item or table; `text` is exactly `release.text[start:end]`."""

    start: int
    end: int
    text: str
    label: Label
    score: float
    scores: Scores
    forward_looking: bool
    forward_looking_score: float
    kind: Kind
    section: str | None
    speaker: Speaker | None
    quote: int | None


class Summary(Struct, frozen=True, gc=False):
    """How many statements a release holds, by label."""

    statements: int
    guidance: int
    historical_fact: int
    management_quote: int
    safe_harbor: int
    forward_looking: int


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


class Place(Struct, frozen=True, gc=False):
    """A stretch of the release's text."""

    start: Annotated[int, Meta(description="Where it begins.")]
    end: Annotated[int, Meta(description="Where it ends; the character there is no longer part of it.")]


class FigureMetric(Struct, frozen=True, gc=False):
    """What is predicted, and the words that name it."""

    name: Annotated[MetricName, Meta(description="The metric; `other` for a quantity that has no name of its own here, `all` for guidance as a whole.")]
    start: Annotated[int, Meta(description="Where the metric's words begin, without basis, part and growth words.")]
    end: Annotated[int, Meta(description="Where the metric's words end.")]


class FigurePeriod(Struct, frozen=True, gc=False):
    """The time that a figure is predicted for, resolved, and the words that give it; all null where none do."""

    name: Annotated[
        str | None,
        Meta(
            description="2024, 2024-Q3, 2024-H2, 2024-06, 2003-09Q (the quarter that ends then), from/to, from/, /by, annual, near-term, long-term, next-year."
        ),
    ] = None
    fiscal: Annotated[bool | None, Meta(description='True if the release calls the period "fiscal", else null.')] = None
    start: Annotated[int | None, Meta(description="Where the words begin that give the period; they may stand in an earlier statement or heading.")] = None
    end: Annotated[int | None, Meta(description="Where those words end.")] = None


class FigurePrior(Struct, frozen=True, gc=False):
    """The earlier guidance that a figure replaces or repeats."""

    low: Annotated[float | None, Meta(description="Its low end, in base units; null where open.")]
    high: Annotated[float | None, Meta(description="Its high end, in base units; null where open.")]
    start: Annotated[int, Meta(description="Where its figure begins.")]
    end: Annotated[int, Meta(description="Where its figure ends.")]


class Figure(Struct, frozen=True, gc=False):
    """One guidance record: one metric for one period, part of the company, measure and basis."""

    statement: Annotated[int, Meta(description="Index into `statements`.")]
    metric: Annotated[FigureMetric, Meta(description="What is predicted.")]
    basis: Annotated[Basis, Meta(description="The accounting basis that the words name.")]
    entity: Annotated[Place | None, Meta(description="The segment, product, subsidiary or partner meant; null for the whole company.")]
    period: Annotated[FigurePeriod, Meta(description="For when.")]
    measure: Annotated[Measure, Meta(description="`level`: the amount itself; `change`: growth, decline or difference to another period.")]
    form: Annotated[
        Form, Meta(description="How the figure is given; `qualitative` is a way without a number, `unstated` an act on guidance without its figure.")
    ]
    low: Annotated[float | None, Meta(description="The low end, signed, in base units (12 million = 12000000, 5 % = 5, 70 bps = 70); null where open.")]
    high: Annotated[float | None, Meta(description="The high end; that of a point is its low end.")]
    unit: Annotated[
        str | None,
        Meta(description="An ISO currency, the same with `/share`, percent, percentage_points, basis_points, times or count; null without numbers."),
    ]
    noun: Annotated[str | None, Meta(description="For `count`: what is counted, in lower case; else null.")]
    scale_missing: Annotated[bool, Meta(description="True if a table prints amounts and nowhere their scale: the numbers then stay as printed.")]
    trend: Annotated[Trend | None, Meta(description="For `qualitative`: the way; else null.")]
    growth_basis: Annotated[GrowthBasis | None, Meta(description="For `change`: what is compared with; null where not said.")]
    direction: Annotated[Direction, Meta(description="How the figure stands to earlier guidance; `issued` where nothing is said of any.")]
    prior: Annotated[FigurePrior | None, Meta(description="The earlier guidance for the same thing, if its figure is printed.")]
    value: Annotated[Place | None, Meta(description="The figure's words with sign, currency, unit and scale; for `qualitative` the word that gives the way.")]
    score: Annotated[float, Meta(description="The probability that metric, period, low, high and unit are all right.")]


class Evidence(Struct, frozen=True, gc=False):
    """A passage on which a finding rests, and the part that it plays in it."""

    start: Annotated[int, Meta(description="Where the passage begins in the release's text.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    role: Annotated[str, Meta(description="What it is evidence of: legend, word, warning, factor, statement, form, date, duty, act, listing, …")]


class Finding(Struct, frozen=True):
    """What one check of the safe-harbor audit found."""

    check: Annotated[str, Meta(description="The name of the check, as in `forelook audit`.")]
    number: Annotated[int, Meta(description="Its number, 1 to 21.")]
    finding: Annotated[Grade, Meta(description="Gravest first: missing, weak, note, fine, not_applicable.")]
    message: Annotated[str, Meta(description="What was found, where, and what to add.")]
    source: Annotated[str, Meta(description="The statute, rule or decision on which the check rests.")]
    evidence: Annotated[list[Evidence], Meta(description="The passages on which the finding rests; none if it does not apply.")]
    score: Annotated[float, Meta(description="Estimated share of releases on which a reader agrees with this check, 0 to 1; the same for every release.")]


class Factor(Struct, frozen=True, gc=False):
    """A risk factor that the release names."""

    start: Annotated[int, Meta(description="Where it begins in the release's text.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    specific: Annotated[bool, Meta(description="Whether it names a thing of the company or its trade, so that not every company's legend could hold it.")]


class Match(Struct, frozen=True):
    """A forward-looking statement with the risk factors that speak of its subject."""

    statement: Annotated[int, Meta(description="Index into `statements`.")]
    subjects: Annotated[list[str], Meta(description="What the statement is about: sales, costs, tax, deals, …; empty if too vague to have a subject.")]
    factors: Annotated[list[Factor], Meta(description="The factors that speak of it; none if nothing does.")]


class GradeCounts(Struct, frozen=True, gc=False):
    """How many checks came to each finding."""

    missing: Annotated[int, Meta(description="What protection rests on is absent.")]
    weak: Annotated[int, Meta(description="There, but as courts or staff have found wanting.")]
    note: Annotated[int, Meta(description="Worth a look; no rule is broken.")]
    fine: Annotated[int, Meta(description="Nothing to object to.")]
    not_applicable: Annotated[int, Meta(description="The check does not apply to this release.")]


class Audit(Struct, frozen=True):
    """The safe-harbor audit of a release: a reviewer's checklist, no legal advice."""

    legend: Annotated[list[Fragment], Meta(description="The safe-harbor legend, by unbroken stretches; empty if there is none.")]
    worst: Annotated[Grade, Meta(description="The gravest finding.")]
    counts: Annotated[GradeCounts, Meta(description="How many checks came to each finding.")]
    findings: Annotated[list[Finding], Meta(description="All 21 findings, in the order of their numbers.")]
    matches: Annotated[list[Match], Meta(description="Every forward-looking statement with the factors that speak of it, in the order of the text.")]


class Reason(Struct, frozen=True):
    """Something that speaks for a statement's label, or against it, and what the model says without it."""

    kind: Annotated[ReasonKind, Meta(description="What it is.")]
    words: Annotated[str, Meta(description="The reason in words a reviewer understands.")]
    effect: Annotated[float, Meta(description="By how much the log-odds of the label fall when it is taken away; negative if they rise.")]
    without: Annotated[float, Meta(description="The label's score without it.")]
    start: Annotated[int | None, Meta(description="Where the words stand that bear it; null if it is none of words.")]
    end: Annotated[int | None, Meta(description="Where those words end.")]


class Example(Struct, frozen=True):
    """An authored statement that is like the one explained."""

    release: Annotated[str, Meta(description="The authored release that it stands in.")]
    label: Annotated[Label, Meta(description="The label that its author gave it.")]
    text: Annotated[str, Meta(description="Its words.")]
    similarity: Annotated[float, Meta(description="Cosine of the two statements' words and pairs of words, 0 to 1.")]


class Explanation(Struct, frozen=True):
    """Why a statement bears its label."""

    statement: Annotated[int, Meta(description="Index into `statements`.")]
    start: Annotated[int, Meta(description="Where the statement begins.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    text: Annotated[str, Meta(description="Its words.")]
    label: Annotated[Label, Meta(description="Its label.")]
    score: Annotated[float, Meta(description="The label's score.")]
    runner_up: Annotated[Label, Meta(description="The label that comes second.")]
    runner_up_score: Annotated[float, Meta(description="The second label's score.")]
    reasons: Annotated[list[Reason], Meta(description="What speaks for the label, strongest first, then what speaks against it.")]
    rest: Annotated[float, Meta(description="The label's score with everything that speaks for it taken away at once: what the reasons do not account for.")]
    examples: Annotated[list[Example], Meta(description="The nearest authored statements, nearest first.")]


class LineReason(Struct, frozen=True):
    """Why a line is what the layout makes of it: a heading, a list item, a table, or no statement at all."""

    start: Annotated[int, Meta(description="Where it begins.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    kind: Annotated[str, Meta(description="What it is: heading, list_item, table, dateline, title, furniture, contact, sentence, paragraph.")]
    statement: Annotated[int | None, Meta(description="Its index into `statements`; null if it asserts nothing.")]
    why: Annotated[list[str], Meta(description="What in its form, or in the model's reading, makes it so.")]


class Release(Struct):
    """A tagged release. Its statements stand in the order of the text and do not overlap."""

    schema: str
    id: str
    source: Source
    model: Model
    offsets: Offsets
    text: str | UnsetType
    statements: list[Statement]
    quotes: list[Quote]
    figures: list[Figure] | UnsetType
    summary: Summary
    warnings: list[str]
    audit: Audit | UnsetType = UNSET

    def to_json(self) -> bytes:
        """Return the release as one line of JSON, without the line's end."""
        return _ENCODER.encode(self)

    @classmethod
    def from_json(cls, line: bytes) -> Release:
        """Return the release that `to_json` wrote, with or without its `text`."""
        return cls(*msgspec.structs.astuple(_DECODER.decode(line)))

    def without_text(self) -> Release:
        """Return the same release with its own `text` left out; the statements keep theirs."""
        return msgspec.structs.replace(self, text=UNSET)


_ENCODER = msgspec.json.Encoder()
_OPTIONAL = ("text", "figures", "audit")  # --no-text and --no-figures leave them out, releases tagged before figures have none, only `audit` audits
# The same fields by keyword: only so can one that others follow, `text`, be left out.
_LINE = msgspec.defstruct(
    "Release",
    [(field.name, field.type, UNSET) if field.name in _OPTIONAL else (field.name, field.type) for field in msgspec.structs.fields(Release)],
    kw_only=True,
)
_DECODER = msgspec.json.Decoder(_LINE)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a release."""
    schema = msgspec.json.schema(Release)
    release = schema["$defs"]["Release"]
    release["required"] = [name for name in release["required"] if name not in _OPTIONAL]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA_VERSION, **schema}
