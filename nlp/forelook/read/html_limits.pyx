# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Limits of markup beyond which no page that people read goes, and the parser would run for hours; one compiled pass over the bytes.

In: markup. Out: nothing, or an InputError that says which limit is exceeded.
"""

from libc.stdint cimport uint64_t
from libc.string cimport memchr

from forelook.errors import InputError

cdef enum:
    # The standard's algorithm is quadratic in the number of elements open at once (200,000 nested <div>: 87
    # seconds; 4,000 unclosed <font> of as many sizes: 9), and browsers show no more than 512 levels.
    OPEN_LIMIT = 2000
    # <div/> opens an element too, but people used to XML write it for empty elements.
    OPEN_OR_EMPTY_LIMIT = 10_000
    # An attribute is compared with all earlier ones of its tag (100,000 on one tag: 40 seconds). In a tag that is unusually
    # long, whatever blanks separate outside short quotations counts as an attribute.
    ATTRIBUTE_LIMIT = 1000
    SHORT_QUOTATION = 500

cdef uint64_t[256] _closed_by_itself  # hash table of element names, eight letters packed into a number, with linear probing


cdef uint64_t _pack(const char *name, const char *end) noexcept:
    """Return the name of an element in lower case packed into a number, 0 for one of more than eight letters."""
    cdef uint64_t packed = 0
    while name < end and not _is_blank(name[0]) and name[0] != c">" and name[0] != c"/" and name[0] != c"<":
        if packed >> 56:
            return 0
        packed = packed << 8 | <unsigned char>(name[0] | 32)
        name += 1
    return packed


cdef inline int _hash(uint64_t packed) noexcept:
    return <int>(packed * <uint64_t>0x9E3779B97F4A7C15 >> 56)


cdef int _know_names() except -1:
    cdef bytes name
    cdef uint64_t packed
    cdef int slot
    for name in (
        b"area base br caption col colgroup dd dt embed hr html img input body head li link meta option p "
        b"source tbody td tfoot th thead tr wbr"
    ).split():
        packed = _pack(name, <const char *>name + len(name))
        slot = _hash(packed)
        while _closed_by_itself[slot]:
            slot = (slot + 1) & 255
        _closed_by_itself[slot] = packed
    return 0


_know_names()


cdef inline bint _is_closed_by_itself(uint64_t packed) noexcept:
    """Return whether an element needs no end tag: what follows closes it."""
    cdef int slot = _hash(packed)
    while _closed_by_itself[slot]:
        if _closed_by_itself[slot] == packed:
            return True
        slot = (slot + 1) & 255
    return False


def check_markup(bytes markup, str where):
    """Raise InputError, naming `where`, for a page that would take the parser too long."""
    cdef const char *at = markup
    cdef const char *end = at + len(markup)
    cdef const char *tag_end = at
    cdef const char *looked_at = at  # attributes up to here have been counted
    cdef const char *name
    cdef int opened = 0, opened_or_empty = 0
    cdef bint closing
    at = <const char *>memchr(at, c"<", end - at)
    while at is not NULL:
        name = at + 1
        closing = name < end and name[0] == c"/"
        name += closing
        at = <const char *>memchr(name, c"<", end - name)
        if name >= end or not _is_letter(name[0]):
            continue
        if not closing and name > looked_at:
            looked_at = _pass_attributes(name, end)
            if looked_at is NULL:
                raise InputError(where, f"an element of the HTML has more than {ATTRIBUTE_LIMIT} attributes", "repair it, or save it as text")
        if _is_closed_by_itself(_pack(name, end)):
            continue
        if tag_end is not NULL and tag_end <= name:
            tag_end = <const char *>memchr(name, c">", end - name)
        if tag_end is not NULL and (at is NULL or tag_end < at) and (tag_end - 1)[0] == c"/":
            opened_or_empty += not closing
        elif closing:
            opened, opened_or_empty = max(0, opened - 1), max(0, opened_or_empty - 1)
        else:
            opened += 1
            opened_or_empty += 1
        if opened > OPEN_LIMIT:
            reason = f"the HTML has more than {OPEN_LIMIT} elements open at once"
            raise InputError(where, reason, "repair it (HTML Tidy closes what is open), or save it as text")
        if opened_or_empty > OPEN_OR_EMPTY_LIMIT:
            reason = f"the HTML may have more than {OPEN_OR_EMPTY_LIMIT} elements open at once: it has tags such as <div/>, which HTML takes for <div>"
            raise InputError(where, reason, "write <div></div> for <div/>, or save it as text")


cdef inline bint _is_letter(char character) noexcept:
    return c"a" <= (character | 32) <= c"z"


cdef inline bint _is_blank(char character) noexcept:
    return character == c" " or 9 <= character <= 13 or 28 <= character <= 31


cdef inline bint _ends_name(char character) noexcept:
    return _is_blank(character) or character == c"/" or character == c">" or character == c"="


cdef inline bint _ends_value(char character) noexcept:
    return _is_blank(character) or character == c">"


cdef const char *_pass_attributes(const char *at, const char *end) noexcept:
    """Return the end of the attributes of the tag whose name begins at `at`, NULL if there are too many."""
    cdef const char *begin
    cdef const char *value
    cdef const char *closing
    cdef int count
    while at < end and not _ends_value(at[0]) and at[0] != c"/":
        at += 1
    for count in range(ATTRIBUTE_LIMIT):
        while at < end and (_is_blank(at[0]) or at[0] == c"/" or at[0] == c'"' or at[0] == c"'"):
            at += 1
        at += at < end and at[0] == c"="
        begin = at
        while at < end and not _ends_name(at[0]):
            at += 1
        if at == begin:
            return at
        value = at
        while value < end and _is_blank(value[0]):
            value += 1
        if value < end and value[0] == c"=":
            value += 1
            while value < end and _is_blank(value[0]):
                value += 1
            at, closing = value, NULL
            if value < end and (value[0] == c'"' or value[0] == c"'"):
                closing = <const char *>memchr(value + 1, value[0], min(SHORT_QUOTATION + 1, end - value - 1))
            if closing is not NULL:
                at = closing + 1
            else:
                while at < end and not _ends_value(at[0]):
                    at += 1
    return NULL
