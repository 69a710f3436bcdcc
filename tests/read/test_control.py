"""Control characters: which bytes count, in stretches of any length."""

from __future__ import annotations

import pytest

from forelook.read.control import count_control_bytes

ALLOWED = frozenset(b"\0\t\n\v\f\r\x1a")


@pytest.mark.parametrize("byte", range(256))
def test_each_byte(byte: int) -> None:
    counts = byte < 32 and byte not in ALLOWED
    assert count_control_bytes(bytes([byte])) == counts


@pytest.mark.parametrize("size", [0, 1, 254, 255, 256, 510, 511, 1000])
def test_any_length(size: int) -> None:
    assert count_control_bytes(b"\x01" * size) == size
    assert count_control_bytes(b"a" * size) == 0
    assert count_control_bytes((b"a\x1f" * size)[:size]) == size // 2
