"""Abbreviations: whether a full stop ends a sentence or belongs to an abbreviation, an initial or a number.

In: a text, where its sentence begins, a full stop and what follows. Out: yes or no. The lists are `data/abbreviations.txt`
(with what each needs after it to end a sentence), `openers.txt`, `finite_verbs.txt` and `after_*.txt`.
"""

from __future__ import annotations

import re
from string import ascii_lowercase

from forelook.segment.words import alternatives, function_words, words

LONG_WORD = 7  # small letters before a full stop that no abbreviation has, as in stops.pyx
REACH = 40  # characters before a full stop in which its word lies, as in stops.pyx
FEWEST_BEFORE_TIME = 3  # blanks in a sentence that a time of day ends
FEWEST_IN_CAPITALS = 3  # blanks in a sentence in capitals that a company's suffix ends
VERB_REACH = 300  # characters of a sentence in which its verb is looked for

HARD = frozenset(word for word in words("abbreviations") if word[-1] not in "?!")
BEFORE_OPENER = frozenset(word[:-1] for word in words("abbreviations") if word[-1] in "?!")
INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
OPENERS = frozenset(words("openers"))
_BEFORE_NAME = frozenset(word[:-1] for word in words("abbreviations") if word.endswith("!"))
_HARD_AT_END = frozenset(("No", "Art", "Man", "Miss", "Mass", "Fig", "Sec", "St", "v"))  # of these, the ones that are words too
_SMALL_SUFFIXES = frozenset(("inc", "corp", "ltd"))
_LETTERS = frozenset(ascii_lowercase)  # "the i. MX chip"
KNOWN = HARD | BEFORE_OPENER | _SMALL_SUFFIXES | _LETTERS  # what stops.pyx leaves to `is_full_stop`
_COUNTRIES = frozenset(("U.S", "U.S.A", "U.K", "E.U", "U.A.E"))
_TIMES = frozenset(("a.m", "p.m", "A.M", "P.M"))
_DEGREES = frozenset(word for word in _BEFORE_NAME if "." in word) - {"S.p.A", "L.L.C", "L.L.P", "L.P", "N.V", "B.V", "S.A", "N.A", "A.G"}
_AFTER_COUNTRY, _AFTER_TIME, _AFTER_SUFFIX = (frozenset(words(f"after_{name}")) for name in ("country", "time", "suffix"))

_LAST_WORD = re.compile(r"[^\s(\[“\"‘/—–]+$")
_NEXT_WORD = re.compile(r"(?:[\"“‘'`(\[«]|â€[œ˜])*([^\s,;:.!?\"”)]+)")
_NO_OPENER = re.compile(r"No\.\s*\d|(?i:generally\s+accepted\b)")  # openers, but not in "U.S. No. 4,812,633", "U.S. Generally Accepted"
_MORE = re.compile(r"(?:FOR|TO)\s(?:MORE|FURTHER|ADDITIONAL|LISTEN|ACCESS|PARTICIPATE|VIEW)\b")
_LINKS = frozenset(function_words())  # in capitals they open a sentence only as in "FOR MORE INFORMATION"
_NUMBER_NEXT = re.compile(r"[\d(]")
_NAME = r"(?:[A-Z][\w&’'.®™-]*[,]?\s+(?:(?:of|and|the|de|&)\s+)?){1,5}"
_VERB = rf"(?:{alternatives('finite_verbs')}|[a-z]{{3,}}ed)\b"
_NAME_THEN_VERB = re.compile(rf"{_NAME}(?:\([^()]{{1,40}}\)\s+)?{_VERB}")
_NAME_THEN_APPOSITION = re.compile(r"(?:[A-Z][\w&’'.®™-]*\s+){0,4}[A-Z][\w&’'.®™-]*,\s+(?:an?|the|one|its|which)\s")
_POSSESSIVE = re.compile(r"[A-Z][\w&.-]*[’']s\s+(?:\d+\s+)?[a-z]")
_ONE_NAME_THEN_WORD = re.compile(r"[A-Z][\w’'-]*,?\s+(?!and\b|or\b|&)[a-z]+\b")
_PLURAL_THEN_WORD = re.compile(r"[A-Z][a-z]+s\s(?!and\b|or\b|time\b|local\b)[a-z]+\b")  # "6 a.m. Doors close at seven"
_NAME_THEN_PRESENT = re.compile(r"[A-Z][a-z]+\s(?:(?!time\b|local\b)[a-z]+\s)?(?!this\b|unless\b|was\b)[a-z]{3,}s(?=[\s.,])")  # "10 a.m. Cold lunch follows"
_HAS_VERB = re.compile(rf"\b{_VERB}")
_SMALL_WORD = re.compile(r"\b[a-z]{3,}")
_LETTERED = re.compile(
    r"\b(?:Series|Class|Appendix|Phase|Part|Exhibit|Schedule|Vitamin|Plan|Tranche|Category|Grade|Group|Hepatitis|Ha?emophilia|Influenza|Stage|Type|Terminal|Concourse|Building|Option|Annex|Level)\s+[A-Z]$"
)
_ITEM = re.compile(r"\b(?:Item|Part|Section|Rule)s?\s+\w{1,4}$")
_BRACKET_OPENS = re.compile(r"\((?:[^\W\d_a-z]|\d{1,2}\)\s[A-Z])")  # a sentence in brackets, or a note by its number
_TICKER_NEXT = re.compile(
    r"\((?:(?!NOTE|PHOTO|SOURCE)[A-Z]{3,}[A-Z0-9-]*|Nasdaq)\s?:\s?[A-Z]|\([“\"][A-Z][\w&. -]{1,40}[”\"]"
)  # after a name, before its sentence goes on
_SUFFIX_NEXT = re.compile(r"(?:LLC|Inc|Corp|Ltd|LP|L\.P|L\.L\.C|LLP|Co|PLC|S\.A|GmbH|Intl|Limited|Holdings|Pty|plc)\b|&")
_NAME_OPENS = frozenset('“"‘')
_QUOTE_NEXT = '"“`\x93'


def is_full_stop(text: str, sentence: int, mark: int, following: int, *, closed: bool) -> bool:
    """Return whether the full stop at `mark` ends the sentence that began at `sentence`; the next word begins at `following`.

    `closed` says that there is a quotation mark, a bracket or a note between the two.
    """
    if text[following] == "(" and _TICKER_NEXT.match(text, following):
        return False
    before = text[max(sentence, mark - REACH) : mark]
    if before[-LONG_WORD:].islower() and before[-LONG_WORD:].isalpha() and len(before) >= LONG_WORD:  # no abbreviation ends so
        return closed or text[following] != "(" or _BRACKET_OPENS.match(text, following) is not None
    if not before or before[-1].isspace():
        return True
    word = before.rsplit(None, 1)[-1]
    if not word.isalnum():
        found = _LAST_WORD.search(word)
        if found is None:
            return True
        word = found.group()
    word = _fold_capitals(word, shouted=before.isupper())
    if closed:
        if INITIAL.match(word) and before[-len(word) - 1 : -len(word)] in _NAME_OPENS and not next_opens(text, following):
            return False  # Thomas "T.J." Roe
        if _SUFFIX_NEXT.match(text, following) and text[mark + 1] == ")":
            return False  # "Harlow (U.K.) Ltd."
        return word not in HARD and not (word in BEFORE_OPENER and text[following] == "(")
    if word in HARD:
        return word in _HARD_AT_END and not _NUMBER_NEXT.match(text, following) and next_opens(text, following)
    if word in BEFORE_OPENER:
        return _ends_at_abbreviation(text, sentence, mark, following, word)
    if word[-1] == "°":
        return False
    if word in _LETTERS and before[-2:-1].isspace():
        return next_opens(text, following)
    if word[-1].isupper() and INITIAL.match(word):
        return next_opens(text, following) or bool(_LETTERED.search(before))
    if len(word) <= 4 and _ITEM.search(before):
        return next_opens(text, following)
    if word.isdigit() and len(word) <= 2 and before == word:
        return False
    return text[following] != "(" or _BRACKET_OPENS.match(text, following) is not None


def next_opens(text: str, following: int) -> bool:
    """Return whether the next word is one that opens sentences."""
    match = _NEXT_WORD.match(text, following)
    if match is None or _NO_OPENER.match(text, following):
        return False
    word = match.group(1)
    if word == "I":  # not the number of a fund ("Peel Acquisition Corp. I; the vote …")
        return text[match.end() : match.end() + 1].isspace() and text[match.end() + 1 : match.end() + 2].islower()
    if word in OPENERS:
        return True
    if not word.isupper() or len(word) == 1 or word.capitalize() not in OPENERS:
        return False
    return word.lower() not in _LINKS or _MORE.match(text, following) is not None


def next_is_clause(text: str, following: int) -> bool:
    """Return whether a name and its verb, or a name and its apposition, follow."""
    reach = following + 120
    if _POSSESSIVE.match(text, following):
        return True
    return _NAME_THEN_VERB.match(text, following, reach) is not None or _NAME_THEN_APPOSITION.match(text, following, reach) is not None


def _fold_capitals(word: str, *, shouted: bool) -> str:
    """Return an abbreviation in capitals or small letters ("INC", "inc") as the lists write it; `shouted` says that all is in capitals ("NO. 4 MILL")."""
    if len(word) > 1 and (word.isupper() or word in _SMALL_SUFFIXES) and word not in BEFORE_OPENER and word not in HARD:
        folded = word.capitalize()
        return folded if folded in BEFORE_OPENER or (shouted and folded in HARD) else word
    return word


def _ends_at_abbreviation(text: str, sentence: int, mark: int, following: int, word: str) -> bool:
    """Return whether a sentence ends at an abbreviation that can end one."""
    if text[following] in "([":
        return False
    match = _NEXT_WORD.match(text, following)
    after = match.group(1) if match is not None else ""
    if word == "etc":
        return not after[:1].islower()
    opens = next_opens(text, following)
    if word in _TIMES:
        if text.count(" ", max(sentence, mark - VERB_REACH), mark) < FEWEST_BEFORE_TIME:
            return False  # "At 5 a.m. Mr. Peel went home"
        if opens or text[following] in _QUOTE_NEXT:
            return True
        clause = next_is_clause(text, following) or _PLURAL_THEN_WORD.match(text, following) or _NAME_THEN_PRESENT.match(text, following)
        return after not in _AFTER_TIME and bool(clause)
    if word in _COUNTRIES:
        return _ends_at_country(text, text[max(sentence, mark - VERB_REACH) : mark - len(word)], following, after, opens=opens)
    return _ends_at_suffix(text, sentence, mark, following, word, after, opens=opens)


def _ends_at_country(text: str, so_far: str, following: int, after: str, *, opens: bool) -> bool:
    """Return whether a sentence ends at "U.S." or goes on with what is American."""
    if not _SMALL_WORD.search(so_far) and not so_far.isupper():
        return False
    if text[following] in _QUOTE_NEXT and ("”" in so_far or '"' in so_far):
        return True  # "…," said Jane Roe of Tarn Foods U.S. "…"
    if opens or after in _AFTER_COUNTRY or after.removesuffix("'s").removesuffix("’s") in _AFTER_COUNTRY:
        return opens
    if after.isupper() and len(after) > 1:
        return next_is_clause(text, following)
    if not so_far.endswith(("the ", "the\n", "in ", "and ")):
        return False
    return _ONE_NAME_THEN_WORD.match(text, following) is not None or next_is_clause(text, following)


def _ends_at_suffix(text: str, sentence: int, mark: int, following: int, word: str, after: str, *, opens: bool) -> bool:
    """Return whether a sentence ends at a company's suffix, a degree, a month or a state."""
    so_far = text[max(sentence, mark - VERB_REACH) : mark - len(word)]
    if not _SMALL_WORD.search(so_far) and not (so_far.isupper() and so_far.count(" ") >= FEWEST_IN_CAPITALS) and "©" not in so_far:
        return False  # "Harlow Timber Inc." is no sentence yet
    if opens:
        return True
    if word not in _BEFORE_NAME:
        return text[following] in "“`\x93" or next_is_clause(text, following)
    if word in _DEGREES and so_far.rstrip(" ,").rsplit(None, 1)[-1:] and so_far.rstrip(" ,").rsplit(None, 1)[-1].islower():
        return False  # "with customers, J.D. Power ranked"
    if text[following] in _QUOTE_NEXT:
        return True
    if after.rstrip(".") in _AFTER_SUFFIX and (word not in _DEGREES) and not _HAS_VERB.search(so_far):
        return False
    if _SUFFIX_NEXT.match(text, following):
        return False
    return next_is_clause(text, following)
