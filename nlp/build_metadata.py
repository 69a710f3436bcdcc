"""The step of the build that makes what an index shows of forelook: README.md with links that lead somewhere, and addresses.

In: FORELOOK_HOME, the address of the repository (`make wheel HOME_PAGE=…`). Without it, links into the repository become plain words,
and no address is given.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_RELATIVE = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?://|#|mailto:)([^)]+)\)")


class IndexHook(MetadataHookInterface):
    """Fills in `readme` and `urls`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add what pyproject.toml calls dynamic."""
        home = os.environ.get("FORELOOK_HOME", "").rstrip("/")
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": make_absolute(text, home)}
        metadata["urls"] = make_urls(home)


def make_absolute(text: str, home: str) -> str:
    """Return Markdown whose links into the repository lead there, or are none where nobody says where it is."""
    return _RELATIVE.sub(rf"[\1]({home}/blob/main/\2)" if home else r"\1", text)


def make_urls(home: str) -> dict[str, str]:
    """Return the addresses that an index shows, none without a home."""
    pages = {"Cookbook": "nlp/COOKBOOK.md", "Changelog": "CHANGELOG.md", "Model card": "models/press-release/README.md"}
    return {"Source": home, "Issues": f"{home}/issues", **{name: f"{home}/blob/main/{path}" for name, path in pages.items()}} if home else {}
