"""Where an item counts: at which node, at which level, with which weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.framework import Framework
    from maturity.model.scales import Level
    from maturity.model.tree import Item


def placements(item: Item, framework: Framework) -> list[tuple[Item, str, int, float]]:
    """Where an item counts: (item, node, rank of the level or 0, weight)."""
    levels = framework.levels
    if item.counts:
        return [
            (item, path, rank_of(levels, level), item.weight * weight)
            for path, at in item.counts.items()
            for level, weight in at.items()
        ]
    if item.levels:
        return [
            (item, item.home, rank_of(levels, level), item.weight * weight)
            for level, weight in item.levels.items()
        ]
    return [(item, item.home, rank_of(levels, item.level) if item.level else 0, item.weight)]


def rank_of(ladder: Sequence[Level], rung: str | None) -> int:
    """The rank of a rung; 0 for `below` (and for a rung that an empty ladder can't have)."""
    return next((level.rank for level in ladder if level.id == rung), 0)
