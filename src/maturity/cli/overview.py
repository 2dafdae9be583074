"""`maturity overview`: many organisations at one look."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import click

from maturity.analysis.overview import overview as overview_of
from maturity.present.document_text import document_view
from maturity.present.json_text import json_text
from maturity.present.overview_data import overview_csv, overview_data
from maturity.present.overview_document import overview_document

from . import screen
from .many import cohort_options, form_option, open_cohort
from .progress import progress

if TYPE_CHECKING:
    from maturity.analysis.cohort import Cohort


def _share(_: click.Context, __: click.Parameter, share: float) -> float:
    """A share that is a number; "nan" is in no range, and outside none."""
    if math.isnan(share):
        raise click.BadParameter("it is not a number above 0 to 1")
    return share


@click.command()
@cohort_options
@click.option(
    "--seen-by",
    "partner",
    metavar="NAME",
    help="As this partner may see it: itself by name, all others without.",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 1, min_open=True),
    callback=_share,
    default=0.5,
    show_default=True,
    help="How many of those who answered make a strength or a deficit common, above 0 to 1.",
)
@form_option
def overview(
    partner: str | None, share: float, form: str, periods: tuple[str, ...], **chosen: object
) -> None:
    """See many organisations at one look.

    Who stands where, how they spread over the levels, what many do well or lack, and what is not
    known yet. PATHS are files of answers, or folders of them.
    """
    cohort: Cohort = open_cohort(**chosen, periods=())  # type: ignore[arg-type]  # its own options
    if partner is not None:
        cohort = (cohort.where(period=periods) if periods else cohort).seen_by(partner)
    asked = periods or None
    with progress("Counting"):
        found = overview_of(cohort, period=None if partner else asked, share=share)
        if form == "text":
            page = overview_document(found)
        elif form == "json":
            data = json_text("overview", overview_data(found))
        else:
            data = overview_csv(found)
    if form == "text":
        screen.show(document_view(page))
    else:
        screen.write(data)
