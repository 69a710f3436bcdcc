"""Filing metadata from the headers of EDGAR submissions."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.read import Input, read
from forelook.read.filing import read_filing
from forelook.records import Document, Filing

FILER = """FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\t{name}
\t\tCENTRAL INDEX KEY:\t\t\t{cik}
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tELECTRIC SERVICES [4911]
"""
HEADER = (
    """<SEC-DOCUMENT>0000000123-25-000007.txt : 20250213
<SEC-HEADER>0000000123-25-000007.hdr.sgml : 20250213
ACCESSION NUMBER:\t\t0000000123-25-000007
CONFORMED SUBMISSION TYPE:\t8-K
CONFORMED PERIOD OF REPORT:\t20250211
ITEM INFORMATION:\t\tResults of Operations and Financial Condition
ITEM INFORMATION:\t\tFinancial Statements and Exhibits
FILED AS OF DATE:\t\t20250213
"""
    + FILER.format(name="ACME CORP /DE/", cik="0000000456")
    + "</SEC-HEADER>\n"
)
SUBMITTED = (
    "<SUBMISSION>\n<ACCESSION-NUMBER>0000000123-25-000007\n<TYPE>8-K\n<PERIOD>20250211\n<ITEMS>2.02\n<ITEMS>9.01\n<FILING-DATE>20250213\n<FILER>\n<COMPANY-DATA>\n"
    "<CONFORMED-NAME>ACME CORP /DE/\n<CIK>0000000456\n<ASSIGNED-SIC>4911\n</COMPANY-DATA>\n</FILER>\n"
)
FILING = Filing("ACME CORP /DE/", "0000000456", "4911", "8-K", ["2.02", "9.01"], "0000000123-25-000007", "2025-02-13", "2025-02-11")


@pytest.mark.parametrize("header", [HEADER, HEADER.replace("\n", "\r\n"), SUBMITTED], ids=["disseminated", "CRLF", "submitted"])
def test_the_header_is_read(header: str) -> None:
    assert read_filing(header) == FILING


def test_items_of_the_old_form_have_its_numbers() -> None:
    old = read_filing(HEADER.replace("20250213", "20031105"))
    assert old is not None
    assert old.items == ["12", "7"]


def test_an_unknown_item_stays_as_it_is() -> None:
    found = read_filing(HEADER.replace("Financial Statements and Exhibits", "Something New"))
    assert found is not None
    assert found.items == ["2.02", "Something New"]


def test_of_several_filers_the_one_that_files_is_named() -> None:
    both = read_filing(HEADER.replace("</SEC-HEADER>", FILER.format(name="PARENT CO", cik="0000000123")))
    assert both is not None
    assert (both.company, both.cik) == ("PARENT CO", "0000000123")


def test_a_bare_classification_and_missing_parts() -> None:
    found = read_filing("ACCESSION NUMBER: 0000950117-94-000182\nSTANDARD INDUSTRIAL CLASSIFICATION: 800\nCONFORMED PERIOD OF REPORT: soon\n")
    assert found == Filing(sic="0800", accession="0000950117-94-000182")


@pytest.mark.parametrize("header", ["", "Acme Corp.\nITEM INFORMATION: none", "<TYPE>EX-99.1\n"])
def test_no_header_no_filing(header: str) -> None:
    assert read_filing(header) is None


def test_every_exhibit_has_its_filing(tmp_path: Path) -> None:
    exhibits = "".join(f"<DOCUMENT>\n<TYPE>EX-99.{n}\n<SEQUENCE>{n}\n<TEXT>\nAcme grew.\n</TEXT>\n</DOCUMENT>\n" for n in (1, 2))
    path = tmp_path / "a.txt"
    path.write_text(HEADER + exhibits)
    found = list(read(Input(path=str(path), id="a")))
    assert [document.source.filing for document in found if isinstance(document, Document)] == [FILING, FILING]
    path.write_text("Acme grew.")
    (plain,) = read(Input(path=str(path), id="a"))
    assert isinstance(plain, Document)
    assert plain.source.filing is None
