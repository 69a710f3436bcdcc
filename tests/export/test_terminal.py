"""The terminal's view: every character of the release, coloured, and none that steers the terminal."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

import forelook
from forelook.export.terminal import render_release
from forelook.records import Release


def render(release: Release, *, colours: bool) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=400, force_terminal=colours, color_system="standard" if colours else None, highlight=False)
    console.print(render_release(release, 1))
    return stream.getvalue()


def test_the_whole_text_is_shown_with_its_legend(releases: list[Release]) -> None:
    shown = render(releases[1], colours=False)
    for line in str(releases[1].text).splitlines():
        assert line.split(".")[0].strip() in shown
    for name in ("guidance", "historical fact", "management quote", "safe harbor", "forward-looking", "other text"):
        assert name in shown


def test_labels_have_colours(releases: list[Release]) -> None:
    assert "\x1b[" in render(releases[1], colours=True)


def test_a_release_cannot_steer_the_terminal(small_model: Path) -> None:
    release = forelook.load(small_model)("Acme \x1b[2J grew \x07 by five percent in the year.")
    assert not {"\x1b", "\x07"} & set(render(release, colours=False))
