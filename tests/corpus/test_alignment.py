"""Pairs: annotated text aligned with a raw text, and what is said where it does not fit."""

from __future__ import annotations

import pytest

from forelook.corpus.alignment import align, as_gold, locate, render_plain, write_gold, write_pair
from forelook.corpus.annotated import parse_annotated, read_corpus
from forelook.errors import AnnotationError


def test_units_are_where_their_words_are(annotated, wrapped):
    release = parse_annotated(annotated, "tarn.ann")
    gold = align(release, wrapped)
    for line, unit in zip(release.units, gold.units, strict=True):
        assert wrapped[unit.start : unit.end].split() == line.text.split()
        assert (unit.label, unit.forward_looking, unit.speaker) == (line.label, line.forward_looking, line.speaker)
    assert [unit.kind for unit in gold.units].count("table") == 1


MISFITS = {
    "changed word": ("earned $4 million", "earned $5 million", r"tarn\.ann:13: expected '4 million .* found '5 million .*only blanks may differ"),
    "missing line": ('QN|Ada Berg\t"Both are paid for."\n', "", r"tarn\.ann:19: expected '\"Both are paid for\.\" 2004 .*', found '2004 2005 Sales"),
    "row of a table": ("Income        0.1", "Income        0.7", r"tarn\.ann:22: expected '1 0\.2 Results may"),
    "missing end": (
        "S\tResults may differ from what is expected.\n",
        "",
        r"tarn\.ann:19: the text continues after the last unit with 'Results may differ from what is expected'; add what is missing",
    ),
    "too much": ("is expected.\n", "is expected. No more.\n", r"tarn\.ann:24: expected the end of the text, found 'No more\.'"),
}


@pytest.mark.parametrize(("old", "new", "message"), MISFITS.values(), ids=MISFITS)
def test_misfit(annotated, wrapped, old, new, message):
    assert old in annotated
    with pytest.raises(AnnotationError, match=message):
        align(parse_annotated(annotated.replace(old, new), "tarn.ann"), wrapped)


def test_unknown_speaker_is_none(annotated, wrapped):
    gold = align(parse_annotated(annotated.replace("QF|Ada Berg", "QF|unknown"), "tarn.ann"), wrapped)
    assert [unit.speaker for unit in gold.units if unit.speaker or unit.forward_looking] == [None, None, "Ada Berg", None]


def test_pairs_bring_their_raw_text_along(annotated, wrapped, tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "tarn.ann").write_text(annotated, encoding="utf-8")
    (tmp_path / "below" / "tarn.txt").write_bytes(wrapped.replace("\n", "\r\n").encode())
    (tmp_path / "lone.ann").write_text(annotated.replace("id: tarn", "id: lone"), encoding="utf-8")
    lone, pair = read_corpus(tmp_path)
    assert lone.raw is None
    assert as_gold(lone) == render_plain(lone)
    assert (as_gold(pair).id, as_gold(pair).text) == ("tarn", wrapped.replace("\n", "\r\n"))


def test_unreadable_raw_text_is_named(annotated, tmp_path):
    (tmp_path / "tarn.ann").write_text(annotated, encoding="utf-8")
    (tmp_path / "tarn.txt").write_bytes(b"")
    with pytest.raises(AnnotationError, match=r"tarn\.txt: the file is empty"):
        read_corpus(tmp_path)


def test_a_lone_release_is_rendered_word_for_word(annotated):
    release = parse_annotated(annotated, "tarn.ann")
    gold = render_plain(release)
    assert [gold.text[unit.start : unit.end] for unit in gold.units] == [unit.text.strip() for unit in release.units]
    assert gold == align(release, gold.text)


def test_what_cannot_be_aligned_is_never_written(annotated, wrapped, tmp_path):
    with pytest.raises(AnnotationError, match="continues after the last unit"):
        write_pair(tmp_path, wrapped + "more", annotated)
    assert not list(tmp_path.iterdir())


def test_written_gold_comes_back_and_keeps_a_header(gold, annotated, tmp_path):
    (tmp_path / "tarn.ann").write_text(annotated, encoding="utf-8")
    for release in gold[:3]:
        write_gold(tmp_path, release)
    assert [as_gold(release) for release in read_corpus(tmp_path)] == sorted(gold[:3], key=lambda release: release.id)
    kinds = {release.id: release.header["kind"] for release in read_corpus(tmp_path)}
    assert kinds == {"tarn": "quarterly-results", "below/tarn-crlf": "unknown", "tarn-line": "unknown"}


PLACES = {
    "plain": ("acme", "acme.ann"),
    "below": ("a/b", "a/b.ann"),
    "dots": ("acme.v2", "acme.v2.ann"),
    "absolute": ("/etc/x", "etc/x.ann"),
    "up": ("../../x", "x.ann"),
    "drive": ("C:\\x", "C_/x.ann"),
    "nothing": ("..", "unknown.ann"),
}


@pytest.mark.parametrize(("identity", "expected"), PLACES.values(), ids=PLACES)
def test_no_id_leads_out_of_the_directory(identity, expected):
    assert locate(identity) == expected
