"""What is told of merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.files.tables.html_tables import html_tables
from maturity.files.tables.layouts import read_layout
from maturity.files.tables.sheets import workbook_tables

from .tools import cell, sheet, workbook

if TYPE_CHECKING:
    from maturity.files.tables.statements import Content

HOW = "a title holds for all of its rows, a statement counts once, where it begins"
SHEET = "xl/worksheets/sheet1.xml"


def page(*rows: str) -> Content:
    """What a table of a page says, each row on a line."""
    lines = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return read_layout(html_tables(f"<table>{lines}</table>", "x.html"), "auto", "x.html")


@pytest.mark.parametrize(
    ("rows", "notes"),
    [
        (["<td rowspan=2>Tea<td>1<td>2", "<td>3<td>4"], ["merged cells: 1, the first at {0}"]),
        (["<td rowspan=1>Tea<td>1<td>2"], []),
        (["<td>Tea<td>1<td rowspan=2>", "<td>Soup<td>2"], []),
        (
            ["<td>Tea<td rowspan=2>1<td>2", "<td>Soup<td rowspan=2>3", "<td>Pie<td>4"],
            ["merged cells: 2, the first at {1}"],
        ),
        (["<td colspan=3>Tea", "<td><td>1<td>2"], []),
        (["<td colspan=3 rowspan=2>Tea", "", "<td><td>1<td>2"], ["merged cells: 1, {f}{0}"]),
        (
            ["<td>Tea<td colspan=2>1", "<td>Pie<td colspan=2 rowspan=2>2", "<td>Soup"],
            [
                ("cells that span levels, each taken for the first of them: {1}, line 3, column 2"),
                "left out: 'Soup' has no statements",
            ],
        ),
        (["<td>Tea<td>1<td>2<td rowspan=2>x", "<td>Pie<td>3<td>4"], ["left out: {3}"]),
    ],
)
def test_grid(rows: list[str], notes: list[str]) -> None:
    """Where each begins is told, but for a title across the whole row and a cell of nothing."""
    at = [f"line 2, column {column}" for column in (1, 2, 3)]
    at.append("what stands below line 1, column 4, which names no level")
    expected = [note.format(*at, f="the first at ") for note in notes]
    found = page("<th>Theme<th>A<th>B", *rows)
    told = [f"{note}; {HOW}" if note.startswith("merged") else note for note in expected]
    assert list(found.notes) == told


def test_header() -> None:
    """The merged cells of a header say nothing of statements."""
    found = page(
        "<th rowspan=2>Theme<th colspan=2>Early<th colspan=2>Late",
        "<th>A<th>B<th>C<th>D",
        "<td>Tea<td>1<td>2<td>3<td>4",
    )
    assert (found.levels, found.notes) == (("A", "B", "C", "D"), ())


def test_cell_that_reaches_into_another_column() -> None:
    """A text that begins in a column that is not read is left out, and that is told."""
    found = page(
        "<th>No<th>Theme<th>A<th>B",
        "<td>1<td>Tea<td>1<td>2",
        "<td colspan=4>Soup",
        "<td rowspan=2>2<td>Pie<td>3<td>4",
        "<td>Jam<td>5<td>6",
    )
    assert found.dimensions == ("Tea", "Pie", "Jam")
    assert found.notes == (
        "left out: cells merged from a column that is not read: line 3, column 1",
    )


def test_list() -> None:
    """A title over several rows is carried down."""
    found = page(
        "<th>Theme<th>Level<th>Text",
        "<td rowspan=3>Tea<td rowspan=2>A<td>1",
        "<td>2",
        "<td>B<td>3",
    )
    assert [(one.dimension, one.level) for one in found.statements] == [
        ("Tea", "A"),
        ("Tea", "A"),
        ("Tea", "B"),
    ]
    assert found.notes == (
        f"merged cells: 2, the first at line 2, column 1; {HOW}",
        "read as if it said the dimension and level of the row above: line 3, column 3",
    )


def merging(*refs: str, rows: str = "") -> bytes:
    """A workbook whose sheet merges cells."""
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
    end = f"</sheetData><mergeCells>{merged}</mergeCells>"
    return workbook(parts={SHEET: sheet(rows).replace("</sheetData>", end)})


@pytest.mark.parametrize(
    ("refs", "spans"),
    [
        (["A2:A3"], [(0, 1, 2)]),
        (["B2:C2", "A2:A3", "A2:A3"], [(0, 1, 2), (1, 2, 1)]),
        (["D2:E2", "A9:A10", "A2", "A2:A2", "B2:A1", "A2:A1048576x", "odd", ""], []),
    ],
)
def test_spans_of_a_workbook(refs: list[str], spans: list[tuple[int, int, int]]) -> None:
    """Those of cells that say something are kept, once each, whatever else is stated."""
    (table,) = workbook_tables(merging(*refs), "x.xlsx")
    assert [(one.column, one.across, one.down) for one in table.rows[1].spans] == spans
    assert table.rows[0].spans == ()


def test_workbook() -> None:
    """A workbook's merged cells are told as a page's are."""
    rows = f'<row r="3">{cell("B3", "Milk.")}</row>'
    found = read_layout(
        workbook_tables(merging("A1:A1", "A2:A3", "B3:C3", rows=rows), "x.xlsx"), "auto", "x.xlsx"
    )
    assert [(one.dimension, one.text) for one in found.statements][2:] == [("Tea", "Milk.")]
    assert found.notes == (
        f"merged cells: 1, the first at sheet 'Tool', cell A2; {HOW}",
        "cells that span levels, each taken for the first of them: sheet 'Tool', cell B3",
    )
