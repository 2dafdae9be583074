"""Where an item counts, and with which weight."""

from __future__ import annotations

from maturity.model.frozen import FrozenMap
from maturity.model.tree import Item
from maturity.scoring.placements import placements, rank_of

from .tools import framework_of

FRAMEWORK = framework_of("")


def item(**fields: object) -> Item:
    """The item `a.x` with these fields."""
    return Item(id="a.x", text="X", dimension="a", scale="met", **fields)  # type: ignore[arg-type]


def test_home() -> None:
    """An item counts at home, at its level or at none, with its weight."""
    assert placements(item(weight=2.0), FRAMEWORK) == [(item(weight=2.0), "a", 0, 2.0)]
    silver = item(level="silver")
    assert placements(silver, FRAMEWORK) == [(silver, "a", 2, 1.0)]


def test_levels() -> None:
    """With `levels` it counts at each of them, its weight times theirs."""
    several = item(weight=2.0, level="gold", levels=FrozenMap({"bronze": 1.0, "silver": 0.5}))
    assert placements(several, FRAMEWORK) == [(several, "a", 1, 2.0), (several, "a", 2, 1.0)]


def test_counts() -> None:
    """With `counts` it counts at each node and level named, and not at home."""
    counts = FrozenMap({"b": FrozenMap({"gold": 3.0}), "a": FrozenMap({"bronze": 1.0})})
    elsewhere = item(weight=2.0, counts=counts)
    assert placements(elsewhere, FRAMEWORK) == [(elsewhere, "b", 3, 6.0), (elsewhere, "a", 1, 2.0)]


def test_rank() -> None:
    """Ranks count from 1; `below` has rank 0."""
    ranks = [rank_of(FRAMEWORK.levels, rung) for rung in ("below", "bronze", "gold")]
    assert ranks == [0, 1, 3]
