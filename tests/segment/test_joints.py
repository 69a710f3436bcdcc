"""Joints: pieces that begin inside a paragraph without a full stop before them. A bar (¦) marks each cut; the text read has no bars."""

from __future__ import annotations

import pytest
from tests.segment.conftest import mark

ADDRESSES = [
    pytest.param("Prices are at https://www.tarn.example/oats/2019¦The mill sells to bakers in nine states.", id="an opener glued to an address"),
    pytest.param("A picture is at https://www.tarn.example/photo/¦Nora Quist has led the mill since 2011.", id="a name and its verb glued to an address"),
    pytest.param("To learn more, visit https://www.tarn.example/oats¦About Tarn Foods ¦Tarn Foods mills oats.", id="About NAME glued to an address"),
    pytest.param("To learn more, visit http://ir.tarn.example.¦About Tarn Foods, Inc.¦Tarn Foods mills oats.", id="About NAME glued to the stop of an address"),
    pytest.param("To learn more, visit www.tarn.example ¦About Tarn Foods ¦Tarn Foods mills oats.", id="About NAME after an address"),
    pytest.param("Prices are at www.tarn.example ¦The mill sells to bakers in nine states.", id="an opener after an address"),
    pytest.param("Prices are at https://www.tarn.example/oats¦Media Contacts: Nora Quist, Tarn Foods.", id="a contact glued to an address"),
    pytest.param("Prices are at https://www.tarn.example/oats¦Availability of oats is told there, too.", id="a known word glued to an address"),
    pytest.param("See https://www.tarn.example/watch?v=tKw¦Tarn Foods Inc. (NYSE: TRN) announced a mill.", id="a name, its ticker and its verb"),
    pytest.param("Follow the mill at https://social.example/TarnFoods or at www.tarn.example/TarnFoods for its prices.", id="a name inside an address"),
    pytest.param("Prices are at www.tarn.example, The Mill's own page, or in the shop.", id="a comma after an address"),
    pytest.param("Those at www.tarn.example Oats Forum and in the shop know the prices.", id="a name after an address"),
]

ABOUT = [
    pytest.param("Tarn is a mark of Tarn Foods in all countries¦About Tarn Foods ¦Tarn Foods mills oats.", id="glued to a sentence without a stop"),
    pytest.param(
        "Tarn mills the oats of nine states ¦About Tarn Foods¦Tarn Foods was founded in 1912.", id="after a blank, before a name that stands there twice"
    ),
    pytest.param("About Tarn Foods (NYSE: TRN)¦Milling oats since 1912, the company serves bakers.", id="a name and its ticker"),
    pytest.param("About tOats¦tOats Inc. is a drink of oats.", id="a name in camel case"),
    pytest.param("About Tarn.com: ¦Founded in 1996 in Lima, Tarn.com sells oats.", id="an address as a name"),
    pytest.param("About the Peel Institute ¦The aim of the Peel Institute is to know all about oats.", id="before an article"),
    pytest.param("About OAT¦People who mill oats have a language of their own.", id="capitals as a name"),
    pytest.param("ABOUT OATNIP:¦Meet Oatnip! ¦It is a drink of oats.", id="a colon and a call glued to it"),
    pytest.param('About Oats for All:¦"Oats for All" is a gift of growers to the poor of Lima.', id="a colon and a name in marks glued to it"),
    pytest.param("About Tarn Foods (OTC: ¦TRN) Milling oats is its trade.".replace("¦", ""), id="a colon inside brackets"),
    pytest.param("About TOF ¦The Tarn Oat Fund® (TOF®) buys oats for the poor of nine states.", id="before an article and a name"),
    pytest.param("About Oats.com® (or Oats.com™) ¦Oats.com is the best place to buy oats.", id="another name in brackets"),
    pytest.param(
        "About Hotel Tarn Rock, an Old Oat Hotel, Lima ¦Hotel Tarn Rock, an Old Oat Hotel, Lima is a house on the river.",
        id="a word that stands twice in a name",
    ),
    pytest.param("About Nora Quist¦Ms. Quist came to the mill in 2011.", id="a person"),
    pytest.param("See the section “About Tarn Foods” below for the history of the mill.", id="named in quotation marks"),
    pytest.param("Ten things to know About Tarn Foods and its mill are on the site.", id="parted by a blank, after a word"),
]

GLUED = [
    pytest.param("Oats travel on the cheap¦The mill sends them down the river in open boats.", id="an opener glued to a word in small letters"),
    pytest.param(
        "Secure milling of oats and wheat¦Wheat has been milled at night, when the mill is cool.", id="a word and its verb glued to one in small letters"
    ),
    pytest.param("Guidance for the Fall of 2020¦Tarn expects to mill more oats than ever before.", id="glued to a year"),
    pytest.param("Peel Oat Museum (Lima, Ohio)¦The museum shows how the mill was run in 1912.", id="glued to a bracket"),
    pytest.param(
        "Nora Quist, president, Tarn Foods¦“We have sold more oats than ever before, and at better prices than all others.”", id="a speech glued to its byline"
    ),
    pytest.param(
        "“We have sold more oats.” -- Nora Quist, Tarn Foods ¦“We have bought them from her.” -- Peter Lind, Lima Mills", id="a speech after a signed one"
    ),
    pytest.param("“We have sold more oats,” she said -- Nora Quist was in Lima “Oat City” for the day.", id="marks after a dash that signs nothing"),
    pytest.param(
        "A quarter of all oats now goes to the EU¦“We have sold more oats than ever before, and at better prices,” said Nora Quist.",
        id="a speech glued to capitals",
    ),
    pytest.param("Peel Oats Inc. (“Peel” or the“Company”) mills oats for bakers in nine states.", id="a term glued to an article"),
    pytest.param("The shares of easyMill plc, which grinds oats, are held by its founders.", id="a name in camel case"),
    pytest.param("Oat Results¦On a yearly basis, oats rose. ¦Wheat Results¦On a yearly basis, wheat fell.", id="two headings that end in one word"),
    pytest.param("LiftOn weighs two pounds. ¦The mill sells LiftOn on the river.", id="a name that ends in a preposition, before its verb"),
    pytest.param("TarnIn was the first shop of Ohio. ¦On TarnIn, growers sell oats.", id="a name that ends in a preposition"),
    pytest.param("Oats + Wheat Milling¦Ideally placed near the river, the mill has nine stones.", id="a heading glued to an adverb and its participle"),
    pytest.param("Methods & Scoring¦Grounded in the ways of growers, the prize goes to the best.", id="a heading glued to a participle"),
    pytest.param(
        "Tarn Oats BuildingConnected by the river is sold. ¦BuildingConnected by it was old.", id="a name with a participle inside that stands there twice"
    ),
    pytest.param("Legend of Tarn¦Except for what is past, all of this speaks of the future.", id="a heading glued to Except"),
    pytest.param(
        "Availability¦Peel Smart Oat Flakes in jars are on sale. ¦The flakes of Peel are new.", id="a known heading glued to a name that stands elsewhere"
    ),
    pytest.param("OverviewPeel Smart Oat Flakes in jars are on sale.", id="a known word glued to a name that stands nowhere else"),
    pytest.param("The price will be changed fromFebruary on, as the mill has told its growers.", id="a blank lost after a preposition"),
]

MARKS = [
    pytest.param("To learn more, write to us or follow @tarn¦Forward-Looking Statements¦This release speaks of the future.", id="a legend's heading"),
    pytest.param("Tarn knows that “Forward-Looking Statements” are made in releases of this kind.", id="a legend's heading in marks"),
    pytest.param("Tarn is a mark of Tarn Foods, LLC.¦Copyright © 2019 Tarn Foods.", id="a copyright with its word"),
    pytest.param(
        "All marks are those of their owners in other countries¦TRNF-C ¦View original content: https://wire.example/1",
        id="a company's tag before the wire's line",
    ),
    pytest.param("All marks are those of their owners.¦____________________¦1 Of all mills in Ohio.", id="a rule between sentences"),
    pytest.param("Tarn and Peel signed as Nora__Quist and Amos____Reed in the draft of it.", id="short rules"),
]

LEAD_INS = [
    pytest.param("Tarn will fly oats from the following towns from June 4:¦All flights leave by noon.", id="a figure and a colon glued to an opener"),
    pytest.param("Top events include:¦Oat-Day of Lima and the Lima Oat Run.", id="a lead-in of three words"),
    pytest.param("The new mill provides: ¦“We have sold more oats than ever before, and at better prices,” said Nora Quist.", id="a speech after a lead-in"),
    pytest.param("The mill opens at 4:30 and at 5:00 in the morning from May to June.", id="times of day"),
    pytest.param("Key findings of the survey include: ¦The full report can be had from the mill.", id="a lead-in whose list was lost"),
    pytest.param("Oats may fail because of drought as well as: ¦For more about risks, see our filings.", id="as well as"),
    pytest.param("The mill sells to shops such as: The Oat Barn, Peel's and Lind & Sons.", id="such as, and names"),
    pytest.param("Key findings include: the price of oats, the weather and the state of the mill.", id="a list that runs on in small letters"),
    pytest.param("The mill has one aim: The best oats in nine states.", id="a colon that leads in no list"),
]

OPENINGS = [
    pytest.param("Sales rose again. ¦Zero Milling Fees ¦The heart of Tarn is its mill at Lima.", id="a heading after a sentence, before The"),
    pytest.param("New oat-based flakes ¦As bakers move to new towns, they ask for them.", id="a heading in small letters"),
    pytest.param("Oats Win Hearts in Ohio ¦With a new shop in Lima, Tarn sold more than ever.", id="a heading that asserts something"),
    pytest.param("Mill Update ¦On March 13, 2019, the mill at Lima was shut.", id="a heading before a date"),
    pytest.param("A Look at the Mill ¦In 2019, the mill at Lima was shut.", id="a heading before a year"),
    pytest.param("The mill lost $8 million in the year ended June 28, 2024 ¦The sale closed in January.", id="a year that lost its full stop"),
    pytest.param("Risks are beyond our control and subject to change ¦Such forward-looking statements are many.", id="a word that lost its full stop"),
    pytest.param("Other Measures of Oats ¦To help readers see the mill, Tarn weighs its flakes.", id="a heading before To"),
    pytest.param("About Oats of Lima ¦Founded by growers in 1912, the mill is old.", id="a heading before Founded"),
    pytest.param("The guide on How To Mill Oats is told of in the Road To Lima and elsewhere.", id="To in a title"),
    pytest.param("GRADE II ¦This is oat of which no more than half is cut.", id="a heading in capitals"),
    pytest.param("The mill at Lima is held by The Oat Fund and by The Peel Group of Ohio.", id="an article in a name"),
    pytest.param("The mill is told of in the Statement Under the Act and the one With a Seal.", id="a title that goes on in capitals"),
    pytest.param("Shares of Class A stock and of Series B stock trade on the OTCQB Under the sign TRN.", id="capitals before a preposition"),
    pytest.param("(1)   The mill at Lima is left out of these figures.", id="a note's number before an article"),
    pytest.param("Oats of the brand On announced by the mill are new.", id="a name that is a preposition"),
]

NAMES = [
    pytest.param("Oats rose again in all nine states.¦eOats said that it will open a shop.", id="a name in camel case glued to the stop"),
    pytest.param("Growers sell at shop.eOats and at the mill.", id="an address in camel case"),
]


@pytest.mark.parametrize("marked", ADDRESSES)
def test_after_addresses(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", ABOUT)
def test_about(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", GLUED)
def test_glued(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", MARKS)
def test_marks_and_headings(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", LEAD_INS)
def test_after_lead_ins(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", OPENINGS)
def test_before_openings(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", NAMES)
def test_names_in_small_letters(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked
