"""Every tool's format: there and back without loss, in the tool's own unit, and checked as the tool itself would."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import msgspec
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from tests.corpus.exchange.conftest import load

from forelook.corpus.exchange import brat, docbin, doccano, label_studio, prodigy, web_annotation
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError
from forelook.records import Label

FORMATS = {"label_studio": label_studio, "prodigy": prodigy, "doccano": doccano, "brat": brat, "docbin": docbin, "web_annotation": web_annotation}
PIECES = ["We expect growth.", " ", "\n", "\r\n", "  ", "\t", "\N{ROCKET}", "“No,”", "\u2028", "\x0c", "$ 1.5", "é", "e\u0301", "\u200b"]
SPEAKERS = [None, "Ada Berg", "Zoë \N{ROCKET} Roe", "a|b; c"]


@st.composite
def gold_releases(draw):
    """Draw a release whose units lie anywhere, each with non-blank ends."""
    parts = draw(st.lists(st.tuples(st.sampled_from(PIECES), st.booleans()), min_size=1, max_size=20))
    text, units = "", []
    for piece, marked in parts:
        start = len(text)
        text += piece
        if marked and piece.strip() == piece and piece.strip():
            joined = units and draw(st.booleans())
            kind = draw(st.sampled_from(["statement", "table", "meta"]))
            unit = GoldUnit(
                units.pop().start if joined else start,
                len(text),
                kind,
                draw(st.sampled_from([*Label, None])),
                draw(st.booleans()),
                draw(st.sampled_from(SPEAKERS)),
            )
            units.append(unit)
    return GoldRelease(draw(st.sampled_from(["r", "a/b.c", "x y"])), text, units)


@pytest.mark.parametrize("tool", FORMATS.values(), ids=FORMATS)
def test_gold_comes_back(tool, gold):
    assert sorted(load(tool, tool.export(gold)), key=lambda release: release.id) == sorted(gold, key=lambda release: release.id)


@pytest.mark.parametrize("tool", FORMATS.values(), ids=FORMATS)
@settings(max_examples=25, deadline=None)
@given(release=gold_releases())
def test_any_units_come_back(tool, release):
    assert load(tool, tool.export([release])) == [release]


@pytest.mark.parametrize("tool", FORMATS.values(), ids=FORMATS)
def test_no_releases(tool):
    assert load(tool, tool.export([])) == []


def test_label_studio_counts_code_points(gold):
    (task, *_) = json.loads(label_studio.export([gold[3]])["tasks.json"])
    (region,) = [item["value"] for item in task["predictions"][0]["result"] if item["from_name"] == "speaker" and item["value"]["text"] == ["Jo"]]
    assert [*task["data"]["text"]][region["start"] : region["end"]] == [*gold[3].text[6:8]]
    assert (region["start"], region["end"]) == (6, 8)


def test_label_studio_takes_the_last_annotation_that_was_not_skipped(gold):
    (task,) = json.loads(label_studio.export(gold[:1])["tasks.json"])

    def relabelled(name):
        result = json.loads(json.dumps(task["predictions"][0]["result"]))
        result[0]["value"]["labels"] = [name]
        return {"result": result, "was_cancelled": name == "meta_table"}

    task["annotations"] = [relabelled("guidance"), relabelled("safe_harbor"), relabelled("meta_table")]
    (release,) = load(label_studio, {"export.json": json.dumps([task]).encode(), "config.xml": b""})
    assert release.units[0].label is Label.SAFE_HARBOR
    assert release.units[1:] == gold[0].units[1:]


def test_prodigy_tokens_are_spacys_and_hold_every_span(gold):
    for line, release in zip(prodigy.export(gold)["tasks.jsonl"].splitlines(), gold, strict=True):
        task = json.loads(line)
        doc = Doc(spacy.blank("en").vocab, words=[token["text"] for token in task["tokens"]], spaces=[token["ws"] for token in task["tokens"]])
        assert doc.text == release.text
        for span in task["spans"]:
            found = doc[span["token_start"] : span["token_end"] + 1]
            assert (found.start_char, found.end_char) == (span["start"], span["end"])


def test_prodigy_leaves_out_what_was_rejected(gold):
    lines = [
        json.dumps({**json.loads(line), "answer": answer})
        for line, answer in zip(prodigy.export(gold)["tasks.jsonl"].splitlines(), ("accept", "reject", "ignore", "accept"), strict=True)
    ]
    assert [release.id for release in load(prodigy, {"out.jsonl": "\n".join(lines).encode()})] == [gold[0].id, gold[3].id]


def test_doccano_counts_utf16(gold):
    row = json.loads(doccano.export([gold[3]])["all.jsonl"])
    data = row["text"].encode("utf-16-le")
    shown = [data[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in row["label"]]
    assert shown == [gold[3].text[unit.start : unit.end] for unit in gold[3].units]
    assert row["label"][0][:2] == [0, 2]


def test_doccano_keeps_the_speaker_of_a_span_that_was_moved():
    row = {
        "text": '"We grow," said Jo. It grew.',
        "label": [[0, 19, "management_quote"], [20, 28, "historical_fact"]],
        "speakers": [[0, 10, "Jo"], [20, 22, "Al"]],
    }
    (release,) = load(doccano, {"admin.jsonl": json.dumps(row).encode()})
    assert [unit.speaker for unit in release.units] == ["Jo", None]


def test_doccano_project_with_relations(gold):
    row = json.loads(doccano.export(gold[:1])["all.jsonl"])
    row["entities"] = [{"id": 1, "start_offset": start, "end_offset": end, "label": name} for start, end, name in row.pop("label")]
    assert load(doccano, {"all.jsonl": json.dumps({**row, "relations": [], "Comments": []}).encode()}) == gold[:1]


BRAT_LINE = re.compile(r"T(\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)|#(\d+)\tAnnotatorNotes T(\d+)\t(.+)")


def test_brat_lines_are_what_its_parser_demands(gold):
    files = brat.export(gold)
    assert set(files) == {"annotation.conf", *(f"{release.id}{suffix}" for release in gold for suffix in (".txt", ".ann"))}
    for release in gold:
        text = files[f"{release.id}.txt"].decode()
        standoff = files[f"{release.id}.ann"].decode()
        assert standoff.splitlines(keepends=True) == [line + "\n" for line in standoff.split("\n")[:-1]]
        for line in standoff.splitlines():
            match = BRAT_LINE.fullmatch(line)
            assert match, line
            if match.group(3):
                places = [tuple(map(int, pair.split())) for pair in match.group(3).split(";")]
                assert " ".join(text[start:end] for start, end in places) == match.group(4)
                assert all(start < end and len(text[start:end].splitlines()) == 1 for start, end in places)
                assert all(one[1] < other[0] for one, other in pairwise(places))


def test_brat_cannot_hold_a_unit_that_ends_in_a_blank():
    unit = GoldUnit(0, 3, "meta", None, forward_looking=False, speaker=None)
    with pytest.raises(AnnotationError, match="r: the unit at 0-3 begins or ends with a blank, which brat cannot hold; trim it"):
        brat.export([GoldRelease("r", "ab c", [unit])])


def test_docbin_is_read_by_stock_spacy(gold):
    nlp = spacy.blank("en")
    docs = list(DocBin().from_bytes(docbin.export(gold)["corpus.spacy"]).get_docs(nlp.vocab))
    assert [doc.text for doc in docs] == [release.text for release in gold]
    assert [(span.label_, span.id_, span.text) for span in docs[0].spans["units"]][5] == (
        "management_quote_forward",
        "Ada Berg",
        '"We shall open two mills," said Ada\nBerg, president.',
    )


def test_web_annotation_has_both_selectors(gold):
    page = json.loads(web_annotation.export(gold[:1])["tarn.jsonld"])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    for item, unit in zip(page["items"], gold[0].units, strict=True):
        position, quotation = item["target"]["selector"]
        assert position == {"type": "TextPositionSelector", "start": unit.start, "end": unit.end}
        assert quotation["exact"] == gold[0].text[unit.start : unit.end]
        assert (quotation["prefix"] + quotation["exact"] + quotation["suffix"]) in gold[0].text


def test_web_annotation_finds_units_in_a_text_that_grew(gold):
    files = dict(web_annotation.export(gold[:1]))
    files["tarn.txt"] = "\N{ROCKET} A new first line.\n\n".encode() + files["tarn.txt"]
    (release,) = load(web_annotation, files)
    assert [release.text[unit.start : unit.end] for unit in release.units] == [gold[0].text[unit.start : unit.end] for unit in gold[0].units]


def test_web_annotation_says_what_is_gone(gold):
    files = dict(web_annotation.export(gold[:1]))
    files["tarn.txt"] = files["tarn.txt"].replace(b"Results may differ", b"Results might differ")
    with pytest.raises(AnnotationError, match=r"tarn\.jsonld: item 9: 'Results may differ .*' occurs nowhere in the text, or more than once"):
        load(web_annotation, files)


BROKEN = {
    "label_studio: no JSON": (label_studio, {"x.json": b"{"}, r"x\.json: .*; expected what Label Studio exports as JSON"),
    "label_studio: two labels": (
        label_studio,
        {
            "x.json": b'[{"data":{"text":"ab"},"annotations":[{"result":[{"id":"u","type":"labels","value":{"start":0,"end":1,"labels":["meta","guidance"]}}]}]}]'
        },
        "task 1: region 'u' has 2 labels; expected one",
    ),
    "label_studio: an image": (
        label_studio,
        {"x.json": b'[{"data":{"text":"ab"},"annotations":[{"result":[{"id":"u","type":"labels","value":{"x":1}}]}]}]'},
        "task 1: region 'u': .*expected a span of text",
    ),
    "prodigy": (prodigy, {"x.jsonl": b'\n{"html": 1}'}, r"x\.jsonl:2: .*expected a task as Prodigy's db-out writes it"),
    "doccano": (doccano, {"x.jsonl": b'{"text": "a", "label": ["x"]}'}, r"x\.jsonl:1: .*expected a row as doccano exports it"),
    "brat: no text": (brat, {"x.ann": b""}, r"x\.ann: no x\.txt beside it"),
    "brat: a text not in UTF-8": (brat, {"x.ann": b"", "x.txt": b"caf\xe9"}, r"x\.txt: not UTF-8 at byte 3; save the file as UTF-8"),
    "brat: annotations not in UTF-8": (brat, {"x.ann": b"\xe9", "x.txt": b""}, r"x\.ann: not UTF-8 at byte 0; save the file as UTF-8"),
    "brat: bad line": (brat, {"x.ann": b"T1 guidance 0 1", "x.txt": b"a"}, r"x\.ann:1: 'T1 guidance 0 1'; expected 'T1<TAB>label"),
    "docbin": (docbin, {"x.spacy": b"abc"}, r"x\.spacy: not a DocBin"),
    "docbin: no units": (docbin, {"x.spacy": DocBin(docs=[spacy.blank("en")("a")]).to_bytes()}, r"x\.spacy: Doc 1: no spans\['units'\]; it has \[\]"),
    "web_annotation: no text": (web_annotation, {"x.jsonld": b"{}"}, r"x\.jsonld: no x\.txt beside it"),
    "web_annotation: a text not in UTF-8": (web_annotation, {"x.jsonld": b"{}", "x.txt": b"\xe9"}, r"x\.txt: not UTF-8 at byte 0"),
    "web_annotation: no page": (web_annotation, {"x.jsonld": b"{}", "x.txt": b"a"}, r"x\.jsonld: .*expected an AnnotationPage"),
    "web_annotation: no selector": (
        web_annotation,
        {"x.jsonld": msgspec.json.encode({"items": [{"body": [], "target": {"selector": []}}]}), "x.txt": b"a"},
        "item 1: expected a body with the purpose tagging",
    ),
}


@pytest.mark.parametrize(("tool", "files", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_files_are_named(tool, files, message):
    with pytest.raises(AnnotationError, match=message):
        load(tool, files)
