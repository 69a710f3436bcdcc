"""Who speaks for another organization than the issuer."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import draft

from forelook.analyze.audit.matter import gather
from forelook.analyze.audit.speakers import is_outsider

SPEAKERS = {
    "an office alone": ("said Jane Roe, chief executive officer", False),
    "an office before the name": ("said co-CEO Jane Roe", False),
    "an office at the issuer": ("said Jane Roe, president of Harrow Valve", False),
    "an office at another company": ("said Jane Roe, vice president at Tidewater Refining", True),
    "an office of a department": ("said Jane Roe, Head of Oncology", False),
    "a profession": ("said Jane Roe, physician", True),
    "nothing but the name": ("said Jane Roe", False),
}


@pytest.mark.parametrize(("words", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_is_outsider(words: str, *, expected: bool) -> None:
    assert is_outsider(gather(draft(f"QF|Jane Roe\t“We expect sales to grow,” {words}.")), "Jane Roe") is expected


def test_a_later_mention_may_give_the_office() -> None:
    matter = gather(draft("H\tThe physician Jane Roe came in May.", "QF|Jane Roe\t“Sales will grow,” said Jane Roe, CEO of Harrow Valve."))
    assert not is_outsider(matter, "Jane Roe")
