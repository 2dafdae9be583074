"""Dimensions, parts and items."""

from __future__ import annotations

from maturity.model.rules import NoTotal
from maturity.model.scoring import Conventions
from maturity.model.tree import Dimension, Item


def item(path: str) -> Item:
    """An item at a path."""
    return Item(id=path, text="", dimension=path.partition(".")[0], scale="met")


def branch(path: str, *parts: Dimension, items: str = "") -> Dimension:
    """A branch with these items and parts."""
    own = tuple(item(f"{path}.{name}") for name in items.split())
    return Dimension(
        id=path,
        title="",
        rule=NoTotal(),
        conventions=Conventions(),
        own_items=own,
        dimensions=parts,
    )


TREE = branch("a", branch("a.p", branch("a.p.q", items="z"), items="y"), branch("a.r"), items="x")


def test_home() -> None:
    """An item's home is the branch that it stands in."""
    assert item("a.p.x").home == "a.p"


def test_items() -> None:
    """The items of a branch are all below it: its own first, then those of its parts."""
    assert [one.id for one in TREE.items] == ["a.x", "a.p.y", "a.p.q.z"]
    assert [one.id for one in TREE.own_items] == ["a.x"]


def test_walk() -> None:
    """A walk meets each branch before what is below it."""
    assert [one.id for one in TREE.walk()] == ["a", "a.p", "a.p.q", "a.r"]
