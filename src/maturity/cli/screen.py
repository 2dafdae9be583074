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


def stop_quietly() -> None:
    """Send what is still to be printed nowhere: the reader has seen enough and has gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
