"""README.md: its Python runs, and its commands exist."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import forelook
from forelook.corpus.annotate import to_gold

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


PYTHON = blocks("python")
COMMANDS = sorted({name for block in blocks("console") for name in re.findall(r"^\$ .*?\bforelook ([a-z]+)", block, re.MULTILINE)})
NOT_HERE = re.compile(r"make |pip |spark-submit|--serve|forelook train")  # a clone, a cluster, a browser; a model in place of the one in use
RUN = [line for block in blocks("console") for line in re.findall(r"^\$ (.*)$", block, re.MULTILINE) if not NOT_HERE.search(line)]
TARGETS = sorted({name for block in blocks("console") for name in re.findall(r"^\$ make ([a-z-]+)", block, re.MULTILINE)})


def test_readme_shows_how_forelook_is_used() -> None:
    assert PYTHON, "no ```python block"
    assert COMMANDS, "no ```console block with a line '$ forelook …'"


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_python_blocks_run(number: int, tmp_path: Path) -> None:
    """Each block runs behind those above it, in a directory that holds a copy of the sample release under its own path."""
    sample = tmp_path / "tests" / "golden" / "sample-release.txt"
    sample.parent.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "golden" / "sample-release.txt", sample)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(PYTHON[: number + 1])], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_exist(command: str) -> None:
    done = subprocess.run([sys.executable, "-m", "forelook", command, "--help"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with the files that the commands name."""
    directory = tmp_path_factory.mktemp("readme")
    text = (ROOT / "tests" / "golden" / "sample-release.txt").read_text(encoding="utf-8")
    (directory / "filings").mkdir()
    for name in ("release.txt", "draft.txt", "draft1.txt", "filings/one.txt", "filings/two.txt"):
        (directory / name).write_text(text, encoding="utf-8")
    (directory / "draft2.txt").write_text(text.replace("$342 million to $348 million", "$344 million to $350 million"), encoding="utf-8")
    (directory / "gold.jsonl").write_bytes(msgspec.json.encode(to_gold(forelook.load()(forelook.Document("gold", text, forelook.Source())))))
    return directory


@pytest.mark.parametrize("line", RUN)
def test_commands_run_in_their_order(place: Path, line: str) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "EDITOR": "true"}
    done = subprocess.run(["bash", "-c", line], cwd=place, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("target", TARGETS)
def test_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
