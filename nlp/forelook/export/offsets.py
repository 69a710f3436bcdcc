"""Converts offsets in code points to UTF-16 code units (JavaScript, Java, .NET) or UTF-8 bytes (Go, Rust, files).

In: a Release whose offsets count code points. Out: the same release with every `start` and `end` converted.
"""

from __future__ import annotations

import msgspec
import numpy as np

from forelook.arrays import Ints
from forelook.records import Figure, FigureMetric, FigurePeriod, FigurePrior, Fragment, Offsets, Place, Quote, Release, Speaker, Statement


def convert_offsets(release: Release, offsets: Offsets) -> Release:
    """Return `release` with its offsets counted in `offsets`.

    `source.start` is an offset into the submission, which is not available here, so it is left out.

    Raises ValueError where the release has no text, or its offsets do not count code points.
    """
    if offsets == "codepoint":
        return release
    if release.offsets != "codepoint" or not isinstance(release.text, str):
        raise ValueError(f"release {release.id}: offsets count {release.offsets} or its text is missing; expected code points, and the text")
    place = count_places(release.text, offsets).tolist()
    return msgspec.structs.replace(
        release,
        offsets=offsets,
        source=msgspec.structs.replace(release.source, start=None),
        statements=[_move_statement(statement, place) for statement in release.statements],
        quotes=[_move_quote(quote, place) for quote in release.quotes],
        figures=[_move_figure(figure, place) for figure in release.figures] if isinstance(release.figures, list) else release.figures,
    )


def _move_speaker(speaker: Speaker | None, place: list[int]) -> Speaker | None:
    return speaker and Speaker(speaker.name, speaker.title, place[speaker.start], place[speaker.end])


def _move_statement(statement: Statement, place: list[int]) -> Statement:
    start, end = place[statement.start], place[statement.end]
    return msgspec.structs.replace(statement, start=start, end=end, speaker=_move_speaker(statement.speaker, place))


def _move_quote(quote: Quote, place: list[int]) -> Quote:
    fragments = [Fragment(place[fragment.start], place[fragment.end]) for fragment in quote.fragments]
    return Quote(_move_speaker(quote.speaker, place), quote.cue, fragments)


def _move_figure(figure: Figure, place: list[int]) -> Figure:
    metric, period, prior = figure.metric, figure.period, figure.prior
    if period.start is not None and period.end is not None:
        period = FigurePeriod(period.name, period.fiscal, place[period.start], place[period.end])
    return msgspec.structs.replace(
        figure,
        metric=FigureMetric(metric.name, place[metric.start], place[metric.end]),
        entity=figure.entity and Place(place[figure.entity.start], place[figure.entity.end]),
        period=period,
        prior=prior and FigurePrior(prior.low, prior.high, place[prior.start], place[prior.end]),
        value=figure.value and Place(place[figure.value.start], place[figure.value.end]),
    )


def count_places(text: str, offsets: Offsets) -> Ints:
    """Return the new offset of every code point and of the end of the text; shape (len(text) + 1,)."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    widths = 1 + (points > 0xFFFF).astype(np.int64)
    if offsets == "utf8":
        widths += (points > 0x7F).astype(np.int64) + (points > 0x7FF)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(widths)])
