"""What is counted: the noun after a number without a unit, and the metric that it gives.

In: a statement and a value. Out: the noun in lower case, "" for what is never a figure (days, miles to go, "one of"), None where
no noun follows; and the metric that the noun names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from forelook.expressions.numbers.amounts import Amount
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.metrics.mentions import Mention, find_metrics

_NOUN = re.compile(
    r"\s*(?:-|\+\s*)?(?:or\s+(?:more|fewer|so)\s+)?(?:(?:additional|new|more|net|incremental|full-time|part-time|total|gross|other|further|extra"
    r"|phase\s+[\di]{1,3}[ab]?|diluted|average|common|fully|weighted|paying|active|commercial|net\s+new)\s+)*"
    r"(?P<noun>[A-Za-z][\w&/.-]*(?:\s+(?!(?:in|of|for|to|by|at|on|per|and|or|with|from|this|next|the|a|an|over|during|that|which|will|is|are|as"
    r"|it|we|its|our|into|through|than|between|before|after|each|annually|outstanding|expected|worldwide|globally|across|under|within|open|opened"
    r"|when|while|but|around|about)\b)[A-Za-z][\w&/-]*){0,2})"
)
_NEVER = cue(
    r"(?:business|calendar|trading|working|consecutive|fiscal|straight)?\s*(?:-?(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|quarters?"
    r"|decades?|centur\w+|seasons?|thirds|fourths|fifths|tenths|p\.?m|a\.?m|th|st|nd|rd|of|times?|percent|degrees?|phases?|steps?|states|countries|nations|continents"
    r"|provinces|members\s+of|reasons?|things?|ways?|factors?|risks?|parts?|areas?|directors?|executives?|officers?|conference|investors?"
    r"|analysts?|(?:miles?|km|kilomet(?:er|re)s?)\s+(?:north|south|east|west|from|away|off)\w*|km\(2|(?:miles?|km|kilomet(?:er|re)s?)\s+(?:of"
    r"|to)|pixels|megapixels|(?:kilo|mega|giga|tera)(?:bits?|bytes?)|micrograms|milligrams|mcg|horsepower|decibels|(?:feet|met(?:er|re)s|miles|inches)\s+(?:long|tall|wide|deep|high|thick)|[gmk]?hz|[gmk]bps|kv|volts?|nm|psi|rpm|mph|mg|ml|(?:[\w-]+\s+){0,2}stocks|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
    r"|[a-z]+-(?:year|month)\s+(?:[a-z]+\s+)?(?:terms?|extensions?|renewals?|options?|periods?)\b"
    r"|(?:[a-z]+\s+){0,2}(?:street|avenue|road|drive|boulevard|lane|way|blvd|ave|parkway|pkwy|highway|hwy|plaza|turnpike)\b)"
)
_NEVER_IN = cue(
    r"\b(?:countries|states|nations|continents|provinces|meetings|webinars|calls|conferences|presentations|steps|tips|ways|reasons|things|factors|risks"
    r"|phases|pillars|priorities|objectives|goals|trends|themes)\b"
)  # "five additional European countries", "two key meetings"
_NO_NOUN = cue(r"(?:to|and|or|in|for|is|are|was|were|by|at|on|with|from|the|a|an|as|will|would|has|have|had|that|which|who|it|we|per|during)\b(?!-[a-z])")
_PLANNED = cue(
    r"(?:planned|scheduled|slated|expected|anticipated|targeted)(?=\s+(?:for|in|by|this|next|during|over)\b|\s*(?:[.,;]|$))"
)  # "with five to seven planned for 2027", whose noun stands before
_BEFORE = cue(
    r"(?:\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|phase|phases|form|section|rule|no|item|chapter|class|series|tier|level|part|version|model|(?<!\bto\s)(?<!\bwill\s)top|number|exhibit|page|note|type|route|highway"
    r"|scopes?|scopes?\s+\d(?:,\s+\d)?,?\s+(?:and|&)"
    r"|iso|soc|iec|release|stage|step|generation|act|figure|table|suite|fortune|russell|s&p|block|hole|unit|line|room|apollo|boeing|airbus|windows|pillar"
    r"|layer|cohort|zone|tranche|group|ni|instrument|(?<!(?:this|next|last)\s)(?<!(?:per|the|one)\s)(?<!a\s)year|the)\.?\s*"
    r"|one\s+(?:in|out\s+of)(?:\s+every)?\s*|[-–#/:'])$"
)
_OWNED = cue(
    r"(?:\b(?:its|our|their|these|those|(?<!have\s)all(?:\s+of)?(?:\s+(?:the|its|our))?)|(?<!\d)['’]s)"
    r"(?:\s+(?:more|over|than|nearly|about|approximately|some|existing|current|roughly))*\s+$"
)  # things that there are: "Tarn's 11 studios", "all nine mills"
_TO_COME = cue(r"\s*(?:new|more|additional|planned|further|future|next)\b")
_KNOWN = cue(
    r"\s+(?:[\w-]+\s+){1,3}?(?:it|we|they)\s+(?:has|have|had|owns|owned|acquired|bought|operates|opened|built|[a-z]+ed)\b|\s+(?:existing|old|current|aging)\b"
)
_LOCATED = cue(r"\blocated\s+(?:at\s+)?(?:about\s+|some\s+)?$|\bdistance\s+of\s+$")
_PART = cue(r"\s+of\s+(?:(?:its|our|the|their)\s+)?[\d,]{2,}(?=\s+[a-z])")  # "700 of 5,900 positions"
_WHOLE = cue(r"(?:%|\bpercent|\bhalf|\bthird|\bmost)\s+of\s+(?:the|all)\s+$|(?<![\d,])(?!(?:19|20)\d\d\s)\d[\d,]*\s+of\s+(?:(?:its|our|the|their)\s+)?$")
_MANY = ("dozens", "hundreds", "thousands", "millions", "billions")
_NAME = re.compile(r"(?<![A-Z])[a-z,] (?:[A-Z][a-z]+|[A-Z]{2,}) $")  # a name's first word within a sentence, not the first of it
_NAME_GOES_ON = re.compile(
    r"-[a-z]| (?:and |& )?[A-Z]|,? and \d| (?:is|are|was|were|will|has|have)\b|[.,;:!?”\"’)](?!\d)|\s*$"
    r"| (?!(?:people|staff|aircraft|personnel|square|cubic|additional|new|more|net|full|part|other|further)\b)[a-z]+\b(?<!s)"
)
_CODE = re.compile(r"[a-z] (?:[A-Z]{2,5}|[A-Z]?[a-z]+[A-Z]\w*) $")  # "the new HLV 307", "hundreds of ValveDrone 1000 units"
_AMONG_NAMES = re.compile(r"[a-z] [A-Z][a-z]+ (?:\d+,? )+(?:and )?$")  # "the Norvale 1, 2, and 3"
_NUMBER_NAMES = re.compile(r"[a-z,] (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve) [A-Z][a-z]")  # "the Three Corners field"
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_LONGEST_NAME, _LONGEST_NUMBER = 20, 1000  # characters before the number; what no number of a name is
_THE_NUMBER = cue(r"\bthe\s*$|\bunit\s*$")
_COMPOUND = cue(r"-(?:day|week|month|year|hour|minute|member|person|seat|page|point|inch|foot|mile|acre|packs?\b|(?:for|to|by|K|Q)\b|b\d|eleven)")
_SIZED = cue(
    r"[\s-]*(?:(?:metric|short)[\s-])?(?:tonnes?|tons?|k?tpa|megawatts?|gigawatts?|kilowatts?|[mgk]w|rooms?|seats?|beds?|units?|homes?|barrels?|square[\s-]foot)"
    r"(?:\s+(?:per|an?)\s+(?:annum|year|day)|\s*\([^)]{0,40}\)|[\s-](?!(?:of|in|to|and|or|by|at|for|with|from|on|per|will|is|are|was)\b)[\w“”\"'’&-]+){0,7}?"
    r"[\s-](?:plants?|facilit(?:y|ies)|mill|mine|refinery|smelter|projects?|farms?|arrays?|cent(?:er|re)s?|buildings?|campus|hotels?|tower|warehouse"
    r"|complex|operations?|capacity)\b"
)  # "a 1,000-tonne plant", "a 25 MW wind farm"
_DRILLED = cue(r"-(?:met(?:er|re)|foot|m)\b[,\s]+(?:[\w-]+\s+){0,4}?(?:drill\w*|diamond|exploration|RC|core)\s+(?:[\w-]+\s+)?(?:program(?:me)?|campaign)\b")
_AFTER_IT = cue(r"\b(?:following|after|from)\s+(?:an?|the|its|our)\s+$")  # "a resource following an 8,000-metre drill campaign"
_IS_THERE = cue(r"(?:\b(?:the|this|that|our|its|their)|['’]s|\))\s+$")  # "the 25 MW wind farm", which there is
_YEAR, _NEAR, _HEDGED = 4, 16, 40  # digits; characters before a number, and with hedges
_LONGEST_MARK = 4  # characters with its brackets
_ONE, _TO_ADD = cue(r"(?:one|a|half\s+a)$"), cue(r"\s+(?:additional|further|new)\s")


_SHARES = cue(r"\s+(?:[\w-]+\s+){0,5}shares\b")
_STORES = cue(
    r"\b(?:stores?|restaurants?|branches|clubs|hotels|shops|clinics|outlets|locations|salons|centers|showrooms|openings|dealerships|properties"
    r"|dispensar(?:y|ies)|gyms|caf[eé]s|pharmacies|kiosks|boutiques|bakeries)\b"
)
_CUSTOMERS = cue(r"\b(?:customers|subscribers|members|subscriptions|users|accounts|merchants|clients)\b")
PEOPLE = cue(r"(?:\w+\s+){0,2}?(?:people|persons|employees|workers|jobs|positions|staff|engineers)\b")
"""Nouns that no store, customer or product is."""
DONE_TO = cue(r"(?:\w+\s+)?(?:remodel(?:ing)?|relocation|renovation|refurbishment|closure|conversion)s?\b")
"""What is done to stores that there are."""
_GOODS = cue(
    r"\b(?:vehicles|aircraft|homes|planes|cars|trucks|buses|units|tons|tonnes|barrels|m{0,2}boe(?:pd)?|m{0,2}bbls?|bopd|koz|ounces|pounds"
    r"|m{0,2}cfe?\w{0,2}|bcf\w*|gallons|mwh|gwh|(?:kilo|mega|giga)watt-hours?|jets|helicopters|tractors|boats"
    r"|machines|trailers|systems|copies|packs|devices|samples|kits)\b"
)


def read_noun(text: str, value: Value | Amount) -> str | None:
    """Return what is counted, "" where the number is no count, None where no noun follows."""
    return _read_noun(text, value.start, value.end)


@lru_cache(32)
def _read_noun(text: str, start: int, end: int) -> str | None:
    """Return the noun of the number at a place; its amount, its role and its metric ask for the same one."""
    printed = text[start:end]
    if printed.startswith("(") and len(printed) <= _LONGEST_MARK:
        return ""  # the mark of an item: "to (1) build, (2) sell"
    if len(printed) == _YEAR and printed.isdecimal() and printed.startswith(("19", "20")):
        return ""
    if _ONE.fullmatch(printed) and not _TO_ADD.match(text, end) and not _SIZED.match(text, end):
        return ""
    if start == 0 and len(printed) == 1 and printed.isdecimal() and not _TO_COME.match(text, end):
        return ""  # the mark of a footnote: a sentence begins with a word
    before = text[max(0, start - _NEAR) : start]
    if _BEFORE.search(before) and not _THE_NUMBER.search(before):
        return ""
    if (_OWNED.search(text, max(0, start - _HEDGED), start) and not _TO_COME.match(text, end)) or _LOCATED.search(before):
        return ""
    if _WHOLE.search(before) or _KNOWN.match(text, end):
        return ""
    if text.startswith(("°", " °"), end):
        return ""
    if text.startswith((" of them", " of these "), end):
        return None
    match = _NOUN.match(text, _after(text, start, end))
    if match is None:
        return None
    noun = match.group("noun")
    if _NO_NOUN.match(noun) or _PLANNED.match(text, match.start("noun")):
        return None
    if _NEVER.match(noun) or _NEVER_IN.search(noun) or _COMPOUND.match(text, end):
        return ""
    sized = _SIZED.match(text, end) or (_DRILLED.match(text, end) if text.startswith("-", end) else None)
    if text.startswith("-", end) and not noun.endswith("s") and sized is None:
        return ""
    if sized and (_IS_THERE.search(before) or _AFTER_IT.search(before)):
        return ""
    return " ".join(noun.split()).rstrip(".")


def is_of_name(printed: str, value: Value) -> bool:
    """Return whether a number is a part of a name: "the new Norvale 4.", "Launch 33 Brands"; the text is as printed, since names bear capitals."""
    if value.unit or value.form != "point" or (value.low or 0) > _LONGEST_NUMBER:
        return False
    if not printed[value.start].isdecimal():
        return _NUMBER_NAMES.match(printed, max(0, value.start - len("x "))) is not None and not is_headline(printed)
    before = printed[max(0, value.start - _LONGEST_NAME) : value.start]
    if _CODE.search(before) or _AMONG_NAMES.search(before) or (printed.endswith(".0", value.start, value.end) and before[-2:-1].isalpha()):
        return True
    if _NAME_GOES_ON.match(printed, value.end) is None or _NAME.search(before) is None:
        return False
    return not is_headline(printed)


@lru_cache(8)
def is_headline(printed: str) -> bool:
    """Return whether most of the longer words of a text bear capitals, the first one apart."""
    words: list[str] = _LONG_WORD.findall(printed)[1:]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _after(text: str, start: int, end: int) -> int:
    """Return where the noun of a number may begin: after it, and after the "of" of "hundreds of", "700 of 5,900"."""
    if part := _PART.match(text, end):
        return part.end()
    return end + len(" of") if text.startswith(" of ", end) and text.endswith(_MANY, start, end) else end


def metric_of_noun(text: str, value: Value, noun: str) -> Mention:
    """Return the metric of what is counted; `other` where it is none of the named ones."""
    match = _NOUN.match(text, _after(text, value.start, value.end))
    start, end = (match.start("noun"), match.end("noun")) if match else (value.start, value.end)
    around = text[max(0, value.start - 80) : value.end + 60]
    name = "other"
    if is_a_size(text, value):
        return Mention(start, end, name)
    if _SHARES.match(text[value.end : value.end + 70]):
        name = "share_repurchases" if _BOUGHT_BACK.search(around) else "share_count"
    elif _STORES.search(noun):
        before = text[max(0, value.start - 40) : value.start]
        opened = _OPENED.search(text[max(0, value.start - 80) : value.end + 40])
        closed = _CLOSED.search(before) or (not _OPENS.search(before) and _CLOSES.search(text[value.end : value.end + 40]))
        name = "store_openings" if opened and not closed and (_TO_COME.match(text, value.end) or not _IN_ALL.search(before)) else "other"
    elif _CUSTOMERS.search(noun):
        name = "customers"
    elif _GOODS.search(noun):
        if _DELIVERED.search(around):
            name = "deliveries"
        elif not _CAPACITY.search(around) and not is_of_another_act(text, value) and (_PRODUCED.search(around) or _is_turned_out(text, value)):
            name = "production"
    elif _is_turned_out(text, value):
        name = "production"
    elif noun.endswith("sales"):
        name = "deliveries"  # "two more pump sales"
    elif found := find_metrics(noun):
        name = found[0].name
    return Mention(start, end, name)


def is_a_size(text: str, value: Value) -> bool:
    """Return whether a number is the size of a plant, a building or the like: "a 1,000-tonne plant"."""
    return _SIZED.match(text, value.end) is not None


def _is_turned_out(text: str, value: Value) -> bool:
    """Return whether a plant turns out what is counted: "will press 60,000 caps an hour"."""
    return _TURNED_OUT.search(text, max(0, value.start - 60), value.start) is not None and _A_TIME.match(text, value.end) is not None


def is_ordered(text: str, metric: Mention, value: Value, noun: str) -> bool:
    """Return whether what is counted after orders or a backlog are those: "orders to reach 2,810 homes"."""
    counts = metric.name in ("bookings", "backlog") and metric.end <= value.start and _ORDERED.match(noun) is not None
    return counts and _MADE.search(text, metric.end, value.start) is None


def is_of_another_act(text: str, value: Value) -> bool:
    """Return whether the verb before a value does something else than to produce: "enough to power 200 homes"."""
    return _ELSE_DONE.search(text, max(0, value.start - 60), value.start) is not None


MEASURES = cue(r"(?:m{0,2}boe|cubic|square|m{0,2}bbl|m{0,2}cf|bcf|barrel|ounce|oz\b|koz|ton|tonne|pound|gallon|mwh|gwh|unit)")
"""Nouns that only measure what a metric beside them counts."""
_ORDERED = cue(r"(?:homes|units|vehicles|aircraft|planes|trucks|buses|machines|systems|railcars|engines|ships|vessels)\b")
_MADE = cue(r"\b(?:build|deliver|produc|sell|sold|clos|ship|complet)\w*")
_BOUGHT_BACK = cue(r"repurchas|buy(?:ing)?\s?back")
_OPENED, _CLOSES = cue(r"\b(?:open|add|launch|new\b|build|debut)\w*"), cue(r"\bclos\w+")
_CLOSED = cue(r"\b(?:clos|remodel|renovat|refurbish|upgrad|relocat|convert)\w*")
_PRODUCED = cue(
    r"\bproduc|\bmanufactur(?:e|es|ing)\b|output|barrels|bbls?\b|ounces|boe|mmcf|bcf|mcf|\b(?:to|will|would)\s+(?:mine|make|yield)\b"
    r"|\bguidance\b|\bturn\w*\s+out\b|generation\s+of|\b(?:mined|refined)\s+\w+"
)
_DELIVERED = cue(r"\bdeliver|\bsupply\s+(?:\w+\s+){0,3}units|\bto\s+close\b|shipp?|sell\b|sold|closings?\b|\bsales\s+of\b")
_OPENS = cue(r"\b(?:open|add|launch|build|debut)\w*")
_IN_ALL = cue(
    r"\b(?:with|total(?:s|ing)?(?:\s+of)?|reach|have|operate|operating)\s+(?:(?:about|approximately|around|roughly|nearly|some|over|more\s+than)\s+)?$"
)  # stores that there will be
_ELSE_DONE = cue(
    r"\b(?:power|offset|sav|avoid|remov|suppl|stor|treat|serv|divert|replac|reduc|eliminat|cut|prevent|captur|heat)\w*\s+(?:(?!(?:and|to|by)\b)[\w-]+\s+){0,4}"
    r"(?:by\s+)?(?:[\w-]+\s+){0,2}$|\benough\s+(?:[\w-]+\s+){0,3}for\s+$"
)  # "enough to power 200 homes", "reduce its waste by 40 tonnes"
_TURNED_OUT = cue(
    r"\b(?:turn\w*\s+out|produc\w+|manufactur\w+|assembl\w+|(?:to|will|would|and)\s+build|make|min(?:e|ing)|press|yield|process)\s+(?:(?:about|approximately|some|up\s+to|over|more\s+than|as\s+many\s+as)\s+)?$"
)
_A_TIME = cue(r"\s+(?:[\w.-]+\s+){1,3}?(?:an?|per|each|every)\s+(?:day|week|month|year|hour)\b")  # "turn out 60,000 caps an hour"
_CAPACITY = cue(r"\bcapacity\b")
