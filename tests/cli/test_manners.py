"""What every command has: -h with examples that parse and exit statuses, -q; the program's -V; completion in a shell."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

import forelook
from forelook.cli.main import app
from forelook.records import json_schema


def run(*arguments: object, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "forelook", *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False, **more)


def walk(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its name."""
    for child, found in getattr(command, "commands", {}).items():
        yield from walk(found, f"{name} {child}".strip())
    if not hasattr(command, "commands"):
        yield name, command


COMMANDS = dict(walk(typer.main.get_command(app)))
EXAMPLES = [(name, line) for name, command in COMMANDS.items() for line in re.findall(r"forelook [^\n|>)]+", command.epilog.split("Exit status")[0])]


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in COMMANDS])
def test_help_shows_examples_and_exit_statuses(name: str) -> None:
    assert re.search(r"Examples:\n +.*forelook", COMMANDS[name].epilog), "no example"
    assert re.search(r"Exit status:\n +0  ", COMMANDS[name].epilog), "no exit status"


def test_help_is_short_and_long() -> None:
    short, long = run("classify", "-h"), run("classify", "--help")
    assert short.returncode == 0
    assert short.stdout == long.stdout
    assert "Exit status:\n    0  done\n    1  some inputs failed; each is named, the rest is done\n    2  wrong usage" in short.stdout
    assert "    forelook classify filings/ -o tagged.jsonl --jobs 2\n" in short.stdout


@pytest.mark.parametrize(("name", "line"), [pytest.param(*each, id=each[1]) for each in EXAMPLES])
def test_examples_parse(name: str, line: str) -> None:
    words = shlex.split(line)[1:]
    assert words[: len(name.split())] == name.split(), "an example of another command"
    command = COMMANDS[name]
    command.make_context(name, words[len(name.split()) :]).close()


def test_version() -> None:
    assert run("-V").stdout == run("--version").stdout == f"forelook {forelook.__version__}\n"


def test_every_field_of_the_schema_is_described() -> None:
    schema = json_schema()
    bare = [
        f"{name}.{field}" for name, record in schema["$defs"].items() for field, entry in record.get("properties", {}).items() if not entry.get("description")
    ]
    assert bare == []
    assert [name for name, record in schema["$defs"].items() if not record.get("description")] == []


@pytest.mark.parametrize("before", [pytest.param(True, id="forelook -q classify"), pytest.param(False, id="forelook classify -q")])
def test_quiet_reports_only_failures(folder: Path, small_model: Path, tmp_path: Path, before: bool) -> None:
    out = tmp_path / "out.jsonl"
    arguments = ["classify", folder / "below", folder / "empty.txt", "-o", out, "--model", small_model]
    found = run("-q", *arguments) if before else run(*arguments, "-q")
    assert found.returncode == 1
    assert [line.split(": ")[1] for line in found.stderr.splitlines()] == ["failed", f"the failed inputs are listed in {out}.errors.jsonl"]
    assert len(out.read_text(encoding="utf-8").splitlines()) == 15
    assert run(*arguments[:2], "-q", *arguments[3:]).stderr == ""


def test_public_names_are_there_and_no_others() -> None:
    assert [name for name in forelook.__all__ if getattr(forelook, name).__name__ != name] == []
    assert set(forelook.__all__) < set(dir(forelook))
    with pytest.raises(AttributeError, match="module 'forelook' has no attribute 'lode'"):
        _ = forelook.lode


COMPLETE_BASH = """
eval "$(forelook completion bash)"
COMP_WORDS=({words}) COMP_CWORD={last}
_forelook_completion forelook
echo "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("forelook cla", "classify", id="a command"),
        pytest.param("forelook corpus ex", "export", id="a command of a group"),
        pytest.param("forelook classify --no-f", "--no-figures", id="an option"),
        pytest.param("forelook classify --format d", "docbin", id="a value"),
        pytest.param("forelook corpus export --to label", "label-studio", id="a tool"),
    ],
)
def test_bash_completes(words: str, expected: str) -> None:
    script = COMPLETE_BASH.format(words=words, last=len(words.split()) - 1)
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    assert subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, env={"PATH": path}, check=True).stdout.split() == [expected]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(shell: str, tmp_path: Path) -> None:
    found = run("completion", shell)
    assert (found.returncode, found.stderr) == (0, "")
    assert "_FORELOOK_COMPLETE" in found.stdout
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} on this machine")
    script = tmp_path / "script"
    script.write_text(found.stdout, encoding="utf-8")
    subprocess.run([shell, "-n", str(script)], check=True, capture_output=True)


def test_completion_knows_its_shells() -> None:
    found = run("completion", "csh")
    assert found.returncode == 2
    assert "csh" in found.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent.jsonl", "absent.jsonl: cannot be read or written: No such file or directory; check the spelling"),
        (".", ".: cannot be read or written: Is a directory; name a file"),
    ],
)
def test_what_the_system_refuses_is_named_with_advice(name: str, message: str, tmp_path: Path) -> None:
    found = run("review", name, cwd=tmp_path)
    assert (found.returncode, found.stderr) == (2, f"forelook: {message}\n")


def test_a_file_in_the_place_of_a_command_is_told_how_to_be_shown(tmp_path: Path) -> None:
    (tmp_path / "my draft.txt").write_text("Sales rose.")
    found = run("my draft.txt", cwd=tmp_path)
    assert found.returncode == 2
    assert "No such command 'my draft.txt'; it is a file: `forelook show 'my draft.txt'` shows it" in found.stderr
    assert "Did you mean 'classify'?" in run("clasify", cwd=tmp_path).stderr
