"""Explanations for the terminal.

In: Explanations and LineReasons. Out: Rich renderables.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from forelook.export.terminal import LABEL_COLOURS
from forelook.export.visible import make_visible, shorten
from forelook.records import Explanation, LineReason, Release

_SHOWN = 90  # characters of a statement in an overview
_CAVEAT = "Each line gives the score with only that reason taken away; the effects do not add up, since words work together."


def render_explanation(title: str, explanation: Explanation) -> RenderableType:
    """Return one explanation as the terminal shows it."""
    label, second = explanation.label.replace("_", " "), explanation.runner_up.replace("_", " ")
    parts: list[RenderableType] = [
        Rule(Text(f"{make_visible(title)}, statement {explanation.statement}", "bold"), style="dim"),
        Text(shorten(explanation.text, _SHOWN)),
    ]
    head = Text("\n").append(f"{label} {explanation.score:.3f}", LABEL_COLOURS[explanation.label])
    parts.append(head.append(f"   next: {second} {explanation.runner_up_score:.3f}", "dim"))
    table = Table(show_edge=False, pad_edge=False)
    for name in ("", "reason", "score without"):
        table.add_column(name)
    for reason in explanation.reasons:
        sign = Text("rule", "bold") if reason.kind == "rule" else Text("for", "green") if reason.effect > 0 else Text("against", "red")
        table.add_row(sign, make_visible(reason.words), "" if reason.kind == "rule" else f"{reason.without:.3f}")
    parts += [Text(), table, Text(f"\nAll of them taken away: {explanation.rest:.3f}. {_CAVEAT}", "dim")]
    if explanation.examples:
        parts.append(Text("\nNearest authored statements, by wording:", "bold"))
        parts += [
            Text(f"  {each.similarity:.2f} {each.label.replace('_', ' ')}: {shorten(each.text, _SHOWN)} [{each.release}]") for each in explanation.examples
        ]
    return Group(*parts)


def render_overview(release: Release, lines: Sequence[LineReason]) -> RenderableType:
    """Return a table of all statements with their labels and runners-up, and the reasons for the other lines."""
    table = Table(show_edge=False, pad_edge=False)
    for name in ("no.", "label", "next", "statement"):
        table.add_column(name, justify="right" if name == "no." else "left")
    for number, statement in enumerate(release.statements):
        scores = sorted(((getattr(statement.scores, name), name) for name in statement.scores.__struct_fields__ if name != statement.label), reverse=True)
        value, second = scores[0]
        label = Text(f"{statement.label.replace('_', ' ')} {statement.score:.2f}", LABEL_COLOURS[statement.label])
        table.add_row(str(number), label, f"{second.replace('_', ' ')} {value:.2f}", shorten(statement.text, _SHOWN))
    parts: list[RenderableType] = [Rule(Text(make_visible(release.id), "bold"), style="dim"), table, Text("\nLines that the layout sets apart:", "bold")]
    text = release.text if isinstance(release.text, str) else ""
    for line in lines:
        parts.append(Text(f"  {line.kind.replace('_', ' ')}: ", "bold").append(shorten(text[line.start : line.end], _SHOWN), "italic"))
        parts.append(Text(f"    {'; '.join(line.why)}", "dim"))
    return Group(*parts, Text("\n--statement NO. explains why a statement has its label", "dim"))
