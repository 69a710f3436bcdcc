"""Files to texts: what PATH arguments name, and the releases that each input holds.

In: paths. Out: `expand` gives an `Input` a file, `read` the `Document`s of one, with an `InputError` for each that
cannot be read.
"""

from forelook.read.decode import read_text
from forelook.read.dispatch import read
from forelook.read.paths import Input, expand

__all__ = ["Input", "expand", "read", "read_text"]
