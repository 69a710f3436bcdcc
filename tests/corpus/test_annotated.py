"""Annotated text: what is read, and what an error says about file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.corpus.annotated import CODES, parse_annotated, read_annotated, read_corpus
from forelook.errors import AnnotationError
from forelook.records import Label

WHOLE = """# a remark
id: tarn-2004-kiln
kind: quarterly-results
era: 2004
---
H	Tarn Tile Reports a Record Year

M	LIMA, Ohio, March 5 /PRNewswire/ --
H	Tarn Tile sold more tile than ever.
# a remark between units
G	It expects to sell more.

QN|Nora B. Quist	"Our kilns ran day and night," said Nora B. Quist.
QF|Nora B. Quist	"We will build a third kiln."
TG
	Sales      $44 million  $48 million
	Earnings   $1.10        $1.20
S	Many things may go wrong.
TH
	Net sales  41,206  38,117
"""
HEAD = "id: x\n---\n"


def test_a_release_is_read_whole() -> None:
    release = parse_annotated(WHOLE, "tarn.ann")
    assert release.header == {"id": "tarn-2004-kiln", "kind": "quarterly-results", "era": "2004"}
    assert release.id == "tarn-2004-kiln"
    assert [[unit.code for unit in paragraph] for paragraph in release.paragraphs] == [["H"], ["M", "H", "G"], ["QN", "QF"], ["TG"], ["S"], ["TH"]]
    assert [(unit.label, unit.forward_looking) for unit in release.units] == [
        (Label.HISTORICAL_FACT, False),
        (None, False),
        (Label.HISTORICAL_FACT, False),
        (Label.GUIDANCE, True),
        (Label.MANAGEMENT_QUOTE, False),
        (Label.MANAGEMENT_QUOTE, True),
        (Label.GUIDANCE, True),
        (Label.SAFE_HARBOR, False),
        (Label.HISTORICAL_FACT, False),
    ]
    assert {unit.speaker for unit in release.units} == {None, "Nora B. Quist"}
    assert [unit.line for unit in release.units] == [6, 8, 9, 11, 13, 14, 15, 18, 19]
    tables = [unit for unit in release.units if unit.is_table]
    assert tables[0].text == "Sales      $44 million  $48 million\nEarnings   $1.10        $1.20"
    assert {unit.code for unit in release.units} == set(CODES)


def test_line_ends_of_windows() -> None:
    assert parse_annotated(WHOLE.replace("\n", "\r\n"), "tarn.ann") == parse_annotated(WHOLE, "tarn.ann")


def test_no_line_end_at_the_end() -> None:
    assert parse_annotated(WHOLE.rstrip("\n"), "tarn.ann") == parse_annotated(WHOLE, "tarn.ann")


def test_without_an_id_the_file_names_the_release(tmp_path: Path) -> None:
    (tmp_path / "tarn.ann").write_text("---\nH\tOats rose.\n", encoding="utf-8")
    assert read_annotated(tmp_path / "tarn.ann").id == "tarn"


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        pytest.param("", 1, r"no line '---'; expected header lines 'key: value', then '---'", id="nothing"),
        pytest.param("id: x\nH\tOats rose.\n", 1, r"no line '---'; expected header lines 'key: value', then '---'", id="no bar"),
        pytest.param(
            "id: x\nno header\n---\nH\tOats rose.\n", 2, r"'no header' is not a header line; expected 'key: value'", id="a header line without a colon"
        ),
        pytest.param("id: x\nmy key: 1\n---\nH\tOats rose.\n", 2, r"'my key: 1' is not a header line; expected 'key: value'", id="a header key of two words"),
        pytest.param(HEAD, 2, r"no unit after '---'; expected lines 'CODE<TAB>text'", id="no unit"),
        pytest.param(HEAD + "# a remark\n\n", 2, r"no unit after '---'; expected lines 'CODE<TAB>text'", id="remarks only"),
        pytest.param(
            HEAD + "H\tOats rose.\nOats fell.\n", 4, r"'Oats fell\.'; expected 'CODE<TAB>text' with a code of G H S M QF\|Speaker QN\|Speaker", id="no code"
        ),
        pytest.param(HEAD + "H Oats rose.\n", 3, r"'H Oats rose\.'; expected 'CODE<TAB>text'", id="a blank for the tab"),
        pytest.param(HEAD + "X\tOats rose.\n", 3, r"'X\\tOats rose\.'; expected 'CODE<TAB>text'", id="an unknown code"),
        pytest.param(HEAD + "h\tOats rose.\n", 3, r"expected 'CODE<TAB>text'", id="a small letter"),
        pytest.param(HEAD + "TG\tOats rose.\n", 3, r"expected .* TG / TH alone above rows", id="a table's rows beside its code"),
        pytest.param(HEAD + "H\t\n", 3, r"no text after the code H; write the unit's words or delete the line", id="no text"),
        pytest.param(HEAD + "H\t \xa0\n", 3, r"no text after the code H", id="blanks for text"),
        pytest.param(HEAD + 'QF\t"Oats rose."\n', 3, r"QF without a speaker; expected 'QF\|Full Name<TAB>text'", id="a quotation nobody says"),
        pytest.param(HEAD + 'QN|\t"Oats rose."\n', 3, r"QN without a speaker; expected 'QN\|Full Name<TAB>text'", id="an empty speaker"),
        pytest.param(HEAD + "G|Nora Quist\tOats rose.\n", 3, r"G has a speaker; only QF and QN do", id="a speaker of guidance"),
        pytest.param(
            HEAD + "H\tOats rose.\n\nTH\nH\tOats fell.\n", 5, r"a table without rows; expected lines that begin with a tab below TH", id="a table without rows"
        ),
        pytest.param(
            HEAD + "H\tOats rose.\nTG", 4, r"a table without rows; expected lines that begin with a tab below TG", id="a table at the end of the file"
        ),
        pytest.param(HEAD + "H\tOats rose.\n\tNet sales  41,206\n", 4, r"expected 'CODE<TAB>text'", id="rows without a table's code"),
    ],
)
def test_errors_name_file_line_and_what_was_expected(content: str, line: int, message: str) -> None:
    with pytest.raises(AnnotationError, match=rf"^tarn\.ann:{line}: .*{message}") as caught:
        parse_annotated(content, "tarn.ann")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "tarn.ann").write_bytes(HEAD.encode() + b"H\tCaf\xe9s sold more.\n")
    with pytest.raises(AnnotationError, match=r"tarn\.ann: not UTF-8 at byte 15; save the file as UTF-8"):
        read_annotated(tmp_path / "tarn.ann")


def test_a_directory_without_releases(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"no \.ann file in it; write one with `forelook annotate PATH` or name another directory"):
        read_corpus(tmp_path)


def test_a_directory_is_read_with_those_below_it_by_id(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for path, identity in (("a.ann", "zinc"), ("below/b.ann", "lead"), ("c.ann", "tin")):
        (tmp_path / path).write_text(f"id: {identity}\n---\nH\tOats rose.\n", encoding="utf-8")
    assert [release.id for release in read_corpus(tmp_path)] == ["lead", "tin", "zinc"]


def test_a_repeated_id(tmp_path: Path) -> None:
    for name in ("one.ann", "other.ann"):
        (tmp_path / name).write_text("id: tin\n---\nH\tOats rose.\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"other\.ann: the id 'tin' also stands in .*one\.ann; give each release an id of its own"):
        read_corpus(tmp_path)


def test_the_corpus_that_comes_with_forelook_reads() -> None:
    releases = read_corpus(Path(__file__).resolve().parents[2] / "training_data")
    assert len(releases) >= 60
    assert {unit.code for release in releases for unit in release.units} == set(CODES)
