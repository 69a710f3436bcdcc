"""A Tagger with a transformer: where that is looked for, what is refused, and the same bytes however it is asked."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from forelook.corpus.gold import read_gold
from forelook.errors import MissingExtraError, ModelError
from forelook.evaluate.scores import as_documents, compare, score
from forelook.model import precise
from forelook.model.classifier import CLASSES, INPUTS
from forelook.model.precise import VARIABLE, find_precise
from forelook.model.refine import find_doubted
from forelook.model.store import METADATA_FILE, MODEL_FILE, default_directory, save_model
from forelook.records import Label, Release, json_schema
from forelook.tagger import Tagger, load

SHIPPED = default_directory().with_name("precise")
SAMPLE = (Path(__file__).resolve().parents[1] / "golden" / "sample-release.txt").read_text(encoding="utf-8")


@pytest.fixture
def tagger(small_model: Path, small_transformer: Path) -> Tagger:
    return load(small_model, precise=small_transformer)


@pytest.fixture
def copied(small_transformer: Path, tmp_path: Path) -> Path:
    """Return a copy of the small transformer, to be damaged."""
    return Path(shutil.copytree(small_transformer, tmp_path / "precise"))


def test_without_it_nothing_changes(small_model: Path, texts: list[str]) -> None:
    release = load(small_model)(texts[0])
    assert b'"precise"' not in release.to_json()
    assert load(small_model, precise=False)(texts[0]).to_json() == release.to_json()


def test_what_is_said_of_a_release_changes_and_names_the_transformer(tagger: Tagger, small_model: Path, texts: list[str]) -> None:
    plain, found = load(small_model)(texts[0]), tagger(texts[0])
    assert [statement.scores for statement in found.statements] != [statement.scores for statement in plain.statements]
    assert tagger.precise is not None
    digest = json.loads((tagger.precise / METADATA_FILE).read_text(encoding="utf-8"))["sha256"]
    assert json.loads(found.to_json())["model"] == {**json.loads(plain.to_json())["model"], "precise": digest}
    jsonschema.validate(json.loads(found.to_json()), json_schema())
    assert Release.from_json(found.to_json()) == found


def test_units_in_doubt_alone_are_asked_for(tagger: Tagger, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[np.ndarray] = []
    real = tagger._classifier.transformer
    assert real is not None

    class Spy:
        def encode(self, *arguments: Any) -> np.ndarray:
            asked.append(arguments[2])
            return real.encode(*arguments)

    monkeypatch.setattr(tagger._classifier, "transformer", Spy())
    tagger(texts[0])
    assert [wanted.any() for wanted in asked] == [True]
    assert not find_doubted(np.log(np.array([[0.9999, *[0.00002] * (len(CLASSES) - 1)]]))).any()


def test_the_same_alone_in_batches_backwards_in_threads_and_in_processes(tagger: Tagger, texts: list[str]) -> None:
    alone = [tagger(text).statements for text in texts]
    assert [release.statements for release in tagger.pipe(texts, batch_size=7)] == alone
    assert [release.statements for release in tagger.pipe(texts[::-1])] == alone[::-1]
    assert [release.statements for release in tagger.pipe(texts, jobs=2, batch_size=5)] == alone
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: tagger(text).statements, texts)) == alone
    assert pickle.loads(pickle.dumps(tagger))(texts[0]).to_json() == tagger(texts[0]).to_json()


def test_the_pipeline_says_the_same(tagger: Tagger, texts: list[str]) -> None:
    doc = tagger.nlp(texts[0])
    assert [span._.score for span in doc.spans["statements"]] == [statement.score for statement in tagger(texts[0]).statements]


@pytest.mark.parametrize("jobs", [1, 2])
def test_on_the_command_line(folder: Path, small_model: Path, small_transformer: Path, tmp_path: Path, tagger: Tagger, jobs: int) -> None:
    path = folder / "below" / "release-01.txt"
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "forelook",
        "classify",
        path,
        "--precise",
        "--model",
        small_model,
        "--jobs",
        jobs,
        "-o",
        tmp_path / "a.jsonl",
    ]
    environment = {"PATH": "", VARIABLE: str(small_transformer)}
    subprocess.run(list(map(str, command)), check=True, env=environment, timeout=120)
    found = Release.from_json((tmp_path / "a.jsonl").read_bytes().strip())
    assert found.statements == tagger(path.read_bytes().decode()).statements
    assert found.model == tagger.model


def test_where_it_is_looked_for(small_transformer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(precise, "default_directory", lambda: tmp_path / "press-release")
    assert find_precise(False) is None
    with pytest.raises(ModelError, match=r"no transformer here, .* put the directory models/precise of its repository there, or let FORELOOK_PRECISE or load"):
        find_precise(True)
    with pytest.raises(ModelError, match="nowhere: no transformer here"):
        find_precise("nowhere")
    monkeypatch.setenv(VARIABLE, str(small_transformer))
    assert find_precise(True) == small_transformer
    monkeypatch.delenv(VARIABLE)
    shutil.copytree(small_transformer, tmp_path / "precise")
    assert find_precise(True) == tmp_path / "precise"
    assert find_precise(str(small_transformer)) == small_transformer


def cut_short(directory: Path) -> None:
    (directory / MODEL_FILE).write_bytes((directory / MODEL_FILE).read_bytes()[:-100])


def leave_out_the_second_pass(directory: Path) -> None:
    save_model(directory, {"network": np.zeros(1, np.uint8), "vocabulary": np.zeros(1, np.uint8)}, {"name": "precise", "version": "0"})


def put_in_no_network(directory: Path) -> None:
    second = {"second_weights": np.zeros((INPUTS, len(CLASSES))), "second_intercept": np.zeros(len(CLASSES))}
    vocabulary = np.frombuffer(b"[UNK]\n[CLS]\n[SEP]", np.uint8)
    save_model(directory, {"network": np.zeros(9, np.uint8), "vocabulary": vocabulary, **second}, {"name": "precise", "version": "0"})


def put_in_no_vocabulary(directory: Path) -> None:
    second = {"second_weights": np.zeros((INPUTS, len(CLASSES))), "second_intercept": np.zeros(len(CLASSES))}
    save_model(directory, {"network": np.zeros(9, np.uint8), "vocabulary": np.full(3, 255, np.uint8), **second}, {"name": "precise", "version": "0"})


@pytest.mark.parametrize(
    ("damage", "match"),
    [
        (cut_short, r"damaged: its SHA-256 .* take the directory models/precise of forelook's repository again"),
        (leave_out_the_second_pass, r"refused: it has no second_intercept, second_weights"),
        (put_in_no_network, r"refused: its network cannot be run: .* take the directory"),
        (put_in_no_vocabulary, r"refused: .*utf-8"),
    ],
)
def test_what_is_damaged_is_refused(small_model: Path, copied: Path, damage: Callable[[Path], None], match: str) -> None:
    damage(copied)
    with pytest.raises(ModelError, match=match):
        load(small_model, precise=copied)


def test_a_model_is_no_transformer(small_model: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra [precise] is not installed")
    with pytest.raises(ModelError, match="it has no network, vocabulary"):
        load(small_model, precise=small_model)


def test_without_the_extra(small_model: Path, small_transformer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "forelook.features.transformer", raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtraError, match=r"reading with a transformer needs an optional dependency; run: pip install 'forelook\[precise\]'"):
        load(small_model, precise=small_transformer)


@pytest.fixture(scope="module")
def shipped() -> Tagger:
    pytest.importorskip("onnxruntime", reason="the extra [precise] is not installed")
    if not (SHIPPED / METADATA_FILE).is_file():
        pytest.skip(f"no weights at {SHIPPED}")
    return load(precise=SHIPPED)


def test_the_weights_are_small_enough_to_be_handed_around(shipped: Tagger) -> None:
    assert shipped.precise is not None
    assert sum(path.stat().st_size for path in shipped.precise.iterdir()) <= 25e6


def test_the_sample_comes_out_right(shipped: Tagger) -> None:
    found, plain = shipped(SAMPLE), load()(SAMPLE)
    assert [statement.label for statement in found.statements] == [statement.label for statement in plain.statements]
    quoted = {statement.text.strip('"').split()[1]: statement.forward_looking for statement in found.statements if statement.label is Label.MANAGEMENT_QUOTE}
    assert (quoted["expect"], quoted["new"], quoted["will"]) == (True, False, True)


def test_it_is_as_often_right_as_without_where_choices_were_made_without(shipped: Tagger, real: Path) -> None:
    gold = read_gold(real / "dev.jsonl")
    plain, found = (score(compare(gold, tagger.tag_all(as_documents(gold)))) for tagger in (load(), shipped))
    assert found.macro_f1 > plain.macro_f1 - 0.01  # the difference has a standard error of 0.004 on these 36 releases
    assert found.f1["guidance"] > plain.f1["guidance"] - 0.03  # three of 92


@pytest.mark.usefixtures("shipped")
def test_it_ranks_guidance_better_on_releases_held_out() -> None:
    measured = json.loads((SHIPPED / "metrics.json").read_text(encoding="utf-8"))
    assert measured["cross_validated_real"]["content"]["average_precision"] > measured["without"]["content"]["average_precision"] + 0.03
