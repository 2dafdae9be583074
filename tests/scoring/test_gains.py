"""What raising an item would add, for a node that reads items alone."""

from __future__ import annotations

import numpy as np
import pytest
from attrs import evolve

from maturity.scoring.cells import Encoder
from maturity.scoring.engine import evaluate
from maturity.scoring.gains import median_ways, order_of, staged_constraints
from maturity.scoring.plan import Step, build_plan
from maturity.scoring.readings import Reading, Slots

from .tools import Answers, at, framework_of, said

THREE = """
[dimensions.a]
title = "A"
items.x = { text = "X", weight = 1 }
items.y = { text = "Y", weight = 3 }
items.z = { text = "Z", weight = 2 }
"""


def before_and_after(body: str, answers: Answers) -> tuple[Step, Slots]:
    """The step of dimension `a`, and its items as they are and with all at the top."""
    framework = framework_of(body)
    plan = build_plan(framework)
    cells = Encoder(plan.leaves).encode([framework.assess(answers)] * 2)
    codes = cells.codes.copy()
    codes[0, :, 1] = plan.leaves.top
    results = evaluate(plan, evolve(cells, codes=codes), (Reading.LOW,), plan.needed_for("a"))
    step = plan.needed_for("a")[-1]
    return step, results.slots[step.conventions]


def order(rule: str, scale: str = "met", **answers: str) -> str:
    """The names of the items, those that bring most first."""
    text = f'[scoring]\nscale = "{scale}"\ndimension = {{ rule = {rule} }}\n{THREE}'
    step, slots = before_and_after(text, said(**answers))
    return "".join("xyz"[leaf] for leaf in order_of(step, slots, [0, 1, 2]))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ('"mean"', "yxz"),  # 3 x 0.5, and 1 x 1 as much as 2 x 0.5: then file order
        ('"mean", weighted = false', "xyz"),  # 1, 0.5, 0.5
        ('"sum", ceiling = 9', "yxz"),
        ('"sum", range = [0, 5]', "yxz"),
        ('"share"', "yzx"),  # the weights
        ('"share", pass = "partly"', "xyz"),  # x alone would pass anew
    ],
)
def test_order(rule: str, expected: str) -> None:
    """The items that bring most come first: x is no, y and z are partly."""
    assert order(rule, no="x", partly="y z") == expected


def test_order_by_level() -> None:
    """Where levels are combined first, an item's weight is that in its level."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "mean", each_level = "mean" }\n'
    step, slots = before_and_after(text + at(bronze=2, silver=1), said(no="b1 b2 s1"))
    assert order_of(step, slots, [0, 1, 2]) == [2, 0, 1]


def test_order_by_rank() -> None:
    """On the ladder ranks count."""
    assert order('"mean", of = "level"', "levels", bronze="x", gold="y", silver="z") == "xzy"


def test_constraints() -> None:
    """What each rung up to the target still misses, and who would bring it."""
    text = (
        '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.75, least = 2 }\n'
    )
    step, slots = before_and_after(text + at(bronze=2, silver=4), said(yes="b1 s1", no="b2 s2"))
    found = staged_constraints(step, slots, 2)
    # leaves in the order of their paths: b1 b2 s1 s2 s3 s4
    assert [constraint.gains for constraint in found] == [
        {1: 1.0},
        {1: 1.0},
        {3: 1.0, 4: 1.0, 5: 1.0},
    ]
    missing = [constraint.missing for constraint in found]
    # bronze: 0.75 x 2 - 1, and 2 - 1 passing; silver: 0.75 x 4 - 1, with 2 passing already
    assert np.allclose(missing, [0.5, 1.0, 2.0])


def test_nothing_missing() -> None:
    """A rung that holds already misses nothing."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n' + at(bronze=1)
    step, slots = before_and_after(text, said(yes="b1"))
    assert staged_constraints(step, slots, 1) == []


FOUR = '[dimensions.a]\ntitle = "A"\nitems = { w = "W", x = "X", y = "Y", z = "Z" }\n'


def ways(side: str, **answers: str) -> list[list[tuple[float, set[int]]]]:
    """What each way to silver misses, and which items would bring one of it."""
    rule = f'{{ rule = "median", side = "{side}" }}'
    text = f'[scoring]\nscale = "levels"\ndimension = {rule}\n{FOUR}'
    step, slots = before_and_after(text, said(**answers))
    return [
        [(one.missing, set(one.gains)) for one in way if one.missing > 0]
        for way in median_ways(step, slots, 2)
    ]


def test_median_ways() -> None:
    """Three of four have to stand at silver for the lower of the middle two, two for the upper."""
    assert ways("lower", bronze="w x y", gold="z") == [[(2.0, {0, 1, 2})]]
    assert ways("upper", bronze="w x y", gold="z") == [[(1.0, {0, 1, 2})]]


def test_midpoint_ways() -> None:
    """Between bronze and gold is silver too: then two at gold are enough; none is above gold."""
    at_silver, around_silver, *too_far = ways("midpoint", bronze="w x y", gold="z")
    assert at_silver == [(2.0, {0, 1, 2}), (1.0, {0, 1, 2})]
    assert around_silver == [(1.0, {0, 1, 2})]
    assert too_far == [[(2.0, set())]] * 2
