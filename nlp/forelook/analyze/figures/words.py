"""Word patterns around a figure: comparison, earlier guidance, terms that are no guidance, growth, losses, basis, company part.

In: the text beside a value or metric. Out: compiled patterns and three small readers.
"""

from __future__ import annotations

import re

from forelook.analyze.figures.metrics import Mention
from forelook.analyze.figures.numbers import Value
from forelook.records import Basis, GrowthBasis

_HEDGES = r"(?:\s+(?:about|approximately|around|roughly|some|nearly|almost|a|the|its|our|net|loss|of|earnings|revenue|sales|record|only|just))*"
EARLIER = re.compile(
    rf"\b(?:previous(?:ly)?|prior|earlier|former(?:ly)?|original(?:ly)?|initial(?:ly)?|old|instead\s+of|in\s+place\s+of"
    rf"|rather\s+than)\b[^.;]{{0,80}}?(?:guidance|outlook|forecast|estimates?d?|expectations?|projections?|projected|targets?|targeted|range|plan"
    rf"|planned|expected|guided|announced|issued|provided|stated|given|predicted|view|indicated|budget|of|from|than)\b(?:[\w\s,'’-]{{0,30}}\b(?:of"
    rf"|at|from|was|is|were|for|to|between)\b)?{_HEDGES}\s*$"
    rf"|\b(?:rais|increas|lower|reduc|revis|cut|lift|up\b|down\b|chang|boost|narrow|trim|adjust|widen|updat"
    rf"|tighten)\w*\b[^.;]{{0,80}}\bfrom(?:\s+(?:a|the|its|our|about|approximately|between|range|of|at\s+least|earlier))*\s*$"
    rf"|\b(?:compared?\s+(?:to|with)|versus|vs\.?|from|against|than|above|below|over)\s+(?:the\s+|its\s+|our\s+"
    rf"|a\s+)?(?:[\w\s-]{{0,40}}\s)?(?:guidance|outlook|forecast|projection|estimate|target|expectation|plan)s?\b[\w\s,-]{{0,40}}?{_HEDGES}\s*$",
    re.IGNORECASE,
)
PAST_BEFORE = re.compile(
    rf"\b(?:compared?(?:\s+(?:to|with))?|versus|vs\.?|as\s+against|against|relative\s+to"
    rf"|(?<!more\s)(?<!less\s)(?<!better\s)(?<!higher\s)(?<!lower\s)(?<!greater\s)(?<!fewer\s)than|up\s+from|down\s+from|from)(?:\s+(?:the|a|an"
    rf"|last\s+year['’]s|last\s+quarter['’]s|net|(?:{chr(39)}|’)s|actual|reported|record|loss|losses|income|earnings|revenues?|sales|margin|profit"
    rf"|of|about|approximately|nearly|breakeven|results|year-ago|prior-year|in|fiscal|first|second|third|fourth|quarter|year|\d{{4}}|['’]s|same"
    rf"|period|for|pro|forma))*\s*\(?\s*$"
    rf"|\b(?:last\s+year['’]s|last\s+quarter['’]s|prior[-\s]year['’]?s?|year-ago|\d{{4}}['’]s|reported|posted|earned|recorded|achieved|totaled"
    rf"|generated)\s+(?:\w+\s+){{0,3}}$",
    re.IGNORECASE,
)
PAST_AFTER = re.compile(
    r"\s*(?:(?:a|per)\s+(?:diluted\s+)?share\s*)?,?\s*(?:(?:reported|recorded|earned|posted|achieved|realized)\s+(?:in|for|during|a\s+year|last)"
    r"|(?:in|for|during)\s+the\s+(?:same|comparable|corresponding|year-ago|prior[-\s]year|previous)|a\s+year\s+(?:ago|earlier)|last\s+(?:year"
    r"|quarter)\b(?!['’]s))",
    re.IGNORECASE,
)
NO_FIGURE_BEFORE = re.compile(
    r"\b(?:eligible\s+to\s+receive|entitled\s+to|purchase\s+price|exercise\s+price|conversion\s+price|offer(?:ing)?\s+price|price\s+of"
    r"|par\s+value|stated\s+value|strike\s+price|redemption\s+price|principal\s+amount|liquidation\s+preference|aggregate\s+consideration"
    r"|consideration|market\s+(?:size|opportunity|value|capitali[sz]ation)|addressable\s+market|industry|worldwide\s+market|global\s+market"
    r"|in\s+exchange\s+for|exchange\s+ratio|exchanged\s+for|converted\s+into|will\s+receive|would\s+receive|milestone|milestones|royalt\w+"
    r"|upfront|valued\s+at|worth|trades?\s+(?:at|above|below)|trading\s+(?:at|above|below)|coupon|notes?\s+due|interest\s+at|bear\s+interest"
    r"|owns?|stake|holders?\s+of|facility\s+of|credit\s+(?:facility|line)|line\s+of\s+credit|loan\s+of|offering\s+of|sale\s+of|issuance\s+of"
    r"|issue|aged?|ages|fund\s+of)\b[^.;,]{0,45}$",
    re.IGNORECASE,
)
NO_FIGURE_AFTER = re.compile(
    r"\s*(?:aggregate\s+)?(?:principal|senior|subordinated|convertible|credit\s+facility|revolving|term\s+loan|line\s+of\s+credit|stake"
    r"|interest\s+in|of\s+the\s+(?:outstanding|issued|shares|common|voting|equity|company['’]s\s+(?:outstanding|common))|ownership|owned"
    r"|in\s+cash\s+(?:and|for|without)|per\s+share\s+in\s+cash|(?:global|worldwide|u\.s\.|addressable)?\s*(?:market|industry)\b|shareholders"
    r"|stockholders|a\.m|p\.m|eastern|et\b|edt|est\b|warrants?|options?\s+to|miles|feet|acres|notes\b|bonds\b|debentures|coupon|convertible)",
    re.IGNORECASE,
)
GROWN = re.compile(
    r"\b(?:grow(?:th|s|ing)?|increas\w+|decreas\w+|declin\w+|ris(?:e|es|ing)|fall\w*|drop\w*|improv\w+|reduc\w+|up|down|higher|lower|rais\w+|gain"
    r"|expan\w+|contract\w*|shrink\w*|slip|slide|advance|climb|jump|better|worse|add(?:s|ing)?|deleverage|leverage)\b(?:\s+(?:of|by|at|in|about"
    r"|approximately|a|an|the|range|be|rate|between|year-over-year|year\s+over\s+year|sequentially|organically|revenues?|sales|to\s+be|is"
    r"|expected|comparable|store|an\s+additional|additional|annual|annually|per\s+year|from|least))*\s*$",
    re.IGNORECASE,
)
TO = re.compile(r"\bto(?:\s+(?:about|approximately|around|between|a\s+range\s+of|at\s+least|more\s+than|nearly|some))?\s*$", re.IGNORECASE)
DOWN = re.compile(
    r"\b(?:declin|decreas|drop|fall|lower|reduc|down\b|contract|shrink|dip\b|slip|less\b|below\b|slid|deleverag|worse|fewer|soften|loss\b|cut\b)\w*",
    re.IGNORECASE,
)
LOSS = re.compile(r"\bloss(?:es)?\b(?!\s+(?:ratio|reserve|prevention))", re.IGNORECASE)
_CURRENCY_LEFT_OUT = re.compile(
    r"constant[\s-]+currenc|currency[\s-]neutral|excluding\s+(?:the\s+(?:effects?|impact)\s+of\s+)?(?:foreign\s+)?(?:currency|exchange)"
    r"|local[\s-]currenc|at\s+constant\s+(?:exchange\s+)?rates",
    re.IGNORECASE,
)
_NON_GAAP = re.compile(
    r"non[\s-]?GAAP|\badjusted\b|\bcore\b(?!\s+(?:business|products|customers|markets|segments?))|pro[\s-]?forma|normali[sz]ed"
    r"|\b(?:excluding|before|exclusive\s+of|ex-)\s+[^.;]{0,60}?(?:charges?|costs?|items?|expenses?|amortization|compensation|gains?|impairment|synergies|benefit|write)",
    re.IGNORECASE,
)
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("constant_currency", _CURRENCY_LEFT_OUT),
    ("organic", re.compile(r"\borganic", re.IGNORECASE)),
    ("non_gaap", _NON_GAAP),
    ("gaap", re.compile(r"(?<!non-)(?<!non\s)(?<!non)\bGAAP\b|generally\s+accepted\s+accounting", re.IGNORECASE)),
)
_YEAR_OVER_YEAR = re.compile(
    r"year[\s-](?:over|on)[\s-]year|(?:over|from|than|compared?\s+(?:to|with)|versus|vs\.?|above|below|on)\s+(?:the\s+)?(?:same\s+(?:quarter"
    r"|period)|last\s+year|prior[\s-]year|(?:a\s+)?year[\s-](?:ago|earlier)|previous\s+year|its\s+\d{4}|(?:fiscal\s+)?(?:19|20)\d\d"
    r"|[\w\s$,.-]{0,40}(?:in|for|of)\s+(?:fiscal\s+)?(?:19|20)\d\d|[^.;]{0,50}(?:a\s+year\s+(?:ago|earlier)|last\s+year|prior\s+year))",
    re.IGNORECASE,
)
_SEQUENTIAL = re.compile(
    r"\bsequential|quarter[\s-](?:over|on)[\s-]quarter|(?:over|from|than|compared?\s+(?:to|with)|versus)\s+(?:the\s+)?(?:last|previous|prior"
    r"|first|second|third|fourth|just\s+ended)[\s-]quarter",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"(?:\b(?:in|from|for|of|at)\s+(?:the\s+|its\s+|our\s+)?)?((?:[A-Z][\w&/'’.-]*\s+){0,4}(?:[A-Z][\w&/'’.-]*|segment|division|subscription"
    r"|services|products?|license|wholesale|retail|international|domestic))\s+(?:(?:segment|division|business|unit)\s+)?(?:total\s+|net\s+"
    r"|annual\s+|adjusted\s+|comparable\s+)*$"
)
_NOT_ENTITY = re.compile(
    r"^(?:The|Our|Its|We|It|This|That|These|Total|Net|Annual|Adjusted|GAAP|Non-GAAP|Q[1-4]|FY\d*|Fiscal|Full|First|Second|Third|Fourth|Quarter"
    r"|Year|Full-Year|Company|Consolidated|Diluted|Basic|Expects?|Sees|Raises?|Lowers?|Guidance|Outlook|For|In|And|Strong|Record|Higher|Lower"
    r"|Operating|Gross|Free|Capital|Core|Organic|Pro|Forma|Non|Reported|Effective|Estimated|Expected|Projected|Cost|Pre-Tax|Cash|Research"
    r"|Interest|Other|Sales|Revenue|Earnings|An?|With|By|Of|To|On|At|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|As|If|While|However|Additionally|Reaffirms|Updates|Increases?|Affirms|Provides?|Announces|New|All|U\.S\.)$"
)
_SEGMENT_AFTER = re.compile(
    r"\s+(?:for|in|from|of|at)\s+(?:the\s+|its\s+|our\s+)?((?:[A-Z][\w&/'’-]*\s+){1,4}(?:segment|division|business|products?|unit|stores|operations))\b"
)


def find_basis(text: str, metric: Mention, value: Value | None) -> Basis:
    """Return the basis that the words around a metric name: before it in its clause, in it, or behind its value."""
    start = max(text.rfind(",", 0, metric.start), text.rfind(";", 0, metric.start), metric.start - 60, 0)
    before = text[start : metric.end]
    end = value.end if value else metric.end
    after = re.split(r"[;.](?:\s|$)|,\s+and\b|\sand\s", text[end : end + 80], maxsplit=1)[0]
    between = text[metric.end : value.start] if value and metric.end < value.start < metric.end + 90 else ""
    for basis, pattern in _BASES:
        if pattern.search(before):
            return basis
    for basis, pattern in _BASES:
        if pattern.search(between) or (basis != "gaap" and pattern.search(after)):
            return basis
    return "unknown"


def find_entity(text: str, metric: Mention) -> tuple[int, int] | None:
    """Return where the company part stands that a metric is said of, None for the whole company."""
    before = text[max(0, metric.start - 60) : metric.start]
    match = _ENTITY.search(before)
    if match:
        start = metric.start - len(before) + match.start(1)
        words = list(re.finditer(r"\S+", match.group(1)))
        while words and _NOT_ENTITY.match(words[0].group()):
            words.pop(0)
        if (
            words
            and not _NOT_ENTITY.match(words[-1].group())
            and not (start + words[0].start() == 0 and words[0].group().lower() == match.group(1).lower() and len(words) == 1 and words[0].group().islower())
        ):
            return start + words[0].start(), start + words[-1].end()
    after = _SEGMENT_AFTER.match(text, metric.end)
    return after.span(1) if after else None


def growth_basis(text: str, value: Value) -> GrowthBasis | None:
    """Return what a change is compared with, where the words after or just before it say so."""
    around = text[max(0, value.start - 50) : value.end + 110]
    if _SEQUENTIAL.search(around):
        return "sequential"
    return "year_over_year" if _YEAR_OVER_YEAR.search(around) else None
