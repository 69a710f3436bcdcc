"""Gold files: what is read, and what an error says about file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit, read_gold
from forelook.errors import AnnotationError
from forelook.records import Label

LINE = '{"id": "a", "text": "Oats rose. Wheat", "units": [{"start": 0, "end": 10, "kind": "statement", "label": "guidance", "forward_looking": true}, {"start": 11, "end": 16, "kind": "meta"}]}'


def write(directory: Path, content: str) -> Path:
    path = directory / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("content", [LINE, LINE + "\n", "\n" + LINE + "\r\n\n"], ids=["no line end", "a line end", "blank lines"])
def test_a_gold_file_is_read(content: str, tmp_path: Path) -> None:
    units = [GoldUnit(0, 10, "statement", Label.GUIDANCE, True, None), GoldUnit(11, 16, "meta", None, False, None)]
    assert read_gold(write(tmp_path, content)) == [GoldRelease("a", "Oats rose. Wheat", units)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", r"gold\.jsonl: no release in it; expected JSON Lines with id, text and units", id="nothing"),
        pytest.param(LINE + "\n{", r"gold\.jsonl:2: .*; expected an object with id, text and units", id="no JSON"),
        pytest.param("[]", r"gold\.jsonl:1: Expected `object`.*; expected an object with id, text and units", id="a list"),
        pytest.param('{"id": "a", "units": []}', r"gold\.jsonl:1: Object missing required field `text`; expected", id="no text"),
        pytest.param(LINE.replace("guidance", "outlook"), r"gold\.jsonl:1: Invalid enum value 'outlook'.*units\[.*label`; expected", id="an unknown label"),
        pytest.param(
            LINE.replace('"start": 11', '"start": "11"'), r"gold\.jsonl:1: Expected `int`, got `str`.*start`; expected", id="a position in quotation marks"
        ),
        pytest.param(LINE.replace('"start": 11', '"start": 9'), r"gold\.jsonl:1: units overlap at 9; expected units in order without overlap", id="overlap"),
    ],
)
def test_errors_name_file_line_and_what_was_expected(content: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=message):
        read_gold(write(tmp_path, content))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"gold\.jsonl: no such file; name annotated text, or JSON Lines with id, text and units"):
        read_gold(tmp_path / "gold.jsonl")


@pytest.mark.xfail(reason="positions are not checked against the text")
def test_a_position_behind_the_end_of_the_text(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"gold\.jsonl:1: "):
        read_gold(write(tmp_path, LINE.replace('"end": 16', '"end": 99')))


def test_the_real_releases(real: Path) -> None:
    releases = read_gold(real / "dev.jsonl")
    assert len(releases) == 36
    assert sum(unit.label is Label.GUIDANCE and unit.kind == "statement" for release in releases for unit in release.units) == 92
