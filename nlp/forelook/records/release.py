"""The records that forelook returns, and their JSON: one release, one object.

In: nothing. Out: Release and its parts, and the JSON Schema of them.

Every position is a half-open range of code points into the text as read: `text[start:end]`. The JSON Schema of
`forelook schema` is generated from these classes, so they are the contract (version `forelook/1`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, final

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from forelook import notebook
from forelook.records.audit import Audit
from forelook.records.figures import Figure
from forelook.records.labels import Label
from forelook.records.origin import Header, Source
from forelook.records.places import Fragment

SCHEMA_VERSION = "forelook/1"

Kind = Literal["sentence", "heading", "list_item", "table"]
Offsets = Literal["codepoint", "utf16", "utf8"]
LEFT_OUT: Any = UNSET
"""The value of a `text` or `figures` that was left out; it is not written to the JSON."""


class Model(Struct, frozen=True, gc=False):
    """Which model tagged a release."""

    name: Annotated[str, Meta(description="The model's name.")]
    version: Annotated[str, Meta(description="The version of forelook that trained it.")]
    sha256: Annotated[str, Meta(description="The digest of its `model.joblib`.")]
    precise: Annotated[str | UnsetType, Meta(description="The digest of the transformer that read doubtful statements; only with `--precise`.")] = UNSET


@final
class Speaker(Struct, frozen=True, gc=False):
    """Who is quoted."""

    name: Annotated[str, Meta(description="The fullest name in the release, without honorifics.")]
    title: Annotated[str | None, Meta(description="The office that the release gives, as written; null where it gives none.")]
    start: Annotated[int, Meta(description="Where that name begins.")]
    end: Annotated[int, Meta(description="Where that name ends.")]


class Quote(Struct, frozen=True):
    """One utterance, over paragraphs and attributions."""

    speaker: Annotated[Speaker | None, Meta(description="The speaker; null where nobody is named.")]
    cue: Annotated[str | None, Meta(description='The verb of the attribution: "said", "added", …; null where there is none.')]
    fragments: Annotated[list[Fragment], Meta(description="Its unbroken stretches, in order.")]


class Scores(Struct, frozen=True, gc=False):
    """Calibrated probabilities of the four labels; they sum to 1."""

    guidance: Annotated[float, Meta(description="The probability of guidance.")]
    historical_fact: Annotated[float, Meta(description="The probability of historical fact.")]
    management_quote: Annotated[float, Meta(description="The probability of a management quote.")]
    safe_harbor: Annotated[float, Meta(description="The probability of safe-harbor legend.")]


class Statement(Struct, frozen=True, gc=False):
    """One tagged sentence, heading, list item or table."""

    start: Annotated[int, Meta(description="Where it begins in the release's text.")]
    end: Annotated[int, Meta(description="Where it ends; the character there is no longer part of it.")]
    text: Annotated[str, Meta(description="Exactly the release's `text[start:end]`.")]
    label: Annotated[
        Label,
        Meta(
            description="The label. Not always the most probable one: guidance, which is rare, is predicted from odds of 2 to 3, in tables only from 2 to 1, "
            "which finds most of it for the fewest false ones."
        ),
    ]
    score: Annotated[float, Meta(description="The calibrated probability of `label`.")]
    scores: Annotated[Scores, Meta(description="The calibrated probabilities of all four labels; they sum to 1.")]
    forward_looking: Annotated[bool, Meta(description="Whether it looks forward: guidance always, a quote if its content does, the others never.")]
    forward_looking_score: Annotated[float, Meta(description="The probability that it is guidance or a quote that looks forward.")]
    kind: Annotated[Kind, Meta(description="Its kind in the layout: sentence, heading, list_item or table.")]
    section: Annotated[str | None, Meta(description="The heading above it, with single blanks; null before the first one.")]
    speaker: Annotated[Speaker | None, Meta(description="For a management quote: who is quoted; else null.")]
    quote: Annotated[int | None, Meta(description="For a management quote: the index into `quotes`; else null.")]


class Summary(Struct, frozen=True, gc=False):
    """The numbers of statements of a release."""

    statements: Annotated[int, Meta(description="All of them.")]
    guidance: Annotated[int, Meta(description="Those that are guidance.")]
    historical_fact: Annotated[int, Meta(description="Those that are historical fact.")]
    management_quote: Annotated[int, Meta(description="Those that are management quotes.")]
    safe_harbor: Annotated[int, Meta(description="Those that belong to the safe-harbor legend.")]
    forward_looking: Annotated[int, Meta(description="Those that look forward, guidance and quotes together.")]


class Release(Struct):
    """A tagged release. Its statements are in the order of the text and do not overlap.

    `text` and `figures` hold `msgspec.UNSET` where they were left out (`without_text`, `load(figures=False)`, --no-text, --no-figures). Type checkers see a
    str and a list all the same: whoever leaves them out knows it, and nobody else should have to check. `audit` is UNSET, which is false, without an audit.
    """

    schema: Annotated[str, Meta(description='The version of this contract: "forelook/1", to which fields are only added.')]
    id: Annotated[str, Meta(description="The release's id: an accession number with the exhibit's type, a file's path without suffix, or a row's own.")]
    source: Annotated[Source, Meta(description="Where the text comes from.")]
    header: Annotated[Header, Meta(description="What its first lines say about it.")]
    meta: Annotated[dict[str, Any], Meta(description="The columns of the input that --keep names, unchanged.")]
    model: Annotated[Model, Meta(description="Which model tagged it.")]
    offsets: Annotated[Offsets, Meta(description="What every `start` and `end` counts: code points, UTF-16 units or UTF-8 bytes.")]
    if TYPE_CHECKING:  # see above
        text: str
    else:
        text: Annotated[str | UnsetType, Meta(description="The text as read, to which all positions refer; missing with --no-text.")]
    statements: Annotated[list[Statement], Meta(description="The statements, in the order of the text.")]
    quotes: Annotated[list[Quote], Meta(description="The utterances, in the order of the text.")]
    if TYPE_CHECKING:
        figures: list[Figure]
    else:
        figures: Annotated[list[Figure] | UnsetType, Meta(description="Its guidance, as figures; missing with --no-figures.")]
    summary: Annotated[Summary, Meta(description="Counts of the statements.")]
    warnings: Annotated[list[str], Meta(description="What is unusual about the release, in words.")]
    audit: Annotated[Audit | UnsetType, Meta(description="The safe-harbor audit; only from `forelook audit`.")] = UNSET

    def to_json(self) -> bytes:
        """Return the release as one line of JSON, without the line's end."""
        return _ENCODER.encode(self)

    @classmethod
    def from_json(cls, line: bytes) -> Release:
        """Return the release that `to_json` wrote, with or without its `text`."""
        return cls(*msgspec.structs.astuple(_DECODER.decode(line)))

    def to_dict(self) -> dict[str, Any]:
        """Return the release as dicts, lists, strings and numbers with the structure of its JSON.

        >>> import forelook
        >>> forelook.load()("Acme expects revenue of $5 million in 2026.").to_dict()["statements"][0]["label"]
        'guidance'
        """
        as_dict: dict[str, Any] = msgspec.to_builtins(self)
        return as_dict

    def _repr_html_(self) -> str | None:
        """Return the release as a notebook shows it: its text with labels in the margin, a summary beside it; None without its text."""
        if not isinstance(self.text, str) or self.offsets != "codepoint":
            return None
        return notebook.render(self)

    def without_text(self) -> Release:
        """Return the same release with its own `text` left out; the statements keep theirs."""
        return msgspec.structs.replace(self, text=LEFT_OUT)


_ENCODER = msgspec.json.Encoder()
# Fields that a line may lack: --no-text and --no-figures leave them out, only `audit` adds them, or earlier versions did not have them.
_OPTIONAL: dict[str, Any] = {"text": UNSET, "figures": UNSET, "audit": UNSET, "header": Header(), "meta": {}}
# The same fields by keyword, so that a field before others can be left out.
_LINE = msgspec.defstruct(
    "Release",
    [(field.name, field.type, _OPTIONAL[field.name]) if field.name in _OPTIONAL else (field.name, field.type) for field in msgspec.structs.fields(Release)],
    kw_only=True,
)
_DECODER = msgspec.json.Decoder(_LINE)


def check_release(value: object) -> None:
    """Raise TypeError, which says what to do, for anything but a Release."""
    if not isinstance(value, Release):
        raise TypeError(f"expected a Release, as a Tagger returns, not {type(value).__name__}; tag the text first: forelook.load()(text)")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a release, with a description of every field."""
    schema = msgspec.json.schema(Release)
    release = schema["$defs"]["Release"]
    release["required"] = [name for name in release["required"] if name not in _OPTIONAL]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA_VERSION, **schema}
