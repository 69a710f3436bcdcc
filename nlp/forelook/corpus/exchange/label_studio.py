r"""Label Studio: tasks with predictions to correct, and the annotations that it exports.

In: gold releases, or the JSON that Label Studio exports. Out: `tasks.json` to import and `config.xml` for the project, or
gold releases. Offsets count code points: the editor (seen in 1.23.2) splits a text node with `[...text]`, not by its length,
since issue 1008 was fixed; `\\r\\n` counts as two. A speaker is the text area of its region.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from forelook.corpus.exchange import Files
from forelook.corpus.exchange.gather import Found, LeftOutError, attempt, gather
from forelook.corpus.exchange.names import NAMES, make_unit, name_unit
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError

TASKS, CONFIG = "tasks.json", "config.xml"
LABELS, SPEAKER, TEXT = "label", "speaker", "text"  # names of the tags in CONFIG
MODEL_VERSION = "forelook"

_EXPECTED = "expected what Label Studio exports as JSON (not JSON-MIN)"
_COLOURS = ("#2e7d32", "#546e7a", "#1565c0", "#00838f", "#ef6c00", "#bdbdbd", "#9ccc65", "#90a4ae")
_CONFIG = """<View>
  <Style>.htx-text {{ white-space: pre-wrap; }}</Style>
  <Labels name="{labels}" toName="{text}">
{entries}
  </Labels>
  <Text name="{text}" value="$text"/>
  <TextArea name="{speaker}" toName="{text}" perRegion="true" maxSubmissions="1" editable="true" placeholder="Who says it?"/>
</View>
"""


class _Value(Struct):
    start: int
    end: int
    labels: list[str] = []
    text: str | list[str] = ""


class _Item(Struct):
    id: str = ""
    type: str = ""
    value: msgspec.Raw = msgspec.Raw(b"{}")


class _Result(Struct):
    result: list[_Item] = []
    was_cancelled: bool = False


class _Data(Struct):
    text: str
    id: str | None = None


class _Task(Struct):
    data: _Data
    annotations: list[_Result] = []
    predictions: list[_Result | int] = []


def export(releases: list[GoldRelease]) -> Files:
    """Return tasks with one prediction each, and the labelling configuration that they need."""
    tasks = [{"data": {"id": release.id, "text": release.text}, "predictions": [_write_prediction(release)]} for release in releases]
    return {TASKS: msgspec.json.format(msgspec.json.encode(tasks), indent=1), CONFIG: make_config().encode()}


def _write_prediction(release: GoldRelease) -> dict[str, Any]:
    """Return the prediction of a task; its score is that of the least certain unit, so that sorting by score lists the releases worth checking first."""
    prediction: dict[str, Any] = {"model_version": MODEL_VERSION, "result": [item for unit in release.units for item in _write_items(release.text, unit)]}
    scores = [unit.score for unit in release.units if unit.score is not None]
    return {**prediction, "score": min(scores)} if scores else prediction


def make_config() -> str:
    """Return the labelling configuration of a project for forelook's labels."""
    entries = "\n".join(f'    <Label value="{name}" background="{colour}"/>' for name, colour in zip(NAMES, _COLOURS, strict=True))
    return _CONFIG.format(labels=LABELS, speaker=SPEAKER, text=TEXT, entries=entries)


def _write_items(text: str, unit: GoldUnit) -> list[dict[str, Any]]:
    place = {"start": unit.start, "end": unit.end}
    common = {"id": f"u{unit.start}", "to_name": TEXT}
    shown = text[unit.start : unit.end].replace("\r", "\\n").replace("\n", "\\n")  # as the editor writes line ends
    items: list[dict[str, Any]] = [{**common, "from_name": LABELS, "type": "labels", "value": {**place, "text": shown, "labels": [name_unit(unit)]}}]
    if unit.score is not None:
        items[0]["score"] = unit.score
    if unit.speaker:
        items.append({**common, "from_name": SPEAKER, "type": "textarea", "value": {**place, "text": [unit.speaker]}})
    return items


def read(files: Files, *, accept_predictions: bool = False) -> Iterator[Found]:
    """Yield the release of every task of every JSON export, or why there is none.

    The last annotation of a task that was not skipped counts; where there is none, its first prediction, if `accept_predictions`. The
    server's own export lists predictions only by number.
    """
    for name, content in files.items():
        if not name.endswith(".json"):
            continue
        try:
            tasks = msgspec.json.decode(content, type=list[msgspec.Raw])
        except msgspec.MsgspecError as error:
            yield AnnotationError(f"{name}: {error}; {_EXPECTED}")
            continue
        for number, task in enumerate(tasks, 1):
            yield attempt(lambda task, where: _read_task(task, where, accept_predictions=accept_predictions), task, f"{name}: task {number}")


def _read_task(content: msgspec.Raw, where: str, *, accept_predictions: bool) -> GoldRelease:
    try:
        task = msgspec.json.decode(content, type=_Task)
    except msgspec.MsgspecError as error:
        raise AnnotationError(f"{where}: {error}; {_EXPECTED}") from error
    where = f"{where}: {task.data.id}" if task.data.id else where
    done = [annotation for annotation in task.annotations if not annotation.was_cancelled]
    predicted = [prediction for prediction in task.predictions if isinstance(prediction, _Result)] if accept_predictions else []
    if chosen := [*done[-1:], *predicted[:1]]:
        return _read_items(task.data, chosen[0].result, where)
    raise LeftOutError(f"{where} is left out: nobody has submitted it; {_advise(task, accept_predictions=accept_predictions)}")


def _advise(task: _Task, *, accept_predictions: bool) -> str:
    """Return what to do about a task without an annotation."""
    if any(isinstance(prediction, int) for prediction in task.predictions):
        return f"its predictions are not in the file; import the {TASKS} that forelook wrote with --accept-predictions first, then this into the same directory"
    if task.predictions and not accept_predictions:
        return "submit it there, or say --accept-predictions to take what was predicted"
    return "submit it there; nothing was predicted"


def _read_items(data: _Data, items: list[_Item], where: str) -> GoldRelease:
    speakers: dict[str, str] = {}
    spans: dict[str, _Value] = {}
    for item in items:
        if item.type not in ("labels", "textarea"):
            continue
        try:
            value = msgspec.json.decode(item.value, type=_Value)
        except msgspec.MsgspecError as error:
            raise AnnotationError(f"{where}: region {item.id!r}: {error}; expected a span of text, with start and end") from error
        if item.type == "labels":
            spans[item.id] = value
        else:
            speakers[item.id] = value.text if isinstance(value.text, str) else " ".join(value.text)
    units = []
    for key, value in spans.items():
        if len(value.labels) != 1:
            raise AnnotationError(f"{where}: region {key!r} has {len(value.labels)} labels; expected one")
        units.append(make_unit(value.labels[0], value.start, value.end, speakers.get(key), where))
    return gather(data.id or where, data.text, units, where)
