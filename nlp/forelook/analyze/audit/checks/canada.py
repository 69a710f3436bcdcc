"""Whether a release under Canadian law states factors, assumptions and the purpose of financial outlooks.

In: the Matter of a release. Out: the Verdicts on its factors, its assumptions and the purpose of its outlooks.
"""

from __future__ import annotations

from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.specific import is_specific
from forelook.analyze.audit.verdict import Verdict, does_not_apply, mark
from forelook.spans import Span

_MONEY = frozenset({"revenue", "net_income", "eps", "ebitda", "operating_income", "free_cash_flow", "operating_cash_flow", "gross_profit", "ffo"})


def local_rules(matter: Matter) -> Verdict:
    """Check for the factors, assumptions and purpose that NI 51-102 requires."""
    laws = list(matter.legend.find("canadian_law", headings=True))
    if "canada" not in matter.issuer.markets and not laws:
        return does_not_apply("The issuer is not listed in Canada and the legend invokes no Canadian law.")
    listing = mark("listing", matter.issuer.listing or laws)
    factors = mark("factor", (factor.span for factor in matter.factors))
    named, general = _assumptions(matter)
    assumptions = mark("assumption", named or general)
    evidence = factors + assumptions + listing
    if not matter.factors and not named and not general:
        return Verdict(
            "missing", "The legend states neither factors nor assumptions, as NI 51-102 4A.3 asks. Add both.", evidence or mark("factor", matter.legend.spans)
        )
    lacking = []
    if not any(factor.specific for factor in matter.factors):
        lacking.append("material factors of its own" if matter.factors else "material factors")
    if not named:
        lacking.append("the assumptions made" if not general else "which assumptions were made")
    if _outlook(matter) and not matter.legend.has("purpose"):
        lacking.append("the purpose of the outlook, and that it may not be appropriate for other purposes")
    if lacking:
        return Verdict("weak", f"The legend lacks {'; '.join(lacking)}. NI 51-102 4A.3 and 4B.3 ask for them.", evidence)
    return Verdict("fine", "The legend states factors and assumptions.", evidence)


def _assumptions(matter: Matter) -> tuple[list[Span], list[Span]]:
    """Return the assumptions that the legend names, and its general mentions of assumptions."""
    named = []
    for start, end in matter.legend.sentences:
        match = phrase("assumptions_named").search(matter.text, start, end)
        if match and is_specific(match["what"], matter.issuer.own_words):
            named.append((start, end))
    return named, list(matter.legend.find("assumptions"))


def _outlook(matter: Matter) -> bool:
    """Return whether the release guides on a financial result with a number."""
    return any(figure.metric.name in _MONEY and figure.low is not None for figure in matter.figures)
