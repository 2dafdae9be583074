"""`maturity new`: a file to start from."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.files.atomic import replace_file

from . import screen
from .blank import blank_assessment
from .kinds import Misuse, open_assessment, open_framework
from .options import profile_option

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

DEFAULT = "hwb-board"


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`-o` and `--force`."""
    force = click.option("--force", is_flag=True, help="Replace the file if it exists.")
    target = click.option(
        "-o", "--output", "target", metavar="FILE", help="Write to this file, not to the screen."
    )
    return target(force(command))


@click.group()
def new() -> None:
    """Write a file to start from."""


@new.command()
@output_options
def framework(target: str | None, *, force: bool) -> None:
    """A small framework to change."""
    template = resources.files("maturity.cli") / "templates" / "framework.toml"
    give(template.read_text("utf-8"), target, force=force)


@new.command()
@click.option(
    "--framework",
    "name",
    metavar="ID",
    help=f"The framework to answer: its id, or a file that holds it.  [default: {DEFAULT}]",
)
@profile_option
@click.option(
    "--from",
    "source",
    metavar="FILE",
    help="Keep the answers of this assessment, a short form's for example.",
)
@output_options
def assessment(
    name: str | None, profile: str | None, source: str | None, target: str | None, *, force: bool
) -> None:
    """An empty answer sheet, to fill in.

    It says what the answers mean, and has each item with a line for its answer. None is answered
    yet.
    """
    said = None
    if source is not None:
        said = open_assessment(source, name).widen()
    asked = said.framework if said else open_framework(name or DEFAULT)
    text = blank_assessment(asked, profile, name or asked.id, target or "FILE", said)
    give(text, target, force=force)


def give(text: str, target: str | None, *, force: bool) -> None:
    """Print the text, or write it to a file, which is not replaced unless that was asked for."""
    if target is None:
        screen.write(text)
        return
    write_file(target, text, force=force)


def write_file(target: str, what: str | bytes, option: str = "-o", *, force: bool) -> None:
    """Write a file, which is not replaced unless that was asked for, and say so."""
    if not target:
        raise Misuse(f"{option} needs the name of a file")
    if Path(target).is_dir():
        raise Misuse(f"{target} is a folder; {option} needs the name of a file")
    if not force and os.path.lexists(target):
        raise Misuse(f"{target} exists already; --force replaces it")
    try:
        replace_file(target, what)
    except OSError as error:
        raise Misuse(f"{target} can't be written: {error.strerror}") from None
    screen.say(f"{target}: written")
