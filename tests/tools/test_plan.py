"""What the authored corpus lacks, counted."""

from __future__ import annotations

from forelook.corpus.annotated import parse_annotated
from tools.plan import check_plan


def test_plan():
    release = parse_annotated('---\nG\tWe expect more.\nQN|Ada\t"We are glad," said Ada.\nTH\n\ta  1', "x.ann")
    assert check_plan([release])[:2] == [
        "plan: 1 releases, expected at least 600; write 599 more",
        "plan: 3 statements, expected at least 18000; write 17997 more",
    ]
    assert check_plan([release])[-1] == "plan: 0% of the quoted statements look forward (QF), expected at least 45%; write more of them"
    assert len(check_plan([release])) == 9
