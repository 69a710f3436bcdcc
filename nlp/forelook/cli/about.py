"""The commands about forelook itself: the schema of its output, and shell completion.

In: arguments. Out: JSON, or a shell script, on standard output.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from forelook.cli.options import compose_epilog

PROGRAM = "forelook"
COMPLETE = "_FORELOOK_COMPLETE"  # the shell sets this variable to ask for completions
_ENDS = {0: "done", 2: "wrong usage"}
_SCHEMA = compose_epilog("forelook schema > forelook-1.schema.json", ends=_ENDS)
_COMPLETION = compose_epilog(
    "bash:  echo 'eval \"$(forelook completion bash)\"' >> ~/.bashrc",
    "zsh:   echo 'eval \"$(forelook completion zsh)\"' >> ~/.zshrc",
    "fish:  forelook completion fish > ~/.config/fish/completions/forelook.fish",
    ends=_ENDS,
)


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(epilog=_SCHEMA)(schema)
    app.command(short_help="Print a script that completes commands in a shell.", epilog=_COMPLETION)(completion)


def schema() -> None:
    """Print the JSON Schema of a release."""
    from forelook.records import json_schema  # noqa: PLC0415 - computed only on demand

    typer.echo(json.dumps(json_schema(), indent=2))


def completion(shell: Annotated[Literal["bash", "zsh", "fish"], typer.Argument(metavar="SHELL", help="bash, zsh or fish.", show_default=False)]) -> None:
    """Print a script by which a shell completes forelook's commands, options, their values, and files."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # noqa: PLC0415 - only needed here; re-exported by Typer

    typer.echo(get_completion_script(prog_name=PROGRAM, complete_var=COMPLETE, shell=shell))
