"""The tables of the data card."""

from __future__ import annotations

from forelook.corpus.annotated import parse_annotated
from forelook.corpus.stats import coverage, render_coverage


def test_coverage(annotated):
    first = parse_annotated(annotated, "a.ann")
    second = parse_annotated("id: b\nera: soon\nkind: opera\n---\nM\tAbout\nH\tOne two three.\n", "b.ann")
    tables = coverage([first, second])
    assert tables["kind by era"]["quarterly-results"] == {"1995-2002": 0, "2003-2009": 1, "2010-2018": 0, "2019-2026": 0, "unknown": 0}
    assert tables["kind by era"]["opera"]["unknown"] == 1
    assert tables["kind by size"]["quarterly-results"]["small"] == 1
    assert tables["sector by era"]["industrial"]["2003-2009"] == 1
    assert tables["units by code"]["M"] == {"units": 3, "releases with one": 2}
    assert tables["lengths"]["units a release"] == {"least": 2, "median": 6, "most": 9}
    assert tables["lengths"]["rows a table"] == {"least": 3, "median": 3, "most": 3}


def test_markdown(annotated):
    text = render_coverage(coverage([parse_annotated(annotated, "a.ann")]))
    assert (
        "**Sector by era**\n\n| sector | 1995-2002 | 2003-2009 | 2010-2018 | 2019-2026 | total |\n|---|---:|---:|---:|---:|---:|\n| industrial | 0 | 1 | 0 | 0 | 1 |\n| total | 0 | 1 | 0 | 0 | 1 |\n"
        in text
    )
    assert "| units by code | units | releases with one |" not in text
    assert "| G | 1 | 1 |" in text


def test_nothing_at_all():
    assert "| total | 0 | 0 | 0 | 0 | 0 |" in render_coverage(coverage([]))
