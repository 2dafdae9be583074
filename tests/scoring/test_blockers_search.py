"""Blockers where there are none, and where the whole tree has to be searched."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.scoring import blockers as module

from .tools import (
    FOUR,
    LEVELS,
    NO_REASON,
    STAGED,
    THREE,
    at,
    card_of,
    framework_of,
    names,
    said,
    score_of,
    target,
)


def test_top() -> None:
    """At the top there is no next level."""
    found = score_of(STAGED + at(bronze=1), said(yes="b1")).blockers()
    assert (target(found), len(found), found.reachable) == (None, 0, True)


def test_no_level() -> None:
    """Where a rule gives no level there is nothing to reach."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n' + THREE
    card = card_of(text, said(no="x y z"))
    assert target(card["a"].blockers()) is None
    assert target(card.overall.blockers()) is None


def test_unreachable() -> None:
    """A level that no answer can reach has no blockers: its rung stays empty."""
    text = STAGED.replace("[scoring]", '[scoring]\nempty_level = "fail"') + at(bronze=1)
    found = score_of(text, said(yes="b1")).blockers()
    assert (target(found), len(found), found.reachable) == ("silver", 0, False)


def test_withheld() -> None:
    """Where the level is withheld, what is secured is the start."""
    text = STAGED.replace("[scoring]", "[scoring]\nminimum_coverage = 0.9")
    score = score_of(text + at(bronze=2, silver=2), said(yes="b1"))
    assert score.status == "withheld"
    assert target(score.blockers()) == "silver"


def test_undefined() -> None:
    """Where nothing applies there is nothing to reach."""
    assert target(score_of(STAGED + at(bronze=1), said(na="b1")).blockers()) is None


def test_units() -> None:
    """An item that units answer is raised for all of them, in one."""
    text = STAGED + at(bronze=1, silver=1)
    by = mt.Answer(by=FrozenMap({"one": "yes", "two": "no"}))
    found = score_of(
        text, {"a.b1": by, "a.s1": "no"}, units={"one": "One", "two": "Two"}
    ).blockers()
    assert (target(found), names(found)) == ("bronze", "b1")


MIXED = """
[scoring]
scale = "met"
dimension = { rule = "staged" }
overall = { rule = "weakest-link" }
"""


def test_mixed_tree() -> None:
    """Over nodes, a smallest set is looked for among all items: one here, and not two."""
    text = MIXED + at("a", bronze=1, silver=2) + at("b", bronze=1)
    answers = said("a", yes="b1 s1", no="s2") | said("b", no="b1")
    found = card_of(text, answers).overall.blockers()
    assert (target(found), names(found), found.exact) == ("bronze", "b1", True)


def test_mixed_tree_smallest() -> None:
    """The greedy set of a mixed tree gives way to a smaller one: a.b3 alone, in file order."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "mean" }
    dimension = { rule = "mean", bands = { from = { silver = 0.5 } } }
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    items = { u = "U", v = "V" }
    [dimensions.a.parts.q]
    title = "Q"
    items = { w = "W" }
    """
    answers = {"a.p.u": "no", "a.p.v": "no", "a.q.w": "no"}
    # p and q weigh the same: w alone makes 0.5, u and v together too.
    found = score_of(text, answers).blockers()
    assert [blocker.path for blocker in found.items] == ["a.q.w"]
    assert found.exact


def test_mixed_tree_either() -> None:
    """Where either of two will do, the first in the file is named."""
    text = MIXED.replace('"weakest-link"', '"median", side = "upper"')
    text += at("b", bronze=1) + at("a", bronze=1)
    found = card_of(text, said("a", no="b1") | said("b", no="b1")).overall.blockers()
    assert ([blocker.path for blocker in found], found.exact) == (["b.b1"], True)


def test_whole_search_where_the_short_cut_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the sums of the short cut fall short, by rounding say, all sets are looked at."""
    monkeypatch.setattr(module, "staged_constraints", lambda *_: [])
    text = STAGED + at(bronze=1, silver=4)
    found = score_of(text, said(yes="b1", no="s1 s2 s3 s4")).blockers()
    assert (names(found), found.exact) == ("s1 s2", True)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ('"weakest-link"', "w x z"),
        ('"equivalence", needs = { silver = { "a.w" = "silver", "a.z" = "gold" } }', "w z"),
        ('"mean", of = "level", bands = { from = { silver = 1.9 } }', "w x"),
        ('"median", side = "upper"', "w"),
    ],
)
def test_very_many_items(monkeypatch: pytest.MonkeyPatch, rule: str, expected: str) -> None:
    """Where there are too many to ask of each whether it is indispensable, sets stay exact."""
    monkeypatch.setattr(module, "MOST_FORCED", 0)
    monkeypatch.setattr(module, "MOST_ENUMERATED", 0)
    text = f'[scoring]\nscale = "levels"\ndimension = {{ rule = {rule} }}\n' + FOUR
    levels = LEVELS.replace("[levels]\n", '[levels]\nbelow = "None"\n')
    found = score_of(text, said(below="w x z", gold="y"), levels).blockers()
    assert (found.exact, names(found)) == (True, expected)


def test_large_mixed_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond twenty items that can improve, a set that suffices is given as an upper bound."""
    monkeypatch.setattr(module, "MOST_ENUMERATED", 2)
    text = MIXED.replace('"weakest-link"', '"median", side = "upper"')
    text += at("a", bronze=2) + at("b", bronze=1)
    found = card_of(text, said("a", no="b1 b2") | said("b", no="b1")).overall.blockers()
    # Later items are dropped first, so that the set is a.b1 and a.b2; b.b1 alone would do.
    assert ([b.path for b in found.items], found.exact) == (["a.b1", "a.b2"], False)


def test_large_mixed_tree_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every item of the set is indispensable, it is exact however large the tree."""
    monkeypatch.setattr(module, "MOST_ENUMERATED", 1)
    text = MIXED + at("a", bronze=1) + at("b", bronze=1)
    found = card_of(text, said("a", no="b1") | said("b", no="b1")).overall.blockers()
    assert ([b.path for b in found.items], found.exact) == (["a.b1", "b.b1"], True)


def test_claims() -> None:
    """In a profile that asks for branches, the branch is named."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "staged" }
    overall = { rule = "weakest-link" }
    [dimensions.a]
    title = "First"
    at.bronze.b1 = "B1"
    [dimensions.b]
    title = "Second"
    at.bronze.b1 = "B1"
    [profiles.short]
    ask = "dimensions"
    """
    card = mt.score(framework_of(text).assess({"a": "silver", "b": "bronze"}), "short")
    (found,) = card.overall.blockers().items
    assert (found.path, found.text, found.mark) == ("b", "Second", "answer")


def test_nothing_can_be_raised() -> None:
    """Items that do not apply and count as top can't be raised."""
    text = STAGED.replace("[scoring]", '[scoring]\nnot_applicable = "pass"\nempty_level = "fail"')
    found = score_of(text + at(bronze=1), {"a.b1": NO_REASON}).blockers()
    assert (target(found), found.reachable) == ("silver", False)


def test_median_with_an_item_that_cannot_reach() -> None:
    """An item whose best is too low is never asked for: it could not move the middle."""
    text = """
[scales.rate]
number = { min = 0, max = 10 }
bands = { from = { silver = 5 } }
[scoring]
scale = "levels"
dimension = { rule = "median" }
[dimensions.a]
title = "A"
items = { n = { text = "N", scale = "rate" }, w = "W", x = "X", y = "Y", z = "Z" }
"""
    found = score_of(text, said(silver="w x y z") | {"a.n": 0}).blockers()
    assert (names(found), target(found), found.exact) == ("w x y", "gold", True)


def test_no_tolerance() -> None:
    """The last bits of decimal weights don't ask for more: 0.1, 0.2 and 0.3 are all of 0.6."""
    text = STAGED.replace("threshold = 0.5", "threshold = 1").replace(
        "[scoring]", "[scoring]\ntolerance = 0"
    )
    text += """
[dimensions.a]
title = "A"
[dimensions.a.at.bronze]
x = { text = "X", weight = 0.1 }
y = { text = "Y", weight = 0.2 }
z = { text = "Z", weight = 0.3 }
[dimensions.a.at.silver]
u = "U"
v = "V"
"""
    found = score_of(text, {}).blockers()
    assert (names(found), found.exact) == ("x y z", True)


def test_weakest_link_falls_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each branch that is too low is searched for itself, so that large trees stay exact."""
    monkeypatch.setattr(module, "MOST_ENUMERATED", 1)
    text = MIXED + at("a", bronze=3) + at("b", bronze=3)
    found = card_of(
        text, said("a", no="b1", yes="b2 b3") | said("b", no="b1 b2", yes="b3")
    ).overall.blockers()
    assert found.exact
    assert len(found) == 3


def test_what_is_read_from_elsewhere() -> None:
    """An item that only a cap names can be what is in the way, and leaves the level open."""
    text = """
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
[dimensions.a.parts.p]
title = "P"
scoring = { rule = "weakest-link", caps = [{ item = "b.m", until = "gold", level = "bronze" }] }
items = { x = "X" }
[dimensions.b]
title = "B"
items = { m = "M" }
"""
    score = score_of(text, {"a.p.x": "gold"})
    assert (score.status, score.coverage.answered, score.coverage.applicable) == ("open", 1, 2)
    assert [blocker.path for blocker in score.blockers()] == ["b.m"]
