"""HTML to text: a table of behaviours, and invariants over every real exhibit."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.fuzz.growth import SLACK, TIMES, grow

from forelook.errors import InputError
from forelook.read.html import html_to_text, read_html

RAW = Path(__file__).resolve().parents[2].parent / "shared" / "real" / "raw"
EXHIBITS = sorted(RAW.glob("*.htm"))

CASES = {
    "paragraphs": ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    "white space of the source": ("<p>One\n  two&nbsp;&nbsp; three</p>\n\n", "One two three"),
    "entities": ("<p>A&amp;B &#147;x&#148; &#8212; &lt;y&gt;</p>", "A&B “x” — <y>"),
    "line break": ("<p>Jane Roe<br>Chair</p>", "Jane Roe\nChair"),
    "two line breaks part paragraphs": ("One.<br><br>Two.", "One.\n\nTwo."),
    "inline elements do not part words": ("<b>Rev</b><i>enue</i> rose", "Revenue rose"),
    "inline div": ('<div>Sales <div style="DISPLAY: inline">rose</div> fast</div>', "Sales rose fast"),
    "inset of an inline element is a blank": ('<div>•<font style="padding-left:9.5pt">Sales</font></div>', "• Sales"),
    "inset of nothing is none": ('<div>a<font style="padding-left:0pt">b</font></div>', "ab"),
    "a note's number is not part of a figure": ("<p>$5.31<sup>1</sup> and 20<sup><a>(2)</a></sup> rose</p>", "$5.31 1 and 20 (2) rose"),
    "a note's number that is raised by style": ('<p>$41<span style="vertical-align:super;font-size:6pt">1</span> million</p>', "$41 1 million"),
    "an ordinal stays together": ("<p>the 4<sup>th</sup> quarter of the 21<SUP>st</SUP> century</p>", "the 4th quarter of the 21st century"),
    "a bullet of a symbol font has its mark": ("<ul><li>\uf0a7 grew</li><li>➤ shrank</li></ul>", "\uf0a7 grew\n➤ shrank"),
    "bullets in a cell of their own": ("<table><tr><td>•<br>•</td><td>Sales rose<br>Costs fell</td></tr></table>", "• Sales rose\n• Costs fell"),
    "a bullet of a symbol font in a cell of its own": ("<table><tr><td>ü</td><td>Sales rose.</td></tr></table>", "ü Sales rose."),
    "bullets side by side": (
        "<table><tr><td>• Sales rose</td><td>• Costs fell</td></tr><tr><td>• Debt fell</td><td>• Cash rose</td></tr></table>",
        "• Sales rose\n• Costs fell\n• Debt fell\n• Cash rose",
    ),
    "a side heading and its sentence": (
        "<table><tr><td><b>Outlook</b></td><td>Tarn expects sales of $160 million in 2019.</td></tr></table>",
        "Outlook\n\nTarn expects sales of $160 million in 2019.",
    ),
    "a label and what it says stay on a line": (
        "<table><tr><td>When:</td><td>The call begins at nine in the morning of Friday.</td></tr></table>",
        "When:  The call begins at nine in the morning of Friday.",
    ),
    "centred lines are one heading": (
        "<center><div>ACME NAMES</div><div>A CHAIR</div></center>",
        "ACME NAMES\nA CHAIR",
    ),
    "centred paragraphs with space": ('<p align="center">A</p><p align="center">B</p>', "A\n\nB"),
    "centred paragraphs without space": (
        '<p align=center style="margin-top:0pt; margin-bottom:0pt">A</p><p align=center style="margin-top:0pt; margin-bottom:0pt">B</p>',
        "A\nB",
    ),
    "a spacer between centred lines": ("<center><div>A</div><div>&nbsp;</div><div>B</div></center>", "A\n\nB"),
    "bullets": ("<p>We</p><ul><li>grew</li><li><p>hired</p></li></ul><p>x</p>", "We\n\n• grew\n• hired\n\nx"),
    "bullet in the text": ("<ul><li>• grew</li><li>\u2013 shrank</li></ul>", "• grew\n\u2013 shrank"),
    "numbers": ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
    "letters": ("<ol type=a><li>x</li><li>y</li></ol>", "a. x\nb. y"),
    "nested list": ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "• a\n  • b\n• c"),
    "list without marks": ('<ul style="list-style-type: none"><li>a</li></ul>', "a"),
    "preformatted": ("<pre>Sales   10\n  Cost   4</pre>", "Sales   10\n  Cost   4"),
    "hidden style": ('<p>a</p><p style="display:none">b</p><p style="color:red; Visibility: Hidden">c</p>', "a"),
    "hidden attribute": ("<p hidden>a</p><p>b</p>", "b"),
    "head, script and style": ("<head><title>t</title></head><style>p{}</style><script>x</script><p>a</p>", "a"),
    "inline XBRL": (
        "<ix:header><ix:hidden>h</ix:hidden></ix:header><p>Sales of $<ix:nonFraction>5</ix:nonFraction></p>",
        "Sales of $5",
    ),
    "comment": ("<p>a<!-- b --></p>", "a"),
    "no-break and soft hyphens": ("<p>out&shy;look&#8203;</p>", "outlook"),
    "nothing to see": ("<img src=x alt=y>", ""),
}

TABLES = {
    "figures keep their signs": (
        "<tr><td>Sales</td><td>$</td><td>77,507</td><td></td><td>(1.2</td><td>)%</td></tr>"
        "<tr><td>Cost of sales</td><td></td><td>9</td><td></td><td>3</td><td>%</td></tr>",
        "Sales          $77,507  (1.2)%\nCost of sales        9      3%",
    ),
    "brackets in cells of their own": (
        "<tr><td>Loss</td><td>$</td><td>(</td><td>12</td><td>)</td></tr><tr><td>x</td><td></td><td></td><td>3</td></tr>",
        "Loss  $(12)\nx         3",
    ),
    "heading over several columns": (
        "<tr><td></td><td colspan=2>Quarter ended</td></tr><tr><td></td><td>2025</td><td>2024</td></tr><tr><td>Sales</td><td>1,000</td><td>900</td></tr>",
        "       Quarter ended\n        2025  2024\nSales  1,000   900",
    ),
    "row span": (
        "<tr><td rowspan=2>Sales</td><td>1,000</td><td>2,000</td></tr><tr><td>3</td><td>4</td></tr>",
        "Sales  1,000  2,000\n           3      4",
    ),
    "bullet cell": (
        "<tr><td></td><td>●</td><td>Sales rose</td></tr><tr><td></td><td>•</td><td>Cost fell</td></tr>",
        "● Sales rose\n• Cost fell",
    ),
    "note cell": ("<tr><td>(1)</td><td>As restated.</td></tr>", "(1) As restated."),
    "one cell": ("<tr><td><p>One.</p><p>Two.</p></td></tr>", "One.\n\nTwo."),
    "prose in columns": (
        f"<tr><td>Outlook</td><td>{'We expect growth. ' * 12}</td></tr>",
        "Outlook\n\n" + ("We expect growth. " * 12).strip(),
    ),
    "address beside a label": (
        "<tr><td>Contact:</td><td><p>Jane Roe</p><p>jane@acme.test</p></td></tr>",
        "Contact:  Jane Roe\n          jane@acme.test",
    ),
    "addresses side by side": (
        "<tr><td>Jane Roe<br>Investors</td><td>John Doe<br>Media</td></tr>",
        "Jane Roe\nInvestors\n\nJohn Doe\nMedia",
    ),
    "hidden row": ("<tr style='display:none'><td>x</td></tr><tr><td>a</td><td>1</td></tr>", "a  1"),
    "table that arranges tables": (
        "<tr><td>Left<table><tr><td>a</td><td>1</td></tr></table></td><td><p>Right</p></td></tr>",
        "Left\n\na  1\n\nRight",
    ),
}


@pytest.mark.parametrize(("markup", "text"), CASES.values(), ids=CASES)
def test_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert html_to_text(markup, "a.htm") == text


@pytest.mark.parametrize(("rows", "text"), TABLES.values(), ids=TABLES)
def test_tables(rows: str, text: str) -> None:
    assert html_to_text(f"<p>Before</p><table>{rows}</table><p>After</p>", "a.htm") == f"Before\n\n{text}\n\nAfter"


@pytest.mark.skipif(not EXHIBITS, reason="the real exhibits (shared/real/raw) are not here")
@pytest.mark.parametrize("path", EXHIBITS, ids=lambda path: path.stem)
def test_real_exhibit_keeps_every_visible_character_and_glues_no_words(path: Path) -> None:
    markup = path.read_text(encoding="utf-8").partition("<TEXT>")[2].partition("</TEXT>")[0]
    assert "<li" not in markup.lower(), "no mark of ours may be in the text"
    check_characters_and_words(markup, html_to_text(markup, path.name))


CELLS = st.sampled_from(["", "a", "$", "(", ")", "%", ")%", "1.2", "(3", "&nbsp;", "—", "•", "b c", "x<br>y", "<p>p</p>", "12"])
ROWS = st.lists(st.lists(st.tuples(CELLS, st.integers(0, 4), st.integers(0, 3)), max_size=6), max_size=5)


@given(ROWS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_table_keeps_every_visible_character_and_glues_no_words(rows: list[list[tuple[str, int, int]]], nested: bool) -> None:
    body = "".join("<tr>" + "".join(f"<td colspan={c} rowspan={r}>{text}</td>" for text, c, r in row) + "</tr>" for row in rows)
    table = f"<table>{body}</table>"
    markup = f"<p>P</p>{f'<table><tr><td>{table}</td><td>z</td></tr></table>' if nested else table}<p>Q</p>"
    check_characters_and_words(markup, html_to_text(markup, "t.htm"))


def check_characters_and_words(markup: str, text: str) -> None:
    """Compare `text` with what is visible in `markup`, found here by other means: CSS selection and decomposition."""
    # A blank before every tag of a block or cell tells which words stand apart; it adds nothing visible.
    parted = re.sub(r"(?i)(?=</?(?:p|div|t[dhr]|table|li|[uo]l|br|hr|h\d|center)\b)", " ", markup)
    tree = LexborHTMLParser(parted)
    for node in tree.css("head, script, style, title, template, noscript, [hidden]"):
        node.decompose()
    for node in tree.css("[style]"):
        style = re.sub(r"\s", "", node.attributes["style"] or "").lower()
        if "display:none" in style or "visibility:hidden" in style:
            node.decompose()
    visible = re.sub("[\u00ad\u200b\ufeff]", "", tree.root.text(deep=True))  # type: ignore[union-attr]
    expected, found = visible.split(), text.split()
    characters = "".join(expected)
    assert "".join(found) == characters
    glued = set(accumulate(map(len, expected))) - set(accumulate(map(len, found)))
    wrong = [characters[at - 20 : at + 20] for at in glued if characters[at - 1] not in "$€£¥(" and characters[at] not in "%)"]
    assert not wrong, "words glued together"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda times: "<table>" + "<tr><td colspan=1000>x</td><td>y</td></tr>" * (10 * times) + "</table>", id="spans"),
        pytest.param(lambda times: "<table><tr>" + "<td rowspan=1000>x</td>" * 10_000 + "</tr>" + "<tr><td>y</td></tr>" * times + "</table>", id="row spans"),
        pytest.param(lambda times: "<table><tr>" + "<td>x</td>" * (20 * times) + "</tr></table>", id="one wide row"),
        pytest.param(
            lambda times: "<table><tr>" + "<td>x</td>" * times + "</tr>" + ("<tr><td colspan=999></td><td>y</td></tr>" * times) + "</table>", id="wide table"
        ),
        pytest.param(lambda times: "<p>x<br>" * (25 * times), id="breaks"),
        pytest.param(lambda times: "<!--" * (25 * times), id="comments"),
        pytest.param(lambda times: "<table><tr><td>" * times + "x", id="nested tables"),
        pytest.param(lambda times: "<font size=1>" * times + "<p>x" * times, id="nested fonts"),
    ],
)
def test_hostile_markup_takes_time_and_room_in_proportion(make: Callable[[int], str]) -> None:
    assert grow(lambda markup: html_to_text(markup, "a.htm"), make, 230) < TIMES * SLACK
    assert len(html_to_text(make(TIMES * 230), "a.htm")) < 12 * len(make(TIMES * 230))


@pytest.mark.parametrize("tag", ["div", "font", "ul", "table><tr><td><div"])
def test_elements_open_without_end_are_refused(tag: str) -> None:
    with pytest.raises(InputError, match=r"^a\.htm: the HTML has more than 2000 elements open at once; repair it"):
        html_to_text(f"<{tag}>" * 200_000, "a.htm")


def test_elements_that_only_xml_closes_are_refused_with_what_to_write() -> None:
    message = (
        r"^a\.htm: the HTML may have more than 10000 elements open at once: it has tags such as <div/>, .*; write <div></div> for <div/>, or save it as text$"
    )
    with pytest.raises(InputError, match=message):
        html_to_text("<div/>" * 20_000, "a.htm")


@pytest.mark.parametrize("markup", ["<br/>" * 20_000, "<div/>" * 5000, "<div></div>" * 20_000, "<div/></div>" * 20_000], ids=lambda markup: markup[:12])
def test_elements_that_are_closed_are_read(markup: str) -> None:
    assert html_to_text(f"<p>Sales rose.</p>{markup}", "a.htm") == "Sales rose."


def test_a_page_says_where_its_rows_stand() -> None:
    page = read_html("<p>a</p><table><tr><td>Sales</td><td>$5</td></tr></table><p>b</p><table><tr><td>Costs</td><td>$4</td></tr></table>", "a.htm")
    assert [page.text[start:end] for start, end in page.tables] == ["Sales  $5", "Costs  $4"]
    assert read_html("", "a.htm") == ("", ())
