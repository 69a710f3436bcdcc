"""Annotated text from a tagger: it covers everything, and marks what is doubtful."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forelook import load
from forelook.corpus.alignment import align
from forelook.corpus.annotate import annotate, annotate_paths, find_doubts, to_gold, write_annotated
from forelook.corpus.annotated import parse_annotated
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import InputError
from forelook.records import Document, Header, Label, Release, Scores, Source, Statement
from forelook.segment.segmentation import segment

PIECES = [
    "We expect growth.",
    "Outlook",
    '"It is good," said Jo Roe, CEO.',
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "\u200b",
    "\N{ROCKET}",
    "•",
    "Sales   $ 1   $ 2\nCost   $ 3   $ 4",
    "#",
    "---",
    "\x0c",
    "\u2028",
    "Inc.",
    "|",
]


@pytest.fixture(scope="module")
def tagger(small_model):
    return load(small_model)


def test_every_unit_is_in_the_annotation(tagger, texts, wrapped):
    for text in [*texts[:6], wrapped]:
        release = align(parse_annotated(annotate(text, tagger), "x.ann"), text)
        assert [(unit.start, unit.end) for unit in release.units] == [(unit.start, unit.end) for unit in segment(text).units]
        assert release.units == to_gold(tagger(text)).units


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join).filter(lambda text: text.replace("\u200b", "").strip()))
def test_any_text_is_covered(tagger, text):
    release = align(parse_annotated(annotate(text, tagger), "x.ann"), text)
    assert [(unit.start, unit.end) for unit in release.units] == [(unit.start, unit.end) for unit in segment(text).units]


def test_header_carries_the_id_and_says_unknown(tagger):
    lines = annotate(Document("below/acme", "Sales rose.\n", Source()), tagger).split("\n")
    assert lines[:7] == ["id: below/acme", "kind: unknown", "era: unknown", "sector: unknown", "size: unknown", "style: unknown", "---"]


def test_gold_is_written_as_it_was_read(annotated, gold):
    written = write_annotated(gold[0], header=parse_annotated(annotated, "tarn.ann").header)
    assert [line.split() for line in written.splitlines()] == [line.split() for line in annotated.splitlines()]


def test_blank_rows_of_a_table_are_left_out():
    gold = GoldRelease("x", "Sales  1\n\n\nCost  2\n", [GoldUnit(0, 18, "table", Label.HISTORICAL_FACT, forward_looking=False, speaker=None)])
    assert write_annotated(gold).endswith("---\nTH\n\tSales  1\n\tCost  2\n")


def test_quote_without_speaker_is_said_by_unknown():
    gold = GoldRelease("x", '"Fine."', [GoldUnit(0, 7, "statement", Label.MANAGEMENT_QUOTE, forward_looking=False, speaker=None)])
    assert write_annotated(gold).endswith('QN|unknown\t"Fine."\n')


def make_release(*rows: tuple[Label, Scores, float, str]) -> Release:
    statements = [
        Statement(start, start + 1, "x", label, getattr(scores, label.value), scores, forward > 0.5, forward, kind, None, None, None)
        for start, (label, scores, forward, kind) in enumerate(rows)
    ]
    return Release("forelook/1", "r", Source(), Header(), {}, None, "codepoint", "x" * len(rows), statements, [], [], None, [])


DOUBTS = {
    "guidance or fact": ((Label.GUIDANCE, Scores(0.53, 0.45, 0.0, 0.02), 0.53, "sentence"), "# 0.53 G or H: does it state the company's future?"),
    "legend or fact": ((Label.SAFE_HARBOR, Scores(0.1, 0.3, 0.0, 0.6), 0.1, "sentence"), "# 0.60 S or H: is it part of the cautionary apparatus?"),
    "forward or plain quote": ((Label.MANAGEMENT_QUOTE, Scores(0.02, 0.0, 0.98, 0.0), 0.56, "sentence"), "# 0.54 QF or QN: do the words quoted look forward?"),
    "quote or fact": ((Label.MANAGEMENT_QUOTE, Scores(0.0, 0.4, 0.6, 0.0), 0.0, "sentence"), "# 0.60 QN or H: are these a named speaker's own words?"),
    "table": ((Label.HISTORICAL_FACT, Scores(0.45, 0.55, 0.0, 0.0), 0.45, "table"), "# 0.55 TH or TG: does it give outlook figures?"),
    "sure": ((Label.HISTORICAL_FACT, Scores(0.1, 0.9, 0.0, 0.0), 0.1, "sentence"), None),
}


@pytest.mark.parametrize(("row", "expected"), DOUBTS.values(), ids=DOUBTS)
def test_doubts(row, expected):
    assert find_doubts(make_release(row)).get(0) == expected


def test_least_certain_tenth_is_marked_however_sure_it_is():
    rows = [(Label.GUIDANCE, Scores(0.99 - number / 1000, 0.01 + number / 1000, 0.0, 0.0), 0.99, "sentence") for number in range(20)]
    assert sorted(find_doubts(make_release(*rows))) == [18, 19]


def test_text_is_needed(tagger):
    with pytest.raises(ValueError, match="annotation needs the text, and positions in code points"):
        to_gold(tagger("Sales rose.").without_text())


def test_a_bad_input_does_not_stop_the_rest(small_model, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Sales rose in May.", encoding="utf-8")
    first, second = annotate_paths([str(tmp_path)], model=small_model)
    assert isinstance(first, InputError)
    assert second[0].id == "b"
    assert "Sales rose in May." in second[1]


def test_annotations_that_are_there_are_left_as_they_are(tmp_path, small_model):
    path = tmp_path / "draft.txt"
    path.write_text("Acme opened a plant.\n", encoding="utf-8")
    command = [sys.executable, "-m", "forelook", "annotate", path, "-o", tmp_path / "mine", "--model", small_model]
    assert subprocess.run(command, capture_output=True, check=True, timeout=60).stdout == b""
    written = tmp_path / "mine" / "draft.ann"
    corrected = written.read_text(encoding="utf-8") + "# corrected\n"
    written.write_text(corrected, encoding="utf-8")
    again = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert again.returncode == 1
    assert f"{written}: annotated already, and left as it is; name another folder, or say --force" in again.stderr
    assert written.read_text(encoding="utf-8") == corrected
    subprocess.run([*command, "--force"], check=True, capture_output=True, timeout=60)
    assert written.read_text(encoding="utf-8") != corrected
