"""Progress: a line on standard error, with the share that is done where it is known."""

from __future__ import annotations

import pytest

from tools.progress import report


@pytest.mark.parametrize(("share", "line"), [(None, "fitting\n"), (0.0, "fitting: 0%\n"), (0.254, "fitting: 25%\n"), (1.0, "fitting: 100%\n")])
def test_lines(share: float | None, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    report("fitting", share)
    assert capsys.readouterr().err == line
