"""Arrays of a model: what is accepted, and how what is not is named."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from forelook.features.extract import WIDTH
from forelook.model.arrays import ARRAYS, LARGEST, TRANSFORMER, check_arrays
from forelook.model.classifier import CLASSES, INPUTS


def make() -> dict[str, Any]:
    return {
        "weights": np.zeros((WIDTH, len(CLASSES)), np.int8),
        "weight_scales": np.ones(len(CLASSES), np.float32),
        "intercept": np.zeros(len(CLASSES)),
        "second_weights": np.zeros((INPUTS, len(CLASSES))),
        "second_intercept": np.zeros(len(CLASSES)),
    }


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="as training writes them"),
        pytest.param({"weights": np.zeros((WIDTH, len(CLASSES)), np.float16)}, id="weights that are not rounded"),
        pytest.param({"encoder/words": np.zeros((3, 4), np.int8)}, id="an encoder's"),
        pytest.param({"intercept": np.full(len(CLASSES), -LARGEST)}, id="the largest number"),
    ],
)
def test_accepted(change: dict[str, Any]) -> None:
    check_arrays({**make(), **change})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"intercept": None}, "intercept is a NoneType, not an array", id="no array"),
        pytest.param({"intercept": [0.0] * 6}, "intercept is a list, not an array", id="a list"),
        pytest.param({"intercept": np.zeros(6, np.int64)}, r"intercept is of type int64; expected one of f2, f4, f8", id="whole numbers"),
        pytest.param({"intercept": np.zeros(6, object)}, "intercept is of type object", id="objects"),
        pytest.param({"intercept": np.zeros(5)}, r"intercept of shape \(5,\); expected \(6,\)", id="too few classes"),
        pytest.param({"intercept": np.zeros((6, 1))}, r"intercept of shape \(6, 1\); expected \(6,\)", id="a dimension too many"),
        pytest.param({"intercept": np.full(6, np.nan)}, "intercept holds numbers that are not finite, or larger than 1,000,000", id="no number"),
        pytest.param({"second_intercept": np.full(6, 2 * LARGEST)}, "second_intercept holds numbers", id="too large"),
        pytest.param({"extra": np.zeros(1)}, "it holds extra, which this version of forelook does not know", id="an unknown array"),
        pytest.param({"encoder/words": np.full(2, np.inf)}, "encoder/words is no array of finite numbers", id="an encoder's"),
        pytest.param({"encoder/words": "words"}, "encoder/words is no array", id="an encoder's that is none"),
    ],
)
def test_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises((ValueError, TypeError), match=message):
        check_arrays({**make(), **change})


@pytest.mark.parametrize("name", ARRAYS)
def test_what_is_missing_is_named(name: str) -> None:
    content = make()
    del content[name]
    with pytest.raises(ValueError, match=f"it has no {name}"):
        check_arrays(content)


def test_a_transformer_has_arrays_of_its_own() -> None:
    content = {"network": np.zeros(7, np.uint8), "vocabulary": np.zeros(3, np.uint8), **{name: make()[name] for name in ("second_weights", "second_intercept")}}
    check_arrays(content, TRANSFORMER)
    with pytest.raises(ValueError, match="it has no intercept, weights"):
        check_arrays(content)
    with pytest.raises(ValueError, match="network is of type int8"):
        check_arrays({**content, "network": np.zeros(7, np.int8)}, TRANSFORMER)
