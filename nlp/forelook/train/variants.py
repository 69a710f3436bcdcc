"""Layout variants: the releases of the corpus as training sees them.

In: annotated releases. Out: gold releases, rendered in some of the layouts; which ones depends only on the id.
"""

from __future__ import annotations

from collections.abc import Sequence

from forelook.corpus.alignment import align
from forelook.corpus.annotated import AnnotatedRelease
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts import LAYOUTS, render
from forelook.train.dataset import Dataset, make_dataset
from forelook.train.first_pass import number_of

VARIANTS = 2  # layouts a release


def render_variants(release: AnnotatedRelease) -> list[GoldRelease]:
    """Return a release in VARIANTS layouts; one with a raw text is repeated in that instead."""
    if release.raw is not None:
        return [align(release, release.raw)] * VARIANTS
    names = list(LAYOUTS)
    first = number_of(release.id, len(names))
    return [render(release, names[(first + 2 * turn) % len(names)]) for turn in range(VARIANTS)]


def render_corpus(releases: Sequence[AnnotatedRelease]) -> Dataset:
    """Return the rows of every release in each of its variants, which together have the weight of one."""
    rows = make_dataset([gold for release in releases for gold in render_variants(release)])
    ids = [release.id for release in releases for _ in range(VARIANTS)]
    return rows._replace(weights=rows.weights / VARIANTS, ids=ids)
