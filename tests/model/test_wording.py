"""Wording: sentences that can be nothing but notes on guidance, plans, warnings or facts, and those that only look so."""

from __future__ import annotations

import time

import pytest

from forelook.model.wording import (
    fold,
    gives_amount,
    gives_measure,
    heads_outlook,
    heads_results,
    is_fact,
    is_note,
    is_plan,
    is_warning,
    leads_outlook,
    leads_results,
)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The ranges leave out the tannery in Olean, which is for sale.", id="left out"),
        pytest.param("Guidance does not yet reflect the fire at Olean.", id="denied"),
        pytest.param("The new full-year 2026 forecast assumes hides at 71 cents a pound.", id="assumed, with what lies between"),
        pytest.param("The high end of this range implies growth of 9 percent.", id="an end of a range"),
        pytest.param("• Our outlook also excludes legal fees", id="a list item"),
        pytest.param("The Company's earnings\nguidance compares with $1.12 in 2025.", id="over the end of a line"),
    ],
)
def test_a_sentence_about_guidance_itself_is_a_note(sentence: str) -> None:
    assert is_note(fold(sentence), after_guidance=False)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Analysts' forecasts exclude the charge.", id="somebody else's"),
        pytest.param("The state's outlook assumes a dry summer.", id="a state's"),
        pytest.param("The price range excludes taxes.", id="another sort of range"),
        pytest.param("The range includes three models for small kitchens.", id="a range of products"),
        pytest.param("Net sales exclude stores that were closed.", id="results"),
        pytest.param("In May the guidance did not include Olean.", id="the past"),
    ],
)
def test_what_is_no_note_stays_as_it_is(sentence: str) -> None:
    assert not is_note(fold(sentence), after_guidance=True)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("These figures do not include the tannery.", id="figures"),
        pytest.param("This compares with $88 million a year ago.", id="a bare pronoun"),
        pytest.param("The above estimates are before the cost of moving.", id="estimates"),
    ],
)
def test_what_points_back_is_a_note_only_after_guidance(sentence: str) -> None:
    assert is_note(fold(sentence), after_guidance=True)
    assert not is_note(fold(sentence), after_guidance=False)


@pytest.mark.parametrize(
    ("sentence", "warns"),
    [
        pytest.param("A sale of the tannery cannot be assured.", True, id="cannot be assured"),
        pytest.param("The purchase may never be completed.", True, id="may never be completed"),
        pytest.param("Inferred resources may never become reserves.", True, id="may never become"),
        pytest.param("The merger might be delayed or never take place.", True, id="never take place"),
        pytest.param("We do not undertake to bring this release up to date.", True, id="no duty to bring up to date"),
        pytest.param("Harrow takes on no duty to revise these statements.", True, id="no duty to revise"),
        pytest.param("Except as the law demands, Harrow disclaims any duty to revise what it has said.", True, id="disclaims any duty"),
        pytest.param("We do not plan to update our outlook before May.", False, id="an outlook that is not updated"),
        pytest.param("Consent of the lenders is by no means certain.", True, id="by no means"),
        pytest.param("The notes are guaranteed by its subsidiaries.", False, id="guaranteed notes"),
        pytest.param("The gate cannot be opened from the street.", False, id="cannot"),
        pytest.param("The sale was not completed in May.", False, id="the past"),
        pytest.param("Cards that may never be used are counted as sales.", False, id="may never, of something else"),
        pytest.param("The new vat may fail in later trials.", True, id="may fail"),
        pytest.param("The first vat failed in May.", False, id="failed"),
        pytest.param("Please do not lean on our forecasts too heavily.", True, id="forecasts not to lean on"),
        pytest.param("Please do not lean on the vat.", False, id="a vat not to lean on"),
    ],
)
def test_warnings(sentence: str, *, warns: bool) -> None:
    assert is_warning(fold(sentence)) is warns


@pytest.mark.parametrize(
    ("sentence", "plans"),
    [
        pytest.param("The tannery in Olean opens in June.", True, id="works that open in a month"),
        pytest.param("Shipments to the Baltic begin October 14, 2026.", True, id="a day without a preposition"),
        pytest.param("Retirement of the last vat follows in 2027.", True, id="a year"),
        pytest.param("Two more stores go live later this year.", True, id="later this year"),
        pytest.param("Two wineries and nine hotels open in the spring of 2027.", True, id="works in the plural"),
        pytest.param("The smokery in Olean opens in June.", True, id="works that end as a tannery does"),
        pytest.param("The series opens in June.", False, id="a series"),
        pytest.param("The office opens at nine.", False, id="an hour"),
        pytest.param("The annual meeting begins on May 3 at the plant.", False, id="a meeting"),
        pytest.param("The plant was shut when the line ends in May.", False, id="the past beside it"),
        pytest.param("The notes of the mill end in 2031.", False, id="what falls due"),
        pytest.param("Harrow Leather is committed to halving its use of water by 2030.", True, id="a pledge with a year"),
        pytest.param("Harrow Leather has pledged to plant nine oaks by the end of 2028.", True, id="a pledge with the end of a year"),
        pytest.param("Harrow Leather has promised to reuse every hide from 2030 on.", True, id="a pledge from a year on"),
        pytest.param("Harrow Leather is committed to its customers.", False, id="committed, and no more"),
        pytest.param("Under the letter of intent, Harrow will buy the tannery.", True, id="a letter of intent"),
        pytest.param("Under the terms of a non-binding memorandum, Harrow will buy the tannery.", True, id="a memorandum"),
        pytest.param("We believe that the tannery will double its output.", True, id="a belief about what will be"),
        pytest.param("Management believes that the measure will help investors.", False, id="a belief about a measure"),
        pytest.param("We believe that the tannery is the best of its kind.", False, id="a belief about what is"),
        pytest.param("Harrow now models sales of $335 million.", True, id="a rarer verb of forecast"),
        pytest.param("The agency puts the need for hides at $335 million.", False, id="the same of an agency"),
        pytest.param("Harrow puts hides into vats.", False, id="the same of something else"),
        pytest.param("Harrow will finance the purchase with a new loan.", True, id="how a purchase is paid for"),
        pytest.param("Harrow has suspended its practice of giving quarterly guidance.", True, id="guidance that is suspended"),
        pytest.param("The earlier forecast for 2026 should no longer be relied on.", True, id="a forecast not to be relied on"),
        pytest.param("In May, Harrow withdrew the guidance that it had given.", False, id="guidance that was withdrawn"),
        pytest.param("Under the agreement, Harrow will buy the tannery.", False, id="an agreement"),
        pytest.param("Under the letter of intent, each share would be exchanged for cash.", False, id="what would be"),
        pytest.param("If all warrants are exercised, Tarn will receive a further $9 million.", True, id="what warrants could still bring"),
        pytest.param("All warrants were exercised, and Tarn received $9 million.", False, id="what warrants brought"),
        pytest.param("Were all options to be exercised, Tarn would receive a further $9 million.", True, id="what options would bring"),
        pytest.param("Under the memorandum of understanding, Tarn would build nine vats.", True, id="what somebody would do under a memorandum"),
        pytest.param("The letter of intent calls for Tarn to build nine vats.", True, id="what a letter of intent calls for"),
        pytest.param("A letter of intent contemplates a purchase price of $4.6 million.", False, id="a price under a letter of intent"),
        pytest.param("Hidewalker 3 launches worldwide on October 24.", True, id="a launch"),
        pytest.param("The first of them opens its doors in Olean on January 9.", True, id="doors that open"),
        pytest.param("The first vats made under the license reach shops in September.", True, id="what reaches shops"),
        pytest.param("Pumping tests start in August.", True, id="tests that start"),
        pytest.param("A drill program of 14,000 metres gets under way in April.", True, id="a program that gets under way"),
        pytest.param("She joins the fleet in May 2019.", True, id="a ship that joins a fleet"),
        pytest.param("Harrow figures on hides rising by $20 each in August.", True, id="figures on an amount"),
        pytest.param("Harrow counts on its tanners.", False, id="counts on somebody"),
        pytest.param("The new ship will carry 3,100 hides and burn natural gas.", True, id="what a ship will do"),
        pytest.param("The ship carries 3,100 hides.", False, id="what a ship does"),
        pytest.param("Harrow will pay for four fifths of the vat with a loan.", True, id="what is to be paid with a loan"),
        pytest.param("Under the contract the customer will pay for vats with a loan.", False, id="what a customer pays under a contract"),
        pytest.param("The tax rate is put at 37 percent for 2027.", True, id="what a rate is put at"),
        pytest.param("Part B opens for enrollment in the fourth quarter.", True, id="a trial that opens"),
        pytest.param("The magazine, which goes on sale in May, names nine tanneries.", False, id="an aside"),
        pytest.param("Hidewalker 3 launches in all stores.", False, id="a launch without a day"),
        pytest.param("Since its launch in May, Hidewalker has won nine prizes.", False, id="a launch, the noun"),
        pytest.param("Fares on all lines go up 4 percent on April 1.", True, id="prices that go up on a day"),
        pytest.param("Fares on all lines went up 4 percent on April 1.", False, id="prices that went up"),
        pytest.param("Sales rise 4 percent in April 1998.", False, id="sales, as headlines tell of them"),
        pytest.param("We stand by our forecast.", True, id="a forecast that stands"),
        pytest.param("We stand by our tanners.", False, id="something else that stands"),
        pytest.param("When finished, the Olean tannery will tan 61,000 hides.", True, id="what waits for its completion"),
        pytest.param("The tannery will be painted when finished.", False, id="completion at the end"),
        pytest.param("Upon completion of the merger, its holders will own a third of Harrow.", False, id="a merger's terms at its completion"),
        pytest.param("Pending a permit, fares on all lines will go up by $3.", True, id="what waits for a permit"),
        pytest.param("Subject to approval, each of its shareholders will get $4.", False, id="a deal's terms that wait for approval"),
        pytest.param("The permit was granted, and fares went up.", False, id="a permit that was granted"),
        pytest.param("Harrow believes that hides have touched bottom and will inch up.", True, id="a company's belief"),
        pytest.param("Gartner believes that sales of hides will double.", False, id="a researcher's belief"),
        pytest.param("The new hall in Olean is designed to turn out nine hides an hour.", True, id="what a new hall is designed for"),
        pytest.param("The hall in Olean is designed to turn out nine hides an hour.", False, id="what a hall is designed for"),
        pytest.param("The memorandum provides for a tannery in Olean.", True, id="what a memorandum provides for"),
        pytest.param("Harrow has pulled its forecast for 2027.", True, id="a forecast that is pulled"),
        pytest.param("Harrow has pulled nine hides from its shelves.", False, id="hides that are pulled"),
        pytest.param("Patients will take the salve twice a day for a year.", True, id="what patients will do in a trial"),
        pytest.param("Up to 99 subjects will be enrolled at nine clinics.", True, id="whom a trial will enroll"),
        pytest.param("Participants will receive a number for the call.", False, id="those on a call"),
        pytest.param("Patients took the salve twice a day for a year.", False, id="what patients did"),
        pytest.param("Harrow tempers its view of 2027.", True, id="a view that is tempered"),
        pytest.param("Harrow tempers its hides in oil.", False, id="hides that are tempered"),
        pytest.param("The spring catalog mails on February 7.", True, id="what is mailed on a day"),
        pytest.param("The spring catalog mails in paper.", False, id="mailed without a day"),
        pytest.param("Harrow has not reconciled its outlook to GAAP, as it cannot predict the price of hides.", True, id="an outlook that is not reconciled"),
        pytest.param("These measures are not reconciled to GAAP.", False, id="measures that are not reconciled"),
        pytest.param("Our guidance for 2027 rests on steady prices of hides.", True, id="what guidance rests on"),
        pytest.param("Our guidance was given in May.", False, id="when guidance was given"),
        pytest.param("The company's outlook appears solid.", False, id="how an outlook appears"),
        pytest.param("The tannery takes its first hides in May 2027.", True, id="what first comes in a month"),
        pytest.param("The tannery had taken its first hides in May 2024.", False, id="what first came in a month"),
        pytest.param("The next model year brings nine boots.", True, id="what the next year brings"),
        pytest.param("The next generation brings boots to life.", False, id="what the next generation brings"),
        pytest.param("Harrow raises its prices by 3 percent on January 1, 2027.", True, id="a price that changes on a day"),
        pytest.param("Ms. Lund's team delivers the first of nine vats in February.", True, id="what is delivered in a month"),
        pytest.param("Roughly half of the $40 million goes into vats.", True, id="what money goes into"),
        pytest.param("Half of each sale goes to charities.", False, id="what is given away"),
        pytest.param("Harrow undertakes to buy back its vats until 2040.", True, id="a pledge until a year"),
        pytest.param("Harrow, which promises to buy back vats, kept its word through 2024.", False, id="a pledge that was kept"),
        pytest.param("Ground has been broken for a mill that is to grind oats.", True, id="what a mill is to do"),
        pytest.param("Harrow has an aim, which is to grind oats.", False, id="what an aim is"),
        pytest.param("The new vat replaces the old one in the spring of 2027.", True, id="what replaces something in a season"),
        pytest.param("Harrow raises its dividend on January 1, 2027.", False, id="a dividend that changes on a day"),
        pytest.param("The lease moves to a new owner in May 2027.", False, id="a lease that changes hands"),
        pytest.param("By 2035 every vat is to be filled with rain.", True, id="what is to be by a year"),
        pytest.param("Founded in 2005, its aim is to tan hides.", False, id="what is to be, and a year of founding"),
        pytest.param("Work on the vat starts after the rains, in April 2027.", True, id="what starts after something, and in a month"),
        pytest.param("Work on the vat starts after the rains.", False, id="what starts after something"),
        pytest.param("After the merger, Harrow will keep both tanneries.", True, id="what a company keeps after a merger"),
        pytest.param("After the merger, Tarn will operate as a wholly owned subsidiary.", False, id="what a company is after a merger"),
    ],
)
def test_plans(sentence: str, *, plans: bool) -> None:
    assert is_plan(fold(sentence), headline=False) is plans


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        pytest.param("Harrow Leather expects to release its second quarter results on July 30.", True, id="a day of results"),
        pytest.param("Harrow Leather expects to report second quarter results of 40 cents a share.", False, id="results and an amount"),
        pytest.param("Management will give its outlook for 2027 on the call of March 3.", True, id="an outlook to be given"),
        pytest.param("We do not plan to update our outlook when we report results.", False, id="no duty to update"),
        pytest.param("With nine tanneries, Harrow is poised for growth.", True, id="poised"),
        pytest.param("The new hide has the potential to outlast steel.", True, id="potential"),
        pytest.param("Harrow believes it is poised to win a third of the market.", False, id="believes it is poised"),
        pytest.param("Harrow is poised to earn over $12 million a year from its tanneries.", False, id="poised with an amount"),
        pytest.param("Harrow is poised to introduce a line of boots.", False, id="poised for a launch"),
        pytest.param("Analysts polled by the Leather Gazette expect a loss of 9 cents.", True, id="analysts"),
        pytest.param("Gartner forecasts that sales of hides will double by 2030.", True, id="a market researcher"),
        pytest.param("According to Oak Insights, sales of hides will reach US$4 billion by 2030.", True, id="according to researchers"),
        pytest.param("According to the plan, sales of hides will reach US$4 billion by 2030.", False, id="according to its own plan"),
        pytest.param("Pale Water Research projects that the market for hides will double.", True, id="researchers and a market"),
        pytest.param("Pale Water Research expects revenue of $4 million for the year.", False, id="researchers' own revenue"),
        pytest.param("The analyst meeting is expected to be held in May.", False, id="a meeting of analysts"),
        pytest.param("Harrow is comfortable with what analysts expect.", False, id="comfortable with analysts"),
        pytest.param("Management had expected a colder winter.", True, id="had expected"),
        pytest.param("Management had expected nine cents and now expects seven.", False, id="had expected, and now expects"),
        pytest.param("Sales exceeded the high end of the guidance range that we gave in May.", True, id="above guidance"),
        pytest.param("Sales should come in above our guidance.", False, id="above guidance, to come"),
        pytest.param("Olean Hides will merge into Harrow Leather.", True, id="a merger's terms"),
        pytest.param("Management believes that excluding this item makes its results easier to compare.", True, id="why something is left out"),
        pytest.param("Management believes that excluding this item earnings will be $1.10.", False, id="a belief with an amount"),
        pytest.param("Adjusted EBITDA excludes costs that are not expected to recur.", True, id="a definition"),
        pytest.param("Adjusted EBITDA excludes the charge described above.", False, id="a note on what stands above"),
        pytest.param("The vat is intended for use by trained tanners.", True, id="what a thing is for"),
        pytest.param("• Completed the tannery in Olean, in March", True, id="what is done"),
        pytest.param("• Reported EPS of $1.10 to $1.20", False, id="a metric as reported"),
        pytest.param("• Sold hides at $41 to $43 each", False, id="what is done, and a range"),
        pytest.param("Sales were in line with our guidance and are seen up 5 percent.", False, id="in line with guidance, and seen up"),
        pytest.param("• Completed the tannery in Olean, which will open in May", False, id="what is done and what will be"),
        pytest.param(
            "Reported earnings growth of 12% incorporates a negative projected effect of currencies", False, id="a participle before what is projected"
        ),
        pytest.param("Completion of the tannery is due in May.", False, id="completion"),
        pytest.param("Announced guidance for 2027", False, id="guidance that is announced"),
        pytest.param("Tarn spent some $28 million on its vats in the first half.", True, id="what was spent"),
        pytest.param("Tarn budgeted $290 million for vats and spent $284 million.", True, id="what was spent beside what was planned"),
        pytest.param("Tarn spent $28 million and will spend as much in May.", False, id="what was spent beside what will be"),
        pytest.param("The amount still to be spent is $28 million.", False, id="what is to be spent"),
        pytest.param("Tarn has budgeted $290 million for vats in 2027.", False, id="what is budgeted"),
        pytest.param("Work on the tannery is on schedule.", True, id="work on schedule"),
        pytest.param("The tannery remains on schedule and within budget.", True, id="work that remains on schedule"),
        pytest.param("The tannery is on schedule to open in June.", False, id="on schedule for what is to come"),
        pytest.param("Work on the tannery is ahead of schedule.", True, id="work ahead of schedule"),
        pytest.param("Under the supply agreement, Harrow will ship nine million hides over two years.", True, id="what a contract binds to"),
        pytest.param("Under the agreement, Harrow will build a tannery and expects to open it in May.", False, id="a contract and what is expected"),
        pytest.param("The vat can be moved by two men in a day.", True, id="what a thing can do"),
        pytest.param("The vat can be moved once the hall is built in 2027.", False, id="what it can do at a time to come"),
        pytest.param("Tarn budgeted $170 million for vats.", True, id="what was budgeted"),
        pytest.param("Guidance for 2027 will be given with the results of the fourth quarter.", True, id="an occasion on which guidance is given"),
        pytest.param("The outlook will be discussed on May 3; it calls for growth.", False, id="an occasion, and what the outlook calls for"),
        pytest.param("Moody's expects to complete its review within 90 days.", True, id="a rating agency"),
        pytest.param("WindEurope estimates that 11 gigawatts a year will be built.", True, id="a trade body of one word"),
        pytest.param("The National Hide Council projects that tanners will buy 900 hides.", True, id="a council"),
        pytest.param("The American Leather Institute looks for imports to fall.", True, id="an institute, looks for"),
        pytest.param("The Ohio Chamber of Tanning estimates that the state will have nine plants.", True, id="a chamber"),
        pytest.param("Olean Savings and Loan Association expects to open a branch.", False, id="an association that lends"),
        pytest.param("Sales landed above the high end of our outlook for the quarter.", True, id="landed above an outlook"),
        pytest.param("The pilot mill grinds two tons a day.", True, id="what a plant makes, in words"),
        pytest.param("Harrow looks for imports to fall.", False, id="a company, looks for"),
        pytest.param("The council expects to finish its tannery in May.", False, id="a council without a name"),
        pytest.param("First Call's consensus estimate is 15 cents.", True, id="a consensus"),
        pytest.param("We are comfortable with the consensus estimate, which is 15 cents.", False, id="a consensus that is shared"),
        pytest.param("Analysts' estimates, which are expected to hold, look reasonable to management.", False, id="estimates that management shares"),
        pytest.param("Research firm Oak & Vat forecasts that demand for hides will double by 2030.", True, id="a research firm"),
        pytest.param("Vats are written down over the useful lives that they are expected to have.", True, id="useful lives"),
        pytest.param("The expected life of the mine will be nine years.", False, id="the life of a mine"),
        pytest.param("Orders for hides are running 6 percent ahead of last year's.", True, id="orders under way"),
        pytest.param("Orders for 2027 are ahead of last year's.", True, id="orders ahead of the last year"),
        pytest.param("Orders for 2027 are likely to be lower than last year's.", False, id="orders that are likely to be lower"),
        pytest.param("The loan with Olean Bank is due in 2028.", True, id="a debt that falls due"),
        pytest.param("The loan is due in 2028 and should be repaid in May.", False, id="a debt to be repaid"),
        pytest.param("The buyer will assume a mortgage of $19 million.", True, id="what a buyer takes on"),
        pytest.param("The buyer will assume a mortgage and plans to build.", False, id="what a buyer takes on and plans"),
        pytest.param("The old mill grinds 14 million bushels a year.", True, id="what a plant makes"),
        pytest.param("The old mill is expected to grind 14 million bushels a year.", False, id="what a plant is expected to make"),
        pytest.param("In her new role, Ms. Lund will run all nine tanneries.", True, id="an office"),
        pytest.param("In her new role, Ms. Lund will open a tannery that is planned for May.", False, id="an office, and what is planned"),
        pytest.param("Mr. Roe will succeed Ada Lund on May 1.", True, id="a successor"),
        pytest.param("Mr. Roe will lead the project in Olean.", False, id="who leads a project"),
        pytest.param("The state leather agency plans to raise its fees in May.", True, id="an agency of a state"),
        pytest.param("The new law, which is to take effect in 2027, requires soft hides.", True, id="a law"),
        pytest.param("The new law should open the market for hides.", False, id="what a law should do"),
        pytest.param("Tanners who order before March will receive free hides.", True, id="those who order"),
        pytest.param("Tanners who are hired will build a mill that Harrow plans to open.", False, id="those who are hired, and a plan"),
        pytest.param("Tickets for the fair, which is expected to draw 9,000 tanners, cost $18.", True, id="tickets"),
        pytest.param("Harrow's mission is to make soft boots.", True, id="a mission"),
        pytest.param("Harrow's mission is to become the biggest of tanners.", False, id="a mission to become something"),
        pytest.param("Some 40 percent of consumers expect to buy boots.", True, id="consumers in a survey"),
        pytest.param("• 31% plan to buy boots", True, id="an answer in a list"),
        pytest.param("Some 40 percent of sales should fall in May.", False, id="a share of sales"),
        pytest.param("Harrow met its pledge to use less water.", True, id="a pledge that was met"),
        pytest.param("Harrow met its goal and plans to use less water.", False, id="a goal that was met, and what is planned"),
        pytest.param("Harrow is scheduled to report on July 30.", True, id="a day of a report"),
        pytest.param("Harrow is scheduled to report a loss on July 30.", True, id="a day of a report of a loss"),
        pytest.param("Harrow is expected to report a loss of $4 million.", False, id="a loss to be reported"),
    ],
)
def test_facts(sentence: str, *, fact: bool) -> None:
    assert is_fact(fold(sentence), headline=False) is fact


@pytest.mark.parametrize(
    ("item", "head", "result"),
    [
        pytest.param("• Sales of $66.1 million, up 8%", "Fourth Quarter 2026 Results", True, id="an amount under results"),
        pytest.param("- Hides tanned: 151,000", "Results for 2026", True, id="an amount after a colon"),
        pytest.param("• Operating margin of (4)%", "Fourth Quarter 2026 Results", True, id="a negative amount"),
        pytest.param("• 83 million shares", "Highlights of the quarter:", True, id="an amount that comes first"),
        pytest.param("• 83 million shares", "2027 Outlook", False, id="an amount that comes first under an outlook"),
        pytest.param("• Sales of $66.1 million", "2027 Outlook", False, id="an amount under an outlook"),
        pytest.param("• Sales of $66.1 million", "Results and Outlook", False, id="an amount under both"),
        pytest.param("• Sales of $66 million to $68 million", "Fourth Quarter 2026 Results", False, id="a range"),
        pytest.param("• Sales, expected to be $66 million", "Fourth Quarter 2026 Results", False, id="what is expected"),
    ],
)
def test_items_below_results(item: str, head: str, *, result: bool) -> None:
    assert (heads_results(fold(head)) and gives_amount(fold(item))) is result


@pytest.mark.parametrize(
    ("lead", "outlook", "results"),
    [
        pytest.param("For 2027, we anticipate the following:", True, False, id="what is anticipated"),
        pytest.param("Our expectations for the year:", True, False, id="expectations"),
        pytest.param("Sales by region were as follows:", False, True, id="what was"),
        pytest.param("Estimated future amortization was as follows:", False, False, id="what is estimated for the future"),
        pytest.param("In 2026, Harrow recorded:", False, True, id="what was recorded"),
        pytest.param("In 2025, we had expected the following:", False, False, id="what had been expected"),
        pytest.param("The budget below was drawn up for the lenders:", False, False, id="a budget"),
        pytest.param("We anticipate a better year.", False, False, id="no lead-in"),
    ],
)
def test_what_leads_in_an_outlook_or_results(lead: str, *, outlook: bool, results: bool) -> None:
    assert leads_outlook(fold(lead)) is outlook
    assert leads_results(fold(lead)) is results


@pytest.mark.parametrize(
    ("line", "head", "outlook"),
    [
        pytest.param("Low single-digit growth in hides.", "2027 Outlook", True, id="growth under an outlook"),
        pytest.param("A tax rate of 24 percent", "Guidance for 2027", True, id="a figure under guidance"),
        pytest.param("Low single-digit growth in hides.", "Review of 2026", False, id="growth under no outlook"),
        pytest.param("Sales rose 4 percent.", "2027 Outlook", False, id="a verb"),
        pytest.param("Please call 1-800-555-0100.", "2027 Outlook", False, id="a number to call"),
        pytest.param("Many thanks to all of our tanners.", "2027 Outlook", False, id="no measure"),
        pytest.param("About 31.5 million diluted shares", "2027 Outlook", True, id="shares, the noun"),
    ],
)
def test_lines_below_an_outlook(line: str, head: str, *, outlook: bool) -> None:
    assert (heads_outlook(fold(head)) and gives_measure(fold(line))) is outlook


def test_a_long_rule_takes_no_longer_than_a_long_word() -> None:
    sentence = fold("-" * 60_000 + " which we expect to be spent")
    begin = time.perf_counter()
    assert not is_fact(sentence, headline=False)
    assert time.perf_counter() - begin < 3


def test_words_said_again_and_again_take_no_longer_than_others() -> None:
    begin = time.perf_counter()
    assert not is_plan(fold("is to " * 12_000), headline=False)
    assert time.perf_counter() - begin < 3


def test_a_long_number_takes_no_longer_than_a_long_word() -> None:
    begin = time.perf_counter()
    assert not gives_amount(fold("1" * 60_000))
    assert time.perf_counter() - begin < 3


@pytest.mark.parametrize(
    ("headline", "plans"),
    [
        pytest.param("Harrow Leather to Double Its Tannery in Olean", True, id="to double"),
        pytest.param("Harrow Leather to Present at the Hide Fair", False, id="to present"),
        pytest.param("Harrow Leather Introduces Soap to Boost the Life of Hides", False, id="what something is for"),
        pytest.param("Harrow Leather and Two Others Sign a Lease to Expand in Olean", False, id="what is signed"),
        pytest.param("Trial to Enroll 210 Cows at 40 Farms", True, id="to enroll"),
        pytest.param("Harrow Partners with Olean to Launch Soap", False, id="a partnership"),
        pytest.param("Harrow Leather Lifts Profit View After Strong Holidays", True, id="lifts its view"),
        pytest.param("Harrow Leather Warns of Weak Fourth Quarter", True, id="warns of a quarter"),
        pytest.param("Harrow Leather Says 2026 Profit to Top Forecast", True, id="says what is to come"),
        pytest.param("Harrow Leather Says Profit Rose", False, id="says what was"),
        pytest.param("Harrow Leather Sees Surge in Demand for Hides", False, id="sees what is"),
        pytest.param("Harrow Leather Lifts Dividend to 12 Cents", False, id="lifts a dividend"),
    ],
)
def test_headlines_of_plans(headline: str, *, plans: bool) -> None:
    assert is_plan(fold(headline), headline=True) is plans
    assert not is_plan(fold(headline), headline=False)


@pytest.mark.parametrize(
    ("headline", "fact"),
    [
        pytest.param("Harrow Leather to Buy Olean Hides for $88 Million", True, id="to buy"),
        pytest.param("Harrow Leather to Open Tannery in Olean", False, id="to open"),
        pytest.param("Harrow Leather to Buy Back Shares", False, id="to buy back"),
        pytest.param("Harrow Leather to Buy Olean Hides; Sees Lower Profit", False, id="to buy, and what it sees"),
        pytest.param("Harrow Leather to Buy Olean Hides and Plans New Tannery", False, id="to buy, and what it plans"),
    ],
)
def test_headlines_of_deals(headline: str, *, fact: bool) -> None:
    assert is_fact(fold(headline), headline=True) is fact
    assert not is_fact(fold(headline), headline=False)
