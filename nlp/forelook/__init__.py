"""forelook tags every sentence of a corporate press release as guidance, fact, management quote or safe-harbor legend.

import forelook
tagger = forelook.load()
release = tagger("…text…")

It prints nothing, and logs under the name "forelook", to nowhere until logging is configured. Importing it takes a moment only:
a public name is looked up when it is first used.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

from forelook import notebook

if TYPE_CHECKING:
    from forelook.analyze.audit import audit
    from forelook.analyze.diff import diff
    from forelook.errors import AnnotationError, ForelookError, InputError, MissingExtraError, ModelError
    from forelook.export.frame import to_frame
    from forelook.records import Audit, Document, Figure, Filing, Fragment, Header, Label, Quote, Release, Source, Speaker, Statement, Ticker
    from forelook.tagger import Tagger, load
    from forelook.train.featurizer import Featurizer

__all__ = [
    "AnnotationError",
    "Audit",
    "Document",
    "Featurizer",
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

# The module of each public name, unless it is a record.
_MODULES = {
    "AnnotationError": "forelook.errors",
    "Featurizer": "forelook.train.featurizer",
    "ForelookError": "forelook.errors",
    "InputError": "forelook.errors",
    "MissingExtraError": "forelook.errors",
    "ModelError": "forelook.errors",
    "Tagger": "forelook.tagger",
    "audit": "forelook.analyze.audit",
    "diff": "forelook.analyze.diff",
    "load": "forelook.tagger",
    "to_frame": "forelook.export.frame",
}

logging.getLogger(__name__).addHandler(logging.NullHandler())

__version__ = "0.1.0"


def _render(release: Release) -> str:
    from forelook.export.page import render_fragment  # noqa: PLC0415 - keeps `import forelook` fast

    return render_fragment(release)


notebook.render = _render


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_MODULES.get(name, "forelook.records")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
