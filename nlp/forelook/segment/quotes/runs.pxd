# cython: language_level=3
"""What naming.pyx uses of runs.pyx."""


cdef class Roles:
    cdef str bare
    cdef bint opens, goes_on, ends, is_degree, is_generation, can_be_surname, is_initial, is_given
    cdef int role


cdef class Token:
    cdef str text
    cdef Roles roles
    cdef Py_ssize_t start, end


cdef list trim(list run)
cdef Py_ssize_t find_given(list run)
cdef list drop_degrees(list run)
cdef list drop_company(list run, Py_ssize_t given)
cdef Py_ssize_t size_of_name(str bare)
cdef bint holds_organisation(list run, bint sure, bint titled)
cdef bint is_too_long(list run)
