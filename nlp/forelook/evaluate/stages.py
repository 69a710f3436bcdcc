"""Scores of the stages: boundaries, quotes and speakers, each alone and end to end.

In: gold releases, and the same tagged. Out: a table as a dictionary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from forelook.corpus.gold import GoldRelease
from forelook.evaluate.measures import f1, rounded
from forelook.evaluate.scores import Counts, name_key, score
from forelook.records import Label, Release
from forelook.segment.layout import TABLE, find_blocks
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.segmentation import assemble
from forelook.segment.sentences import Unit, cut_units
from forelook.spans import match_spans, similarity, span_of, trim


def score_stages(gold: Sequence[GoldRelease], tagged: Sequence[Release], counts: Sequence[Counts]) -> dict[str, dict[str, float | None]]:
    """Return the scores of boundaries, quotes and speakers, alone (on the gold of the stage before) and end to end, exact and by overlap."""
    n: Counter[str] = Counter()
    for release, found in zip(gold, tagged, strict=True):
        n += _count_boundaries(release) + _count_quotes(release, found)
    scores, pairs = score(counts), Counter[str]()
    for one in counts:
        for (expected, guess), number in one.confusion.items():
            pairs["missed" if guess == "none" else "false" if expected == "none" else "paired"] += number
    overlapping = f1(pairs["paired"], pairs["paired"] + pairs["false"], pairs["paired"] + pairs["missed"])
    table = {
        "boundaries": (n["cut"] / max(1, n["statements"]), n["near"] / max(1, n["statements"]), scores.boundary_f1, overlapping),
        "quotes": (None, f1(n["right"], n["found"], n["quotes"]), f1(n["exact right"], n["exact tagged"], n["quotes"]), scores.f1["management_quote"]),
        "speakers": (n["named"] / max(1, n["speakers"]), None, scores.speaker, None),
    }
    columns = ("alone, exact", "alone, overlap", "end to end, exact", "end to end, overlap")
    return {stage: {column: None if value is None else rounded(value) for column, value in zip(columns, row, strict=True)} for stage, row in table.items()}


def _count_boundaries(release: GoldRelease) -> Counter[str]:
    cut = cut_units(release.text, find_blocks(release.text))
    places = {span_of(unit) for unit in cut}
    wanted = [unit for unit in release.units if unit.kind == "statement"]
    n = Counter(statements=len(wanted))
    for unit, nearest in zip(wanted, match_spans(wanted, cut), strict=True):
        place = trim(release.text, unit.start, unit.end)
        n["cut"] += place in places
        n["near"] += nearest >= 0 and similarity(place, span_of(cut[nearest])) >= 0.5
    return n


def _count_quotes(release: GoldRelease, found: Release) -> Counter[str]:
    """Return counts of the quotations that the rules find in gold units, and of the statements tagged as quotations."""
    blocks = find_blocks(release.text)
    places = [trim(release.text, unit.start, unit.end) for unit in release.units]
    units = [Unit(*place, TABLE if unit.kind == "table" else "sentence", 0) for place, unit in zip(places, release.units, strict=True)]
    given = assemble(release.text, blocks, units, find_quotes(release.text, blocks))
    exact = {span_of(each): each.label for each in found.statements}
    n = Counter({"exact tagged": sum(label is Label.MANAGEMENT_QUOTE for label in exact.values())})
    for unit, place, index in zip(release.units, places, given.quoted_by, strict=True):
        if unit.kind != "statement":
            continue
        quote = unit.label is Label.MANAGEMENT_QUOTE
        said = given.utterances[index].speaker if index >= 0 else None
        n["quotes"] += quote
        n["found"] += said is not None
        n["right"] += quote and said is not None
        n["exact right"] += quote and exact.get(place) is Label.MANAGEMENT_QUOTE
        if quote and unit.speaker:
            n["speakers"] += 1
            n["named"] += said is not None and name_key(said.name) == name_key(unit.speaker)
    return n
