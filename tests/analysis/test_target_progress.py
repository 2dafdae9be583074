"""Progress towards targets: items, numbers, units, levels, claims; near and further away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import maturity as mt
from maturity.analysis.target_progress import Progress, target_progress
from tests.scoring.tools import BANDED, NO_REASON, WITH_BELOW, framework_of

BODY = (
    BANDED
    + """
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[profiles.short]
title = "Short"
ask = "dimensions"
[dimensions.a]
title = "Vision."
items = { x = "X", y = "Y" }
[dimensions.b]
title = "B"
scoring = { rule = "mean", range = [0, 1] }
[dimensions.b.items]
r = { text = "Rate.", scale = "rate" }
d = { text = "Days.", scale = "days" }
m = { text = "Met.", scale = "met", evidence = { kind = ["survey"], above = "partly" } }
"""
)
TOOL = framework_of(BODY, WITH_BELOW)
UNITS = {"t1": "Team 1", "t2": "Team 2"}

VISION = (
    "Vision: target Gold, now Bronze; 2 levels to go; 1 level further away than the time before."
)


def one(
    path: str,
    target: str | float,
    answers: dict[str, Any],
    before: dict[str, Any] | None = None,
) -> Progress:
    """The progress towards one target."""
    now = TOOL.assess(answers, targets={path: target}, units=UNITS, as_of=date(2026, 1, 1))
    then = None if before is None else TOOL.assess(before, units=UNITS)
    (found,) = target_progress(now, then).targets
    return found


@pytest.mark.parametrize(
    ("path", "target", "answer", "state", "distance", "stands"),
    [
        ("a.x", "gold", "bronze", "short", 2, "Bronze"),
        ("a.x", "silver", "silver", "met", 0, "Silver"),
        ("a.x", "bronze", "gold", "met", -2, "Gold"),
        ("a.x", "gold", NO_REASON, "not applicable", None, "not applicable"),
        ("a.x", "gold", mt.Answer(note="Draft"), "open", None, None),
        ("b.r", 60, 45.5, "short", 14.5, "45.5 %"),
        ("b.r", 60, 60, "met", 0, "60 %"),
        ("b.d", 4, 6, "short", 2, "6"),
        ("b.d", 4, 3, "met", -1, "3"),
    ],
)
def test_items(  # noqa: PLR0913, PLR0917  # one for each column
    path: str, target: str | float, answer: object, state: str, distance: float, stands: str
) -> None:
    """Options count in steps, numbers in their unit, whichever way is better."""
    found = one(path, target, {path: answer})
    assert (found.state, found.distance, found.stands) == (state, distance, stands)
    assert found.change is None


def test_unanswered() -> None:
    """Nothing is known of an unanswered item; it is not short."""
    found = one("b.r", 60, {})
    assert (found.state, found.stands, found.distance, found.unit) == ("open", None, None, "%")


def test_held_down() -> None:
    """An answer stands where it counts: held down where evidence is asked for and missing."""
    assert one("b.m", "yes", {"b.m": "yes"}).state == "short"
    assert one("b.m", "yes", {"b.m": "yes"}).stands == "Partly"
    assert one("b.m", "yes", {"b.m": "no"}).stands == "No"
    proof = mt.Answer(value="yes", evidence=(mt.Evidence(kind="survey"),))
    assert one("b.m", "yes", {"b.m": proof}).state == "met"


@pytest.mark.parametrize(
    ("by", "state", "distance"),
    [
        ({"t1": "gold", "t2": "bronze"}, "short", 2),
        ({"t1": "gold", "t2": "gold"}, "met", 0),
        ({"t1": "gold"}, "open", 0),
        ({"t1": "bronze"}, "short", 2),
        ({"t1": "gold", "t2": NO_REASON}, "met", 0),
        ({"t1": NO_REASON}, "open", None),
        ({"t1": NO_REASON, "t2": NO_REASON}, "not applicable", None),
    ],
)
def test_units(by: dict[str, Any], state: str, distance: int | None) -> None:
    """Several units stand where the lowest does; while one is missing, it is open at best."""
    found = one("a.x", "gold", {"a.x": mt.Answer(by=by)})
    assert (found.state, found.distance) == (state, distance)


@pytest.mark.parametrize(
    ("target", "answers", "state", "distance"),
    [
        ("gold", {"a.x": "silver", "a.y": "gold"}, "short", 1),
        ("silver", {"a.x": "silver", "a.y": "gold"}, "met", 0),
        ("gold", {"a.y": "gold"}, "open", 3),
        ("gold", {"a.y": "silver"}, "short", 3),
        ("below", {"a.y": "silver"}, "met", 0),
        ("gold", {}, "open", None),
        ("gold", {"a": NO_REASON}, "not applicable", None),
        ("gold", {"a": "silver"}, "short", 1),
        ("silver", {"a": "gold", "a.x": "bronze", "a.y": "gold"}, "short", 1),
    ],
)
def test_levels(target: str, answers: dict[str, Any], state: str, distance: int | None) -> None:
    """A node stands at its level, at what is claimed where that is all, or is open."""
    found = one("a", target, answers)
    assert (found.state, found.distance) == (state, distance)


def test_items_of_a_branch_that_does_not_apply() -> None:
    """What lies below a branch that does not apply does not apply."""
    assert one("a.x", "gold", {"a": NO_REASON}).state == "not applicable"


@pytest.mark.parametrize(
    ("before", "change"),
    [({"a.x": "bronze"}, 1), ({"a.x": "gold"}, -1), ({"a.x": "silver"}, 0), ({}, None)],
)
def test_change(before: dict[str, Any], change: int | None) -> None:
    """Nearer is above 0, further away below; nothing where it was not known."""
    assert one("a.x", "gold", {"a.x": "silver"}, before).change == change


def test_sentences() -> None:
    """What is told of each, in plain words."""
    now = TOOL.assess(
        {"a.x": "gold", "a.y": "bronze", "b.r": 45.5, "b.d": 3},
        targets={"a": "gold", "a.x": "gold", "b.r": 60, "b.d": 4, "b.m": "yes"},
    )
    then = TOOL.assess({"a.x": "silver", "a.y": "silver", "b.r": 47, "b.d": 3})
    found = target_progress(now, then)
    assert [target.path for target in found.targets] == ["a", "a.x", "b.r", "b.d", "b.m"]
    assert [target.text for target in found.targets] == [
        VISION,
        "X: target Gold, now Gold; reached; 1 option nearer than the time before.",
        "Rate: target 60 %, now 45.5 %; 14.5 % to go; 1.5 % further away than the time before.",
        "Days: target 4, now 3; reached; no change.",
        "Met: target Yes, now nothing to state; still open.",
    ]
    assert found.text.startswith("2 of 5 targets met. Vision: target Gold, now Bronze;")
    assert found.caveats
    rows = found.to_records()
    assert [row["distance"] for row in rows] == [2, 0, 14.5, -1, None]
    assert [row["change"] for row in rows] == [-1, 1, -1.5, 0, None]


def test_no_targets() -> None:
    """Where there are none it says so."""
    assert target_progress(TOOL.assess({})).text == "No targets are set."


def test_before_under_the_base() -> None:
    """Against what an overlay extends, shared items are compared and levels are not."""
    ours = mt.parse_framework(
        """
        schema = 1
        id = "ours"
        title = "Ours"
        edition = "1"
        extends = { id = "tool", edition = "1" }
        drop = { "a.y" = "Not done here" }
        """,
        base=TOOL,
    )
    now = ours.assess({"a.x": "silver"}, targets={"a.x": "gold", "a": "gold"})
    found = target_progress(now, TOOL.assess({"a.x": "bronze", "a.y": "bronze"}))
    assert [(target.path, target.change) for target in found.targets] == [("a", None), ("a.x", 1)]
    assert found.notes


def test_refused() -> None:
    """Arguments of another kind are refused in a plain sentence."""
    with pytest.raises(TypeError, match="takes an assessment, found a text"):
        target_progress("x")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError, match="takes an assessment as before, found a text"):
        target_progress(TOOL.assess({}), "x")  # type: ignore[arg-type]  # on purpose
