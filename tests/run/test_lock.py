"""A lock: held by one process at a time, until the file is closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from forelook.run.lock import lock

TRY = """
import sys
from forelook.run.lock import lock
with open(sys.argv[1], "a+b") as file:
    try:
        lock(file)
    except (BlockingIOError, PermissionError):
        print("held")
    else:
        print("free")
"""


def ask_another_process(path: Path) -> str:
    return subprocess.run([sys.executable, "-c", TRY, path], capture_output=True, text=True, check=True).stdout.strip()


def test_held_until_the_file_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with path.open("a+b") as file:
        assert ask_another_process(path) == "free"
        lock(file)
        assert ask_another_process(path) == "held"
    assert ask_another_process(path) == "free"


def test_a_second_file_of_the_same_process_waits_too(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with path.open("a+b") as one, path.open("a+b") as other:
        lock(one)
        with pytest.raises((BlockingIOError, PermissionError)):
            lock(other)


def test_locking_moves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b"one\ntwo\n")
    with path.open("r+b") as file:
        file.readline()
        lock(file)
        assert file.readline() == b"two\n"
