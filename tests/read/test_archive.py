"""Archives: their members in order, by which ids, and what is refused."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from forelook.errors import InputError
from forelook.read import archive
from forelook.read.archive import ExpansionError, open_members
from forelook.read.keep import Columns
from forelook.read.paths import Input

SOURCE = Input("box.zip", "box", Columns("accession", "body"))


def write(members: dict[str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream


def read(stream: io.BytesIO) -> list[tuple[str, str, bytes] | str]:
    """Return the id, path and content of each member, or what is said of one that cannot be read."""
    return [str(member) if isinstance(member, InputError) else (member[0].id, member[0].path, member[1].read()) for member in open_members(stream, SOURCE)]


def test_members_in_order() -> None:
    assert read(write({"b.txt": b"One.", "year/a.txt": b"Two."})) == [("box/b", "box.zip/b.txt", b"One."), ("box/year/a", "box.zip/year/a.txt", b"Two.")]


@pytest.mark.parametrize(
    ("members", "ids"),
    [
        pytest.param({"a.txt": b"", "a.htm": b""}, ["box/a.txt", "box/a.htm"], id="two that would share an id keep their suffixes"),
        pytest.param({"a.txt": b"", "x/a.htm": b""}, ["box/a", "box/x/a"], id="two in different directories share none"),
        pytest.param({".hidden.txt": b"", "__MACOSX/a.txt": b"", "a.txt": b""}, ["box/a"], id="what file managers add is passed over"),
    ],
)
def test_ids(members: dict[str, bytes], ids: list[str]) -> None:
    assert [inner.id for inner, _ in filter(lambda member: not isinstance(member, InputError), open_members(write(members), SOURCE))] == ids  # type: ignore[misc]


def test_members_are_read_with_the_columns_of_their_archive() -> None:
    ((inner, _),) = open_members(write({"rows.csv": b""}), SOURCE)  # type: ignore[misc]
    assert inner.columns == SOURCE.columns


@pytest.mark.parametrize(
    ("members", "message"),
    [
        pytest.param({}, "box.zip: the archive holds no file; name another one", id="nothing"),
        pytest.param({".DS_Store": b""}, "the archive holds no file", id="nothing to see"),
        pytest.param({"mimetype": b"application/epub+zip"}, "this is an Office document or an e-book, not a text; save it as .docx, PDF, text or HTML", id="a book"),
    ],
)  # fmt: skip
def test_archives_that_are_refused(members: dict[str, bytes], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(write(members))


def test_a_member_that_is_encrypted_loses_no_other() -> None:
    stream = write({"a.txt": b"One.", "b.txt": b"Two."})
    data = bytearray(stream.getvalue())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1  # the flag in the directory's first entry
    assert read(io.BytesIO(bytes(data))) == ["box.zip/a.txt: the member is encrypted; extract it with its password", ("box/b", "box.zip/b.txt", b"Two.")]


def test_a_member_that_cannot_be_opened_loses_no_other() -> None:
    data = bytearray(write({"a.txt": b"One.", "b.txt": b"Two."}).getvalue())
    data[:4] = b"XXXX"  # of the first member's own header
    broken, whole = read(io.BytesIO(bytes(data)))
    assert "box.zip/a.txt: the member cannot be opened: Bad magic number" in str(broken)
    assert whole == ("box/b", "box.zip/b.txt", b"Two.")


def test_what_expands_without_measure_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "FREE_BYTES", 1000)
    monkeypatch.setattr(archive, "EXPANSION_LIMIT", 0)
    assert read(write({"a.txt": b"x" * 900}))
    with pytest.raises(
        ExpansionError, match=r"box\.zip: the archive expands to more than 1,000 bytes, which looks like a decompression bomb; extract it with care"
    ):
        read(write({"a.txt": b"x" * 600, "b.txt": b"x" * 600}))


def test_the_same_name_twice_is_two_members() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.writestr("a.txt", b"One.")
        made.writestr("a.txt", b"Two.")
    assert [member[2] for member in read(stream)] == [b"One.", b"Two."]
