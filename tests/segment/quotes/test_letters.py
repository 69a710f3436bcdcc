"""Letters: what a salutation and a signature enclose, and who signs."""

from __future__ import annotations

import pytest

from forelook.segment.layout import find_blocks
from forelook.segment.quotes.letters import find_letters

BODY = "We lit a second kiln this year, and it burned all winter without a pause. Our potters made more tiles than ever before."

LETTERS = [
    pytest.param(f"Dear Shareholders:\n\n{BODY}\n\nSincerely,\n\nNora Quist\nPresident\n", [("Nora Quist", [BODY])], id="a salutation and a valediction"),
    pytest.param(f"To our shareholders,\n\n{BODY}\n\nBest regards,\n\nNora Quist\n", [("Nora Quist", [BODY])], id="to our shareholders"),
    pytest.param(f"{BODY}\n\nSincerely,\n\nNora Quist\n", [], id="nobody is addressed"),
    pytest.param(f"Dear Shareholders:\n\n{BODY}\n\nAbout Tarn Tile\n\nTarn Tile burns clay.\n", [], id="nobody signs"),
    pytest.param(f"Tarn Tile today sent its shareholders a letter.\n\n{BODY}\n", [], id="a letter that is spoken of"),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_letters(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = find_letters(text, find_blocks(text))
    assert [(letter.signer and letter.signer.name, [text[block.start : block.end] for block in letter.blocks]) for letter in found] == expected
