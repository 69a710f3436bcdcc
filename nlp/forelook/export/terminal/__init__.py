"""A release as lines for the terminal, as `forelook show` prints it.

In: a Release, a width, and what to show. Out: lines of Rich text: the summary; the statements with label and score in a gutter; the figures;
and the most serious findings where the release has been audited.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rich.text import Text

from forelook.analyze.paragraphs import find_paragraphs, read_text
from forelook.export.names import sum_up
from forelook.export.terminal.below import render_figures, render_findings
from forelook.export.terminal.choice import Choice
from forelook.export.terminal.gutter import render_paragraph, wrap
from forelook.export.terminal.palette import LABEL_COLOURS, META_COLOUR
from forelook.export.visible import make_line
from forelook.records import Audit, Release

__all__ = ["LABEL_COLOURS", "META_COLOUR", "Choice", "render_figures", "render_release"]

EVERYTHING = Choice()


def render_release(release: Release, width: int, choice: Choice = EVERYTHING) -> Iterator[Text]:
    """Yield the lines that the terminal shows of `release`, at most `width` columns wide except for tables and unbreakable words."""
    yield from _render_head(release, width)
    text = read_text(release)
    before = ""
    for paragraph in find_paragraphs(release):
        lines = render_paragraph(release, text, paragraph, width, choice)
        if lines:
            if (before, paragraph.kind) != ("list", "list"):
                yield Text()
            yield from lines
            before = paragraph.kind
    for part in (render_figures(release, width), render_findings(release.audit, width) if isinstance(release.audit, Audit) else ()):
        lines = list(part)
        if lines:
            yield from chain([Text()], lines)
    for warning in release.warnings:
        yield Text(f"warning: {make_line(warning)}", "bold")


def _render_head(release: Release, width: int) -> Iterator[Text]:
    title = Text(f"── {make_line(release.id)} ", "bold")
    title.append("─" * (width - title.cell_len), META_COLOUR)
    yield title
    summary = Text()
    for label, words in sum_up(release.summary):
        summary.append(" · " if summary else "", META_COLOUR)
        summary.append(words, LABEL_COLOURS[label] if label is not None else "")
    yield from wrap(summary, width)
