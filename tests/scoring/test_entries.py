"""What each node reads: its children, items below, a list; where items count; the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.scoring.plan import build_plan

from .tools import BANDED, NO_REASON, at, card_of, framework_of, level_id, said, score_of

if TYPE_CHECKING:
    from maturity.scoring.entries import Node

NESTED = """
[dimensions.a]
title = "A"
items.x = { text = "X", weight = 2 }
[dimensions.a.parts.p]
title = "P"
weight = 3
items = { y = "Y", z = "Z" }
[dimensions.b]
title = "B"
items.x = "X"
"""


def ruled(rule: str, more: str = "") -> str:
    """A `[scoring]` table: a mean for parts, and this rule for dimensions."""
    return f"""
    [scoring]
    scale = "met"
    part = {{ rule = "mean" }}
    dimension = {{ rule = {rule} }}
    {more}
    """


def node_of(body: str, path: str) -> Node:
    """A node of the plan of a framework."""
    plan = build_plan(framework_of(body))
    return plan.nodes[plan.row[path]]


ANSWERS = {"a.x": "yes", "a.p.y": "yes", "a.p.z": "no", "b.x": "no"}


def test_over_children() -> None:
    """Children are own items, by item weight, and parts, by node weight: (2 x 1 + 3 x 0.5)/5."""
    assert score_of(ruled('"mean"') + NESTED, ANSWERS).value == pytest.approx(0.7)


def test_over_items() -> None:
    """Over all items below, node weights don't count: (2 x 1 + 1 + 0)/4."""
    assert score_of(ruled('"mean", over = "items"') + NESTED, ANSWERS).value == 0.75


def test_over_a_list() -> None:
    """Over a list, the items and nodes that it names count, wherever they stand."""
    text = ruled('"mean"', 'overall = { rule = "mean", over = ["a.p", "b.x"] }') + NESTED
    card = card_of(text, ANSWERS)
    assert card.overall.value == pytest.approx((3 * 0.5 + 0) / 4)
    assert card.overall.coverage.applicable == 3  # y and z of the part, and b.x


def test_over_a_list_of_levels() -> None:
    """A listed item counts once, at its own level and with its own weight."""
    text = f"""
    [scoring]
    scale = "met"
    overall = {{ rule = "high-water-mark", over = ["a.b1", "a.s1"] }}
    {at("a", bronze=1, silver=2, gold=1)}
    """
    answers = said("a", yes="b1 s1 g1", no="s2")
    assert level_id(card_of(text, answers).overall) == "silver"
    assert card_of(text, answers).overall.coverage.applicable == 2


def test_listed_item_with_levels() -> None:
    """An item that counts at several levels at home counts once, under none, where it is listed."""
    text = """
    [scoring]
    scale = "met"
    overall = { rule = "mean", over = ["a.x", "a.y"] }
    [dimensions.a]
    title = "A"
    items.x = { text = "X", weight = 3, levels = { bronze = 5, silver = 7 } }
    items.y = "Y"
    """
    assert card_of(text, {"a.x": "yes", "a.y": "no"}).overall.value == 0.75


def test_overall_items() -> None:
    """The overall may read every item of every dimension."""
    text = ruled('"none"', 'overall = { rule = "mean", over = "items" }') + NESTED
    assert card_of(text, ANSWERS).overall.value == pytest.approx(3 / 5)


LEVELS_TREE = """
[dimensions.a]
title = "A"
at.gold.x = { text = "X", weight = 2, levels = { bronze = 3, silver = 1 } }
items.y = "Y"
at.silver.z = "Z"
"""


def test_levels() -> None:
    """`levels` replaces an item's own level; its weights multiply the item's."""
    node = node_of('[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n' + LEVELS_TREE, "a")
    assert [(entry.level, entry.weight) for entry in node.entries] == [
        (1, 6),
        (2, 2),
        (0, 1),
        (2, 1),
    ]


def test_counts() -> None:
    """An item with `counts` counts there, at those levels and weights, and not at home."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "staged" }
    [dimensions.a]
    title = "A"
    [dimensions.a.at.bronze.x]
    text = "X"
    weight = 2
    counts = { b = { bronze = 1.5 }, c = { silver = 1 } }
    [dimensions.b]
    title = "B"
    at.bronze.y = "Y"
    [dimensions.c]
    title = "C"
    at.bronze.y = "Y"
    at.gold.z = "Z"
    """
    card = card_of(text, {"a.x": "no", "b.y": "yes", "c.y": "yes", "c.z": "no"})
    assert card["a"].status == "undefined"
    assert card["b"].value == pytest.approx(1 / 4)  # 1 of 1 + 2 x 1.5
    assert card["c"].value == 1.0
    assert card["b"].coverage.applicable == 2


def test_counts_in_a_part() -> None:
    """Items that count in a part are among the items below the part's dimension."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "mean", over = "items" }
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    at.bronze.y = "Y"
    [dimensions.b]
    title = "B"
    items.x = { text = "X", counts = { "a.p" = { bronze = 3 } } }
    """
    card = card_of(text, {"b.x": "no", "a.p.y": "yes"})
    assert card["a"].value == 0.25
    assert card["b"].status == "undefined"


def test_reads() -> None:
    """A node rests on the items below it, or on those that it names, and on its caps'."""
    cap = '{ item = "b.x", until = "yes", level = "bronze" }'
    text = ruled(f'"mean", bands = {{ from = {{ gold = 1 }} }}, caps = [{cap}]')
    framework = framework_of(text + NESTED)
    plan = build_plan(framework)
    names = {
        node.path: sorted(plan.leaves.items[leaf].id for leaf in node.reads) for node in plan.nodes
    }
    assert names == {
        "": ["a.p.y", "a.p.z", "a.x", "b.x"],
        "a": ["a.p.y", "a.p.z", "a.x", "b.x"],
        "a.p": ["a.p.y", "a.p.z"],
        "b": ["b.x"],
    }


def test_reads_of_a_capping_dimension() -> None:
    """A node that a dimension holds back rests on that dimension's items too."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "staged" }
    [dimensions.a]
    title = "A"
    scoring.caps = [{ dimension = "b", until = "gold", level = "bronze" }]
    at.bronze.x = "X"
    [dimensions.b]
    title = "B"
    at.gold.y = "Y"
    """
    card = card_of(text, {"a.x": "yes", "b.y": "no"})
    assert level_id(card["a"]) == "bronze"
    assert card["a"].coverage.applicable == 2


def test_reads_of_an_equivalence() -> None:
    """An equivalence rests on what its needs name."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "equivalence", needs = { bronze = { "a.p" = "gold", "a.x" = "yes" } } }
    [dimensions.a]
    title = "A"
    items = { x = "X", unread = "U" }
    [dimensions.a.parts.p]
    title = "P"
    at.gold.y = "Y"
    """
    assert score_of(text, {"a.x": "yes"}).coverage.applicable == 2


def test_depth() -> None:
    """A node comes after all that it reads, whatever the order in the file."""
    text = """
    [scoring]
    scale = "met"
    [dimensions.a]
    title = "A"
    scoring = { rule = "mean", over = ["b", "c.x"] }
    [dimensions.b]
    title = "B"
    scoring = { rule = "mean", over = ["c"] }
    [dimensions.c]
    title = "C"
    scoring = { rule = "mean" }
    items = { x = "X", y = "Y" }
    """
    plan = build_plan(framework_of(text))
    depth = {node.path: node.depth for node in plan.nodes}
    assert (depth["c"], depth["b"], depth["a"]) == (0, 1, 2)
    assert score_of(text, {"c.x": "yes", "c.y": "no"}).value == 0.75


def test_pass_mark_of_another_scale() -> None:
    """A `pass` for one scale leaves items of other scales, where it counts for nothing, alone."""
    text = f"""
    {BANDED}
    [scoring]
    scale = "met"
    dimension = {{ rule = "staged", pass = "partly" }}
    [dimensions.a]
    title = "A"
    at.bronze.x = "X"
    items.y = {{ text = "Y", scale = "levels" }}
    """
    assert level_id(score_of(text, {"a.x": "partly", "a.y": "silver"})) == "silver"


def test_repr_of_nothing() -> None:
    """A dimension without items or parts has nothing to state."""
    score = score_of(ruled('"mean"') + '[dimensions.a]\ntitle = "A"\n', {})
    assert (score.status, score.value, score.coverage.share) == ("undefined", None, None)
    assert score_of(ruled('"mean"') + NESTED, dict.fromkeys(ANSWERS, NO_REASON)).value is None
