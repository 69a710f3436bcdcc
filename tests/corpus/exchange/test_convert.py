"""The corpus to every tool and back, through files."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from tests.corpus.exchange.conftest import load

from forelook.corpus.alignment import align, write_gold
from forelook.corpus.annotate import to_gold
from forelook.corpus.annotated import read_corpus
from forelook.corpus.exchange import docbin
from forelook.corpus.exchange.convert import Tool, export_corpus, import_corpus, read_gold_corpus
from forelook.corpus.exchange.fill import COMMENT
from forelook.corpus.exchange.gather import LeftOutError
from forelook.errors import AnnotationError
from forelook.export import Layout, write_blocks
from forelook.tagger import load as load_tagger


@pytest.fixture
def data(gold, annotated, tmp_path):
    for release in gold[:3]:
        write_gold(tmp_path / "data", release)
    (tmp_path / "data" / "lone.ann").write_text(annotated.replace("id: tarn", "id: lone"), encoding="utf-8")
    return tmp_path / "data"


@pytest.mark.parametrize("tool", Tool)
def test_export_and_import(data, tool, tmp_path):
    written = export_corpus(data, tool, tmp_path / "out")
    assert written == sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())
    list(import_corpus(tmp_path / "out", tool, tmp_path / "back", accept_predictions=True))
    assert [align(release, release.raw) for release in read_corpus(tmp_path / "back")] == read_gold_corpus(data)
    assert [release.id for release in read_gold_corpus(data)] == ["below/tarn-crlf", "lone", "tarn", "tarn-line"]


@pytest.mark.parametrize("tool", [Tool.BRAT, Tool.WEB_ANNOTATION])
def test_one_file_brings_its_text_along(data, tool, tmp_path):
    export_corpus(data, tool, tmp_path / "out")
    suffix = {Tool.BRAT: ".ann", Tool.WEB_ANNOTATION: ".jsonld"}[tool]
    assert list(import_corpus(tmp_path / "out" / f"tarn{suffix}", tool, tmp_path / "back")) == [tmp_path / "back" / "tarn.ann"]


def test_nothing_there(tmp_path):
    with pytest.raises(AnnotationError, match="no such file or directory"):
        import_corpus(tmp_path / "nowhere", Tool.BRAT, tmp_path / "back")
    with pytest.raises(AnnotationError, match="no release of prodigy in it"):
        import_corpus(tmp_path, Tool.PRODIGY, tmp_path / "back")


def test_a_collection_of_brats_is_no_annotated_text(data, tmp_path):
    before = read_corpus(data)
    export_corpus(data, Tool.BRAT, data / "brat")
    assert read_corpus(data) == before
    with pytest.raises(AnnotationError, match=r"no \.ann file in it"):
        read_corpus(data / "brat")
    with pytest.raises(AnnotationError, match=r"holds annotated text, whose files end in \.ann as brat's do; name a directory of its own"):
        export_corpus(data, Tool.BRAT, data)
    with pytest.raises(AnnotationError, match="a collection of brat's, in which annotated text would not be found; name another directory"):
        list(import_corpus(data / "brat", Tool.BRAT, data / "brat"))
    assert read_corpus(data) == before


@pytest.fixture
def tagged(small_model, texts, tmp_path):
    """Return a file of two tagged releases, and the releases."""
    releases = list(load_tagger(small_model).pipe(texts[1:3]))
    path = tmp_path / "tagged.jsonl"
    path.write_bytes(b"".join(release.to_json() + b"\n" for release in releases))
    return path, releases


def test_scores_go_into_label_studio_straight_from_what_was_tagged(tagged, tmp_path):
    path, releases = tagged
    export_corpus(path, Tool.LABEL_STUDIO, tmp_path / "out")
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_bytes())
    for task, release in zip(tasks, releases, strict=True):
        (prediction,) = task["predictions"]
        scores = {item["value"]["start"]: item["score"] for item in prediction["result"] if "score" in item}
        assert scores == {statement.start: statement.score for statement in release.statements}
        assert prediction["score"] == min(scores.values())
        assert all(item["value"]["text"] for item in prediction["result"])


def test_spans_carry_their_words(data, tmp_path):
    export_corpus(data, Tool.PRODIGY, tmp_path / "prodigy")
    for line in (tmp_path / "prodigy" / "tasks.jsonl").read_bytes().splitlines():
        task = json.loads(line)
        assert [span["text"] for span in task["spans"]] == [task["text"][span["start"] : span["end"]] for span in task["spans"]]
    export_corpus(data, Tool.DOCCANO, tmp_path / "doccano")
    for line in (tmp_path / "doccano" / "all.jsonl").read_bytes().splitlines():
        row = json.loads(line)
        assert [len(words.encode("utf-16-le")) // 2 for words in row["words"]] == [end - start for start, end, _ in row["label"]]


def test_a_docbin_of_tagged_releases_comes_back(tagged, tmp_path):
    _, releases = tagged
    for key in ("statements", "sc"):
        with (tmp_path / "tagged.spacy").open("wb") as file:
            write_blocks([release.to_json() + b"\n" for release in releases], file, Layout("docbin", spans_key=key))
        found = load(docbin, {"tagged.spacy": (tmp_path / "tagged.spacy").read_bytes()})
        assert found == [msgspec.structs.replace(to_gold(release), units=[bare(unit) for unit in to_gold(release).units]) for release in releases]


def bare(unit):
    return msgspec.structs.replace(unit, figures=())


def test_what_is_left_out_and_what_is_wrong_is_named_and_the_rest_is_written(data, tmp_path):
    export_corpus(data, Tool.LABEL_STUDIO, tmp_path / "out")
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_bytes())
    for task in tasks[:3]:
        task["annotations"] = [{"result": task["predictions"][0]["result"]}]
    tasks[1]["annotations"][0]["result"][0]["value"]["end"] = 10_000
    (tmp_path / "out" / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
    written, wrong, written_too, left_out = import_corpus(tmp_path / "out", Tool.LABEL_STUDIO, tmp_path / "back")
    assert (written.name, written_too.name) == ("tarn-crlf.ann", "tarn.ann")
    assert re.match(r"tasks\.json: task 2: lone: span 0-10000 of a text of \d+ characters", str(wrong))
    assert not isinstance(wrong, LeftOutError)
    assert isinstance(left_out, LeftOutError)
    assert str(left_out) == (
        "tasks.json: task 4: tarn-line is left out: nobody has submitted it; submit it there, or say --accept-predictions to take what was predicted"
    )
    *_, accepted = import_corpus(tmp_path / "out", Tool.LABEL_STUDIO, tmp_path / "back", accept_predictions=True)
    assert accepted.name == "tarn-line.ann"


def test_gaps_are_filled_with_the_models_codes_and_a_comment(tmp_path, small_model):
    text = "Oats rose.\n\nWheat fell a little. Barley held its own.\n\n# # #\n"
    start = text.index("Wheat")
    row = {"text": text, "label": [[start, start + 20, "guidance"]], "release": "partly"}
    (tmp_path / "all.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (path,) = import_corpus(tmp_path / "all.jsonl", Tool.DOCCANO, tmp_path / "back", model=small_model)
    lines = path.read_text(encoding="utf-8").split("---\n")[1].splitlines()
    assert "G\tWheat fell a little." in lines
    assert lines[lines.index("G\tWheat fell a little.") - 1] != COMMENT
    model = {statement.text for statement in load_tagger(small_model)(text).statements}
    for words in ("Oats rose.", "Barley held its own."):
        (place,) = [number for number, line in enumerate(lines) if line.endswith("\t" + words)]
        assert (lines[place - 1] == COMMENT) == (words in model)
    assert align(read_corpus(tmp_path / "back")[0], text).text == text


def test_where_nothing_is_marked_a_release_is_left_out_and_the_first_of_two_records_is_kept(tmp_path):
    rows = {
        "admin.jsonl": [("oats", "historical_fact"), ("wheat", None)],
        "bo.jsonl": [("oats", "guidance"), ("wheat", "guidance")],
    }
    (tmp_path / "in").mkdir()
    for name, found in rows.items():
        lines = [json.dumps({"text": "Oats rose.", "label": [[0, 10, label]] if label else [], "release": release}) for release, label in found]
        (tmp_path / "in" / name).write_text("\n".join(lines), encoding="utf-8")
    oats, left_out, twice, wheat = import_corpus(tmp_path / "in", Tool.DOCCANO, tmp_path / "mine")
    assert (oats, wheat) == (tmp_path / "mine" / "oats.ann", tmp_path / "mine" / "wheat.ann")
    assert "H\tOats rose." in oats.read_text(encoding="utf-8").splitlines()
    assert isinstance(left_out, LeftOutError)
    assert str(left_out) == "wheat is left out: nothing is marked in it; `forelook annotate` gives a release the model's codes"
    assert not isinstance(twice, LeftOutError)
    assert str(twice) == "oats: occurs twice, and the first is kept; import the work of each annotator into a directory of its own"


def test_what_was_submitted_takes_the_place_of_what_was_predicted(data, tmp_path):
    """As the cookbook says: the exported tasks first, then the server's export, which holds no predictions."""
    export_corpus(data, Tool.LABEL_STUDIO, tmp_path / "out")
    list(import_corpus(tmp_path / "out", Tool.LABEL_STUDIO, tmp_path / "mine", accept_predictions=True))
    tasks = json.loads((tmp_path / "out" / "tasks.json").read_bytes())
    for task in tasks:
        result = task.pop("predictions")[0]["result"]
        result[0]["value"]["labels"] = ["safe_harbor"]
        task.update(predictions=[1], annotations=[{"result": result}] if task is tasks[0] else [])
    (tmp_path / "project.json").write_text(json.dumps(tasks), encoding="utf-8")
    _written, *left_out = import_corpus(tmp_path / "project.json", Tool.LABEL_STUDIO, tmp_path / "mine")
    assert [type(each) for each in left_out] == [LeftOutError] * (len(tasks) - 1)
    codes = {release.id: release.units[0].code for release in read_corpus(tmp_path / "mine")}
    assert [identity for identity, code in codes.items() if code == "S"] == [tasks[0]["data"]["id"]]
    assert len(codes) == len(tasks)
