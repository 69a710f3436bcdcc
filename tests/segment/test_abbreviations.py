"""Words after "U.S." and after a time of day that show whether the sentence goes on; every listed word has a row that fails without it.

A bar (¦) marks each cut; the text read has no bars.
"""

from __future__ import annotations

import pytest
from tests.segment.conftest import mark

from forelook.segment import abbreviations
from forelook.segment.words import words

AFTER_COUNTRY = {
    "Agency": "Tarn ships oats for the U.S. Agency for International Development.",
    "Air": "What it sells to the U.S. Air Force was milled in Lima.",
    "Anti-Doping": "What it told the U.S. Anti-Doping Agency was true.",
    "Army": "Tarn has fed the U.S. Army for decades.",
    "Attorney": "Tarn heard from the U.S. Attorney for Idaho.",
    "Attorneys": "What it told the U.S. Attorneys Office was true.",
    "Bancorp": "The loan comes from the U.S. Bancorp branch in Boise.",
    "Bank": "The notes are held by the U.S. Bank as trustee.",
    "Bankruptcy": "The sale was cleared by the U.S. Bankruptcy court in May.",
    "Bureau": "The figures come from the U.S. Bureau of Labor Statistics.",
    "Census": "Tarn read the U.S. Census for its plans.",
    "Centers": "Growers wrote to the U.S. Centers for Disease Control.",
    "Chamber": "Tarn has joined the U.S. Chamber of Commerce.",
    "Chess": "What it told the U.S. Chess Federation was true.",
    "Circuit": "The case went to the U.S. Circuit bench in Denver.",
    "Citizenship": "What it told the U.S. Citizenship and Immigration Services was true.",
    "Coast": "Tarn feeds the U.S. Coast Guard also.",
    "Commerce": "The rule came from the U.S. Commerce department in May.",
    "Commodity": "Growers wrote to the U.S. Commodity exchange about oats.",
    "Comptroller": "What it told the U.S. Comptroller of the Currency was true.",
    "Congress": "The bill is before the U.S. Congress this week.",
    "Congressman": "The mill was opened by the U.S. Congressman from Boise.",
    "Consumer": "Prices are set by the U.S. Consumer index for oats.",
    "Copyright": "The song was filed with the U.S. Copyright office in May.",
    "Corps": "What it told the U.S. Corps of Engineers was true.",
    "Court": "The case is before the U.S. Court of Appeals.",
    "Customs": "The oats were cleared by the U.S. Customs house in Tacoma.",
    "Defense": "Tarn supplies the U.S. Defense department with oats.",
    "Department": "Growers wrote to the U.S. Department of Agriculture.",
    "District": "The case is before the U.S. District court in Boise.",
    "Dollar": "Prices follow the U.S. Dollar rather closely.",
    "Dollars": "The loan is to be paid back in U.S. Dollars at par.",
    "Drug": "The oats were seized by the U.S. Drug officers at noon.",
    "East": "Tarn sells most of its oats in the U.S. East during winter.",
    "Embassy": "A lunch was held in the U.S. Embassy in Lima.",
    "Energy": "The loan comes from the U.S. Energy department in May.",
    "Environmental": "The mill was praised by the U.S. Environmental agency for its filters.",
    "Equal": "Growers wrote to the U.S. Equal pay board.",
    "Equities": "The fund holds oats and U.S. Equities for growth.",
    "Equity": "The fund beat the U.S. Equity market by a point.",
    "Export": "The sale was paid for by the U.S. Export bank in May.",
    "FDA": "What it told the U.S. FDA was not published.",
    "Federal": "The rate is set by the U.S. Federal bank alone.",
    "Fish": "The pond was stocked by the U.S. Fish service in May.",
    "Food": "The label was cleared by the U.S. Food agency at last.",
    "Foreign": "Tarn complies with the U.S. Foreign trade rules.",
    "Forest": "Tarn feeds the mules of the U.S. Forest service in Idaho.",
    "GAAP": "What is due under U.S. GAAP has been set aside.",
    "Generally": "The figures follow the U.S. Generally accepted rules for oats.",
    "Geological": "The map comes from the U.S. Geological survey of Idaho.",
    "Global": "The fund trails the U.S. Global fund by a point.",
    "Government": "Tarn supplies the U.S. Government with oats.",
    "Grains": "What it told the U.S. Grains Council was true.",
    "Gulf": "The oats leave from the U.S. Gulf coast in May.",
    "Hispanic": "Tarn sells most of its corn in the U.S. Hispanic market.",
    "Holdings": "The mill belongs to the U.S. Holdings arm of Tarn.",
    "House": "The bill is before the U.S. House this week.",
    "Immigration": "What it told the U.S. Immigration Service was true.",
    "Internal": "Tarn wrote to the U.S. Internal revenue service.",
    "International": "The duty was set by the U.S. International trade court.",
    "Justice": "The sale was cleared by the U.S. Justice department in May.",
    "Labor": "The figures come from the U.S. Labor department in May.",
    "Large": "The fund beat the U.S. Large cap index.",
    "Magistrate": "What it told the U.S. Magistrate Peel was true.",
    "Marine": "Tarn feeds the U.S. Marine corps as well.",
    "Marines": "Tarn feeds the U.S. Marines as well.",
    "Maritime": "What it told the U.S. Maritime Administration was true.",
    "Marshals": "The mill was sealed by the U.S. Marshals at noon.",
    "Merchant": "What it told the U.S. Merchant Marine was true.",
    "Midwest": "Oats are grown in the U.S. Midwest for the most part.",
    "Military": "Tarn has fed the U.S. Military for decades.",
    "Mint": "What it told the U.S. Mint in Denver was true.",
    "National": "The herd was counted by the U.S. National park service.",
    "Naval": "Tarn feeds the U.S. Naval academy as well.",
    "Navy": "Tarn has fed the U.S. Navy for decades.",
    "News": "The mill was praised in the U.S. News ranking of mills.",
    "North": "Oats are grown in the U.S. North for the most part.",
    "Northeast": "Oats are eaten in the U.S. Northeast for the most part.",
    "Northwest": "Oats are grown in the U.S. Northwest for the most part.",
    "Nuclear": "The dryer was cleared by the U.S. Nuclear board at last.",
    "Occupational": "The mill was praised by the U.S. Occupational safety board.",
    "Office": "The claim was filed with the U.S. Office of Patents.",
    "Olympians": "What it told the U.S. Olympians of 1996 was true.",
    "Olympic": "What it told the U.S. Olympic Committee was true.",
    "Open": "Tarn oats are served at the U.S. Open in August.",
    "Patent": "The claim was filed with the U.S. Patent office in May.",
    "Patents": "Tarn owns oats, mills and U.S. Patents on both.",
    "Pharmacopeia": "What it told the U.S. Pharmacopeia in Rockville was true.",
    "Postal": "The flakes are sent by the U.S. Postal service for free.",
    "President": "The mill was opened by the U.S. President in person.",
    "Preventive": "What it told the U.S. Preventive Services Task Force was true.",
    "Private": "The fund was sold in the U.S. Private market for notes.",
    "Public": "The study was paid for by the U.S. Public health service.",
    "Railroad": "What it told the U.S. Railroad Board was true.",
    "Representative": "The mill was opened by the U.S. Representative from Boise.",
    "Representatives": "The mill was opened by the U.S. Representatives of both parties.",
    "SEC": "What it told the U.S. SEC was not published.",
    "Secretary": "The mill was opened by the U.S. Secretary of Agriculture.",
    "Securities": "The report was filed under the U.S. Securities laws.",
    "Senate": "The bill is before the U.S. Senate this week.",
    "Senator": "The mill was opened by the U.S. Senator from Idaho.",
    "Senators": "The mill was opened by the U.S. Senators from Idaho.",
    "Sentencing": "What it told the U.S. Sentencing Commission was true.",
    "Small": "The loan comes from the U.S. Small business agency.",
    "Soccer": "Tarn oats are served by the U.S. Soccer league in May.",
    "Social": "The fund is held by the U.S. Social security board.",
    "South": "Corn is grown in the U.S. South for the most part.",
    "Southeast": "Corn is grown in the U.S. Southeast for the most part.",
    "Southwest": "Corn is grown in the U.S. Southwest for the most part.",
    "Space": "Tarn oats have flown with the U.S. Space force as well.",
    "State": "Growers wrote to the U.S. State department about oats.",
    "States": "Oats are grown in all the U.S. States but two.",
    "Steel": "The bins are made by the U.S. Steel works in Gary.",
    "Supreme": "The case is before the U.S. Supreme court at last.",
    "Surgeon": "What it told the U.S. Surgeon General was true.",
    "Tariff": "What it told the U.S. Tariff Commission was true.",
    "Tax": "The case is before the U.S. Tax court at last.",
    "Territories": "Tarn sells oats in the U.S. Territories as well.",
    "Trade": "The duty was set by the U.S. Trade envoy in May.",
    "Trademark": "The name was filed with the U.S. Trademark office in May.",
    "Treasuries": "The fund holds oats and U.S. Treasuries of two years.",
    "Treasury": "The loan is tied to the U.S. Treasury rate for two years.",
    "Trustee": "The sale was cleared by the U.S. Trustee in Boise.",
    "Veterans": "Tarn feeds guests of the U.S. Veterans agency as well.",
    "Virgin": "Tarn sells oats in the U.S. Virgin islands as well.",
    "West": "Oats are grown in the U.S. West for the most part.",
    "Women's": "Tarn oats are served at the U.S. Women's golf open.",
    "Women’s": "Tarn oats are served at the U.S. Women’s golf open.",
}
AFTER_TIME = (
    *("AEDT", "AEST", "Atlantic Time", "BST", "Beijing Time", "CDT", "CEST", "CET", "CST", "CT", "Central Time", "Daylight Time", "EDT", "EET", "EST", "ET"),
    *("Eastern Time", "Friday", "GMT", "Greenwich Mean Time", "HKT", "Hong Kong Time", "IST", "Israel Time", "JST", "London Time", "MDT", "MST", "MT"),
    *("Monday", "Mountain Time", "New York Time", "PDT", "PST", "PT", "Pacific Time", "Paris Time", "SGT", "Saturday", "Singapore Time", "Standard Time"),
    *("Sunday", "Thursday", "Tokyo Time", "Toronto Time", "Tuesday", "UK Time", "US Eastern Time", "UTC", "Vancouver Time", "Wednesday"),
)
RATED = "Its insurers are rated A or better by A.M. Best, an agency in New Jersey."
GOES_ON = [
    pytest.param("The mill that runs on the t. MX chip was moved to noon.", id="a letter by itself that is part of a name"),
    pytest.param("The figures follow U.S. Generally Accepted Accounting Principles in full.", id="an opener in a fixed phrase"),
    pytest.param("The figures follow U.S. GENERALLY ACCEPTED ACCOUNTING PRINCIPLES in full.", id="the same in capitals"),
    pytest.param("The call planned for 4:30 p.m. May 5 was moved to noon.", id="a month and a day"),
    pytest.param("What it told the U.S. “Oat Court” was true.", id="marks after a country without a quotation before"),
    pytest.param("Bins are made by Peel Mfg. Co. in Lima.", id="a suffix before another"),
    pytest.param("The option that B. Quist named was moved to noon.", id="an initial after another word"),
    pytest.param("The call planned for 4:30 p.m. ET/1:30 p.m. PT was moved to noon.", id="two zones"),
]
ENDS = [
    pytest.param("Oats are grown as told in part b. ¦The rest comes from Canada.", id="a letter by itself before an opener"),
    pytest.param("Oats flow at 12 Bcf/d. ¦Tarn came in third.", id="a letter after a slash"),
    pytest.param("Oats are grown in the U.S. ¦Growers like them for their price.", id="a name and its verb"),
    pytest.param("Oats are grown in the U.S. ¦Federated Mills has bought most of them.", id="a name that begins like a listed word"),
    pytest.param("Oats are grown in the U.S. ¦Courts have held that they are grain.", id="the plural of a listed word"),
    pytest.param("Oats are grown in the U.S. ¦TARN has two mills there.", id="a name in capitals and its verb"),
    pytest.param("Oats are grown in the U.S. ¦Generally, they are cut in August.", id="generally, as an opener"),
    pytest.param("Oats are grown in the U.S. ¦The rest comes from Canada.", id="an opener"),
    pytest.param("Oats are sold in Concourse B. ¦Growers like it there.", id="a place named by a letter"),
    pytest.param(
        "Oats are grown in the U.S. ¦Congress has voted on them in May.",
        id="a listed word that opens a sentence",
        marks=pytest.mark.xfail(reason="a listed word after U.S. goes on, whatever follows it"),
    ),
    pytest.param("The mill will now open at 9 a.m. ¦March has been its best month.", id="a month that opens a sentence"),
    pytest.param("The mill will now close at 6 p.m. ¦Pacifica Mills has longer hours.", id="a name that begins like a zone"),
    pytest.param("The mill will now open at 6 a.m. ¦Breakfast follows.", id="a word and a verb in the present"),
    pytest.param("“Oats are dear,” said Nora Quist of Tarn Foods U.S. ¦“They will be dearer.”", id="a quotation that goes on after a country"),
    pytest.param("The mill will now open at 6 a.m. ¦Doors close at noon.", id="a plural and its verb"),
    pytest.param("The mill will now close at 6 p.m. ¦Mondays will be the busiest days.", id="the plural of a day"),
    pytest.param("The mill will now close at 6 p.m. ¦Tarn’s growers will be told.", id="a possessive"),
    pytest.param(
        "The mill will now close at 6 p.m. ¦Eastern Mills has longer hours.",
        id="a zone that opens a sentence",
        marks=pytest.mark.xfail(reason="a listed word after a time goes on, whatever follows it"),
    ),
]


def check_need(monkeypatch: pytest.MonkeyPatch, name: str, word: str, text: str) -> None:
    assert mark(text) == text
    monkeypatch.setattr(abbreviations, name, getattr(abbreviations, name) - {word})
    assert mark(text) != text, "goes on without the word as well: choose a row that shows what the word is for, or drop it"


@pytest.mark.parametrize(("word", "text"), AFTER_COUNTRY.items(), ids=AFTER_COUNTRY)
def test_goes_on_after_a_country(monkeypatch: pytest.MonkeyPatch, word: str, text: str) -> None:
    check_need(monkeypatch, "_AFTER_COUNTRY", word, text)


def test_goes_on_with_a_rating_agency(monkeypatch: pytest.MonkeyPatch) -> None:
    check_need(monkeypatch, "_AFTER_TIME", "Best", RATED)


@pytest.mark.parametrize("phrase", AFTER_TIME)
def test_goes_on_after_a_time(monkeypatch: pytest.MonkeyPatch, phrase: str) -> None:
    check_need(monkeypatch, "_AFTER_TIME", phrase.split(maxsplit=1)[0], f"The call planned for 4:30 p.m. {phrase} was moved to noon.")


def test_every_listed_word_has_its_row() -> None:
    assert set(AFTER_COUNTRY) == set(words("after_country"))
    assert {"Best", *(phrase.split()[0] for phrase in AFTER_TIME)} == set(words("after_time"))


@pytest.mark.parametrize("marked", GOES_ON + ENDS)
def test_goes_on_or_ends(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked
