"""Flat rows, kept columns and partitions, read back by what people read them with."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

import forelook
from forelook.errors import MissingExtraError, OutputError
from forelook.export import Layout, check_layout, write_blocks, write_directory
from forelook.export.flat import COLUMNS, ROWS, flatten, name_kept
from forelook.export.offsets import convert_offsets
from forelook.records import Figure, FigureMetric, FigurePeriod, Filing, Header, Place, Release, Source, Ticker

META = [{"sector": "tech", "size": 1, "text": "x"}, {"sector": None, "size": 2.5, "flag": True}, {"sector": 7, "flag": None, "list": [1, "é"]}]


@pytest.fixture(scope="module")
def made(small_model: Path) -> list[Release]:
    """Three releases with metadata, kept columns and a figure."""
    text = "Ünited \N{ROCKET} Acme Corp. expects revenue of $5 million in 2026. =Sales rose 3 percent."
    releases = forelook.load(small_model).tag([forelook.Document(f"r{number}", text, Source(path="a.jsonl"), meta=meta) for number, meta in enumerate(META)])
    start, value = text.index("revenue"), text.index("$5 million")
    figure = Figure(
        0,
        FigureMetric("revenue", start, start + 7),
        "unknown",
        None,
        FigurePeriod("2026"),
        "level",
        "point",
        5e6,
        5e6,
        "USD",
        None,
        False,
        None,
        None,
        "issued",
        None,
        Place(value, value + 10),
        0.9,
    )
    filing = Filing("ACME CORP", "0000000001", "3490", "8-K", ["2.02", "9.01"], "0000000001-25-000001", "2025-02-03", "2025-02-03")
    header = Header("Acme Grows", "AUSTIN", "2024-12-31", "Business Wire", [Ticker("NYSE", "ACM"), Ticker("TSX", "ACM")])
    source = Source(path="a.jsonl", filing=filing)
    first = msgspec.structs.replace(releases[0], figures=[figure], source=source, header=header)
    return [first, msgspec.structs.replace(releases[1], source=source), releases[2]]


def write(releases: list[Release], layout: Layout) -> bytes:
    stream = io.BytesIO()
    write_blocks([release.to_json() + b"\n" for release in releases], stream, layout)
    return stream.getvalue()


@pytest.mark.parametrize("rows", ROWS)
def test_rows_have_their_columns_and_the_kept_ones(made: list[Release], rows: forelook.export.flat.Rows) -> None:
    for release in made:
        for row in flatten(release, rows):
            assert list(row)[: len(COLUMNS[rows])] == list(COLUMNS[rows])
            assert {name: row[name_kept(name, rows)] for name in release.meta} == release.meta


def test_a_release_gives_a_row_a_statement_and_a_figure(made: list[Release]) -> None:
    assert [len(list(flatten(made[0], rows))) for rows in ROWS] == [1, len(made[0].statements), 1]
    (row,) = flatten(made[0], "figures")
    assert (row["metric"], row["value"], row["date"], row["tickers"], row["cik"]) == ("revenue", "$5 million", "2024-12-31", "NYSE:ACM TSX:ACM", "0000000001")


@pytest.mark.parametrize("offsets", ["utf16", "utf8"])
def test_words_are_cut_whatever_positions_count(made: list[Release], offsets: Any) -> None:
    converted = convert_offsets(made[0], offsets)
    for release in (converted, converted.without_text()):
        assert [row["value"] for row in flatten(release, "figures")] == ["$5 million"]


@pytest.mark.parametrize("rows", ROWS)
def test_json_lines_and_json_and_csv_hold_the_same_rows(made: list[Release], rows: Any) -> None:
    keep = ("sector", "size", "flag", "text", "list")
    lines = [json.loads(line) for line in write(made, Layout("jsonl", rows, keep)).splitlines()]
    if rows == "releases":
        assert [forelook.Release.from_json(json.dumps(line).encode()) for line in lines] == made
        return
    assert lines == [json.loads(json.dumps(row)) for release in made for row in flatten(release, rows)]
    found = json.loads(write(made, Layout("json", rows, keep)))
    assert found == (lines[0] if len(lines) == 1 else lines)
    table = list(csv.DictReader(io.StringIO(write(made, Layout("csv", rows, keep)).decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in table] == [line["id"] for line in lines]
    assert {"sector", "size", "flag", "meta_text", "list"} <= set(table[0])


def test_parquet_keeps_types_that_hold_all_values(tmp_path: Path, made: list[Release]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    data = write(made, Layout("parquet", "releases", ("*",)))
    table = parquet.read_table(io.BytesIO(data))
    assert table.column("meta").to_pylist() == [
        {"sector": "tech", "size": 1.0, "text": "x", "flag": None, "list": None},
        {"sector": None, "size": 2.5, "text": None, "flag": True, "list": None},
        {"sector": "7", "size": None, "text": None, "flag": None, "list": '[1,"é"]'},
    ]
    flat = parquet.read_table(io.BytesIO(write(made, Layout("parquet", "statements", ("*",)))))
    assert flat.num_rows == sum(len(release.statements) for release in made)
    assert str(flat.schema.field("size").type) == "double"
    assert str(flat.schema.field("flag").type) == "bool"
    assert flat.column_names[-1] == "list"


@pytest.mark.parametrize("format_", ["jsonl", "json", "csv"])
def test_gzip_holds_the_same_and_is_the_same_every_time(made: list[Release], format_: Any) -> None:
    packed = write(made, Layout(format_, is_gzip=True))
    assert gzip.decompress(packed) == write(made, Layout(format_))
    assert packed == write(made, Layout(format_, is_gzip=True))


@pytest.mark.parametrize("rows", ["releases", "statements"])
def test_partitions_are_one_table(tmp_path: Path, made: list[Release], rows: Any) -> None:
    duckdb = pytest.importorskip("duckdb")
    write_directory([release.to_json() + b"\n" for release in made], tmp_path / "out", Layout("parquet", rows, ("sector",), ("year", "sector")))
    names = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.parquet"))
    null = "__HIVE_DEFAULT_PARTITION__"
    assert names == sorted(f"{each}/part-0.parquet" for each in ("year=2024/sector=tech", f"year=2025/sector={null}", f"year={null}/sector=7"))
    query = f"SELECT id, year, sector FROM read_parquet('{tmp_path}/out/**/*.parquet', hive_partitioning=true) GROUP BY ALL ORDER BY id"
    assert [(id_, str(year), sector) for id_, year, sector in duckdb.sql(query).fetchall()] == [
        ("r0", "2024", "tech"),
        ("r1", "2025", None),
        ("r2", "None", "7"),
    ]


def test_an_unknown_partition_column_is_reported(tmp_path: Path, made: list[Release]) -> None:
    with pytest.raises(OutputError, match=r"--partition-by colour: there is no such column; name year, id, path, date, .*, or a column that --keep keeps"):
        write_directory([made[0].to_json()], tmp_path / "out", Layout("parquet", partition_by=("colour",)))


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        (Layout("csv", partition_by=("year",)), "--partition-by makes a directory of Parquet files, and the format is csv"),
        (Layout("docbin", "figures"), "a DocBin holds a Doc a release, not figures"),
    ],
)
def test_layouts_that_cannot_be(layout: Layout, message: str) -> None:
    with pytest.raises(OutputError, match=message):
        check_layout(layout, text=True, offsets="codepoint")


@pytest.mark.parametrize("rows", ROWS)
def test_frames(made: list[Release], rows: Any) -> None:
    pytest.importorskip("pandas")
    frame = forelook.to_frame(made, rows=rows)
    expected = [row for release in made for row in flatten(release, rows)]
    assert len(frame) == len(expected)
    assert list(frame.columns)[: len(COLUMNS[rows])] == list(COLUMNS[rows])
    assert frame["id"].tolist() == [row["id"] for row in expected]
    empty = forelook.to_frame([], rows=rows)
    assert list(empty.columns) == list(COLUMNS[rows])
    assert empty.dtypes.to_dict() == frame[list(COLUMNS[rows])].dtypes.to_dict()


def test_a_frame_of_one_release_can_be_counted(made: list[Release]) -> None:
    pytest.importorskip("pandas")
    frame = forelook.to_frame(made[0])
    assert frame["label"].value_counts().sum() == len(made[0].statements)


def test_frames_say_what_is_missing_or_wrong(monkeypatch: pytest.MonkeyPatch, made: list[Release]) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"a data frame needs an optional dependency; run: pip install 'forelook\[pandas\]'"):
        forelook.to_frame(made)
    monkeypatch.undo()
    pytest.importorskip("pandas")
    with pytest.raises(ValueError, match="rows is 'words'; expected one of releases, statements, figures"):
        forelook.to_frame(made, rows="words")  # type: ignore[arg-type]
