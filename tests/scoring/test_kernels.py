"""Every rule but staged, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.scoring.kernels import in_turn

from .tools import BANDED, NO_REASON, WITH_BELOW, at, card_of, level_id, said, score_of

MARKS = """
[dimensions.a]
title = "A"
items.x = { text = "X", weight = 1 }
items.y = { text = "Y", weight = 3 }
"""
FOUR = '[dimensions.a]\ntitle = "A"\nitems = { w = "W", x = "X", y = "Y", z = "Z" }\n'


def ruled(rule: str, scale: str = "met", conventions: str = "") -> str:
    """A `[scoring]` table with a rule for dimensions."""
    return f'[scoring]\nscale = "{scale}"\n{conventions}\ndimension = {{ rule = {rule} }}\n'


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


@pytest.mark.parametrize(("side", "value"), [("lower", 20.0), ("upper", 40.0), ("midpoint", 30.0)])
def test_median(side: str, value: float) -> None:
    """Of 10, 20, 40 and 90 the median is 20, 40 or the point between; weights don't count."""
    text = ruled(f'"median", side = "{side}"', "marks") + FOUR.replace(
        'z = "Z"', 'z = { text = "Z", weight = 100 }'
    )
    score = score_of(text, {"a.w": 90, "a.x": 10, "a.y": 40, "a.z": 20})
    assert score.value == value
    assert score.level is None
    assert score.value_range == (0.0, 100.0)


def test_median_odd() -> None:
    """Of an odd number the middle one counts, whatever the side."""
    text = ruled('"median", side = "upper"', "marks") + FOUR
    score = score_of(text, {"a.w": 90, "a.x": 10, "a.y": 40, "a.z": NO_REASON})
    assert score.value == 40.0


@pytest.mark.parametrize(
    ("side", "value", "level"),
    [("lower", 1.0, "bronze"), ("upper", 2.0, "silver"), ("midpoint", 1.5, "bronze")],
)
def test_median_level(side: str, value: float, level: str) -> None:
    """On the ladder the median has a level; half way to silver is still bronze."""
    text = ruled(f'"median", side = "{side}"', "levels") + FOUR
    score = score_of(text, said(bronze="w x", silver="y", gold="z"))
    assert (score.value, level_id(score)) == (value, level)
    assert score.value_range == (1.0, 3.0)


def test_median_of_nothing() -> None:
    """A median without anything to count has no value."""
    text = ruled('"median"', "marks") + '[dimensions.a]\ntitle = "A"\n'
    assert score_of(text, {}).value is None


def test_weakest_link() -> None:
    """The lowest level counts, where everything has one."""
    score = score_of(ruled('"weakest-link"', "levels") + FOUR, said(gold="w x y", silver="z"))
    assert (score.value, level_id(score)) == (2.0, "silver")
    assert score.value_range == (1.0, 3.0)


def test_weakest_link_without_levels() -> None:
    """The lowest place from 0 to 1 counts, where not everything has a level."""
    tree = FOUR.replace('z = "Z"', 'z = { text = "Z", scale = "marks" }')
    text = ruled('"weakest-link"', "levels") + tree
    score = score_of(text, {**said(gold="w x", silver="y"), "a.z": 60})
    assert (score.value, score.level) == (0.5, None)  # silver is half way from bronze to gold
    assert score.value_range == (0.0, 1.0)


def test_weakest_link_of_numbers_and_parts() -> None:
    """Banded numbers and parts with a level have ranks too."""
    text = f"""
    {BANDED}
    [scoring]
    scale = "rate"
    part = {{ rule = "high-water-mark", pass = 10 }}
    dimension = {{ rule = "weakest-link" }}
    [dimensions.a]
    title = "A"
    items.x = "X"
    [dimensions.a.parts.p]
    title = "P"
    at.silver.s1 = "S1"
    """
    assert level_id(score_of(text, {"a.x": 85, "a.p.s1": 10})) == "silver"
    assert level_id(score_of(text, {"a.x": 31, "a.p.s1": 10})) == "bronze"


def test_own_ladder() -> None:
    """`ladder` names the scale whose options are the rungs, from rank 1."""
    text = """
    [scales.skill]
    novice = "Novice"
    able = "Able"
    expert = "Expert"
    master = "Master"
    """ + ruled('"weakest-link", ladder = "skill"', "skill")
    score = score_of(text + FOUR, said(master="w x", able="y", expert="z"))
    assert (score.value, level_id(score)) == (2.0, "able")
    assert score.level is not None
    assert score.level.label == "Able"
    assert score.value_range == (1.0, 4.0)


def test_own_ladder_of_parts() -> None:
    """A node on a ladder of its own takes the ranks of items and of parts on that ladder."""
    text = """
    [scales.skill]
    novice = "Novice"
    able = "Able"
    [scoring]
    scale = "skill"
    part = { rule = "median", ladder = "skill" }
    dimension = { rule = "mean", of = "level", ladder = "skill", bands = { from = { able = 1.5 } } }
    [dimensions.a]
    title = "A"
    items.x = "X"
    [dimensions.a.parts.p]
    title = "P"
    items = { x = "X" }
    """
    score = score_of(text, {"a.x": "able", "a.p.x": "novice"})
    assert (score.value, level_id(score)) == (1.5, "able")


def test_high_water_mark() -> None:
    """The highest level with an item that passes counts; levels may be skipped."""
    text = ruled('"high-water-mark"') + at(bronze=1, silver=2, gold=1)
    assert level_id(score_of(text, said(no="b1 s1 g1", yes="s2"))) == "silver"
    score = score_of(text, said(no="b1 s1 s2", partly="g1"))
    assert (score.value, level_id(score)) == (0.0, "below")


def test_high_water_mark_on_ladder() -> None:
    """An item under no level, answered on the ladder, brings its rank."""
    score = score_of(ruled('"high-water-mark"', "levels") + FOUR, said(bronze="w x y", gold="z"))
    assert (score.value, level_id(score)) == (3.0, "gold")


def test_high_water_mark_blocked() -> None:
    """What blocks does not pass a high-water mark, and blocks nothing else."""
    text = ruled('"high-water-mark"', conventions='not_applicable = "block"')
    assert level_id(score_of(text + at(bronze=1, silver=1), said(yes="b1", na="s1"))) == "bronze"
    assert score_of(text + at(bronze=1), said(na="b1")).value == 0.0


NEEDS = """
[scoring]
scale = "met"
part = { rule = "staged" }
[dimensions.a]
title = "A"
scoring.rule = "equivalence"
scoring.needs.bronze = { "a.x" = "partly" }
scoring.needs.silver = { "a.p" = "bronze", "b" = "silver" }
items.x = "X"
[dimensions.a.parts.p]
title = "P"
at.bronze.b1 = "B1"
[dimensions.b]
title = "B"
scoring = { rule = "staged" }
at.bronze.b1 = "B1"
at.silver.s1 = "S1"
"""


def test_equivalence() -> None:
    """The highest level whose needs, and all below, are met counts; gold needs nothing here."""
    met = {"a.x": "partly", "a.p.b1": "yes", "b.b1": "yes", "b.s1": "yes"}
    assert score_of(NEEDS, met).value == 3.0
    assert level_id(score_of(NEEDS, met | {"b.s1": "no"})) == "bronze"
    assert level_id(score_of(NEEDS, met | {"a.x": "no"})) == "below"


def test_equivalence_without_needs() -> None:
    """A level without needs is not reached where `empty_level` is `fail`."""
    text = NEEDS.replace("[scoring]", '[scoring]\nempty_level = "fail"')
    met = {"a.x": "partly", "a.p.b1": "yes", "b.b1": "yes", "b.s1": "yes"}
    assert level_id(score_of(text, met)) == "silver"


def test_equivalence_skips() -> None:
    """Needs that are left out count as met; with all left out there is nothing to state."""
    away = {"a.x": "partly", "a.p.b1": NO_REASON, "b.b1": NO_REASON, "b.s1": NO_REASON}
    assert score_of(NEEDS, away).value == 3.0
    assert score_of(NEEDS, away | {"a.x": NO_REASON}).value is None


def test_equivalence_on_numbers() -> None:
    """A need on a number is a band of its scale."""
    text = f"""
    {BANDED}
    [scoring]
    scale = "rate"
    dimension = {{ rule = "equivalence", needs = {{ bronze = {{ "a.x" = "silver" }} }} }}
    [dimensions.a]
    title = "A"
    items.x = "X"
    """
    assert level_id(score_of(text, {"a.x": 49})) == "below"
    assert level_id(score_of(text, {"a.x": 50})) == "gold"


def test_none() -> None:
    """The rule `none` has no value, no level and no bounds, on purpose."""
    score = card_of(ruled('"mean"') + FOUR, said(yes="w x y z")).overall
    assert (score.status, score.value, score.level, score.bounds) == ("none", None, None, None)


@pytest.mark.parametrize("rule", ["mean", "sum", "share", "median", "weakest-link"])
def test_blocked(rule: str) -> None:
    """One item that blocks leaves a value rule without a value."""
    text = ruled(f'"{rule}"', conventions='not_applicable = "block"') + FOUR
    score = score_of(text, said(yes="w x y", na="z"))
    assert (score.value, score.level, score.status) == (None, None, "undefined")


def test_blocked_equivalence() -> None:
    """A need that blocks leaves an equivalence without a level."""
    text = NEEDS.replace("[scoring]", '[scoring]\nnot_applicable = "block"')
    away = {"a.x": NO_REASON, "a.p.b1": "yes", "b.b1": "yes", "b.s1": "yes"}
    assert score_of(text, away).value is None


def test_unanswered_blocks_first() -> None:
    """A node blocked by both says so by its parent's convention for the unanswered."""
    text = """
    [scoring]
    scale = "met"
    missing = "block"
    not_applicable = "block"
    dimension = { rule = "mean" }
    overall = { rule = "mean" }
    """
    loose = text.replace('"block"\n    dim', '"exclude"\n    dim')
    both = said(yes="w", na="x")
    assert card_of(text + FOUR, both).overall.value is None
    inner = FOUR.replace('title = "A"', 'title = "A"\nscoring = { not_applicable = "block" }')
    assert card_of(loose + inner, both).overall.value is None  # missing = block decides
    assert card_of(loose + inner, said(yes="w y z", na="x")).overall.value is None
    two = inner + at("b", bronze=1)
    answers = said(yes="w y z", na="x") | said("b", partly="b1")
    assert card_of(loose + two, answers).overall.value == 0.5  # a is left out


def test_below_on_the_ladder() -> None:
    """Where `below` is an answer, the lowest rank is 0."""
    score = score_of(ruled('"weakest-link"', "levels") + FOUR, said(below="w", gold="x y z"),
                     WITH_BELOW)  # fmt: skip
    assert (score.value, level_id(score)) == (0.0, "below")
    assert score.level is not None
    assert score.level.label == "Not yet bronze"
    assert score.value_range == (0.0, 3.0)
