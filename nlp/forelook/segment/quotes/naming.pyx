# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Naming: who may be named in a stretch of text, found in one pass over its words.

In: a text and the bounds of a stretch. Out: candidates in order: runs of capitalised words, each without honorifics, nicknames and
degrees, with its title and how sure it is that it is a person's: given names and forms of address suggest one, the words of
companies and places against it. A test holds the pass to the plain loop over the words that an expression finds.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from forelook.segment.quotes.names import GENERATION_AFTER, NICKNAME, Person, PersonCandidate, find_title, follows_saying, holds_title, is_dated, precedes_title
from forelook.segment.quotes.runs cimport Roles, Token, drop_company, drop_degrees, find_given, holds_organisation, is_too_long, size_of_name, trim
from forelook.segment.quotes.runs import judge_word
from forelook.segment.quotes.vocabulary import ADDRESS, GENERATIONS, GIVEN_NAMES, LINK, ORGANISATIONS, TITLE

cdef int _ADDRESS = ADDRESS, _TITLE = TITLE, _LINK = LINK
cdef object _new = tuple.__new__  # makes a named tuple in half the time
cdef frozenset _GENERATIONS = GENERATIONS, _GIVEN_NAMES = GIVEN_NAMES, _ORGANISATIONS = ORGANISATIONS


cdef inline bint _stands_alone(Py_UCS4 character) noexcept:
    """Return whether a mark is a word of its own wherever it occurs."""
    return character in u",;:()[]\"/“”—–"


def scan_people(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Yield who may be named in `text[start:end]`, in order: runs of capitalised words, with the title or form of address before each."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t place, last = max(start, 0), skip = 0, title_start = -1
    cdef bint address = False, ended
    cdef Py_UCS4 first
    cdef Roles roles
    cdef str word
    cdef list run = []
    end = min(end, len(text))
    while last < end:
        place, first = last, PyUnicode_READ(kind, data, last)
        last += 1
        if first.isspace():
            continue
        if not _stands_alone(first):
            while last < end and not (PyUnicode_READ(kind, data, last).isspace() or _stands_alone(PyUnicode_READ(kind, data, last))):
                last += 1
        if place < skip:
            continue
        if run and first in u"\"“('‘" and (nickname := NICKNAME.match(text, place, end)) is not None:
            skip = nickname.end()
            continue
        word = text[place:last]
        roles = judge_word(word)
        ended = False
        if (roles.goes_on if run else roles.opens) or (
            len(run) == 1 and roles.can_be_surname and (<Token>run[0]).roles.bare in _GIVEN_NAMES and precedes_title(text, last, end)
        ):
            run.append(Token(word, place, last))
            if not roles.ends:
                continue
            ended = True
        elif roles.is_degree or (roles.is_generation and not run):
            continue
        if run:
            if (candidate := make_candidate(text, run, end, address, title_start, "." if ended else word)) is not None:
                yield candidate
            address, title_start, run = False, -1, []
            if ended:
                continue
        if roles.role == _ADDRESS:
            address = True
        elif roles.role == _TITLE:
            if title_start < 0:
                title_start = place
        elif roles.role != _LINK:
            address, title_start = False, -1
    if run and (candidate := make_candidate(text, run, end, address, title_start, "")) is not None:
        yield candidate


cpdef object make_candidate(str text, list run, Py_ssize_t end, bint address, Py_ssize_t title_start, str following):
    """Return what a run of tokens names, None where that is no person; a title or a form of address may precede it, `following` is the word after it."""
    cdef Py_ssize_t given, name_end
    cdef Token first, last
    cdef bint sure
    cdef str before, title_words, name
    run = trim(run)
    if not run:
        return None
    given = find_given(run)
    if given > 0 and not address and not (<Token>run[given - 1]).roles.is_initial:
        run, given = run[given:], 0  # "Flavor Guru José Ureña"
    first = <Token>run[0]
    title_words = text[title_start : first.start] if title_start >= 0 else ""
    run = drop_company(drop_degrees(run), given) if given >= 0 else run
    last = <Token>run[len(run) - 1]
    sure = address or given >= 0
    if is_too_long(run) or (not address and following in _ORGANISATIONS) or (not sure and _names_organisation(text, run, title_words, following)):
        return None
    name_end = last.end if last.roles.is_initial else last.start + size_of_name(last.roles.bare)
    name = text[last.start : name_end]
    after = None
    if not runs_on(text, name_end):
        if (match := GENERATION_AFTER.match(text, name_end, end)) is not None:
            name_end = match.end()
            name = " ".join(text[last.start : name_end].split())
        after = find_title(text, name_end, end)
        if after is not None and is_dated(after):  # a dateline: "CEDAR FALLS, Iowa, May 3"
            return None
    if not (sure and after) and holds_organisation(run, sure, title_words != "" or (after is not None and holds_title(after))):
        return None
    if len(run) > 1:
        name = " ".join([(<Token>token).text.rstrip(",") for token in run[: len(run) - 1]] + [name])
    before = " ".join(title_words.split()).strip(" ,") if title_words else ""
    strength = _weigh(text, run, address, given >= 0, before, after)
    return _new(PersonCandidate, (_new(Person, (name, after or before or None, first.start, name_end)), strength))


cdef int _weigh(str text, list run, bint address, bint given, str before, str after):
    """Return how sure it is that a run names a person, see PersonCandidate."""
    cdef Py_ssize_t start = (<Token>run[0]).start
    if address:
        return 3
    if len(run) < 2 or ((<Token>run[len(run) - 1]).roles.is_initial and sum([not (<Token>token).roles.is_initial for token in run]) < 2):
        return 0
    if given and not (after is None and _last_words(text, start, 4) in (["in"], ["at"], ["near"])):
        return 3
    return 2 if before or (after is not None and holds_title(after)) else 1


cdef list _last_words(str text, Py_ssize_t place, Py_ssize_t reach):
    """Return the last word of the `reach` characters before `place`, in a list that is empty where there is none."""
    words = text[max(0, place - reach) : place].split()
    return words[len(words) - 1 :] if words else words


cpdef bint runs_on(str text, Py_ssize_t place):
    """Return whether there are a blank and a letter at `place` that begin neither "Jr." nor "III": then neither these nor a title follows a name."""
    return place + 1 < len(text) and text[place] == u" " and text[place + 1].isalpha() and text[place + 1] not in u"JSI"


cdef bint _names_organisation(str text, list run, str title_words, str following):
    """Return whether a run without a given name is a company, a product or a place, by its words and those beside it."""
    cdef Py_ssize_t start = (<Token>run[0]).start
    cdef Token token
    cdef str bare
    cdef list capitals = []
    for token in run:
        bare = token.roles.bare
        if bare.endswith(("'s", "’s", "´s")) or token.text.endswith(("'s", "’s", "s’")) or ("." in bare.strip(".") and not token.roles.is_initial):
            return True
        if bare.isupper() and len(bare) > 1 and not token.roles.is_initial and bare not in _GENERATIONS:
            capitals.append(token)
    if 0 < len(capitals) < len(run) and not (len(run) == 2 and capitals[0] is run[0]):
        return True
    before = [word.lower() for word in _last_words(text, start, 5)]
    if before and (before[0] in ("of", "at", "in", "for", "with") or (before[0] in ("the", "a", "an") and not title_words)):
        return True
    if before == ["from"] and not title_words and not follows_saying(text, start):
        return True
    bare = (<Token>run[0]).roles.bare
    return following in ("Inc", "Inc.", "Corp.", "Ltd.", "LLC", "®", "™") or (len(run) == 1 and bare.isupper() and len(bare) > 1)
