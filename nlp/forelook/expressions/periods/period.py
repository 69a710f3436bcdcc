"""A period that a text names: its words, and what they mean."""

from __future__ import annotations

from msgspec import Struct


class When(Struct, frozen=True, gc=False):
    """A period's words, and what they mean."""

    start: int
    end: int
    name: str | None
    fiscal: bool
    compared: bool  # it belongs to what a figure is compared with
    year: int | None  # in which it ends
    past: bool  # it was over when the release came out
    kind: str  # the kind of words: quarter, half, year, bare, date, annual …
    over: bool = False  # the release reports it, or a later one
