"""Positions in code points to positions in UTF-16 units (JavaScript, Java, .NET) or UTF-8 bytes (Go, Rust, files).

In: a Release whose positions count code points. Out: the same release with every `start` and `end` converted.
"""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt

from forelook.records import Figure, FigureMetric, FigurePeriod, FigurePrior, Fragment, Offsets, Place, Quote, Release, Speaker, Statement


def convert_offsets(release: Release, offsets: Offsets) -> Release:
    """Return `release` with its positions in `offsets`.

    `source.start` counts in the submission that held the text, which is not at hand here: it is left out.
    """
    if offsets == "codepoint":
        return release
    if release.offsets != "codepoint" or not isinstance(release.text, str):
        raise ValueError(f"release {release.id}: offsets count {release.offsets} or its text is missing; expected code points, and the text")
    place = _places(release.text, offsets)

    def move_speaker(speaker: Speaker | None) -> Speaker | None:
        return speaker and Speaker(speaker.name, speaker.title, int(place[speaker.start]), int(place[speaker.end]))

    def move_statement(statement: Statement) -> Statement:
        start, end = int(place[statement.start]), int(place[statement.end])
        return msgspec.structs.replace(statement, start=start, end=end, speaker=move_speaker(statement.speaker))

    def move_quote(quote: Quote) -> Quote:
        fragments = [Fragment(int(place[fragment.start]), int(place[fragment.end])) for fragment in quote.fragments]
        return Quote(move_speaker(quote.speaker), quote.cue, fragments)

    def move_figure(figure: Figure) -> Figure:
        metric, period, prior = figure.metric, figure.period, figure.prior
        moved = period
        if period.start is not None and period.end is not None:
            moved = FigurePeriod(period.name, period.fiscal, int(place[period.start]), int(place[period.end]))
        return msgspec.structs.replace(
            figure,
            metric=FigureMetric(metric.name, int(place[metric.start]), int(place[metric.end])),
            entity=figure.entity and Place(int(place[figure.entity.start]), int(place[figure.entity.end])),
            period=moved,
            prior=prior and FigurePrior(prior.low, prior.high, int(place[prior.start]), int(place[prior.end])),
            value=figure.value and Place(int(place[figure.value.start]), int(place[figure.value.end])),
        )

    return msgspec.structs.replace(
        release,
        offsets=offsets,
        source=msgspec.structs.replace(release.source, start=None),
        statements=[move_statement(statement) for statement in release.statements],
        quotes=[move_quote(quote) for quote in release.quotes],
        figures=[move_figure(figure) for figure in release.figures] if isinstance(release.figures, list) else release.figures,
    )


def _places(text: str, offsets: Offsets) -> npt.NDArray[np.int64]:
    """Return the new position of every code point and of the text's end; shape (len(text) + 1,)."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    widths = 1 + (points > 0xFFFF).astype(np.int64)
    if offsets == "utf8":
        widths += (points > 0x7F).astype(np.int64) + (points > 0x7FF)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(widths)])
