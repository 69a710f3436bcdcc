"""What costs are: savings where they are cut, charges where something is closed or left, capital expenditures where something is built.

In: a statement's folded text, the mention of costs and the value it is of. Out: the metric's name.
"""

from __future__ import annotations

from forelook.expressions.numbers.currency import is_currency
from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.metrics.mentions import Mention

BUILT = cue(
    r"\b(?:plants?|facility|mines?|mills?|pipelines?|refinery|smelter|terminals?|campus(?:es)?|buildings?|boilers?|laborator(?:y|ies)|install\w*|construct\w*|upgrad\w*|moderni[sz]\w*|build|built|expansion|line|project|unit|well"
    r"|reactor|renovation|equipment|hotel|stores?|capacity|development|new\s+developments|network|infrastructure|factor(?:y|ies)|facilities|data\s+cent(?:er|re)s?"
    r"|manufacturing)\b"
)
"""What is built."""
_CUT = cue(
    r"\b(?:reduc|cut|lower|sav|trim|eliminat|slash)\w*\s+(?:(?!(?:and|or|to|of|in|on|by|for|from|with|consumers?|customers?|patients?)\b)[a-z&-]+\s+){0,4}$"
)
_HEDGED = r"(?:out\s+)?(?:(?:about|approximately|some|at\s+least|up\s+to|more\s+than|over|a\s+further|another)\s+)?$"
_TO_CUT = cue(
    r"\b(?:cut(?:ting)?|remov(?:e|ing)|eliminat(?:e|ing)|trim(?:ming)?|strip(?:ping)?|slash(?:ing)?|tak(?:e|ing)(?=\s+out\b))\s+"
    rf"{_HEDGED}"
)
_TO_TAKE, _OUT_OF = (
    cue(rf"\b(?:tak|shav|carv|wring|squeez|driv)(?:e|es|ing)\s+{_HEDGED}"),
    cue(r"\s+(?:out\s+of|off(?:\s+of)?|from)\b"),
)  # "shave $4 million off operating expenses"
_OF_LEAVING = cue(
    r"(?:\s+(?:in|during)\s+[^.;,$€£]{1,30})?,?\s+(?:(?:primarily|mainly|mostly|largely)\s+)?(?:consisting|compris\w+|made\s+up|includ\w+|relat\w+|for|to)\s+[^.;]{0,50}?"
    r"\b(?:severance|lease\s+terminations?|terminations?|retention|impairments?|relocation|restructuring)\b"
)  # "costs of $9 million, consisting of severance"
_LEAVES = cue(
    r"(?:^|[.;,]\s+|\bthat\s+)(?:closing|closure|shutting|exiting|winding\s+down)\b[^.;,]*\b(?:will|would|should|to|is|are)\s+$"
)  # "Closing the two plants will cost"
_BY = cue(r"\s*(?:(?:by|of|in\s+excess\s+of|up\s+to|at\s+least|more\s+than|approximately|about|an?|estimated|additional|over)\s*)*")  # "reduce costs by"
_OF_RUNNING = cue(r"\b(?:utility|operating|running|labou?r|fuel|energy|freight|material|maintenance|input|power|transport(?:ation)?)\s+$")
_PER_ONE = cue(r"\s+(?:per|for\s+each|of\s+each)\s+(?!(?:year|annum|quarter|month)\b)[a-z]")  # "costs per well"
_PHASE = cue(r"\b(?:first|second|initial|next)\s+phase\b|\bfabs?\b")
COSTS = ("cost", "costs", "expense", "expenses", "overhead", "overheads")
"""How a mention of costs ends."""
_LONGEST_SUBJECT, _NEAR = 100, 20  # characters; before a mention, in which it is said what the costs are of


def settle_costs(text: str, metric: Mention, value: Value, unit: str) -> str:
    """Return the name of costs: savings where they are cut, charges where something is closed or left, capital expenditures where something is built."""
    name = metric.name
    if name not in ("other", "operating_expenses"):
        return name
    if is_currency(unit) and _is_cut(text, metric, value):
        return "cost_savings"
    taken = value.end <= metric.start and _TO_TAKE.search(text, 0, value.start) and _OUT_OF.match(text, value.end)
    if taken or (value.end <= metric.start and _TO_CUT.search(text, 0, value.start)):
        return "cost_savings"
    if is_currency(unit) and (_OF_LEAVING.match(text, value.end) or _LEAVES.search(text, max(0, metric.start - _LONGEST_SUBJECT), metric.start)):
        return "charges"
    costs = name == "other" and is_currency(unit) and value.scaled and text.endswith(("cost", "costs"), metric.start, metric.end)
    if costs and (_PER_ONE.match(text, metric.end) or _OF_RUNNING.search(text, max(0, metric.start - _NEAR), metric.start)):
        return name
    if costs and (BUILT.search(text) or _PHASE.search(text)):
        return "capital_expenditures"
    return name


def _is_cut(text: str, metric: Mention, value: Value) -> bool:
    """Return whether a value is by how much costs are cut."""
    return metric.end <= value.start and _CUT.search(text, 0, metric.start) is not None and _BY.fullmatch(text, metric.end, value.start) is not None
