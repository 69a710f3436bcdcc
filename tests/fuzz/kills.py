"""Runs killed at random, with their whole process group, and resumed: the output is that of an undisturbed run."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

SUFFIXES = ("jsonl", "json", "csv", "parquet", "spacy")
RELEASES = 600
COMMAND = "import forelook.run.classify as c; c.CHECKPOINT_SECONDS = 0.05; from forelook.cli.main import main; main()"


def kill_and_resume(directory: Path, model: Path, texts: list[str], *, seed: int, kills: int) -> int:
    """Return how often a run was killed, at least `kills` times over all formats; raises where anything is lost or left over."""
    chance = random.Random(seed)
    rows = directory / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": str(number), "text": texts[number % len(texts)]}) + "\n" for number in range(RELEASES)))
    shared = set(Path("/dev/shm").iterdir())
    done = 0
    for number, suffix in enumerate(SUFFIXES):
        expected = directory / f"expected.{suffix}"
        start = time.monotonic()
        assert _start(rows, expected, model).wait() == 0
        seconds = time.monotonic() - start
        while done < kills * (number + 1) / len(SUFFIXES):
            out = directory / f"out.{suffix}"
            killed = _kill_until_done(rows, out, model, chance, seconds)
            assert out.read_bytes() == expected.read_bytes()
            assert not out.with_name(out.name + ".partial").exists()
            out.unlink()
            done += killed
    assert set(Path("/dev/shm").iterdir()) <= shared
    return done


def _kill_until_done(rows: Path, out: Path, model: Path, chance: random.Random, seconds: float) -> int:
    kills = 0
    while True:
        process = _start(rows, out, model, "--resume")
        try:
            # At first in the middle, then ever later: starting takes a while, and a machine may be busier than it was.
            status = process.wait(timeout=chance.uniform(0.3, 1.0) * seconds * (1 + kills))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
        else:
            assert status == 0
            return kills


def _start(rows: Path, out: Path, model: Path, *more: str) -> subprocess.Popen[bytes]:
    arguments = ["classify", str(rows), "-o", str(out), "--jobs", "2", "--batch-size", "8", "--model", str(model), *more]
    return subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], stderr=subprocess.DEVNULL, start_new_session=True)
