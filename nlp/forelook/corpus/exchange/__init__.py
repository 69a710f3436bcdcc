"""Annotation tools: gold releases to the files that a tool reads, and back.

One module a tool, each with `export(releases) -> Files` and `read(files) -> releases or errors`; no span, label or speaker is lost on the
way there and back. In `Files`, a name with `/` between directories stands for the content of a file.
"""

from __future__ import annotations

from collections.abc import Mapping

Files = Mapping[str, bytes]
