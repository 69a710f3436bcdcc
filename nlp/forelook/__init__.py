"""forelook tags every sentence of a corporate press release as guidance, fact, management quote or safe-harbor legend.

import forelook
tagger = forelook.load()
release = tagger("…text…")
"""

from __future__ import annotations

from forelook.errors import AnnotationError, ForelookError, InputError, MissingExtraError, ModelError
from forelook.records import Document, Fragment, Label, Quote, Release, Source, Speaker, Statement
from forelook.tagger import Tagger, load

__all__ = [
    "AnnotationError",
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
    "load",
]
__version__ = "0.1.0"
