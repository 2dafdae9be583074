"""The same answers under three rules, side by side."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.rules import Mean, Staged, WeakestLink
from maturity.scoring.nodescore import Bounds, Point

from .tools import HEAD, SCALES, at, card_of, said, score_of

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
FLAT = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'


def test_three_rules() -> None:
    """Mean, staged and weakest link read the same answers; the node's own is as it is declared."""
    readings = score_of(STAGED + at(bronze=2, silver=2), said(yes="b1 s1 s2", no="b2")).by_rule()
    assert list(readings) == ["mean", "staged", "weakest-link"]
    assert readings["mean"].value == 0.75
    assert readings["mean"].level is None
    assert readings["staged"].value == 3.0  # half is enough here
    assert readings["staged"].rule == Staged(threshold=0.5)
    assert readings["weakest-link"].value == 0.0
    assert readings["weakest-link"].rule == WeakestLink(over="items")


def test_other_rules() -> None:
    """A node with another rule is read under all three as they are by default."""
    text = STAGED.replace('"staged", threshold = 0.5', '"high-water-mark"')
    readings = score_of(text + at(bronze=2), said(yes="b1", no="b2")).by_rule()
    assert readings["staged"].value == 0.5  # of all
    assert readings["staged"].level is not None
    assert readings["staged"].level.id == "below"
    assert readings["mean"].rule == Mean(over="items", range=(0.0, 1.0))


def test_weakest_link_on_the_ladder() -> None:
    """Where every item has a level, the weakest link has one."""
    text = '[scoring]\nscale = "levels"\ndimension = { rule = "mean", of = "level" }\n'
    readings = score_of(text + FLAT, said(gold="x", silver="y")).by_rule()
    assert readings["weakest-link"].level is not None
    assert readings["weakest-link"].level.id == "silver"
    assert readings["mean"].value == 2.5  # the node's own mean, of ranks
    assert readings["staged"].value == 2.5  # one of two is at gold


def test_no_item_has_a_level() -> None:
    """Staged can't apply where no item has a level, and says so."""
    readings = score_of(STAGED.replace("staged", "mean").replace(", threshold = 0.5", "") + FLAT,
                        said(yes="x", no="y")).by_rule()  # fmt: skip
    assert (readings["staged"].value, readings["staged"].level) == (None, None)
    assert readings["staged"].why_not == "no item here has a level"


def test_no_levels() -> None:
    """Staged can't apply where the framework has no levels."""
    text = HEAD + SCALES + '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n' + FLAT
    framework = mt.parse_framework(text)
    readings = mt.score(framework.assess({"a.x": "yes"}))["a"].by_rule()
    assert readings["staged"].why_not == "no item here has a level"
    assert readings["mean"].value == 0.5


def test_nothing_counts() -> None:
    """With nothing left to count, none of the three has a value."""
    readings = score_of(STAGED + at(bronze=1), said(na="b1")).by_rule()
    assert {reading.why_not for reading in readings.values()} == {"nothing here applies or counts"}
    assert {(one.value, one.status) for one in readings.values()} == {(None, "undefined")}


def test_blocked() -> None:
    """Where an answer blocks, mean and weakest link have no value."""
    text = STAGED.replace("[scoring]", '[scoring]\nmissing = "block"')
    readings = score_of(text + at(bronze=2), said(yes="b1")).by_rule()
    assert readings["mean"].value is None
    assert readings["staged"].value == pytest.approx(0.5)


def test_secured() -> None:
    """Open answers count as lowest where `missing` is `bound`, and the reading is open."""
    readings = score_of(STAGED + at(bronze=2), said(yes="b1")).by_rule()
    mean = readings["mean"]
    assert (mean.value, mean.status, mean.why_not) == (0.5, "open", "")
    assert mean.bounds == Bounds(Point(0.5, None), Point(1.0, None))
    assert readings["staged"].status == "certain"  # half is enough


def test_not_started() -> None:
    """With nothing answered nothing is stated, unless a convention says what a blank counts."""
    readings = score_of(STAGED + at(bronze=2), {}).by_rule()
    stated = {(one.value, one.level, one.status, one.why_not) for one in readings.values()}
    assert stated == {(None, None, "not started", "nothing is answered here yet")}
    text = STAGED.replace("[scoring]", '[scoring]\nmissing = "lowest"')
    lowest = score_of(text + at(bronze=2), {}).by_rule()["staged"]
    assert (lowest.value, lowest.status) == (0.0, "not started")


def test_withheld() -> None:
    """With too little answered nothing is stated."""
    text = STAGED.replace("[scoring]", "[scoring]\nminimum_coverage = 0.9")
    reading = score_of(text + at(bronze=2), said(yes="b1")).by_rule()["mean"]
    assert (reading.value, reading.why_not) == (None, "too little is answered here")
    assert (reading.status, reading.bounds is None) == ("withheld", False)


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
@pytest.mark.parametrize("answers", [0, 1, 7, 100])
def test_own_rule(name: str, answers: int) -> None:
    """Under its own rule a node is what its score says."""
    whole = mt.example(name)
    some = dict(list(whole.answers.items())[:answers])
    for score in mt.score(whole.framework.assess(some, period="2026-03")):
        reading = score.by_rule().get(score.rule.name)
        if reading:
            said_here = (reading.value, reading.level, reading.status, reading.bounds)
            assert said_here == (score.value, score.level, score.status, score.bounds)


def test_overall() -> None:
    """The overall may be read by rule though it has no total of its own."""
    card = card_of(STAGED + at("a", bronze=1) + at("b", bronze=1, silver=1), said("a", yes="b1")
                   | said("b", yes="b1", no="s1"))  # fmt: skip
    readings = card.overall.by_rule()
    assert readings["staged"].value == 1.0  # two of two, then none of one
    assert readings["mean"].value == pytest.approx(2 / 3)
