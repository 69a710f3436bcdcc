"""Measure forelook against stock pipelines, side by side in one run: python tests/bench/bench.py [RELEASES]

In: real releases from ../shared/real/bulk.jsonl.gz where they are at hand, else the corpus laid out. Out: a Markdown table of
medians and ratios, the time of each stage, start-up and peak memory. Runs are interleaved (A B A B …), since machines are noisy.
"""

from __future__ import annotations

import gzip
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pysbd
import spacy

import forelook
from forelook.learn.corpus import read_corpus
from forelook.learn.train import lay_out
from forelook.segment.layout import find_blocks
from forelook.segment.outline import assemble
from forelook.segment.quotes import find_quotes
from forelook.segment.sentences import cut_units
from forelook.segment.tokenizer import ReleaseTokenizer, has_digit, lean_vocab
from forelook.tag.features import extract

ROOT = Path(__file__).resolve().parents[2]
BULK = ROOT.parent / "shared" / "real" / "bulk.jsonl.gz"
ROUNDS = 5
BATCH = 32
PYSBD_SHARE = 20  # pySBD reads one in this many, or it would take all day


def read_texts(count: int) -> list[str]:
    if BULK.is_file():
        with gzip.open(BULK) as file:
            return [json.loads(line)["text"] for line in file][:count]
    return [lay_out(release)[0].text for release in read_corpus(ROOT / "training_data")][:count]


def clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(texts: list[str]) -> None:
    tagger = forelook.load()
    stock = spacy.blank("en")
    stock.add_pipe("sentencizer")
    segmenter = pysbd.Segmenter(language="en", clean=False)
    rivals: dict[str, tuple[Callable[[], object], int]] = {
        "forelook, text in, JSON out": (lambda: [release.to_json() for release in tagger.pipe(texts)], len(texts)),
        'spacy.blank("en") + sentencizer': (lambda: [stock(text) for text in texts], len(texts)),
        "pySBD": (lambda: [segmenter.segment(text) for text in texts[::PYSBD_SHARE]], len(texts[::PYSBD_SHARE])),
    }
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(ROUNDS):
        for name, (work, count) in rivals.items():
            seconds[name].append(clock(work) / count)
    own = statistics.median(seconds["forelook, text in, JSON out"])
    print("| one core | releases a second | forelook is faster by |")
    print("|---|---:|---:|")
    for name, times in seconds.items():
        middle = statistics.median(times)
        print(f"| {name} | {1 / middle:,.0f} | {middle / own:.2f} |")


def break_down(texts: list[str]) -> None:
    vocab = lean_vocab()
    flag, tokenize = vocab.add_flag(has_digit), ReleaseTokenizer(vocab)
    spent: dict[str, float] = {}

    def stage(name: str, work: Callable[[], list[object]]) -> list:  # type: ignore[type-arg]
        start = time.perf_counter()
        made = work()
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return made

    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        blocks = stage("blocks", lambda batch=batch: [find_blocks(text) for text in batch])
        units = stage("sentences", lambda batch=batch, blocks=blocks: [cut_units(text, each) for text, each in zip(batch, blocks, strict=True)])
        quotes = stage("quotes", lambda batch=batch, blocks=blocks: [find_quotes(text, each) for text, each in zip(batch, blocks, strict=True)])
        outlines = stage("outline", lambda parts=zip(batch, blocks, units, quotes, strict=True): [assemble(*part) for part in parts])
        docs = stage("tokenizer", lambda batch=batch: [tokenize(text) for text in batch])
        stage("features", lambda docs=docs, outlines=outlines: [extract(docs, outlines, flag)])
    print("\n| stage | ms a release |\n|---|---:|")
    for name, seconds in spent.items():
        print(f"| {name} | {seconds / len(texts) * 1000:.3f} |")


def start_up() -> None:
    def run(code: str) -> float:
        return clock(lambda: subprocess.run([sys.executable, "-c", code], check=True))

    pairs = [(run('import spacy; spacy.blank("en")'), run("import forelook; forelook.load()")) for _ in range(ROUNDS)]
    stock, own = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f'\nStart-up: spacy.blank("en") {stock:.2f} s, forelook.load() {own:.2f} s, {own - stock:+.2f} s.')


def main() -> None:
    texts = read_texts(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    print(f"{len(texts)} releases of {np.mean([len(text) for text in texts]):,.0f} characters on average\n")
    compare(texts)
    break_down(texts)
    start_up()
    print(f"Peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB.")


if __name__ == "__main__":
    main()
