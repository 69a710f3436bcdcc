# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Runs: a run of capitalised words that may name a person, and which of its words do not belong to the name.

In: the words of a run. Out: the run without titles, degrees and a company beside the name; where its given name is; whether it holds the word of an
organisation.
"""

from functools import lru_cache

from forelook.segment.quotes.names import GLUED_OFFICE
from forelook.segment.quotes.vocabulary import GENERATIONS, ORGANISATIONS, PARTICLES, SURNAMES, TITLES, judge

cdef enum:
    REMEMBERED = 4096  # words whose roles are kept, those asked for last
    LONGEST_NAME = 5  # words, initials among them

cdef frozenset _GENERATIONS = GENERATIONS, _ORGANISATIONS = ORGANISATIONS, _PARTICLES = PARTICLES, _SURNAMES = SURNAMES, _TITLES = TITLES


cdef class Roles:
    """The roles of a word (vocabulary.WordRoles), for the loops below."""

    def __cinit__(self, str word):
        self.bare, self.opens, self.goes_on, self.ends, self.is_degree, self.is_generation, self.can_be_surname, self.role, self.is_initial, self.is_given = (
            judge(word)
        )


judge_word = lru_cache(REMEMBERED)(Roles)  # the few thousand words that releases are made of come again and again


cdef class Token:
    """A word of a text with its roles."""

    def __cinit__(self, str text, Py_ssize_t start, Py_ssize_t end):
        self.text, self.roles, self.start, self.end = text, judge_word(text), start, end


cdef list trim(list run):
    """Return a run without the particles and initials that end it."""
    cdef Py_ssize_t last
    cdef Token token
    if len(run) > 2 and (<Token>run[0]).roles.bare in _TITLES:  # "Dean Xiang Bing"; "Dean Moe" is a name
        run = run[1:]
    last = len(run)
    while last:
        token = <Token>run[last - 1]
        if not (token.text in _PARTICLES or (token.roles.is_initial and last > 1 and len(token.roles.bare) < 2)):
            break
        last -= 1
    run = run[:last] if last < len(run) else run
    for token in run:
        if len(token.roles.bare) > 1:
            return run
    return []


cdef Py_ssize_t find_given(list run):
    """Return the place in a run of a given name, or of what an initial shows to be one, as in "Monroe A. Ashworth"; -1 where there is none."""
    cdef Py_ssize_t k
    cdef Roles roles
    for k in range(len(run) - 1):
        roles = (<Token>run[k]).roles
        if roles.is_given and (k == 0 or not (roles.is_initial or roles.bare.lower() in _PARTICLES)):
            return k
    if len(run) > 2 and not (<Token>run[0]).roles.is_initial:
        for k in range(1, len(run) - 1):
            if (<Token>run[k]).roles.is_initial:
                return 0
    return -1


cdef list drop_degrees(list run):
    """Return a run without the capitals that follow a name: "Lovely C. Laban GNP-C"."""
    cdef Py_ssize_t last = len(run)
    cdef str bare = (<Token>run[last - 1]).roles.bare
    if not bare.isupper() or all([(<Token>token).roles.bare.isupper() for token in run]):
        return run
    while last > 2 and bare.isupper() and len(bare) > 1 and bare not in _GENERATIONS:
        last -= 1
        bare = (<Token>run[last - 1]).roles.bare
    return run[:last]


cdef list drop_company(list run, Py_ssize_t given):
    """Return a run without the company whose officer the words after it name: "Kei Mori Tarn Oat Farm's president"."""
    cdef Py_ssize_t surname = given + 1
    if len(run) < 4 or not (<Token>run[len(run) - 1]).text.endswith(("'s", "’s")):
        return run
    while surname < len(run) - 1 and (<Token>run[surname]).roles.is_initial:
        surname += 1
    return run[: surname + 1]


cdef Py_ssize_t size_of_name(str bare):
    """Return the length of a surname without the office that is glued to it: "MoriCEO of Tarn"."""
    glued = None if bare.istitle() else GLUED_OFFICE.search(bare)
    return len(bare) if glued is None else glued.start()


cdef bint holds_organisation(list run, bint sure, bint titled):
    """Return whether a run holds a word of a company, an institution or a place that is no surname in it."""
    cdef Py_ssize_t k, last = len(run) - 1
    cdef str bare
    for k in range(1 if sure else 0, len(run)):
        bare = (<Token>run[k]).roles.bare
        if bare not in _ORGANISATIONS:
            continue
        if bare in _SURNAMES and ((k == last and 0 < last < 3 and (sure or titled)) or (k == 0 and last == 1 and u"-" in (<Token>run[1]).roles.bare)):
            continue  # "Daniel Park", "Park Jin-woo"
        return True
    return False


cdef bint is_too_long(list run):
    """Return whether a run has more words than a name, particles aside."""
    return len(run) > LONGEST_NAME and sum([(<Token>token).text not in _PARTICLES for token in run]) > LONGEST_NAME
