"""Makes the text encoder from real releases, whose texts are not in the repository, and the authored corpus: `make encoder TEXTS=…`.

In: texts of real releases (files that forelook reads, ids as in `training_data/real_labels.tsv`), the labels, soft targets if
there are any (`--soft` and `--made-over`, as `make soft` writes them). Out: a file of arrays for `make base` (`--encoder`); next to it the arrays of
encoders trained without one fold each, to which `make base` fits the second pass, and their scores for evaluation. Needs the extra `[teacher]`;
takes about thirty minutes of CPU for 5,000 releases and two copies of each.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease
from forelook.train.augmentation import MadeOver, load_made_over
from forelook.train.cross_fit import CrossFitted, train_cross_fitted
from forelook.train.encoder import WIDTH
from forelook.train.first_pass import number_of
from forelook.train.passages import Passage, read_labelled, read_made_over, read_passage, soften
from forelook.train.soft import SoftTargets
from forelook.train.variants import render_variants
from forelook.train.vocabulary import make_vocabulary
from tools.arguments import add_soft, add_sources, read_soft
from tools.progress import report
from tools.real_labels import COVERED, read_labels, read_texts

FOLDS = 2
WHOLE_WEIGHT = 4.0  # of a unit of a real release that was labelled completely
SOFT_WEIGHT = 1.0  # of a unit with only a teacher's probabilities
LABEL_SHARE = 0.3  # of a label, beside a teacher's probabilities; average precision of guidance is 0.726 with 0.8, 0.735 with 0.4, 0.732 with 0


def make_passages(data: Path, texts: Mapping[str, str], labels: Path, soft: Mapping[str, SoftTargets]) -> list[Passage]:
    """Return the passages that the encoder learns from."""
    made = []
    for release in read_corpus(data):
        first = render_variants(release)[0]
        made.append(read_labelled(GoldRelease(f"authored/{release.id}", first.text, first.units)))
    labelled = {release.id: release for release in read_labels(labels, texts)} if texts else {}
    for identity, text in texts.items():
        passage = _read_real(labelled[identity]) if identity in labelled else read_passage(identity, text)
        if identity in soft:
            said = soft[identity]
            passage = soften(passage, said.places, said.probabilities, label_share=LABEL_SHARE, weight=SOFT_WEIGHT)
        made.append(passage)
    return made


def make_others(passages: Iterable[Passage], made: Iterable[MadeOver]) -> list[Passage]:
    """Return the releases made over whose original is among `passages` and has the same segmentation as then."""
    originals = {passage.id: passage for passage in passages}
    read = (read_made_over(originals[each.id], each, weight=SOFT_WEIGHT) for each in made if each.id in originals)
    return [passage for passage in read if passage is not None]


def _read_real(release: GoldRelease) -> Passage:
    """Return a real release with its labels; in one that was labelled in part, other units have weight 0."""
    passage = read_labelled(release, unmatched=0.0)
    whole = np.count_nonzero(passage.weights) >= COVERED * len(passage.weights)
    return read_labelled(release, weight=WHOLE_WEIGHT) if whole else passage


def save(path: Path, passages: list[Passage], found: CrossFitted) -> None:
    """Write the arrays to `path`, and those of the folds and the scores next to it."""
    _write(path, found.arrays)
    for fold, arrays in enumerate(found.folds):
        _write(path.with_name(f"{path.stem}-{fold}.npz"), arrays)
    scores = {
        "ids": np.array([passage.id for passage in passages]),
        "sizes": np.array([len(passage.weights) for passage in passages]),
        "places": np.concatenate([passage.places for passage in passages]),
        "scores": np.concatenate(found.scores),
    }
    _write(path.with_name(f"{path.stem}-scores.npz"), scores)


def _write(path: Path, arrays: Mapping[str, object]) -> None:
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)  # type: ignore[arg-type]
    path.write_bytes(stream.getvalue())


def main() -> None:
    """Parse arguments and make the encoder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_sources(parser)
    add_soft(parser)
    parser.add_argument("--made-over", type=Path, help="a file of releases made over")
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    texts = read_texts(options.texts)
    soft = read_soft(options.soft)
    passages = make_passages(options.data, texts, options.labels, soft)
    vocabulary = make_vocabulary(passages, width=WIDTH)
    folds = [number_of(passage.id, FOLDS) for passage in passages]
    others = make_others(passages, load_made_over(options.made_over)) if options.made_over else []
    fitted = train_cross_fitted(passages, vocabulary, folds, others, progress=report)
    save(options.out, passages, fitted)


if __name__ == "__main__":
    main()
