"""Whether the legend covers the people quoted, and the call that the release announces.

In: the Matter of a release. Out: the Verdicts on quotations that look forward, and on the call.
"""

from __future__ import annotations

from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.speakers import outsiders
from forelook.analyze.audit.verdict import Verdict, does_not_apply, listing, mark, quote
from forelook.records import Label
from forelook.spans import Span


def quotes_covered(matter: Matter) -> Verdict:
    """Check that the legend speaks for everyone who is quoted looking forward."""
    quoted = [each.statement for each in matter.forward if each.statement.label is Label.MANAGEMENT_QUOTE]
    if not quoted:
        return does_not_apply("No forward-looking statement is quoted.")
    spans = [(each.start, each.end) for each in quoted]
    if closed := list(matter.legend.find("closed_list")):
        message = f"The legend covers only the statements that it names ({quote(matter.text, closed[0])}), not the quotations. Widen it."
        return Verdict("weak", message, mark("quote", spans))
    strangers = outsiders(matter, quoted)
    if strangers:
        names = listing(dict.fromkeys(f"{each.speaker.name}" for each in strangers if each.speaker))
        message = (
            f"{names} speaks for neither the issuer nor anyone in whose name the legend speaks. Extend the legend to such statements, or quote no forecast."
        )
        return Verdict("note", message, mark("quote", ((each.start, each.end) for each in strangers)))
    return Verdict("fine", "All who are quoted looking forward speak for the issuer, as far as the release says.", mark("quote", spans))


def call_covered(matter: Matter) -> Verdict:
    """Check that the legend covers a call or webcast that is announced."""
    calls = [match.span() for match in phrase("call").finditer(matter.text) if not any(a <= match.start() < b for a, b in matter.legend.spans)]
    announced = [span for span in calls if _announced(matter.text, span)]
    if not announced:
        return does_not_apply("No call, webcast or investor meeting is announced.")
    if _put_off(matter, announced[0][0]):
        return does_not_apply("The call is put off and has no new date.")
    if reached := list(matter.legend.find("call_covered")):
        return Verdict("fine", f"The legend reaches the call: {quote(matter.text, reached[0])}.", mark("call", announced[:1] + reached))
    message = "A call is announced, and the legend does not reach what will be said there. Add oral statements, or have a legend read out."
    return Verdict("note", message, mark("call", announced))


def _announced(text: str, span: Span) -> bool:
    """Return whether the words around a call announce it, rather than speak of calls in general."""
    start, end = max(0, span[0] - 200), span[1] + 240
    return phrase("call_announced").search(text, start, end) is not None and phrase("call_at_large").search(text, start, end) is None


def _put_off(matter: Matter, place: int) -> bool:
    start, end = max(0, place - 300), place + 300
    return phrase("call_put_off").search(matter.text, start, end) is not None and phrase("call_new_date").search(matter.text, start, end) is None
