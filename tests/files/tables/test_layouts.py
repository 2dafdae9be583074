"""The layout of a file's tables."""

from __future__ import annotations

import attrs
import pytest

import maturity as mt
from maturity.files.tables.layouts import read_layout

from .tools import table

GRID = table("Theme|A|B\nTea|1|2")
LIST = table("Theme|Level|Text\nTea|A|1\nTea|B|2")
BARE = table("Text\n1", "Tea")


def test_auto() -> None:
    """A list is told by its header; else it is a grid."""
    assert read_layout((GRID,), "auto", "x.csv").layout == "grid"
    assert read_layout((LIST,), "auto", "x.csv").layout == "list"
    assert read_layout((GRID, LIST), "auto", "x.csv").layout == "list"


def test_stated() -> None:
    """The layout that is stated is the one that is read."""
    assert read_layout((GRID, LIST), "grid", "x.csv").layout == "grid"
    assert read_layout((BARE,), "list", "x.csv").layout == "list"


BELOW = "this is taken for the header row, and there is no statement below it"


@pytest.mark.parametrize(
    ("layout", "text", "what"),
    [
        ("auto", "a|b", "there is neither a grid nor a list in this file"),
        ("grid", "a|b", "there is no grid in this file"),
        ("list", "Theme|A|B\nTea|1|2", "there is no list in this file"),
        ("auto", "Theme|A|B\nTea", f"column 1: {BELOW}"),
        ("auto", "Theme|Text\nTea", f"column 1: {BELOW}"),
    ],
)
def test_faults(layout: str, text: str, what: str) -> None:
    """What a layout needs is told."""
    with pytest.raises(mt.FaultsFound) as caught:
        read_layout((table(text),), layout, "x.csv")  # type: ignore[arg-type]  # one of the three
    (fault,) = caught.value.faults
    assert (fault.code, fault.what) == ("table.layout", what)
    assert "header row" in fault.hint


@pytest.mark.parametrize("text", ["a|b", "Theme|A|B\nTea"])
def test_what_could_not_be_read_is_told_with_a_fault(text: str) -> None:
    """The table may be on a hidden sheet, or its cells be formulas without values."""
    notes = tuple(
        f"left out: the hidden sheet '{name}'" for name in ("Tool", "x" * 300, *range(12))
    )
    with pytest.raises(mt.FaultsFound) as caught:
        read_layout((attrs.evolve(table(text), notes=notes),), "auto", "x.xlsx")
    (fault,) = caught.value.faults
    _, told, long, *others, rest = fault.what.split("; ")
    assert (told, long) == (notes[0], f"{notes[1][:197]}...")
    assert (len(others), rest) == (10, "and 2 more")


def test_too_many_statements() -> None:
    """A framework has thousands of statements at most."""
    many = table("Theme|A|B\n" + "Tea|1|2\n" * 1_001)
    with pytest.raises(mt.FaultsFound) as caught:
        read_layout((many,), "auto", "x.csv")
    assert str(caught.value) == (
        "x.csv:1002: error[table.too-large]: column 2: from here on, there are more statements "
        "than a table can have; allowed: 2,000; keep the table alone in the file"
    )
