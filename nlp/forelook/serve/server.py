"""The server of the page: tags the releases, opens a socket on the loopback interface, and serves until it is stopped.

In: paths, a folder. Out: a page at an address with the token of this run; the address is written to standard error.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from forelook import __version__
from forelook.counting import say_count
from forelook.errors import ForelookError, MissingExtraError
from forelook.model.precise import find_precise
from forelook.model.store import METADATA_FILE, default_directory
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.run.each import read_each
from forelook.run.progress import Reporter
from forelook.serve.desk import Desk
from forelook.serve.training import MODEL, Training
from forelook.tagger import Tagger
from forelook.train.base import default_base

LOOPBACK = {"127.0.0.1": socket.AF_INET, "localhost": socket.AF_INET, "::1": socket.AF_INET6}
_TOKEN_BYTES = 24
_MOST_CONNECTIONS = 64
_LONGEST_HEAD = 16_384  # bytes of a request's headers


class Served(NamedTuple):
    """A page ready to be served: its socket, its address, and how many inputs failed."""

    socket: socket.socket
    address: str
    desk: Desk
    training: Training
    failures: int


def serve(
    paths: Sequence[str],
    folder: Path,
    *,
    model: Path | None,
    host: str,
    port: int,
    precise: bool = False,
    columns: Columns = ID_AND_TEXT,
    say: Callable[[str], None],
) -> int:
    """Serve the page until Ctrl-C; return how many inputs failed. Raises ForelookError where there is nothing to serve or no such host or port."""
    served = prepare(paths, folder, model=model, host=host, port=port, precise=precise, columns=columns, say=say)
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from forelook.serve.app import make_app  # noqa: PLC0415 - imports Starlette, of the same extra
    except ImportError as error:
        raise MissingExtraError("correcting in the browser", "serve") from error
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    app = make_app(served.desk, served.training, token=token, hosts=_list_hosts(served))
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        timeout_graceful_shutdown=2,
    )
    say(f"correct {say_count(len(served.desk.releases), 'release')} at {served.address}/{token}/ - Ctrl-C ends it; every change is saved in {folder} at once")
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[served.socket])
    say("ended")
    return served.failures


def prepare(
    paths: Sequence[str],
    folder: Path,
    *,
    model: Path | None,
    host: str,
    port: int,
    precise: bool = False,
    columns: Columns = ID_AND_TEXT,
    say: Callable[[str], None],
) -> Served:
    """Return the socket of the page and what it will show; raises ForelookError where there is no release, or no such host or port."""
    if host not in LOOPBACK:
        raise ForelookError(f"--host {host}: the page is only for this machine; name one of {', '.join(LOOPBACK)}, or leave it out")
    shipped = model or default_directory()
    own, transformer = folder / MODEL, find_precise(precise)
    tagger = Tagger(own if model is None and (own / METADATA_FILE).is_file() else shipped, precise=transformer)
    if tagger.directory == own:
        say(f"tagging with {own}, which was trained here earlier")
    desk = Desk(folder)
    with Reporter(paths, bar=False) as reporter:
        refused = desk.open(read_each(paths, reporter, columns), tagger)
    for message in refused:
        say(message)
    if not desk.releases:
        raise ForelookError("no release to correct; name files with releases")
    training = Training(folder, shipped, default_base(), __version__, lambda place: desk.tag_again(Tagger(place, precise=transformer)))
    opened = _open(host, port)
    name = f"[{host}]" if ":" in host else host
    return Served(opened, f"http://{name}:{opened.getsockname()[1]}", desk, training, reporter.failures + len(refused))


def _list_hosts(served: Served) -> frozenset[str]:
    """Return the hosts, with the port, under which a browser on this machine may ask for the page."""
    port = served.socket.getsockname()[1]
    return frozenset({served.address.removeprefix("http://"), f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"})


def _open(host: str, port: int) -> socket.socket:
    opened = socket.socket(LOOPBACK[host])
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(("127.0.0.1" if host == "localhost" else host, port))
        opened.listen()  # a browser that connects before the server is up waits
    except (OSError, OverflowError) as error:
        opened.close()
        raise ForelookError(f"port {port} of {host} is not available: {error}; name another with --port, or none") from error
    return opened
