"""`maturity score` and `maturity why`: an assessment's result, and the reasons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.errors import cut
from maturity.model.shared import shared
from maturity.present.card_text import card_view
from maturity.present.csv_rows import card_csv
from maturity.present.item_text import item_view
from maturity.present.json_text import json_text
from maturity.present.why_text import why_view
from maturity.scoring.on_base import shared_form
from maturity.scoring.score import score as score_assessment

from . import screen
from .kinds import Misuse, open_assessment, open_framework
from .options import as_of_option, framework_option, profile_option

if TYPE_CHECKING:
    from datetime import date

    from maturity.model.tree import Profile
    from maturity.scoring.scorecard import Scorecard

WHOLE = "overall"

_framework = framework_option("The framework that is answered; else it is found by its id.")


@click.command()
@click.argument("file")
@profile_option
@as_of_option
@_framework
@click.option(
    "--shared-with",
    "other",
    metavar="ID",
    help="Score only what is shared with this other framework: its id, or a file. With --profile, "
    "what is shared with that short form of it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="A page to read, a record that can be worked out again, or rows for a spreadsheet.",
)
def score(  # noqa: PLR0913, PLR0917  # one for each option
    file: str,
    profile: str | None,
    as_of: date | None,
    framework: str | None,
    other: str | None,
    form: str,
) -> None:
    """Score an assessment.

    The page says what is secured, what is still open, why, and what comes next.
    """
    assessment = open_assessment(file, framework)
    asked: str | Profile | None = profile
    if other is not None:
        here, there = assessment.framework, open_framework(other)
        asked = shared(here, there) if profile is None else shared_form(here, there, profile)
    card = score_assessment(assessment, asked, as_of)
    if form == "json":
        screen.write(_json(card))
    elif form == "csv":
        screen.write(card_csv(card))
    else:
        screen.show(card_view(card))


@click.command()
@click.argument("file")
@click.argument("path")
@profile_option
@as_of_option
@_framework
def why(
    file: str, path: str, profile: str | None, as_of: date | None, framework: str | None
) -> None:
    """Explain one result.

    It says why, how sure it is, what other rules would say, and what is in the way.

    PATH is the id of a dimension, such as 'vision', of a part, such as 'personal.mental', or
    'overall' for the whole. For the path of an item it says what is asked, what was answered, and
    what that counts as.
    """
    if not path:
        raise Misuse(f"PATH is empty; '{WHOLE}' is the path of the whole")
    card = score_assessment(open_assessment(file, framework), profile, as_of)
    item = next((item for item in card.asked.items if item.id == path), None)
    if item is not None and path not in card.scores:
        screen.show(item_view(card, item))
        return
    if path == WHOLE and path not in card.scores:
        path = ""
    elif path not in card.scores:
        path = cut(path)
    screen.show(why_view(card, card[path]))


def _json(card: Scorecard) -> str:
    """The card's record with the format's version, on lines of its own."""
    content = {
        "caveats": list(card.caveats),
        "record": card.record(),
        "on_base": card.on_base.record() if card.on_base else None,
    }
    return json_text("scorecard", content)
