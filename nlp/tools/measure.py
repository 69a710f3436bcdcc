"""The slow measurements of the model card: gold, ablations, robustness against layouts; run as `python -m tools.measure`.

In: the model and the base as they stand, the corpus, gold files. Out: sections of `metrics.json`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import read_gold
from forelook.evaluate.ablation import ablate
from forelook.evaluate.metrics import on_gold, save_metrics
from forelook.evaluate.robustness import robustness
from forelook.evaluate.scores import as_documents
from forelook.model.store import default_directory, read_metadata
from forelook.tagger import Tagger
from forelook.train.variants import render_variants


def measure(data: Path, directory: Path, gold: Path, also: Path | None) -> None:
    """Measure and save."""
    digest, tagger = read_metadata(directory)["digest"], Tagger(directory)
    for name, path in (("gold", gold), ("gold_also", also)):
        if path is not None:
            releases = read_gold(path)
            save_metrics(directory, {name: on_gold(releases, tagger.tag_all(as_documents(releases)))}, digest)
    releases = read_gold(gold)
    save_metrics(directory, {"robustness": robustness(tagger, [release.text for release in releases])}, digest)
    corpus = [render_variants(release)[0] for release in read_corpus(data)]
    save_metrics(directory, {"ablation": ablate(corpus, releases, tagger, progress=_report)}, digest)


def _report(step: str, share: float) -> None:
    print(f"{step}: {share:.0%}", file=sys.stderr, flush=True)


def main() -> None:
    """Parse arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="labelled releases that nothing was chosen on")
    parser.add_argument("--also", type=Path, help="others, shown beside them")
    parser.add_argument("--data", type=Path, default=Path("training_data"))
    parser.add_argument("--model", type=Path, default=default_directory())
    options = parser.parse_args()
    measure(options.data, options.model, options.gold, options.also)


if __name__ == "__main__":
    main()
