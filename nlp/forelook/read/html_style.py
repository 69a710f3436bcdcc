"""How an HTML element is displayed: whether it is visible, begins a new block, is centred or has space around it.

In: an element's tag and the relevant attributes. Out: a `Look`. Only inline styles and attributes count: EDGAR strips
style sheets, so classes mean nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Never displayed, together with their content.
_HIDDEN_TAGS = frozenset(
    "head script style title template noscript ix:header ix:hidden".split()  # noqa: SIM905 (as a list it fills a screen)
)
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "  # noqa: SIM905 (as a list it fills a screen)
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li listing main menu nav ol p "
    "plaintext pre section summary table tbody td tfoot th thead tr ul xmp".split()
)
# Blocks with a blank line above and below in browsers, unless their style removes it.
_SPACED_TAGS = frozenset(
    "blockquote dir dl h1 h2 h3 h4 h5 h6 hr menu ol p pre table ul".split()  # noqa: SIM905 (as a list it fills a screen)
)

_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b")
_DISPLAY = re.compile(r"(?:^|[;\s])display\s*:\s*([a-z-]+)")
_ALIGN = re.compile(r"(?:^|[;\s])text-align\s*:\s*([a-z]+)")
_TOP = re.compile(r"(?:^|[;\s])margin(?:-top)?\s*:\s*(-?[\d.]+)")
_BOTTOM = re.compile(r"(?:^|[;\s])margin(?:-bottom\s*:\s*|\s*:\s*(?:-?[\d.]+[a-z%]*\s+){2}|\s*:\s*)(-?[\d.]+)")
_RAISED = re.compile(r"(?:^|[;\s])vertical-align\s*:\s*super\b")
_INSET = re.compile(r"(?:^|[;\s])(?:padding|margin)-left\s*:\s*[0.]*+[1-9]")
# A search ends where the next one begins: otherwise a name repeated ten thousand times would take quadratic time.
_UNMARKED = re.compile(r"(?:^|[;\s])list-style(?:-type)?\s*:(?:(?!list-style)[^;])*?\bnone\b")
_SPAN_LIMIT = 1000


class Look(NamedTuple):
    """How an element is displayed.

    `centred` is None where the element does not say; `above` and `below` stand for vertical space, `inset` for space before
    an inline element, `unmarked` for a list without bullets, `raised` for a superscript.
    """

    hidden: bool
    block: bool
    centred: bool | None
    above: bool
    below: bool
    inset: bool
    unmarked: bool
    raised: bool


@lru_cache(maxsize=8192)
def look_at(tag: str, style: str, align: str, *, hidden: bool) -> Look:
    """Return how an element is displayed; `style` and `align` are its attributes of that name, `hidden` is whether it has that attribute.

    Cached, because an exhibit repeats a few hundred styles over tens of thousands of elements.
    """
    style = style.lower()
    display = _DISPLAY.search(style)
    inline = display is not None and display[1] == "inline"
    block = (tag in _BLOCK_TAGS and not inline) or (display is not None and display[1] in {"block", "list-item"})
    text_align = _ALIGN.search(style)
    alignment = text_align[1] if text_align else align.lower()
    spaced = tag in _SPACED_TAGS
    return Look(
        hidden=hidden or tag in _HIDDEN_TAGS or _HIDDEN.search(style) is not None,
        block=block,
        centred=tag == "center" or (alignment == "center" if alignment else None),
        above=block and _has_space(_TOP.search(style), default=spaced),
        below=block and _has_space(_BOTTOM.search(style), default=spaced),
        inset=not block and _INSET.search(style) is not None,
        unmarked=_UNMARKED.search(style) is not None,
        raised=tag == "sup" or (not block and _RAISED.search(style) is not None),
    )


def read_span(written: str) -> int:
    """Return how many columns or rows a cell spans whose attribute is `written`: from 1 to 1,000, 1 for anything malformed."""
    digits = (written or "1").strip()
    return max(1, min(int(digits), _SPAN_LIMIT)) if digits.isdecimal() and len(digits) <= len("1000") else 1


def _has_space(length: re.Match[str] | None, *, default: bool) -> bool:
    return default if length is None else any(digit in length[1] for digit in "123456789")
