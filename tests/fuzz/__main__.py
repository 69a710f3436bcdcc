"""Look for what nobody has thought of, with fresh seeds: python -m tests.fuzz, or `make fuzz`.

In: nothing. Out: figures on standard output and, with date and machine, in figures.json beside this file. It ends with an error
and the example that was found, if any.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import RELEASE
from tests.fuzz.documents import tag_documents
from tests.fuzz.growth import SLACK, TEXTS, TIMES, grow, grow_pages
from tests.fuzz.kills import kill_and_resume
from tests.fuzz.models import mutate_models

import forelook
from forelook.model.store import default_directory

DOCUMENTS, KILLS, MUTATIONS = 20_000, 50, 2_000
PROPERTIES = ["tests/property", "tests/segment", "tests/read"]
FIGURES = Path(__file__).with_name("figures.json")


def main() -> None:
    seed = secrets.randbits(32)
    print(f"seed {seed}", flush=True)
    tagger = forelook.load()
    model = default_directory()
    texts = [RELEASE.format(number=number, day=number % 28 + 1) for number in range(60)]
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        figures["documents"] = _show("documents", tag_documents(work, tagger, DOCUMENTS))
        for signed, kind in ((False, "mutations"), (True, "mutations with a digest that fits")):
            figures[kind] = MUTATIONS // 2
            figures[f"{kind}, refused"] = _show(f"{kind}, refused", mutate_models(model, work, seed=seed, count=MUTATIONS // 2, signed=signed))
        figures["kills"] = _show("kills", kill_and_resume(work, model, texts, seed=seed, kills=KILLS))
        growths = dict(grow_pages(work, 200)) | {name: grow(tagger, make, 200) for name, make in TEXTS.items()}
    worst = max(growths, key=lambda name: growths[name])
    figures[f"most CPU time for {TIMES} times the text"] = _show("growth", f"{growths[worst]:.1f} ({worst})")
    assert growths[worst] < TIMES * SLACK, growths
    subprocess.run([sys.executable, "-m", "pytest", "-q", "--hypothesis-profile=fuzz", f"--hypothesis-seed={seed}", *PROPERTIES], check=True)
    where = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    content = {"date": dt.datetime.now(dt.UTC).date().isoformat(), "machine": where, "seed": seed, **figures}
    FIGURES.write_text(json.dumps(content, indent=2) + "\n")
    print(f"written to {FIGURES}")


def _show(name: str, value: object) -> object:
    print(f"{name}: {value}", flush=True)
    return value


if __name__ == "__main__":
    main()
