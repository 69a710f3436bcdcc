"""Measure forelook against stock pipelines, side by side in one run: python tests/bench/bench.py [PART…]

In: real releases from ../shared/real/bulk.jsonl.gz where they are at hand, else the corpus laid out, numbers and names varied.
Out: Markdown tables on standard output, and the same numbers in the model directory's metrics.json for `make card`. Rivals are
run in turn (A B A B …) and ratios taken within a run, since machines are noisy.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pysbd
import spacy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

import forelook
from forelook.components.tokenizer import ReleaseTokenizer
from forelook.corpus.annotated import read_corpus
from forelook.corpus.layouts import render
from forelook.evaluate.metrics import read_metrics, save_metrics
from forelook.export.markdown import markdown_table
from forelook.features.extract import extract
from forelook.features.tokens import cut
from forelook.figures import find_figures
from forelook.model.decisions import decide
from forelook.model.refine import predict
from forelook.model.statements import build_release
from forelook.model.store import default_directory, load_model, read_metadata
from forelook.parallel import BATCH_SIZE
from forelook.records import Document, Release, Source
from forelook.segment.layout import find_blocks
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.segmentation import assemble
from forelook.segment.sentences import cut_units

sys.path.insert(0, str(Path(__file__).parent))
from exhibits import project, read_exhibits
from texts import HOSTILE, read_texts

ROUNDS = 5
PYSBD_SHARE = 20  # pySBD reads one in this many, or it would take all day
ROOT = Path(__file__).resolve().parents[2]
Table = list[list[str]]


def clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def race(rivals: dict[str, tuple[Callable[[], object], int]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Return seconds an item of each rival, round by round."""
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, (work, count) in rivals.items():
            seconds[name].append(clock(work) / count)
    return seconds


def compare(texts: list[str]) -> Table:
    """Return releases a second of forelook, whole and in part, and of its rivals, and how much faster forelook is."""
    tagger, without_figures, linear, bare_linear = forelook.load(), forelook.load(figures=False), forelook.load(), forelook.load(figures=False)
    linear._classifier.encoder = bare_linear._classifier.encoder = None
    stock = spacy.blank("en")
    stock.add_pipe("sentencizer")
    bare = spacy.blank("en")
    own = ReleaseTokenizer(bare.vocab)
    segmenter = pysbd.Segmenter(language="en", clean=False)
    releases = [render(release, "lines") for release in read_corpus(ROOT / "training_data")]
    pairs = [(each.text[unit.start : unit.end], unit.label) for each in releases for unit in each.units if unit.label]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    model = LogisticRegression(C=10.0, max_iter=300).fit(vectorizer.fit_transform([text for text, _ in pairs]), [label for _, label in pairs])

    def classify_sentences(text: str) -> object:
        return model.predict(vectorizer.transform([sentence.text for sentence in stock(text).sents] or [""]))

    some = texts[::PYSBD_SHARE]
    seconds = race(
        {
            "forelook, text in, JSON out": (lambda: [release.to_json() for release in tagger.pipe(texts)], len(texts)),
            "the same without figures": (lambda: [release.to_json() for release in without_figures.pipe(texts)], len(texts)),
            "the same without the text encoder": (lambda: [release.to_json() for release in linear.pipe(texts)], len(texts)),
            "the same without either": (lambda: [release.to_json() for release in bare_linear.pipe(texts)], len(texts)),
            "forelook, two threads on one Tagger": (lambda: share(tagger, texts), len(texts)),
            'spacy.blank("en") + sentencizer': (lambda: [stock(text) for text in texts], len(texts)),
            "sentencizer + TF-IDF and logistic regression": (lambda: [classify_sentences(text) for text in texts], len(texts)),
            "pySBD": (lambda: [segmenter.segment(text) for text in some], len(some)),
            "(tokenizer alone: spaCy's)": (lambda: [bare.tokenizer(text) for text in texts], len(texts)),
            "(tokenizer alone: forelook's, into a Doc)": (lambda: [own(text) for text in texts], len(texts)),
            "(tokenizer alone: forelook's, as features use it)": (lambda: [cut(text) for text in texts], len(texts)),
        }
    )
    base = seconds["forelook, text in, JSON out"]
    rows = [["one core", "releases a second", "forelook is … times as fast"]]
    for name, times in seconds.items():
        ratio = statistics.median(time / own for time, own in zip(times, base, strict=True))
        rows.append([name, f"{1 / statistics.median(times):,.0f}", f"{ratio:.2f}"])
    return rows


def share(tagger: forelook.Tagger, texts: list[str]) -> list[bytes]:
    """Return the JSON of releases that two threads tag, half of them each."""
    with ThreadPoolExecutor(2) as pool:
        return [json for part in pool.map(lambda half: [release.to_json() for release in tagger.pipe(half)], (texts[::2], texts[1::2])) for json in part]


def break_down(texts: list[str]) -> Table:
    """Return milliseconds a release of each stage, the best of the rounds."""
    classifier, model = load_model(default_directory())
    batches = [texts[start : start + BATCH_SIZE] for start in range(0, len(texts), BATCH_SIZE)]
    best: dict[str, float] = {}

    def stage(name: str, work: Callable[..., Any], *columns: Any) -> Any:
        """Return what `work` makes of each row of `columns`, and keep how long it took in all."""
        start = time.perf_counter()
        made = [work(*row) for row in zip(*columns, strict=True)]
        seconds = time.perf_counter() - start
        best[name] = min(best.get(name, seconds), seconds)
        return made

    for _ in range(ROUNDS):
        blocks = stage("blocks", find_blocks, texts)
        units = stage("sentences", cut_units, texts, blocks)
        quotes = stage("quotes", find_quotes, texts, blocks)
        segmentations = stage("segmentation and context", assemble, texts, blocks, units, quotes)
        groups = [segmentations[start : start + BATCH_SIZE] for start in range(0, len(texts), BATCH_SIZE)]
        features = stage("tokens and features", extract, batches, groups)
        scores = stage("scores, the text encoder's included", partial(predict, classifier), features, batches, groups)
        told = [own for part in stage("decisions", decide, groups, scores) for own in part]
        documents = [Document(str(number), text, Source()) for number, text in enumerate(texts)]
        releases = stage("records", build_release, documents, segmentations, told, [model] * len(texts))
        for release, figures in zip(releases, stage("figures", find_figures, releases), strict=True):
            release.figures = figures
        stage("JSON", Release.to_json, releases)
    shown = [[name, f"{seconds / len(texts) * 1000:.3f}"] for name, seconds in best.items()]
    return [["stage", "ms a release"], *shown, ["all", f"{sum(best.values()) / len(texts) * 1000:.3f}"]]


def start_up() -> Table:
    """Return seconds until ready, of forelook and of stock spaCy."""
    commands = {'import spacy; spacy.blank("en")': [], "import forelook; forelook.load()": []}  # type: dict[str, list[float]]
    for _ in range(ROUNDS):
        for code, seconds in commands.items():
            seconds.append(clock(lambda code=code: subprocess.run([sys.executable, "-c", code], check=True)))
    return [["start-up", "seconds"], *([code, f"{statistics.median(seconds):.2f}"] for code, seconds in commands.items())]


def grow(texts: list[str]) -> Table:
    """Return milliseconds a kilobyte for ordinary text of many lengths and for hostile text."""
    tagger = forelook.load()
    rows = [["text", "1 KB", "10 KB", "100 KB", "1 MB", "10 MB"]]
    whole = "\n\n".join(texts)
    whole *= 10_000_000 // len(whole) + 1
    kinds: dict[str, Callable[[int], str]] = {"ordinary": lambda size: whole[:size], **HOSTILE}
    for name, make in kinds.items():
        cells = []
        for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
            text = make(size)
            times = [clock(lambda text=text: tagger(text).to_json()) for _ in range(3 if size < 1_000_000 else 2)]
            cells.append(f"{min(times) / len(text) * 1e6:.3f}")
        rows.append([name, *cells])
    return rows


def run_apart(*arguments: str) -> list[float]:
    """Return the numbers that parts.py prints, run in a process of its own."""
    found = subprocess.run([sys.executable, str(Path(__file__).with_name("parts.py")), *arguments], check=True, capture_output=True, text=True).stdout
    return [float(number) for number in found.split()]


def use_two_cores() -> Table:
    """Return releases a second of `classify` with one job and with two, in turn."""
    rates = {jobs: [] for jobs in (1, 2)}  # type: dict[int, list[float]]
    for _ in range(3):
        for jobs, measured in rates.items():
            measured.extend(run_apart("rate", str(jobs)))
    one, two = (statistics.median(found) for found in rates.values())
    ratio = statistics.median(b / a for a, b in zip(*rates.values(), strict=True))
    return [["forelook classify, start-up included", "releases a second"], ["--jobs 1", f"{one:,.0f}"], ["--jobs 2", f"{two:,.0f} ({ratio:.2f} times)"]]


def remember() -> Table:
    """Return resident memory after a fifth of a long run and at its end."""
    fewer, more, early, late = run_apart("memory")
    rows = [[f"{fewer:,.0f} releases", f"{early:,.0f}"], [f"{more:,.0f} releases", f"{late:,.0f} ({late / early:.2f} times)"]]
    return [["one process, after", "resident MiB"], *rows]


def main() -> None:
    texts = read_texts(400)
    parts: dict[str, Callable[[], Table]] = {
        "rates": lambda: compare(texts),
        "stages": lambda: break_down(texts),
        "start_up": start_up,
        "growth": lambda: grow(texts),
        "cores": use_two_cores,
        "memory": remember,
        "exhibits": read_exhibits,
        "projection": lambda: project(measured["exhibits"]),
    }
    directory = default_directory()
    measured = read_metrics(directory).get("bench", {}).get("content", {})
    print(f"{len(texts)} releases of {np.mean([len(text) for text in texts]):,.0f} characters on average; Python {platform.python_version()}")
    for name in sys.argv[1:] or parts:
        measured[name] = table = parts[name]()
        print(f"\n{markdown_table(table[0], table[1:])}")
    save_metrics(directory, {"bench": measured}, read_metadata(directory)["digest"])


if __name__ == "__main__":
    main()
