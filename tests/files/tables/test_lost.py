"""Cells that lost what they said, where the rows below them rest on it."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.files.tables.html_tables import html_tables
from maturity.files.tables.layouts import read_layout
from maturity.files.tables.sheets import workbook_tables

from .tools import cell, sheet, workbook

SHEET = "xl/worksheets/sheet1.xml"
GRID = "<th>Theme<th>Part<th>Basic<th>Good"
LIST = "<th>Theme<th>Part<th>Level<th>Weight<th>Statement"
TITLE = "the title of the dimension was left out"
HOW = "write it into the cell as plain words"
PICTURE = "<img src=x>"


def page(*rows: str) -> list[str]:
    """The branch and level of each statement of a table of a page, each row on a line."""
    lines = "\n".join(f"<tr>{row}</tr>" for row in rows)
    found = read_layout(html_tables(f"<table>{lines}</table>", "x.html"), "auto", "x.html")
    return ["/".join((*one.branch, one.level, one.text)) for one in found.statements]


def faults(*rows: str) -> list[str]:
    """The faults of such a table."""
    with pytest.raises(mt.FaultsFound) as caught:
        page(*rows)
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    ("cell_text", "what"),
    [
        (PICTURE, "a picture without words that describe it"),
        ("<s>Old</s>", "words that are struck out"),
        ("<span hidden>Old</span>", "hidden words"),
    ],
)
def test_a_title_that_was_left_out(cell_text: str, what: str) -> None:
    """Statements never go to the dimension above instead."""
    found = f"x.html:3: error[table.no-dimension]: column 1: {TITLE}: {what}; {HOW}"
    assert faults(GRID, "<td>Tea<td><td>1", f"<td>{cell_text}<td><td>2") == [found]
    assert faults(LIST, "<td>Tea<td><td>A<td><td>1", f"<td>{cell_text}<td><td>A<td><td>2") == [
        found
    ]


def test_parts_levels_and_weights() -> None:
    """Nor to the part or the level above; and a weight is not taken for 1."""
    part = "column 2: the title of the part was left out: a picture without words"
    assert part in faults(GRID, "<td>Tea<td>Leaf<td>1", f"<td><td>{PICTURE}<td>2")[0]
    found = faults(
        LIST,
        "<td>Tea<td>Leaf<td>A<td>2<td>1",
        f"<td><td>{PICTURE}<td>{PICTURE}<td><td>2",
        f"<td><td><td>B<td>{PICTURE}<td>3",
        "<td><td><td>B<td><td>4",
    )
    assert [one.partition(" was left out")[0] for one in found] == [
        "x.html:3: error[table.no-dimension]: column 2: the title of the part",
        "x.html:3: error[table.level]: column 3: the level",
        "x.html:4: error[table.weight]: column 4: the weight",
    ]


def test_it_holds_until_there_is_another() -> None:
    """A title in a row of its own matters where a statement stands below it."""
    rows = (GRID, "<td>Tea<td>Leaf<td>1", f"<td>{PICTURE}")
    assert faults(*rows, "<td><td><td>2")[0].startswith("x.html:3: error[table.no-dimension]: ")
    assert faults(*rows, GRID, "<td><td><td>2")[0].startswith("x.html:3: ")
    assert page(*rows, "<td>Soup<td><td>2") == ["Tea/Leaf/Basic/1", "Soup//Basic/2"]
    assert page(*rows, "<td>Soup<td>Pea", "<td><td><td>2")[1] == "Soup/Pea/Basic/2"
    rows = (GRID, "<td>Tea<td>Leaf<td>1", f"<td><td>{PICTURE}")
    assert page(*rows, "<td><td>Water<td>2")[1] == "Tea/Water/Basic/2"


def test_what_is_not_lost() -> None:
    """A picture that only adorns says nothing, and one that is described says it."""
    rows = (GRID, "<td>Tea<td><td>1")
    assert page(*rows, '<td><img alt=""><td><td>2')[1] == "Tea//Basic/2"
    assert page(*rows, '<td><img alt="Soup"><td><td>2')[1] == "Soup//Basic/2"
    assert page(*rows, "<td><s>Old</s> Soup<td><td>2")[1] == "Soup//Basic/2"


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("<f>B1</f><v/>", "a formula without its value"),
        ("<v>#N/A</v>", "an error in place of a value"),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_cells_of_a_workbook(said: str, what: str, alone: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """A formula without a value and an error are no titles, even alone in their row."""
    kind = ' t="e"' if "#" in said else ""
    between = '</row><row r="4">' if alone else ""
    row = f'<row r="3"><c r="A3"{kind}>{said}</c>{between}{cell("B3", "Milk.")}</row>'
    content = workbook(parts={SHEET: sheet(row)})
    with pytest.raises(mt.FaultsFound) as caught:
        read_layout(workbook_tables(content, "x.xlsx"), "auto", "x.xlsx")
    assert str(caught.value) == (
        f"x.xlsx: error[table.no-dimension]: sheet 'Tool', cell A3: {TITLE}: {what}; {HOW}"
    )
