"""Threads: one Tagger shared by several gives what one thread gives."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from forelook.tagger import load

THREADS = 8
RELEASES = 400


@pytest.fixture(scope="module")
def many(texts: list[str]) -> list[str]:
    return [f"{texts[number % len(texts)]}\nThe company sold {number} kilns in the {number % 7 + 1} states that it serves.\n" for number in range(RELEASES)]


@pytest.fixture(params=[0.005, 0.00001], ids=["usual switching", "switching every 10 µs"])
def _switching(request: pytest.FixtureRequest) -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(request.param)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_switching")
def test_a_shared_tagger(small_model: Path, many: list[str]) -> None:
    tagger = load(small_model)
    serial = [tagger(text).to_json() for text in many]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(lambda text: tagger(text).to_json(), many)) == serial


@pytest.mark.usefixtures("_switching")
def test_a_shared_pipeline(small_model: Path, many: list[str]) -> None:
    nlp = load(small_model).nlp

    def tag(text: str) -> list[tuple[int, int, str, float]]:
        doc = nlp(text)  # spans live as long as their Doc
        return [(span.start_char, span.end_char, span.label_, span._.score) for span in doc.spans["statements"]]

    serial = [tag(text) for text in many]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(tag, many)) == serial
