"""Explanations: why a statement has its label, and why a line is a heading, a table, or no statement at all.

In: a document and the model's scores as a function (`Tagger.predict`); nothing here knows the tagger. Out: Explanations.
"""

from __future__ import annotations

from typing import Any, Protocol

from forelook.analyze.explain.nearest import Known, Nearest
from forelook.analyze.explain.reasons import Case, explain, find_reasons
from forelook.analyze.explain.structure import explain_lines
from forelook.records import LABELS, Document, Label, Source
from forelook.segment.segmentation import Segmentation

__all__ = ["Case", "Known", "Nearest", "explain", "explain_lines", "explain_span"]


class _Scorer(Protocol):
    """Anything that returns the model's scores: a Tagger."""

    def predict(self, documents: list[Document], segmentations: list[Segmentation]) -> Any:
        """Return the class probabilities of every unit of every document."""


def explain_span(tagger: _Scorer, text: str, start: int, label: str) -> list[str]:
    """Return short reasons for `label` in the statement that contains `start`, strongest first.

    Empty where no statement contains it, or where `label` is not one of the four labels.
    """
    if label not in set(LABELS):
        return []
    case = Case(Document("0", text, Source()), tagger.predict)
    units = [case.segmentation.units[unit] for unit in case.decisions.units.tolist()]
    number = next((number for number, unit in enumerate(units) if unit.start <= start < unit.end), None)
    if number is None:
        return []
    reasons, _ = find_reasons(case, number, LABELS.index(Label(label)))
    return [f"{reason.words} {reason.effect:+.2f}" for reason in reasons if reason.effect > 0]
