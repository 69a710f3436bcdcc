"""Whether there is a legend, whether it is needed, and whether it says which statements it means.

In: the Matter of a release. Out: the Verdicts on the legend, on the statements and words that it names, and on whether one is needed.
"""

from __future__ import annotations

from forelook.analyze.audit.exclusions import excluded_deal, excluded_issuer, only_in_canada
from forelook.analyze.audit.matter import Matter
from forelook.analyze.audit.reach import names_statements, other_document
from forelook.analyze.audit.verdict import Verdict, does_not_apply, listing, mark, quote
from forelook.analyze.audit.wordlist import listed_words, unlisted_markers, used

_CANADIAN = "NI 51-102 4A.3"
_BESPEAKS_CAUTION = "In re Donald J. Trump Casino Securities Litigation (3d Cir. 1993); 15 U.S.C. 78u-5(b)"


def legend(matter: Matter) -> Verdict:
    """Check for the legend: missing without one, weak where there is only a risk warning."""
    bare = mark("legend", ((each.statement.start, each.statement.end) for each in matter.forward))
    if not matter.forward:
        return does_not_apply("No statement looks forward.")
    if matter.legend.speaks:
        return Verdict("fine", "The release has a safe-harbor legend.", mark("legend", matter.legend.spans))
    advice, source = _without_act(matter)
    if matter.legend.sentences:
        message = "A risk warning stands alone; no legend says that the release makes forward-looking statements. Add one with the factors that bear on them."
        return Verdict("weak", message + advice, mark("legend", matter.legend.spans), source)
    count = len(matter.forward)
    message = f"{count} statement{'s look' if count > 1 else ' looks'} forward and no legend covers {'them' if count > 1 else 'it'}. Add one."
    return Verdict("missing", message + advice, bare, source)


def _without_act(matter: Matter) -> tuple[str, str | None]:
    """Return advice on a legend that cannot rest on the Act, and the source on which it can; "" and None where it can rest on the Act."""
    if only_in_canada(matter):
        return " Under Canadian law it states the factors and the assumptions made.", _CANADIAN
    about, words = excluded_deal(matter)
    excluded = excluded_issuer(matter)
    if not about and excluded is None:
        return "", None
    left_out = excluded.kind if excluded else words
    advice = f" Rely on bespeaks caution and do not cite the Private Securities Litigation Reform Act, which leaves out {left_out}."
    return advice, _BESPEAKS_CAUTION


def identified(matter: Matter) -> Verdict:
    """Check that the legend says which statements it means."""
    stranger = other_document(matter.legend, matter.release)
    if stranger is not None:
        words = quote(matter.text, stranger)
        return Verdict("weak", f"The legend was written for another document: it speaks of {words}. Write it for this release.", mark("legend", [stranger]))
    named = names_statements(matter.legend, matter.release)
    if named:
        return Verdict("fine", f"The legend says which statements it means: {quote(matter.text, named[0])}.", mark("legend", named))
    found = list(matter.legend.find("forward_looking")) or list(matter.legend.spans)
    message = "The legend says that there are forward-looking statements, but not which. Name their subjects, their captions or the words that mark them."
    return Verdict("weak", message, mark("legend", found))


def marker_words(matter: Matter) -> Verdict:
    """Check that forward-looking statements use the words that the legend lists."""
    listed = listed_words(matter.legend)
    if not listed:
        return does_not_apply("The legend lists no words.")
    uses = used(listed, matter)
    loose = unlisted_markers(listed, matter)
    evidence = mark("word", [span for _, span in uses] or [span for _, span in listed]) + mark("word", [span for _, span in loose])
    extra = f" Used but not listed: {listing(dict.fromkeys(word for word, _ in loose))}." if loose else ""
    if uses:
        return Verdict("fine", f"{listing(dict.fromkeys(word for word, _ in uses))}: listed and used.{extra}", evidence)
    open_list = matter.legend.has("similar_expressions") or matter.legend.has("not_historical")
    message = f"No forward-looking statement uses a word that the legend lists.{extra} List the words that this release uses."
    return Verdict("note" if open_list else "weak", message, evidence)


def needed(matter: Matter) -> Verdict:
    """Check that something in the release needs the legend."""
    if matter.forward:
        return Verdict("fine", "The release makes forward-looking statements, so that its legend is needed.", mark("legend", matter.legend.spans))
    if matter.legend.speaks:
        message = "The release has a legend but no forward-looking statement. Leave it out, or keep it for statements that will be made."
        return Verdict("note", message, mark("legend", matter.legend.spans))
    return does_not_apply("There is neither a forward-looking statement nor a legend.")
