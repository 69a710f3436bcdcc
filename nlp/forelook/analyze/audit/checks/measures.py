"""Whether guidance on non-GAAP measures is reconciled with GAAP.

In: the Matter of a release. Out: the Verdict on the reconciliation, or on the reason why there is none.
"""

from __future__ import annotations

from datetime import date

from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.verdict import Verdict, does_not_apply, mark, quote
from forelook.records import Figure, Statement
from forelook.spans import Span

IN_FORCE = date(2003, 3, 28)
_BASES = frozenset({"non_gaap", "constant_currency", "organic"})
_METRICS = frozenset({"ebitda", "ebitda_margin", "free_cash_flow", "ffo"})


def non_gaap_reconciled(matter: Matter) -> Verdict:
    """Check for the reconciliation of non-GAAP guidance, or for the reason why there is none."""
    issued = matter.issuer.date
    if issued is not None and issued < IN_FORCE:
        return does_not_apply("The release was issued before Regulation G.")
    guided = _guided(matter)
    if not guided:
        return does_not_apply("No number is guided on a non-GAAP measure.")
    if not matter.registrant or (matter.legend.has("foreign_form") and not matter.legend.has("us_form")):
        return does_not_apply("Nothing shows an issuer whom Item 10(e) binds.")
    figures = mark("figure", guided)
    if found := _passages(matter, "unreasonable"):
        return Verdict("fine", f"The release says why it does not reconcile: {quote(matter.text, found[0])}.", figures + mark("table", found))
    if found := _tables(matter):
        return Verdict("fine", "The release reconciles its non-GAAP guidance.", figures + mark("table", found))
    if found := _passages(matter, "not_reconciled") or _passages(matter, "reconciled_elsewhere"):
        message = f"Non-GAAP guidance is not reconciled ({quote(matter.text, found[0])}). Reconcile, or say that it takes unreasonable effort."
        return Verdict("weak", message, figures + mark("table", found))
    if found := _passages(matter, "reconciles_forward"):
        return Verdict("fine", f"The release reconciles its non-GAAP guidance: {quote(matter.text, found[0])}.", figures + mark("table", found))
    message = "Non-GAAP guidance without a reconciliation, and without a word that none is available without unreasonable effort. Add one of them."
    return Verdict("missing", message, figures)


def _guided(matter: Matter) -> list[Span]:
    """Return the numbers of guidance on non-GAAP measures: from the figures where the release has them, else from the text."""
    if matter.release.figures is not None and isinstance(matter.release.figures, list) and matter.release.figures:
        return [
            (figure.value.start, figure.value.end)
            for figure in matter.figures
            if figure.value is not None and (figure.low is not None or figure.high is not None) and _is_non_gaap(matter, figure)
        ]
    return [span for each in matter.forward if (span := _number(matter.text, each.statement)) is not None]


def _is_non_gaap(matter: Matter, figure: Figure) -> bool:
    """Return whether a figure is on a non-GAAP measure; "net proceeds before expenses" is not, although its basis reads like one."""
    if figure.metric.name in _METRICS:
        return True
    statement = matter.release.statements[figure.statement]
    return figure.basis in _BASES and (figure.metric.name != "other" or phrase("non_gaap").search(statement.text) is not None)


def _number(text: str, statement: Statement) -> Span | None:
    """Return the first number of a statement that stands near a non-GAAP measure."""
    if statement.kind == "table":
        return (statement.start, statement.end) if phrase("non_gaap").search(text, statement.start, statement.end) else None
    for measure in phrase("non_gaap").finditer(text, statement.start, statement.end):
        number = phrase("number").search(text, max(statement.start, measure.start() - 120), min(statement.end, measure.end() + 160))
        if number:
            return number.span()
    return None


def _passages(matter: Matter, name: str) -> list[Span]:
    """Return where the phrases of the list `name` occur in the release."""
    return [match.span() for match in phrase(name).finditer(matter.text)]


def _tables(matter: Matter) -> list[Span]:
    """Return the tables that reconcile guidance: forward-looking or under an outlook heading, with both the GAAP and the non-GAAP measure."""
    found = []
    for statement in matter.release.statements:
        if statement.kind != "table":
            continue
        around = max(0, statement.start - 240), min(len(matter.text), statement.end)
        both = phrase("gaap_word").search(matter.text, *around) and phrase("non_gaap").search(matter.text, *around)
        forward = statement.forward_looking or phrase("outlook_word").search(matter.text, *around)
        if both and forward and phrase("reconcile_word").search(matter.text, *around):
            found.append((statement.start, statement.end))
    return found
