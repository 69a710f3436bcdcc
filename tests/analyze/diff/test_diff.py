"""The comparison of two versions: figures, speakers, findings; and of real releases of one issuer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from tests.fuzz.growth import SLACK, TIMES, grow

import forelook
from forelook.analyze.audit.matter import gather
from forelook.analyze.diff.factors import compare_factors
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
        pytest.param([figure(10, 12)], [figure(10, 12, period=FigurePeriod("2032"))], ["rolled_forward"], id="the next year"),
        pytest.param([figure(1, 2, period=FigurePeriod("2031-Q2"))], [figure(2, 3, period=FigurePeriod("2031-Q3"))], ["rolled_forward"], id="the next quarter"),
        pytest.param(
            [figure(1, 2, period=FigurePeriod("2031-Q4"))], [figure(2, 3, period=FigurePeriod("2032-Q1"))], ["rolled_forward"], id="over the year's end"
        ),
        pytest.param(
            [figure(1, 2, period=FigurePeriod("2031-Q1")), figure(3, 4, period=FigurePeriod("2031-Q2"))],
            [figure(3, 4, period=FigurePeriod("2031-Q2")), figure(5, 6, period=FigurePeriod("2031-Q3"))],
            ["rolled_forward"],
            id="one of two quarters stays",
        ),
        pytest.param([figure(10, 12)], [figure(10, 12, period=FigurePeriod("2036"))], ["new", "withdrawn"], id="a target far off"),
        pytest.param([figure(10, 12)], [figure(10, 12, period=FigurePeriod("2030"))], ["new", "withdrawn"], id="an earlier year"),
        pytest.param([figure(10, 12)], [figure(3, 4, period=FigurePeriod("2032-Q1"))], ["new", "withdrawn"], id="a quarter after a year"),
        pytest.param([figure(10, 12)], [figure(10, 12, period=FigurePeriod("2032"), basis="gaap")], ["new", "withdrawn"], id="another basis"),
        pytest.param([figure(10, 12, score=0.4), figure(20, 22)], [figure(20, 22), figure(None, None, form="qualitative", trend="up")], [], id="mentions"),
    ],
)
def test_figures(make_release: Make, old: list[Figure], new: list[Figure], expected: list[str]) -> None:
    before, after = (msgspec.structs.replace(make_release("[G> Sales will grow.]"), figures=figures) for figures in (old, new))
    assert [change.change for change in compare_figures(before, after)] == expected


def test_a_figure_lapses_with_its_period(make_release: Make) -> None:
    old = msgspec.structs.replace(make_release("[G> Sales will grow.]"), figures=[figure(10, 12, period=FigurePeriod("2031-Q1")), figure(50, 60)])
    later = make_release("[H Sales grew.]")
    for day, expected in {"2031-05-06": ["lapsed", "withdrawn"], "2031-03-06": ["withdrawn", "withdrawn"], None: ["withdrawn", "withdrawn"]}.items():
        new = msgspec.structs.replace(later, figures=[], header=msgspec.structs.replace(later.header, date=day))
        assert [change.change for change in compare_figures(old, new)] == expected


def test_factors_that_one_version_names(make_release: Make) -> None:
    legend = "[S Forward-looking statements are subject to risks that could cause results to differ, including {}.]"
    old = make_release("[G> We expect sales to grow.]\n\n" + legend.format("the price of forged steel; the loss of our lease in Waterloo; and competition"))
    new = make_release(
        "[G> We expect sales to grow.]\n\n" + legend.format("competition; the price of forged steel and nickel; and a strike at our foundry in Ohio")
    )
    found = forelook.diff(old, new).factors
    assert [(change.change, change.text, change.specific) for change in found] == [
        ("added", "a strike at our foundry in Ohio", True),
        ("dropped", "the loss of our lease in Waterloo", True),
    ]
    texts = {"added": new.text, "dropped": old.text}
    assert all((texts[change.change] or "")[change.start : change.end] == change.text for change in found)
    assert not forelook.diff(old, old).factors


def test_many_factors(make_release: Make) -> None:
    def make(times: int) -> list[Release]:
        lists = ("; ".join(f"{words} of kind {number}" for number in range(times)) for words in ("the price of steel", "the loss of our lease"))
        return [make_release(f"[S Risks that could cause results to differ include {each}.]") for each in lists]

    assert grow(lambda pair: compare_factors(*map(gather, pair)), make, 20) < TIMES * SLACK


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
        "factors": [],
        "old_warnings": [],
        "new_warnings": [],
    }


def test_json_is_read_back(make_release: Make) -> None:
    found = forelook.diff(make_release("[H Sales rose by five percent.] [H All.]"), make_release("[H Sales rose by six percent.]"))
    assert found
    assert msgspec.json.decode(found.to_json(), type=Diff) == found


def test_warnings_of_both_versions_are_told_and_are_no_difference(make_release: Make) -> None:
    old = make_release("[H Sales rose by five percent.]")
    read = replace(old, warnings=["2 tracked changes taken as accepted"])
    found = forelook.diff(old, read)
    assert not found
    assert json.loads(found.to_json())["new_warnings"] == ["2 tracked changes taken as accepted"]
    assert json.loads(found.to_json())["old_warnings"] == []
    assert forelook.diff(read, old).old_warnings == read.warnings


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


def test_guidance_for_the_next_quarter_is_rolled_forward() -> None:
    tagger = forelook.load()
    old, new = (
        tagger(f"Tarn Pumps expects revenue of ${amount} million for the {quarter} quarter of 2025.") for amount, quarter in ((80, "second"), (84, "third"))
    )
    (change,) = forelook.diff(old, new).figures
    assert change.change == "rolled_forward"
    assert name_figure_change(change, old, new) == "revenue, 2025-Q2 → 2025-Q3: $80 million → $84 million"
