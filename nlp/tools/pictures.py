"""Makes the pictures of README (`make pictures`): the page in a headless Chromium as PNG, the terminal as SVG, both of the sample release.

In: tests/golden/sample-release.txt and the current model. Out: nlp/pictures/page.png and nlp/pictures/terminal.svg.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from rich.console import Console

import forelook
from forelook.export.page import render_page
from forelook.export.terminal import render_release

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "golden" / "sample-release.txt"
PICTURES = ROOT / "nlp" / "pictures"
MOST_BYTES = 150_000
LINES = 34  # of the terminal
COLUMNS = 100
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Make both pictures and print their paths."""
    release = forelook.load()(forelook.Document("sample-release", SAMPLE.read_text(encoding="utf-8"), forelook.Source()))
    release = replace(release, audit=forelook.audit(release))
    PICTURES.mkdir(exist_ok=True)
    write(PICTURES / "terminal.svg", draw_terminal(release).encode())
    with tempfile.TemporaryDirectory() as aside, open_browser() as page:
        path = Path(aside) / "page.html"
        path.write_text(render_page([release]), encoding="utf-8")
        page.goto(path.as_uri())
        write(PICTURES / "page.png", page.screenshot())


def draw_terminal(release: forelook.Release) -> str:
    """Return the first lines of `forelook show` as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for number, line in enumerate(render_release(release, COLUMNS)):
        if number < LINES:
            console.print(line, soft_wrap=True)
    return console.export_svg(title="forelook show sample-release.txt", unique_id="forelook")


@contextmanager
def open_browser() -> Iterator[Any]:
    """Yield a page of a headless Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the group "browser"

    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=FLAGS)
        yield browser.new_page(viewport={"width": 1100, "height": 660})
        browser.close()


def write(path: Path, content: bytes) -> None:
    """Write a picture; raises SystemExit for one larger than MOST_BYTES, which every clone would have to download."""
    if len(content) > MOST_BYTES:
        raise SystemExit(f"{path}: {len(content):,} bytes; at most {MOST_BYTES:,} are kept: make it smaller")
    path.write_bytes(content)
    print(f"{path.relative_to(ROOT)}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
