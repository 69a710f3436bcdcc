"""Reading a release in order: statement by statement, with what its headings, lead-ins and earlier figures lend.

In: a tagged Release. Out: drafts whose places count in its text, with periods borrowed within the section and directions carried
through lists, tables and the release.
"""

from __future__ import annotations

import re
from itertools import compress, count
from operator import attrgetter
from typing import Any

from forelook.expressions.words.cues import cue, fold
from forelook.figures.again import mark_repeats
from forelook.figures.background import Background
from forelook.figures.directions import carry_directions, direct
from forelook.figures.drafts import Draft, Frame, place_drafts
from forelook.figures.each import PARTED, part_periods
from forelook.figures.going_on import find_metric_before, goes_on, says_change
from forelook.figures.lines import split_lines, stands_alone
from forelook.figures.margins import name_margins
from forelook.figures.marks import mark_directions
from forelook.figures.metrics.mentions import Mention
from forelook.figures.period_choice import BORROWERS, settle_period
from forelook.figures.period_sharing import share_periods, share_predicate
from forelook.figures.prose import read_prose
from forelook.figures.qualitative import find_qualitative
from forelook.figures.score import likely_metrics
from forelook.figures.section import ITEM, Section, leads_in
from forelook.figures.sentence import Sentence
from forelook.figures.tables import read_table
from forelook.figures.tables.grid import LINE
from forelook.figures.tables.heads import Around, ColumnHead, find_head_lines
from forelook.figures.unstated import find_unstated
from forelook.figures.yielding import find_body, is_in_columns, looks_tabular, yields
from forelook.records import Direction, Label, Release, Statement

_KIND, _LOOKS_FORWARD = attrgetter("kind"), attrgetter("forward_looking")
_NOT_RECONCILED = cue(r"\b(?:unable|not\s+able|cannot|not|without)\b[^.;]{0,60}\b(?:reconcil\w+|predict)")
_GUIDE_COLUMN = re.compile(r"\S {6}[^\n]*(?:Guidance|Outlook|Forecast)")  # a line of a table's heads
_PAGE = re.compile(r"(?:<PAGE>|\f)\s*$", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:\(?\d\)?|[*†‡])\s*[A-Z]")
LONGEST_GAP = 400  # characters between two statements in which a heading is looked for
LONGEST_TABLES = 8000  # characters above a table in which a caption names the scale of the tables below it
LONGEST_LOOK_BACK, LONGEST_HEADING = 6, 120  # statements, and characters
MOST_BREAKS = 3  # paragraphs, or lines, that the gap between two parts of one table is cut into
LONGEST_STATEMENT = 8000  # characters of prose; what is longer is no sentence, and each of its figures would be weighed with each of its metrics


class Reader:
    """Goes through the statements of one release."""

    def __init__(self, release: Release, trace: list[Any] | None = None) -> None:
        self.trace = trace
        self._background = Background(release)
        self._text = self._background.text
        self._statements = release.statements
        self._section = Section()
        self._sentences: dict[str, Sentence] = {}
        self._last_table: tuple[int, list[ColumnHead]] = (-LONGEST_GAP, [])  # where it ended, and its heads
        self._last_act: Direction | None = None  # that led in the last table
        self._body = False
        self._headline: Frame | None = None  # the period that the headlines give figures for
        self._opening: str | None = None  # the heading of the body's first section
        self._passed = 0  # statements before this one have been taken up

    def read(self) -> list[Draft]:
        """Return the drafts of the release, in order."""
        found: list[Draft] = []
        numbers = range(len(self._statements)) if "table" in map(_KIND, self._statements) else compress(count(), map(_LOOKS_FORWARD, self._statements))
        yielding = [number for number in numbers if yields(self._statements[number])]
        body = find_body(self._statements) if yielding else 0
        for number in yielding:
            if number >= body and not self._body:
                self._headline = self._section.frame
                self._body, self._section, self._opening = True, Section(), self._statements[body].section
            drafts = [draft for part in split_lines(self._statements[number]) for draft in self._read(number, part)]
            for draft in drafts:
                draft.statement = number
            found += drafts
        if found:
            name_margins(self._text, found)
            mark_directions(self._text, self._statements, found)
            carry_directions(self._text, found)
            mark_repeats(found)
        return found

    def _sentence(self, text: str) -> Sentence:
        """Return the sentence of a text; a statement that is read and later looked back at is one."""
        found = self._sentences.get(text)
        if found is None:
            found = self._sentences[text] = Sentence(text, self._background)
        return found

    def _read(self, number: int, statement: Statement) -> list[Draft]:
        if statement.label is Label.GUIDANCE and self._goes_on(statement):
            self._section.act = self._last_act
            return self._read_rows(statement)
        if statement.kind == "table" or (statement.label is Label.GUIDANCE and looks_tabular(statement.text)):
            self._look_back(number, statement)
            return self._read_table(number, statement)
        if len(statement.text) > LONGEST_STATEMENT:
            return []
        sentence = self._sentence(statement.text)
        noted = self._is_note(statement)
        if noted:
            self._section.act = self._last_act
        drafts = read_prose(sentence, self._find_lent(number, statement) if number and goes_on(sentence) else None)
        direct(sentence, drafts)
        if not drafts and ("reconcil" in sentence.text or "predict" in sentence.text) and _NOT_RECONCILED.search(sentence.text):
            return []
        if sentence.acts and not _GUIDE_COLUMN.search(statement.text):
            heads_list = number + 1 < len(self._statements) and leads_in(sentence.text)
            drafts += find_unstated(sentence, likely_metrics(drafts), leads_in=heads_list)
        if qualitative := find_qualitative(sentence, drafts):
            direct(sentence, qualitative)
            drafts += qualitative
        if not drafts:
            if statement.kind == "list_item" and statement.text.endswith(":"):  # the first line of a list on plain lines
                self._look_back(number, statement)
                self._section.take(sentence, statement.start)
            return []
        self._look_back(number, statement)
        self._passed = number + 1
        place_drafts(drafts, statement.start)
        self._lend(drafts, statement, sentence, noted=noted)
        drafts = [draft for draft in drafts if not (draft.period and draft.period.past)]
        return part_periods(drafts, self._text, (statement.start, statement.end)) if any(map(sentence.text.__contains__, PARTED)) else drafts

    def _find_lent(self, number: int, statement: Statement) -> Mention | None:
        """Return the metric that a statement goes on about, its place counting from the statement: that of the one before it in its paragraph."""
        before = self._statements[number - 1]
        apart = before.kind == "table" or statement.kind != before.kind or "\n\n" in self._text[before.end : statement.start]
        if apart or len(before.text) > LONGEST_STATEMENT:
            return None
        sentence = self._sentence(before.text)
        metric = find_metric_before(sentence, read_prose(sentence) if yields(before) else [], changes=says_change(self._sentence(statement.text)))
        return metric and metric.move(before.start - statement.start)

    def _lend(self, drafts: list[Draft], statement: Statement, sentence: Sentence, *, noted: bool) -> None:
        """Give drafts without a period that of the section, and keep what this statement gives to later ones; `noted` of a note below a table."""
        section = self._section
        item = bool(ITEM.match(statement.text)) or statement.kind == "list_item"
        if self._headline and section.frame is None and statement.section == self._opening and any(draft.metric.name in BORROWERS for draft in drafts):
            section.frame = self._headline if statement.label is Label.GUIDANCE else None
        for draft in drafts:
            if draft.form != "unstated":
                settle_period(draft, section, sentence, statement.start, item=item, body=self._body, trace=self.trace)
            elif draft.period is None and self._body:
                draft.period = section.list_frame if item and section.list_frame else section.frame
            elif draft.period and draft.period.name == "annual":
                draft.period = draft.period._replace(name=str(self._background.clock.full_year))
        share_periods(drafts, section, self._text)
        share_predicate(drafts, sentence, statement.start)
        listed = item or (section.act is not None and self._body and stands_alone(self._text, statement))
        for draft in drafts:
            section.borrow(draft, item=listed or noted)
        own = [when for when in sentence.periods if when.name and not when.compared]
        section.keep(drafts, own, statement.start, item=item)
        section.keep_act(sentence.text, drafts, sentence.acts, own, item=listed)

    def _look_back(self, number: int, statement: Statement) -> None:
        """Take up the headings since the last statement, and the statements passed over that lead in."""
        heading = self._text.rfind(statement.section, 0, statement.start) if statement.section and statement.section != self._section.name else -1
        running = heading >= 0 and _PAGE.search(self._text, max(0, heading - LONGEST_HEADING), heading) is not None
        if running:
            self._take_head_before(number)
        if self._section.open(statement.section, running=running) and statement.section and self._body and heading >= 0:
            self._section.take(self._sentence(statement.section), heading)
        place = number
        while max(self._passed, number - LONGEST_LOOK_BACK) < place and self._statements[place - 1].section == statement.section:
            place -= 1
        if place and self._statements[place - 1].section != statement.section and leads_in(fold(self._statements[place - 1].text)):
            place -= 1  # what leads in stands before a heading, of the table's scale perhaps
        for index in range(place, number + 1):
            current = self._statements[index]
            before = self._statements[index - 1].end if index else 0
            self._read_gap(max(before, current.start - LONGEST_GAP), current.start)
            if (
                index < number
                and current.kind != "table"
                and len(current.text) <= LONGEST_STATEMENT
                and (current.forward_looking or leads_in(fold(current.text)))
            ):
                self._pass_over(current)

    def _take_head_before(self, number: int) -> None:
        """Take up the heading of the section that a page's running head interrupts, where none of its statements was read."""
        here = self._statements[number].section
        before = next((one for one in self._statements[self._passed : number][::-1] if one.section != here), None)
        if before is not None and before.section is not None and self._section.open(before.section):
            self._section.take(self._sentence(before.section), self._text.rfind(before.section, 0, before.start))

    def _read_gap(self, start: int, end: int) -> None:
        if end - start < 3 or not self._body or self._text[start:end].isspace():
            return
        for line in LINE.finditer(self._text, start, end):
            words = line.group()
            if 3 < len(words.strip()) < LONGEST_HEADING:
                self._section.take(self._sentence(words), line.start())

    def _pass_over(self, statement: Statement) -> None:
        """Take up the period and the act of a statement without a figure, unless it is an item of a list."""
        if self._section.list_frame is None or not ITEM.match(statement.text):
            self._section.take(self._sentence(statement.text), statement.start)

    def _read_table(self, number: int, statement: Statement) -> list[Draft]:
        # A lead-in or caption just above the table says more than the section.
        if number:
            earlier = self._statements[number - 1]
            if statement.start - earlier.end < LONGEST_GAP and earlier.kind != "table" and len(earlier.text) < LONGEST_GAP:
                self._section.take(self._sentence(earlier.text), earlier.start)
                self._read_gap(earlier.end, statement.start)
        before = self._statements[number - 1] if number else None
        if before is not None and before.kind == "table" and self._last_table[0] != before.end:
            self._parse_table(before)  # for its heads, under which this one may go on
        return self._read_rows(statement)

    def _read_rows(self, statement: Statement) -> list[Draft]:
        drafts = self._parse_table(statement)
        for draft in drafts:
            self._section.borrow(draft, item=True)
        self._last_act, self._section.act = self._section.act, None
        return drafts

    def _is_note(self, statement: Statement) -> bool:
        """Return whether a statement is a note right below the table that ended last: "(1) Targets assume a tax rate of 20%"."""
        ended = self._last_table[0]
        if self._last_act is None or not 0 < statement.start - ended < LONGEST_HEADING:
            return False
        return not self._text[ended : statement.start].strip() and _NOTE.match(statement.text) is not None

    def _goes_on(self, statement: Statement) -> bool:
        """Return whether a statement is more rows of the table that ended just before it."""
        ended = self._last_table[0]
        if not 0 < statement.start - ended < LONGEST_HEADING or self._text[ended : statement.start].strip():
            return False
        return self._text.count("\n", ended, statement.start) < MOST_BREAKS and is_in_columns(statement.text)

    def _parse_table(self, statement: Statement) -> list[Draft]:
        """Return the drafts of a table with the head lines above it, and keep its heads for one that goes on with it."""
        line = max(self._text.rfind("\n", 0, statement.start), self._text.rfind("\r", 0, statement.start)) + 1
        top = find_head_lines(self._text, line)
        printed = self._text[top:line] + " " * (statement.start - line) + statement.text
        below = self._text[statement.end : statement.end + LONGEST_HEADING].strip().partition("\n")[0]
        frame = self._section.frame
        far = self._text[max(0, top - LONGEST_TABLES) : top]
        around = Around(self._text[max(0, top - 500) : top], below, line - top, self._heads_before(top), frame and frame.move(-top), far)
        drafts, heads = read_table(printed, self._background.clock, self._background.dollar, around)
        self._last_table = statement.end, [head.move(top) for head in heads]
        place_drafts(drafts, top)
        return drafts

    def _heads_before(self, top: int) -> tuple[ColumnHead, ...]:
        """Return the heads of the table that one at `top` goes on with, places counting from there."""
        ended, heads = self._last_table
        follows = 0 <= top - ended < LONGEST_HEADING and self._text.count("\n\n", ended, top) < MOST_BREAKS
        return tuple(head.move(-top) for head in heads) if follows else ()
