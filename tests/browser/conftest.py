"""A headless Chromium of the system, driven by playwright; everything here is skipped, with the reason, where there is none (`make browser` installs it)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import forelook
from forelook.export.page import render_comparison, render_page
from forelook.records import Figure, FigureMetric, FigurePeriod, Place, Release

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # the shell first: it starts in a third of the time
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
AXE = Path(__file__).resolve().parents[2] / ".browser" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATIENCE = 90_000  # milliseconds: a busy machine is no failure


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this directory."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Return a page of a browser that all tests share; it starts slowly."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no Chromium here ({', '.join(NAMES)}); `make browser` installs it")
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright here; `make browser` installs it")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=FLAGS, timeout=PATIENCE)
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """Return the page, in light colours and on a wide screen; whatever its console complains of fails the test."""
    complaints: list[str] = []

    def note(message: Any) -> None:
        if message.type in ("error", "warning") and "status of 4" not in message.text:  # an answer that the page itself shows
            complaints.append(message.text)

    def fail(error: Any) -> None:
        complaints.append(str(error))

    chromium.on("console", note)
    chromium.on("pageerror", fail)
    chromium.set_viewport_size({"width": 1280, "height": 900})
    chromium.emulate_media(color_scheme="light", media="screen")
    yield chromium
    chromium.remove_listener("console", note)
    chromium.remove_listener("pageerror", fail)
    assert complaints == []


@pytest.fixture(scope="session")
def find_barriers() -> Callable[[Any], list[str]]:
    """Return a function that gives what axe-core finds on a page."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core at {AXE}; `make browser` installs it")
    script = AXE.read_text(encoding="utf-8")

    def find(page: Any) -> list[str]:
        page.evaluate(script)
        found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
        return [f"{each['id']}: {each['help']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]

    return find


@pytest.fixture(scope="session")
def audited(looked_at: Release) -> Release:
    """Return the release with everything on its page: a figure, an audit."""
    start = looked_at.text.index("$842 million")
    value = Place(start, looked_at.text.index(", up from its earlier"))
    figure = Figure(
        6, FigureMetric("revenue", start - 13, start - 4), "unknown", None, FigurePeriod("2031"), "level", "range", 842e6, 850e6, "USD", None, False, None, None,
        "raised", None, value, 0.9,
    )  # fmt: skip
    return replace(looked_at, figures=[figure], audit=forelook.audit(looked_at))


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Return a function that writes a page and gives its address."""

    def write_page(content: str) -> str:
        path = tmp_path_factory.mktemp("page") / "page.html"
        path.write_text(content, encoding="utf-8")
        return path.as_uri()

    return write_page


@pytest.fixture(scope="session")
def one(audited: Release, write: Callable[[str], str]) -> str:
    """Return the address of a page of one release."""
    return write(render_page([audited]))


@pytest.fixture(scope="session")
def two(audited: Release, write: Callable[[str], str]) -> str:
    """Return the address of a page of two releases."""
    return write(render_page([audited, replace(audited, id="second")]))


@pytest.fixture(scope="session")
def comparison(looked_at: Release, make_release: Callable[..., Release], write: Callable[[str], str]) -> str:
    """Return the address of a page that compares two versions."""
    marked = (Path(__file__).resolve().parents[1] / "golden" / "looked-at.txt").read_text(encoding="utf-8")
    other = make_release(marked.replace("$842 million", "$838 million").replace("[H", "[G>", 1), "second-draft")
    return write(render_comparison(looked_at, other, forelook.diff(looked_at, other)))
