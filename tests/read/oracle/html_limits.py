"""What no page that people read has, and what would keep the parser busy for hours.

In: markup. Out: nothing, or an InputError that says what there is too much of.
"""

from __future__ import annotations

import re

from forelook.errors import InputError

# The standard's algorithm takes the square of the number of elements that are open at once (200,000 nested <div>: 87
# seconds; 4,000 unclosed <font> of as many sizes: 9), and browsers show no more than 512 levels.
_OPEN_LIMIT = 2000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:]*)[^<>]*?(/?)>")
_CLOSED_BY_ITSELF = frozenset(
    "area base br caption col colgroup dd dt embed hr html img input body head li link meta option p "  # noqa: SIM905 (as a list it fills a screen)
    "source tbody td tfoot th thead tr wbr".split()
)

# An attribute is compared with all that the tag has already (100,000 on one tag: 40 seconds). In a tag too long to be an
# ordinary one, whatever blanks part outside of short quotations counts as one.
_ATTRIBUTE_LIMIT = 1000
_MANY_ATTRIBUTES = re.compile(
    rf"""<[a-zA-Z][^\s/>]*+
        (?:
            [\s/"']*+ =?+ [^\s/>=]++                                                  # a name
            (?: \s*+ = \s*+ (?: "[^"]{{0,500}}+" | '[^']{{0,500}}+' | [^\s>]*+ ) )?+    # its value
        ){{{_ATTRIBUTE_LIMIT}}}""",
    re.VERBOSE,
)


def check_markup(markup: str, where: str) -> None:
    """Raise InputError for a page that no parser reads in good time; `where` names it."""
    _check_nesting(markup, where)
    if _MANY_ATTRIBUTES.search(markup):
        raise InputError(where, f"an element of the HTML has more than {_ATTRIBUTE_LIMIT} attributes", "repair it, or save it as text")


def _check_nesting(markup: str, where: str) -> None:
    opened = 0
    for slash, tag, empty in _TAG.findall(markup):
        if empty or tag.lower() in _CLOSED_BY_ITSELF:
            continue
        opened = max(0, opened - 1) if slash else opened + 1
        if opened > _OPEN_LIMIT:
            reason = f"the HTML has more than {_OPEN_LIMIT} elements open at once"
            raise InputError(where, reason, "repair it (HTML Tidy closes what is open), or save it as text")
