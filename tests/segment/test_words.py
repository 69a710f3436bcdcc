"""Word lists: entries without comments, as alternatives and by their forms; signs that each form holds."""

from __future__ import annotations

import re

import pytest

from forelook.segment.words import SERVICES, alternatives, function_words, join_alternatives, opening_words, wire_forms, wire_signs, words


@pytest.mark.parametrize("name", ["finite_verbs", "function_words", "section_words", "titles", "given_names", "cue_verbs", "wires"])
def test_entries_are_clean(name: str) -> None:
    entries = words(name)
    assert entries
    assert all(entry == entry.strip() and entry and entry[0] != "#" for entry in entries)
    assert len(set(entries)) == len(entries), "an entry twice"


@pytest.mark.parametrize(
    ("entries", "text", "found"),
    [
        pytest.param(("said", "said so"), "he said so", "said so", id="the longest first"),
        pytest.param(("said so",), "he said\n  so", "said\n  so", id="any blank between words"),
        pytest.param(("U.S.",), "the UXSX", None, id="marks stand for themselves"),
        pytest.param(("a", "a", "b"), "cab", "a", id="an entry twice"),
    ],
)
def test_alternatives(entries: tuple[str, ...], text: str, found: str | None) -> None:
    match = re.search(join_alternatives(entries), text)
    assert (match and match.group()) == found


def test_a_list_as_alternatives_matches_all_of_it() -> None:
    pattern = re.compile(alternatives("finite_verbs"))
    assert all(pattern.fullmatch(word) for word in words("finite_verbs"))
    assert pattern.fullmatch("envelope") is None


def test_opening_words_say_how_many_words_follow() -> None:
    found = opening_words()
    assert {"The", "With"} <= found.keys()
    assert found["The"] < found["With"], "an article needs fewer words after it than a preposition"
    assert min(found.values()) > 0


def test_every_form_of_a_wire_holds_a_sign() -> None:
    signs = wire_signs()
    for form in (*wire_forms(), *SERVICES):
        for written in (form, form.upper(), form.replace(" ", "")):
            assert any(sign in written for sign in signs), written


def test_wires_have_one_usual_name_each() -> None:
    forms = wire_forms()
    assert all(forms.get(name, name) == name for name in forms.values())


def test_function_words_are_small() -> None:
    assert {"the", "of", "and"} <= set(function_words())
    assert all(word == word.lower() for word in function_words())
