"""The page of `forelook annotate --serve` in a real browser: keys, cut, join, undo, speakers, conflicts, training; all of it saved."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.serve.conftest import ANN, TEXT

from forelook.corpus.alignment import write_pair
from forelook.corpus.annotated import read_corpus
from forelook.corpus.check import check

pytest.importorskip("uvicorn", reason="the extra [serve] is not installed")
HOSTILE = "<img src=x onerror=alert(1)> & <script>alert(2)</script> \u202ereturned\u202c\n\n" + TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pair(tmp_path / "corrections", TEXT, ANN)
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs" / "tarn.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "inputs" / "hostile.jsonl").write_text(json.dumps({"id": "hostile", "text": HOSTILE}), encoding="utf-8")
    return tmp_path / "corrections"


@pytest.fixture
def address(folder: Path, small_model: Path, chromium: Any) -> Iterator[str]:
    """Return the address of the page, with two releases: one hostile, one whose codes are known."""
    command = [sys.executable, "-m", "forelook", "annotate", str(folder.parent / "inputs"), "--serve", "-o", str(folder), "--model", str(small_model)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        match = re.search(r"http://\S+/", process.stderr.readline())
        assert match is not None
        yield match[0]
        chromium.goto("about:blank")  # which asks the server nothing more
        process.send_signal(signal.SIGINT)
        process.stderr.read()


@pytest.fixture
def tarn(page: Any, address: str) -> Any:
    """Return the page with the release whose codes are known."""
    page.goto(f"{address}#1")
    page.wait_for_selector(".unit[aria-current]")
    return page


@pytest.fixture
def saved(folder: Path, tarn: Any) -> Callable[[str], None]:
    """Return a function that waits until some words stand in the file."""

    def wait(words: str) -> None:
        for _ in range(200):
            if words in (folder / "tarn.ann").read_text(encoding="utf-8"):
                return
            tarn.wait_for_timeout(50)
        pytest.fail(f"{words!r} was not saved")

    return wait


def words_of_current(page: Any) -> str:
    return " ".join(page.inner_text("[aria-current] .words").split())


def test_doubtful_first_and_codes_by_key(tarn: Any, saved: Callable[[str], None]) -> None:
    assert words_of_current(tarn).startswith("It expects revenue of $30 million")
    assert "0.53 Guidance or fact?" in tarn.inner_text("[aria-current] .question")
    tarn.keyboard.press("2")
    saved("H\tIt expects revenue")
    tarn.wait_for_selector("text=nothing in doubt, 8 units")
    assert words_of_current(tarn) == "Tarn Pumps Reports Third Quarter"
    tarn.keyboard.press("o")
    heads = tarn.locator(".unit .head").all_text_contents()  # which are there before they are laid out
    assert heads[:4] == ["Fact", "Nothing stated", "Fact", "Fact"]
    assert tarn.locator(".unit.seen").count() == 1
    tarn.reload()
    tarn.wait_for_selector("text=nothing in doubt, 8 units")
    assert tarn.inner_text("#file").startswith("Saved in")


def test_forward_and_speaker(tarn: Any, saved: Callable[[str], None]) -> None:
    tarn.click('.unit:has-text("Both are paid for.")')
    tarn.keyboard.press("f")
    saved('QF|Ada Berg\t"Both are')
    tarn.wait_for_selector("[aria-current].forward")
    tarn.keyboard.press("w")
    tarn.keyboard.type("management")
    saved('QF|management\t"Both are')
    tarn.keyboard.press("Escape")
    tarn.wait_for_selector('.unit:focus:has-text("management")')
    tarn.fill("#speaker", "Ida Nobody")
    tarn.press("#speaker", "Enter")
    tarn.wait_for_selector("#message:has-text('occurs nowhere in the text')")


def test_cut_join_and_undo_by_key(tarn: Any, saved: Callable[[str], None], folder: Path) -> None:
    tarn.keyboard.press("x")
    for _ in range(8):
        tarn.keyboard.press("ArrowRight")
    tarn.keyboard.press("Enter")
    saved("G\tMr. Berg hopes for more.")
    tarn.wait_for_selector("text=nothing in doubt, 9 units")
    assert words_of_current(tarn) == "Mr. Berg hopes for more."
    tarn.keyboard.press("k")
    tarn.keyboard.press("+")
    tarn.wait_for_selector("text=nothing in doubt, 8 units")
    tarn.keyboard.press("z")
    tarn.wait_for_selector("text=nothing in doubt, 9 units")
    tarn.keyboard.press("z")
    tarn.wait_for_selector("text=1 in doubt, 8 units")
    assert (folder / "tarn.ann").read_text(encoding="utf-8") == ANN
    assert check(read_corpus(folder)) == []


def test_a_conflict_is_told_and_nothing_lost(tarn: Any, saved: Callable[[str], None], folder: Path) -> None:
    (folder / "tarn.ann").write_text(ANN.replace("M\tDULUTH", "H\tDULUTH"), encoding="utf-8")
    tarn.keyboard.press("2")
    tarn.wait_for_selector("#conflict:visible")
    assert "has been changed by another program" in tarn.inner_text("#conflict")
    tarn.click("#mine")
    saved("H\tIt expects revenue")  # the change that met the conflict is made after all
    assert "H\tDULUTH" in (folder / "tarn.ann.theirs").read_text(encoding="utf-8")
    tarn.wait_for_selector("#message:has-text('tarn.ann.theirs')")


def test_training_shows_its_result(tarn: Any, saved: Callable[[str], None], folder: Path) -> None:
    tarn.keyboard.press("Enter")
    tarn.wait_for_selector("text=nothing in doubt")
    tarn.click("#train")
    tarn.wait_for_selector("#result p", timeout=300_000)
    assert "statements in the folder" in tarn.inner_text("#result")
    assert (folder / "model" / "model.joblib").is_file()


def test_a_hostile_release_is_text(page: Any, address: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"{address}#0")
    page.wait_for_selector(".unit[aria-current]")
    shown = page.inner_text("#units")
    assert "<img src=x onerror=alert(1)>" in shown
    assert "[U+202E]" in shown
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    page.select_option("#release", "1")
    page.wait_for_selector("text=Tarn Pumps Reports")
    assert dialogs == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(tarn: Any, find_barriers: Callable[[Any], list[str]], scheme: str) -> None:
    tarn.emulate_media(color_scheme=scheme)
    assert find_barriers(tarn) == []
    tarn.keyboard.press("x")
    tarn.evaluate("document.querySelector('#conflict').hidden = false")
    assert find_barriers(tarn) == []


@pytest.mark.parametrize("width", [320, 700])
def test_nothing_is_cut_off_on_narrow_screens(tarn: Any, width: int) -> None:
    tarn.set_viewport_size({"width": width, "height": 700})
    assert tarn.evaluate("document.documentElement.scrollWidth") <= width
