"""Plots of the model card: confusion, reliability, precision and recall, as PNG.

In: the content of `metrics.json`. Out: one small file per plot in the model directory; the same numbers give the same file.
Needs matplotlib (extra `[plots]`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from forelook.errors import MissingExtraError

WIDTH, HEIGHT, DOTS = 5.2, 3.6, 110  # inches, inches, dots an inch
COLOURS = {"guidance": "#b5540b", "historical_fact": "#3d5a80", "management_quote": "#2a7f62", "safe_harbor": "#7d3c98"}
_SOURCES = {"gold": "real releases", "cross_validated_real": "real releases, cross-validated"}


def draw(measured: Mapping[str, Any], directory: Path) -> list[Path]:
    """Write the plots for which there are numbers, and return their paths; raises MissingExtraError without matplotlib."""
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("drawing plots", "plots") from error
    measured = {name: section["content"] for name, section in measured.items()}
    first = next((name for name in _SOURCES if name in measured), None)
    plots: dict[str, Callable[[Any], None]] = {}
    if first is not None:
        plots["confusion.png"] = lambda axes: _draw_confusion(axes, measured[first]["confusion"], _SOURCES[first])
        plots["reliability.png"] = lambda axes: _draw_reliability(axes, measured)
        plots["precision-recall.png"] = lambda axes: _draw_precision_recall(axes, measured)
    written = []
    for name, draw_on in plots.items():
        figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DOTS, layout="constrained")
        axes = figure.add_subplot()
        draw_on(axes)
        figure.savefig(directory / name, metadata={"Software": None})
        written.append(directory / name)
    return written


def _draw_confusion(axes: Any, confusion: Mapping[str, Mapping[str, int]], title: str) -> None:
    """Draw counts, shaded by their share of the row, so that errors of rare labels are visible, too."""
    names = list(confusion)
    counts = np.array([[confusion[row].get(column, 0) for column in names] for row in names])
    shares = counts / counts.sum(axis=1, keepdims=True).clip(1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for row, column in np.ndindex(counts.shape):
        if (row, column) != (len(names) - 1, len(names) - 1) or counts[row, column]:
            axes.text(column, row, f"{counts[row, column]:,}", ha="center", va="center", fontsize=9, color="white" if shares[row, column] > 0.5 else "black")
    short = [name.replace("_", "\n") for name in names]
    axes.set_xticks(range(len(names)), short, fontsize=8)
    axes.set_yticks(range(len(names)), short, fontsize=8)
    axes.set(xlabel="tagged", ylabel="gold")
    axes.set_title(f"Confusion, {title}", fontsize=10)


def _draw_reliability(axes: Any, measured: Mapping[str, Any]) -> None:
    """Draw accuracy over predicted probability; on the diagonal they agree."""
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--")
    for name, colour in (("cross_validated_real", "#3d5a80"), ("gold", "#b5540b")):
        if name in measured:
            bins = np.array(measured[name]["reliability"])
            axes.plot(bins[:, 0], bins[:, 1], color=colour, linewidth=1.2, label=f"{_SOURCES[name]} (ECE {measured[name]['ece']:.3f})")
            axes.scatter(bins[:, 0], bins[:, 1], s=8 + 120 * bins[:, 2] / bins[:, 2].max(), color=colour, alpha=0.7, linewidths=0)
    axes.set(xlabel="probability of the label", ylabel="share of right labels", xlim=(0.25, 1.02), ylim=(0, 1.04))
    axes.set_title("Reliability (area of a dot: number of statements)", fontsize=10)
    axes.legend(fontsize=8, frameon=False, loc="lower right")


def _draw_precision_recall(axes: Any, measured: Mapping[str, Any]) -> None:
    for name, style in (("cross_validated_real", ":"), ("gold", "-")):
        for label, precision in measured.get(name, {}).get("precision_recall", {}).items():
            named = label.replace("_", " ") if name == "gold" or "gold" not in measured else None
            axes.plot(np.linspace(0, 1, len(precision)), precision, linestyle=style, linewidth=1.4, color=COLOURS[label], label=named)
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1.01), ylim=(0, 1.02))
    axes.set_title("Precision and recall" + (" (solid: real releases, dotted: cross-validated)" if "gold" in measured else ""), fontsize=10)
    axes.legend(fontsize=8, frameon=False, loc="lower left")
    axes.grid(color="#e5e5e5", linewidth=0.6)
