"""Cues: the verbs that introduce, interrupt or follow direct speech, in all their forms.

In: the base forms of `data/cue_verbs.txt`. Out: expressions for the finite forms ("said", "says"), for the present participles
("saying"), and the first words of all of them, by which a text without any is passed over.
"""

from __future__ import annotations

from forelook.segment.quoting import WordFinder
from forelook.segment.words import join_alternatives, words

_VOWEL = "aeiou"


def _derive(base: str) -> tuple[str, str, str]:
    """Return third person, past and present participle of a regular verb."""
    verb, _, rest = base.partition(" ")
    particle = f" {rest}" if rest else ""
    if verb.endswith("y") and verb[-2] not in _VOWEL:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    elif verb.endswith(("s", "sh", "ch", "x")):
        third, past = verb + "es", verb + "ed"
    else:
        third, past = verb + "s", verb + ("d" if verb.endswith("e") else "ed")
    present = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
    if verb in _DOUBLED:
        past, present = verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return third + particle, past + particle, present + particle


_DOUBLED = frozenset(("admit", "concur", "extol", "quip", "snap", "sum"))


def _read_forms() -> tuple[list[str], list[str]]:
    """Return the finite forms and the present participles of all verbs of saying."""
    finite: list[str] = []
    participles: list[str] = []
    for entry in words("cue_verbs"):
        base, colon, given = entry.partition(":")
        third, past, present = (form.strip() for form in given.split(",")) if colon else _derive(base)
        finite += [third, past]
        participles.append(present)
    return finite, participles


_FINITE, _PARTICIPLES = _read_forms()
FINITE = join_alternatives(_FINITE)
PARTICIPLES = join_alternatives(_PARTICIPLES)
FIRST_WORDS = frozenset(form.split()[0] for form in (*_FINITE, *_PARTICIPLES)) | {"according", "words", "say"}
FIRST_WORD_FINDER = WordFinder(FIRST_WORDS)
