"""forelook tags every sentence of a corporate press release as guidance, fact, management quote or safe-harbor legend.

import forelook
tagger = forelook.load()
release = tagger("…text…")

It prints nothing, and logs under the name "forelook", to nowhere until logging is configured.
"""

from __future__ import annotations

import logging

from forelook.analyze.audit import audit
from forelook.analyze.diff import diff
from forelook.errors import AnnotationError, ForelookError, InputError, MissingExtraError, ModelError
from forelook.export.frame import to_frame
from forelook.records import Audit, Document, Figure, Filing, Fragment, Header, Label, Quote, Release, Source, Speaker, Statement, Ticker
from forelook.tagger import Tagger, load

__all__ = [
    "AnnotationError",
    "Audit",
    "Document",
    "Figure",
    "Filing",
    "ForelookError",
    "Fragment",
    "Header",
    "InputError",
    "Label",
    "MissingExtraError",
    "ModelError",
    "Quote",
    "Release",
    "Source",
    "Speaker",
    "Statement",
    "Tagger",
    "Ticker",
    "audit",
    "diff",
    "load",
    "to_frame",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())

__version__ = "0.1.0"
