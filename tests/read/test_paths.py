"""PATH arguments to inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.errors import InputError
from forelook.read import Input, expand

FILES = [
    "b.txt",
    "a/2.txt",
    "a/10.txt",
    "c.jsonl.gz",
    "d.txt",
    "d.htm",
    ".hidden",
    ".git/x.txt",
    "a/z/deep.v2.txt",
    "e",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "in" / "none").mkdir()
    (tmp_path / "in" / "a" / "loop").symlink_to(tmp_path / "in")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["in"], ["a/10", "a/2", "a/z/deep.v2", "b", "c", "d.htm", "d.txt", "e"]),
        (["in/"], ["a/10", "a/2", "a/z/deep.v2", "b", "c", "d.htm", "d.txt", "e"]),
        (["in/a"], ["10", "2", "z/deep.v2"]),
        (["in/b.txt"], ["b"]),
        (["in/d.txt", "in/b.txt"], ["d", "b"]),
        (["in/d.txt", "in/d.htm"], ["d.txt", "d.htm"]),
        (["in/c.jsonl.gz"], ["c"]),
        (["in/*.txt"], ["b", "d"]),
        (["in/d.*"], ["d.htm", "d.txt"]),
        (["in/**/*.txt"], ["a/10", "a/2", "a/z/deep.v2", "b", "d"]),
        (["in/?/2.txt"], ["a/2"]),
        (["-", "in/e"], ["stdin", "e"]),
    ],
    ids=lambda value: " ".join(value) if len(value) < 5 else "all",
)
def test_ids(folder: Path, paths: list[str], ids: list[str]) -> None:
    # `**` follows links, as the shell's does; the walk of a directory does not.
    (folder / "in" / "a" / "loop").unlink() if "**" in paths[0] else None
    assert [source.id for source in expand(paths)] == ids


def test_path_opens_the_file(folder: Path) -> None:
    assert list(expand(["in/a/2.txt"])) == [Input(path="in/a/2.txt", id="2")]
    assert all(Path(source.path).read_text(encoding="utf-8") == "x" for source in expand([str(folder / "in")]))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("in/none", "^in/none: the directory holds no file to read .*; name another one$"),
        ("in/nothing.txt", "^in/nothing.txt: there is no such file or directory; check the spelling"),
        ("in/*.pdf", r"^in/\*.pdf: the glob matches no file; check the pattern"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_nothing_to_read_is_an_error_before_anything_is_read(path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        expand(["in/b.txt", path])


def test_name_that_is_no_text_still_gives_an_id_that_can_be_written(tmp_path: Path) -> None:
    Path(str(tmp_path) + "/caf\udce9.txt").write_text("x", encoding="utf-8")
    (source,) = expand([str(tmp_path)])
    assert source.id == "caf\ufffd"
    assert Path(source.path).exists()
