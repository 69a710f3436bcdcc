"""Vocabulary: what a word can be beside a quotation: part of a name, a title, a form of address, a link between them.

In: a word. Out: its roles, a pure function of the word; naming.pyx keeps those of the words that come again and again.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import combining, normalize

from forelook.segment.words import words

PLAIN, LINK, TITLE, ADDRESS = range(4)  # roles of a word that is not part of a name

TITLES = frozenset(words("titles"))
GIVEN_NAMES = frozenset(words("given_names"))
NOT_NAMES = frozenset(words("not_names"))
ORGANISATIONS = frozenset(words("organisations"))
SURNAMES = frozenset(("Park", "House"))  # words in the names of places that are people's too
HONORIFICS = frozenset(words("honorifics"))
DEGREES = frozenset(words("degrees"))
LOWER_TITLES = frozenset(word.lower() for word in TITLES)
PARTICLES = frozenset(
    (
        *("de", "van", "von", "der", "den", "la", "le", "di", "da", "du", "bin", "al", "el", "ter", "dos", "das", "del", "della"),
        *("ben", "y", "zu", "ten", "te", "af", "'t", "’t"),
    )
)
GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
_PARTICLE_PREFIX = re.compile(r"(?:d|l)['’][A-Z]|(?:al|el|bin|ibn)-[A-Z]")
_NEVER_FIRST = frozenset(
    ("la", "le", "di", "da", "du", "al", "el", "y", "del", "ben", "zu", "ten", "te", "af", "das", "'t", "’t")
)  # particles that open no name
OFFICE_ENDS = ("ologist", "iatrist")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_NO_NAME = re.compile(r"[\d&@]|-(?:based|born|led|owned|backed|trained|[a-z]{3,}ing)\b")  # "Boston-based"
_CONNECTING = frozenset(("of", "and", "&", "for", "the", ",", "-", "–", "’s", "'s", "at"))  # between a title and the person who has it


class WordRoles(NamedTuple):
    """A word's roles; `bare` is without the marks and the possessive after it."""

    bare: str
    opens: bool  # can begin a name
    goes_on: bool  # can be part of a name after another word
    ends: bool  # a full stop after it ends a name
    is_degree: bool  # occurs beside names and belongs to none
    is_generation: bool
    can_be_surname: bool  # after a given name, whatever else it means
    role: int
    is_initial: bool = False
    is_given: bool = False  # a given name, or an initial of one


def judge(word: str) -> WordRoles:
    """Return the roles of `word`, which is not empty."""
    if word.islower() and word not in PARTICLES:
        return WordRoles(word, False, False, False, False, False, False, _role(word, word))
    bare = bare_word(word)
    return WordRoles(
        bare,
        opens=_is_name_word(word, bare, inside=False),
        goes_on=_is_name_word(word, bare, inside=True),
        ends=word[-1] == "." and not is_initial(word) and bare not in GENERATIONS and len(bare) > 2,
        is_degree=bare in DEGREES,
        is_generation=bare in GENERATIONS,
        can_be_surname=word.isalpha() and word.istitle() and word not in ORGANISATIONS,
        role=_role(word, bare),
        is_initial=is_initial(word),
        is_given=_is_given(bare),
    )


def _is_given(word: str) -> bool:
    return (
        word in GIVEN_NAMES
        or (len(word) > 2 and word.isupper() and word.capitalize() in GIVEN_NAMES)
        or word.split("-", maxsplit=1)[0] in GIVEN_NAMES
        or is_initial(word)
        or (not word.isascii() and _without_accents(word) in GIVEN_NAMES)
    )


def _without_accents(word: str) -> str:
    """Return "Maria" for "María"."""
    return "".join(part for part in normalize("NFD", word) if not combining(part))


def _role(word: str, bare: str) -> int:
    if bare in HONORIFICS:
        return ADDRESS
    if bare in TITLES or bare in LOWER_TITLES or bare.endswith(OFFICE_ENDS):
        return TITLE
    return LINK if word in _CONNECTING else PLAIN


def _is_name_word(word: str, bare: str, *, inside: bool) -> bool:
    """Return whether a word can be part of a name; `inside` says that another part precedes it."""
    if is_initial(word) and (inside or word[-1] == ".") and bare not in HONORIFICS:
        return True
    if inside and (word in PARTICLES or bare in GENERATIONS):
        return True
    if not word[0].isupper():
        opens = word in PARTICLES and len(word) > 2 and word not in _NEVER_FIRST
        return opens or _PARTICLE_PREFIX.match(word) is not None
    if bare in HONORIFICS or bare in NOT_NAMES or bare in DEGREES:
        return False
    if (bare in TITLES and not (bare in GIVEN_NAMES and not inside)) or bare.endswith(OFFICE_ENDS):
        return False
    if len(bare) > 1 and bare.isupper() and (bare.capitalize() in NOT_NAMES or bare.capitalize() in TITLES):
        return False
    return word.isalpha() or not _NO_NAME.search(word)


def bare_word(word: str) -> str:
    """Return `word` without the marks and the possessive after it."""
    return word.rstrip(".,'’!?").removesuffix("'s").removesuffix("’s") if len(word) > 1 else word


def is_initial(word: str) -> bool:
    """Return whether a word is one initial or several: "J.", "J.C."."""
    if len(word) == 1:
        return "A" <= word <= "Z"
    return word[1:2] == "." and len(word) < 7 and _INITIAL.fullmatch(word) is not None
