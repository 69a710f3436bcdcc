"""Reading a release in order: what its headings, lead-ins and earlier figures say of a figure that is silent itself.

In: a tagged Release. Out: drafts whose places count in its text, with periods borrowed within the section and directions carried
through lists, tables and the release.
"""

from __future__ import annotations

import re
from typing import Any

from forelook.analyze.figures.acts import Act, direct, find_acts, find_unstated
from forelook.analyze.figures.clock import Clock, read_clock
from forelook.analyze.figures.drafts import Draft, Frame
from forelook.analyze.figures.period_choice import pick_period
from forelook.analyze.figures.periods import When, find_periods
from forelook.analyze.figures.prose import read_prose
from forelook.analyze.figures.qualitative import find_qualitative
from forelook.analyze.figures.sentence import Sentence
from forelook.analyze.figures.tables import read_table
from forelook.records import Direction, Label, Release, Statement

FILTER = re.compile(
    r"\d|\b(?:guidance|outlook|forecasts?|targets?|estimates?|projections?|digits?|teens|flat|break-?even|doubl|tripl|halv|penny|cents?|percent"
    r"|points?|million|billion|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|increas|decreas|grow|declin|higher|lower|improv|strengthen|record|profitab|accreti|dilut|reduc|rise|fall|better|benefit|positive|unchanged"
    r"|stable|expand|fewer|exceed)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[•●◦○▪■·*–—-]|--|o\s|\(?(?:\d{1,2}|[a-z])[.)])")
_CANADIAN = re.compile(
    r"\b(?:in|are\s+in|expressed\s+in|reported\s+in)\s+(?P<name>Canadian|Australian|Hong\s+Kong|Singapore|New\s+Zealand)\s+dollars\b", re.IGNORECASE
)
_DOLLARS = {"canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD", "new zealand": "NZD"}
_OUTLOOK = re.compile(
    r"\b(?:guidance|outlook|forecast|budget|plan)\b[^.;]{0,60}\b(?:assum|includ|embed|exclud|take|tak|reflect|suppos|presum|incorporat|net\s+of|count)",
    re.IGNORECASE,
)
_THE_QUARTER = re.compile(r"(?:this|current|the|present)?\s*quarter", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s*$")
_LEADS_IN = re.compile(r":\s*$|\b(?:as\s+follows|the\s+following)\b[^.]*[.:]?\s*$", re.IGNORECASE)
_YEARLY = re.compile(r"annual|full[\s-]year|year|fiscal", re.IGNORECASE)
_GAP_LINE = re.compile(r"[^\r\n]+")
_YEARLY_METRICS = frozenset(("capital_expenditures", "tax_rate", "store_openings"))  # guided by the year where the section names one
BORROWERS = frozenset((
    "revenue", "comparable_sales", "bookings", "arr", "cost_of_revenue", "gross_profit", "gross_margin", "operating_expenses", "sga_expenses", "rd_expenses",
    "operating_income", "operating_margin", "ebitda", "ebitda_margin", "other_income", "pretax_income", "tax_rate", "net_income", "eps", "ffo", "share_count",
    "operating_cash_flow", "free_cash_flow", "capital_expenditures", "fx_impact", "deliveries", "production", "store_openings",
))  # fmt: skip
_FRAMES = frozenset(("qy", "quarter", "half", "mq", "fyend", "years", "year", "bare", "nextn"))  # kinds of words that a section may speak of
LONGEST_GAP = 400  # characters between two statements in which a heading is looked for


class Reader:
    """Goes through the statements of one release."""

    def __init__(self, release: Release, trace: list[Any] | None = None) -> None:
        self.trace = trace
        self._text: str = release.text if isinstance(release.text, str) else ""
        self._statements = release.statements
        self._clock: Clock | None = None
        self._dollar = "USD"
        self._frame: Frame | None = None  # the period that the section gives
        self._year: Frame | None = None  # the year that it gives
        self._list_frame: Frame | None = None  # the period that the lead-in, or first item, of a list gives
        self._section: str | None = None
        self._act: Direction | None = None  # an act on the whole outlook that leads in a list or table
        self._act_frame: Frame | None = None
        self._body = False
        self._passed = 0  # statements before this one have been taken up

    def read(self) -> list[Draft]:
        """Return the drafts of the release, in order."""
        found: list[Draft] = []
        for number, statement in enumerate(self._statements):
            if not self._body and _ENDS.search(statement.text):
                self._body, self._frame, self._year, self._act = True, None, None, None
            yields = (statement.label is Label.GUIDANCE and (statement.forward_looking or statement.kind == "table")) or (
                statement.label is Label.MANAGEMENT_QUOTE and statement.forward_looking
            )
            if yields and FILTER.search(statement.text):
                drafts = self._read(number, statement)
                for draft in drafts:
                    draft.statement = number
                found += drafts
        if found:
            _carry_directions(self._text, found)
        return found

    @property
    def clock(self) -> Clock:
        """The release's clock, read when the first figure asks for it."""
        if self._clock is None:
            history = "\n".join(statement.text for statement in self._statements if statement.label is Label.HISTORICAL_FACT)
            forecast = "\n".join(statement.text for statement in self._statements if statement.forward_looking)
            self._clock = read_clock(self._text, history, forecast)
            if match := _CANADIAN.search(self._text):
                self._dollar = _DOLLARS[" ".join(match.group("name").lower().split())]
        return self._clock

    def _read(self, number: int, statement: Statement) -> list[Draft]:
        if statement.kind == "table" or ("\n" in statement.text and statement.label is Label.GUIDANCE and _looks_tabular(statement.text)):
            self._look_back(number, statement)
            return self._read_table(number, statement)
        text = statement.text
        sentence = Sentence(text, self._dollar, lambda: self.clock)
        leads_in = bool(_LEADS_IN.search(text)) and number + 1 < len(self._statements)
        drafts = read_prose(sentence)
        act = direct(sentence, drafts)
        drafts += find_unstated(sentence, leads_in=leads_in, has_figures=bool(drafts))
        qualitative = find_qualitative(sentence, [draft.metric for draft in drafts])
        direct(sentence, qualitative)
        drafts += qualitative
        if not drafts:
            return []
        self._look_back(number, statement)
        self._passed = number + 1
        periods = sentence.periods
        self._place(drafts, statement.start)
        own = [when for when in periods if when.name and not when.compared]
        for draft in drafts:
            self._settle_headline(draft)
            draft.choices = [
                (features, frame and frame._replace(start=frame.start + statement.start, end=frame.end + statement.start)) for features, frame in draft.choices
            ]
        self._lend(drafts, act, own, statement, sentence)
        return [draft for draft in drafts if not (draft.period and draft.period.past)]

    def _place(self, drafts: list[Draft], by: int) -> None:
        """Move the places of drafts from their statement to the release."""
        for draft in drafts:
            draft.metric = draft.metric._replace(start=draft.metric.start + by, end=draft.metric.end + by)
            if draft.value:
                draft.value = (draft.value[0] + by, draft.value[1] + by)
            if draft.entity:
                draft.entity = (draft.entity[0] + by, draft.entity[1] + by)
            if draft.period:
                draft.period = draft.period._replace(start=draft.period.start + by, end=draft.period.end + by)
            if draft.prior:
                draft.prior = (draft.prior[0], draft.prior[1], draft.prior[2] + by, draft.prior[3] + by)

    def _settle_headline(self, draft: Draft) -> None:
        if draft.period and draft.period.name == "annual" and draft.form == "unstated":
            draft.period = draft.period._replace(name=str(self.clock.full_year))

    def _settle_period(self, draft: Draft, text: str, *, item: bool) -> None:
        """Choose among the periods of the draft's own statement, those that the section lends, and none."""
        if draft.period is not None:
            return
        choices = list(draft.choices)
        name = draft.metric.name
        about = (
            float(item),
            float(name in BORROWERS),
            float(name == "other"),
            float(name in ("charges", "capital_expenditures", "cost_savings", "dividend_per_share")),
            float(draft.unit == "count"),
            float(bool(draft.choices)),
            float(_OUTLOOK.search(text) is not None),
            float(not self._body),
            float(draft.form == "qualitative"),
            float(draft.measure == "change"),
        )
        lent = [("list", self._list_frame if item else None), ("frame", self._frame), ("year", self._year if self._year != self._frame else None)]
        if self._body:
            for kind, frame in lent:
                if frame is not None:
                    choices.append(((*(float(kind == one) * value for one in ("list", "frame", "year") for value in (1.0, *about)),), frame))
        choices.append(((*(-value for value in (1.0, *about)),), None))
        if self.trace is not None:
            self.trace.append((draft, choices))
        draft.period = pick_period(choices)
        quarter = self._list_frame if item and self._list_frame else self._frame
        own = draft.period in [frame for _, frame in draft.choices]
        if (
            own
            and draft.period
            and quarter
            and ("-Q" in quarter.name or quarter.name.endswith("Q"))
            and _THE_QUARTER.fullmatch(self._text[draft.period.start : draft.period.end])
        ):
            draft.period = quarter

    def _lend(self, drafts: list[Draft], act: Direction | None, own: list[When], statement: Statement, sentence: Sentence) -> None:
        """Give drafts without a period that of the section, and keep what this statement gives to later ones."""
        text = sentence.text
        item = bool(_ITEM.match(text)) or statement.kind == "list_item"
        for draft in drafts:
            if draft.form != "unstated":
                self._settle_period(draft, text, item=item)
            elif draft.period is None and self._body:
                draft.period = self._list_frame if item and self._list_frame else self._frame
            if draft.direction == "issued" and self._act and item and (self._act_frame is None or (draft.period and draft.period.name == self._act_frame.name)):
                draft.direction = self._act
        frames = {when.start + statement.start for when in own if when.kind in _FRAMES}
        periods = [draft.period for draft in drafts if draft.period and draft.period.start in frames]
        if item and self._list_frame is None:
            self._list_frame = self._frame or (periods[0] if periods else None)
        elif not item:
            self._list_frame = None
        if periods and not (item and self._list_frame is not None):  # else an item speaks for itself only
            self._frame = periods[0]
            self._year = next((period for period in periods if period.name.isdigit()), self._year)
        if act and (not drafts or _LEADS_IN.search(text) or all(draft.form == "unstated" for draft in drafts)):
            self._act = act
            self._act_frame = _frame_of_act(sentence.acts[0], own)
        elif not _ITEM.match(text) and drafts:
            self._act = None

    def _look_back(self, number: int, statement: Statement) -> None:
        """Take up the headings since the last statement, and the statements passed over that lead in."""
        if statement.section != self._section:
            self._section, self._frame, self._year, self._list_frame, self._act = statement.section, None, None, None, None
        place = number
        while place > 0 and number - place < 6:
            earlier = self._statements[place - 1]
            if earlier.section != statement.section or place <= self._passed:
                break
            place -= 1
        for index in range(place, number + 1):
            before = self._statements[index - 1].end if index else 0
            self._read_gap(max(before, self._statements[index].start - LONGEST_GAP), self._statements[index].start)
            if (
                index < number
                and self._statements[index].kind != "table"
                and (_LEADS_IN.search(self._statements[index].text) or self._statements[index].forward_looking)
            ):
                self._pass_over(self._statements[index])

    def _read_gap(self, start: int, end: int) -> None:
        if end - start < 3:
            return
        for line in _GAP_LINE.finditer(self._text, start, end):
            words = line.group()
            if 3 < len(words.strip()) < 120 and self._body:
                self._take(words, line.start())

    def _pass_over(self, statement: Statement) -> None:
        """Take up the period and the act of a statement without a figure, unless it is an item of a list."""
        if _ITEM.match(statement.text) and self._list_frame is not None:
            return
        self._take(statement.text, statement.start)

    def _take(self, words: str, start: int) -> None:
        """Take up the period and the act that a heading or a lead-in gives."""
        periods = [when for when in find_periods(words, self.clock) if when.name and not when.compared and when.kind in _FRAMES]
        if periods:
            first = periods[0]
            self._frame = Frame(first.name or "", first.fiscal, first.start + start, first.end + start)
            self._list_frame = None
            self._year = self._frame if self._frame.name.isdigit() else None
        acts = find_acts(words)
        if acts:
            self._act = acts[0][0]
            self._act_frame = _frame_of_act(acts[0], periods)

    def _read_table(self, number: int, statement: Statement) -> list[Draft]:
        before_start = max(0, statement.start - 500)
        before = self._text[before_start : statement.start]
        # A lead-in or caption just above the table says more than the section.
        if number:
            earlier = self._statements[number - 1]
            if statement.start - earlier.end < LONGEST_GAP and earlier.kind != "table" and len(earlier.text) < 400:
                self._take(earlier.text, earlier.start)
                self._read_gap(earlier.end, statement.start)
        indent = statement.start - max(self._text.rfind("\n", 0, statement.start), self._text.rfind("\r", 0, statement.start)) - 1
        drafts = read_table(" " * indent + statement.text, self.clock, self._dollar, before, None)
        self._place(drafts, statement.start - indent)
        for draft in drafts:
            if draft.period is None:
                draft.period = self._frame
            if draft.direction == "issued" and self._act and (self._act_frame is None or (draft.period and draft.period.name == self._act_frame.name)):
                draft.direction = self._act
        self._act = None
        return drafts


def _looks_tabular(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 2 and sum(bool(re.search(r"\S {3,}\S", line)) for line in lines) > len(lines) / 2


def _frame_of_act(act: Act, periods: list[When]) -> Frame | None:
    """Return the period whose guidance an act is on: the first one behind its verb, else the last one before it."""
    behind = [when for when in periods if when.start >= act[1]] or periods[-1:]
    return Frame(behind[0].name or "", behind[0].fiscal, 0, 0) if behind else None


def _carry_directions(text: str, drafts: list[Draft]) -> None:
    """Give every record of one metric, period and part the direction that is said of it anywhere in the release."""

    def key(draft: Draft) -> tuple[str, str | None, str]:
        part = " ".join(text[slice(*draft.entity)].lower().split()).removesuffix(" segment") if draft.entity else ""
        return draft.metric.name, draft.period.name if draft.period else None, part

    said: dict[tuple[str, str | None, str], Direction] = {}
    for draft in drafts:
        if draft.own_act and draft.direction not in ("issued", "updated"):
            said.setdefault(key(draft), draft.direction)
    for draft in drafts:
        direction = said.get(key(draft))
        if direction and draft.direction in ("issued", "updated"):
            draft.direction = direction
