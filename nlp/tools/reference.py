"""Writes the reference of forelook's public names as HTML, from their docstrings, with pdoc.

In: a directory. Out: pages in it; an exception where a public name has no docstring, or one that cannot be rendered.
"""

from __future__ import annotations

import inspect
import sys
from importlib.util import find_spec
from pathlib import Path

import pdoc

import forelook

MODULES = ("forelook", "forelook.records", "forelook.errors", "forelook.components.contract")
_SPARK = "forelook.run.spark"  # its types are looked up in pyspark


def main(out: str) -> None:
    """Write the pages into `out`; raises SystemExit for a public name without a docstring."""
    if missing := [name for name in forelook.__all__ if not inspect.getdoc(getattr(forelook, name))]:
        raise SystemExit(f"no docstring: {', '.join(missing)}; write one")
    pdoc.render.configure(docformat="numpy", footer_text=f"forelook {forelook.__version__}")
    modules = [*MODULES, *([_SPARK] if find_spec("pyspark") else [])]
    pdoc.pdoc(*modules, output_directory=Path(out))
    print(f"written to {out}/index.html")


if __name__ == "__main__":
    main(sys.argv[1])
