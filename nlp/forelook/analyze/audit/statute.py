"""How a legend cites the Private Securities Litigation Reform Act: correctly, incompletely, or wrongly.

In: a Legend. Out: spans.
"""

from __future__ import annotations

import re
from functools import cache

from forelook.analyze.audit.legend import Legend
from forelook.analyze.audit.phrases import loosen, phrase, read_data
from forelook.spans import Span

_SECTION = re.compile(r"\bsections?\s+(2[17]\s*\(?[A-Z]\)?)(?=[\s,.;(])[^.;]{0,60}?\b(securities\s+act|(?:securities\s+)?exchange\s+act)", re.IGNORECASE)
_RIGHT = {"27a": "securities act", "21e": "exchange act"}


def rightly_cited(legend: Legend) -> list[Span]:
    """Return where the legend gives the full name of the Act or the right sections of the two Acts."""
    found = list(legend.find("act_full", headings=True))
    return found + [span for span, section, act in _sections(legend) if _RIGHT.get(section) == act]


def wrong_sections(legend: Legend) -> list[Span]:
    """Return citations of a section that does not belong to the Act named with it, or that is not a safe harbor."""
    return [span for span, section, act in _sections(legend) if _RIGHT.get(section) != act]


def misnamed(legend: Legend) -> list[Span]:
    """Return citations of an Act that does not exist, or of the wrong year."""
    found = []
    for start, end in (*legend.headings, *legend.sentences):
        for match in phrase("act_near").finditer(legend.text, start, end):
            name = " ".join(match[0].lower().replace(",", "").split())
            if not _incomplete().search(name) and phrase("act_full").search(legend.text, max(start, match.start() - 6), match.end() + 8) is None:
                found.append(match.span())
    return found


def _sections(legend: Legend) -> list[tuple[Span, str, str]]:
    """Return each section cited together with its Act: span, section ("27a") and Act ("securities act")."""
    found = []
    for start, end in (*legend.headings, *legend.sentences):
        for match in _SECTION.finditer(legend.text, start, end):
            act = "exchange act" if "exchange" in match[2].lower() else "securities act"
            found.append((match.span(), re.sub(r"\W", "", match[1].lower()), act))
    return found


@cache
def _incomplete() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{loosen(each)})" for each in read_data("phrases")["act_incomplete"]))
