"""The comparison of two versions of a release: the JSON of `forelook diff`.

In: nothing. Out: Diff and its parts, as frozen structs with a description of every field.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from forelook.records.audit import Grade
from forelook.records.figures import Figure
from forelook.records.labels import Label

StatementChangeKind = Literal["added", "dropped", "reworded", "moved", "label", "forward_looking", "speaker"]
FigureChangeKind = Literal["raised", "lowered", "narrowed", "updated", "rolled_forward", "new", "withdrawn", "lapsed"]
FactorChangeKind = Literal["added", "dropped"]
SpeakerChangeKind = Literal["added", "dropped", "title"]
FindingChangeKind = Literal["came", "went", "graver", "milder"]


class DiffUnit(Struct, frozen=True, gc=False):
    """A statement of one version, or other text, such as a heading or an address, which has no label."""

    statement: Annotated[int | None, Meta(description="Index into the `statements` of its release; null for other text.")]
    start: Annotated[int, Meta(description="Where it begins in the text of its release.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    text: Annotated[str, Meta(description="Its text.")]
    label: Annotated[Label | None, Meta(description="Its label.")]
    forward_looking: Annotated[bool, Meta(description="Whether it looks forward.")]
    speaker: Annotated[str | None, Meta(description="Who says it, if it is quoted.")]


class StatementChange(Struct, frozen=True, gc=False):
    """A statement that is not the same in both versions; `old` is null for an added one, `new` for a dropped one."""

    changes: Annotated[list[StatementChangeKind], Meta(description="What has changed, at least one thing.")]
    similarity: Annotated[float, Meta(description="The share of words that both have, 0 to 1.")]
    old: Annotated[DiffUnit | None, Meta(description="As it was.")]
    new: Annotated[DiffUnit | None, Meta(description="As it is.")]


class FigureChange(Struct, frozen=True, gc=False):
    """Guidance on one metric, period, part, measure and basis that is not the same in both versions."""

    change: Annotated[
        FigureChangeKind,
        Meta(
            description="How the new version differs from the old; `rolled_forward`: given for a later period instead of the old one; "
            "`withdrawn`: withdrawn by the text, or no longer given; `lapsed`: no longer given because the period had ended when the new version came out."
        ),
    ]
    old: Annotated[Figure | None, Meta(description="As it was; null where new.")]
    new: Annotated[Figure | None, Meta(description="As it is; null where no longer given.")]


class SpeakerChange(Struct, frozen=True, gc=False):
    """Someone who is quoted in one version only, or with another title."""

    change: Annotated[SpeakerChangeKind, Meta(description="What has changed.")]
    name: Annotated[str, Meta(description="The speaker's name.")]
    old_title: Annotated[str | None, Meta(description="The title as it was.")]
    new_title: Annotated[str | None, Meta(description="The title as it is.")]


class FindingChange(Struct, frozen=True, gc=False):
    """A finding of the audit that came, went, or became more or less serious."""

    change: Annotated[FindingChangeKind, Meta(description="Which of these.")]
    check: Annotated[str, Meta(description="The name of the check.")]
    number: Annotated[int, Meta(description="Its number, 1 to 21.")]
    old: Annotated[Grade, Meta(description="The finding on the old version.")]
    new: Annotated[Grade, Meta(description="The finding on the new version.")]
    message: Annotated[str, Meta(description="The audit's message on the new version.")]


class FactorChange(Struct, frozen=True, gc=False):
    """A risk factor that only one version names."""

    change: Annotated[FactorChangeKind, Meta(description="Whether the new version adds or drops it.")]
    start: Annotated[int, Meta(description="Where it begins in the text of the version that names it.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    text: Annotated[str, Meta(description="Its words, on one line.")]
    specific: Annotated[bool, Meta(description="Whether it names a thing of the company or its trade, so that not every company's legend could hold it.")]


class Diff(Struct, frozen=True):
    """Everything that differs between two versions of a release; every list is empty where nothing does."""

    schema: Annotated[str, Meta(description='The version of this contract: "forelook/1".')]
    old: Annotated[str, Meta(description="The id of the old version.")]
    new: Annotated[str, Meta(description="The id of the new version.")]
    statements: Annotated[list[StatementChange], Meta(description="Statements and other text that changed, in reading order.")]
    figures: Annotated[list[FigureChange], Meta(description="Guidance that changed.")]
    speakers: Annotated[list[SpeakerChange], Meta(description="Speakers who came, went, or have another title.")]
    findings: Annotated[list[FindingChange], Meta(description="Findings of the safe-harbor audit that came, went, or changed, in the order of the checks.")]
    factors: Annotated[list[FactorChange], Meta(description="Risk factors that only one version names: first those added, then those dropped.")]
    old_warnings: Annotated[list[str], Meta(description="What is unusual about the old version, in words; no difference by itself.")]
    new_warnings: Annotated[list[str], Meta(description="What is unusual about the new version, in words.")]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.statements or self.figures or self.speakers or self.findings or self.factors)

    def to_json(self) -> bytes:
        """Return the diff as one line of JSON, without the line's end."""
        return msgspec.json.encode(self)
