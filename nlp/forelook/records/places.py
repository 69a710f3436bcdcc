"""Stretches of a release's text, for other records.

In: nothing. Out: Place and Fragment, as frozen structs with a description of every field.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class Place(Struct, frozen=True, gc=False):
    """A stretch of the release's text."""

    start: Annotated[int, Meta(description="Where it begins.")]
    end: Annotated[int, Meta(description="Where it ends; the character there is no longer part of it.")]


class Fragment(Struct, frozen=True, gc=False):
    """One unbroken stretch of text; of quoted words, with their quotation marks."""

    start: Annotated[int, Meta(description="Where it begins.")]
    end: Annotated[int, Meta(description="Where it ends.")]
