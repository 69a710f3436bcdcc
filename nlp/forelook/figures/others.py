"""What a statement says of others than the company's own future: terms of deals and securities, markets, forecasts of analysts and studies.

In: a statement's folded text and a value. Out: whether the words around the value make it one of these.
"""

from __future__ import annotations

from forelook.expressions.numbers.hedges import Value, size_of
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.link import RATE_UNITS
from forelook.figures.metrics.mentions import Mention

_NO_FIGURE_BEFORE = cue(
    r"\b(?:damages\s+of|base\s+salary\s+of|target\s+bonus\s+of|accelerated\s+share\s+repurchase(?:\s+\w+)?\s+of|convert(?:s|ible)?\s+at|eligible\s+to\s+receive|entitled\s+to|purchase\s+price|exercise\s+price|conversion\s+price|offer(?:ing)?\s+price"
    r"|(?<!retail\s)(?<!selling\s)(?<!sales\s)(?<!list\s)(?<!average\s)price\s+of"
    r"|(?:potential|maximum|total\s+potential)\s+value|par\s+value|stated\s+value|strike\s+price|redemption\s+price|principal\s+amount|contract\s+value|liquidation\s+preference|aggregate\s+consideration"
    r"|consideration(?!\s+payments?\b)|market\s+(?:size|opportunity|potential|value|cap\b|capitali[sz]ation)|addressable\s+market|industry(?!-leading)"
    r"|worldwide\s+market|global\s+market"
    r"|rais\w+\s+(?:[\w-]+\s+){0,2}capital|in\s+exchange\s+for|exchange\s+ratio|exchanged\s+for|converted\s+into|will\s+receive|would\s+receive"
    r"|milestone(?!\s+(?:income|revenues?)\b)|milestones|royalt\w+(?!\s+(?:volumes|revenues?|income|production))"
    r"|upfront|valued\s+at|worth|trades?\s+(?:at|above|below)|trading\s+(?:at|above|below)|coupon|(?:break-?up|termination)\s+fee|notes?\s+due|interest\s+at|bear\s+interest"
    r"|owns|(?:will|would|to)\s+own|stake|holders?\s+of|facility\s+of|credit\s+(?:facility|line)|line\s+of\s+credit|loan\s+of|offering\s+of"
    r"|(?<!for[\s-])sale\s+of|issuance\s+of"
    r"|issue|aged?|ages|fund\s+of|markets?\s+of|grading|valuation|(?:deal|transaction|consideration)\s+(?:comprises|consists\s+of)|(?:firms"
    r"|companies|businesses|targets)\s+(?:with|generating|earning|having)|valuing\s+[^.;,]{1,60}\s+at|(?:options?|warrants?)\s+to\s+(?:purchase|acquire|buy|order))\b(?:[^.;,]|\.\d){0,45}$|\b(?:excluding|exclusive\s+of)(?:\s+(?:the|an?|our"
    r"|its))?\s*$"
)
_ANOTHER = cue(r"[^.;]*\band\s+[^.;]*")
_GAIN_ON = cue(r"\b(?:gain|loss|profit|proceeds|charge)s?\s+(?:on|from)\s+(?:(?:the|its|this|a)\s+)?$")
_SHORT_LINK = cue(r"(?:\s+(?:of|to|at|is|are|between|from|will\s+be))*\s*")
_MARKET = cue(
    r"\b(?:market|industry|(?:global|worldwide|U\.S\.|world|oil)\s+(?:[\w-]+\s+)?(?:demand|spending|economy|consumption|population|crisis|cases"
    r"|shortage|prevalence|(?:[\w-]+\s+)?(?:epidemic|crisis)))s?\b(?!\s+(?:conditions|share|price|value|prices))[^.;]{0,90}"
    r"\b(?:expected|projected|forecast(?:ed)?|estimated|anticipated|valued|poised|reach\w*|grow\w*|exceed\w*|generate|(?:could|may)\s+(?:rise|soar|climb))\b"
    r"|\b(?:global|worldwide)\s+spending\s+on\b|\b(?:new|cancer|diabetes|annual)\s+cases\s+(?:is|are|will|could|may)\b"
    r"|\b(?:global|worldwide)\s+(?:(?:19|20)\d\d\s+|annual\s+)*(?:sales|revenues?|spending)\s+(?:of|for|on|from)\s+(?:these|those|such|all|counterfeit|generic|prescription|organic|electric)\s+"
    r"(?:[a-z-]+\s+){0,2}?(?:goods|drugs|products|vehicles|medicines|devices|services|treatments|therapies)\b"
)
_IN_MARKET = cue(
    r"\b(?:player|leader|company|provider|supplier|producer|position\w*|used|presence)\s+(?:\w+\s+)?in\s+(?:the|this|its|our|an?)\s+(?:[\w-]+\s+){0,4}$"
)
_MARKET_IS = cue(
    r"\b(?:market|industry|sector|industries|prevalence|tam)(?:['’]s)?(?:\s+(?:size|value|revenues?|sales|spending"
    r"|share))?(?:\s+growth\s+rates?)?\s+(?:\([^)]*\)\s+)?(?:alone\s+|globally\s+)?(?:for\s+(?:(?!(?:we|our|its|company|is|are|will)\b)[\w'’&,-]+\s+){1,14}?)?"
    r"(?:is|are|was|were|will|could|may|to|has|shows?|growing|grew|amounts?\s+to|totals?|stands?\s+at|represents?)\b"
    r"(?:(?!\b(?:we|our|us(?!\$)|company)\b)(?:[^.;]|\.\d)){0,220}$"
    r"|\b(?:grow|expand|increase|ris|doubl|tripl|climb|jump|swell)\w*\s+from\s+(?:an?\s+estimated\s+|about\s+|approximately\s+)?(?:us)?[$€£]?[\d.,]+\s+(?:billion"
    r"|trillion)\s+in\s+(?:19|20)\d\d\s+to\s*[^.;]{0,20}$"
    r"|\bvalued\s+at\s+(?:[^.;]|\.\d){0,80}?\b(?:projected|expected|forecast|anticipated|estimated|poised|set)\s+to\s+(?:[^.;]|\.\d){0,160}$"
)
_TURNS = cue(
    r"\b(?:and|while|but)\s+(?:[\w&.-]+\s+){1,3}?(?:plans?|intends?|aims?)\s+to\b|\b(?:and|while|but)\s+(?!(?:it|gartner|idc)\b)[\w&.-]+\s+(?:expects|anticipates)\s+(?:its|to)\b|\b(?:and|while|but)\s+(?:we|the\s+company)\s+(?:now\s+)?(?:expects?|anticipates?|targets?)\b"
)  # "the market is projected to grow, and Tarn plans to have 400 megawatts"
_STATED = cue(
    r"\s+(?:[\w-]+\s+){0,2}?(?:people|americans|canadians|europeans|adults|children|women|men)\s+(?:(?:in\s+(?:(?!(?:will|would|should|could|may)\b)[\w.-]+\s+){1,4}?|worldwide\s+|globally\s+)?)(?:have|live\s+with|suffer\s+from)\s+(?!been\b|agreed\b|access\b|signed\b)[a-z]"
    r"|\s+(?:[\w-]+\s+){0,3}?(?:(?:are|is|were|have\s+been)\s+(?:\w+ly\s+)?(?:diagnosed|affected|infected|treated|hospitali[sz]ed|living\s+with)|(?:could|may|might|would)\s+be\s+(?:candidates|eligible)|suffer|die|live\s+with|(?:could|may|would|stand\s+to)\s+(?:potentially\s+)?(?:benefit|qualify|be\s+eligible)|are\s+eligible)\b"
    r"|\s+(?:[\w-]+\s+){0,4}?(?:grading|at\s+an?\s+(?:average\s+)?grade)\b"
)  # "20 million people are diagnosed", "5 million tonnes grading 3 g/t"
_SICK = cue(r"\s+(?:[\w-]+\s+){0,2}(?:patients|people|adults|children|americans|individuals|men|women)\b")
_THE_ESTIMATED = cue(r"\bthe\s+(?:estimated|approximately|roughly|nearly|more\s+than|over|some|about)\s+$")  # "for the estimated 2 million patients who"
_ANSWERED = cue(
    r"\s+(?:of\s+(?:[\w-]+\s+){1,4}?)?(?:are\s+(?:planning|considering|expecting|looking|using)|say|said|plan\s+to|believe|intend\s+to|agree)\b"
)  # "27% are considering it"
_PAYERS = (
    r"(?:customers|consumers|utilities|ratepayers|taxpayers|patients|users|members|shoppers|homeowners|drivers|families|households|sellers|merchants"
    r"|farmers|travelers|businesses|employers|residents)"
)
_SAVES_THEM = cue(
    rf"\b{_PAYERS}\s+(?:(?:(?:(?:are|is)\s+(?:expected|projected|likely)\s+)?to|will|could|can|may|would|should)\s+)?(?:\w+ly\s+)?sav(?:e|ing)\b[^.;]{{0,30}}$"
    rf"|\bhelp(?:s|ing)?\s+(?:(?:its|our|their|the)\s+)?(?:[\w-]+\s+)?{_PAYERS}\s+(?:to\s+)?(?:cut|reduce|save|lower|trim|improve|increase|boost)\b[^.;]*$"
    rf"|\bsav(?:e|es|ing)\s+(?:our\s+|its\s+|their\s+|the\s+)?(?:[\w-]+\s+)?{_PAYERS}\b[^.;]{{0,30}}$"
)  # "utilities will save millions", "saves its customers $1 million"
_FROM_BILLIONS = cue(
    r"\s+from\s+(?:about\s+|approximately\s+)?(?:us)?[$€£]?[\d.,]+\s+(?:billion|trillion)\s+in\s+(?:19|20)\d\d\s+to\b"
)  # "spending is forecast to double from"
_CONDITION = cue(
    r"\b(?:if|unless|once|provided\s+that|only\s+when|in\s+the\s+event\s+that)\s+(?:(?!(?:and|or|we|it|will|would|as)\b)[\w'’-]+\s+){1,8}?"
    r"(?:averag(?:es?|ed)|remains?|stays?|exceeds?|reach(?:es)?|surpass(?:es)?|falls?|drops?|rises?|achieves?|attains?|meets?|trades?)"
    r"(?:\s+(?:a|at|an|the|to|above|below|over|under|least|about|more|less|than|level|of|approximately|minimum|price))*\s*$"
    r"|\b(?:credit|loan|covenants?|indenture|lenders?)\b(?:\s+(?:agreement|facility))?\s+(?:requires?|permits?|limits?)\s[^.;]*$"
    r"|\b(?:revolver|facility|indenture)\b[^.;]*\b(?:permits?|allows?)\s[^.;]*$|\bterminat\w+\b[^.;]*\bfee\s+of\s*$"
    r"|\bcontract\b[^.;]{0,80}\b(?:at|with)\s+an?\s+(?:[\w-]+\s+)?(?:day\s?rate|rate)\s+of\s*$"
    r"|\b(?:is|are|be|was)\s+owned(?:\s+(?:about|approximately|over))?\s*$"
    r"|\bpreferred\s+(?:stock|shares?)\b[^.;]{0,40}\bdividends?\s+(?:of|at)\s*$"
)  # "is paid only if EBITDA exceeds $10 million", "the credit agreement requires leverage of"
_VAST = 1e10  # an amount that few companies of their own come to
_OWN = cue(r"\b(?:we|our|us|its|company|group|i)\b(?!\$)")
_COMES_TO = cue(
    r"\b(?:is|are)\s+(?:now\s+|also\s+)?(?:projected|predicted|estimated|expected|forecast(?:ed)?|anticipated|poised|set|likely)\s+to(?:\s+[\w-]+){1,5}\s*$"
    r"|\bcould\s+(?:reach|exceed|hit|top)\s*$"
)  # "is predicted to increase to over €47 billion"
_PREVALENCE = cue(r"\bprevalence\s+of\b(?:[^.;]|\.\d)*$")
_FLOOR = cue(r"\b(?:floor|support|resistance|key\s+level)\s+(?:of|at|around|near)(?:\s+(?:about|approximately))?\s*$")  # of a price
_PEOPLE, _NATIONS = "americans|canadians|europeans|consumers|shoppers|motorists|homeowners", r"united\s+states|nation|country|world"
_OF_PEOPLE = cue(
    rf"(?:^|[,.;:]\s+|\bthat\s+)(?:\w+\s+)?(?:{_PEOPLE}|the\s+(?:{_NATIONS}))"
    r"\s+(?:alone\s+|together\s+)?(?:is|are|will|could|may)\s+(?!(?:our|its)\b)(?:[^.;]|\.\d){0,120}$"
)  # "In 2026 alone, the United States is expected to generate"
_DEMAND = cue(r"\bdemand\s+for\s+(?!our\b|its\b)(?:[\w-]+\s+){1,5}?(?:is|are|will|should)\s+(?:(?!\b(?:we|our|company)\b)(?:[^.;]|\.\d)){0,120}$")
_OTHERS_SAY = cue(
    r"\b(?:gartner|idc|forrester|mckinsey|frost\s+(?:&|and)\s+sullivan|omdia|goldman\s+sachs|morgan\s+stanley|jpmorgan|citigroup|bank\s+of\s+america|ubs|world\s+bank|(?:research|consulting|advisory)\s+firm|(?:wall|the)\s+street|some"
    r"|many|experts|researchers|scientists)\b,?"
    r"\s+(?:now\s+)?(?:project|expect|forecast|estimat|predict|see)s?\b(?:[^.;]|\.\d)*$|"
    r"\bconsensus\s*(?:estimates?\s*)?(?:of|is|at|:)?\s*$|\b(?:analysts?|economists|brokers|consensus)\s+(?:[\w'’-]+\s+){0,4}?(?:had\s+"
    r"|have\s+)?(?:project|expect|forecast|estimat|anticipat"
    r"|predict|call(?:s|ed)?\s+for|look(?:s|ed)?\s+for)\w*(?:[^.;]|\.\d){0,120}$"
    r"|\b(?:association|agency|institute|council|university|federation|bureau)\b[^.;]{0,60}\b(?:forecast|project|predict|estimate)(?:s|ed)?\b(?:[^.;]|\.\d)*$"
    r"|\b(?:surveyed|respondents)\b(?:[^.;]|\.\d)*$"
    r"|\b(?:act|state|government|national|federal|governor|eu|province)(?:['’]s)?\s+(?:[\w-]+\s+){0,3}(?:(?:goal|target|mandate)s?\s+of|(?:plan|program|package|commitment)s?\s+to\s+\w+)\s*$"
    r"|\btowards?\s+(?!(?:its|our|the\s+company)\b)(?:the\s+)?[\w-]+['’]s\s+(?:[\w-]+\s+){0,2}(?:commitment|goal|target)s?\s+(?:of|to)\s+(?:\w+ing\s+)?$"
    r"|\baccording\s+to\b[^.;]{0,80}?\b(?:(?<!technical\s)report|survey|research|analysts?|iea|imf|agency|institute|university|association"
    r"|council)\b(?:[^.;]|\.\d)*$"
    r"|\b(?<!to\s)(?<!will\s)(?:report|study|survey|research)\b,?[^.;,]{0,60}\b(?:reveal|found|show|predict|project|forecast|estimat"
    r"|suggest)(?:s|ed)?\b(?:[^.;]|\.\d)*$"
)
_AND_EARNS = cue(
    r"\band\s+(?:(?:now\s+)?(?:expects?|sees|anticipates?|projects)\s+)?to\s+(?:earn|report|post|lose|record)\s+(?:[\w-]+\s+){0,5}$"
)  # "to fall short of what analysts expect and to earn"
_AGREES = cue(r"\bcomfortable\s+with\b[^.;]*$")
_SAID_OTHERS = cue(
    r"(?:[^.;]|\.\d){0,80}?,\s+(?:the\s+)?(?:[\w&’'-]+\s+){0,4}(?:association|federation|agency|institute|council|bureau|economists|analysts)\s+(?:said|says|reported|estimates|predicts)\b"
)  # "sales are forecast to grow 3 percent, the trade association said"
_SAID_BY_OTHERS = cue(r"(?:[^.;]|\.\d)*?\baccording\s+to\b[^.;]{0,80}?\b(?:(?<!technical\s)report|survey|research|analysts?)\b")
_WORTH_OF_RESULTS = cue(
    r"\s+of\s+(?:[a-z-]+\s+){0,2}?(?:revenues?|sales|ebitda|(?:gross\s+|operating\s+|net\s+)?(?:profits?|income|margin)|earnings|eps|cash\s+flow|savings)\b"
    r"|\s+in\s+(?:[a-z-]+\s+){0,2}?savings\b|\s+to\s+(?:[a-z-]+\s+)?(?:earnings|eps|revenues?|sales|ebitda)\b"
)  # "worth about $4 million of EBITDA a year"
_NEAR = 30  # characters before "sale of", before royalties that are expected
_CAPITALIZATION = cue(r"\s+(?:[\w-]+\s+){0,2}market\s+cap")
_TO_REACH = cue(
    r"\b(?:achiev|reach|attain|surpass|exceed|hit|target|goal\s+of)\w*(?:\s+(?:an?|its|the|over|about|total))*\s*$"
)  # a market value that is aimed at
_TO_OWN = ("will own", "to own")
_OWN_RECEIPTS = ("royalt", "milestone")
_ASSUMED = cue(r"\bassum\w+\b(?:[^.;]|\.\d)*\b(?:prices?|rates?)\b(?:[^.;]|\.\d)*$")
_AT_A_PRICE = cue(
    r"(?<!unchanged\s)(?<!remains\s)(?<!remain\s)(?<!maintained\s)(?<!guidance\s)(?<!reaffirmed\s)(?<!be\s)(?<!is\s)(?<!come\sin\s)(?<!comes\sin\s)(?<!average\s)(?<!are\s)(?<!estimated\s)(?<!projected\s)(?<!guided\s)(?<!forecast\s)(?<!expected\s)(?<!seen\s)(?<!put\s)(?<!pegged\s)(?<!set\s)"
    r"(?<!targeted\s)(?<!budgeted\s)(?<!planned\s)\bat\s+(?:(?!discount|premium|rate|cost|by\b)[a-z-]+\s+){0,4}$"
)
_AT_RATE = cue(r"\b(?:dollar|euro|pound|peso|yen|loonie)\s+(?:at|of|averaging)\s+$")  # "a Canadian dollar at 73 cents"
_STOCK_PRICE = cue(r"\b(?:stock|share)\s+price\b(?:\s+(?:[\w-]+)){0,8}\s*$")
_OF_A_UNIT = cue(r"\s*(?:/|per\s+|an?\s+)(?:barrel|bbl|(?:metric\s+|short\s+)?ton(?:ne)?|ounce|oz|pound|lb|mmbtu|mcf|(?:kilo|mega)watt-hour|mwh)\b")
_PLANS = cue(r"\b(?:expects?|anticipates?|intends?|plans?|projects?|targets?|will|would|is|are)\b")
_EXPECTS = cue(r"\b(?:expect|anticipat|forecast|project)\w*\s+(?:to\s+\w+\s+)?(?:[\w-]+\s+){0,2}$")
_REACH, _FAR = 90, 160  # characters before a value in which terms are named, or what is assumed
_LONGEST_SAYING = 260  # characters before a value in which others begin to speak
_OF_TERMS = watch(_NO_FIGURE_BEFORE, _CONDITION)
OF_MARKET = watch(_MARKET, _MARKET_IS, _DEMAND, cue(rf"\b(?:{_PEOPLE}|{_NATIONS})\b"))
"""Mark of the words by which markets are spoken of."""
_OF_OTHERS = watch(_OTHERS_SAY)


def is_of_terms(words: Words, value: Value, metrics: list[Mention]) -> bool:
    """Return whether the words before a value make it a condition, or terms of a deal; "a market value of $3 billion and revenue of $1 billion" has both."""
    match = words.search(_NO_FIGURE_BEFORE, _OF_TERMS, value.lead - _REACH, value.lead)
    if match is None:
        return _is_market_value(words.text, value) or words.search(_CONDITION, _OF_TERMS, value.start - _REACH, value.start) is not None
    text, start = words.text, match.start()
    if text.startswith("market cap", start) and _TO_REACH.search(text, max(0, start - _NEAR), start):
        return False
    if value.unit == "" and text.startswith(_TO_OWN, start) and "share" not in text[value.end : value.end + _NEAR]:
        return False
    if text.startswith("sale", start) and _GAIN_ON.search(text[max(0, start - _NEAR) : start]):
        return False
    if text.startswith(_OWN_RECEIPTS, start) and value.form != "at_most" and _EXPECTS.search(text[max(0, start - _NEAR) : start]):
        return False
    if text.startswith("worth", start) and (value.unit in RATE_UNITS or _WORTH_OF_RESULTS.match(text, value.end)):
        return False
    if text.startswith("royalt", start) and _PLANS.search(text, start, value.lead):
        return False  # a company's name
    return not any(
        metric.name != "other"
        and start < metric.start < metric.end <= value.lead
        and _ANOTHER.fullmatch(text, start, metric.start)
        and _SHORT_LINK.fullmatch(text, metric.end, value.lead)
        for metric in metrics
    )


def is_of_world(text: str, value: Value, metrics: list[Mention]) -> bool:
    """Return whether billions are what a market, a country or an epidemic comes to: said of nobody's own, and of no listed metric."""
    if value.unit[:3].isupper() and size_of(value.low, value.high) >= _VAST and not _OWN.search(text, max(0, value.start - _LONGEST_SAYING), value.start):
        named = any(metric.name not in ("other", "all") and metric.end <= value.start for metric in metrics)
        return not named and _COMES_TO.search(text, max(0, value.lead - _REACH), value.lead) is not None
    return "prevalence" in text and _PREVALENCE.search(text, max(0, value.start - _FAR), value.start) is not None


def is_of_public(text: str, value: Value) -> bool:
    """Return whether a number counts people with an illness, ore in the ground, those who answered a survey, what others save, or a level of prices."""
    if value.unit[:3].isupper():
        before = text[max(0, value.lead - _REACH) : value.lead]
        return ("sav" in before and _SAVES_THEM.search(before) is not None) or _FLOOR.search(before) is not None
    if value.unit == "percent" and ("sav" in text or "help" in text) and _SAVES_THEM.search(text, max(0, value.lead - _REACH), value.lead):
        return True
    if value.unit == "percent" and value.kind != "digits" and _FROM_BILLIONS.match(text, value.end):
        return True
    if value.unit == "" and _SICK.match(text, value.end) and _THE_ESTIMATED.search(text, max(0, value.start - _NEAR), value.start):
        return True
    return (value.unit == "" and _STATED.match(text, value.end) is not None) or (value.unit == "percent" and _ANSWERED.match(text, value.end) is not None)


def _is_market_value(text: str, value: Value) -> bool:
    """Return whether an amount is what a company is worth on the market, unless that is what it is to reach."""
    return _CAPITALIZATION.match(text, value.end) is not None and not _TO_REACH.search(text, max(0, value.lead - _NEAR), value.lead)


def is_assumed_price(text: str, value: Value) -> bool:
    """Return whether a figure is a price at which a forecast holds: "at $52 per barrel", "assumes prices of $4 per pound", "a stock price of $100 a share"."""
    if value.unit[:3].isupper() and _AT_RATE.search(text, max(0, value.start - _NEAR), value.start):
        return True
    if value.unit.endswith("/share") and _STOCK_PRICE.search(text, max(0, value.start - _REACH), value.start):
        return True
    if _OF_A_UNIT.match(text, value.end) is None:
        return False
    return (
        _AT_A_PRICE.search(text, max(0, value.start - _REACH), value.start) is not None
        or _ASSUMED.search(text, max(0, value.start - _FAR), value.start) is not None
    )


def is_said_by_others(words: Words, value: Value) -> bool:
    """Return whether a figure is one of analysts or of a study, with which the company does not say that it is comfortable."""
    text, first = words.text, value.start - _LONGEST_SAYING
    if words.has(_OF_OTHERS, first, value.start):
        before = text[max(0, first) : value.start]
        if _OTHERS_SAY.search(before) and not _AGREES.search(before) and not _AND_EARNS.search(before):
            return True
    if ("said" in text or "says" in text) and _SAID_OTHERS.match(text, value.end):
        return True
    return "according" in text and _SAID_BY_OTHERS.match(text, value.end) is not None


def is_of_market(before: str) -> bool:
    """Return whether the words before a value speak of the size or growth of a market."""
    if (" and " in before or " while " in before or " but " in before) and (turn := _TURNS.search(before)):
        before = before[turn.end() :]
    market = _MARKET.search(before[-160:])
    named = market is not None and _IN_MARKET.search(before[: len(before[:-160]) + market.start()])
    return bool((market and not named) or _MARKET_IS.search(before) or _OF_PEOPLE.search(before) or ("demand" in before and _DEMAND.search(before)))
