# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Walks over a parsed page, compiled: it calls lexbor directly and makes no Python object of a node.

In: the root of a page as selectolax has parsed it. Out: its visible elements and texts, passed to an `HtmlReader` in order.

selectolax contains lexbor and exports its functions; those that take and return only pointers and lengths
(`…_noi`: inline functions of C, exported for other languages) have not changed since lexbor 2.0. They are looked up by
name when this module is imported; where one is missing (on Windows an extension exports none), `IS_READY` is false and
html.py walks over selectolax's nodes.
"""

import ctypes

import selectolax.lexbor

from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcmp, memset
from libc.stdint cimport uintptr_t

from forelook.read.html_reader cimport CELL, LIST, HtmlReader, ElementLook
from forelook.read.html_style import look_at, read_span

ctypedef void *Node
ctypedef void *Attribute
ctypedef Node (*StepFunction)(Node) noexcept nogil
ctypedef int (*TypeFunction)(Node) noexcept nogil
ctypedef char *(*NameFunction)(void *, size_t *) noexcept nogil

cdef enum:
    ELEMENT = 1
    TEXT = 3

cdef struct Lexbor:
    StepFunction first_child, next, parent, first_attribute, next_attribute
    TypeFunction type
    NameFunction tag, attribute_name, attribute_value, text

cdef Lexbor lexbor


cdef uintptr_t _find(library, str name) except 0:
    return ctypes.cast(getattr(library, name), ctypes.c_void_p).value


cdef bint _find_all():
    try:
        library = ctypes.CDLL(selectolax.lexbor.__file__)
        lexbor.first_child = <StepFunction>_find(library, "lxb_dom_node_first_child_noi")
        lexbor.next = <StepFunction>_find(library, "lxb_dom_node_next_noi")
        lexbor.parent = <StepFunction>_find(library, "lxb_dom_node_parent_noi")
        lexbor.type = <TypeFunction>_find(library, "lxb_dom_node_type_noi")
        lexbor.tag = <NameFunction>_find(library, "lxb_dom_element_qualified_name")
        lexbor.text = <NameFunction>_find(library, "lxb_dom_node_text_content")
        lexbor.first_attribute = <StepFunction>_find(library, "lxb_dom_element_first_attribute_noi")
        lexbor.next_attribute = <StepFunction>_find(library, "lxb_dom_element_next_attribute_noi")
        lexbor.attribute_name = <NameFunction>_find(library, "lxb_dom_attr_qualified_name")
        lexbor.attribute_value = <NameFunction>_find(library, "lxb_dom_attr_value_noi")
    except (OSError, AttributeError):
        return False
    return True


IS_READY = _find_all()


cdef struct Value:
    const char *data
    size_t size


cdef struct Element:
    Value style, align, columns, rows, start, kind
    bint hidden


cdef class Looks:
    """How the elements of a page are displayed, cached: an exhibit repeats a few hundred styles over tens of thousands of elements."""

    cdef dict _found
    cdef const char *_names[128]
    cdef PyObject *_by_name[128]  # the styles of a tag, by the address of its name in lexbor

    def __init__(self):
        self._found = {}

    cdef ElementLook find(self, const char *name, size_t size, Element *element):
        cdef size_t slot = (<uintptr_t>name >> 3) & 127
        cdef dict styles
        cdef bytes key
        cdef object shown
        if self._names[slot] != name:
            styles = self._found.setdefault(name[:size], {})
            self._by_name[slot] = <PyObject *>styles
            self._names[slot] = name
        styles = <dict>self._by_name[slot]
        key = element.style.data[:element.style.size]
        if element.hidden or element.align.data is not NULL:
            key = b"%b\0%b\0%d" % (key, element.align.data[:element.align.size], element.hidden)
        shown = styles.get(key)
        if shown is None:
            tag = _read(Value(name, size))
            shown = styles[key] = ElementLook(tag, look_at(tag, _read(element.style), _read(element.align), hidden=element.hidden))
        return <ElementLook>shown


def walk(root, HtmlReader reader):
    """Pass `reader` every visible element and text below `root`, a LexborNode, in order, without recursion."""
    cdef Node first = <Node><uintptr_t>root.mem_id
    cdef Node node = first
    cdef Node following
    cdef Element element
    cdef Looks looks = Looks()
    cdef ElementLook shown
    cdef Value name
    cdef list opened = []
    cdef int type_
    while node is not NULL:
        following = NULL
        type_ = lexbor.type(node)
        if type_ == TEXT:
            name.data = lexbor.text(node, &name.size)
            if name.data is NULL:
                raise MemoryError
            reader.add(name.data, name.size)
        elif type_ == ELEMENT:
            name.data = lexbor.tag(node, &name.size)
            _look_at_attributes(node, &element)
            shown = looks.find(name.data, name.size, &element)
            if not shown.hidden:
                _open(reader, shown, &element)
                following = lexbor.first_child(node)
                if following is NULL:
                    reader.close(shown)
                else:
                    opened.append(shown)
        if following is NULL:
            following = NULL if node == first else lexbor.next(node)
        while following is NULL and opened:
            node = lexbor.parent(node)
            reader.close(<ElementLook>opened.pop())
            following = NULL if node == first else lexbor.next(node)
        node = following


cdef inline void _look_at_attributes(Node node, Element *element) noexcept:
    """Read the attributes that matter into `element`."""
    cdef Attribute attribute = lexbor.first_attribute(node)
    cdef const char *name
    cdef size_t size = 0
    memset(element, 0, sizeof(Element))
    while attribute is not NULL:
        name = lexbor.attribute_name(attribute, &size)
        if size == 5 and memcmp(name, b"style", 5) == 0:
            _take(attribute, &element.style)
        elif size == 5 and memcmp(name, b"align", 5) == 0:
            _take(attribute, &element.align)
        elif size == 5 and memcmp(name, b"start", 5) == 0:
            _take(attribute, &element.start)
        elif size == 7 and memcmp(name, b"colspan", 7) == 0:
            _take(attribute, &element.columns)
        elif size == 7 and memcmp(name, b"rowspan", 7) == 0:
            _take(attribute, &element.rows)
        elif size == 4 and memcmp(name, b"type", 4) == 0:
            _take(attribute, &element.kind)
        elif size == 6 and memcmp(name, b"hidden", 6) == 0:
            element.hidden = True
        attribute = lexbor.next_attribute(attribute)


cdef inline void _take(Attribute attribute, Value *value) noexcept:
    value.size = 0
    value.data = lexbor.attribute_value(attribute, &value.size)


cdef inline int _open(HtmlReader reader, ElementLook shown, Element *element) except -1:
    if shown.action == CELL:
        return reader.open(shown, _read_number(element.columns), _read_number(element.rows), "", "")
    if shown.action == LIST:
        return reader.open(shown, 1, 1, _read(element.start), _read(element.kind))
    return reader.open(shown, 1, 1, "", "")


cdef inline int _read_number(Value value) except -1:
    """Return how many columns or rows a cell spans."""
    if value.data is NULL:
        return 1
    if value.size == 1 and c"1" <= value.data[0] <= c"9":
        return value.data[0] - c"0"
    return read_span(_read(value))


cdef inline str _read(Value value):
    return PyUnicode_DecodeUTF8(value.data, value.size, "replace") if value.data is not NULL else ""
