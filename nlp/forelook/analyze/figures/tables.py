"""Figures in outlook tables: rows and columns of printed text.

In: the text of a table, and the words that stand before it. Out: drafts with metric from the row, period, basis, part and scale from
column heads, row heads and caption; low and high columns make one range; past results and adjustments are passed over.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from forelook.analyze.figures.basis import find_basis
from forelook.analyze.figures.clock import Clock
from forelook.analyze.figures.cues import cue, fold
from forelook.analyze.figures.drafts import Draft, Frame
from forelook.analyze.figures.entity import find_entity
from forelook.analyze.figures.link import COUNTED, PER_SHARE, RATIOS
from forelook.analyze.figures.metrics import Mention, find_metrics
from forelook.analyze.figures.numbers import Value, find_values
from forelook.analyze.figures.periods import When, find_periods
from forelook.analyze.figures.words import Words
from forelook.records import Basis

_GAP = re.compile(r" {2,}|\t+|\s*\|\s*")
_SCALE = cue(
    r"\b(?:in|\$|dollars?(?:\s+in)?|amounts?(?:\s+in)?)\s*\$?\s*(thousand|million|billion)s?\b|\(\s*(?:in\s+)?\$?\s*(?:US\s?)?(?P<short>MM?"
    r"|[$€£]?000s?|[$€£]?000['’]s|mln|bn|millions?|thousands?|billions?)\b|[$€£](?P<dollar>millions?|billions?|thousands?|MM?\b|B\b)"
    r"|\b(?P<plain>thousands|millions|billions)\b"
)
_SHARES_SCALE = cue(r"shares\s+in\s+(thousand|million|billion)s?")
_NUMBER_CELL = re.compile(r"[\s$€£¥~(–—-]*(?:US|C|CA)?[$€£]?\s*\(?[-–]?\$?\s*(?:\d|\.\d)")
_LOW = cue(r"\b(?:low(?:er)?|minimum|from|bottom)(?:\s+(?:end|range))?\b")
_HIGH = cue(r"\b(?:high(?:er)?|maximum|to|top|upper)(?:\s+(?:end|range))?\b")
_PRIOR_COLUMN = cue(r"\b(?:prior|previous|previously|earlier|original|initial|old|former)\b|\bas\s+of\s+\w+\s+\d")
_CURRENT_COLUMN = cue(r"\b(?:current|new|revised|updated|now|raised)\b")
_PAST_COLUMN = cue(r"\b(?:actuals?|results?|reported|historical|ended|LTM|TTM|last\s+year|prior[\s-]year|year[\s-]ago)\b|\d{4}\s?A\b")
_GROWTH_COLUMN = cue(r"\b(?:growth|change|increase|%\s*chg|chg|y/y|yoy|year[\s-]over[\s-]year)\b|%\s*(?:change|growth)")
_DIRECTION_COLUMN = cue(r"\b(?:raised|lowered|maintained|unchanged|no\s+change|reaffirmed|reiterated|narrowed)\b")
_ADJUSTING = cue(
    r"\b(?:adjustments?|amortization|stock-based|share-based|compensation|depreciation|acquisition|restructuring|impairment|deferred"
    r"|tax\s+(?:effects?|impact|adjustments?)|effects?\s+of|loss\s+contingency|excluded|add\s*back|less:|plus:|intangibles?|gain|provision"
    r"|interest)\b"
)
_RECONCILES = cue(r"reconcil|GAAP[\s\S]*non-GAAP|net\s+income[\s\S]*(?:depreciation|interest)[\s\S]*EBITDA")
_AMOUNT_ROW = cue(
    r"\b(?:expenses?|costs?|income|spending|expenditures?|investments?|debt|cash|proceeds|earnings|profits?|loss"
    r"|sales|revenues?|amortization|depreciation|compensation|capital|price|outlays?|loans|deposits|assets|premiums?)\b"
)
_BLANK_CELL = cue(r"[\s\-–—.*$n/a]*$")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "mm": 1e6, "000": 1e3, "mln": 1e6, "bn": 1e9, "b": 1e9}


class Cell(NamedTuple):
    """A stretch of a row between wide gaps."""

    start: int
    end: int
    column: int  # place in its line of the text's first character
    last: int


class Row(NamedTuple):
    """A line of a table and its cells."""

    start: int
    end: int
    cells: list[Cell]


class Head(NamedTuple):
    """What is said above a column."""

    column: int
    last: int
    start: int
    text: str


def read_table(text: str, clock: Clock, dollar: str, before: str, lead: Frame | None) -> list[Draft]:
    """Return the drafts of a table; `before` is what stands above it, `lead` the period that its lead-in gives."""
    printed, text, before = text, fold(text), fold(before)
    rows = _split_rows(text)
    scale = _find_scale(before[-250:] + " " + text[:400])
    share_scale = _find_share_scale(before[-200:] + " " + text[:300])
    reconciles = bool(_RECONCILES.search(before[-200:] + text))
    heads: list[Head] = []
    fresh = True
    section: tuple[str, int] | None = None
    drafts: list[Draft] = []
    caption: Frame | None = None
    for row in rows:
        label, values = _read_row(printed, row, dollar, clock)
        if not values:
            if fresh is False:
                if _is_heading(text, row):
                    section = (text[row.start : row.end], row.start)
                    when = _frame(find_periods(printed[row.start : row.end], clock), row.start)
                    if when:
                        heads, caption = _heads(printed, row), None
                        if len(row.cells) == 1:
                            heads, caption = [], when
                    continue
                heads = []
            heads = _merge_heads(heads, _heads(printed, row))
            if len(row.cells) == 1:
                section = (text[row.start : row.end], row.start)
                caption = _frame(find_periods(printed[row.start : row.end], clock), row.start) or caption
            fresh = True
            continue
        fresh = False
        drafts += _row_drafts(printed, label, values, heads, clock, section, caption or lead, dollar, scale, share_scale, reconciles=reconciles)
    return drafts


def _split_rows(text: str) -> list[Row]:
    rows = []
    for match in re.finditer(r"[^\r\n]+", text):
        line = match.group()
        if not line.strip() or re.fullmatch(r"[\s=_.*-]+", line):
            continue
        cells, at = [], 0
        for gap in [*_GAP.finditer(line), None]:
            end = gap.start() if gap else len(line)
            if line[at:end].strip():
                cells.append(Cell(match.start() + at, match.start() + end, at, end))
            at = gap.end() if gap else end
        rows.append(Row(match.start(), match.end(), cells))
    return rows


def _read_row(text: str, row: Row, dollar: str, clock: Clock) -> tuple[Cell | None, list[tuple[Cell, list[Value]]]]:
    """Return the label of a row and its cells with numbers; no number where the row is a head (years, quarters)."""
    if not row.cells:
        return None, []
    label = row.cells[0] if not _NUMBER_CELL.match(text[row.cells[0].start : row.cells[0].end]) else None
    rest = row.cells[1:] if label else row.cells
    line = text[row.start : row.end]
    if label is None or (not rest and not find_metrics(line)):
        return label, []
    whole: list[tuple[Cell, list[Value]]] = []
    periods = [(row.start + when.start, row.start + when.end) for when in find_periods(line, clock)]
    for value in find_values(line, dollar):
        start, end = row.start + value.start, row.start + value.end
        if start < (label.end if rest else label.start) and rest:
            continue
        if any(one < end and start < other for one, other in periods) and not value.unit:
            continue
        cell = next((cell for cell in row.cells if cell.start <= start < cell.end), row.cells[-1])
        placed = value._replace(start=start, end=end)
        if whole and whole[-1][0] == cell:
            whole[-1][1].append(placed)
        else:
            whole.append((cell, [placed]))
    return label, whole


def _is_heading(text: str, row: Row) -> bool:
    return (bool(row.cells) and len(row.cells) == 1 and text[row.start : row.end].strip()[-1:] == ":") or (
        len(row.cells) == 1 and bool(find_metrics(text[row.start : row.end]))
    )


def _heads(text: str, row: Row) -> list[Head]:
    return [Head(cell.column, cell.last, cell.start, text[cell.start : cell.end]) for cell in row.cells]


def _merge_heads(above: list[Head], below: list[Head]) -> list[Head]:
    """Return the heads of both lines; what a lower one says comes first."""
    return [*below, *above]


def _over(head: Head, cell: Cell, heads: list[Head]) -> bool:
    """Tell whether a head stands over a cell: they share a column, or no other head of its line is nearer."""
    if head.column < cell.last + 1 and cell.column < head.last + 1:
        return True
    line = [
        other
        for other in heads
        if other.start != head.start and abs(other.start - head.start) < 400 and (other.column >= head.last or other.last <= head.column)
    ]
    middle = (cell.column + cell.last) / 2
    mine = abs((head.column + head.last) / 2 - middle)
    return mine < 28 and all(abs((other.column + other.last) / 2 - middle) >= mine for other in line)


def _row_drafts(
    text: str,
    label: Cell | None,
    values: list[tuple[Cell, list[Value]]],
    heads: list[Head],
    clock: Clock,
    section: tuple[str, int] | None,
    lead: Frame | None,
    dollar: str,
    scale: float | None,
    share_scale: float | None,
    *,
    reconciles: bool,
) -> list[Draft]:
    if label is None:
        return []
    printed, text = text, fold(text)
    words = text[label.start : label.end]
    metrics = find_metrics(words)
    metric = next((found for found in metrics if found.name != "other"), metrics[0] if metrics else None)
    if metric is None and section and (found := [one for one in find_metrics(section[0]) if one.name not in ("other", "all")]):
        entity_row = True
        placed = Mention(section[1] + found[0].start, section[1] + found[0].end, found[0].name)
    elif metric is None:
        entity_row = False
        stripped = words.strip(" .:*")
        if not stripped:
            return []
        placed = Mention(label.start + words.index(stripped[0]), label.start + words.index(stripped[0]) + len(stripped), "other")
    else:
        entity_row = False
        placed = Mention(label.start + metric.start, label.start + metric.end, metric.name)
    if reconciles and (
        placed.name == "other"
        or (_ADJUSTING.search(words) and not cue(r"GAAP|adjusted|EBITDA|shares|net\s+(?:income|loss|earnings)|earnings\s+per").search(words))
    ):
        return []
    cells = _columns(text, values, heads)
    drafts: list[Draft] = []
    row_scale = _find_scale(words) or scale
    row_when = _frame([when for when in find_periods(printed[label.start : label.end], clock) if when.name and when.name[:1].isdigit()], label.start)
    for head_words, members in cells:
        if _PAST_COLUMN.search(head_words) and not cue(r"\b(?:outlook|guidance|forecast|estimated?|expected|ending|projected)\b").search(head_words):
            continue
        prior = bool(_PRIOR_COLUMN.search(head_words)) and not _CURRENT_COLUMN.search(head_words)
        draft = _cell_draft(text, placed, members, head_words, dollar, row_scale, share_scale)
        if draft is None:
            continue
        when = _head_frame(members[0][0], heads, clock)
        draft.period = when or row_when or lead
        if when and when.name[:4].isdigit() and int(when.name[:4]) < clock.year - 1 + (clock.reported_quarter == 4 and clock.month <= 4) - 1:
            continue
        if (
            when
            and when.name.isdigit()
            and int(when.name) <= clock.reported_year - (not clock.reports_full_year)
            and clock.reported_year
            and not clock.is_preannouncement
        ):
            continue
        draft.basis = _table_basis(words, placed, label.start, head_words, text, members, section)
        draft.entity = (
            (label.start, label.end) if entity_row else _shift(find_entity(printed[label.start : label.end], metric), label.start) if metric else None
        )
        if entity_row:
            trimmed = words.strip()
            draft.entity = (label.start + words.index(trimmed[0]) if trimmed else label.start, label.start + len(words.rstrip()))
        draft.features = (
            float(placed.name == "other"),
            float(draft.period is not None),
            float(draft.form == "range"),
            float(draft.scale_missing),
            float(reconciles),
            min(len(values), 4) / 4,
        )
        draft.place = "table"
        if prior:
            draft.direction = "withdrawn"  # a mark: taken up below
        drafts.append(draft)
    return _fold_prior(drafts)


def _shift(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return (span[0] + by, span[1] + by) if span else None


def _fold_prior(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of a row with those of an earlier-guidance column folded into the current ones for the same period."""
    old = [draft for draft in drafts if draft.direction == "withdrawn"]
    new = [draft for draft in drafts if draft.direction != "withdrawn"]
    for draft in new:
        match = next((one for one in old if _name(one) == _name(draft) and one.basis == draft.basis), None)
        if match and match.value:
            from forelook.analyze.figures.directions import compare  # noqa: PLC0415

            draft.prior = (match.low, match.high, *match.value)
            draft.direction = compare(draft)
            draft.own_act = True
    return new


def _name(draft: Draft) -> str | None:
    return draft.period.name if draft.period else None


def _columns(text: str, values: list[tuple[Cell, list[Value]]], heads: list[Head]) -> list[tuple[str, list[tuple[Cell, Value]]]]:
    """Return the words above each figure and the one or two cells that make it: low and high columns together."""
    flat = [(cell, value, _head_words(cell, heads)) for cell, members in values for value in members]
    groups: list[tuple[str, list[tuple[Cell, Value]]]] = []
    number = 0
    while number < len(flat):
        cell, value, words = flat[number]
        if number + 1 < len(flat):
            other_cell, other, other_words = flat[number + 1]
            low_here = bool(_LOW.search(words)) and not _HIGH.search(re.sub(r"\bto\b", "", words))
            high_there = bool(_HIGH.search(other_words)) and not cue(r"\blow").search(other_words)
            between = text[value.end : other.start].strip().lower()
            if value.form != "range" and other.form != "range" and ((low_here and high_there) or between in ("-", "–", "—", "to", "- $", "to $", "–  $")):
                groups.append((words + " " + other_words, [(cell, value), (other_cell, other)]))
                number += 2
                continue
        groups.append((words, [(cell, value)]))
        number += 1
    return groups


def _head_words(cell: Cell, heads: list[Head]) -> str:
    return fold(" ".join(head.text for head in heads if _over(head, cell, heads)))


@lru_cache(maxsize=1)  # asked for every cell of a table
def _names_money(text: str) -> bool:
    return any(sign in text for sign in "$€£")


def _cell_draft(
    text: str, metric: Mention, members: list[tuple[Cell, Value]], head_words: str, dollar: str, scale: float | None, share_scale: float | None
) -> Draft | None:
    first, last = members[0][1], members[-1][1]
    low, high = first.low, (last.high if len(members) > 1 else first.high)
    form = first.form
    if len(members) > 1:
        if low is None or high is None:
            return None
        low, high = min(low, high), max(low, high)
        form = "point" if low == high else "range"
    unit = first.unit or last.unit
    name = metric.name
    label = text[max(0, metric.start - 40) : metric.end + 60].split("\n", maxsplit=1)[0] if metric.start else text[: metric.end + 40]
    draft = Draft(metric, form, low, high, unit, None, (first.start, last.end))  # type: ignore[arg-type]
    if not unit:
        if (
            re.search(r"%|percent", head_words)
            or cue(r"%|percent|\brate\b|margin").search(text[metric.start : metric.end + 25].split("\n", maxsplit=1)[0])
            or name in RATIOS
        ):
            draft.unit = "percent"
        elif (name in PER_SHARE and name != "ffo") or (name == "ffo" and max(abs(low or 0), abs(high or 0)) < 30):
            draft.unit = dollar + "/share"
        elif (
            name in COUNTED
            or cue(
                r"\b(?:shares|units|employees|stores|homes|vehicles|barrels|ounces|tons|wells|customers|subscribers|megawatts|MW|rooms"
                r"|restaurants|openings|aircraft)\b"
            ).search(label)
            or (name == "other" and scale is None and not _names_money(text))
        ):
            draft.unit = "count"
        else:
            draft.unit = dollar
    if name in PER_SHARE and re.fullmatch(r"[A-Z]{3}", draft.unit or "") and max(abs(low or 0), abs(high or 0)) < 1000:
        draft.unit = f"{draft.unit}/share"
    if name == "net_income" and cue(r"per\s+(?:\w+\s+)?share").search(label):
        draft.metric = metric._replace(name="eps")
        draft.unit = dollar + "/share"
    factor: float | None = None
    if draft.unit == "count" and not first.scaled:
        factor = share_scale if name == "share_count" else _find_scale(label)
        if name == "share_count" and factor is None:
            factor = scale if max(abs(low or 0), abs(high or 0)) < 5e6 else None
    elif re.fullmatch(r"[A-Z]{3}", draft.unit or "") and not first.scaled:
        factor = scale
        if scale is None and "," not in text[first.start : first.end] and max(abs(low or 0), abs(high or 0)) < 100000:
            draft.scale_missing = True
    if factor:
        draft.low = round(low * factor, 4) if low is not None else None
        draft.high = round(high * factor, 4) if high is not None else None
    if draft.unit == "count":
        found = cue(
            r"\b(shares|units|employees|stores|homes|vehicles|barrels|ounces|tons|wells|customers|subscribers|megawatts|rooms|restaurants|openings|aircraft)\b"
        ).search(label)
        draft.noun = found.group(1).lower() if found else " ".join(text[metric.start : metric.end].lower().split())
    if (
        (draft.unit == "percent" and draft.metric.name not in (*RATIOS, "other"))
        or _GROWTH_COLUMN.search(head_words)
        or cue(r"\b(?:growth|change|increase)\b").search(label)
        or draft.unit == "basis_points"
    ):
        draft.measure = "change" if draft.unit in ("percent", "basis_points", "percentage_points") or _GROWTH_COLUMN.search(head_words) else "level"
    if (
        cue(r"\bloss\b(?!\s*\))").search(text[metric.start : metric.end])
        and "income" not in label.lower()
        and draft.low is not None
        and draft.low > 0
        and draft.high is not None
    ):
        draft.low, draft.high = -draft.high, -draft.low
    return draft


def _find_scale(words: str) -> float | None:
    match = None
    for found in _SCALE.finditer(words):
        if cue(r"shares\s+$").search(words[max(0, found.start() - 8) : found.start()]):
            continue
        match = found
        break
    if match is None:
        return None
    word = next(group for group in match.groups() if group).lower().strip("$€£").rstrip("s").rstrip("'’")
    return _SCALES.get(word.rstrip("s"), _SCALES.get(word))


def _find_share_scale(words: str) -> float | None:
    match = _SHARES_SCALE.search(words)
    return _SCALES[match.group(1).lower()] if match else None


def _head_frame(cell: Cell, heads: list[Head], clock: Clock) -> Frame | None:
    over = [head for head in heads if _over(head, cell, heads)]
    for head in over:
        frame = _frame(find_periods(head.text, clock), head.start)
        if frame is not None:
            if re.fullmatch(r"(?:19|20)\d\d(?:/)?|annual", frame.name):
                continue_quarter = next(
                    (other for other in over if other.start != head.start and cue(r"\b(?:first|second|third|fourth|Q[1-4])\b").search(other.text.lower())),
                    None,
                )
                if continue_quarter:
                    joined = _frame(find_periods(continue_quarter.text.strip() + " " + head.text.strip(), clock), min(head.start, continue_quarter.start))
                    if joined:
                        return Frame(
                            joined.name, joined.fiscal or frame.fiscal, continue_quarter.start, continue_quarter.start + len(continue_quarter.text.rstrip())
                        )
            later = next((other for other in over if other.start > head.start and re.search(r"\b(?:19|20)\d\d\b", other.text)), None)
            if later is not None and "-Q" in frame.name and not re.search(r"\b(?:19|20)\d\d\b", head.text):
                joined = _frame(find_periods(head.text.strip() + " " + later.text.strip(), clock), head.start)
                if joined:
                    return Frame(joined.name, joined.fiscal, head.start, head.start + len(head.text.rstrip()))
            earlier = next((other for other in over if other.start < head.start and cue(r"quarter|Q[1-4]").search(other.text.lower())), None)
            if earlier is not None and "-Q" not in frame.name:
                joined = _frame(find_periods(earlier.text.strip() + " " + head.text.strip(), clock), earlier.start)
                if joined:
                    return Frame(joined.name, joined.fiscal, earlier.start, earlier.start + len(earlier.text.rstrip()))
            return frame
    return None


def _frame(periods: list[When], offset: int) -> Frame | None:
    when = next((when for when in periods if when.name), None)
    return Frame(when.name, when.fiscal, offset + when.start, offset + when.end) if when and when.name else None


def _table_basis(
    words: str, metric: Mention, offset: int, head_words: str, text: str, members: list[tuple[Cell, Value]], section: tuple[str, int] | None
) -> Basis:
    value = members[0][1]
    ahead = text[max(0, value.start - 14) : value.start]
    if cue(r"non[\s-]?GAAP:?\s*~?\$?$").search(ahead):
        return "non_gaap"
    if cue(r"GAAP:?\s*~?\$?$").search(ahead):
        return "gaap"
    local = Mention(max(0, metric.start - offset), max(0, min(len(words), metric.end - offset)), metric.name)
    found = find_basis(Words(words), local, None) if metric.start >= offset else "unknown"
    if found != "unknown":
        return found
    for place in (head_words, section[0] if section else ""):
        if cue(r"non[\s-]?GAAP|\badjusted\b").search(fold(place)):
            return "non_gaap"
        if cue(r"\bGAAP\b").search(fold(place)):
            return "gaap"
        if cue(r"constant\s+currency").search(fold(place)):
            return "constant_currency"
    return "unknown"
