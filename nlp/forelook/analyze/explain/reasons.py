"""Why a statement has its label: the words, heading, neighbours, quotation marks and layout that the model relies on.

In: a document, its segmentation, the model's scores. Out: an Explanation: reasons, strongest first, the runner-up, and the
score that remains when all reasons are occluded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from forelook.analyze.explain.occlusion import Occlusion, Predict, fall, score_occlusions, words_of
from forelook.errors import InputError
from forelook.features.lexicon import load_groups
from forelook.model.decisions import SURE, Decisions, decide
from forelook.records import LABELS, Document, Example, Explanation, Label, Reason, ReasonKind
from forelook.segment.segmentation import KIND_CODES, segment
from forelook.spans import Span

MOST_WORDS = 60  # words of a statement that are occluded one by one
SHOWN_FOR, SHOWN_AGAINST = 6, 2
LEAST = 0.1  # log-odds; a smaller effect is not shown
_AROUND = 2  # units on either side that the model looks at
_LAYOUTS = ("heading", "list_item", "table")


class Case:
    """One release with its segmentation, scores and decisions, computed once for all its statements."""

    def __init__(self, document: Document, predict: Predict) -> None:
        self.document = document
        self.text = document.text
        self.predict = predict
        self.segmentation = segment(document.text)
        self.scores = predict([document], [self.segmentation])
        self.decisions: Decisions = decide([self.segmentation], self.scores)[0]


def explain(case: Case, number: int, examples: Sequence[Example] = ()) -> Explanation:
    """Return why the statement of index `number` has its label.

    Raises InputError where the release has no such statement.
    """
    if not 0 <= number < len(case.decisions.units):
        last = len(case.decisions.units) - 1
        raise InputError(case.document.id, f"there is no statement {number}", f"name one from 0 to {last}" if last >= 0 else "the release has none")
    unit = int(case.decisions.units[number])
    label = int(case.decisions.labels[number])
    scores = case.decisions.scores[number].tolist()
    second = max((index for index in range(len(LABELS)) if index != label), key=lambda index: scores[index])
    reasons, rest = find_reasons(case, number, label)
    start, end = case.segmentation.units[unit].start, case.segmentation.units[unit].end
    words = case.text[start:end]
    return Explanation(number, start, end, words, LABELS[label], scores[label], LABELS[second], scores[second], reasons, rest, list(examples))


def find_reasons(case: Case, number: int, label: int) -> tuple[list[Reason], float]:
    """Return the reasons for and against a label of a statement, and the label's score with all reasons for it occluded."""
    unit, score = int(case.decisions.units[number]), float(case.decisions.scores[number, label])
    found = case.segmentation.units[unit]
    spans = words_of(case.text, found.start, found.end, MOST_WORDS)
    things = [*_words(case, spans), *_surroundings(case, unit)]
    after = score_occlusions(case.predict, case.text, [change for *_, change in things], unit, label)
    made = [
        (Reason(kind, words, round(fall(score, left), 3), round(left, 4), *(place or (None, None))), change)
        for (kind, words, place, change), left in zip(things, after, strict=True)
    ]
    made.sort(key=lambda pair: -pair[0].effect)
    speaking = [pair for pair in made if pair[0].effect >= LEAST][:SHOWN_FOR]
    against = [reason for reason, _ in reversed(made) if reason.effect <= -LEAST][:SHOWN_AGAINST]
    together = _together(case, [change for _, change in speaking])
    rest = score_occlusions(case.predict, case.text, [together], unit, label)[0]
    return [*_rules(case, unit, label, score), *(reason for reason, _ in speaking), *against], round(rest, 4)


Thing = tuple[ReasonKind, str, Span | None, Occlusion]  # its kind, its words, their span, and the change that occludes it


def _words(case: Case, spans: list[Span]) -> list[Thing]:
    groups = load_groups()
    things: list[Thing] = []
    for start, end in spans:
        word = case.text[start:end]
        group = groups.names[groups.numbers.get(word.lower().replace("’", "'"), 0)]
        said = f" ({_cues()[group]})" if group in _cues() else ""
        things.append(("word", f"“{word}”{said}", (start, end), Occlusion(((start, end),), case.segmentation)))
    return things


def _surroundings(case: Case, unit: int) -> list[Thing]:
    """Return the heading, the neighbours, the quotation and the layout of a unit, each with the change that occludes it."""
    found, things = case.segmentation, list[Thing]()
    heading = found.sections[unit]
    if heading >= 0:
        place = (found.units[heading].start, found.units[heading].end)
        words = " ".join(case.text[place[0] : place[1]].split())
        sections = [-1 if index == unit else section for index, section in enumerate(found.sections)]
        things.append(("heading", f"stands under “{words}”", place, Occlusion((place,), found._replace(sections=sections))))
    near = [index for index in range(unit - _AROUND, unit + _AROUND + 1) if 0 <= index < len(found.units) and index not in (unit, heading)]
    if near:
        places = tuple((found.units[index].start, found.units[index].end) for index in near)
        things.append(("neighbours", "the statements around it", None, Occlusion(places, found)))
    if found.quoted_by[unit] >= 0:
        states = [0 if index == unit else state for index, state in enumerate(found.states)]
        quoted_by = [-1 if index == unit else quote for index, quote in enumerate(found.quoted_by)]
        speaker = found.utterances[found.quoted_by[unit]].speaker
        words = f"quotes {speaker[0]}" if speaker else "stands in quotation marks"
        things.append(("quotation", words, None, Occlusion((), found._replace(states=states, quoted_by=quoted_by))))
    if found.units[unit].kind in _LAYOUTS:
        kinds = found.kinds.copy()
        kinds[unit] = KIND_CODES["sentence"]
        things.append(("layout", f"is laid out as a {found.units[unit].kind.replace('_', ' ')}", None, Occlusion((), found._replace(kinds=kinds))))
    return things


def _together(case: Case, changes: list[Occlusion]) -> Occlusion:
    """Return one change that combines several."""
    found = case.segmentation
    for change in changes:
        for name in ("sections", "states", "quoted_by", "kinds"):
            if getattr(change.segmentation, name) is not getattr(case.segmentation, name):
                found = found._replace(**{name: getattr(change.segmentation, name)})
    return Occlusion(tuple(span for change in changes for span in change.blanks), found)


def _rules(case: Case, unit: int, label: int, score: float) -> list[Reason]:
    """Return the rules that decide by definition, whatever the model predicts."""
    quoted = case.segmentation.quoted_by[unit]
    if LABELS[label] is Label.MANAGEMENT_QUOTE and quoted >= 0 and case.segmentation.utterances[quoted].speaker is not None and score >= SURE:
        return [Reason("rule", "what a named speaker says in quotation marks is a quotation by definition", 0.0, score, None, None)]
    return []


@cache
def _cues() -> dict[str, str]:
    return tomllib.loads((files("forelook.analyze.explain") / "data" / "cues.toml").read_text(encoding="utf-8"))
