"""Whether the legend cites the Act correctly, and whether the issuer and the transaction are eligible for it.

In: the Matter of a release. Out: the Verdicts on the citation, and on issuers and transactions that the Act excludes.
"""

from __future__ import annotations

from forelook.analyze.audit.exclusions import excluded_deal, excluded_issuer, only_in_canada
from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.statute import misnamed, rightly_cited, wrong_sections
from forelook.analyze.audit.verdict import Verdict, does_not_apply, mark, quote
from forelook.counting import say_count

_NOT_INVOKED = "The legend invokes neither the Act nor a safe harbor."


def act_cited(matter: Matter) -> Verdict:
    """Check for the Act or its sections, correctly named."""
    if wrong := wrong_sections(matter.legend):
        where = "Section 27A is of the Securities Act of 1933, section 21E of the Securities Exchange Act of 1934"
        return Verdict("weak", f"{quote(matter.text, wrong[0])} is not where the safe harbor stands. {where}.", mark("act", wrong))
    if wrong := misnamed(matter.legend):
        message = f'{quote(matter.text, wrong[0])} is no name of the Act. It is the "Private Securities Litigation Reform Act of 1995".'
        return Verdict("weak", message, mark("act", wrong))
    if only_in_canada(matter):
        return does_not_apply("The issuer is listed only in Canada.")
    if right := rightly_cited(matter.legend):
        return Verdict("fine", f"The legend cites {quote(matter.text, right[0])}.", mark("act", right))
    canadian = list(matter.legend.find("canadian_law", headings=True))
    near = list(matter.legend.find("act_near", headings=True))
    if not near and (canadian or matter.issuer.only_canada):
        return does_not_apply("Canadian law alone governs the legend.")
    if near:
        message = f'{quote(matter.text, near[0])} is incomplete. Write "Private Securities Litigation Reform Act of 1995".'
        return Verdict("note", message, mark("act", near))
    laws = list(matter.legend.find("federal_laws"))
    message = "The legend does not name the Act; it need not, but readers look for it."
    return Verdict("note", message, mark("act", laws or matter.legend.spans))


def issuer_eligible(matter: Matter) -> Verdict:
    """Check for an issuer that the Act excludes."""
    if not matter.invoked:
        return does_not_apply(_NOT_INVOKED)
    acts = mark("act", matter.invoked)
    if excluded := excluded_issuer(matter):
        return Verdict("weak", excluded.message, mark("listing", excluded.spans) + acts)
    return Verdict("fine", "Nothing in the release shows an issuer whom the Act leaves out.", mark("listing", matter.issuer.listing) + acts)


def transaction_eligible(matter: Matter) -> Verdict:
    """Check for forward-looking statements about a transaction that the Act excludes."""
    if not matter.invoked:
        return does_not_apply(_NOT_INVOKED)
    acts = mark("act", matter.invoked)
    about, words = excluded_deal(matter)
    if about:
        message = f"The Act leaves out {words}, the subject of {say_count(len(about), 'forward-looking statement')}. Rely on bespeaks caution."
        return Verdict("weak", message, mark("statement", ((each.start, each.end) for each in about)) + acts)
    return Verdict("fine", "No forward-looking statement is about a transaction that the Act leaves out.", acts)
