"""The contract: what is written is read back, whatever was left out; every field is described; records import nothing that shows them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from msgspec import UNSET

import forelook
from forelook.records import LABELS, Filing, Label, Release, Speaker, json_schema

MARKED = '[H0.9 Oats rose.] [Q>0.8|Nora Quist, president|"We expect growth."]\n\n[G>0.7 Sales will be $5 million.]'


@pytest.fixture
def release(make_release: Callable[..., Release]) -> Release:
    return make_release(MARKED)


LEFT_OUT: dict[str, dict[str, Any]] = {
    "nothing": {},
    "text": {"text": UNSET},
    "figures": {"figures": UNSET},
    "text and figures": {"text": UNSET, "figures": UNSET},
}


@pytest.mark.parametrize("missing", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_written_is_read_back(release: Release, missing: dict[str, Any]) -> None:
    release = msgspec.structs.replace(release, **missing)
    line = release.to_json()
    assert Release.from_json(line) == release
    assert b"\n" not in line
    assert not set(missing) & set(msgspec.json.decode(line))


@pytest.mark.parametrize("record", [Speaker, Filing])
def test_checkers_of_types_know_that_a_record_is_true(record: type) -> None:
    """`statement.speaker and statement.speaker.name` is a str or None to them then."""
    assert getattr(record, "__final__", False)
    assert not hasattr(record, "__bool__")
    assert not hasattr(record, "__len__")


def test_an_audit_is_read_back(release: Release) -> None:
    release.audit = forelook.audit(release)
    assert Release.from_json(release.to_json()) == release


def test_lines_of_earlier_versions_are_read(release: Release) -> None:
    line = {name: value for name, value in release.to_dict().items() if name not in ("header", "meta")}
    assert Release.from_json(msgspec.json.encode(line)) == release


def test_a_line_that_lacks_what_cannot_be_left_out_is_refused(release: Release) -> None:
    line = {name: value for name, value in release.to_dict().items() if name != "statements"}
    with pytest.raises(msgspec.ValidationError, match="missing required field `statements`"):
        Release.from_json(msgspec.json.encode(line))


def find_fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for record, content in schema["$defs"].items():
        yield from ((f"{record}.{name}", field) for name, field in content.get("properties", {}).items())


def test_every_field_is_described() -> None:
    fields = dict(find_fields(json_schema()))
    assert len(fields) > 50
    assert [name for name, field in fields.items() if not field.get("description")] == []


def test_labels_are_in_the_order_in_which_a_model_stores_them() -> None:
    assert tuple(LABELS) == tuple(Label) == ("guidance", "historical_fact", "management_quote", "safe_harbor")


def test_a_notebook_shows_a_release_though_records_import_no_page(release: Release) -> None:
    assert "Oats rose." in (release._repr_html_() or "")
    assert release.without_text()._repr_html_() is None
    assert msgspec.structs.replace(release, offsets="utf8")._repr_html_() is None
    program = "import sys, forelook.records; print(*[name for name in sys.modules if name.startswith(('forelook.export', 'jinja2'))])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split() == []


@pytest.mark.parametrize("use", [forelook.audit, lambda text: forelook.diff(text, text), forelook.to_frame], ids=["audit", "diff", "to_frame"])
@pytest.mark.parametrize("wrong", ["Oats rose.", None], ids=["a text", "nothing"])
def test_what_is_no_release_is_refused_with_advice(use: Callable[[Any], object], wrong: object) -> None:
    with pytest.raises(TypeError, match=r"expected a Release, as a Tagger returns, .*tag the text first"):
        use(wrong)
