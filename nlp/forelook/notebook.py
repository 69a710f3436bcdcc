"""How a notebook shows a Release. Records stand below the pages, so what writes the page is handed in here when forelook is imported.

In: a Release. Out: HTML. `render` is set by `forelook/__init__.py`, once, before any other module of the package runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

render: Callable[[Any], str] = repr
