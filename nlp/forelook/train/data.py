"""Reads training data: annotated text, in directories or single files, and files of labelled releases.

In: paths. Out: the releases in them, each with a digest of everything that training uses; they are rendered on demand.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from forelook.corpus.annotated import ANNOTATED_SUFFIX, AnnotatedRelease, read_corpus
from forelook.corpus.exchange.convert import read_gold_corpus
from forelook.corpus.gold import GoldRelease, read_gold
from forelook.errors import AnnotationError
from forelook.train.variants import VARIANTS, render_variants


class TrainingRelease(Struct, frozen=True):
    """One release to learn from."""

    id: str
    source: AnnotatedRelease | GoldRelease
    digest: str

    def variants(self) -> list[GoldRelease]:
        """Return the release as training sees it: VARIANTS texts with their units."""
        return render_variants(self.source) if isinstance(self.source, AnnotatedRelease) else [self.source] * VARIANTS


def read_data(paths: Sequence[Path]) -> list[TrainingRelease]:
    """Return the releases of annotated text (directories, single files) and of `.jsonl` files of labelled ones, sorted by id.

    Raises AnnotationError where a path holds none, where a file breaks its format, and where two releases have the same id.
    """
    found: list[TrainingRelease] = []
    for path in paths:
        releases: list[AnnotatedRelease] | list[GoldRelease] = read_gold(path) if path.suffix == ".jsonl" else read_corpus(path)
        found += [TrainingRelease(release.id, release, digest_of(release)) for release in releases]
    found.sort(key=lambda release: release.id)
    for one, other in pairwise(found):
        if one.id == other.id:
            raise AnnotationError(f"{other.id}: two releases named for training have this id; give each an id of its own")
    return found


def read_scored(path: Path) -> list[GoldRelease]:
    """Return the releases to score on: those of annotated text (a directory or a single file), or of a file of labelled ones.

    Raises AnnotationError where there are none, and where a file breaks its format.
    """
    return read_gold_corpus(path) if path.is_dir() or path.suffix == ANNOTATED_SUFFIX else read_gold(path)


def digest_of(release: AnnotatedRelease | GoldRelease) -> str:
    """Return the digest of everything that training uses of a release: words, codes, and the raw text beside it."""
    if isinstance(release, AnnotatedRelease):
        content = repr((release.id, [[(unit.code, unit.text) for unit in paragraph] for paragraph in release.paragraphs], release.raw))
    else:
        content = repr((release.id, [(unit.start, unit.end, unit.label, unit.forward_looking, unit.weight) for unit in release.units], release.text))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
