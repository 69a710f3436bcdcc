"""forelook tags every sentence of a corporate press release as guidance, fact, management quote or safe-harbor legend.

import forelook
tagger = forelook.load()
release = tagger("…text…")
"""

from __future__ import annotations

from forelook.analyze.audit import audit
from forelook.analyze.diff import diff
from forelook.errors import AnnotationError, ForelookError, InputError, MissingExtraError, ModelError
from forelook.records import Audit, Document, Fragment, Label, Quote, Release, Source, Speaker, Statement
from forelook.tagger import Tagger, load

__all__ = [
    "AnnotationError",
    "Audit",
    "Document",
    "ForelookError",
    "Fragment",
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
    "audit",
    "diff",
    "load",
]
__version__ = "0.1.0"
