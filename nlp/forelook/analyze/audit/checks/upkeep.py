"""Whether the legend names filings and current ones, says as of when it speaks, and disclaims a duty to update.

In: the Matter of a release. Out: the Verdicts on filings, their age, the date and the duty to update.
"""

from __future__ import annotations

from datetime import date

from forelook.analyze.audit.dates import months_between
from forelook.analyze.audit.filings import annual_reports, blank_filings, named_filings, only_to_come
from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.verdict import Verdict, does_not_apply, mark, quote

_NEXT = 24  # characters after "as of" in which its date stands
OLDEST, OLDEST_FOREIGN = 15, 16  # months between the end of a fiscal year and a release that names its report


def filings_named(matter: Matter) -> Verdict:
    """Check for the forms or sections to which the legend refers."""
    if named := named_filings(matter):
        return Verdict("fine", f"The legend names {quote(matter.text, named[0])}.", mark("form", named))
    if filings := list(matter.legend.find("filings")):
        message = f'The legend speaks of {quote(matter.text, filings[0])} without a form or section. Name them, as in "Risk Factors in the Form 10-K for …".'
        return Verdict("weak", message, mark("form", filings))
    message = "The legend refers to no filing. Name the form and the section that tell the risks, if there is one."
    return Verdict("missing", message, mark("form", matter.legend.spans))


def filings_current(matter: Matter) -> Verdict:
    """Check that the annual report named is not outdated on the date of the release."""
    named = list(matter.legend.find("form"))
    if not named:
        return does_not_apply("The legend names no form.")
    if only_to_come(matter):
        message = f"The only document named ({quote(matter.text, named[0])}) is still to be filed. Name one that can be read today as well."
        return Verdict("weak", message, mark("form", named))
    if blanks := blank_filings(matter):
        message = f"A filing is named with a blank ({quote(matter.text, blanks[0])}). Fill it in, with the newest report there is."
        return Verdict("weak", message, mark("form", blanks))
    reports = annual_reports(matter)
    issued = matter.issuer.date
    if issued is None or not reports or any(report.year_end is None for report in reports):
        return Verdict("fine", f"The legend names {quote(matter.text, named[0])}, no older than it may be as far as the release says.", mark("form", named))
    newest = max(reports, key=lambda report: report.year_end or date.min)
    ended = newest.year_end or date.min
    limit = OLDEST_FOREIGN if matter.legend.has("foreign_form") else OLDEST
    spans = [newest.year_span] if newest.year_span else []
    spans += [matter.issuer.date_span] if matter.issuer.date_span else []
    evidence = mark("form", [newest.span]) + mark("date", spans)
    facts = f"The newest annual report named is for the year ended {_day(ended)}; the release is dated {_day(issued)}."
    if months_between(ended, issued) > limit:
        return Verdict("weak", f"{facts} Name the newest one.", evidence)
    return Verdict("fine", facts, evidence)


def as_of_date(matter: Matter) -> Verdict:
    """Check for the words that say as of when the statements speak."""
    found = list(matter.legend.find("as_of"))
    if found and (blank := phrase("blank").search(matter.text, found[0][0], min(found[0][1] + _NEXT, len(matter.text)))):
        message = f"The date as of which the statements speak is a blank ({quote(matter.text, blank.span())}). Fill it in."
        return Verdict("note", message, mark("date", [blank.span()]))
    if found:
        return Verdict("fine", f"The legend says when it speaks: {quote(matter.text, found[0])}.", mark("date", found))
    message = 'The legend does not say as of when its statements speak. Add "as of the date of this release".'
    return Verdict("note", message, mark("date", matter.legend.spans))


def update_duty(matter: Matter) -> Verdict:
    """Check for the disclaimer of a duty to update, or a promise of updates."""
    disclaimed = list(matter.legend.find("duty_disclaimed"))
    if disclaimed:
        return Verdict("fine", f"The legend disclaims a duty to update: {quote(matter.text, disclaimed[0])}.", mark("duty", disclaimed))
    if assumed := list(matter.legend.find("duty_assumed")):
        message = f"The legend promises updates ({quote(matter.text, assumed[0])}), which the Act does not ask for. Disclaim the duty, or be ready to keep it."
        return Verdict("weak", message, mark("duty", assumed))
    message = "The legend does not disclaim a duty to update. Add that none is undertaken."
    return Verdict("note", message, mark("duty", matter.legend.spans))


def _day(day: date) -> str:
    return f"{day:%d %B %Y}".lstrip("0")
