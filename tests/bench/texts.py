"""The texts of the benchmarks: real releases where they are at hand, else the corpus; and hostile ones."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from forelook.corpus.annotated import read_corpus
from forelook.train.variants import render_variants

ROOT = Path(__file__).resolve().parents[2]
BULK = ROOT.parent / "shared" / "real" / "bulk.jsonl.gz"

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "7" * size,
    "quotation marks": lambda size: '"' * size,
    "full stops": lambda size: "." * size,
    "blanks": lambda size: " " * size,
    "newlines": lambda size: "\n" * size,
    "one endless word": lambda size: "acme" * (size // 4),
    "one endless line": lambda size: "acme sold pumps " * (size // 16),
    "open quotations": lambda size: '"We grew\n\n' * (size // 10),
    "capitals and commas": lambda size: "Acme, " * (size // 6),
}


def read_texts(count: int) -> list[str]:
    """Return the first `count` releases; fewer where there are not so many."""
    if BULK.is_file():
        with gzip.open(BULK) as file:
            return [json.loads(line)["text"] for line in file][:count]
    return [render_variants(release)[0].text for release in read_corpus(ROOT / "training_data")][:count]


def vary(texts: list[str], count: int) -> Iterator[str]:
    """Yield `count` texts, each round over `texts` with other numbers and other long words, so that no cache knows them."""
    for number in range(count):
        turn, place = divmod(number, len(texts))
        yield _vary(texts[place], turn) if turn else texts[place]


def _vary(text: str, turn: int) -> str:
    digits = "0123456789"
    shifted = text.translate(str.maketrans(digits, digits[turn % 10 :] + digits[: turn % 10]))
    ending = chr(97 + turn % 26) + chr(97 + turn // 26 % 26)
    return re.sub(r"\b[A-Z][a-z]{5,}", lambda word: word.group() + ending, shifted)
