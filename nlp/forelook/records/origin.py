"""Where a text comes from and what its first lines say: the records that precede any statement.

In: nothing. Out: Document, Source, Filing and Header, as frozen structs with a description of every field.
"""

from __future__ import annotations

from typing import Annotated, Any, final

from msgspec import Meta, Struct


@final
class Filing(Struct, frozen=True):
    """What the header of an EDGAR submission says about the filing; of several filers, about the one that filed for all, or else the first."""

    company: Annotated[str | None, Meta(description="The filer's conformed name.")] = None
    cik: Annotated[str | None, Meta(description="The filer's Central Index Key, ten digits.")] = None
    sic: Annotated[str | None, Meta(description="The filer's Standard Industrial Classification, four digits.")] = None
    form: Annotated[str | None, Meta(description="The submission type: 8-K, 8-K/A, 6-K, 10-Q, …")] = None
    items: Annotated[list[str], Meta(description='The items of the form as the header names them, by number ("2.02") where it gives or implies one.')] = []
    accession: Annotated[str | None, Meta(description="The accession number, 0001234567-24-000123.")] = None
    filed: Annotated[str | None, Meta(description="The day of filing, ISO 8601.")] = None
    period: Annotated[str | None, Meta(description="The period of report (for an 8-K the day of the event), ISO 8601.")] = None


class Ticker(Struct, frozen=True, gc=False):
    """A listing of the company that issues a release."""

    exchange: Annotated[str, Meta(description='The exchange or market by its usual name: "NYSE", "Nasdaq", "TSXV", "OTCQB", …')]
    symbol: Annotated[str, Meta(description="The symbol as the release writes it.")]


class Header(Struct, frozen=True):
    """What the first lines of a release say about it; null, or empty, where they do not."""

    headline: Annotated[str | None, Meta(description="The headline, blanks made single.")] = None
    place: Annotated[str | None, Meta(description="The place in the dateline, as written.")] = None
    date: Annotated[str | None, Meta(description="The date of the release, ISO 8601; null where the text does not give the year.")] = None
    wire: Annotated[str | None, Meta(description='The news wire by its usual name: "PR Newswire", "Business Wire", …')] = None
    tickers: Annotated[list[Ticker], Meta(description="The listings of the company, or companies, that issue the release.")] = []


class Source(Struct, frozen=True, gc=False):
    """Where a text came from."""

    path: Annotated[str | None, Meta(description="The file, archive member or table that held it; null for a text in memory.")] = None
    format: Annotated[str, Meta(description="What it was read as: text, html, jsonl, parquet, …")] = "text"
    exhibit: Annotated[str | None, Meta(description='The type of the EDGAR document: "EX-99.1"; null elsewhere.')] = None
    sha256: Annotated[str | None, Meta(description="The digest of the bytes of the file, member or row that held it.")] = None
    start: Annotated[int | None, Meta(description="Where a plain-text exhibit begins in its decoded submission, in code points.")] = None
    filing: Annotated[Filing | None, Meta(description="What the submission's header says about the filing; null where there is none.")] = None


class Document(Struct, frozen=True, gc=False):
    """One text to tag.

    `tables` are the spans of tabular rows that the reader has found (in HTML; plain text has none), `warnings` its guesses,
    `meta` the user's own data to copy into the Release.
    """

    id: str
    text: str
    source: Source = Source()
    tables: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()
    meta: dict[str, Any] = {}
