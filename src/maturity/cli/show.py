"""`maturity frameworks` and `maturity show`: which frameworks there are, and what one asks."""

from __future__ import annotations

import click

from maturity.files import locate
from maturity.model.narrow import narrowed
from maturity.present.framework_text import framework_view
from maturity.present.layout import table, words

from . import screen
from .kinds import open_framework
from .options import profile_option


@click.command()
def frameworks() -> None:
    """List the frameworks that can be used by their id."""
    entries = locate.frameworks()
    rows = [
        [words(one.id), words(one.edition), words(one.title), words(one.where)] for one in entries
    ]
    screen.show([table(["Id", "Edition", "Title", "From"], rows, narrow=["Id", "Edition", "From"])])


@click.command()
@click.argument("framework", metavar="ID")
@profile_option
def show(framework: str, profile: str | None) -> None:
    """Show a framework as text.

    It holds the levels, the answers, the scoring, and every item by its level.
    ID is a framework's id, or a file that holds one.
    """
    found = open_framework(framework)
    screen.show(framework_view(narrowed(found, profile), profile))
