"""Hashed rows: how many columns a unit's words, cue windows and context give, and on what they depend."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.features.rows import LONGEST_UNIT, Hasher

WORDS, N_GRAMS, CUES, CONTEXT = 1, 2, 4, 8
BITS = 18
HASHER = Hasher({"expects": 1, "will": 1, "mill": 2}, 1, BITS)


def hash_texts(texts: list[str], families: int = WORDS | N_GRAMS | CUES | CONTEXT, context: int = 0, hasher: Hasher = HASHER) -> list[list[list[int]]]:
    """Return for each text, taken as one unit, its columns: those of words, cue windows and context."""
    sizes = np.array([len(text) for text in texts], np.int64)
    rows = np.full((len(texts), 3), context, np.uint64)
    columns, counts = hasher.hash_units(texts, np.arange(len(texts), dtype=np.int64), np.zeros(len(texts), np.int64), sizes, rows, families)
    assert counts.sum() == len(columns)
    ends = np.cumsum(counts.ravel()).tolist()
    runs = [columns[start:end].tolist() for start, end in zip([0, *ends], ends, strict=False)]
    return [runs[first : first + 3] for first in range(0, len(runs), 3)]


@pytest.mark.parametrize(
    ("text", "families", "counts"),
    [
        pytest.param("oats are sold", WORDS, [3, 0, 0], id="a column a word"),
        pytest.param("oats are sold", CUES, [0, 0, 0], id="no cue"),
        pytest.param("Tarn expects oats", CUES, [0, 10, 0], id="a window a template"),
        pytest.param("Tarn expects it will sell", CUES, [0, 20, 0], id="two cues"),
        pytest.param("the mill", CUES, [0, 0, 0], id="a word of a group that is no cue"),
        pytest.param("oats are sold", CONTEXT, [0, 0, 3], id="a column a context column"),
        pytest.param("", WORDS | N_GRAMS | CUES | CONTEXT, [0, 0, 3], id="no word"),
        pytest.param("oats", N_GRAMS, [1, 0, 0], id="one word opens the unit, and has no neighbour"),
    ],
)
def test_counts(text: str, families: int, counts: list[int]) -> None:
    ((words, cues, context),) = hash_texts([text], families)
    assert [len(words), len(cues), len(context)] == counts


def test_columns_are_below_the_width() -> None:
    ((words, cues, context),) = hash_texts(["Tarn Foods expects to mill 8.5% more oats in 2026, it said."])
    assert all(0 <= column < 1 << BITS for column in (*words, *cues, *context))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Oats are sold", "OATS ARE SOLD", True, id="capitals of a word"),
        pytest.param("8.5 oats", "9.1 oats", True, id="figures of one shape"),
        pytest.param("8.5 oats", "19.1 oats", False, id="figures of two shapes"),
        pytest.param("oats sold", "sold oats", True, id="order does not matter to words alone"),
        pytest.param("oats  sold", "oats\nsold", True, id="blanks"),
    ],
)
def test_words_alone(one: str, other: str, same: bool) -> None:
    (first, *_), (second, *_) = hash_texts([one, other], WORDS)
    assert (sorted(first) == sorted(second)) is same


def test_order_matters_to_n_grams() -> None:
    (first, *_), (second, *_) = hash_texts(["oats sold", "sold oats"], N_GRAMS)
    assert sorted(first) != sorted(second)


def test_a_run_of_names_is_one_in_outer_forms() -> None:
    """So only what is next to the run can differ: the n-grams over outer forms of two and of five names are the same."""
    (few, *_), (many, *_) = hash_texts(["sold Anna Bell here", "sold Anna Bell Cora Dora Ella here"], N_GRAMS)
    shared = set(few) & set(many)
    ((other, *_),) = hash_texts(["sold anna bell here"], N_GRAMS)
    assert len(shared) > len(set(few) & set(other))


def test_context_is_hashed_with_its_column() -> None:
    ((_, _, context),) = hash_texts(["oats"], CONTEXT, context=7)
    assert len(set(context)) == 3, "the same value in three columns"


def test_a_unit_depends_on_its_batch_in_nothing() -> None:
    texts = ["Tarn expects oats", "Zürich \U0001f680 will mill", "日本 expects oats"]
    assert hash_texts(texts) == [row for text in texts for row in hash_texts([text])]


def test_long_units_are_looked_at_only_so_far() -> None:
    longest, longer = hash_texts(["oats " * LONGEST_UNIT, "oats " * (LONGEST_UNIT + 50)], WORDS)
    assert len(longest[0]) == len(longer[0]) == LONGEST_UNIT


def test_too_many_words_in_groups() -> None:
    with pytest.raises(ValueError, match=r"4096 words in groups; the table holds 2048"):
        Hasher({f"word{number}": 1 for number in range(4096)}, 1, BITS)
