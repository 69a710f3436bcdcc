"""Scores of figures: what counts as right, whom a record is paired with, and what the baseline finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import parse_annotated
from forelook.corpus.figures import parse_figure
from forelook.errors import AnnotationError
from forelook.evaluate.figure_baseline import nearest_metric
from forelook.evaluate.figure_scores import read_records, score_figures
from forelook.records import Figure
from forelook.train.figures import as_release

TEXT = "Norvale expects 2026 revenue of $10 million to $12 million and margins of 30%."
REVENUE = 'revenue "revenue"; period 2026 "2026"; range 10000000 12000000 USD "$10 million to $12 million"'
MARGIN = 'gross_margin "margins"; period 2026 "2026"; point 30 percent "30%"'


def record(line: str, **changes: Any) -> Figure:
    return msgspec.structs.replace(parse_figure(line, TEXT), **changes)


def test_equal_records_are_right() -> None:
    gold = {"a": [record(REVENUE), record(MARGIN)]}
    scores = score_figures(gold, {"a": list(reversed(gold["a"]))})
    assert (scores["exact"], scores["partial"], scores["direction"], scores["records"]) == (1.0, 1.0, 1.0, 2)
    assert scores["by metric"]["revenue"] == {"records": 1, "exact": 1.0}


def test_a_wrong_bound_is_partly_right() -> None:
    scores = score_figures({"a": [record(REVENUE)]}, {"a": [record(REVENUE, low=1.0, direction="raised")]})
    assert (scores["exact"], scores["partial"], scores["direction"]) == (0.0, 0.8, 0.0)


def test_records_at_different_places_are_no_pair() -> None:
    assert score_figures({"a": [record(REVENUE)]}, {"a": [record(MARGIN)]})["partial"] == 0.0


def test_a_release_without_figures_counts() -> None:
    assert score_figures({"a": [record(REVENUE)]}, {})["exact"] == 0.0
    assert score_figures({"a": []}, {"a": []})["exact"] == 1.0


def test_gold_records_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    line = {"id": "a", "records": [{name: value for name, value in msgspec.to_builtins(record(MARGIN)).items() if name != "score"}]}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert read_records(path) == {"a": [record(MARGIN)]}
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"gold\.jsonl:1"):
        read_records(path)


def test_the_baseline_takes_the_nearest_metric() -> None:
    release = as_release(as_gold(parse_annotated("id: a\n---\nG\tNorvale expects 2026 revenue of $10 million and an operating margin of 8%.\n", "a.ann")))
    figures = nearest_metric(release)
    assert [(each.metric.name, each.low, each.unit, each.period.name) for each in figures] == [
        ("revenue", 1e7, "USD", "2026"),
        ("operating_margin", 8.0, "percent", "2026"),
    ]
