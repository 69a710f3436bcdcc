"""Exports that real servers wrote, of invented releases with emoji and, in one of them, `\\r\\n`: annotated in the editor or through the interface.

In `recorded/`, with the versions that wrote them. The headline of tarnfell-crlf was made `meta`, its guidance was taken away, and some of it was
marked anew in the editor with the mouse, in Label Studio with a speaker, whom guidance does not keep. Nobody submitted quillmoor.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from forelook.corpus.alignment import align
from forelook.corpus.annotated import read_corpus
from forelook.corpus.exchange.convert import Tool, import_corpus
from forelook.corpus.exchange.fill import COMMENT
from forelook.corpus.exchange.gather import LeftOutError

RECORDED = Path(__file__).parent / "recorded"
LABEL_STUDIO = RECORDED / "label-studio-1.23.2.json"
DOCCANO = RECORDED / "doccano-1.8.4.jsonl"
GUIDANCE = "The company expects revenue of $170 million to $174 million for the full year."
MARKED = [
    ("M", "Tarnfell Instruments Reports Third Quarter Results \N{ROCKET}", None),
    ("M", "TROMSO, Norway, Oct. 21, 2025 --", None),
    ("H", "Tarnfell Instruments plc today announced results for the quarter.", None),
    ("QN", "“Orders at our naïve little café division \N{WOMAN}\u200d\N{MICROSCOPE} were strong,” said Ada Berg, Chief Executive Officer.", "Ada Berg"),
    ("QF", "“We will open two plants next year.”", "Ada Berg"),
    ("M", "Forward-Looking Statements", None),
    ("S", "This release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995.", None),
]


@pytest.mark.parametrize(
    ("tool", "path", "added"), [(Tool.LABEL_STUDIO, LABEL_STUDIO, ("G", GUIDANCE, None)), (Tool.DOCCANO, DOCCANO, ("G", "The company", None))]
)
def test_what_was_marked_comes_back_at_the_same_characters(tool, path, added, small_model, tmp_path):
    for _ in import_corpus(path, tool, tmp_path, model=small_model):
        pass
    (release,) = [each for each in read_corpus(tmp_path) if each.id == "tarnfell-crlf"]
    units = [(unit.code, unit.text, unit.speaker) for unit in release.units]
    assert [unit for unit in units if unit in MARKED] == MARKED
    assert added in units
    gold = align(release, release.raw)
    assert gold.text.count("\r\n") == gold.text.count("\n") == 11
    places = {gold.text[unit.start : unit.end]: unit.start for unit in gold.units}
    assert [places[text] for _, text, _ in MARKED] == [0, 56, 89, 296, 396, 436, 466]
    assert COMMENT in (tmp_path / "tarnfell-crlf.ann").read_text(encoding="utf-8").splitlines()


def test_label_studios_export_holds_no_predictions_to_accept(small_model, tmp_path):
    for accept in (False, True):
        written, left_out = import_corpus(LABEL_STUDIO, Tool.LABEL_STUDIO, tmp_path, accept_predictions=accept, model=small_model)
        assert written == tmp_path / "tarnfell-crlf.ann"
        assert isinstance(left_out, LeftOutError)
        assert str(left_out) == (
            "label-studio-1.23.2.json: task 2: quillmoor is left out: nobody has submitted it; its predictions are not in the file; "
            "import the tasks.json that forelook wrote with --accept-predictions first, then this into the same directory"
        )


def test_doccanos_archive_is_read_as_it_was_downloaded(small_model, tmp_path):
    with ZipFile(tmp_path / "project.zip", "w") as archive:
        archive.write(DOCCANO, "admin.jsonl")
    written = list(import_corpus(tmp_path / "project.zip", Tool.DOCCANO, tmp_path / "mine", model=small_model))
    assert written == [tmp_path / "mine" / "quillmoor.ann", tmp_path / "mine" / "tarnfell-crlf.ann"]
