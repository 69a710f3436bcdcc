"""Documents made at random, read and tagged: whatever they hold, the spans are slices in order and the scores are probabilities."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property.test_segment import ANY

from forelook.errors import InputError
from forelook.read import Input, read
from forelook.records import Document
from forelook.tagger import Tagger

MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<br>", "<table>", "<tr>", "<td colspan=3>", "</table>", "<ul><li>", "<ol start=9>", "<sup>1</sup>", "<", ">"),
        *("<div style='display:none'>", "</div>", "<!--", "-->", "&nbsp;", "&#8226;", '"', "\x00", "\r"),
        *("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n", "</TEXT>\n</DOCUMENT>\n", "<SEC-DOCUMENT>\n"),
    ]
)
MARKED_UP = st.lists(st.one_of(MARKUP, ANY), max_size=12).map("".join)
ROWS = st.lists(st.one_of(st.builds(lambda text: json.dumps({"id": "a", "text": text}), ANY), ANY), max_size=5).map("\n".join)
BYTES = st.one_of(ANY, MARKED_UP, ROWS).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=300)


def tag_documents(directory: Path, tagger: Tagger, count: int) -> int:
    """Return how many random documents were read and tagged: `count`, unless one fails, which is raised with its example."""
    path = directory / "document"
    seen = 0

    @settings(max_examples=count, derandomize=False, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(BYTES)
    def tag(data: bytes) -> None:
        nonlocal seen
        seen += 1
        path.write_bytes(data)
        found = list(read(Input(str(path), "document")))
        assert not [entry for entry in found if isinstance(entry, InputError) and "report it as a defect" in entry.advice]
        check([entry for entry in found if isinstance(entry, Document)], tagger)

    tag()
    return seen


def check(documents: list[Document], tagger: Tagger) -> None:
    for document, release in zip(documents, tagger.tag(documents) if documents else [], strict=True):
        decoded = json.loads(release.to_json())
        before = 0
        for statement in decoded["statements"]:
            assert before <= statement["start"] < statement["end"] <= len(document.text)
            assert statement["text"] == document.text[statement["start"] : statement["end"]]
            assert abs(sum(statement["scores"].values()) - 1) < 1e-9
            before = statement["end"]
