"""Numeric and temporal expressions: amounts and periods as a text puts them into words, resolved to numbers, units and dates.

In: text, and the release's own date and reporting period. Out: amounts and periods with their places. What they are guidance of is for
`figures/` to say: `words/` finds where an expression may stand, `numbers/` reads amounts, `periods/` names periods.
"""
