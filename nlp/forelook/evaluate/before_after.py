"""Before and after: what a training changes, and whether a person's corrections took effect.

In: two taggers, the releases trained on, and gold ones. Out: a comparison, and its table in plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.counting import say_count
from forelook.evaluate.scores import Counts, as_documents, bootstrap, compare, score
from forelook.records import LABELS, Label, Release, Statement
from forelook.spans import match_spans, overlap, span_of
from forelook.tagger import Tagger

MOST_CHANGES = 10
SHOWN = 100  # characters of a statement


class Correction(Struct, frozen=True):
    """A unit of a person's own data that the old model labelled differently: the label wanted, before and after."""

    release: str
    text: str
    wanted: str
    before: str
    after: str


class LabelChange(Struct, frozen=True):
    """A statement that the new model labels differently."""

    release: str
    text: str
    before: str
    after: str
    shift: float  # how much probability moved to the new label


class Comparison(Struct):
    """What a training changed: corrections, scores (name, before, after), statements with a changed label, whether it is clearly worse."""

    corrections: list[Correction]
    scores: list[tuple[str, float | None, float]]
    changed: dict[str, tuple[int, int]]  # the numbers of statements and of changed labels, by "own data", "corpus" and "gold"
    changes: list[LabelChange]
    clearly_worse: bool


def compare_taggers(
    old: Tagger | None, new: Tagger, own: Sequence[GoldRelease], corpus: Sequence[GoldRelease] = (), gold: Sequence[GoldRelease] = ()
) -> Comparison:
    """Return how two taggers differ on a person's own releases, on those of the corpus, and on gold.

    Whether the new one is clearly worse is decided by the bootstrap over gold releases, or else over those of the corpus.
    """
    result = Comparison([], [], {}, [], clearly_worse=False)
    for name, releases in (("own data", list(own)), ("corpus", list(corpus)), ("gold", list(gold))):
        if not releases:
            continue
        documents = as_documents(releases)
        after = new.tag_all(documents)
        before = old.tag_all(documents) if old else None
        counts = compare(releases, after)
        counts_before = compare(releases, before) if before is not None else None
        if name == "gold":  # scores on training data would only show how well it is memorized
            result.scores += _score_rows(name, counts_before, counts)
        if before is None or counts_before is None:
            continue
        if name == "own data":
            result.corrections = [each for parts in zip(releases, before, after, strict=True) for each in find_corrections(*parts)]
        else:
            result.clearly_worse = bootstrap(counts)["macro_f1"][1] < score(counts_before).macro_f1
        changes = [change for one, other in zip(before, after, strict=True) for change in _find_changes(one, other)]
        result.changed[name] = (sum(len(release.statements) for release in after), len(changes))
        result.changes += changes if name != "own data" else []
    result.changes = sorted(result.changes, key=lambda change: -change.shift)[:MOST_CHANGES]
    return result


def find_corrections(gold: GoldRelease, before: Release, after: Release) -> list[Correction]:
    """Return the units that the old model labelled differently from a person; labels say whether a quotation looks forward."""
    corrections = []
    for unit, one, other in zip(gold.units, _labels_at(gold.units, before), _labels_at(gold.units, after), strict=True):
        wanted = _name(unit.label, forward=unit.forward_looking)
        if one != wanted:
            corrections.append(Correction(gold.id, gold.text[unit.start : unit.end], wanted, one, other))
    return corrections


def describe(result: Comparison) -> str:
    """Return a comparison as a table in plain text; a person's corrections come first."""
    lines = []
    if result.corrections:
        taken = sum(each.after == each.wanted for each in result.corrections)
        lines.append(f"corrections: the model now agrees with {taken} of {len(result.corrections)}")
        lines += [f"  {_say(each)}  {_shorten(each.text)}  [{each.release}]" for each in result.corrections]
    if result.scores:
        lines.append(f"{'':38}{'before':>9}{'after':>9}{'':>9}")
    for name, before, after in result.scores:
        difference = f"{after - before:+9.4f}" if before is not None else ""
        lines.append(f"{name:38}{'' if before is None else format(before, '9.4f'):>9}{after:9.4f}{difference}")
    for name, (total, changed) in result.changed.items():
        lines.append(f"{name}: {changed:,} of {say_count(total, 'statement')} changed their label")
    lines += [f"  {each.before} → {each.after} ({each.shift:+.2f})  {_shorten(each.text)}  [{each.release}]" for each in result.changes]
    return "\n".join(lines)


def _say(correction: Correction) -> str:
    before, after = correction.before, correction.after
    return f"{before} → {after}" if after == correction.wanted else f"{before} → {after}, though {correction.wanted} was wanted"


def _labels_at(units: Sequence[GoldUnit], release: Release) -> Iterable[str]:
    """Yield the label of a tagged release at the place of each unit, "none" where it has no statement there."""
    for unit, index in zip(units, match_spans(units, release.statements), strict=True):
        each = release.statements[index] if index >= 0 else None
        if each is None or 2 * overlap(span_of(unit), span_of(each)) < min(unit.end - unit.start, each.end - each.start):
            yield _name(None, forward=False)
        else:
            yield _name(each.label, forward=each.forward_looking)


def _name(label: Label | None, *, forward: bool) -> str:
    if label is None:
        return "none"
    return f"{label.value} (forward)" if forward and label is Label.MANAGEMENT_QUOTE else label.value


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words[:SHOWN] + ("…" if len(words) > SHOWN else "")


def _score_rows(name: str, before: list[Counts] | None, after: list[Counts]) -> list[tuple[str, float | None, float]]:
    new, old = score(after), score(before) if before is not None else None
    figures = ("macro_f1", "forward_f1", "boundary_f1", "speaker", "ece")
    by_label = [(f"{name} f1 {label.value}", old.f1[label.value] if old else None, new.f1[label.value]) for label in LABELS]
    return by_label + [(f"{name} {figure}", getattr(old, figure) if old else None, getattr(new, figure)) for figure in figures]


def _find_changes(before: Release, after: Release) -> list[LabelChange]:
    old: dict[tuple[int, int], Statement] = {(each.start, each.end): each for each in before.statements}
    changes = []
    for statement in after.statements:
        one = old.get((statement.start, statement.end))
        if one is not None and one.label != statement.label:
            shift = getattr(statement.scores, statement.label.value) - getattr(one.scores, statement.label.value)
            changes.append(LabelChange(after.id, statement.text, one.label.value, statement.label.value, round(shift, 4)))
    return changes
