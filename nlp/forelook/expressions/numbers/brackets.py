"""Square brackets round the figures of a draft: "[$80-$90] million", "$[0.40] to $[0.45]".

In: a folded text. Out: the same with such brackets blanked, as long as it was; those round marks of notes ("sales [1]") stay.
"""

from __future__ import annotations

import re

_DRAFTED = re.compile(r"\[\s*[$€£][^\[\]]{1,40}\]|[$€£]\s*\[[\d.,\s–—-]{1,24}\]|\[[\d.,\s–—-]{1,24}%?\](?=\s*(?:%|percent\b|million|billion|cents))")


def open_brackets(text: str) -> str:
    """Return a folded text with blanks for the brackets round a draft's figures."""
    if "[" not in text:
        return text
    return _DRAFTED.sub(lambda match: match.group().replace("[", " ").replace("]", " "), text)
