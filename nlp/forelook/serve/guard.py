"""The guard of the page: lets in only this machine's browser, with the token of this run, from the page itself.

In: ASGI requests. Out: the same passed on to the application, or a refusal in one line of text. The token is in the URL rather than in a cookie,
which a browser would send with requests of other sites, too. Another site does not know the token; if it did, its Origin would be refused; and a
host name of its own that resolves to this machine (DNS rebinding) is refused by the Host header.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES = 16_384  # of the body of a request; a change takes a few hundred
JSON_TYPE = b"application/json"  # another site cannot send it without a preflight request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}


class Guard:
    """Refuses requests that do not come from the page, limits their size, and adds the headers that isolate the page."""

    def __init__(self, app: App, *, token: str, hosts: frozenset[str]) -> None:
        self._app, self._token, self._hosts = app, token.encode(), hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; connections of other kinds are ignored."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        if scope["type"] != "http":
            return
        headers = _read_headers(scope)
        refusal = self._find_fault(scope, headers) if headers is not None else (400, "a header is repeated")
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        body = await _read_body(receive)
        if body is None:
            await _refuse(send, 413, f"the body is larger than {MOST_BYTES:,} bytes")
            return
        await self._app(scope, _replay(body), _add_headers(send))

    def _find_fault(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[int, str] | None:
        """Return the status and reason of a refusal, None for a request to pass on."""
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            return 421, "this is forelook's page for this machine alone; open the address that the terminal shows"
        if not hmac.compare_digest(scope["path"].lstrip("/").partition("/")[0].encode("utf-8", "replace"), self._token):
            return 404, "no such page; open the address that the terminal shows, which is another one at every start"
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin-1") != f"http://{host}":
            return 403, "a request from another site"
        if headers.get(b"sec-fetch-site", b"none") not in (b"none", b"same-origin"):
            return 403, "a request from another site"
        if scope["method"] == "POST":
            if origin is None:
                return 403, "a change without an Origin header"
            if headers.get(b"content-type", b"").split(b";")[0].strip() != JSON_TYPE:
                return 415, "a change is sent as application/json"
        return None


def _read_headers(scope: Scope) -> dict[bytes, bytes] | None:
    """Return the headers by name, None where one that the guard checks occurs twice."""
    found: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        if name in found and name in (b"host", b"origin", b"content-type", b"sec-fetch-site"):
            return None
        found[name] = value
    return found


async def _read_body(receive: Receive) -> bytes | None:
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body", False):
            return body


def _replay(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _add_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *_HEADERS.items()]
        await send(message)

    return send_with_headers


async def _refuse(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS.items(), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"forelook: {reason}\n".encode()})
