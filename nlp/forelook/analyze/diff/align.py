"""Aligns two versions of a release: which statement of one corresponds to which of the other.

In: two Releases. Out: Pairs in reading order. Statements in the same order in both are found as the heaviest chain of similar pairs (weights are
shares of common words); similar ones outside the chain have moved; the rest were added or dropped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from forelook.analyze.diff.words import measure_similarity, split_words
from forelook.analyze.paragraphs import find_paragraphs, read_text
from forelook.records import Release
from forelook.records.diff import DiffUnit

# Half of the words: below that, pairs in real releases of the same issuer shared only a subject.
REWORDED_SIMILARITY = 0.5
# A statement that has moved must be more similar to count as the same.
MOVED_SIMILARITY = 0.75
_MOST_CANDIDATES = 5  # old statements that a new one is compared with
_COMMON_SHARE = 0.1  # words in a larger share of the old statements identify none
_COMMON_LEAST = 10
_MOST_REPEATED = 20  # a text that occurs more often than this on both sides is paired in order


class Pair(NamedTuple):
    """The same statement in both versions, or one that is only in one of them (the other is None)."""

    old: DiffUnit | None
    new: DiffUnit | None
    similarity: float
    moved: bool = False


def align(old: Release, new: Release) -> list[Pair]:
    """Return every statement and all other text of both versions, paired, in reading order.

    Pairs that have not moved are in the same order in both versions; a moved pair is listed at its place in the new one. Raises InputError for a
    release without its text.
    """
    before, after = list_units(old), list_units(new)
    candidates = find_similar([unit.text for unit in before], [unit.text for unit in after])
    chain = _find_chain(candidates, len(after))
    moved = _find_moved(candidates, chain)
    return list(_merge(before, after, chain, moved))


def list_units(release: Release) -> list[DiffUnit]:
    """Return the statements and the other text of a release, in order, without bullets and rules."""
    text = read_text(release)
    units = []
    for piece in (piece for paragraph in find_paragraphs(release) for piece in paragraph.pieces):
        words = text[piece.start : piece.end]
        if piece.statement is None and not any(map(str.isalnum, words)):
            continue  # bullets and rules
        if piece.statement is None:
            units.append(DiffUnit(None, piece.start, piece.end, words, None, forward_looking=False, speaker=None))
        else:
            statement = release.statements[piece.statement]
            speaker = statement.speaker.name if statement.speaker is not None else None
            units.append(DiffUnit(piece.statement, piece.start, piece.end, words, statement.label, statement.forward_looking, speaker))
    return units


def normalize(text: str) -> str:
    """Return a text with single blanks, so that different line breaks are not a change."""
    return " ".join(text.split())


def find_similar(before: list[str], after: list[str]) -> dict[tuple[int, int], float]:
    """Return the similarities of pairs of texts (indices of old and new) that may be the same, from REWORDED_SIMILARITY to 1."""
    candidates = dict.fromkeys(_find_same(before, after), 1.0)
    matched_old, matched_new = {i for i, _ in candidates}, {j for _, j in candidates}
    words = [split_words(text) for text in before]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, found in enumerate(words):
        if i not in matched_old:
            for word in set(found):
                places[word].append(i)
    most = max(_COMMON_LEAST, int(len(before) * _COMMON_SHARE))
    for j, text in enumerate(after):
        if j in matched_new:
            continue
        found = split_words(text)
        shared = Counter(i for word in set(found) if len(places[word]) <= most for i in places[word])
        nearest = sorted(shared, key=lambda i: (-shared[i] / (len(words[i]) + len(found)), i))
        for i in nearest[:_MOST_CANDIDATES]:
            similarity = measure_similarity(words[i], found)
            if similarity >= REWORDED_SIMILARITY:
                candidates[i, j] = similarity
    return candidates


def _find_same(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of indices of equal texts."""
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((before, after)):
        for index, text in enumerate(texts):
            places[normalize(text)][side].append(index)
    for olds, news in places.values():
        if min(len(olds), len(news)) > _MOST_REPEATED:
            yield from zip(olds, news, strict=False)
        else:
            yield from ((i, j) for i in olds for j in news)


def _find_chain(candidates: dict[tuple[int, int], float], size: int) -> dict[int, int]:
    """Return the heaviest set of pairs that are in the same order in both: new index by old index."""
    best: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)] * (size + 1)  # a Fenwick tree of maxima over the new places
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for i, j in sorted(candidates, key=lambda pair: (pair[0], -pair[1])):
        weight, last, place = 0.0, None, j
        while place > 0:
            if best[place][0] > weight:
                weight, last = best[place]
            place &= place - 1
        before[i, j] = last
        weight += candidates[i, j]
        place = j + 1
        while place <= size:
            if weight > best[place][0]:
                best[place] = (weight, (i, j))
            place += place & -place
    end = max(best, key=lambda entry: entry[0])[1]
    chain = {}
    while end is not None:
        chain[end[0]] = end[1]
        end = before[end]
    return chain


def _find_moved(candidates: dict[tuple[int, int], float], chain: dict[int, int]) -> dict[int, tuple[int, float]]:
    """Return old index and similarity by new index for similar pairs outside the chain; the most similar pairs are taken first."""
    olds, news = set(chain), set(chain.values())
    moved = {}
    for (i, j), similarity in sorted(candidates.items(), key=lambda item: (-item[1], item[0])):
        if similarity >= MOVED_SIMILARITY and i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            moved[j] = (i, similarity)
    return moved


def _merge(before: list[DiffUnit], after: list[DiffUnit], chain: dict[int, int], moved: dict[int, tuple[int, float]]) -> Iterator[Pair]:
    """Yield all pairs: between two pairs of the chain, first what was dropped, then what was added or moved there."""
    gone = {i for i, _ in moved.values()}
    i = j = 0
    for a, b in [*sorted(chain.items()), (len(before), len(after))]:
        yield from (Pair(before[k], None, 0.0) for k in range(i, a) if k not in gone)
        for k in range(j, b):
            if k in moved:
                yield Pair(before[moved[k][0]], after[k], moved[k][1], moved=True)
            else:
                yield Pair(None, after[k], 0.0)
        if a < len(before) and b < len(after):
            same = normalize(before[a].text) == normalize(after[b].text)
            yield Pair(before[a], after[b], 1.0 if same else measure_similarity(split_words(before[a].text), split_words(after[b].text)))
        i, j = a + 1, b + 1
