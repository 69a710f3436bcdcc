"""The page: one self-contained file, in which every word of a release is text, whatever it is."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.fuzz.growth import SLACK, TIMES, grow

import forelook
from forelook.analyze.audit import GRADES
from forelook.export.page import render_fragment, render_page
from forelook.records import Figure, FigureMetric, FigurePeriod, Place, Release

HOSTILE = """[H#0.9 <script>alert(1)</script> & </style> &lt;b&gt; RESULTS]

\u202eEvil\u202c [H0.9 Sales rose <img src=x onerror=alert(2)> by 5%\x00\x1b[31m and "more".] {{ 7 * 7 }} {% raw %}

[Q>0.8|<b>Jane</b> "Doe" onclick=x, chief' officer|"We expect </pre></span><script src=//evil.example/x.js></script> growth, \u2067מחר\u2069"]

[T0.9 a  <td>1</td>
b  2]

[S0.7 ]]>--> <!-- forward-looking --> javascript:alert(3) <svg/onload=alert(4)>]
"""


@pytest.fixture
def audited(looked_at: Release) -> Release:
    text = str(looked_at.text)
    start = text.index("$842 million")
    value = Place(start, text.index(", up from its earlier"))
    figure = Figure(
        6, FigureMetric("revenue", start - 13, start - 4), "unknown", None, FigurePeriod("2031"), "level", "range", 842e6, 850e6, "USD", None, False, None, None,
        "raised", None, value, 0.9,
    )  # fmt: skip
    return msgspec.structs.replace(looked_at, figures=[figure], audit=forelook.audit(looked_at))


def parse(page: str) -> LexborHTMLParser:
    return LexborHTMLParser(page)


def words(page: str, selector: str) -> str:
    return " ".join(" ".join(node.text() for node in parse(page).css(selector)).split())


def test_every_word_is_in_the_text(audited: Release) -> None:
    shown = words(render_page([audited]), ".text")
    for word in str(audited.text).split():
        assert word in shown


def test_labels_flags_and_speakers(audited: Release) -> None:
    page = parse(render_page([audited]))
    statements = page.css(".st")
    assert [node.attributes["class"].split()[1] for node in statements] == [statement.label.value for statement in audited.statements]
    assert ["forward" in node.attributes["class"].split() for node in statements] == [statement.forward_looking for statement in audited.statements]
    quotes = [node for node in statements if "management_quote" in node.attributes["class"]]
    assert all("Ines Calloway" in node.css_first(".note").text() for node in quotes)
    assert "".join(statements[6].css_first(".words").text().split()) == "".join(audited.statements[6].text.split())


def test_the_panel_points_into_the_text(audited: Release) -> None:
    page = parse(render_page([audited]))
    anchors = {node.attributes["id"] for node in page.css("[id]")}
    links = [node.attributes["href"][1:] for node in page.css("aside a")]
    assert len(links) > 5
    assert set(links) <= anchors
    figure = page.css_first(".figures td a")
    assert figure.text() == "$842 to $850 million"
    assert page.css_first(f".{figure.attributes['data-mark']}").text() == "$842 million to $850 million"
    assert "not legal advice" in page.css_first("footer").text() or "neither is legal advice" in page.css_first("footer").text()


def test_findings_of_every_grade_are_in_the_panel_without_a_class_of_the_text(audited: Release) -> None:
    page = parse(render_page([audited]))
    graded = [node.attributes["data-grade"] for node in page.css(".findings [data-grade]")]
    assert {"note", "fine"} <= set(graded)
    assert graded == sorted((each.finding for each in audited.audit.findings if each.finding != "not_applicable"), key=GRADES.index)
    classes = {name for node in page.css(".text [class]") for name in node.attributes["class"].split()}
    assert not {name for node in page.css(".findings li") for name in (node.attributes.get("class") or "").split()} & classes


def test_a_table_too_broad_for_paper_beside_its_margin_is_marked_as_such(make_release: Callable[..., Release]) -> None:
    row = "Net sales" + " " * 60 + "$12  $14"
    page = parse(render_page([make_release(f"[T {row}\n{row}]\n\n[H Sales rose.]\n\n[T Net sales  $12  $14\nNet income  $2  $3]", "one")]))
    assert [node.attributes["class"].split() for node in page.css("pre")] == [["words", "broad"], ["words"]]


def test_anchors_are_unique(audited: Release) -> None:
    ids = [node.attributes["id"] for node in parse(render_page([audited, audited])).css("[id]")]
    assert len(ids) == len(set(ids))


def test_an_index_for_several(audited: Release) -> None:
    page = render_page([audited, msgspec.structs.replace(audited, id="second")])
    assert words(page, ".index th a") == "looked-at second"
    assert "2 releases" in words(page, "h1")
    assert parse(render_page([audited])).css_first(".index") is None


def test_the_policy_allows_style_and_script_of_the_page_alone(audited: Release) -> None:
    page = render_page([audited])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; ")
    for name, tag in (("style", "style"), ("script", "script")):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(found) == 1
        assert f"{name}-src 'sha256-{b64encode(hashlib.sha256(found[0].encode()).digest()).decode()}'" in rules
    assert not re.search(r"\s(on\w+|style|src)=", re.sub(r"<style>.*?</style>|<script>.*?</script>", "", page, flags=re.DOTALL))
    assert not re.search(r"(https?:)?//(?!\s)[a-z]", re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL))


class Tags(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, _ in attrs if name.startswith("on"))}


@pytest.mark.parametrize("render", [lambda release: render_page([release]), render_fragment], ids=["page", "fragment"])
def test_a_hostile_release_shows_as_text(make_release: Callable[..., Release], render: Callable[[Release], str]) -> None:
    release = make_release(HOSTILE, '"><script>alert(5)</script>')
    page = render(msgspec.structs.replace(release, audit=forelook.audit(release), warnings=["<i>warned</i>"]))
    seen = Tags()
    seen.feed(page)
    assert not {"img", "i"} & seen.seen
    assert not {name for name in seen.seen if name.startswith("on")}
    assert (page.count("<script>"), page.count("<svg")) == (page.count("<body"), 1)
    shown = words(page, ".text")
    for piece in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "&lt;b&gt;",
        "{{ 7 * 7 }}",
        "␀␛[31m",
        "[U+202E]Evil[U+202C]",
        "<td>1</td>",
        "<!--",
    ):
        assert piece in shown
    assert not set("\u202e\u2067\x00\x1b") & set(page)


def test_a_notebook_shows_the_same(audited: Release) -> None:
    fragment = audited._repr_html_()
    assert fragment is not None
    assert "<script" not in fragment
    assert words(fragment, ".text") == words(render_page([audited]), ".text")
    assert audited.without_text()._repr_html_() is None


def test_a_release_without_anything(make_release: Callable[..., Release]) -> None:
    assert "0" in words(render_page([make_release("", "empty")]), ".summary")


def test_a_long_release_is_written_in_time_and_room_in_proportion(make_release: Callable[..., Release]) -> None:
    paragraph = "[H0.9 " + "Sales of pumps rose in the quarter by five percent. " * 2 + "] [G>0.8 We expect more of them.]\n\n"
    assert grow(lambda release: render_page([release]), lambda times: make_release(paragraph * times), 250) < TIMES * SLACK
    long = make_release(paragraph * 2_000)
    assert len(render_page([long])) < 9 * len(long.text)


def luminance(colour: str) -> float:
    values = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_read(scheme: int) -> None:
    style = (Path(forelook.__file__).parent / "export" / "page" / "templates" / "page.css").read_text(encoding="utf-8")
    names = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", style.split("@media print")[0].split("@media screen and (prefers-color-scheme: dark)")[scheme]))
    grounds = ["ground", "panel"]
    pairs = [(ink, ground) for ink in ("text", "quiet", "link", "alarm", "warn") for ground in grounds]
    for label in forelook.Label:
        pairs += [("text", f"{label.value}-tint"), (f"{label.value}-ink", f"{label.value}-tint"), *((f"{label.value}-ink", ground) for ground in grounds)]
    for ink, ground in [*pairs, ("mark-text", "mark"), ("ground", "alarm")]:
        one, other = sorted((luminance(names[ink]), luminance(names[ground])))
        assert (other + 0.05) / (one + 0.05) >= 4.5, (ink, ground)
