"""W3C Web Annotation: one annotation per unit, by position and by quotation.

In: gold releases, or JSON-LD. Out: `ID.jsonld` (an AnnotationPage) and `ID.txt` per release, or gold releases. TextPositionSelector
counts code points, as the Recommendation of 2017 requires ("in terms of unicode code points", not code units); a
TextQuoteSelector with prefix and suffix refines it, so that a unit is found again in a text that was edited elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import msgspec
from msgspec import Struct

from forelook.corpus.alignment import locate
from forelook.corpus.exchange import Files
from forelook.corpus.exchange.gather import SHOWN, Found, attempt_pairs, gather
from forelook.corpus.exchange.names import make_unit, name_unit
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError
from forelook.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix


class _Body(Struct):
    purpose: str
    value: str


class _Selector(Struct):
    type: str
    start: int = 0
    end: int = 0
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


class _Target(Struct):
    selector: list[_Selector]


class _Annotation(Struct):
    body: list[_Body]
    target: _Target


class _Page(Struct):
    items: list[_Annotation]
    label: str | None = None


def export(releases: list[GoldRelease]) -> Files:
    """Return a page of annotations and the text that they refer to, for each release."""
    files: dict[str, bytes] = {}
    for release in releases:
        stem = locate(release.id).removesuffix(".ann")
        source = f"urn:forelook:{quote(release.id, safe='')}"
        page = {
            "@context": CONTEXT,
            "id": f"{source}:units",
            "type": "AnnotationPage",
            "label": release.id,
            "items": [_write_annotation(release.text, unit, source) for unit in release.units],
        }
        files[f"{stem}.jsonld"] = msgspec.json.format(msgspec.json.encode(page), indent=1)
        files[f"{stem}.txt"] = release.text.encode()
    return files


def _write_annotation(text: str, unit: GoldUnit, source: str) -> dict[str, Any]:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": name_unit(unit)}]
    if unit.speaker:
        body.append({"type": "TextualBody", "purpose": "identifying", "value": unit.speaker})
    selectors = [
        {"type": "TextPositionSelector", "start": unit.start, "end": unit.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[unit.start : unit.end],
            "prefix": text[max(0, unit.start - AROUND) : unit.start],
            "suffix": text[unit.end : unit.end + AROUND],
        },
    ]
    return {"id": f"{source}:{unit.start}-{unit.end}", "type": "Annotation", "body": body, "target": {"source": source, "selector": selectors}}


def read(files: Files) -> Iterator[Found]:
    """Yield the release of every `.jsonld` and its `.txt`, or the error in it.

    A unit is placed at its position if its quotation is found there, else at the only occurrence of prefix, quotation and suffix.
    """
    return attempt_pairs(_read_page, files, ".jsonld")


def _read_page(text: str, content: bytes, name: str) -> GoldRelease:
    try:
        page = msgspec.json.decode(content, type=_Page)
    except msgspec.MsgspecError as error:
        raise AnnotationError(f"{name}: {error}; expected an AnnotationPage as forelook writes it") from error
    units = [_read_annotation(text, annotation, f"{name}: item {number}") for number, annotation in enumerate(page.items, 1)]
    return gather(page.label or name.removesuffix(".jsonld"), text, units, name)


def _read_annotation(text: str, annotation: _Annotation, where: str) -> GoldUnit:
    selectors = {selector.type: selector for selector in annotation.target.selector}
    values = {body.purpose: body.value for body in annotation.body}
    position, quotation = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
    if "tagging" not in values or (position is None and quotation is None):
        raise AnnotationError(f"{where}: expected a body with the purpose tagging, and a TextPositionSelector or a TextQuoteSelector")
    start, end = _find(text, position, quotation, where)
    return make_unit(values["tagging"], start, end, values.get("identifying"), where)


def _find(text: str, position: _Selector | None, quotation: _Selector | None, where: str) -> Span:
    if position is not None and (quotation is None or text[position.start : position.end] == quotation.exact):
        return position.start, position.end
    if quotation is None:  # unreachable: the caller checks that there is one of the two
        raise AnnotationError(f"{where}: no selector")
    for prefix, suffix in ((quotation.prefix, quotation.suffix), (quotation.prefix, ""), ("", quotation.suffix), ("", "")):
        wanted = prefix + quotation.exact + suffix
        if text.count(wanted) == 1:
            start = text.index(wanted) + len(prefix)
            return start, start + len(quotation.exact)
    raise AnnotationError(f"{where}: {quotation.exact[:SHOWN]!r} occurs nowhere in the text, or more than once; was the text changed?")
