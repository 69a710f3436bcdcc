"""The filings that a legend names, and the fiscal years of annual reports."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analyze.audit.build import draft

from forelook.analyze.audit.filings import FILING_LAG, annual_reports, only_to_come
from forelook.analyze.audit.matter import gather

REPORTS = {
    "a year that ended": ("our Form 10-K for the year ended December 31, 2020", date(2020, 12, 31), "December 31, 2020"),
    "a year before the name": ("our 2019 Annual Report on Form 10-K", date(2019, 12, 31), "2019"),
    "a fiscal year": ("our Form 10-K for fiscal 2018", date(2018, 12, 31), "2018"),
    "a date of filing": ("our Form 10-K filed with the SEC on March 2, 2021", date(2021, 3, 2) - FILING_LAG, "March 2, 2021"),
    "before a quarterly report": (
        "our annual report on Form 20-F for the year ended June 30, 2020 and our Form 10-Q for the quarter ended March 31, 2021",
        date(2020, 6, 30),
        "June 30, 2020",
    ),
    "the most recent": ("our most recent Form 10-K", None, None),
    "no year": ("our Form 10-K", None, None),
}


@pytest.mark.parametrize(("words", "year_end", "year"), REPORTS.values(), ids=REPORTS)
def test_annual_reports(words: str, year_end: date | None, year: str | None) -> None:
    matter = gather(draft(filings=f"See “Risk Factors” in {words}."))
    (report,) = annual_reports(matter)
    assert report.year_end == year_end
    assert (report.year_span and matter.text[slice(*report.year_span)]) == year


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("See the Form 10-K that we expect to file in June.", True, id="to come"),
        pytest.param("See our most recent Form 10-K, and the Form 10-Q to be filed in May.", False, id="one is on file"),
        pytest.param("See our filings.", False, id="none is named"),
    ],
)
def test_only_to_come(words: str, *, expected: bool) -> None:
    assert only_to_come(gather(draft(filings=words))) is expected
