"""Paragraphs: every visible character once, in order; what belongs together stays together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.analyze.paragraphs import find_paragraphs
from forelook.errors import InputError
from forelook.records import Release

Make = Callable[..., Release]


def outline(release: Release) -> list[tuple[str, list[str]]]:
    text = str(release.text)
    return [
        (paragraph.kind, [("" if piece.statement is None else f"{piece.statement}:") + text[piece.start : piece.end] for piece in paragraph.pieces])
        for paragraph in find_paragraphs(release)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[H A b.] [G C d.]", [("text", ["0:A b.", "1:C d."])], id="one line"),
        pytest.param("[H A b.]\n[G C d.]", [("text", ["0:A b.", "1:C d."])], id="wrapped"),
        pytest.param("[H A b.]\n\n[G C d.]", [("text", ["0:A b."]), ("text", ["1:C d."])], id="blank line"),
        pytest.param("[H A b.]\r\n \r\n[G C d.]", [("text", ["0:A b."]), ("text", ["1:C d."])], id="blank line with CRLF"),
        pytest.param("[H " + "A" * 120 + "]\n[G C d.]", [("text", ["0:" + "A" * 120]), ("text", ["1:C d."])], id="a paragraph a line"),
        pytest.param("Rome -- [H A b.] (more) [G C d.]", [("text", ["Rome --", "0:A b.", "(more)", "1:C d."])], id="dateline and words between"),
        pytest.param("[G C:]\n * [G* one]\n * [G* two]\n", [("text", ["0:C:"]), ("list", ["*", "1:one"]), ("list", ["*", "2:two"])], id="bullets"),
        pytest.param("[G* one] [G* two]\n[G* three]", [("list", ["0:one", "1:two"]), ("list", ["2:three"])], id="items"),
        pytest.param("[H# HEAD]\n[H A b.]", [("heading", ["0:HEAD"]), ("text", ["1:A b."])], id="heading"),
        pytest.param("Title\n[H A b.]", [("other", ["Title"]), ("text", ["0:A b."])], id="title above"),
        pytest.param("[H A b.]\nJane\nRome\n", [("text", ["0:A b."]), ("other", ["Jane", "Rome"])], id="address"),
        pytest.param("A" * 60 + "\nb\n", [("other", ["A" * 60 + "\nb"])], id="broken line joined"),
        pytest.param("A\n\nB", [("other", ["A"]), ("other", ["B"])], id="no statement"),
        pytest.param("[H A b.] end", [("text", ["0:A b.", "end"])], id="rest of a line"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_paragraphs(make_release: Make, marked: str, expected: list[tuple[str, list[str]]]) -> None:
    assert outline(make_release(marked)) == expected


@given(st.lists(st.sampled_from(["[H A b.]", "[G* c]", "[H# D]", "[T e  1\n f  2]", "word", "-- ", "\n", "\n\n", " ", "\r\n", "\t", "\f"]), max_size=30))
def test_every_visible_character_is_in_one_piece(make_release: Make, parts: list[str]) -> None:
    release = make_release(" ".join(parts))
    text = str(release.text)
    pieces = [piece for paragraph in find_paragraphs(release) for piece in paragraph.pieces]
    assert all(before.end <= after.start for before, after in pairwise(pieces))
    assert "".join("".join(text[piece.start : piece.end].split()) for piece in pieces) == "".join(text.split())
    assert [piece.statement for piece in pieces if piece.statement is not None] == list(range(len(release.statements)))


def test_a_release_without_text_is_refused(make_release: Make) -> None:
    with pytest.raises(InputError, match="release draft: it was written without its text; classify it again without --no-text"):
        find_paragraphs(make_release("[H A]").without_text())
