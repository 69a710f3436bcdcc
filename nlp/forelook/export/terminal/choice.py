"""The choice of statements to show.

In: the argument of `--only`. Out: a Choice, which says whether a statement is shown.
"""

from __future__ import annotations

from msgspec import Struct

from forelook.errors import ForelookError
from forelook.export.names import LABEL_NAMES
from forelook.records import Label, Statement

_BY_NAME = {name: label for label in Label for name in (label.value, LABEL_NAMES[label], LABEL_NAMES[label].replace(" ", "_"))}


class Choice(Struct, frozen=True):
    """Some labels (none means all), and whether a statement must look forward. Other text is shown only if nothing is chosen."""

    labels: frozenset[Label] = frozenset()
    forward: bool = False

    @property
    def is_all(self) -> bool:
        """Whether everything is shown."""
        return not self.labels and not self.forward

    def takes(self, statement: Statement) -> bool:
        """Return whether a statement is shown."""
        return (not self.labels or statement.label in self.labels) and (not self.forward or statement.forward_looking)

    @classmethod
    def of(cls, only: str | None, *, forward: bool) -> Choice:
        """Return the choice that `--only` names: labels separated by commas, in full or as in the gutter.

        Raises ForelookError for a name that is not a label.
        """
        names = [name.strip().lower().replace("-", "_") for name in (only or "").split(",") if name.strip()]
        for name in names:
            if name not in _BY_NAME:
                raise ForelookError(f"--only {name}: not a label; name some of {', '.join(label.value for label in Label)}, with commas between them")
        return cls(frozenset(_BY_NAME[name] for name in names), forward)
