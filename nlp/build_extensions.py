"""The step of the build that compiles forelook's inner loops (`*.pyx`) beside their sources; hatchling calls it."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = tuple(
    f"nlp/forelook/{name}.pyx"
    for name in (
        "expressions/words/folding",
        "expressions/words/marking",
        "read/columns",
        "read/control",
        "read/html_limits",
        "read/html_lines",
        "read/html_reader",
        "read/html_table",
        "read/html_walk",
        "segment/again",
        "segment/dateline_signs",
        "segment/days",
        "segment/forms",
        "segment/gaps",
        "segment/joint_signs",
        "segment/quotes/naming",
        "segment/quotes/runs",
        "segment/quoting",
        "segment/scan",
        "segment/signs",
        "segment/stops",
        "features/tokens",
        "features/context",
        "features/rows",
        "features/subwords",
        "features/repeats",
        "features/network",
        "features/numerals",
        "features/sums",
        "model/folding",
        "model/neighbours",
        "model/softmax",
        "surrogates",
    )
)
# Optimized so that sums over the lanes of a row become vector instructions; no contraction, so that they come out alike everywhere. No symbols
# for a debugger, which would be most of a wheel. One wheel a version of Python: the limited API reads a text's characters by calls
# (the scan for lines takes a third longer), and lacks Py_UNICODE_TOLOWER.
COMPILE_FLAGS = ("/O2", "/fp:precise") if sys.platform == "win32" else ("-O3", "-ffp-contract=off", "-g0")
LINK_FLAGS = ("-Wl,-s",) if sys.platform == "linux" else ()


class CompileHook(BuildHookInterface):
    """Compiles the extensions for the Python that builds."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile in place, and add the results to the wheel."""
        if self.target_name != "wheel":
            return
        from Cython.Build import cythonize  # noqa: PLC0415 - there only while building
        from setuptools import Distribution, Extension  # noqa: PLC0415

        root = Path(self.root)
        names = [source.removeprefix("nlp/").removesuffix(".pyx").replace("/", ".") for source in SOURCES]
        extensions = [
            Extension(name, [str(root / source)], extra_compile_args=list(COMPILE_FLAGS), extra_link_args=list(LINK_FLAGS))
            for name, source in zip(names, SOURCES, strict=True)
        ]
        with TemporaryDirectory() as build_dir:
            distribution = Distribution({"ext_modules": cythonize(extensions, include_path=[str(root / "nlp")], build_dir=build_dir, quiet=True)})
            command = distribution.get_command_obj("build_ext")
            command.build_lib, command.build_temp = str(root / "nlp"), build_dir
            command.ensure_finalized()
            command.run()
        build_data["pure_python"], build_data["infer_tag"] = False, True
        build_data["artifacts"] += [f"/{Path(path).relative_to(root)}" for path in command.get_outputs()]
