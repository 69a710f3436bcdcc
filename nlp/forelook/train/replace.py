"""Replacing a model: train, see in one table what changes, and put the new model in place if it is no worse.

In: a directory of annotated text and the directory of the model that stands there now. Out: a comparison, and the new model
directory unless it is clearly worse.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from forelook.corpus.annotated import AnnotatedRelease, read_corpus
from forelook.corpus.gold import GoldRelease
from forelook.errors import ModelError
from forelook.evaluate import card
from forelook.evaluate.metrics import metrics
from forelook.evaluate.scores import Counts, as_documents, bootstrap, compare, score
from forelook.model.store import METADATA_FILE, read_metadata, save_model
from forelook.records import LABELS, Release, Statement
from forelook.tagger import Tagger
from forelook.train.fit import Progress, data_digest, render_variants, train

MODEL_NAME = "press-release"
MOST_CHANGES = 10


class Change(Struct, frozen=True):
    """A statement that the new model labels otherwise."""

    release: str
    text: str
    before: str
    after: str
    shift: float  # how much probability moved to the new label


class Comparison(Struct):
    """What a training changed: scores (name, before, after), statements that changed label, and whether it is clearly worse."""

    scores: list[tuple[str, float | None, float]]
    changed: dict[str, tuple[int, int]]  # of how many statements how many changed, on "corpus" and "gold"
    changes: list[Change]
    clearly_worse: bool


def retrain(
    data: Path, directory: Path, *, version: str, gold: Sequence[GoldRelease] = (), force: bool = False, jobs: int = 2, progress: Progress = lambda _: None
) -> Comparison:
    """Train on `data` and replace the model in `directory`; return what changed.

    Raises ModelError, and leaves the old model in place, when the new one is clearly worse (by the bootstrap over gold
    releases, else over those of the corpus) and `force` is false.
    """
    old = Tagger(directory) if (directory / METADATA_FILE).is_file() and _is_readable(directory) else None
    fitted, metadata = train(data, jobs=jobs, progress=progress)
    with tempfile.TemporaryDirectory() as made:
        place = Path(made) / MODEL_NAME
        save_model(place, fitted.arrays, {"name": MODEL_NAME, "version": version, **metadata})
        new = Tagger(place)
        progress("comparing with the model that stands there")
        measured = metrics(fitted, gold)
        result = compare_taggers(old, new, read_corpus(data), gold)
        result.scores = _cross_validated_rows(directory, measured) + result.scores
        if result.clearly_worse and not force:
            advice = "look at what changed, or put it in place with FORCE=1 (--force)"
            raise ModelError(f"{directory}: kept, because the new model is clearly worse:\n{describe(result)}\n{advice}")
        directory.mkdir(parents=True, exist_ok=True)
        for file in place.iterdir():
            shutil.copy2(file, directory / file.name)
    card.save_metrics(directory, measured, metadata["digest"])
    return result


def compare_taggers(old: Tagger | None, new: Tagger, corpus: Sequence[AnnotatedRelease], gold: Sequence[GoldRelease]) -> Comparison:
    """Return how two taggers differ on the corpus, each release in its first layout, and on gold."""
    result = Comparison([], {}, [], clearly_worse=False)
    for name, releases in (("corpus", [render_variants(release)[0] for release in corpus]), ("gold", list(gold))):
        if not releases:
            continue
        documents = as_documents(releases)
        after = new.tag_all(documents)
        before = old.tag_all(documents) if old else None
        counts = compare(releases, after)
        counts_before = compare(releases, before) if before is not None else None
        if name == "gold":  # scores on the corpus itself would only tell how well it is remembered
            result.scores += _score_rows(name, counts_before, counts)
        if before is None or counts_before is None:
            continue
        changes = [change for one, other in zip(before, after, strict=True) for change in _find_changes(one, other)]
        result.changed[name] = (sum(len(release.statements) for release in after), len(changes))
        result.changes += changes
        result.clearly_worse = bootstrap(counts)["macro_f1"][1] < score(counts_before).macro_f1
    result.changes = sorted(result.changes, key=lambda change: -change.shift)[:MOST_CHANGES]
    return result


def check_fresh(data: Path, directory: Path) -> None:
    """Raise ModelError unless the model in `directory` was trained on `data` as it is, with this version's features."""
    digest = data_digest(read_corpus(data), data)
    if read_metadata(directory)["digest"] != digest:
        raise ModelError(f"{directory}: stale: the corpus, settings or features have changed since it was trained; run `make train` and commit the model")


def describe(result: Comparison) -> str:
    """Return a comparison as a table in plain text."""
    lines = [f"{'':38}{'before':>9}{'after':>9}{'':>9}"]
    for name, before, after in result.scores:
        difference = f"{after - before:+9.4f}" if before is not None else ""
        lines.append(f"{name:38}{'' if before is None else format(before, '9.4f'):>9}{after:9.4f}{difference}")
    for name, (total, changed) in result.changed.items():
        lines.append(f"{name}: {changed} of {total} statements changed their label")
    for change in result.changes:
        words = " ".join(change.text.split())
        lines.append(f"  {change.before} → {change.after} ({change.shift:+.2f})  {words[:100]}{'…' if len(words) > 100 else ''}  [{change.release}]")
    return "\n".join(lines)


def _cross_validated_rows(directory: Path, measured: Mapping[str, Any]) -> list[tuple[str, float | None, float]]:
    """Return the cross-validated scores of the model that stands in `directory`, where it has any, beside the new ones."""
    old = card.read_metrics(directory).get("cross_validated", {}).get("content", {})
    new = measured["cross_validated"]
    rows = [(f"cross-validated f1 {label.value}", old.get("f1", {}).get(label.value), new["f1"][label.value]) for label in LABELS]
    return rows + [(f"cross-validated {figure}", old.get(figure), new[figure]) for figure in ("macro_f1", "forward_f1", "ece")]


def _score_rows(name: str, before: list[Counts] | None, after: list[Counts]) -> list[tuple[str, float | None, float]]:
    new, old = score(after), score(before) if before is not None else None
    figures = ("macro_f1", "forward_f1", "boundary_f1", "speaker", "ece")
    by_label = [(f"{name} f1 {label.value}", old.f1[label.value] if old else None, new.f1[label.value]) for label in LABELS]
    return by_label + [(f"{name} {figure}", getattr(old, figure) if old else None, getattr(new, figure)) for figure in figures]


def _find_changes(before: Release, after: Release) -> list[Change]:
    old: dict[tuple[int, int], Statement] = {(each.start, each.end): each for each in before.statements}
    changes = []
    for statement in after.statements:
        one = old.get((statement.start, statement.end))
        if one is not None and one.label != statement.label:
            shift = getattr(statement.scores, statement.label.value) - getattr(one.scores, statement.label.value)
            changes.append(Change(after.id, statement.text, one.label.value, statement.label.value, round(shift, 4)))
    return changes


def _is_readable(directory: Path) -> bool:
    """Tell whether the model that stands there can be compared with; an outdated one cannot."""
    try:
        Tagger(directory)
    except ModelError:
        return False
    return True
