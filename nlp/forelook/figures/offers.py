"""What is offered, declared or paid: the size of an offering or of what there is, a dividend that is declared, securities and stakes.

In: a statement's folded text and a value. Out: whether the words around the value make it one of these.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch

_OFFERED = cue(
    r"\bmay\s+(?:from\s+time\s+to\s+time\s+)?(?:offer|sell|issue)(?:\s+and\s+sell)?\s*$|\bgross\s+proceeds\b(?:[^.;]|\.\w){0,180}$|\bunderwriters?\b(?:[^.;]|\.\d)*\bproceeds\b[^.;]*$"
    r"|\b(?:target(?:ed)?|offering|fund|deal)\s+size\s+of\s*$|\b(?:technical|price)\s+(?:targets?|levels?)\s+(?:of|at)\s*$"
    r"|\bpurchase\s+price\b[^.;]{0,90}$"
    r"|\btender\s+offer\b(?:[^.;]|\.\d){0,120}$|\boffering\s+(?:consists?|comprises?|is\s+for)(?:\s+of)?(?:\s+up\s+to)?\s*$|\btrack\s+record\s+of\s*$|\b(?:workforce|staff|network|customer\s+base|fleet|team|portfolio|community)\s+of\s*$"
)
_OFFERED_AFTER = cue(
    r"\s*(?:in|of)\s+(?:aggregate\s+|total\s+)?gross\s+proceeds|\s*in\s+net\s+proceeds\s+from\s+[^.;]{0,40}(?:offering|placement|financing)"
    r"|\s*(?:of|from)\s+(?:(?!(?:in|for|to|and|or|from|by)\b)[\w'’-]+\s+){0,4}?proceeds"
    r"|\s*from\s+(?:the\s+(?:general\s+)?public|(?:(?:accredited|institutional|retail|qualified|outside)\s+)*investors)\b"
)
_NO_FIGURE_AFTER = cue(
    r"\s*(?:in\s+)?(?:aggregate\s+)?(?:(?:[\w-]+\s+){0,3}shares?\s+(?:of\s+[\w&’-]+\s+(?:[\w&’-]+\s+){0,4})?(?:for|per)\s+(?:every|each|[$€£]\s?\d)|principal|senior|subordinated|convertible"
    r"|credit\s+facility|revolving|term\s+loan|line\s+of\s+credit|stake|up-?front\s+payments?"
    r"|interest\s+in|of\s+(?:the\s+company['’]s|its|our)\s+(?:[\w-]+\s+){0,4}(?:outstanding|issued)|of\s+the\s+(?:outstanding|issued|shares"
    r"|common|voting|equity|company['’]s\s+(?:outstanding|common))|of\s+(?:the|its|a)\s+(?:[\w-]+\s+)?(?:joint\s+venture|combined\s+company|merged\s+company)|ownership|owned"
    r"|in\s+cash\s+(?:and(?!\s+(?:cash\s+equivalents|(?:[\w-]+\s+)?(?:investments|securities))\b)|for(?!\s+oper)|without)|(?:[\w-]+\s+){0,2}(?:acquisition|offering|placement|financing)\b|bridge\b|equity\s+line\b|(?:[\w-]+\s+)?(?:fund-?rais\w+|raise\b(?!\s+(?:of|for|in\s+(?:wages|pay|prices|rates|salaries)))|(?:seed|funding|financing|series\s+[a-f])\s+round)|per\s+share\s+in\s+cash"
    r"|(?:remain(?:s|ed|ing)?\s+)?available\s+(?:for\s+[^.;,]{1,40}\s)?under\b|remain(?:s|ed|ing)?\s+(?:under|on|in)\s+[^.;,]{1,50}(?:authori[sz]ation|program|buyback)\b"
    r"|(?:conversion\s+)?premium\s*(?:[.;,)]|over\b|to\b|above\b)|of\s+(?:(?:his|her|base|annual|target)\s+){0,3}salary\b"
    r"|(?:(?!(?:in|for|from|to|of|on|at|and|or|into|by|with|per)\b)[\w.-]+\s+){0,4}(?:market(?!\s+cap)|industry)\b|shareholders"
    r"|stockholders|a\.m|p\.m|eastern|et\b|edt|est\b|warrants?|options?\s+to|notes\b|bonds\b|debentures|coupon|convertible|(?:change|move|movement|swing)\s+in\b|contingency\b|(?:[\w-]+\s+)?(?:tax|tariff|levy|duty)\s+on\b)"
)
_MILESTONES = cue(r"\s+(?:in|of)\s+(?:[\w-]+,?\s+){0,6}?(?:milestones?|royalties)\b")  # "may earn up to $210 million in milestones"
_PAYS, _AT_CLOSING = (
    cue(r"\b(?:pa(?:y|id|ying|yments?)|payable)\b[^.;]*$"),
    cue(r"\s*(?:in\s+[^.;,$€£]{1,40}?\s+)?(?:at|upon|on)\s+(?:the\s+)?closing\b|\s*in\s+cash\s*(?:[.;]|$)"),
)
_ASSUMED_DEBT = cue(r"\s*(?:of|in)\s+(?:[\w-]+\s+){0,3}?(?:debt|liabilities|indebtedness)\b")
_DECLARED = cue(
    r"\b(?:declared|approved|authori[sz]ed)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,4}(?:dividend|distribution)\s+of\s*$"
    r"|\b(?:is|are|was|were|been)\s+authori[sz]ed\s+to\s+(?:repurchase|buy(?:\s+back)?|purchase|issue|sell)\s*$"
)
_OF_RECORD = cue(r"[^.;]{0,90}?\b(?:holders|shareholders|stockholders|unitholders)\s+of\s+record\b")  # to whom a declared dividend will be paid
_PAYABLE = cue(r",?\s+(?:which\s+(?:is|will\s+be)\s+)?payable\s+(?:on|in)\s")  # a declared dividend
_STANDING = cue(
    r"\s+(?:(?:quarterly|monthly|annual|regular)\s+)?(?:dividend|distribution|investment|project)\b"
)  # "to cover the $0.38 quarterly distribution", which there is
_INTENDS = cue(r"\b(?:expect|intend|plan|anticipat|propos|recommend|target|will|would|should)")
_OF_DECLARED, _OF_OFFERED = watch(_DECLARED), watch(_OFFERED)
_NEAR, _FAR, _AFTER = 90, 200, 70  # characters before a value in which it is declared or offered, and after it


def is_offered(words: Words, value: Value) -> bool:
    """Return whether a value is the size of an offering or of what there is, a declared dividend, or an amount of securities."""
    text = words.text
    if words.search(_DECLARED, _OF_DECLARED, value.lead - _NEAR, value.lead) or words.search(_OFFERED, _OF_OFFERED, value.lead - _FAR, value.lead):
        return True
    if value.unit.endswith("/share") and (
        ("of record" in text and _OF_RECORD.match(text, value.end)) or (_PAYABLE.match(text, value.end) and not _INTENDS.search(text, 0, value.start))
    ):
        return True
    if value.form == "at_most" and _MILESTONES.match(text, value.end):
        return True
    before = text[max(0, value.lead - _NEAR) : value.lead]
    if text.endswith(" the ", 0, value.start) and _STANDING.match(text, value.end):
        return True
    if (_AT_CLOSING.match(text, value.end) and _PAYS.search(before)) or (before.endswith(("assume", "assuming")) and _ASSUMED_DEBT.match(text, value.end)):
        return True
    end = value.end + _AFTER
    return _OFFERED_AFTER.match(text, value.end, end) is not None or _NO_FIGURE_AFTER.match(text, value.end, end) is not None
