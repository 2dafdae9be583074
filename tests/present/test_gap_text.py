"""The gap between groups of raters, as part of a page."""

from __future__ import annotations

import maturity as mt
from maturity.analysis.agreement import agreement
from maturity.present.gap_text import gaps_view
from maturity.present.layout import render
from tests.analysis.raters import UNITS, Said, sheet

PAGE = """
Board and staff
Board: 1 rater. Staff: 2 raters. Compared by each group's answer in the middle.
  Dimension  Board higher  Staff higher  Same  Gap
  ------------------------------------------------
  First      1             1             1     -17
  Second     0             1             0     +10
Gap: how much higher staff rates than board, on average, in hundredths of the
scale; below 0 it is lower.
Furthest apart:
- a.one: One is there.
  Board: Green; staff: Red.
- a.two: Two is there.
  Board: Amber; staff: Green.
- b.days: Days away.
  Board: 5 days; staff: 3 days.
"""


def page(*given: mt.Assessment) -> str:
    """The gaps between the groups of some raters."""
    return render(gaps_view(agreement(given, draws=0)[0]))


def test_page() -> None:
    """A table by dimension, and the items that are furthest apart."""
    board: Said = {"a.one": "green", "a.two": "amber", "a.three": "red", "b.days": 5}
    first: Said = {"a.one": "red", "a.two": "green", "a.three": "red", "b.days": 3}
    found = page(
        sheet("Ann", board, "board"), sheet("Ben", first, "staff"), sheet("Cem", first, "staff")
    )
    assert found == PAGE


def test_no_gap() -> None:
    """Where the groups say the same, nothing is furthest apart."""
    found = page(sheet("Ann", {"a.one": "red"}, "x"), sheet("Ben", {"a.one": "red"}, "y"))
    assert "\n  First      0         0         1     0\n" in found
    assert "Furthest apart" not in found


def test_nothing_in_common() -> None:
    """Where no item is answered by both, that is said."""
    found = page(sheet("Ann", {"a.one": "red"}, "x"), sheet("Ben", {"a.two": "red"}, "y"))
    assert found.endswith("There is no item that both answered.\n")


def test_unit() -> None:
    """A unit is named."""
    given = [
        sheet(name, {"a.one": mt.Answer(by={"north": said})}, name, units=UNITS)
        for name, said in (("x", "red"), ("y", "green"))
    ]
    assert "- a.one, North: One is there.\n  X: Red; y: Green.\n" in page(*given)


def test_no_groups() -> None:
    """Without groups there is nothing."""
    assert page(sheet("Ann", {}), sheet("Ben", {})) == ""
