"""The transformer's card: numbers beside those without it, none of another transformer."""

from __future__ import annotations

from typing import Any

from tools.precise_card import render_precise

SCORES: dict[str, Any] = {"releases": 2, "macro_f1": 0.9, "f1": {"guidance": 0.7}, "forward_f1": 0.8, "ece": 0.01}
BETTER: dict[str, Any] = {**SCORES, "macro_f1": 0.95, "f1": {"guidance": 0.8}}


def section(content: Any, digest: str = "new") -> dict[str, Any]:
    return {"digest": digest, "content": content}


def test_scores_are_beside_each_other() -> None:
    rates = {"without": 700.0, "with": 13.2, "characters": 6327.4}
    found = render_precise({"gold": section(SCORES)}, {"gold": section(BETTER), "rates": section(rates)}, "new")["precise"]
    assert found.splitlines() == [
        "| 2 real releases | without | with `--precise` |",
        "|---|---:|---:|",
        "| macro F1 | 0.900 | 0.950 |",
        "| guidance F1 | 0.700 | 0.800 |",
        "| forward-looking F1 | 0.800 | 0.800 |",
        "| calibration error (ECE) | 0.010 | 0.010 |",
        "| releases a second on one core (6,327 characters each) | 700 | 13 |",
    ]


def test_numbers_of_another_transformer_are_not_shown() -> None:
    found = render_precise({"gold": section(SCORES)}, {"gold": section(BETTER, "old")}, "new")
    assert all(block.startswith("*Not measured yet; run `make precise`") for block in found.values())
