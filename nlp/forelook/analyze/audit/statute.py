"""How a legend cites the Private Securities Litigation Reform Act: rightly, incompletely, or wrongly.

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
    """Return the full name of the Act and the sections of the two Acts, where they are right."""
    found = list(legend.find("act_full", headings=True))
    return found + [span for span, section, act in _sections(legend) if _RIGHT.get(section) == act]


def misnamed(legend: Legend) -> list[Span]:
    """Return citations of an Act that does not exist, of a wrong year, or of a wrong section."""
    found = [span for span, section, act in _sections(legend) if _RIGHT.get(section) != act]
    for start, end in (*legend.headings, *legend.sentences):
        for match in phrase("act_near").finditer(legend.text, start, end):
            name = " ".join(match[0].lower().replace(",", "").split())
            if not _incomplete().search(name) and phrase("act_full").search(legend.text, max(start, match.start() - 6), match.end() + 8) is None:
                found.append(match.span())
    return found


def _sections(legend: Legend) -> list[tuple[Span, str, str]]:
    """Return each section that is cited with its Act, as "27a" and "securities act"."""
    found = []
    for start, end in (*legend.headings, *legend.sentences):
        for match in _SECTION.finditer(legend.text, start, end):
            act = "exchange act" if "exchange" in match[2].lower() else "securities act"
            found.append((match.span(), re.sub(r"\W", "", match[1].lower()), act))
    return found


@cache
def _incomplete() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{loosen(each)})" for each in read_data("phrases")["act_incomplete"]))
