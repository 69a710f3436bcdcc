"""Leads: who speaks, judged by the words that introduce a quotation.

In: a text and the bounds of the words before a quotation. Out: an attribution: Jane Roe said, "…"; she noted: "…"; Jane Roe: "…".
Whoever is not plainly named is nobody: a wrong speaker costs more than none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.ends import find_ends
from forelook.segment.layout import Block
from forelook.segment.quotes.cues import FINITE, FIRST_WORD_FINDER, PARTICIPLES
from forelook.segment.quotes.names import Person, PersonCandidate
from forelook.segment.quotes.people import choose_person, find_people, find_person, find_speaker_after
from forelook.segment.quotes.vocabulary import HONORIFICS, LOWER_TITLES, PARTICLES, TITLES, bare_word

REACH = 420  # characters beside a quotation in which its attribution is looked for
NEAREST = 60  # characters before a verb in which a single name is its subject
SHORTEST_LEAD = 3  # characters: a letter, a colon, a blank
LONGEST_TITLE_REST = 90  # characters of a sentence after a company's "Inc.", where the stop was no end


class Attribution(NamedTuple):
    """The speaker and the cue; `pronoun` is set where the speaker is only "he", "she" or "they"."""

    person: Person | None
    cue: str | None
    pronoun: str | None = None


NOBODY = Attribution(None, None)
SPOKESPERSON = "spokesperson"  # the title under which a company speaks
ISSUER = "issuer"  # the title of words that may name a company, until it is known whether the release names such a company

_ADVERB = r"(?:also|further|later|then|recently|[a-z]+ly)"
ADVERB = rf"(?:{_ADVERB}\s+)?"
ADVERB_ALONE = re.compile(rf"\s*{_ADVERB}?\s*")
OFFICE = (
    r"(?:(?:[A-Z]{2,6}\s+)?[Mm]anagement|(?:(?:[Tt]he\s+(?:[Cc]ompany|[a-z]+)['’]s|[Tt]he|[Aa]n?|[Ii]ts|[Cc]ompany|[Aa]\s+company)\s+)?(?:[A-Z][\w&.-]*(?:['’]s)?\s+){0,3}"
    r"(?:spokes(?:man|woman|person)|[Cc]hair(?:man|woman|person)?|[Pp]resident|chief\s+executive(?:\s+officer)?|CEO|CFO|board(?:\s+of\s+directors)?))"
)
_SPOKESPERSON = re.compile(
    r"(?:[Aa]n?|[Tt]he)\s+(?:company\s+|official\s+)?spokes(?:man|woman|person)\s+(?:for|of|at|from)\s+(?:the\s+)?"
    r"(?P<who>[A-Z][\w&'’-]*(?:\.\w+)*(?:,?\s+(?:Inc|Corp|Co|Ltd)\b|\s+(?:[A-Z&][\w&'’-]*|of|and(?=\s[A-Z]))){0,5})"
)
OFFICE_ALONE = re.compile(rf"(?P<who>{OFFICE})\b(?!\s+(?:of\b|and\b|[A-Z]))")
_ISSUER = re.compile(
    r"(?P<who>[Tt]he\s+(?:[Cc]ompany|[Ff]irm|[Bb]ank|[Tt]rust|[Pp]artnership|[Gg]roup|[Uu]tility|[Aa]irline|[Cc]orporation))\b(?!['’])(?!\s[A-Z])"
)
_COMPANY = re.compile(r"(?P<who>[A-Z][\w&’'-]*(?:\s+(?:(?:of|and|&)\s+)?[A-Z][\w&’'-]*){1,4})(?=$|\s+(?:in|on)\s(?:an?|its|the)\s)")
_CUE_BEFORE = re.compile(
    rf"(?P<cue>{FINITE}|{PARTICIPLES}|according\s+to|words\s+of|puts?\s+it)\b(?P<rest>[^\"“”]{{0,160}}?)[,:;]?\s*(?:that\s*,?\s*)?$", re.IGNORECASE
)
_CORE = re.compile(
    r"says|said|stat(?:es|ed)|comment(?:s|ed)|add(?:s|ed)|continue[sd]|explain(?:s|ed)|note[sd]|remark(?:s|ed)|writes|wrote|tells|told", re.IGNORECASE
)
_PARTICIPLE = re.compile(rf"(?:{PARTICIPLES})$", re.IGNORECASE)
_COLON_LEAD = re.compile(r"(?P<who>[A-Z][^\"“”]{2,600}):\s*$")
_STATEMENT_LEAD = re.compile(
    r"(?P<who>[A-Z][^\"“”]{2,400}?)\b(?:issue[ds]|release[ds]|ma[dk]es?|g[ai]ves?|offer(?:s|ed)|provide[ds]|share[ds])\s+"
    r"(?:the\s+following|this|an?|further|additional|these)\s+(?:[\w-]+\s+){0,3}(?:statements?|comments?|remarks?|response)\b[^.:,\"“”]{0,160}[.:,]\s*$"
)
_STATEMENTS = ("statement", "comment", "remark", "response")  # one of them is in every match of _STATEMENT_LEAD
_PRONOUN_BEFORE = re.compile(rf"\b(?P<pronoun>he|she|they)\s+{ADVERB}$", re.IGNORECASE)
_THING_BEFORE = re.compile(rf"\b(?:which|that)\s+{ADVERB}$")  # "the bill, which states"
_PRONOUN_OPENS = re.compile(r"(?P<pronoun>He|She)\b")
_HAD_TO_SAY = re.compile(r"\s+ha[sd]\s+(?:this|only\s+this|the\s+following|plenty|much|a\s+lot)\s+to\s+say\b")
_FEELS_NEXT = re.compile(rf",?\s+{ADVERB}(?:express|shar|prais|echo|reflect|thank|applaud|smil|joke)(?:e?s|e?d)\b")  # what people do and companies do not
_COMPANY_STOP = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Bros|No|Cos|LLC|L\.P)\.$")


def find_lead(text: str, block: Block) -> Attribution:
    """Return the attribution with which a block introduces a quotation in the next one."""
    return find_before(text, max(block.start, block.end - REACH), block.end)


def find_before(text: str, start: int, end: int) -> Attribution:
    """Return the attribution that introduces a quotation: Jane Roe said, "…"; saying, "…"; Jane Roe: "…"."""
    if end - start < SHORTEST_LEAD:
        return NOBODY
    opening = max(start, _sentence_start(text, start, end))
    last = text[opening:end].rstrip()[-1:]
    match = _last_cue(text, opening, end)
    if match is None or _is_noun(match, opening):
        return _name_before_colon(text, opening, end) if last == ":" else find_statement(text, opening, end) if last == "." else NOBODY
    cue = match.group("cue")
    if match.group("rest").strip() and stands_inside(text, start, end) and text[end + 1 : end + 2].islower() and not (_CORE.fullmatch(cue) or " " in cue):
        return NOBODY  # "believes the market is in “a class of its own”"
    if _THING_BEFORE.search(text, opening, match.start()) is not None:
        return NOBODY
    pronoun = _PRONOUN_BEFORE.search(text, opening, match.start())
    if pronoun is not None:
        return Attribution(None, cue, pronoun.group("pronoun").lower())
    participle = bool(_PARTICIPLE.match(cue))
    person = _subject_of_lead(text, opening, match, participle=participle)
    if person is None and participle and (subject := _PRONOUN_OPENS.match(text, opening, end)) is not None:
        return Attribution(None, cue, subject.group("pronoun").lower())
    if person is None and last == ":":
        return _name_before_colon(text, opening, end)
    return by(person, cue) if person is not None or last != "," else find_statement(text, opening, end)


def _is_noun(match: re.Match[str], start: int) -> bool:
    """Return whether a cue with a capital, that begins no sentence, is the noun of a heading: "Financial Highlights:"."""
    return match["cue"].istitle() and match.start() > start and match["cue"][-1] == "s"


def by(person: Person | None, cue: str | None = None) -> Attribution:
    """Return the attribution to a person, NOBODY where there is none."""
    return Attribution(person, cue) if person is not None else NOBODY


def stands_inside(text: str, start: int, end: int) -> bool:
    """Return whether the words before a quotation run on into it, with no comma or colon between."""
    return text[start:end].rstrip()[-1:].isalnum()


def find_statement(text: str, start: int, end: int) -> Attribution:
    """Return who issues the statement that a sentence announces: "Jane Roe issued the following statement."."""
    if all(text.find(word, start, end) < 0 for word in _STATEMENTS):
        return NOBODY
    lead = _STATEMENT_LEAD.search(text, max(start, _sentence_start(text, start, end)), end)
    named = find_people(text, lead.start("who"), lead.end("who")) if lead else []
    people = [each for each in named if each.strength > 1 or (" " not in each.person.name and lead is not None and each.person.start == lead.start("who"))]
    return by(people[0].person) if people else NOBODY


def _name_before_colon(text: str, start: int, end: int) -> Attribution:
    """Return who is named before a colon without a verb of saying: "Jane Roe:", "A joint statement by Jane Roe and Kei Mori:"."""
    lead = _COLON_LEAD.search(text, start, end)
    if lead is None:
        return NOBODY
    people = find_people(text, lead.start("who"), lead.end("who"))
    best = max(people, key=lambda each: each.strength, default=None)
    if best is not None and not best.strength and (said := next((each for each in people if _HAD_TO_SAY.match(text, each.person.end)), None)) is not None:
        return Attribution(said.person, None)
    if best is not None and (best.strength > 1 or (best.person.start == start and " " not in best.person.name) or _speaks(text, best)):
        return Attribution(best.person, None)
    return NOBODY


def _last_cue(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the cue nearest to the quotation that `text[start:end]` introduces."""
    for first, _ in reversed(FIRST_WORD_FINDER.find(text, start, end)):
        if (match := _CUE_BEFORE.match(text, first, end)) is not None:
            return match
    return None


def _subject_of_lead(text: str, start: int, match: re.Match[str], *, participle: bool) -> Person | None:
    """Return the speaker of what is introduced: the nearest person before the verb, the subject of the sentence before a participle, else whoever follows."""
    core = _CORE.fullmatch(match.group("cue")) is not None
    named = find_people(text, start, match.start())
    people = [each for each in named if each.strength > 1 or (each.strength and (core or _speaks(text, each)))]
    strong = [each for each in people if each.strength > 1] or people
    inverted = find_speaker_after(text, match.end("cue"), match.end()) if match["cue"].istitle() and match["rest"][:1].isspace() else None
    if inverted is not None and not text[match.end("cue") : inverted.start].strip():
        return inverted  # "Added Roe, …"
    while len(strong) > 1 and belongs(text, strong[-1].person):
        strong.pop()
    if strong:
        return strong[0].person if participle else first_named(text, strong)
    rest = match.group("rest")
    if (
        rest.strip(" ,:")
        and rest.split(None, 1)[0] != "that"
        and (person := find_speaker_after(text, match.end("cue"), match.end())) is not None
        and person.start - match.end("cue") < 90
        and text[person.end : person.end + 1] not in ("'", "’")  # "underscores Tarn's"
        and (" " in person.name or all(_stands_before_name(word) for word in text[match.end("cue") : person.start].split()))
    ):
        return person
    unnamed = OFFICE_ALONE.search(text, max(start, match.start() - NEAREST), match.start())
    if unnamed is not None and (
        unnamed.start() == start or text[unnamed.end() : unnamed.end() + 1] == "," or ADVERB_ALONE.fullmatch(text, unnamed.end(), match.start())
    ):
        return _make_unnamed(unnamed)
    if participle and named and " " not in named[0].person.name and TITLES.issuperset(text[start : named[0].person.start].split()):
        return named[0].person  # "CEO Roe praised the low costs, noting"
    near = match.start() - NEAREST
    lone = choose_person(text, named, lone=True) if near <= start else find_person(text, near, match.start(), lone=True)
    if lone is None or (" " in lone.name and not core):
        return None
    beside = ADVERB_ALONE.fullmatch(text, lone.end, match.start()) is not None
    return lone if beside or (core and text[lone.end : lone.end + 1] == ",") else None


def _stands_before_name(word: str) -> bool:
    return word in TITLES or word in PARTICLES or bare_word(word) in HONORIFICS


def _speaks(text: str, candidate: PersonCandidate) -> bool:
    """Return whether two capitalised words are the subject of a feeling, as only people are: "Lashaun Moe expressed joy at the news, declaring"."""
    return candidate.strength == 1 and _FEELS_NEXT.match(text, candidate.person.end) is not None


def first_named(text: str, people: list[PersonCandidate]) -> Person:
    """Return the last of several people, the first of those who speak jointly: "Jane Roe and Bob Moe said"."""
    last = len(people) - 1
    while last and _are_joint(text[people[last - 1].person.end : people[last].person.start]):
        last -= 1
    return people[last].person


def _are_joint(between: str) -> bool:
    """Return whether the words between two names join them: an "and" with at most a title after it."""
    before, _, after = between.rpartition(" and ")
    words = after.split()
    if len(words) > 1 and (words[-1] in TITLES or words[-1].lower() in LOWER_TITLES):
        words = words[-1:]  # "and Tarn CEO Bob Moe said"
    return bool(before or between.lstrip().startswith("and ")) and all(
        word in TITLES or word.lower() in LOWER_TITLES or word.islower() or bare_word(word) in HONORIFICS for word in words
    )


def find_office(text: str, start: int, end: int) -> Person | None:
    """Return the unnamed office that `text[start:end]` begins with, as in: said a spokesman. A spokesperson is given the company's name."""
    match = _SPOKESPERSON.match(text, start, end)
    if match is not None:
        return _make_unnamed(match, SPOKESPERSON)
    match = OFFICE_ALONE.match(text, start, end) or _ISSUER.match(text, start, end)
    return _make_unnamed(match) if match is not None else None


def find_company(text: str, start: int, end: int) -> Person | None:
    """Return several capitalised words that fill `text[start:end]` or precede "in a statement": perhaps a company that speaks."""
    match = _COMPANY.match(text, start, end)
    return _make_unnamed(match, ISSUER) if match is not None else None


def _make_unnamed(match: re.Match[str], title: str | None = None) -> Person:
    """Return the office or the company that a match names, in one line."""
    return Person(" ".join(match["who"].split()), title, *match.span("who"))


def belongs(text: str, person: Person) -> bool:
    """Return whether a name follows a word that makes it a company's or a place's."""
    return text[max(0, person.start - 5) : person.start].split()[-1:] in (["of"], ["at"], ["for"], ["with"], ["in"])


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return a place before which there can be no attribution: after the last full stop that ends a sentence."""
    ends = find_ends(text, start, end)
    while ends and end - ends[-1][1] < LONGEST_TITLE_REST and _COMPANY_STOP.search(text, start, ends[-1][0]):
        ends.pop()  # "Thomas Roe, Chairman of the Harlow Inc. Board, said"
    return ends[-1][1] if ends else start
