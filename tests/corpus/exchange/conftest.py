"""What the tests of annotation tools share: a tool's files read at once."""

from __future__ import annotations

from types import ModuleType

from forelook.corpus.exchange import Files, label_studio
from forelook.corpus.exchange.gather import LeftOutError
from forelook.corpus.gold import GoldRelease


def load(tool: ModuleType, files: Files) -> list[GoldRelease]:
    """Return the releases of a tool's files, predictions where nobody has annotated; raises the first error but for what was left out on purpose."""
    found = label_studio.read(files, accept_predictions=True) if tool is label_studio else tool.read(files)
    releases = []
    for each in found:
        if isinstance(each, GoldRelease):
            releases.append(each)
        elif not isinstance(each, LeftOutError):
            raise each
    return releases
