"""Rows (sentence, label) of other people's sets, through a mapping file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import release_of

from forelook.errors import AnnotationError
from forelook.evaluate.rows import describe_rows, find_class, read_mapping, score_rows
from forelook.tagger import load

MAPPING = """
text = "body"
label = "fls"

[labels]
1 = "forward_looking"
0 = "other"
"""
ROWS = [
    ("Acme Corp. expects revenue of $12 million in fiscal 2026.", "1"),
    ("We expect net sales to grow 5% to 7% in 2027.", "1"),
    ("Revenue rose 12% to $10.5 million in the first quarter.", "0"),
    ("Net income was $2.1 million, compared with $1.8 million a year earlier.", "0"),
    ("Revenue rose.", "unsure"),
]


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mapping.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def write(directory: Path, suffix: str) -> Path:
    path = directory / f"rows{suffix}"
    if suffix == ".jsonl":
        path.write_text("".join(json.dumps({"body": body, "fls": label}) + "\n" for body, label in ROWS), encoding="utf-8")
    else:
        mark = "," if suffix == ".csv" else "\t"
        path.write_text(f"\ufeffbody{mark}fls\n" + "".join(f'"{body}"{mark}{label}\n' for body, label in ROWS), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl"])
def test_rows_are_scored(suffix: str, tmp_path: Path, mapping: Path) -> None:
    scores = score_rows(write(tmp_path, suffix), read_mapping(mapping), load())
    assert scores.pairs == {("forward_looking", "forward_looking"): 2, ("other", "other"): 2}
    assert describe_rows(scores) == ["4 rows, 1 passed over, each tagged alone; right 1.0000", "f1 forward_looking    1.0000", "f1 other              1.0000"]


@pytest.mark.parametrize(
    ("marked", "asked", "found"),
    [
        pytest.param("[G> It will grow.]", {"forward_looking", "other"}, "forward_looking", id="guidance looks forward"),
        pytest.param("[H It grew.]", {"forward_looking", "other"}, "other", id="a fact does not"),
        pytest.param("[H It grew a lot.] [G> It will.]", {"guidance", "historical_fact"}, "historical_fact", id="the longest statement"),
        pytest.param("[S Results may differ.]", {"guidance", "other"}, "other", id="a label that is not asked for"),
        pytest.param("Outlook", {"guidance", "historical_fact"}, "other", id="no statement"),
    ],
)
def test_a_sentence_has_the_class_of_what_it_states(marked: str, asked: set[str], found: str) -> None:
    assert find_class(release_of(marked), asked) == found


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("labels = 1", r"mapping\.toml: Expected `object`.*; expected text = \"its column\"", id="no table"),
        pytest.param('[labels]\n1 = "future"', "labels maps to future; expected .*guidance", id="no class"),
        pytest.param("[labels", r"mapping\.toml: ", id="no TOML"),
    ],
)
def test_a_mapping_that_is_none(content: str, message: str, mapping: Path) -> None:
    mapping.write_text(content, encoding="utf-8")
    with pytest.raises(AnnotationError, match=message):
        read_mapping(mapping)


def test_what_is_wrong_with_rows(tmp_path: Path, mapping: Path, small_model: Path) -> None:
    tagger = load(small_model)
    found = read_mapping(mapping)
    path = tmp_path / "rows.csv"
    path.write_text("sentence,fls\nx,1\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"rows\.csv: row 1 has no column 'body'; it has sentence, fls; say which in the mapping"):
        score_rows(path, found, tagger)
    path.write_text("body,fls\nx,yes\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"no row has one of the labels 1, 0; look at the column 'fls' and the mapping"):
        score_rows(path, found, tagger)


def test_the_command(tmp_path: Path, mapping: Path) -> None:
    command = [sys.executable, "-m", "forelook", "evaluate", write(tmp_path, ".csv"), "--mapping", mapping]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "4 rows, 1 passed over, each tagged alone; right 1.0000"), done.stderr
