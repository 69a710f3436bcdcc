"""The numbers of the transformer's card: what it gains, and what it costs.

In: measurements of a model with and without it. Out: the Markdown of each block.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forelook.export.markdown import markdown_table
from tools.agreement import show

_ROWS = (
    ("macro F1", "macro_f1"),
    ("guidance F1", "guidance"),
    ("historical_fact F1", "historical_fact"),
    ("management_quote F1", "management_quote"),
    ("safe_harbor F1", "safe_harbor"),
    ("forward-looking F1", "forward_f1"),
    ("calibration error (ECE)", "ece"),
    ("log loss, six classes", "log_loss"),
    ("average precision of guidance", "average_precision"),
)


def render_precise(plain: Mapping[str, Any], precise: Mapping[str, Any], digest: str) -> dict[str, str]:
    """Return the blocks, given the sections of `metrics.json` of the model and of the transformer, and the transformer's digest."""
    measured = {name: section["content"] for name, section in precise.items() if section["digest"] == digest}
    blocks = dict.fromkeys(
        ("precise", "cross-validated"), "*Not measured yet; run `make precise` and `python -m tools.measure --precise DIR`, then `make card`.*"
    )
    if "gold" in measured and "gold" in plain:
        title = f"{measured['gold']['releases']:,} real releases"
        blocks["precise"] = _compare(title, plain["gold"]["content"], measured["gold"], _rates(measured.get("rates")))
    if "cross_validated_real" in measured:
        title = f"cross-validated on labelled real releases: {measured['cross_validated_real']['units']:,} units"
        blocks["cross-validated"] = _compare(title, measured["without"], measured["cross_validated_real"], [])
    return blocks


def _compare(title: str, without: Mapping[str, Any], found: Mapping[str, Any], more: list[list[str]]) -> str:
    rows = [[name, *(show({**each, **each["f1"]}[key]) for each in (without, found))] for name, key in _ROWS if key in {**found, **found["f1"]}]
    return markdown_table([title, "without", "with `--precise`"], [*rows, *more])


def _rates(rates: Mapping[str, float] | None) -> list[list[str]]:
    return (
        [[f"releases a second on one core ({rates['characters']:,.0f} characters each)", *(f"{rates[name]:,.0f}" for name in ("without", "with"))]]
        if rates
        else []
    )
