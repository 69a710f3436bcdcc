"""Checks annotated text beyond its format: headers, speakers, sentence boundaries, guidance records, repetitions, raw texts.

In: annotated releases. Out: findings, one line of text each, naming file and line where there is one; none where all is well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from forelook.corpus import header
from forelook.corpus.alignment import align
from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit
from forelook.corpus.figure_check import check_figure
from forelook.corpus.similar import find_similar
from forelook.errors import AnnotationError
from forelook.segment.ends import find_ends
from forelook.segment.layout import LIST_ITEM, find_blocks

NOT_NAMED = frozenset(("management", header.UNKNOWN))  # speakers that need not occur in the release
SHOWN = 60  # characters that a finding quotes

REPEATED = 0.03  # the largest allowed share of statements that nearly repeat another one
FEWEST_WORDS = 8  # shorter sentences ("No fractional shares will be issued.") are common to all releases
_WORD = re.compile(r"\w+")


def check(releases: Sequence[AnnotatedRelease]) -> list[str]:
    """Return the findings of a corpus: release by release, then repetitions."""
    findings = [finding for release in releases for finding in check_release(release)]
    return [*findings, *check_repetitions(releases)]


def check_release(release: AnnotatedRelease) -> list[str]:
    """Return the findings of one release by itself: header, speakers, sentence boundaries, guidance records, raw text."""
    return [
        *_check_header(release),
        *_check_speakers(release),
        *_check_cuts(release),
        *_check_figures(release),
        *_check_raw(release),
    ]


def _check_header(release: AnnotatedRelease) -> Iterator[str]:
    for key in header.KEYS:
        if not release.header.get(key):
            yield f"{release.path}:1: no {key} in the header; add a line '{key}: …', or '{key}: {header.UNKNOWN}'"
    for key, allowed in (("kind", header.KINDS), ("size", header.SIZES)):
        value = release.header.get(key)
        if value and value not in (*allowed, header.UNKNOWN):
            yield f"{release.path}:1: {key} {value!r}: expected one of {' '.join(allowed)}, or {header.UNKNOWN}"
    if era := release.header.get("era"):
        try:
            header.name_era(era)
        except ValueError as error:
            yield f"{release.path}:1: {error}"


def _check_speakers(release: AnnotatedRelease) -> Iterator[str]:
    known = list_words(unit.text for unit in release.units)
    named: set[str] = set()
    for unit in release.units:
        if unit.speaker is None or unit.speaker in named:
            continue
        named.add(unit.speaker)
        if missing := find_missing_words(unit.speaker, known):
            yield f"{_place(release, unit)}: speaker {unit.speaker!r}: {' '.join(missing)} occurs nowhere in the text; write the name as the release has it"


def list_words(texts: Iterable[str]) -> set[str]:
    """Return the case-folded words of some texts."""
    return {word for text in texts for word in _WORD.findall(text.casefold())}


def find_missing_words(speaker: str, known: Container[str]) -> list[str]:
    """Return the words of a speaker's name that are not among the `known` words of the release; none for speakers in NOT_NAMED."""
    return [] if speaker in NOT_NAMED else [word for word in _WORD.findall(speaker) if word.casefold() not in known]


def _check_cuts(release: AnnotatedRelease) -> Iterator[str]:
    for unit in _statements(release):
        if not unit.is_table and (ends := find_ends(unit.text, 0, len(unit.text))) and find_blocks(unit.text)[0].kind != LIST_ITEM:
            before, after = unit.text[: ends[0][0]][-SHOWN // 2 :], unit.text[ends[0][1] :][: SHOWN // 2]
            yield f"{_place(release, unit)}: two sentences in one unit: …{before!r} | {after!r}…; cut it in two, or leave it if it is one sentence"


def _check_figures(release: AnnotatedRelease) -> Iterator[str]:
    for unit in release.units:
        for number, figure in enumerate(unit.figures, 1):
            for finding in check_figure(figure):
                yield f"{_place(release, unit)}: guidance record {number}: {finding}"


def _check_raw(release: AnnotatedRelease) -> Iterator[str]:
    if release.raw is not None:
        try:
            align(release, release.raw)
        except AnnotationError as error:
            yield str(error)


def check_repetitions(releases: Sequence[AnnotatedRelease]) -> list[str]:
    """Return findings for repeated statements, and for the share of near-duplicates where it is too high; legends do not count in the share.

    Releases with a raw text beside them are as published, which nobody will rewrite: they may repeat each other.
    """
    releases = [release for release in releases if release.raw is None]
    findings = []
    first: dict[str, str] = {}
    for release in releases:
        for unit in _statements(release):
            words = " ".join(_WORD.findall(unit.text.casefold()))
            if words.count(" ") < FEWEST_WORDS - 1:
                continue
            place = first.setdefault(words, _place(release, unit))
            if place != _place(release, unit):
                findings.append(f"{_place(release, unit)}: {unit.text[:SHOWN]!r} also stands at {place}; write one of them anew")
    share = share_of_repeated(releases)
    if share > REPEATED:
        findings.append(f"corpus: {share:.1%} of the statements nearly repeat another one; at most {REPEATED:.0%} may")
    return findings


def share_of_repeated(releases: Iterable[AnnotatedRelease]) -> float:
    """Return the share (0 to 1) of sentences that nearly repeat another one, apart from legends and tables."""
    texts = [unit.text for release in releases for unit in _statements(release) if unit.code != "S" and not unit.is_table]
    first = find_similar(texts)
    sizes = Counter(first)
    return sum(sizes[number] > 1 for number in first) / max(len(texts), 1)


def _statements(release: AnnotatedRelease) -> Iterator[AnnotatedUnit]:
    return (unit for unit in release.units if unit.label is not None)


def _place(release: AnnotatedRelease, unit: AnnotatedUnit) -> str:
    return f"{release.path}:{unit.line}"
