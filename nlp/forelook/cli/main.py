"""The command line: parse, call one function of the library, write. Nothing else in forelook prints or exits.

In: arguments. Out: results on standard output or in a file, everything else on standard error. Exit status 0: done;
1: some inputs failed, the rest is written; 2: wrong usage, or the run could not be completed.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from forelook import __version__
