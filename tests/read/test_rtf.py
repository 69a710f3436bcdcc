"""RTF to text: a table of behaviours."""

from __future__ import annotations

import pytest

from forelook.errors import InputError
from forelook.read.rtf import read_rtf

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}}\pard "
ROW = r"\trowd\cellx3000\cellx6000 "
CASES = {
    "paragraphs": (r"One.\par Two.\par", "One.\n\nTwo."),
    "line break": (r"Jane Roe\line Chair\par", "Jane Roe\nChair"),
    "bytes and code points": (r"\'93x\'94 \u8212\'3f y \u-10179?\u-9000?\par", "“x” — y \U0001f4d8"),
    "list text": (r"{\listtext\tab\u8226\'3f\tab}Sales rose\par{\listtext\tab\u8226\'3f\tab}Costs fell\par", "• Sales rose\n• Costs fell"),
    "bullets of old": (r"{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt}Sales rose\par{\pntext\f1\'B7\tab}Costs fell\par", "• Sales rose\n• Costs fell"),
    "numbers": (r"{\listtext 1.\tab}One\par{\listtext 2.\tab}Two\par", "1. One\n2. Two"),
    "table": (
        rf"Before\par{ROW}\cell 2017\cell\row{ROW}Net sales\cell $88,412\cell\row\pard After\par",
        "Before\n\n              2017\nNet sales  $88,412\n\nAfter",
    ),
    "a bar is no cell": (r"A | B\par", "A | B"),
    "footnote": (r"Free cash flow{\super\chftn{\footnote\pard\plain\chftn  Not under GAAP.}} rose.\par", "Free cash flow(1) rose.\n\n(1) Not under GAAP."),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES)
def test_rtf_to_text(body: str, text: str) -> None:
    draft = read_rtf(f"{HEAD}{body}}}".encode(), "a.rtf")
    assert (draft.text, draft.warnings) == (text, ())
    assert all(draft.text[start:end].count("\n") == 1 for start, end in draft.tables)


def test_tracked_changes_are_taken_as_accepted_and_said_so() -> None:
    draft = read_rtf(f"{HEAD}Sales {{\\deleted\\revauthdel1 fell}}{{\\revised\\revauth1 rose}}.\\par}}".encode(), "a.rtf")
    assert draft.text == "Sales rose."
    assert draft.warnings == ("tracked changes taken as accepted (1 insertion, 1 deletion)",)


def test_no_text_is_an_error_that_says_why() -> None:
    with pytest.raises(InputError, match=r"a\.rtf: the RTF document shows no text"):
        read_rtf(f"{HEAD}\\par}}".encode(), "a.rtf")
