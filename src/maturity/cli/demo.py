"""`maturity demo`: the shipped frameworks at work, on made-up data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from maturity.files import locate
from maturity.present.card_text import card_view
from maturity.present.layout import WIDTH, heading, indented, pairs, words
from maturity.scoring import sentences
from maturity.scoring.score import score
from maturity.scoring.words import counted, listed

from . import screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.scoring.scorecard import Score, Scorecard

GAP = Text("")
ROOM = WIDTH - 4
INTRODUCTION = """\
A framework says what good looks like, level by level. An organisation says how far it has got \
with each point. From the two comes a scorecard: which level is certain, what is still open, why, \
and what lies between here and the next level.

It shows what an organisation says of itself. It is there to start a conversation and a plan, not \
to rank anybody."""
NEXT = (
    ("maturity show hwb-board", "the whole framework"),
    ("maturity new assessment -o ours.toml", "an empty answer sheet for it, to fill in"),
    ("maturity score ours.toml", "your own scorecard"),
    ("maturity why ours.toml vision", "one result in full"),
)


@click.command()
def demo() -> None:
    """Show the shipped frameworks at work, on made-up data."""
    screen.show(_pages())


def _pages() -> Iterator[RenderableType]:
    """An introduction, all cards at a glance, each card, and what to do next."""
    shipped = [entry.id for entry in locate.frameworks() if entry.where == locate.SHIPPED]
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
    yield words("What to try next", "bold")
    yield indented(pairs(NEXT, width=40))


def _glance(card: Scorecard) -> Iterator[RenderableType]:
    """One card in three lines: whose it is, how much is certain, and what stands lowest."""
    yield words(f"{card.framework.id}: {sentences.subject(card)}", "bold")
    certain = sum(score.status == "certain" for score in card.dimensions)
    number = counted(len(card.dimensions), card.framework.term("dimension"))
    still_open = len(card.dimensions) - certain
    yield indented(words(f"Certain: {certain} of {number}; still open: {still_open}."))
    lowest = _lowest(card)
    if lowest:
        yield indented(words(_by_name(lowest)))


def _lowest(card: Scorecard) -> list[Score]:
    """The dimensions at the lowest level that is stated."""
    ranks = {score.path: score.level.rank for score in card.dimensions if score.level is not None}
    low = min(ranks.values(), default=0)
    return [score for score in card.dimensions if ranks.get(score.path) == low]


def _by_name(lowest: list[Score]) -> str:
    """What stands lowest, and at which level, as far as it fits on a line."""
    titles = [score.title for score in lowest]
    level = sentences.secured(lowest[0])
    texts = [f"Lowest: {listed(titles, most)} ({level})." for most in (3, 2, 1)]
    short = f"Lowest: {listed(titles, 1)}."
    return next((text for text in texts if len(text) <= ROOM), short)
