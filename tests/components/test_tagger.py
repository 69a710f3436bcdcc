"""The component `forelook_tagger`: the same statements on a Doc as in a Release."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from forelook.components.colours import COLOURS
from forelook.errors import ModelError
from forelook.records import Label
from forelook.tagger import load

SEGMENTERS = ["forelook_layout", "forelook_sentences", "forelook_quotes"]


def make(model: Path, names: list[str], *, stock: bool) -> Language:
    nlp = spacy.blank("en", config={} if stock else {"nlp": {"tokenizer": {"@tokenizers": "forelook_tokenizer"}}})
    for name in names:
        nlp.add_pipe(name)
    nlp.add_pipe("forelook_tagger", config={"model": str(model)})
    return nlp


@pytest.mark.parametrize("names", [[], SEGMENTERS[:1], SEGMENTERS], ids=["alone", "behind layout", "behind all"])
def test_statements_are_those_of_a_release(names: list[str], small_model: Path, texts: list[str]) -> None:
    nlp = make(small_model, names, stock=False)
    tagger = load(small_model)
    for text in texts[:6]:
        doc, release = nlp(text), tagger(text)
        group = doc.spans["statements"]
        assert [(s.start_char, s.end_char, s.label_) for s in group] == [(s.start, s.end, s.label.value) for s in release.statements]
        assert [s._.score for s in group] == [s.score for s in release.statements]
        assert [s._.scores["guidance"] for s in group] == [s.scores.guidance for s in release.statements]
        assert [s._.forward_looking for s in group] == [s.forward_looking for s in release.statements]
        assert [(s._.kind, s._.section) for s in group] == [(s.kind, s.section) for s in release.statements]
        assert [s._.speaker for s in group] == [s.speaker and s.speaker.name for s in release.statements]


def test_in_batches_and_in_two_processes(small_model: Path, texts: list[str]) -> None:
    def describe(doc: Doc) -> list[tuple[int, int, str, float, str | None]]:
        return [(s.start, s.end, s.label_, s._.score, s._.speaker) for s in doc.spans["statements"]]

    nlp = load(small_model).nlp
    one_by_one = [describe(nlp(text)) for text in texts[:12]]
    for processes in (1, 2):
        assert [describe(doc) for doc in nlp.pipe(texts[:12], batch_size=5, n_process=processes)] == one_by_one


SPAWNED = """
import multiprocessing, sys, forelook
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    nlp = forelook.load(sys.argv[1]).nlp
    texts = ["Acme expects revenue of $5 million in 2026. Oats rose once more."] * 6
    kept = [doc for processes in (1, 2) for doc in nlp.pipe(texts, batch_size=2, n_process=processes)]
    found = [[(span.start_char, span.end_char, span.label_, span._.score, span._.scores, span._.kind) for span in doc.spans["statements"]] for doc in kept]
    print(len(found), found[:6] == found[6:], len(found[0]))
"""


def test_in_processes_that_are_not_forked(small_model: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SPAWNED, encoding="utf-8")
    done = subprocess.run([sys.executable, script, small_model], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.split() == ["12", "True", "2"], done.stderr


def test_displacy_shows_statements_in_their_colours(small_model: Path, texts: list[str]) -> None:
    doc = load(small_model).nlp(texts[0])
    page = displacy.render(doc, style="span", options={"spans_key": "statements"}, jupyter=False)
    for label in {span.label_ for span in doc.spans["statements"]}:
        assert label in page
        assert COLOURS[label] in page
    assert set(COLOURS) == set(Label)


def test_prediction_leaves_the_doc_alone(small_model: Path, texts: list[str]) -> None:
    nlp = load(small_model).nlp
    doc = nlp(texts[0], disable=["forelook_tagger"])
    component = nlp.get_pipe("forelook_tagger")
    releases = component.predict([doc])
    assert "statements" not in doc.spans
    component.set_annotations([doc], releases)
    assert len(doc.spans["statements"]) == len(releases[0].statements)


def test_with_the_stock_tokenizer(small_model: Path, texts: list[str]) -> None:
    doc = make(small_model, SEGMENTERS, stock=True)(texts[1])
    units = {(s.start_char, s.end_char) for s in doc.spans["units"]}
    statements = [(s.start_char, s.end_char) for s in doc.spans["statements"]]
    assert statements
    assert set(statements) <= units


def test_the_pipeline_of_a_tagger(small_model: Path, texts: list[str]) -> None:
    nlp = load(small_model).nlp
    assert nlp.pipe_names == [*SEGMENTERS, "forelook_tagger"]
    assert set(nlp(texts[0]).spans) == {"blocks", "units", "quotes", "statements"}


def test_saved_and_loaded_again(small_model: Path, texts: list[str], tmp_path: Path) -> None:
    nlp = load(small_model).nlp
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    one, other = nlp(texts[0]), again(texts[0])
    assert [(s.start, s.end, s.label_) for s in one.spans["statements"]] == [(s.start, s.end, s.label_) for s in other.spans["statements"]]
    assert one.spans["statements"].attrs == other.spans["statements"].attrs


@pytest.mark.parametrize("text", ["", " ", '"'], ids=["nothing", "a blank", "a mark"])
def test_texts_that_say_nothing(text: str, small_model: Path) -> None:
    assert len(load(small_model).nlp(text).spans["statements"]) == 0


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model here"):
        make(tmp_path / "nowhere", [], stock=True)
