# cython: language_level=3
"""What signs.pyx uses of again.pyx."""

cpdef bint stands_again(str text, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept
