"""Explanations: why a statement has its label, and a line its kind.

In: nothing. Out: Explanation and its parts, as frozen structs with a description of every field.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from forelook.records.labels import Label

ReasonKind = Literal["word", "heading", "neighbours", "quotation", "layout", "rule"]


class Reason(Struct, frozen=True):
    """A reason for a statement's label, or against it, and the label's score without it."""

    kind: Annotated[ReasonKind, Meta(description="What it is.")]
    words: Annotated[str, Meta(description="The reason in words a reviewer understands.")]
    effect: Annotated[float, Meta(description="The decrease in the label's log-odds when it is taken away; negative if they rise.")]
    without: Annotated[float, Meta(description="The label's score without it.")]
    start: Annotated[int | None, Meta(description="Where its words begin; null if it is not about words.")]
    end: Annotated[int | None, Meta(description="Where those words end.")]


class Example(Struct, frozen=True):
    """An authored statement similar to the one explained."""

    release: Annotated[str, Meta(description="The authored release that contains it.")]
    label: Annotated[Label, Meta(description="The label that its author gave it.")]
    text: Annotated[str, Meta(description="Its words.")]
    similarity: Annotated[float, Meta(description="The cosine similarity of words and pairs of words, 0 to 1.")]


class Explanation(Struct, frozen=True):
    """Why a statement has its label."""

    statement: Annotated[int, Meta(description="Index into `statements`.")]
    start: Annotated[int, Meta(description="Where the statement begins.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    text: Annotated[str, Meta(description="Its words.")]
    label: Annotated[Label, Meta(description="Its label.")]
    score: Annotated[float, Meta(description="The label's score.")]
    runner_up: Annotated[Label, Meta(description="The second most probable label.")]
    runner_up_score: Annotated[float, Meta(description="The second label's score.")]
    reasons: Annotated[list[Reason], Meta(description="The reasons for the label, strongest first, then those against it.")]
    rest: Annotated[float, Meta(description="The label's score with all reasons for it taken away at once: the part that they do not account for.")]
    examples: Annotated[list[Example], Meta(description="The nearest authored statements, nearest first.")]


class LineReason(Struct, frozen=True):
    """Why a line is a heading, a list item, a table, or no statement at all."""

    start: Annotated[int, Meta(description="Where it begins.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    kind: Annotated[str, Meta(description="What it is: heading, list_item, table, dateline, title, artifact, contact, sentence, paragraph.")]
    statement: Annotated[int | None, Meta(description="Its index into `statements`; null if it is not a statement.")]
    why: Annotated[list[str], Meta(description="The reasons, in its form or in the model's scores.")]
