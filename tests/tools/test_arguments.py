"""The command-line arguments of the programs that make models."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from tools.arguments import add_soft, add_sources, read_soft


def test_sources_have_their_usual_places() -> None:
    parser = ArgumentParser()
    add_sources(parser)
    add_soft(parser)
    options = parser.parse_args(["one.jsonl", "two.jsonl"])
    assert options.texts == ["one.jsonl", "two.jsonl"]
    assert (options.data, options.labels) == (Path("training_data"), Path("training_data/real_labels.tsv"))
    assert read_soft(options.soft) == {}


def test_texts_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    add_sources(parser, texts="+")
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert "texts" in capsys.readouterr().err
