"""Word documents to text: a table of behaviours in WordprocessingML, and documents that a writer of them makes."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from forelook.errors import InputError, MissingExtraError
from forelook.read import Input, read
from forelook.read.word import read_docx
from forelook.records import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
STYLES = """
<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Bullet"><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>"""
NOTES = """
<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> Not a measure under GAAP.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="9"><w:p><w:r><w:t>Nobody refers to this.</w:t></w:r></w:p></w:footnote>"""


def make_docx(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<x/>")
        for name, content in {"document": f"<w:body>{body}</w:body>", "numbering": NUMBERING, "styles": STYLES, "footnotes": NOTES, **parts}.items():
            package.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')
    return buffer.getvalue()


def p(content: str, properties: str = "") -> str:
    runs = content if content.startswith("<") else f"<w:r><w:t>{content}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


CENTRED = '<w:jc w:val="center"/>'
RESTART, WIDE = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
CASES = {
    "paragraphs": (p("One.") + p("Two."), "One.\n\nTwo."),
    "runs do not part words": (p("<w:r><w:t>Rev</w:t></w:r><w:r><w:t>enue rose.</w:t></w:r>"), "Revenue rose."),
    "line break": (p("<w:r><w:t>Jane Roe</w:t><w:br/><w:t>Chair</w:t></w:r>"), "Jane Roe\nChair"),
    "page break inside a sentence": (p('<w:r><w:t>Sales</w:t><w:br w:type="page"/><w:t>rose.</w:t></w:r>'), "Sales rose."),
    "no-break hyphen": (p("<w:r><w:t>forward</w:t><w:noBreakHyphen/><w:t>looking</w:t></w:r>"), "forward-looking"),
    "hidden text": (p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>One.</w:t></w:r>"), "One."),
    "text that is not hidden after all": (p('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>One.</w:t></w:r>'), "One."),
    "link and field": (
        p(
            "<w:hyperlink><w:r><w:t>acme.example</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t> 2</w:t></w:r></w:fldSimple>"
        ),
        "acme.example 2",
    ),
    "content control": (f"<w:sdt><w:sdtContent>{p('One.')}</w:sdtContent></w:sdt>", "One."),
    "centred lines are one heading": (p("ACME NAMES", CENTRED) + p("A CHAIR", CENTRED), "ACME NAMES\nA CHAIR"),
    "an empty paragraph parts a heading": (p("ACME", CENTRED) + p("<w:r/>") + p("NAMES", CENTRED), "ACME\n\nNAMES"),
    "numbers, letters, numerals": (
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1, 2) + item("e", 1) + item("f", 1, 1),
        "3. a\n  (a) b\n  (b) c\n    3.IV d\n4. e\n  (a) f",
    ),
    "a list goes on after a paragraph": (item("a", 1) + p("x") + item("b", 1), "3. a\n\nx\n\n4. b"),
    "a list that begins anew": (item("a", 1) + item("b", 3), "3. a\n1. b"),
    "bullets of a symbol font": (item("grew", 2) + item("hired", 2), "• grew\n• hired"),
    "bullets by style": (p("grew", '<w:pStyle w:val="Bullet"/>'), "• grew"),
    "a paragraph of a listed style that is none": (p("grew", '<w:pStyle w:val="Bullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'), "grew"),
    "a style based on itself": (p("grew", '<w:pStyle w:val="Loop"/>'), "grew"),
    "a typed bullet and a tab": (p("<w:r><w:t>•</w:t><w:tab/><w:t>Sales rose.</w:t></w:r>"), "• Sales rose."),
    "a tab that indents": (p("<w:r><w:tab/><w:t>Sales rose.</w:t></w:r>"), "Sales rose."),
    "columns by tabs": (
        p("<w:r><w:t>Net sales</w:t><w:tab/><w:t>$88</w:t></w:r>") + p("<w:r><w:t>Cost</w:t><w:tab/><w:t>51</w:t></w:r>"),
        "Net sales  $88\nCost        51",
    ),
    "table": (
        f"<w:tbl><w:tr>{cell('')}{cell('2017')}</w:tr><w:tr>{cell('Net sales')}{cell('$88,412')}</w:tr></w:tbl>",
        "              2017\nNet sales  $88,412",
    ),
    "spans": (
        f"<w:tbl><w:tr>{cell('Year', RESTART)}{cell('Quarters', WIDE)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('1')}{cell('2')}</w:tr><w:tr>{cell('2017')}{cell('10')}{cell('20')}</w:tr></w:tbl>",
        "Year  Quarters\n       1   2\n2017  10  20",
    ),
    "a table of prose": (f"<w:tbl><w:tr>{cell('One sentence.')}</w:tr><w:tr>{cell('Another.')}</w:tr></w:tbl>", "One sentence.\n\nAnother."),
    "footnote": (
        p('<w:r><w:t>Free cash flow was $5</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> million.</w:t></w:r>') + p("Two."),
        "Free cash flow was $5 (1) million.\n\nTwo.\n\n(1) Not a measure under GAAP.",
    ),
    "text box": (
        p("<w:r><w:t>One.</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"),
        "One.\n\nBoxed.",
    ),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES)
def test_word_document_to_text(body: str, text: str) -> None:
    draft = read_docx(make_docx(body), "a.docx")
    assert draft.text == text
    assert draft.warnings == ()


TRACKED = {
    "inserted and deleted": (
        p(
            "<w:r><w:t>Sales </w:t></w:r><w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:ins><w:r><w:t>rose</w:t></w:r></w:ins><w:r><w:t> 5%.</w:t></w:r>"
        ),
        "Sales rose 5%.",
        "tracked changes taken as accepted (1 insertion, 1 deletion)",
    ),
    "moved": (
        p("<w:moveFrom><w:r><w:t>One.</w:t></w:r></w:moveFrom>") + p("Two.") + p("<w:moveTo><w:r><w:t>One.</w:t></w:r></w:moveTo>"),
        "Two.\n\nOne.",
        "tracked changes taken as accepted (1 insertion, 1 deletion)",
    ),
    "a deleted paragraph mark joins": (
        p("<w:r><w:t>Sales </w:t></w:r>", "<w:rPr><w:del/></w:rPr>") + p("rose."),
        "Sales rose.",
        "tracked changes taken as accepted (1 deletion)",
    ),
    "a deleted row": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('Old')}{cell('1')}</w:tr><w:tr>{cell('New')}{cell('2')}</w:tr></w:tbl>",
        "New  2",
        "tracked changes taken as accepted (1 deletion)",
    ),
}


@pytest.mark.parametrize(("body", "text", "warning"), TRACKED.values(), ids=TRACKED)
def test_tracked_changes_are_taken_as_accepted_and_said_so(body: str, text: str, warning: str) -> None:
    draft = read_docx(make_docx(body), "a.docx")
    assert (draft.text, draft.warnings) == (text, (warning,))


def test_comments_are_left_out_and_said_so() -> None:
    comment = "<w:comment><w:p><w:r><w:t>Can we say this?</w:t></w:r></w:p></w:comment>"
    draft = read_docx(make_docx(p("<w:r><w:t>One.</w:t></w:r><w:r><w:commentReference/></w:r>"), comments=comment), "a.docx")
    assert (draft.text, draft.warnings) == ("One.", ("comments left out (1)",))


def test_tabular_rows_are_handed_over() -> None:
    text, tables, _ = read_docx(make_docx(p("Before") + CASES["table"][0] + p("After")), "a.docx")
    assert [text[start:end] for start, end in tables] == [CASES["table"][1]]


def write_docx(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Acme raises its outlook", 1)
    document.add_paragraph("Sales were $5 million.")
    for text in ("Sales of $6 million", "Earnings per share of $1.10"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("Hire", style="List Number")
    document.sections[0].header.paragraphs[0].text = "Draft of May 4"
    document.save(str(path))


def test_what_a_writer_of_word_documents_makes_is_read_in_or_out_of_an_archive(tmp_path: Path) -> None:
    write_docx(tmp_path / "draft.bin")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "draft.bin", "draft.docx")
    (alone,) = read(Input(str(tmp_path / "draft.bin"), "draft"))
    (member,) = read(Input(str(tmp_path / "all.zip"), "all"))
    assert isinstance(alone, Document)
    assert isinstance(member, Document)
    text = "Acme raises its outlook\n\nSales were $5 million.\n\n• Sales of $6 million\n• Earnings per share of $1.10\n1. Hire"
    assert (alone.text, member.text) == (text, text)
    assert (alone.source.format, member.id) == ("docx", "all/draft")


REFUSED = {
    "no text": (make_docx(p("<w:r/>")), "the Word document shows no text"),
    "no body": (make_docx("", document="<w:p/>"), "the Word document has no body"),
    "broken XML": (make_docx(p("One.")).replace(b"</w:body>", b"<!w:body>"), "the Word document is damaged"),
    "cut off": (make_docx(p("One."))[:-40], "the Word document is damaged"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_an_error_that_says_why(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=rf"a\.docx: {message}"):
        read_docx(data, "a.docx")


def test_entities_are_not_expanded() -> None:
    data = make_docx(p("&lt;One&gt;"))
    assert read_docx(data, "a.docx").text == "<One>"


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"reading Word documents needs .*forelook\[office\]"):
        read_docx(make_docx(p("One.")), "a.docx")
