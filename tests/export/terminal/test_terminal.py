"""`forelook show`: captured at two widths with and without colour; every word once; nothing that steers the terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from forelook.analyze.audit import audit
from forelook.errors import ForelookError
from forelook.export.terminal import Choice, render_release
from forelook.records import Label, Release
from forelook.run.show import make_console, render_text

GOLDEN = Path(__file__).parents[2] / "golden"


def render(release: Release, *, width: int = 100, colour: bool = False, choice: Choice | None = None) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    return render_text(release, console, choice or Choice())


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("width", [80, 120])
def test_as_captured(looked_at: Release, width: int, colour: bool) -> None:
    path = GOLDEN / f"show-{width}{'-colour' if colour else ''}.txt"
    assert render(looked_at, width=width, colour=colour) == path.read_text(encoding="utf-8")


def test_colour_changes_no_word(looked_at: Release) -> None:
    assert re.sub(r"\x1b\[[\d;]*m", "", render(looked_at, colour=True)) == render(looked_at)


@pytest.mark.parametrize("width", [20, 44, 80, 200])
def test_width_is_respected(looked_at: Release, width: int) -> None:
    lines = [line.plain for line in render_release(looked_at, width)]
    table = looked_at.statements[8].text.splitlines()
    words = [line for line in lines if line.strip() not in {row.strip() for row in table}]
    assert max(map(len, words[1:])) <= min(max(width, 44), 120)
    assert len(lines) - len(words) == (4 if width < 100 else 3)  # a table keeps its lines, the first beside the gutter where there is room


def test_every_word_is_shown(looked_at: Release) -> None:
    shown = render(looked_at)
    for word in str(looked_at.text).split():
        assert word in shown


def test_only_what_is_chosen(looked_at: Release) -> None:
    shown = render(looked_at, choice=Choice(frozenset({Label.MANAGEMENT_QUOTE}), forward=True))
    assert "We expect that to continue" in shown
    assert "Cracker volumes" not in shown
    assert "Exhibit" not in shown
    assert "PORT ELLERY" not in render(looked_at, choice=Choice(frozenset({Label.HISTORICAL_FACT})))


@pytest.mark.parametrize("only", ["guidance,safe_harbor", "Guidance, safe harbor", "guidance,safe-harbor,"])
def test_labels_by_name(only: str) -> None:
    assert Choice.of(only, forward=False) == Choice(frozenset({Label.GUIDANCE, Label.SAFE_HARBOR}))


def test_an_unknown_label_is_reported() -> None:
    with pytest.raises(ForelookError, match="--only profit: not a label; name some of guidance, historical_fact, management_quote, safe_harbor"):
        Choice.of("profit", forward=False)


def test_a_release_cannot_steer_the_terminal(make_release: Callable[..., Release]) -> None:
    release = make_release("x\x1b[1m\n\n[H Acme \x1b[2J grew \x07 by five\u202e percent.] [Q|Ja\x1bne\x9b|“Yes.”]", "id\x1b]0;\x07")
    assert not set("\x1b\x07\u202e\x9b") & set(render(release))


def test_no_color_and_color(monkeypatch: pytest.MonkeyPatch, looked_at: Release) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in render_text(looked_at, make_console("auto"))
    assert "\x1b[38;2;80;132;12m" in render_text(looked_at, make_console("always"))
    assert "\x1b" not in render_text(looked_at, make_console("never"))


def test_the_most_serious_findings_are_below(looked_at: Release) -> None:
    audited = msgspec.structs.replace(looked_at, audit=audit(looked_at))
    shown = render(audited).split("Audit of the safe-harbor legend")[1]
    places = [shown.index(word) for word in ("missing", "weak ", "not legal advice")]
    assert places == sorted(places)
    assert "fine  " not in shown
