"""The compiled reader of HTML against the one that it replaced (oracle/): the same text and tables, whatever the page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.read.oracle.html import read_html as read_slowly

from forelook.corpus.annotated import read_corpus
from forelook.corpus.layouts import markup
from forelook.read import html, html_walk
from forelook.read.blocks import VisibleText, join
from forelook.read.html_reader import HtmlReader

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT.parent / "shared" / "real" / "raw"
EXHIBITS = sorted(RAW.glob("*.htm"))


def read_nodes(page: str) -> VisibleText:
    """Return the text of a page by the walk over selectolax's nodes, which runs where the compiled one cannot."""
    reader = HtmlReader()
    html.walk_nodes(LexborHTMLParser(page).root, reader)  # type: ignore[arg-type]
    return join(reader.finish())


def check(page: str) -> None:
    assert html.read_html(page, "a.htm") == read_slowly(page, "a.htm")


def test_the_compiled_walk_is_there() -> None:
    assert html_walk.IS_READY


@pytest.mark.skipif(not EXHIBITS, reason="the real exhibits (shared/real/raw) are not here")
@pytest.mark.parametrize("path", EXHIBITS, ids=lambda path: path.stem)
def test_real_exhibits(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    check(page)
    assert read_nodes(page) == html.read_html(page, path.name)


def test_authored_releases_as_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[str] = []
    monkeypatch.setattr(markup, "html_to_text", lambda page, where: pages.append(page) or html.html_to_text(page, where))
    for release in read_corpus(ROOT / "training_data"):
        markup.render_html(release, random.Random(0))
    assert len(pages) > 300
    for page in pages:
        check(page)


STYLES = (
    "display:none", "display: inline", "display:block", "text-align:center", "margin-top:0pt", "margin:0 0 6pt 0", "padding-left:9pt", "MARGIN-LEFT:0.0pt",
    "vertical-align:super", "list-style-type:none", "list-style: x none", "visibility: hidden", "color:red", "", ";;", "text-align : right;margin-bottom:0",
)  # fmt: skip
TAGS = [
    "p",
    "div",
    "font",
    "b",
    "i",
    "sup",
    "a",
    "span",
    "ul",
    "ol",
    "li",
    "dir",
    "menu",
    "table",
    "tbody",
    "thead",
    "tr",
    "td",
    "th",
    "caption",
    "pre",
    "br",
    "hr",
    "center",
    "h1",
    "h3",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "form",
    "select",
    "option",
    "button",
    "svg",
    "title",
    "math",
    "desc",
    "template",
    "noscript",
    "ix:header",
    "ix:nonfraction",
    "nobr",
    "textarea",
    "iframe",
    "html",
    "body",
    "head",
    "frameset",
    "xmp",
    "plaintext",
    "unknown-x",
]
ATTRIBUTES = (
    "align=center", 'align="LEFT"', "hidden", "hidden=no", "colspan=2", "colspan='3'", "colspan=0", "colspan=٣", "rowspan=2", 'rowspan=" 3 "', "rowspan=99999", "colspan",
    "start=4", "start=x", "type=a", "type=A", "type=i", "type", "style", "class='style'", 'style=""', "STYLE='text-align:center'", "align", "xlink:href=x", "/",
)  # fmt: skip
WORDS = (
    "a", "Sales rose", " ", "\n", "\t", "&nbsp;", "\xa0", "$", "(", ")", "%", ")%", "1.2", "(3", "12", "$5.31", "1", "*", "†", "—", "•", "\uf0a7", "ü", "·", "1.", "(a)", "N/A",
    "&shy;", "\xad", "\u200b", "\ufeff", "\x1c", "\x85", "\u2028", "\u3000", "é", "漢字", "😀", "&#0;", "&#x80;", "&amp", "&bogus;", "<", ">", "\x0c", "\x0b", "٣", "²",
    "The company expects sales to grow in the coming year.", "Outlook", "When:", "W" * 90, "w " * 90, "<!-- c -->", "<![CDATA[x]]>", "<?x?>", "\x00", "a  b", "202 5",
)  # fmt: skip


def make_page(chance: random.Random) -> str:
    """Return tag soup: elements well nested, half closed or crossing, with odd attributes and texts."""
    parts: list[str] = []
    opened: list[str] = []
    favourites = [*chance.sample(TAGS, 4), *chance.choice((["td", "tr", "table", "td"], ["li", "ul", "p"], ["sup", "font", "br"], ["pre", "br"]))]
    for _ in range(chance.choice((5, 20, 80))):
        what = chance.random()
        if what < 0.4:
            tag = chance.choice(favourites if chance.random() < 0.8 else TAGS)
            attributes = [f'style="{";".join(chance.choices(STYLES, k=chance.randint(1, 2)))}"'] if chance.random() < 0.3 else []
            attributes += chance.choices(ATTRIBUTES, k=chance.choice((0, 0, 0, 1, 2)))
            parts.append(
                f"<{chance.choice((tag, tag, tag.upper()))} {' '.join(attributes)}>".replace(
                    " >", chance.choice((">", " >", "/>") if chance.random() < 0.1 else (">",))
                )
            )
            opened.append(tag)
        elif what < 0.65 and opened:
            place = -1 if chance.random() < 0.85 else chance.randrange(len(opened))
            parts.append(f"</{opened.pop(place)}>")
        else:
            parts.append("".join(chance.choices(WORDS, k=chance.randint(1, 3))))
    return "".join(parts)


@pytest.mark.parametrize("seed", range(20))
def test_tag_soup(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        page = make_page(chance)
        check(page)
        assert read_nodes(page) == html.read_html(page, "a.htm"), page


CELLS = [
    *(word for word in WORDS if word[0] not in "<>"),
    *("", "", "", "$", "(", "1,200", "(1.2)", "3.4567", "555-1234", "555.1234", "12.3%", "x<br>y", "<p>p</p><p>q</p>", "<ul><li>a<li>b</ul>", "• grew"),
    *("• fell", "•<br>•", "<table><tr><td>i<td>2</table>", "<pre> a\n b</pre>", "NM", "n/a", "USD $", "(a)", "5.2x", "2024", "Q1 2024", "1)", "iv."),
]
SPANS = ("", "", "", " colspan=2", " colspan=3", " rowspan=2", " rowspan=3 colspan=2", " align=center")


def make_table(chance: random.Random) -> str:
    rows = []
    for _ in range(chance.randint(1, 6)):
        cells = [
            f"<td{chance.choice(SPANS)}>{chance.choice(CELLS)}{chance.choice(('', '', '', chance.choice(CELLS)))}</td>" for _ in range(chance.randint(0, 6))
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<p>P</p><table{chance.choice(('', ' style=display:inline'))}>{''.join(rows)}</table>"


@pytest.mark.parametrize("seed", range(10))
def test_tables(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        check(make_table(chance) + chance.choice(("", make_table(chance))))
