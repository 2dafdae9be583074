"""`maturity agree`: how far several raters agree, and what they should talk about first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.analysis.agreement import agreement
from maturity.present.agreement_csv import agreement_csv
from maturity.present.agreement_data import agreements_data
from maturity.present.agreement_text import agreements_view
from maturity.present.json_text import json_text

from . import screen
from .kinds import open_framework
from .many import (
    form_option,
    open_assessments,
    organisation_option,
    paths_argument,
    period_option,
    those_of,
)
from .options import framework_option, profile_option
from .progress import progress

if TYPE_CHECKING:
    from maturity.analysis.agreement import Agreements


@click.command()
@paths_argument
@profile_option
@framework_option("The framework that is answered; else it is found by its id.")
@period_option
@organisation_option
@form_option
def agree(  # noqa: PLR0913, PLR0917  # one for each option
    paths: tuple[str, ...],
    profile: str | None,
    framework: str | None,
    periods: tuple[str, ...],
    organisations: tuple[str, ...],
    form: str,
) -> None:
    """Compare what several raters say of the same organisation.

    PATHS are the raters' answer sheets, or a folder with them. Those of one organisation and period
    are compared: how far the raters agree, where they differ most, how groups such as board and
    staff differ, and what to talk about first. A sheet whose rater is "agreed" counts as no rater.
    """
    given = None if framework is None else open_framework(framework)
    sheets = those_of(open_assessments(paths, given), organisations, periods)
    with progress("Comparing"):
        found = agreement(sheets, profile)
        if form == "text":
            page = list(agreements_view(found))
        else:
            data = _json(found) if form == "json" else agreement_csv(found)
    if form == "text":
        screen.show(page)
    else:
        screen.write(data)


def _json(found: Agreements) -> str:
    """All of it with the format's version, on lines of its own."""
    return json_text("agreement", agreements_data(found))
