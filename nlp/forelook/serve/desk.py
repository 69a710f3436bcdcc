"""The releases that a person corrects, and the operations on them.

In: Documents, a tagger, a folder. Out: sheets that are saved at every change, with their history; safe to use from several threads.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from forelook.corpus.annotate import find_doubts, to_gold
from forelook.errors import AnnotationError, ForelookError
from forelook.records import Document
from forelook.serve.changes import Change, ChangeError, apply
from forelook.serve.files import ReleaseFiles
from forelook.serve.sheet import Sheet, Splice, compare_sheets
from forelook.tagger import Tagger
from forelook.texts import mend

MOST_UNDONE = 500  # sheets share their entries, so a step costs little memory


class StaleError(ForelookError):
    """A change to an outdated sheet: the page was open twice."""


class OpenRelease:
    """One release: its sheet, the earlier sheets, and its files. `revision` counts the changes to it."""

    def __init__(self, document: Document, folder: Path, tagger: Tagger) -> None:
        self.document = mend(document)
        self.revision = 0
        self.pair = ReleaseFiles(folder, self.document)
        self._lock = threading.Lock()
        self._past: list[Sheet] = []
        self.sheet = self.pair.read() or _tag(self.document, tagger)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._past)

    def change(self, change: Change, revision: int) -> Splice:
        """Make a change and save it; return what differs. Raises ChangeError, StaleError or ConflictError, after which nothing has changed."""
        with self._lock:
            self._check(revision)
            return self._move_to(apply(self.sheet, change), [*self._past[-MOST_UNDONE:], self.sheet])

    def undo(self, revision: int) -> Splice:
        """Undo the last step and save the result; raises the same errors as `change`."""
        with self._lock:
            self._check(revision)
            if not self._past:
                raise ChangeError("there is nothing to undo")
            return self._move_to(self._past[-1], self._past[:-1])

    def settle(self, keep: Literal["mine", "theirs"]) -> Path | None:
        """End a conflict: read what the other program wrote, or write this sheet and return the path where the other version was kept."""
        with self._lock:
            self.revision += 1
            if keep == "theirs":
                theirs = self.pair.read()
                if theirs is not None:
                    self._past.append(self.sheet)
                    self.sheet = theirs
                    return None
            aside = self.pair.set_aside()
            self.pair.write(self.sheet)
            return aside

    def tag_again(self, tagger: Tagger) -> None:
        """Give a release that nobody has changed yet the codes of another model."""
        with self._lock:
            if not self.pair.is_saved and not self._past:
                self.sheet = _tag(self.document, tagger)
                self.revision += 1

    def _check(self, revision: int) -> None:
        if revision != self.revision:
            raise StaleError("this release has changed since the page read it, in another window perhaps; it has been read again")

    def _move_to(self, sheet: Sheet, past: list[Sheet]) -> Splice:
        self.pair.write(sheet)
        difference = compare_sheets(self.sheet, sheet)
        if sheet != self.sheet:
            self.sheet, self._past, self.revision = sheet, past, self.revision + 1
        return difference


class Desk:
    """All releases, in the order in which they were named."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases: list[OpenRelease] = []

    def open(self, documents: Iterable[Document], tagger: Tagger) -> list[str]:
        """Open some releases; return an error message for each that cannot be opened."""
        refused = []
        taken = {release.pair.path for release in self.releases}
        for document in documents:
            try:
                release = OpenRelease(document, self.folder, tagger)
            except AnnotationError as error:
                refused.append(str(error))
                continue
            if release.pair.path in taken:
                refused.append(f"{document.id}: another release is to be saved as {release.pair.path} already; give each an id of its own")
            elif not release.sheet.entries:
                refused.append(f"{document.id}: no text in it; leave it out")
            else:
                taken.add(release.pair.path)
                self.releases.append(release)
        return refused

    def tag_again(self, tagger: Tagger) -> None:
        """Give the releases that nobody has changed yet the codes of another model."""
        for release in self.releases:
            release.tag_again(tagger)


def _tag(document: Document, tagger: Tagger) -> Sheet:
    release = tagger(document)
    return Sheet.of(to_gold(release), {start: (note,) for start, note in find_doubts(release).items()})
