"""The text of the final version of an RTF document.

In: the bytes of the file. Out: an `OfficeText`: paragraphs, list items with the marks in the file, tables in aligned
columns, footnotes at the end. striprtf reads the control words (extra `[office]`); what it writes as ordinary characters
(the ends of cells, rows and lines) or drops (footnotes, the marks of old lists) is first replaced in the source by
private-use characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from forelook.characters import BULLETS, INVISIBLE, PRIVATE_USE
from forelook.errors import InputError, MissingExtraError
from forelook.read.blocks import OfficeText, VisibleBlock, VisibleKind, join, tell_revisions
from forelook.read.html_table import TableCell, render_table
from forelook.read.tabs import split_tabs

# Private-use characters that stand for the ends of a cell, a row and a line until the text is split.
_CELL, _ROW, _LINE = "\ue010", "\ue011", "\ue012"
_MARKS = ((r"\\(?:nest)?cell(?![a-z])", _CELL), (r"\\(?:nest)?row(?![a-z])", _ROW), (r"\\line(?![a-z])", _LINE))
_BRACE = re.compile(r"\\[\\{}]|([{}])")
_FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])")
_OWN_MARK = re.compile(r"\\chftn(?![a-z])\s?")
_DELETED = re.compile(r"\{[^{}\\]*(?:\\(?!deleted)[a-z]+-?\d* ?)*\\deleted(?![a-z0-9])")
_REVISED = re.compile(r"\\revised(?![a-z0-9])")
_OLD_LIST = re.compile(r"\\pntext(?![a-z])")
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_INVISIBLE = re.compile(f"[{INVISIBLE}\ud800-\udfff]")
_ITEM = re.compile(rf"(?:[{re.escape(BULLETS)}{PRIVATE_USE}\u2013—*-]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]+)[.)])\t")
_SYMBOL = re.compile(rf"\A[·{PRIVATE_USE}] ")  # the bullet of a symbol font


def read_rtf(data: bytes, where: str) -> OfficeText:
    """Return the text that an RTF document shows; raises InputError naming `where`."""
    try:
        # An extra: imported when a file asks for it.
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading RTF", "office") from error

    def convert(source: str) -> str:
        try:
            return str(rtf_to_text(source, errors="replace"))
        except (ValueError, LookupError, TypeError) as error:
            raise InputError(where, f"the RTF document is damaged: {error}", "open it in a word processor and save it again") from error

    source, deleted = _cut_groups(data.decode("cp1252", errors="replace"), _DELETED, lambda _: "")
    notes: list[str] = []

    def number_note(group: str) -> str:
        notes.append(group)
        return f"({len(notes)})"

    source, _ = _cut_groups(source, _FOOTNOTE, number_note)
    blocks = _read_blocks(convert(_mark(_OWN_MARK.sub("", source))))
    prelude = source[: source.find("{", 1)] if "{" in source[1:] else "{\\rtf1"
    for number, note in enumerate(notes, start=1):
        body = _OWN_MARK.sub("", _FOOTNOTE.sub("{", note, count=1))
        text = " ".join(convert(f"{prelude}{_mark(body)}}}").split())
        blocks.append(VisibleBlock(text=f"({number}) {text}", kind=VisibleKind.PARAGRAPH))
    page = join(blocks)
    if not page.text:
        raise InputError(where, "the RTF document shows no text (an image of the release, perhaps)", "leave it out")
    inserted = len(_REVISED.findall(source))
    return OfficeText(page.text, page.tables, tell_revisions(inserted, deleted))


def _mark(source: str) -> str:
    for pattern, character in _MARKS:
        source = re.sub(pattern, rf"\\u{ord(character)}\\'3f", source)
    return _OLD_LIST.sub("", source)


def _cut_groups(source: str, opening: re.Pattern[str], replace: Callable[[str], str]) -> tuple[str, int]:
    """Return `source` with every group that begins with `opening` replaced, and how many there were."""
    pieces: list[str] = []
    at = count = 0
    while (found := opening.search(source, at)) is not None:
        depth, end = 0, len(source)
        for brace in _BRACE.finditer(source, found.start()):
            depth += {"{": 1, "}": -1}.get(brace[1] or "", 0)
            if depth == 0 and brace[1]:
                end = brace.end()
                break
        pieces += [source[at : found.start()], replace(source[found.start() : end])]
        at, count = end, count + 1
    return "".join([*pieces, source[at:]]), count


def _read_blocks(text: str) -> list[VisibleBlock]:
    text = _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    blocks: list[VisibleBlock] = []
    rows: list[list[TableCell]] = []
    *tabled, rest = _INVISIBLE.sub("", text.replace("\xa0", " ")).split(_ROW)
    for part in tabled:
        first, *others = part.split(_CELL)
        # The text before the first cell of a row is the paragraphs before the table and, after the last line break, the cell itself.
        *before, label = first.lstrip("\n").split("\n")
        if any(line.strip() for line in before):
            blocks += [*render_table(rows), *_read_paragraphs(before)]
            rows = []
        rows.append([TableCell(blocks=_read_paragraphs(content.split("\n"))) for content in (label, *others[:-1])])
    return [*blocks, *render_table(rows), *_read_paragraphs(rest.split("\n"))]


def _read_paragraphs(paragraphs: list[str]) -> list[VisibleBlock]:
    blocks: list[VisibleBlock] = []
    tabbed: list[list[TableCell]] = []
    for paragraph in paragraphs:
        lines = [" ".join(line.replace("\t", "\0").split()).replace("\0", "\t").strip("\t ") for line in paragraph.split(_LINE)]
        text = "\n".join(lines).strip("\n")
        is_item = _ITEM.match(text) is not None
        if not is_item and (cells := split_tabs(text)):
            tabbed.append(cells)
            continue
        blocks += render_table(tabbed)
        tabbed = []
        if text:
            shown = text.replace("\t", " ")
            shown = _SYMBOL.sub("• ", shown, count=1)
            parts = [shown] if is_item else re.split(r"\n{2,}", shown)
            blocks += [VisibleBlock(text=each, kind=VisibleKind.ITEM if is_item else VisibleKind.PARAGRAPH) for each in parts]
    return blocks + render_table(tabbed)
