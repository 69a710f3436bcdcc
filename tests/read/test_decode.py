"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forelook.errors import InputError
from forelook.read import read_text
from forelook.read.control import count_control_bytes
from forelook.read.decode import decode

CASES = {
    "ASCII, line ends kept": (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
    "UTF-8": ("“a” — é".encode(), "“a” — é"),
    "UTF-8 with mark": ("é".encode("utf-8-sig"), "é"),
    "Windows-1252": (b"\x93a\x94 \x97 \xe9\x80", "“a” — é€"),
    "UTF-16, little end first": (b"\xff\xfe\x1c\x20a\0", "“a"),
    "UTF-16, big end first": (b"\xfe\xff\x20\x1c\0a", "“a"),
    "form feed and Ctrl-Z": (b"a\f\n\x1a", "a\f\n\x1a"),
    "one stray control byte": (b"a" * 200 + b"\x12", "a" * 200 + "\x12"),
}


@pytest.mark.parametrize(("data", "text"), CASES.values(), ids=CASES)
def test_encodings(data: bytes, text: str) -> None:
    assert read_text(data, "a.txt") == text


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert read_text(text.encode("utf-8-sig"), "a.txt") == text


@given(st.binary())
@example(data=b"\xff\xfe")
@example(data=b"\xef\xbb\xbf")
@example(data=b"\x1a")
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        assert read_text(data, "a.txt").strip()
    except InputError as error:
        assert error.where == "a.txt"  # noqa: PT017 (either outcome is right)


MIXED = {
    "UTF-8 with a byte of Windows-1252": ("“a” in Qu".encode() + b"\xe9bec", "“a” in Québec", ["UTF-8 with 1 stray bytes, read as Windows-1252"]),
    "UTF-8 with an undefined byte": ("“a”".encode() + b"\x81.", "“a”\x81.", ["UTF-8 with 1 stray bytes, read as Windows-1252"]),
    "UTF-8 that ends inside a character": ("“a” b".encode() + b"\xe2\x80", "“a” b", ["the file ends inside a character, which is left out"]),
    "Windows-1252 with an undefined byte": (b"\x92a\x81 \xe9", "’a\x81 é", ["read as Windows-1252, which does not define the byte 0x81"]),
    "Windows-1252 that ends in an accent": (b"Qu\xe9", "Qué", []),
    "UTF-8 throughout": ("“a”".encode(), "“a”", []),
}


@pytest.mark.parametrize(("data", "text", "warnings"), MIXED.values(), ids=MIXED)
def test_stray_bytes_are_read_one_by_one_and_said(data: bytes, text: str, warnings: list[str]) -> None:
    assert decode(data, "a.txt") == (text, tuple(warnings))


@given(st.binary(max_size=2000))
def test_control_bytes_are_counted(data: bytes) -> None:
    assert count_control_bytes(data) == sum(byte in set(range(1, 32)) - set(b"\t\n\v\f\r\x1a") for byte in data)
    assert count_control_bytes(b"\x01" * 700 + data) == 700 + count_control_bytes(data)
