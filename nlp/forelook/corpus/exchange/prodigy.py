"""Prodigy: tasks for `spans.manual`, and the output of `db-out`.

In: gold releases, or JSON Lines. Out: `tasks.jsonl` with `text`, `tokens`, `spans`, `meta`, or gold releases. Offsets count code
points, since Prodigy is Python; `token_start` and `token_end` count tokens, the last one included. Tokens are split at the ends of
units. The source is Prodigy's documentation (prodigy.ai/docs/api-interfaces): the package is not on PyPI.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct
from spacy.vocab import Vocab

from forelook.components.tokenizer import ReleaseTokenizer, tokenize_at
from forelook.corpus.exchange import Files
from forelook.corpus.exchange.gather import Found, LeftOutError, attempt_rows, gather
from forelook.corpus.exchange.names import make_unit, name_unit
from forelook.corpus.gold import GoldRelease
from forelook.errors import AnnotationError

TASKS = "tasks.jsonl"


class _Span(Struct):
    start: int
    end: int
    label: str
    speaker: str | None = None


class _Meta(Struct, frozen=True):
    id: str | None = None


class _Task(Struct):
    text: str
    spans: list[_Span] = []
    meta: _Meta = _Meta()
    answer: str = "accept"


def export(releases: list[GoldRelease]) -> Files:
    """Return the tasks, with their spans."""
    tokenizer = ReleaseTokenizer(Vocab())
    return {TASKS: b"".join(msgspec.json.encode(_write_task(release, tokenizer)) + b"\n" for release in releases)}


def _write_task(release: GoldRelease, tokenizer: ReleaseTokenizer) -> dict[str, Any]:
    doc = tokenize_at(release.text, (place for unit in release.units for place in (unit.start, unit.end)), tokenizer)
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i for token in doc}
    spans = []
    for unit in release.units:
        span = {"start": unit.start, "end": unit.end, "token_start": starts[unit.start], "token_end": ends[unit.end], "label": name_unit(unit)}
        span["text"] = release.text[unit.start : unit.end]
        spans.append({**span, "speaker": unit.speaker} if unit.speaker else span)
    tokens = [{"text": token.text, "start": token.idx, "end": token.idx + len(token), "id": token.i, "ws": bool(token.whitespace_)} for token in doc]
    return {"text": release.text, "meta": {"id": release.id}, "tokens": tokens, "spans": spans}


def read(files: Files) -> Iterator[Found]:
    """Yield the release of every task of every JSON Lines file among `files`, or why there is none; rejected and ignored tasks are left out."""
    return attempt_rows(_read_task, files)


def _read_task(line: bytes, where: str) -> GoldRelease:
    try:
        task = _DECODER.decode(line)
    except msgspec.MsgspecError as error:
        raise AnnotationError(f"{where}: {error}; expected a task as Prodigy's db-out writes it") from error
    if task.answer != "accept":
        raise LeftOutError(f"{where}: {task.meta.id or 'a task'} is left out: the answer was {task.answer}")
    units = [make_unit(span.label, span.start, span.end, span.speaker, where) for span in task.spans]
    return gather(task.meta.id or where, task.text, units, where)


_DECODER = msgspec.json.Decoder(_Task)
