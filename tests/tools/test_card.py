"""The cards: markers are filled, prose stays, twice changes nothing, and what is wrong is named."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from forelook.errors import AnnotationError, MissingExtraError, ModelError, OutputError
from forelook.evaluate.cross_validated import NAMES
from forelook.evaluate.metrics import read_metrics, save_metrics
from tools import card, plots
from tools.agreement import agreement, render_agreement

ROOT = Path(__file__).resolve().parents[2]
MODEL, DATA = ROOT / "models" / "press-release", ROOT / "training_data"

RELEASE = """id: acme-2001-q1
kind: quarterly-results
era: 2001
sector: industrial
size: small
style: prnewswire
---
H\tAcme earned a dollar.
G\tAcme expects to earn two.
M\tContact: Acme
"""
CONFUSION = {row: {column: 8 if row == column else 1 for column in NAMES} for row in NAMES}
SCORES = {
    "macro_f1": 0.9,
    "f1": dict.fromkeys(NAMES[:-1], 0.8),
    "forward_f1": 0.7,
    "ece": 0.0125,
    "confusion": CONFUSION,
    "reliability": [[0.5, 0.4, 10], [0.95, 1.0, 100]],
    "precision_recall": {name: [1.0, 0.9, 0.5] for name in NAMES[:-1]},
}
GOLD = {
    **SCORES,
    "releases": 3,
    "statements": 99,
    "boundary_f1": 0.98,
    "speaker": 1.0,
    "table": 0.5,
    "intervals": {"macro_f1": [0.8, 0.95]},
    "causes": {"guidance": {"wording": 2}, "none": {"section": 1}},
    "stages": {"boundaries": {"alone, exact": 0.99, "alone, overlap": None}},
}
REAL = {**SCORES, "releases": 9, "units": 1234, "log_loss": 0.25, "average_precision": 0.75}
MEASURED = {"cross_validated_real": REAL, "gold": GOLD, "robustness": [{"name": "CRLF", "share": 0.01}]}


def _with_markers(names: tuple[str, ...]) -> str:
    return "# Title\n\n" + "\n".join(f"Before {name}.\n<!-- begin {name} -->\n<!-- end {name} -->\nAfter.\n" for name in names)


@pytest.fixture
def cards(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return README, model card and data card, of a model whose metadata and of a corpus whose releases are at hand."""
    model, data = tmp_path / "model", tmp_path / "data"
    for directory in (model, data):
        directory.mkdir()
    metadata = {"name": "small", "version": "0", "sha256": "a" * 64, "schema": "forelook/1", "features": 1, "digest": "d" * 64, "new_releases": 3}
    (model / "metadata.json").write_text(json.dumps(metadata))
    made_from = {"authored": {"releases": 1, "statements": 2}, "real": {"releases": 5, "units": 60, "labelled": 50, "soft": 40}}
    base = tmp_path / "base"
    base.mkdir()
    (base / "metadata.json").write_text(json.dumps({**metadata, **made_from}))
    (data / "acme.ann").write_text(RELEASE)
    files = (tmp_path / "README.md", model / "README.md", data / "README.md")
    for path, names in zip(files, (card.README_BLOCKS, card.MODEL_BLOCKS, card.DATA_BLOCKS), strict=True):
        path.write_text(_with_markers(names))
    return files


def test_numbers_are_filled_in_and_prose_stays(cards: tuple[Path, Path, Path]) -> None:
    readme, model_card, data_card = cards
    save_metrics(model_card.parent, MEASURED, "d" * 64)
    assert card.write(readme, model_card, data_card, data=data_card.parent, base=data_card.parents[1] / "base") == [model_card, data_card, readme]
    assert "| macro F1 | 0.900 | 0.800–0.950 |" in readme.read_text()
    text = model_card.read_text()
    assert "| boundaries | 0.990 | – |" in text
    assert "run `python -m tools.measure`" in text, "what is not measured says how to measure it"
    assert "| base: real releases | 5 (60 units, 50 with a label, 40 with soft targets) |" in text
    assert "| average precision of guidance | 0.750 |" in text
    assert all(f"Before {name}.\n" in text for name in card.MODEL_BLOCKS)
    assert "1 releases with 2 statements" in data_card.read_text()


def test_writing_twice_changes_nothing(cards: tuple[Path, Path, Path]) -> None:
    readme, model_card, data_card = cards
    save_metrics(model_card.parent, MEASURED, "d" * 64)
    card.write(readme, model_card, data_card, data=data_card.parent, base=data_card.parents[1] / "base")
    assert card.write(readme, model_card, data_card, data=data_card.parent, base=data_card.parents[1] / "base") == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda text: text.replace("<!-- end gold -->", ""), "no marker '<!-- end gold -->'"),
        (lambda text: text.replace("<!-- begin gold -->", "<!-- begin gold -->\n<!-- begin gold -->"), "2 marker '<!-- begin gold -->'"),
        (lambda text: text + "<!-- begin silver -->\n<!-- end silver -->", "nothing is generated for marker 'silver'"),
        (lambda text: text.replace("<!-- begin gold -->\n<!-- end gold -->", "<!-- end gold -->\n<!-- begin gold -->"), "after"),
    ],
    ids=["missing", "twice", "unknown", "crossed"],
)
def test_a_wrong_marker_is_named_and_nothing_is_written(cards: tuple[Path, Path, Path], change: object, complaint: str) -> None:
    readme, model_card, data_card = cards
    model_card.write_text(change(model_card.read_text()))  # type: ignore[operator]
    before = [path.read_text() for path in cards]
    with pytest.raises(OutputError, match=complaint) as caught:
        card.write(readme, model_card, data_card, data=data_card.parent, base=data_card.parents[1] / "base")
    assert str(model_card) in str(caught.value)
    assert [path.read_text() for path in cards] == before


def test_what_was_measured_on_earlier_data_says_so(cards: tuple[Path, Path, Path]) -> None:
    _, model_card, data_card = cards
    save_metrics(model_card.parent, MEASURED, "d" * 64)
    metadata = json.loads((model_card.parent / "metadata.json").read_text())
    (model_card.parent / "metadata.json").write_text(json.dumps({**metadata, "digest": "e" * 64}))
    content = save_metrics(model_card.parent, {"robustness": MEASURED["robustness"]}, "e" * 64)
    assert "gold" not in content, "scores of another model must not stay"
    card.write(None, model_card, data_card, data=data_card.parent, base=data_card.parents[1] / "base")
    assert "earlier training (digest dddddddddddd)" in model_card.read_text()


def test_damaged_metrics_are_refused(tmp_path: Path) -> None:
    (tmp_path / "metrics.json").write_text("{")
    with pytest.raises(ModelError, match=r"metrics\.json: damaged"):
        read_metrics(tmp_path)


def test_agreement_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "second_labels.tsv"
    path.write_text("# head\na\tH G G\tH G H\nb\tH\tH\n")
    text = render_agreement(path)
    assert "2 releases, 4 units: the same code for 75.0%, Cohen's kappa 0.500." in text
    assert "| G | 2 | 1 | 1 | 0.667 | 0.500 |" in text
    assert "Disagreements, first → second: G → H 1." in text


def test_a_second_labelling_of_another_length_is_named(tmp_path: Path) -> None:
    path = tmp_path / "second_labels.tsv"
    path.write_text("# head\na\tH G\tH G\nb\tH G\tH\n")
    with pytest.raises(AnnotationError, match=r"second_labels\.tsv:3: .*as many second codes"):
        agreement(path)


def test_plots_are_drawn_and_the_same_again(tmp_path: Path, cards: tuple[Path, Path, Path]) -> None:
    pytest.importorskip("matplotlib")
    content = save_metrics(cards[1].parent, MEASURED, "d" * 64)
    paths = plots.draw(content, tmp_path)
    assert [path.name for path in paths] == ["confusion.png", "reliability.png", "precision-recall.png"]
    first = [path.read_bytes() for path in paths]
    assert [path.read_bytes() for path in plots.draw(content, tmp_path)] == first
    assert all(len(content) < 60_000 for content in first)


def test_plots_without_matplotlib_name_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtraError, match=r"forelook\[plots\]"):
        plots.draw(MEASURED, tmp_path)


def test_the_cards_of_the_repository_have_their_markers() -> None:
    for path, names in ((MODEL / "README.md", card.MODEL_BLOCKS), (DATA / "README.md", card.DATA_BLOCKS)):
        card.fill(path.read_text(encoding="utf-8"), dict.fromkeys(names, "number"), str(path))


def test_scores_with_a_transformer_are_beside_those_without(cards: tuple[Path, Path, Path]) -> None:
    readme, model_card, data_card = cards
    model, precise = model_card.parent, model_card.parent.with_name("precise")
    precise.mkdir()
    (precise / "README.md").write_text(_with_markers(card.PRECISE_BLOCKS))
    write = partial(card.write, readme, model_card, data_card, data=data_card.parent, base=model.with_name("base"))
    write()
    assert "*Not measured yet; run `make precise`" in (precise / "README.md").read_text()
    metadata = json.loads((model / "metadata.json").read_text())
    (precise / "metadata.json").write_text(json.dumps({**metadata, "sha256": "b" * 64}))
    save_metrics(model, {"gold": GOLD}, metadata["digest"])
    better = {**GOLD, "f1": {**GOLD["f1"], "guidance": 0.85}}
    rates = {"without": 200.4, "with": 12.3, "characters": 7283.2}
    save_metrics(precise, {"gold": better, "cross_validated_real": {**REAL, "log_loss": 0.2}, "without": REAL, "rates": rates}, "b" * 64)
    write()
    for text in (readme.read_text(), (precise / "README.md").read_text()):
        assert "| guidance F1 | 0.800 | 0.850 |" in text
        assert "| releases a second on one core (7,283 characters each) | 200 | 12 |" in text
    assert "| log loss, six classes | 0.250 | 0.200 |" in (precise / "README.md").read_text()
    (precise / "metadata.json").write_text(json.dumps({**metadata, "sha256": "c" * 64}))
    write()
    assert "*Not measured yet" in readme.read_text()
