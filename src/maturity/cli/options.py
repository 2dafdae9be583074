"""Arguments and options that several commands share."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from maturity.errors import cut
from maturity.present.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _read_date(_: click.Context, __: click.Parameter, text: str | None) -> date | None:
    """The date that is meant; a usage error where there is no such day."""
    if text is None:
        return None
    if not _DATE.fullmatch(text):
        raise click.BadParameter(harmless(f"'{cut(text)}' is not a date; write it as 2026-03-31"))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"there is no such day as {text}") from None


def framework_option(text: str) -> Callable[[Any], Any]:
    """`--framework`."""
    return click.option("--framework", metavar="FILE", help=text)


profile_option = click.option(
    "--profile", metavar="ID", help="A short form (profile) of the framework."
)


def day_option(text: str) -> Callable[[Any], Any]:
    """`--as-of`."""
    return click.option("--as-of", callback=_read_date, metavar="DATE", help=text)


as_of_option = day_option(
    "The day on which evidence has expired or not; else what the assessment says."
)
