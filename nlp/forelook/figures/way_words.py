"""The words of ways: up, down and level, the verbs that forecast them, and the aims that are no forecast.

In: nothing. Out: patterns, and their parts, for folded text; ways.py builds with them.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue

UP = (
    r"increase[sd]?|stronger|increasing|grow(?:s|n|ing)?|rise[sn]?|rising|improve[sd]?|improving|strengthen(?:s|ed|ing)?|expand(?:s|ed|ing)?"
    r"|accelerat(?:e[sd]?|ing)|boost(?:s|ed|ing)?"
    r"|higher|greater|up|benefit(?:s|ed)?|exceed(?:s|ed)?|better|(?:step|pick)(?:s|ped|ing)?\s+up|above|larger|gain(?:s|ed)?|climb(?:s|ed)?|widen(?:s|ed)?"
    r"|(?:positively|favorably)\s+(?:impacted|affected)"
    r"|ahead(?=\s+of\s+(?:(?:the|its|our)\s+)?(?:(?:same|record|levels?)\b|(?:last|prior|previous|first|second|third|fourth|year-ago)[\s-]+(?:year|quarter|period|half)|(?:19|20)\d\d\b|those|year-ago))"
)
DOWN = (
    r"decrease[sd]?|decreasing|decline[sd]?|declining"
    r"|(?<!the\s)(?<!this\s)(?<!next\s)(?<!expected\s)fall(?:s|en|ing)?(?!\s+(?:of\s+)?(?:19|20)\d\d)|drop(?:s|ped|ping)?|lower|reduced?|down|below|weaken(?:s|ed|ing)?|weaker|softer|hurt|hampered|dampened|(?<=\bunder\s)pressure|pressured|fewer|less"
    r"|worse|shrink(?:s|ing)?|soften(?:s|ed)?|contract(?:s|ed)?|slow(?:s|ed|er)?|step(?:s|ped)?\s+down|smaller|compress(?:ed)?|narrow(?:s|ed)?"
    r"|(?:negatively|adversely|unfavorably)\s+(?:impacted|affected)"
)
FLAT_WORDS = r"flat|stable|unchanged|level(?!\s+of\b)|similar|comparable|consistent|steady|neutral|constant"
FLAT = (
    rf"{FLAT_WORDS}|in\s+line\s+with|on\s+(?:a\s+)?par\s+with|the\s+same|approximate\s+(?:those|that)"
    r"|(?:at|near|around)\s+(?:or\s+(?:near|about|above)\s+)?(?:current|present|today['’]s|existing)\s+levels?"
)
HIGHEST = (
    r"(?<=\bthe\s)highest(?=\s+(?:(?:level|quarterly|annual|ever|monthly)\s+){0,2}(?:in\s+(?:the\s+company['’]s|company|its|our|\w+['’]s)\s+history|ever|on\s+record"
    r"|since|to\s+date)\b)"
)
"""What is a record: "the highest in our history"."""
WAY = cue(
    rf"\b(?:(?P<record>record|highest)|(?P<up>{UP})|(?P<down>{DOWN})|(?P<flat>{FLAT})|(?P<profit>positive|profitable|profitability)"
    r"|(?P<loss>negative|unprofitable))\b"
)
MODAL_WORDS = (
    r"(?:expect(?:s|ed|ing)?|anticipat(?:e|es|ed|ing)|project(?:s|ed|ing)?|estimat(?:e|es|ed)|forecast(?:s|ed|ing)?|will|should|would|likely"
    r"|intend(?:s)?|plan(?:s|ned)?|believe(?:s)?|see[sn]?|foresee[sn]?|is\s+to|are\s+to|going\s+to|look(?:s|ing)?\s+(?:for|to|forward\s+to)"
    r"|on\s+track|optimistic|(?:well[\s-]+)?position(?:s|ed)\s+(?:(?:us|it|the\s+company)\s+)?to"
    r"|confident|set\s+to|continue(?:s)?|predict(?:s|ed)?|warn(?:s|ed|ing)?|remain|could|may|guid(?:es|ed|ing)|ought|outlook\s+is\s+for|calls?\s+for)"
)
MODAL = cue(rf"\b{MODAL_WORDS}\b")
RECORD_TIME = cue(
    rf"\b{MODAL_WORDS}\b[^.;]{{0,60}}?\b(?P<way>record|best)\s+(?:\w+\s+)?(?:year|quarter|half|month|season)\s+(?:(?<=best\syear\s)ever\s+|(?<=best\squarter\s)ever\s+)?(?:for|in|of|in\s+terms\s+of)\s+(?:(?:both|our|its|the|total|net)\s+)*$"
)  # "will be another record year for bookings"
AIM = cue(
    r"\b(?:focus(?:ed|ing)?\s+on|committed\s+to|in\s+order\s+to|help(?:s|ing)?\s+(?:us|to|the\s+company)|designed\s+to|enabl\w+|able\s+to|ability\s+to"
    r"|can\b|opportunit\w+\s+(?:to|for)|strateg\w+\s+to|(?:efforts?|actions|measures|initiatives|steps)\s+to|by\s+(?:\w+ing)|(?:goal|objective|ambition|mission|vision)\s+(?:is|remains)|once\b|aim\w*|seek\w*|position\w*\s+(?:us|the|to)"
    r"|potential\s+to|priorit\w+|whether|as\s+we\b|if\b|could|may)\s*(?:[\w'’-]+\s+){0,8}$"
)
ACCRETIVE = cue(
    r"\b(?:(?P<up>accretive|accretion)|(?P<down>dilutive|dilution))\b(?:\s+(?:to"
    r"|of)\s+(?:[\w'’-]+\s+){0,5}?(?P<of>earnings(?:\s+per\s+(?:diluted\s+)?share)?|EPS|FFO(?:\s+per\s+share)?|funds\s+from\s+operations"
    r"|free\s+cash\s+flow|cash\s+flow(?:\s+per\s+share)?|net\s+income|margins?|results))?"
)
ACCRETIVE_OF = {"ffo": "ffo", "funds": "ffo", "free": "free_cash_flow", "cash": "operating_cash_flow"}
RETURN = cue(
    r"\b(?:return(?:s|ing)?\s+to|achiev(?:e|es|ing)|reach(?:es|ing)?|becom(?:e|es|ing)|be|being|remain(?:s|ing)?|stay|turn(?:s|ing)?|attain(?:s"
    r"|ing)?|maintain(?:s|ing)?|sustain(?:s|ing)?"
    r"|position\w*\s+(?:us|it|the\s+company)\s+(?:\w+\s+){0,9}?for)\s+(?:[\w-]+\s+){0,2}?(?P<word>profitability|profitable|positive)\b"
)
TO_GO = cue(
    rf"(?:\s+(?!(?:to|and|but|which|that|who|will|is|are|was|were|we|it|from)\b)[\w$%.,'’()-]+){{0,9}}?\s+to\s+(?:(?:be|remain|stay|run|come\s+in|continue"
    rf"(?:\s+to(?:\s+be)?)?)\s+)?(?:(?:\w+ly|somewhat|even|much|far|well|a\s+(?:bit|little)|the(?=\s+highest))\s+)*(?P<way>{UP}|{DOWN}|{FLAT}|{HIGHEST})\b(?!\s+(?:by\s+)?[$€£]?\d)"
)  # "expects expenses in the fourth quarter to be slightly higher"
LIKE_BEFORE = cue(
    r"\s+(?:(?:in|for)\s+(?:the\s+)?[\w-]+\s+(?:(?:quarter|half|year)\s+)?)?(?:that\s+(?:is|are)\s+|to\s+be\s+)?(?P<way>on\s+(?:a\s+)?par\s+with|similar\s+to|comparable\s+(?:to|with)|in\s+line\s+with|consistent\s+with)\s+"
    r"(?:(?:those\s+(?:of|in)|that\s+(?:of|in)|levels?\s+(?:of|in)|the|its|our)\s+)*(?:(?:last|prior|previous)\b|(?:fiscal\s+)?(?:19|20)\d\d\b|(?:first|second|third|fourth)[\s-]quarter\b)"
)  # "expects capital spending on par with last year"
NOUN_GOES_ON = cue(
    rf"(?:\s+(?!(?:and|but|which|that)\b)[\w'’-]+){{0,6}}?\s+{MODAL_WORDS}\s+(?:to\s+)?(?:continue|persist|resume|accelerate|moderate|slow"
    rf"|strengthen|improve)\b"
)  # "sales growth in Asia is expected to continue"
BY_NUMBER = cue(r"(?:\s+[\w-]+){0,2}\s+by\s+(?:about\s+|approximately\s+|an\s+estimated\s+|roughly\s+|some\s+|up\s+to\s+|nearly\s+)?[$€£]?\d")
OF_NUMBER = cue(
    r"(?:\s+(?:by|of|to|at|in\s+the\s+range\s+of|about|approximately|roughly|nearly|some|more|less|than|faster|average|shares|outstanding|further,?|between))*"
    r"\s+(?:[$€£]?(?!(?:19|20)\d\d\b)\d|one-|two-|three-|an?\s+(?:third|quarter\s+of|half|fifth)|half\b)"
)
BY_AMOUNT = cue(r"[^.;]{0,40}\bby\s+(?:[\w-]+\s+){0,3}?[$€£]?\d")
