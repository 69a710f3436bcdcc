"""The command line: parse, call one function of the library, write. Only this package prints and exits.

In: arguments. Out: results on standard output or in a file, everything else on standard error. Exit status 0: done;
1: some inputs failed, the rest is written; 2: wrong usage, or the run could not be completed.
"""

from __future__ import annotations

import os
import shlex
import signal
import sys
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from forelook import __version__
from forelook.cli import about, audit, classify, explain, figures, learn, look
from forelook.cli.options import QuietOption, compose_epilog
from forelook.cli.streams import complain, flush_messages, flush_results, give_up_results, open_missing_streams
from forelook.errors import ForelookError

_SIGNALLED = 128  # plus the number of a signal: the exit status by convention


class _Commands(TyperGroup):
    """The group of commands; a file named in place of a command raises an error that says how to show it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return a command with its name and arguments, as Typer does."""
        if args and args[0] not in self.commands and os.path.lexists(args[0]):
            ctx.fail(f"No such command {args[0]!r}; it is a file: `forelook show {shlex.quote(args[0])}` shows it, `forelook -h` lists what else can be done.")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Commands,
    help="Tag every sentence of a press release as guidance, historical fact, management quote or safe-harbor legend.\n\n"
    "A release is a text, a page, a filing, a Word document, a PDF, RTF or a mail; ZIP, gzip, JSON Lines, CSV and Parquet hold many.",
    epilog=compose_epilog("forelook show release.txt", "forelook classify filings/ -o tagged.jsonl --jobs 2", "forelook classify --help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main() -> None:
    """Run the command line; errors that forelook reports on purpose end it with one line and status 2."""
    signal.signal(signal.SIGTERM, _end)
    open_missing_streams()
    if about.COMPLETE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]  # noqa: PLC0415 - only where a shell asks

        completion_init()
    try:
        try:
            app(prog_name=about.PROGRAM, complete_var=about.COMPLETE)
        finally:
            flush_results()
    except ForelookError as error:
        sys.exit(complain(str(error)))
    except OSError as error:
        give_up_results()
        sys.exit(complain(_describe(error)))
    finally:
        flush_messages()


def _describe(error: OSError) -> str:
    """Return a message with the system's reason for a file, and what to do."""
    where = f"{error.filename}: " if error.filename is not None else ""
    advice = {
        FileNotFoundError: "check the spelling",
        FileExistsError: "name another place",
        IsADirectoryError: "name a file",
        NotADirectoryError: "name a directory",
        PermissionError: "name another place",
    }
    return f"{where}cannot be read or written: {error.strerror or error}; {advice.get(type(error), 'check the place and the space that is left')}"


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(_SIGNALLED + number)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - a callback of Typer
    if wanted:
        typer.echo(f"forelook {__version__}")
        raise typer.Exit


@app.callback()
def forelook(
    *,
    _version: Annotated[bool, typer.Option("-V", "--version", callback=_show_version, is_eager=True, help="Print the version.")] = False,
    _quiet: QuietOption = False,
) -> None:
    """Tag every sentence of a press release."""


for group in (classify, look, audit, figures, explain, learn, about):
    group.add_commands(app)
