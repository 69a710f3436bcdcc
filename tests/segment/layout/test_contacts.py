"""Contacts: names, numbers and addresses at the end or the head of a release. Rows: a text, and its blocks (blanks folded)."""

from __future__ import annotations

import pytest
from tests.segment.conftest import check_blocks

CONTACTS = [
    pytest.param(
        "For further information, please visit:\n\nFor further information about the mill the company names these books:\n",
        [("contact", "For further information, please visit:"), ("heading", "For further information about the mill the company names these books:")],
        id="a lead-in to links, and one to a list",
    ),
    pytest.param(
        "CONTACT: Lena Brandt, Orrin Paper, 978-555-0143\n",
        [("contact", "CONTACT: Lena Brandt, Orrin Paper, 978-555-0143")],
        id="one line",
    ),
    pytest.param(
        "Contacts:\nLena Brandt\nVice President, Investor Relations\n(978) 555-0143\nlena.brandt@orrin.example\n",
        [("contact", "Contacts: Lena Brandt Vice President, Investor Relations (978) 555-0143 lena.brandt@orrin.example")],
        id="a block of lines",
    ),
    pytest.param(
        "Orrin Paper Company                 Hale & Partners\nLena Brandt                         Tom Hale\n978-555-0143                        212-555-0178\n",
        [("contact", "Orrin Paper Company Hale & Partners Lena Brandt Tom Hale 978-555-0143 212-555-0178")],
        id="two columns",
    ),
    pytest.param("SOURCE Orrin Paper Company\n", [("contact", "SOURCE Orrin Paper Company")], id="wire source line"),
    pytest.param(
        "Sales of envelopes rose once more.\n\nlena.brandt@orrin.example\n",
        [("paragraph", "Sales of envelopes rose once more."), ("contact", "lena.brandt@orrin.example")],
        id="an address alone",
    ),
    pytest.param(
        "Media Contact:\n\nlena.brandt@orrin.example\n",
        [("contact", "Media Contact:"), ("contact", "lena.brandt@orrin.example")],
        id="the words above an address",
    ),
    pytest.param(
        "For more information, call Lena Brandt of Orrin Paper at 978-555-0143, who will gladly send a copy of the annual report to anyone.\n",
        [("paragraph", "For more information, call Lena Brandt of Orrin Paper at 978-555-0143, who will gladly send a copy of the annual report to anyone.")],
        id="a sentence with a number is no contact block",
    ),
    pytest.param(
        "| Company Contact: | Media Contact: |\n| --- | --- |\n| Lena Brandt | Kofi Moe |\n| lena@orrin.example | kofi@orrin.example |\n",
        [("contact", "| Company Contact: | Media Contact: | | --- | --- | | Lena Brandt | Kofi Moe | | lena@orrin.example | kofi@orrin.example |")],
        id="rows of addresses",
    ),
    pytest.param(
        "| Net sales | $41,206 | $38,117 |\n| Sales @ Lima | 22,140 | 21,006 |\n",
        [("table", "| Net sales | $41,206 | $38,117 | | Sales @ Lima | 22,140 | 21,006 |")],
        id="rows of amounts with an address",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONTACTS)
def test_contacts(text: str, expected: list[tuple[str, str]]) -> None:
    assert check_blocks(text) == expected
