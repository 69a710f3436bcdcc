"""Who issues a release, when, and where the shares trade: what the audit needs besides the statements.

In: a Release. Out: an Issuer. The first lines are searched as a reader would; where the release has a parsed `header` with a date,
that date is used. Nothing else in the audit depends on how these are found, so another source may replace them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from forelook.analyze.audit.dates import NO_YEAR, find_dates, read_date
from forelook.analyze.audit.phrases import alternatives, phrase
from forelook.analyze.audit.specific import read_stems, stem
from forelook.months import month_pattern
from forelook.spans import Span

Market = Literal["us", "otc", "canada", "other"]

HEAD = 4000  # characters in which a release names its date and its issuer
NEAR = 40  # characters between two tickers of one issuer: "(NYSE: X; TSX: X)"

_MARKETS: dict[Market, str] = {market: alternatives(f"market_{market}") for market in ("otc", "canada", "us", "other")}
_TICKER = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{market}>{names})" for market, names in _MARKETS.items()) + r")\s*(?:symbols?)?\s*[:;]\s*"
    r"[\"“]?\$?(?P<symbol>[A-Z][A-Z0-9.\-]{0,9})\b",
    re.IGNORECASE,
)
# "shares of its common stock are traded over the counter", "listed on the New York Stock Exchange"
_TRADED = re.compile(
    rf"""(?:trad(?:es?|ed|ing)|quot(?:ed|ation)|listed)\s+(?:\S+\s+){{0,8}}?(?:on|over|through)\s+(?:the\s+)?
    (?:(?P<us>{_MARKETS["us"]})|(?P<otc>over-the-counter|{_MARKETS["otc"]})|(?P<canada>{_MARKETS["canada"]}))\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A date after one of these words is not the date of the release.
_NOT_OWN = re.compile(
    r"""\b(?:
    ended|ending|ends|expires?|starting|beginning|quarter|period|fiscal     # "the quarter ended March 31, 2021"
    |through|until|till|thru|to|before|after|since|from|between|and         # "from May 1 through May 6, 2021"
    |by|on|for|of|as\s+of|in|about|the|dated|effective                      # "a call on Thursday, May 6, 2021"
    )\s*(?:\w+day,?\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_WIRE = re.compile(r"\s*(?:[/(]\s?[A-Z][\w\s-]{2,40}[/)]|[-–—]{1,3}|\.\s?\.|:)")
_NAME = re.compile(r"(?P<name>\b(?:[a-z]?[A-Z][\w&.'’+-]*|&)(?:,?\s+(?:[A-Z0-9][\w&.'’+-]*|&|of|and|the|de|for))*)\s*,?\s*$")
_DEFINED = re.compile(r"\((?:the\s+|collectively,?\s+)?[\"“'‘](?P<short>[A-Z][^\"”'’()]{1,40})[\"”'’]")
# A name after a dateline's dash, or at the beginning of a line before a verb of announcing.
_CAPITALS = (
    rf"(?P<name>(?!(?i:{month_pattern()})\.?\s+\d|On\s)"
    r"[a-z]?[A-Z][\w&.'’+-]*(?:,?[ \t]+(?:[A-Z0-9][\w&.'’+-]*|&|of|and|the)|,?[ \t]*\n[ \t]*[A-Z][\w&.'’+-]*)*)"
)
_VERBS = rf"(?:(?:to|proudly)\s+)?(?:{alternatives('announcing')})\b"
_DATELINE = re.compile(
    rf"""(?:Newswire|NEWSWIRE|PRNewswire[\w-]*/?|WIRE[A-Z]*\)|CNW/?|\d{{4}}\)?|\d{{1,2}})\s*/?\)?    # a wire, or the end of a date
    \s*[-–—]{{1,2}}\s*(?:via\s+\w+\s*[-–—]+\s*)?(?:\w+\s*[-–—]\s*)?                              # "--", "-- via NEWSWIRE --"
    {_CAPITALS}""",
    re.VERBOSE,
)
_ACTING = re.compile(rf"(?:^|\n[ \t]*){_CAPITALS}[ \t]+(?:today\s+|is\s+pleased\s+to\s+|are\s+pleased\s+to\s+)?(?i:{_VERBS})")
_LEGAL_FORMS = read_stems("legal_forms")
_FORMS = _LEGAL_FORMS | read_stems("company_forms")
_EXCLUDED = re.compile(r"(?:\bL\.?P\.?|\bL\.?L\.?C\.?|\bLimited\s+Partnership|\bFund(?:,?\s+Inc\.?)?|\bMLP)\s*,?$")
# Words before a name at the beginning of a line or a sentence that are not part of it.
_NOT_NAME = re.compile(
    r"""(?:
    Today|Both|On|In|At|About
    |The\s+Board\s+of\s+Directors\s+of|Board\s+of\s+Directors,?
    |[\w-]+-based,?                            # "Tulsa-based"
    |Exhibit\s+[\d.]+
    |(?:\w+\.?,?\s+){0,4}\d{4}[\s–—-]+         # "Tulsa, Okla., May 6, 2021 – "
    )\s+""",
    re.VERBOSE,
)
# "Larch Acquisition Corp. ("Larch") (NASDAQ: LACQ)": the short form may stand between name and ticker.
_DEFINED_BEFORE = re.compile(r"\((?:the\s+|collectively,?\s+)?[\"“'‘][^()]{1,60}\)\s*$")
_NAME_ROOM, _SHORT_ROOM = 90, 140
_FORM = r"(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|L\.?L\.?C|L\.?P|plc|PLC|N\.?V|S\.?A|AG|SE|GmbH)\b\.?"
# "Ashby Robotics, Inc. and Larch Acquisition Corp.": two companies announce something together; a blank-check company is always one of its own.
_JOINT = re.compile(rf"(?:,?\s{_FORM},?\s+and\s+(?=[A-Z])|\s+and\s+(?=(?:[A-Z0-9][\w.&]*\s+){{1,3}}Acquisition\s+{_FORM}))")
# Another company after the issuer's name, with whose short form the issuer's is not to be confused: ") and Ashby Robotics, Inc. ("Ashby")".
_ANOTHER = re.compile(rf"(?:[),]\s+(?:and|with)|\b(?:and|with|acquires?|acquire))\s+(?:[A-Z][\w&.’'-]*,?\s+){{1,5}}{_FORM}")


@dataclass(frozen=True)
class Issuer:
    """What the first lines say: the date, where the shares trade (with the spans that say so), and the issuer's name."""

    date: date | None
    date_span: Span | None
    markets: frozenset[Market]
    listing: tuple[Span, ...]
    name: str
    name_span: Span | None
    own_words: frozenset[str]

    @property
    def only_otc(self) -> bool:
        """Whether the shares trade over the counter and nowhere else."""
        return self.markets - {"other"} == {"otc"}

    @property
    def only_canada(self) -> bool:
        """Whether Canada is the only country with a listing on an exchange."""
        return "canada" in self.markets and "us" not in self.markets

    @cached_property
    def names(self) -> re.Pattern[str]:
        """The issuer's name, with or without its legal form; matches nothing where it is not known."""
        words = self.name.split()
        while len(words) > 1 and stem(words[-1].strip(".,")) in _LEGAL_FORMS:
            words.pop()
        return re.compile(r"\s+".join(re.escape(word.rstrip(",")) + ",?" for word in words) + r"(?!\w)") if words else re.compile(r"(?!)")

    @property
    def partnership(self) -> bool:
        """Whether its name is that of a partnership, an LLC or a fund."""
        return _EXCLUDED.search(self.name) is not None


def find_issuer(text: str, header_date: date | None = None) -> Issuer:
    """Return what the text says about its issuer; `header_date` is the date of the release where it is already known."""
    day, day_span = _release_date(text)
    if header_date is not None:
        day, day_span = header_date, day_span if day == header_date else None
    tickers = _own_tickers(text)
    symbols = {stem(word) for match in tickers for word in re.findall(r"[A-Z]{2,}", match["symbol"])}
    name, name_span = _name(text, tickers[0].start() if tickers else None)
    own = _own_words(text, name, name_span)
    markets: set[Market] = {_market(match) for match in tickers}
    spans = [match.span() for match in tickers]
    if not markets and (traded := _TRADED.search(text)):
        markets, spans = {_market(traded)}, [traded.span()]
    if not markets and (match := phrase("neither_exchange").search(text)):
        markets, spans = {"canada"}, [match.span()]
    return Issuer(day, day_span, frozenset(markets), tuple(spans), name, name_span, own | symbols if own else own)


def _own_words(text: str, name: str, name_span: Span | None) -> frozenset[str]:
    """Return the stems of the words that stand for the issuer: those of its name, and of the short form defined after it."""
    names = [name]
    if name_span is not None:
        another = _ANOTHER.search(text, name_span[1], name_span[1] + _SHORT_ROOM)
        names += [match["short"] for match in _DEFINED.finditer(text, name_span[1], another.start() if another else name_span[1] + _SHORT_ROOM)]
    words = {stem(word) for each in names for word in re.findall(r"[^\W\d_]{3,}", each)} - _FORMS
    return frozenset(words - read_stems("generic") or words)


def _market(match: re.Match[str]) -> Market:
    groups = match.groupdict()
    return next(market for market in _MARKETS if groups.get(market))


def _own_tickers(text: str) -> list[re.Match[str]]:
    """Return the first ticker and those beside it."""
    found: list[re.Match[str]] = []
    for match in _TICKER.finditer(text):
        if found and match.start() - found[-1].end() > NEAR:
            break
        found.append(match)
    return found


def _release_date(text: str) -> tuple[date | None, Span | None]:
    """Return the date of the release: the first one near the top that no word before it ties to something else."""
    head = min(len(text), HEAD)
    for day, span in find_dates(text, 0, head):
        if _NOT_OWN.search(text[max(0, span[0] - 24) : span[0]]) is None:
            return day, span
    for match in NO_YEAR.finditer(text, 0, head):
        if _WIRE.match(text, match.end()) and _NOT_OWN.search(text[max(0, match.start() - 24) : match.start()]) is None:
            return _with_year(text, match), match.span()
    return None, None


def _with_year(text: str, match: re.Match[str]) -> date | None:
    """Return the date of a dateline without a year: the first such day on or after the end of the newest period that the release reports."""
    past = [
        day
        for day, span in find_dates(text, 0, min(len(text), 2 * HEAD))
        if re.search(r"end(?:ed|ing)\s*$", text[max(0, span[0] - 12) : span[0]], re.IGNORECASE)
    ]
    if not past:
        return None
    newest = max(past)
    day = read_date(match, newest.year)
    return day if day is None or day >= newest else read_date(match, newest.year + 1)


def _name(text: str, ticker: int | None) -> tuple[str, Span | None]:
    """Return the issuer's name: the words before its ticker, else the subject of the announcement."""
    if ticker is not None:
        opened = text.rfind("(", max(0, ticker - 30), ticker)
        edge = opened if opened >= 0 else ticker
        edge = defined.start() if (defined := _DEFINED_BEFORE.search(text, max(0, edge - _NAME_ROOM), edge)) else edge
        if match := _NAME.search(text[max(0, edge - _NAME_ROOM) : edge]):
            start = max(0, edge - _NAME_ROOM) + match.start("name")
            dash = max(match["name"].rfind(mark) + len(mark) if mark in match["name"] else 0 for mark in ("--", "—", "–"))
            lead = _NOT_NAME.match(match["name"], dash)
            start += lead.end() if lead else dash
            start = max((joint.end() for joint in _JOINT.finditer(text, start, edge)), default=start)
            return " ".join(text[start:edge].split()).rstrip(" ,"), (start, edge)
    match = _DATELINE.search(text, 0, HEAD) or _ACTING.search(text, 0, HEAD)
    if match and not _is_plain(match["name"]):
        lead = _NOT_NAME.match(match["name"])
        start = match.start("name") + (lead.end() if lead else 0)
        return " ".join(text[start : match.end("name")].split()), (start, match.end("name"))
    return "", None


def _is_plain(name: str) -> bool:
    """Return whether every word of a name is an everyday word: it begins a sentence and names no company."""
    return {stem(word) for word in re.findall(r"[^\W\d_]+", name)} <= read_stems("generic")
