"""Results of earlier times beside a forecast: "up from $5 million in 2025", "to rise to $5 million from $4 million".

In: the folded text after a figure, and what leads to it. Out: patterns of times that follow a result, and whether what looks like earlier guidance is one.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue

PAST_AFTER = cue(
    r"\s*+(?:(?:a|per)\s+(?:diluted\s+)?share\s*+)?(?:,\s*+)?(?:(?:reported|recorded|earned|posted|achieved|realized|spent)\s+(?:in|for|during|a\s+year|last)"
    r"|(?:in|for|during)\s+the\s+(?:same|comparable|corresponding|year-ago|prior[-\s]year|previous)|a\s+year\s+(?:ago|earlier)|last\s+(?:year"
    r"|quarter)\b(?!['’]s)|(?:[\w-]+\s+){0,3}?(?:today\b(?!['’]s)|at\s+present\b|so\s+far\b|since\s+(?:(?:19|20)\d\d|inception)\b)"
    r"|(?:that\s+)?(?:it|we|they|the\s+company)\s+(?:took|recorded|reported|earned|posted|spent|incurred|paid|booked|generated|shipped|sold|produced|opened|lost)\b"
    r"|(?:during|over|in)\s+(?:each\s+of\s+)?the\s+(?:past|last)\b|(?:[\w-]+\s+){1,4}(?:are|is)\s+(?:(?:currently|now|already)\s+)?(?:participating|enrolled|employed|in\s+use|in\s+operation)\b"
    r"|(?:currently|already|now)\s+(?:under|open|in\b|operat|live|avail|install)"
    r"|in\s+(?:\w+\s+){1,3}(?:collected|received|booked|recorded)\s+(?:in|during|through)\b|(?:of\s+which\s+)?(?:was|were|has\s+been"
    r"|had\s+been)\s+(?:incurred|spent|recorded|reported|laid|achieved|realized|raised|received|recogni[sz]ed|paid|completed|collected))"
)
"""What follows a figure of a time that is over: "a year ago", "reported in"."""
IN_YEAR_AFTER = cue(
    r"\s*+(?:(?:a|per)\s+(?:diluted\s+)?share\s*+)?(?:,\s*+)?(?:in|for|during)\s+(?:the\s+)?(?:(?:full|fiscal|year|calendar|first|second|third|fourth"
    r"|quarter|half|of|fy)[\s-]*)*['’]?(?:(?:19|20)\d\d|\d\d)\b"
)
"""What follows a figure of a year."""
GUIDANCE = cue(r"\b(?:guidance|outlook|forecast|estimate|expectation|projection|target|range|plan|view|previous|prior|earlier|original|initial|former)")
"""Words that make a figure earlier guidance rather than a result."""
_RISES = cue(
    r"\b(?:rise|rises|rising|grow|grows|growing|fall|falls|falling|climb|climbs|climbing|(?:to|will)\s+(?:increase|decrease|decline)|an?\s+(?:increase|decrease"
    r"|rise|improvement|decline))\b[^.;]*\bfrom\b"
)
EARNED = cue(r"\s+(?:that\s+)?(?:it|we|the\s+company)\s+(?:earned|had|made|reported|spent|sold|recorded)\b(?!\s+(?:previous|expected|forecast))")
"""What says that a figure was reached: "that it earned"."""


def is_result(before: str, after: str) -> bool:
    """Return whether a figure after "raised its outlook to $5 million, an increase from" is a result; `before` reaches from the act to the figure."""
    words, _, last = before.rpartition("from")
    if not words or GUIDANCE.search(last):
        return False
    return any(pattern.match(after) for pattern in (PAST_AFTER, IN_YEAR_AFTER, EARNED)) or _RISES.search(before) is not None
