"""Compares the risk factors of two versions: those that only one of them names.

In: the Matters of two releases. Out: FactorChanges. A factor that shares half of its words with one of the other version is the same factor, reworded.
"""

from __future__ import annotations

from forelook.analyze.audit.matter import Matter
from forelook.analyze.diff.align import find_similar, normalize
from forelook.records import Factor
from forelook.records.diff import FactorChange, FactorChangeKind


def compare_factors(old: Matter, new: Matter) -> list[FactorChange]:
    """Return the factors that were added, in the order of the new version, then those that were dropped."""
    before, after = _list(old), _list(new)
    olds, news = [each for each in before if each not in after], [each for each in after if each not in before]
    similar = find_similar([each.lower() for each in olds], [each.lower() for each in news])
    paired_old, paired_new = set[int](), set[int]()
    for i, j in sorted(similar, key=lambda pair: (-similar[pair], pair)):
        if i not in paired_old and j not in paired_new:
            paired_old.add(i)
            paired_new.add(j)
    return [
        *(_change("added", each, after[each]) for j, each in enumerate(news) if j not in paired_new),
        *(_change("dropped", each, before[each]) for i, each in enumerate(olds) if i not in paired_old),
    ]


def _list(matter: Matter) -> dict[str, Factor]:
    """Return the factors of a release by their words, each once."""
    found: dict[str, Factor] = {}
    for span, specific, _ in matter.factors:
        found.setdefault(normalize(matter.text[slice(*span)]), Factor(*span, specific))
    return found


def _change(change: FactorChangeKind, words: str, factor: Factor) -> FactorChange:
    return FactorChange(change, factor.start, factor.end, words, factor.specific)
