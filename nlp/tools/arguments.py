"""Command-line arguments of the programs that make models: texts of real releases, the corpus, labels, soft targets.

In: a parser, then its options. Out: arguments, and the soft targets that they name.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from forelook.train.soft import SoftTargets, load_soft
from tools.real_labels import FILE


def add_sources(parser: ArgumentParser, *, texts: str = "*") -> None:
    """Add the sources of models; `texts` is the `nargs` of the files of texts."""
    parser.add_argument("texts", nargs=texts, help="files of real releases with id and text")
    parser.add_argument("--data", type=Path, default=Path("training_data"))
    parser.add_argument("--labels", type=Path, default=FILE)


def add_soft(parser: ArgumentParser) -> None:
    """Add files of soft targets."""
    parser.add_argument("--soft", type=Path, nargs="*", default=[], help="files of soft targets")


def read_soft(paths: Iterable[Path]) -> dict[str, SoftTargets]:
    """Return the soft targets of files by the ids of their releases; a later file overrides an earlier one."""
    return {identity: targets for path in paths for identity, targets in load_soft(path).items()}
