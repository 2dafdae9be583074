"""`maturity demo`: the shipped frameworks at work, on made-up data."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from maturity.analysis.cohort import Cohort
from maturity.analysis.overview import overview
from maturity.files import locate
from maturity.files.made_up.system import example_system, write_system
from maturity.present.card_text import card_view
from maturity.present.document_text import document_view
from maturity.present.layout import heading, indented, words
from maturity.present.overview_document import overview_document
from maturity.scoring import sentences
from maturity.scoring.score import score
from maturity.scoring.words import counted, listed

from . import screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.scoring.scorecard import Scorecard

GAP = Text("")
INTRODUCTION = """\
A framework says what good looks like, level by level. An organisation says how far it has got \
with each point. From the two comes a scorecard: which level is certain, what is still open, why, \
and what lies between here and the next level.

It shows what an organisation says of itself. It is there to start a conversation and a plan, not \
to rank anybody."""
SYSTEM = """\
{number} made-up partners of one health system filled in the seven elements over four quarters: \
trusts, councils, an ambulance service, and practices on a shorter form of their own."""
COMMAND = "maturity"
NEXT = (
    ("The whole framework", "show hwb-board"),
    ("An empty answer sheet for it, to fill in", "new assessment -o ours.toml"),
    ("Your own scorecard", "score ours.toml"),
    ("One result in full", "why ours.toml vision"),
    ("The system's files, to try things on", "demo --system system"),
)


@click.command()
@click.option(
    "--system",
    "folder",
    metavar="FOLDER",
    help="Write the made-up system as files, to try things on.",
)
def demo(folder: str | None) -> None:
    """Show the shipped frameworks at work, on made-up data."""
    if folder is None:
        screen.show(_pages())
    else:
        screen.say(f"{folder}: {len(write_system(folder))} files written")


def _pages() -> Iterator[RenderableType]:
    """An introduction, all cards at a glance, each card, and what to do next."""
    shipped = locate.shipped_ids()
    yield heading(
        f"Scorecards of {len(shipped)} made-up organisations",
        "An example for each framework that is included. None of this data is real.",
    )
    for text in INTRODUCTION.split("\n\n"):
        yield words(text)
        yield GAP
    cards = {name: score(locate.example(name)) for name in shipped}
    yield words("At a glance", "bold")
    for card in cards.values():
        yield from map(indented, _glance(card))
    yield GAP
    for number, (name, card) in enumerate(cards.items(), start=1):
        yield GAP
        yield words(f"{number} of {len(shipped)}: {name}", "bold")
        yield from card_view(card)
        yield GAP
    yield GAP
    yield words("Many organisations together", "bold")
    system = overview(Cohort.of(example_system()))
    yield words(SYSTEM.format(number=len(system.standings)))
    yield GAP
    yield from document_view(overview_document(system))
    yield GAP
    yield words("What to try next", "bold")
    for said, arguments in NEXT:
        yield indented(words(f"{said}:"))
        yield indented(words(f"{_command()} {arguments}"), 4)


def _command() -> str:
    """What to type to run this again: its path, where the shell wouldn't find it by its name."""
    started = sys.argv[0]
    found = shutil.which(COMMAND)
    paths = [Path(path).absolute().with_suffix("") for path in (started, found or "")]
    if paths[0].name != COMMAND or paths[0] == paths[1]:
        return COMMAND
    return f'"{started}"' if " " in started else started


def _glance(card: Scorecard) -> Iterator[RenderableType]:
    """One card in three lines: whose it is, how much is certain, and what stands lowest."""
    yield words(f"{card.framework.id}: {sentences.subject(card)}", "bold")
    certain = sum(score.status == "certain" for score in card.dimensions)
    number = counted(len(card.dimensions), card.framework.term("dimension"))
    still_open = len(card.dimensions) - certain
    yield indented(words(f"Certain: {certain} of {number}; still open: {still_open}."))
    lowest = lowest_text(card)
    if lowest:
        yield indented(words(lowest))


def lowest_text(card: Scorecard) -> str:
    """What stands lowest for certain; else what is secured of it so far, and what it could be."""
    ranks = {score.path: score.level.rank for score in card.dimensions if score.level is not None}
    low = min(ranks.values(), default=0)
    lowest = [score for score in card.dimensions if ranks.get(score.path) == low]
    certain = [score for score in lowest if score.status == "certain"]
    if certain:
        level = sentences.secured(certain[0])
        return f"Lowest: {listed([score.title for score in certain])} ({level})."
    texts = [
        f"{score.title} ({sentences.secured(score)}, could be {sentences.open_to(score)})"
        for score in lowest
    ]
    return f"Lowest so far: {listed(texts)}." if texts else ""
