"""Figures in outlook tables: rows and columns of printed text.

In: the text of a table, and the words that stand before it. Out: drafts with metric from the row, period, basis, part and scale from
column heads, row heads and caption; low and high columns make one range; past results and adjustments are passed over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from forelook.expressions.numbers.amounts import find_amounts
from forelook.expressions.numbers.hedges import Value
from forelook.expressions.numbers.quantities import find_quantity_scale
from forelook.expressions.numbers.values import read_values
from forelook.expressions.periods.clock import MONTH, Clock
from forelook.expressions.periods.period import When
from forelook.expressions.periods.when import outside, read_periods
from forelook.expressions.words.cues import cue, fold
from forelook.expressions.words.watching import find_words
from forelook.figures.drafts import Draft, Frame
from forelook.figures.metrics.mentions import read_metrics
from forelook.figures.roles import find_role
from forelook.figures.tables.cells import Amounts, read_cell
from forelook.figures.tables.columns import Column, find_prior, fold_prior, go_on, is_between, is_difference, is_over, read_columns, stands_before
from forelook.figures.tables.grid import Cell, Row, split_rows
from forelook.figures.tables.heads import (
    CORNER,
    MOST_HEADS,
    Around,
    ColumnHead,
    align_heads,
    find_frame,
    find_over,
    find_timeless,
    first_frame,
    has_period,
    is_day,
    name_total,
    read_heads,
    widen_heads,
)
from forelook.figures.tables.labels import (
    NOTE_ALONE,
    PERIOD_LABEL,
    Heading,
    Subject,
    begins_above,
    find_bridge,
    find_caption,
    find_cell_basis,
    find_subject,
    is_adjustment,
    reconciles,
    take_column_metric,
)
from forelook.figures.tables.scales import above_figures, find_currency, find_last_scale, find_scale, find_scale_below, find_share_scale

_NUMBER_CELL = cue(r"[\s$€£¥~(–—-]*+(?:(?:US|CA?)[$€£]\s*+\(?[-–]?\$?\s*+)?\.?\d")
_MONTHS_AFTER = cue(r"\s+(?:months?|weeks?)\b")  # "Twelve Months Ending"
_MONTH_BEFORE = cue(rf"\b{MONTH}\s+$")
_WAS = cue(r"\((?:was|before|previously|prior:?)\s+$")  # earlier guidance in the same cell
_ENDED = cue(r"\b(?:months?|quarters?|years?|periods?)\s+ended\b")  # what a line of prose then tells of
_NOTE = re.compile(r"\(\d{1,2}\)")  # behind a figure in its cell
_PER_SHARE = cue(r"\bper\s+(?:[\w-]+\s+){0,2}(?:share|unit)\b")
_LONGEST_HEAD = 60  # characters of what stands above a column, or heads rows; a sentence is longer
_MOST_FIGURES = 100  # of a row, each of which is held against its label and the others; what has more is no table
_BELOW = 30  # rows whose cells tell how wide the columns are
_CAPTION, _TOP = 250, 400  # characters above a table, and of it, in which its scale is named


class _Line(NamedTuple):
    """A row with its label and figures; places count in the table."""

    label: Cell | None
    values: list[tuple[Cell, Value]]
    periods: list[When]  # places count in the row
    was: dict[int, Value]  # earlier guidance that stands in brackets after a figure, by the place of that


def read_table(printed: str, clock: Clock, dollar: str, around: Around) -> tuple[list[Draft], list[ColumnHead]]:
    """Return the drafts of a table and the heads of its last columns."""
    table = _Table(printed, clock, dollar, around)
    return table.read(), table.heads


class _Table:
    """A table that is read row by row."""

    def __init__(self, printed: str, clock: Clock, dollar: str, around: Around) -> None:
        self._printed, self._text, self._clock, self._lines = printed, fold(printed), clock, around.lines
        before, top = fold(around.words)[-_CAPTION:], self._text[:_TOP]
        over = before + "\n" + above_figures(top)
        scale, share_scale = find_scale(over) or find_scale_below(around.below), find_share_scale(f"{before} {top}")
        lent = find_last_scale(around.far) if scale is None else None
        money, of_shares = any(sign in self._text for sign in "$€£"), scale is None and _PER_SHARE.search(self._text) is not None
        self._amounts = Amounts(find_currency(over) or dollar, scale, share_scale, money, find_quantity_scale(over), lent, of_shares)
        self._reconciles, self._bridge = reconciles(before + self._text), find_bridge(self._text)
        self._find_frame = cache(lambda over, caption: find_frame(over, clock, caption))  # a column's heads stand over many rows
        self.heads: list[ColumnHead] = list(around.heads)
        self._earlier: list[ColumnHead] = []  # "Low", "High" over the rows before a line that names another period
        self._heading = find_caption(around.words)
        self._caption = around.frame
        self._lent = bool(around.heads)  # the heads are those of an earlier table
        self._in_heads = True  # the lines since the last figures are heads
        self._last_year: Frame | None = None  # of the row above, where its label is a year
        self._whole: tuple[Subject, int] | None = None  # the last row with a metric in its label, and the column of that
        self._alone: Cell | None = None  # the label of the line above, where it held nothing else

    def read(self) -> list[Draft]:
        """Return the drafts of all rows."""
        drafts: list[Draft] = []
        for number, row in enumerate(rows := split_rows(self._text)):
            line = self._read_line(row)
            if line.values and row.start >= self._lines:
                self.heads = widen_heads(name_total(self.heads), rows[number : number + _BELOW]) if self._in_heads and self.heads else self.heads
                self._in_heads = False
                self.heads, self._earlier = align_heads([*self.heads, *self._earlier], row.cells), []
                drafts += self._read_row(line)
            else:
                self._read_head(row, line)
            self._alone = row.cells[0] if not line.values and len(row.cells) == 1 else None
        return drafts

    def _read_line(self, row: Row) -> _Line:
        """Return label and figures of a row; no figure where it is a head (years, quarters)."""
        first = row.cells[0]
        noted = self._alone is not None and len(row.cells) > 1 and NOTE_ALONE.match(self._text, first.start, first.end)
        by_period = len(row.cells) > 1 and PERIOD_LABEL.match(self._text[first.start : first.end]) is not None
        label = first if noted or by_period or not _NUMBER_CELL.match(self._text, first.start, first.end) else None
        words = find_words(self._text[row.start : row.end])
        amounts = find_amounts(words)
        periods = read_periods(self._printed[row.start : row.end], words, lambda: self._clock)
        if label is None or not amounts or (len(row.cells) == 1 and (_ENDED.search(words.text) or not read_metrics(words))):
            return _Line(label, [], periods, {})
        values = read_values(words, amounts, self._amounts.dollar)
        if len(row.cells) == 1:  # a line of prose
            metrics = read_metrics(words)
            values = [value for value in values if find_role(words, value, metrics) == "figure"]
        apart = set(outside(values, periods))
        found: list[tuple[Cell, Value]] = []
        was: dict[int, Value] = {}
        number = 0
        for value in values:
            start = row.start + value.start
            before = words.text[max(0, value.start - 12) : value.start]
            dated = not value.unit and (value not in apart or _MONTH_BEFORE.search(before) or _MONTHS_AFTER.match(words.text, value.end))
            if found and _WAS.search(before):
                was[found[-1][1].start] = replace(value, start=start, end=row.start + value.end)
                continue
            if dated or _WAS.search(before) or (len(row.cells) > 1 and start < label.end):
                continue
            while number + 1 < len(row.cells) and row.cells[number + 1].start <= start:
                number += 1
            if found and found[-1][0] == row.cells[number] and _NOTE.fullmatch(words.text[value.start : value.end]):
                continue
            found.append((row.cells[number], replace(value, start=start, end=row.start + value.end)))
        return _Line(label, found, periods, was)

    def _read_head(self, row: Row, line: _Line) -> None:
        """Take up a line without figures: column heads, a caption, or the heading of the rows below."""
        alone, last = len(row.cells) == 1, row.cells[-1]
        if last.end - last.start > _LONGEST_HEAD and self._text[last.end - 1] == "." and not (alone and self._in_heads):
            return  # a note between two tables
        heading, self._whole = Heading(self._text[row.start : row.end], row.start), None
        when = first_frame([when for when in line.periods if not is_day(when, heading.text)], row.start)
        if not self._in_heads and alone and (when is None or read_metrics(find_words(heading.text)) or heading.text.rstrip()[-1:] == ":"):
            self._heading = heading
            if when:
                self.heads, self._caption = [head for head in self.heads if not has_period(head, self._clock)], when
            return
        kept = self.heads if self._in_heads and (alone or not self._lent) else []
        self._earlier = [] if not alone else self._earlier if self._in_heads else find_timeless(self.heads, self._clock)
        self.heads = [*read_heads(self._printed, row), *kept][:MOST_HEADS]
        if alone:
            self._heading, self._caption = heading, when if when and when.name[:1].isdigit() else self._caption
        elif row.cells[0].column <= CORNER:
            self._take_corner(row.cells[0])
        self._in_heads, self._lent = True, self._lent and alone

    def _take_corner(self, cell: Cell) -> None:
        """Take what stands above the labels for the heading of their rows; where it names no metric, the rows below older heads are over."""
        words = self._text[cell.start : cell.end]
        if any(metric.name not in ("other", "all") for metric in read_metrics(find_words(words))):
            self._heading = Heading(words, cell.start)
        elif not self._in_heads and words[:1].isalpha():
            self._heading = None

    def _read_row(self, line: _Line) -> list[Draft]:
        label = line.label
        if label is None or len(line.values) > _MOST_FIGURES:
            return []
        if self._alone and begins_above(self._printed[label.start : label.end], self._text[label.start : label.end]):
            label, above = label._replace(start=self._alone.start), self._alone.start  # which begins on the line above
            self.heads = [head for head in self.heads if head.cell.start != above]
        printed, words = self._printed[label.start : label.end], self._text[label.start : label.end]
        labelled = find_words(words)
        subject = find_subject(printed, labelled, label.start, self._heading)
        bridged = self._reconciles or self._bridge[0] < label.start < self._bridge[1]
        if subject is None or (bridged and is_adjustment(words, subject.metric)):
            return []
        subject = self._take_whole(subject, label)
        named = read_periods(printed, labelled, lambda: self._clock)
        dated = [when for when in named if when.name and when.name[:1].isdigit() and not when.compared]
        when = first_frame(dated, label.start) or go_on(words, label.start, self._last_year)
        past = PERIOD_LABEL.match(words) is not None and any(period.over for period in named)
        if past or (self._last_year and when is None and words.startswith("total")):
            return []  # of a year that is over, or of the years above
        self._last_year = when if when and when.name[:4].isdigit() else self._last_year
        fallback = when or self._find_frame(tuple(find_over([label], self.heads)[0]), None) or self._caption
        columns = read_columns(self._text, line.values, self.heads)
        drafts = []
        final = not any(column.said.is_preliminary for column in columns)
        for place, (column, is_prior) in enumerate(zip(columns, find_prior(columns), strict=True)):
            if column.said.is_past or stands_before(column, columns) or is_difference(column, columns) or is_between(place, columns):
                continue
            taken = take_column_metric(subject, column.heads)
            if draft := self._read_column(column, taken, words, fallback, final=final):
                draft.features = (*draft.features, min(len(line.values), 4) / 4)
                drafts.append((draft, is_prior))
            was = line.was.get(column.values[-1].start)
            if was and (draft := self._read_column(column._replace(values=[was]), taken, words, fallback, final=final)):
                drafts.append((draft, True))
        return fold_prior(drafts)

    def _take_whole(self, subject: Subject, label: Cell) -> Subject:
        """Return the subject with the metric of a row above from which its label is set in: "Revenue", "  Pumps"."""
        if subject.named or self._whole is None or label.column <= self._whole[1]:
            self._whole = (subject, label.column) if subject.named and subject.metric.name != "other" and subject.metric.start >= label.start else None
            return subject
        if subject.basis != "unknown":
            return self._whole[0]._replace(basis=subject.basis, label=subject.label)
        return self._whole[0]._replace(entity=(subject.metric.start, subject.metric.end), label=subject.label)

    def _read_column(self, column: Column, subject: Subject, label: str, fallback: Frame | None, *, final: bool) -> Draft | None:
        """Return the draft of a column, None where its period is over and the results are `final`."""
        when = self._find_frame(tuple(column.heads), self._caption)
        if when and final and is_over(when, self._clock):
            return None
        if subject.named and PERIOD_LABEL.match(label):
            label = column.words  # which name the metric
        if self._heading and self._heading.start <= subject.metric.start < self._heading.start + len(self._heading.text):
            label = f"{self._heading.text.strip()} {label}"  # which names the metric, and its scale
        draft = read_cell(self._text, label, subject.metric, column.values, column.words, self._amounts)
        if draft is None:
            return None
        start = column.values[0].start
        if column.said.is_initial:
            draft.direction, draft.own_act = "initiated", True
        draft.period, draft.place, draft.entity = when or fallback, "table", subject.entity
        draft.basis = find_cell_basis(subject, self._text[max(0, start - 80) : start].rstrip(), column.words, self._heading)
        other, dated, ranged = subject.metric.name == "other", draft.period is not None, draft.form == "range"
        draft.features = (float(other), float(dated), float(ranged), float(draft.scale_missing), float(self._reconciles))
        return draft
