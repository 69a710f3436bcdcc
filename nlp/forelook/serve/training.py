"""Training from the page: `forelook train` on the user's folder, in a thread, with its progress and result.

In: the folder with `.ann` files, and the model before any correction. Out: a model in the folder, and a Comparison with the old one.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct

from forelook.errors import ForelookError
from forelook.evaluate.before_after import Comparison
from forelook.evaluate.replace import retrain
from forelook.model.store import METADATA_FILE, MODEL_FILE, find_arrays
from forelook.train.base import load_base
from forelook.train.data import read_data

MODEL = "model"  # the directory in the person's folder
_LOGGER = logging.getLogger(__name__)


class TrainingProgress(Struct, frozen=True):
    """The progress of a training; `share` is from 0 to 1."""

    state: Literal["idle", "running", "done", "failed"] = "idle"
    step: str = ""
    share: float = 0.0
    result: Comparison | None = None
    model: str = ""


class Training:
    """Runs one training at a time; `on_done` is called with the directory of the new model, in the thread of the training."""

    def __init__(self, folder: Path, before: Path, base: Path, version: str, on_done: Callable[[Path], None]) -> None:
        self._folder, self._before, self._base, self._version, self._on_done = folder, before, base, version, on_done
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.progress = TrainingProgress()

    def start(self) -> bool:
        """Start a training; return False if one is already running."""
        with self._lock:
            if self.progress.state == "running":
                return False
            self.progress = TrainingProgress("running", "reading the corrections")
            self._thread = threading.Thread(target=self._run, name="training", daemon=True)
            self._thread.start()
            return True

    def wait(self, seconds: float) -> None:
        """Wait for a running training to end, for at most so many seconds."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            result = self._train()
        except ForelookError as error:
            self.progress = TrainingProgress("failed", str(error))
        except Exception as error:
            _LOGGER.exception("training failed")
            self.progress = TrainingProgress("failed", f"{type(error).__name__}: {error}; report it as a defect. The corrections are saved.")
        else:
            self.progress = TrainingProgress("done", "done", 1.0, result, str(self._folder / MODEL))

    def _train(self) -> Comparison:
        """Return what the new model changes; it is built in a temporary directory and moved into place."""
        releases = read_data([self._folder])
        place = self._folder / MODEL
        with tempfile.TemporaryDirectory(dir=self._folder, prefix=".training-") as aside:
            made = Path(aside) / MODEL
            made.mkdir()
            shutil.copy2(find_arrays(self._before), made / MODEL_FILE)  # the model that it is compared with
            shutil.copy2(self._before / METADATA_FILE, made / METADATA_FILE)
            # `force`: it is up to the user to judge whether the new model is worse, since only the corrections are scored here.
            result = retrain(load_base(self._base), releases, made, version=self._version, force=True, progress=self._report)
            _LOGGER.info("trained on %d releases", len(releases))
            if place.exists():
                place.rename(Path(aside) / "old")
            made.rename(place)
        self._on_done(place)
        return result

    def _report(self, step: str, share: float) -> None:
        self.progress = TrainingProgress("running", step, share)
