"""Marks of list items in Word documents: what Word would show before each paragraph."""

from __future__ import annotations

from typing import Any

import pytest

from forelook.read.word_lists import ItemMark, Lists, W

etree = pytest.importorskip("lxml.etree", reason="the extra [office] is not installed")


def parse(content: str) -> Any:
    return etree.fromstring(f'<w:root xmlns:w="{W[1:-1]}">{content}</w:root>')


def level(number: int, format_: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> Any:
    return parse(f'<w:abstractNum w:abstractNumId="9">{"".join(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>{more}')


def item(depth: int = 0, number: int = 1) -> Any:
    return parse(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def show(lists: Lists, *items: Any) -> list[str | None]:
    return [mark and mark.text for mark in map(lists.mark, items)]


@pytest.mark.parametrize(
    ("format_", "text", "start", "marks"),
    [
        pytest.param("decimal", "%1.", 1, ["1.", "2.", "3."], id="figures"),
        pytest.param("decimal", "(%1)", 9, ["(9)", "(10)", "(11)"], id="from nine on"),
        pytest.param("decimalZero", "%1", 9, ["09", "10", "11"], id="with a zero before"),
        pytest.param("lowerLetter", "%1)", 25, ["y)", "z)", "aa)"], id="letters"),
        pytest.param("upperRoman", "%1.", 3, ["III.", "IV.", "V."], id="Roman figures"),
        pytest.param("lowerRoman", "%1.", 39, ["xxxix.", "xl.", "xli."], id="small Roman figures"),
        pytest.param("bullet", "\uf0b7", 1, ["•", "•", "•"], id="a bullet of a symbol font"),
        pytest.param("none", "%1.", 1, [None, None, None], id="no mark"),
        pytest.param("decimal", " ", 1, [None, None, None], id="a blank mark"),
    ],
)
def test_formats(format_: str, text: str, start: int, marks: list[str | None]) -> None:
    assert show(Lists(numbering(level(0, format_, text, start)), None), item(), item(), item()) == marks


def test_deeper_levels_begin_anew() -> None:
    lists = Lists(numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2")), None)
    assert show(lists, item(), item(1), item(1), item(), item(1)) == ["1.", "1.a", "1.b", "2.", "2.a"]
    assert lists.mark(item(1)) == ItemMark("2.b", 1)


OTHER = '<w:num w:numId="2"><w:abstractNumId w:val="9"/>{}</w:num>'
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("override", "marks"), [pytest.param("", ["1.", "2.", "3."], id="goes on"), pytest.param(RESTART, ["1.", "5.", "2."], id="begins anew")]
)
def test_lists_of_one_definition(override: str, marks: list[str]) -> None:
    lists = Lists(numbering(level(0, "decimal", "%1."), more=OTHER.format(override)), None)
    assert show(lists, item(), item(number=2), item()) == marks


@pytest.mark.parametrize(
    "properties",
    [
        pytest.param(None, id="no properties"),
        pytest.param(parse(""), id="no list"),
        pytest.param(item(number=0), id="taken out of a list"),
        pytest.param(item(number=7), id="an unknown list"),
        pytest.param(item(4), id="an unknown level"),
    ],
)
def test_paragraphs_without_a_mark(properties: Any) -> None:
    lists = Lists(numbering(level(0, "decimal", "%1.")), None)
    assert lists.mark(properties) is None
    assert show(lists, item()) == ["1."], "and they are not counted"


def test_a_style_may_make_an_item() -> None:
    styles = parse(
        '<w:style w:styleId="Child"><w:pPr/><w:basedOn w:val="Parent"/></w:style>'
        '<w:style w:styleId="Parent"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    lists = Lists(numbering(level(0, "decimal", "%1.")), styles)
    child, loop, unknown = (parse(f'<w:pStyle w:val="{name}"/>') for name in ("Child", "Loop", "Nothing"))
    assert show(lists, child, loop, unknown, child) == ["1.", None, None, "2."]
