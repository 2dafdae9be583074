"""Options of the commands that read many assessments, and the progress that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.analysis.cohort import Cohort
from maturity.analysis.cohort_rows import Rows
from maturity.files.assessment_folder import load_assessments

from .kinds import Misuse, open_framework
from .options import as_of_option, framework_option, profile_option
from .progress import progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
period_option = click.option(
    "--period",
    "periods",
    multiple=True,
    metavar="TEXT",
    help="Only this period; else each organisation's newest answers count.",
)
organisation_option = click.option(
    "--organisation",
    "organisations",
    multiple=True,
    metavar="NAME",
    help="Only this organisation: its name or code.",
)
_OPTIONS = (
    paths_argument,
    profile_option,
    as_of_option,
    framework_option("The framework by whose rules all are compared: its id, or a file."),
    click.option("--sector", "sectors", multiple=True, metavar="NAME", help="Only this sector."),
    period_option,
    organisation_option,
)


form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="A page to read, all of it as data, or rows for a spreadsheet.",
)


def cohort_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """PATHS, and what of them is looked at. Those that filter may be given several times."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def open_assessments(
    paths: tuple[str, ...], framework: Framework | None = None
) -> list[Assessment]:
    """The assessments in files and folders, with a bar where that takes long."""
    with progress("Reading") as step:
        return load_assessments(*paths, framework=framework, step=step)


def those_of(
    given: list[Assessment], organisations: tuple[str, ...], periods: tuple[str, ...]
) -> list[Assessment]:
    """The assessments of some organisations and periods; of all where none is named."""
    if not organisations and not periods:
        return given
    rows = Rows.of(given)
    whose, when = rows.of_organisations(organisations), rows.of_periods(periods)
    return [
        one
        for one, own, period in zip(given, rows.organisation, rows.period, strict=True)
        if (not organisations or own in whose) and (not periods or period in when)
    ]


def open_cohort(  # noqa: PLR0913, PLR0917  # one for each option
    paths: tuple[str, ...],
    profile: str | None,
    as_of: date | None,
    framework: str | None,
    sectors: tuple[str, ...],
    periods: tuple[str, ...],
    organisations: tuple[str, ...],
) -> Cohort:
    """The cohort of the assessments in files and folders."""
    basis = None if framework is None else open_framework(framework)
    assessments = open_assessments(paths)
    with progress("Comparing"):
        cohort = Cohort.of(assessments, basis, profile, as_of)
    found = cohort.where(
        sector=sectors or None, period=periods or None, organisation=organisations or None
    )
    if not len(found):
        raise Misuse("no assessment fits all of these; leave some of them out")
    return found
