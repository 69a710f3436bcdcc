"""Changes: each makes one sheet of another, covers all of the text, and can be expressed as one splice."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.serve.conftest import ANN, TEXT

from forelook.corpus.alignment import align
from forelook.corpus.annotate import write_units
from forelook.corpus.annotated import CODES, parse_annotated
from forelook.serve.changes import Change, ChangeError, Confirm, Cut, Join, SetCode, SetSpeaker, SetTable, apply
from forelook.serve.sheet import Sheet, compare_sheets, find_pieces


def make_sheet() -> Sheet:
    return Sheet.of(align(parse_annotated(ANN, "tarn.ann"), TEXT), {TEXT.index("It expects"): ("# 0.53 G or H: does it state the company's future?", "# keep")})


def write(sheet: Sheet) -> list[str]:
    return write_units(sheet.to_gold(), sheet.notes()).split("\n")


CHANGES = {
    "code": (SetCode(2, "G"), "G\tTarn Pumps earned $4 million in the quarter."),
    "records go with the code": (SetCode(3, "H"), "H\tIt expects revenue of $30 million in 2005, and Mr. Berg hopes for more."),
    "speaker": (SetSpeaker(5, "  Mr.   Berg "), 'QN|Mr. Berg\t"Both are paid for."'),
    "management": (SetSpeaker(5, "management"), 'QN|management\t"Both are paid for."'),
    "unknown": (SetSpeaker(5, "unknown"), 'QN|unknown\t"Both are paid for."'),
    "quotation without a speaker": (SetCode(0, "QN"), "QN|unknown\tTarn Pumps Reports Third Quarter"),
    "table": (SetTable(7, table=True), "TH"),
    "table with an outlook": (SetCode(6, "TG"), "TG"),
    "no table": (SetTable(6, table=False), "H\t2004 2005 Sales $ 1.0 $ 1.2 Income 0.1 0.2"),
}


@pytest.mark.parametrize(("change", "line"), CHANGES.values(), ids=CHANGES)
def test_a_unit_is_written_with_its_new_code(change: Change, line: str) -> None:
    assert line in write(apply(make_sheet(), change))


def test_a_quotation_takes_the_speaker_of_the_one_before_it() -> None:
    sheet = apply(apply(make_sheet(), SetCode(5, "M")), SetCode(5, "QF"))
    assert 'QF|Ada Berg\t"Both are paid for."' in write(sheet)


def test_whoever_changes_or_confirms_has_settled_the_doubt_and_other_comments_stay() -> None:
    sheet = make_sheet()
    assert sheet.entries[3].doubt is not None
    assert sheet.entries[3].doubt.certainty == 0.53
    for change in (Confirm(3), SetCode(3, "H"), Cut(3, 5), Join(3)):
        entry = apply(sheet, change).entries[3]
        assert entry.doubt is None
        assert entry.notes == ("# keep",)


def test_cut_and_join_are_each_others_reverse() -> None:
    sheet = apply(make_sheet(), Confirm(3))
    cut = apply(sheet, Cut(3, 9))
    assert [TEXT[entry.unit.start : entry.unit.end].split() for entry in cut.entries[3:5]] == [
        ["It", "expects", "revenue", "of", "$30", "million", "in", "2005,", "and"],
        ["Mr.", "Berg", "hopes", "for", "more."],
    ]
    assert [len(entry.unit.figures) for entry in cut.entries[3:5]] == [1, 0]
    assert apply(cut, Join(3)) == sheet
    assert [len(entry.unit.figures) for entry in apply(sheet, Cut(3, 5)).entries[3:5]] == [0, 0]  # a record that is cut through is gone


def test_a_table_is_cut_between_rows() -> None:
    sheet = apply(make_sheet(), Cut(6, 1))
    assert write(sheet)[-8:-1] == [
        "TH",
        "\t                2004      2005",
        "TH",
        "\t    Sales       $ 1.0     $ 1.2",
        "\t    Income        0.1       0.2",
        "",
        "S\tResults may differ from what is expected.",
    ]


REFUSED = {
    "no such unit": (Confirm(8), "there is no unit 9; the release has 8"),
    "below the first": (Confirm(-1), "there is no unit 0"),
    "last has no next": (Join(7), "this is the last unit"),
    "table and sentence": (Join(6), "a table and a sentence do not make one unit"),
    "sentence and table": (Join(5), "a table and a sentence do not make one unit"),
    "table as legend": (SetCode(6, "S"), "mark it as no table first"),
    "before the first word": (Cut(0, 0), "before one of its pieces 2 to 5, not before piece 1"),
    "behind the last word": (Cut(0, 5), "before one of its pieces 2 to 5, not before piece 6"),
    "speaker of a fact": (SetSpeaker(0, "Ada Berg"), "only a quotation has a speaker"),
    "speaker who is not named": (SetSpeaker(4, "Ida Berg"), "Ida occurs nowhere in the text; write the name as the release has it"),
    "no name": (SetSpeaker(4, " \t"), "a speaker is a name of 1 to 100 characters"),
    "endless name": (SetSpeaker(4, "Berg " * 30), "a speaker is a name of 1 to 100 characters"),
    "name that steers": (SetSpeaker(4, "Ada\x1b Berg"), "a speaker is a name of 1 to 100 characters"),
}


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(change: Change, message: str) -> None:
    with pytest.raises(ChangeError, match=message):
        apply(make_sheet(), change)


def test_words_may_be_cut_after_a_dash_without_blanks() -> None:
    text = "LIMA--Oats\u2014rose 3\u20135% \u200b well-known\n"
    unit = msgspec.structs.replace(make_sheet().entries[0].unit, start=0, end=len(text) - 1)
    assert [text[a:b] for a, b in find_pieces(text, unit)] == ["LIMA--", "Oats\u2014", "rose", "3\u2013", "5%", "well-known"]


STEPS = st.one_of(
    st.builds(SetCode, st.integers(0, 9), st.sampled_from(CODES)),
    st.builds(SetTable, st.integers(0, 9), st.booleans()),
    st.builds(SetSpeaker, st.integers(0, 9), st.sampled_from(["Ada Berg", "management", "unknown"])),
    st.builds(Confirm, st.integers(0, 9)),
    st.builds(Cut, st.integers(0, 9), st.integers(0, 12)),
    st.builds(Join, st.integers(0, 9)),
)


@given(st.lists(STEPS, max_size=12))
def test_whatever_is_done_the_sheet_can_be_written_and_read_back(steps: list[Change]) -> None:
    sheet = make_sheet()
    for step in steps:
        try:
            after = apply(sheet, step)
        except ChangeError:
            continue
        at, removed, added = compare_sheets(sheet, after)
        assert sheet.entries[:at] + added + sheet.entries[at + removed :] == after.entries
        sheet = after
    content = "---\n" + write_units(sheet.to_gold(), sheet.notes())
    found = align(parse_annotated(content, "tarn.ann"), TEXT)
    assert [(unit.start, unit.end, unit.label, unit.speaker) for unit in found.units] == [
        (e.unit.start, e.unit.end, e.unit.label, e.unit.speaker) for e in sheet.entries
    ]
    assert [len(unit.figures) for unit in found.units] == [len(entry.unit.figures) for entry in sheet.entries]
