"""What raters should talk about first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.analysis.agreement import agreement

from .raters import AWAY, Said, sheets

if TYPE_CHECKING:
    from maturity.analysis.discuss import Topic


def topics(*said: Said) -> list[Topic]:
    """What raters who say this should talk about."""
    return list(agreement(sheets(*said), draws=0)[0].discuss)


def test_order() -> None:
    """How far apart, times the weight in the dimension, doubled before the next level."""
    found = topics(
        {"a.one": "red", "a.two": "green", "a.three": "amber", "b.four": "green", "b.days": 0},
        {"a.one": "green", "a.two": "amber", "a.three": "green", "b.four": "green", "b.days": 10},
    )
    assert [(one.spread.path, one.importance, one.priority, one.levels) for one in found] == [
        ("a.one", 0.5, 0.5, ("First",)),
        ("a.three", 0.5, 0.25, ()),
        ("b.days", 0.5, 0.25, ()),
        ("a.two", 0.25, 0.125, ()),
    ]


def test_why() -> None:
    """Each with a sentence."""
    found = topics({"a.one": "red", "b.days": 3}, {"a.one": "green", "b.days": 4.5})
    assert [one.why for one in found] == [
        (
            "Answers go from Red to Green, 2 steps apart. It is 25% of the weight in First, and "
            "stands before the next level of First."
        ),
        "Answers go from 4.5 days to 3 days. It is 1 of 2 items in Second.",
    ]


def test_what_is_no_topic() -> None:
    """Where nobody differs, or only one answers, there is nothing to talk about."""
    assert topics({"a.one": "red", "a.two": "red"}, {"a.one": "red", "a.three": AWAY}) == []
