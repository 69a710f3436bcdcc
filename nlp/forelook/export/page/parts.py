"""The view of a release for the templates of the page.

In: a Release. Out: a View with paragraphs, figures, findings and quotes, each with the numbers of the anchors that it links to. No HTML here.
"""

from __future__ import annotations

from typing import NamedTuple

from forelook.analyze.audit import GRADES, check_titles
from forelook.analyze.paragraphs import Paragraph, find_paragraphs, read_text
from forelook.export.names import LABEL_TITLES, MARGIN_TITLES, UNKNOWN_SPEAKER, list_figures, name_metric, name_period, name_speaker, write_with_prior
from forelook.export.page.anchors import Anchors, Segment
from forelook.export.page.plot import Lane, draw_lanes
from forelook.export.visible import make_line, shorten
from forelook.records import Audit, Finding, Label, Release

_QUOTED = 90  # characters of a quote in the panel
_PASSAGE = 70  # characters of evidence in the panel
_SHOWN_EVIDENCE = 12
_BROAD = 75  # columns of a table, in its own type, that fit beside the margin of a printed page


class PagePart(NamedTuple):
    """A statement with its label, or other text (then `statement` is -1)."""

    statement: int
    segments: list[Segment]
    label: str = ""
    title: str = ""
    score: str = ""
    forward: bool = False
    speaker: str = ""
    speaks_on: bool = False  # the same speaker as in the statement before, in the same paragraph
    indent: str = ""
    broad: bool = False  # a table for which a printed page has no room beside its margin


class PageParagraph(NamedTuple):
    """A paragraph; `kind` as in analyze/paragraphs."""

    kind: str
    parts: list[PagePart]


class FigureRow(NamedTuple):
    """A row of the table of figures."""

    metric: str
    period: str
    amount: str
    direction: str
    score: str
    anchor: int | None
    statement: int


class FindingRow(NamedTuple):
    """A finding, with its evidence as pairs of words and anchor."""

    number: int
    title: str
    grade: str
    message: str
    source: str
    evidence: list[tuple[str, int]]


class SpeakerRow(NamedTuple):
    """A speaker, with quotes as pairs of words and the index of the statement."""

    name: str
    title: str
    quotes: list[tuple[str, int]]


class View(NamedTuple):
    """Everything that the page shows of one release; `key` is the prefix of its anchors."""

    key: str
    id: str
    headline: str
    counts: list[tuple[str, str, int]]
    statements: int
    forward: int
    blocks: list[PageParagraph]
    lanes: list[Lane]
    figures: list[FigureRow]
    findings: list[FindingRow]
    grades: list[tuple[str, int]]
    speakers: list[SpeakerRow]
    warnings: list[str]


def take_apart(release: Release, key: str) -> View:
    """Return the view of a release; raises InputError for a release without its text."""
    text = read_text(release)
    paragraphs = find_paragraphs(release)
    anchors = Anchors(len(text))
    figures = _figures(release, anchors)
    findings = _findings(release, text, anchors)
    audit = release.audit if isinstance(release.audit, Audit) else None
    grades = [(grade.replace("_", " "), getattr(audit.counts, grade)) for grade in GRADES if getattr(audit.counts, grade)] if audit else []
    blocks = [_block(release, text, paragraph, anchors) for paragraph in paragraphs]
    counts = [(label.value, LABEL_TITLES[label], getattr(release.summary, label.value)) for label in Label]
    return View(
        key,
        make_line(release.id),
        _headline(text, paragraphs),
        counts,
        release.summary.statements,
        release.summary.forward_looking,
        blocks,
        draw_lanes(release),
        figures,
        findings,
        grades,
        _speakers(release),
        [make_line(each) for each in release.warnings],
    )


def _headline(text: str, paragraphs: list[Paragraph]) -> str:
    """Return the first heading, or the first words of the text."""
    first = next((each for each in paragraphs if each.kind == "heading"), paragraphs[0] if paragraphs else None)
    return shorten(text[first.pieces[0].start : first.pieces[-1].end], 160) if first else ""


def _block(release: Release, text: str, paragraph: Paragraph, anchors: Anchors) -> PageParagraph:
    parts = []
    for piece in paragraph.pieces:
        segments = list(anchors.cut(text, piece.start, piece.end))
        if piece.statement is None:
            parts.append(PagePart(-1, segments))
            continue
        statement = release.statements[piece.statement]
        speaker = make_line(name_speaker(statement)) if statement.label is Label.MANAGEMENT_QUOTE else ""
        indent = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
        indent = indent if statement.kind == "table" and indent.isspace() else ""
        parts.append(
            PagePart(
                piece.statement,
                segments,
                statement.label.value,
                MARGIN_TITLES[statement.label],
                f"{statement.score:.2f}",
                statement.forward_looking,
                speaker,
                speaker != "" and any(part.speaker == speaker for part in parts[-1:]),
                indent,
                statement.kind == "table" and max(map(len, f"{indent}{statement.text}".splitlines())) > _BROAD,
            )
        )
    return PageParagraph(paragraph.kind, parts)


def _figures(release: Release, anchors: Anchors) -> list[FigureRow]:
    rows = []
    for figure in list_figures(release):
        place = figure.value or figure.metric
        anchor = anchors.add(place.start, place.end)
        metric, amount = make_line(name_metric(figure, release)), make_line(write_with_prior(figure))
        rows.append(FigureRow(metric, name_period(figure), amount, figure.direction, f"{figure.score:.2f}", anchor, figure.statement))
    return rows


def _findings(release: Release, text: str, anchors: Anchors) -> list[FindingRow]:
    """Return the findings, most serious first; those that do not apply are only counted."""
    if not isinstance(release.audit, Audit):
        return []
    titles = check_titles()
    shown = [each for grade in GRADES[:4] for each in release.audit.findings if each.finding == grade]
    return [
        FindingRow(each.number, titles.get(each.check, each.check), each.finding, make_line(each.message), each.source, _evidence(each, text, anchors))
        for each in shown
    ]


def _evidence(finding: Finding, text: str, anchors: Anchors) -> list[tuple[str, int]]:
    rows = []
    for each in finding.evidence[:_SHOWN_EVIDENCE]:
        anchor = anchors.add(each.start, each.end)
        if anchor is not None:
            rows.append((f"{each.role}: {shorten(text[each.start : each.end], _PASSAGE)}", anchor))
    return rows


def _speakers(release: Release) -> list[SpeakerRow]:
    rows: dict[str, SpeakerRow] = {}
    for index, statement in enumerate(release.statements):
        if statement.label is Label.MANAGEMENT_QUOTE:
            name = make_line(name_speaker(statement))
            title = make_line(statement.speaker.title or "") if statement.speaker is not None else ""
            rows.setdefault(name, SpeakerRow(name, title, [])).quotes.append((shorten(statement.text, _QUOTED), index))
    return sorted(rows.values(), key=lambda row: row.name == UNKNOWN_SPEAKER)
