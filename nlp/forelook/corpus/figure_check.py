"""Checks guidance records whose line could be read for bounds, forms and units that contradict each other.

In: a Figure. Out: findings, each with what to write instead.
"""

from __future__ import annotations

import re

from forelook.records import Figure


def check_figure(figure: Figure) -> list[str]:
    """Return the findings of a record: bounds, forms and units that contradict each other."""
    low, high = figure.low, figure.high
    findings = []
    if low is not None and high is not None and low > high:
        findings.append(f"low {low:g} is above high {high:g}; write the smaller one first")
    if figure.form == "range" and (low is None or high is None or low == high):
        findings.append("a range needs two different ends; write point, at_least or at_most")
    if figure.unit == "count" and not figure.noun:
        findings.append("unit count without a noun; write 'noun vehicles' after the form")
    if figure.unit != "count" and figure.noun:
        findings.append(f"noun {figure.noun!r} with the unit {figure.unit}; only count has a noun")
    if figure.metric.name == "all" and figure.form != "unstated":
        findings.append("metric all with a figure; it goes with unstated only, name the quantity")
    if figure.metric.name == "other" and figure.form == "qualitative":
        findings.append("metric other with a qualitative form; only listed metrics are qualitative")
    if figure.metric.name in ("eps", "dividend_per_share") and figure.unit and re.match(r"[A-Z]{3}$", figure.unit):
        findings.append(f"{figure.metric.name} in {figure.unit}; expected {figure.unit}/share")
    return findings
