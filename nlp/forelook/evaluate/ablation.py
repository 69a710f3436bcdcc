"""Ablations, baselines and robustness: what each part of the model brings, and what a change of layout costs.

In: the corpus, its directory (absorbed rows) and gold releases; for robustness, a tagger and texts. Out: rows for the model card.
"""

from __future__ import annotations

import re
import textwrap
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, vstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from forelook.corpus.annotated import AnnotatedRelease
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts import LAYOUTS, curl, render, straighten
from forelook.evaluate.scores import compare, score
from forelook.features.extract import ALL_FAMILIES, Family, extract
from forelook.model.classifier import CLASSES, context_matrix, softmax
from forelook.model.decisions import decide
from forelook.model.statements import build_release
from forelook.records import LABELS, Document, Label, Model, Source
from forelook.segment.layout import HEADING, LIST_ITEM, PARAGRAPH, find_blocks
from forelook.segment.quotes.utterances import Utterance
from forelook.segment.segmentation import Segmentation, assemble, segment
from forelook.tagger import Tagger
from forelook.train.dataset import CHUNK, Dataset, class_of, match_units, to_csr
from forelook.train.fit import FIRST_C, Joined, Progress, fit_second, join, number_of, spread
from forelook.train.hashed import load_absorbed

ITERATIONS = 40  # a small part of what training spends: rows compare with each other, not with the model's own score
FOLDS = 2  # for the rows with a second pass
COLUMNS = 70  # of a hard-wrapped text

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_KEYWORDS = (
    ("safe_harbor", re.compile(r"(?i)forward-looking|Litigation Reform Act|risks? and uncertaint|differ materially|no (?:obligation|duty)|risk factors")),
    ("management_quote", re.compile(r"[\"“\x93](?:[^\"”\x94]+ ){3}")),
    ("guidance", re.compile(r"(?i)\b(?:expect|anticipat|forecast|project(?:s|ed|ion)|intend|plans? to|target|outlook|guidance|will|should)")),
)


class _Rows(NamedTuple):
    """Releases cut into units, with the class of each; features are made from it as each row of the table needs them."""

    texts: list[str]
    segmentations: list[Segmentation]
    classes: Ints
    sizes: Ints


def ablate(releases: Sequence[AnnotatedRelease], data: Path, gold: Sequence[GoldRelease], progress: Progress = lambda _: None) -> list[dict[str, Any]]:
    """Return scores on gold as one group of features after another is added, and those of simple baselines.

    Each release is laid out once and training stops early, so the last row lies a little under the model itself. All rows
    but the baselines are scored end to end; baselines get the gold boundaries and need tell no meta, which flatters them.
    """
    names = list(LAYOUTS)
    laid_out = [render(release, names[number_of(release.id, len(names))]) for release in releases]
    progress("ablations: features")
    corpus, real = _cut(laid_out), _cut(gold)
    absorbed = [load_absorbed(path).rows for path in sorted(data.rglob("*.npz"))]
    rows = [{"name": name, **_score_pairs(gold, guess)} for name, guess in _baselines(laid_out, gold).items()]
    steps: list[tuple[str, Family, bool]] = [
        ("bag of words", Family.WORDS, False),
        ("+ n-grams, groups and outer forms", Family.WORDS | Family.N_GRAMS, False),
        ("+ windows round cue words", Family.WORDS | Family.N_GRAMS | Family.CUES, False),
        ("+ layout and section", ALL_FAMILIES, False),
        ("+ quotation state and rules", ALL_FAMILIES, True),
    ]
    targets, ones = np.eye(len(CLASSES))[corpus.classes], np.ones(len(corpus.classes))
    for name, families, quoted in steps:
        progress(f"ablations: {name}")
        logits = _fit_and_apply(_extract(corpus, families, quoted=quoted), targets, ones, _extract(real, families, quoted=quoted))
        rows.append({"name": name, **_score_gold(gold, real, softmax(logits), quoted=quoted)})
    alone = Dataset(_extract(corpus), corpus.classes, corpus.sizes, ones, np.zeros_like(targets))
    rows.append({"name": "+ neighbours (second pass)", **_score_two(gold, real, join(alone, []))})
    if absorbed:
        progress("ablations: absorbed rows")
        hard = [each._replace(soft=np.zeros_like(each.soft)) for each in absorbed]
        rows.append({"name": "+ absorbed real releases, labels alone", **_score_two(gold, real, join(alone, hard))})
    if any(each.soft.any() for each in absorbed):
        progress("ablations: a teacher's probabilities")
        rows.append({"name": "+ a teacher's probabilities", **_score_two(gold, real, join(alone, absorbed))})
    return rows


def _cut(releases: Sequence[GoldRelease]) -> _Rows:
    segmentations = [segment(release.text) for release in releases]
    classes = [class_of(unit) for release, found in zip(releases, segmentations, strict=True) for unit in match_units(found, release.units)]
    return _Rows([release.text for release in releases], segmentations, np.array(classes), np.array([len(found.units) for found in segmentations]))


def _extract(rows: _Rows, families: Family = ALL_FAMILIES, *, quoted: bool = True) -> csr_matrix:
    """Return the features of some families; without `quoted`, as if there were no quotations."""
    segmentations = rows.segmentations
    if not quoted:
        segmentations = [assemble(text, found.blocks, found.units, []) for text, found in zip(rows.texts, segmentations, strict=True)]
    chunks = [slice(start, start + CHUNK) for start in range(0, len(segmentations), CHUNK)]
    return csr_matrix(vstack([to_csr(extract(rows.texts[chunk], segmentations[chunk], families)) for chunk in chunks]))


def _fit_and_apply(matrix: csr_matrix, targets: Floats, weights: Floats, others: csr_matrix) -> Floats:
    """Return the scores that a first pass trained on `matrix` gives to `others`, before any link function."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        rows, classes, row_weights = spread(targets, weights)
        model = LogisticRegression(C=FIRST_C, max_iter=ITERATIONS, tol=1e-3).fit(matrix[rows], classes, sample_weight=row_weights)
    logits: Floats = others @ model.coef_.T + model.intercept_
    return logits


def _score_two(gold: Sequence[GoldRelease], real: _Rows, joined: Joined) -> dict[str, float]:
    """Return the scores of both passes, the second fitted on scores that the first gives to releases it has not seen."""
    matrix, sizes, targets, weights = joined
    fold = np.repeat(np.arange(len(sizes)) % FOLDS, sizes)
    held_out = np.zeros_like(targets)
    for number in range(FOLDS):
        own = fold == number
        held_out[own] = _fit_and_apply(matrix[~own], targets[~own], weights[~own], matrix[own])
    second = fit_second(context_matrix(held_out, sizes), targets, weights)
    logits = _fit_and_apply(matrix, targets, weights, _extract(real))
    return _score_gold(gold, real, second.predict_proba(context_matrix(logits, real.sizes)), quoted=True)


def _score_gold(gold: Sequence[GoldRelease], real: _Rows, scores: Floats, *, quoted: bool) -> dict[str, float]:
    """Return end-to-end scores; without `quoted` the rules of quotations are off, since the row knows of none."""
    told = (
        real.segmentations
        if quoted
        else [found._replace(utterances=[Utterance(None, None, [])], quoted_by=[0] * len(found.units)) for found in real.segmentations]
    )
    parts = zip(gold, told, decide(told, scores), strict=True)
    tagged = [build_release(Document(release.id, release.text, Source()), found, own, Model("trial", "0", "")) for release, found, own in parts]
    result = score(compare(gold, tagged))
    values = {"macro F1": result.macro_f1, **result.f1, "forward-looking": result.forward_f1, "ECE": result.ece}
    return {name: round(value, 4) for name, value in values.items()}


def _baselines(corpus: Sequence[GoldRelease], gold: Sequence[GoldRelease]) -> dict[str, list[str]]:
    """Return the labels that each baseline gives to the gold statements, in order."""
    wanted, known = _statements(gold), _statements(corpus)
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    model = LogisticRegression(C=10.0, max_iter=200).fit(vectorizer.fit_transform([text for text, _ in known]), [label for _, label in known])
    majority = Counter(label for _, label in known).most_common(1)[0][0]
    return {
        "baseline: majority": [majority] * len(wanted),
        "baseline: keyword list": [next((label for label, words in _KEYWORDS if words.search(text)), "historical_fact") for text, _ in wanted],
        "baseline: TF-IDF and logistic regression": model.predict(vectorizer.transform([text for text, _ in wanted])).tolist(),
    }


def _statements(releases: Sequence[GoldRelease]) -> list[tuple[str, str]]:
    return [(" ".join(each.text[u.start : u.end].split()), u.label.value) for each in releases for u in each.units if u.label and u.kind == "statement"]


def _score_pairs(gold: Sequence[GoldRelease], guesses: Sequence[str]) -> dict[str, float]:
    truth = [label for _, label in _statements(gold)]
    right = Counter(one for one, other in zip(truth, guesses, strict=True) if one == other)
    all_of = Counter(truth) + Counter(guesses)
    f1 = {label.value: 2 * right[label.value] / all_of[label.value] if all_of[label.value] else 0.0 for label in LABELS}
    return {name: round(value, 4) for name, value in {"macro F1": sum(f1.values()) / len(f1), **f1}.items()}


# robustness


def _relay(text: str, lay: Callable[[str], str], behind: str) -> str:
    """Return a text with each paragraph laid out anew, and `behind` after those of several lines."""
    parts, last = [], 0
    for block in find_blocks(text):
        if block.kind in (PARAGRAPH, LIST_ITEM):
            body = lay(" ".join(text[block.start : block.end].split()))
            parts += [text[last : block.start], body, behind if "\n" in body else ""]
            last = block.end
    return "".join([*parts, text[last:]])


def _shout(text: str) -> str:
    """Return a text with its headings in capitals."""
    for block in find_blocks(text):
        if block.kind == HEADING and len(loud := text[block.start : block.end].upper()) == block.end - block.start:
            text = text[: block.start] + loud + text[block.end :]
    return text


VARIANTS: dict[str, Callable[[str], str]] = {
    f"hard-wrapped at {COLUMNS} columns": lambda text: _relay(
        text, lambda body: textwrap.fill(body, COLUMNS, break_on_hyphens=False, break_long_words=False), "\n"
    ),
    "one paragraph a line": lambda text: _relay(text, str, ""),
    "curly quotation marks": curl,
    "straight quotation marks": straighten,
    "CRLF line ends": lambda text: re.sub(r"\r?\n", "\r\n", text),
    "headings in capitals": _shout,
}


def robustness(tagger: Tagger, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return, for each variant of the layout, how many statements get another label or none; every character counts, blanks aside."""
    plain = [_labels(tagger, text) for text in texts]
    total = sum(len(one) for one in plain)
    rows = []
    for name, change in VARIANTS.items():
        varied = [_labels(tagger, change(text)) for text in texts]
        changed = sum(_label_at(places, other) is not label for one, other in zip(plain, varied, strict=True) for places, label in one)
        rows.append({"name": name, "statements": total, "another label": changed, "share": round(changed / max(1, total), 4)})
    return rows


def _labels(tagger: Tagger, text: str) -> list[tuple[tuple[int, int], Label]]:
    """Return the place of each statement, counted in characters that are not blank, and its label."""
    before = np.concatenate([[0], np.cumsum([not character.isspace() for character in text])])
    return [((int(before[each.start]), int(before[each.end])), each.label) for each in tagger(text).statements]


def _label_at(place: tuple[int, int], others: list[tuple[tuple[int, int], Label]]) -> Label | None:
    """Return the label of the statement that shares most with a place, None where none shares half of it."""
    shared, label = max(((min(place[1], end) - max(place[0], start), label) for (start, end), label in others), key=lambda pair: pair[0], default=(0, None))
    return label if 2 * shared >= place[1] - place[0] else None
