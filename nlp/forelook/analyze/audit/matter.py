"""What the checks look at: one Matter per release, gathered once.

In: a Release. Out: a Matter: its legend, its forward-looking statements, the factors that it names, which factors address
which statement, and the issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from forelook.analyze.audit.factors import cut_factors, cut_item, cut_subject
from forelook.analyze.audit.issuer import Issuer, find_issuer
from forelook.analyze.audit.legend import Legend, find_legend, is_cautionary
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.specific import is_specific
from forelook.analyze.audit.subjects import factor_subjects, statement_subjects
from forelook.errors import InputError
from forelook.records import Label, Release, Statement, check_release
from forelook.spans import Span

_QUOTED = re.compile(r"(?:[“\"]|``|'')([^“”\"`]{12,}?)(?:[”\"]|''|$)|^((?:[^“”\"`']|'(?!')){12,}?)(?:[”\"]|'')(?!\w)")
_APPARATUS = ("speaks", "duty_disclaimed", "form", "reference", "hedge", "warning_bare", "release_named")


class NamedFactor(NamedTuple):
    """A factor, whether it is specific, and the subjects that it addresses."""

    span: Span
    specific: bool
    subjects: frozenset[str]


class Forward(NamedTuple):
    """A forward-looking statement: its index among the statements, its subjects, and the factors that address it."""

    place: int
    statement: Statement
    subjects: frozenset[str]
    factors: tuple[NamedFactor, ...]
    matched: bool


@dataclass(frozen=True)
class Matter:
    """A release as the audit sees it; each part is computed at first use."""

    release: Release
    text: str

    @cached_property
    def legend(self) -> Legend:
        """The safe-harbor legend."""
        return find_legend(self.release, self.text)

    @cached_property
    def issuer(self) -> Issuer:
        """Date, listing and name."""
        found = self.release.header.date
        return find_issuer(self.text, date.fromisoformat(found) if found is not None else None)

    @cached_property
    def figures(self) -> list[Any]:
        """The guidance records; empty where figures were left out."""
        figures = self.release.figures
        return figures if isinstance(figures, list) else []

    @cached_property
    def factors(self) -> tuple[NamedFactor, ...]:
        """The factors that the cautionary statements name, in the order of the text."""
        found: dict[Span, NamedFactor] = {}
        for span in _factor_spans(self.legend):
            words = self.text[span[0] : span[1]]
            found[span] = NamedFactor(span, is_specific(words, self.issuer.own_words), factor_subjects(self.issuer.names.sub(" ", words)))
        return tuple(found[span] for span in sorted(found))

    @cached_property
    def forward(self) -> tuple[Forward, ...]:
        """The forward-looking statements outside the legend, each with the factors that address it."""
        metrics: dict[int, list[str]] = {}
        for figure in self.figures:
            metrics.setdefault(figure.statement, []).append(figure.metric.name)
        return tuple(
            self._match(index, statement, metrics.get(index, []))
            for index, statement in enumerate(self.release.statements)
            if statement.forward_looking and not is_cautionary(statement)
        )

    def _match(self, index: int, statement: Statement, metrics: list[str]) -> Forward:
        subjects = statement_subjects(self.issuer.names.sub(" ", _said(statement)), metrics)
        if subjects:
            factors = tuple(factor for factor in self.factors if factor.subjects & subjects)
            return Forward(index, statement, subjects, factors, bool(factors))
        specific = tuple(factor for factor in self.factors if factor.specific)
        return Forward(index, statement, subjects, specific, bool(specific))

    @cached_property
    def invoked(self) -> tuple[Span, ...]:
        """Where the legend cites the Act or its sections, or invokes a safe harbor."""
        names = ("act_full", "act_near", "section_bare", "safe_harbor")
        found = [span for name in names for span in self.legend.find(name, headings=name != "safe_harbor")]
        found += self.legend.find("safe_harbor_heading", headings=True)
        return tuple(sorted(set(found)))

    @cached_property
    def registrant(self) -> bool:
        """Whether the issuer reports to the SEC, as far as the release says."""
        return "us" in self.issuer.markets or any(True for name in ("sec", "us_form") for _ in self.legend.find(name))


def gather(release: Release) -> Matter:
    """Return what the checks look at; raises InputError for a release without its text, TypeError for anything but a Release."""
    check_release(release)
    if not isinstance(release.text, str):
        raise InputError(release.id, "an audit needs the release's text, which was left out", "tag it again without --no-text")
    return Matter(release, release.text)


def _said(statement: Statement) -> str:
    """Return what a statement says: of a quotation, only the words in quotation marks."""
    if statement.label is not Label.MANAGEMENT_QUOTE:
        return statement.text
    quoted = " ".join(match[1] or match[2] for match in _QUOTED.finditer(statement.text))
    return quoted or statement.text


def _factor_spans(legend: Legend) -> list[Span]:
    """Return the spans of the factors that sentences list, and of those that are a whole sentence or list item."""
    text, leads, cued = legend.text, False, False
    spans: list[Span] = []
    for start, end in legend.sentences:
        if phrase("word_list_quoted").search(text, start, end) or phrase("new_risks").search(text, start, end):
            continue
        listed = cut_factors(text, start, end, cued=cued and phrase("includes_factors").match(text, start, end) is not None)
        listed = listed or cut_subject(text, start, end)
        cued = phrase("factor_cue").search(text, start, end) is not None
        if listed:
            spans += listed
        elif kinds := phrase("kinds_of_risk").search(text, start, end):
            spans.append(kinds.span())
        elif phrase("unreleased").search(text, start, end):
            spans.append((start, end))
        elif (leads or phrase("risk_modal").search(text, start, end)) and not _is_apparatus(text, start, end):
            spans += [span for span in cut_item(text, start, end) if factor_subjects(text[span[0] : span[1]]) or leads]
        ends_open = text[max(start, end - 12) : end].rstrip().endswith((":", "following", "following."))
        leads = (ends_open and phrase("factor_cue").search(text, start, end) is not None) or (leads and not _is_apparatus(text, start, end))
    return spans


def _is_apparatus(text: str, start: int, end: int) -> bool:
    return any(phrase(name).search(text, start, end) for name in _APPARATUS)
