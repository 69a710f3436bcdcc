"""The page's routes: what each answers, and all that it refuses."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.serve.conftest import ANN, TEXT

from forelook.records import Document, Source
from forelook.serve.app import make_app
from forelook.serve.desk import Desk
from forelook.serve.guard import MOST_BYTES
from forelook.serve.training import Training
from forelook.tagger import Tagger

starlette = pytest.importorskip("starlette.testclient", reason="the extra [serve] is not installed")
TOKEN = "a-token-of-this-run"
HOST = "127.0.0.1:8765"
ORIGIN = f"http://{HOST}"


@pytest.fixture
def desk(document: Document, folder: Path, tagger: Tagger) -> Desk:
    desk = Desk(folder)
    assert desk.open([document, Document("<i>&amp;\u202e", TEXT + "<script>alert(1)</script> said \u202eBob\x1b\n", Source())], tagger) == []
    return desk


@pytest.fixture
def training(folder: Path, small_model: Path, base_directory: Path, desk: Desk) -> Training:
    return Training(folder, small_model, base_directory, "0", lambda place: desk.tag_again(Tagger(place)))


@pytest.fixture
def client(desk: Desk, training: Training) -> Iterator[Any]:
    app = make_app(desk, training, token=TOKEN, hosts=frozenset({HOST}))
    with starlette.TestClient(app, base_url=ORIGIN, raise_server_exceptions=True) as client:
        yield client


@pytest.fixture
def post(client: Any) -> Callable[..., Any]:
    return lambda path, body, **headers: client.post(f"/{TOKEN}/{path}", json=body, headers={"Origin": ORIGIN, **headers})


def code(unit: int, code: str, revision: int = 0) -> dict[str, Any]:
    return {"revision": revision, "change": {"do": "code", "unit": unit, "code": code}}


def test_the_page_and_its_files(client: Any) -> None:
    page = client.get(f"/{TOKEN}/")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    names = set(re.findall(r'(?:href|src)="files/([^"]+)"', page.text))
    scripts = [path for path in files("forelook.serve").joinpath("templates").iterdir() if path.name.endswith(".js")]
    assert {"page.css", "annotate.css", "main.js"} == names
    for name in names | {path.name for path in scripts}:
        found = client.get(f"/{TOKEN}/files/{name}")
        assert found.status_code == 200
        assert found.headers["content-type"].startswith("text/css" if name.endswith("css") else "text/javascript")
        for imported in re.findall(r'from "\./([^"]+)"', found.text):
            assert client.get(f"/{TOKEN}/files/{imported}").status_code == 200
    assert not re.search(r"\s(on\w+|style)=", page.text)
    assert client.get(f"/{TOKEN}/files/main.py").status_code == 404
    assert client.get(f"/{TOKEN}/files/..%2fapp.py").status_code == 404


def test_no_script_makes_html_of_text() -> None:
    for path in files("forelook.serve").joinpath("templates").iterdir():
        if path.name.endswith(".js"):
            assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ["", "releases", "releases/9", "files/none", "nothing", "releases/0/changes"])
def test_every_answer_keeps_itself_to_itself(client: Any, path: str) -> None:
    headers = client.get(f"/{TOKEN}/{path}").headers
    policy = headers["content-security-policy"]
    for rule in (
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ):
        assert rule in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"  # the address holds the token
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_releases_and_their_units(client: Any) -> None:
    found = client.get(f"/{TOKEN}/releases").json()
    assert found["releases"][0] == {"number": 0, "id": "tarn", "doubts": 1, "saved": True}
    release = client.get(f"/{TOKEN}/releases/0").json()
    assert [unit["code"] for unit in release["units"]] == ["H", "M", "H", "G", "QF", "QN", "TH", "S"]
    assert release["units"][3]["doubt"] == {"certainty": 0.53, "code": "G", "other": "H", "question": "does it state the company's future?"}
    assert release["units"][3]["comments"] == ["a second comment"]
    assert release["units"][6]["pieces"][:2] == [["                2004      2005", True], ["    Sales       $ 1.0     $ 1.2", True]]
    assert {"Ada Berg", "management", "unknown"} <= set(release["speakers"])
    assert release["title"] == "Tarn Pumps Reports Third Quarter"


def test_a_hostile_release_is_text(client: Any) -> None:
    release = client.get(f"/{TOKEN}/releases/1")
    assert release.headers["content-type"] == "application/json"
    assert "<script>alert(1)</script>" in " ".join(words for unit in release.json()["units"] for words, _ in unit["pieces"])
    assert not set("\u202e\x1b") & set(release.text)


def test_a_change_is_saved_at_once(post: Callable[..., Any], read_ann: Callable[[], str]) -> None:
    found = post("releases/0/changes", code(2, "G")).json()
    assert (found["at"], found["removed"], [unit["code"] for unit in found["units"]], found["revision"], found["undo"]) == (2, 1, ["G"], 1, True)
    assert "G\tTarn Pumps earned" in read_ann()
    found = post("releases/0/undo", {"revision": 1}).json()
    assert (found["at"], [unit["code"] for unit in found["units"]], found["undo"]) == (2, ["H"], False)
    assert read_ann() == ANN


@pytest.mark.parametrize(
    ("change", "removed", "added"),
    [
        ({"do": "speaker", "unit": 5, "speaker": "Berg"}, 1, ["QN"]),
        ({"do": "confirm", "unit": 3}, 1, ["G"]),
        ({"do": "table", "unit": 6, "table": False}, 1, ["H"]),
        ({"do": "cut", "unit": 0, "piece": 2}, 1, ["H", "H"]),
        ({"do": "join", "unit": 1}, 2, ["M"]),
        ({"do": "confirm", "unit": 0}, 0, []),
    ],
)
def test_every_kind_of_change(post: Callable[..., Any], change: dict[str, Any], removed: int, added: list[str]) -> None:
    found = post("releases/0/changes", {"revision": 0, "change": change}).json()
    assert (found["removed"], [unit["code"] for unit in found["units"]]) == (removed, added)


REFUSED_CHANGES = {
    "stale": (code(2, "G", 7), 409, "stale", "has changed since the page read it"),
    "impossible": (code(6, "S"), 422, "change", "mark it as no table first"),
    "no such code": (code(2, "X"), 400, "request", "Invalid enum value 'X'"),
    "no such change": ({"revision": 0, "change": {"do": "drop", "unit": 1}}, 400, "request", "Invalid value 'drop'"),
    "unknown field": ({"revision": 0, "change": {"do": "confirm", "unit": 1, "path": "/"}}, 400, "request", "unknown field `path`"),
    "no object": ([], 400, "request", "Expected `object`"),
}


@pytest.mark.parametrize(("body", "status", "kind", "message"), REFUSED_CHANGES.values(), ids=REFUSED_CHANGES)
def test_a_change_that_is_refused(post: Callable[..., Any], read_ann: Callable[[], str], body: Any, status: int, kind: str, message: str) -> None:
    found = post("releases/0/changes", body)
    assert (found.status_code, found.json()["error"]) == (status, kind)
    assert message in found.json()["message"]
    assert read_ann() == ANN


def test_no_such_release(client: Any, post: Callable[..., Any]) -> None:
    assert client.get(f"/{TOKEN}/releases/2").status_code == 404
    assert post("releases/2/changes", code(0, "G")).status_code == 404
    assert client.get(f"/{TOKEN}/releases/-1").status_code == 404


def test_a_conflict_is_reported_and_settled(post: Callable[..., Any], folder: Path, read_ann: Callable[[], str]) -> None:
    theirs = ANN.replace("M\tDULUTH", "H\tDULUTH")
    (folder / "tarn.ann").write_text(theirs, encoding="utf-8")
    found = post("releases/0/changes", code(2, "G"))
    assert (found.status_code, found.json()["error"]) == (409, "conflict")
    assert "has been changed by another program" in found.json()["message"]
    assert read_ann() == theirs
    assert post("releases/0/conflict", {"keep": "both"}).status_code == 400
    settled = post("releases/0/conflict", {"keep": "theirs"}).json()
    assert settled["aside"] is None
    assert settled["release"]["units"][1]["code"] == "H"
    (folder / "tarn.ann").write_text("theirs", encoding="utf-8")
    aside = post("releases/0/conflict", {"keep": "mine"}).json()["aside"]
    assert Path(aside).read_text(encoding="utf-8") == "theirs"


REFUSED: dict[str, tuple[str, str, dict[str, str], int, str]] = {
    "wrong token": ("GET", "/another-token/", {}, 404, "open the address that the terminal shows"),
    "no token": ("GET", "/", {}, 404, "open the address that the terminal shows"),
    "token of another length": ("GET", f"/{TOKEN}x/releases", {}, 404, "no such page"),
    "another host": ("GET", f"/{TOKEN}/", {"Host": "evil.example"}, 421, "for this machine alone"),
    "another port": ("GET", f"/{TOKEN}/", {"Host": "127.0.0.1:80"}, 421, "for this machine alone"),
    "another origin": ("GET", f"/{TOKEN}/releases", {"Origin": "http://evil.example"}, 403, "from another site"),
    "opaque origin": ("POST", f"/{TOKEN}/releases/0/changes", {"Origin": "null"}, 403, "from another site"),
    "origin of another port": ("POST", f"/{TOKEN}/releases/0/changes", {"Origin": "http://127.0.0.1:8766"}, 403, "from another site"),
    "embedded by another site": ("GET", f"/{TOKEN}/files/main.js", {"Sec-Fetch-Site": "cross-site"}, 403, "from another site"),
    "embedded by another port": ("GET", f"/{TOKEN}/", {"Sec-Fetch-Site": "same-site"}, 403, "from another site"),
    "change without an origin": ("POST", f"/{TOKEN}/training", {}, 403, "without an Origin"),
    "a form's change": ("POST", f"/{TOKEN}/training", {"Origin": ORIGIN, "Content-Type": "text/plain"}, 415, "application/json"),
    "too large a body": ("POST", f"/{TOKEN}/releases/0/changes", {"Origin": ORIGIN, "X-Size": "large"}, 413, "larger than 16,384 bytes"),
}


@pytest.mark.parametrize(("method", "path", "headers", "status", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(client: Any, read_ann: Callable[[], str], method: str, path: str, headers: dict[str, str], status: int, message: str) -> None:
    content = b"{" + b" " * (MOST_BYTES if "X-Size" in headers else 0) + b"}"
    sent = {"Content-Type": "application/json", **headers} if method == "POST" else headers
    found = client.request(method, path, headers=sent, content=content if method == "POST" else None)
    assert found.status_code == status
    assert message in found.text
    assert "content-security-policy" in found.headers
    assert read_ann() == ANN


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods(client: Any, method: str) -> None:
    assert client.request(method, f"/{TOKEN}/releases", headers={"Origin": ORIGIN}).status_code == 405


def test_a_repeated_header(client: Any) -> None:
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": f"/{TOKEN}/", "headers": [(b"host", HOST.encode()), (b"host", b"evil.example")]}
    asyncio.run(client.app(scope, receive, send))
    assert sent[0]["status"] == 400


def test_training_shows_what_the_corrections_changed(client: Any, post: Callable[..., Any], training: Training, desk: Desk, folder: Path) -> None:
    untouched = desk.releases[1].revision
    assert client.get(f"/{TOKEN}/training").json()["state"] == "idle"
    post("releases/0/changes", code(2, "G"))
    assert post("training", {}).json()["state"] in ("running", "done")
    training.wait(120)
    found = client.get(f"/{TOKEN}/training").json()
    assert found["state"] == "done", found
    assert found["model"] == str(folder / "model")
    wanted = {each["text"]: each for each in found["result"]["corrections"]}
    assert "own data" in found["result"]["changed"]
    before = Tagger(training._before)(TEXT)
    labels = {statement.text: statement.label.value for statement in before.statements}
    earned = "Tarn Pumps earned $4 million in the quarter."
    assert (earned in wanted) == (labels.get(earned) != "guidance")
    assert Tagger(folder / "model")(TEXT).statements
    assert desk.releases[1].revision == untouched + 1  # tagged again
    assert not [path for path in folder.iterdir() if path.name.startswith(".training")]
    assert training.start()  # once more
    training.wait(120)
    assert training.progress.state == "done"


def test_training_before_any_correction(post: Callable[..., Any], desk: Desk) -> None:
    desk.releases = desk.releases[1:]
    found = post("training", {})
    assert (found.status_code, found.json()["message"]) == (422, "nothing has been corrected yet; correct some units, or say that they are right")


def test_a_training_that_fails_says_why(post: Callable[..., Any], training: Training, folder: Path) -> None:
    (folder / "broken.ann").write_text("no bar", encoding="utf-8")
    post("training", {})
    training.wait(60)
    assert training.progress.state == "failed"
    assert "broken.ann:1: no line '---'" in training.progress.step
    assert not (folder / "model").exists()
