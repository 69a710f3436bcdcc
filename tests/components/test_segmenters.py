"""The spaCy components: in anyone's pipeline, with any tokenizer, saved and loaded again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.sentences import cut_units

NAMES = ["forelook_layout", "forelook_sentences", "forelook_quotes"]
TEXT = """TARN TILE REPORTS RECORD YEAR

LIMA, Ohio, March 5 /PRNewswire/ -- Tarn Tile, Inc. sold more tile than ever. It has three kilns.

  • Sales rose 8% to $41 million
  • Costs fell

"Our kilns ran day and night," said Nora Quist, president. "We sold all that they made."

  Net sales          $41,206     $38,117
  Cost of sales       22,140      21,006
"""
OURS = {"nlp": {"tokenizer": {"@tokenizers": "forelook_tokenizer"}}}


def make(config: dict[str, object], names: list[str] = NAMES) -> Language:
    nlp = spacy.blank("en", config=config)
    for name in names:
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize("config", [pytest.param({}, id="stock tokenizer"), pytest.param(OURS, id="forelook's tokenizer")])
def test_spans(config: dict[str, object]) -> None:
    doc = make(config)(TEXT)
    blocks = find_blocks(TEXT)
    assert [(span.start_char, span.end_char, span.label_) for span in doc.spans["blocks"]] == [(block.start, block.end, block.kind) for block in blocks]
    units = cut_units(TEXT, blocks)
    assert [(span.start_char, span.end_char, span.label_) for span in doc.spans["units"]] == [(unit.start, unit.end, unit.kind) for unit in units]
    assert [span.label_ for span in doc.spans["units"]] == [
        "heading",
        "dateline",
        "sentence",
        "sentence",
        "list_item",
        "list_item",
        "sentence",
        "sentence",
        "table",
    ]
    fragments = [place for utterance in find_quotes(TEXT, blocks) for place in utterance.fragments]
    assert [(span.start_char, span.end_char) for span in doc.spans["quotes"]] == fragments
    assert [(span.label_, span.id_) for span in doc.spans["quotes"]] == [("quote", "0"), ("quote", "0")]
    assert [span._.speaker for span in doc.spans["quotes"]] == ["Nora Quist", "Nora Quist"]


@pytest.mark.parametrize("config", [pytest.param({}, id="stock tokenizer"), pytest.param(OURS, id="forelook's tokenizer")])
def test_sentences_begin_with_units(config: dict[str, object]) -> None:
    doc = make(config)(TEXT)
    assert {span.start_char for span in doc.spans["units"]} <= {sentence.start_char for sentence in doc.sents}


@pytest.mark.parametrize("names", [["forelook_sentences"], ["forelook_quotes"], ["forelook_quotes", "forelook_sentences"]], ids="+".join)
def test_each_component_works_alone(names: list[str]) -> None:
    doc = make({}, names)(TEXT)
    whole = make({})(TEXT)
    for name in doc.spans:
        assert [(s.start, s.end, s.label_) for s in doc.spans[name]] == [(s.start, s.end, s.label_) for s in whole.spans[name]]


def test_saved_and_loaded_again(tmp_path: Path) -> None:
    nlp = make(OURS)
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == NAMES
    one, other = nlp(TEXT), again(TEXT)
    for name in ("blocks", "units", "quotes"):
        assert [(s.start, s.end, s.label_, s.id_) for s in one.spans[name]] == [(s.start, s.end, s.label_, s.id_) for s in other.spans[name]]


@pytest.mark.parametrize("text", ["", " ", "\n\n", '"', "\N{ROCKET}"], ids=["nothing", "a blank", "line ends", "a mark", "an astral character"])
def test_texts_that_say_nothing(text: str) -> None:
    doc = make(OURS)(text)
    assert doc.text == text
    assert list(doc.spans["quotes"]) == []


def test_a_fresh_process_finds_the_components_by_their_entry_points() -> None:
    program = (
        "import spacy, sys\n"
        "nlp = spacy.blank('en', config={'nlp': {'tokenizer': {'@tokenizers': 'forelook_tokenizer'}}})\n"
        "assert 'sklearn' not in sys.modules\n"
        "for name in ('forelook_layout', 'forelook_sentences', 'forelook_quotes'):\n"
        "    nlp.add_pipe(name)\n"
        "assert nlp.has_factory('forelook_tagger')\n"
        "print(len(nlp('Oats rose once more. Wheat fell a little.').spans['units']))\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")
