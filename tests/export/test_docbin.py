"""DocBin, read back by a spaCy that has never heard of forelook."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training import Example

from forelook.components.tokenizer import ReleaseTokenizer
from forelook.errors import OutputError
from forelook.export import Layout, check_layout, write_blocks
from forelook.export.docbin import make_doc
from forelook.records import Fragment, Quote, Release

READ = """
import sys
from spacy.tokens import DocBin
from spacy.vocab import Vocab
docs = list(DocBin().from_disk(sys.argv[1]).get_docs(Vocab()))
print(len(docs), sum(len(doc.spans["statements"]) for doc in docs), "forelook" in sys.modules)
"""


def test_spans_are_those_of_the_release(blocks: list[bytes], releases: list[Release]) -> None:
    stream = io.BytesIO()
    write_blocks(blocks, stream, "docbin")
    docs = list(DocBin().from_bytes(stream.getvalue()).get_docs(spacy.blank("en").vocab))
    for doc, release in zip(docs, releases, strict=True):
        assert doc.text == release.text
        found = [(span.start_char, span.end_char, span.text, span.label_) for span in doc.spans["statements"]]
        assert found == [(statement.start, statement.end, statement.text, statement.label.value) for statement in release.statements]
        quotes = [(span.start_char, span.end_char, span.label_, span.id_, span._.speaker) for span in doc.spans["quotes"]]
        assert quotes == [
            (fragment.start, fragment.end, "quote", str(number), quote.speaker.name if quote.speaker else None)
            for number, quote in enumerate(release.quotes)
            for fragment in quote.fragments
        ]
        assert [span._.score for span in doc.spans["statements"]] == [statement.score for statement in release.statements]
        assert doc.user_data["forelook"]["id"] == release.id
        assert list(doc.user_data["forelook"]["statements"]) == [msgspec.to_builtins(statement) for statement in release.statements]


def test_a_span_that_ends_inside_a_token_cuts_it(releases: list[Release]) -> None:
    release = releases[1]
    text = str(release.text)
    start = text.index("Results") + 2
    quote = Quote(None, None, [Fragment(start, start + 3)])
    release = Release(**{field: getattr(release, field) for field in Release.__struct_fields__ if field != "quotes"}, quotes=[quote])
    doc = make_doc(release, ReleaseTokenizer(spacy.blank("en").vocab))
    assert doc.text == text
    assert [span.text for span in doc.spans["quotes"]] == ["sul"]


def test_stock_spacy_needs_nothing_of_forelook(tmp_path: Path, blocks: list[bytes], releases: list[Release]) -> None:
    path = tmp_path / "out.spacy"
    with path.open("wb") as file:
        write_blocks(blocks, file, "docbin")
    found = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True).stdout.split()
    assert found == [str(len(releases)), str(sum(len(release.statements) for release in releases)), "False"]


def test_a_release_without_text_makes_no_doc(releases: list[Release]) -> None:
    with pytest.raises(ValueError, match="release release 0: a Doc needs the text, and positions in code points"):
        make_doc(releases[0].without_text(), ReleaseTokenizer(spacy.blank("en").vocab))


def test_spancat_learns_from_statements_under_its_own_key(blocks: list[bytes], releases: list[Release]) -> None:
    stream = io.BytesIO()
    write_blocks(blocks, stream, Layout("docbin", spans_key="sc"))
    nlp = spacy.blank("en")
    docs = list(DocBin().from_bytes(stream.getvalue()).get_docs(nlp.vocab))[:2]
    assert [len(doc.spans["sc"]) for doc in docs] == [len(release.statements) for release in releases[:2]]
    assert "statements" not in docs[0].spans
    nlp.add_pipe("spancat", config={"suggester": {"@misc": "spacy.ngram_range_suggester.v1", "min_size": 1, "max_size": 3}})
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    nlp.initialize(lambda: examples)
    assert set(nlp.get_pipe("spancat").labels) == {statement.label.value for release in releases[:2] for statement in release.statements}
    assert nlp.update(examples)["spancat"] > 0


def test_a_key_is_for_a_docbin() -> None:
    with pytest.raises(OutputError, match="--spans-key names the spans of a DocBin, and the format is jsonl"):
        check_layout(Layout("jsonl", spans_key="sc"), text=True, offsets="codepoint")
