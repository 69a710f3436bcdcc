"""Settling: probabilities that change where a unit's own words, or where it stands, leave no doubt."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.model.settling import HARDLY_POSSIBLE, POSSIBLE, SETTLED, STATES, SURELY_META, settle
from forelook.segment.segmentation import segment

GUIDANCE, FACT, LEGEND, META = (CLASSES.index(name) for name in ("guidance", "historical_fact", "safe_harbor", "meta"))

TEXT = """Harrow Leather expects sales of $90 million to $95 million in 2026.

These figures do not include the tannery, the two barns beside the river or the shop in Olean.

The sale of the tannery, and that of the two barns beside the river in Olean, cannot be assured.

"The outlook assumes nothing," said Ada Lund, president of Harrow Leather.
"""


def settled(**second: float) -> list[float]:
    """Return what guidance and legend are given in the second unit and the third when the passes find guidance first, and facts behind it."""
    found = segment(TEXT)
    rows = np.zeros((len(found.units), len(CLASSES)))
    rows[0, GUIDANCE] = 1.0
    for name, probability in {"historical_fact": 1.0 - sum(second.values()), **second}.items():
        rows[1:, CLASSES.index(name)] = probability
    made = settle(rows, [TEXT], [found])
    assert made.sum(axis=1) == pytest.approx(1.0)
    assert made[0].tolist() == rows[0].tolist()
    assert made[3].tolist() == rows[3].tolist()  # what is quoted is never settled
    return [float(made[1, GUIDANCE]), float(made[2, LEGEND])]


def test_facts_are_settled_by_their_words_where_the_label_is_possible() -> None:
    assert settled(guidance=0.2, safe_harbor=0.2) == pytest.approx([SETTLED, SETTLED])
    assert settled(guidance=POSSIBLE / 2, safe_harbor=0.2) == pytest.approx([POSSIBLE / 2, SETTLED])


def test_what_the_passes_do_not_take_for_a_fact_stays_as_it_is() -> None:
    assert settled(meta=0.6, guidance=0.2, safe_harbor=0.1) == pytest.approx([0.2, 0.1])


def test_the_flag_of_a_quotation_is_settled_by_its_words() -> None:
    text = '"We will miss Ada Lund," said Joe Roe, president of Harrow Leather.\n'
    rows = np.zeros((1, len(CLASSES)))
    forward, plain = CLASSES.index("quote_forward"), CLASSES.index("quote_plain")
    rows[0, [forward, plain]] = 0.6, 0.4
    assert settle(rows, [text], [segment(text)])[0, plain] == pytest.approx(SETTLED)


def settle_all(text: str, **shares: float) -> list[str]:
    """Return the class of each unit of a text after all were given the same shares."""
    found = segment(text)
    rows = np.zeros((len(found.units), len(CLASSES)))
    for name, share in shares.items():
        rows[:, CLASSES.index(name)] = share
    made = settle(rows, [text], [found])
    assert made.sum(axis=1) == pytest.approx(1.0)
    return [CLASSES[index] for index in made.argmax(axis=1)]


def test_a_warning_is_legend_even_where_the_passes_find_guidance() -> None:
    text = "What we plan may turn out otherwise."
    assert settle_all(text, guidance=0.8, historical_fact=0.1, safe_harbor=0.1) == ["safe_harbor"]
    assert settle_all("What we plan is a tannery.", guidance=0.8, historical_fact=0.1, safe_harbor=0.1) == ["guidance"]


def test_what_only_looks_like_guidance_is_a_fact_where_the_passes_find_that_possible() -> None:
    text = "Harrow Leather is poised for growth."
    assert settle_all(text, guidance=0.8, historical_fact=0.2) == ["historical_fact"]
    assert settle_all(text, guidance=0.97, historical_fact=HARDLY_POSSIBLE / 2, meta=0.0285) == ["guidance"]


def test_a_headline_is_asked_as_one() -> None:
    text = "Harrow Leather to Buy Olean Hides for $88 Million\n\nThe deal is Harrow Leather to Buy Olean Hides in May, and it is signed.\n"
    assert settle_all(text, guidance=0.6, historical_fact=0.4) == ["historical_fact", "guidance"]
    text = "Harrow Leather Warns of Weak Fourth Quarter\n\nThe tannery in Olean opens in June.\n"
    assert settle_all(text, guidance=POSSIBLE / 2, historical_fact=1.0 - POSSIBLE / 2) == ["guidance", "historical_fact"]


def test_items_are_asked_with_the_heading_above_them() -> None:
    text = "Harrow Leather Reports\n\n2027 Outlook\n\n- Sales of $66 million\n\nFourth Quarter Results\n\n- Sales of $66 million\n"
    assert settle_all(text, guidance=0.6, historical_fact=0.4)[-3:] == ["guidance", "guidance", "historical_fact"]


def test_a_line_is_guidance_where_an_outlook_stands_above_it() -> None:
    text = "{}\n\nLow single-digit growth in hides of all sorts and sizes.\n"
    assert settle_all(text.format("2027 Outlook"), guidance=0.3, historical_fact=0.7)[-1] == "guidance"
    assert settle_all(text.format("2026 Review"), guidance=0.3, historical_fact=0.7)[-1] == "historical_fact"


def test_a_heading_in_small_letters_is_a_line_of_the_outlook_above_it() -> None:
    text = "Targets for 2028\n\nReturn on hides above 14 percent\n\nShare of all boots above 9 percent\n\nHides Above 14 Percent\n"
    assert settle_all(text, guidance=0.3, historical_fact=0.7)[1:] == ["guidance", "guidance", "historical_fact"]
    assert settle_all(text.replace("Targets", "Review"), guidance=0.3, historical_fact=0.7)[1:] == ["historical_fact"] * 3


def test_lines_without_a_verb_belong_to_the_sentence_that_leads_them_in() -> None:
    text = "{}\n\nSales of some $66 million\n\nAbout 31 million shares\n\nTanners sold hides in May.\n"
    shares = {"guidance": 0.3, "historical_fact": 0.7}
    assert settle_all(text.format("For 2027, we anticipate the following:"), **shares)[1:] == ["guidance", "guidance", "historical_fact"]
    assert settle_all(text.format("In 2026, we saw the following:"), **shares)[1:] == ["historical_fact"] * 3


TABLE = "               1st          2nd\nHides        $ 41,200    $ 42,000\nSoap           37,900      38,500\n"


def test_a_table_is_of_the_class_that_its_heading_or_lead_in_says() -> None:
    assert settle_all(f"Financial Outlook\n\n{TABLE}", guidance=0.3, historical_fact=0.7)[-1] == "guidance"
    assert settle_all(f"Financial Outlook\n\n{TABLE}", guidance=POSSIBLE / 2, historical_fact=1.0 - POSSIBLE / 2)[-1] == "historical_fact"
    assert settle_all(f"Financial Outlook\n\n(in thousands)\n\n{TABLE}", guidance=0.3, historical_fact=0.7)[-1] == "guidance"
    assert settle_all(f"Financial Review\n\n{TABLE}", guidance=0.3, historical_fact=0.7)[-1] == "historical_fact"
    assert settle_all(f"Sales by quarter were as follows:\n\n{TABLE}", guidance=0.6, historical_fact=0.4)[-1] == "historical_fact"
    assert settle_all(f"Sales by quarter will be as follows:\n\n{TABLE}", guidance=0.6, historical_fact=0.4)[-1] == "guidance"
    assert settle_all(TABLE, guidance=0.6, historical_fact=0.4) == ["guidance"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param("About 31 million shares", True, id="about a number"),
        pytest.param("About 31 Tanners", False, id="about a company"),
        pytest.param("Hides in stock: 404,000 pieces.", True, id="a measure, its amount and a full stop"),
        pytest.param("Phone: 585.555.0171.", False, id="a telephone number"),
    ],
)
def test_a_few_words_with_an_amount_state_something(text: str, *, states: bool) -> None:
    assert settle_all(text, historical_fact=0.3, meta=0.7) == (["historical_fact"] if states else ["meta"])


QUESTION = "Hides were dear last year. Why is that so? Herds were small in the north."


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param(QUESTION, True, id="a question between two sentences"),
        pytest.param(QUESTION.replace("Hides were dear last year. ", ""), False, id="a question that opens a paragraph"),
        pytest.param(QUESTION.replace(" Why", "\n\nWhy").replace("? ", "?\n\n"), False, id="a question by itself"),
    ],
)
def test_a_question_in_the_middle_of_a_paragraph_states_something(text: str, *, states: bool) -> None:
    found = segment(text)
    rows = np.zeros((len(found.units), len(CLASSES)))
    rows[:, FACT] = 1.0
    asked = next(index for index, unit in enumerate(found.units) if text[unit.end - 1] == "?")
    rows[asked, [FACT, META]] = 0.3, 0.7
    made = settle(rows, [text], [found])
    assert made[asked, META] == pytest.approx(1.0 - STATES if states else 0.7)
    rows[asked, [FACT, META]] = 0.1, SURELY_META + 0.05
    assert settle(rows, [text], [found])[asked, META] == pytest.approx(SURELY_META + 0.05)


def test_a_line_that_says_what_or_when_states_something() -> None:
    text = "What: Oat fair of the mill\n\nWhen: Friday, May 5\n\nOat Fair\n"
    assert settle_all("Replay: (800) 555-0171, code 4471\n", historical_fact=0.1, meta=0.9) == ["historical_fact"]  # though it looks like a contact
    assert settle_all("US Dial-In: (800) 555-0171\n", historical_fact=0.1, meta=0.9) == ["historical_fact"]
    assert settle_all("US Tannery: (800) 555-0171\n", historical_fact=0.1, meta=0.9) == ["meta"]
    assert settle_all(text, historical_fact=0.3, meta=0.7) == ["historical_fact", "historical_fact", "meta"]
    assert settle_all(text, historical_fact=0.01, meta=0.99) == ["historical_fact", "historical_fact", "meta"]
    assert settle_all(text, historical_fact=0.001, meta=0.999) == ["meta", "meta", "meta"]


@pytest.mark.parametrize(("beside", "states"), [("Place: the mill", True), ("Ada Lund, President", False)])
def test_a_date_states_something_only_beside_another_such_line(beside: str, *, states: bool) -> None:
    assert settle_all(f"Date: May 5, 2010\n\n{beside}\n", historical_fact=0.1, meta=0.9)[0] == ("historical_fact" if states else "meta")


@pytest.mark.parametrize(
    ("headline", "states"),
    [
        pytest.param("Harrow Leather Reports January Sales", True, id="a verb"),
        pytest.param("Harrow Leather January Sales", False, id="none"),
        pytest.param("HARROW LEATHER JANUARY RESULTS", True, id="results"),
        pytest.param("HARROW LEATHER REPORTS SALES\n\n- Nine Hides Sold -\n\nThe Vats of Olean", True, id="a verb, above sub-headlines"),
        pytest.param("(09:15 GMT) Harrow Leather Reports Sales\n\nThe Vats of Olean", False, id="a feed's line"),
    ],
)
def test_a_headline_with_a_verb_above_the_dateline_states_something(headline: str, *, states: bool) -> None:
    text = f"{headline}\n\nOLEAN, N.Y., Feb. 6, 2008 -- Harrow Leather sold nine hides in January.\n"
    assert settle_all(text, historical_fact=0.3, meta=0.7)[0] == ("historical_fact" if states else "meta")


def test_a_few_words_may_bear_the_mark_of_a_note() -> None:
    text = "Sales rose 4 percent over the year. Hide prices fell.(2) Cash rose.**\n"
    assert settle_all(text, historical_fact=0.3, meta=0.7) == ["historical_fact"] * 3


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param("Hide prices fell.", True, id="a few words and a verb"),
        pytest.param("HIDE PRICES FELL.", True, id="the same in capitals"),
        pytest.param("Nine vats cover two floors.", True, id="a verb in the plural"),
        pytest.param("Hide Prices of the Year.", False, id="a few words without one"),
        pytest.param("Researched by Olean Hides.", False, id="a participle"),
    ],
)
def test_a_few_words_with_a_verb_state_something(text: str, *, states: bool) -> None:
    assert settle_all(f"{text}\n", historical_fact=0.3, meta=0.7) == ["historical_fact" if states else "meta"]
