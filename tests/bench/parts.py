"""What bench.py measures in processes of their own: python tests/bench/parts.py rate JOBS | memory"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import forelook
from forelook.model.store import default_directory
from forelook.run.classify import Options, classify_to_file

sys.path.insert(0, str(Path(__file__).parent))
from texts import read_texts, vary

RELEASES = 24_000  # of a run with one job or two: start-up is a small part of it
FEWER, MORE = 20_000, 100_000


def measure_rate(jobs: int) -> None:
    """Print how many releases a second a run writes."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "releases.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(vary(read_texts(3000), RELEASES)))
        start = time.perf_counter()
        classify_to_file([str(source)], Path(directory) / "out.jsonl", Options(model=default_directory(), jobs=jobs))
        print(RELEASES / (time.perf_counter() - start))


def measure_memory() -> None:
    """Print two numbers of releases and the resident memory in MiB after each."""
    tagger = forelook.load()
    texts = read_texts(3000)
    releases = tagger.pipe(vary(texts, MORE))
    sizes = []
    for count in (FEWER, MORE - FEWER):
        for release in islice(releases, count):
            release.to_json()
        resident = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
        sizes.append(int(resident.split()[1]) / 1024)
    print(FEWER, MORE, *sizes)


if __name__ == "__main__":
    if sys.argv[1] == "rate":
        measure_rate(int(sys.argv[2]))
    else:
        measure_memory()
