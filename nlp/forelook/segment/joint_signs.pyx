# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Signs of joints: what a paragraph holds of that by which something else may begin inside it, in one pass.

In: a text and the bounds of a paragraph. Out: bits, each set wherever what joints.py looks for can be found, which a property test proves.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from forelook.segment.characters cimport is_blank, is_decimal, is_figure, is_letter, is_lower, is_space, is_upper, reads
from forelook.segment.ends import LEADING_IN
from forelook.segment.words import DATED_OPENINGS, opening_words

cpdef enum:  # bits of what find_joint_signs returns
    FEED = 1
    ABOUT = 2
    LEGEND = 4
    RULE = 8
    ADDRESS = 16
    LEAD_IN = 32
    SEAM = 64
    STOP = 128
    OPENING = 256
    SIGNED = 512

cdef enum:
    SHORTEST_GLUED_TO = 8  # characters of a piece that something is glued to, as in joints.py
    LONGEST_OPENING = 15  # letters of an opening word, so that lengths are bits
    LONGEST_WORD = 60  # characters of a word that something is glued to, as there

cdef unsigned char[128] LOOKED_AT  # few characters are, so that the guess of a branch holds
for _code in range(128):
    LOOKED_AT[_code] = chr(_code) in 'ABCDEFGHIJKLMNOPQRSTUVWXYZ".:-_'

cdef frozenset _LEADING_IN = LEADING_IN

# Of the words that open sentences, by their first letter: the second letters, and the numbers of letters, a bit each; and of those that a date may follow.
cdef unsigned int[128] SECOND_LETTERS, LENGTHS
cdef unsigned char[128] BEFORE_DATE
for _word in (*opening_words(), *DATED_OPENINGS):
    _letters = _word.rstrip(",")
    if not 1 < len(_letters) <= LONGEST_OPENING:
        raise AssertionError(f"{_word}: an opening word has 2 to {LONGEST_OPENING} letters")
    SECOND_LETTERS[<int>ord(_letters[0])] |= 1 << (<int>ord(_letters[1]) - 97)
    LENGTHS[<int>ord(_letters[0])] |= 1 << <int>len(_letters)
    BEFORE_DATE[<int>ord(_letters[0])] |= _word in DATED_OPENINGS


cdef inline bint _ends_word(Py_UCS4 character) noexcept:
    return is_lower(character) or is_decimal(character) or character == u")"


cdef bint _is_stop(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether a name in camel case or the reference to a note may follow the full stop at `place`; at least four characters precede it."""
    cdef Py_UCS4 first = PyUnicode_READ(kind, data, place + 1), before = PyUnicode_READ(kind, data, place - 1)
    cdef Py_UCS4 second = PyUnicode_READ(kind, data, place - 2)
    if not _ends_word(before):
        return False
    if first == u"[":
        return True
    if is_decimal(first):
        return is_decimal(before) and is_decimal(second) and PyUnicode_READ(kind, data, place - 4) in u"12" and PyUnicode_READ(kind, data, place - 3) in u"90"
    if not is_lower(first) or not _ends_word(second):
        return False
    if place + 2 < end and is_upper(PyUnicode_READ(kind, data, place + 2)):
        return True
    place += 1
    while place < end and PyUnicode_READ(kind, data, place) in u"ivx":
        place += 1
    return place < end and is_space(PyUnicode_READ(kind, data, place)) and PyUnicode_READ(kind, data, place - 1) != u"."


cdef bint _follows_address(int kind, void* data, Py_ssize_t place, Py_ssize_t end, Py_ssize_t *looked_at) noexcept:
    """Return whether something may begin inside the web address at `place`, with a capital, or after it; `looked_at` is moved to where its characters end."""
    cdef Py_UCS4 character, before = u" "
    while place < end:
        character = PyUnicode_READ(kind, data, place)
        if is_space(character) or character == u'"' or character == u"“":
            break
        if is_upper(character) and (_ends_word(before) or before == u"/" or before == u"."):
            return True
        before = character
        place += 1
    looked_at[0] = place
    if before in u".,;:!?":
        return False
    while place < end and is_blank(PyUnicode_READ(kind, data, place)):
        place += 1
    return place < end and not is_lower(PyUnicode_READ(kind, data, place))


cdef bint _ends_scheme(int kind, void* data, Py_ssize_t start, Py_ssize_t place) noexcept:
    """Return whether "http" or "https" precedes the colon at `place`."""
    if place > start and PyUnicode_READ(kind, data, place - 1) == u"s":
        place -= 1
    return place - start >= 4 and reads(kind, data, place - 4, place, b"http")


cdef bint _leads_in(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end):
    """Return whether the colon at `place` may end a lead-in whose list was lost: by the word before it, or by a figure or a bracket that a capital is glued to."""
    cdef Py_ssize_t last = place, following = place + 1
    cdef Py_UCS4 first
    while following < end and (PyUnicode_READ(kind, data, following) == u" " or PyUnicode_READ(kind, data, following) == 0xA0):
        following += 1
    if following == end:
        return False
    first = PyUnicode_READ(kind, data, following)
    if not is_upper(first) and first != u'"' and first != u"“":
        return False
    if following == place + 1:
        return is_decimal(PyUnicode_READ(kind, data, place - 1)) or PyUnicode_READ(kind, data, place - 1) == u")"
    while last > start and is_space(PyUnicode_READ(kind, data, last - 1)):
        last -= 1
    place = last
    while place > start and is_letter(PyUnicode_READ(kind, data, place - 1)):
        place -= 1
    return text[place:last] in _LEADING_IN


cdef bint _is_glued(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether the capital at `place` begins a word and is glued to a word in small letters, a year or a bracket; at least four characters precede it."""
    cdef Py_UCS4 before = PyUnicode_READ(kind, data, place - 1), second = PyUnicode_READ(kind, data, place - 2)
    cdef Py_UCS4 third = PyUnicode_READ(kind, data, place - 3), fourth = PyUnicode_READ(kind, data, place - 4)
    cdef Py_ssize_t last = place + 1, first = place - 4
    if last >= end:
        return False
    if not is_lower(PyUnicode_READ(kind, data, last)):
        if PyUnicode_READ(kind, data, place) != u"A" or not is_space(PyUnicode_READ(kind, data, last)):
            return False
    else:
        while last < end and is_lower(PyUnicode_READ(kind, data, last)):
            last += 1
        if last >= end or not (PyUnicode_READ(kind, data, last) in u",’'" or is_space(PyUnicode_READ(kind, data, last))):
            return False
    if before == u")":
        return is_letter(second) or is_decimal(second)
    if not is_lower(before):
        return is_decimal(before) and is_decimal(second) and ((fourth == u"1" and third == u"9") or (fourth == u"2" and third == u"0"))
    if not (is_lower(second) and is_lower(third) and is_lower(fourth)):
        return False
    while first > start and place - first < LONGEST_WORD and is_lower(PyUnicode_READ(kind, data, first - 1)):
        first -= 1
    if first == start or place - first == LONGEST_WORD:
        return True
    before = PyUnicode_READ(kind, data, first - 1)  # not the second capital of a name, as "easyMillWorks" has
    return before == u" " or before == u"\n" or before >= 128


cdef bint _is_signed(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether a dash stands at `place`, after a blank perhaps."""
    if place < end and is_space(PyUnicode_READ(kind, data, place)):
        place += 1
    return place < end and (PyUnicode_READ(kind, data, place) in u"–—" or reads(kind, data, place, end, b"--"))


cdef inline bint _may_open(Py_UCS4 first, Py_UCS4 second) noexcept:
    """Return whether a word that begins with a capital and a second letter may open sentences."""
    return u"a" <= second <= u"z" and SECOND_LETTERS[<int>first] >> (<int>second - 97) & 1


cdef int _read_opening(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return the sign of a word at `place` that goes on in small letters, or with a date, and has a letter or a figure before the blanks before it."""
    cdef Py_ssize_t before = place - 1, last = place + 2
    cdef Py_UCS4 first = PyUnicode_READ(kind, data, place), character
    while last < end and last - place <= LONGEST_OPENING and is_lower(PyUnicode_READ(kind, data, last)):
        last += 1
    if not LENGTHS[<int>first] >> (last - place) & 1:
        return 0
    if last < end and PyUnicode_READ(kind, data, last) == u",":
        last += 1
    if last + 1 >= end or PyUnicode_READ(kind, data, last) != u" ":
        return 0
    if not is_lower(PyUnicode_READ(kind, data, last + 1)) and not BEFORE_DATE[<int>first]:
        return 0
    while before > start and is_space(PyUnicode_READ(kind, data, before)):
        before -= 1
    character = PyUnicode_READ(kind, data, before)
    return OPENING if is_lower(character) or is_upper(character) or is_figure(character) else 0


cdef inline int _read_capital(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end, int signs) noexcept:
    """Return the signs of the capital at `place`; a seam is not looked for once `signs` has one."""
    cdef Py_UCS4 character = PyUnicode_READ(kind, data, place), before = PyUnicode_READ(kind, data, place - 1)
    cdef int found = 0
    if _ends_word(before):
        if place - start >= SHORTEST_GLUED_TO and not signs & SEAM and _is_glued(kind, data, start, place, end):
            found = SEAM
    elif (before == u" " or before == 0xA0) and _may_open(character, PyUnicode_READ(kind, data, place + 1)):
        found = _read_opening(kind, data, start, place, end)
    if character == u"V":
        return found | FEED * reads(kind, data, place, end, b"View ")
    if character == u"A":
        return found | ABOUT * reads(kind, data, place, end, b"About ")
    return found | LEGEND * reads(kind, data, place, end, b"Looking ") if character == u"L" else found


cdef inline int _find(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t end) except -1:
    """Return the bits of `find_joint_signs`; compiled once for each width of text."""
    cdef Py_ssize_t place, address_end = start  # of the last address, in which another one that begins says nothing more
    cdef int signs = 0
    cdef Py_UCS4 character, before, after
    for place in range(start + 1, end - 1):
        character = PyUnicode_READ(kind, data, place)
        if character < 128 and not LOOKED_AT[<int>character]:
            continue
        if is_upper(character):
            signs |= _read_capital(kind, data, start, place, end, signs)
            continue
        before, after = PyUnicode_READ(kind, data, place - 1), PyUnicode_READ(kind, data, place + 1)
        if (before == u"." or before == u"!" or before == u"?") and (character == u"”" or character == u'"'):
            signs |= SIGNED * _is_signed(kind, data, place + 1, end)
        if character == u'"' or character == u"“":
            if (is_letter(before) or before == u")") and is_upper(after):
                signs |= SEAM
        elif character == u".":
            if after == u" ":
                continue
            if place < 4 or _is_stop(kind, data, place, end):
                signs |= STOP
            if before == u"w" and place - start >= 3 and reads(kind, data, place - 3, end, b"www.") and not signs & ADDRESS and place >= address_end:
                signs |= ADDRESS * _follows_address(kind, data, place, end, &address_end)
        elif character == u"©":
            signs |= FEED
        elif character == u":":
            if after == u"/":
                if not signs & ADDRESS and place >= address_end and _ends_scheme(kind, data, start, place):
                    signs |= ADDRESS * _follows_address(kind, data, place + 2, end, &address_end)
            elif not is_figure(after) and _leads_in(text, kind, data, start, place, end):
                signs |= LEAD_IN
        elif character == after and (character == u"-" or character == u"_") and reads(kind, data, place, end, b"------" if character == u"-" else b"______"):
            signs |= RULE
    return signs


def find_joint_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return what `text[start:end]` holds that joints.py looks for, as bits.

    FEED: "View " or "©"; ABOUT, LEGEND: "About ", "Looking " inside; RULE: a row of dashes; ADDRESS: "www." or "http" before what may begin after it;
    LEAD_IN: a colon before what may begin; SEAM: a word or a quotation that is glued to a word, a year or a bracket; STOP: a full stop before a name in
    camel case or a note; OPENING: a word that opens sentences after a letter or a figure and a blank; SIGNED: a quotation that a sentence ends before a dash.
    """
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    end = min(end, len(text))
    if kind == 1:
        return _find(text, 1, data, start, end)
    return _find(text, 2, data, start, end) if kind == 2 else _find(text, 4, data, start, end)
