"""Text that can be shown: nothing in it steers, turns round or hides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.export.visible import make_line, make_visible, shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[2Jb\x07", "a␛[2Jb␇", id="escape and bell"),
        pytest.param("a\x00b\x7fc", "a␀b␡c", id="zero and delete"),
        pytest.param("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne", id="line ends"),
        pytest.param("a\u202eb\u2066c\u202c", "a[U+202E]b[U+2066]c[U+202C]", id="turned round"),
        pytest.param("ex\u00adam\u200bple\ufeff", "example", id="without width"),
        pytest.param("a\u00a0b\u2003c", "a b c", id="odd blanks"),
        pytest.param("a\x9bb", "a[U+009B]b", id="C1 introducer"),
        pytest.param("a\ud800b", "a\N{REPLACEMENT CHARACTER}b", id="half a surrogate pair"),
        pytest.param("caf\u00e9 \N{ROCKET} שלום", "caf\u00e9 \N{ROCKET} שלום", id="other scripts stay"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert make_visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_can_be_printed_and_encoded(text: str) -> None:
    shown = make_visible(text)
    assert all(character.isprintable() or character in "\n\t" for character in shown)
    assert make_visible(shown) == shown
    shown.encode()
    assert "\n" not in make_line(text)


def test_long_text_is_shortened_at_its_end() -> None:
    assert shorten("a  bc\n" + "d" * 30, 10) == "a bc ddd …"
    assert shorten("a\nb", 10) == "a b"
