"""Tries a wheel as a user gets it: installs it in a fresh environment without a compiler, then tags a release by command and library.

In: a wheel and a release. Out: the output of the command; an exception where anything fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

_LIBRARY = """
import sys, pathlib, forelook
print(forelook.__version__, forelook.load()(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")).summary)
"""


def main(wheel: str, release: str) -> None:
    """Install `wheel` and tag `release`, outside the repository."""
    text = Path(release).resolve()
    with tempfile.TemporaryDirectory() as directory:
        programs = Path(directory) / "venv" / ("Scripts" if os.name == "nt" else "bin")
        venv.create(programs.parent, with_pip=True)
        # There is no compiler on this path, so that no source distribution can be built unnoticed.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"PATH": str(programs), "CC": "/nowhere"}
        constraints = ["-c", str(Path("constraints.txt").resolve())]
        for command in (
            [str(programs / "python"), "-m", "pip", "install", "--quiet", *constraints, "--only-binary=:all:", str(Path(wheel).resolve())],
            [str(programs / "forelook"), "show", str(text)],
            [str(programs / "python"), "-W", "error", "-c", _LIBRARY, str(text)],
        ):
            subprocess.run(command, check=True, cwd=directory, env=environment)  # noqa: S603 - the wheel that was just built


if __name__ == "__main__":
    main(*sys.argv[1:])
