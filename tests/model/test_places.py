"""Where in a framework's file each thing stands."""

from __future__ import annotations

from maturity.model.places import item_place, node_place, scoring_place
from maturity.model.tree import Item


def test_node() -> None:
    """A part stands under `parts` of what is above it."""
    assert node_place("vision") == ("dimensions", "vision")
    assert node_place("a.p.q") == ("dimensions", "a", "parts", "p", "parts", "q")


def test_item() -> None:
    """An item stands under its level, or under `items`."""
    loose = Item(id="a.p.x", text="", dimension="a", scale="met")
    assert item_place(loose) == ("dimensions", "a", "parts", "p", "items", "x")
    level = Item(id="a.x", text="", dimension="a", scale="met", level="high")
    assert item_place(level) == ("dimensions", "a", "at", "high", "x")


def test_scoring() -> None:
    """A node's scoring stands in it, that of all at the top."""
    assert scoring_place("a") == ("dimensions", "a", "scoring")
    assert scoring_place("") == ("scoring",)
