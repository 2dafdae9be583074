"""`maturity people`: what people said, counted, with small numbers hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.analysis.people_tables import BYS, MINIMUM, people_tables
from maturity.present.document_text import document_view
from maturity.present.json_text import json_text
from maturity.present.people_document import SELF_REPORTED, people_document
from maturity.present.rows_csv import rows_csv

from . import screen
from .many import cohort_options, form_option, open_cohort
from .progress import progress

if TYPE_CHECKING:
    from maturity.analysis.people_tables import PeopleTables

HEADS = (
    "path", "title", "by", "group", "people", "answer", "label", "count", "share", "hidden",
)  # fmt: skip


def _minimum(_: click.Context, __: click.Parameter, minimum: int) -> int:
    """The smallest number that is shown; a usage error for 2, which would hide nothing."""
    if minimum == 2:  # noqa: PLR2004  # the one that can't work
        raise click.BadParameter("'fewer than 2' would say that it is 1; give 3 or more, or 1")
    return minimum


@click.command()
@cohort_options
@click.option(
    "--by",
    "kinds",
    type=click.Choice([kind.replace("_", "-") for kind in BYS]),
    multiple=True,
    default=["rater-group"],
    show_default=True,
    help="What makes the groups. May be given several times.",
)
@click.option(
    "--path",
    "nodes",
    multiple=True,
    metavar="PATH",
    help="Count this, not all dimensions: the path of an item or a branch.",
)
@click.option(
    "--minimum",
    type=click.IntRange(min=1),
    default=MINIMUM,
    show_default=True,
    callback=_minimum,
    help="The smallest number of people that is shown; 1 hides nothing.",
)
@form_option
def people(
    kinds: tuple[str, ...], nodes: tuple[str, ...], minimum: int, form: str, **chosen: object
) -> None:
    """See what people said in a survey.

    How many people of each group gave each answer. Small numbers are hidden, and others with them,
    so that nobody's answer can be worked out from the page. PATHS are files of answers, one for
    each person, or folders of them.
    """
    cohort = open_cohort(**chosen)  # type: ignore[arg-type]  # its own options
    by = [kind.replace("-", "_") for kind in kinds]
    with progress("Counting") as step:
        found = people_tables(cohort, nodes or None, by, minimum, step)  # type: ignore[arg-type]  # names that are allowed
    if form == "json":
        screen.write(json_text("people", _data(found)))
    elif form == "csv":
        screen.write(rows_csv(HEADS, found.to_records()))
    else:
        screen.show(document_view(people_document(found)))


def _data(found: PeopleTables) -> dict[str, object]:
    """All of it as plain data."""
    framework = found.framework
    return {
        "framework": {
            "id": framework.id, "edition": framework.edition, "digest": framework.digest,
        },
        "made_up": found.made_up,
        "notes": [SELF_REPORTED, *found.notes],
        "minimum": found.minimum,
        "people": found.people,
        "left_out": {kind: list(names) for kind, names in found.left_out.items()},
        "results": found.to_records(),
    }  # fmt: skip
