"""What the tests of segmentation share: blocks and units whose invariants are checked wherever they are found, a text with bars, names of speakers."""

from __future__ import annotations

from forelook.segment.layout import ARTIFACT, BLOCK_KINDS, CONTACT, HEADING, LIST_ITEM, TABLE, find_blocks
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.sentences import DATELINE, SENTENCE, TITLE, Unit, cut_units

UNIT_KINDS = frozenset((SENTENCE, HEADING, LIST_ITEM, TABLE, DATELINE, TITLE, CONTACT, ARTIFACT))


def check_blocks(text: str) -> list[tuple[str, str]]:
    """Return kind and folded text of each block, having checked what holds for every text."""
    blocks = find_blocks(text)
    covered = bytearray(len(text))
    before = 0
    for block in blocks:
        assert block.kind in BLOCK_KINDS
        assert before <= block.start < block.end <= len(text)
        content = text[block.start : block.end]
        assert content == content.strip()
        covered[block.start : block.end] = b"\1" * (block.end - block.start)
        before = block.end
    left = "".join(character for character, inside in zip(text, covered, strict=True) if not inside)
    assert not left.strip(" \t\r\n\f\xa0\u200b\ufeff\u2028\u2029"), "text outside blocks"
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in blocks]


def cut(text: str) -> list[Unit]:
    """Return the units of a text, having checked what holds for every text."""
    blocks = find_blocks(text)
    units = cut_units(text, blocks)
    covered = [False] * len(text)
    before = 0
    for unit in units:
        assert unit.kind in UNIT_KINDS
        assert before <= unit.start < unit.end <= len(text), "units overlap or stand out of order"
        assert blocks[unit.block].start <= unit.start
        assert unit.end <= blocks[unit.block].end
        assert not text[unit.start].isspace()
        assert not text[unit.end - 1].isspace()
        covered[unit.start : unit.end] = [True] * (unit.end - unit.start)
        before = unit.end
    assert all(inside or character in " \t\r\n\f\xa0\u200b\ufeff" for character, inside in zip(text, covered, strict=True)), "text in no unit"
    return units


def mark(text: str) -> str:
    """Return the text with a bar before every unit but the first."""
    for unit in reversed(cut(text)[1:]):
        text = text[: unit.start] + "¦" + text[unit.start :]
    return text


def speakers(text: str) -> list[str | None]:
    """Return the name of each utterance's speaker, None where there is none."""
    return [utterance.speaker and utterance.speaker.name for utterance in find_quotes(text, find_blocks(text))]
