"""The exceptions that forelook raises for its users.

In: where, what, and what to do. Out: exceptions.

Each message says what is wrong, where, what was expected and what to do next. The library raises them; only the
command line prints them.
"""

from __future__ import annotations


class ForelookError(Exception):
    """Base class of the failures that forelook reports."""


class InputError(ForelookError):
    """An input cannot be read as a release.

    `where` names the input, `reason` says what is wrong, `advice` what to do about it.
    """

    def __init__(self, where: str, reason: str, advice: str) -> None:
        super().__init__(f"{where}: {reason}; {advice}")
        self.where = where
        self.reason = reason
        self.advice = advice


class ModelError(ForelookError):
    """A model directory is missing, damaged, or made for another version of forelook."""


class AnnotationError(ForelookError):
    """A file of annotated text breaks the format; the message names file and line."""


class MissingExtraError(ForelookError):
    """An optional dependency is not installed; the message names the extra that brings it."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs an optional dependency; run: pip install 'forelook[{extra}]'")
        self.extra = extra


class OutputError(ForelookError):
    """Results cannot be written, or an unfinished run cannot be resumed; nothing that was written before is lost."""
