"""Offsets in UTF-16 units and UTF-8 bytes: every one of them, cut out again from the encoded text."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from forelook.export.offsets import convert_offsets
from forelook.records import Offsets, Release

ENCODINGS = {"codepoint": "utf-32-le", "utf16": "utf-16-le", "utf8": "utf-8"}
UNIT_BYTES = {"codepoint": 4, "utf16": 2, "utf8": 1}


@pytest.mark.parametrize("offsets", get_args(Offsets))
def test_every_span_cuts_the_same_words(releases: list[Release], offsets: Offsets) -> None:
    for release in releases:
        text = str(release.text)
        data, unit = text.encode(ENCODINGS[offsets]), UNIT_BYTES[offsets]

        def cut(start: int, end: int) -> str:
            return data[start * unit : end * unit].decode(ENCODINGS[offsets])  # noqa: B023 - called in this round only

        converted = convert_offsets(release, offsets)
        assert converted.offsets == offsets
        for statement in converted.statements:
            assert cut(statement.start, statement.end) == statement.text
            assert statement.speaker is None or cut(statement.speaker.start, statement.speaker.end) == "Jane Doe"
        for before, after in zip(release.quotes, converted.quotes, strict=True):
            assert after.speaker is None or cut(after.speaker.start, after.speaker.end) == "Jane Doe"
            for old, new in zip(before.fragments, after.fragments, strict=True):
                assert cut(new.start, new.end) == text[old.start : old.end]


def test_astral_characters_make_a_difference(releases: list[Release]) -> None:
    ends = [convert_offsets(releases[0], offsets).statements[-1].end for offsets in get_args(Offsets)]
    assert ends == sorted(set(ends))


def test_the_place_in_the_submission_is_left_out(releases: list[Release]) -> None:
    release = msgspec.structs.replace(releases[0], source=msgspec.structs.replace(releases[0].source, start=1234))
    assert convert_offsets(release, "codepoint").source.start == 1234
    assert convert_offsets(release, "utf8").source.start is None


def test_a_release_without_text_cannot_be_converted(releases: list[Release]) -> None:
    with pytest.raises(ValueError, match=r"release release 0: .* expected code points, and the text"):
        convert_offsets(releases[0].without_text(), "utf16")
