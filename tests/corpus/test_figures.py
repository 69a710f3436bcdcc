"""Guidance records in annotated text: read, refused with what was expected, written again, and carried into layouts."""

from __future__ import annotations

import re

import msgspec
import pytest

from forelook.corpus.alignment import align, render_plain
from forelook.corpus.annotate import write_annotated
from forelook.corpus.annotated import parse_annotated
from forelook.corpus.figure_check import check_figure
from forelook.corpus.figure_writing import write_figure
from forelook.corpus.figures import find_words, parse_figure
from forelook.corpus.layouts import LAYOUTS, render
from forelook.errors import AnnotationError

UNIT = (
    "Halvorsen Pumps now expects fiscal 2026 revenue of $342 million to $348 million, up from its earlier forecast of $335 million to $342 million, "
    "and adjusted EPS of at least $2.10."
)
LINES = {
    "range with prior": 'revenue "revenue"; period 2026 "fiscal 2026" fiscal; range 342000000 348000000 USD "$342 million to $348 million"; raised; '
    'prior 335000000 342000000 "$335 million to $342 million"',
    "at least": 'eps "EPS"; non_gaap; period 2026 "fiscal 2026" fiscal; at_least 2.1 USD/share "$2.10"; updated',
    "at most with both ends": 'net_income "revenue"; change other; at_most -700000 - USD "$2.10"',
    "at most": 'tax_rate "revenue"; at_most 21.5 percent "$2.10"',
    "entity and noun": 'other "EPS"; entity "Halvorsen Pumps"; point 12 count "$342 million"; noun pumps',
    "the second time": 'revenue "revenue"; range 335000000 342000000 USD "$342 million"#2',
    "period without words": 'revenue "revenue"; period 2026-Q3 fiscal; qualitative up "up"',
    "unstated": 'all "forecast"; unstated; withdrawn',
    "scale missing": 'eps "EPS"; approximately 2.1 EUR/share "$2.10"; scale_missing',
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_that_is_read_is_written_again(line):
    figure = parse_figure(line, UNIT)
    assert write_figure(figure, UNIT) == "=\t" + line
    assert parse_figure(write_figure(figure, UNIT)[2:], UNIT) == figure


def test_places_and_values():
    figure = parse_figure(LINES["range with prior"], UNIT)
    assert UNIT[figure.value.start : figure.value.end] == "$342 million to $348 million"
    assert (figure.metric.start, figure.period.name, figure.period.fiscal, figure.low, figure.high, figure.unit) == (40, "2026", True, 342e6, 348e6, "USD")
    assert (figure.prior.low, figure.prior.high, figure.direction, figure.form, figure.measure) == (335e6, 342e6, "raised", "range", "level")


WHOLE = {
    "a number inside a longer one": ('"5%"', "15% and 5%", (8, 10)),
    "a word inside a longer one": ('"sales"', "wholesales of sales", (14, 19)),
    "a letter before the mark of a footnote": ('"share"', "per share1", (4, 9)),
    "a whole number before decimals": ('"2"', "2.5 to 2", (7, 8)),
    "blanks of a table": ('"$ 3.45 $ 3.50"', "EPS  $   3.45     $  3.50", (5, 25)),
    "doubled quotation marks": ('"""core"" sales"', 'the "core" sales', (4, 16)),
}


@pytest.mark.parametrize(("field", "text", "place"), WHOLE.values(), ids=WHOLE)
def test_words_are_whole(field, text, place):
    assert find_words(field, text) == place


WRONG = {
    "metric": ('sales "revenue"; unstated', r"metric 'sales'; expected one of revenue "),
    "no words of the metric": ("revenue; unstated", r"no words of the metric; expected revenue \"words\""),
    "words that do not stand there": ('revenue "turnover"; unstated', r"the words occur 0 times in the unit"),
    "too seldom": ('revenue "revenue"#2; unstated', r"occur 1 times in the unit"),
    "no form": ('revenue "revenue"; raised', r"no form; expected one of point approximately"),
    "a field unheard of": ('revenue "revenue"; up; unstated', r"field 'up'; expected a basis, entity"),
    "a field twice": ('revenue "revenue"; raised; lowered; unstated', r"already has a direction"),
    "a period unheard of": ('revenue "revenue"; period Q3; unstated', r"period 'Q3'; expected 2024, 2024-Q3"),
    "a number with commas": ('revenue "revenue"; point 342,000 USD "$342 million"', r"number '342,000' of point; expected base units without commas"),
    "a unit unheard of": ('revenue "revenue"; point 342 dollars "$342 million"', r"unit 'dollars' of point; expected a currency"),
    "one number for a range": ('revenue "revenue"; range 342 USD "$342 million"', r"range with 1 numbers; expected LOW HIGH UNIT"),
    "a form without words": ('revenue "revenue"; point 342 USD', r"point without words"),
    "a way unheard of": ('revenue "revenue"; qualitative better "up"', r"qualitative 'better'; expected one of up down"),
    "a prior with one end": ('revenue "revenue"; unstated; prior 3 "$335 million"', r"prior without two numbers"),
}


@pytest.mark.parametrize(("line", "message"), WRONG.values(), ids=WRONG)
def test_errors_say_what_was_expected(line, message):
    with pytest.raises(AnnotationError, match=rf"^x\.ann:4: .*{message}"):
        parse_annotated(f"id: x\n---\nG\t{UNIT}\n=\t{line}\n", "x.ann")


def test_only_forward_looking_units_have_records():
    with pytest.raises(AnnotationError, match=r"x\.ann:4: a guidance record below H; only G, QF and TG have records"):
        parse_annotated('id: x\n---\nH\tRevenue rose.\n=\trevenue "Revenue"; unstated\n', "x.ann")


CHECKED = {
    "ends": ({"low": 3.0, "high": 2.0, "form": "range"}, "low 3 is above high 2"),
    "range of one": ({"form": "range", "low": 2.0, "high": 2.0}, "a range needs two different ends"),
    "count": ({"unit": "count"}, "unit count without a noun"),
    "noun": ({"noun": "pumps"}, "noun 'pumps' with the unit USD/share"),
    "per share": ({"unit": "USD"}, "eps in USD; expected USD/share"),
}


@pytest.mark.parametrize(("changes", "finding"), CHECKED.values(), ids=CHECKED)
def test_check(changes, finding):
    figure = msgspec.structs.replace(parse_figure(LINES["at least"], UNIT), **changes)
    assert any(re.match(finding, found) for found in check_figure(figure))
    assert check_figure(parse_figure(LINES["at least"], UNIT)) == []


TAB = "\t"
RELEASE = parse_annotated(
    f"""id: halvorsen
---
H	Halvorsen Pumps Reports Results

M	TOLEDO, Ohio, May 2 /PRNewswire/ --
H	Orders rose.
G	{UNIT}
=	{LINES["range with prior"]}
=	{LINES["at least"]}

G	• Capital spending of about $12 million
=	capital_expenditures "Capital spending"; approximately 12000000 USD "$12 million"

QF|Ada Berg	"We still expect \u201crecord\u201d sales," said Ada Berg.
=	revenue "sales"; qualitative record "record"; reaffirmed

TG
{TAB}                Low       High
	Net sales     $ 3.1     $ 3.3
=	revenue "Net sales"; range 3100000 3300000 USD "$ 3.1     $ 3.3"
""",
    "halvorsen.ann",
)
EXPECTED = ["revenue", "EPS", "Capital spending", "sales", "Net sales"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_carry_records_to_their_words(layout):
    gold = render(RELEASE, layout)
    statements = [unit for unit in gold.units if unit.kind != "meta"]
    figures = [figure for unit in gold.units for figure in unit.figures]
    assert [" ".join(gold.text[f.metric.start : f.metric.end].split()).lower() for f in figures] == [words.lower() for words in EXPECTED]
    for figure in figures:
        unit = statements[figure.statement]
        assert figure in unit.figures
        assert unit.start <= figure.value.start < figure.value.end <= unit.end
    assert gold.text[figures[0].value.start : figures[0].value.end].split() == ["$342", "million", "to", "$348", "million"]


def test_records_survive_the_way_into_a_page_and_back():
    gold = render_plain(RELEASE)
    again = parse_annotated(write_annotated(gold), "again.ann")
    assert [unit.figures for unit in again.units] == [unit.figures for unit in RELEASE.units]
    assert align(again, gold.text).units == gold.units
