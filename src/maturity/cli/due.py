"""`maturity due`: one dimension a month, over many partners."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from maturity.analysis.common_ground import find_basis
from maturity.analysis.schedule import MOST_MONTHS, next_slot, schedule
from maturity.present.calendar_file import calendar_file
from maturity.present.document_text import document_view
from maturity.present.json_text import json_text
from maturity.present.rows_csv import rows_csv
from maturity.present.schedule_document import schedule_document

from . import screen
from .kinds import Misuse, open_framework
from .many import form_option, open_assessments, paths_argument
from .new import write_file
from .options import day_option, framework_option

if TYPE_CHECKING:
    from maturity.analysis.schedule import Slot, Task


def _month(_: click.Context, __: click.Parameter, text: str) -> date:
    """The first day of a month that is written as 2026-01."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise click.BadParameter("it is not a month; write it as 2026-01") from None


@click.command()
@paths_argument
@click.option(
    "--start", required=True, callback=_month, metavar="MONTH", help="The first month, as 2026-01."
)
@click.option("--months", type=click.IntRange(1, MOST_MONTHS), default=1, show_default=True,
              help="How many months each takes.")  # fmt: skip
@click.option("--order", metavar="IDS", help="The ids in the order in which they come: a,b,c.")
@day_option("The day that is asked about; else today.")
@framework_option("The framework by whose dimensions it goes: its id, or a file.")
@click.option("--calendar", metavar="FILE", help="Write a calendar file (.ics) as well.")
@click.option("--force", is_flag=True, help="Replace that file where there is one.")
@form_option
def due(  # noqa: PLR0913, PLR0917  # one for each option
    paths: tuple[str, ...],
    start: date,
    months: int,
    order: str | None,
    as_of: date | None,
    framework: str | None,
    calendar: str | None,
    form: str,
    *,
    force: bool,
) -> None:
    """See who has what still to fill in.

    One dimension after the other, a month each, for every organisation in PATHS: what is done,
    due, overdue and next. The day is today unless --as-of says another.
    """
    given = None if framework is None else open_framework(framework)
    assessments = open_assessments(paths)
    basis = given or find_basis(assessments)
    chosen = [part.strip() for part in order.split(",")] if order else None
    try:
        plan = schedule(basis, start, chosen, months)
    except ValueError as error:
        raise Misuse(str(error)) from None
    day = as_of or date.today()  # noqa: DTZ011  # the day where the person sits
    tasks, notes = plan.tasks(assessments, day), plan.notes(assessments)
    coming = next_slot(tasks)
    rows = [_row(task, coming) for task in tasks]
    if calendar is not None:
        write_file(calendar, calendar_file(plan), "--calendar", force=force)
    if form == "json":
        content = {"as_of": day.isoformat(), "notes": notes, "tasks": rows}
        screen.write(json_text("due", content))
    elif form == "csv":
        screen.write(rows_csv(HEADS, rows))
    else:
        screen.show(document_view(schedule_document(plan, tasks, day, notes)))


HEADS = ("partner", "dimension", "title", "start", "due", "state", "next", "answered", "applicable")


def _row(task: Task, coming: Slot | None) -> dict[str, object]:
    """A task as a plain row; `next`: it is still to come, and nothing comes before it."""
    slot = task.slot
    return {
        "partner": task.partner,
        "dimension": slot.dimension,
        "title": slot.title,
        "start": slot.start.isoformat(),
        "due": slot.due.isoformat(),
        "state": task.state,
        "next": task.state == "later" and task.slot == coming,
        "answered": task.answered,
        "applicable": task.applicable,
    }
