"""Type checkers: a user's script passes mypy --strict without a cast, and a mistake in it is found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """\
from collections.abc import Iterator

import forelook


def read_lows(texts: list[str]) -> Iterator[tuple[str, str, float]]:
    tagger = forelook.load(figures=True)
    for release, year in tagger.pipe([(text, 2026) for text in texts], as_tuples=True):
        words = release.text.split()
        for figure in release.figures:
            low = figure.low if figure.low is not None else 0.0
            place = figure.value and release.text[figure.value.start : figure.value.end]
            yield figure.metric.name, place or words[0], low + year
        speakers: list[str] = [statement.speaker.name for statement in release.statements if statement.speaker]
        if speakers and release.audit:
            print(release.audit.worst, len(release.figures), release.header.headline or "", *speakers)


frame = forelook.to_frame([forelook.load()("Acme opened a plant.")], rows="statements")
line: bytes = forelook.Release.from_json(forelook.load()(forelook.Document("one", "Acme opened a plant.")).to_json()).without_text().to_json()
print(forelook.audit(forelook.load()("Acme opened a plant.")).findings[0].message, line, frame)
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def check(script: str, tmp_path: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    path = tmp_path / "script.py"
    path.write_text(script)
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", path], cwd=tmp_path, capture_output=True, text=True, check=False
    )


def test_a_typical_script_is_well_typed(tmp_path: Path, cache: Path) -> None:
    done = check(SCRIPT, tmp_path, cache)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "error"),
    [
        pytest.param("figure.low if figure.low is not None else 0.0", "figure.low", "Unsupported operand types", id="an open low end"),
        pytest.param("if statement.speaker]", "]", 'has no attribute "name"', id="a statement that nobody says"),
        pytest.param("if speakers and release.audit", "if speakers", 'has no attribute "worst"', id="a release that is not audited"),
        pytest.param("release.text.split()", "release.body.split()", '"Release" has no attribute "body"', id="no such field"),
        pytest.param('rows="statements"', 'rows="lines"', 'incompatible type "Literal', id="no such rows"),
    ],
)
def test_mistakes_are_found(tmp_path: Path, cache: Path, right: str, wrong: str, error: str) -> None:
    assert SCRIPT.count(right) == 1
    done = check(SCRIPT.replace(right, wrong), tmp_path, cache)
    assert done.returncode == 1
    assert error in done.stdout
