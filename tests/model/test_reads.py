from __future__ import annotations

import maturity as mt
from maturity.model.reads import Placement, Readings
from maturity.model.tree import Dimension

FRAMEWORK = mt.parse_framework("""
schema = 1
id = "tool"
title = "A tool"
edition = "1"
[levels]
one = "One"
two = "Two"
[scales.met]
no = 0
yes = 1
[scoring]
scale = "met"
dimension = { rule = "staged" }
part = { rule = "mean" }
overall = { rule = "weakest-link" }
[dimensions.a.at.one]
x = { text = "X.", weight = 2, levels = { one = 1, two = 0.5 } }
y = { text = "Y.", weight = 2, counts = { "b.p" = { two = 3 } } }
[dimensions.b]
scoring = { rule = "mean", over = ["a.x", "b.p"] }
[dimensions.b.parts.p.items]
z = "Z."
""")
READINGS = Readings(FRAMEWORK)


def shown(path: str) -> list[tuple[str, str | None, float]]:
    """The entries of a node: what, at which level, with which weight."""
    return [
        (entry.id, None, entry.weight)
        if isinstance(entry, Dimension)
        else (entry.item.id, entry.level, entry.weight)
        for entry in READINGS.entries[path]
    ]


def test_an_item_counts_at_its_levels_or_where_it_says() -> None:
    """An item counts at its levels or where it says."""
    assert shown("a") == [("a.x", "one", 2.0), ("a.x", "two", 1.0)]
    assert shown("b.p") == [("a.y", "two", 6.0), ("b.p.z", None, 1.0)]


def test_a_named_item_counts_once_at_its_own_level() -> None:
    """A named item counts once at its own level."""
    assert shown("b") == [("a.x", "one", 2.0), ("b.p", None, 1.0)]


def test_children_of_the_whole_are_the_dimensions() -> None:
    """Children of the whole are the dimensions."""
    assert shown("") == [("a", None, 1.0), ("b", None, 1.0)]


def test_which_nodes_have_levels() -> None:
    """Which nodes have levels."""
    levelled = [path for path in READINGS.nodes if READINGS.levelled(path)]
    assert levelled == ["a"]


def test_items_without_a_level_have_no_rank() -> None:
    """Items without a level have no rank."""
    (first, _) = READINGS.entries["a"]
    assert isinstance(first, Placement)
    assert not READINGS.ranked(first, "levels")
    assert READINGS.ranked(first, "met")


def test_how_deep_results_rest_on_each_other() -> None:
    """How deep results rest on each other."""
    assert READINGS.depth == {"a": 1, "b.p": 1, "b": 2, "": 3}
    assert READINGS.loops == []
