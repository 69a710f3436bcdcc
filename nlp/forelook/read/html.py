"""Converts HTML to the text that a reader sees.

In: a page or a fragment. Out: text in which blocks are separated by blank lines (two centred lines without space
between them are one heading and stay together), `<br>` ends a line, a list item has its mark, a table row is a line of
aligned columns (`html_table`), and hidden content is left out. The non-blank characters are those of the page, in order;
only the marks of `<ul>` and `<ol>` are added.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from forelook.read import html_walk
from forelook.read.blocks import VisibleText, join
from forelook.read.html_limits import check_markup
from forelook.read.html_reader import ElementLook, HtmlReader
from forelook.read.html_style import look_at, read_span


def html_to_text(markup: str, where: str) -> str:
    """Return the visible text of `markup`, "" where there is none; raises InputError naming `where`."""
    return read_html(markup, where).text


def read_html(markup: str, where: str) -> VisibleText:
    """Return the visible text of `markup` and the spans of its tabular rows; raises InputError naming `where`."""
    data = markup.encode("utf-8", "ignore")
    check_markup(data, where)
    root = LexborHTMLParser(data).root
    if root is None:
        return VisibleText("", ())
    reader = HtmlReader()
    walk = html_walk.walk if html_walk.IS_READY else walk_nodes
    walk(root, reader)
    return join(reader.finish())


def walk_nodes(root: LexborNode, reader: HtmlReader) -> None:
    """Pass `reader` every visible element and text below `root` in order, without recursion; html_walk does the same faster."""
    ancestors: list[tuple[LexborNode, ElementLook]] = []
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        child = None
        if tag == "-text":
            reader.add_text(node.text_content or "")
        elif tag[:1] not in "-!":
            attributes = node.attributes
            style, align = attributes.get("style") or "", attributes.get("align") or ""
            shown = ElementLook(tag, look_at(tag, style, align, hidden="hidden" in attributes))
            if not shown.hidden:
                columns, rows = (read_span(attributes.get(name) or "") for name in ("colspan", "rowspan"))
                reader.open(shown, columns, rows, attributes.get("start") or "", attributes.get("type") or "")
                child = node.first_child
                if child is None:
                    reader.close(shown)
                else:
                    ancestors.append((node, shown))
        following = child or node.next
        while following is None and ancestors:
            node, shown = ancestors.pop()
            reader.close(shown)
            following = node.next if node.mem_id != root.mem_id else None
        node = following
