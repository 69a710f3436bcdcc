"""What the header of an EDGAR submission says about the filing.

In: the header, as the SEC disseminates it (labels and tabs) or as it is submitted (SGML tags). Out: a Filing, in which
fields that the header lacks are null.
"""

from __future__ import annotations

import re
from functools import cache

from forelook.data_files import read_entries
from forelook.records import Filing

_ITEMS_RENUMBERED = "2004-08-23"  # SEC Release 33-8400
_CIK_DIGITS = 10

# Label in the disseminated header, tag in the submitted one.
_FIELDS = {
    "company": ("COMPANY CONFORMED NAME", "CONFORMED-NAME"),
    "cik": ("CENTRAL INDEX KEY", "CIK"),
    "sic": ("STANDARD INDUSTRIAL CLASSIFICATION", "ASSIGNED-SIC"),
    "form": ("CONFORMED SUBMISSION TYPE", "TYPE"),
    "accession": ("ACCESSION NUMBER", "ACCESSION-NUMBER"),
    "filed": ("FILED AS OF DATE", "FILING-DATE"),
    "period": ("CONFORMED PERIOD OF REPORT", "PERIOD"),
}
_EXPRESSIONS = {name: re.compile(rf"^[ \t]*(?:{label}:|<{tag}>)[ \t]*(\S.*?)[ \t\r]*$", re.MULTILINE) for name, (label, tag) in _FIELDS.items()}
_COMPANY = re.compile(r"^[ \t]*(?:COMPANY DATA:|<COMPANY-DATA>)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:ITEM INFORMATION:|<ITEMS>)[ \t]*(\S.*?)[ \t\r]*$", re.MULTILINE)
_SIC = re.compile(r"\[(\d{3,4})|^(\d{3,4})$")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
_SQUEEZE = re.compile(r"[\W_]+")


def read_filing(header: str) -> Filing | None:
    """Return the filing that `header`, everything before the first document, describes; None if it has neither an accession number nor a company.

    Of several filers the one that filed for all is taken, or the first where an agent filed.
    """
    found = {name: match[1] for name, expression in _EXPRESSIONS.items() if (match := expression.search(header)) is not None}
    accession = _ACCESSION.match(found.get("accession", ""))
    own = accession and _find_filer(header, accession[0][:_CIK_DIGITS])
    if own:
        found |= {name: match[1] for name in ("company", "cik", "sic") if (match := _EXPRESSIONS[name].search(own)) is not None}
    if accession is None and "company" not in found:
        return None
    filed = _read_day(found.get("filed"))
    sic = _SIC.search(found.get("sic", ""))
    return Filing(
        company=found.get("company"),
        cik=found["cik"].zfill(_CIK_DIGITS) if found.get("cik", "").isdigit() else None,
        sic=next(filter(None, sic.groups())).zfill(4) if sic is not None else None,
        form=found.get("form"),
        items=[_number_item(item, filed) for item in _ITEM.findall(header)],
        accession=accession[0] if accession is not None else None,
        filed=filed,
        period=_read_day(found.get("period")),
    )


def _find_filer(header: str, cik: str) -> str | None:
    """Return the part of the header on the filer that filed for all: the accession number begins with its CIK. None where an agent filed."""
    return next(
        (part for part in _COMPANY.split(header)[1:] if (match := _EXPRESSIONS["cik"].search(part)) is not None and match[1].zfill(_CIK_DIGITS) == cik), None
    )


def _read_day(written: str | None) -> str | None:
    match = _DAY.match(written) if written else None
    return "-".join(match.groups()) if match else None


@cache
def _item_numbers() -> dict[tuple[bool, str], str]:
    """Return the numbers of items, by whether the item is of the old form and its title without punctuation and case."""
    numbers: dict[tuple[bool, str], str] = {}
    for entry in read_entries("read", "8k_items"):
        number, _, title = entry.partition(" = ")
        numbers[number.startswith("OLD "), _squeeze(title)] = number.removeprefix("OLD ")
    return numbers


def _number_item(item: str, filed: str | None) -> str:
    """Return the number of an item by its title, or the item unchanged (submitted headers give the number itself)."""
    old = filed is not None and filed < _ITEMS_RENUMBERED
    return _item_numbers().get((old, _squeeze(item)), item)


def _squeeze(title: str) -> str:
    return _SQUEEZE.sub("", title).lower()
