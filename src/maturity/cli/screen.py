"""Where results and messages go: pages to stdout, what went wrong to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from maturity.present.layout import NARROWEST, WIDTH, render
from maturity.present.plain import harmless, harmless_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

WIDEST = 100
FAULTS, MISUSE = 1, 2
CODE = "maturity.code"  # where a context keeps the exit code that is known already


def show(pieces: Iterable[RenderableType]) -> None:
    """Print a page: with styles and as wide as the screen on a terminal, else plain."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size((WIDTH, 24)).columns if terminal else WIDTH
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = min(max(width, NARROWEST), WIDEST)
    write(render(pieces, width, styled=terminal and not plain))


def write(text: str) -> None:
    """Print data as it is; the text ends its own last line."""
    click.echo(text, nl=False)


def say(message: str) -> None:
    """A message for a person, on stderr."""
    click.echo(harmless(message), err=True)


def say_lines(message: str) -> None:
    """A message of several lines, on stderr."""
    click.echo(harmless_lines(message), err=True)


def be_lenient() -> None:
    """Let no character fail that the terminal's encoding lacks: it is shown as `?`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def finish() -> None:
    """See that all of it is printed: what fails, fails now."""
    print(end="", flush=True)  # noqa: T201  # it takes an absent stdout as it is


def give_up(error: OSError, code: int) -> int:
    """The exit code where something can't be printed; `code`: what it would have been.

    A reader who has seen enough and has gone changes nothing; anything else is told.
    """
    gone = isinstance(error, BrokenPipeError)
    if not gone:
        with suppress(OSError):
            say(f"Error: {error.strerror or error}")
    stop_quietly()
    return code if gone else MISUSE


def stop_quietly() -> None:
    """Send what is still to be printed nowhere, where it can't be printed."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
