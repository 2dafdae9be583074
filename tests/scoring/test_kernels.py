"""Every rule but staged, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.scoring.kernels import in_turn

from .tools import NO_REASON, at, ruled, said, score_of

MARKS = """
[dimensions.a]
title = "A"
items.x = { text = "X", weight = 1 }
items.y = { text = "Y", weight = 3 }
"""


def test_sum_in_turn() -> None:
    """Sums run over the entries in turn; over no entries they are 0."""
    values = np.array([[[1.0], [2.0], [4.0]]])
    assert in_turn(values).tolist() == [[7.0]]
    assert in_turn(np.zeros((2, 0, 3))).tolist() == [[0.0] * 3] * 2


def test_mean() -> None:
    """A mean is weighed: (1 x 60 + 3 x 100)/4 is 90."""
    score = score_of(ruled('"mean"', "marks") + MARKS, {"a.x": 60, "a.y": 100})
    assert score.value == 90.0
    assert score.level is None
    assert score.value_range == (0.0, 100.0)


def test_mean_unweighted() -> None:
    """With `weighted = false` every entry weighs 1: (60 + 100)/2."""
    text = ruled('"mean", weighted = false', "marks") + MARKS
    assert score_of(text, {"a.x": 60, "a.y": 100}).value == 80.0


def test_mean_in_a_range() -> None:
    """With a range, places count: 0.6 and 1 of the way from 1 to 5 are 3.4 and 5."""
    text = ruled('"mean", range = [1, 5]', "marks") + MARKS
    score = score_of(text, {"a.x": 60, "a.y": 100})
    assert score.value == pytest.approx((3.4 + 3 * 5) / 4)
    assert score.value_range == (1.0, 5.0)


def test_mean_lower_is_better() -> None:
    """On a scale where lower is better, 5 of 20 days is three quarters of the way up."""
    text = ruled('"mean", range = [0, 1]', "days") + '[dimensions.a]\ntitle = "A"\nitems.x = "X"\n'
    assert score_of(text, {"a.x": 5}).value == 0.75


def test_mean_of_levels() -> None:
    """With `of = "level"` ranks count: bronze and gold come to (1 + 3 x 3)/4."""
    text = ruled('"mean", of = "level"', "levels") + MARKS
    score = score_of(text, {"a.x": "bronze", "a.y": "gold"})
    assert score.value == 2.5
    assert score.value_range == (1.0, 3.0)


def test_mean_of_levels_of_parts() -> None:
    """Parts bring their ranks, from 0, where ranks count."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "mean", of = "level" }
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    at.bronze.b1 = "B"
    at.silver.s1 = "S"
    [dimensions.a.parts.q]
    title = "Q"
    at.bronze.b1 = "B"
    """
    score = score_of(text, {"a.p.b1": "yes", "a.p.s1": "no", "a.q.b1": "no"})
    assert score.value == 0.5  # bronze, and below it
    assert score.value_range == (0.0, 3.0)


def test_each_level() -> None:
    """`each_level`: the mean of the means of bronze (0.5), silver (0) and of no level (1)."""
    tree = at(bronze=2, silver=1).replace('title = "A"', 'title = "A"\nitems.x = "X"')
    answers = said(yes="b1 x", no="b2 s1")
    mean = score_of(ruled('"mean", each_level = "mean"') + tree, answers)
    assert mean.value == pytest.approx(0.5)
    total = score_of(ruled('"sum", each_level = "mean"') + tree, answers)
    assert total.value == 1.5
    assert total.value_range == (0.0, 3.0)


def test_each_level_weights() -> None:
    """Within a level weights count, between levels they don't: ((0 + 3)/4 + 0)/2."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze = { b1 = "One", b2 = { text = "Two", weight = 3 } }
    at.silver = { s1 = { text = "Three", weight = 9 } }
    """
    text = ruled('"mean", each_level = "mean"') + tree
    assert score_of(text, said(no="b1 s1", yes="b2")).value == pytest.approx(0.375)


def test_each_level_left_out() -> None:
    """A level of which nothing is left to count takes no part in the mean of levels."""
    text = ruled('"mean", each_level = "mean"') + at(bronze=2, silver=1)
    assert score_of(text, said(yes="b1", no="b2", na="s1")).value == 0.5


def test_sum() -> None:
    """A sum is of weight times value: 60 + 3 x 100, from 0 to 400."""
    score = score_of(ruled('"sum"', "marks") + MARKS, {"a.x": 60, "a.y": 100})
    assert score.value == 360.0
    assert score.value_range == (0.0, 400.0)


def test_ceiling() -> None:
    """A ceiling loses weight times what is missing: 10 - (1 x 0.4 + 3 x 0.5), from 6 to 10."""
    score = score_of(ruled('"sum", ceiling = 10', "marks") + MARKS, {"a.x": 60, "a.y": 50})
    assert score.value == pytest.approx(8.1)
    assert score.value_range == (6.0, 10.0)


def test_ceiling_leaves_out() -> None:
    """What is not applicable takes nothing from a ceiling."""
    text = ruled('"sum", ceiling = 10', "marks") + MARKS
    assert score_of(text, {"a.x": 60, "a.y": NO_REASON}).value == pytest.approx(9.6)


def test_share() -> None:
    """A share is the weight that passes of all: 3 of 4; `pass` says from where."""
    assert score_of(ruled('"share"') + MARKS, said(partly="x", yes="y")).value == 0.75
    text = ruled('"share", pass = "partly"') + MARKS
    assert score_of(text, said(partly="x", yes="y")).value == 1.0


def test_share_in_a_range() -> None:
    """A share may run over a range: 0.75 of the way from 0 to 10."""
    text = ruled('"share", range = [0, 10]') + MARKS
    assert score_of(text, said(no="x", yes="y")).value == 7.5


def test_share_of_parts() -> None:
    """A part with levels passes at `pass` or above, the top by default."""
    parts = at("p", bronze=1, silver=1).replace("dimensions.p", "dimensions.a.parts.p")
    parts += at("q", bronze=1, silver=1).replace("dimensions.q", "dimensions.a.parts.q")
    head = '[scoring]\nscale = "met"\npart = { rule = "staged" }\ndimension = '
    tree = '\n[dimensions.a]\ntitle = "A"\n' + parts
    answers = said("a.p", yes="b1 s1") | said("a.q", yes="b1", no="s1")
    assert score_of(head + '{ rule = "share" }' + tree, answers).value == 0.5
    text = head + '{ rule = "share", pass = "bronze" }' + tree
    assert score_of(text, answers).value == 1.0


def test_share_of_parts_without_levels() -> None:
    """A part without levels passes when it is at the top of its range."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "mean" }
    dimension = { rule = "share" }
    [dimensions.a]
    title = "A"
    items.i = "I"
    [dimensions.a.parts.p]
    title = "P"
    items = { x = "X", y = "Y" }
    [dimensions.a.parts.q]
    title = "Q"
    items = { x = "X" }
    """
    answers = {"a.i": "no", "a.p.x": "yes", "a.p.y": "partly", "a.q.x": "yes"}
    assert score_of(text, answers).value == pytest.approx(1 / 3)
