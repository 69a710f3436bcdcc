"""Checks on the corpus beyond its format: headers, speakers, repetitions, cuts, and the counts of the plan.

In: annotated releases. Out: findings, one line of text each, naming file and line where there is one; none means all is well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from forelook.corpus import plan
from forelook.corpus.annotated import HEADER_KEYS, AnnotatedRelease, AnnotatedUnit
from forelook.corpus.figure_check import check_figure
from forelook.corpus.similar import find_similar
from forelook.segment.layout import LIST_ITEM, find_blocks
from forelook.segment.sentences import find_ends

NOT_NAMED = frozenset(("management", plan.UNKNOWN))  # speakers whom a release need not name
SHOWN = 60  # characters that a finding quotes

FEWEST_WORDS = 8  # shorter sentences ("No fractional shares will be issued.") are everybody's
_WORD = re.compile(r"\w+")


def check(releases: Sequence[AnnotatedRelease]) -> list[str]:
    """Return what is wrong with a corpus: release by release, then repetitions, then what the plan still lacks."""
    findings = [finding for release in releases for finding in check_release(release)]
    return [*findings, *check_repetitions(releases), *check_plan(releases)]


def check_release(release: AnnotatedRelease) -> list[str]:
    """Return what is wrong with one release by itself: its header, its speakers, its cuts, its guidance records."""
    return [*_check_header(release), *_check_speakers(release), *_check_cuts(release), *_check_figures(release)]


def _check_header(release: AnnotatedRelease) -> Iterator[str]:
    for key in HEADER_KEYS:
        if not release.header.get(key):
            yield f"{release.path}:1: no {key} in the header; add a line '{key}: …', or '{key}: {plan.UNKNOWN}'"
    for key, allowed in (("kind", plan.KINDS), ("size", plan.SIZES)):
        value = release.header.get(key)
        if value and value not in (*allowed, plan.UNKNOWN):
            yield f"{release.path}:1: {key} {value!r}: expected one of {' '.join(allowed)}, or {plan.UNKNOWN}"
    if era := release.header.get("era"):
        try:
            plan.name_era(era)
        except ValueError as error:
            yield f"{release.path}:1: {error}"


def _check_speakers(release: AnnotatedRelease) -> Iterator[str]:
    known = {word for unit in release.units for word in _WORD.findall(unit.text.casefold())}
    told: set[str] = set()
    for unit in release.units:
        if unit.speaker is None or unit.speaker in NOT_NAMED or unit.speaker in told:
            continue
        told.add(unit.speaker)
        missing = [word for word in _WORD.findall(unit.speaker) if word.casefold() not in known]
        if missing:
            yield f"{_place(release, unit)}: speaker {unit.speaker!r}: {' '.join(missing)} stands nowhere in the text; write the name as the release has it"


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


def check_repetitions(releases: Sequence[AnnotatedRelease]) -> list[str]:
    """Return statements that stand twice, and the share of near-duplicates where it is too high; legends repeat by nature."""
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
    if share > plan.REPEATED:
        findings.append(f"corpus: {share:.1%} of the statements nearly repeat another one; at most {plan.REPEATED:.0%} may")
    return findings


def share_of_repeated(releases: Iterable[AnnotatedRelease]) -> float:
    """Return which share of the sentences nearly repeats another one, legends and tables aside."""
    texts = [unit.text for release in releases for unit in _statements(release) if unit.code != "S" and not unit.is_table]
    first = find_similar(texts)
    sizes = Counter(first)
    return sum(sizes[number] > 1 for number in first) / max(len(texts), 1)


def check_plan(releases: Sequence[AnnotatedRelease]) -> list[str]:
    """Return which numbers of the plan the corpus does not reach."""
    counts = Counter(unit.code for release in releases for unit in release.units)
    quotes = counts["QF"] + counts["QN"]
    reached = [
        (plan.RELEASES, len(releases)),
        (plan.STATEMENTS, counts.total() - counts["M"]),
        *((target, counts[code]) for code, target in plan.BY_CODE.items()),
        (plan.QUOTES, quotes),
        (plan.TABLES, counts["TG"] + counts["TH"]),
        (plan.OUTLOOK_TABLES, counts["TG"]),
    ]
    findings = [
        f"plan: {count} {target.name}, expected at least {target.least}; write {target.least - count} more" for target, count in reached if count < target.least
    ]
    if counts["QF"] < plan.FORWARD_QUOTES * quotes:
        findings.append(
            f"plan: {counts['QF'] / quotes:.0%} of the quoted statements look forward (QF), expected at least {plan.FORWARD_QUOTES:.0%}; write more of them"
        )
    return findings


def _statements(release: AnnotatedRelease) -> Iterator[AnnotatedUnit]:
    return (unit for unit in release.units if unit.label is not None)


def _place(release: AnnotatedRelease, unit: AnnotatedUnit) -> str:
    return f"{release.path}:{unit.line}"
