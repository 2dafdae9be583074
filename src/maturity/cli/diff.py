"""`maturity diff`: how two frameworks differ, and what that does to comparing results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.model.differences import diff as differences_of
from maturity.present.diff_csv import diff_csv
from maturity.present.diff_text import diff_view
from maturity.present.json_text import json_text

from . import screen
from .kinds import open_framework

if TYPE_CHECKING:
    from maturity.model.differences import Differences
    from maturity.model.framework import Framework


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="A page to read, or each difference as data: JSON, or rows for a spreadsheet.",
)
def diff(first: str, second: str, form: str) -> None:
    """Compare two frameworks.

    It says how B differs from A, and what each difference does to comparing results: two
    frameworks, two editions, or a local framework and the one that it extends.

    A and B are ids of frameworks, or files that hold one. The exit code is 0 whether they differ
    or not.
    """
    found = differences_of(open_framework(first), open_framework(second))
    if form == "json":
        screen.write(_json(found))
    elif form == "csv":
        screen.write(diff_csv(found))
    else:
        screen.show(diff_view(found))


def _json(found: Differences) -> str:
    """The differences with the format's version and what they are between."""
    content = {
        "first": _about(found.first),
        "second": _about(found.second),
        "shared": found.shared,
        "same_scores": found.same_scores,
        "differences": found.to_records(),
    }
    return json_text("differences", content)


def _about(framework: Framework) -> dict[str, object]:
    """Which framework it is."""
    return {
        "id": framework.id,
        "edition": framework.edition,
        "title": framework.title,
        "digest": framework.digest,
        "items": len(framework.items),
    }
