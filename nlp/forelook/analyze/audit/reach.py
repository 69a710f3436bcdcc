"""Which statements a legend means: by its scope, its captions, or its subjects.

In: a Legend and its Release. Out: the spans that say so; none where the legend only says that there are forward-looking statements.
"""

from __future__ import annotations

import re

from forelook.analyze.audit.legend import Legend, is_cautionary
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.specific import read_stems, stem
from forelook.analyze.audit.wordlist import listed_words
from forelook.records import Release
from forelook.spans import Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_FACTORS = re.compile(r"\b(?:factors?|risks?|uncertaint\w+|differ\w*|filings?|reports?)\b[^.;]{0,80}$", re.IGNORECASE)


def names_statements(legend: Legend, release: Release) -> list[Span]:
    """Return the spans in which the legend says which statements it means."""
    found = [*legend.find("not_historical"), *legend.find("reach")]
    if words := listed_words(legend):
        found.append((words[0][1][0], words[-1][1][1]))
    return found or _subjects(legend, release)


def other_document(legend: Legend, release: Release) -> Span | None:
    """Return the span that shows that a legend was written for another document, None if there is none."""
    for start, end in legend.sentences:
        match = phrase("other_document").search(legend.text, start, end)
        if match and not phrase("release_named").search(legend.text, start, end) and not phrase("call_named").search(legend.text, start, end):
            return match.span()
    terms = next(legend.find("offering_terms"), None)
    if terms and not any(phrase("offering_told").search(each.text) for each in release.statements if not is_cautionary(each)):
        return terms
    return None


def _subjects(legend: Legend, release: Release) -> list[Span]:
    """Return the subjects of forward-looking statements that the legend names and the release does speak of."""
    clauses, speaking = [], False
    for start, end in legend.sentences:
        looking = phrase("forward_looking").search(legend.text, start, end) or phrase("statements_about").search(legend.text, start, end)
        begin = looking.start() if looking else start
        speaking = looking is not None or (speaking and phrase("these_statements").match(legend.text, start, end) is not None)
        if speaking:
            clauses += _clauses(legend.text, begin, end)
    spoken = {stem(word) for each in release.statements if not is_cautionary(each) for word in _WORD.findall(each.text)} if clauses else set()
    return [span for span in clauses if not spoken.isdisjoint(_named(legend.text, span))]


def _clauses(text: str, start: int, end: int) -> list[Span]:
    """Return the clauses after "regarding", "about" or "including", up to where the sentence turns to something else."""
    spans = []
    for match in phrase("subject_open").finditer(text, start, end):
        if _FACTORS.search(text[start : match.start()]) is None:
            closed = phrase("subject_close").search(text, match.end(), end)
            spans.append((match.end(), closed.start() if closed else end))
    return spans


def _named(text: str, span: Span) -> set[str]:
    """Return the stems of the words of a clause that name a subject."""
    return {stem(word) for word in _WORD.findall(text[span[0] : span[1]])} - read_stems("empty_subjects")
