"""Training rows: which class each unit of segmentation gets, and that rows do not depend on their neighbours in the corpus."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forelook.corpus.annotated import parse_annotated, read_annotated
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.corpus.layouts import LAYOUTS, render
from forelook.features.extract import CONTEXT_WEIGHT, WIDTH, Features
from forelook.model.classifier import CLASSES
from forelook.records import Label
from forelook.segment.segmentation import segment
from forelook.train.dataset import LABEL_SHARE, Dataset, class_of, join_datasets, make_dataset, match_units, to_csr

FILES = sorted((Path(__file__).resolve().parents[2] / "training_data").glob("*.ann"))[::100]
TEXT = "Oats rose once more. Wheat fell a little. Barley held its own."


def unit(start: int, end: int, label: Label | None = Label.HISTORICAL_FACT, *, forward: bool = False) -> GoldUnit:
    return GoldUnit(start, end, "statement" if label else "meta", label, forward, None)


@pytest.mark.parametrize(
    ("gold", "name"),
    [
        pytest.param(None, "meta", id="no gold unit"),
        pytest.param(unit(0, 1, None), "meta", id="meta"),
        pytest.param(unit(0, 1, Label.GUIDANCE, forward=True), "guidance", id="guidance"),
        pytest.param(unit(0, 1), "historical_fact", id="historical_fact"),
        pytest.param(unit(0, 1, Label.SAFE_HARBOR), "safe_harbor", id="safe_harbor"),
        pytest.param(unit(0, 1, Label.MANAGEMENT_QUOTE, forward=True), "quote_forward", id="a quotation that looks forward"),
        pytest.param(unit(0, 1, Label.MANAGEMENT_QUOTE), "quote_plain", id="a quotation that does not"),
    ],
)
def test_classes(gold: GoldUnit | None, name: str) -> None:
    assert CLASSES[class_of(gold)] == name


@pytest.mark.parametrize(
    ("places", "matched"),
    [
        pytest.param([(0, 20), (21, 41), (42, 62)], [0, 1, 2], id="the same cuts"),
        pytest.param([(0, 62)], [0, 0, 0], id="one gold unit over all"),
        pytest.param([(0, 5), (5, 20), (21, 41), (42, 62)], [1, 2, 3], id="the one that shares most"),
        pytest.param([(0, 20)], [0, None, None], id="none left"),
        pytest.param([(42, 62)], [None, None, 0], id="none before"),
        pytest.param([(0, 30), (30, 62)], [0, 1, 1], id="a gold cut inside a unit"),
        pytest.param([], [None, None, None], id="none at all"),
    ],
)
def test_units_take_the_gold_unit_that_they_share_most_with(places: list[tuple[int, int]], matched: list[int | None]) -> None:
    gold = [unit(start, end) for start, end in places]
    assert match_units(segment(TEXT), gold) == [None if number is None else gold[number] for number in matched]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_units_of_the_corpus_find_their_annotation(layout: str) -> None:
    for path in FILES:
        gold = render(read_annotated(path), layout)
        found = segment(gold.text)
        matched = match_units(found, gold.units)
        exact = sum(g is not None and (g.start, g.end) == (u.start, u.end) for u, g in zip(found.units, matched, strict=True))
        assert exact > 0.75 * len(gold.units)


def test_datasets_are_joined() -> None:
    releases = [GoldRelease("x", "Oats rose.", [unit(0, 10)]), GoldRelease("y", "Wheat fell. Barley held.", [unit(0, 11, Label.SAFE_HARBOR)])]
    joined, whole = join_datasets([make_dataset([release]) for release in releases]), make_dataset(releases)
    assert rows(joined) == rows(whole)
    assert (joined.ids, joined.sizes.tolist()) == (["x", "y"], [1, 2])


def test_units_without_a_label_have_the_weight_given() -> None:
    release = GoldRelease("y", "Wheat fell. Barley held.", [unit(0, 11, Label.SAFE_HARBOR)])
    assert make_dataset([release]).weights.tolist() == [1, 1]
    assert make_dataset([release], unmatched=0.0).weights.tolist() == [1, 0]


def rows(dataset: Dataset) -> list[tuple[list[int], list[float], int]]:
    matrix = dataset.matrix
    ends = matrix.indptr.tolist()
    return [(matrix.indices[a:b].tolist(), matrix.data[a:b].tolist(), int(c)) for a, b, c in zip(ends, ends[1:], dataset.classes, strict=False)]


def test_rows_are_the_same_alone_and_together() -> None:
    gold = [render(read_annotated(path), "wire") for path in FILES]
    together = make_dataset(gold)
    assert rows(together) == [row for one in gold for row in rows(make_dataset([one]))]
    assert together.sizes.tolist() == [len(segment(one.text).units) for one in gold]
    assert together.matrix.shape == (len(together.classes), WIDTH)
    assert together.weights.tolist() == [1.0] * len(together.classes)


def test_classes_are_those_of_their_units() -> None:
    release = parse_annotated("---\nH\tOats rose once more.\nG\tWheat will rise next.\n\nS\tMany things may yet go wrong.\n", "tarn.ann")
    dataset = make_dataset([render(release, "lines")])
    assert [CLASSES[number] for number in dataset.classes] == ["historical_fact", "guidance", "safe_harbor"]


def test_features_that_clash_are_summed() -> None:
    matrix = to_csr(Features(np.array([5, 5, 2, 7], np.int32), np.array([[0, 0, 3], [0, 0, 0], [0, 1, 0]], np.int32)))
    assert (matrix.shape, matrix.nnz) == ((3, WIDTH), 3)
    assert matrix[0, 5] == 2 * CONTEXT_WEIGHT


def test_a_gold_release_may_be_one_word() -> None:
    assert make_dataset([GoldRelease("x", "Oats", [unit(0, 4)])]).sizes.tolist() == [1]


def targets_of(weight: float, soft: list[float]) -> tuple[list[float], float]:
    rows = make_dataset([GoldRelease("x", "Oats", [unit(0, 4)])])._replace(classes=np.array([0]), weights=np.array([weight]), soft=np.array([soft]))
    targets, weights = rows.targets()
    return targets[0].tolist(), float(weights[0])


def test_training_aims_between_a_label_and_soft_targets() -> None:
    silent, sure = [0.0] * 6, [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    assert targets_of(0.3, silent) == ([1.0, 0.0, 0.0, 0.0, 0.0, 0.0], 0.3)
    assert targets_of(1.0, sure) == ([LABEL_SHARE, 1 - LABEL_SHARE, 0.0, 0.0, 0.0, 0.0], 1.0)
    assert targets_of(0.0, sure) == (sure, 1.0)
