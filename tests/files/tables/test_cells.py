"""Cells: paragraphs, places, and the limits on rows."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.files.tables import limits
from maturity.files.tables.cells import Rows, column_name, paragraphs

from .tools import table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("One.", ("One.",)),
        ("One.\nTwo.", ("One.", "Two.")),
        ("One\nline.\n\nTwo.", ("One line.", "Two.")),
        ("• One\n  line.\n• Two.", ("One line.", "Two.")),
        ("- One.\r\n- Two.", ("One.", "Two.")),
        ("1. One.\n2) Two.\n(3) Three.", ("One.", "Two.", "Three.")),
        ("a) One.\n(b) Two.", ("One.", "Two.")),
        ("•\nOne.", ("One.",)),
        ("1.5 metres.", ("1.5 metres.",)),
        ("-5 degrees", ("-5 degrees",)),
        ("\u00a0One\u00a0\u200b two\u00ad.\x07", ("One two.",)),
        ("‘One’ – 2\u20133.", ("‘One’ – 2\u20133.",)),
        ("=1+1", ("=1+1",)),
    ],
)
def test_paragraphs(text: str, expected: tuple[str, ...]) -> None:
    """Empty lines and bullets part paragraphs, else lines do; words stay as they are."""
    assert paragraphs(text) == expected


def test_column_names() -> None:
    """A column of a sheet has letters."""
    assert [column_name(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_places() -> None:
    """A place is a cell of a sheet, or a line and a column."""
    text = table("a|b\nc|d")
    assert text.place(text.rows[1], 1) == "line 2, column 2"
    sheet = table("a|b\nc|d", sheet_name="Tool")
    assert sheet.place(sheet.rows[1], 1) == "sheet 'Tool', cell B2"
    fault = sheet.fault("table.id", "x.xlsx", (sheet.rows[1], 1), "no", "yes")
    assert str(fault) == "x.xlsx: error[table.id]: sheet 'Tool', cell B2: no; yes"


def test_cell_that_is_not_there() -> None:
    """A row says nothing in a column that it has not."""
    row = table("a|b").rows[0]
    assert (row.cell(1), row.cell(2), row.cell(None)) == (("b",), (), ())


@pytest.mark.parametrize(
    ("texts", "times", "what"),
    [
        (["a"], limits.ROWS + 1, "there are more rows"),
        (["a"] * (limits.COLUMNS + 1), 1, "a row has more cells"),
        (["", "a" * (limits.CELL_TEXT + 1)], 1, "PLACE: a cell has more characters"),
        (["a" * limits.CELL_TEXT], limits.TEXT // limits.CELL_TEXT + 1, "there is more text"),
    ],
)
@pytest.mark.parametrize("sheet", [False, True])
def test_limits(texts: list[str], times: int, what: str, *, sheet: bool) -> None:
    """A limit is reached before it is passed, and the line is told where there are lines."""
    rows = Rows("x.csv")
    rows.sheet = "Tool" if sheet else None
    read = [(text, ()) for text in texts]
    for number in range(1, times):
        rows.row(read, number)
    with pytest.raises(mt.FaultsFound) as caught:
        rows.row(read, times)
    where = "x.csv" if sheet else f"x.csv:{times}"
    place = "sheet 'Tool', cell B1" if sheet else "column 2"
    what = what.replace("PLACE", place)
    assert str(caught.value).startswith(
        f"{where}: error[table.too-large]: {what} than a table can have; allowed: "
    )
