"""The cards: what was measured, written between markers into README, model card and data card.

In: a model directory with `metadata.json` and `metrics.json`, and the corpus. Out: the three files with every
`<!-- begin NAME -->` … `<!-- end NAME -->` filled anew; what stands outside the markers is left alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from forelook.corpus.annotated import CODES, AnnotatedRelease, read_corpus
from forelook.corpus.stats import coverage, render_coverage
from forelook.errors import AnnotationError, ModelError, OutputError
from forelook.model.store import read_metadata
from forelook.train.hashed import load_absorbed

METRICS_FILE = "metrics.json"
SECOND_LABELS = "second_labels.tsv"
CHEAP = ("cross_validated", "gold")  # measured on every training; ablation, learning_curve and robustness on request
README_BLOCKS = ("scores", "speed")
MODEL_BLOCKS = ("model", "gold", "cross-validated", "stages", "causes", "ablation", "learning-curve", "robustness", "time")
DATA_BLOCKS = ("size", "coverage", "agreement")

_MARKER = re.compile(r"<!-- (begin|end) ([\w-]+) -->")
_NAMES = {"macro_f1": "macro F1", "forward_f1": "forward-looking F1", "boundary_f1": "boundary F1", "ece": "calibration error (ECE)"}
_NAMES |= {"speaker": "speakers right", "table": "tables right", "forward": "forward-looking"}


def save_metrics(directory: Path, measured: Mapping[str, Any], digest: str) -> dict[str, Any]:
    """Write `metrics.json` of a model directory and return its content; `digest` is that of the data measured with.

    Sections that were not measured this time stay as they were, each beside its digest, by which the card tells what is of
    an earlier training. But old scores on gold do not stay beside new cross-validated ones.
    """
    gone = CHEAP if "cross_validated" in measured else ()
    content = {name: section for name, section in read_metrics(directory).items() if name not in gone}
    content |= {name: {"digest": digest, "content": section} for name, section in measured.items()}
    (directory / METRICS_FILE).write_text(json.dumps(dict(sorted(content.items())), separators=(",", ":")).replace("}},", "}},\n") + "\n", encoding="utf-8")
    return content


def read_metrics(directory: Path) -> dict[str, Any]:
    """Return the content of `metrics.json`, empty where there is none; raises ModelError where it is no JSON object."""
    path = directory / METRICS_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except ValueError as error:
        raise ModelError(f"{path}: damaged: {error}; run `make train`") from error
    if not isinstance(content, dict):
        raise ModelError(f"{path}: not a JSON object; run `make train`")
    return content


def write(readme: Path | None, model_card: Path, data_card: Path, *, data: Path) -> list[Path]:
    """Fill the markers of the three files and return those that changed; `model_card` lies in the model directory.

    Raises OutputError naming file and marker where one is missing, doubled or unknown; then nothing is written.
    """
    directory = model_card.parent
    metadata, measured, releases = read_metadata(directory), read_metrics(directory), read_corpus(data)
    blocks = render_blocks(metadata, measured, releases, data)
    wanted = [(model_card, MODEL_BLOCKS), (data_card, DATA_BLOCKS)] + ([(readme, README_BLOCKS)] if readme else [])
    texts = [(path, path.read_text(encoding="utf-8"), names) for path, names in wanted]
    filled = [(path, before, fill(before, {name: blocks[name] for name in names}, str(path))) for path, before, names in texts]
    for path, before, after in filled:
        if after != before:
            path.write_text(after, encoding="utf-8")
    return [path for path, before, after in filled if after != before]


def fill(text: str, blocks: Mapping[str, str], path: str) -> str:
    """Return `text` with each of `blocks` between its markers; `path` is named in errors."""
    found = [(match.group(1), match.group(2)) for match in _MARKER.finditer(text)]
    for name in blocks:
        for side in ("begin", "end"):
            if (number := found.count((side, name))) != 1:
                raise OutputError(f"{path}: {number or 'no'} marker '<!-- {side} {name} -->'; write it once, on a line by itself, where the numbers belong")
    for (side, name), (other, following) in zip(found[::2], found[1::2], strict=True) if len(found) % 2 == 0 else []:
        if (side, other) != ("begin", "end") or name != following:
            raise OutputError(f"{path}: marker '<!-- {other} {following} -->' stands behind '<!-- {side} {name} -->'; expected '<!-- end {name} -->'")
    for _, name in found:
        if name not in blocks:
            raise OutputError(f"{path}: nothing is generated for marker {name!r}; expected {', '.join(blocks)}")
    for name, body in blocks.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        text = text[: text.index(begin) + len(begin)] + f"\n{body.strip()}\n" + text[text.index(end) :]
    return text


def render_blocks(metadata: Mapping[str, Any], measured: Mapping[str, Any], releases: Sequence[AnnotatedRelease], data: Path) -> dict[str, str]:
    """Return the Markdown of every block by name."""
    missing = "*Not measured yet; run `{}`, then `forelook card`.*"
    cheap, full = "forelook train --gold FILE", "forelook train --gold FILE --full"

    def block(name: str, how: str, show: Callable[[Any], str]) -> str:
        if name not in measured:
            return missing.format(how)
        digest = measured[name]["digest"]
        stale = f"\n\n*Measured at an earlier training (digest {digest[:12]}).*" if digest != metadata["digest"] else ""
        return show(measured[name]["content"]) + stale

    return {
        "scores": block("gold", cheap, _gold_table) if "gold" in measured else block("cross_validated", "make train", _own_table),
        "model": _describe_model(metadata, data),
        "gold": block("gold", cheap, lambda gold: f"{_gold_table(gold)}\n\n{_confusion(gold['confusion'])}"),
        "cross-validated": block("cross_validated", "make train", lambda own: f"{_own_table(own)}\n\n{_confusion(own['confusion'])}"),
        "stages": block("gold", cheap, lambda gold: _by_row("stage", gold["stages"])),
        "causes": block("gold", cheap, lambda gold: _causes(gold["causes"])),
        "ablation": block("ablation", full, lambda rows: _rows(rows, "trained on and with")),
        "learning-curve": block("learning_curve", full, _learning_curve),
        "robustness": block("robustness", full, lambda rows: _rows(rows, "variant")),
        "speed": _bench(measured, ("rates", "cores", "memory", "start_up")),
        "time": _bench(measured, ("stages", "growth")),
        "size": _size(releases),
        "coverage": render_coverage(coverage(releases)),
        "agreement": _agreement(data / SECOND_LABELS),
    }


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; the first column is left-aligned, the others right-aligned."""
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _bench(measured: Mapping[str, Any], names: Sequence[str]) -> str:
    """Return tables of `make bench`, which no training makes stale."""
    content = measured.get("bench", {}).get("content", {})
    return (
        "\n\n".join(table(content[name][0], content[name][1:]) for name in names if name in content)
        or "*Not measured yet; run `make bench`, then `make card`.*"
    )


def _show(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def _by_row(corner: str, content: Mapping[str, Mapping[str, object]]) -> str:
    columns = list(dict.fromkeys(column for row in content.values() for column in row))
    return table([corner, *columns], [[name, *(_show(row.get(column)) for column in columns)] for name, row in content.items()])


def _rows(rows: Sequence[Mapping[str, Any]], first: str) -> str:
    return _by_row(first, {str(row["name"]): {key: value for key, value in row.items() if key != "name"} for row in rows})


def _gold_table(gold: Mapping[str, Any]) -> str:
    """Return the scores on gold, each with its interval where there is one."""
    values = {"macro_f1": gold["macro_f1"], **gold["f1"], **{key: gold[key] for key in ("forward_f1", "boundary_f1", "speaker", "table", "ece")}}
    rows = []
    for key, value in values.items():
        low, high = gold["intervals"].get(key, (None, None))
        rows.append([_NAMES.get(key, f"{key} F1"), _show(value), f"{low:.3f}–{high:.3f}" if low is not None else ""])
    return table([f"{gold['releases']:,} real releases, {gold['statements']:,} statements", "score", "95 % interval"], rows)


def _own_table(own: Mapping[str, Any]) -> str:
    values = {"macro_f1": own["macro_f1"], **own["f1"], "forward_f1": own["forward_f1"], "ece": own["ece"]}
    rows = [[_NAMES.get(key, f"{key} F1"), _show(value)] for key, value in values.items()]
    return table([f"cross-validated on the corpus, {own['units']:,} units in two layouts", "score"], rows)


def _confusion(content: Mapping[str, Mapping[str, int]]) -> str:
    return _by_row("gold ↓ tagged →", content)


def _causes(content: Mapping[str, Mapping[str, int]]) -> str:
    causes = sorted({cause for row in content.values() for cause in row})
    return _by_row("gold", {name: {**{cause: row.get(cause, 0) for cause in causes}, "all": sum(row.values())} for name, row in content.items()})


def _learning_curve(rows: Sequence[Mapping[str, Any]]) -> str:
    shown = ("macro_f1", "guidance", "forward")
    header = ["releases", "statements", *(f"{_NAMES.get(key, key)}, {where}" for where in ("cross-validated", "gold") for key in shown)]
    content = [[row["releases"], row["statements"], *(row.get(where, {}).get(key) for where in CHEAP for key in shown)] for row in rows]
    return table(header, [[_show(value) for value in row] for row in content])


def _describe_model(metadata: Mapping[str, Any], data: Path) -> str:
    absorbed = [load_absorbed(path).rows for path in sorted(data.rglob("*.npz"))]
    units, labelled = sum(len(each.classes) for each in absorbed), sum(int((each.weights > 0).sum()) for each in absorbed)
    soft = sum(int(each.soft.any(axis=1).sum()) for each in absorbed)
    rows = [
        ["name and version", f"{metadata['name']} {metadata['version']}"],
        ["SHA-256 of `model.joblib`", f"`{metadata['sha256'][:16]}…`"],
        ["digest of training data and settings", f"`{metadata['digest'][:16]}…`"],
        ["authored releases", f"{metadata['releases']:,} ({metadata['statements']:,} statements)"],
        ["absorbed real releases", f"{sum(len(each.sizes) for each in absorbed):,} ({units:,} units, {labelled:,} with a label, {soft:,} told by a teacher)"],
        ["schema, feature version", f"{metadata['schema']}, {metadata['features']}"],
    ]
    return table(["", ""], rows).replace("---:", "---")


def _size(releases: Sequence[AnnotatedRelease]) -> str:
    units = Counter(unit.code for release in releases for unit in release.units)
    tables, quotes = units["TG"] + units["TH"], units["QF"] + units["QN"]
    return (
        f"{len(releases):,} releases with {units.total() - units['M']:,} statements: {units['G']:,} guidance, {units['H']:,} historical facts, "
        f"{quotes:,} quoted ({units['QF'] / max(1, quotes):.0%} of them forward-looking), {units['S']:,} of safe-harbor legends, "
        f"{tables:,} tables ({units['TG']:,} with outlook figures)."
    )


def agreement(path: Path) -> tuple[int, Counter[tuple[str, str]]]:
    """Return the number of releases labelled twice and how often each pair of codes was given; raises AnnotationError."""
    pairs: Counter[tuple[str, str]] = Counter()
    releases = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        first, second = ([codes.split() for codes in line.split("\t")[1:]] + [[], []])[:2]
        if not first or len(first) != len(second) or line.count("\t") != 2 or not set(first + second) <= set(CODES):
            expected = f"expected id, first codes and as many second codes, between tabs, each one of {' '.join(CODES)}"
            raise AnnotationError(f"{path}:{number}: {line[:60]!r}; {expected}")
        releases += 1
        pairs.update(zip(first, second, strict=True))
    return releases, pairs


def kappa(pairs: Mapping[tuple[str, str], int]) -> float:
    """Return Cohen's kappa of pairs of labels; 1.0 where only one label was ever given."""
    total = sum(pairs.values())
    firsts, seconds = Counter[str](), Counter[str]()
    for (first, second), number in pairs.items():
        firsts[first] += number
        seconds[second] += number
    chance = sum(firsts[code] * seconds[code] for code in firsts) / max(1, total**2)
    agreed = sum(number for (first, second), number in pairs.items() if first == second) / max(1, total)
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def _agreement(path: Path) -> str:
    if not path.is_file():
        return f"*No second labelling: {path.name} is missing.*"
    releases, pairs = agreement(path)
    rows = []
    for code in [code for code in CODES if any(code in pair for pair in pairs)]:
        one_code = Counter[tuple[str, str]]()
        for (first, second), number in pairs.items():
            one_code[code if first == code else "other", code if second == code else "other"] += number
        agreed, once = one_code[code, code], one_code[code, "other"] + one_code["other", code]
        row = (agreed + one_code[code, "other"], agreed + one_code["other", code], agreed, 2 * agreed / (2 * agreed + once), kappa(one_code))
        rows.append([code, *(_show(value) for value in row)])
    same = sum(number for (first, second), number in pairs.items() if first == second)
    told = f"{releases:,} releases, {pairs.total():,} units: the same code for {same / max(1, pairs.total()):.1%}, Cohen's kappa {kappa(pairs):.3f}."
    common = [f"{first} → {second} {number}" for (first, second), number in pairs.most_common() if first != second]
    return f"{told}\n\n{table(['code', 'first', 'second', 'both', 'F1', 'kappa'], rows)}\n\nDisagreements, first → second: {', '.join(common) or 'none'}."
