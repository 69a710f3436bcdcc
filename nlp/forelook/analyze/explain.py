"""Explanations: which words pulled a unit towards a class.

In: a tagger, a text and a place in it. Out: the words whose removal would cost the class most, strongest first. Features are
hashed, so words are found again by leaving each out and scoring once more.
"""

from __future__ import annotations

import re

from forelook.records import Document, Label, Source
from forelook.tagger import Tagger

MOST_WORDS = 4
LONGEST = 60  # words of a statement that are left out in turn


def explain_span(tagger: Tagger, text: str, start: int, label: str) -> list[str]:
    """Return up to MOST_WORDS words of the statement at `start` with the probability that each lends to `label`.

    Empty where no statement begins there or where `label` is no label.
    """
    if label not in {each.value for each in Label}:
        return []
    statement = next((each for each in tagger(text).statements if each.start <= start < each.end), None)
    if statement is None:
        return []
    before = getattr(statement.scores, label)
    places = [match.span() for match in re.finditer(r"\S+", text[statement.start : statement.end])][:LONGEST]
    changed = [text[: statement.start + a] + text[statement.start + b :].lstrip() for a, b in places]
    pulls = []
    for (a, b), release in zip(places, tagger.tag_all([Document(str(number), each, Source()) for number, each in enumerate(changed)]), strict=True):
        same = next((each for each in release.statements if each.start <= statement.start < each.end), None)
        if same is not None:
            pulls.append((before - getattr(same.scores, label), text[statement.start + a : statement.start + b]))
    return [f"{word} {pull:+.2f}" for pull, word in sorted(pulls, key=lambda pair: -pair[0])[:MOST_WORDS] if pull > 0]
