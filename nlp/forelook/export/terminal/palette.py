"""The colours of the terminal.

In: nothing. Out: a colour for each label and each part of the frame.

Each is legible on black and on white, also for deuteranopes: the tests measure a contrast of at least 4.5:1, and that the four labels can be
told apart. Found by a search over all colours that pass, for the largest difference between any two as deuteranopes see them.
"""

from __future__ import annotations

from forelook.records import Label

LABEL_COLOURS: dict[Label, str] = {
    Label.GUIDANCE: "#50840c",
    Label.HISTORICAL_FACT: "#88705c",
    Label.MANAGEMENT_QUOTE: "#7858f8",
    Label.SAFE_HARBOR: "#7070b4",
}
META_COLOUR = "#767676"  # headings and other text; "dim" falls below 4.5:1 on many terminals, and no red passes for deuteranopes
