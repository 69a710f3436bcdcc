"""Agreement of two labellings: toy releases counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.errors import AnnotationError
from tools.agreement import agreement, render_agreement, show

HEAD = "# Second labelling.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "second_labels.tsv"


def test_pairs_are_counted_over_releases(path: Path) -> None:
    path.write_text(f"{HEAD}tarn-2011\tG H H\tG H G\n\nrim-2012\tH\tH\n")
    releases, pairs = agreement(path)
    assert releases == 2
    assert dict(pairs) == {("G", "G"): 1, ("H", "H"): 2, ("H", "G"): 1}


def test_the_table_says_how_often_each_code_was_given(path: Path) -> None:
    path.write_text(f"{HEAD}tarn-2011\tG H H H\tG H H G\n")
    found = render_agreement(path)
    assert found.startswith("1 releases, 4 units: the same code for 75.0%, Cohen's kappa 0.500.")
    assert "| G | 1 | 2 | 1 | 0.667 | 0.500 |" in found
    assert found.endswith("Disagreements, first → second: H → G 1.")


def test_without_a_second_labelling_it_says_so(path: Path) -> None:
    assert render_agreement(path) == "*No second labelling: second_labels.tsv is missing.*"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("tarn-2011\tG H\tG", id="fewer second codes"),
        pytest.param("tarn-2011\tG X\tG H", id="no such code"),
        pytest.param("tarn-2011\t\t", id="no codes"),
        pytest.param("tarn-2011 G G", id="no tabs"),
        pytest.param("tarn-2011\tG\tG\tG", id="a third labelling"),
    ],
)
def test_another_line_is_refused(path: Path, line: str) -> None:
    path.write_text(f"{HEAD}{line}\n")
    with pytest.raises(AnnotationError, match=r"second_labels\.tsv:2: .*expected id, first codes and as many second codes"):
        agreement(path)


@pytest.mark.parametrize(("value", "shown"), [(None, "–"), (0.5, "0.500"), (1234, "1,234"), ("tarn", "tarn")])
def test_figures(value: object, shown: str) -> None:
    assert show(value) == shown
