"""Months: their numbers, their names, and an expression for a name as releases write it.

In: nothing. Out: what all who read dates share. Periods have an expression of their own (expressions/periods/clock.py), which wants the point of "Mar.".
"""

from __future__ import annotations

MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
"""The number of a month by the first three letters of its name, in lower case."""


def month_pattern() -> str:
    """Return an expression for the name of a month, whole or abbreviated."""
    return (
        r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
        r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    )
