"""The gap between groups of raters."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.analysis.panel import panels
from maturity.analysis.rater_groups import DimensionGap, GroupGap, group_gaps

from .raters import AWAY, UNITS, Said, sheet


def gaps(*given: mt.Assessment) -> tuple[GroupGap, ...]:
    """The gaps between the groups of some raters."""
    return group_gaps(panels(given, None, "takes")[0])


def test_gap() -> None:
    """Each group's median, the difference on the scale, and its mean over a dimension."""
    board: Said = {"a.one": "green", "a.two": "amber", "a.three": "red", "b.days": 0}
    first: Said = {"a.one": "red", "a.two": "green", "a.three": "red", "b.days": 5}
    second: Said = {"a.one": "amber", "a.two": "green", "a.three": AWAY, "b.four": "red"}
    (found,) = gaps(
        sheet("Ann", first, "staff"), sheet("Ben", second, "staff"), sheet("Cem", board, " board ")
    )
    assert (found.first, found.second) == ("board", "staff")
    assert (found.first_raters, found.second_raters) == (1, 2)
    assert [(one.path, one.first_said, one.second_said, one.gap) for one in found.items] == [
        ("a.one", "green", "red", -1.0),
        ("a.two", "amber", "green", 0.5),
        ("a.three", "red", "red", 0.0),
        ("b.days", 0, 5, -0.25),
    ]
    assert found.dimensions == (
        DimensionGap(
            path="a",
            title="First",
            gap=pytest.approx(-0.5 / 3),  # type: ignore[arg-type]  # equal to a float
            first_higher=1,
            second_higher=1,
            same=1,
        ),
        DimensionGap(path="b", title="Second", gap=-0.25, first_higher=1, second_higher=0, same=0),
    )


def test_each_two_groups() -> None:
    """Three groups make three pairs; raters without a group are in none."""
    found = gaps(
        *(
            sheet(name, {"a.one": "red"}, group)
            for name, group in (("A", "z"), ("B", "x"), ("C", "y"), ("D", ""), ("E", "x"))
        )
    )
    assert [(gap.first, gap.second, gap.first_raters) for gap in found] == [
        ("x", "y", 2),
        ("x", "z", 2),
        ("y", "z", 1),
    ]


def test_one_group() -> None:
    """One group has no gap to another."""
    assert gaps(sheet("Ann", {}, "board"), sheet("Ben", {})) == ()


def test_nothing_in_common() -> None:
    """Where no item is answered by both, no gap is stated."""
    (found,) = gaps(sheet("Ann", {"a.one": "red"}, "x"), sheet("Ben", {"a.two": "red"}, "y"))
    assert (found.items, found.dimensions) == ((), ())


def test_units() -> None:
    """A unit's answer is compared with the same unit's, under its title."""
    (found,) = gaps(
        sheet("Ann", {"a.one": mt.Answer(by={"north": "red"})}, "x", units=UNITS),
        sheet("Ben", {"a.one": mt.Answer(by={"north": "green", "south": "red"})}, "y", units=UNITS),
    )
    assert [(one.unit, one.gap) for one in found.items] == [("North", 1.0)]
