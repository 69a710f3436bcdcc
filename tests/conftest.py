"""What all tests share: a model small enough to be made in a moment, invented releases, and the real ones where they are at hand."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings

from forelook.features.extract import WIDTH
from forelook.model.classifier import CLASSES, INPUTS, quantize
from forelook.model.store import save_model
from forelook.records import SCHEMA_VERSION, Document, Fragment, Header, Label, Model, Quote, Release, Scores, Source, Speaker, Statement, Summary
from forelook.train.base import Base, load_base
from tools.make_base import make_base

DATA = Path(__file__).resolve().parents[1] / "training_data"
NAMES = (  # of releases in which every class is found in every fold
    "albemarle-1995-spinoff",
    "blackpine-2008-suspension",
    "carrow-2004-layoffs",
    "crossfieldradio-2012-withdrawn",
    "grandview-hitch-2016-tender",
    "hexley-2024-q1-deliveries",
    "larchmontrealty-2004-merger",
    "meridale-2001-orchestra",
    "opalinesemi-2025-product",
    "petrel-2024-fulmar",
)
CHOSEN = [DATA / f"{name}.ann" for name in NAMES]
# People's runs are the same every time; `make fuzz` looks for more, with fresh seeds.
settings.register_profile("people", derandomize=True, database=None, deadline=None)
settings.register_profile("fuzz", derandomize=False, database=None, deadline=None, print_blob=True)
settings.load_profile("people")

REAL = Path(__file__).resolve().parents[1].parent / "shared" / "real"

RELEASE = """Acme {number} Reports Results

SPRINGFIELD, May {day}, 2021 -- Acme {number} Inc. today reported revenue of ${number}.5 million \N{ROCKET} for the first quarter.

"We expect to grow {number} percent," said Jane Doe, chief executive officer. "Our \N{CHART WITH UPWARDS TREND} pipeline is full."

Outlook

The company expects revenue of ${number} million to ${day}00 million in 2022 (\N{EURO SIGN}{day} caf\N{LATIN SMALL LETTER E WITH ACUTE}s).

This release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995.
"""


@pytest.fixture(scope="session")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a model with random weights: its labels mean nothing, but differ from sentence to sentence."""
    random = np.random.default_rng(0)
    arrays = {
        **quantize(random.normal(0, 1, (WIDTH, len(CLASSES)))),
        "intercept": np.array([0.0, 0.5, 0.0, 0.0, 0.0, -1.0]),
        "second_weights": random.normal(0, 0.5, (INPUTS, len(CLASSES))),
        "second_intercept": np.array([0.0, 0.0, 0.0, 0.0, 0.0, -2.0]),
    }
    directory = tmp_path_factory.mktemp("model")
    save_model(directory, arrays, {"name": "small", "version": "0"})
    return directory


@pytest.fixture(scope="session")
def small_transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a transformer with random weights, and with a second pass of its own."""
    for name in ("onnxruntime", "onnx"):
        pytest.importorskip(name, reason="the extra [precise] is not installed, or the group dev")
    from tests.small_transformer import PIECES, make_arrays

    from forelook.train.onnx_network import pack

    second = {"second_weights": np.random.default_rng(1).normal(0, 0.5, (INPUTS, len(CLASSES))), "second_intercept": np.array([0.0, 0.0, 0.0, 0.0, 0.0, -2.0])}
    directory = tmp_path_factory.mktemp("precise")
    save_model(directory, {**pack(make_arrays(), PIECES), **second}, {"name": "precise", "version": "0"})
    return directory


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """Return invented releases that all differ; every third has CRLF line ends; all hold astral characters."""
    made = [RELEASE.format(number=number, day=number % 28 + 1) for number in range(60)]
    return [text.replace("\n", "\r\n") if number % 3 == 0 else text for number, text in enumerate(made)]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> Path:
    """Return a directory of 30 releases in files, 30 in a table, and four inputs that cannot be read."""
    directory = tmp_path_factory.mktemp("releases")
    (directory / "below").mkdir()
    for number, text in enumerate(texts[:30]):
        place = directory / "below" if number % 2 else directory
        (place / f"release-{number:02d}.txt").write_bytes(text.encode())
    rows = [json.dumps({"id": f"row-{number}", "text": text}) for number, text in enumerate(texts[30:])]
    rows.insert(7, '{"id": "no text"}')
    (directory / "table.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (directory / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (directory / "empty.txt").write_bytes(b"")
    (directory / "scan.pdf").write_bytes(b"%PDF-1.4 ...")
    return directory


@pytest.fixture(scope="session")
def real() -> Path:
    """Return the directory of real releases; tests that need it are skipped where it is absent."""
    if not REAL.is_dir():
        pytest.skip(f"no real releases at {REAL}")
    return REAL


class Poison(Document, frozen=True):
    """A document that ends the process which unpickles it, as a crash in a library would."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


@pytest.fixture(scope="session")
def poison() -> type[Document]:
    """Return the class of documents that no worker survives."""
    return Poison


MARKS = {"G": Label.GUIDANCE, "H": Label.HISTORICAL_FACT, "Q": Label.MANAGEMENT_QUOTE, "S": Label.SAFE_HARBOR, "T": Label.HISTORICAL_FACT}


def release_of(marked: str, id_: str = "draft") -> Release:
    """Return a release made from marked text, without any model: `[G>0.98 words]` is a statement.

    G, H, Q, S and T (a table of facts) are labels, `>` says that it looks forward, `*` that it is a list item, `#` a heading, a number its score;
    a quote's speaker stands in front of its words: `[Q>0.9|Jane Doe, chief executive|"We expect …"]`.
    """
    text, place, statements, quotes = "", 0, [], []
    for match in re.finditer(r"\[([GHQST])([>*#]*)([\d.]*)(?:\|([^|]*)\|| )(.*?)\](?=\s|$|\{)", marked, re.DOTALL):
        code, marks, score, speaker, words = match.groups()
        text += marked[place : match.start()]
        place = match.end()
        start, end = len(text), len(text) + len(words)
        text += words
        name, _, title = (speaker or "").partition(", ")
        who = Speaker(name, title or None, start, end) if name else None
        if code == "Q":
            quotes.append(Quote(who, "said" if who else None, [Fragment(start, end)]))
        probability = float(score or 0.9)
        scores = Scores(*(probability if label is MARKS[code] else round((1 - probability) / 3, 4) for label in Label))
        kind = "table" if code == "T" else "list_item" if "*" in marks else "heading" if "#" in marks else "sentence"
        forward = ">" in marks
        statements.append(
            Statement(
                start, end, words, MARKS[code], probability, scores, forward, 0.9 if forward else 0.1, kind, None, who, len(quotes) - 1 if code == "Q" else None
            )
        )
    text += marked[place:]
    counts = [sum(statement.label is label for statement in statements) for label in Label]
    summary = Summary(len(statements), *counts, sum(statement.forward_looking for statement in statements))
    return Release(SCHEMA_VERSION, id_, Source(), Header(), {}, Model("none", "0", ""), "codepoint", text, statements, quotes, [], summary, [])


@pytest.fixture(scope="session")
def make_release() -> Callable[..., Release]:
    """Return `release_of`, for releases whose labels and scores no model decides."""
    return release_of


@pytest.fixture(scope="session")
def looked_at() -> Release:
    """Return the release that the tests of terminal and page look at: every label and kind, other text, a hard-wrapped layout."""
    return release_of((Path(__file__).parent / "golden" / "looked-at.txt").read_text(encoding="utf-8"), "looked-at")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory of ten authored releases."""
    directory = tmp_path_factory.mktemp("corpus")
    for path in CHOSEN:
        shutil.copy(path, directory)
    return directory


@pytest.fixture(scope="session")
def base_directory(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a base of these ten."""
    directory = tmp_path_factory.mktemp("base")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("forelook.train.first_pass.MOST_ITERATIONS", 60)
        make_base(corpus, {}, Path("nowhere"), {}, directory)
    return directory


@pytest.fixture(scope="session")
def base(base_directory: Path) -> Base:
    """Return that base."""
    return load_base(base_directory)
