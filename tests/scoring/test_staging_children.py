"""Staged levels over children: by their levels, or by their shares."""

from __future__ import annotations

import pytest

from .tools import at, card_of, level_id, said, score_of


def over_children(of: str, more: str = "") -> str:
    """An overall that is staged over its dimensions, which are staged too."""
    return f"""
    [scoring]
    scale = "met"
    dimension = {{ rule = "staged", threshold = 0.5 }}
    overall = {{ rule = "staged", over = "children", of = "{of}", threshold = 0.5{more} }}
    """


TWO = over_children("level") + at("a", bronze=1, silver=1, gold=1) + at("b", bronze=1, silver=2)


def test_children_levels() -> None:
    """With `of = "level"` the share at a rung is of the children there or above."""
    answers = said("a", yes="b1 s1", no="g1") | said("b", yes="b1", no="s1 s2")
    overall = card_of(TWO, answers).overall
    # a is at silver, b at bronze: shares 1, 1/2, 0
    assert (overall.value, level_id(overall)) == (2.0, "silver")


def test_children_levels_least() -> None:
    """`least` counts the children at the rung or above."""
    text = over_children("level", ", least = 2") + at("a", bronze=1) + at("b", bronze=1, silver=1)
    overall = card_of(text, said("a", yes="b1") | said("b", yes="b1", no="s1")).overall
    assert (overall.value, level_id(overall)) == (1.5, "bronze")  # only a is above bronze


def test_children_levels_partial() -> None:
    """With part credit, a child at rank 1 has a third of the way to gold behind it."""
    text = over_children("level", ', credit = "partial"').replace(
        'of = "level", threshold = 0.5', 'of = "level", thresholds = { gold = { gold = 1 } }'
    )
    overall = card_of(text + at("a", bronze=1, silver=1), said("a", yes="b1", no="s1")).overall
    assert overall.value == pytest.approx(2 + 1 / 3)


def test_children_levels_with_item() -> None:
    """A child item under a level still counts at every rung, by its rank, with `of = "level"`."""
    text = """
    [scoring]
    scale = "levels"
    dimension = { rule = "staged", over = "children", of = "level" }
    [dimensions.a]
    title = "A"
    at.silver.s1 = "S1"
    """
    score = score_of(text, said(silver="s1"))
    assert (score.value, level_id(score)) == (2.0, "silver")


def test_children_shares() -> None:
    """With `of = "shares"` a child brings its own share at each rung where it has weight."""
    text = over_children("shares") + at("a", bronze=2, silver=2) + at("b", bronze=1, gold=1)
    answers = said("a", yes="b1", no="b2 s1 s2") | said("b", no="b1", yes="g1")
    overall = card_of(text, answers).overall
    # bronze: (1/2 + 0)/2 = 1/4 of 1/2
    assert (overall.value, level_id(overall)) == (0.5, "below")
    better = said("a", yes="b1 s1", no="b2 s2") | said("b", yes="b1", no="g1")
    overall = card_of(text, better).overall
    # bronze: (1/2 + 1)/2; silver: a alone, 1/2; gold: b alone, 0
    assert (overall.value, level_id(overall)) == (2.0, "silver")


def test_children_shares_weights() -> None:
    """Shares are weighed by the children's weights: (3 x 1 + 1 x 0)/4 is 0.75."""
    text = over_children("shares").replace('"shares", threshold = 0.5', '"shares", threshold = 1')
    text += at("a", bronze=1).replace('title = "A"', 'title = "A"\nweight = 3') + at("b", bronze=1)
    overall = card_of(text, said("a", yes="b1") | said("b", no="b1")).overall
    assert overall.value == 0.75


def test_children_shares_least() -> None:
    """`least` counts the children whose share at the rung is whole."""
    text = over_children("shares", ", least = 2") + at("a", bronze=2) + at("b", bronze=1)
    answers = said("a", yes="b1", no="b2") | said("b", yes="b1")
    assert card_of(text, answers).overall.value == 0.5  # b alone is whole


def test_children_shares_with_item() -> None:
    """Beside shares, an item under a level counts its weight there: passing or not."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "staged", over = "children", of = "shares" }
    [dimensions.a]
    title = "A"
    at.silver.s1 = "S1"
    [dimensions.a.parts.p]
    title = "P"
    at.bronze.b1 = "B1"
    at.silver.s1 = "S1"
    """
    answers = {"a.s1": "yes", "a.p.b1": "yes", "a.p.s1": "no"}
    assert score_of(text, answers).value == 1.5


def test_children_shares_so_far() -> None:
    """A child with nothing answered hides the rungs where it has items, and no others."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "staged", over = "children", of = "shares" }
    [dimensions.a]
    title = "A"
    at.silver.s1 = "S1"
    [dimensions.a.parts.p]
    title = "P"
    at.gold.g1 = "G1"
    """
    score = score_of(text, {"a.s1": "yes"})
    assert (score.so_far.value, score.bounds and score.bounds.high.value) == (2.0, 3.0)


def test_children_shares_least_with_item() -> None:
    """An item that passes at gold does not count for `least` at bronze."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    dimension = { rule = "staged", over = "children", of = "shares", threshold = 0, least = 1 }
    [dimensions.a]
    title = "A"
    at.gold.g1 = "G1"
    [dimensions.a.parts.p]
    title = "P"
    at.bronze.b1 = "B1"
    """
    answers = {"a.g1": "yes", "a.p.b1": "no"}
    assert score_of(text, answers).value == 0.0
