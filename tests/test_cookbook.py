"""COOKBOOK.md: every block runs, in order, in one directory of invented filings; the service answers eight clients as it answers one."""

from __future__ import annotations

import csv
import importlib.util
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import forelook
from forelook.corpus.annotated import AnnotatedRelease, read_annotated
from forelook.corpus.layouts import render

ROOT = Path(__file__).resolve().parents[1]
COOKBOOK = (ROOT / "nlp" / "COOKBOOK.md").read_text(encoding="utf-8")
BLOCKS = [(language, body) for language, body in re.findall(r"^```(python|console|py)\n(.*?)^```$", COOKBOOK, re.MULTILINE | re.DOTALL)]
RUN = [pytest.param(language, body, id=f"{number} {body.split(chr(10))[0][:40]}") for number, (language, body) in enumerate(BLOCKS) if language != "py"]
SERVICE, JOB = (body for language, body in BLOCKS if language == "py")

FILING = """<SEC-DOCUMENT>{number:010}-{year}-000001.txt : {year}0214
<SEC-HEADER>
ACCESSION NUMBER:\t\t{number:010}-{short}-000001
CONFORMED SUBMISSION TYPE:\t8-K
FILED AS OF DATE:\t\t{year}0214
FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tACME {number}
\t\tCENTRAL INDEX KEY:\t\t\t{number:010}
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPUMPS [{sic}]
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<TEXT>
{text}
</TEXT>
</DOCUMENT>
"""
TOPICS = (("people", re.compile(r"employ|appoint|hire|officer|workers|retire|joined|board")), ("money", re.compile(r"\$|percent|%")))
NEEDED = {"pandas": "pandas", "matplotlib": "matplotlib", "duckdb": "duckdb", "fastapi": "fastapi", "uvicorn": "uvicorn", "pyspark": "pyspark"}


def skip_without(*names: str) -> None:
    if missing := [name for name in names if importlib.util.find_spec(name) is None]:
        pytest.skip(f"{', '.join(missing)} is not installed")


@pytest.fixture(scope="module")
def annotated() -> list[AnnotatedRelease]:
    return [read_annotated(path) for path in sorted((ROOT / "training_data").glob("*.ann"))[::16][:50]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, annotated: list[AnnotatedRelease]) -> Path:
    """Return a directory with `filings/` and `releases/`, made of invented releases."""
    directory = tmp_path_factory.mktemp("cookbook")
    (directory / "filings").mkdir()
    (directory / "releases").mkdir()
    for number, release in enumerate(annotated):
        text = render(release, "lines").text
        (directory / "releases" / f"{number:02}.txt").write_text(text, encoding="utf-8")
        if number % 2:
            year = 2016 + number % 8
            content = FILING.format(number=number, year=year, short=year % 100, sic=2000 + 500 * (number % 4), text=text)
            (directory / "filings" / f"{number:02}.txt").write_text(content, encoding="utf-8")
    (mapping,) = re.findall(r"^```toml\n(.*?)^```$", COOKBOOK, re.MULTILINE | re.DOTALL)
    (directory / "mapping.toml").write_text(mapping, encoding="utf-8")
    (directory / "rows.csv").write_text("sentence,label\nAcme expects sales to grow 5% in 2027.,FLS\nSales rose 4% to $3 million.,not FLS\n", encoding="utf-8")
    return directory


def fill_in(directory: Path) -> None:
    """Label the table as a person would: two topics by their words, a third for the rest; a tenth is left open."""
    with (directory / "to-label.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (directory / "labelled.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, rows[0].keys())
        table.writeheader()
        for number, row in enumerate(rows):
            topic = next((name for name, words in TOPICS if words.search(row["text"])), "other")
            table.writerow({**row, "topic": "" if number % 10 == 0 else topic})


@pytest.mark.parametrize(("language", "body"), RUN)
def test_blocks_run(language: str, body: str, place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(place)
    if language == "console":
        for line in re.findall(r"^\$ (.*?)(?: +# .*)?$", body, re.MULTILINE):
            words = shlex.split(line)
            if words[0] == "forelook":
                done = subprocess.run([sys.executable, "-m", "forelook", *words[1:]], timeout=120, capture_output=True, text=True, check=False)
                # What corpus check finds in releases that nobody has corrected is no failure of the cookbook.
                assert done.returncode in ((0, 1) if words[1:3] == ["corpus", "check"] else (0,)), done.stderr
        return
    skip_without(*(name for name in NEEDED if re.search(rf"^import {name}", body, re.MULTILINE)))
    monkeypatch.setenv("MPLBACKEND", "agg")
    if "labelled.csv" in body:
        fill_in(place)
    (place / "block.py").write_text(body, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        runpy.run_path("block.py", run_name="__main__")
    check(body, capfd.readouterr().out)


def check(body: str, shown: str) -> None:
    """Assert that a block has done what the text says."""
    if "guidance.png" in body:
        assert Path("guidance.png").read_bytes().startswith(b"\x89PNG")
    if "labelled.csv" in body:
        found = re.search(r"(\d+) statements of 50 releases: macro F1 (0\.\d+)", shown)
        assert found, shown
        assert int(found[1]) > 1000
        assert float(found[2]) > 0.65
    if "major_group" in body:
        assert "raised" in shown
    if "hive_partitioning" in body:
        assert "2019" in shown
    if "displacy" in body:
        assert "management_quote 0.9" in shown
        assert "</html>" in Path("statements.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def service(place: Path) -> Iterator[str]:
    """Yield the address of a real uvicorn that runs the cookbook's service."""
    skip_without("fastapi", "uvicorn", "httpx")
    (place / "service.py").write_text(SERVICE, encoding="utf-8")
    command = [sys.executable, "-m", "uvicorn", "service:app", "--port", "0"]
    with subprocess.Popen(command, cwd=place, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as server:
        assert server.stderr is not None
        try:
            told = []
            for line in server.stderr:
                told.append(line)
                if found := re.search(r"running on (http://[\d.:]+)", line):
                    yield found[1]
                    break
            else:
                pytest.fail(f"uvicorn did not come up: {''.join(told)}")
        finally:
            server.terminate()


def test_eight_clients_get_what_one_gets(service: str, place: Path) -> None:
    import httpx

    assert len(SERVICE.splitlines()) <= 30
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((place / "releases").iterdir())[:16]}
    tagger = forelook.load()
    serial = {name: tagger(forelook.Document(name, text)).to_json() for name, text in texts.items()}
    with httpx.Client(base_url=service, timeout=60) as client, ThreadPoolExecutor(8) as clients:
        assert client.get("/health").json()["sha256"] == tagger.model.sha256

        def ask(name: str) -> tuple[str, bytes]:
            return name, client.post("/classify", json={"id": name, "text": texts[name]}).content

        assert dict(clients.map(ask, texts)) == serial
        assert client.post("/classify?audit=true", json={"text": texts["00.txt"]}).json()["audit"]["findings"]
        assert client.post("/classify", json={"text": "x" * 1_000_001}).status_code == 413


@pytest.mark.spark
def test_the_job_runs_on_spark(place: Path) -> None:
    skip_without("pyspark", "pyarrow", "pandas")
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine")
    import pyarrow as pa
    from pyarrow import parquet

    texts = [path.read_text(encoding="utf-8") for path in sorted((place / "releases").iterdir())[:6]]
    (place / "in").mkdir()
    parquet.write_table(pa.table({"id": [*"abcdef", "g"], "text": [*texts, " "], "cik": list(range(7))}), place / "in" / "part-0.parquet")
    (place / "tag_job.py").write_text(JOB, encoding="utf-8")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_UI_ENABLED": "false"}
    done = subprocess.run([sys.executable, "tag_job.py", "in", "out"], cwd=place, capture_output=True, text=True, timeout=300, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "its id or text is null, or the text is blank" in done.stdout
    rows = parquet.read_table(place / "out").to_pylist()
    assert {row["id"]: row["cik"] for row in rows} == dict(zip("abcdefg", range(7), strict=True))
