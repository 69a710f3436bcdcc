"""Joints: pieces that begin inside a paragraph without a full stop before them. A bar (¦) marks each cut; the text read has no bars."""

from __future__ import annotations

import pytest
from tests.segment.conftest import mark

ADDRESSES = [
    pytest.param("Prices are at https://www.tarn.example/oats/2019¦The mill sells to bakers in nine states.", id="an opener glued to an address"),
    pytest.param("A picture is at https://www.tarn.example/photo/¦Nora Quist has led the mill since 2011.", id="a name and its verb glued to an address"),
    pytest.param("To learn more, visit https://www.tarn.example/oats¦About Tarn Foods ¦Tarn Foods mills oats.", id="About NAME glued to an address"),
    pytest.param("To learn more, visit http://ir.tarn.example.¦About Tarn Foods, Inc.¦Tarn Foods mills oats.", id="About NAME glued to the stop of an address"),
    pytest.param("To learn more, visit www.tarn.example ¦About Tarn Foods ¦Tarn Foods mills oats.", id="About NAME behind an address"),
    pytest.param("Prices are at www.tarn.example ¦The mill sells to bakers in nine states.", id="an opener behind an address"),
    pytest.param("Follow the mill at https://social.example/TarnFoods or at www.tarn.example/TarnFoods for its prices.", id="a name inside an address"),
    pytest.param("Prices are at www.tarn.example, The Mill's own page, or in the shop.", id="a comma behind an address"),
    pytest.param("Those at www.tarn.example Oats Forum and in the shop know the prices.", id="a name behind an address"),
]

ABOUT = [
    pytest.param("Tarn is a mark of Tarn Foods in all countries¦About Tarn Foods ¦Tarn Foods mills oats.", id="glued to a sentence without a stop"),
    pytest.param("See the section “About Tarn Foods” below for the history of the mill.", id="named in quotation marks"),
    pytest.param("Ten things to know About Tarn Foods and its mill are on the site.", id="parted by a blank, after a word"),
]

LEAD_INS = [
    pytest.param("Key findings of the survey include: ¦The full report can be had from the mill.", id="a lead-in whose list was lost"),
    pytest.param("Oats may fail because of drought as well as: ¦For more about risks, see our filings.", id="as well as"),
    pytest.param("The mill sells to shops such as: The Oat Barn, Peel's and Lind & Sons.", id="such as, and names"),
    pytest.param("Key findings include: the price of oats, the weather and the state of the mill.", id="a list that runs on in small letters"),
    pytest.param("The mill has one aim: The best oats in nine states.", id="a colon that leads in no list"),
]

NAMES = [
    pytest.param("Oats rose again in all nine states.¦eOats said that it will open a shop.", id="a name in camel case glued to the stop"),
    pytest.param("Growers sell at shop.eOats and at the mill.", id="an address in camel case"),
]


@pytest.mark.parametrize("marked", ADDRESSES)
def test_behind_addresses(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", ABOUT)
def test_about(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", LEAD_INS)
def test_behind_lead_ins(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", NAMES)
def test_names_in_small_letters(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked
