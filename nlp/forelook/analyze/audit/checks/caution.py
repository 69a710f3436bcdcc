"""Whether the legend warns, and whether its factors are specific to the issuer and relevant to what is projected.

In: the Matter of a release. Out: the Verdicts on the warning, on specific factors, on factors for what is projected, for deals and for
products, and on risks presented as possible that have already come about.
"""

from __future__ import annotations

from forelook.analyze.audit.events import come_about
from forelook.analyze.audit.filings import named_filings
from forelook.analyze.audit.kinds import deal_statements, is_deal_factor, is_product_factor, product_statements
from forelook.analyze.audit.matter import Forward, Matter
from forelook.analyze.audit.subjects import shown
from forelook.analyze.audit.verdict import Verdict, does_not_apply, listing, mark, quote
from forelook.records import Evidence

ENOUGH_SPECIFIC = 3


def differ_materially(matter: Matter) -> Verdict:
    """Check for the warning that results may differ materially."""
    if found := list(matter.legend.find("materially")):
        return Verdict("fine", f"The legend warns: {quote(matter.text, found[0])}.", mark("warning", found))
    if found := list(matter.legend.find("warning")):
        message = f'The legend warns ({quote(matter.text, found[0])}), but not that results may differ materially. Add "materially".'
        return Verdict("weak", message, mark("warning", found))
    message = "The legend does not warn that results may differ. Add that actual results could differ materially, and why."
    return Verdict("missing", message, mark("warning", matter.legend.spans))


def specific_factors(matter: Matter) -> Verdict:
    """Check that at least ENOUGH_SPECIFIC factors are specific: they could not stand in just any company's legend."""
    specific = [factor.span for factor in matter.factors if factor.specific]
    if len(specific) >= ENOUGH_SPECIFIC:
        return Verdict("fine", f"{len(specific)} of {len(matter.factors)} factors are specific.", mark("factor", specific))
    if matter.factors:
        rest = ", the others could stand in any legend" if len(specific) < len(matter.factors) else ""
        message = f"{len(specific)} of {len(matter.factors)} factors are specific{rest}. Name at least {ENOUGH_SPECIFIC}: products, customers, contracts."
        return Verdict("weak", message, mark("factor", (factor.span for factor in matter.factors)))
    referred = named_filings(matter) or list(matter.legend.find("filings"))
    if referred:
        message = f"The legend names no factor itself, it only refers to filings ({quote(matter.text, referred[0])}). Name the most important ones here."
        return Verdict("weak", message, mark("factor", referred))
    return Verdict("missing", "The legend names no factor and refers to none. Name what could make results differ.", mark("factor", matter.legend.spans))


def factors_match(matter: Matter) -> Verdict:
    """Check that every forward-looking statement has a factor on its subject."""
    bare = [each for each in matter.forward if not each.matched]
    statements = mark("statement", ((each.statement.start, each.statement.end) for each in bare or matter.forward))
    factors = mark("factor", dict.fromkeys(factor.span for each in matter.forward for factor in each.factors))
    if not bare:
        return Verdict("fine", "Every forward-looking statement has a factor that speaks of its subject.", statements + factors)
    subjects = listing(dict.fromkeys(subject for each in bare for subject in shown(each.subjects))) or "the company's future at large"
    if len(bare) < len(matter.forward):
        message = f"No factor speaks of {len(bare)} of {len(matter.forward)} forward-looking statements. Add factors on {subjects}."
        return Verdict("weak", message, statements + factors)
    message = f"No factor speaks of any of the {len(bare)} forward-looking statements. Add factors on {subjects}."
    return Verdict("missing", message, statements)


def deal_factors(matter: Matter) -> Verdict:
    """Check for a factor on the conditions, approvals or integration of a deal, where statements look forward to one."""
    about = deal_statements(matter)
    if not about:
        return does_not_apply("No forward-looking statement is about the closing or the effects of a deal.")
    factors = [factor.span for factor in matter.factors if is_deal_factor(matter.text[factor.span[0] : factor.span[1]])]
    statements = _marked(about)
    if factors:
        return Verdict("fine", f"A factor speaks of the deal: {quote(matter.text, factors[0])}.", statements + mark("factor", factors))
    return Verdict("missing", "No factor speaks of the deal. Add its conditions, its approvals and the integration.", statements)


def product_factors(matter: Matter) -> Verdict:
    """Check for a factor on trials, approval, development or launch, where statements look forward to one of them."""
    about = product_statements(matter)
    if not about:
        return does_not_apply("No forward-looking statement is about trials, approval, development or launch of something named.")
    approval = any("approval" in each.subjects for each in about)
    factors = [factor.span for factor in matter.factors if is_product_factor(matter.text[factor.span[0] : factor.span[1]], approval=approval)]
    statements = _marked(about)
    if factors:
        return Verdict("fine", f"A factor speaks of what is to come: {quote(matter.text, factors[0])}.", statements + mark("factor", factors))
    return Verdict("missing", "No factor speaks of trials, approval, development or launch. Add what could delay or stop them.", statements)


def hypothetical_risk(matter: Matter) -> Verdict:
    """Check for a risk that the legend presents as possible although the release says that it has happened."""
    if not matter.factors:
        return does_not_apply("The release names no factor.")
    pairs = come_about(matter)
    if not pairs:
        return Verdict("fine", "No factor presents as possible what the release says has happened.", mark("factor", (factor.span for factor in matter.factors)))
    kind, factor, _ = pairs[0]
    message = f"The legend presents {quote(matter.text, factor)} as a possibility, but the release says that it has happened ({kind}). Say so in the legend."
    return Verdict("note", message, mark("factor", (each[1] for each in pairs)) + mark("fact", (each[2] for each in pairs)))


def _marked(about: list[Forward]) -> tuple[Evidence, ...]:
    return mark("statement", ((each.statement.start, each.statement.end) for each in about))
