"""Limits of markup: pages as people write them pass, what would keep the parser busy for hours is refused."""

from __future__ import annotations

import pytest

from forelook.errors import InputError
from forelook.read.html_limits import check_markup

ATTRIBUTES = b" ".join(b"a%d=1" % number for number in range(1100))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(b"<div>" * 2000, id="as many open as may be"),
        pytest.param(b"<div><b>x</b></div>" * 50_000, id="many, each closed"),
        pytest.param(b"<p>One." * 50_000, id="paragraphs, which the next one closes"),
        pytest.param(b"<tr><td>One" * 50_000, id="cells, which the next one closes"),
        pytest.param(b"<br>" * 50_000, id="elements without a content"),
        pytest.param(b"<div/>" * 9000, id="closed as in XML"),
        pytest.param(b"</div>" * 50_000, id="ends of nothing"),
        pytest.param(b"5 < 6 " * 50_000, id="signs of less"),
        pytest.param(b'<div title="' + b"a " * 200 + b'">x</div>', id="blanks inside a short quotation"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"<div", id="a tag without an end"),
    ],
)
def test_what_passes(markup: bytes) -> None:
    check_markup(markup, "page.htm")


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        pytest.param(b"<div>" * 2001, r"page\.htm: the HTML has more than 2000 elements open at once; repair it", id="one more than may be"),
        pytest.param(b"<FONT size=1>" * 3000, "more than 2000 elements open", id="in capitals, with an attribute"),
        pytest.param(
            b"<div/>" * 11_000, r"may have more than 10000 elements open at once: it has tags such as <div/>.*; write <div></div>", id="closed as in XML"
        ),
        pytest.param(b"<p " + ATTRIBUTES + b">", "an element of the HTML has more than 1000 attributes; repair it, or save it as text", id="attributes"),
        pytest.param(b'<div title="' + b"a " * 2000 + b'">', "more than 1000 attributes", id="blanks inside a long quotation"),
    ],
)
def test_what_is_refused(markup: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        check_markup(markup, "page.htm")
