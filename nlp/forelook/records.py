"""The records that forelook hands out, and the JSON that they make: one release, one object.

Every position is a half-open range of code points into the text as read: `text[start:end]`. The JSON Schema of
`forelook schema` is generated from these classes, so what stands here is the contract (version `forelook/1`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

SCHEMA_VERSION = "forelook/1"

Kind = Literal["sentence", "heading", "list_item", "table"]
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
    """One text to be tagged, before tagging."""

    id: str
    text: str
    source: Source


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
    summary: Summary
    warnings: list[str]

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
# The same fields by keyword: only so can one that others follow, `text`, be left out.
_LINE = msgspec.defstruct(
    "Release",
    [(field.name, field.type, UNSET) if field.name == "text" else (field.name, field.type) for field in msgspec.structs.fields(Release)],
    kw_only=True,
)
_DECODER = msgspec.json.Decoder(_LINE)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a release."""
    schema = msgspec.json.schema(Release)
    schema["$defs"]["Release"]["required"].remove("text")  # --no-text leaves it out
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA_VERSION, **schema}
