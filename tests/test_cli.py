"""The command line: what goes where, and with which exit status."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import forelook
from forelook.records import json_schema

NOT_IN_THE_WAY = ("sklearn", "spacy", "pandas", "pyarrow", "pyspark", "matplotlib")


def run(*arguments: object, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-W", "error", "-m", "forelook", *map(str, arguments)], capture_output=True, timeout=600, check=False, **more)


def test_version_and_schema() -> None:
    assert run("--version").stdout == f"forelook {forelook.__version__}\n".encode()
    printed = json.loads(run("schema").stdout)
    assert printed == json_schema()
    jsonschema.Draft202012Validator.check_schema(printed)


def test_stdout_gets_results_alone(folder: Path, small_model: Path) -> None:
    found = run("classify", folder, "--model", small_model)
    assert found.returncode == 1
    assert [json.loads(line)["schema"] for line in found.stdout.splitlines()] == ["forelook/1"] * 60
    messages = found.stderr.decode()
    for name in ("binary.txt", "empty.txt", "scan.pdf", "table.jsonl, line 8"):
        assert f"forelook: failed: {folder / name}: " in messages
    assert "60 releases, 4 failed inputs" in messages


def test_one_file_without_text_in_utf16(folder: Path, small_model: Path) -> None:
    path = folder / "below" / "release-01.txt"
    found = run("classify", path, "--format", "json", "--no-text", "--offsets", "utf16", "--model", small_model)
    assert (found.returncode, found.stderr) == (0, b"")
    release = json.loads(found.stdout)
    jsonschema.validate(release, json_schema())
    assert "text" not in release
    data = path.read_bytes().decode().encode("utf-16-le")
    for statement in release["statements"]:
        assert data[2 * statement["start"] : 2 * statement["end"]].decode("utf-16-le") == statement["text"]


def test_stdin_is_read_and_results_come_before_its_end(small_model: Path, texts: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "forelook", "classify", "-", "--model", str(small_model)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for number, text in enumerate(texts):
        process.stdin.write(json.dumps({"id": number, "text": text}).encode() + b"\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == "0"  # standard input is still open
    rest, messages = process.communicate(timeout=600)
    assert process.returncode == 0, messages
    assert len(rest.splitlines()) == len(texts) - 1


def test_a_text_on_stdin(small_model: Path, texts: list[str]) -> None:
    found = run("classify", "-", "--model", small_model, input=texts[0].encode())
    assert found.returncode == 0
    assert json.loads(found.stdout)["text"] == texts[0]


def test_a_reader_that_has_enough(folder: Path, small_model: Path) -> None:
    command = f"{sys.executable} -m forelook classify {folder} {folder} {folder} --model {small_model} | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", command], capture_output=True, timeout=600, check=False)
    assert found.returncode == 1
    assert b"Traceback" not in found.stderr


def test_show_writes_json_as_well(tmp_path: Path, folder: Path, small_model: Path) -> None:
    out = tmp_path / "new" / "release.json"
    found = run("show", folder / "below" / "release-01.txt", "-o", out, "--model", small_model)
    assert found.returncode == 0
    assert "Acme 1 Reports Results" in found.stdout.decode()
    jsonschema.validate(json.loads(out.read_bytes()), json_schema())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["classify"], b"Missing argument", id="no path"),
        pytest.param(["classify", "FOLDER", "--jobs", "0"], b"Invalid value for '--jobs'", id="no jobs"),
        pytest.param(["classify", "FOLDER", "--format", "xml"], b"Invalid value for '--format'", id="unknown format"),
        pytest.param(["classify", "FOLDER", "-o", "out.txt"], b"out.txt: its suffix names no format", id="unknown suffix"),
        pytest.param(["classify", "FOLDER", "--resume"], b"a stream cannot be resumed: .* name a file with -o", id="resume on stdout"),
        pytest.param(["classify", "FOLDER", "--model", "/nowhere"], b"/nowhere: no model here", id="no model"),
        pytest.param(["classify", "FOLDER", "-o", "/dev/full"], b"No space left on device", id="full device"),
        pytest.param(["classify", "FOLDER", "-o", "/proc/nowhere/out.jsonl"], b"/proc/nowhere: cannot be written", id="no such place"),
        pytest.param(["show", "FOLDER", "--model", "/nowhere"], b"/nowhere: no model here", id="show without model"),
        pytest.param(["show", "FOLDER", "--only", "profit"], b"--only profit: not a label; name some of guidance", id="unknown label"),
        pytest.param(["view", "FOLDER", "-o", "page.pdf"], b"page.pdf: a page is written as HTML", id="page of another kind"),
        pytest.param(
            ["diff", "FOLDER", "FOLDER"], b"it holds [0-9]+ releases, and two versions of one are compared; name a file that holds one", id="diff of folders"
        ),
        pytest.param(
            ["diff", "/nowhere.docx", "/nowhere.docx"], b"^forelook: /nowhere.docx: there is no such file or directory; check .*\n$", id="diff of nothing"
        ),
    ],
)
def test_wrong_usage_ends_with_2(folder: Path, small_model: Path, arguments: list[str], message: bytes) -> None:
    arguments = [str(folder / "below") if argument == "FOLDER" else argument for argument in arguments]
    if "--model" not in arguments and len(arguments) > 1:
        arguments += ["--model", str(small_model)]
    found = run(*arguments)
    assert found.returncode == 2
    assert re.search(message, found.stderr), found.stderr
    assert b"Traceback" not in found.stderr


def test_help_and_import_are_light() -> None:
    code = f"import sys, forelook, forelook.cli.main; print([name for name in {NOT_IN_THE_WAY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("Harrow Valve Corp. (NYSE: HVC) reported results.\n\nHarrow Valve expects sales to grow 5% in 2027.\n", encoding="utf-8")
    return path


def test_audit_shows_a_table_and_ends_well_whatever_is_found(draft: Path) -> None:
    found = run("audit", draft)
    assert found.returncode == 0
    assert "not legal advice" in found.stdout.decode()


def test_audit_as_json_is_the_release(draft: Path, tmp_path: Path) -> None:
    found = run("audit", draft, "--format", "json")
    release = json.loads(found.stdout)
    jsonschema.validate(release, json_schema())
    assert len(release["audit"]["findings"]) == 21
    out = tmp_path / "out.json"
    assert run("audit", draft, "-o", out).returncode == 0
    assert json.loads(out.read_text(encoding="utf-8"))["audit"] == release["audit"]


def test_audit_can_fail_on_a_grave_finding(draft: Path) -> None:
    assert run("audit", draft, "--fail-on", "missing").returncode == 1
    assert run("audit", draft, "--fail-on", "note").returncode == 2


def test_audit_writes_json_alone(draft: Path, tmp_path: Path) -> None:
    found = run("audit", draft, "-o", tmp_path / "out.csv")
    assert (found.returncode, found.stderr.decode()) == (
        2,
        f"forelook: {tmp_path / 'out.csv'}: an audit is written as JSON; let the name end in .json or .jsonl\n",
    )


def test_explain_tells_of_a_statement_and_of_lines(draft: Path, tmp_path: Path, small_model: Path) -> None:
    found = run("explain", draft, "--statement", "0", "--format", "json", "--model", small_model, "--data", tmp_path / "none")
    explanation = json.loads(found.stdout)
    assert (explanation["statement"], explanation["examples"]) == (0, [])
    lines = run("explain", draft, "--format", "json", "--model", small_model)
    assert isinstance(json.loads(lines.stdout), list)
    assert b"Lines that the layout sets apart" in run("explain", draft, "--model", small_model).stdout


def test_explain_names_a_statement_that_is_not_there(draft: Path, small_model: Path) -> None:
    found = run("explain", draft, "--statement", "99", "--model", small_model)
    assert found.returncode == 2
    assert "there is no statement 99" in found.stderr.decode()


def test_view_writes_a_page(tmp_path: Path, folder: Path, small_model: Path) -> None:
    out = tmp_path / "new" / "page.html"
    found = run("view", folder / "below" / "release-01.txt", folder / "empty.txt", "-o", out, "--model", small_model)
    assert found.returncode == 1
    assert f"written to {out}" in found.stderr.decode()
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_diff_says_what_changed(tmp_path: Path, folder: Path, small_model: Path) -> None:
    old, new = folder / "below" / "release-01.txt", folder / "below" / "release-03.txt"
    found = json.loads(run("diff", old, new, "--format", "json", "--model", small_model).stdout)
    assert (found["old"], found["new"]) == ("release-01", "release-03")
    assert "reworded" in found["statements"][0]["changes"]
    out = tmp_path / "diff.html"
    assert run("diff", old, new, "-o", out, "--model", small_model).returncode == 0
    assert "<del>" in out.read_text(encoding="utf-8")
    assert b"No difference." in run("diff", old, old, "--model", small_model).stdout
