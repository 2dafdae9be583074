"""Sentences say what stands in for answers that are missing, and never that they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap

from .tools import FOUR, LEVELS, NO_REASON, card_of, said, score_of

if TYPE_CHECKING:
    from collections.abc import Mapping

LADDER = '[scoring]\nscale = "levels"\ndimension = '
WEAKEST = LADDER + '{ rule = "weakest-link" }\n'
MEDIAN = LADDER + '{ rule = "median" }\n'
BELOW = LEVELS.replace("[levels]\n", '[levels]\nbelow = "None yet"\n')
TWO = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
PARTS = """
[dimensions.a]
title = "A"
parts.p = { title = "P", items = { v = "V", w = "W" } }
parts.q = { title = "Q", items = { x = "X" } }
parts.r = { title = "R", items = { z = "Z" } }
"""
PAIR = PARTS.replace('parts.r = { title = "R", items = { z = "Z" } }\n', "")
TEAMS = {"one": "One", "two": "Two"}


def reason(text: str, answers: Mapping[str, object], levels: str = LEVELS) -> str:
    """What decides the result of dimension `a`."""
    return score_of(text, answers, levels).why().short


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"a.p.v": "gold", "a.p.w": "gold"},
            "The lowest of 2 parts counts: Q, not started, so it counts as Bronze.",
        ),
        (
            {"a.p.v": "gold", "a.q.x": "gold"},
            "The lowest of 2 parts counts: P, at least Bronze.",
        ),
        ({"a.p.v": "gold"}, "Both parts count as Bronze: P (at least Bronze) and Q (not started)."),
        ({"a.p.v": "bronze", "a.q.x": "bronze"}, "Both parts are at Bronze."),
        (
            {"a.p.v": "bronze", "a.q.x": "gold"},
            "The lowest of 2 parts counts: P, Bronze.",
        ),
    ],
)
def test_lowest_part(answers: Mapping[str, object], words: str) -> None:
    """A part that is not started or open is said to be, beside what it counts as."""
    assert reason(WEAKEST + PAIR, answers) == words


def test_several_lowest() -> None:
    """Of several that are lowest, each that has no answers of its own is marked."""
    answers = {"a.p.v": "bronze", "a.r.z": "gold"}
    assert reason(WEAKEST + PARTS, answers) == (
        "The lowest of 3 parts count as Bronze: P and Q (not started)."
    )
    assert reason(WEAKEST + PARTS, answers | {"a.q.x": "bronze"}) == (
        "The lowest of 3 parts count: P and Q, Bronze."
    )


def test_lowest_of_all() -> None:
    """At the very lowest there is nothing to secure: what is open there is said to be open."""
    assert reason(WEAKEST + PAIR, {"a.p.v": "gold", "a.q.x": "gold"}, BELOW) == (
        "The lowest of 2 parts counts: P, still open, so it counts as None yet."
    )


def test_only_one() -> None:
    """Where but one counts, it may be open too."""
    answers = {"a.p.v": "gold", "a.q.x": NO_REASON}
    assert reason(WEAKEST + PAIR, answers) == "Its only part counts: P, at least Bronze."
    assert reason(MEDIAN + PAIR, answers) == "Its only part counts: P, at least Bronze."


def test_without_levels() -> None:
    """Without levels it is the values that are open."""
    text = '[scoring]\nscale = "met"\npart = { rule = "mean" }\n'
    text += 'dimension = { rule = "weakest-link" }\n' + PAIR
    assert reason(text, {"a.p.v": "yes", "a.q.x": "yes"}) == (
        "The lowest of 2 parts counts: P, at least 50% of the way up."
    )
    assert reason(text, {"a.p.v": "no", "a.p.w": "yes", "a.q.x": "yes"}) == (
        "The lowest of 2 parts counts: P, 50% of the way up."
    )


def test_median() -> None:
    """What is unanswered is told apart from what was answered as low."""
    assert reason(MEDIAN + FOUR, said(bronze="w", silver="x")) == (
        "Of 4 items: 1 at Bronze, 2 unanswered (counted as Bronze) and 1 at Silver; "
        "the lower of the middle two counts."
    )
    assert reason(MEDIAN + PARTS, {"a.p.v": "silver", "a.q.x": "gold"}) == (
        "Of 3 parts: 1 at least Bronze, 1 not started (counted as Bronze) and 1 at Gold; "
        "the middle one counts."
    )


def test_part_of_a_median_that_is_open() -> None:
    """An open part is at least where it stands, above the lowest too."""
    bands = "bands = { from = { silver = 1.5, gold = 2.5 } }"
    part = f'part = {{ rule = "mean", of = "level", {bands} }}\n'
    text = MEDIAN.replace("dimension", f"{part}dimension") + PAIR
    assert reason(text, {"a.p.v": "silver", "a.q.x": "gold"}) == (
        "Of 2 parts: 1 at least Silver and 1 at Gold; the lower of the middle two counts."
    )


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (mt.Answer(by=FrozenMap({"one": "gold"})), "a.x, at least Silver."),
        (mt.Answer(by=FrozenMap({"one": "bronze", "two": "bronze"})), "a.x, Bronze."),
        (mt.Answer(by=FrozenMap({"one": NO_REASON, "two": "bronze"})), "a.x, Bronze."),
    ],
)
def test_units(one: mt.Answer, words: str) -> None:
    """What some units have not answered is open, not unanswered."""
    score = score_of(WEAKEST + TWO, {"a.x": one, "a.y": "gold"}, units=TEAMS)
    assert score.why().short == f"The lowest of 2 items counts: {words}"


def test_not_applicable_that_counts() -> None:
    """Where N/A counts as an answer, it is not said to be one."""
    text = WEAKEST.replace("[scoring]", '[scoring]\nnot_applicable = "lowest"')
    assert reason(text + TWO, said(gold="x", na="y")) == (
        "The lowest of 2 items counts: a.y, not applicable, so it counts as Bronze."
    )


def test_silent_parts() -> None:
    """A part without a result of its own is said to be without one."""
    answers = {"a.p.v": "gold", "a.q.x": "gold"}
    held = PAIR.replace('{ title = "P",', '{ title = "P", scoring.minimum_coverage = 0.9,')
    assert reason(WEAKEST + held, answers) == (
        "The lowest of 2 parts counts: P, withheld, so it counts as Bronze."
    )
    text = WEAKEST.replace("[scoring]", '[scoring]\nnot_applicable = "lowest"')
    stuck = PAIR.replace('{ title = "P",', '{ title = "P", scoring.not_applicable = "block",')
    assert reason(text + stuck, answers | {"a.p.w": NO_REASON}) == (
        "The lowest of 2 parts counts: P, blocked, so it counts as Below Bronze."
    )
    assert reason(text + stuck, answers | {"a.p.v": NO_REASON, "a.p.w": NO_REASON}) == (
        "The lowest of 2 parts counts: P, not applicable, so it counts as Below Bronze."
    )


def test_other_conventions() -> None:
    """What is left out secures nothing: the rest is not said to be at least what it gives."""
    text = WEAKEST.replace("[scoring]", '[scoring]\nmissing = "exclude"') + PAIR
    assert reason(text, {"a.p.v": "silver", "a.q.x": "gold"}) == (
        "The lowest of 2 parts counts: P, still open, so it counts as Silver."
    )


def test_staged_over_parts() -> None:
    """A part that is not started or open is not said to be short of a level."""
    text = LADDER.replace("dimension", 'part = { rule = "weakest-link" }\ndimension')
    text += '{ rule = "staged", over = "children", of = "level" }\n'
    why = score_of(text + PARTS, {"a.p.v": "gold", "a.r.z": "bronze"}).why()
    assert "Not there yet: R. Still open: P. Not started: Q." in why.text


def test_values() -> None:
    """A value that missing answers can still lift is at least that."""
    mean = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
    assert reason(mean + TWO, said(yes="x")) == (
        "The mean over 2 items is at least 0.5, on a range from 0 to 1."
    )
    lowest = mean.replace("[scoring]", '[scoring]\nmissing = "lowest"')
    assert "is 0.5, on" in reason(lowest + TWO, said(yes="x"))
    median = mean.replace("mean", "median")
    assert reason(median + FOUR, said(yes="w x", partly="y")) == (
        "Of 4 items in order, the lower of the middle two counts: at least 0.5."
    )


def test_shipped() -> None:
    """An element with one part green and one not started."""
    elements = mt.load_framework("hwb-elements")
    lines = [line.id for line in elements.items if ".supporting." in line.id]
    card = mt.score(elements.assess(dict.fromkeys(lines, "green")))
    assert card["relationships"].why().short == (
        "The lowest of 2 parts counts: Working together, not started, so it counts as Red."
    )
    service = mt.load_framework("ohwb-service")
    impact = mt.score(service.assess({"impact.data": "exemplary"}))["impact"]
    assert impact.why().short == (
        "Of 5 areas: 4 unanswered (counted as Not yet at core) and 1 at Core; "
        "the middle one counts."
    )
    assert card_of(WEAKEST + TWO, {})["a"].why().short == "Nothing is answered here yet."
