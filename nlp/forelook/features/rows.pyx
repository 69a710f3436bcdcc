# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The inner loops of features: what is done for every token of every unit, compiled.

In: texts, the places of their units and what their context says. Out: hashed columns of each unit, in three runs (its words, its cue windows, its
context). extract.py says what they are for, and sums.pyx adds up their weights. Runs without Python's lock.
"""

import numpy as np

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport free, realloc

from forelook.characters cimport Character
from forelook.features.tokens cimport NAME, Token, locate, next_token

from forelook.features.tokens import hash_word

cdef enum:
    LONGEST = 160  # tokens of a unit that are looked at; tables and run-in lists go on for thousands
    MOST_A_TOKEN = 20  # columns that one token can give
    OPENING = 3  # first tokens of a unit that count by their place
    SLOTS = 1 << 13  # of the table of groups; with some 700 words most are free

cpdef enum:  # templates of cue windows; names.py says what they mean
    CUE_WORD, CUE_NEXT, CUE_NEXT_TWO, WORD_CUE, FORM_CUE_FORM, TWO_FORMS_CUE, GROUP_TWO_FORMS, FORM_GROUP_NEXT, GROUP_GAP_NEXT, GROUP_NEXT_TWO_FORMS

LONGEST_UNIT = LONGEST

cdef uint64_t ODD = 0x9E3779B97F4A7C15, OTHER = 0xC2B2AE3D27D4EB4F
cdef uint64_t _UNIGRAM = hash_word("unigram"), _BIGRAM = hash_word("bigram"), _SKIP = hash_word("skip"), _OPENING = hash_word("opening")
cdef uint64_t _BONES2 = hash_word("bones2"), _BONES3 = hash_word("bones3"), _OUTER2 = hash_word("outer2"), _OUTER3 = hash_word("outer3")
cdef uint64_t _GROUP_TERM = hash_word("group-term"), _CUE = hash_word("cue"), _CONTEXT = hash_word("context")


cdef inline uint64_t _mix(uint64_t a, uint64_t salt) noexcept nogil:
    cdef uint64_t mixed = (a ^ salt) * ODD
    return mixed ^ (mixed >> 29)


cdef inline uint64_t _pair(uint64_t a, uint64_t b, uint64_t salt) noexcept nogil:
    return _mix(_mix(a, salt) + b * OTHER, salt)


cdef struct Work:
    # What one call works on, so that calls from several threads never meet: the columns made so far, and the unit in hand
    # with room for what is beyond its ends.
    uint64_t terms[LONGEST + 8]
    uint64_t outers[LONGEST + 8]
    uint8_t groups[LONGEST + 8]
    int32_t *columns
    Py_ssize_t room
    Py_ssize_t count
    int shift


cdef inline int32_t *_emit(const Work *work, int32_t *out, uint64_t code) noexcept nogil:
    out[0] = <int32_t>(code >> work.shift)
    return out + 1


cdef int _reserve(Work *work, Py_ssize_t more) except -1 nogil:
    cdef void *grown
    if work.count + more > work.room:
        grown = realloc(work.columns, 2 * (work.count + more) * sizeof(int32_t))
        if not grown:
            with gil:
                raise MemoryError
        work.columns, work.room = <int32_t *>grown, 2 * (work.count + more)
    return 0


cdef int32_t *_hash_words(const Work *work, int tokens, int32_t *out) noexcept nogil:
    cdef int k
    for k in range(4, 4 + tokens):
        out = _emit(work, out, _mix(work.terms[k], _UNIGRAM))
    return out


cdef int32_t *_hash_n_grams(const Work *work, int tokens, int32_t *out) noexcept nogil:
    """N-grams over words, over groups of words, and over outer forms, in which a run of names is one."""
    cdef int k
    cdef uint64_t one = 0, two = 0, form, bone, bone1 = 0, bone2 = 0
    for k in range(4, 4 + tokens):
        if k < 4 + OPENING:
            out = _emit(work, out, _pair(work.terms[k], k - 4, _OPENING))
        if k > 4:
            out = _emit(work, out, _pair(work.terms[k - 1], work.terms[k], _BIGRAM))
        if k > 5:
            out = _emit(work, out, _pair(work.terms[k - 2], work.terms[k], _SKIP))
        form = work.outers[k]
        if form != NAME or one != NAME:
            if one:
                out = _emit(work, out, _pair(_mix(one, _OUTER2), form, _OUTER2))
            if two:
                out = _emit(work, out, _pair(_pair(_mix(two, _OUTER3), one, _OUTER3), form, _OUTER3))
            two, one = one, form
        bone = work.groups[k]
        if bone:
            if bone1:
                out = _emit(work, out, _pair(bone1, bone, _BONES2))
            if bone2:
                out = _emit(work, out, _pair(_pair(bone2, bone1, _BONES3), bone, _BONES3))
            bone2, bone1 = bone1, bone
            if k + 1 < 4 + tokens:
                out = _emit(work, out, _pair(bone, work.terms[k + 1], _GROUP_TERM))
    return out


cdef class Hasher:
    """Hashes units into columns below 2 ** bits; knows the groups of words. Unchanging once made, so that threads may share it.

    `groups` maps words to numbers from 1; words of groups up to `last_cue` get windows.
    """

    cdef uint64_t keys[SLOTS]
    cdef uint8_t numbers[SLOTS]
    cdef int last_cue, shift

    def __cinit__(self, dict groups, int last_cue, int bits):
        cdef uint64_t key
        cdef Py_ssize_t slot
        self.last_cue, self.shift = last_cue, 64 - bits
        if len(groups) * 4 > SLOTS:
            raise ValueError(f"{len(groups)} words in groups; the table holds {SLOTS // 4}")
        for word, number in groups.items():
            key = hash_word(word)
            slot = key & (SLOTS - 1)
            while self.numbers[slot] and self.keys[slot] != key:
                slot = (slot + 1) & (SLOTS - 1)
            if not self.numbers[slot]:
                self.keys[slot], self.numbers[slot] = key, number

    cdef inline uint8_t group_of(self, uint64_t key) noexcept nogil:
        cdef Py_ssize_t slot = key & (SLOTS - 1)
        while self.numbers[slot]:
            if self.keys[slot] == key:
                return self.numbers[slot]
            slot = (slot + 1) & (SLOTS - 1)
        return 0

    def hash_units(
        self,
        texts, const int64_t[::1] owners not None, const int64_t[::1] starts not None, const int64_t[::1] ends not None, const uint64_t[:, ::1] context not None,
        int families,
    ):
        """Return columns (int32) and how many of each unit are words, cue windows and context (int32, shape (units, 3)).

        `owners` gives for each unit the index of its text.
        """
        cdef Py_ssize_t units = starts.shape[0], unit
        cdef int tokens
        cdef Work work
        cdef int32_t[:, ::1] counts
        held = tuple(texts)
        sizes, addresses = locate(held)
        cdef const int32_t[::1] kinds = sizes
        cdef const uint64_t[::1] places = addresses
        made = np.empty((units, 3), np.int32)
        counts = made
        work.columns, work.room, work.count, work.shift = NULL, 0, 0, self.shift
        try:
            with nogil:
                for unit in range(units):
                    tokens = self.read_unit(&work, kinds[owners[unit]], <const void *><size_t>places[owners[unit]], starts[unit], ends[unit])
                    _reserve(&work, tokens * MOST_A_TOKEN + context.shape[1])
                    self.hash_unit(&work, tokens, context[unit], families, counts[unit])
            found = np.array(<int32_t[:work.count]>work.columns) if work.count else np.empty(0, np.int32)
        finally:
            free(work.columns)
        return found, made

    cdef void hash_unit(self, Work *work, int tokens, const uint64_t[::1] context, int families, int32_t[::1] counts) noexcept nogil:
        """Add the columns of a unit whose tokens have been read, and write how many there are of each kind to `counts`."""
        cdef int32_t *begun = work.columns + work.count
        cdef int32_t *out = begun
        cdef Py_ssize_t column
        if families & 1:
            out = _hash_words(work, tokens, out)
        if families & 2:
            out = _hash_n_grams(work, tokens, out)
        counts[0], begun = <int32_t>(out - begun), out
        if families & 4:
            out = self.hash_cues(work, tokens, out)
        counts[1], begun = <int32_t>(out - begun), out
        if families & 8:
            for column in range(context.shape[0]):
                out = _emit(work, out, _pair(context[column], column, _CONTEXT))
        counts[2] = <int32_t>(out - begun)
        work.count = out - work.columns

    cdef int read_unit(self, Work *work, int kind, const void *data, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
        """Do what `read_tokens` does with characters of `kind` bytes each."""
        if kind == 1:
            return self.read_tokens(work, <const uint8_t *>data, place, end)
        return self.read_tokens(work, <const uint16_t *>data, place, end) if kind == 2 else self.read_tokens(work, <const uint32_t *>data, place, end)

    cdef int read_tokens(self, Work *work, const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
        """Fill terms, outers and groups from index 4 on, with nothing on either side; return how many tokens there are."""
        cdef Token token
        cdef int count = 0, k
        cdef uint8_t group
        while count < LONGEST and next_token(text, place, end, &token):
            group = self.group_of(token.lower)
            work.terms[4 + count] = token.term
            # the outer form: the group where there is one
            work.outers[4 + count] = group + 2 if group else token.outer
            work.groups[4 + count] = group
            count += 1
            place = token.end
        for k in range(4):
            work.terms[k] = work.outers[k] = work.terms[4 + count + k] = work.outers[4 + count + k] = 0
            work.groups[k] = work.groups[4 + count + k] = 0
        return count

    cdef int32_t *hash_cues(self, const Work *work, int tokens, int32_t *out) noexcept nogil:
        """Add the columns of the words around each word that can look forward."""
        cdef int k
        cdef uint64_t own, group, next1, next2, before, ahead1, ahead2, ahead3
        for k in range(4, 4 + tokens):
            if not 0 < work.groups[k] <= self.last_cue:
                continue
            own, group = work.terms[k], work.groups[k]
            next1, next2 = work.terms[k + 1], work.terms[k + 2]
            before, ahead1, ahead2, ahead3 = work.outers[k - 1], work.outers[k + 1], work.outers[k + 2], work.outers[k + 3]
            out = _emit(work, out, _mix(own + CUE_WORD, _CUE))
            out = _emit(work, out, _pair(_mix(own + CUE_NEXT, _CUE), next1, _CUE))
            out = _emit(work, out, _pair(_pair(_mix(own + CUE_NEXT_TWO, _CUE), next1, _CUE), next2, _CUE))
            out = _emit(work, out, _pair(_mix(work.terms[k - 1] + WORD_CUE, _CUE), own, _CUE))
            out = _emit(work, out, _pair(_pair(_mix(before + FORM_CUE_FORM, _CUE), own, _CUE), ahead1, _CUE))
            out = _emit(work, out, _pair(_pair(_mix(work.outers[k - 2] + TWO_FORMS_CUE, _CUE), before, _CUE), own, _CUE))
            out = _emit(work, out, _pair(_pair(_mix(group + GROUP_TWO_FORMS, _CUE), ahead1, _CUE), ahead2, _CUE))
            out = _emit(work, out, _pair(_pair(_mix(before + FORM_GROUP_NEXT, _CUE), group, _CUE), next1, _CUE))
            out = _emit(work, out, _pair(_mix(group + GROUP_GAP_NEXT, _CUE), next2, _CUE))
            out = _emit(work, out, _pair(_pair(_pair(_mix(group + GROUP_NEXT_TWO_FORMS, _CUE), next1, _CUE), ahead2, _CUE), ahead3, _CUE))
        return out
