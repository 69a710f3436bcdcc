"""A release as coloured text for the terminal.

In: a Release. Out: a Rich renderable: title, legend of colours, then the whole text, each statement in the colour of its
label, everything else dim; speakers and scores stand behind quotes and guidance.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from forelook.records import Label, Release, Statement

STYLES = {
    Label.GUIDANCE: "bold green",
    Label.HISTORICAL_FACT: "cyan",
    Label.MANAGEMENT_QUOTE: "magenta",
    Label.SAFE_HARBOR: "yellow",
}
_NAMES = {
    Label.GUIDANCE: "guidance",
    Label.HISTORICAL_FACT: "historical fact",
    Label.MANAGEMENT_QUOTE: "management quote",
    Label.SAFE_HARBOR: "safe harbor",
}


def render_release(release: Release, number: int) -> RenderableType:
    """Return what the terminal shows of `release`, the `number`th of those shown."""
    parts: list[RenderableType] = [Rule(Text(release.id, "bold"), style="dim")] if number == 1 else [Text(), Rule(Text(release.id, "bold"), style="dim")]
    parts += [_render_legend(release), Text(), _render_text(release)]
    parts += [Text(f"warning: {warning}", "red") for warning in release.warnings]
    return Group(*parts)


def _render_legend(release: Release) -> Text:
    legend = Text()
    for label, style in STYLES.items():
        count: int = getattr(release.summary, label.value)
        legend.append(f"■ {_NAMES[label]} {count}", style).append("   ")
    return legend.append(f"forward-looking {release.summary.forward_looking}", "underline").append("   other text", "dim")


def _render_text(release: Release) -> Text:
    text = release.text if isinstance(release.text, str) else ""
    shown = Text()
    place = 0
    for statement in release.statements:
        shown.append(printable(text[place : statement.start]), "dim")
        style = STYLES[statement.label] + (" underline" if statement.forward_looking else "")
        shown.append(printable(text[statement.start : statement.end]), style)
        shown.append(_describe(statement), "dim italic")
        place = statement.end
    return shown.append(printable(text[place:]), "dim")


def _describe(statement: Statement) -> str:
    if statement.label is Label.MANAGEMENT_QUOTE:
        return f" [{statement.speaker.name if statement.speaker else 'speaker unknown'}, {statement.score:.2f}]"
    return f" [{statement.score:.2f}]" if statement.label is Label.GUIDANCE else ""


def printable(text: str) -> str:
    """Return `text` without what would steer the terminal: a release comes from anywhere."""
    text = text.replace("\r\n", "\n")
    return "".join(character if character.isprintable() or character in "\n\t" else "\N{REPLACEMENT CHARACTER}" for character in text)
