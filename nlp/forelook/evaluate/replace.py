"""Replaces a model: fits a new one, compares both in one table, and puts the new one in place unless it is worse.

In: releases to train on, a base, and the directory of the current model. Out: a comparison, and the new model
directory unless it is clearly worse.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from forelook.corpus.gold import GoldRelease
from forelook.errors import ModelError
from forelook.evaluate.before_after import Comparison, compare_taggers, describe
from forelook.evaluate.metrics import on_gold, save_metrics
from forelook.evaluate.scores import as_documents
from forelook.model.linked import put_model
from forelook.model.store import METADATA_FILE, read_metadata, save_model
from forelook.tagger import Tagger
from forelook.train.base import Base
from forelook.train.data import TrainingRelease
from forelook.train.first_pass import Progress
from forelook.train.fit import fit
from forelook.train.freshness import read_sources

MODEL_NAME = "press-release"
_FITTED = 0.7  # of the time; comparing takes the rest


def retrain(
    base: Base,
    releases: Sequence[TrainingRelease],
    directory: Path,
    *,
    version: str,
    before: Path | None = None,
    gold: Sequence[GoldRelease] = (),
    force: bool = False,
    progress: Progress = lambda _, __: None,
) -> Comparison:
    """Fit `releases` on top of a base and replace the model in `directory`; return what changed, since `before` where no model stands there.

    Raises ModelError, and leaves the old model in place, when the new one is clearly worse (by the bootstrap over gold
    releases, else over those of the corpus that the base knows) and `force` is false.
    """
    standing = _open(directory)
    old = standing or (_open(before) if before is not None else None)
    fitted = fit(base, releases, lambda step, share: progress(step, _FITTED * share))
    made_from = read_sources(base, releases).digest
    metadata = {"name": MODEL_NAME, "version": version, "digest": made_from, "base": base.digest, "new_releases": fitted.new}
    with tempfile.TemporaryDirectory() as made:
        place = Path(made) / MODEL_NAME
        save_model(place, fitted.arrays, metadata)
        new = Tagger(place)
        progress(f"comparing with the model in {old.directory}" if old else "measuring", _FITTED)
        own = [release.variants()[0] for release in releases if release.digest not in base.known]
        known = [release.variants()[0] for release in releases if release.digest in base.known]
        result = compare_taggers(old, new, own, known, gold)
        if standing and result.clearly_worse and not force:
            advice = "look at what changed, or put it in place with FORCE=1 (--force)"
            raise ModelError(f"{directory}: kept, because the new model is clearly worse:\n{describe(result)}\n{advice}")
        put_model(place, directory)
        measured = {"gold": on_gold(gold, new.tag(as_documents(gold)))} if gold else {}
    save_metrics(directory, measured, made_from)
    progress("done", 1.0)
    return result


def check_fresh(base: Base, releases: Sequence[TrainingRelease], directory: Path) -> str:
    """Return a sentence on the freshness of the model in `directory`.

    Raises ModelError where it was not made from this base and these releases as this version cuts and describes them, or where more than
    MOST_OUTDATED of the base's own releases are now cut or described differently.
    """
    sources = read_sources(base, releases)
    if sources.base_is_outdated:
        raise ModelError(
            f"{directory}: of the {sources.known} releases of the base, {sources.outdated} have changed in segmentation or features since it was made;"
            " make it again from the texts: `make base`, then `make train`"
        )
    if read_metadata(directory).get("digest") != sources.digest:
        raise ModelError(
            f"{directory}: stale: the base, the corpus, settings or features have changed since it was trained; run `make train` and commit the model"
        )
    return f"{directory} is fresh; of the {sources.known} releases of the base, {sources.outdated} have changed in segmentation or features since it was made"


def _open(directory: Path) -> Tagger | None:
    """Return the model in a directory, for comparison; None where there is none, or an outdated one."""
    if not (directory / METADATA_FILE).is_file():
        return None
    try:
        return Tagger(directory)
    except ModelError:
        return None
