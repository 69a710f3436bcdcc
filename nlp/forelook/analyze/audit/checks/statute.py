"""Whether the legend cites the Act correctly, and whether the issuer and the transaction are eligible for it.

In: the Matter of a release. Out: the Verdicts on the citation, and on issuers and transactions that the Act excludes.
"""

from __future__ import annotations

from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.statute import misnamed, rightly_cited, wrong_sections
from forelook.analyze.audit.verdict import Verdict, does_not_apply, mark, quote
from forelook.counting import say_count
from forelook.records import Statement
from forelook.spans import Span

_OPENING = 2  # statements in which a release says what it is about
_NOT_INVOKED = "The legend invokes neither the Act nor a safe harbor."


def act_cited(matter: Matter) -> Verdict:
    """Check for the Act or its sections, correctly named."""
    if wrong := wrong_sections(matter.legend):
        where = "Section 27A is of the Securities Act of 1933, section 21E of the Securities Exchange Act of 1934"
        return Verdict("weak", f"{quote(matter.text, wrong[0])} is not where the safe harbor stands. {where}.", mark("act", wrong))
    if wrong := misnamed(matter.legend):
        message = f'{quote(matter.text, wrong[0])} is no name of the Act. It is the "Private Securities Litigation Reform Act of 1995".'
        return Verdict("weak", message, mark("act", wrong))
    if matter.issuer.only_canada and not matter.registrant:
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
    issuer = matter.issuer
    listing = mark("listing", issuer.listing)
    if issuer.only_otc:
        where = quote(matter.text, issuer.listing[0])
        return Verdict(
            "weak",
            f"The shares are quoted only over the counter ({where}); the Act leaves out issuers of penny stock. Rely on bespeaks caution.",
            listing + acts,
        )
    if issuer.only_canada and not matter.registrant:
        where = quote(matter.text, issuer.listing[0])
        message = f"The shares are listed only in Canada ({where}), and nothing shows that the issuer reports to the SEC, as the Act asks. Cite Canadian law."
        return Verdict("weak", message, listing + acts)
    if issuer.partnership and issuer.name_span:
        message = f"{issuer.name} is a partnership, an LLC or a fund; the Act leaves out statements about its operations. Rely on bespeaks caution."
        return Verdict("weak", message, mark("listing", [issuer.name_span]) + acts)
    for name, what in (("fraud_order", "an order for securities fraud"), ("private_issuer", "an issuer that does not report to the SEC")):
        if not issuer.markets or name == "fraud_order":
            found = _first_outside(matter, name)
            if found is not None:
                return Verdict(
                    "weak",
                    f"The release speaks of {what} ({quote(matter.text, found)}), which the Act leaves out. Do not rely on it.",
                    mark("listing", [found]) + acts,
                )
    return Verdict("fine", "Nothing in the release shows an issuer whom the Act leaves out.", listing + acts)


def transaction_eligible(matter: Matter) -> Verdict:
    """Check for forward-looking statements about a transaction that the Act excludes."""
    if not matter.invoked:
        return does_not_apply(_NOT_INVOKED)
    acts = mark("act", matter.invoked)
    about, words = _about_excluded_deal(matter)
    if about:
        message = f"The Act leaves out {words}, the subject of {say_count(len(about), 'forward-looking statement')}. Rely on bespeaks caution."
        return Verdict("weak", message, mark("statement", ((each.start, each.end) for each in about)) + acts)
    return Verdict("fine", "No forward-looking statement is about a transaction that the Act leaves out.", acts)


def _about_excluded_deal(matter: Matter) -> tuple[list[Statement], str]:
    """Return the forward-looking statements about an excluded deal, and the words that name it, in them or in the headline."""
    for each in matter.forward:
        if match := phrase("excluded_deal").search(matter.text, each.statement.start, each.statement.end):
            return [each.statement], quote(matter.text, match.span())
    opening = matter.release.statements[:_OPENING]
    named = next((match for each in opening if (match := phrase("excluded_deal").search(matter.text, each.start, each.end))), None)
    if named is None:
        return [], ""
    return [each.statement for each in matter.forward if phrase("offering_words").search(each.statement.text)], quote(matter.text, named.span())


def _first_outside(matter: Matter, name: str) -> Span | None:
    """Return where the first phrase of the list `name` occurs outside the legend, None if there is none."""
    for match in phrase(name).finditer(matter.text):
        if not any(start <= match.start() < end for start, end in matter.legend.spans):
            return match.span()
    return None
