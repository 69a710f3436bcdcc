"""The routes of the page, below its token: the page itself, its style and scripts, releases, changes, training.

In: a Desk and a Training. Out: an ASGI application behind its Guard. Every response except page, style and scripts is JSON; an error is
`{"error": kind, "message": words}`.
"""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from forelook.errors import ForelookError, OutputError
from forelook.serve.changes import Change, ChangeError
from forelook.serve.desk import Desk, OpenRelease, StaleError
from forelook.serve.files import ConflictError
from forelook.serve.guard import App, Guard
from forelook.serve.training import Training
from forelook.serve.views import list_releases, show_release, show_splice

_FILES = {
    "page.css": ("forelook.export.page", "text/css"),
    "annotate.css": ("forelook.serve", "text/css"),
    "main.js": ("forelook.serve", "text/javascript"),
    "actions.js": ("forelook.serve", "text/javascript"),
    "sheet.js": ("forelook.serve", "text/javascript"),
    "units.js": ("forelook.serve", "text/javascript"),
    "requests.js": ("forelook.serve", "text/javascript"),
    "training.js": ("forelook.serve", "text/javascript"),
}
_STATUS: tuple[tuple[type[Exception], int, str], ...] = (
    (ConflictError, 409, "conflict"),
    (StaleError, 409, "stale"),
    (ChangeError, 422, "change"),
    (OutputError, 507, "disk"),
    (OSError, 507, "disk"),
    (ForelookError, 422, "file"),
)


class _Changing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    revision: int
    change: Change


class _Undoing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    revision: int


class _Settling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keep: Literal["mine", "theirs"]


class AppState(NamedTuple):
    """What the routes work on."""

    desk: Desk
    training: Training


def make_app(desk: Desk, training: Training, *, token: str, hosts: frozenset[str]) -> App:
    """Return the application; `hosts` are the Host headers that are this machine's own, with the port."""
    state = AppState(desk, training)
    routes = [
        Route(f"/{token}/", _page, methods=["GET"]),
        Route(f"/{token}/files/{{name}}", _file, methods=["GET"]),
        Route(f"/{token}/releases", partial(_answer, _list, state), methods=["GET"]),
        Route(f"/{token}/releases/{{number:int}}", partial(_answer, _show, state), methods=["GET"]),
        Route(f"/{token}/releases/{{number:int}}/changes", partial(_answer, _change, state), methods=["POST"]),
        Route(f"/{token}/releases/{{number:int}}/undo", partial(_answer, _undo, state), methods=["POST"]),
        Route(f"/{token}/releases/{{number:int}}/conflict", partial(_answer, _settle, state), methods=["POST"]),
        Route(f"/{token}/training", partial(_answer, _progress, state), methods=["GET"]),
        Route(f"/{token}/training", partial(_answer, _train, state), methods=["POST"]),
    ]
    return Guard(Starlette(routes=routes), token=token, hosts=hosts)


async def _page(_request: Request) -> Response:
    return Response(_render(), media_type="text/html")


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        return _error(404, "missing", "no such file")
    package, kind = _FILES[name]
    return Response(files(package).joinpath("templates", name).read_bytes(), media_type=kind)


async def _answer(answer: Any, state: AppState, request: Request) -> Response:
    """Return the result of `answer` as JSON, run in a thread: it may tag, write files and wait for locks."""
    body = await request.body()
    try:
        found = await run_in_threadpool(answer, state, request.path_params, body)
    except msgspec.MsgspecError as error:
        return _error(400, "request", str(error))
    except LookupError:
        return _error(404, "missing", "there is no such release")
    except (ForelookError, OSError) as error:
        status, kind = next((status, kind) for type_, status, kind in _STATUS if isinstance(error, type_))
        return _error(status, kind, str(error))
    return Response(msgspec.json.encode(found), media_type="application/json")


def _list(state: AppState, _path: dict[str, Any], _body: bytes) -> object:
    return {"folder": str(state.desk.folder), "releases": list_releases(state.desk)}


def _show(state: AppState, path: dict[str, Any], _body: bytes) -> object:
    return show_release(_find(state, path), path["number"])


def _change(state: AppState, path: dict[str, Any], body: bytes) -> object:
    asked = msgspec.json.decode(body, type=_Changing)
    release = _find(state, path)
    return show_splice(release, release.change(asked.change, asked.revision))


def _undo(state: AppState, path: dict[str, Any], body: bytes) -> object:
    asked = msgspec.json.decode(body, type=_Undoing)
    release = _find(state, path)
    return show_splice(release, release.undo(asked.revision))


def _settle(state: AppState, path: dict[str, Any], body: bytes) -> object:
    asked = msgspec.json.decode(body, type=_Settling)
    release = _find(state, path)
    aside = release.settle(asked.keep)
    return {"aside": str(aside) if aside else None, "release": show_release(release, path["number"])}


def _progress(state: AppState, _path: dict[str, Any], _body: bytes) -> object:
    return state.training.progress


def _train(state: AppState, _path: dict[str, Any], _body: bytes) -> object:
    if not any(release.pair.is_saved for release in state.desk.releases):
        raise ChangeError("nothing has been corrected yet; correct some units, or say that they are right")
    state.training.start()
    return state.training.progress


def _find(state: AppState, path: dict[str, Any]) -> OpenRelease:
    return state.desk.releases[int(path["number"])]


def _error(status: int, kind: str, message: str) -> Response:
    return Response(msgspec.json.encode({"error": kind, "message": message}), status_code=status, media_type="application/json")


@cache
def _render() -> str:
    environment = Environment(loader=PackageLoader("forelook.serve"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("annotate.html").render()
