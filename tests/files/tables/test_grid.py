"""The grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

import maturity as mt
from maturity.files.tables.grid import read_grid
from maturity.files.tables.html_tables import html_tables

from .tools import table

if TYPE_CHECKING:
    from maturity.files.tables.cells import Table
    from maturity.files.tables.statements import Content


def read(*tables: Table) -> Content:
    """What some grids say."""
    found = read_grid(tables, "x.csv")
    assert found is not None
    return found


def said(content: Content) -> list[str]:
    """Each statement with its branch and level."""
    return [
        "|".join(filter(None, (one.dimension, one.part, one.level, one.text)))
        for one in content.statements
    ]


PLAIN = ["Tea|A|t1", "Tea|A|t2", "Tea|B|t3", "Soup|A|s1"]


@pytest.mark.parametrize(
    "text",
    [
        "|A|B\nTea|t1/t2|t3\nSoup|s1|",
        "Theme|A|B\nTea|t1/t2|t3\nSoup|s1|",
        "Tools|A|B\nTea|t1/t2|t3\nSoup|s1|",
        "a tool\nmade up, 2025|x\n\n|A|B\nTea|t1/t2|t3\n\n|A|B\nSoup|s1|",
        "|A|B\nTea|t1|t3\n|t2|\nSoup|s1|",
        "|A|B\nTea\n|t1/t2|t3\nSoup\n|s1|",
        "Tea|A|B\n|t1/t2|t3\nSoup|A|B\n|s1|",
        "No|Theme|A|B\n1|Tea|t1/t2|t3\n2|Soup|s1|",
        "|A|B\nTea|t1|\ntea:|t2|t3\nSoup|s1|",
    ],
)
def test_layouts(text: str) -> None:
    """Headers are repeated, titles stand above or are carried down, noise comes first."""
    content = read(table(text))
    assert sorted(said(content)) == sorted(PLAIN)
    assert (content.levels, content.dimensions, content.notes) == (("A", "B"), ("Tea", "Soup"), ())


def test_parts() -> None:
    """A column of parts is carried down within its dimension."""
    content = read(table("Theme|Part|A|B\nTea|Leaf|1|\n||2|\n|Water||3\nSoup||4|"))
    assert said(content) == ["Tea|Leaf|A|1", "Tea|Leaf|A|2", "Tea|Water|B|3", "Soup|A|4"]
    assert (content.parts("Tea"), content.parts("Soup")) == (("Leaf", "Water"), ())


def test_description() -> None:
    """What else a dimension's cell says describes it."""
    assert read(table("|A|B\nTea/Hot./Wet.|1|2")).texts == {"Tea": "Hot.\nWet."}


def test_heading() -> None:
    """Where no column holds dimensions, it is what stands above the table."""
    content = read(table("A|B\n1/2|3", "Tea"), table("A|B\n4/5|6", "Soup"))
    assert said(content)[::3] == ["Tea|A|1", "Soup|A|4"]
    assert content.notes == (
        "the dimension 'Tea' is what stands above the table",
        "the dimension 'Soup' is what stands above the table",
    )


def test_notes() -> None:
    """What is left out is told."""
    content = read(
        table("Home|About|Us"),
        table("|A|B|Score|\nTea|1|2|x|" + "y" * 90 + "\nNote: made up"),
        table("Soup|" + "s" * 90 + "|4"),
        table("only|two"),
    )
    assert said(content) == ["Tea|A|1", "Tea|B|2"]
    assert content.notes == (
        "left out: the table at line 1, column 1, which has other columns",
        "left out: these columns: Score",
        "left out: what stands below line 1, column 5, which names no level",
        "left out: the table at line 1, column 1, which has other columns",
        "left out: the table at line 1, column 1, which has other columns",
        "left out: 'Note: made up' has no statements",
    )


@pytest.mark.parametrize("extra", ["Score", "Notes", "Weight"])
@pytest.mark.parametrize("corner", ["Theme", ""])
def test_one_more_column(extra: str, corner: str) -> None:
    """A column of something else does not make the first row of statements the header."""
    text = f"{corner}|Low|High|{extra}\nAlpha|One.|Two.|3\nBeta|Three.|Four.|4"
    content = read(table(text))
    assert (content.levels, content.dimensions) == (("Low", "High"), ("Alpha", "Beta"))
    assert len(content.statements) == 4
    assert content.notes == (f"left out: these columns: {extra}",)


def test_one_more_column_without_a_header() -> None:
    """A row that names the dimensions is the header, however few levels it names."""
    content = read(table("Theme|Low|High|\nAlpha|One.|Two.|3\nBeta|Three.|Four.|4"))
    assert (content.levels, len(content.statements)) == (("Low", "High"), 4)
    assert content.notes == ("left out: what stands below line 1, column 4, which names no level",)


def test_unknown_column_is_a_level() -> None:
    """A word that we don't know may be a level."""
    assert read(table("Theme|Low|High|Extra\nTea|1|2|3")).levels == ("Low", "High", "Extra")


def test_groups_of_levels() -> None:
    """Where levels are grouped, the row below names them."""
    content = read(table("Theme|Early||Late|\n|A|B|C|D\nTea|1|2|3|4"))
    assert content.levels == ("A", "B", "C", "D")


def test_cell_over_two_levels() -> None:
    """It goes to the first, and that is told."""
    rows = "<tr><td><th>A<th>B<tr><td>Tea<td colspan=2>1<tr><td colspan=3>Soup<tr><td><td>2<td>3"
    content = read(*html_tables(f"<table>{rows}</table>", "x.html"))
    assert said(content) == ["Tea|A|1", "Soup|A|2", "Soup|B|3"]
    assert content.notes == (
        "cells that span levels, each taken for the first of them: line 1, column 2",
    )


def test_table_without_a_header() -> None:
    """A table that goes on on another page is read like the one above it."""
    content = read(table("|A|B\nTea|1|2"), table("Soup|" + "s" * 90 + "|4"))
    assert content.dimensions == ("Tea", "Soup")
    assert content.notes == (
        "the table at line 1, column 1 has no header: read like the one above it",
    )


def test_two_grids_in_one_table() -> None:
    """A second header begins another table; one of other levels is left out, and told."""
    content = read(table("Theme|A|B\nTea|1|2\n\nTheme|C|D|E\nSoup|3|4|5\n\nTheme|A|B\nPie|6|7"))
    assert said(content) == ["Tea|A|1", "Tea|B|2", "Pie|A|6", "Pie|B|7"]
    assert content.notes == ("left out: the table at line 4, column 1, which has other columns",)


@pytest.mark.parametrize("text", ["a", "Tea|x", "Theme|A\nTea|1", "|" + "x" * 90 + "|B"])
def test_no_grid(text: str) -> None:
    """A grid names two levels."""
    assert read_grid([table(text)], "x.csv") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "|A|B\n|1|2",
            (
                "x.csv:2: error[table.no-dimension]: column 2: it is not said which dimension this "
                "belongs to; write it into the column of dimensions, or above the table"
            ),
        ),
        (
            "|A|B\n" + "x" * 301 + "|1|2",
            (
                "x.csv:2: error[table.title]: column 1: the title of a dimension has 301 "
                "characters; allowed: 300; a grid has the dimensions in its first column"
            ),
        ),
        (
            "Theme|Low|Low\nTea|1|2",
            (
                "x.csv:1: error[table.layout]: column 3: this column has the same level as column "
                "2; give each level a label of its own"
            ),
        ),
        (
            "Theme|Level 1|Level-1|High\nTea|1|2|3\nSoup|4|5|6",
            (
                "x.csv:1: error[table.layout]: column 3: this column has the same level as column "
                "2; give each level a label of its own"
            ),
        ),
        (
            "Theme||High\nTea|1|2",
            (
                "x.csv:1: error[table.layout]: column 2: this column has no level in the header, "
                "and statements below it; write the level into the header"
            ),
        ),
    ],
)
def test_faults(text: str, message: str) -> None:
    """Statements need a dimension, and it needs a title."""
    with pytest.raises(mt.FaultsFound) as caught:
        read_grid([table(text)], "x.csv")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("mark", "hint"),
    [
        (",", 'a cell with a comma in it stands between two "'),
        ("|", "a bar inside a cell is written \\|"),
    ],
)
def test_cell_beyond_the_header(mark: str, hint: str) -> None:
    """In a text it is a slip of the pen: the statement was cut in two."""
    with pytest.raises(mt.FaultsFound) as caught:
        read(attrs.evolve(table("Theme|A|B\nTea|One|and more.|Two."), mark=mark))
    assert str(caught.value) == (
        "x.csv:2: error[table.columns]: column 4: this cell stands to the right of the header; "
        + hint
    )
    content = read(attrs.evolve(table("Theme|A|B|\nTea|1|2|x"), mark=mark))
    assert content.notes == ("left out: what stands below line 1, column 4, which names no level",)
