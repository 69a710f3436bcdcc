"""The slow measurements of the model card: ablations, the learning curve, robustness against layouts.

In: the corpus, the model directory and a gold file. Out: sections of `metrics.json`.
"""

from __future__ import annotations

from pathlib import Path

from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import read_gold
from forelook.evaluate import card
from forelook.evaluate.ablation import ablate, robustness
from forelook.evaluate.metrics import learning_curve
from forelook.model.store import read_metadata
from forelook.tagger import Tagger
from forelook.train.fit import Progress, render_variants

ROBUSTNESS_SAMPLE = 60  # corpus releases on which robustness is measured where there is no gold


def measure_all(data: Path, directory: Path, gold: Path | None, *, progress: Progress = lambda _: None) -> None:
    """Measure and save; takes some twenty minutes."""
    releases = read_corpus(data)
    labelled = read_gold(gold) if gold else []
    digest = read_metadata(directory)["digest"]
    texts = [release.text for release in labelled] or [render_variants(release)[0].text for release in releases[:ROBUSTNESS_SAMPLE]]
    card.save_metrics(directory, {"robustness": robustness(Tagger(directory), texts)}, digest)
    card.save_metrics(directory, {"learning_curve": learning_curve(releases, labelled, progress=progress)}, digest)
    if labelled:
        card.save_metrics(directory, {"ablation": ablate(releases, data, labelled, progress=progress)}, digest)
