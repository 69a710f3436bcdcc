"""The columns of a release in Parquet and Spark: the JSON contract in Arrow types.

In: nothing. Out: one nested schema; offsets are 32-bit integers, scores 64-bit floats. `text` is null where it was left out.
Needs the extra `[parquet]` or `[spark]`.
"""

from __future__ import annotations

import pyarrow as pa

from forelook.records import LABELS

SPEAKER = pa.struct([("name", pa.string()), ("title", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
FRAGMENT = pa.struct([("start", pa.int32()), ("end", pa.int32())])
QUOTE = pa.struct([("speaker", SPEAKER), ("cue", pa.string()), ("fragments", pa.list_(FRAGMENT))])
SCORES = pa.struct([(label.value, pa.float64()) for label in LABELS])
STATEMENT = pa.struct(
    [
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("text", pa.string()),
        ("label", pa.string()),
        ("score", pa.float64()),
        ("scores", SCORES),
        ("forward_looking", pa.bool_()),
        ("forward_looking_score", pa.float64()),
        ("kind", pa.string()),
        ("section", pa.string()),
        ("speaker", SPEAKER),
        ("quote", pa.int32()),
    ]
)
PLACE = FRAGMENT
PRIOR = pa.struct([("low", pa.float64()), ("high", pa.float64()), ("start", pa.int32()), ("end", pa.int32())])
FIGURE = pa.struct(
    [
        ("statement", pa.int32()),
        ("metric", pa.struct([("name", pa.string()), ("start", pa.int32()), ("end", pa.int32())])),
        ("basis", pa.string()),
        ("entity", PLACE),
        ("period", pa.struct([("name", pa.string()), ("fiscal", pa.bool_()), ("start", pa.int32()), ("end", pa.int32())])),
        ("measure", pa.string()),
        ("form", pa.string()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("unit", pa.string()),
        ("noun", pa.string()),
        ("scale_missing", pa.bool_()),
        ("trend", pa.string()),
        ("growth_basis", pa.string()),
        ("direction", pa.string()),
        ("prior", PRIOR),
        ("value", PLACE),
        ("score", pa.float64()),
    ]
)
FILING = pa.struct(
    [
        ("company", pa.string()),
        ("cik", pa.string()),
        ("sic", pa.string()),
        ("form", pa.string()),
        ("items", pa.list_(pa.string())),
        ("accession", pa.string()),
        ("filed", pa.string()),
        ("period", pa.string()),
    ]
)
SOURCE = pa.struct(
    [("path", pa.string()), ("format", pa.string()), ("exhibit", pa.string()), ("sha256", pa.string()), ("start", pa.int32()), ("filing", FILING)]
)
TICKER = pa.struct([("exchange", pa.string()), ("symbol", pa.string())])
HEADER = pa.struct([("headline", pa.string()), ("place", pa.string()), ("date", pa.string()), ("wire", pa.string()), ("tickers", pa.list_(TICKER))])
MODEL = pa.struct([("name", pa.string()), ("version", pa.string()), ("sha256", pa.string()), ("precise", pa.string())])
SUMMARY = pa.struct([("statements", pa.int32()), *((label.value, pa.int32()) for label in LABELS), ("forward_looking", pa.int32())])

RELEASE = pa.schema(
    [
        ("schema", pa.string()),
        ("id", pa.string()),
        ("source", SOURCE),
        ("header", HEADER),
        ("model", MODEL),
        ("offsets", pa.string()),
        ("text", pa.string()),
        ("statements", pa.list_(STATEMENT)),
        ("quotes", pa.list_(QUOTE)),
        ("figures", pa.list_(FIGURE)),
        ("summary", SUMMARY),
        ("warnings", pa.list_(pa.string())),
    ]
)
