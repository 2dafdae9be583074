"""The plan: compiled once, and the same whatever the names of the framework."""

from __future__ import annotations

import attrs

from maturity.model.frozen import FrozenMap
from maturity.scoring.plan import build_plan, compile_plan

from .tools import at, framework_of

TEXT = """
[scoring]
scale = "met"
part = { rule = "mean" }
dimension = { rule = "staged" }
overall = { rule = "mean" }
"""
PARTS = """
[dimensions.a]
title = "A"
at.bronze.x = "X"
[dimensions.a.parts.p]
title = "P"
items.y = "Y"
[dimensions.a.parts.q]
title = "Q"
items = { y = "Y", z = "Z" }
"""


def test_compiled_once() -> None:
    """One plan serves all frameworks of the same content and names."""
    framework = framework_of(TEXT + PARTS)
    assert compile_plan(framework) is compile_plan(framework_of(TEXT + PARTS))
    for name in ("id", "title", "edition", "description"):
        renamed = attrs.evolve(framework, **{name: "other"})  # type: ignore[arg-type]  # a field that is text
        assert compile_plan(renamed).framework is renamed
    other = framework_of(TEXT.replace('"mean"', '"median"') + PARTS)
    assert compile_plan(framework) is not compile_plan(other)


def test_steps() -> None:
    """Nodes of one depth with one rule and one set of conventions are worked out together."""
    plan = build_plan(framework_of(TEXT + PARTS + at("b", bronze=1)))
    assert [tuple(node.path for node in step.nodes) for step in plan.steps] == [
        ("a.p", "a.q"),
        ("a", "b"),
        ("",),
    ]
    assert plan.steps[0].table.slot.shape == (2, 2)  # the shorter is padded
    assert plan.steps[0].table.weight.tolist() == [[1, 0], [1, 1]]


def test_needed_for() -> None:
    """The steps that lead to a node leave out what it does not read, and end with it."""
    plan = build_plan(framework_of(TEXT + PARTS + at("b", bronze=1)))
    assert [[node.path for node in step.nodes] for step in plan.needed_for("b")] == [["b"]]
    paths = [[node.path for node in step.nodes] for step in plan.needed_for("")]
    assert paths == [["a", "b"], [""]]  # over items, a does not read its parts' results
    whole = 'overall = { rule = "mean" }'
    diamond = TEXT.replace(whole, whole.replace(" }", ', over = ["a.p", "c"] }'))
    diamond += PARTS + '[dimensions.c]\ntitle = "C"\nscoring = { rule = "mean", over = ["a.p"] }\n'
    steps = build_plan(framework_of(diamond)).needed_for("")
    assert [node.path for step in steps for node in step.nodes] == ["a.p", "c", ""]


def test_empty_framework() -> None:
    """A framework without dimensions compiles to the overall alone."""
    plan = build_plan(framework_of(TEXT))
    assert [node.path for node in plan.nodes] == [""]
    assert plan.row == FrozenMap({"": 0})
