"""`forelook annotate --serve`: a socket of this machine alone, an address with a new token, an end by Ctrl-C."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.serve.conftest import TEXT

from forelook.errors import ForelookError
from forelook.serve.server import prepare

pytest.importorskip("uvicorn", reason="the extra [serve] is not installed")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "tarn.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_from_the_command_line(path: Path, small_model: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "forelook", "annotate", str(path), "--serve", "-o", str(tmp_path / "out"), "--model", str(small_model)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        match = re.search(r"correct 1 release at (http://127\.0\.0\.1:\d+)/([\w-]{32})/", line)
        assert match is not None, line
        try:
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(f"{match[1]}/{match[2]}/releases", timeout=60) as answer:
                assert b'"id":"tarn"' in answer.read()
            with pytest.raises(urllib.error.HTTPError, match="404"):
                opener.open(f"{match[1]}/", timeout=60)
        finally:
            process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 0, rest
    assert rest.endswith("forelook: ended\n")


def prepared(path: Path, model: Path, host: str = "127.0.0.1", port: int = 0) -> tuple[str, list[str]]:
    said: list[str] = []
    served = prepare([str(path)], path.parent / "out", model=model, host=host, port=port, say=said.append)
    with served.socket:
        assert served.socket.getsockname()[0] in ("127.0.0.1", "::1")
    return served.address, said


def test_localhost_is_loopback(path: Path, small_model: Path) -> None:
    assert prepared(path, small_model, "localhost")[0].startswith("http://localhost:")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.7", "example.com"])
def test_no_other_machine_is_served(path: Path, small_model: Path, host: str) -> None:
    with pytest.raises(ForelookError, match=r"the page is only for this machine; name one of 127\.0\.0\.1, localhost, ::1"):
        prepared(path, small_model, host)


def test_a_port_that_is_taken(path: Path, small_model: Path) -> None:
    served = prepare([str(path)], path.parent / "out", model=small_model, host="127.0.0.1", port=0, say=print)
    with served.socket, pytest.raises(ForelookError, match=r"port \d+ of 127.0.0.1 is not available: .*; name another with --port, or none"):
        prepared(path, small_model, port=served.socket.getsockname()[1])


def test_nothing_to_correct(tmp_path: Path, small_model: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(ForelookError, match="no release to correct"):
        prepared(tmp_path / "empty.txt", small_model)
