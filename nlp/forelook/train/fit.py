"""Training: from the corpus to the arrays of a model.

In: a directory of annotated text, and files of absorbed rows beside it. Out: the two linear passes as plain arrays. The
second pass learns from scores that the first gives to releases it has not seen (cross-fitting by release), which also
calibrates it. Deterministic: folds and layouts depend on the releases' ids alone.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix, vstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from forelook.corpus.alignment import align
from forelook.corpus.annotated import AnnotatedRelease, read_corpus
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts import LAYOUTS, render
from forelook.errors import AnnotationError
from forelook.features.extract import FEATURE_VERSION, HASH_BITS
from forelook.model.classifier import CLASSES, context_matrix
from forelook.train.dataset import LABEL_SHARE, Dataset, make_dataset
from forelook.train.hashed import load_absorbed

FOLDS = 4
LAYOUTS_A_RELEASE = 2
FIRST_C = 2.0  # inverse strength of the penalty; between 1 and 3 the log loss on dev hardly moves
SECOND_C = 0.01  # between 0.003 and 1 the F1 of held-out releases does not move
MOST_ITERATIONS = 500
TOLERANCE = 1e-4  # of the gradient; a fit that is stopped at ten times as much loses about 0.05 of guidance F1 on dev
CORPUS_WEIGHT = 1.0 / LAYOUTS_A_RELEASE  # a release counts once, however often it is laid out
ABSORBED_WEIGHT = 3.0  # rows of real releases say more about real releases
LEAST_SHARE = 0.02  # a class that is less probable than this is none

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Progress = Callable[[str], None]


class Fit(NamedTuple):
    """The arrays of a model, and the cross-fitted probabilities from which its scores are told."""

    arrays: dict[str, Any]
    corpus: Dataset
    held_out: Floats  # shape (units of the corpus, classes)


class Joined(NamedTuple):
    """What a first pass is fitted to: rows, the number of units of each release, what each row should come out as, its weight."""

    matrix: csr_matrix
    sizes: Ints
    targets: Floats  # shape (units, classes)
    weights: Floats


def number_of(identity: str, modulus: int) -> int:
    """Return a number below `modulus` that depends on an id alone."""
    return int.from_bytes(sha256(identity.encode()).digest()[:8], "big") % modulus


def render_variants(release: AnnotatedRelease) -> list[GoldRelease]:
    """Return a release in LAYOUTS_A_RELEASE layouts; one with its raw text beside it stands in that alone, as often."""
    if release.raw is not None:
        return [align(release, release.raw)] * LAYOUTS_A_RELEASE
    names = list(LAYOUTS)
    first = number_of(release.id, len(names))
    return [render(release, names[(first + 2 * turn) % len(names)]) for turn in range(LAYOUTS_A_RELEASE)]


def render_corpus(releases: list[AnnotatedRelease]) -> Dataset:
    """Return the rows of every release in LAYOUTS_A_RELEASE layouts, release by release."""
    rows = make_dataset([gold for release in releases for gold in render_variants(release)])
    return rows._replace(weights=rows.weights * CORPUS_WEIGHT)


def data_digest(releases: list[AnnotatedRelease], data: Path) -> str:
    """Return the digest of all that a model depends on: annotations, absorbed rows, settings and what features make of a sample."""
    settings = (
        "mean",
        FOLDS,
        LAYOUTS_A_RELEASE,
        FIRST_C,
        SECOND_C,
        MOST_ITERATIONS,
        TOLERANCE,
        CORPUS_WEIGHT,
        ABSORBED_WEIGHT,
        LABEL_SHARE,
        LEAST_SHARE,
        FEATURE_VERSION,
        HASH_BITS,
    )
    digest = sha256(repr(settings).encode())
    for release in releases:
        digest.update(repr((release.id, [(unit.code, unit.speaker, unit.text) for unit in release.units])).encode())
        digest.update((release.raw or "").encode("utf-8", "surrogatepass"))
    for path in sorted(data.rglob("*.npz")):
        digest.update(sha256(path.read_bytes()).digest())
    sample = render_corpus(releases[:8])
    digest.update(sample.matrix.indices.astype(np.int64).tobytes() + sample.classes.tobytes())
    return digest.hexdigest()


def fit(releases: list[AnnotatedRelease], data: Path, *, jobs: int = 2, progress: Progress = lambda _: None) -> Fit:
    """Return the trained arrays for `releases` and the absorbed rows in `data`."""
    progress(f"laying out {len(releases)} releases in {LAYOUTS_A_RELEASE} layouts each")
    corpus = render_corpus(releases)
    folds = [number_of(release.id, FOLDS) for release in releases for _ in range(LAYOUTS_A_RELEASE)]
    absorbed = [load_absorbed(path).rows for path in sorted(data.rglob("*.npz"))]
    for own in absorbed:
        folds += [number % FOLDS for number in range(len(own.sizes))]
    matrix, sizes, targets, weights = join(corpus, absorbed)
    fold_of_unit = np.repeat(np.array(folds), sizes)
    progress(f"fitting {FOLDS} folds and the whole of {len(weights)} units")
    parts = [fold_of_unit != fold for fold in range(FOLDS)] + [np.ones(len(fold_of_unit), bool)]
    for part in parts:
        _check_classes(targets[part], weights[part])
    fitted = Parallel(n_jobs=jobs)(delayed(_fit_first)(matrix[part], targets[part], weights[part]) for part in parts)
    held_out = np.zeros_like(targets)
    for fold, (coefficients, intercept) in enumerate(fitted[:FOLDS]):
        rows_of_fold = fold_of_unit == fold
        held_out[rows_of_fold] = matrix[rows_of_fold] @ coefficients + intercept
    progress("fitting the second pass on held-out scores")
    context = context_matrix(held_out, sizes)
    second = fit_second(context, targets, weights)
    # Fits differ by chance; their mean does so much less than the fit to the whole.
    coefficients, intercept = (np.mean(part, axis=0) for part in zip(*fitted, strict=True))
    arrays = {
        "weights": coefficients.astype(np.float16),
        "intercept": intercept,
        "second_weights": second.coef_.T.copy(),
        "second_intercept": second.intercept_,
    }
    return Fit(arrays, corpus, second.predict_proba(context)[: len(corpus.classes)])


def join(corpus: Dataset, absorbed: list[Dataset]) -> Joined:
    """Return the rows of the corpus and, with their greater weight, the absorbed ones."""
    parts = [corpus, *absorbed]
    targets, weights = zip(*(part.aims() for part in parts), strict=True)
    return Joined(
        csr_matrix(vstack([part.matrix for part in parts])),
        np.concatenate([part.sizes for part in parts]),
        np.concatenate(targets),
        np.concatenate([weights[0], *(own * ABSORBED_WEIGHT for own in weights[1:])]),
    )


def spread(targets: Floats, weights: Floats) -> tuple[Ints, Ints, Floats]:
    """Return rows, classes and weights that say in labels what `targets` says in probabilities: a row may come several times."""
    rows, classes = np.nonzero((targets > LEAST_SHARE) & (weights > 0)[:, None])
    return rows, classes, targets[rows, classes] * weights[rows]


def _check_classes(targets: Floats, weights: Floats) -> None:
    """Raise AnnotationError where a class has no unit to be learnt from."""
    _, classes, _ = spread(targets, weights)
    missing = [name for number, name in enumerate(CLASSES) if number not in classes]
    if missing:
        raise AnnotationError(
            f"too few training units of class {', '.join(missing)}: each of {FOLDS} folds of releases is left out in turn, and every class must stand in "
            f"the rest; add releases with such units (`forelook corpus stats` counts them)"
        )


def _fit_first(matrix: csr_matrix, targets: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Return coefficients of shape (features, classes) and intercepts."""
    rows, classes, row_weights = spread(targets, weights)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # MOST_ITERATIONS bounds the time
        model = LogisticRegression(C=FIRST_C, max_iter=MOST_ITERATIONS, tol=TOLERANCE).fit(matrix[rows], classes, sample_weight=row_weights)
    return model.coef_.T, model.intercept_


def fit_second(context: Floats, targets: Floats, weights: Floats) -> LogisticRegression:
    """Return the second pass, fitted to what `context_matrix` makes of scores for releases that the first has not seen."""
    rows, classes, row_weights = spread(targets, weights)
    # Few columns, strongly correlated: the default solver takes thousands of steps, this one ten.
    return LogisticRegression(C=SECOND_C, solver="newton-cholesky").fit(context[rows], classes, sample_weight=row_weights)


def train(data: Path, *, jobs: int = 2, progress: Progress = lambda _: None) -> tuple[Fit, dict[str, Any]]:
    """Return the fit for a directory of annotated text and the metadata that tells where it comes from."""
    releases = read_corpus(data)
    result = fit(releases, data, jobs=jobs, progress=progress)
    statements = sum(unit.label is not None for release in releases for unit in release.units)
    metadata = {"digest": data_digest(releases, data), "releases": len(releases), "statements": statements}
    return result, metadata
