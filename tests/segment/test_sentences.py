"""Sentences: where the units of a release begin and end. In the rows a bar (¦) marks each cut; the text read has no bars."""

from __future__ import annotations

from textwrap import fill

import pytest
from tests.segment.conftest import cut, mark

from forelook.segment.ends import find_ends

ABBREVIATIONS = [
    pytest.param("Its unit, Tarn Foods (U.K.) Ltd., is in Bath. ¦Costs fell.", id="a country in brackets before a suffix"),
    pytest.param("It is sold abroad (as in the U.K.). ¦Limited lots sell well.", id="a country in brackets that ends a sentence"),
    pytest.param("TARN CORP. TODAY SAID THAT IT SOLD ITS MILL. ¦TERMS WERE NOT GIVEN.", id="a suffix after a name in capitals"),
    pytest.param("The mill runs from 6 a.m. to 10 p.m. ¦Night work pays more.", id="a noun and its verb after a time"),
    pytest.param("The oats ship at 5 p.m. Lima time this year. ¦Costs fell.", id="a town's time after a time"),
    pytest.param("The oats of Tarn Bros. Intl. Inc. were sold in May.", id="three suffixes"),
    pytest.param("Sales rose.* ¦Costs fell.[4] ¦Debt fell.†", id="marks of notes at a paragraph's end"),
    pytest.param("Tarn Foods, Inc. said that Mr. Peel and Ms. Ruiz will join its board in June. ¦The board then has nine members.", id="Inc., Mr., Ms."),
    pytest.param(
        "Tarn bought its mill from Peel Bros. Ltd. of Lima in 1988. ¦They moved in May.",
        id="Bros. before Ltd.",
    ),
    pytest.param("Tarn Foods Corp. and Peel Ltd. of St. Paul signed the lease vs. all advice of counsel. ¦They moved in May.", id="Corp., Ltd., St., vs."),
    pytest.param("The plant was built by Tarn Foods, Inc. ¦It employs ninety people in three shifts.", id="Inc. ends a sentence before an opener"),
    pytest.param(
        "The plant was sold to Tarn Foods, Inc. ¦Tarn Foods has owned the site next door since 1988.", id="Inc. ends a sentence before a name and its verb"
    ),
    pytest.param("The company filed its report with the U.S. Securities and Exchange Commission in March.", id="U.S. Securities"),
    pytest.param("Two thirds of all orders came from the U.S. ¦The rest came from Canada and from Mexico.", id="U.S. ends a sentence before an opener"),
    pytest.param("Shoppers in the U.S. bought more oat flakes than those in the U.K. and Ireland together.", id="U.S. before a verb"),
    pytest.param("The call begins at 4:30 p.m. Eastern Time and ends an hour later.", id="p.m. Eastern"),
    pytest.param("The call begins at 9:00 a.m. ¦A replay can be heard until Friday of next week.", id="a.m. ends a sentence before an opener"),
    pytest.param(
        "Tarn bought No. 7 Mill Road in Jan. 2004 from Dr. Ilse Kern of Ft. Wayne, Ind. and moved in by Sept. 30.", id="No., Jan., Dr., Ft., Ind., Sept."
    ),
    pytest.param("Tarn holds U.S. Patent Nos. 4,111,222 and 4,333,444, as set out in Sec. 3 and Fig. 2 of the filing.", id="Nos., Sec., Fig."),
    pytest.param("The vote was put to Lt. Gov. Amos Reed, Sen. Ida Cole, Rep. Max Oyelaran and Gen. Tom Fry.", id="offices"),
    pytest.param("Sites in Portland, Ore. and Tampa, Fla. were closed; those in Springfield, Mass. and Reno, Nev. stay open.", id="states"),
    pytest.param("Tarn (formerly Peel Corp.) makes oat flakes. ¦Its mill is old.", id="an abbreviation in brackets"),
    pytest.param("Yahoo! Inc. listed the shop first, and Tarn thanked it. ¦Orders doubled! ¦Tarn was glad.", id="Yahoo! Inc."),
]

NAMES_AND_NUMBERS = [
    pytest.param("The mill sells oats on Oat.Store, and Node.js runs its shop.", id="an address that goes on in a list"),
    pytest.param("In 1988 J. P. Hallam and Mary T. O'Dell founded the company, which R.J. Hallam now runs. ¦He is their nephew.", id="initials"),
    pytest.param(
        "J. P. Hallam founded the company in 1988. ¦His nephew runs it now.",
        id="initials that open a paragraph",
    ),
    pytest.param("Dividends are paid to holders of Series B. ¦The rest get none.", id="a lettered series ends a sentence"),
    pytest.param("Sales rose 4.5% to $12.25 million, or $.31 a share. ¦Costs fell 1.2%.", id="decimals"),
    pytest.param("Sales grew by 8 percent in 2011. ¦2012 will be harder, as oats cost more.", id="a figure opens a sentence"),
    pytest.param("Sales grew by 8 percent. ¦$4 million of that came from new shops.", id="a sum opens a sentence"),
    pytest.param("Sales grew by 8 percent. ¦eBay was the largest customer of the quarter.", id="a name in camel case opens a sentence"),
    pytest.param("The price of oats and flakes was one of the themes in the U.S.\n\n¦e-mail: quist@tarn.example", id="a country, and an address below it"),
    pytest.param("Readers find the menu at www.tarn.example. ¦It changes every week.", id="web address before the full stop"),
    pytest.param("Readers find the menu at http://www.tarn.example/menu\n . ¦It changes every week.", id="a stray blank and line break before the full stop"),
    pytest.param("Readers find the menu at www.tarn.example . ¦It changes every week.", id="a stray blank before the full stop"),
    pytest.param("Write to menu@tarn.example.com or to m.peel@tarn.example. ¦Answers take a day.", id="e-mail addresses"),
    pytest.param("Tarn Foods (NYSE: TRN.A) trades in New York. ¦Its bonds do not.", id="ticker"),
    pytest.param("The board thanked all hands… ¦Then it went to lunch in the mill's old canteen.", id="an ellipsis that ends a sentence"),
    pytest.param("Is oat the new wheat? ¦Tarn thinks so! ¦Its rivals do not.", id="question and exclamation"),
    pytest.param("Oats come first.¦Wheat comes second, and barley third of all.", id="a lost blank between sentences"),
    pytest.param("The shop is built with ASP.NET and listed on Mill.com, as its owners wished. ¦It is fast.", id="a product's name with a full stop inside"),
]

MARKS = [
    pytest.param('"We had a record year," said Nora Quist, president. ¦"Next year will be better."', id="straight quotation marks stay with their sentence"),
    pytest.param("“We had a record year.” ¦“Next year will be better.”", id="curly quotation marks stay with their sentence"),
    pytest.param('He called the mill "a joy to run." ¦Few agreed with him.', id="a closing mark after the full stop"),
    pytest.param("He called the mill a joy (few others did.) ¦It was closed in the same year.", id="a closing bracket after the full stop"),
    pytest.param(
        "The mill (built in 1901. It burned twice.) has been sold to the town. ¦A museum will open there.", id="a full stop inside brackets ends nothing"
    ),
    pytest.param("The mill was sold. ¦(It burned twice.) ¦A museum will open there.", id="a sentence in brackets"),
    pytest.param("Sales rose 4 percent.(1) ¦Costs fell.", id="a bracketed footnote mark"),
    pytest.param("Adjusted profit came to $3 million.¹ ¦Costs fell by a tenth.", id="a raised footnote mark"),
    pytest.param("Adjusted profit came to $3 million.⁴ ¦Costs fell by a tenth.", id="a raised mark of a later note"),
    pytest.param("Adjusted profit rose strongly.2 ¦Costs fell by a tenth.", id="a footnote number"),
    pytest.param("Adjusted profit rose strongly.* ¦Costs fell by a tenth.", id="an asterisk"),
    pytest.param("Tarn sells Oatly™. ¦Morning Mist® sells too, the latter mostly in jars.", id="trademark signs"),
]

LISTS = [
    pytest.param("Tarn will (a) close the mill; (b) sell the land; and (c) pay down its debt. ¦All this takes a year.", id="a lettered list in a sentence"),
    pytest.param("Risks include: (1) the price of oats; (2) weather. ¦Others are listed in our filings.", id="a numbered list in a sentence"),
    pytest.param(
        "The board approved three steps:\n\n¦• Close the mill. It is old.\n¦• Sell the land.\n\n¦All take a year.",
        id="items on lines of their own are one unit each",
    ),
    pytest.param(
        "Sales rose once more.\n\n¦  Net sales          $41,206     $38,117\n  Cost of sales       22,140      21,006\n\n¦Costs fell once more.",
        id="a table is one unit",
    ),
    pytest.param(
        "The fund holds two mills:\n\n¦Lima: 200 tons a day, bought at $4 million. It runs day and night.\n\n¦Boise: 90 tons a day. It is old.",
        id="paragraphs that open with a label, which a lead-in announces, are items",
    ),
    pytest.param(
        "The fund holds two mills:\n\n¦Lima Mill: ¦The mill grinds 200 tons a day. ¦It runs day and night.\n\n¦Boise Mill: ¦The mill grinds 90 tons a day.",
        id="a title that a sentence follows is cut off there, too",
    ),
    pytest.param("Outages could occur, (iii) prices fall,\n(iv) growers leave. ¦All are named in our filings.", id="a number that a wrapped line begins with"),
    pytest.param("The notes of both funds (Tarn Oats I and Tarn Oats\nII) are due in May. ¦They bear 4 percent.", id="a number in brackets that wrap"),
]

RUN_IN = [
    pytest.param("Outlook. ¦We expect a quiet summer at the mill.", id="a word and a full stop"),
    pytest.param("Balance Sheet and Cash Flow: ¦The company had $4 million in cash at the end of June.", id="words and a colon"),
    pytest.param("About Tarn Foods: ¦Tarn Foods mills oats for bakers in nine states.", id="About Tarn Foods:"),
    pytest.param("About Tarn Foods ¦Tarn Foods mills oats for bakers in nine states.", id="About Tarn Foods without a mark"),
    pytest.param("Forward-Looking Statements – ¦This release speaks of the future in several places.", id="words and a dash"),
    pytest.param("Tarn Foods said: its mill in Ohio will close by the end of the year.", id="a clause and a colon is no title"),
    pytest.param("Where: Tarn Mill, 7 Mill Road, Lima, Ohio.", id="a logistics line keeps its word"),
    pytest.param("Peel Corp. bought the mill from the town in 1988 for a dollar.", id="an abbreviation is no title"),
    pytest.param("About TarnTarn Foods mills oats for bakers in nine states.".replace("TarnTarn", "Tarn¦Tarn"), id="About and a name, glued to its sentence"),
    pytest.param("About Oat-Ade Tarn¦Oat-Ade is a drink of oats that is sold in nine states.", id="About and a name with a hyphen, glued"),
    pytest.param("Camp and Mill Installations¦The last permit was received from the town on Friday.", id="a heading glued to an opener"),
    pytest.param("Outlook and Harvest      ¦The mill expects a quiet summer in all nine states.", id="several blanks after a title"),
    pytest.param("Amos Reed  ¦Amos Reed ran the mill at Lima for eleven years.", id="a name, several blanks, and the name again"),
    pytest.param("PRELIMINARY FIGURES ¦The figures for the last quarter have not been audited yet.", id="a title in capitals before its sentence"),
    pytest.param("THE MILL HAD STOOD STILL SINCE JUNE. ¦IT MAKES 400 TONS A DAY.", id="a short sentence in capitals"),
    pytest.param("Sales ended well. ¦CAUTIONARY WORDS ON THE FUTURE ¦This release speaks of it in several places.", id="a cautionary title inside a paragraph"),
    pytest.param("Reworked Drying Cylinders ¦The old cylinders at the Lima mill had run since 1912.", id="a title in title case before its sentence"),
    pytest.param(
        "Sales by state are given in bushels.\n\n¦1    All figures are rounded to the nearest hundred bushels.", id="the number of a footnote is no title"
    ),
    pytest.param("Tarn  Foods  milled  more  oats  In  all  nine  states  than  Peel did.", id="wide blanks in a justified line part nothing"),
    pytest.param("Tarn Foods Reported  The Best Summer of All was its headline.", id="a clause before several blanks is no title"),
    pytest.param("NEW YORK In the papers of that town the mill was never named.", id="a short word in capitals is no title"),
    pytest.param("Tarn Foods The Oat Mill is the name over the door at Lima.", id="capitals that go on are one name"),
    pytest.param("OHIO PROUD¦Growers came to Ohio in 1912, and stayed.", id="a heading in capitals glued to its sentence"),
    pytest.param("About Tarn Foods  ¦Founded in 1912, Tarn Foods mills oats for bakers.", id="About and a wide gap"),
    pytest.param("LinkedIn is where Tarn Foods posts its offers of work.", id="a name with a capital inside is no seam"),
    pytest.param("Forward-Looking Statements ¦This release speaks of the future in several places.", id="the legend's title without a mark"),
    pytest.param("Cautionary note regarding forward-looking information: ¦This release speaks of the future.", id="the legend's title in small letters"),
    pytest.param("Why It Is Important: ¦The mill brings growers closer to bakers, as it did before.", id="a question as a title"),
    pytest.param("Risk Disclaimer: ¦Oat trading involves risks, including those of the weather.", id="a title before a noun and its verb"),
    pytest.param("Transparency: Watch the price of oats in real time on any screen.", id="a label and what it offers"),
    pytest.param("Institution: Peel College of Lima, Ohio.", id="a label and a name"),
    pytest.param("Note 5: In December 2001 the mill recorded a charge.", id="a numbered note keeps its number"),
    pytest.param("Best Oats – Tarn Foods was named first of nine mills.", id="a dash before a name cuts off nothing"),
    pytest.param('Nora Quist, President of Tarn Foods ¦"We are glad of the quarter and of the work that was done in it."', id="who speaks, and what is said"),
    pytest.param("Sales rose again in 2019.¦About Tarn Foods, Inc.¦Tarn Foods mills oats for bakers.", id="About after a lost line end"),
    pytest.param("About Tarn Foods, Inc. ¦We mill oats for bakers in nine states.", id="About and a suffix before an opener"),
    pytest.param("About Tarn Foods ¦Founded in 1912, Tarn Foods mills oats for bakers.", id="About before a participle"),
    pytest.param("About the survey¦A total of 158 bakers took part in it, of whom half buy the flakes of Tarn.", id="About a thing, glued to an article"),
    pytest.param(
        "Sales rose again. Oats for All¦The mill sells oats in nine states.".replace(". O", ". ¦O"), id="a heading glued to a sentence inside a paragraph"
    ),
    pytest.param("Operations¦Nora Quist will run the mill. ¦Under Ms. Quist operations were moved.", id="a word that stands elsewhere glued to a name"),
    pytest.param("A Mill on the River¦Tarn Foods makes its flakes by water. ¦Few like Tarn do so.", id="a heading that begins with an article"),
    pytest.param("Study Results¦TARN (90 bakers) and PEEL (40 bakers) were surveys. ¦The results of TARN came first.", id="a heading glued to capitals"),
    pytest.param("ExpressMill’s fleet includes boats. ¦The express boat is the fastest.", id="a name in camel case and what it owns"),
    pytest.param("All Grain WaterMills clients can sell on the river. ¦The mills are old.", id="a determiner begins no heading"),
    pytest.param(
        'Amos Reed, baker, Peel Oat Shops of Lima¦"We are glad of the quarter and of the work that was done in it."', id="a byline glued to a straight mark"
    ),
    pytest.param("Quotes¦“We are glad of the quarter and of the work that was done in it.”", id="a known word glued to a mark"),
    pytest.param("Amos Reed, baker, notes “We are glad of the quarter and of the work that was done in it.”", id="who notes what is said"),
    pytest.param("Who buys Oats now¦The survey shows that bakers do, and that growers do not.", id="a heading in small letters glued to an opener"),
    pytest.param("Sales rose in the region of theCompany and its mills.", id="a blank lost after an article is no seam"),
    pytest.param("TarnNet will carry the prices of all mills. ¦TarnNet has 90 users.", id="a name in camel case that stands there twice"),
    pytest.param("About TRN:¦TRN mills oats for bakers in nine states.", id="About, a name and a colon, glued"),
    pytest.param("Safe Harbor Statement ¦We may make statements of the future in this release.", id="a legend in the first person"),
    pytest.param("Prices are at www.\n\nTarnOats.com. ¦They change often.", id="an address that a blank line tears"),
    pytest.param("Prices are at http://www.\n\nTarnOats.com. ¦They change often.", id="an address with its scheme that a blank line tears"),
    pytest.param("Nora Quist holds a Ph.\n\nD. in chemistry from Boise. ¦She came to Lima in May.", id="a torn degree that looks like an item"),
    pytest.param("The report of the mill ends with its maps. ¦They are old.\n\n¦D. Maps of the mill and of Lima", id="a letter that numbers an item"),
    pytest.param(
        '"We start in Fargo in June," said Peter Lind. ¦"We finish by Labor Day.\n\n¦Then we rest.\n\n"\n\n¦Costs fell in all nine states.',
        id="a mark parted from a quotation that an earlier paragraph opens",
    ),
    pytest.param(
        '"We start in Fargo in June.\n\n¦The mill rests until then.\n\n¦"\n\nWe finish by Labor Day," said Peter Lind.',
        id="a mark parted from the quotation that it opens",
    ),
    pytest.param(
        'Peter Lind said that 2" pipes of Lima failed.\n\n¦"We start in Fargo in June," said Peter Lind. ¦"We finish by Labor Day.\n\n"\n\n¦Costs fell in Ohio.',
        id="a parted mark closes what the last mark opened, though marks do not come in pairs",
    ),
    pytest.param(
        'Peter Lind said: "We start in June. ¦The mill "closes the circle" for us. ¦It will be ready.\n\n"\n\n¦Nora Quist said, "It will be cold.\n\n"\n\n¦Costs fell.',
        id="a parted mark closes what holds another quotation",
    ),
    pytest.param(
        'The mill at Lima was sold to its growers.\n\n¦"\n\nThey have run it well and will run it better," said Peter Lind. ¦"It is their mill.\n\n"\n\n¦Costs fell.',
        id="a parted mark opens where no quotation is open",
    ),
    pytest.param(
        'The mill was named among the best of the nine states in Lima.¦"\n\nWe are glad of it, and so are all who work here," said Peter Lind.',
        id="a mark at a paragraph's end that opens the next one",
    ),
    pytest.param(
        'The mill at Lima was named "the best of the nine states that grow oats."\n\n¦We are glad of it, Peter Lind said, of the mill called "Oat Rock."',
        id="a mark at a paragraph's end that closes its quotation",
    ),
    pytest.param("The mill in Lima is now led by Nora Quist, Ph.\n\nD., who came from Boise. ¦She came in May.", id="a degree that a blank line tears"),
    pytest.param(
        "Tarn Foods announced the t.\n\nMX 8 mill, its first of glass. ¦The t.\n\nMX 8 mill runs on wind.", id="a name with a full stop that a blank line tears"
    ),
    pytest.param("The mill is old, as told in part b.\n\n¦The part was left out here.", id="a letter by itself at a paragraph's end"),
    pytest.param(
        "The price of oats and flakes was one of the themes of all U.S.\n\nelections of that year. ¦It rose.",
        id="a country that a blank line parts from its noun",
    ),
    pytest.param("(Photo: Tarn Foods) ¦The mill opened in May.", id="the credit of a picture"),
    pytest.param("The mill opened in May. ¦View original content: https://www.tarn.example/1", id="the line that a wire adds"),
    pytest.param("Lima, Ohio. ¦Tarn closed the mill there in the summer of 1988.", id="a place with a comma is no title but a sentence"),
]

DATELINES = [
    pytest.param("LIMA, Ohio--()--¦Tarn Foods, Inc. today opened a mill.", id="a wire's name that was a picture"),
    pytest.param("[LIMA, Ohio] March 5, 2021 -- ¦Tarn Foods, Inc. today opened a mill.", id="a place in square brackets"),
    pytest.param("Lima, Ohio / London, England – 3 May 2021 – ¦Tarn Foods sold oats.", id="two places with a stroke"),
    pytest.param("LIMA, Ohio, March 5 /PRNewswire/ -- ¦Tarn Foods, Inc. today opened a mill.", id="PRNewswire"),
    pytest.param("LIMA, Ohio , March 5 /PRNewswire-FirstCall/ -- ¦Tarn Foods, Inc. today opened a mill.", id="PRNewswire-FirstCall with a stray blank"),
    pytest.param("LIMA, Ohio--(BUSINESS WIRE)--March 5, 2004--¦Tarn Foods, Inc. today opened a mill.", id="Business Wire of 2004"),
    pytest.param("LIMA, Ohio--(BUSINESS WIRE)--¦Tarn Foods, Inc. (NYSE: TRN) today opened a mill.", id="Business Wire of 2020"),
    pytest.param("LIMA, Ohio, March 05, 2019 (GLOBE NEWSWIRE) -- ¦Tarn Foods, Inc. today opened a mill.", id="GlobeNewswire"),
    pytest.param("LIMA, OH / ACCESSWIRE / March 5, 2021 / ¦Tarn Foods, Inc. today opened a mill.", id="ACCESSWIRE"),
    pytest.param("Lima, Ohio--(Newsfile Corp. - March 5, 2021) - ¦Tarn Foods, Inc. today opened a mill.", id="Newsfile"),
    pytest.param("LIMA, Ohio -- March 5, 1996 -- ¦Tarn Foods, Inc. today opened a mill.", id="place and date between dashes"),
    pytest.param("LIMA, Ohio, March 5, 1996 -- ¦Tarn Foods, Inc. today opened a mill.", id="place, date and dash"),
    pytest.param("LIMA, Ohio, Mar. 5, 2015 – ¦Tarn Foods, Inc. today opened a mill.", id="an en dash and a short month"),
    pytest.param("Lima, Ohio – March 5, 2015 — ¦Tarn Foods, Inc. today opened a mill.", id="small letters, two kinds of dash"),
    pytest.param(
        "(March 5, 2015) Lima, Ohio – ¦Tarn Foods, Inc. today opened a mill.",
        id="the date first",
    ),
    pytest.param("LIMA, Ohio, 5 March 2015 -- ¦Tarn Foods, Inc. today opened a mill.", id="day before month"),
    pytest.param("LIMA -- ¦Tarn Foods, Inc. today opened a mill.", id="a town in capitals and a dash"),
    pytest.param("LIMA, Ohio | March 5, 2019 | ¦Tarn Foods, Inc. today opened a mill.", id="bars"),
    pytest.param("Lima, Ohio, March 5, 2019 \u2010 ¦Tarn Foods, Inc. today opened a mill.", id="the Unicode hyphen"),
    pytest.param("(LIMA, OH) March 5, 2019 - ¦Tarn Foods, Inc. today opened a mill.", id="the place in brackets"),
    pytest.param("March 5, 2019 – TheNewswire - Lima, OH - ¦Tarn Foods, Inc. today opened a mill.", id="date, wire, place"),
    pytest.param("LIMA, OHIO –TheNewswire - (March 5, 2019) – ¦Tarn Foods, Inc. today opened a mill.", id="the wire glued to its dash"),
    pytest.param("THURSDAY, MARCH 5, 2019 – LIMA – ¦Tarn Foods, Inc. today opened a mill.", id="a weekday in capitals before the place"),
    pytest.param("[Lima, Ohio, March 5, 2019] ¦Tarn Foods, Inc. today opened a mill.", id="square brackets"),
    pytest.param("LIMA — BOISE, Idaho, March 5, 2019 (GLOBE NEWSWIRE) — ¦Tarn Foods, Inc. today opened a mill.", id="two places and dashes"),
    pytest.param("LIMA, Ohio, March 5, 2019 (GLOBE NEWSWIRE) -- via TBN – ¦Tarn Foods, Inc. today opened a mill.", id="two wires"),
    pytest.param("LIMA, Ohio--(BUSINESS WIRE)--\n(NYSE: TRN) – ¦Tarn Foods, Inc. today opened a mill.", id="the ticker after the wire"),
    pytest.param("LIMA, Ohio, March 5, 2019 (GLOBE NEWSWIRE) — ¦oats, a leading shop, today opened a mill.", id="before a name in small letters"),
    pytest.param("March 5, 2019, LIMA, Ohio -- ¦Tarn Foods, Inc. today opened a mill.", id="the date first, a comma after it"),
    pytest.param("[LIMA, OH – March 5, 2019] – ¦Tarn Foods, Inc. today opened a mill.", id="square brackets"),
    pytest.param("Lima, Ohio • March 5, 2019 • ¦Tarn Foods, Inc. today opened a mill.", id="bullets between the parts"),
    pytest.param("LIMA, OH — BOISE, ID — RENO, NV — March 5, 2019 (GLOBE NEWSWIRE) — ¦Tarn Foods, Inc. opened a mill.", id="three places"),
    pytest.param("LIMA, Ohio, March 5, 2019 (GLOBE NEWSWIRE) -- ¦eOats Inc. today opened a mill.", id="before a name in camel case"),
    pytest.param("LIMA, Ohio, March 5, 2019 (GLOBE NEWSWIRE) -- OAT FAIR -- ¦Tarn Foods, Inc. today opened a mill.", id="a fair in capitals"),
    pytest.param("LIMA, Ohio, March 5, 2019 /PRNewswire/ -- Peel Oat Fair 2019 – ¦Tarn Foods, Inc. today opened a mill.", id="a fair and its year"),
    pytest.param("LIMA, Ohio, March 5, 2019 /PRNewswire/ -- ¦TARN FOODS – the oldest of all mills – opened a shop.", id="a name and its apposition"),
]
NO_DATELINES = [
    pytest.param("May 3, 2021 – the day on which the mill opened – was wet.", id="small words after a date and a dash"),
    pytest.param("LIMA – the mill and the town that grew up with it – turned 50 on May 3, 2021.", id="small words after a dash"),
    pytest.param("[Oats] and rye rose on March 5, 2019, in Lima.", id="a word in square brackets"),
    pytest.param("THURSDAY, MARCH 5, was the day on which Tarn Foods opened its mill.", id="a weekday in capitals that opens a sentence"),
    pytest.param("UPDATE - Tarn Foods, Inc. Opens Mill", id="a notice before a headline"),
    pytest.param("OATS PRECEDENT - TWO MILLS RUN ONE OF THE OLDEST SHOPS", id="a dash in a headline in capitals"),
    pytest.param("Tarn Foods Common/Preferred Stock — Dividend/Distribution", id="slashes in a headline"),
    pytest.param("Tarn Foods opened a mill in Lima, Ohio -- the third in five years -- and a shop beside it.", id="a dash in a sentence"),
    pytest.param("On March 5, 2019, Lima, Ohio – the home of the mill – had snow.", id="a date and a place in a sentence"),
    pytest.param("In Lima, on March 5, 2019 - the jubilee of the mill - Tarn Foods, Inc. opened a shop.", id="a sentence that begins with a place and a day"),
    pytest.param("March 5, 2019 was a good day for Tarn Foods - its new mill opened and orders came in.", id="a date in a sentence"),
]


@pytest.mark.parametrize("marked", ABBREVIATIONS)
def test_abbreviations(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", NAMES_AND_NUMBERS)
def test_names_and_numbers(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", MARKS)
def test_closing_marks(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", LISTS)
def test_lists(marked: str) -> None:
    # a bullet's indent stands before its unit, so the bar stands after the indent
    assert mark(marked.replace("¦", "")).split() == marked.replace("¦  ", "  ¦").split()


@pytest.mark.parametrize("marked", RUN_IN)
def test_run_in_headings(marked: str) -> None:
    text = marked.replace("¦", "")
    assert mark(text) == marked
    if marked.count("¦") == 1 and "comma" not in text:
        assert [unit.kind for unit in cut(text)] in (["title", "sentence"], ["sentence", "sentence"])


@pytest.mark.parametrize("marked", DATELINES)
def test_datelines(marked: str) -> None:
    text = marked.replace("¦", "")
    assert mark(text) == marked
    assert [unit.kind for unit in cut(text)] == ["dateline", "sentence"]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_no_datelines(text: str) -> None:
    assert mark(text) == text


@pytest.mark.parametrize("width", [56, 66, 76, 80])
@pytest.mark.parametrize("marked", [row for row in ABBREVIATIONS + NAMES_AND_NUMBERS + MARKS if len(row.values[0]) > 100 and not row.marks])
def test_a_wrapped_line_is_no_boundary(marked: str, width: int) -> None:
    text = " ".join(marked.replace("¦", "").split())
    wrapped = fill(text, width, break_on_hyphens=False, break_long_words=False)
    assert "\n" in wrapped
    assert [(unit.start, unit.end) for unit in cut(wrapped)] == [(unit.start, unit.end) for unit in cut(text)]


def test_the_dateline_is_cut_off_once() -> None:
    text = "LIMA, Ohio, March 5 /PRNewswire/ -- Tarn Foods opened a mill.\n\nLIMA -- Tarn Foods said that it would open another.\n"
    assert [unit.kind for unit in cut(text)].count("dateline") == 1


def test_a_heading_glued_to_a_name_that_stands_elsewhere() -> None:
    text = "Oats are milled by Tarnfoods in Lima.\n\nSales of the QuarterTarnfoods has sold more oats than ever before.\n"
    assert [(unit.kind, text[unit.start : unit.end]) for unit in cut(text)][1:] == [
        ("title", "Sales of the Quarter"),
        ("sentence", "Tarnfoods has sold more oats than ever before."),
    ]
    assert [unit.kind for unit in cut("Sales at QuarterTarn have risen more than ever before in the year.")] == ["sentence"]


def test_a_dateline_glued_to_its_headline() -> None:
    text = "Tarn Foods Opens Mill for OatsLIMA, Ohio, March 5, 2019 /PRNewswire/ -- Tarn Foods, Inc. today opened a mill.\n"
    assert [(unit.kind, text[unit.start : unit.end]) for unit in cut(text)] == [
        ("heading", "Tarn Foods Opens Mill for Oats"),
        ("dateline", "LIMA, Ohio, March 5, 2019 /PRNewswire/ --"),
        ("sentence", "Tarn Foods, Inc. today opened a mill."),
    ]


def test_a_dateline_after_a_headline_of_two_sentences() -> None:
    text = "The release was issued in error. The corrected release follows:LIMA, Ohio, March 5, 2019 /PRNewswire/ -- Tarn Foods, Inc. today opened a mill.\n"
    assert [(unit.kind, text[unit.start : unit.end]) for unit in cut(text)][1:] == [
        ("sentence", "The corrected release follows:"),
        ("dateline", "LIMA, Ohio, March 5, 2019 /PRNewswire/ --"),
        ("sentence", "Tarn Foods, Inc. today opened a mill."),
    ]


def test_a_wire_by_itself_does_not_stand_for_the_dateline() -> None:
    text = "(TheNewswire)\n\nLima, Ohio – March 5, 2019 – Tarn Foods, Inc. opened a mill.\n"
    assert [unit.kind for unit in cut(text)] == ["dateline", "dateline", "sentence"]


def test_ends_are_where_one_sentence_stops_and_the_next_begins() -> None:
    text = "Oats rose.  Wheat fell. Barley held"
    assert [(text[:end], text[start:]) for end, start in find_ends(text, 0, len(text))] == [
        ("Oats rose.", "Wheat fell. Barley held"),
        ("Oats rose.  Wheat fell.", "Barley held"),
    ]


def test_ends_are_sought_between_start_and_end_only() -> None:
    text = "One. Two. Three. Four."
    assert find_ends(text, 5, 16) == [(9, 10)]


BODY = "Tarn Foods opens a mill for oats in Lima, Ohio\n\nTarn Foods opened a mill in Lima today.\n\nIt will grind oats for bakers in nine states.\n\n"
CAPTIONS = [
    pytest.param("Amos Reed, baker, looks at the oats of the mill.\n----------------------------\n", "title", id="underlined by a rule"),
    pytest.param("Tarn Foods opens a mill for oats in Lima, Ohio\n", "title", id="the headline again"),
    pytest.param("Tarn Foods opens a shop for oats in Reno, Nevada\n", "heading", id="another headline"),
    pytest.param("Amos Reed, baker, looks at the oats of the mill.\n\n----------------------------\n", "sentence", id="a rule after a blank line"),
]


@pytest.mark.parametrize(("caption", "kind"), CAPTIONS)
def test_captions_at_the_end(caption: str, kind: str) -> None:
    text = BODY + "Oats are milled at night, when the mill is cool, and sent down the river by day.\n\n" + caption
    assert [unit.kind for unit in cut(text) if text[unit.start] in "AT"][-1] == kind
    underlined = "Tarn Foods opened a mill in Lima today.\n------------------\n\n" + BODY
    assert cut(underlined)[0].kind == "sentence"


CREDITS = [
    pytest.param("Tarn Foods opened a mill in May. It mills oats by night. (Credit: Nora Quist/Tarn Foods)", ["title"], id="what is said of a picture"),
    pytest.param(
        "This press release features multimedia. View the full release here: https://wire.example/news/home/20190402005150/en/ Tarn Foods opened a mill in May. It stands in Lima, Ohio, where oats are milled by night and sent down the river by day. (Photo: Wire)",
        ["title"],
        id="a picture that a wire shows",
    ),
    pytest.param("Tarn Foods opened a mill in May. It mills oats by night. (Photo: Wire)", ["sentence", "sentence", "title"], id="a wire's credit after prose"),
    pytest.param(
        "Tarn Foods opened a mill in May. It mills oats by night. (Credit: $2 million)\nIt is old.", ["sentence"] * 3, id="a credit inside a paragraph"
    ),
]


@pytest.mark.parametrize(("text", "kinds"), CREDITS)
def test_pictures_with_their_credits(text: str, kinds: list[str]) -> None:
    assert [unit.kind for unit in cut(text)] == kinds
