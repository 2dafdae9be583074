"""The range of a node's value, which gives its place from 0 to 1 to the node above."""

from __future__ import annotations

import pytest

from .tools import BANDED, LEVELS, WITH_BELOW, at, score_of

PAIR = """
[dimensions.a]
title = "A"
items.x = { text = "X", scale = "met", weight = 2 }
items.y = { text = "Y", scale = "marks" }
"""
LADDER_PAIR = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
NOTHING = '[dimensions.a]\ntitle = "A"\n'


def span(rule: str, tree: str, levels: str = LEVELS) -> tuple[float, float]:
    """The range of the value of dimension `a` under a rule."""
    text = f'{BANDED}[scoring]\nscale = "levels"\ndimension = {{ rule = {rule} }}\n'
    return score_of(text + tree, {}, levels).value_range


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ('"mean"', (0, 100)),
        ('"mean", range = [1, 4]', (1, 4)),
        ('"sum"', (0, 102)),  # 2 x 1 + 100
        ('"sum", weighted = false', (0, 101)),
        ('"sum", range = [1, 4]', (3, 12)),  # the weights are 2 + 1
        ('"sum", ceiling = 5', (2, 5)),
        ('"share"', (0, 1)),
        ('"share", range = [0, 10]', (0, 10)),
        ('"median"', (0, 100)),
        ('"weakest-link"', (0, 1)),
        ('"staged"', (0, 3)),
        ('"high-water-mark"', (0, 3)),
        ('"equivalence", needs = { gold = { "a.x" = "yes" } }', (0, 3)),
    ],
)
def test_span(rule: str, expected: tuple[float, float]) -> None:
    """Each rule's value runs between two ends that follow from what it reads."""
    assert span(rule, PAIR) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ('"mean", of = "level"', (1, 3)),
        ('"sum", of = "level"', (2, 6)),
        ('"median"', (1, 3)),
        ('"weakest-link"', (1, 3)),
    ],
)
def test_span_of_ranks(rule: str, expected: tuple[float, float]) -> None:
    """Where ranks count, the range starts at the lowest rank that an answer has."""
    assert span(rule, LADDER_PAIR) == expected


def test_span_from_below() -> None:
    """Where `below` is an answer on the ladder, ranks start at 0."""
    assert span('"weakest-link"', LADDER_PAIR, WITH_BELOW) == (0, 3)


def test_span_of_banded_numbers() -> None:
    """A banded number's lowest rank is that of its worst: below bronze, which starts at 30."""
    tree = '[dimensions.a]\ntitle = "A"\nitems.x = { text = "X", scale = "rate" }\n'
    assert span('"weakest-link"', tree) == (0, 3)


def test_span_of_nothing() -> None:
    """A node without anything to read has a range too: nothing, or all rungs."""
    assert span('"mean"', NOTHING) == span('"sum"', NOTHING) == (0, 0)
    assert span('"median"', NOTHING) == span('"weakest-link"', NOTHING) == (0, 3)


def test_span_of_levels() -> None:
    """With `each_level` a sum runs over the ends of each level: (0 + 0) to (1 + 100)."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze.x = { text = "X", scale = "met", weight = 7 }
    at.silver.y = { text = "Y", scale = "met" }
    at.silver.z = { text = "Z", scale = "marks" }
    """
    assert span('"sum", each_level = "mean"', tree) == (0, 101)


def test_place_of_a_child() -> None:
    """A child's place is where its value lies between its ends: 1.5 of 3 rungs is half."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "mean", range = [0, 100] }
    [dimensions.a]
    title = "A"
    """ + at("p", bronze=1, silver=2).replace("dimensions.p", "dimensions.a.parts.p")
    answers = {"a.p.b1": "yes", "a.p.s1": "yes", "a.p.s2": "no"}
    assert score_of(text, answers).value == pytest.approx(50)


def test_place_of_a_child_without_a_range() -> None:
    """A child whose value can be but one is at its top: 0 + 1 x 10."""
    text = """
    [scales.flat]
    only = { label = "Only", value = 4 }
    [scoring]
    scale = "flat"
    part = { rule = "mean" }
    dimension = { rule = "mean", range = [0, 10] }
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    items.x = "X"
    """
    assert score_of(text, {"a.p.x": "only"}).value == 10.0
