"""The names of the annotation tools, apart from the code for their formats, so that `--help` does not import spaCy.

In: nothing. Out: `Tool`, whose values are the names on the command line.
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
