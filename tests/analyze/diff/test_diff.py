"""The comparison of two versions: figures, speakers, findings; and of real releases of one issuer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import forelook
from forelook.analyze.diff.figures import compare_figures
from forelook.export.changes import name_figure_change
from forelook.records import Figure, FigureMetric, FigurePeriod, Place, Release
from forelook.records.diff import Diff

Make = Callable[..., Release]


def figure(low: float | None, high: float | None, **more: Any) -> Figure:
    values: dict[str, Any] = {
        "statement": 0, "metric": FigureMetric("revenue", 0, 5), "basis": "unknown", "entity": None, "period": FigurePeriod("2031"), "measure": "level",
        "form": "range", "low": low, "high": high, "unit": "USD", "noun": None, "scale_missing": False, "trend": None, "growth_basis": None,
        "direction": "issued", "prior": None, "value": Place(0, 5), "score": 0.9,
    }  # fmt: skip
    return Figure(**{**values, **more})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([figure(10, 12)], [figure(10, 12)], [], id="the same"),
        pytest.param([figure(10, 12)], [figure(11, 12)], ["raised"], id="low end up"),
        pytest.param([figure(10, 12)], [figure(8, 11)], ["lowered"], id="both ends down"),
        pytest.param([figure(10, 14)], [figure(11, 13)], ["narrowed"], id="inside"),
        pytest.param([figure(10, 12)], [figure(9, 13)], ["updated"], id="wider"),
        pytest.param([figure(10, 12)], [figure(10, 12, unit="EUR")], ["updated"], id="another currency"),
        pytest.param([figure(10, None, form="at_least")], [figure(11, None, form="at_least")], ["raised"], id="at least more"),
        pytest.param([], [figure(10, 12)], ["new"], id="new"),
        pytest.param([figure(10, 12)], [], ["withdrawn"], id="no longer given"),
        pytest.param([figure(10, 12)], [figure(None, None, form="unstated", unit=None, direction="withdrawn")], ["withdrawn"], id="said to be withdrawn"),
        pytest.param([figure(10, 12)], [figure(10, 12, period=FigurePeriod("2032"))], ["new", "withdrawn"], id="another period"),
        pytest.param([figure(10, 12, score=0.4), figure(20, 22)], [figure(20, 22), figure(None, None, form="qualitative", trend="up")], [], id="mentions"),
    ],
)
def test_figures(make_release: Make, old: list[Figure], new: list[Figure], expected: list[str]) -> None:
    before, after = (msgspec.structs.replace(make_release("[G> Sales will grow.]"), figures=figures) for figures in (old, new))
    assert [change.change for change in compare_figures(before, after)] == expected


def test_speakers_and_findings(make_release: Make) -> None:
    legend = "[S Forward-looking statements are subject to risks, and results could differ materially.]"
    old = make_release(f"[G> We expect sales to grow.]\n\n[Q|Jo Fox, treasurer|We are glad.]\n\n[Q|Al Orr|Yes, we are.]\n\n{legend}")
    new = make_release("[G> We expect sales to grow.]\n\n[Q|Jo Fox, president|We are glad.]\n\n[Q|Bo Day|No, we are not.]")
    found = forelook.diff(old, new)
    assert [(change.change, change.name, change.old_title, change.new_title) for change in found.speakers] == [
        ("title", "Jo Fox", "treasurer", "president"),
        ("added", "Bo Day", None, None),
        ("dropped", "Al Orr", None, None),
    ]
    assert ("came", "legend", "missing") in [(change.change, change.check, change.new) for change in found.findings]
    assert ("went", "legend", "fine") in [(change.change, change.check, change.new) for change in forelook.diff(new, old).findings]


def test_the_same_text_gives_an_empty_diff(looked_at: Release) -> None:
    found = forelook.diff(looked_at, msgspec.structs.replace(looked_at, id="copy"))
    assert not found
    assert json.loads(found.to_json()) == {
        "schema": "forelook/1",
        "old": "looked-at",
        "new": "copy",
        "statements": [],
        "figures": [],
        "speakers": [],
        "findings": [],
    }


def test_json_is_read_back(make_release: Make) -> None:
    found = forelook.diff(make_release("[H Sales rose by five percent.] [H All.]"), make_release("[H Sales rose by six percent.]"))
    assert found
    assert msgspec.json.decode(found.to_json(), type=Diff) == found


def test_real_releases_of_one_issuer(real: Path) -> None:
    """Pairs of releases of one issuer: their own diff is empty, and what is the same in both is found in order."""
    rows = [json.loads(line) for line in (real / "dev.sources.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in map(json.loads, (real / "dev.jsonl").read_text(encoding="utf-8").splitlines())}
    by_company: dict[str, list[str]] = {}
    for row in rows:
        if row.get("company") and row["id"] in texts:
            by_company.setdefault(row["company"], []).append(row["id"])
    pairs = [ids[:2] for ids in by_company.values() if len(ids) > 1]
    if not pairs:
        pytest.skip("no two releases of one issuer")
    tagger = forelook.load()
    for old, new in ([tagger(texts[id_]) for id_ in ids] for ids in pairs[:3]):
        assert not forelook.diff(old, old)
        found = forelook.diff(old, new)
        together = [(change.old.start, change.new.start) for change in found.statements if change.old and change.new and "moved" not in change.changes]
        assert [place for _, place in together] == sorted(place for _, place in together)


def test_the_same_figure_said_otherwise_of_earlier_guidance() -> None:
    tagger = forelook.load()
    old, new = (tagger(f"Tarn Pumps {said} for 2025 revenue of $80 million.") for said in ("raised its guidance", "reaffirmed its guidance"))
    (change,) = forelook.diff(old, new).figures
    assert change.change == "updated"
    assert name_figure_change(change, old, new) == "revenue, 2025: $80 million, raised → reaffirmed"
