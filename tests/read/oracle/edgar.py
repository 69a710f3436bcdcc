"""The documents of a submission, found by regular expressions over all of it: what the reader that only looks for tags is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_DOCUMENT = re.compile(r"^<DOCUMENT>[ \t]*\r?$|<DOCUMENT>(?=<TYPE>)", re.MULTILINE)
_TYPE = re.compile(r"(?:^|(?<=>))<TYPE>[ \t]*([^\s<]+)", re.MULTILINE)
_SEQUENCE = re.compile(r"<SEQUENCE>[ \t]*(\d+)")
_TEXT = re.compile(r"^<TEXT>[ \t]*(\r?\n|\r)?|(?<=[^\n])<TEXT>", re.MULTILINE)
_TEXT_END = re.compile(r"^[ \t]*</TEXT>|</TEXT>(?=[ \t]*\r?$|</DOCUMENT>)", re.MULTILINE)


def find_documents(submission: str) -> Iterator[tuple[str, str, int, int | None]]:
    """Yield type, sequence number, and where the text begins and ends (None: nowhere)."""
    begins = [match.end() for match in _DOCUMENT.finditer(submission)]
    for number, (begin, stop) in enumerate(pairwise([*begins, len(submission)]), start=1):
        text = _TEXT.search(submission, begin, stop)
        head_end = text.start() if text else stop
        type_ = _TYPE.search(submission, begin, head_end)
        sequence = _SEQUENCE.search(submission, begin, head_end)
        end = _TEXT_END.search(submission, text.end(), stop) if text else None
        yield type_[1].upper() if type_ else "(no type)", sequence[1] if sequence else str(number), text.end() if text else stop, end.start() if end else None
