"""The records that forelook returns, and their JSON contract, one file per topic.

In: nothing. Out: structs, and the JSON Schema generated from them.
"""

from forelook.records.audit import Audit, Evidence, Factor, Finding, Grade, GradeCounts, Match
from forelook.records.explanation import Example, Explanation, LineReason, Reason, ReasonKind
from forelook.records.figures import (
    Basis,
    Direction,
    Figure,
    FigureMetric,
    FigurePeriod,
    FigurePrior,
    Form,
    GrowthBasis,
    Measure,
    MetricName,
    Trend,
)
from forelook.records.labels import LABELS, Label
from forelook.records.origin import Document, Filing, Header, Source, Ticker
from forelook.records.places import Fragment, Place
from forelook.records.release import (
    LEFT_OUT,
    SCHEMA_VERSION,
    Kind,
    Model,
    Offsets,
    Quote,
    Release,
    Scores,
    Speaker,
    Statement,
    Summary,
    check_release,
    json_schema,
)

__all__ = [
    "LABELS",
    "LEFT_OUT",
    "SCHEMA_VERSION",
    "Audit",
    "Basis",
    "Direction",
    "Document",
    "Evidence",
    "Example",
    "Explanation",
    "Factor",
    "Figure",
    "FigureMetric",
    "FigurePeriod",
    "FigurePrior",
    "Filing",
    "Finding",
    "Form",
    "Fragment",
    "Grade",
    "GradeCounts",
    "GrowthBasis",
    "Header",
    "Kind",
    "Label",
    "LineReason",
    "Match",
    "Measure",
    "MetricName",
    "Model",
    "Offsets",
    "Place",
    "Quote",
    "Reason",
    "ReasonKind",
    "Release",
    "Scores",
    "Source",
    "Speaker",
    "Statement",
    "Summary",
    "Ticker",
    "Trend",
    "check_release",
    "json_schema",
]
