"""How a notebook shows a Release. Records may not import the pages, so `forelook/__init__.py` sets the function here that renders one.

In: a Release. Out: HTML. `render` is set by `forelook/__init__.py`, once, before any other module of the package runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

render: Callable[[Any], str] = repr
