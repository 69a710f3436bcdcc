"""Rooms import only those above them on the map of nlp/README.md, and nothing imports in a circle; imports inside functions and for types count, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "nlp"
IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+(forelook[\w.]*)[ \t]+c?import[ \t]+(\([^)]*\)|[^\n#]*)|c?import[ \t]+(forelook[\w.]*))", re.MULTILINE)
DEFINED = re.compile(r"^(?:cdef )?class ([A-Z]\w+)|^([A-Z][A-Za-z]*[a-z]\w*)(?:: \w+)? = ", re.MULTILINE)
FUNCTION = re.compile(r"^(\s*)(?:async def|def|cp?def) (?:[^(=]*[ *])?(\w+)\(")
FRONT = "__init__"
LONGEST_FILE, LONGEST_FUNCTION = 260, 40  # lines
LONGER = {"scan_people"}  # it yields from the middle of one loop over the words, whose state it keeps: a part of it would need all of that


def module_of(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_imports(root: Path) -> dict[str, set[str]]:
    """Return for each module of forelook, compiled ones too, those that it imports."""
    paths = [path for suffix in ("py", "pyi", "pyx", "pxd") for path in (root / "forelook").rglob(f"*.{suffix}")]
    modules: dict[str, set[str]] = {module_of(path, root): set() for path in paths}

    def named(content: str) -> Iterator[str]:
        for source, names, plain in IMPORT.findall(content):
            if plain:
                yield plain
            for name in re.findall(r"(\w+)(?:[ \t]+as[ \t]+\w+)?[\s,)]*", re.sub(r"#.*", "", names)):
                yield f"{source}.{name}" if f"{source}.{name}" in modules else source

    for path in paths:
        module = module_of(path, root)
        modules[module] |= set(named(path.read_text(encoding="utf-8"))) - {module}
    return modules


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else FRONT


def read_order() -> list[str]:
    """Return the rooms in the order in which the map names them."""
    rows = re.findall(r"^\| (`.*?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"/$|\.pyx?$", "", name) for row in rows for name in re.findall(r"`([\w./]+)`", row)]


def find_upward(imports: dict[str, set[str]], order: list[str]) -> list[str]:
    """Return the imports of a room that stands below the importing one; of the front everybody may ask the version, it runs before all."""
    return [
        f"{module} imports {other}"
        for module, others in imports.items()
        for other in sorted(others)
        if other != "forelook" and order.index(room_of(module)) < order.index(room_of(other))
    ]


def find_circle(imports: dict[str, set[str]]) -> list[str]:
    """Return a circle of imports, empty where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def join_rooms(imports: dict[str, set[str]], within: str) -> dict[str, set[str]]:
    """Return which rooms inside the room `within` import which others of them."""
    depth = within.count(".") + 1
    inner = {module for module in imports if module.startswith(f"{within}.") and any(other.startswith(f"{module}.") for other in imports)}
    found: dict[str, set[str]] = {room: set() for room in inner if room.count(".") == depth}
    for module, others in imports.items():
        room = ".".join(module.split(".")[: depth + 1])
        if room in found:
            found[room] |= {target for other in others if (target := ".".join(other.split(".")[: depth + 1])) in found and target != room}
    return found


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    return read_imports(ROOT)


def test_the_map_names_every_room(imports: dict[str, set[str]]) -> None:
    assert sorted(read_order()) == sorted({room_of(module) for module in imports})


def test_rooms_import_only_those_above_them(imports: dict[str, set[str]]) -> None:
    assert find_upward(imports, read_order()) == []


def test_no_module_imports_in_a_circle(imports: dict[str, set[str]]) -> None:
    front_aside = {module: others - {"forelook"} for module, others in imports.items()}
    assert find_circle(front_aside) == []


@pytest.mark.parametrize("within", ["analyze", "corpus", "export", "expressions", "figures", "read", "segment"])
def test_rooms_inside_a_room_are_no_circle(imports: dict[str, set[str]], within: str) -> None:
    rooms = join_rooms(imports, f"forelook.{within}")
    assert rooms
    assert find_circle(rooms) == []


def test_every_room_has_tests_of_its_own() -> None:
    """A room with modules has a directory of tests, or stands beside its parent's: a file for the whole of it, or for one of its modules."""
    package, tests = ROOT / "forelook", ROOT.parent / "tests"
    for room in {path.parent for path in package.rglob("*.py") if not path.match(f"{FRONT}.py")} - {package}:
        own = tests / room.relative_to(package)
        beside = [own.parent / f"test_{name}.py" for name in (room.name, *(path.stem for path in room.glob("*.py")))]
        assert any(own.glob("test_*.py")) or any(path.is_file() for path in beside), f"no tests of {room.relative_to(package)}"


def measure_functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the functions of a module, compiled ones too, each with the number of its lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for first, line in enumerate(lines):
        if found := FUNCTION.match(line):
            inside = takewhile(lambda after: not after.strip() or after.startswith((" " * (len(found[1]) + 1), f"{found[1]})")), lines[first + 1 :])
            yield found[2], len("\n".join([line, *inside]).rstrip().splitlines())


def test_files_and_functions_are_short() -> None:
    paths = [path for suffix in ("py", "pyx") for path in sorted((ROOT / "forelook").rglob(f"*.{suffix}"))]
    assert [str(path) for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE] == []
    long = {name for path in paths for name, length in measure_functions(path) if length > LONGEST_FUNCTION}
    assert long == LONGER


def test_no_room_is_most_of_the_house() -> None:
    rooms: Counter[str] = Counter()
    for path in (ROOT / "forelook").rglob("*"):
        if path.suffix in {".py", ".pyx", ".pxd", ".h"}:
            rooms[path.relative_to(ROOT / "forelook").parts[0]] += len(path.read_text(encoding="utf-8").splitlines())
    assert max(rooms.values()) <= rooms.total() / 5


def test_one_name_is_one_class(imports: dict[str, set[str]]) -> None:
    """Public classes and types are named once; what is private to a module begins with an underscore."""
    owners: dict[str, set[str]] = {}
    for module in imports:
        path = ROOT / module.replace(".", "/")
        for source in (path.with_suffix(".py"), path.with_suffix(".pyx"), path / "__init__.py"):
            for name in map("".join, DEFINED.findall(source.read_text(encoding="utf-8"))) if source.exists() else []:
                owners.setdefault(name, set()).add(module)
    assert {"Span", "Place", "Lines", "TableCell"} <= owners.keys()
    assert {name: modules for name, modules in owners.items() if len(modules) > 1} == {}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("from forelook.export.page import render", id="at the top"),
        pytest.param("def show():\n    from forelook.export import page", id="inside a function"),
        pytest.param("if TYPE_CHECKING:\n    import forelook.export.page", id="for types"),
        pytest.param("from forelook.export.page import (\n    one,  # a comment\n    other,\n)", id="over lines"),
    ],
)
@pytest.mark.parametrize("suffix", ["py", "pyx"])
def test_what_is_wrong_is_found(tmp_path: Path, line: str, suffix: str) -> None:
    for name, content in {"records/labels": line, "export/page": "from forelook.records.labels cimport LABELS"}.items():
        path = tmp_path / "forelook" / f"{name}.{suffix}"
        path.parent.mkdir(parents=True)
        path.write_text(content)
    found = read_imports(tmp_path)
    assert find_upward(found, ["records", "export"]) == ["forelook.records.labels imports forelook.export.page"]
    assert set(find_circle(found)) == {"forelook.records.labels", "forelook.export.page"}
