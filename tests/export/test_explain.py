"""Explanations in the terminal."""

from __future__ import annotations

from rich.console import Console

from forelook.export.explain import render_explanation
from forelook.records import Example, Explanation, Label, Reason


def test_reasons_what_is_left_and_examples() -> None:
    reasons = [Reason("word", "“expects” (an expectation)", 2.1, 0.41, 0, 7), Reason("word", "“may”", -0.3, 0.97, 8, 11)]
    example = Example("kestrel-2020", Label.GUIDANCE, "Kestrel expects growth.", 0.61)
    found = Explanation(3, 0, 20, "expects may \x1b[31m", Label.GUIDANCE, 0.94, Label.HISTORICAL_FACT, 0.05, reasons, 0.12, [example])
    console = Console(width=120)
    with console.capture() as captured:
        console.print(render_explanation("draft", found))
    shown = captured.get()
    for words in (
        "draft, statement 3",
        "guidance 0.940   next: historical fact 0.050",
        "“expects” (an expectation) │ 0.410",
        "against",
        "All of them taken away: 0.120",
        "0.61 guidance: Kestrel",
    ):
        assert words in shown
    assert "\x1b" not in shown
