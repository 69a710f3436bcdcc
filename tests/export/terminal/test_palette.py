"""The terminal's colours, computed: they read on black and on white, and deuteranopes tell them apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from forelook.arrays import Floats
from forelook.export.terminal.palette import LABEL_COLOURS, META_COLOUR

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
DEUTERANOPIA = np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]])
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
COLOURS = {**{label.value: colour for label, colour in LABEL_COLOURS.items()}, "meta": META_COLOUR}


def linear(colour: str) -> Floats:
    values = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def seen(colour: str, *, deuteranope: bool) -> Floats:
    return np.clip(DEUTERANOPIA @ linear(colour), 0, 1) if deuteranope else linear(colour)


def lab(rgb: Floats) -> Floats:
    x, y, z = np.cbrt(XYZ @ rgb / np.array([0.95047, 1, 1.08883]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("deuteranope", [False, True])
@pytest.mark.parametrize("name", COLOURS)
def test_contrast_on_black_and_on_white(name: str, deuteranope: bool) -> None:
    luminance = (XYZ @ seen(COLOURS[name], deuteranope=deuteranope))[1]
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert (luminance + 0.05) / 0.05 >= 4.5


@pytest.mark.parametrize("deuteranope", [False, True])
def test_labels_differ(deuteranope: bool) -> None:
    for one, other in combinations(LABEL_COLOURS.values(), 2):
        assert np.linalg.norm(lab(seen(one, deuteranope=deuteranope)) - lab(seen(other, deuteranope=deuteranope))) >= 25
