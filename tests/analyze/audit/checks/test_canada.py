"""Check 20: what Canadian law requires."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade

CANADIAN = (*HEAD[:2], "H\tHarrow Valve Corp. (TSXV: HVC) today reported results.")
ASSUMED = "They rest on assumptions, including that nickel stays above $7 a pound and that the Kettle Lake permit is granted in June."
LOCAL = {
    "factors and assumptions": (CANADIAN, {"duty": ASSUMED}, "fine"),
    "no assumptions": (CANADIAN, {}, "weak"),
    "assumptions that may fail": (CANADIAN, {"duty": "They involve assumptions that may never materialize or prove wrong."}, "weak"),
    "assumptions at large": (CANADIAN, {"duty": "The assumptions, though considered reasonable, may prove to be imprecise."}, "weak"),
    "general factors": (CANADIAN, {"duty": ASSUMED, "factors": "Risks include economic conditions and competition."}, "weak"),
    "neither": (CANADIAN, {"factors": None}, "missing"),
    "the law invoked": (HEAD, {"says": "This release contains forward-looking statements under applicable Canadian securities laws."}, "weak"),
    "elsewhere": (HEAD, {}, "not_applicable"),
}


@pytest.mark.parametrize(("first", "changes", "expected"), LOCAL.values(), ids=LOCAL)
def test_local_rules(first: tuple[str, ...], changes: dict[str, str | None], expected: str) -> None:
    assert grade(draft(head=first, **changes), "local_rules") == expected
