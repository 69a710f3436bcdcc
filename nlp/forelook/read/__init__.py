"""Reads files as texts: the inputs that PATH arguments name, and the releases in each.

In: paths. Out: `expand` gives an `Input` for each file, `read` the `Document`s of one, with an `InputError` for each that
cannot be read.
"""

from forelook.read.decode import read_text
from forelook.read.dispatch import read, read_undecoded
from forelook.read.paths import Input, expand
from forelook.read.rows import JsonLine, decode_line

__all__ = ["Input", "JsonLine", "decode_line", "expand", "read", "read_text", "read_undecoded"]
