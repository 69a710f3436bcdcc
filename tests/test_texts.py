"""What is handed to a Tagger for a text: what is refused with which advice, and what is mended."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

import forelook
from forelook.records import Document
from forelook.texts import MENDED

TEXT = "Acme Corp. expects revenue of $5 million in 2026."


@pytest.fixture(scope="module")
def tagger(small_model: Path) -> forelook.Tagger:
    return forelook.load(small_model)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (b"text", r"the text is bytes; expected str or forelook.Document; decode it first \(text.decode\(\)\), or let"),
        (None, r"the text is None; .*; a missing value: leave such rows out first \(in pandas df.dropna"),
        (float("nan"), "the text is NaN; .*; a missing value"),
        (3, "the text is an int; .*; convert it first"),
        (["a", "b"], "the text is a list; .*; pass many texts to tagger.pipe"),
        (Document("a", None), "the text of the Document is None; expected str; a missing value"),  # type: ignore[arg-type]
        (Document(7, TEXT), "the id of the Document is an int; expected str; convert it first"),  # type: ignore[arg-type]
        (Path("a.txt"), r"the text is a PosixPath; .*; read the file first \(path.read_text\(\)\)"),
    ],
    ids=["bytes", "None", "NaN", "number", "list", "no text", "number as id", "path"],
)
def test_what_is_no_text_is_refused_with_advice(tagger: forelook.Tagger, value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        tagger(value)
    with pytest.raises(TypeError, match=message.replace("the text is", "text 1 is")):
        list(tagger.pipe([TEXT, value]))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (TEXT, r"pipe takes many texts, and got one str; call tagger\(text\) for one, or pass a list"),
        (b"text", "pipe takes many texts, and got bytes"),
        (Document("a", TEXT), "pipe takes many texts, and got a Document"),
        (None, "pipe takes many texts, and got None; pass a list"),
    ],
    ids=["str", "bytes", "Document", "None"],
)
def test_pipe_refuses_one_text_at_once(tagger: forelook.Tagger, value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        tagger.pipe(value)


@pytest.mark.parametrize(("name", "count"), [("jobs", 0), ("jobs", -1), ("batch_size", 0)])
def test_pipe_refuses_no_jobs_and_empty_batches_at_once(tagger: forelook.Tagger, name: str, count: int) -> None:
    with pytest.raises(ValueError, match=f"{name} is {count}; expected 1 or more"):
        tagger.pipe([TEXT], **{name: count})  # type: ignore[call-overload]


@pytest.mark.parametrize("jobs", [1, 2])
def test_pipe_carries_contexts(tagger: forelook.Tagger, jobs: int) -> None:
    rows = [(f"{TEXT} Plant {number} opened.", {"row": number}) for number in range(70)]
    found = list(tagger.pipe(rows, as_tuples=True, jobs=jobs, batch_size=8))
    assert [context for _, context in found] == [context for _, context in rows]
    assert [release.text for release, _ in found] == [text for text, _ in rows]


def test_contexts_come_as_pairs(tagger: forelook.Tagger) -> None:
    with pytest.raises(TypeError, match=r"item 0 is one str; with as_tuples=True each must be a tuple \(text, context\)"):
        list(tagger.pipe([TEXT], as_tuples=True))  # type: ignore[list-item]


def test_lone_surrogates_become_replacement_characters(tagger: forelook.Tagger, caplog: pytest.LogCaptureFixture) -> None:
    text = f"Acme \ud800grew. {TEXT} \udfff"
    with caplog.at_level(logging.WARNING, "forelook"):
        release = tagger(text)
    assert release.text == text.replace("\ud800", "�").replace("\udfff", "�")
    assert release.warnings == [MENDED]
    assert MENDED in caplog.text
    assert forelook.Release.from_json(release.to_json()) == release


@pytest.mark.parametrize("text", [TEXT, "Umsatz stieg — auf 5 €.", "\N{ROCKET} grew"])
def test_other_texts_stay_as_they_are(tagger: forelook.Tagger, text: str) -> None:
    assert tagger(text).text == text
    assert MENDED not in tagger(text).warnings


def test_the_library_prints_nothing_and_logs_nowhere(tagger: forelook.Tagger, capfd: pytest.CaptureFixture[str]) -> None:
    tagger(f"{TEXT}\ud800")
    assert capfd.readouterr() == ("", "")
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("forelook").handlers)


def test_meta_goes_with_the_text(tagger: forelook.Tagger) -> None:
    assert tagger(Document("a", TEXT, meta={"sector": "valves"})).to_dict()["meta"] == {"sector": "valves"}
