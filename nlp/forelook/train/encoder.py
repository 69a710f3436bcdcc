"""Trains the text encoder: from passages with targets to the arrays that features/encoder.py runs.

In: passages (labels, soft targets, weights) and the word vectors of a pretrained transformer. Out: plain arrays. The network is
small: word vectors and two convolutions over windows of pieces; the maximum and gated means over a unit; kind, quotation state and
position; then, together with the units before, after and above, six classes. Needs the extra `[teacher]`.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from forelook.arrays import Floats, Singles
from forelook.features.encoder import KINDS, PLACES, STATES
from forelook.features.subwords import SHAPES, Subwords
from forelook.model.classifier import CLASSES
from forelook.train.batches import EDGE, Minibatch, Pieces, make_batch, read_pieces, shuffle
from forelook.train.passages import Passage
from forelook.train.quantize import Layer, Units, head_arrays, quantize_convolutions
from forelook.train.vocabulary import Vocabulary

WIDTH = 64  # of a word vector
CHANNELS = (64, 192)  # of the convolutions; with (64, 128) average precision of guidance on held-out releases is 0.757 instead of 0.765
WINDOWS = (2 * EDGE + 1, 2 * EDGE + 1)  # pieces
HEADS = 4  # gated means
BESIDE = 64  # numbers that a unit passes to its neighbours
HIDDEN = 192
EMBEDDED = 16  # width of the embeddings of kind and quotation state, twice that of a position
DROPOUT = 0.15
PIECE_DROPOUT = 0.05
EPOCHS = 4  # over all releases and two copies of each made over; 12,000 steps
BATCH = 5000  # pieces
RATE = 2e-3  # the highest learning rate
WARM_UP = 0.05  # share of the steps
LEAST_GATE = 1e-3
SAMPLE = 60  # releases on which activations are measured

Notify = Callable[[str], None]
"""Receives a line on the progress of a training."""


class Network(nn.Module):
    """The network in floats."""

    def __init__(self, vectors: Singles, channels: Sequence[int] = CHANNELS, windows: Sequence[int] = WINDOWS) -> None:
        super().__init__()
        width = vectors.shape[1]
        start = torch.from_numpy(0.5 * vectors / vectors.std())
        self.words = nn.Embedding.from_pretrained(start, freeze=False)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.normal_(self.shapes.weight, std=0.05)
        below = [width, *channels[:-1]]
        self.windows = windows
        self.layers = nn.ModuleList(nn.Linear(window * one, other) for window, one, other in zip(windows, below, channels, strict=True))
        self.gates = nn.Linear(channels[-1], HEADS)
        nn.init.zeros_(self.gates.weight)
        nn.init.ones_(self.gates.bias)
        self.kinds, self.states = nn.Embedding(KINDS, EMBEDDED), nn.Embedding(STATES, EMBEDDED)
        self.places, self.ends = nn.Embedding(PLACES, EMBEDDED // 2), nn.Embedding(PLACES, EMBEDDED // 2)
        own = 2 * channels[-1] + 2 * EMBEDDED
        self.beside = nn.Linear(own, BESIDE)
        self.hidden = nn.Linear(own + EMBEDDED + 3 * BESIDE, HIDDEN)
        self.classes = nn.Linear(HIDDEN, len(CLASSES))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, batch: Minibatch) -> Tensor:
        """Return scores of shape (units, classes)."""
        pooled = self.dropout(self._pool(self._convolve(batch)[batch.rows], batch))
        own = torch.cat([pooled, self.kinds(batch.kinds), self.states(batch.states)], 1)
        small = torch.cat([functional.relu(self.beside(own)), torch.zeros(1, BESIDE)])
        around = small[batch.beside].flatten(1)
        inputs = torch.cat([own, self.places(batch.places), self.ends(batch.ends), around], 1)
        scores: Tensor = self.classes(self.dropout(functional.relu(self.hidden(inputs))))
        return scores

    def _convolve(self, batch: Minibatch) -> Tensor:
        there = (batch.pieces > 0).float()[:, None]
        rows = (self.words(batch.pieces) + self.shapes(batch.shapes)) * there
        if self.training:
            rows = rows * (torch.rand(len(rows), 1) > PIECE_DROPOUT)
        for window, layer in zip(self.windows, self.layers, strict=True):
            padded = functional.pad(rows, (0, 0, window // 2, window // 2))
            read = torch.cat([padded[k : k + len(rows)] for k in range(window)], 1)
            rows = functional.relu(layer(read)) * there
        return rows

    def _pool(self, rows: Tensor, batch: Minibatch) -> Tensor:
        count, channels = len(batch.kinds), rows.shape[1]
        most = torch.zeros(count, channels).scatter_reduce(0, batch.units[:, None].expand(-1, channels), rows, "amax")
        gates = functional.relu(self.gates(rows)) + LEAST_GATE
        totals = torch.zeros(count, HEADS).index_add(0, batch.units, gates).clamp(min=LEAST_GATE)
        gated = (rows.view(-1, HEADS, channels // HEADS) * gates[:, :, None]).flatten(1)
        sums = torch.zeros(count, channels).index_add(0, batch.units, gated)
        means = sums.view(count, HEADS, -1) / totals[:, :, None]
        return torch.cat([most, means.flatten(1)], 1)


def train_encoder(
    passages: Sequence[Passage], vocabulary: Vocabulary, *, seed: int = 0, epochs: int | None = None, progress: Notify = lambda _: None
) -> dict[str, Any]:
    """Return the arrays of an encoder trained on the weighted units of `passages`, for `epochs` epochs (EPOCHS by default)."""
    torch.manual_seed(seed)
    read = read_pieces(passages, Subwords(vocabulary.keys))
    network = Network(vocabulary.vectors[:, :WIDTH])
    fit(network, read, seed=seed, epochs=epochs or EPOCHS, progress=progress)
    arrays: dict[str, Any] = export(network, vocabulary, read[:: max(1, len(read) // SAMPLE)])
    return arrays


def fit(network: Network, read: Sequence[Pieces], *, seed: int, epochs: int, progress: Notify) -> None:
    """Train the network."""
    chance = random.Random(seed)
    steps = epochs * math.ceil(sum(len(each.pieces) for each in read) / BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / (WARM_UP * steps), max(1.0 - step / steps, 0.01)))
    network.train()
    mean = 0.0
    for number, some in enumerate(batch for _ in range(epochs) for batch in shuffle(read, chance, BATCH)):
        batch = make_batch(some)
        losses = -(functional.log_softmax(network(batch), 1) * batch.targets).sum(1)
        loss = (losses * batch.weights).sum() / batch.weights.sum().clamp(min=1.0)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        mean += (loss.item() - mean) / min(number + 1, 100)
        if number % 200 == 0:
            progress(f"step {number} of about {steps}: loss {mean:.3f}")


@torch.no_grad()
def predict(network: Network, read: Sequence[Pieces]) -> Singles:
    """Return the log-probabilities of the network in floats; shape (units, classes)."""
    network.eval()
    parts = [functional.log_softmax(network(make_batch(read[k : k + 20])), 1).numpy() for k in range(0, len(read), 20)]
    return np.concatenate(parts)


@torch.no_grad()
def export(network: Network, vocabulary: Vocabulary, sample: Sequence[Pieces]) -> dict[str, Any]:
    """Return the arrays of a trained network."""
    floats = {name: parameter.double().numpy() for name, parameter in network.named_parameters()}
    layers, below = [], floats["words.weight"].shape[1]
    for number, window in enumerate(network.windows):
        weights = floats[f"layers.{number}.weight"]
        layers.append(Layer(weights.reshape(len(weights), window, below), floats[f"layers.{number}.bias"]))
        below = len(weights)
    units = Units(*(np.concatenate([each[column] for each in sample]) for column in range(3)))
    gates = Layer(floats["gates.weight"], floats["gates.bias"])
    arrays = quantize_convolutions(floats["words.weight"], floats["shapes.weight"], layers, gates, units)
    return {"keys": vocabulary.keys, **arrays, **head_arrays(_head(floats, 2 * below))}


def _head(floats: dict[str, Floats], pooled: int) -> dict[str, Floats]:
    """Return the parameters of the layers after pooling, with the products of embeddings computed beforehand."""
    beside, hidden = floats["beside.weight"].T, floats["hidden.weight"].T
    kinds, states = pooled + EMBEDDED, pooled + 2 * EMBEDDED
    places, ends = states + EMBEDDED // 2, states + EMBEDDED
    return {
        "beside": beside[:pooled],
        "beside_kinds": floats["kinds.weight"] @ beside[pooled:kinds] + floats["beside.bias"],
        "beside_states": floats["states.weight"] @ beside[kinds:states],
        "hidden": np.concatenate([hidden[:pooled], hidden[ends:]]),
        "hidden_kinds": floats["kinds.weight"] @ hidden[pooled:kinds] + floats["hidden.bias"],
        "hidden_states": floats["states.weight"] @ hidden[kinds:states],
        "hidden_places": floats["places.weight"] @ hidden[states:places],
        "hidden_ends": floats["ends.weight"] @ hidden[places:ends],
        "classes": floats["classes.weight"].T,
        "intercept": floats["classes.bias"],
    }
