"""The slow measurements of the model card: gold, figures, ablations, robustness to layouts; run as `python -m tools.measure`.

In: the current model and base, the corpus, gold files, and files of gold guidance records. Out: sections of `metrics.json`; with
`--precise DIR`, of the one in a transformer's directory.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease, read_gold
from forelook.evaluate.ablation import ablate
from forelook.evaluate.figure_baseline import nearest_metric
from forelook.evaluate.figure_scores import Records, read_records, score_figures
from forelook.evaluate.metrics import on_gold, save_metrics
from forelook.evaluate.robustness import robustness
from forelook.evaluate.scores import as_documents
from forelook.figures import find_figures
from forelook.model.store import default_directory, read_metadata
from forelook.records import Document
from forelook.tagger import Tagger
from forelook.train.figures import as_release
from forelook.train.variants import render_variants
from tools.progress import report


def measure(data: Path, directory: Path, gold: Path, also: Path | None, records: Path | None) -> None:
    """Measure and save."""
    digest, tagger = read_metadata(directory)["digest"], Tagger(directory)
    for name, path in (("gold", gold), ("gold_also", also)):
        if path is not None:
            releases = read_gold(path)
            save_metrics(directory, {name: on_gold(releases, tagger.tag_all(as_documents(releases)))}, digest)
    releases = read_gold(gold)
    if records is not None:
        save_metrics(directory, {"figures": on_records(releases, read_records(records), tagger)}, digest)
    save_metrics(directory, {"robustness": robustness(tagger, [release.text for release in releases])}, digest)
    corpus = [render_variants(release)[0] for release in read_corpus(data)]
    save_metrics(directory, {"ablation": ablate(corpus, releases, tagger, progress=report)}, digest)


def measure_precise(precise: Path, directory: Path, gold: Path, also: Path | None) -> None:
    """Measure a model with a transformer, and its speed with and without it; save both in the transformer's directory."""
    digest, tagger, plain = read_metadata(precise)["sha256"], Tagger(directory, precise=precise), Tagger(directory)
    for name, path in (("gold", gold), ("gold_also", also)):
        if path is not None:
            releases = read_gold(path)
            save_metrics(precise, {name: on_gold(releases, tagger.tag_all(as_documents(releases)))}, digest)
    documents = as_documents(read_gold(gold))
    rates = {name: len(documents) / _time(each, documents) for name, each in (("without", plain), ("with", tagger))}
    save_metrics(precise, {"rates": {**rates, "characters": sum(len(document.text) for document in documents) / len(documents)}}, digest)


def _time(tagger: Tagger, documents: list[Document]) -> float:
    """Return the CPU seconds of tagging once patterns are compiled, which the first round does."""
    tagger.tag_all(documents)
    started = time.process_time()
    tagger.tag_all(documents)
    return time.process_time() - started


def on_records(gold: Sequence[GoldRelease], wanted: Records, tagger: Tagger) -> dict[str, Any]:
    """Return the scores of figures on gold statements and end to end, each with the baseline."""
    given = [as_release(release) for release in gold]
    tagged = tagger.tag_all(as_documents(gold))
    return {
        "statements given": score_figures(wanted, {release.id: find_figures(release) for release in given}),
        "end to end": score_figures(wanted, {release.id: release.figures or [] for release in tagged}),
        "nearest metric, statements given": score_figures(wanted, {release.id: nearest_metric(release) for release in given}),
        "nearest metric, end to end": score_figures(wanted, {release.id: nearest_metric(release) for release in tagged}),
    }


def main() -> None:
    """Parse arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="labelled releases that nothing was chosen on")
    parser.add_argument("--also", type=Path, help="others, shown beside them")
    parser.add_argument("--figures", type=Path, help="their guidance records, JSON Lines with id and records")
    parser.add_argument("--data", type=Path, default=Path("training_data"))
    parser.add_argument("--model", type=Path, default=default_directory())
    parser.add_argument("--precise", type=Path, metavar="DIR", help="measure the model with this transformer instead, on gold only")
    options = parser.parse_args()
    if options.precise is not None:
        measure_precise(options.precise, options.model, options.gold, options.also)
    else:
        measure(options.data, options.model, options.gold, options.also, options.figures)


if __name__ == "__main__":
    main()
