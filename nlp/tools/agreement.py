"""Agreement between two labellings of the corpus, for the data card.

In: `second_labels.tsv`: id, first codes, second codes. Out: Markdown.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from forelook.corpus.annotated import CODES
from forelook.errors import AnnotationError
from forelook.evaluate.measures import f1, kappa
from forelook.export.markdown import markdown_table


def agreement(path: Path) -> tuple[int, Counter[tuple[str, str]]]:
    """Return the number of releases labelled twice and the count of each pair of codes; raises AnnotationError naming file and line."""
    pairs: Counter[tuple[str, str]] = Counter()
    releases = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        first, second = ([codes.split() for codes in line.split("\t")[1:]] + [[], []])[:2]
        if not first or len(first) != len(second) or line.count("\t") != 2 or not set(first + second) <= set(CODES):
            expected = f"expected id, first codes and as many second codes, between tabs, each one of {' '.join(CODES)}"
            raise AnnotationError(f"{path}:{number}: {line[:60]!r}; {expected}")
        releases += 1
        pairs.update(zip(first, second, strict=True))
    return releases, pairs


def render_agreement(path: Path) -> str:
    """Return the agreement of a second labelling as Markdown; raises AnnotationError naming file and line."""
    if not path.is_file():
        return f"*No second labelling: {path.name} is missing.*"
    releases, pairs = agreement(path)
    rows = []
    for code in [code for code in CODES if any(code in pair for pair in pairs)]:
        one_code = Counter[tuple[str, str]]()
        for (first, second), number in pairs.items():
            one_code[code if first == code else "other", code if second == code else "other"] += number
        agreed = one_code[code, code]
        firsts, seconds = agreed + one_code[code, "other"], agreed + one_code["other", code]
        row = (firsts, seconds, agreed, f1(agreed, firsts, seconds), kappa(one_code))
        rows.append([code, *(show(value) for value in row)])
    same = sum(number for (first, second), number in pairs.items() if first == second)
    summary = f"{releases:,} releases, {pairs.total():,} units: the same code for {same / max(1, pairs.total()):.1%}, Cohen's kappa {kappa(pairs):.3f}."
    common = [f"{first} → {second} {number}" for (first, second), number in pairs.most_common() if first != second]
    table = markdown_table(["code", "first", "second", "both", "F1", "kappa"], rows)
    return f"{summary}\n\n{table}\n\nDisagreements, first → second: {', '.join(common) or 'none'}."


def show(value: object) -> str:
    """Return a value formatted for the cards."""
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)
