"""Exchange with annotation tools: gold releases to the files that a tool reads, and back.

One module per tool, each with `export(releases) -> Files` and `read(files) -> releases or errors`; no span, label or speaker is lost in a
round trip. `Files` maps relative paths, with `/` between directories, to contents.
"""

from __future__ import annotations

from collections.abc import Mapping

Files = Mapping[str, bytes]
