"""Writes measured numbers between markers into README, model card and data card (`make card`).

In: the directories of model and base with their `metadata.json` and `metrics.json`, and the corpus. Out: the three files with
every `<!-- begin NAME -->` … `<!-- end NAME -->` filled again, and the plots; text outside the markers is not changed.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from forelook.corpus.annotated import AnnotatedRelease, read_corpus
from forelook.corpus.stats import coverage, render_coverage
from forelook.errors import OutputError
from forelook.evaluate.metrics import read_metrics
from forelook.export.markdown import markdown_table
from forelook.features.names import CONTEXT, CUES
from forelook.model.precise import NAME as PRECISE
from forelook.model.store import METADATA_FILE, default_directory, read_metadata
from forelook.train.base import default_base
from tools.agreement import render_agreement, show
from tools.precise_card import render_precise

SECOND_LABELS = "second_labels.tsv"
README_BLOCKS = ("scores", "precise", "speed")
MODEL_BLOCKS = ("model", "gold", "gold-also", "cross-validated", "stages", "causes", "figures", "ablation", "robustness", "time", "features")
PRECISE_BLOCKS = ("precise", "cross-validated")
DATA_BLOCKS = ("size", "coverage", "agreement")

_MARKER = re.compile(r"<!-- (begin|end) ([\w-]+) -->")
_NAMES = {"macro_f1": "macro F1", "forward_f1": "forward-looking F1", "boundary_f1": "boundary F1", "ece": "calibration error (ECE)"}
_NAMES |= {"log_loss": "log loss, six classes", "average_precision": "average precision of guidance"}
_NAMES |= {"speaker": "speakers right", "table": "tables right", "forward": "forward-looking"}


def write(readme: Path | None, model_card: Path, data_card: Path, *, data: Path, base: Path) -> list[Path]:
    """Fill the markers of the three files and return those that changed; `model_card` is in the model directory.

    Raises OutputError naming file and marker, before anything is written, where one is missing, repeated or unknown.
    """
    directory = model_card.parent
    metadata, releases = read_metadata(directory), read_corpus(data)
    blocks = render_blocks(metadata, read_metadata(base), {**read_metrics(base), **read_metrics(directory)}, releases, data)
    precise = directory.with_name(PRECISE)
    more = render_precise(read_metrics(directory), read_metrics(precise), _digest(precise))
    blocks["precise"] = more["precise"]
    wanted = [(model_card, MODEL_BLOCKS), (data_card, DATA_BLOCKS)] + ([(readme, README_BLOCKS)] if readme else [])
    texts = [(path, path.read_text(encoding="utf-8"), names) for path, names in wanted]
    filled = [(path, before, fill(before, {name: blocks[name] for name in names}, str(path))) for path, before, names in texts]
    if (card := precise / "README.md").is_file():
        filled.append((card, before := card.read_text(encoding="utf-8"), fill(before, {name: more[name] for name in PRECISE_BLOCKS}, str(card))))
    for path, before, after in filled:
        if after != before:
            path.write_text(after, encoding="utf-8")
    return [path for path, before, after in filled if after != before]


def fill(text: str, blocks: Mapping[str, str], path: str) -> str:
    """Return `text` with each of `blocks` between its markers; raises OutputError where a marker is missing; `path` is named in errors."""
    found = [(match.group(1), match.group(2)) for match in _MARKER.finditer(text)]
    for name in blocks:
        for side in ("begin", "end"):
            if (number := found.count((side, name))) != 1:
                raise OutputError(f"{path}: {number or 'no'} marker '<!-- {side} {name} -->'; write it once, on a line by itself, where the numbers belong")
    for (side, name), (other, following) in zip(found[::2], found[1::2], strict=True) if len(found) % 2 == 0 else []:
        if (side, other) != ("begin", "end") or name != following:
            raise OutputError(f"{path}: marker '<!-- {other} {following} -->' stands after '<!-- {side} {name} -->'; expected '<!-- end {name} -->'")
    for _, name in found:
        if name not in blocks:
            raise OutputError(f"{path}: nothing is generated for marker {name!r}; expected {', '.join(blocks)}")
    for name, body in blocks.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        text = text[: text.index(begin) + len(begin)] + f"\n{body.strip()}\n" + text[text.index(end) :]
    return text


def render_blocks(
    metadata: Mapping[str, Any], base: Mapping[str, Any], measured: Mapping[str, Any], releases: Sequence[AnnotatedRelease], data: Path
) -> dict[str, str]:
    """Return the Markdown of every block by name; `metadata` is the model's, `base` that of its base."""

    def block(name: str, how: str, render: Callable[[Any], str]) -> str:
        if name not in measured:
            return f"*Not measured yet; run `{how}`, then `make card`.*"
        digest = measured[name]["digest"]
        stale = f"\n\n*Measured at an earlier training (digest {digest[:12]}).*" if digest not in {metadata["digest"], metadata.get("base")} else ""
        return render(measured[name]["content"]) + stale

    measure, make = "python -m tools.measure", "make base"
    return {
        "scores": block("gold", measure, _gold_table),
        "model": _describe_model(metadata, base),
        "gold": block("gold", measure, lambda gold: f"{_gold_table(gold)}\n\n{_confusion(gold['confusion'])}"),
        "gold-also": block("gold_also", measure, _gold_table),
        "cross-validated": "\n\n".join(
            block(name, make, lambda own, title=title: f"{_own_table(own, title)}\n\n{_confusion(own['confusion'])}")  # type: ignore[misc]
            for name, title in (("cross_validated_real", "labelled real releases"), ("cross_validated", "the corpus, in two layouts"))
        ),
        "stages": block("gold", measure, lambda gold: _by_row("stage", gold["stages"])),
        "causes": block("gold", measure, lambda gold: _causes(gold["causes"])),
        "figures": block("figures", f"{measure} --figures FILE", _figures),
        "ablation": block("ablation", measure, lambda rows: _rows(rows, "trained on and with", "name")),
        "robustness": block("robustness", measure, lambda rows: _rows(rows, "variant", "name")),
        "speed": _bench(measured, ("rates", "exhibits", "projection", "cores", "memory", "start_up")),
        "time": _bench(measured, ("stages", "growth")),
        "features": "\n\n".join(
            markdown_table((title, "what it says"), [(f"`{name}`", meaning) for name, meaning in table.items()], words=True)
            for title, table in (("context column", CONTEXT), ("template of a cue window", CUES))
        ),
        "size": _size(releases),
        "coverage": render_coverage(coverage(releases)),
        "agreement": render_agreement(data / SECOND_LABELS),
    }


def _digest(directory: Path) -> str:
    """Return the digest of a directory's model, empty where there is none."""
    return str(read_metadata(directory)["sha256"]) if (directory / METADATA_FILE).is_file() else ""


def _bench(measured: Mapping[str, Any], names: Sequence[str]) -> str:
    """Return tables of `make bench`, which no training makes stale."""
    content = measured.get("bench", {}).get("content", {})
    return (
        "\n\n".join(markdown_table(content[name][0], content[name][1:]) for name in names if name in content)
        or "*Not measured yet; run `make bench`, then `make card`.*"
    )


def _by_row(corner: str, content: Mapping[str, Mapping[str, object]]) -> str:
    columns = list(dict.fromkeys(column for row in content.values() for column in row))
    return markdown_table([corner, *columns], [[name, *(show(row.get(column)) for column in columns)] for name, row in content.items()])


def _rows(rows: Sequence[Mapping[str, Any]], corner: str, key: str) -> str:
    return _by_row(corner, {show(row[key]): {_NAMES.get(name, name): value for name, value in row.items() if name != key} for row in rows})


def _gold_table(gold: Mapping[str, Any]) -> str:
    """Return the scores on gold, each with its interval where there is one."""
    values = {"macro_f1": gold["macro_f1"], **gold["f1"], **{key: gold[key] for key in ("forward_f1", "boundary_f1", "speaker", "table", "ece")}}
    rows = []
    for key, value in values.items():
        low, high = gold["intervals"].get(key, (None, None))
        rows.append([_NAMES.get(key, f"{key} F1"), show(value), f"{low:.3f}–{high:.3f}" if low is not None else ""])
    return markdown_table([f"{gold['releases']:,} real releases, {gold['statements']:,} statements", "score", "95 % interval"], rows)


def _own_table(own: Mapping[str, Any], title: str) -> str:
    values = {**{key: own[key] for key in ("log_loss", "average_precision", "macro_f1")}, **own["f1"], "forward_f1": own["forward_f1"], "ece": own["ece"]}
    rows = [[_NAMES.get(key, f"{key} F1"), show(value)] for key, value in values.items()]
    return markdown_table([f"cross-validated on {title}: {own['units']:,} units", "score"], rows)


def _confusion(content: Mapping[str, Mapping[str, int]]) -> str:
    return _by_row("gold ↓ tagged →", content)


def _causes(content: Mapping[str, Mapping[str, int]]) -> str:
    causes = sorted({cause for row in content.values() for cause in row})
    return _by_row("gold", {name: {**{cause: row.get(cause, 0) for cause in causes}, "all": sum(row.values())} for name, row in content.items()})


def _figures(content: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a table of all methods of finding figures, and one of exact F1 by form and metric."""
    ways = list(content)
    size = content[ways[0]]
    names = ("exact", "partial", "direction")
    whole = markdown_table(
        [f"{size['records']:,} records in {size['releases']:,} releases", *names], [[way, *(show(content[way][name]) for name in names)] for way in ways]
    )
    groups = [(group, key) for group in ("by form", "by metric") for key in sorted(size[group], key=lambda key, group=group: -size[group][key]["records"])]  # type: ignore[misc]
    rows = [[key.replace("_", " "), show(size[group][key]["records"]), *(show(content[way][group][key]["exact"]) for way in ways[:2])] for group, key in groups]
    return f"{whole}\n\n{markdown_table(['exact F1', 'records', *ways[:2]], rows)}"


def _describe_model(metadata: Mapping[str, Any], base: Mapping[str, Any]) -> str:
    authored, real = base["authored"], base["real"]
    rows = [
        ["name and version", f"{metadata['name']} {metadata['version']}"],
        ["SHA-256 of `model.joblib`", f"`{metadata['sha256'][:16]}…`"],
        ["digest of training data, base and settings", f"`{metadata['digest'][:16]}…`"],
        ["base: authored releases", f"{authored['releases']:,} ({authored['statements']:,} statements)"],
        ["base: real releases", f"{real['releases']:,} ({real['units']:,} units, {real['labelled']:,} with a label, {real['soft']:,} with soft targets)"],
        ["releases added to the base", f"{metadata['new_releases']:,}"],
        ["schema, feature version", f"{metadata['schema']}, {metadata['features']}"],
    ]
    return markdown_table(["", ""], rows, words=True)


def _size(releases: Sequence[AnnotatedRelease]) -> str:
    units = Counter(unit.code for release in releases for unit in release.units)
    tables, quotes = units["TG"] + units["TH"], units["QF"] + units["QN"]
    return (
        f"{len(releases):,} releases with {units.total() - units['M']:,} statements: {units['G']:,} guidance, {units['H']:,} historical facts, "
        f"{quotes:,} quoted ({units['QF'] / max(1, quotes):.0%} of them forward-looking), {units['S']:,} of safe-harbor legends, "
        f"{tables:,} tables ({units['TG']:,} with outlook figures)."
    )


def main() -> None:
    """Fill the cards and draw the plots; raises OutputError for a marker that is missing, repeated or unknown."""
    from tools.plots import draw  # noqa: PLC0415 - Matplotlib is an extra

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("training_data"))
    parser.add_argument("--model", type=Path, default=default_directory())
    parser.add_argument("--base", type=Path, default=default_base())
    parser.add_argument("--readme", type=Path, default=Path("README.md"))
    options = parser.parse_args()
    draw({**read_metrics(options.base), **read_metrics(options.model)}, options.model)
    for path in write(options.readme, options.model / "README.md", options.data / "README.md", data=options.data, base=options.base):
        print(path)


if __name__ == "__main__":
    main()
