"""Records of real releases: places and codes go out and come back with the texts, and another text is refused."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from forelook.errors import AnnotationError
from forelook.records import Figure
from tools.real_figures import FILE, ReadRelease, read_figures, write_figures

TEXT = "We expect 2026 revenue of $10 million to $12.5 million. Margins will rise. We withdraw our outlook."


def figure(name: str, place: tuple[int, int], period: str | None, form: str, direction: str = "issued", **fields: object) -> Figure:
    metric = {"name": name, "start": place[0], "end": place[1]}
    unsaid = dict.fromkeys(("low", "high", "unit", "noun", "entity", "value", "trend", "growth_basis", "prior"))
    said = {"statement": 0, "metric": metric, "period": {"name": period}, "form": form, "direction": direction}
    return msgspec.convert({**unsaid, "basis": "unknown", "measure": "level", "scale_missing": False, "score": 1.0, **said, **fields}, Figure)


FIGURES = {
    "none": [],
    "a range": [figure("revenue", (15, 22), "2026", "range", low=10e6, high=12.5e6, unit="USD", value={"start": 26, "end": 54})],
    "one end": [figure("eps", (15, 22), "2026-Q1/", "at_most", "raised", high=-0.04, unit="USD/share", basis="non_gaap", value={"start": 26, "end": 54})],
    "a way": [figure("gross_margin", (56, 63), None, "qualitative", value={"start": 69, "end": 73})],
    "an act": [figure("all", (91, 98), None, "unstated", "withdrawn")],
    "two": [figure("all", (91, 98), "/2030", "unstated", "withdrawn"), figure("gross_margin", (56, 63), "near-term", "qualitative")],
}


@pytest.mark.parametrize("figures", FIGURES.values(), ids=FIGURES)
def test_records_come_back(figures: list[Figure], tmp_path: Path) -> None:
    release = ReadRelease("wire/1", TEXT, [(0, 55), (75, 99)], figures)
    write_figures(tmp_path / "figures.tsv", [release])
    assert read_figures(tmp_path / "figures.tsv", {"wire/1": TEXT}) == [release]
    assert "revenue of" not in (tmp_path / "figures.tsv").read_text(encoding="utf-8")


def test_later_readings_replace_earlier_ones(tmp_path: Path) -> None:
    path = tmp_path / "figures.tsv"
    write_figures(path, [ReadRelease("b", TEXT, [], []), ReadRelease("a", TEXT, [(0, 55)], [])])
    write_figures(path, [ReadRelease("b", TEXT, [(0, 55)], FIGURES["a range"])])
    assert [(release.id, release.figures) for release in read_figures(path)] == [("a", []), ("b", FIGURES["a range"])]
    assert [release.id for release in read_figures(path, {"b": TEXT})] == ["b"]


def test_another_text_is_refused(tmp_path: Path) -> None:
    write_figures(tmp_path / "figures.tsv", [ReadRelease("a", TEXT, [(0, 55)], [])])
    with pytest.raises(AnnotationError, match=r"figures\.tsv:2: the text of a is not the one that was read"):
        read_figures(tmp_path / "figures.tsv", {"a": TEXT + " "})


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "figures.tsv").write_text("a\t0123\t0-10\trevenue@1-2,unknown\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"figures\.tsv:1: expected places as start-end and records as"):
        read_figures(tmp_path / "figures.tsv")


def test_the_records_of_the_repository_can_be_read() -> None:
    releases = read_figures(Path(__file__).resolve().parents[2] / FILE)
    assert len(releases) > 500
    assert all(one[1] <= other[0] for release in releases for one, other in zip(release.read, release.read[1:], strict=False))
