"""`maturity demo`: the shipped frameworks at work, on made-up data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from maturity.files import locate
from maturity.present.card_text import card_view
from maturity.present.layout import heading, indented, pairs, words
from maturity.scoring.score import score

from . import screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

GAP = Text("")
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
    """An introduction, a card for each shipped framework, and what to do next."""
    shipped = [entry.id for entry in locate.frameworks() if entry.where == locate.SHIPPED]
    yield heading(
        f"Scorecards of {len(shipped)} made-up organisations",
        "An example for each framework that is included. None of this data is real.",
    )
    for text in INTRODUCTION.split("\n\n"):
        yield words(text)
        yield GAP
    for number, name in enumerate(shipped, start=1):
        yield GAP
        yield words(f"{number} of {len(shipped)}: {name}", "bold")
        yield from card_view(score(locate.example(name)))
        yield GAP
    yield GAP
    yield words("What to try next", "bold")
    yield indented(pairs(NEXT, width=40))
