"""The small models behind figures: which period a figure has, and how probable a record is.

In: releases, annotated ones as well as real ones as the tagger has them, with their guidance records. Out: the JSON of two logistic regressions, plain
numbers that figures/ reads: weights of the candidates for a period, and named weights of a record's score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from forelook.corpus.gold import GoldRelease
from forelook.figures.drafts import Candidate, Draft
from forelook.figures.period_choice import KINDS, describe_candidate
from forelook.figures.reader import Reader
from forelook.figures.score import describe, trust
from forelook.records import SCHEMA_VERSION, Figure, Model, Release, Scores, Source, Statement, Summary
from forelook.segment.header import read_header
from forelook.segment.segmentation import segment

PERIOD_C = 0.2  # the inverse of the penalty; periods right by cross-validation over releases 3,118 of 3,462 with 0.05, 3,133 with 0.1, 3,138 with 0.2
SCORE_C = 0.1
REAL_WEIGHT = 2.0  # of a draft of a real release beside one of an annotated release; best of 1, 2, 4 by cross-validation
REAL_PERIOD_WEIGHT = 0.5  # of a pair of periods, in the same way: 1,676 of 2,116 and 962 of 1,096 right; with 0 1,675 and 956, with 2 1,665 and 965
ANNOTATED = "annotated"  # the feature in which annotated releases differ from real ones, whatever else is alike; it is left out of the weights
LEAST = 0.03  # smaller weights of words are left out
LEAST_RELEASES = 3  # a word that fewer have is a name


ScoreRows = list[tuple[dict[str, float], bool]]
"""The features of drafts, and whether each is a record."""


class FigureExample(NamedTuple):
    """A release to learn from."""

    release: Release
    figures: list[Figure]
    read: list[tuple[int, int]] | None  # where the records of a real release were looked for; None of an annotated one, which is known whole


def as_example(gold: GoldRelease) -> FigureExample:
    """Return an annotated release as an example."""
    return FigureExample(as_release(gold), [figure for unit in gold.units for figure in unit.figures], None)


def as_release(gold: GoldRelease) -> Release:
    """Return a gold release as if a tagger had tagged it so; a short line of meta before statements is their section."""
    statements: list[Statement] = []
    section = None
    for unit in gold.units:
        text = gold.text[unit.start : unit.end]
        if unit.label is None:
            section = text if len(text) <= 100 and text[-1:] not in ".,;" else section
            continue
        kind = "table" if unit.kind == "table" else "sentence"
        statements.append(
            Statement(unit.start, unit.end, text, unit.label, 1.0, Scores(0, 0, 0, 0), unit.forward_looking, 1.0, kind, section, None, None)  # type: ignore[arg-type]
        )
    header = read_header(gold.text, segment(gold.text).units, None)
    model, summary = Model("gold", "0", "0"), Summary(0, 0, 0, 0, 0, 0)
    return Release(SCHEMA_VERSION, gold.id, Source(), header, {}, model, "codepoint", gold.text, statements, [], [], summary, [])


def fit_periods(examples: Sequence[FigureExample]) -> dict[str, Any]:
    """Return the weights of the candidates for a period: of one with the right name against each with a wrong one."""
    rows: list[dict[str, float]] = []
    weights: list[float] = []
    spread: Counter[str] = Counter()
    for example in examples:
        pairs = _pair_periods(example)
        rows += pairs
        weights += [1.0 if example.read is None else REAL_PERIOD_WEIGHT] * len(pairs)
        spread.update(set().union(*pairs))
    vectorizer = DictVectorizer()
    better = vectorizer.fit_transform([{name: value for name, value in row.items() if spread[name] >= LEAST_RELEASES} for row in rows])
    model = LogisticRegression(C=PERIOD_C, fit_intercept=False, max_iter=2000)
    model.fit(sparse.vstack([better, -better]), [1] * len(rows) + [0] * len(rows), sample_weight=weights + weights)
    named = {name: round(float(weight), 3) for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)}
    numbered = {kind: [named.pop(f"{kind} {number}", 0.0) for number in range(count)] for count, kind in KINDS.items()}
    return {**numbered, "named": {name: weight for name, weight in named.items() if abs(weight) >= LEAST}}


def _pair_periods(example: FigureExample) -> list[dict[str, float]]:
    """Return by what the candidate with the right name differs from each with a wrong one, for every figure of a release that is a record."""
    trace: list[tuple[Draft, list[Candidate]]] = []
    Reader(example.release, trace).read()
    pairs = []
    for draft, choices in trace:
        figure = _find(draft, example.figures)
        if figure is None:
            continue
        rows = [(describe_candidate(one, draft.metric.name), (one.frame.name if one.frame else None) == figure.period.name) for one in choices]
        right = next((row for row, is_right in rows if is_right), None)
        if right is not None:
            pairs += [{name: right.get(name, 0.0) - row.get(name, 0.0) for name in row | right} for row, is_right in rows if not is_right]
    return pairs


def fit_scores(releases: Sequence[ScoreRows]) -> dict[str, float]:
    """Return the named weights of the score: drafts that equal a record in all of the five fields against the rest; `releases` has the rows of each."""
    spread = Counter(name for rows in releases for name in set().union(*(features for features, _ in rows)))
    rows = [({name: value for name, value in features.items() if spread[name] >= LEAST_RELEASES}, right) for of_one in releases for features, right in of_one]
    vectorizer = DictVectorizer()
    weights = [1.0 if ANNOTATED in features else REAL_WEIGHT for features, _ in rows]
    model = LogisticRegression(C=SCORE_C, fit_intercept=False, max_iter=2000)
    model.fit(vectorizer.fit_transform([features for features, _ in rows]), [right for _, right in rows], sample_weight=weights)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {name: round(float(weight), 3) for name, weight in named if abs(weight) >= LEAST and name != ANNOTATED}


def score_rows(example: FigureExample) -> ScoreRows:
    """Return the features of every draft of a release where its records were looked for, and whether it is one of them, each record once."""
    wanted = list(example.figures)
    rows = []
    for draft in Reader(example.release).read():
        match = next((figure for figure in wanted if _same(draft, figure)), None)
        if match is not None:
            wanted.remove(match)
        place = draft.value[0] if draft.value else draft.metric.start
        if example.read is None or any(start <= place < end for start, end in example.read):
            features = describe(draft, trust(example.release.statements[draft.statement]))
            rows.append((features | {ANNOTATED: 1.0} if example.read is None else features, match is not None))
    return rows


def _find(draft: Draft, wanted: list[Figure]) -> Figure | None:
    """Return the record whose value stands where the draft's does, of its metric if there is one."""
    if draft.value is None:
        return None
    start, end = draft.value
    near = [one for one in wanted if one.value and one.value.start < end and start < one.value.end and one.unit == draft.unit]
    return next((one for one in near if one.metric.name == draft.metric.name), near[0] if near else None)


def _same(draft: Draft, figure: Figure) -> bool:
    place, other = draft.value or draft.metric[:2], figure.value or figure.metric
    return (
        place[0] < other.end
        and other.start < place[1]
        and (draft.metric.name, draft.period.name if draft.period else None, draft.low, draft.high, draft.unit)
        == (figure.metric.name, figure.period.name, figure.low, figure.high, figure.unit)
    )


def encode(weights: dict[str, Any]) -> bytes:
    """Return weights as the bytes of a data file."""
    return msgspec.json.format(msgspec.json.encode(weights), indent=0) + b"\n"
