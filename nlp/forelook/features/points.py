"""Weights of the text encoder's convolutions at the points of convolve.h, in the order in which its loops read them.

In: weights of windows. Out: packed rows. What is multiplied at a point and interpolated comes times 360; the factors that this takes stand
with the weights, which are made once.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from forelook.features.alignment import align

AT_POINTS = np.array(  # a row a point: 0, 1, -1, 2, -2, 1/2, infinity
    [
        [-90, 0, 0, 0, 0],
        [-20, -20, -20, -20, -20],
        [20, -20, 20, -20, 20],
        [5, 10, 20, 40, 80],
        [-3, 6, -12, 24, -48],
        [64, 32, 16, 8, 4],
        [0, 0, 0, 0, 180],
    ]
)
BIAS_FACTOR = 120  # of a bias that is added at 1, whose products count three times


def pack(weights: npt.NDArray[np.int8], block: int) -> npt.NDArray[np.int16]:
    """Return weights of shape (channels, window, inputs) as `convolve` reads them: blocks of channels, in them points, in them pairs of inputs."""
    channels, window, inputs = weights.shape
    points, widest = AT_POINTS.shape
    edge = (widest - window) // 2
    whole = np.pad(weights.astype(np.int64), ((0, 0), (edge, edge), (0, 0)))
    blocks = np.einsum("pw,cwi->cpi", AT_POINTS, whole).astype(np.int16).reshape(channels // block, block, points, inputs // 2, 2)
    return align(blocks.transpose(0, 2, 3, 1, 4)).ravel()
