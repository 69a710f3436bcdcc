"""A person's round through the command line: train, evaluate, annotate, correct, train again; on ten releases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from forelook.cli.main import app
from forelook.corpus.annotated import read_annotated
from forelook.corpus.exchange.convert import read_gold_corpus
from forelook.export.json import read_releases

RELEASE = "Tarn Tile Opens a Kiln\n\nLIMA, Ohio, May 4 -- Tarn Tile opened a kiln in Lima, Ohio.\n\nTarn Tile intends to light a second kiln in the spring.\n"


def run(*arguments: object, status: int = 0) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, f"{result.output}\n{result.exception!r}"
    return result.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round")


@pytest.fixture(scope="module")
def model(place: Path, base_directory: Path, corpus: Path) -> Path:
    run("train", corpus, "--base", base_directory, "--model", place / "model")
    return place / "model"


def test_a_model_of_known_releases_is_fresh(model: Path, base_directory: Path, corpus: Path) -> None:
    assert "is fresh" in run("train", corpus, "--base", base_directory, "--model", model, "--check")


def test_evaluate(model: Path, corpus: Path, place: Path) -> None:
    gold = [{"id": each.id, "text": each.text, "units": [_as_row(unit) for unit in each.units]} for each in read_gold_corpus(corpus)]
    (place / "gold.jsonl").write_text("".join(json.dumps(line) + "\n" for line in gold), encoding="utf-8")
    report = run("evaluate", place / "gold.jsonl", "--model", model)
    assert report.startswith("10 releases, ")
    assert "f1 guidance" in report
    assert "boundary_f1" in report
    assert "\tguidance → " in run("evaluate", place / "gold.jsonl", "--model", model, "--errors")


def _as_row(unit) -> dict[str, object]:
    return {name: getattr(unit, name) for name in ("start", "end", "kind", "label", "forward_looking", "speaker")}


def test_annotate_correct_and_train_again(model: Path, base_directory: Path, corpus: Path, place: Path) -> None:
    (place / "tarn.txt").write_text(RELEASE, encoding="utf-8")
    run("annotate", place / "tarn.txt", "-o", place / "mine", "--model", model)
    path = place / "mine" / "tarn.ann"
    before = {unit.text: unit.code for unit in read_annotated(path).units}
    sentence = "Tarn Tile intends to light a second kiln in the spring."
    wanted = "H" if before[sentence] == "G" else "G"
    content = path.read_text(encoding="utf-8")
    assert f"{before[sentence]}\t{sentence}" in content
    path.write_text(content.replace(f"{before[sentence]}\t{sentence}", f"{wanted}\t{sentence}"), encoding="utf-8")
    assert "1 release, 0 findings" in run("corpus", "check", place / "mine")
    # A base of ten releases is so unsure that on some machines a correction costs it other labels: hence --force.
    report = run("train", corpus, place / "mine", "--base", base_directory, "--model", model, "--force")
    assert report.startswith("corrections: the model now agrees with 1 of 1\n")
    assert sentence in report.splitlines()[1]
    run("train", corpus, "--base", base_directory, "--model", model, "--check", status=1)
    assert "is fresh" in run("train", corpus, place / "mine", "--base", base_directory, "--model", model, "--check")
    assert run("train", corpus, place / "mine", "--base", base_directory, "--model", model, "--force").count("corrections") == 0


def test_review(model: Path, place: Path) -> None:
    (place / "tarn.txt").write_text(RELEASE, encoding="utf-8")
    run("classify", place / "tarn.txt", "-o", place / "tarn.jsonl", "--model", model)
    (release,) = read_releases(place / "tarn.jsonl")
    assert len(run("review", place / "tarn.jsonl").splitlines()) == len(release.statements)
    assert len(run("review", place / "tarn.jsonl", "--limit", 1).splitlines()) == 1
