"""Where a missing answer blocks: what is stated is open, and the missing answer is in the way."""

from __future__ import annotations

from .tools import at, names, said, score_of, target

STAGED = """
[scoring]
scale = "met"
missing = "block"
dimension = { rule = "staged", threshold = 0.75 }
"""
MEAN = """
[scoring]
scale = "met"
missing = "block"
dimension = { rule = "mean", range = [0, 1], bands = { from = { silver = 0.3, gold = 0.6 } } }
"""
FOUR = """
[dimensions.a]
title = "A"
items = { a = "A", b = "B", c = "C", e = "E" }
"""


def test_a_level_that_is_blocked_is_open() -> None:
    """Any answer to the missing item frees the level, so the level is open."""
    text = STAGED + at(bronze=4, silver=1, gold=1)
    score = score_of(text, said(yes="b1 b2 b3 s1 g1"))
    assert (score.status, score.level and score.level.id) == ("open", "below")
    assert score_of(text, said(yes="b1 b2 b3 s1 g1", no="b4")).level.id == "gold"  # type: ignore[union-attr]  # it has one
    assert "no answer can change" not in str(score.why())


def test_what_is_missing_is_in_the_way() -> None:
    """The blocker of the next level is the item that is missing, whatever else is secured."""
    text = STAGED + at(bronze=4, silver=1, gold=1)
    found = score_of(text, said(yes="b1 b2 b3 s1 g1")).blockers()
    assert (target(found), names(found), found.exact) == ("bronze", "b4", True)
    assert [item.mark for item in found] == ["unanswered"]


def test_a_value_that_is_blocked() -> None:
    """Without any level the first to reach is the secured one, and all that is missing counts."""
    score = score_of(MEAN + FOUR, said(yes="a b"))
    assert (score.status, score.value, score.level) == ("open", None, None)
    found = score.blockers()
    assert (target(found), names(found), found.exact) == ("silver", "c e", True)
    assert score_of(MEAN + FOUR, said(yes="a b", no="c e")).level.id == "silver"  # type: ignore[union-attr]  # it has one


def test_by_rule_says_that_it_is_blocked() -> None:
    """Under the other rules, too, it is said that a missing answer blocks."""
    score = score_of(STAGED + at(bronze=4, silver=1), said(yes="b1 b2 b3 s1"))
    readings = score.by_rule()
    assert {reading.status for reading in readings.values()} == {"open"}
    assert readings["mean"].why_not == "a missing answer blocks it, as the conventions say"
