"""`maturity import`: a published table as a framework."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.errors import FaultsFound
from maturity.errors.clean import clean
from maturity.files.framework_reader import parse_framework
from maturity.files.tables.importer import read_table
from maturity.files.tables.layouts import LAYOUTS
from maturity.files.toml_text import read_text
from maturity.model.ids import ID_RULE, LONGEST_ID, is_id
from maturity.present.plain import harmless

from . import screen
from .kinds import open_framework
from .new import give, output_options

if TYPE_CHECKING:
    from maturity.files.tables.layouts import Layout
    from maturity.model.framework import Framework


def _read_id(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    """The id that is stated; a usage error where it can't be one."""
    if text is not None and not (is_id(text) and len(text) <= LONGEST_ID):
        raise click.BadParameter(harmless(f"'{text}' can't be an id; allowed: {ID_RULE}"))
    return text


def _read_words(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    """A title or an edition; a usage error where it says nothing."""
    if text is not None and not clean(text).strip():
        raise click.BadParameter("it is empty")
    return text


def _before(target: str | None, *, force: bool) -> Framework | None:
    """The framework in the file that is replaced, whose ids are kept; None where there is none."""
    if target is None or not force or not Path(target).exists():
        return None
    try:
        return parse_framework(read_text(Path(target)), target)
    except (FaultsFound, OSError):
        screen.say(f"{target}: this is no framework that can be read, so no ids of it are kept")
        return None


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
@click.option("--title", metavar="TEXT", callback=_read_words, help="The framework's title.")
@click.option("--edition", metavar="TEXT", callback=_read_words, help="The framework's edition.")
@output_options
def import_(
    table: str, like: str | None, layout: Layout, target: str | None, *, force: bool, **head: str
) -> None:
    """Make a framework from a published table, in the document's own words.

    TABLE is a file of HTML, Markdown, CSV or TSV, or a workbook (.xlsx). It holds a grid
    (dimensions in rows, levels in columns, statements as paragraphs in the cells) or a list (a row
    for each statement, with columns such as dimension, level, statement, weight and id).

    Without --like, ids are made of the words; with --force, statements whose words are in the file
    that is replaced keep the ids that they have there. What was guessed or left out is said on
    stderr.
    """
    known = None if like is None else open_framework(like)
    stated = {name: value for name, value in head.items() if value is not None}
    imported = read_table(Path(table), known, layout, stated, _before(target, force=force))
    screen.say(f"{table}: read as a {imported.layout}")
    for note in imported.notes:
        screen.say(f"{table}: {note}")
    give(imported.text, target, force=force)
