"""Names of what the hashed features are made of: the context columns of a unit, and the templates of a cue window.

In: nothing. Out: two tables, in the order of the codes in context.pyx and rows.pyx, which tests hold against these; the model card shows them.
"""

from __future__ import annotations

CONTEXT = {
    "kind": "kind of the unit: sentence, heading, list item, table, …",
    "kind_before": "its kind with that of the unit before it",
    "kind_after": "its kind with that of the unit after it",
    "position": "how many units precede it, up to twelve, and whether it is a heading",
    "tenth": "in which tenth of the release it is, and whether it is a heading",
    "length": "how many binary digits its number of characters has, and its kind",
    "quotation": "how it relates to quotation marks, and its kind",
    "quotation_around": "the same of the units before it, of it, and after it",
    "capitals": "whether all its letters are capitals, and its kind",
    "ending": "its last character, letters and digits as one each, and whether it is a heading or list item",
    "paragraph": "whether it begins a paragraph, and how many units follow it, up to seven",
    "section": "whether it is below a heading",
    "has_money": "whether it holds a currency sign",
    "has_percent": "whether it holds a per cent sign or word",
    "has_bracket_colon": "whether it holds a bracket, and a colon",
    "has_semicolon": "whether it holds a semicolon",
    "has_address": "whether it holds an @, and a web address",
    "has_question_trademark": "whether it holds a question mark, and a trademark or copyright sign",
    "form": "which of the nine signs above it holds, together, and its kind",
}

CUES = {
    "cue_word": "the cue word itself",
    "cue_next": "it and the word after it",
    "cue_next_two": "it and the two words after it",
    "word_cue": "the word before it, and it",
    "form_cue_form": "the outward form of the word before it, it, and that of the word after it",
    "two_forms_cue": "the outward forms of the two words before it, and it",
    "group_two_forms": "its group of cue words, and the outward forms of the two words after it",
    "form_group_next": "the outward form of the word before it, its group, and the word after it",
    "group_gap_next": "its group, and the word after the next",
    "group_next_two_forms": "its group, the word after it, and the outward forms of the two words after that",
}
