"""A worker: outcomes that do not depend on batches, and bad inputs that lose no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forelook.parallel.items import Failure, Item
from forelook.read import Input, JsonLine
from forelook.records import Document, Release
from forelook.run.worker import Job, Outcome, Worker, open_item, tag_batches

TEXT = "Acme Corp. expects revenue of $5 million \N{ROCKET} in 2026. Sales rose."


@pytest.fixture(scope="module")
def worker(small_model: Path) -> Worker:
    return Worker(Job(str(small_model)))


@pytest.fixture
def items(tmp_path: Path) -> list[Item]:
    """Return a file, a line, a row, a file that holds two releases, and three inputs that hold none."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.jsonl").write_text(json.dumps({"id": "x", "text": TEXT}) + "\n" + json.dumps({"id": "y", "text": TEXT}) + "\n")
    return [
        Input(str(tmp_path / "a.txt"), "a"),
        Input(str(tmp_path / "gone.txt"), "gone"),
        JsonLine("rows.jsonl", "rows.jsonl, line 1", b'{"id": "b", "text": "Sales rose."}'),
        JsonLine("rows.jsonl", "rows.jsonl, line 2", b"[]"),
        Failure("c.zip", "the archive holds no file", "name another one"),
        Document("d", TEXT),
        Input(str(tmp_path / "two.jsonl"), "two"),
    ]


def test_an_outcome_in_the_order_of_the_input(worker: Worker, items: list[Item]) -> None:
    outcome = worker(items)
    assert outcome.ids == ["a", "b", "d", "x", "y"]
    assert [json.loads(line)["id"] for line in outcome.lines.splitlines()] == outcome.ids
    assert outcome.releases == 5
    assert [Path(failure.path).name for failure in outcome.failures] == ["gone.txt", "rows.jsonl, line 2", "c.zip"]


def test_outcomes_do_not_depend_on_batches(worker: Worker, items: list[Item]) -> None:
    together = worker(items)
    alone = [worker([item]) for item in items]
    assert b"".join(outcome.lines for outcome in alone) == together.lines
    assert [failure for outcome in alone for failure in outcome.failures] == together.failures


def test_a_defect_loses_one_release(worker: Worker, items: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    tag = worker._tagger.tag

    def stumble(documents: list[Document]) -> list[Release]:
        if any(document.id == "d" for document in documents):
            raise RuntimeError("odd text")
        return tag(documents)

    monkeypatch.setattr(worker._tagger, "tag", stumble)
    outcome = worker(items)
    assert outcome.ids == ["a", "b", "x", "y"]
    (defect,) = [failure for failure in outcome.failures if "tagging failed" in failure.reason]
    assert (defect.path, defect.reason) == ("text d", "tagging failed: RuntimeError: odd text")
    assert "report it as a defect" in defect.advice


@pytest.mark.parametrize(
    ("settings", "check"),
    [
        pytest.param({}, lambda row: row["text"] == TEXT and row["offsets"] == "codepoint" and "figures" in row, id="as they come"),
        pytest.param({"text": False}, lambda row: "text" not in row and row["statements"][0]["text"], id="without the text"),
        pytest.param({"figures": False}, lambda row: "figures" not in row and row["text"], id="without figures"),
        pytest.param({"offsets": "utf16"}, lambda row: row["offsets"] == "utf16" and row["statements"][-1]["end"] == len(TEXT) + 1, id="in UTF-16"),
        pytest.param({"offsets": "utf8"}, lambda row: row["statements"][-1]["end"] == len(TEXT.encode()), id="in UTF-8"),
    ],
)
def test_how_a_release_is_written(small_model: Path, settings: dict, check: object) -> None:
    (line,) = Worker(Job(str(small_model), **settings))([Document("a", TEXT)]).lines.splitlines()
    assert check(json.loads(line))  # type: ignore[operator]


def test_a_file_without_a_release_says_so(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("id,text\n")
    (failure,) = open_item(Input(str(tmp_path / "rows.csv"), "rows"))
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.advice) == ("it holds no release", "leave it out")


def test_a_missing_library_fails_only_its_own_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "rows.parquet").write_bytes(b"PAR1")
    (failure,) = open_item(Input(str(tmp_path / "rows.parquet"), "rows"))
    assert isinstance(failure, Failure)
    assert failure.advice == "run: pip install 'forelook[parquet]'"


def test_batches_keep_their_order(small_model: Path) -> None:
    from forelook.run.inputs import Batch

    batches = [Batch([Document(str(number), TEXT)]) for number in range(3)]
    found = list(tag_batches(batches, Job(str(small_model)), jobs=1))
    assert [outcome.ids for _, outcome in found] == [["0"], ["1"], ["2"]]
    assert [batch for batch, _ in found] == batches
    assert all(isinstance(outcome, Outcome) for _, outcome in found)
