"""The tables of names hold what the compiled loops make, in its order."""

from __future__ import annotations

from forelook.features import context, rows
from forelook.features.extract import find_context
from forelook.features.names import CONTEXT, CUES
from forelook.segment.segmentation import segment

TEXT = "Tarn Pumps Reports Sales\n\nSALES ROSE 5% TO $3 MILLION.\n\n- Is it so?\n"


def test_every_column_has_its_name() -> None:
    assert [getattr(context, name.upper()) for name in CONTEXT] == list(range(len(CONTEXT)))
    assert find_context(TEXT, segment(TEXT)).shape[1] == len(CONTEXT)


def test_every_template_has_its_name() -> None:
    assert [getattr(rows, name.upper()) for name in CUES] == list(range(len(CUES)))


def test_columns_hold_what_their_names_say() -> None:
    codes = find_context(TEXT, segment(TEXT)).tolist()
    where = {name: number for number, name in enumerate(CONTEXT)}
    sentence = next(row for row in codes if row[where["has_percent"]] & 1)
    assert sentence[where["has_money"]] == 2
    assert sentence[where["capitals"]] & 1
    assert [row[where["has_question_trademark"]] & 3 for row in codes][-1] == 1
    assert [row[where["position"]] & 15 for row in codes] == list(range(len(codes)))
