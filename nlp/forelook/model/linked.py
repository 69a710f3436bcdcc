"""Models that are their base, byte for byte, because nothing was added to it: links, so that a clone holds the arrays once.

In: model directories, a base's among them. Out: files put in place. Whoever reads a model need not know; a link is never written through.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from forelook.model.store import BASE_LINK, BASE_NAME, MODEL_FILE


def put_model(made: Path, directory: Path) -> None:
    """Put the files of the model directory `made` into `directory`, the arrays as a link where they are those of the base beside it."""
    directory.mkdir(parents=True, exist_ok=True)
    for file in made.iterdir():
        target = directory / file.name
        target.unlink(missing_ok=True)
        if file.name != MODEL_FILE or not _link(file, target):
            shutil.copy2(file, target)


def _link(file: Path, target: Path) -> bool:
    """Make `target` a link to the base's file if `file` is the same; return whether it is one now, which some systems do not allow."""
    base = target.absolute().parents[1] / BASE_NAME / MODEL_FILE
    if not base.is_file() or base.read_bytes() != file.read_bytes():
        return False
    try:
        target.symlink_to(Path(BASE_LINK))
    except OSError:
        return False
    return True


def part_from(base: Path) -> None:
    """Give each model that links to the base in a directory arrays of its own, before the base is made anew."""
    for link in base.parent.glob(f"*/{MODEL_FILE}"):
        if link.is_symlink() and link.resolve() == (base / MODEL_FILE).resolve():
            arrays = link.read_bytes()
            link.unlink()
            link.write_bytes(arrays)
