"""`maturity import`: a published table as a framework."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.files.tables.importer import read_table
from maturity.files.tables.layouts import LAYOUTS
from maturity.model.ids import ID_RULE, LONGEST_ID, is_id
from maturity.present.plain import harmless

from . import screen
from .kinds import open_framework
from .new import give, output_options

if TYPE_CHECKING:
    from maturity.files.tables.layouts import Layout


def _read_id(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    """The id that is stated; a usage error where it can't be one."""
    if text is not None and not (is_id(text) and len(text) <= LONGEST_ID):
        raise click.BadParameter(harmless(f"'{text}' can't be an id; allowed: {ID_RULE}"))
    return text


@click.command("import")
@click.argument("table")
@click.option(
    "--like",
    metavar="ID",
    help="Take over the ids, levels, scales, scoring and short forms of this framework.",
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    default=LAYOUTS[0],
    show_default=True,
    help="How the table is laid out: levels in columns, or a row for each statement.",
)
@click.option("--id", metavar="ID", callback=_read_id, help="The framework's id.")
@click.option("--title", metavar="TEXT", help="The framework's title.")
@click.option("--edition", metavar="TEXT", help="The framework's edition.")
@output_options
def import_(
    table: str, like: str | None, layout: Layout, target: str | None, *, force: bool, **head: str
) -> None:
    """Make a framework from a published table, in the document's own words.

    TABLE is a file of HTML, Markdown, CSV or TSV, or a workbook (.xlsx). It holds a grid
    (dimensions in rows, levels in columns, statements as paragraphs in the cells) or a list (a row
    for each statement, with columns such as dimension, level, statement, weight and id).

    Without --like, ids are made of the words. What was guessed or left out is said on stderr.
    """
    known = None if like is None else open_framework(like)
    stated = {name: value for name, value in head.items() if value is not None}
    imported = read_table(Path(table), known, layout, stated)
    screen.say(f"{table}: read as a {imported.layout}")
    for note in imported.notes:
        screen.say(f"{table}: {note}")
    give(imported.text, target, force=force)
