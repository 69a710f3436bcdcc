"""Tagging on a real Spark: two executor processes, output equal to the local run's, an executor killed in mid-job."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import forelook
from forelook.records import Document, Source

pyspark_sql = pytest.importorskip("pyspark.sql", reason="the extra [spark] is not installed")
pytest.importorskip("pyarrow", reason="the extra [spark] is not installed")
if shutil.which("java") is None:
    pytest.skip("no Java on this machine", allow_module_level=True)
# Warnings of pyspark's own, on the driver, are not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore::Warning:pyspark", "ignore::ResourceWarning", "ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    directory = tmp_path_factory.mktemp("spark")
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["SPARK_WORKER_DIR"] = str(directory / "work")
    session = (
        pyspark_sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.local.dir", str(directory))
        .config("spark.sql.warehouse.dir", str(directory / "warehouse"))
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        .config("spark.task.maxFailures", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def expected(small_model: Path, texts: list[str]) -> dict[str, Any]:
    tagger = forelook.load(small_model)
    documents = [Document(str(number), text, Source(sha256=hashlib.sha256(text.encode()).hexdigest())) for number, text in enumerate(texts)]
    return {release.id: {**_to_plain(release), "error": None} for release in tagger.pipe(documents)}


def _to_plain(release: forelook.Release) -> dict[str, Any]:

    plain: dict[str, Any] = json.loads(release.to_json())
    del plain["meta"]  # kept columns are columns
    return plain


def tag(spark: Any, rows: list[tuple[str | None, str | None]], model: Path, parts: int) -> Any:
    from forelook.run.spark import classify

    frame = spark.createDataFrame(rows, "`my id` string, body string").repartition(parts)
    return classify(frame, "my id", "body", model=model)


def test_the_output_is_that_of_a_local_run(spark: Any, small_model: Path, texts: list[str], expected: dict[str, Any]) -> None:
    frame = tag(spark, [(str(number), text) for number, text in enumerate(texts)], small_model, 4)
    assert {row["id"]: row.asDict(recursive=True) for row in frame.collect()} == expected


def test_columns_are_kept_with_their_types(spark: Any, small_model: Path, texts: list[str]) -> None:
    from forelook.run.spark import classify

    day = datetime(2024, 2, 29, 12, 30)  # noqa: DTZ001 - Spark's own are so
    frame = spark.createDataFrame(
        [("0", texts[0], 7, day, ["x"]), ("1", None, None, None, None)], "id string, text string, source int, day timestamp, tags array<string>"
    )
    found = classify(frame, keep=["tags", "source"], model=small_model)
    assert found.columns[-3:] == ["tags", "meta_source", "error"]
    assert [(row["tags"], row["meta_source"], row["error"] is None) for row in found.collect()] == [(["x"], 7, True), (None, None, False)]
    assert classify(frame, keep=["*"], model=small_model).select("day", "meta_source").collect()[0] == (day, 7)
    with pytest.raises(ValueError, match="keep names sector; the DataFrame has id, text, source, day, tags"):
        classify(frame, keep=["sector"])


def test_figures_are_a_column(spark: Any) -> None:
    from forelook.run.spark import classify

    frame = spark.createDataFrame([("0", "OSLO, May 2, 2024 -- Acme Corp. expects revenue of $12 million in 2025.")], "id string, text string")
    rows = classify(frame).selectExpr("explode(figures) AS figure").selectExpr("figure.metric.name AS metric", "figure.low AS low").collect()
    assert [(row["metric"], row["low"]) for row in rows] == [("revenue", 12_000_000)]
    assert classify(frame, figures=False).collect()[0]["figures"] is None


def test_a_bad_row_says_why(spark: Any, small_model: Path, texts: list[str], expected: dict[str, Any]) -> None:
    rows = {row["id"]: row.asDict(recursive=True) for row in tag(spark, [("0", texts[0]), ("blank", " "), ("null", None)], small_model, 1).collect()}
    assert rows["0"] == expected["0"]
    for name in ("blank", "null"):
        assert rows[name]["error"] == "its id or text is null, or the text is blank; leave the row out"
        assert rows[name]["statements"] is None


def test_an_executor_killed_in_mid_job(spark: Any, small_model: Path, texts: list[str], expected: dict[str, Any]) -> None:
    copies = 20
    rows = [(str(number), text) for number, text in enumerate(texts)] * copies
    found: list[Any] = []
    job = threading.Thread(target=lambda: found.extend(tag(spark, rows, small_model, 12).collect()))
    tracker = spark.sparkContext.statusTracker()
    before = set(_list_executors())
    job.start()
    while job.is_alive() and not any(_is_half_done(tracker, stage) for stage in tracker.getActiveStageIds()):
        time.sleep(0.02)
    assert job.is_alive(), "the job was over before an executor could be killed"
    os.kill(before.pop(), signal.SIGKILL)
    job.join(timeout=60)
    assert len(found) == len(rows)
    assert {row["id"]: row.asDict(recursive=True) for row in found} == expected


def _is_half_done(tracker: Any, stage: int) -> bool:
    information = tracker.getStageInfo(stage)
    return information is not None and information.numTasks == 12 and information.numCompletedTasks >= 2


def _list_executors() -> list[int]:
    """Return the executors that this test's own Spark has started."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(maxsplit=2) for line in listed.splitlines()]
    parents = {int(pid): int(parent) for pid, parent, *_ in rows}

    def is_ours(pid: int) -> bool:
        while pid > 1 and pid != os.getpid():
            pid = parents.get(pid, 0)
        return pid == os.getpid()

    return [int(pid) for pid, _, *args in rows if args and "CoarseGrainedExecutorBackend" in args[0] and is_ours(int(pid))]
