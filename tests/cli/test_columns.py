"""--id-col and --text-col: every command that reads tables takes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.test_manners import COMMANDS, run

NAMES = ("--id-col", "accession", "--text-col", "body")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text("accession,body\nfirst,Acme expects revenue of $5 million in 2026.\n")
    return path


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        pytest.param(["classify"], '"id":"first"', id="classify"),
        pytest.param(["show"], "first", id="show"),
        pytest.param(["view", "-o", "-"], "first", id="view"),
        pytest.param(["audit"], "first", id="audit"),
        pytest.param(["figures", "--format", "csv"], "revenue", id="figures"),
        pytest.param(["explain"], "first", id="explain"),
        pytest.param(["annotate"], "id: first", id="annotate"),
        pytest.param(["diff", "rows.csv"], "No difference", id="diff"),
    ],
)
def test_commands_take_them(table: Path, command: list[str], shown: str) -> None:
    done = run(*command, table.name, *NAMES, cwd=table.parent)
    assert (done.returncode, done.stderr.count("failed")) == (0, 0), done.stderr
    assert shown in done.stdout


def test_no_other_command_reads_tables() -> None:
    taking = {name for name, command in COMMANDS.items() if "--id-col" in {option for parameter in command.params for option in parameter.opts}}
    assert taking == {"classify", "show", "view", "audit", "figures", "explain", "annotate", "diff"}


def test_without_them_the_message_names_the_columns_found(table: Path, small_model: Path) -> None:
    done = run("classify", table, "--model", small_model)
    assert done.returncode == 1
    assert "rows.csv: the CSV file has no column id; it has accession, body; say --id-col and --text-col" in done.stderr


def test_one_column_for_both_is_wrong_usage(table: Path, small_model: Path) -> None:
    done = run("figures", table, "--id-col", "body", "--text-col", "body", "--model", small_model)
    assert done.returncode == 2
    assert "column body: it cannot hold both the ids and the texts" in done.stderr
