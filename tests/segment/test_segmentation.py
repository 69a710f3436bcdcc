"""Segmentation: how units relate to sections and quotations."""

from __future__ import annotations

import pytest

from forelook.segment.segmentation import KIND_CODES, LONGEST_SECTION, segment, segment_all

RELEASE = """\
Orrin Paper Reports Record Sales

LOWELL, Mass., May 5, 2025 -- Orrin Paper sold more envelopes than ever.

Outlook

The mill expects a quiet summer. "We will hire forty people," said Lena Brandt, president. "They start in June. All of them."

  Net sales   41   38
  Costs       22   21

Lena Brandt added: "The board met in May."
"""


def test_sections_are_headings_above() -> None:
    found = segment(RELEASE)
    sections = {RELEASE[unit.start : unit.end]: head for unit, head in zip(found.units, found.sections, strict=True)}
    named = {words: None if head < 0 else RELEASE[found.units[head].start : found.units[head].end] for words, head in sections.items()}
    assert named["The mill expects a quiet summer."] == "Outlook"
    assert named["Orrin Paper sold more envelopes than ever."] != "Outlook"
    assert named["Outlook"] is None


def test_a_long_headline_is_no_section() -> None:
    headline = "Orrin Paper Names a New Head of Its Mill at Lowell and Raises Its Dividend for the Ninth Year in a Row, to a Quarter"
    assert len(headline) > LONGEST_SECTION
    found = segment(f"{headline}\n\nThe mill expects a quiet summer.\n")
    assert found.sections[-1] == -1


def test_units_of_one_utterance() -> None:
    found = segment(RELEASE)
    by_words = {RELEASE[unit.start : unit.end]: quoted for unit, quoted in zip(found.units, found.quoted_by, strict=True)}
    hire, start, all_ = (next(quoted for words, quoted in by_words.items() if part in words) for part in ("We will hire", "They start", "All of them"))
    assert hire == start == all_ >= 0
    assert by_words["The mill expects a quiet summer."] == -1
    assert next(quoted for words, quoted in by_words.items() if "board met" in words) not in (-1, hire)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        pytest.param("The mill expects a quiet summer.", 0, id="not quoted"),
        pytest.param("They start in June.", 4, id="after the opening mark, with a speaker"),
        pytest.param("Lena Brandt added", 3, id="around the mark, with a speaker"),
    ],
)
def test_quotation_states(words: str, state: int) -> None:
    found = segment(RELEASE)
    assert next(each for unit, each in zip(found.units, found.states, strict=True) if words in RELEASE[unit.start : unit.end]) == state


def test_a_word_in_marks_is_no_quotation() -> None:
    found = segment('Orrin Paper calls the paper "Wye" and sells it in rolls.\n')
    assert found.quoted_by == [-1]
    assert found.states == [0]


def test_arrays_have_a_row_a_unit() -> None:
    found = segment(RELEASE)
    assert len(found.units) == len(found.starts) == len(found.ends) == len(found.kinds) == len(found.states) == len(found.continues)
    assert [unit.start for unit in found.units] == found.starts.tolist()
    assert [KIND_CODES[unit.kind] for unit in found.units] == found.kinds.tolist()


def test_many_texts_are_as_each_alone() -> None:
    texts, rows = [RELEASE, "", "Backlog  41.0\n"], [(), (), [(0, 13)]]
    together = segment_all(texts, rows)
    for text, tables, found in zip(texts, rows, together, strict=True):
        alone = segment(text, tables)
        assert found.units == alone.units
        assert (found.quoted_by, found.sections, found.states, found.continues) == (alone.quoted_by, alone.sections, alone.states, alone.continues)
    assert together[2].units[0].kind == "table"
