"""PDF to text: a table of behaviours on pages whose every line is placed by hand, and files that cannot be read."""

from __future__ import annotations

import sys

import pytest
from fpdf import FPDF
from PIL import Image

from forelook.errors import InputError, MissingExtraError
from forelook.read.pdf import pages as pages_module
from forelook.read.pdf import read_pdf

Line = tuple[float, float, str] | tuple[float, float, str, float]  # x and y (points, from the upper left corner), text, size
SIZE, STEP, LEFT = 10.0, 12.0, 72.0
PROSE = (
    "Acme Corporation expects that net sales for the year will come to between four",
    "hundred and four hundred and twenty million dollars, most of which has been",
    "ordered by customers already.",
)
OTHER = ("The board of directors has declared a dividend of ten cents a share, payable on", "the first of May to holders of record on the tenth of April.")


def make_pdf(*pages: list[Line], font: str = "helvetica") -> bytes:
    document = FPDF(unit="pt", format="letter")
    for page in pages:
        document.add_page()
        for x, y, text, *size in page:
            document.set_font(font, size=size[0] if size else SIZE)
            document.text(x, y, text)
    return bytes(document.output())


def set_lines(lines: tuple[str, ...] | list[str], y: float = 100.0, x: float = LEFT, step: float = STEP) -> list[Line]:
    return [(x, y + number * step, line) for number, line in enumerate(lines)]


def right(x: float, y: float, text: str) -> Line:
    document = FPDF(unit="pt")
    document.set_font("helvetica", size=SIZE)
    return (x - document.get_string_width(text), y, text)


def foot(number: int) -> list[Line]:
    return [(300, 750, f"Page {number} of 3"), (LEFT, 30, "Acme Corporation: a draft")]


TABLE: list[Line] = [
    (LEFT, 200, "(in millions)"),
    right(350, 200, "Prior"),
    right(450, 200, "Current"),
    (LEFT, 218, "Net sales"),
    right(350, 218, "$400 - $410"),
    right(450, 218, "$410 - $420"),
    (LEFT, 236, "Adjusted earnings,"),
    (LEFT, 248, "excluding interest"),
    right(350, 242, "2"),
    right(450, 242, "3"),
    (LEFT, 266, "Tax rate"),
    right(350, 266, "22%"),
    right(450, 266, "21%"),
]
CASES: dict[str, tuple[list[list[Line]], str]] = {
    "a wrapped paragraph": ([set_lines(PROSE)], " ".join(PROSE)),
    "space parts paragraphs": ([[*set_lines(PROSE), *set_lines(OTHER, 145)]], f"{' '.join(PROSE)}\n\n{' '.join(OTHER)}"),
    "a line that ends early parts paragraphs": ([set_lines([*PROSE, *OTHER])], f"{' '.join(PROSE)}\n\n{' '.join(OTHER)}"),
    "an indented line parts paragraphs": (
        [[*set_lines(PROSE[:2]), (LEFT + 20, 124, OTHER[0]), (LEFT, 136, OTHER[1])]],
        f"{' '.join(PROSE[:2])}\n\n{' '.join(OTHER)}",
    ),
    "double spacing": ([set_lines(PROSE, step=24)], " ".join(PROSE)),
    "a larger line is a heading": ([[(LEFT, 84, "Acme Raises Its Outlook", 14), *set_lines(PROSE)]], f"Acme Raises Its Outlook\n\n{' '.join(PROSE)}"),
    "a heading of the same size": ([set_lines(["Outlook", *PROSE])], f"Outlook\n\n{' '.join(PROSE)}"),
    "an address": ([[*set_lines(PROSE), *set_lines(["Jane Roe", "Treasurer", "555-0100"], 200)]], f"{' '.join(PROSE)}\n\nJane Roe\nTreasurer\n555-0100"),
    "words drawn one by one": ([[(LEFT, 100, "Net"), (LEFT + 19, 100, "sales"), (LEFT + 46, 100, "rose.")]], "Net sales rose."),
    "words drawn out of order": ([[(LEFT + 46, 100, "rose."), (LEFT, 100, "Net"), (LEFT + 19, 100, "sales")]], "Net sales rose."),
    "bold that is drawn twice": ([[(LEFT, 100, "Outlook"), (LEFT + 0.4, 100, "Outlook")]], "Outlook"),
    "a note after a figure": (
        [[(LEFT, 100, "It earned $5.31"), (LEFT + 75, 96, "2", 6), (LEFT + 80, 100, "a share.")]],
        "It earned $5.31 (2) a share.",
    ),
    "a note at the foot": (
        [
            [*set_lines(PROSE[:2]), (LEFT + 345, 108, "1", 6), (LEFT, 700, "1  Not a measure under GAAP; see the", 8), (LEFT, 710, "table below.", 8)],
            set_lines(PROSE[2:]),
        ],
        f"{PROSE[0]} {PROSE[1]}(1) {PROSE[2]}\n\n(1) Not a measure under GAAP; see the table below.",
    ),
    "hyphens at the ends of lines": (
        [
            set_lines(
                [
                    "The guidance is forward-looking. Acme sees that in-",
                    "terest will rise by a quarter of a point, and its guid-",
                    "ance leaves out what is, as all know, clearly non-",
                    "recurring. What is thus left looks ahead, is forward-",
                    "looking, and was reviewed once more by the Smith-",
                    "Barlow partnership. Growth is to be in the mid-",
                    "single-digit range, with more growth year-over-",
                    "year.",
                ]
            )
        ],
        "The guidance is forward-looking. Acme sees that interest will rise by a quarter of a point, and its guidance leaves out what is, as all know, "
        "clearly non-recurring. What is thus left looks ahead, is forward-looking, and was reviewed once more by the Smith-Barlow partnership. "
        "Growth is to be in the mid-single-digit range, with more growth year-over-year.",
    ),
    "a number in brackets in the middle of a sentence": (
        [set_lines([PROSE[0], "(b) hundred and four hundred and twenty million dollars."])],
        f"{PROSE[0]} (b) hundred and four hundred and twenty million dollars.",
    ),
    "dashes at the ends of lines": ([set_lines(["OSLO--(WIRE)--", "May 4, 2026-- Acme"])], "OSLO--(WIRE)--May 4, 2026-- Acme"),
    "items": (
        [
            [
                *set_lines(["-  " + PROSE[0]], 100),
                (LEFT + 20, 140, "\u00b7"),
                (LEFT + 32, 140, OTHER[0]),
                (LEFT + 32, 152, OTHER[1]),
                (LEFT, 164, "2."),
                (LEFT + 20, 164, "Borrow"),
            ]
        ],
        f"- {PROSE[0]}\n  • {OTHER[0]} {OTHER[1]}\n2. Borrow",
    ),
    "a table": (
        [[*set_lines(PROSE), *TABLE, *set_lines(OTHER, 300)]],
        f"{' '.join(PROSE)}\n\n"
        "(in millions)                          Prior        Current\n"
        "Net sales                              $400 - $410  $410 - $420\n"
        "Adjusted earnings, excluding interest            2            3\n"
        "Tax rate                                       22%          21%\n\n"
        f"{' '.join(OTHER)}",
    ),
    "a label of several lines": (
        [
            [
                (LEFT, 200, "Net sales"),
                right(450, 200, "3"),
                (LEFT, 212, "Adjusted earnings"),
                right(450, 212, "4"),
                (LEFT, 224, "per share"),
                (LEFT, 236, "Tax"),
                right(450, 236, "5"),
            ]
        ],
        "Net sales                    3\nAdjusted earnings per share  4\nTax                          5",
    ),
    "a sentence over the end of a page": (
        [[*set_lines(PROSE[:2]), *foot(1)], [*set_lines(PROSE[2:]), *foot(2)], [*set_lines(OTHER), *foot(3)]],
        f"{' '.join(PROSE)}\n\n{' '.join(OTHER)}",
    ),
    "numbers of pages that begin elsewhere": (
        [[*set_lines(OTHER), (300, 750, "7")], [*set_lines(PROSE), (300, 750, "8")]],
        f"{' '.join(OTHER)}\n\n{' '.join(PROSE)}",
    ),
    "the year at the head of a page is no number of it": (
        [set_lines(OTHER), [(300, 60, "2026"), *set_lines(PROSE)]],
        f"{' '.join(OTHER)}\n\n2026\n\n{' '.join(PROSE)}",
    ),
}


@pytest.mark.parametrize(("pages", "text"), CASES.values(), ids=CASES)
def test_pdf_to_text(pages: list[list[Line]], text: str) -> None:
    draft = read_pdf(make_pdf(*pages), "a.pdf")
    assert draft.text == text
    assert draft.warnings == ()


COLUMN = [f"The {name} column is read from its head down" for name in ("left", "right")]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, second = ([f"{text} to line {number} and" for number in range(8)] for text in COLUMN)
    head = [(LEFT, 60, "One line that goes over both columns of the page, from the one margin of it as far as the other")]
    text = read_pdf(make_pdf([*head, *set_lines(left), *set_lines(second, 103, 330)]), "a.pdf").text
    assert text == "\n\n".join([head[0][2], f"{' '.join(left)} {' '.join(second)}"])


def test_the_last_lines_of_columns_on_a_page_of_their_own() -> None:
    left, second = ([f"{text} to line {number} and" for number in range(8)] for text in COLUMN)
    rest = [*set_lines(["it goes on in the left one as far as here,", "and is at an end."]), (330, 100, "SOURCE Acme")]
    text = read_pdf(make_pdf([*set_lines(left), *set_lines(second, 103, 330)], rest), "a.pdf").text
    assert text == f"{' '.join(left)} {' '.join(second)} it goes on in the left one as far as here, and is at an end.\n\nSOURCE Acme"


def test_a_column_may_be_a_table_where_other_pages_have_columns() -> None:
    left, second = ([f"{text} to line {number} and" for number in range(8)] for text in COLUMN)
    rows = [line for number in range(6) for line in ((330, 102 + 14 * number, f"Item {number}"), (450, 102 + 14 * number, f"{number}5,200"))]
    text = read_pdf(make_pdf([*set_lines(left), *set_lines(second, 103, 330)], [*set_lines(left), *rows]), "a.pdf").text
    assert text.endswith(f"{left[-1]}\n\n" + "\n".join(f"Item {number}  {number}5,200" for number in range(6)))


def test_the_columns_of_figures_are_no_columns_of_the_page() -> None:
    rows = [
        line
        for number in range(8)
        for line in ((LEFT, 200 + 14 * number, f"Sales of the {number}th quarter, $88,412"), (330, 200 + 14 * number, "77,310     66,208     55,106"))
    ]
    draft = read_pdf(make_pdf([*set_lines(PROSE), *rows]), "a.pdf")
    assert [len(row.split()) for row in draft.text.splitlines()[2:]] == [9] * 8


def test_the_first_column_may_be_the_longer_one() -> None:
    left, second = ([f"{text} to line {number} and" for number in range(8)] for text in COLUMN)
    text = read_pdf(make_pdf([*set_lines(left), *set_lines(["Below it the column goes on."], 220), *set_lines(second[:6], 100, 330)]), "a.pdf").text
    assert text == "\n\n".join([" ".join(left), "Below it the column goes on.", " ".join(second[:6])])


def test_short_lines_side_by_side_are_a_table() -> None:
    page = [*set_lines(["Investors", "Jane Roe", "555-0100"]), *set_lines(["Press", "John Doe", "555-0101"], 100, 330)]
    draft = read_pdf(make_pdf(page), "a.pdf")
    assert draft.text == "Investors  Press\nJane Roe   John Doe\n555-0100   555-0101"
    assert draft.tables == ((0, len(draft.text)),)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_may_lie_on_its_side(angle: int) -> None:
    document = FPDF(unit="pt", format="letter")
    document.add_page()
    document.set_font("helvetica", size=SIZE)
    with document.rotation(angle, 300, 400):
        for x, y, text in set_lines(PROSE):  # type: ignore[misc]
            document.text(x, y + 300, text)
    assert read_pdf(bytes(document.output()), "a.pdf").text == " ".join(PROSE)


def test_text_at_an_angle_to_the_rest_is_left_out() -> None:
    document = FPDF(unit="pt", format="letter")
    document.add_page()
    document.set_font("helvetica", size=SIZE)
    document.text(LEFT, 100, "Sales rose.")
    with document.rotation(45, 300, 400):
        document.text(200, 400, "DRAFT")
    assert read_pdf(bytes(document.output()), "a.pdf").text == "Sales rose."


@pytest.mark.parametrize("font", ["zapfdingbats", "symbol"])
def test_bullets_of_symbol_fonts_are_marks(font: str) -> None:
    document = FPDF(unit="pt", format="letter")
    document.add_page()
    for number, text in enumerate(("Sales rose", "Costs fell")):
        document.set_font(font, size=SIZE)
        document.text(LEFT, 100 + 12 * number, "l" if font == "zapfdingbats" else "\u00b7")
        document.set_font("helvetica", size=SIZE)
        document.text(LEFT + 20, 100 + 12 * number, text)
    shown = "●" if font == "zapfdingbats" else "•"
    assert read_pdf(bytes(document.output()), "a.pdf").text == f"{shown} Sales rose\n{shown} Costs fell"


def make_scan(*texts: str) -> bytes:
    """Return a PDF of a page with a picture on it, and a page for each of `texts`."""
    document = FPDF(unit="pt", format="letter")
    document.add_page()
    document.image(Image.new("RGB", (8, 8)), 0, 0, 600, 800)
    for text in texts:
        document.add_page()
        document.set_font("helvetica", size=SIZE)
        document.text(LEFT, 100, text)
    return bytes(document.output())


def encrypt() -> bytes:
    document = FPDF()
    document.set_encryption(owner_password="a", user_password="b")
    document.add_page()
    return bytes(document.output())


WHOLE = make_pdf(set_lines(PROSE))
REFUSED = {
    "a scan": (make_scan(), "the PDF shows only pictures of text .a scan.; run it through text recognition"),
    "blank": (make_pdf([]), "the PDF shows no text .drawn letters, perhaps.; ask for the original"),
    "encrypted": (encrypt(), "the PDF is encrypted; save it without a password"),
    "no more than its first line": (b"%PDF-1.7\n%\xe2\xe3", "the PDF is damaged; fetch it again, or print it"),
    "cut in the middle": (WHOLE[: len(WHOLE) // 4], "the PDF is damaged"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_an_error_that_says_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=rf"a\.pdf: {message}"):
        read_pdf(data, "a.pdf")


def test_pages_that_are_pictures_are_named() -> None:
    draft = read_pdf(make_scan("Sales rose."), "a.pdf")
    assert draft == ("Sales rose.", (), ("pages without text, pictures of it perhaps: 1",))


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("PDF_PAGES_LIMIT", 1, "the PDF has more than 1,000 pages or 3,000,000 characters; print the pages of the release"),
        ("PDF_GLYPHS_LIMIT", 100, "the PDF has more than 1,000 pages or 3,000,000 characters; print the pages of the release"),
        ("PDF_SECONDS_LIMIT", 0.001, "reading the PDF takes longer than 0.001 seconds; print it to a new PDF"),
        ("PDF_MEMORY_LIMIT", 2**20, "PDFium cannot read the PDF, or not within 0 GiB of memory; print it to a new PDF"),
    ],
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, value: float, message: str) -> None:
    monkeypatch.setattr(pages_module, limit, value)
    with pytest.raises(InputError, match=message):
        read_pdf(make_pdf(set_lines(PROSE), set_lines(OTHER)), "a.pdf")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"reading PDF needs .*forelook\[office\]"):
        read_pdf(WHOLE, "a.pdf")
