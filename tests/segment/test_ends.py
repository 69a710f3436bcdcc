"""Ends of sentences, as pySBD's golden rules for English ask for them, in sentences of our own, and kinds found in releases since.

A bar (¦) marks each cut; the text read has no bars.
"""

from __future__ import annotations

import pytest
from tests.segment.conftest import mark

GOLDEN = [  # rules 1 to 30 and 38 to 48 of pySBD (Sadvilkar and Neumann 2020), those inside a paragraph
    pytest.param("Oats rose. ¦Wheat fell in the spring.", id="full stop"),
    pytest.param("Will oats rise? ¦Wheat fell in the spring.", id="question mark"),
    pytest.param("Oats rose at last! ¦Wheat fell in the spring.", id="exclamation mark"),
    pytest.param("The mill was run by Nora E. Quist of Lima.", id="an initial"),
    pytest.param("Prices are given on p. 55 of the report.", id="p. before a number"),
    pytest.param("Were Tarn and co. at the fair in Lima?", id="co. inside"),
    pytest.param("The sale to Peel, Quist & Co. closed at noon.", id="Co. inside"),
    pytest.param("Ask Tarn and co. ¦They should know.", id="co. at the end"),
    pytest.param("The mill was sold to Peel, Quist & Co. ¦It closed last year.", id="Co. at the end"),
    pytest.param("Growers can see Mt. Hood from the mill.", id="Mt."),
    pytest.param("St. Paul's Hall stands on 5th st. near the river.", id="St. and st."),
    pytest.param("That is Peel Jr.'s mill.", id="Jr.'s"),
    pytest.param("Growers of the U.S.A. sold more oats last year.", id="U.S.A. inside"),
    pytest.param("Tarn sells oats in the E.U. ¦How is it doing there?", id="E.U. at the end"),
    pytest.param("Tarn sells oats in the U.S. ¦How is it doing there?", id="U.S. at the end"),
    pytest.param("Tarn supplies the U.S. Government in Virginia.", id="U.S. Government"),
    pytest.param("Tarn has sold oats in the U.S. for 20 years.", id="U.S. before a small letter"),
    pytest.param("At 5 a.m. Mr. Peel went to the mill. ¦He left the mill at 6 P.M. ¦Mr. Peel then went to the shop.", id="a.m. and P.M."),
    pytest.param("Oats cost $100.00 a ton.", id="a sum"),
    pytest.param("Oats cost $100.00. ¦It is a fair price.", id="a sum at the end"),
    pytest.param("Tarn runs a mill (it had run a shop for five years.) in the valley.", id="a sentence in brackets inside another"),
    pytest.param("Write to Nora.Quist@tarn.example. ¦She answers within a day.", id="an address of electronic mail"),
    pytest.param("Prices are at https://www.tarn.example/50.2/list_of_prices.html. ¦Please look them up.", id="a web address"),
    pytest.param("She turned to the growers, 'This is the last mill.' she said.", id="single marks"),
    pytest.param('She turned to the growers, "This is the last mill." she said.', id="double marks"),
    pytest.param('She turned to the growers, "This is the last mill." ¦She held up a picture of it.', id="double marks at the end"),
    pytest.param("Oats rose!! ¦Wheat fell in the spring.", id="!!"),
    pytest.param("Oats rose?? ¦Who would have thought it?", id="??"),
    pytest.param("Oats rose!? ¦Is that so?", id="!?"),
    pytest.param("Oats rose?! ¦Is that so?", id="?!"),
    pytest.param("This sentence is\ncut in the middle because it was printed.", id="a line's end"),
    pytest.param("It was a cold \nnight at the mill.", id="a line's end after a blank"),
    pytest.param("The patent has N°. 1026.253.553. ¦That is what counts.", id="N°."),
    pytest.param("She worked at Yahoo! in the accounting department.", id="Yahoo!"),
    pytest.param("The mill is run by you and I. ¦Did you see Nora I. Quist yesterday?", id="I at the end, and as an initial"),
    pytest.param("Nora Quist holds that in a dry year, “the price of oats will rise by itself. . . .”", id="dots with blanks"),
    pytest.param('"Tarn [...] used the old mill as a store [...]" (Quist 55).', id="dots in brackets"),
    pytest.param(
        "Where the price is left out, a line of dots is set (with a blank on either side) . . . . ¦Next comes the weight.", id="four dots with blanks"
    ),
    pytest.param("Nobody had meant that.... ¦She left the mill.", id="four dots"),
    pytest.param(
        "Oats are rising ... well, what growers hope ... see . . . what they say, the thing is . . . They did not mean it.",
        id="dots that leave out",
        marks=pytest.mark.xfail(reason="a capital after three dots opens a sentence"),
    ),
    pytest.param(
        "One further price that fell . . . was that of the flakes in tins. ¦. . . The habit was not given up. . . .",
        id="dots that open",
        marks=pytest.mark.xfail(reason="dots after a full stop are its own"),
    ),
]

AFTER_NAMES = [
    pytest.param("One in ten thousand people is born with Hemophilia A. ¦People with it know the mill.", id="a lettered illness ends a sentence"),
    pytest.param("© Copyright 2019 Tarn Foods, Inc. ¦Tarn Foods, the mill and its logo are marks of Tarn.", id="a copyright"),
    pytest.param("All of it is told as asked for by GAAP.¦Glossary of the mill and its words.", id="capitals glued to a word"),
    pytest.param("TARN FOODS SAID THAT MR. PEEL RUNS ITS NO. 4 MILL IN LIMA. ¦THE MILL IS OLD.", id="a number and a form of address in capitals"),
    pytest.param("The growers asked for more. ¦Tarn SAID NO. ¦THE MILL IS OLD.", id="a no in capitals"),
    pytest.param("The mill stands on Main St. ¦The shop is in St. Paul, and by Rev. Rul. 90-11 it is old.", id="St. that ends a sentence, Rev. Rul."),
    pytest.param("Capt. Amos Reed took Flt. No. 12 to Lima.", id="Flt."),
    pytest.param("Tarn files all of it with the SEC. ¦Growers may read it there.", id="a body in capitals that looks like an abbreviation"),
    pytest.param("Bags of 7.0 oz. Cheddar flakes and cans of 6.5 oz. Oat bran are sold in Lima.", id="oz."),
    pytest.param("Amos Reed a.k.a. The Oat Man came to the mill with Dr.-Ing. Michael Lind.", id="a.k.a. and Dr.-Ing."),
    pytest.param("In Lima, Tarn MillsCorp. (TSXV: TRN) (“Tarn” or the “Company”) opened a mill.", id="a ticker after a suffix"),
    pytest.param("A mill was opened in Lima by the growers. ¦(Photo: Tarn Foods)", id="a credit after a sentence"),
    pytest.param("Growers sell at Oat.Market in Lima. ¦As Oat.Market grows, its fees fall.", id="a name with a full stop, again and again"),
    pytest.param("To join the Oat Men (or so… Oat Friends) and bakers, write to Lima.", id="an ellipsis in brackets"),
    pytest.param("ALL OF THIS IS SUBJECT TO CHANGE AFTER SUCH DATE.¦READERS SHOULD NOT RELY ON IT.", id="capitals glued to capitals"),
    pytest.param("Tarn Foods Inc. Chief Executive Nora Quist said that sales rose.", id="an office after a suffix"),
    pytest.param("Holders of Tarn Foods Inc. Class A Common Stock will receive $4.00 a share.", id="a class of stock after a suffix"),
    pytest.param("Peel & Co. LLC has agreed to buy the mill.", id="a suffix after a suffix"),
    pytest.param("The mill of Peel & Co. L.P. closed in May.", id="a suffix with a full stop after a suffix"),
    pytest.param("Tarn oats are sold in the U.S. Navy’s own stores.", id="what belongs to an agency"),
    pytest.param("PEEL MILLS INC. (NYSE: PLM), a maker of flakes, said that sales rose.", id="a suffix in capitals before a ticker"),
    pytest.param("Shares of PEEL CORP. Common Stock rose in the quarter.", id="a suffix in capitals before a name"),
    pytest.param("The mill was sold to PEEL MILLS INC. ¦The price was not disclosed.", id="a suffix in capitals ends a sentence"),
    pytest.param("PEEL MILLS CORP. TO BUY TARN CO. FOR $40 MILLION IN CASH THIS YEAR.", id="a suffix in capitals before a link"),
    pytest.param("THE MILL WAS SOLD TO PEEL CORP. ¦FOR MORE INFORMATION, VISIT TARN.", id="a suffix in capitals before an opener"),
    pytest.param("Peel bought the shares of Tarn Acquisition Corp. I; the vote is in May.", id="the number of a fund"),
    pytest.param("Approx. 40 percent of sales came from a mill on Rte. 9 near Lima.", id="Approx. and Rte."),
    pytest.param("peel mills inc. (NYSE: PLM) said that sales rose.", id="a suffix in small letters"),
    pytest.param("The mill was built by Tarn Foods, Inc. ¦Peel Mills, a leading buyer of oats, has since bought it.", id="a name and its apposition"),
    pytest.param("Oats are grown throughout the U.S. ¦Peel Mills operates two mills in Ohio.", id="a name and its verb after U.S."),
    pytest.param("The lists are sold in the U.S. ¦Customers can ask for one at any shop.", id="one word and a small one after U.S."),
    pytest.param("Tarn supplies the U.S. Forest Service and the U.S. Army is its customer, too.", id="agencies after U.S."),
    pytest.param("Tarn opened the largest of U.S. Oat shops in Lima.", id="what is American without an article"),
    pytest.param("The call begins at 4:30 p.m. ¦Tarn Foods will post the slides on its site.", id="a name and its verb after p.m."),
    pytest.param("The call begins at 4:30 p.m. New York time on Friday.", id="a place after p.m."),
    pytest.param("Tarn sells flakes, bran, husks, etc. ¦Peel was founded in Boise.", id="etc. at the end"),
    pytest.param("The study by Peel et al. [2004] found oats to last.", id="et al. before a bracket"),
    pytest.param("The sale is expected to close in Dec. ¦The buyer pays in cash.", id="a month ends a sentence"),
    pytest.param("The sale closed on Dec. 12 in Lima.", id="a month before a day"),
    pytest.param(
        "The mill stands in Lima, Ohio, and a shop in Portland, Ore. ¦“While we had hoped for more, it is a start,” he said.", id="a state before a mark"
    ),
    pytest.param("Growers that have tried both, J.D. Peel found, prefer oats.", id="initials are no degree"),
    pytest.param("Growers of Yahoo! Mail fame wrote to Tarn.", id="a name with an exclamation mark"),
    pytest.param("Tarn reported higher sales. ¦tarnOats will follow next year.", id="a name in camel case"),
    pytest.param("Tarn reported higher sales in every market. ¦iink will follow with a shop of its own.", id="a name in small letters and its verb"),
    pytest.param("Tarn spoke of tons of flour vs. oats and bran approx. twice a year.", id="a small letter after an abbreviation"),
    pytest.param("Tarn sold more oats than a year earlier. ¦🎉 It opened a mill in Lima.", id="an emoji before the next sentence"),
    pytest.param("Oats rose. ¦✅ Wheat fell. ¦➡️ Rye stood still.", id="signs before sentences, one of them coloured"),
    pytest.param("Tarn sold oats 🎉 and wheat to Peel & Co. 🌾 of Lima.", id="emoji inside a sentence"),
]

GLUED = [
    pytest.param("The mill has spent four million on it.¦Oats rose.", id="after a word of two letters"),
    pytest.param("Growers may write to oats@mill.tarn.com.¦The mill answers soon.", id="after the address of a mail"),
    pytest.param("Oats cost $1.06.1 ¦Wheat fell in the spring.", id="a note's number after an amount"),
    pytest.param("Oats cost $11.06.12 ¦Wheat fell in the spring.", id="a number of two figures after one"),
    pytest.param("It runs on 10.25.1 Linux and on 11.", id="the number of a version, which is no amount"),
    pytest.param("Oats cost US$1.06.¦Wheat fell in the spring.", id="after an amount in letters and figures"),
    pytest.param("Oats rose once more.(a) ¦Wheat fell in the spring of the year.", id="letters of notes"),
    pytest.param("Oats are grown in the U.S.¦The rest comes from Canada.", id="after U.S., before an opener"),
    pytest.param("The mill was sold to Tarn Inc.¦The price was four million.", id="after Inc., before an opener"),
    pytest.param("The mill banks with J.P.Quist and B.Peel in Lima.", id="initials glued to a name"),
    pytest.param("It was a good year at the mill. ¦”Growers like it,“ said Nora Quist.", id="before a closing mark that opens"),
    pytest.param("Sales rose 4% in 2019.¦The company expects growth.", id="after a year"),
    pytest.param("Sales rose in the region.¦“We expect growth in the second half,” said Nora Quist.", id="before an opening mark"),
    pytest.param('Sales rose in the region.¦"We expect growth in the second half," said Nora Quist.', id="before a straight mark that opens"),
    pytest.param('Nora Quist said, "We expect growth in the region."¦The company agrees.', id="after a straight mark that closes"),
    pytest.param("Oats are at www.tarn.example.com.¦Prices change often.", id="after an address"),
    pytest.param("Tarn is based in Redwood City, CA.¦The mill is in Lima.", id="after a state in capitals, before an opener"),
    pytest.param("Sales rose in the region.¦PM Mills fell after.", id="before a name in capitals"),
    pytest.param("Oats rose all year..¦Wheat fell in the same time.", id="after two full stops"),
    pytest.param("Tarn.Com Inc. said today that sales rose.", id="a name with a full stop inside opens a sentence"),
    pytest.param("Growers buy at Tarn.Com and at ASP.NET shops in Lima.", id="a name with a full stop inside"),
    pytest.param("The list of the quarter holds these highlights:¦Oats rose once more, and wheat fell.", id="after the colon of a lead-in whose list was lost"),
    pytest.param(
        "The plans of the mill for the year include:¦“We will sell more oats,” said Nora Quist.", id="before a mark, after a lead-in whose list was lost"
    ),
    pytest.param("As Nora Quist said:“We will sell more oats.”", id="before a mark, after a cue"),
    pytest.param("Prices are at www.tarn.com¦Growers can ask for them, too.", id="after an address without a full stop"),
    pytest.param("Oats rose to 12%.¦Net income rose with them.", id="a word that ends addresses, after a per cent sign"),
    pytest.param("Sales rose strongly.1,2 ¦Costs fell by a tenth.", id="two raised notes"),
    pytest.param("Tarn will close the sale this spring.¦PeelMills estimates its costs at a tenth.", id="before a name in camel case"),
    pytest.param("Tarn has no duty to update them, except as required by law.¦CONTACT: Nora Quist at Tarn.", id="before a label in capitals"),
    pytest.param("Oats rose in the growing economy.¦Forward-Looking Statements¦This release speaks of the future.", id="before a heading with a hyphen"),
    pytest.param("Tarn sells mills, parts and oats/wheat.¦The prices change often.", id="after a slash that is no address"),
    pytest.param("Tarn counts trucks by their full VIN.¦“We want it so,” said Nora Quist.", id="after capitals, before an opening mark"),
    pytest.param("The mill buys from Oatly®.¦Growers are glad of it.", id="after a trademark sign"),
    pytest.param("The four who lead will report to Quist in the following way:¦“We meet at noon,” said Nora Quist.", id="before a mark, after what follows"),
    pytest.param("At the 2019 fair of the Tarn re:Grow club the mill won a prize.", id="a name with a colon inside"),
    pytest.param("Contact:Nora Quist of Tarn Foods, who answers within a day.", id="after the colon of a label"),
    pytest.param("Oats rose in the spring.¦© 2019 Tarn Foods.", id="before the sign of a copyright"),
    pytest.param("Oats came to $4 million.(1)(2) ¦The company expects growth.", id="two notes"),
    pytest.param("Lima is a fine place for a trip.1¦The great news is that the mill is open.", id="a reference to a note, glued on both sides"),
    pytest.param("“We put our growers first in all we do.”1¦“They put us first,” said Nora Quist.", id="a reference to a note between marks"),
    pytest.param("Oats will grow from 33 tons in 2018 to 175 tons in 2025.2 ¦Mills will need more room.", id="a reference to a note after a year"),
    pytest.param("The town owes its millers a sum of $700 million.i ¦Many towns pay less.", id="a reference in Roman figures"),
    pytest.param("Bakers had two failures in a twelve month period.[ii]¦In addition, they had fires.", id="a reference in brackets, glued"),
    pytest.param(
        "Tarn sells most oats1 in Ohio and all of Lima2. ¦Its prices are on its site.¦1 Based on bushels.¦2 Based on sales.", id="notes that are referred to"
    ),
    pytest.param(
        "Tarn sells most oats(1) in Ohio and all of Lima(2). ¦Its prices are on its site. ¦(1) Based on bushels.¦(2) Based on sales.", id="notes in brackets"
    ),
    pytest.param("Tarn sells most oats.[1] ¦Its prices are on its site, and in the shop at Lima.¦[1] Peel, Oats, 2019.", id="a note in square brackets"),
    pytest.param("Tarn milled less in Lima. (in part, since oats cost more) and Peel did so, too.", id="small letters in brackets"),
    pytest.param("Tarn sells most oats.¹ Of those, 4.2 Million bushels are flakes. ¦It has 7.1 Acres.".replace("¹ ", "¹ ¦"), id="figures with a point"),
    pytest.param(
        "Tarn sells most of its oats in Ohio, and its prices are on its site.\n\n¦1Based on bushels at Walnut.com.¦2 All sales are final.",
        id="a note after one whose number is glued",
    ),
    pytest.param("Tarn sells most oats in Ohio and less flour in Maine and Utah.¦2 Source: Peel, Oats, 2019.", id="a note that names its source"),
    pytest.param("Sales of $2.5 million came from Ohio, flour being flat year over year.5 ¦The mill grew.", id="a decimal refers to no note"),
    pytest.param("Prices are at tarn.com¦Contacts: Nora Quist.", id="an address before a word and a colon"),
    pytest.param("Growers can sign up here.[iii] ¦Customers can also call.", id="a note in square brackets"),
    pytest.param("Oats rose 4%.\xad ¦It will rise again.", id="a soft hyphen after the full stop"),
    pytest.param("Oats rose 4% in May. ¦â€œWe are glad of it,â€\x9d said Nora Quist. ¦â€œIt will last.â€\x9d", id="marks misread as Windows-1252"),
    pytest.param("Oats rose. ¦``It is a good year,'' said Nora Quist. ¦``We are glad.''", id="marks of TeX"),
    pytest.param("Peel said, ''Oats rose.''¦Tarn mills oats.", id="marks of TeX before a lost blank"),
    pytest.param("“We will do it again in Fargo.“ ¦The mill there is old.", id="an opening mark that closes"),
]


@pytest.mark.parametrize("marked", GOLDEN)
def test_golden_rules(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", AFTER_NAMES)
def test_names_and_abbreviations(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked


@pytest.mark.parametrize("marked", GLUED)
def test_lost_blanks_and_odd_marks(marked: str) -> None:
    assert mark(marked.replace("¦", "")) == marked
