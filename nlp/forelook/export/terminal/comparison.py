"""Two versions of a release compared, as lines for the terminal.

In: a Diff and its Releases. Out: lines of Rich text. Changed words are written as by wdiff, `[-old-]` and `{+new+}`, so that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from forelook.analyze.diff.words import find_edits
from forelook.export.changes import describe_changes, list_warnings, name_figure_change, name_finding_change, name_kind, sum_up_changes
from forelook.export.names import ARROW, LABEL_NAMES
from forelook.export.terminal.gutter import WIDEST, wrap
from forelook.export.terminal.palette import LABEL_COLOURS, META_COLOUR
from forelook.export.visible import make_line
from forelook.records import Label, Release
from forelook.records.diff import Diff, StatementChange

_GUTTER = len("forward-looking  ")
_SAME_SHOWN = 60  # characters of unchanged words at each end of a long stretch


def render_diff(diff: Diff, old: Release, new: Release, width: int) -> Iterator[Text]:
    """Yield the lines of a comparison; one line where nothing differs."""
    yield from wrap(Text(f"── {make_line(old.id)} {ARROW} {make_line(new.id)}", "bold"), width)
    yield from wrap(Text(sum_up_changes(diff) or "No difference."), width)
    for warning in list_warnings(diff):
        yield from wrap(Text(f"warning: {make_line(warning)}", "bold"), width)
    for change in diff.statements:
        yield Text()
        yield from _render_change(change, width)
    sections = (
        ("Figures", [(name_kind(change.change), name_figure_change(change, old, new)) for change in diff.figures]),
        ("Speakers", [(change.change, ", ".join(filter(None, (change.name, change.new_title or change.old_title)))) for change in diff.speakers]),
        ("Audit", [(change.change, name_finding_change(change)) for change in diff.findings]),
        ("Risk factors", [(change.change, change.text) for change in diff.factors]),
    )
    for title, rows in sections:
        if rows:
            yield from (Text(), Text(title, "bold"))
        for kind, words in rows:
            yield from _beside(Text(kind, "bold"), Text(make_line(words)), width)


def _render_change(change: StatementChange, width: int) -> Iterator[Text]:
    unit = change.new or change.old
    if unit is None:
        return
    body = Text(f"{make_line(unit.speaker)}: " if unit.speaker and unit.label is Label.MANAGEMENT_QUOTE else "", "bold")
    if "reworded" in change.changes and change.old is not None and change.new is not None:
        for edit in find_edits(make_line(change.old.text), make_line(change.new.text)):
            if edit.same:
                body.append(_shorten_middle(edit.new))
            else:
                body.append(f"[-{edit.old.strip()}-]" if edit.old.strip() else "", "strike").append(
                    f"{{+{edit.new.strip()}+}}" if edit.new.strip() else "", "bold"
                )
                body.append(" " if (edit.new or edit.old).endswith(" ") else "")
    else:
        body.append(make_line(unit.text))
    described = describe_changes(change)
    gutter = Text(described[0], f"bold {LABEL_COLOURS[unit.label]}" if unit.label is not None else "bold")
    name = Text(f"{LABEL_NAMES[unit.label] if unit.label is not None else 'other text'}{f' {ARROW}' if unit.forward_looking else ''}  ", META_COLOUR)
    yield from _beside(gutter, Text.assemble(name, body), width)
    for words in described[1:]:
        yield from _beside(Text(), Text(words, META_COLOUR), width)


def _beside(gutter: Text, body: Text, width: int) -> Iterator[Text]:
    room = min(WIDEST, max(24, width - _GUTTER))
    for number, line in enumerate(wrap(body, room)):
        yield Text.assemble(gutter if number == 0 else Text(), " " * (_GUTTER - (gutter.cell_len if number == 0 else 0)), line)


def _shorten_middle(words: str) -> str:
    return words if len(words) <= 3 * _SAME_SHOWN else f"{words[:_SAME_SHOWN]} … {words[-_SAME_SHOWN:]}"
