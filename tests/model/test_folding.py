"""Folding: what comes out is what Python's own methods give, for texts of every width."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forelook.model.folding import Folder

SIGNS = frozenset(("opens", "doors", "σ", "don't", "é"))
_PIECES = (
    "Opens",
    "DOORS",
    "doors.",
    "Don’t",
    "É",
    "Σ",
    "ΑΣ",
    "İ",
    " ",
    "\n",
    "\x1c",
    "\u2003",
    ".",
    "...",
    "\x00",
    "\ud800",
    "\U0001d400",
    "\U00010400",
    "ß",
    "ẞ",
    "Ǆ",
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES)).map("".join), st.lists(st.sampled_from(_PIECES)).map(" ".join)))
@example("")
@example("...")
@example(" . ")
def test_folds_as_python_does(text: str) -> None:
    parts = text.rstrip(".").replace("’", "'").lower().split()
    assert Folder(SIGNS).fold(text) == (" ".join(parts), SIGNS.intersection(parts))


def test_finds_signs_among_words() -> None:
    assert Folder(SIGNS).fold("The mill  OPENS its\tdoors, and\n Doors.") == ("the mill opens its doors, and doors", {"opens", "doors"})


def test_takes_texts_only() -> None:
    with pytest.raises(TypeError, match="str"):
        Folder(SIGNS).fold(None)  # type: ignore[arg-type]
