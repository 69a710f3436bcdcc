"""How elements are displayed: what is hidden, what is a block, centred, with space around it."""

from __future__ import annotations

import pytest

from forelook.read.html_style import look_at, read_span

TRUE_BY_STYLE = [
    ("hidden", "div", "display:none", True),
    ("hidden", "div", "color:red; VISIBILITY: Hidden", True),
    ("hidden", "div", "visibility:collapse", True),
    ("hidden", "div", "display:block", False),
    ("hidden", "div", "x-display:none", False),
    ("hidden", "script", "", True),
    ("hidden", "ix:header", "", True),
    ("block", "p", "", True),
    ("block", "span", "", False),
    ("block", "span", "display:block", True),
    ("block", "p", "display:inline", False),
    ("block", "li", "display:list-item", True),
    ("centred", "div", "text-align:center", True),
    ("centred", "div", "text-align:right", False),
    ("centred", "div", "", None),
    ("centred", "center", "", True),
    ("above", "p", "", True),
    ("above", "p", "margin-top:0pt", False),
    ("above", "p", "margin:0", False),
    ("above", "div", "", False),
    ("above", "div", "margin-top:6pt", True),
    ("above", "span", "margin-top:6pt", False),
    ("below", "p", "margin:0 0 6pt", True),
    ("below", "p", "margin: 6pt 0px 0px", False),
    ("below", "div", "margin-bottom:.5em", True),
    ("inset", "span", "padding-left:12pt", True),
    ("inset", "span", "padding-left:0.0pt", False),
    ("inset", "div", "padding-left:12pt", False),
    ("unmarked", "ul", "list-style:none", True),
    ("unmarked", "ul", "list-style-type: square", False),
    ("unmarked", "ul", "list-style:square; display:none", False),
    ("raised", "sup", "", True),
    ("raised", "span", "vertical-align:super", True),
    ("raised", "div", "vertical-align:super", False),
    ("raised", "span", "vertical-align:sub", False),
]


@pytest.mark.parametrize(("what", "tag", "style", "expected"), [pytest.param(*row, id=" ".join(map(str, row[:3]))) for row in TRUE_BY_STYLE])
def test_styles(what: str, tag: str, style: str, expected: bool | None) -> None:
    assert getattr(look_at(tag, style, "", hidden=False), what) is expected


@pytest.mark.parametrize(
    ("style", "align", "centred"),
    [
        pytest.param("", "CENTER", True, id="the attribute alone"),
        pytest.param("text-align:left", "center", False, id="the style is stronger"),
        pytest.param("", "right", False, id="another side"),
    ],
)
def test_alignment(style: str, align: str, centred: bool) -> None:
    assert look_at("div", style, align, hidden=False).centred is centred


def test_the_attribute_hides_too() -> None:
    assert look_at("div", "display:block", "", hidden=True).hidden


@pytest.mark.parametrize(
    ("written", "span"), [("3", 3), (" 2 ", 2), ("", 1), ("0", 1), ("-4", 1), ("3.5", 1), ("three", 1), ("9999", 1000), ("99999", 1), ("²", 1)]
)
def test_spans(written: str, span: int) -> None:
    assert read_span(written) == span
