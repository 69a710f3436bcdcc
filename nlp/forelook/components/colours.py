"""The colours of statements in displaCy; spaCy finds them by the entry point `spacy_displacy_colors`.

In: nothing. Out: a colour for each label, the same as on forelook's own page.
"""

from __future__ import annotations

from forelook.records import Label

COLOURS = {
    Label.GUIDANCE.value: "#c5e39a",
    Label.HISTORICAL_FACT.value: "#e4d3c0",
    Label.MANAGEMENT_QUOTE.value: "#cbc2ff",
    Label.SAFE_HARBOR.value: "#bcd0ea",
}
