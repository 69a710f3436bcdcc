"""Labels of real releases: places and codes go out and come back with the texts, and another text is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError
from forelook.records import Label
from forelook.train.soft import SoftTargets
from tools.make_base import PROMOTIONAL_WEIGHT, REAL_WEIGHT, WHOLE_WEIGHT, make_real, weigh
from tools.real_labels import DOUBTED_WEIGHT, FILE, read_labels, write_labels

TEXT = "Oats rose. Wheat will rise. Barley held."
GUIDANCE, FACT, QUOTE, LEGEND = Label


def unit(start: int, end: int, label: Label | None, *, kind: str | None = None, forward: bool = False, weight: float = 1.0) -> GoldUnit:
    return GoldUnit(start, end, kind or ("statement" if label else "meta"), label, forward, None, weight)


UNITS = {
    "facts and guidance": [unit(0, 10, FACT), unit(11, 27, GUIDANCE, forward=True)],
    "quotes": [unit(0, 10, QUOTE), unit(11, 27, QUOTE, forward=True)],
    "legend and meta": [unit(0, 10, LEGEND), unit(28, 40, None)],
    "tables": [unit(0, 10, FACT, kind="table"), unit(11, 27, GUIDANCE, kind="table", forward=True)],
    "a doubted label": [unit(0, 10, FACT, weight=DOUBTED_WEIGHT)],
}


@pytest.mark.parametrize("units", UNITS.values(), ids=UNITS)
def test_labels_come_back(units: list[GoldUnit], tmp_path: Path) -> None:
    write_labels(tmp_path / "labels.tsv", [GoldRelease("wire/1", TEXT, units)])
    assert read_labels(tmp_path / "labels.tsv", {"wire/1": TEXT}) == [GoldRelease("wire/1", TEXT, units)]
    assert TEXT[:4] not in (tmp_path / "labels.tsv").read_text(encoding="utf-8")


def test_units_that_weigh_nothing_are_left_out_and_later_labels_replace_earlier_ones(tmp_path: Path) -> None:
    path = tmp_path / "labels.tsv"
    write_labels(path, [GoldRelease("b", TEXT, UNITS["quotes"]), GoldRelease("a", TEXT, [*UNITS["quotes"], unit(28, 40, FACT, weight=0.0)])])
    write_labels(path, [GoldRelease("b", TEXT, UNITS["tables"])])
    assert [(release.id, release.units) for release in read_labels(path, {"a": TEXT, "b": TEXT})] == [("a", UNITS["quotes"]), ("b", UNITS["tables"])]
    assert [release.id for release in read_labels(path, {"b": TEXT})] == ["b"]


def test_another_text_is_refused(tmp_path: Path) -> None:
    write_labels(tmp_path / "labels.tsv", [GoldRelease("a", TEXT, UNITS["quotes"])])
    with pytest.raises(AnnotationError, match=r"labels\.tsv:2: the text of a is not the one that was labelled"):
        read_labels(tmp_path / "labels.tsv", {"a": TEXT + " "})


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "labels.tsv").write_text("a\t0123\t0-10:X\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"labels\.tsv:1: expected units as start-end:CODE"):
        read_labels(tmp_path / "labels.tsv")


def test_the_labels_of_the_repository_can_be_read() -> None:
    releases = read_labels(Path(__file__).resolve().parents[2] / FILE)
    assert len(releases) > 3000
    assert all(one.end <= other.start for release in releases for one, other in zip(release.units, release.units[1:], strict=False))


def test_rows_of_real_releases_have_labels_soft_targets_or_both() -> None:
    soft = SoftTargets(np.array([[0, 10], [11, 27]]), np.array([[0.9, 0.1, 0, 0, 0, 0]] * 2))
    labelled = [GoldRelease("wire/1", TEXT, [unit(0, 10, FACT)]), GoldRelease("ibn/2", TEXT, UNITS["legend and meta"])]
    rows = make_real({"wire/1": TEXT, "ibn/2": TEXT, "wire/3": TEXT}, labelled, {"wire/1": soft, "wire/3": soft})
    assert rows.ids == ["ibn/2", "wire/1", "wire/3"]
    assert rows.weights.tolist() == [1, 0, 1, 1, 0, 0, 0, 0, 0]
    assert rows.soft.any(axis=1).tolist() == [False] * 3 + [True, True, False] + [True, True, False]
    promotional = PROMOTIONAL_WEIGHT * REAL_WEIGHT
    assert weigh(rows).tolist() == [promotional] * 3 + [REAL_WEIGHT] * 6
    assert set(weigh(make_real({"wire/1": TEXT}, [GoldRelease("wire/1", TEXT, [unit(0, 40, FACT)])], {}))) == {WHOLE_WEIGHT}
