# cython: language_level=3
"""What subwords.pyx uses of numerals.pyx."""

from forelook.characters cimport Character
from forelook.features.tokens cimport Token

cdef enum:  # pieces that no vocabulary holds
    NOTHING = 0
    UNKNOWN = 1
    FIGURES = 2  # by form: digits 1 to 4, decimal, decimal with commas, commas, longer
    YEARS = 10  # two or more before the release's, the one before, its own, the next, later; of a release without a year
    FIRST = 16  # the vocabulary's own first number


cdef int form_of_figure(const Character *text, Token *token, int year) noexcept nogil
