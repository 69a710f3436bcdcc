"""Checks on the corpus: each finding by its words."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from forelook.corpus.annotated import parse_annotated, read_corpus
from forelook.corpus.check import check, check_release, check_repetitions, share_of_repeated


def make(body="H\tSales rose in May.", path="x.ann", **header):
    values = {"id": path, "kind": "merger", "era": "2004", "sector": "retail", "size": "small", "style": "wire", **header}
    lines = [f"{key}: {value}" for key, value in values.items() if value is not None]
    return parse_annotated("\n".join([*lines, "---", body]), path)


FINDINGS = {
    "kind missing": (make(kind=None), r"x\.ann:1: no kind in the header; add a line 'kind: …'"),
    "kind unheard of": (make(kind="quarterly results"), r"kind 'quarterly results': expected one of quarterly-results pre-announcement .*, or unknown"),
    "size unheard of": (make(size="huge"), r"size 'huge': expected one of micro small mid large, or unknown"),
    "era too early": (make(era="1994"), r"era '1994': expected a year from 1995 to 2026, one of 1995-2002 2003-2009 .*, or unknown"),
    "speaker not named": (make('QN|Ada B. Berg\t"We are glad," said Ada Berg.'), r"x\.ann:8: speaker 'Ada B\. Berg': B occurs nowhere in the text"),
    "two sentences": (
        make("H\tSales rose in May. Costs fell in June."),
        r"x\.ann:8: two sentences in one unit: …'Sales rose in May\.' \| 'Costs fell in June\.'…",
    ),
}


@pytest.mark.parametrize(("release", "message"), FINDINGS.values(), ids=FINDINGS)
def test_finding(release, message):
    (finding,) = check_release(release)
    assert re.search(message, finding)


FINE = {
    "plain": make(),
    "unknown throughout": make(kind="unknown", era="unknown", sector="unknown", size="unknown", style="unknown"),
    "era by its name": make(era="2010-2018"),
    "headline in capitals names the speaker": make('H\tTARN NAMES ADA BERG\n\nQN|Ada Berg\t"We are glad," said the chair.'),
    "management": make('QN|management\t"We are glad of it," the company said.'),
    "item of two sentences": make("H\t• Sales rose in May. Costs fell in June."),
    "table": make("TH\n\tSales rose. Costs fell.  1  2"),
}


@pytest.mark.parametrize("release", FINE.values(), ids=FINE)
def test_no_finding(release):
    assert check_release(release) == []


def test_a_repeated_sentence():
    (finding,) = check_repetitions(
        [make("H\tSales rose in May 2004 in all of our regions.", "a.ann"), make("M\tAbout\nH\tSales rose, in May 2004 in all of our regions!", "b.ann")]
    )[:1]
    assert finding == "b.ann:9: 'Sales rose, in May 2004 in all of our regions!' also stands at a.ann:8; write one of them anew"


def test_share_of_near_duplicates_leaves_legends_aside():
    twin = "{code}\tThe plant in Duluth will open two lines for mills of the {word} size this spring."
    facts = [make(twin.format(code="H", word=word), f"{word}.ann") for word in ("small", "large")]
    legends = [make(twin.format(code="S", word=word), f"{word}.ann") for word in ("small", "large")]
    other = make("H\tNothing like it stands here.", "other.ann")
    assert share_of_repeated([*facts, other]) == pytest.approx(2 / 3)
    assert share_of_repeated([*legends, other]) == 0
    assert check_repetitions([*facts, other]) == ["corpus: 66.7% of the statements nearly repeat another one; at most 3% may"]


def test_releases_as_they_were_published_may_repeat_each_other():
    twins = [replace(make("H\tTarn Tile makes tiles for kitchens and baths in Lima, Ohio.", path), raw="text") for path in ("a.ann", "b.ann")]
    assert check_repetitions(twins) == []


def test_one_release_is_not_asked_for_more():
    assert check([make()]) == []


def test_a_text_beside_it_that_does_not_fit(tmp_path):
    (tmp_path / "x.ann").write_text("id: x\nkind: merger\nera: 2004\nsector: retail\nsize: small\nstyle: wire\n---\nH\tSales rose.\n", encoding="utf-8")
    (tmp_path / "x.txt").write_text("Sales fell.\n", encoding="utf-8")
    (finding,) = check(read_corpus(tmp_path))
    assert "x.ann:8: expected 'fell.', found 'rose.'" in finding
