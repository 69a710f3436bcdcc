"""Texts and pages that grow: what takes eight times the text takes about eight times the work, told by CPU time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from forelook.errors import InputError
from forelook.read import Input, read
from forelook.records import Document

Made = TypeVar("Made")
TIMES = 8
TRIES = 4  # of a measurement that machines disturb: what grows faster does so every time
SLACK = 3.0  # a square would be TIMES
ROUNDS = 3

TEXTS: dict[str, Callable[[int], str]] = {
    "sentences": lambda n: "Oats rose once more in the spring, by 4.5% to $12.25 million. " * (4 * n),
    "rows with blank lines": lambda n: "  Net sales   $41,206   $38,117\n\n\n" * (8 * n),
    "lines of bullets": lambda n: "•\n" * (40 * n),
    "many speakers": lambda n: "".join(f'"We will build," said Nora {_name(k)}quist, president.\n\n' for k in range(4 * n)),
    "quotations that never close": lambda n: '"We will build the mill in the spring of next year.\n\n' * (4 * n),
}
PAGES: dict[str, Callable[[int], str]] = {
    "attributes on one tag": lambda n: "<html><div " + " ".join(f'a{k}=""' for k in range(60 * n)) + ">Acme grew.",
    "attributes without blanks": lambda n: "<html><div " + "".join(f'a{k}=""' for k in range(60 * n)) + ">Acme grew.",
    "one style of many words": lambda n: '<html><p style="' + "list-style: " * (80 * n) + '">Acme grew.',
    "a length of many digits": lambda n: '<html><p style="margin-left:' + "0" * (80 * n) + '">Acme grew.',
    "open elements": lambda n: "<html>" + "<div>" * (20 * n) + "Acme grew.",
    "open fonts in text": lambda n: "<html>" + "<font size=2>Acme<br>" * n + "grew.",
    "entities": lambda n: "<html><p>" + "&nbsp;&amp;&shy;" * (60 * n),
    "tags in a tag": lambda n: "<html><p>Acme" + "<a" * (200 * n),
    "elements closed at once": lambda n: "<html>" + "<div/>" * (200 * n) + "Acme grew.",
    "a submission without ends": lambda n: "<SEC-DOCUMENT>x\n" + "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nAcme grew 5% in 2024.\n" * (20 * n),
}


def _name(number: int) -> str:
    letters = "abcdefghij"
    return "".join(letters[int(digit)] for digit in f"{number:04}").capitalize()


def read_page(path: Path) -> list[Document | InputError]:
    return list(read(Input(str(path), "page")))


def measure(work: Callable[[], object]) -> float:
    """Return the CPU seconds of `work`, the best of ROUNDS."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def grow(work: Callable[[Made], object], make: Callable[[int], Made], size: int) -> float:
    """Return how many times more CPU time eight times the text takes, beyond a fixed twentieth of a second; at best where the first try shows more than that."""
    short, long = make(size), make(TIMES * size)
    work(short)
    best = float("inf")
    gc.freeze()  # what is there already, so that collecting garbage passes over it
    try:
        for _ in range(TRIES):
            best = min(best, max(0.0, measure(lambda: work(long)) - 0.05) / max(measure(lambda: work(short)), 1e-6))
            if best <= TIMES:
                break
    finally:
        gc.unfreeze()
    return best


def grow_pages(directory: Path, size: int) -> Iterator[tuple[str, float]]:
    """Yield each kind of page with what `grow` tells of reading it."""
    path = directory / "page"

    def read_markup(markup: str) -> None:
        path.write_text(markup)
        read_page(path)

    for name, make in PAGES.items():
        yield name, grow(read_markup, make, size)
