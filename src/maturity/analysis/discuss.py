"""What raters should talk about first: the largest disagreement on what matters most."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.scoring.words import answer_words, counted, items_word, per_cent

from .spread import Spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension
    from maturity.scoring.scorecard import Scorecard

BLOCKING = 2


@frozen(kw_only=True)
class Topic:
    """One item to talk about, and `why`, in a sentence.

    `importance`: the item's share of the weights in its dimension, doubled where it stands between
    the consensus and the next level; from 0 to 2. `priority`: how far apart the raters are (0 to 1)
    times the importance. `levels`: the titles of what it keeps from the next level.
    """

    spread: Spread
    importance: float
    priority: float
    levels: tuple[str, ...] = field(default=())
    why: str


def topics(spreads: Iterable[Spread], asked: Framework, card: Scorecard) -> tuple[Topic, ...]:
    """The items that raters see differently, the first to talk about first.

    `card`: the score of their consensus. Where two come out alike, the first in the file is first.
    An item on which nobody differs, or that fewer than two answered, is in none.
    """
    dimensions = {dimension.id: dimension for dimension in asked.dimensions}
    blocked = _blocked(card)
    found = [
        _topic(spread, asked, dimensions[spread.item.dimension], blocked)
        for spread in spreads
        if spread.apart
    ]
    return tuple(sorted(found, key=lambda topic: -topic.priority))


def _topic(
    spread: Spread, asked: Framework, dimension: Dimension, blocked: Mapping[str, tuple[str, ...]]
) -> Topic:
    weights = [item.weight for item in dimension.items]
    share = spread.item.weight / fsum(weights)
    levels = blocked.get(spread.path, ())
    importance = share * (BLOCKING if levels else 1)
    part = (
        f"1 of {counted(len(weights), items_word(asked, 1))}"
        if len(set(weights)) == 1
        else f"{per_cent(share)} of the weight"
    )
    why = f"{_range(spread)}. It is {part} in {dimension.title}"
    if levels:
        why += f", and stands before the next level of {' and of '.join(levels)}"
    return Topic(
        spread=spread,
        importance=importance,
        priority=(spread.apart or 0.0) * importance,
        levels=levels,
        why=f"{why}.",
    )


def _range(spread: Spread) -> str:
    """`Answers go from Red to Green, 2 steps apart`."""
    low, high = (
        "" if end is None else answer_words(spread.scale, end)
        for end in (spread.lowest, spread.highest)
    )
    steps = "" if spread.steps is None else f", {counted(spread.steps, 'step')} apart"
    return f"Answers go from {low} to {high}{steps}"


def _blocked(card: Scorecard) -> dict[str, tuple[str, ...]]:
    """The items before a next level, by path, with the titles of what has that level."""
    found: dict[str, tuple[str, ...]] = {}
    for score in (*card.dimensions, card.overall):
        if score.status != "none":
            for blocker in score.blockers():
                found[blocker.path] = (*found.get(blocker.path, ()), score.title)
    return found
