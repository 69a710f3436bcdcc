"""What the section says of a figure that is silent itself: the period of its heading, lead-in or first item, and an act on the whole outlook.

In: headings, lead-ins and figures as they come in a release. Out: the frames and the act that hold where a statement begins.
"""

from __future__ import annotations

import re

from forelook.characters import ITEM_MARK
from forelook.expressions.periods.period import When
from forelook.expressions.words.cues import cue, fold
from forelook.figures.acts import Act
from forelook.figures.drafts import Draft, Frame
from forelook.figures.sentence import Sentence
from forelook.records import Direction

ITEM = re.compile(rf"\s*(?:{ITEM_MARK}|o\s|\(?(?:\d{{1,2}}|[a-zA-Z])[.)])")
_ROW = re.compile(
    r"^\s*\(?[a-z]|[$€£]\s?\d|\d\s?%|\d\s(?:million|billion|percent)\b|^\s*\(?(?:(?:[Aa]mounts|[Dd]ollars|Shares)\s)?(?:in|In)\s(?:thousands|millions|billions)"
)
"""A heading that is none: a row of a table, or what its amounts are in."""
_MONTH = re.compile(r"[a-z]+\.?\s+(?:of\s+)?\d{4}")
_FOLLOWS = cue(
    r"\b(?:as\s+follows|the\s+following|in\s+the\s+tables?\s+below|(?:outlined|shown|set\s+forth|summarized|presented|detailed|listed)\s+(?:in\s+the\s+tables?\s+)?below)"
    r"\b[^.]*[.:]?\s*$"
)
_OUTLOOK = cue(r"outlook|guidance|forecast|target|expectation|looking\s+(?:ahead|forward)")
_CLOSES = cue(
    r"\b(?:about|call|webcast|non-gaap|statements|contacts?|harbor|results|highlights|dividends?|developments|definitions|notes?|subsequent|events?|information)\b"
)
"""A heading that is none of an outlook's parts."""
_WAYS = frozenset(("raised", "lowered", "reaffirmed"))
_ENDS = frozenset(".:;!?")
_LONGEST_HEADING = 100  # characters
FRAMES = frozenset(("qy", "quarter", "quarters", "half", "mq", "fyend", "years", "between", "now", "rest", "year", "bare", "nextn"))
"""Kinds of words that a section may speak of."""


class Section:
    """The frames of the section that is being read; a frame is a resolved period with its words."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.is_outlook = False
        self.frame: Frame | None = None
        self.headed = False  # the frame is that of a heading or lead-in, not of a figure
        self.outer: Frame | None = None  # of the outlook's heading that stands above the headings of its parts
        self.year: Frame | None = None
        self.list_frame: Frame | None = None  # of the lead-in, or of the first item, of a list
        self.act: Direction | None = None  # on the whole outlook, leading in a list or table
        self.act_frame: Frame | None = None

    def open(self, name: str | None, *, running: bool = False) -> bool:
        """Forget what another section said, unless its heading is a lead-in, a row of a table or a `running` head; return whether it was another."""
        other = name != self.name
        if other:
            row = name is not None and _ROW.search(name) is not None
            goes_on = row or (name is not None and self.name is not None and (name.rstrip().endswith(":") or running))
            self.is_outlook = (goes_on and self.is_outlook) or (name is not None and _OUTLOOK.search(fold(name)) is not None)
            self.outer = self.outer if name and (goes_on or not _CLOSES.search(fold(name))) else None
            frame, year = (self.frame, self.year) if goes_on else (self.outer, None)
            act = self.act if row else None  # an item on a line of its own, taken for a heading
            self.name, self.frame, self.year, self.list_frame, self.act = name, frame, year, None, act
        return other

    def take(self, sentence: Sentence, start: int) -> None:
        """Take up the period and the act that a heading or a lead-in gives; its words stand at `start`."""
        heads = len(sentence.text) < _LONGEST_HEADING
        periods = [when for when in sentence.periods if not when.compared and (_lends(when) or (heads and _is_month(sentence.text, when)))]
        acts = sentence.acts
        of_act = [when for when in periods if acts and when.start >= acts[0][1]]  # "based on the first half, it raises its outlook for 2025"
        first = next((when for when in of_act + periods if not when.over), periods[0] if periods else None)  # "2024 results and 2025 outlook"
        if first and not (first.over and self.is_outlook and self.frame and not self.frame.over):  # "2024" over a column of an outlook's table
            self.frame = Frame(_lent_name(first), first.fiscal, first.start + start, first.end + start, over=first.over)
            self.headed = True
            self.list_frame = self.frame if sentence.text.rstrip().endswith(":") else None
            self.year = self.frame if self.frame.name.isdigit() else None
            if heads and self.name and self.name not in sentence.printed and _OUTLOOK.search(sentence.text) and sentence.text.rstrip()[-1:] not in _ENDS:
                self.outer = self.frame
        if acts and not _is_divided(acts):
            self.act, self.act_frame = acts[0][0], _frame_of_act(acts[0], periods)

    def borrow(self, draft: Draft, *, item: bool) -> None:
        """Give a figure that says nothing of earlier guidance the act that leads in its list, for the period of the act."""
        if draft.direction == "issued" and self.act and item and (self.act_frame is None or (draft.period and draft.period.name == self.act_frame.name)):
            draft.direction = self.act

    def keep(self, drafts: list[Draft], own: list[When], start: int, *, item: bool) -> None:
        """Keep the period that a statement at `start` gives itself for later ones; an item of a list speaks for itself only."""
        named = {when.start + start: _lent_name(when) for when in own if _lends(when)}
        found = [draft.period for draft in drafts if draft.period and draft.period.start in named and not draft.period.over]
        periods = [period._replace(name=named[period.start]) for period in found]
        if item and self.list_frame is None:
            self.list_frame = self.frame or (periods[0] if periods else None)
        elif not item:
            self.list_frame = None
        if periods and not (item and self.list_frame is not None):
            self.frame, self.headed = periods[0], False
            self.year = next((period for period in periods if period.name.isdigit()), self.year)

    def keep_act(self, text: str, drafts: list[Draft], acts: list[Act], own: list[When], *, item: bool) -> None:
        """Keep an act on the whole outlook for the list that it leads in; figures in a sentence of their own end it."""
        act = acts[0] if acts and not _is_divided(acts) else None
        if act and (not drafts or leads_in(text) or all(draft.form == "unstated" for draft in drafts)):
            self.act, self.act_frame = act[0], _frame_of_act(act, own)
        elif drafts and not item:
            self.act = None


def _is_divided(acts: list[Act]) -> bool:
    """Return whether acts go two ways, each on a part of the guidance: "raised its profit guidance and reaffirmed its sales guidance"."""
    return len({act[0] for act in acts} & _WAYS) > 1


def leads_in(text: str) -> bool:
    """Return whether a folded statement leads in a list or table: it ends with a colon, or says that something follows."""
    words = text.rstrip()
    return words.endswith(":") or (("follow" in text or "below" in text) and _FOLLOWS.search(text, text.rfind(".", 0, len(words) - 1) + 1) is not None)


def _lends(when: When) -> bool:
    """Return whether a section may speak of a period: of one that is a time, unlike "the next several years"."""
    return when.kind in FRAMES and when.name is not None and any(letter.isdigit() for letter in when.name)


def _lent_name(when: When) -> str:
    """Return the name of a period as a section lends it: of the whole year are the figures that say nothing of its rest."""
    return str(when.year) if when.kind == "rest" else when.name or ""


def _is_month(text: str, when: When) -> bool:
    """Return whether a period is a month with its year, not a day: "August 2024 Highlights"."""
    return when.kind == "date" and _MONTH.fullmatch(text, when.start, when.end) is not None


def _frame_of_act(act: Act, periods: list[When]) -> Frame | None:
    """Return the period whose guidance an act is on: the first one after its verb, else the last one before it."""
    after = [when for when in periods if when.start >= act[1]] or periods[-1:]
    return Frame(after[0].name or "", after[0].fiscal, 0, 0) if after else None
