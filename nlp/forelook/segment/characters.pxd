# Classes of characters for the compiled passes of this room. Letters and figures are those of ASCII, unless an expression is named.

from cpython.unicode cimport PyUnicode_READ


cdef inline bint is_upper(Py_UCS4 character) noexcept:
    return u"A" <= character <= u"Z"


cdef inline bint is_lower(Py_UCS4 character) noexcept:
    return u"a" <= character <= u"z"


cdef inline bint is_letter(Py_UCS4 character) noexcept:
    return is_lower(character) or is_upper(character)


cdef inline bint is_figure(Py_UCS4 character) noexcept:
    return u"0" <= character <= u"9"


cdef inline bint is_decimal(Py_UCS4 character) noexcept:
    """Return whether a character is what `\\d` of an expression takes."""
    return is_figure(character) if character < 128 else character.isdecimal()


cdef inline bint is_of_word(Py_UCS4 character) noexcept:
    """Return whether a character is what `\\w` of an expression takes."""
    return character == u"_" or character.isalnum()


cdef inline bint is_space(Py_UCS4 character) noexcept:
    """Return whether a character is what `\\s` of an expression takes."""
    if character < 128:
        return character == u" " or 9 <= <int>character <= 13 or 28 <= <int>character <= 31
    return character.isspace()


cdef inline bint is_blank(Py_UCS4 character) noexcept:
    """Return whether a character is blank as characters.py has it."""
    return is_space(character) or character == 0x200B or character == 0xFEFF


cdef inline Py_UCS4 to_lower(Py_UCS4 character) noexcept:
    return <Py_UCS4>(<int>character | 32) if is_upper(character) else character


cdef inline bint reads(int kind, void* data, Py_ssize_t place, Py_ssize_t end, const char* letters) noexcept:
    """Return whether `letters` begin at `place`."""
    while letters[0]:
        if place >= end or PyUnicode_READ(kind, data, place) != <Py_UCS4>letters[0]:
            return False
        letters += 1
        place += 1
    return True
