"""A real Label Studio server on loopback: it takes the configuration and the tasks, and hands back what was annotated.

Needs a `label-studio` command on the PATH, or named by LABEL_STUDIO; the package wants an environment of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from tests.corpus.exchange.conftest import load

from forelook.corpus.exchange import label_studio
from forelook.records import Label

TOKEN = "0123456789abcdef0123456789abcdef01234567"
SECONDS_TO_START = 180  # a new database is migrated first
QUIET = {"COLLECT_ANALYTICS": "false", "LATEST_VERSION_CHECK": "false", "SENTRY_DSN": "", "FRONTEND_SENTRY_DSN": ""}

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    """Yield a function that calls the interface of a server with a new, empty database."""
    command = os.environ.get("LABEL_STUDIO") or shutil.which("label-studio")
    if command is None:
        pytest.skip("no label-studio command; `pip install label-studio` in an environment of its own, and set LABEL_STUDIO to its label-studio")
    directory = tmp_path_factory.mktemp("label-studio")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = ["start", "--no-browser", "--data-dir", str(directory), "--internal-host", "127.0.0.1", "--port", str(port)]
    arguments += ["--username", "a@example.com", "--password", "only-for-this-test", "--user-token", TOKEN, "--enable-legacy-api-token"]
    log = directory / "log"
    with (
        log.open("wb") as output,
        subprocess.Popen([command, *arguments], env={**os.environ, **QUIET}, stdout=output, stderr=output, start_new_session=True) as process,
    ):
        try:
            _wait(f"http://127.0.0.1:{port}/health", process, log)
            yield lambda path, body=None: _call(f"http://127.0.0.1:{port}/api/{path}", body)
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    pytest.fail(f"label-studio did not come up: {log.read_text()[-2000:]}")


def _call(address: str, body: Any) -> Any:
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(address, data, {"Authorization": f"Token {TOKEN}", "Content-Type": "application/json"}), timeout=60) as answer:
        return json.loads(answer.read())


@pytest.mark.labelstudio
def test_tasks_go_in_and_annotations_come_back(server, gold):
    files = label_studio.export(gold[:3])
    project = server("projects", {"title": "forelook", "label_config": files["config.xml"].decode()})["id"]
    assert server(f"projects/{project}/import?return_task_ids=true", json.loads(files["tasks.json"]))["task_count"] == 3

    tasks = server(f"projects/{project}/export?exportType=JSON&download_all_tasks=true")
    assert [task["data"]["text"] for task in tasks] == [release.text for release in gold[:3]]
    assert load(label_studio, {"untouched.json": json.dumps(tasks).encode()}) == []

    for task in tasks:
        result = server(f"tasks/{task['id']}")["predictions"][0]["result"]
        if task["data"]["id"] == gold[0].id:
            assert result[1]["value"]["labels"] == ["historical_fact"]
            result[1]["value"]["labels"] = ["safe_harbor"]
        server(f"tasks/{task['id']}/annotations", {"result": result})
    corrected, *others = load(label_studio, {"done.json": json.dumps(server(f"projects/{project}/export?exportType=JSON")).encode()})
    assert others == gold[1:3]
    assert corrected.units[1].label is Label.SAFE_HARBOR
    assert [*corrected.units[:1], *corrected.units[2:]] == [*gold[0].units[:1], *gold[0].units[2:]]
