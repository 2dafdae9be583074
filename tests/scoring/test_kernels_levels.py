"""The rules that give a level by themselves, and what blocks them."""

from __future__ import annotations

import pytest

from .tools import (
    BANDED,
    FOUR,
    NO_REASON,
    WITH_BELOW,
    at,
    card_of,
    level_id,
    ruled,
    said,
    score_of,
)


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
    """Where an item blocks, there is no high-water mark; what counts at no level blocks nothing."""
    text = ruled('"high-water-mark"', conventions='not_applicable = "block"')
    assert score_of(text + at(bronze=1, silver=1), said(yes="b1", na="s1")).level is None
    loose = 'items.loose = "Counts at no level"\n'
    text += '[dimensions.a]\ntitle = "A"\n' + loose + '[dimensions.a.at.bronze]\nb1 = "Is b1 so?"\n'
    assert level_id(score_of(text, said(yes="b1", na="loose"))) == "bronze"


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
