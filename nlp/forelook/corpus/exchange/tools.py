"""The annotation tools, apart from what reads and writes their formats: help does without spaCy.

In: nothing. Out: `Tool`, by the names that the command line knows them by.
"""

from __future__ import annotations

from enum import StrEnum


class Tool(StrEnum):
    """The annotation tools whose formats forelook reads and writes."""

    LABEL_STUDIO = "label-studio"
    PRODIGY = "prodigy"
    DOCCANO = "doccano"
    BRAT = "brat"
    DOCBIN = "docbin"
    WEB_ANNOTATION = "web-annotation"
