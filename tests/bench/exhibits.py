"""HTML exhibits and EDGAR submissions: how fast they are read, and read and tagged, beside what others use; CPU time, in turn.

In: ../shared/real/raw where it is at hand, else the corpus as pages. Out: a table of rows.
"""

from __future__ import annotations

import importlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from selectolax.lexbor import LexborHTMLParser

import forelook
from forelook.corpus.annotated import read_corpus
from forelook.corpus.layouts import markup
from forelook.read import Input, read
from forelook.records import Document

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT.parent / "shared" / "real" / "raw"
ROUNDS = 5
SKIPPED = "<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>3\n<TEXT>\nbegin 644 a.jpg\n" + ("M" + "_]C_X0" * 10 + "\n") * 400_000 + "end\n</TEXT>\n</DOCUMENT>\n"
EXHIBIT = "<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<TEXT>\nAcme grew.\n</TEXT>\n</DOCUMENT>\n"
FILINGS, FILING_BYTES, CORES = 2_000_000, 110_000, 2
WHOLE = "forelook reads, tags, writes JSON"


def find_pages(directory: Path) -> list[Path]:
    """Return the exhibits as files; those made of the corpus are written to `directory`."""
    if pages := sorted(RAW.glob("*.htm")):
        return pages
    kept = markup.html_to_text

    def write(page: str, where: str) -> str:
        (directory / f"{where}.htm").write_text(page)
        return kept(page, where)

    markup.html_to_text = write  # type: ignore[assignment]
    for release in read_corpus(ROOT / "training_data")[:100]:
        markup.render_html(release, random.Random(0))
    markup.html_to_text = kept
    return sorted(directory.glob("*.htm"))


def read_exhibits() -> list[list[str]]:
    """Return megabytes a second of each rival, and how much faster forelook reads, tags and writes."""
    with tempfile.TemporaryDirectory() as directory:
        paths = find_pages(Path(directory))
        submission = Path(directory) / "submission.txt"
        submission.write_text(EXHIBIT + SKIPPED)
        size = sum(path.stat().st_size for path in paths)
        pages = [path.read_text(encoding="utf-8") for path in paths]
        tagger = forelook.load()
        stock = spacy.blank("en")
        stock.add_pipe("sentencizer")

        def read_all() -> list[Document]:
            return [each for path in paths for each in read(Input(str(path), path.stem)) if isinstance(each, Document)]

        works: dict[str, tuple[Callable[[], object], int]] = {
            "parser alone (lexbor)": (lambda: [LexborHTMLParser(page) for page in pages], size),
            "forelook reads": (read_all, size),
            WHOLE: (lambda: [release.to_json() for release in tagger.pipe(each.text for each in read_all())], size),
            "submission: what is passed over": (lambda: list(read(Input(str(submission), "x"))), submission.stat().st_size),
        }
        if inscriptis := _load("inscriptis"):
            works["inscriptis + spaCy sentencizer"] = (lambda: [stock(inscriptis.get_text(page)) for page in pages], size)
        if soup := _load("bs4"):
            works["BeautifulSoup, text alone"] = (lambda: [soup.BeautifulSoup(page, "lxml").get_text() for page in pages], size)
        seconds: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(ROUNDS):
            for name, (work, count) in works.items():
                start = time.process_time()
                work()
                seconds[name].append((time.process_time() - start) / count)
    base = seconds[WHOLE]
    rows = [["one core, CPU time", "MB a second", "forelook, JSON and all, is … times as fast"]]
    for name, times in seconds.items():
        ratio = statistics.median(other / own for other, own in zip(times, base, strict=True))
        rows.append([name, f"{1e-6 / statistics.median(times):,.1f}", f"{ratio:.2f}"])
    return rows


def project(rows: list[list[str]]) -> list[list[str]]:
    """Return how long a large job takes at the rate of a table of `read_exhibits`."""
    rate = next(float(row[1].replace(",", "")) for row in rows if row[0] == WHOLE)
    hours = FILINGS * FILING_BYTES / (1e6 * rate) / CORES / 3600
    return [[f"projected from that, {CORES} cores", "hours"], [f"{FILINGS:,} exhibits of {FILING_BYTES // 1000} KB", f"{hours:.1f}"]]


def _load(name: str) -> Any:
    """Return a rival, None where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
